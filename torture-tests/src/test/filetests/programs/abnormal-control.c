// test program -fexceptions
/* setjmp, asm goto with outputs on all edges, cleanups that unwinding and longjmp pass: many values live across each of them. */
#include <setjmp.h>
#include <stdio.h>
#include <string.h>
static jmp_buf buf;
static volatile int zero;
static int depth;
static __attribute__((noinline)) void jump(int n) { char pad[200]; memset(pad, n, sizeof pad); depth += pad[n]; longjmp(buf, n); }
static __attribute__((noinline)) long mix(long a, long b, long c, long d, long e, long f) { return a + 3 * b + 5 * c + 7 * d + 11 * e + 13 * f; }

/* Temporaries of the caller's expressions are computed before and used after; the size of the array too. */
static __attribute__((noinline)) long twice(long a, long b, long c, long d, long e, long f, int n) {
    int v[n];
    for (int i = 0; i < n; i++) v[i] = i * a;
    double x = a * 1.5, y = b * 2.5;
    volatile int count = 0;
    int r = setjmp(buf);
    count++;
    if (r == 0) {
        long s = mix(a, b, c, d, e, f);
        for (int i = 0; i < n; i++) s += v[i];
        long t[9];
        for (int i = 0; i < 9; i++) t[i] = s + zero + i;
        long p = t[0] * t[1], q = t[2] * t[3], u = t[4] ^ t[5], w = t[6] | t[7];
        if (mix(p, q, u, w, s, t[8]) != 42) jump(3);
        return 1;
    }
    if (r < 6) jump(r + 1);
    long s = 0;
    for (int i = 0; i < n; i++) s += v[i];
    return mix(a, b, c, d, e, f) + count * 1000000 + s * 10 + sizeof v + (long) (x + y);
}
static inline long squared(long x) { long y = x * x; for (int i = 0; i < 5; i++) y = y * 3 + i; return y; }
static __attribute__((noinline)) long inlined(long *p, int n) {
    long *end = p + n, sum = 0;
    while (p < end) {
        long now = squared(*p);
        sum += now;
        if (setjmp(buf) == 0) { if (*p & 1) jump(2); sum += squared(now); } else sum -= 5;
        p++;
    }
    return sum;
}
struct pair { long a, b; };
static __attribute__((noinline)) struct pair both(struct pair p) { struct pair q = {p.b, p.a}; int r = setjmp(buf); if (r == 0) jump((int) p.a); q.a += r; return q; }

#if defined __x86_64__
static __attribute__((noinline)) long go(long a, long b, long c, long d, long e, long f) {
    long p = a * b, q = c * d, r = e * f, s = a + f, t = b + e, u = c + d, o1, o2, o3;
    asm goto("lea 1(%3), %0\n\tmov %4, %1\n\tmov %5, %%rax\n\tadd $7, %1\n\ttest %3, %3\n\tje %l[none]\n\tcmp $5, %3\n\tje %l[five]" : "=&r"(o1), "=&r"(o2), "=&a"(o3) : "r"(a), "r"(b), "r"(c) : "cc", "rbx", "r12" : none, five);
    return mix(p, q, r, s, t, u) + o1 * 100 + o2 * 200 + o3 * 300;
none: ;
    long m = mix(o1 ^ 5, q, r, o2 + 1, t, o3 * o1), n = mix(m, o2 - o1, m & 7, o3, o1, m ^ o2);
    return mix(n, m, o1, o2, o3, n * m) + mix(o1, q, r, o2, t, o3) - p;
five:
    return mix(o3, o2, o1, s, t, u) * 2;
}
static __attribute__((noinline)) long around(long n, long a, long b, long c, long d, long e) {
    long x = 1, y = 2, z = 3, w = a - b, v = c - d, k = a * e;
    for (long i = 0; i < n; i++) {
        asm goto("add %3, %0\n\ttest $1, %3\n\tjne %l[odd]" : "+r"(x), "+d"(y), "+m"(z) : "r"(i) : "cc" : odd);
        y += x ^ w;
        continue;
    odd:
        x += y & 255;
        y -= v + k;
        if (x > 100000) x = mix(x & 7, y & 15, a, b, c, d);
    }
    return x + y + z + w + v + k + a + b + c + d + e;
}
#else
static long go(long a, long b, long c, long d, long e, long f) { long p = a * b, q = c * d, r = e * f, s = a + f, t = b + e, u = c + d; long o1 = a + 1, o2 = b + 7, o3 = c, m = mix(o1 ^ 5, q, r, o2 + 1, t, o3 * o1), n = mix(m, o2 - o1, m & 7, o3, o1, m ^ o2); return a == 0 ? mix(n, m, o1, o2, o3, n * m) + mix(a + 1, q, r, b + 7, t, c) - p : a == 5 ? mix(c, b + 7, a + 1, s, t, u) * 2 : mix(p, q, r, s, t, u) + (a + 1) * 100 + (b + 7) * 200 + c * 300; }
static long around(long n, long a, long b, long c, long d, long e) {
    long x = 1, y = 2, z = 3, w = a - b, v = c - d, k = a * e;
    for (long i = 0; i < n; i++) { x += i; if (i & 1) { x += y & 255; y -= v + k; if (x > 100000) x = mix(x & 7, y & 15, a, b, c, d); } else y += x ^ w; }
    return x + y + z + w + v + k + a + b + c + d + e;
}
#endif

static long trace;
static void note(long *p) { trace = trace * 31 + *p; }
static __attribute__((noinline)) long may_throw(long a) { if (a == zero - 1) jump(1); trace++; return a * 3; }
static __attribute__((noinline)) long cleaned(long a, long b, long c, long d, long e) {
    long p = a * b, q = c * d;
    __attribute__((cleanup(note))) long x = a + b;
    long r = may_throw(c) + p;
    { __attribute__((cleanup(note))) long y = q + r; r += may_throw(d) + q; y += r; }
    for (int i = 0; i < 4; i++) { __attribute__((cleanup(note))) long z = i * e; if (may_throw(z) > 20) break; r += p ^ q; }
    return mix(p, q, r, a, d, e) + x;
}
int main(void) {
    printf("%ld %d\n", twice(1, 2, 3, 4, 5, 6, 7), depth);
    printf("%ld %d\n", twice(-9, 8, 7, 60, 5, 4, 30), depth);
    long v[] = {4, 7, 10, 13, -2, 5};
    printf("%ld\n", inlined(v, 6));
    struct pair q = both((struct pair) {7, 9}); printf("%ld %ld\n", q.a, q.b);
    for (long a = -1; a < 7; a++) printf("%ld ", go(a, 2, 3, 4, 5, 6));
    printf("\n%ld %ld\n", around(1, 2, 3, 4, 5, 6), around(2000, 20, 30, -4, 50, 6));
    printf("%ld %ld\n", cleaned(1, 2, 3, 4, 5), trace);
    if (setjmp(buf) == 0) cleaned(7, 5, 3, -1, 2);
    printf("%ld\n", trace);
}
---- output ----
5000427 0
4961553 18
148216475856
16 7
3087 25566176 3305 3414 3523 3632 610 3850 
34 -47731314
472 0
111781912
