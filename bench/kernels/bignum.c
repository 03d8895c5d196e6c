// Multiplication and division of big numbers with 64-bit limbs and 128-bit products: digits of a factorial.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint64_t a[4096], b[4096], c[8192];

static int scale(uint64_t *x, int n, uint64_t k) {
    uint64_t carry = 0;
    for (int i = 0; i < n; i++) {
        unsigned __int128 t = (unsigned __int128)x[i] * k + carry;
        x[i] = (uint64_t)t;
        carry = (uint64_t)(t >> 64);
    }
    if (carry) x[n++] = carry;
    return n;
}

static void multiply(const uint64_t *x, int n, const uint64_t *y, int m, uint64_t *z) {
    for (int i = 0; i < n + m; i++) z[i] = 0;
    for (int i = 0; i < n; i++) {
        uint64_t carry = 0;
        for (int j = 0; j < m; j++) {
            unsigned __int128 t = (unsigned __int128)x[i] * y[j] + z[i + j] + carry;
            z[i + j] = (uint64_t)t;
            carry = (uint64_t)(t >> 64);
        }
        z[i + m] = carry;
    }
}

static uint64_t add(uint64_t *x, const uint64_t *y, int n) {
    unsigned carry = 0;
    for (int i = 0; i < n; i++) {
        uint64_t t = x[i] + y[i], u = t + carry;
        carry = (t < x[i]) | (u < t);
        x[i] = u;
    }
    return carry;
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 6000, rounds = argc > 2 ? atoi(argv[2]) : 1500;
    int m = 1;
    a[0] = 1;
    for (int i = 2; i <= n; i++) m = scale(a, m, i);
    for (int i = 0; i < m; i++) b[i] = ~a[i] * 3;
    uint64_t sum = 0;
    for (int r = 0; r < rounds; r++) {
        multiply(a, m / 4, b, m / 2, c);
        sum += add(a, b, m) + c[r % m];
        sum = sum * 31 + a[r % m];
    }
    printf("%d %llu\n", m, (unsigned long long)sum);
}
