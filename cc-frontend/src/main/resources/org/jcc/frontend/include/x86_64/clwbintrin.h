/* Cache lines. */
#ifndef _CLWBINTRIN_H_INCLUDED
#define _CLWBINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif

#ifndef __CLWB__
#pragma GCC push_options
#pragma GCC target("clwb")
#define __pop_CLWB
#endif
__intrinsic void _mm_clwb(void *__p) { __builtin_ia32_clwb(__p); }

#ifdef __pop_CLWB
#undef __pop_CLWB
#pragma GCC pop_options
#endif

#endif
