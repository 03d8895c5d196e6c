// test program
// __builtin_call_with_static_chain: the pointer is in the register of the chain, whatever else the call passes and gives. Called through pointers: gcc drops the chain for functions that it knows to need none.
#include <stdio.h>
#include <stdarg.h>
#if defined(__x86_64__)
#define READ(v) __asm__ volatile("mov %%r10, %0" : "=r"(v))
#elif defined(__riscv)
#define READ(v) __asm__ volatile("mv %0, t2" : "=r"(v))
#endif
#define NI __attribute__((noinline, noclone))
struct large { long a[5]; void *chain; };
struct two { void *chain; double d; };
NI static void *none(void) { void *p; READ(p); return p; }
NI static void *many(int a, double b, long c, long d, long e, long f, long g, long h) { void *p; READ(p); return (char *)p + a + (int)b + c + d + e + f + g + h; }
NI static struct large large(int x) { void *p; READ(p); struct large l = {{x, 2, 3, 4, 5}, p}; return l; }
NI static struct two two(double x) { void *p; READ(p); struct two t = {p, x}; return t; }
NI static void *variable(int n, ...) { void *p; READ(p); va_list v; va_start(v, n); while (n--) p = (char *)p + va_arg(v, int); va_end(v); return p; }
NI static _Complex double complex(double x) { void *p; READ(p); return x + (double)*(int *)p * 1i; }
static void *last;
NI static void nothing(void) { READ(last); }
static void *(*volatile pnone)(void) = none;
static void *(*volatile pmany)(int, double, long, long, long, long, long, long) = many;
static struct large (*volatile plarge)(int) = large;
static struct two (*volatile ptwo)(double) = two;
static void *(*volatile pvariable)(int, ...) = variable;
static _Complex double (*volatile pcomplex)(double) = complex;
static void (*volatile pnothing)(void) = nothing;

NI static int around(int x) {
    // The frames of two executions of one function: the inner one is called with the chain that it would get, and through a pointer.
    int inner(int y) { return x * 10 + y; }
    int (*p)(int) = inner;
    return inner(1) + p(2) * 100;
}
int main(void) {
    static char buffer[64];
    int ok = 0, n = 0;
#define T(c) (n++, (c) ? ok++ : printf("%d\n", __LINE__))
    T(__builtin_call_with_static_chain(pnone(), buffer) == buffer);
    T(__builtin_call_with_static_chain(pmany(1, 2, 3, 4, 5, 6, 7, 8), buffer) == buffer + 36);
    struct large l = __builtin_call_with_static_chain(plarge(7), buffer + 2);
    T(l.chain == buffer + 2 && l.a[0] == 7 && l.a[4] == 5);
    struct two t = __builtin_call_with_static_chain(ptwo(1.5), &t);
    T(t.chain == &t && t.d == 1.5);
    T(__builtin_call_with_static_chain(pvariable(3, 4, 5, 6), buffer) == buffer + 15);
    T(__builtin_call_with_static_chain(pcomplex(2), &n) == 2 + 6i);
    __builtin_call_with_static_chain(pnothing(), buffer + 3);
    T(last == buffer + 3);
    T((char *)__builtin_call_with_static_chain(pnone(), (char *)__builtin_call_with_static_chain(pnone(), buffer) + 5) == buffer + 5);
    printf("%d of %d, %d\n", ok, n, around(3));
}
---- output ----
8 of 8, 3231
