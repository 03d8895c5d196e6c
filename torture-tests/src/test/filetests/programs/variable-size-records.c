// test program 
#include <stdio.h>
#include <stddef.h>
#include <string.h>
static int k(int n) { return n; }
int test(int n) {
    struct S { char tag; int a[n]; short s; double d; unsigned b1:3, b2:9; char c[n+1]; struct { int x, y; } in; } s, t, *p;
    printf("%zu %zu %zu %zu %zu %zu\n", sizeof s, offsetof(struct S, a), offsetof(struct S, s), offsetof(struct S, d), offsetof(struct S, c), offsetof(struct S, in.y));
    n = 100;
    s.tag = 1; s.s = 2; s.d = 3.5; s.b1 = 5; s.b2 = 300; s.in.x = 7; s.in.y = 8;
    for (int i = 0; i < sizeof s.a / sizeof *s.a; i++) s.a[i] = i * i;
    for (int i = 0; i < sizeof s.c; i++) s.c[i] = 'a' + i;
    t = s; p = &t;
    memset(&s, 0xee, sizeof s);
    p->b1++; p->b2 += 2;
    printf("%d %d %g %d %d %d %d", p->tag, p->s, p->d, p->b1, p->b2, p->in.x, p->in.y);
    for (int i = 0; i < sizeof p->a / sizeof *p->a; i++) printf(" %d", p->a[i]);
    printf(" %.*s\n", (int) sizeof p->c, p->c);
    struct S v[3]; v[1] = t; v[2] = *(v + 1);
    printf("%d %td\n", v[2].in.y, (char *) &v[2] - (char *) v == 2 * sizeof t ? &v[2] - v : -1);
    union U { int i; char c[k(n)]; long l[k(n) / 8 + 1]; } u;
    printf("%zu\n", sizeof u);
    u.l[12] = 0x4142434445464748; printf("%.8s\n", u.c + 96);
    struct N { struct S in; int z; char w; } nn, mm; nn.in = t; nn.z = 77; nn.w = 3; mm = nn;
    printf("%d %d %d %zu\n", mm.z, mm.in.in.y, mm.w, sizeof(struct N));
    struct S q; q = n ? t : s; printf("%d\n", q.in.y);
    struct L { char x[n]; }; n++;
    return sizeof(struct L);
}
int main(void) { printf("%d\n", test(5)); printf("%d\n", test(2)); for (int i = 0; i < 100000; i++) { struct { char c[k(1000)]; } a, b; b.c[i % 1000] = i; a = b; } }
---- output ----
56 4 24 32 42 52
1 2 3.5 6 302 7 8 0 1 4 9 16 abcdef
8 2
104
HGFEDCBA
77 8 3 64
8
100
40 4 12 16 26 36
1 2 3.5 6 302 7 8 0 1 abc
8 2
104
HGFEDCBA
77 8 3 48
8
100
