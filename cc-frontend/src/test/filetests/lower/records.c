// test run
int printf(const char *, ...);
struct P { int x, y; };
struct Big { long a[5]; };
union U { int i; float f; unsigned char b[4]; };
struct Bits { unsigned a : 3; int b : 5; unsigned long c : 40; _Bool d : 1; int : 0; unsigned e : 7; };
struct __attribute__((packed)) Odd { char c; unsigned x : 20; int y : 3; };
struct P mk(int x, int y) { struct P p = {x, y}; return p; }
struct Big mkbig(long n) { struct Big b; for (int i = 0; i < 5; i++) b.a[i] = n * i; return b; }
long total(struct Big b) { long s = 0; for (int i = 0; i < 5; i++) s += b.a[i]; b.a[0] = 99; return s; }
struct P swap(struct P p) { return (struct P){p.y, p.x}; }
struct P pick(int c, struct P a, struct P b) { return c ? a : b; }
struct N { struct P p[2]; const char *s; char name[8]; } g = {.p[1] = {3, 4}, .s = "lit", .name = "nm"};
int main(void) {
    struct P p = swap(mk(1, 2)), q;
    q = p;
    q.x = 50;
    printf("%d %d %d %d\n", p.x, p.y, q.x, mk(7, 8).y);
    p = swap(p);
    printf("%d %d\n", p.x, p.y);
    struct Big b = mkbig(3);
    printf("%ld %ld %ld\n", total(b), b.a[0], mkbig(5).a[2]);
    printf("%d %d\n", pick(1, p, q).x, pick(0, p, q).x);
    union U u = {.f = 1.0f};
    printf("%x %x\n", u.i, u.b[3]);
    struct Bits s = {5, -3, 0x123456789aUL, 1, 99};
    s.a += 4; s.b--; s.c ^= 0xff; s.d = 4; s.e = s.e + 100;
    printf("%u %d %lx %d %u %d\n", s.a, s.b, (unsigned long)s.c, s.d, s.e, s.a = 15);
    struct Odd o = {'q', 0xabcde, -2};
    o.x++;
    printf("%d %c %x %d\n", (int)sizeof o, o.c, o.x, o.y);
    printf("%d %d %s %s %d\n", g.p[0].x, g.p[1].y, g.s, g.name, (int)sizeof g);
    struct N n = {.name = "abc", .p = {{1}}}, *np = &n;
    n.s = np->name;
    printf("%d %d %s\n", n.p[0].x, n.p[1].y, np->s);
    int arr[] = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, [20] = p.x}, m = 0;
    for (unsigned i = 0; i < sizeof arr / sizeof *arr; i++) m += arr[i];
    char str[10] = "hey", str2[] = "there";
    printf("%d %s %s %d %d\n", m, str, str2, str[9], (int)sizeof str2);
    struct P *lit = &(struct P){m, 2};
    printf("%d\n", lit->x + ({ struct P z = *lit; z.y = 40; z; }).y);
    p = q = mk(9, 9);
    printf("%d %d\n", (p = mk(4, 5)).y, q.x);
    return 0;
}
---- output ----
2 1 50 8
1 2
30 0 10
1 50
3f800000 3f
7 -4 1234567865 1 71 7
4 q abcdf -2
0 4 lit nm 32
1 0 abc
79 hey there 0 6
119
5 9
exit 0
