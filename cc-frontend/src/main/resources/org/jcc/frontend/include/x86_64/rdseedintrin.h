/* Seeds of random numbers. */
#ifndef _RDSEEDINTRIN_H_INCLUDED
#define _RDSEEDINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __RDSEED__
#pragma GCC push_options
#pragma GCC target("rdseed")
#define __pop_RDSEED
#endif
__intrinsic int _rdseed16_step(unsigned short *__p) { int __c; __asm__ __volatile__("rdseed %0" : "=r"(*__p), "=@ccc"(__c)); return __c; }
__intrinsic int _rdseed32_step(unsigned *__p) { int __c; __asm__ __volatile__("rdseed %0" : "=r"(*__p), "=@ccc"(__c)); return __c; }
__intrinsic int _rdseed64_step(unsigned long long *__p) { int __c; __asm__ __volatile__("rdseed %0" : "=r"(*__p), "=@ccc"(__c)); return __c; }

#ifdef __pop_RDSEED
#undef __pop_RDSEED
#pragma GCC pop_options
#endif

#endif
