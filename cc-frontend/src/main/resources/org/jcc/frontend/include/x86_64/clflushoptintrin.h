/* Cache lines. */
#ifndef _CLFLUSHOPTINTRIN_H_INCLUDED
#define _CLFLUSHOPTINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __CLFLUSHOPT__
#pragma GCC push_options
#pragma GCC target("clflushopt")
#define __pop_CLFLUSHOPT
#endif
__intrinsic void _mm_clflushopt(void *__p) { __builtin_ia32_clflushopt(__p); }

#ifdef __pop_CLFLUSHOPT
#undef __pop_CLFLUSHOPT
#pragma GCC pop_options
#endif

#endif
