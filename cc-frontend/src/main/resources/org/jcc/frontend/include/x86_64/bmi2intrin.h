/* Bits: BMI2. */
#ifndef _BMI2INTRIN_H_INCLUDED
#define _BMI2INTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __BMI2__
#pragma GCC push_options
#pragma GCC target("bmi2")
#define __pop_BMI2
#endif
__intrinsic unsigned _bzhi_u32(unsigned __a, unsigned __b) { return __builtin_ia32_bzhi_si(__a, __b); }
__intrinsic unsigned _pdep_u32(unsigned __a, unsigned __b) { return __builtin_ia32_pdep_si(__a, __b); }
__intrinsic unsigned _pext_u32(unsigned __a, unsigned __b) { return __builtin_ia32_pext_si(__a, __b); }
__intrinsic unsigned long long _bzhi_u64(unsigned long long __a, unsigned long long __b) { return __builtin_ia32_bzhi_di(__a, __b); }
__intrinsic unsigned long long _pdep_u64(unsigned long long __a, unsigned long long __b) { return __builtin_ia32_pdep_di(__a, __b); }
__intrinsic unsigned long long _pext_u64(unsigned long long __a, unsigned long long __b) { return __builtin_ia32_pext_di(__a, __b); }
__intrinsic unsigned long long _mulx_u64(unsigned long long __a, unsigned long long __b, unsigned long long *__p) { unsigned __int128 __r = (unsigned __int128)__a * __b; *__p = (unsigned long long)(__r >> 64); return (unsigned long long)__r; }

#ifdef __pop_BMI2
#undef __pop_BMI2
#pragma GCC pop_options
#endif

#endif
