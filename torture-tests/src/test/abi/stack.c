/* Stack arguments aligned more than the stack, in functions whose stack moves (alloca, arrays of variable size) and whose locals are over-aligned:
   one half of the file is the callees, the other, with CALLER, the calls. Every address and value is checked on the callee's side. */
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

struct A32 { int a; long b; } __attribute__((aligned(32)));
struct A64 { char c[70]; } __attribute__((aligned(64)));
struct A16 { __int128 x; char c; };
struct Big { long v[9]; };
typedef long Wide __attribute__((aligned(64)));
typedef int V4 __attribute__((vector_size(16)));

extern int failures;
#define CHECK(c) ((c) ? 0 : (failures++, printf("%s:%d: %s\n", __func__, __LINE__, #c)))
#define ALIGNED(p, n) (((uintptr_t)(p) & (n) - 1) == 0)

long one(int n, struct A32 s, long a, long b, long c, long d, long e, int f, struct A64 t, long double l, __int128 w, char last);
long two(int n, long a, long b, long c, long d, long e, __int128 w, long double l, struct A16 s, struct Big g, struct A32 t);
long three(int n, ...);
struct A64 four(int n, struct A64 s, struct A32 t, double d);
long five(int n, long (*f)(int, struct A64, long), struct A64 s);
long six(int n, struct A64 s, long v);
void *opaque(void *p);

#ifndef CALLER
int failures;
void *opaque(void *p) { return p; }

static long fill(char *p, int n)
{
    long sum = 0;
    memset(p, n, n);
    for (int i = 0; i < n; i++) sum += ((volatile char *)p)[i];
    return sum;
}

long one(int n, struct A32 s, long a, long b, long c, long d, long e, int f, struct A64 t, long double l, __int128 w, char last)
{
    Wide local = n;
    char *p = opaque(__builtin_alloca(n));
    int vla[n];
    struct A64 copy = t;
    CHECK(ALIGNED(opaque(&s), 32));
    CHECK(ALIGNED(opaque(&t), 64));
    CHECK(ALIGNED(opaque(&local), 64));
    CHECK(ALIGNED(opaque(&copy), 64));
    CHECK(ALIGNED(p, 16));
    CHECK(ALIGNED(opaque(vla), 4));
    CHECK(fill(p, n) == (long)n * n);
    for (int i = 0; i < n; i++) vla[i] = i;
    CHECK(s.a == 1 && s.b == 2 && a == 3 && b == 4 && c == 5 && d == 6 && e == 7 && f == 8);
    CHECK(t.c[0] == 9 && t.c[69] == 10 && copy.c[69] == 10);
    CHECK(l == 11.5L && w == (__int128)12 << 64 && last == 13);
    return local + vla[n - 1] + p[n - 1];
}

long two(int n, long a, long b, long c, long d, long e, __int128 w, long double l, struct A16 s, struct Big g, struct A32 t)
{
    long sum = 0;
    for (int k = 1; k < 4; k++) {
        char vla[n * k] __attribute__((aligned(32)));
        struct A32 in = t;
        CHECK(ALIGNED(opaque(vla), 32));
        CHECK(ALIGNED(opaque(&in), 32));
        sum += fill(opaque(vla), n * k & 63) + in.b;
        sum += three(2, k, in, s, l, w);
    }
    CHECK(ALIGNED(opaque(&t), 32));
    CHECK(ALIGNED(opaque(&s), 16));
    CHECK(a == 1 && b == 2 && c == 3 && d == 4 && e == 5 && w == -7 && l == -8.25L && s.x == 9 && s.c == 10 && g.v[8] == 11 && t.b == 12);
    return sum;
}

long three(int n, ...)
{
    va_list ap;
    char *p = opaque(__builtin_alloca(n * 24));
    Wide local = n;
    long sum = fill(p, n * 24 & 63);
    va_start(ap, n);
    int k = va_arg(ap, int);
    struct A32 t = va_arg(ap, struct A32);
    struct A16 s = va_arg(ap, struct A16);
    long double l = va_arg(ap, long double);
    __int128 w = va_arg(ap, __int128);
    va_end(ap);
    CHECK(ALIGNED(opaque(&local), 64));
    CHECK(k > 0 && k < 4 && t.b == 12 && s.x == 9 && s.c == 10 && l == -8.25L && w == -7);
    return sum + k + local;
}

struct A64 four(int n, struct A64 s, struct A32 t, double d)
{
    struct A64 r = s;
    char *p = opaque(__builtin_alloca_with_align(n, 512));
    CHECK(ALIGNED(p, 64));
    CHECK(ALIGNED(opaque(&s), 64));
    CHECK(ALIGNED(opaque(&t), 32));
    fill(p, n);
    r.c[1] = p[0] + t.a + (int)d;
    return r;
}

long five(int n, long (*f)(int, struct A64, long), struct A64 s)
{
    long sum = 0;
    for (int k = 0; k < n; k++) {
        char *p = opaque(__builtin_alloca(k * 8 + 1));
        *p = k;
        sum += f(k, s, *p);
    }
    return sum;
}

long six(int n, struct A64 s, long v)
{
    V4 x = {n, n, n, n};
    CHECK(ALIGNED(opaque(&s), 64));
    CHECK(ALIGNED(opaque(&x), 16));
    return s.c[0] + v + x[3];
}
#else
int main(void)
{
    struct A32 a = {1, 2};
    struct A64 b;
    memset(&b, 0, sizeof b);
    b.c[0] = 9;
    b.c[69] = 10;
    for (int n = 1; n < 40; n += 6) {
        char *p = opaque(__builtin_alloca(n));
        Wide local = n;
        p[0] = n;
        CHECK(one(n, a, 3, 4, 5, 6, 7, 8, b, 11.5L, (__int128)12 << 64, 13) == 3 * n - 1);
        struct A16 s = {9, 10};
        struct Big g = {{0, 1, 2, 3, 4, 5, 6, 7, 11}};
        struct A32 t = {n, 12};
        two(n, 1, 2, 3, 4, 5, -7, -8.25L, s, g, t);
        struct A64 r = four(n, b, t, 1.5);
        CHECK(r.c[0] == 9 && r.c[69] == 10 && r.c[1] == 2 * n + 1);
        CHECK(five(n, six, b) == 9L * n + (long)n * (n - 1));
        CHECK(ALIGNED(opaque(&local), 64) && local == n && p[0] == n);
    }
    return failures != 0;
}
#endif
