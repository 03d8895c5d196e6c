/* SSE4.1 and SSE4.2. */
#ifndef _SMMINTRIN_H_INCLUDED
#define _SMMINTRIN_H_INCLUDED

#include <tmmintrin.h>

#define _MM_FROUND_TO_NEAREST_INT 0x00
#define _MM_FROUND_TO_NEG_INF 0x01
#define _MM_FROUND_TO_POS_INF 0x02
#define _MM_FROUND_TO_ZERO 0x03
#define _MM_FROUND_CUR_DIRECTION 0x04
#define _MM_FROUND_RAISE_EXC 0x00
#define _MM_FROUND_NO_EXC 0x08
#define _MM_FROUND_NINT (_MM_FROUND_TO_NEAREST_INT | _MM_FROUND_RAISE_EXC)
#define _MM_FROUND_FLOOR (_MM_FROUND_TO_NEG_INF | _MM_FROUND_RAISE_EXC)
#define _MM_FROUND_CEIL (_MM_FROUND_TO_POS_INF | _MM_FROUND_RAISE_EXC)
#define _MM_FROUND_TRUNC (_MM_FROUND_TO_ZERO | _MM_FROUND_RAISE_EXC)
#define _MM_FROUND_RINT (_MM_FROUND_CUR_DIRECTION | _MM_FROUND_RAISE_EXC)
#define _MM_FROUND_NEARBYINT (_MM_FROUND_CUR_DIRECTION | _MM_FROUND_NO_EXC)

