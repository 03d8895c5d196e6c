// test program 
#include <stdio.h>
#include <string.h>
#include <wchar.h>
#define BE __attribute__((scalar_storage_order("big-endian")))
enum E { A = 0x01020304 };
struct BE P { int *p; float f; double d; enum E e; short a[3]; wchar_t w[4]; _Complex float c; long long ll; __int128 q; _Bool b;
  unsigned x : 5, y : 11, z : 16; unsigned long m : 40; int s : 7; signed char t : 4; struct { int native; } in; short grid[2][2]; };
struct BE __attribute__((packed)) Q { char c; unsigned a : 3, b : 20, d : 9; short s; int i[2]; long l : 37; };
union BE U { int i; char c[4]; short s[2]; };
static void dump(const char *name, const void *p, int n) { printf("%s:", name); for (int i = 0; i < n; i++) printf(" %02x", ((const unsigned char *) p)[i]); printf("\n"); }
struct P g = { 0, 1.5f, -2.25, A, { 1, 2, 3 }, { 5, 6 }, 1.0f + 2.0fi, 0x0102030405060708, 77, 1, 3, 1000, 0xabcd, 0x1234567890, -3, 2, { 9 }, { { 1, 2 }, { 3, 4 } } };
const struct Q cq = { 'x', 5, 0x12345, 0x1ff, 0x102, { 3, 4 }, -5 };
__attribute__((noinline)) long sum(struct P *p) { long s = 0; for (int i = 0; i < 3; i++) s += p->a[i]; return s + p->x + p->y + p->z + p->m + p->s + p->t + p->ll + p->grid[1][0]; }
__attribute__((noinline)) struct Q by(struct Q q) { q.b++; q.i[1] += q.i[0]; q.l *= 3; return q; }
int main(void)
{
    dump("g", &g, sizeof g);
    dump("cq", &cq, sizeof cq);
    struct P l; memset(&l, 0, sizeof l);
    l.p = (int *) 0x11; l.f = 3.25f; l.d = 1e10; l.e = A; l.a[1] = -2; l.c = 2.0f - 1.0fi; l.ll = -2; l.q = 5; l.x = 30; l.y = 7; l.z = 0x8001; l.m = 0xfedcba9876; l.s = -64; l.t = 7; l.in.native = 6;
    l.x += 3; l.m--; l.s++; l.a[1]++; l.d /= 4; l.grid[1][0] = 0x0a0b; l.b = 2; l.c += 1; l.w[2] = L'z'; l.q <<= 70;
    dump("l", &l, sizeof l);
    printf("%ld %g %g %d %ld\n", sum(&l), l.f, l.d, l.e, sum(&g));
    struct Q q = by(cq); dump("q", &q, sizeof q);
    struct Q r = { .i = { 7, q.i[1] }, .d = q.d, .l = q.l }; dump("r", &r, sizeof r);
    union U u; u.i = 0x01020304; printf("%d %d %d\n", u.c[0], u.s[1], u.i);
    __typeof__(q.i[0]) plain = 1; dump("plain", &plain, 4);
    int *ip = &plain; __auto_type v = q.s; dump("v", &v, sizeof v);
    printf("%d %d %td\n", q.a, cq.b, (char *) q.i - (char *) &q);
    return 0;
}
---- output ----
g: 00 00 00 00 00 00 00 00 3f c0 00 00 00 00 00 00 c0 02 00 00 00 00 00 00 01 02 03 04 00 01 00 02 00 03 00 00 00 00 00 05 00 00 00 06 00 00 00 00 00 00 00 00 3f 80 00 00 40 00 00 00 00 00 00 00 01 02 03 04 05 06 07 08 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 4d 01 1b e8 00 ab cd 00 00 12 34 56 78 90 fa 20 00 09 00 00 00 00 01 00 02 00 03 00 04 00 00 00 00
cq: 78 a2 46 8b ff 01 02 00 00 00 03 00 00 00 04 ff ff ff ff d8
l: 11 00 00 00 00 00 00 00 40 50 00 00 00 00 00 00 41 e2 a0 5f 20 00 00 00 01 02 03 04 00 00 ff ff 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 7a 00 00 00 00 40 40 00 00 bf 80 00 00 00 00 00 00 ff ff ff ff ff ff ff fe 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 40 00 00 00 00 00 00 00 00 01 08 07 00 80 01 00 00 fe dc ba 98 75 82 70 00 06 00 00 00 00 00 00 00 0a 0b 00 00 00 00 00 00
1094624944718 3.25 2.5e+09 16909060 72623937977921368
q: 78 a2 46 8d ff 01 02 00 00 00 03 00 00 00 07 ff ff ff ff 88
r: 00 00 00 01 ff 00 00 00 00 00 07 00 00 00 07 ff ff ff ff 88
1 772 16909060
plain: 01 00 00 00
v: 02 01
5 74565 7
