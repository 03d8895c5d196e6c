/* Leading zeros. */
#ifndef _LZCNTINTRIN_H_INCLUDED
#define _LZCNTINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __LZCNT__
#pragma GCC push_options
#pragma GCC target("lzcnt")
#define __pop_LZCNT
#endif
__intrinsic unsigned short __lzcnt16(unsigned short __a) { return __builtin_ia32_lzcnt_u16(__a); }
__intrinsic unsigned __lzcnt32(unsigned __a) { return __builtin_ia32_lzcnt_u32(__a); }
__intrinsic unsigned long long __lzcnt64(unsigned long long __a) { return __builtin_ia32_lzcnt_u64(__a); }
__intrinsic unsigned _lzcnt_u32(unsigned __a) { return __builtin_ia32_lzcnt_u32(__a); }
__intrinsic unsigned long long _lzcnt_u64(unsigned long long __a) { return __builtin_ia32_lzcnt_u64(__a); }

#ifdef __pop_LZCNT
#undef __pop_LZCNT
#pragma GCC pop_options
#endif

#endif
