/* SSE2: vectors of two doubles, and of integers in 16 bytes. */
#ifndef _EMMINTRIN_H_INCLUDED
#define _EMMINTRIN_H_INCLUDED

#include <xmmintrin.h>

typedef double __m128d __attribute__((__vector_size__(16), __may_alias__));
typedef long long __m128i __attribute__((__vector_size__(16), __may_alias__));
typedef double __m128d_u __attribute__((__vector_size__(16), __may_alias__, __aligned__(1)));
typedef long long __m128i_u __attribute__((__vector_size__(16), __may_alias__, __aligned__(1)));
typedef double __v2df __attribute__((__vector_size__(16)));
typedef long long __v2di __attribute__((__vector_size__(16)));
typedef unsigned long long __v2du __attribute__((__vector_size__(16)));
typedef int __v4si __attribute__((__vector_size__(16)));
typedef unsigned __v4su __attribute__((__vector_size__(16)));
typedef short __v8hi __attribute__((__vector_size__(16)));
typedef unsigned short __v8hu __attribute__((__vector_size__(16)));
typedef char __v16qi __attribute__((__vector_size__(16)));
typedef signed char __v16qs __attribute__((__vector_size__(16)));
typedef unsigned char __v16qu __attribute__((__vector_size__(16)));
/* Memory of any alignment. */
struct __short_u { short __v; } __attribute__((__packed__, __may_alias__));
struct __int_u { int __v; } __attribute__((__packed__, __may_alias__));
struct __llong_u { long long __v; } __attribute__((__packed__, __may_alias__));
struct __double_u { double __v; } __attribute__((__packed__, __may_alias__));

#define _MM_SHUFFLE2(b, a) (((b) << 1) | (a))

/* doubles: values */
__intrinsic __m128d _mm_undefined_pd(void) { __m128d __a = __a; return __a; }
__intrinsic __m128d _mm_setzero_pd(void) { return (__m128d){0, 0}; }
__intrinsic __m128d _mm_set_sd(double __a) { return (__m128d){__a, 0}; }
__intrinsic __m128d _mm_set1_pd(double __a) { return (__m128d){__a, __a}; }
__intrinsic __m128d _mm_set_pd1(double __a) { return (__m128d){__a, __a}; }
__intrinsic __m128d _mm_set_pd(double __a, double __b) { return (__m128d){__b, __a}; }
__intrinsic __m128d _mm_setr_pd(double __a, double __b) { return (__m128d){__a, __b}; }

/* doubles: memory */
__intrinsic __m128d _mm_load_pd(double const *__p) { return *(__m128d const *)__p; }
__intrinsic __m128d _mm_loadu_pd(double const *__p) { return *(__m128d_u const *)__p; }
__intrinsic __m128d _mm_load1_pd(double const *__p) { return (__m128d){__p[0], __p[0]}; }
__intrinsic __m128d _mm_load_pd1(double const *__p) { return (__m128d){__p[0], __p[0]}; }
__intrinsic __m128d _mm_load_sd(double const *__p) { return (__m128d){__p[0], 0}; }
__intrinsic __m128d _mm_loadr_pd(double const *__p) { __v2df __a = *(__v2df const *)__p; return (__m128d)__builtin_ia32_shufpd(__a, __a, 1); }
__intrinsic void _mm_store_pd(double *__p, __m128d __a) { *(__m128d *)__p = __a; }
__intrinsic void _mm_storeu_pd(double *__p, __m128d __a) { *(__m128d_u *)__p = __a; }
__intrinsic void _mm_store_sd(double *__p, __m128d __a) { __p[0] = ((__v2df)__a)[0]; }
__intrinsic void _mm_storel_pd(double *__p, __m128d __a) { __p[0] = ((__v2df)__a)[0]; }
__intrinsic void _mm_storeh_pd(double *__p, __m128d __a) { __p[0] = ((__v2df)__a)[1]; }
__intrinsic void _mm_store1_pd(double *__p, __m128d __a) { *(__m128d *)__p = (__m128d)__builtin_ia32_unpcklpd((__v2df)__a, (__v2df)__a); }
__intrinsic void _mm_store_pd1(double *__p, __m128d __a) { *(__m128d *)__p = (__m128d)__builtin_ia32_unpcklpd((__v2df)__a, (__v2df)__a); }
__intrinsic void _mm_storer_pd(double *__p, __m128d __a) { *(__m128d *)__p = (__m128d)__builtin_ia32_shufpd((__v2df)__a, (__v2df)__a, 1); }
__intrinsic __m128d _mm_loadh_pd(__m128d __a, double const *__p) { return (__m128d){((__v2df)__a)[0], __p[0]}; }
__intrinsic __m128d _mm_loadl_pd(__m128d __a, double const *__p) { return (__m128d){__p[0], ((__v2df)__a)[1]}; }
__intrinsic void _mm_stream_pd(double *__p, __m128d __a) { __builtin_ia32_movntpd(__p, (__v2df)__a); }

