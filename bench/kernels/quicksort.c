// Quicksort with insertion sort below 16, comparing inline and through a function pointer.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int data[1000000];

static void sort(int *a, long n) {
    while (n > 16) {
        int p = a[n / 2];
        long i = 0, j = n - 1;
        for (;;) {
            while (a[i] < p) i++;
            while (a[j] > p) j--;
            if (i >= j) break;
            int t = a[i];
            a[i++] = a[j];
            a[j--] = t;
        }
        sort(a + i, n - i);
        n = i;
    }
    for (long i = 1; i < n; i++) {
        int v = a[i];
        long j = i;
        for (; j > 0 && a[j - 1] > v; j--) a[j] = a[j - 1];
        a[j] = v;
    }
}

static int reverse(const void *x, const void *y) {
    int a = *(const int *)x, b = *(const int *)y;
    return (a < b) - (a > b);
}

static void heapsort_by(void *base, long n, int (*less)(const void *, const void *)) {
    int *a = base;
    for (long end = n, start = n / 2; end > 1;) {
        if (start > 0) {
            start--;
        } else {
            end--;
            int t = a[0];
            a[0] = a[end];
            a[end] = t;
        }
        for (long root = start, child; (child = 2 * root + 1) < end; root = child) {
            if (child + 1 < end && less(&a[child], &a[child + 1]) < 0) child++;
            if (less(&a[root], &a[child]) >= 0) break;
            int t = a[root];
            a[root] = a[child];
            a[child] = t;
        }
    }
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 1000000, rounds = argc > 2 ? atoi(argv[2]) : 3;
    unsigned long sum = 0;
    uint32_t x = 42;
    for (int r = 0; r < rounds; r++) {
        for (int i = 0; i < n; i++) x = x * 1664525 + 1013904223, data[i] = (int)(x >> 4);
        sort(data, n);
        for (int i = 1; i < n; i++)
            if (data[i - 1] > data[i]) return 1;
        for (int i = 0; i < n; i += 1000) sum = sum * 31 + data[i];
        heapsort_by(data, n / 4, reverse);
        for (int i = 0; i < n / 4; i += 100) sum = sum * 31 + data[i];
    }
    printf("%lu\n", sum);
}
