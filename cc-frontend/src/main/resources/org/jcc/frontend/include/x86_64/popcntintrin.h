/* The number of ones. */
#ifndef _POPCNTINTRIN_H_INCLUDED
#define _POPCNTINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __POPCNT__
#pragma GCC push_options
#pragma GCC target("popcnt")
#define __pop_POPCNT
#endif
__intrinsic int _mm_popcnt_u32(unsigned __a) { return __builtin_popcount(__a); }
__intrinsic long long _mm_popcnt_u64(unsigned long long __a) { return __builtin_popcountll(__a); }

#ifdef __pop_POPCNT
#undef __pop_POPCNT
#pragma GCC pop_options
#endif

#endif
