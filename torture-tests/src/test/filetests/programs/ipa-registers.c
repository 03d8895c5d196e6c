// test program
/* Calls of local functions keep the registers that these do not change: chains, recursion, cycles, siblings, callbacks, many values alive. */
#include <stdio.h>
#include <setjmp.h>
#define NI __attribute__((noinline))
static long counter, table[8];
static NI void count(long n) { counter += n; }
static NI void note(int k, long v) { table[k & 7] ^= v; }
static NI long mix(long a, long b) { note(a, b); return (a ^ b) * 3; }
static NI long quotient(long a, long b) { return a / b + (a << (b & 7)); }
static NI long leaves(long a, long b, long c, long d) {
    long s = 0;
    for (int i = 0; i < 5; i++) {
        count(a + i);
        s += a * b + c * d + i;
        note(i, s);
        s ^= quotient(s | 1, (d & 15) + 1);
        s += mix(a, c) + b + d;
    }
    return s + a + b + c + d;
}
static NI long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2) * 2 + n; }
static NI long ping(long n, long a, long b, long c);
static NI long pong(long n, long a, long b, long c) { if (n <= 0) return a; long r = ping(n - 1, b, c, a); return r + a * 2 + b * 3 + c; }
static NI long ping(long n, long a, long b, long c) { if (n <= 0) return b; long r = pong(n - 2, c, a, b); count(r); return r - a + b - c; }
static NI long sibling(long a, long b) { count(a); return mix(b, a); }
static NI long user(long a, long b, long c, long d, long e) { long r = sibling(a, b); return r + a + 2 * b + 3 * c + 5 * d + 7 * e; }
static NI double real(double x, double y) { count((long)x); return x * y + 1; }
static NI double reals(double a, double b, double c) { double r = real(a, b); return r + real(b, c) + a * 2 + b * 3 + c * 5; }
static NI void swapped(long *p, long *q) { long t = *p; *p = *q; *q = t; }
static NI long swaps(long a, long b, long c) { long x = a, y = b; swapped(&x, &y); return x * 2 + y * 3 + a * 5 + b * 7 + c; }
static long apply(long (*f)(long, long), long a, long b) { return f(a, b) + a * 2 + b; }
static jmp_buf env;
static NI void jump(int n) { if (n) longjmp(env, n); }
static NI int jumps(int a, int b, int c) {
    volatile int rounds = 0;
    int r = setjmp(env);
    if (r < 3) { rounds++; jump(r + 1); }
    return a + 10 * b + 100 * c + 1000 * r + 10000 * rounds;
}
int main(void) {
    printf("%ld\n", leaves(3, 5, 7, 11));
    printf("%ld %ld\n", fib(15), ping(20, 1, 2, 3));
    printf("%ld %g %ld\n", user(1, 2, 3, 4, 5), reals(1.5, 2.5, 3.5), swaps(1, 2, 3));
    printf("%ld %ld\n", apply(mix, 4, 5), apply(quotient, 400, 5));
    printf("%d\n", jumps(1, 2, 3));
    for (int i = 0; i < 8; i++) printf("%ld ", table[i]);
    printf("%ld\n", counter);
    return 0;
}
---- output ----
103751638
43682 55
78 42.5 29
16 13685
33321
92 1540 26447 400199 6565268 0 0 0 239
