/* Extended control registers. */
#ifndef _XSAVEINTRIN_H_INCLUDED
#define _XSAVEINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __XSAVE__
#pragma GCC push_options
#pragma GCC target("xsave")
#define __pop_XSAVE
#endif
__intrinsic unsigned long long _xgetbv(unsigned __a) { return __builtin_ia32_xgetbv(__a); }
__intrinsic void _xsetbv(unsigned __a, unsigned long long __b) { __asm__ __volatile__("xsetbv" : : "c"(__a), "a"((unsigned)__b), "d"((unsigned)(__b >> 32)) : "memory"); }
__intrinsic void _xsave(void *__p, unsigned long long __a) { __asm__ __volatile__("xsave (%2)" : : "a"((unsigned)__a), "d"((unsigned)(__a >> 32)), "r"(__p) : "memory"); }
__intrinsic void _xsave64(void *__p, unsigned long long __a) { __asm__ __volatile__("xsave64 (%2)" : : "a"((unsigned)__a), "d"((unsigned)(__a >> 32)), "r"(__p) : "memory"); }
__intrinsic void _xrstor(void *__p, unsigned long long __a) { __asm__ __volatile__("xrstor (%2)" : : "a"((unsigned)__a), "d"((unsigned)(__a >> 32)), "r"(__p) : "memory"); }
__intrinsic void _xrstor64(void *__p, unsigned long long __a) { __asm__ __volatile__("xrstor64 (%2)" : : "a"((unsigned)__a), "d"((unsigned)(__a >> 32)), "r"(__p) : "memory"); }

#ifdef __pop_XSAVE
#undef __pop_XSAVE
#pragma GCC pop_options
#endif

#endif
