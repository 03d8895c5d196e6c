/* Bits: BMI. */
#ifndef _BMIINTRIN_H_INCLUDED
#define _BMIINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __BMI__
#pragma GCC push_options
#pragma GCC target("bmi")
#define __pop_BMI
#endif
__intrinsic unsigned __andn_u32(unsigned __a, unsigned __b) { return ~__a & __b; }
__intrinsic unsigned _andn_u32(unsigned __a, unsigned __b) { return ~__a & __b; }
__intrinsic unsigned __bextr_u32(unsigned __a, unsigned __b) { return __builtin_ia32_bextr_u32(__a, __b); }
__intrinsic unsigned _bextr_u32(unsigned __a, unsigned __b, unsigned __c) { return __builtin_ia32_bextr_u32(__a, (__b & 0xff) | ((__c & 0xff) << 8)); }
__intrinsic unsigned __blsi_u32(unsigned __a) { return __a & -__a; }
__intrinsic unsigned _blsi_u32(unsigned __a) { return __a & -__a; }
__intrinsic unsigned __blsmsk_u32(unsigned __a) { return __a ^ (__a - 1); }
__intrinsic unsigned _blsmsk_u32(unsigned __a) { return __a ^ (__a - 1); }
__intrinsic unsigned __blsr_u32(unsigned __a) { return __a & (__a - 1); }
__intrinsic unsigned _blsr_u32(unsigned __a) { return __a & (__a - 1); }
__intrinsic unsigned __tzcnt_u32(unsigned __a) { return __builtin_ia32_tzcnt_u32(__a); }
__intrinsic unsigned _tzcnt_u32(unsigned __a) { return __builtin_ia32_tzcnt_u32(__a); }
__intrinsic unsigned long long __andn_u64(unsigned long long __a, unsigned long long __b) { return ~__a & __b; }
__intrinsic unsigned long long _andn_u64(unsigned long long __a, unsigned long long __b) { return ~__a & __b; }
__intrinsic unsigned long long __bextr_u64(unsigned long long __a, unsigned long long __b) { return __builtin_ia32_bextr_u64(__a, __b); }
__intrinsic unsigned long long _bextr_u64(unsigned long long __a, unsigned __b, unsigned __c) { return __builtin_ia32_bextr_u64(__a, (__b & 0xff) | ((__c & 0xff) << 8)); }
__intrinsic unsigned long long __blsi_u64(unsigned long long __a) { return __a & -__a; }
__intrinsic unsigned long long _blsi_u64(unsigned long long __a) { return __a & -__a; }
__intrinsic unsigned long long __blsmsk_u64(unsigned long long __a) { return __a ^ (__a - 1); }
__intrinsic unsigned long long _blsmsk_u64(unsigned long long __a) { return __a ^ (__a - 1); }
__intrinsic unsigned long long __blsr_u64(unsigned long long __a) { return __a & (__a - 1); }
__intrinsic unsigned long long _blsr_u64(unsigned long long __a) { return __a & (__a - 1); }
__intrinsic unsigned long long __tzcnt_u64(unsigned long long __a) { return __builtin_ia32_tzcnt_u64(__a); }
__intrinsic unsigned long long _tzcnt_u64(unsigned long long __a) { return __builtin_ia32_tzcnt_u64(__a); }
__intrinsic unsigned short __tzcnt_u16(unsigned short __a) { return __builtin_ia32_tzcnt_u16(__a); }
__intrinsic unsigned short _tzcnt_u16(unsigned short __a) { return __builtin_ia32_tzcnt_u16(__a); }

#ifdef __pop_BMI
#undef __pop_BMI
#pragma GCC pop_options
#endif

#endif
