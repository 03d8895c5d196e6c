// test program -Oz
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

/* Small numbers go by way of the stack, but not where slots lie below the stack pointer. */
__attribute__((noinline)) static int red_zone(int n) {
    volatile int v[8];
    for (int i = 0; i < 8; i++) v[i] = i * 3;
    v[n & 7] = 100;
    return v[1] + v[7] * 5 + v[n & 7];
}

__attribute__((noinline)) static long sum8(long a, long b, long c, long d, long e, long f, long g, long h) {
    return a + 2 * b + 3 * c + 4 * d + 5 * e + 6 * f + 7 * g + 8 * h;
}

__attribute__((noinline)) static unsigned long ones(int k) {
    if (k == 1) return -1;
    if (k == 2) return (unsigned) -1;
    if (k == 3) return -128;
    if (k == 4) return 127;
    if (k == 5) return 128;
    return (unsigned) -5;
}

/* Blocks of all sizes, of known length and not. */
struct large { int a[50]; char c; };

__attribute__((noinline)) static struct large filled(int c) {
    struct large x;
    memset(&x, c, sizeof x);
    return x;
}

__attribute__((noinline)) static void known(char *to, const char *from) {
    memcpy(to, from, 28);
    memcpy(to + 30, from + 1, 100);
    memcpy(to + 140, from + 3, 99);
    memset(to + 250, 0, 64);
    memset(to + 320, 255, 72);
    memset(to + 400, 'x', 41);
}

__attribute__((noinline)) static void unknown(char *to, const char *from, unsigned n, int c) {
    memcpy(to, from, n);
    memset(to + n, c, n / 2);
}

__attribute__((noinline)) static unsigned hash(const char *p, int n) {
    unsigned h = 7;
    for (int i = 0; i < n; i++) h = h * 31 + (unsigned char) p[i];
    return h;
}

/* A copy whose source lives on is no exchange. */
__attribute__((noinline)) static int id(int x) { return x; }

__attribute__((noinline)) static int reused(int x) {
    int a = id(x);
    int b = id(a);
    return a * 10 + b;
}

__attribute__((noinline)) static int quotients(int a, unsigned b) {
    return a / 10 + a % 7 + a / 8 + (int) (b / 10) + (int) (b % 100);
}

struct bits { unsigned char a, flags; unsigned short wide; signed char s; };

__attribute__((noinline)) static int tested(struct bits *p) {
    int n = 0;
    if (p->flags & 0x84) n |= 1;
    if (p->wide & 0x400) n |= 2;
    if (p->wide & 0x101) n |= 4;
    if (p->s & 0x100) n |= 8;
    if (p->s & 0x40) n |= 16;
    return n;
}

static jmp_buf again;

int main(void) {
    printf("%d %d\n", red_zone(3), red_zone(7));
    printf("%ld\n", sum8(1, -2, 3, -4, 127, -128, 128, -129));
    for (int k = 1; k <= 6; k++) printf("%lx ", ones(k));
    puts("");
    struct large x = filled(0), y = filled(-1), z = filled(9);
    printf("%d %d %d %d\n", x.a[49], y.a[0], z.a[20], z.c);
    char from[200], to[500];
    for (int i = 0; i < 200; i++) from[i] = i * 7;
    memset(to, 1, sizeof to);
    known(to, from);
    printf("%u\n", hash(to, sizeof to));
    for (unsigned n = 0; n < 180; n += 45) unknown(to, from, n, n);
    printf("%u\n", hash(to, sizeof to));
    printf("%d %d %d\n", reused(4), quotients(-1234, 4000000000u), quotients(99, 7));
    struct bits b[] = {{0, 0x80, 0x400, -1}, {4, 4, 0x100, 0x40}, {132, 3, 0xfafe, 0x3f}};
    for (int i = 0; i < 3; i++) printf("%d ", tested(b + i));
    puts("");
    volatile int rounds = 0;
    if (setjmp(again) < 3) longjmp(again, ++rounds);
    printf("%d\n", rounds);
    return 0;
}
---- output ----
208 603
-279
ffffffffffffffff ffffffff ffffffffffffff80 7f 80 fffffffb 
0 -1 151587081 9
3364784261
64204894
44 399999721 29
27 21 0 
3
