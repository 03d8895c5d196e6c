// test program
// Functions that are passed to a body and called there, which is copied together with them: state of theirs, recursion, optional arguments, attributes.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <setjmp.h>
#define NI __attribute__((noinline))

static int apply(int (*f)(int), int x) { return f(x) + 1; }
static int twice(int (*f)(int), int x) { return apply(f, apply(f, x)); }

// A static object of the function is one, however often the function is copied.
static int counted(int x) {
    static int calls;
    return x * 100 + ++calls;
}
// So is one of the body that it is passed to.
static int numbered(int (*f)(int), int x) {
    static int n = 10;
    n += 7;
    return f(x) * n;
}
static int negated(int x) { return -x; }
static int squared(int x) { return x * x; }
static NI int closed(int x) { return x ^ 21; }
static __attribute__((noclone)) int noclone(int x) { return x ^ 22; }
static __attribute__((noinline, noclone)) int apart(int (*f)(int), int x) { return f(x) - 3; }
static inline __attribute__((always_inline)) int always(int x) { return x + 1000; }
static __attribute__((cold)) int cold(int x) { return x + 5; }
int __attribute__((weak)) weak(int x) { return x + 6; }

// The copy's address is the function's.
static int (*kept)(int);
static int keeps(int (*f)(int), int x) {
    kept = f;
    return f(x);
}

// Recursion: of the function, of the body, and of both through each other.
static int factorial(int x) { return x < 2 ? 1 : x * factorial(x - 1); }
static int repeated(int (*f)(int), int n, int x) { return n == 0 ? x : repeated(f, n - 1, f(x)); }
static int even(int (*f)(), int n);
static int odd(int (*f)(), int n) { return n == 0 ? 0 : f(odd, n - 1); }
static int even(int (*f)(), int n) { return n == 0 ? 1 : f(even, n - 1); }
typedef struct self { int (*f)(struct self *, int); } self;
static int down(self *s, int n) { return n <= 0 ? 0 : n + s->f(s, n - 1); }
typedef int looped();
static int loop(int (*f)(), int n) { return n == 0 ? 3 : 2 * f(f, n - 1); }

// Optional arguments, of the function and of the body.
static int sum(int n, ...) {
    va_list ap;
    int s = 0;
    va_start(ap, n);
    while (n--) s += va_arg(ap, int);
    va_end(ap);
    return s;
}
static int with_three(int (*f)(int, ...), int x) { return f(3, x, x + 1, x + 2); }
static int first(int n, ...) { return n * 2; }
static int with_functions(int n, ...) {
    va_list ap;
    int s = 0;
    va_start(ap, n);
    while (n--) s = s * 3 + apply(va_arg(ap, int (*)(int)), n);
    va_end(ap);
    return s;
}

// Arguments and results of all kinds.
typedef struct { long a, b, c; } big;
typedef struct { float x, y; } pair;
static big shift(big v, int by) { return (big){v.b + by, v.c + by, v.a + by}; }
static big rotated(big (*f)(big, int), big v) { return f(f(v, 1), 2); }
static pair swapped(pair p) { return (pair){p.y, -p.x}; }
static pair turned(pair (*f)(pair), pair p) { return f(f(f(p))); }
static double halved(double x, unsigned char c) { return x / 2 + c; }
static double folded(double (*f)(double, unsigned char), const double *v, int n) {
    double s = 1;
    for (int i = 0; i < n; i++) s = f(s + v[i], (unsigned char)(250 + i * 5));
    return s;
}
static void fill(int *slot, int x) { int spare[8]; for (int i = 0; i < 8; i++) spare[i] = x * i; *slot = spare[x & 7]; }
static int through(void (*f)(int *, int), int x) { int a = 0, b = 0; f(&a, x); f(&b, x + 1); return a * 1000 + b; }
static int vla(int n) { int v[n]; for (int i = 0; i < n; i++) v[i] = i; return v[n - 1] + n; }

// What does not come back, and what comes back twice.
static jmp_buf out;
static int leaves(int x) { if (x > 2) longjmp(out, x); return x; }
static int landed(int (*f)(int), int x) { int r = setjmp(out); return r ? 100 + r : f(x); }

// Sorting: the comparison is passed on.
static int less(const void *a, const void *b) { return *(const int *)a < *(const int *)b; }
static int more(const void *a, const void *b) { return *(const int *)a > *(const int *)b; }
static void sort(int *v, int n, int (*before)(const void *, const void *)) {
    for (int i = 1; i < n; i++) for (int k = i; k > 0 && before(v + k, v + k - 1); k--) { int t = v[k]; v[k] = v[k - 1]; v[k - 1] = t; }
}
static void show(const int *v, int n) { for (int i = 0; i < n; i++) printf("%d ", v[i]); puts(""); }

int main(int argc, char **argv) {
    volatile int z = argc - 1;
    printf("%d %d %d\n", apply(counted, 1), twice(counted, 2), counted(3));
    printf("%d %d %d\n", numbered(negated, 1), numbered(squared, 3), numbered(counted, 0));
    printf("%d %d %d %d %d\n", apply(closed, z + 1), apply(noclone, z + 2), apart(squared, z + 3), apart(negated, z + 4), twice(squared, z + 5));
    printf("%d %d %d\n", apply(always, z), apply(cold, z), apply(weak, z));
    printf("%d %d\n", keeps(squared, z + 7), kept == squared && kept != negated);
    printf("%d %d %d\n", apply(factorial, z + 5), repeated(squared, 3, z + 2), repeated(factorial, 2, z + 3));
    printf("%d %d %d %d\n", odd(even, z + 1), even(odd, z + 4), even(even, z + 5), loop(loop, z + 6));
    self s = {down};
    printf("%d\n", down(&s, z + 10));
    printf("%d %d %d\n", with_three(sum, z + 4), with_three(first, z), with_functions(3, squared, negated, closed));
    big b = rotated(shift, (big){1, 20, 300});
    pair p = turned(swapped, (pair){1, 2});
    double v[] = {1, 2, 3, 4};
    printf("%ld %ld %ld %g %g %g\n", b.a, b.b, b.c, p.x, p.y, folded(halved, v, 4));
    printf("%d %d\n", through(fill, z + 3), twice(vla, z + 9));
    printf("%d %d\n", landed(leaves, z + 1), landed(leaves, z + 3));
    int w[] = {5, 3, 9, 1, 7};
    sort(w, 5, less);
    show(w, 5);
    sort(w, 5, more);
    show(w, 5);
    // A choice between two.
    printf("%d %d\n", apply(z ? squared : negated, 9), apply(z ? negated : squared, 9));
    return 0;
}
---- output ----
105 20304 301
-31 216 85
21 21 6 -7 677
1001 6 7
49 0
121 256 720
1 1 1 192
55
15 6 67
303 4 23 -2 1 109.125
9016 36
1 103
1 3 5 7 9 
9 7 5 3 1 
-8 82
