// test program
/* Vectors of 32 bytes without registers for them: in memory. */
#include <stdarg.h>
#include <stdio.h>
typedef double v4 __attribute__((vector_size(32))); typedef int w8 __attribute__((vector_size(32)));
struct s { v4 v; };
v4 f(v4 a, int k, v4 b); w8 g(w8 a, w8 b, w8 c); struct s h(struct s a, w8 b); double va(int n, ...);
int main(void) { v4 a = {1,2,3,4}, b = {5,6,7,8}; a = f(a, 3, b); printf("%g %g\n", a[0], a[3]); w8 x = {1,2,3,4,5,6,7,8}; x = g(x, x+x, x*x); for (int k = 0; k < 8; k++) printf("%d ", x[k]); struct s q = {b}; q = h(q, x); printf("%g %g\n", q.v[1], va(2, a, 1.5, b)); return 0; }
__attribute__((noinline)) v4 f(v4 a, int k, v4 b) { return a * b + k; } __attribute__((noinline)) w8 g(w8 a, w8 b, w8 c) { return a + (b ^ c) * 3 - (a < c); } __attribute__((noinline)) struct s h(struct s a, w8 b) { a.v[1] += b[3]; return a; }
__attribute__((noinline)) double va(int n, ...) { va_list ap; va_start(ap, n); v4 x = va_arg(ap, v4); double s = x[1] + va_arg(ap, double); x = va_arg(ap, v4); return s + x[2]; }
---- output ----
8 35
10 3 49 77 63 127 197 249 83 23.5
