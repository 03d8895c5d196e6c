// test program -fwrapv
/* Updates of memory whose old or new value is compared: every condition, next to every constant, for values at the edges. */
#include <stdio.h>
#define CASES(X, T, N) X(T, N, 0, ==) X(T, N, 1, <) X(T, N, 2, <=) X(T, N, 3, >) X(T, N, 4, >=) X(T, N, 5, !=)
#define FUNCTIONS(T, N, K, C) \
    static __attribute__((noinline)) int a##N##K(T *p) { if (--*p C 0) return 1; return 2; } \
    static __attribute__((noinline)) int b##N##K(T *p) { if ((*p)-- C 0) return 1; return 2; } \
    static __attribute__((noinline)) int c##N##K(T *p) { if ((*p)++ C (T) -1) return 1; return 2; } \
    static __attribute__((noinline)) int d##N##K(T *p) { T o = *p; *p = o - 5; if (o C 6) return 1; return 2; } \
    static __attribute__((noinline)) int e##N##K(T *p) { T o = *p; *p = o - 5; if (o C 4) return 1; return 2; } \
    static __attribute__((noinline)) int f##N##K(T *p, T k) { if ((*p &= k) C 0) return 1; return 2; } \
    static __attribute__((noinline)) int g##N##K(T *p, T k) { T o = *p; *p = o - k; return o C k ? 7 : 9; } \
    static __attribute__((noinline)) int h##N##K(T *p, T k) { if ((*p += k) C 0) return 1; return 2; }
#define RUN(T, N, K, C) for (int i = 0; i < sizeof edges / sizeof *edges; i++) { \
    T x, m = (T) edges[i]; volatile T o = m, k = (T) edges[(i + 3) % 11]; \
    x = m; r = a##N##K(&x); check(r == ((T) (o - 1) C 0 ? 1 : 2) && x == (T) (o - 1), #T #C "a", i); \
    x = m; r = b##N##K(&x); check(r == (o C 0 ? 1 : 2) && x == (T) (o - 1), #T #C "b", i); \
    x = m; r = c##N##K(&x); check(r == (o C (T) -1 ? 1 : 2) && x == (T) (o + 1), #T #C "c", i); \
    x = m; r = d##N##K(&x); check(r == (o C 6 ? 1 : 2) && x == (T) (o - 5), #T #C "d", i); \
    x = m; r = e##N##K(&x); check(r == (o C 4 ? 1 : 2) && x == (T) (o - 5), #T #C "e", i); \
    x = m; r = f##N##K(&x, k); check(r == ((T) (o & k) C 0 ? 1 : 2) && x == (T) (o & k), #T #C "f", i); \
    x = m; r = g##N##K(&x, k); check(r == (o C k ? 7 : 9) && x == (T) (o - k), #T #C "g", i); \
    x = m; r = h##N##K(&x, k); check(r == ((T) (o + k) C 0 ? 1 : 2) && x == (T) (o + k), #T #C "h", i); }
static int checks, wrong;
static void check(int ok, const char *what, int i) { checks++; if (!ok) wrong++, printf("%s %d\n", what, i); }
#define TYPES(X, Y) Y(X, signed char, 1) Y(X, unsigned char, 2) Y(X, short, 3) Y(X, unsigned short, 4) Y(X, int, 5) Y(X, unsigned, 6) Y(X, long, 7) Y(X, unsigned long, 8)
#define ALL(X, T, N) CASES(X, T, N)
TYPES(FUNCTIONS, ALL)
static const long edges[11] = {0, 1, -1, 5, 6, 4, 127, -128, 32767, 0x7fffffff, -0x7fffffffffffffff - 1};
int main(void) {
    int r;
    TYPES(RUN, ALL)
    printf("%d checks, %d wrong\n", checks, wrong);
}
---- output ----
4224 checks, 0 wrong
