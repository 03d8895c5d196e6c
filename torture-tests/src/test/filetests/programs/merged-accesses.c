// test program
// Neighbouring stores and loads that may be one: constants, parts of a value in both orders, bit-fields, copies; with overlap, aliasing, gaps, volatile, at a page's end.
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#define NI __attribute__((noinline))
typedef unsigned char u8; typedef unsigned short __attribute__((may_alias)) u16; typedef unsigned __attribute__((may_alias)) u32; typedef unsigned long __attribute__((may_alias)) u64;
static u8 buf[64] __attribute__((aligned(16))); static u64 hash = 7;
NI void show(void) { for (int i = 0; i < 64; i++) hash = hash * 31 + buf[i]; memset(buf, 0xa5, 64); }
NI void le32(u8 *p, u32 v) { p[0] = v; p[1] = v >> 8; p[2] = v >> 16; p[3] = v >> 24; }
NI void be32(u8 *p, u32 v) { p[0] = v >> 24; p[1] = v >> 16; p[2] = v >> 8; p[3] = v; }
NI void be64(u8 *p, u64 v) { for (int i = 0; i < 8; i++) p[i] = v >> 56 - 8 * i; }
NI void be16(u8 *p, u64 v) { p[1] = v >> 16; p[0] = v >> 24; }
NI void mid(u8 *p, long v) { p[2] = v >> 40; p[1] = v >> 32; p[0] = v >> 24; p[3] = v >> 48; }
NI void sign(u8 *p, int v) { p[0] = v >> 24; p[1] = v >> 31; p[2] = v; p[3] = (u32) v >> 8; }
NI void self(u8 *p) { p[0] = p[4]; p[1] = p[0]; p[2] = p[1]; p[3] = p[7]; }
NI void shift(u8 *p) { u8 a = p[0], b = p[1], c = p[2], d = p[3]; p[1] = a; p[2] = b; p[3] = c; p[4] = d; }
NI void swap(u32 *p, u32 *q) { u32 a = p[0], b = p[1]; p[0] = q[0]; p[1] = q[1]; q[0] = a; q[1] = b; }
NI void copy(u16 *restrict p, const u16 *restrict q) { p[0] = q[0]; p[1] = q[1]; p[2] = q[2]; p[3] = q[3]; p[4] = q[4]; p[5] = q[5]; p[6] = q[6]; p[7] = q[7]; }
NI void consts(u8 *p) { p[0] = 1; p[5] = 6; p[1] = 2; p[3] = 4; p[2] = 3; p[4] = 5; *(u8 *) (p + 6) = 255; p[7] = 128; p[8] = 9; }
NI u8 two(u8 *p, u8 *q) { p[0] = 1; q[1] = 7; p[1] = 2; q[0] = 8; p[2] = 3; return p[1]; }
NI void zero(u32 *p) { p[0] = 0; p[1] = 0; p[2] = 0; p[3] = 0; p[4] = 0; p[5] = 1; }
NI void twice(u32 *p, u8 *q) { p[0] = 0x01020304; q[1] = 9; p[1] = 5; q[2] = 8; }
struct B { u32 a : 3, b : 5, c : 8, d : 13; int e : 3; u64 f : 33, g : 31; };
NI void bits(struct B *p) { p->a = 5; p->b = 17; p->c = 200; p->d = 4097; p->e = -2; p->f = 0x1ffffffffu; p->g = 12345; }
NI void bitsv(struct B *p, int x, int y) { p->a = x; p->d = y; p->b = y; p->e = x; p->c = x; }
NI int bitsr(struct B *p) { p->b += 3; p->c ^= 0x5a; p->a = p->b; return p->a + p->e + p->d; }
struct R { float f; int i; double d; void *p; char c; }; NI void rec(struct R *r) { r->f = 1; r->i = -1; r->d = 0; r->p = 0; r->c = 0; }
NI u32 lle(const u8 *p) { return p[0] | p[1] << 8 | p[2] << 16 | (u32) p[3] << 24; }
NI u32 lbe(const u8 *p) { return p[3] | p[2] << 8 | p[1] << 16 | (u32) p[0] << 24; }
NI u64 lle64(const u8 *p) { u64 r = 0; for (int i = 7; i >= 0; i--) r = r << 8 | p[i]; return r; }
NI u64 lbe64(const u8 *p) { u64 r = 0; for (int i = 0; i < 8; i++) r = r << 8 | p[i]; return r; }
NI u32 lbe16(const u8 *p) { return p[0] << 8 | p[1]; }
NI u32 lbe24(const u8 *p) { return p[0] << 16 | p[1] << 8 | p[2]; }
NI int sbe(const signed char *p) { return p[0] << 8 | (u8) p[1]; }
NI u32 halves(const u16 *p) { return p[1] | (u32) p[0] << 16; }
NI u32 stored(u8 *p) { u32 a = p[0] | p[1] << 8; p[2] = 77; return a | p[2] << 16 | (u32) p[3] << 24; }
NI u32 vol(volatile u8 *p) { return p[0] | p[1] << 8 | p[2] << 16 | (u32) p[3] << 24; }
NI u32 bs(u32 x) { return x >> 24 | (x >> 8 & 0xff00) | (x << 8 & 0xff0000) | x << 24; }
NI u64 bs64(u64 x) { x = (x & 0x00ff00ff00ff00ff) << 8 | (x >> 8 & 0x00ff00ff00ff00ff); x = (x & 0x0000ffff0000ffff) << 16 | (x >> 16 & 0x0000ffff0000ffff); return x << 32 | x >> 32; }
NI u16 bs16(u16 x) { return x >> 8 | x << 8; }
NI u32 notbs(u32 x) { return x >> 24 | (x >> 8 & 0xff00) | (x << 8 & 0xff0000) | x << 16; }
NI u32 pair(u32 x) { return (x & 0xff00ff00) >> 8 | (x & 0xff00ff) << 8; }
#define H(x) hash = hash * 131 + (u64) (x)
int main(void) {
  u8 *end = (u8 *) mmap(0, 8192, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) + 4096;
  munmap(end, 4096);
  show();
  for (int k = 0; k < 4; k++) {
    u32 v = 0x89abcdef * (k + 1);
    le32(buf + k, v), show(), be32(buf + 7 + k, v), show(), be64(buf + k, v * 0x123456789abul), show(), be16(buf, v), show(), mid(buf + k, v * 0x123456789abul), show(), sign(buf, v), show();
    be64(buf + 3, 0x0123456789abcdef * (k + 3)), self(buf + k), show(), be64(buf + 3, 0x0123456789abcdef), shift(buf + k), show();
    be64(buf, v * 0x987654321ul), swap((u32 *) buf, (u32 *) (buf + 4 * k)), show();
    be64(buf + 1, v), be64(buf + 9, ~v), copy((u16 *) (buf + 20), (u16 *) buf), show();
    consts(buf + k), show(), H(two(buf, buf + k)), show(), zero((u32 *) (buf + 4 * k)), show(), twice((u32 *) buf, buf + k), show();
    bits((struct B *) buf), show(), bitsv((struct B *) buf, v, k * 77), show(), H(bitsr((struct B *) buf)), show(), rec((struct R *) buf), show();
    be64(buf, v * 0x123456789abul), be64(buf + 8, v * 0xfedcba987654321ul);
    H(lle(buf + k)), H(lbe(buf + k)), H(lle64(buf + k)), H(lbe64(buf + k)), H(lbe16(buf + k)), H(lbe24(buf + k)), H(sbe((signed char *) buf + k)), H(halves((u16 *) buf + k)), H(stored(buf + k)), H(vol(buf + k)), show();
    H(bs(v)), H(bs64(v * 0x123456789abul)), H(bs16(v)), H(notbs(v)), H(pair(v));
    printf("%lx\n", hash);
  }
  le32(end - 4, 1), be32(end - 4, 2), H(lle(end - 4)), H(lbe(end - 4)), H(lbe16(end - 2)), H(lbe24(end - 3)), H(lle64(end - 8));
  memset(end - 48, 0, 48), zero((u32 *) (end - 24)), consts(end - 9), H(lbe64(end - 8)), copy((u16 *) (end - 16), (u16 *) (end - 32));
  printf("%lx\n", hash);
}
---- output ----
79be8fe3148b3928
f9a1bb4c0e631d91
2321ac70510eba01
1178d03bb91f63da
3f5a33cab304afbd
