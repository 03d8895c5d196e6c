// test program 
#include <stdio.h>
#include <string.h>
#include <stdarg.h>
struct P { char a; int b; short c; struct { char x; long y; } in[3]; unsigned bits : 5, : 4, more : 9; long double ld; union { char u1; short u2[3]; } u; char pad[3]; double d; };
union Q { struct { char c; int i; } s; short t; };
static void dump(const char *n, const void *p, size_t s) { printf("%s", n); for (size_t i = 0; i < s; i++) printf("%02x", ((const unsigned char *) p)[i]); printf("\n"); }
static int sw(unsigned __int128 x) { switch (x) { case (unsigned __int128) 5 << 64 | 7: return 1; case 3: return 2; case (unsigned __int128) 9 << 100 ... ((unsigned __int128) 9 << 100) + ((__int128) 3 << 70): return 3; case ~(unsigned __int128) 0: return 4; default: return 0; } }
static int ssw(__int128 x) { switch (x) { case -((__int128) 1 << 90): return 1; case -1: return 2; case -((__int128) 1 << 80) ... -5: return 3; case (__int128) 1 << 90: return 4; } return 0; }
__attribute__((noinline)) int total(int n, ...) { va_list ap; va_start(ap, n); int t = 0; while (n--) t = t * 10 + va_arg(ap, int); va_end(ap); return t; }
struct A { char c[20]; };
__attribute__((noinline)) int mixed(int k, int n, ...) { va_list ap; va_start(ap, n); struct A a = va_arg(ap, struct A); double d = va_arg(ap, double); int r = k * 1000 + n * 100 + strlen(a.c) + d + va_arg(ap, int); va_end(ap); return r; }
extern inline __attribute__((always_inline, gnu_inline)) int sum(int first, ...) { return total(__builtin_va_arg_pack_len(), __builtin_va_arg_pack()) + first * 1000000; }
static inline __attribute__((always_inline)) int outer(const char *s, ...) { return sum(strlen(s), __builtin_va_arg_pack()) + __builtin_va_arg_pack_len(); }
static inline __attribute__((always_inline)) int mix(int k, int n, ...) { return mixed(k, n, __builtin_va_arg_pack()); }
static int n;
static struct A three(void) { n++; struct A a = { "abc" }; return a; }
int main(void)
{
    struct P p, arr[2][3]; memset(&p, 0xff, sizeof p); __builtin_clear_padding(&p); dump("P ", &p, sizeof p);
    memset(arr, 0xff, sizeof arr); __builtin_clear_padding(&arr); int zeros = 0; for (size_t i = 0; i < sizeof arr; i++) zeros += !((char *) arr)[i]; printf("%d\n", zeros);
    union Q q; memset(&q, 0xff, sizeof q); __builtin_clear_padding(&q); dump("Q ", &q, sizeof q);
    _Complex long double z; memset(&z, 0xff, sizeof z); __builtin_clear_padding(&z); dump("Z ", &z, sizeof z);
    printf("%d %d %d %d %d %d\n", sw(((unsigned __int128) 5 << 64) + 7), sw(7), sw(3), sw(((unsigned __int128) 9 << 100) + 77), sw(-1), sw(((unsigned __int128) 9 << 100) + ((__int128) 3 << 70) + 1));
    printf("%d %d %d %d %d %d\n", ssw(-((__int128) 1 << 90)), ssw(-1), ssw(-6), ssw(-(__int128) 77 << 50), ssw((__int128) 1 << 90), ssw((__int128) -1 << 90 | 1));
    printf("%d %d %d %d\n", sum(1), sum(2, 3, 4), outer("abc", 7, 8, 9), mix(1, 2, three(), 4.0, 5));
    printf("%d\n", n);
    _Complex float cf = 1.0f + 2.0fi; _Complex int ci = 3 + 4i; long l; asm("movq %1, %0" : "=r"(l) : "r"(ci)); printf("%lx\n", l);
    asm("" : "+r"(ci)); printf("%d %d\n", __real__ ci, __imag__ ci); asm("" : "+r"(cf)); printf("%g %g\n", __real__ cf, __imag__ cf); asm volatile("" :: "g"(cf), "m"(cf));
    return 0;
}
---- output ----
P ff000000ffffffffffff000000000000ff00000000000000ffffffffffffffffff00000000000000ffffffffffffffffff00000000000000ffffffffffffffff1ffe0300000000000000000000000000ffffffffffffffffffff000000000000ffffffffffffffffff00000000000000ffffffffffffffff0000000000000000
384
Q ffff0000ffffffff
Z ffffffffffffffffffff000000000000ffffffffffffffffffff000000000000
1 0 2 3 4 0
1 2 3 3 4 0
1000000 2000034 3000792 1212
1
400000003
3 4
1 2
