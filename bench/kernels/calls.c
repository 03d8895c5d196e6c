// Calls: Fibonacci, Ackermann, mutual recursion, function pointers, many arguments, small structures by value.
#include <stdio.h>
#include <stdlib.h>

static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }

static int ackermann(int m, int n) {
    if (m == 0) return n + 1;
    if (n == 0) return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

static int odd(unsigned n);
__attribute__((noinline)) static int even(unsigned n) { return n == 0 ? 1 : odd(n - 1); }
__attribute__((noinline)) static int odd(unsigned n) { return n == 0 ? 0 : even(n - 1); }

struct pair { long x, y; };
__attribute__((noinline)) static struct pair turn(struct pair p, long k) { return (struct pair){p.y + k, p.x - k}; }

__attribute__((noinline)) static long many(long a, long b, long c, long d, long e, long f, long g, long h) { return a - b + c * d - e + f * g - h; }

static int tak(int x, int y, int z) { return y < x ? tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)) : z; }

static long inc(long x) { return x + 1; }
static long twice(long x) { return x * 2; }
static long flip(long x) { return x ^ 0x55; }
static long (*const table[])(long) = {inc, twice, flip, inc};

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 37;
    long sum = fib(n) + ackermann(2, 40 * n) + tak(n / 2, n / 3, n / 6);
    for (int i = 0; i < 8 * n; i++) sum += even(1000 * (unsigned)n + i);
    struct pair p = {1, 2};
    for (int i = 0; i < 1000000 * (n - 14); i++) {
        p = turn(p, i);
        sum = table[(unsigned long)p.x & 3](sum) & 0xffffffffff;
        sum += many(i, sum, p.x, 3, p.y, 5, i, 7);
    }
    printf("%ld %ld %ld\n", sum, p.x, p.y);
}
