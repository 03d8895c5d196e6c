/* Conversion of numbers of half precision. */
#ifndef _F16CINTRIN_H_INCLUDED
#define _F16CINTRIN_H_INCLUDED

#include <avxintrin.h>

#ifndef __F16C__
#pragma GCC push_options
#pragma GCC target("f16c")
#define __pop_F16C
#endif
__intrinsic float _cvtsh_ss(unsigned short __a) { return ((__v4sf)__builtin_ia32_vcvtph2ps((__v8hi){(short)__a, 0, 0, 0, 0, 0, 0, 0}))[0]; }
__intrinsic __m128 _mm_cvtph_ps(__m128i __a) { return (__m128)__builtin_ia32_vcvtph2ps((__v8hi)__a); }
__intrinsic __m256 _mm256_cvtph_ps(__m128i __a) { return (__m256)__builtin_ia32_vcvtph2ps256((__v8hi)__a); }
#define _cvtss_sh(a, n) ((unsigned short)((__v8hi)__builtin_ia32_vcvtps2ph((__v4sf){(a), 0, 0, 0}, (int)(n)))[0])
#define _mm_cvtps_ph(a, n) ((__m128i)__builtin_ia32_vcvtps2ph((__v4sf)(__m128)(a), (int)(n)))
#define _mm256_cvtps_ph(a, n) ((__m128i)__builtin_ia32_vcvtps2ph256((__v8sf)(__m256)(a), (int)(n)))

#ifdef __pop_F16C
#undef __pop_F16C
#pragma GCC pop_options
#endif

#endif
