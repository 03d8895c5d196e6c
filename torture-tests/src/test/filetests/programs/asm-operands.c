// test program 
#include <stdio.h>
typedef unsigned __int128 u128;
static u128 mul(unsigned long a, unsigned long b) { u128 r; asm("mulq %2" : "=A"(r) : "a"(a), "rm"(b) : "cc"); return r; }
static u128 same(u128 x) { asm("" : "+r"(x)); return x; }
static u128 tied(u128 x) { u128 y; asm("incq %q0" : "=r"(y) : "0"(x), "r"(1L), "r"(2L)); return y; }
#ifdef __OPTIMIZE__
static inline __attribute__((always_inline)) long imm(const int n) { long r; asm("movq %1, %0" : "=r"(r) : "i"(n)); return r; }
#endif
int main(void) {
    u128 r = mul(0xfedcba9876543210, 0x123456789abcdef1); printf("%lx %lx\n", (long) (r >> 64), (long) r);
    r = same(r); printf("%lx %lx\n", (long) (r >> 64), (long) r); r = tied(r); printf("%lx %lx\n", (long) (r >> 64), (long) r);
#ifdef __OPTIMIZE__
    printf("%ld %ld\n", imm(5), imm(-70000));
#else
    printf("%d %d\n", 5, -70000);
#endif
    __complex__ long long v = 3 + 4i; asm("" : "+r"(v)); printf("%lld %lld\n", __real__ v, __imag__ v);
}
---- output ----
121fa00ad77d7423 224a4396cc6d0110
121fa00ad77d7423 224a4396cc6d0110
121fa00ad77d7423 224a4396cc6d0111
5 -70000
3 4
