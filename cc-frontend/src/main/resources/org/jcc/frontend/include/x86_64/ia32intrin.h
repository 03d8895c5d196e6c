/* What every x86-64 has. */
#ifndef _IA32INTRIN_H_INCLUDED
#define _IA32INTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif
__intrinsic int __bsfd(int __a) { return __builtin_ctz(__a); }
__intrinsic int __bsrd(int __a) { return 31 ^ __builtin_clz(__a); }
__intrinsic int __bsfq(long long __a) { return __builtin_ctzll(__a); }
__intrinsic int __bsrq(long long __a) { return 63 ^ __builtin_clzll(__a); }
__intrinsic int __bswapd(int __a) { return __builtin_bswap32(__a); }
__intrinsic long long __bswapq(long long __a) { return __builtin_bswap64(__a); }
__intrinsic int __popcntd(unsigned __a) { return __builtin_popcount(__a); }
__intrinsic long long __popcntq(unsigned long long __a) { return __builtin_popcountll(__a); }
__intrinsic unsigned long long __rdtsc(void) { return __builtin_ia32_rdtsc(); }
__intrinsic unsigned long long __rdtscp(unsigned *__p) { unsigned __a, __d, __c; __asm__ __volatile__("rdtscp" : "=a"(__a), "=d"(__d), "=c"(__c)); *__p = __c; return (unsigned long long)__d << 32 | __a; }
__intrinsic unsigned long long __rdpmc(int __a) { return __builtin_ia32_rdpmc(__a); }
__intrinsic void __pause(void) { __builtin_ia32_pause(); }
__intrinsic unsigned char __rolb(unsigned char __a, int __n) { return (unsigned char)(__a << (__n & 7) | __a >> (-__n & 7)); }
__intrinsic unsigned char __rorb(unsigned char __a, int __n) { return (unsigned char)(__a >> (__n & 7) | __a << (-__n & 7)); }
__intrinsic unsigned short __rolw(unsigned short __a, int __n) { return (unsigned short)(__a << (__n & 15) | __a >> (-__n & 15)); }
__intrinsic unsigned short __rorw(unsigned short __a, int __n) { return (unsigned short)(__a >> (__n & 15) | __a << (-__n & 15)); }
__intrinsic unsigned __rold(unsigned __a, int __n) { return (unsigned)(__a << (__n & 31) | __a >> (-__n & 31)); }
__intrinsic unsigned __rord(unsigned __a, int __n) { return (unsigned)(__a >> (__n & 31) | __a << (-__n & 31)); }
__intrinsic unsigned long long __rolq(unsigned long long __a, int __n) { return (unsigned long long)(__a << (__n & 63) | __a >> (-__n & 63)); }
__intrinsic unsigned long long __rorq(unsigned long long __a, int __n) { return (unsigned long long)(__a >> (__n & 63) | __a << (-__n & 63)); }
__intrinsic unsigned long long __readeflags(void) { unsigned long long __r; __asm__ __volatile__("pushfq\n\tpopq %0" : "=r"(__r) : : "memory"); return __r; }
__intrinsic void __writeeflags(unsigned long long __a) { __asm__ __volatile__("pushq %0\n\tpopfq" : : "r"(__a) : "memory", "cc"); }

#ifndef __CRC32__
#pragma GCC push_options
#pragma GCC target("crc32")
#define __pop_CRC32
#endif
__intrinsic unsigned __crc32b(unsigned __a, unsigned char __b) { return __builtin_ia32_crc32qi(__a, __b); }
__intrinsic unsigned __crc32w(unsigned __a, unsigned short __b) { return __builtin_ia32_crc32hi(__a, __b); }
__intrinsic unsigned __crc32d(unsigned __a, unsigned __b) { return __builtin_ia32_crc32si(__a, __b); }
__intrinsic unsigned long long __crc32q(unsigned long long __a, unsigned long long __b) { return __builtin_ia32_crc32di(__a, __b); }

#ifdef __pop_CRC32
#undef __pop_CRC32
#pragma GCC pop_options
#endif

#define _bit_scan_forward(a) __bsfd(a)
#define _bit_scan_reverse(a) __bsrd(a)
#define _bswap(a) __bswapd(a)
#define _bswap64(a) __bswapq(a)
#define _popcnt32(a) __popcntd(a)
#define _popcnt64(a) __popcntq(a)
#define _rdpmc(a) __rdpmc(a)
#define _rdtsc() __rdtsc()
#define _rdtscp(a) __rdtscp(a)
#define _rotwl(a, n) __rolw((a), (n))
#define _rotwr(a, n) __rorw((a), (n))
#define _rotl(a, n) __rold((a), (n))
#define _rotr(a, n) __rord((a), (n))
#define _lrotl(a, n) __rolq((a), (n))
#define _lrotr(a, n) __rorq((a), (n))

#endif
