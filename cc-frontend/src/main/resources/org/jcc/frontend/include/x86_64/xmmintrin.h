/* SSE: vectors of four floats. */
#ifndef _XMMINTRIN_H_INCLUDED
#define _XMMINTRIN_H_INCLUDED

#include <mmintrin.h>
#include <mm_malloc.h>

typedef float __m128 __attribute__((__vector_size__(16), __may_alias__));
typedef float __m128_u __attribute__((__vector_size__(16), __may_alias__, __aligned__(1)));
typedef float __v4sf __attribute__((__vector_size__(16)));
/* Memory of any alignment. */
struct __float_u { float __v; } __attribute__((__packed__, __may_alias__));
struct __m64_mem { __m64 __v; } __attribute__((__packed__, __may_alias__));
struct __v2sf_mem { __v2sf __v; } __attribute__((__packed__, __may_alias__));

enum _mm_hint { _MM_HINT_IT0 = 19, _MM_HINT_IT1 = 18, _MM_HINT_ET0 = 7, _MM_HINT_ET1 = 6, _MM_HINT_T0 = 3, _MM_HINT_T1 = 2, _MM_HINT_T2 = 1, _MM_HINT_NTA = 0 };
#define _mm_prefetch(p, hint) __builtin_prefetch((p), ((hint) & 4) >> 2, (hint) & 3)

#define _MM_SHUFFLE(d, c, b, a) (((d) << 6) | ((c) << 4) | ((b) << 2) | (a))

#define _MM_EXCEPT_MASK 0x003f
#define _MM_EXCEPT_INVALID 0x0001
#define _MM_EXCEPT_DENORM 0x0002
#define _MM_EXCEPT_DIV_ZERO 0x0004
#define _MM_EXCEPT_OVERFLOW 0x0008
#define _MM_EXCEPT_UNDERFLOW 0x0010
#define _MM_EXCEPT_INEXACT 0x0020
#define _MM_MASK_MASK 0x1f80
#define _MM_MASK_INVALID 0x0080
#define _MM_MASK_DENORM 0x0100
#define _MM_MASK_DIV_ZERO 0x0200
#define _MM_MASK_OVERFLOW 0x0400
#define _MM_MASK_UNDERFLOW 0x0800
#define _MM_MASK_INEXACT 0x1000
#define _MM_ROUND_MASK 0x6000
#define _MM_ROUND_NEAREST 0x0000
#define _MM_ROUND_DOWN 0x2000
#define _MM_ROUND_UP 0x4000
#define _MM_ROUND_TOWARD_ZERO 0x6000
#define _MM_FLUSH_ZERO_MASK 0x8000
#define _MM_FLUSH_ZERO_ON 0x8000
#define _MM_FLUSH_ZERO_OFF 0x0000

/* the control and status register */
__intrinsic unsigned _mm_getcsr(void) { unsigned __r; __asm__ __volatile__("stmxcsr %0" : "=m"(__r)); return __r; }
__intrinsic void _mm_setcsr(unsigned __a) { __asm__ __volatile__("ldmxcsr %0" : : "m"(__a) : "memory"); }
__intrinsic unsigned _MM_GET_EXCEPTION_STATE(void) { return _mm_getcsr() & _MM_EXCEPT_MASK; }
__intrinsic void _MM_SET_EXCEPTION_STATE(unsigned __a) { _mm_setcsr((_mm_getcsr() & ~_MM_EXCEPT_MASK) | __a); }
__intrinsic unsigned _MM_GET_EXCEPTION_MASK(void) { return _mm_getcsr() & _MM_MASK_MASK; }
__intrinsic void _MM_SET_EXCEPTION_MASK(unsigned __a) { _mm_setcsr((_mm_getcsr() & ~_MM_MASK_MASK) | __a); }
__intrinsic unsigned _MM_GET_ROUNDING_MODE(void) { return _mm_getcsr() & _MM_ROUND_MASK; }
__intrinsic void _MM_SET_ROUNDING_MODE(unsigned __a) { _mm_setcsr((_mm_getcsr() & ~_MM_ROUND_MASK) | __a); }
__intrinsic unsigned _MM_GET_FLUSH_ZERO_MODE(void) { return _mm_getcsr() & _MM_FLUSH_ZERO_MASK; }
__intrinsic void _MM_SET_FLUSH_ZERO_MODE(unsigned __a) { _mm_setcsr((_mm_getcsr() & ~_MM_FLUSH_ZERO_MASK) | __a); }

