// test program
// Copies, moves, fills and comparisons of every small size, with guards around; overlapping moves; comparisons that differ at each byte.
#include <stdio.h>
#include <string.h>
#define NI __attribute__((noinline))
typedef unsigned char u8;
static u8 a[160], b[160]; static unsigned long hash = 3;
static void show(void) { for (int i = 0; i < 160; i++) hash = hash * 31 + a[i]; for (int i = 0; i < 160; i++) { a[i] = i * 7; b[i] = 200 - i; } }
#define EACH(n) \
    NI void copy##n(u8 *p, const u8 *q) { memcpy(p, q, n); } \
    NI void move##n(u8 *p, const u8 *q) { memmove(p, q, n); } \
    NI void zero##n(u8 *p) { memset(p, 0, n); } \
    NI void ones##n(u8 *p) { memset(p, -1, n); } \
    NI void fives##n(u8 *p) { memset(p, 5, n); } \
    NI void fill##n(u8 *p, int c) { memset(p, c, n); } \
    NI int equal##n(const u8 *p, const u8 *q) { return memcmp(p, q, n) == 0; } \
    NI void all##n(void) { \
        copy##n(a + 17, b + 3); show(); move##n(a + 17, b + 3); show(); move##n(a + 17, a + 20); show(); move##n(a + 20, a + 17); show(); \
        zero##n(a + 9); show(); ones##n(a + 9); show(); fives##n(a + 9); show(); fill##n(a + 9, 0x1a5); show(); copy##n(a + 8, a + 8); show(); \
        memcpy(b, a, 100); int e = equal##n(a, b); for (int i = 0; i < n + 2; i++) { b[i] ^= 64; e = e * 3 + equal##n(a, b); b[i] ^= 64; } hash = hash * 31 + e; }
#define TEN(x) EACH(x##0) EACH(x##1) EACH(x##2) EACH(x##3) EACH(x##4) EACH(x##5) EACH(x##6) EACH(x##7) EACH(x##8) EACH(x##9)
EACH(0) EACH(1) EACH(2) EACH(3) EACH(4) EACH(5) EACH(6) EACH(7) EACH(8) EACH(9) TEN(1) TEN(2) TEN(3) EACH(40) EACH(47) EACH(48) EACH(55) EACH(63) EACH(64) EACH(65) EACH(79) EACH(95)
#define RUN(x) x##0(); x##1(); x##2(); x##3(); x##4(); x##5(); x##6(); x##7(); x##8(); x##9();
NI int empty(const char *s) { return strlen(s) == 0; }
NI int full(const char *s) { return strlen(s) > 0; }
NI long apart(int i) { int t[24], u[24]; memset(t, i, sizeof t); memmove(u, t, sizeof t); u[i & 3]++; return t[i & 3] * 2L + u[(i + 1) & 3]; }
int main(void) {
    show(); RUN(all) RUN(all1) RUN(all2) RUN(all3) all40(); all47(); all48(); all55(); all63(); all64(); all65(); all79(); all95();
    printf("%lx %d%d%d%d %ld\n", hash, empty(""), empty("x"), full(""), full("x"), apart(3));
}
---- output ----
82e6d7d8b085b49a 1001 151587081