#ifndef __SSE4_1__
#pragma GCC push_options
#pragma GCC target("sse4.1")
#define __pop_SSE4_1
#endif
__intrinsic int _mm_testz_si128(__m128i __a, __m128i __b) { return __builtin_ia32_ptestz128((__v2di)__a, (__v2di)__b); }
__intrinsic int _mm_testc_si128(__m128i __a, __m128i __b) { return __builtin_ia32_ptestc128((__v2di)__a, (__v2di)__b); }
__intrinsic int _mm_testnzc_si128(__m128i __a, __m128i __b) { return __builtin_ia32_ptestnzc128((__v2di)__a, (__v2di)__b); }
#define _mm_test_all_zeros(m, a) _mm_testz_si128((m), (a))
#define _mm_test_all_ones(a) _mm_testc_si128((a), _mm_cmpeq_epi32((a), (a)))
#define _mm_test_mix_ones_zeros(m, a) _mm_testnzc_si128((m), (a))
#define _mm_round_ps(a, n) ((__m128)__builtin_ia32_roundps((__v4sf)(__m128)(a), (int)(n)))
#define _mm_round_ss(a, b, n) ((__m128)__builtin_ia32_roundss((__v4sf)(__m128)(a), (__v4sf)(__m128)(b), (int)(n)))
#define _mm_ceil_ps(a) _mm_round_ps((a), _MM_FROUND_CEIL)
#define _mm_ceil_ss(a, b) _mm_round_ss((a), (b), _MM_FROUND_CEIL)
#define _mm_floor_ps(a) _mm_round_ps((a), _MM_FROUND_FLOOR)
#define _mm_floor_ss(a, b) _mm_round_ss((a), (b), _MM_FROUND_FLOOR)
#define _mm_blend_ps(a, b, n) ((__m128)__builtin_ia32_blendps((__v4sf)(__m128)(a), (__v4sf)(__m128)(b), (int)(n)))
__intrinsic __m128 _mm_blendv_ps(__m128 __a, __m128 __b, __m128 __n) { return (__m128)__builtin_ia32_blendvps((__v4sf)__a, (__v4sf)__b, (__v4sf)__n); }
#define _mm_dp_ps(a, b, n) ((__m128)__builtin_ia32_dpps((__v4sf)(__m128)(a), (__v4sf)(__m128)(b), (int)(n)))
#define _mm_round_pd(a, n) ((__m128d)__builtin_ia32_roundpd((__v2df)(__m128d)(a), (int)(n)))
#define _mm_round_sd(a, b, n) ((__m128d)__builtin_ia32_roundsd((__v2df)(__m128d)(a), (__v2df)(__m128d)(b), (int)(n)))
#define _mm_ceil_pd(a) _mm_round_pd((a), _MM_FROUND_CEIL)
#define _mm_ceil_sd(a, b) _mm_round_sd((a), (b), _MM_FROUND_CEIL)
#define _mm_floor_pd(a) _mm_round_pd((a), _MM_FROUND_FLOOR)
#define _mm_floor_sd(a, b) _mm_round_sd((a), (b), _MM_FROUND_FLOOR)
#define _mm_blend_pd(a, b, n) ((__m128d)__builtin_ia32_blendpd((__v2df)(__m128d)(a), (__v2df)(__m128d)(b), (int)(n)))
__intrinsic __m128d _mm_blendv_pd(__m128d __a, __m128d __b, __m128d __n) { return (__m128d)__builtin_ia32_blendvpd((__v2df)__a, (__v2df)__b, (__v2df)__n); }
#define _mm_dp_pd(a, b, n) ((__m128d)__builtin_ia32_dppd((__v2df)(__m128d)(a), (__v2df)(__m128d)(b), (int)(n)))
#define _mm_blend_epi16(a, b, n) ((__m128i)__builtin_ia32_pblendw128((__v8hi)(__m128i)(a), (__v8hi)(__m128i)(b), (int)(n)))
__intrinsic __m128i _mm_blendv_epi8(__m128i __a, __m128i __b, __m128i __n) { return (__m128i)__builtin_ia32_pblendvb128((__v16qi)__a, (__v16qi)__b, (__v16qi)__n); }
__intrinsic __m128i _mm_cmpeq_epi64(__m128i __a, __m128i __b) { return (__m128i)((__v2di)__a == (__v2di)__b); }
__intrinsic __m128i _mm_min_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pminsb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_max_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaxsb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_min_epu16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pminuw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_max_epu16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaxuw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_min_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pminsd128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_max_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaxsd128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_min_epu32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pminud128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_max_epu32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaxud128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_mul_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmuldq128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_packus_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_packusdw128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_mullo_epi32(__m128i __a, __m128i __b) { return (__m128i)((__v4su)__a * (__v4su)__b); }
__intrinsic __m128i _mm_minpos_epu16(__m128i __a) { return (__m128i)__builtin_ia32_phminposuw128((__v8hi)__a); }
#define _mm_insert_ps(a, b, n) ((__m128)__builtin_ia32_insertps128((__v4sf)(__m128)(a), (__v4sf)(__m128)(b), (int)(n)))
#define _MM_MK_INSERTPS_NDX(s, d, m) (((s) << 6) | ((d) << 4) | (m))
#define _mm_extract_ps(a, n) __extension__({ union { float __f; int __i; } __t = {((__v4sf)(__m128)(a))[(n) & 3]}; __t.__i; })
#define _MM_EXTRACT_FLOAT(d, a, n) ((d) = ((__v4sf)(__m128)(a))[(n) & 3])
#define _MM_PICK_OUT_PS(a, n) _mm_insert_ps(_mm_setzero_ps(), (a), _MM_MK_INSERTPS_NDX((n), 0, 0x0e))
#define _mm_insert_epi8(a, b, n) ((__m128i)__builtin_ia32_vec_set_v16qi((__v16qi)(__m128i)(a), (char)(b), (int)(n)))
#define _mm_insert_epi32(a, b, n) ((__m128i)__builtin_ia32_vec_set_v4si((__v4si)(__m128i)(a), (int)(b), (int)(n)))
#define _mm_insert_epi64(a, b, n) ((__m128i)__builtin_ia32_vec_set_v2di((__v2di)(__m128i)(a), (long long)(b), (int)(n)))
#define _mm_extract_epi8(a, n) ((int)((__v16qu)(__m128i)(a))[(n) & 15])
#define _mm_extract_epi32(a, n) ((int)((__v4si)(__m128i)(a))[(n) & 3])
#define _mm_extract_epi64(a, n) ((long long)((__v2di)(__m128i)(a))[(n) & 1])
__intrinsic __m128i _mm_cvtepi8_epi16(__m128i __a) { return (__m128i)__builtin_ia32_pmovsxbw128((__v16qi)__a); }
__intrinsic __m128i _mm_cvtepi8_epi32(__m128i __a) { return (__m128i)__builtin_ia32_pmovsxbd128((__v16qi)__a); }
__intrinsic __m128i _mm_cvtepi8_epi64(__m128i __a) { return (__m128i)__builtin_ia32_pmovsxbq128((__v16qi)__a); }
__intrinsic __m128i _mm_cvtepi16_epi32(__m128i __a) { return (__m128i)__builtin_ia32_pmovsxwd128((__v8hi)__a); }
__intrinsic __m128i _mm_cvtepi16_epi64(__m128i __a) { return (__m128i)__builtin_ia32_pmovsxwq128((__v8hi)__a); }
__intrinsic __m128i _mm_cvtepi32_epi64(__m128i __a) { return (__m128i)__builtin_ia32_pmovsxdq128((__v4si)__a); }
__intrinsic __m128i _mm_cvtepu8_epi16(__m128i __a) { return (__m128i)__builtin_ia32_pmovzxbw128((__v16qi)__a); }
__intrinsic __m128i _mm_cvtepu8_epi32(__m128i __a) { return (__m128i)__builtin_ia32_pmovzxbd128((__v16qi)__a); }
__intrinsic __m128i _mm_cvtepu8_epi64(__m128i __a) { return (__m128i)__builtin_ia32_pmovzxbq128((__v16qi)__a); }
__intrinsic __m128i _mm_cvtepu16_epi32(__m128i __a) { return (__m128i)__builtin_ia32_pmovzxwd128((__v8hi)__a); }
__intrinsic __m128i _mm_cvtepu16_epi64(__m128i __a) { return (__m128i)__builtin_ia32_pmovzxwq128((__v8hi)__a); }
__intrinsic __m128i _mm_cvtepu32_epi64(__m128i __a) { return (__m128i)__builtin_ia32_pmovzxdq128((__v4si)__a); }
#define _mm_mpsadbw_epu8(a, b, n) ((__m128i)__builtin_ia32_mpsadbw128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
__intrinsic __m128i _mm_stream_load_si128(__m128i *__p) { return (__m128i)__builtin_ia32_movntdqa(__p); }