/* values */
__intrinsic __m128 _mm_undefined_ps(void) { __m128 __a = __a; return __a; }
__intrinsic __m128 _mm_setzero_ps(void) { return (__m128){0, 0, 0, 0}; }
__intrinsic __m128 _mm_set_ss(float __a) { return (__m128){__a, 0, 0, 0}; }
__intrinsic __m128 _mm_set1_ps(float __a) { return (__m128){__a, __a, __a, __a}; }
__intrinsic __m128 _mm_set_ps1(float __a) { return (__m128){__a, __a, __a, __a}; }
__intrinsic __m128 _mm_set_ps(float __a, float __b, float __c, float __d) { return (__m128){__d, __c, __b, __a}; }
__intrinsic __m128 _mm_setr_ps(float __a, float __b, float __c, float __d) { return (__m128){__a, __b, __c, __d}; }

/* memory */
__intrinsic __m128 _mm_load_ss(float const *__p) { return (__m128){__p[0], 0, 0, 0}; }
__intrinsic __m128 _mm_load1_ps(float const *__p) { return (__m128){__p[0], __p[0], __p[0], __p[0]}; }
__intrinsic __m128 _mm_load_ps1(float const *__p) { return (__m128){__p[0], __p[0], __p[0], __p[0]}; }
__intrinsic __m128 _mm_load_ps(float const *__p) { return *(__m128 const *)__p; }
__intrinsic __m128 _mm_loadu_ps(float const *__p) { return *(__m128_u const *)__p; }
__intrinsic __m128 _mm_loadr_ps(float const *__p) { __v4sf __a = *(__v4sf const *)__p; return (__m128)__builtin_ia32_shufps(__a, __a, _MM_SHUFFLE(0, 1, 2, 3)); }
__intrinsic void _mm_store_ss(float *__p, __m128 __a) { __p[0] = ((__v4sf)__a)[0]; }
__intrinsic void _mm_store_ps(float *__p, __m128 __a) { *(__m128 *)__p = __a; }
__intrinsic void _mm_storeu_ps(float *__p, __m128 __a) { *(__m128_u *)__p = __a; }
__intrinsic void _mm_store1_ps(float *__p, __m128 __a) { *(__m128 *)__p = (__m128)__builtin_ia32_shufps((__v4sf)__a, (__v4sf)__a, 0); }
__intrinsic void _mm_store_ps1(float *__p, __m128 __a) { *(__m128 *)__p = (__m128)__builtin_ia32_shufps((__v4sf)__a, (__v4sf)__a, 0); }
__intrinsic void _mm_storer_ps(float *__p, __m128 __a) { *(__m128 *)__p = (__m128)__builtin_ia32_shufps((__v4sf)__a, (__v4sf)__a, _MM_SHUFFLE(0, 1, 2, 3)); }
__intrinsic __m128 _mm_loadh_pi(__m128 __a, __m64 const *__p) { __m64x __x = (__m64x)__a; __x[1] = (long long)((struct __m64_mem const *)__p)->__v; return (__m128)__x; }
__intrinsic __m128 _mm_loadl_pi(__m128 __a, __m64 const *__p) { __m64x __x = (__m64x)__a; __x[0] = (long long)((struct __m64_mem const *)__p)->__v; return (__m128)__x; }
__intrinsic void _mm_storeh_pi(__m64 *__p, __m128 __a) { ((struct __m64_mem *)__p)->__v = (__m64)((__m64x)__a)[1]; }
__intrinsic void _mm_storel_pi(__m64 *__p, __m128 __a) { ((struct __m64_mem *)__p)->__v = (__m64)((__m64x)__a)[0]; }
__intrinsic void _mm_stream_ps(float *__p, __m128 __a) { __builtin_ia32_movntps(__p, (__v4sf)__a); }
__intrinsic void _mm_stream_pi(__m64 *__p, __m64 __a) { __builtin_ia32_movnti64(__p, (long long)__a); }
__intrinsic void _mm_sfence(void) { __builtin_ia32_sfence(); }
__intrinsic void _mm_pause(void) { __builtin_ia32_pause(); }