/* doubles: arithmetic */
__intrinsic __m128d _mm_add_pd(__m128d __a, __m128d __b) { return (__m128d)((__v2df)__a + (__v2df)__b); }
__intrinsic __m128d _mm_add_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_addsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_sub_pd(__m128d __a, __m128d __b) { return (__m128d)((__v2df)__a - (__v2df)__b); }
__intrinsic __m128d _mm_sub_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_subsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_mul_pd(__m128d __a, __m128d __b) { return (__m128d)((__v2df)__a * (__v2df)__b); }
__intrinsic __m128d _mm_mul_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_mulsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_div_pd(__m128d __a, __m128d __b) { return (__m128d)((__v2df)__a / (__v2df)__b); }
__intrinsic __m128d _mm_div_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_divsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_min_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_minpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_min_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_minsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_max_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_maxpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_max_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_maxsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_sqrt_pd(__m128d __a) { return (__m128d)__builtin_ia32_sqrtpd((__v2df)__a); }
__intrinsic __m128d _mm_sqrt_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_sqrtsd_of((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_and_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_andpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_andnot_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_andnpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_or_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_orpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_xor_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_xorpd((__v2df)__a, (__v2df)__b); }

/* doubles: comparison */
__intrinsic __m128d _mm_cmpeq_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpeqpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpeq_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpeqsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmplt_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpltpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmplt_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpltsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmple_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmplepd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmple_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmplesd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpneq_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpneqpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpneq_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpneqsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpnlt_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpnltpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpnlt_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpnltsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpnle_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpnlepd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpnle_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpnlesd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpord_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpordpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpord_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpordsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpunord_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpunordpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpunord_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpunordsd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cmpgt_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpltpd((__v2df)__b, (__v2df)__a); }
__intrinsic __m128d _mm_cmpgt_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_movsd((__v2df)__a, __builtin_ia32_cmpltsd((__v2df)__b, (__v2df)__a)); }
__intrinsic __m128d _mm_cmpge_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmplepd((__v2df)__b, (__v2df)__a); }
__intrinsic __m128d _mm_cmpge_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_movsd((__v2df)__a, __builtin_ia32_cmplesd((__v2df)__b, (__v2df)__a)); }
__intrinsic __m128d _mm_cmpngt_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpnltpd((__v2df)__b, (__v2df)__a); }
__intrinsic __m128d _mm_cmpngt_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_movsd((__v2df)__a, __builtin_ia32_cmpnltsd((__v2df)__b, (__v2df)__a)); }
__intrinsic __m128d _mm_cmpnge_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_cmpnlepd((__v2df)__b, (__v2df)__a); }
__intrinsic __m128d _mm_cmpnge_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_movsd((__v2df)__a, __builtin_ia32_cmpnlesd((__v2df)__b, (__v2df)__a)); }
__intrinsic int _mm_comieq_sd(__m128d __a, __m128d __b) { return __builtin_ia32_comisdeq((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_ucomieq_sd(__m128d __a, __m128d __b) { return __builtin_ia32_ucomisdeq((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_comilt_sd(__m128d __a, __m128d __b) { return __builtin_ia32_comisdlt((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_ucomilt_sd(__m128d __a, __m128d __b) { return __builtin_ia32_ucomisdlt((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_comile_sd(__m128d __a, __m128d __b) { return __builtin_ia32_comisdle((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_ucomile_sd(__m128d __a, __m128d __b) { return __builtin_ia32_ucomisdle((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_comigt_sd(__m128d __a, __m128d __b) { return __builtin_ia32_comisdgt((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_ucomigt_sd(__m128d __a, __m128d __b) { return __builtin_ia32_ucomisdgt((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_comige_sd(__m128d __a, __m128d __b) { return __builtin_ia32_comisdge((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_ucomige_sd(__m128d __a, __m128d __b) { return __builtin_ia32_ucomisdge((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_comineq_sd(__m128d __a, __m128d __b) { return __builtin_ia32_comisdneq((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_ucomineq_sd(__m128d __a, __m128d __b) { return __builtin_ia32_ucomisdneq((__v2df)__a, (__v2df)__b); }

/* doubles: lanes and conversion */
#define _mm_shuffle_pd(a, b, n) ((__m128d)__builtin_ia32_shufpd((__v2df)(__m128d)(a), (__v2df)(__m128d)(b), (int)(n)))
__intrinsic __m128d _mm_unpacklo_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_unpcklpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_unpackhi_pd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_unpckhpd((__v2df)__a, (__v2df)__b); }
__intrinsic __m128d _mm_move_sd(__m128d __a, __m128d __b) { return (__m128d)__builtin_ia32_movsd((__v2df)__a, (__v2df)__b); }
__intrinsic int _mm_movemask_pd(__m128d __a) { return __builtin_ia32_movmskpd((__v2df)__a); }
__intrinsic __m128d _mm_cvtepi32_pd(__m128i __a) { return (__m128d)__builtin_ia32_cvtdq2pd((__v4si)__a); }
__intrinsic __m128 _mm_cvtepi32_ps(__m128i __a) { return (__m128)__builtin_ia32_cvtdq2ps((__v4si)__a); }
__intrinsic __m128i _mm_cvtpd_epi32(__m128d __a) { return (__m128i)__builtin_ia32_cvtpd2dq((__v2df)__a); }
__intrinsic __m128i _mm_cvttpd_epi32(__m128d __a) { return (__m128i)__builtin_ia32_cvttpd2dq((__v2df)__a); }
__intrinsic __m128 _mm_cvtpd_ps(__m128d __a) { return (__m128)__builtin_ia32_cvtpd2ps((__v2df)__a); }
__intrinsic __m128i _mm_cvtps_epi32(__m128 __a) { return (__m128i)__builtin_ia32_cvtps2dq((__v4sf)__a); }
__intrinsic __m128i _mm_cvttps_epi32(__m128 __a) { return (__m128i)__builtin_ia32_cvttps2dq((__v4sf)__a); }
__intrinsic __m128d _mm_cvtps_pd(__m128 __a) { return (__m128d)__builtin_ia32_cvtps2pd((__v4sf)__a); }
__intrinsic int _mm_cvtsd_si32(__m128d __a) { return __builtin_ia32_cvtsd2si((__v2df)__a); }
__intrinsic int _mm_cvttsd_si32(__m128d __a) { return __builtin_ia32_cvttsd2si((__v2df)__a); }
__intrinsic long long _mm_cvtsd_si64(__m128d __a) { return __builtin_ia32_cvtsd2si64((__v2df)__a); }
__intrinsic long long _mm_cvtsd_si64x(__m128d __a) { return __builtin_ia32_cvtsd2si64((__v2df)__a); }
__intrinsic long long _mm_cvttsd_si64(__m128d __a) { return __builtin_ia32_cvttsd2si64((__v2df)__a); }
__intrinsic long long _mm_cvttsd_si64x(__m128d __a) { return __builtin_ia32_cvttsd2si64((__v2df)__a); }
__intrinsic __m128 _mm_cvtsd_ss(__m128 __a, __m128d __b) { return (__m128)__builtin_ia32_cvtsd2ss((__v4sf)__a, (__v2df)__b); }
__intrinsic __m128d _mm_cvtss_sd(__m128d __a, __m128 __b) { return (__m128d)__builtin_ia32_cvtss2sd((__v2df)__a, (__v4sf)__b); }
__intrinsic __m128d _mm_cvtsi32_sd(__m128d __a, int __b) { return (__m128d)__builtin_ia32_cvtsi2sd((__v2df)__a, __b); }
__intrinsic __m128d _mm_cvtsi64_sd(__m128d __a, long long __b) { return (__m128d)__builtin_ia32_cvtsi642sd((__v2df)__a, __b); }
__intrinsic __m128d _mm_cvtsi64x_sd(__m128d __a, long long __b) { return (__m128d)__builtin_ia32_cvtsi642sd((__v2df)__a, __b); }
__intrinsic double _mm_cvtsd_f64(__m128d __a) { return ((__v2df)__a)[0]; }
__intrinsic __m64 _mm_cvtpd_pi32(__m128d __a) { return __m64_low(__builtin_ia32_cvtpd2dq((__v2df)__a)); }
__intrinsic __m64 _mm_cvttpd_pi32(__m128d __a) { return __m64_low(__builtin_ia32_cvttpd2dq((__v2df)__a)); }
__intrinsic __m128d _mm_cvtpi32_pd(__m64 __a) { return (__m128d)__builtin_ia32_cvtdq2pd((__v4si)__m64_up(__a)); }
__intrinsic __m128d _mm_castps_pd(__m128 __a) { return (__m128d)__a; }
__intrinsic __m128i _mm_castps_si128(__m128 __a) { return (__m128i)__a; }
__intrinsic __m128 _mm_castpd_ps(__m128d __a) { return (__m128)__a; }
__intrinsic __m128i _mm_castpd_si128(__m128d __a) { return (__m128i)__a; }
__intrinsic __m128 _mm_castsi128_ps(__m128i __a) { return (__m128)__a; }
__intrinsic __m128d _mm_castsi128_pd(__m128i __a) { return (__m128d)__a; }

/* integers: values */
__intrinsic __m128i _mm_undefined_si128(void) { __m128i __a = __a; return __a; }
__intrinsic __m128i _mm_setzero_si128(void) { return (__m128i){0, 0}; }
__intrinsic __m128i _mm_set_epi64x(long long __a, long long __b) { return (__m128i){__b, __a}; }
__intrinsic __m128i _mm_set_epi64(__m64 __a, __m64 __b) { return (__m128i){(long long)__b, (long long)__a}; }
__intrinsic __m128i _mm_setr_epi64(__m64 __a, __m64 __b) { return (__m128i){(long long)__a, (long long)__b}; }
__intrinsic __m128i _mm_set1_epi64x(long long __a) { return (__m128i){__a, __a}; }
__intrinsic __m128i _mm_set1_epi64(__m64 __a) { return (__m128i){(long long)__a, (long long)__a}; }
__intrinsic __m128i _mm_set_epi32(int __a, int __b, int __c, int __d) { return (__m128i)(__v4si){__d, __c, __b, __a}; }
__intrinsic __m128i _mm_setr_epi32(int __a, int __b, int __c, int __d) { return (__m128i)(__v4si){__a, __b, __c, __d}; }
__intrinsic __m128i _mm_set1_epi32(int __a) { return (__m128i)(__v4si){__a, __a, __a, __a}; }
__intrinsic __m128i _mm_set_epi16(short __a, short __b, short __c, short __d, short __e, short __f, short __g, short __h) { return (__m128i)(__v8hi){__h, __g, __f, __e, __d, __c, __b, __a}; }
__intrinsic __m128i _mm_setr_epi16(short __a, short __b, short __c, short __d, short __e, short __f, short __g, short __h) { return (__m128i)(__v8hi){__a, __b, __c, __d, __e, __f, __g, __h}; }
__intrinsic __m128i _mm_set1_epi16(short __a) { return (__m128i)(__v8hi){__a, __a, __a, __a, __a, __a, __a, __a}; }
__intrinsic __m128i _mm_set_epi8(char __a, char __b, char __c, char __d, char __e, char __f, char __g, char __h, char __i, char __j, char __k, char __l, char __m, char __n, char __o, char __p) { return (__m128i)(__v16qi){__p, __o, __n, __m, __l, __k, __j, __i, __h, __g, __f, __e, __d, __c, __b, __a}; }
__intrinsic __m128i _mm_setr_epi8(char __a, char __b, char __c, char __d, char __e, char __f, char __g, char __h, char __i, char __j, char __k, char __l, char __m, char __n, char __o, char __p) { return (__m128i)(__v16qi){__a, __b, __c, __d, __e, __f, __g, __h, __i, __j, __k, __l, __m, __n, __o, __p}; }
__intrinsic __m128i _mm_set1_epi8(char __a) { return (__m128i)(__v16qi){__a, __a, __a, __a, __a, __a, __a, __a, __a, __a, __a, __a, __a, __a, __a, __a}; }
__intrinsic int _mm_cvtsi128_si32(__m128i __a) { return ((__v4si)__a)[0]; }
__intrinsic long long _mm_cvtsi128_si64(__m128i __a) { return ((__v2di)__a)[0]; }
__intrinsic long long _mm_cvtsi128_si64x(__m128i __a) { return ((__v2di)__a)[0]; }
__intrinsic __m128i _mm_cvtsi32_si128(int __a) { return (__m128i)(__v4si){__a, 0, 0, 0}; }
__intrinsic __m128i _mm_cvtsi64_si128(long long __a) { return (__m128i){__a, 0}; }
__intrinsic __m128i _mm_cvtsi64x_si128(long long __a) { return (__m128i){__a, 0}; }
__intrinsic __m64 _mm_movepi64_pi64(__m128i __a) { return (__m64)((__v2di)__a)[0]; }
__intrinsic __m128i _mm_movpi64_epi64(__m64 __a) { return (__m128i){(long long)__a, 0}; }
__intrinsic __m128i _mm_move_epi64(__m128i __a) { return (__m128i)__builtin_ia32_movq128((__v2di)__a); }

/* integers: memory */
__intrinsic __m128i _mm_load_si128(__m128i const *__p) { return *__p; }
__intrinsic __m128i _mm_loadu_si128(__m128i_u const *__p) { return *__p; }
__intrinsic void _mm_store_si128(__m128i *__p, __m128i __a) { *__p = __a; }
__intrinsic void _mm_storeu_si128(__m128i_u *__p, __m128i __a) { *__p = __a; }
__intrinsic __m128i _mm_loadl_epi64(__m128i_u const *__p) { return (__m128i){((struct __llong_u const *)__p)->__v, 0}; }
__intrinsic void _mm_storel_epi64(__m128i_u *__p, __m128i __a) { ((struct __llong_u *)__p)->__v = ((__v2di)__a)[0]; }
__intrinsic __m128i _mm_loadu_si64(void const *__p) { return (__m128i){((struct __llong_u const *)__p)->__v, 0}; }
__intrinsic __m128i _mm_loadu_si32(void const *__p) { return (__m128i)(__v4si){((struct __int_u const *)__p)->__v, 0, 0, 0}; }
__intrinsic __m128i _mm_loadu_si16(void const *__p) { return (__m128i)(__v8hi){((struct __short_u const *)__p)->__v, 0, 0, 0, 0, 0, 0, 0}; }
__intrinsic void _mm_storeu_si64(void *__p, __m128i __a) { ((struct __llong_u *)__p)->__v = ((__v2di)__a)[0]; }
__intrinsic void _mm_storeu_si32(void *__p, __m128i __a) { ((struct __int_u *)__p)->__v = ((__v4si)__a)[0]; }
__intrinsic void _mm_storeu_si16(void *__p, __m128i __a) { ((struct __short_u *)__p)->__v = ((__v8hi)__a)[0]; }
__intrinsic void _mm_stream_si128(__m128i *__p, __m128i __a) { __builtin_ia32_movntdq(__p, (__v2di)__a); }
__intrinsic void _mm_stream_si32(int *__p, int __a) { __builtin_ia32_movnti(__p, __a); }
__intrinsic void _mm_stream_si64(long long *__p, long long __a) { __builtin_ia32_movnti64(__p, __a); }
__intrinsic void _mm_maskmoveu_si128(__m128i __a, __m128i __b, char *__p) { __builtin_ia32_maskmovdqu((__v16qi)__a, (__v16qi)__b, __p); }
__intrinsic void _mm_clflush(void const *__p) { __builtin_ia32_clflush(__p); }
__intrinsic void _mm_lfence(void) { __builtin_ia32_lfence(); }
__intrinsic void _mm_mfence(void) { __builtin_ia32_mfence(); }

/* integers: arithmetic */
__intrinsic __m128i _mm_add_epi8(__m128i __a, __m128i __b) { return (__m128i)((__v16qu)__a + (__v16qu)__b); }
__intrinsic __m128i _mm_sub_epi8(__m128i __a, __m128i __b) { return (__m128i)((__v16qu)__a - (__v16qu)__b); }
__intrinsic __m128i _mm_add_epi16(__m128i __a, __m128i __b) { return (__m128i)((__v8hu)__a + (__v8hu)__b); }
__intrinsic __m128i _mm_sub_epi16(__m128i __a, __m128i __b) { return (__m128i)((__v8hu)__a - (__v8hu)__b); }
__intrinsic __m128i _mm_add_epi32(__m128i __a, __m128i __b) { return (__m128i)((__v4su)__a + (__v4su)__b); }
__intrinsic __m128i _mm_sub_epi32(__m128i __a, __m128i __b) { return (__m128i)((__v4su)__a - (__v4su)__b); }
__intrinsic __m128i _mm_add_epi64(__m128i __a, __m128i __b) { return (__m128i)((__v2du)__a + (__v2du)__b); }
__intrinsic __m128i _mm_sub_epi64(__m128i __a, __m128i __b) { return (__m128i)((__v2du)__a - (__v2du)__b); }
__intrinsic __m64 _mm_add_si64(__m64 __a, __m64 __b) { return (__m64)((unsigned long long)__a + (unsigned long long)__b); }
__intrinsic __m64 _mm_sub_si64(__m64 __a, __m64 __b) { return (__m64)((unsigned long long)__a - (unsigned long long)__b); }
__intrinsic __m128i _mm_adds_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_paddsb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_adds_epu8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_paddusb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_subs_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psubsb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_subs_epu8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psubusb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_avg_epu8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pavgb128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_adds_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_paddsw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_adds_epu16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_paddusw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_subs_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psubsw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_subs_epu16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psubusw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_avg_epu16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pavgw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_mullo_epi16(__m128i __a, __m128i __b) { return (__m128i)((__v8hu)__a * (__v8hu)__b); }
__intrinsic __m128i _mm_mulhi_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmulhw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_mulhi_epu16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmulhuw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_madd_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaddwd128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_mul_epu32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmuludq128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_sad_epu8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psadbw128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_max_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaxsw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_max_epu8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pmaxub128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_min_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pminsw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_min_epu8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pminub128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m64 _mm_mul_su32(__m64 __a, __m64 __b) { return (__m64)((unsigned long long)((__v2su)__a)[0] * ((__v2su)__b)[0]); }
__intrinsic __m128i _mm_and_si128(__m128i __a, __m128i __b) { return (__m128i)((__v2du)__a & (__v2du)__b); }
__intrinsic __m128i _mm_or_si128(__m128i __a, __m128i __b) { return (__m128i)((__v2du)__a | (__v2du)__b); }
__intrinsic __m128i _mm_xor_si128(__m128i __a, __m128i __b) { return (__m128i)((__v2du)__a ^ (__v2du)__b); }
__intrinsic __m128i _mm_andnot_si128(__m128i __a, __m128i __b) { return (__m128i)(~(__v2du)__a & (__v2du)__b); }

/* integers: comparison */
__intrinsic __m128i _mm_cmpeq_epi8(__m128i __a, __m128i __b) { return (__m128i)((__v16qs)__a == (__v16qs)__b); }
__intrinsic __m128i _mm_cmpgt_epi8(__m128i __a, __m128i __b) { return (__m128i)((__v16qs)__a > (__v16qs)__b); }
__intrinsic __m128i _mm_cmplt_epi8(__m128i __a, __m128i __b) { return (__m128i)((__v16qs)__a < (__v16qs)__b); }
__intrinsic __m128i _mm_cmpeq_epi16(__m128i __a, __m128i __b) { return (__m128i)((__v8hi)__a == (__v8hi)__b); }
__intrinsic __m128i _mm_cmpgt_epi16(__m128i __a, __m128i __b) { return (__m128i)((__v8hi)__a > (__v8hi)__b); }
__intrinsic __m128i _mm_cmplt_epi16(__m128i __a, __m128i __b) { return (__m128i)((__v8hi)__a < (__v8hi)__b); }
__intrinsic __m128i _mm_cmpeq_epi32(__m128i __a, __m128i __b) { return (__m128i)((__v4si)__a == (__v4si)__b); }
__intrinsic __m128i _mm_cmpgt_epi32(__m128i __a, __m128i __b) { return (__m128i)((__v4si)__a > (__v4si)__b); }
__intrinsic __m128i _mm_cmplt_epi32(__m128i __a, __m128i __b) { return (__m128i)((__v4si)__a < (__v4si)__b); }
__intrinsic int _mm_movemask_epi8(__m128i __a) { return __builtin_ia32_pmovmskb128((__v16qi)__a); }

/* integers: shifts */
__intrinsic __m128i _mm_sll_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psllw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_slli_epi16(__m128i __a, int __n) { return (__m128i)__builtin_ia32_psllwi128((__v8hi)__a, __n); }
__intrinsic __m128i _mm_sll_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_pslld128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_slli_epi32(__m128i __a, int __n) { return (__m128i)__builtin_ia32_pslldi128((__v4si)__a, __n); }
__intrinsic __m128i _mm_sll_epi64(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psllq128((__v2di)__a, (__v2di)__b); }
__intrinsic __m128i _mm_slli_epi64(__m128i __a, int __n) { return (__m128i)__builtin_ia32_psllqi128((__v2di)__a, __n); }
__intrinsic __m128i _mm_srl_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psrlw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_srli_epi16(__m128i __a, int __n) { return (__m128i)__builtin_ia32_psrlwi128((__v8hi)__a, __n); }
__intrinsic __m128i _mm_srl_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psrld128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_srli_epi32(__m128i __a, int __n) { return (__m128i)__builtin_ia32_psrldi128((__v4si)__a, __n); }
__intrinsic __m128i _mm_srl_epi64(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psrlq128((__v2di)__a, (__v2di)__b); }
__intrinsic __m128i _mm_srli_epi64(__m128i __a, int __n) { return (__m128i)__builtin_ia32_psrlqi128((__v2di)__a, __n); }
__intrinsic __m128i _mm_sra_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psraw128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_srai_epi16(__m128i __a, int __n) { return (__m128i)__builtin_ia32_psrawi128((__v8hi)__a, __n); }
__intrinsic __m128i _mm_sra_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_psrad128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_srai_epi32(__m128i __a, int __n) { return (__m128i)__builtin_ia32_psradi128((__v4si)__a, __n); }
#define _mm_slli_si128(a, n) ((__m128i)__builtin_ia32_pslldqi128((__v2di)(__m128i)(a), __bytes(n)))
#define _mm_bslli_si128(a, n) ((__m128i)__builtin_ia32_pslldqi128((__v2di)(__m128i)(a), __bytes(n)))
#define _mm_srli_si128(a, n) ((__m128i)__builtin_ia32_psrldqi128((__v2di)(__m128i)(a), __bytes(n)))
#define _mm_bsrli_si128(a, n) ((__m128i)__builtin_ia32_psrldqi128((__v2di)(__m128i)(a), __bytes(n)))
#define __bytes(n) ((int)(n) * 8)

/* integers: lanes */
__intrinsic __m128i _mm_packs_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_packsswb128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_packs_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_packssdw128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_packus_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_packuswb128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_unpacklo_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpcklbw128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_unpackhi_epi8(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpckhbw128((__v16qi)__a, (__v16qi)__b); }
__intrinsic __m128i _mm_unpacklo_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpcklwd128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_unpackhi_epi16(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpckhwd128((__v8hi)__a, (__v8hi)__b); }
__intrinsic __m128i _mm_unpacklo_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpckldq128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_unpackhi_epi32(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpckhdq128((__v4si)__a, (__v4si)__b); }
__intrinsic __m128i _mm_unpacklo_epi64(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpcklqdq128((__v2di)__a, (__v2di)__b); }
__intrinsic __m128i _mm_unpackhi_epi64(__m128i __a, __m128i __b) { return (__m128i)__builtin_ia32_punpckhqdq128((__v2di)__a, (__v2di)__b); }
#define _mm_shuffle_epi32(a, n) ((__m128i)__builtin_ia32_pshufd((__v4si)(__m128i)(a), (int)(n)))
#define _mm_shufflehi_epi16(a, n) ((__m128i)__builtin_ia32_pshufhw((__v8hi)(__m128i)(a), (int)(n)))
#define _mm_shufflelo_epi16(a, n) ((__m128i)__builtin_ia32_pshuflw((__v8hi)(__m128i)(a), (int)(n)))
#define _mm_extract_epi16(a, n) ((int)((__v8hu)(__m128i)(a))[(n) & 7])
#define _mm_insert_epi16(a, b, n) ((__m128i)__builtin_ia32_vec_set_v8hi((__v8hi)(__m128i)(a), (short)(b), (int)(n)))

#endif
