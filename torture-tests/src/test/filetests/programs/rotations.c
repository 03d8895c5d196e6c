// test program needs=popcnt -mpopcnt
// Rotations of all widths written with shifts, and bits counted by fields, against loops that do one bit at a time; sums and products put together anew, against volatile steps.
#include <stdint.h>
#include <stdio.h>
#define NI __attribute__((noinline))
NI uint8_t rol8(uint8_t x, int n) { return (x << (n & 7)) | (x >> (-n & 7)); }
NI uint8_t ror8(uint8_t x, int n) { return (x >> n) | (x << (8 - n)); }
NI uint8_t odd8(uint8_t x, int n) { return (x << n) | (x >> (-n & 7)); }
NI uint16_t rol16(uint16_t x, int n) { return (x << n) | (x >> (16 - n)); }
NI uint16_t swap16(uint16_t x) { return x << 8 | x >> 8; }
NI uint32_t rol32(uint32_t x, int n) { return (x << (n & 31)) | (x >> (-n & 31)); }
NI uint32_t ror32(uint32_t x, int n) { return (x >> (n & 31)) | (x << (-n & 31)); }
NI uint32_t tested32(uint32_t x, int n) { n &= 31; return n ? (x << n) | (x >> (32 - n)) : x; }
NI uint32_t twice32(uint32_t x, int n) { return (x << (n & 31)) + (x >> (-n & 31)); }
NI uint64_t rol64(uint64_t x, unsigned n) { return (x << (n & 63)) | (x >> (-n & 63)); }
NI uint64_t sum64(uint64_t x, unsigned n) { return (x << n) + (x >> (64 - n)); }
NI int count32(uint32_t v) { v = v - ((v >> 1) & 0x55555555); v = (v & 0x33333333) + ((v >> 2) & 0x33333333); return ((v + (v >> 4) & 0xF0F0F0F) * 0x1010101) >> 24; }
NI int count64(uint64_t x) { x -= x >> 1 & 0x5555555555555555; x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333); x = (x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f; x += x >> 8; x += x >> 16; x += x >> 32; return x & 0x7f; }
NI int parity32(uint32_t x) { x ^= x >> 16; x ^= x >> 8; x ^= x >> 4; x ^= x >> 2; x ^= x >> 1; return x & 1; }
NI uint64_t slow(uint64_t x, int w, int n) { uint64_t top = 1ull << (w - 1), m = top | (top - 1); for (n &= w - 1; n; n--) x = (x << 1 & m) | (x & top) != 0; return x; }
NI int ones(uint64_t x) { int n = 0; while (x) n += x & 1, x >>= 1; return n; }
NI uint32_t sums(uint32_t a, uint32_t b, uint32_t c) { return a * b + (c - a) + a * c + 7 - c + a * 3 - (b << 2) + (c << 2) + ~a; }
NI uint32_t steps(uint32_t a, uint32_t b, uint32_t c) { volatile uint32_t s = a * b; s += c; s -= a; s += a * c; s += 7; s -= c; s += a * 3; s -= b << 2; s += c << 2; s += ~a; return s; }
NI uint16_t bits(uint16_t a, uint16_t b, uint16_t c) { return ((a & b) ^ (a & c) ^ (b & c)) + ((a | b) & (a | c) & (a | 3)) + (a * b * a * b * a); }
NI uint16_t bitsteps(uint16_t a, uint16_t b, uint16_t c) { volatile uint16_t x = a & b, y = a | b; x ^= a & c; x ^= b & c; y &= a | c; y &= a | 3; volatile uint32_t p = a; p *= b; p *= a; p *= b; p *= a; return x + y + p; }
NI void masks(uint32_t *p, int n, uint32_t a, uint32_t b) { for (int i = 0; i < n; i++) p[i] = ((p[i] ^ a) + i) ^ b ^ a; }
int main(void) {
    uint64_t x = 88172645463325252u;
    int bad = 0;
    unsigned odd = 0;
    uint32_t t[8] = {0};
    for (int i = 0; i < 2000; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        int n = i % 70, k = n % 31 + 1;
        bad += rol8(x, n) != (uint8_t) slow(x & 255, 8, n) || ror8(x, n & 7) != slow(x & 255, 8, 8 - (n & 7)) || rol16(x, n & 15) != slow(x & 0xffff, 16, n & 15);
        bad += swap16(x) != slow(x & 0xffff, 16, 8) || rol32(x, n) != slow((uint32_t) x, 32, n) || ror32(x, n) != slow((uint32_t) x, 32, 64 - n & 31) || tested32(x, n) != slow((uint32_t) x, 32, n);
        bad += rol64(x, n) != slow(x, 64, n) || sum64(x, k) != slow(x, 64, k) || twice32(x, n) != (n & 31 ? slow((uint32_t) x, 32, n) : (uint32_t) x * 2);
        bad += odd8(x, n & 31) != (uint8_t) (((x & 255) << (n & 31)) | (x & 255) >> (-n & 7));
        bad += count32(x) != ones((uint32_t) x) || count64(x) != ones(x) || parity32(x) != (ones((uint32_t) x) & 1);
        bad += sums(x, x >> 20, x >> 40) != steps(x, x >> 20, x >> 40) || bits(x, x >> 20, x >> 40) != bitsteps(x, x >> 20, x >> 40);
        masks(t, 8, x, x >> 32);
        odd += t[i & 7];
    }
    printf("%d %u\n", bad, odd);
}
---- output ----
0 2388773940