/* arithmetic */
__intrinsic __m128 _mm_add_ps(__m128 __a, __m128 __b) { return (__m128)((__v4sf)__a + (__v4sf)__b); }
__intrinsic __m128 _mm_add_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_addss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_sub_ps(__m128 __a, __m128 __b) { return (__m128)((__v4sf)__a - (__v4sf)__b); }
__intrinsic __m128 _mm_sub_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_subss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_mul_ps(__m128 __a, __m128 __b) { return (__m128)((__v4sf)__a * (__v4sf)__b); }
__intrinsic __m128 _mm_mul_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_mulss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_div_ps(__m128 __a, __m128 __b) { return (__m128)((__v4sf)__a / (__v4sf)__b); }
__intrinsic __m128 _mm_div_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_divss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_min_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_minps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_min_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_minss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_max_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_maxps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_max_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_maxss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_sqrt_ps(__m128 __a) { return (__m128)__builtin_ia32_sqrtps((__v4sf)__a); }
__intrinsic __m128 _mm_sqrt_ss(__m128 __a) { return (__m128)__builtin_ia32_sqrtss((__v4sf)__a); }
__intrinsic __m128 _mm_rcp_ps(__m128 __a) { return (__m128)__builtin_ia32_rcpps((__v4sf)__a); }
__intrinsic __m128 _mm_rcp_ss(__m128 __a) { return (__m128)__builtin_ia32_rcpss((__v4sf)__a); }
__intrinsic __m128 _mm_rsqrt_ps(__m128 __a) { return (__m128)__builtin_ia32_rsqrtps((__v4sf)__a); }
__intrinsic __m128 _mm_rsqrt_ss(__m128 __a) { return (__m128)__builtin_ia32_rsqrtss((__v4sf)__a); }
__intrinsic __m128 _mm_and_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_andps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_andnot_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_andnps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_or_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_orps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_xor_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_xorps((__v4sf)__a, (__v4sf)__b); }

