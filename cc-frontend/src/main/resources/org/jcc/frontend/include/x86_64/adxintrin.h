/* Sums with carry. */
#ifndef _ADXINTRIN_H_INCLUDED
#define _ADXINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif
__intrinsic unsigned char _addcarry_u32(unsigned char __c, unsigned __a, unsigned __b, unsigned *__p) { unsigned __s; unsigned char __o = __builtin_add_overflow(__a, __b, &__s); __o |= __builtin_add_overflow(__s, (unsigned)(__c != 0), &__s); *__p = __s; return __o; }
__intrinsic unsigned char _addcarryx_u32(unsigned char __c, unsigned __a, unsigned __b, unsigned *__p) { unsigned __s; unsigned char __o = __builtin_add_overflow(__a, __b, &__s); __o |= __builtin_add_overflow(__s, (unsigned)(__c != 0), &__s); *__p = __s; return __o; }
__intrinsic unsigned char _subborrow_u32(unsigned char __c, unsigned __a, unsigned __b, unsigned *__p) { unsigned __s; unsigned char __o = __builtin_sub_overflow(__a, __b, &__s); __o |= __builtin_sub_overflow(__s, (unsigned)(__c != 0), &__s); *__p = __s; return __o; }
__intrinsic unsigned char _addcarry_u64(unsigned char __c, unsigned long long __a, unsigned long long __b, unsigned long long *__p) { unsigned long long __s; unsigned char __o = __builtin_add_overflow(__a, __b, &__s); __o |= __builtin_add_overflow(__s, (unsigned long long)(__c != 0), &__s); *__p = __s; return __o; }
__intrinsic unsigned char _addcarryx_u64(unsigned char __c, unsigned long long __a, unsigned long long __b, unsigned long long *__p) { unsigned long long __s; unsigned char __o = __builtin_add_overflow(__a, __b, &__s); __o |= __builtin_add_overflow(__s, (unsigned long long)(__c != 0), &__s); *__p = __s; return __o; }
__intrinsic unsigned char _subborrow_u64(unsigned char __c, unsigned long long __a, unsigned long long __b, unsigned long long *__p) { unsigned long long __s; unsigned char __o = __builtin_sub_overflow(__a, __b, &__s); __o |= __builtin_sub_overflow(__s, (unsigned long long)(__c != 0), &__s); *__p = __s; return __o; }

#endif
