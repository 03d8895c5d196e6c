/* SSSE3. */
#ifndef _TMMINTRIN_H_INCLUDED
#define _TMMINTRIN_H_INCLUDED

#include <pmmintrin.h>

#ifndef __SSSE3__
#pragma GCC push_options
#pragma GCC target("ssse3")
#define __pop_SSSE3
#endif
__intrinsic __m128i _mm_hadd_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_phaddw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m64 _mm_hadd_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_phaddw128((__m64w)__m64_pair(__a, __b), (__m64w)__m64_pair(__a, __b))); }
__intrinsic __m128i _mm_hadd_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_phaddd128((__v4si)__a, (__v4si)__b); }
__intrinsic __m64 _mm_hadd_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_phaddd128((__m64d)__m64_pair(__a, __b), (__m64d)__m64_pair(__a, __b))); }
__intrinsic __m128i _mm_hadds_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_phaddsw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m64 _mm_hadds_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_phaddsw128((__m64w)__m64_pair(__a, __b), (__m64w)__m64_pair(__a, __b))); }
__intrinsic __m128i _mm_hsub_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_phsubw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m64 _mm_hsub_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_phsubw128((__m64w)__m64_pair(__a, __b), (__m64w)__m64_pair(__a, __b))); }
__intrinsic __m128i _mm_hsub_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_phsubd128((__v4si)__a, (__v4si)__b); }
__intrinsic __m64 _mm_hsub_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_phsubd128((__m64d)__m64_pair(__a, __b), (__m64d)__m64_pair(__a, __b))); }
__intrinsic __m128i _mm_hsubs_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_phsubsw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m64 _mm_hsubs_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_phsubsw128((__m64w)__m64_pair(__a, __b), (__m64w)__m64_pair(__a, __b))); }
__intrinsic __m128i _mm_maddubs_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaddubsw128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m64 _mm_maddubs_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pmaddubsw128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m128i _mm_mulhrs_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmulhrsw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m64 _mm_mulhrs_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pmulhrsw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m128i _mm_shuffle_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pshufb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m64 _mm_shuffle_pi8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pshufb128((__m64b)__m64_up(__a), (__m64b)(__m64_up(__b) & 0x8787878787878787LL))); }
__intrinsic __m128i _mm_sign_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psignb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m64 _mm_sign_pi8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psignb128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m128i _mm_sign_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psignw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m64 _mm_sign_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psignw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m128i _mm_sign_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psignd128((__v4si)__a, (__v4si)__b); }
__intrinsic __m64 _mm_sign_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psignd128((__m64d)__m64_up(__a), (__m64d)__m64_up(__b))); }
__intrinsic __m128i _mm_abs_epi8(__m128i __a) { return (__m128i)__builtin_ia32_pabsb128((__v16qi)__a); }
__intrinsic __m64 _mm_abs_pi8(__m64 __a) { return __m64_low(__builtin_ia32_pabsb128((__m64b)__m64_up(__a))); }
__intrinsic __m128i _mm_abs_epi16(__m128i __a) { return (__m128i)__builtin_ia32_pabsw128((__v8hi)__a); }
__intrinsic __m64 _mm_abs_pi16(__m64 __a) { return __m64_low(__builtin_ia32_pabsw128((__m64w)__m64_up(__a))); }
__intrinsic __m128i _mm_abs_epi32(__m128i __a) { return (__m128i)__builtin_ia32_pabsd128((__v4si)__a); }
__intrinsic __m64 _mm_abs_pi32(__m64 __a) { return __m64_low(__builtin_ia32_pabsd128((__m64d)__m64_up(__a))); }
#define _mm_alignr_epi8(a, b, n) ((__m128i)__builtin_ia32_palignr128((__v2di)(__m128i)(a), (__v2di)(__m128i)(b), __bytes(n)))
#define _mm_alignr_pi8(a, b, n) ((__m64)((n) > 15 ? 0LL : ((__m64x)__builtin_ia32_psrldqi128(__m64_pair((__m64)(b), (__m64)(a)), __bytes((n) & 15)))[0]))

#ifdef __pop_SSSE3
#undef __pop_SSSE3
#pragma GCC pop_options
#endif

#endif
