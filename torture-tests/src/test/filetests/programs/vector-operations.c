// test program
// Every operation on vectors of each element and of sizes from 4 to 64 bytes, against the same on scalars.
#include <stdio.h>
#include <string.h>
static unsigned long seed = 1;
static unsigned long next(void) { seed = seed * 6364136223846793005ul + 1442695040888963407ul; return seed ^ seed >> 31; }
static int bad;
#define SAME(what, type, n, r, want) do { for (int k = 0; k < n; k++) if (r[k] != (want)) { if (bad++ < 20) printf("%s of %d %s\n", what, n, #type); break; } } while (0)
#define OPERATION(what, type, n, op, expr) do { V r = op; SAME(what, type, n, r, (type) (expr)); } while (0)
#define COMPARISON(type, mask, n, op) do { M m = a op b; SAME("comparison", mask, n, m, a[k] op b[k] ? -1 : 0); } while (0)
#define COMMON(type, mask, n) \
    OPERATION("+", type, n, a + b, a[k] + b[k]); OPERATION("-", type, n, a - b, a[k] - b[k]); OPERATION("*", type, n, a * b, a[k] * b[k]); \
    OPERATION("negation", type, n, -a, -a[k]); COMPARISON(type, mask, n, <); COMPARISON(type, mask, n, <=); COMPARISON(type, mask, n, >); \
    COMPARISON(type, mask, n, >=); COMPARISON(type, mask, n, ==); COMPARISON(type, mask, n, !=); \
    { V r = a; r[n - 1] = b[0]; r[i] = 3; SAME("insertion", type, n, r, k == i ? 3 : k == n - 1 ? b[0] : a[k]); } \
    { M turn; for (int k = 0; k < n; k++) turn[k] = n - 1 - k; V r = __builtin_shuffle(a, turn); SAME("shuffle", type, n, r, a[n - 1 - k]); }
#define INTEGER(name, type, mask, n) \
    static __attribute__((noinline)) void name(int i) { typedef type V __attribute__((vector_size(n * sizeof(type)))); typedef mask M __attribute__((vector_size(n * sizeof(type)))); \
        V a, b; for (int k = 0; k < n; k++) a[k] = next(), b[k] = next() % 3 ? next() : a[k]; i &= n - 1; COMMON(type, mask, n) \
        OPERATION("&", type, n, a & b, a[k] & b[k]); OPERATION("|", type, n, a | b, a[k] | b[k]); OPERATION("^", type, n, a ^ b, a[k] ^ b[k]); \
        OPERATION("<<3", type, n, a << 3, a[k] << 3); OPERATION(">>3", type, n, a >> 3, a[k] >> 3); OPERATION("<<i", type, n, a << (i & 7), a[k] << (i & 7)); \
        OPERATION(">>v", type, n, a >> (b & 7), a[k] >> (b[k] & 7)); OPERATION("/", type, n, a / (b & 15 | 1), a[k] / (b[k] & 15 | 1)); OPERATION("%", type, n, a % 7, a[k] % 7); }
#define FLOATING(name, type, mask, n) \
    static __attribute__((noinline)) void name(int i) { typedef type V __attribute__((vector_size(n * sizeof(type)))); typedef mask M __attribute__((vector_size(n * sizeof(type)))); \
        V a, b; for (int k = 0; k < n; k++) a[k] = (int) (next() % 1000) - 500, b[k] = next() % 3 ? next() % 99 + 1.0f : a[k]; i &= n - 1; COMMON(type, mask, n) }
INTEGER(c4, signed char, signed char, 4) INTEGER(c8, signed char, signed char, 8) INTEGER(c16, signed char, signed char, 16) INTEGER(u16, unsigned char, signed char, 16) INTEGER(c64, signed char, signed char, 64)
INTEGER(s2, short, short, 2) INTEGER(s8, short, short, 8) INTEGER(us8, unsigned short, short, 8) INTEGER(us16, unsigned short, short, 16)
INTEGER(i1, int, int, 1) INTEGER(i2, int, int, 2) INTEGER(i4, int, int, 4) INTEGER(ui4, unsigned, int, 4) INTEGER(i8, int, int, 8)
INTEGER(l1, long, long, 1) INTEGER(l2, long, long, 2) INTEGER(ul2, unsigned long, long, 2) INTEGER(l8, long, long, 8)
FLOATING(f2, float, int, 2) FLOATING(f4, float, int, 4) FLOATING(f16, float, int, 16) FLOATING(d2, double, long, 2) FLOATING(d4, double, long, 4)
int main(void)
{
    for (int i = 0; i < 40; i++) {
        c4(i); c8(i); c16(i); u16(i); c64(i); s2(i); s8(i); us8(i); us16(i); i1(i); i2(i); i4(i); ui4(i); i8(i); l1(i); l2(i); ul2(i); l8(i); f2(i); f4(i); f16(i); d2(i); d4(i);
    }
    printf("%d bad\n", bad);
}
---- output ----
0 bad
