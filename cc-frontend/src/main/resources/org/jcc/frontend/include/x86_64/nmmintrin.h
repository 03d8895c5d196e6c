/* SSE4.2, which is in the header of SSE4.1. */
#ifndef _NMMINTRIN_H_INCLUDED
#define _NMMINTRIN_H_INCLUDED

#include <smmintrin.h>


#endif
