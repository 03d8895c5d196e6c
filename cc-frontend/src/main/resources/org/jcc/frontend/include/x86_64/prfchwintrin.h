/* Prefetching. */
#ifndef _PRFCHWINTRIN_H_INCLUDED
#define _PRFCHWINTRIN_H_INCLUDED
#ifndef __intrinsic
#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))
#endif
__intrinsic void _m_prefetchw(void *__p) { __builtin_prefetch(__p, 1, 3); }
__intrinsic void _m_prefetch(void *__p) { __builtin_prefetch(__p, 0, 3); }

#endif
