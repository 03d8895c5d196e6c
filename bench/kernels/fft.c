// Fast Fourier transform in place, radix two, complex numbers as structures of double.
#include <stdio.h>
#include <stdlib.h>

struct complex { double re, im; };
static struct complex x[1 << 14], w[1 << 13];

static void transform(struct complex *a, int n) {
    for (int i = 1, j = 0; i < n; i++) {
        int bit = n >> 1;
        for (; j & bit; bit >>= 1) j ^= bit;
        j ^= bit;
        if (i < j) {
            struct complex t = a[i];
            a[i] = a[j];
            a[j] = t;
        }
    }
    for (int len = 2; len <= n; len <<= 1)
        for (int i = 0; i < n; i += len)
            for (int k = 0; k < len / 2; k++) {
                struct complex u = a[i + k], f = w[k * (n / len)], g = a[i + k + len / 2];
                struct complex v = {g.re * f.re - g.im * f.im, g.re * f.im + g.im * f.re};
                a[i + k] = (struct complex){u.re + v.re, u.im + v.im};
                a[i + k + len / 2] = (struct complex){u.re - v.re, u.im - v.im};
            }
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 1 << 14, rounds = argc > 2 ? atoi(argv[2]) : 1500;
    // Roots of unity by repeated multiplication, so that no library is measured.
    double c = 1, s = 0, angle = 6.283185307179586 / n, cc = 1 - angle * angle / 2, ss = angle - angle * angle * angle / 6;
    for (int i = 0; i < n / 2; i++) {
        w[i] = (struct complex){c, -s};
        double t = c * cc - s * ss;
        s = c * ss + s * cc, c = t;
    }
    double sum = 0;
    for (int r = 0; r < rounds; r++) {
        for (int i = 0; i < n; i++) x[i] = (struct complex){(i * 37 + r) % 101 - 50, 0};
        transform(x, n);
        sum += x[r % n].re + x[n / 3].im;
    }
    printf("%.3f\n", sum);
}