#ifdef __pop_SSE4_1
#undef __pop_SSE4_1
#pragma GCC pop_options
#endif

#define _SIDD_UBYTE_OPS 0x00
#define _SIDD_UWORD_OPS 0x01
#define _SIDD_SBYTE_OPS 0x02
#define _SIDD_SWORD_OPS 0x03
#define _SIDD_CMP_EQUAL_ANY 0x00
#define _SIDD_CMP_RANGES 0x04
#define _SIDD_CMP_EQUAL_EACH 0x08
#define _SIDD_CMP_EQUAL_ORDERED 0x0c
#define _SIDD_POSITIVE_POLARITY 0x00
#define _SIDD_NEGATIVE_POLARITY 0x10
#define _SIDD_MASKED_POSITIVE_POLARITY 0x20
#define _SIDD_MASKED_NEGATIVE_POLARITY 0x30
#define _SIDD_LEAST_SIGNIFICANT 0x00
#define _SIDD_MOST_SIGNIFICANT 0x40
#define _SIDD_BIT_MASK 0x00
#define _SIDD_UNIT_MASK 0x40

#ifndef __SSE4_2__
#pragma GCC push_options
#pragma GCC target("sse4.2")
#define __pop_SSE4_2
#endif
#define _mm_cmpistrm(a, b, n) ((__m128i)__builtin_ia32_pcmpistrm128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
#define _mm_cmpestrm(a, la, b, lb, n) ((__m128i)__builtin_ia32_pcmpestrm128((__v16qi)(__m128i)(a), (int)(la), (__v16qi)(__m128i)(b), (int)(lb), (int)(n)))
#define _mm_cmpistri(a, b, n) (__builtin_ia32_pcmpistri128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
#define _mm_cmpestri(a, la, b, lb, n) (__builtin_ia32_pcmpestri128((__v16qi)(__m128i)(a), (int)(la), (__v16qi)(__m128i)(b), (int)(lb), (int)(n)))
#define _mm_cmpistra(a, b, n) (__builtin_ia32_pcmpistria128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
#define _mm_cmpestra(a, la, b, lb, n) (__builtin_ia32_pcmpestria128((__v16qi)(__m128i)(a), (int)(la), (__v16qi)(__m128i)(b), (int)(lb), (int)(n)))
#define _mm_cmpistrc(a, b, n) (__builtin_ia32_pcmpistric128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
#define _mm_cmpestrc(a, la, b, lb, n) (__builtin_ia32_pcmpestric128((__v16qi)(__m128i)(a), (int)(la), (__v16qi)(__m128i)(b), (int)(lb), (int)(n)))
#define _mm_cmpistro(a, b, n) (__builtin_ia32_pcmpistrio128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
#define _mm_cmpestro(a, la, b, lb, n) (__builtin_ia32_pcmpestrio128((__v16qi)(__m128i)(a), (int)(la), (__v16qi)(__m128i)(b), (int)(lb), (int)(n)))
#define _mm_cmpistrs(a, b, n) (__builtin_ia32_pcmpistris128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
#define _mm_cmpestrs(a, la, b, lb, n) (__builtin_ia32_pcmpestris128((__v16qi)(__m128i)(a), (int)(la), (__v16qi)(__m128i)(b), (int)(lb), (int)(n)))
#define _mm_cmpistrz(a, b, n) (__builtin_ia32_pcmpistriz128((__v16qi)(__m128i)(a), (__v16qi)(__m128i)(b), (int)(n)))
#define _mm_cmpestrz(a, la, b, lb, n) (__builtin_ia32_pcmpestriz128((__v16qi)(__m128i)(a), (int)(la), (__v16qi)(__m128i)(b), (int)(lb), (int)(n)))
__intrinsic __m128i _mm_cmpgt_epi64(__m128i __a, __m128i __b) { return (__m128i)((__v2di)__a > (__v2di)__b); }

#ifdef __pop_SSE4_2
#undef __pop_SSE4_2
#pragma GCC pop_options
#endif

#include <popcntintrin.h>

#ifndef __CRC32__
#pragma GCC push_options
#pragma GCC target("crc32")
#define __pop_CRC32
#endif
__intrinsic unsigned _mm_crc32_u8(unsigned __a, unsigned char __b) { return __builtin_ia32_crc32qi(__a, __b); }
__intrinsic unsigned _mm_crc32_u16(unsigned __a, unsigned short __b) { return __builtin_ia32_crc32hi(__a, __b); }
__intrinsic unsigned _mm_crc32_u32(unsigned __a, unsigned __b) { return __builtin_ia32_crc32si(__a, __b); }
__intrinsic unsigned long long _mm_crc32_u64(unsigned long long __a, unsigned long long __b) { return __builtin_ia32_crc32di(__a, __b); }

#ifdef __pop_CRC32
#undef __pop_CRC32
#pragma GCC pop_options
#endif

#endif