/* comparison */
__intrinsic __m128 _mm_cmpeq_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpeqps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpeq_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpeqss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmplt_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpltps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmplt_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpltss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmple_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpleps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmple_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpless((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpneq_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpneqps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpneq_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpneqss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpnlt_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpnltps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpnlt_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpnltss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpnle_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpnleps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpnle_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpnless((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpord_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpordps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpord_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpordss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpunord_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpunordps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpunord_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpunordss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_cmpgt_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpltps((__v4sf)__b, (__v4sf)__a); }
__intrinsic __m128 _mm_cmpgt_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_movss((__v4sf)__a, __builtin_ia32_cmpltss((__v4sf)__b, (__v4sf)__a)); }
__intrinsic __m128 _mm_cmpge_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpleps((__v4sf)__b, (__v4sf)__a); }
__intrinsic __m128 _mm_cmpge_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_movss((__v4sf)__a, __builtin_ia32_cmpless((__v4sf)__b, (__v4sf)__a)); }
__intrinsic __m128 _mm_cmpngt_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpnltps((__v4sf)__b, (__v4sf)__a); }
__intrinsic __m128 _mm_cmpngt_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_movss((__v4sf)__a, __builtin_ia32_cmpnltss((__v4sf)__b, (__v4sf)__a)); }
__intrinsic __m128 _mm_cmpnge_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_cmpnleps((__v4sf)__b, (__v4sf)__a); }
__intrinsic __m128 _mm_cmpnge_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_movss((__v4sf)__a, __builtin_ia32_cmpnless((__v4sf)__b, (__v4sf)__a)); }
__intrinsic int _mm_comieq_ss(__m128 __a, __m128 __b) { return __builtin_ia32_comieq((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_ucomieq_ss(__m128 __a, __m128 __b) { return __builtin_ia32_ucomieq((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_comilt_ss(__m128 __a, __m128 __b) { return __builtin_ia32_comilt((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_ucomilt_ss(__m128 __a, __m128 __b) { return __builtin_ia32_ucomilt((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_comile_ss(__m128 __a, __m128 __b) { return __builtin_ia32_comile((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_ucomile_ss(__m128 __a, __m128 __b) { return __builtin_ia32_ucomile((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_comigt_ss(__m128 __a, __m128 __b) { return __builtin_ia32_comigt((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_ucomigt_ss(__m128 __a, __m128 __b) { return __builtin_ia32_ucomigt((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_comige_ss(__m128 __a, __m128 __b) { return __builtin_ia32_comige((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_ucomige_ss(__m128 __a, __m128 __b) { return __builtin_ia32_ucomige((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_comineq_ss(__m128 __a, __m128 __b) { return __builtin_ia32_comineq((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_ucomineq_ss(__m128 __a, __m128 __b) { return __builtin_ia32_ucomineq((__v4sf)__a, (__v4sf)__b); }

/* lanes */
#define _mm_shuffle_ps(a, b, n) ((__m128)__builtin_ia32_shufps((__v4sf)(__m128)(a), (__v4sf)(__m128)(b), (int)(n)))
__intrinsic __m128 _mm_unpacklo_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_unpcklps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_unpackhi_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_unpckhps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_move_ss(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_movss((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_movehl_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_movhlps((__v4sf)__a, (__v4sf)__b); }
__intrinsic __m128 _mm_movelh_ps(__m128 __a, __m128 __b) { return (__m128)__builtin_ia32_movlhps((__v4sf)__a, (__v4sf)__b); }
__intrinsic int _mm_movemask_ps(__m128 __a) { return __builtin_ia32_movmskps((__v4sf)__a); }
#define _MM_TRANSPOSE4_PS(r0, r1, r2, r3) \
  do { \
    __v4sf __a = (r0), __b = (r1), __c = (r2), __d = (r3); \
    __v4sf __ab0 = __builtin_ia32_unpcklps(__a, __b), __ab1 = __builtin_ia32_unpckhps(__a, __b); \
    __v4sf __cd0 = __builtin_ia32_unpcklps(__c, __d), __cd1 = __builtin_ia32_unpckhps(__c, __d); \
    (r0) = __builtin_ia32_movlhps(__ab0, __cd0); \
    (r1) = __builtin_ia32_movhlps(__cd0, __ab0); \
    (r2) = __builtin_ia32_movlhps(__ab1, __cd1); \
    (r3) = __builtin_ia32_movhlps(__cd1, __ab1); \
  } while (0)

/* conversion */
__intrinsic int _mm_cvtss_si32(__m128 __a) { return __builtin_ia32_cvtss2si((__v4sf)__a); }
__intrinsic int _mm_cvt_ss2si(__m128 __a) { return __builtin_ia32_cvtss2si((__v4sf)__a); }
__intrinsic int _mm_cvttss_si32(__m128 __a) { return __builtin_ia32_cvttss2si((__v4sf)__a); }
__intrinsic int _mm_cvtt_ss2si(__m128 __a) { return __builtin_ia32_cvttss2si((__v4sf)__a); }
__intrinsic long long _mm_cvtss_si64(__m128 __a) { return __builtin_ia32_cvtss2si64((__v4sf)__a); }
__intrinsic long long _mm_cvtss_si64x(__m128 __a) { return __builtin_ia32_cvtss2si64((__v4sf)__a); }
__intrinsic long long _mm_cvttss_si64(__m128 __a) { return __builtin_ia32_cvttss2si64((__v4sf)__a); }
__intrinsic long long _mm_cvttss_si64x(__m128 __a) { return __builtin_ia32_cvttss2si64((__v4sf)__a); }
__intrinsic __m128 _mm_cvtsi32_ss(__m128 __a, int __b) { return (__m128)__builtin_ia32_cvtsi2ss((__v4sf)__a, __b); }
__intrinsic __m128 _mm_cvt_si2ss(__m128 __a, int __b) { return (__m128)__builtin_ia32_cvtsi2ss((__v4sf)__a, __b); }
__intrinsic __m128 _mm_cvtsi64_ss(__m128 __a, long long __b) { return (__m128)__builtin_ia32_cvtsi642ss((__v4sf)__a, __b); }
__intrinsic __m128 _mm_cvtsi64x_ss(__m128 __a, long long __b) { return (__m128)__builtin_ia32_cvtsi642ss((__v4sf)__a, __b); }
__intrinsic float _mm_cvtss_f32(__m128 __a) { return ((__v4sf)__a)[0]; }
__intrinsic __m64 _mm_cvtps_pi32(__m128 __a) { return __m64_low(__builtin_ia32_cvtps2dq(__builtin_ia32_movlhps((__v4sf)__a, (__v4sf){0, 0, 0, 0}))); }
__intrinsic __m64 _mm_cvt_ps2pi(__m128 __a) { return __m64_low(__builtin_ia32_cvtps2dq(__builtin_ia32_movlhps((__v4sf)__a, (__v4sf){0, 0, 0, 0}))); }
__intrinsic __m64 _mm_cvttps_pi32(__m128 __a) { return __m64_low(__builtin_ia32_cvttps2dq(__builtin_ia32_movlhps((__v4sf)__a, (__v4sf){0, 0, 0, 0}))); }
__intrinsic __m64 _mm_cvtt_ps2pi(__m128 __a) { return __m64_low(__builtin_ia32_cvttps2dq(__builtin_ia32_movlhps((__v4sf)__a, (__v4sf){0, 0, 0, 0}))); }
__intrinsic __m128 _mm_cvtpi32_ps(__m128 __a, __m64 __b) { __m64x __x = (__m64x)__a; __x[0] = ((__m64x)__builtin_ia32_cvtdq2ps((__m64d)__m64_up(__b)))[0]; return (__m128)__x; }
__intrinsic __m128 _mm_cvt_pi2ps(__m128 __a, __m64 __b) { __m64x __x = (__m64x)__a; __x[0] = ((__m64x)__builtin_ia32_cvtdq2ps((__m64d)__m64_up(__b)))[0]; return (__m128)__x; }
__intrinsic __m128 _mm_cvtpi32x2_ps(__m64 __a, __m64 __b) { return (__m128)__builtin_ia32_cvtdq2ps((__m64d)__m64_pair(__a, __b)); }
__intrinsic __m128 _mm_cvtpi16_ps(__m64 __a) { __v4hi __x = (__v4hi)__a; return (__m128){__x[0], __x[1], __x[2], __x[3]}; }
__intrinsic __m128 _mm_cvtpu16_ps(__m64 __a) { __v4hu __x = (__v4hu)__a; return (__m128){__x[0], __x[1], __x[2], __x[3]}; }
__intrinsic __m128 _mm_cvtpi8_ps(__m64 __a) { __v8qs __x = (__v8qs)__a; return (__m128){__x[0], __x[1], __x[2], __x[3]}; }
__intrinsic __m128 _mm_cvtpu8_ps(__m64 __a) { __v8qu __x = (__v8qu)__a; return (__m128){__x[0], __x[1], __x[2], __x[3]}; }
__intrinsic __m64 _mm_cvtps_pi16(__m128 __a) { return __m64_low(__builtin_ia32_packssdw128(__builtin_ia32_cvtps2dq((__v4sf)__a), (__m64d){0, 0, 0, 0})); }
__intrinsic __m64 _mm_cvtps_pi8(__m128 __a) { return __m64_low(__builtin_ia32_packsswb128(__builtin_ia32_packssdw128(__builtin_ia32_cvtps2dq((__v4sf)__a), (__m64d){0, 0, 0, 0}), (__m64w){0, 0, 0, 0, 0, 0, 0, 0})); }

/* integers of 8 bytes */
__intrinsic __m64 _mm_max_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pmaxsw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_max_pu8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pmaxub128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_min_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pminsw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_min_pu8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pminub128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_mulhi_pu16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pmulhuw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_avg_pu8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pavgb128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_avg_pu16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pavgw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_sad_pu8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psadbw128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic int _mm_movemask_pi8(__m64 __a) { return __builtin_ia32_pmovmskb128((__m64b)__m64_up(__a)); }
__intrinsic void _mm_maskmove_si64(__m64 __a, __m64 __n, char *__p) { __v8qi __x = (__v8qi)__a; __v8qs __y = (__v8qs)__n; for (int __k = 0; __k < 8; __k++) if (__y[__k] < 0) __p[__k] = __x[__k]; }
#define _mm_extract_pi16(a, n) ((int)((__v4hu)(__m64)(a))[(n) & 3])
#define _mm_insert_pi16(a, b, n) __extension__({ __v4hi __x = (__v4hi)(__m64)(a); __x[(n) & 3] = (short)(b); (__m64)__x; })
#define _mm_shuffle_pi16(a, n) __m64_low(__builtin_ia32_pshuflw((__m64w)__m64_up((__m64)(a)), (n)))
#define _m_pextrw _mm_extract_pi16
#define _m_pinsrw _mm_insert_pi16
#define _m_pmaxsw _mm_max_pi16
#define _m_pmaxub _mm_max_pu8
#define _m_pminsw _mm_min_pi16
#define _m_pminub _mm_min_pu8
#define _m_pmovmskb _mm_movemask_pi8
#define _m_pmulhuw _mm_mulhi_pu16
#define _m_pshufw _mm_shuffle_pi16
#define _m_maskmovq _mm_maskmove_si64
#define _m_pavgb _mm_avg_pu8
#define _m_pavgw _mm_avg_pu16
#define _m_psadbw _mm_sad_pu8

#include <emmintrin.h>

#endif
