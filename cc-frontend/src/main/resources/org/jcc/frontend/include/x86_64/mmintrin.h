/* MMX: vectors of 8 bytes. They live in SSE registers, so that there is no state to be emptied. */
#ifndef _MMINTRIN_H_INCLUDED
#define _MMINTRIN_H_INCLUDED

#define __intrinsic extern __inline __attribute__((__gnu_inline__, __always_inline__, __artificial__))

typedef int __m64 __attribute__((__vector_size__(8), __may_alias__));
typedef int __m64_u __attribute__((__vector_size__(8), __may_alias__, __aligned__(1)));
typedef long long __v1di __attribute__((__vector_size__(8)));
typedef int __v2si __attribute__((__vector_size__(8)));
typedef unsigned __v2su __attribute__((__vector_size__(8)));
typedef short __v4hi __attribute__((__vector_size__(8)));
typedef unsigned short __v4hu __attribute__((__vector_size__(8)));
typedef char __v8qi __attribute__((__vector_size__(8)));
typedef signed char __v8qs __attribute__((__vector_size__(8)));
typedef unsigned char __v8qu __attribute__((__vector_size__(8)));
typedef float __v2sf __attribute__((__vector_size__(8)));

/* The low half of 16 bytes, and back. */
typedef long long __m64x __attribute__((__vector_size__(16)));
typedef char __m64b __attribute__((__vector_size__(16)));
typedef short __m64w __attribute__((__vector_size__(16)));
typedef int __m64d __attribute__((__vector_size__(16)));
#define __m64_up(a) ((__m64x){(long long)(a), 0})
#define __m64_low(a) ((__m64)((__m64x)(a))[0])
/* Two of 8 bytes in one of 16, for instructions that pack or add neighbours. */
#define __m64_pair(a, b) ((__m64x){(long long)(a), (long long)(b)})

/* moves */
__intrinsic void _mm_empty(void) { }
__intrinsic void _m_empty(void) { }
__intrinsic __m64 _mm_cvtsi32_si64(int __a) { return (__m64)(__v2si){__a, 0}; }
__intrinsic int _mm_cvtsi64_si32(__m64 __a) { return ((__v2si)__a)[0]; }
__intrinsic __m64 _mm_cvtsi64_m64(long long __a) { return (__m64)__a; }
__intrinsic long long _mm_cvtm64_si64(__m64 __a) { return (long long)__a; }
__intrinsic __m64 _mm_cvtsi64x_si64(long long __a) { return (__m64)__a; }
__intrinsic __m64 _mm_set_pi64x(long long __a) { return (__m64)__a; }
__intrinsic long long _mm_cvtsi64_si64x(__m64 __a) { return (long long)__a; }
__intrinsic __m64 _mm_setzero_si64(void) { return (__m64)0LL; }
__intrinsic __m64 _mm_set_pi32(int __a, int __b) { return (__m64)(__v2si){__b, __a}; }
__intrinsic __m64 _mm_setr_pi32(int __a, int __b) { return (__m64)(__v2si){__a, __b}; }
__intrinsic __m64 _mm_set1_pi32(int __a) { return (__m64)(__v2si){__a, __a}; }
__intrinsic __m64 _mm_set_pi16(short __a, short __b, short __c, short __d) { return (__m64)(__v4hi){__d, __c, __b, __a}; }
__intrinsic __m64 _mm_setr_pi16(short __a, short __b, short __c, short __d) { return (__m64)(__v4hi){__a, __b, __c, __d}; }
__intrinsic __m64 _mm_set1_pi16(short __a) { return (__m64)(__v4hi){__a, __a, __a, __a}; }
__intrinsic __m64 _mm_set_pi8(char __a, char __b, char __c, char __d, char __e, char __f, char __g, char __h) { return (__m64)(__v8qi){__h, __g, __f, __e, __d, __c, __b, __a}; }
__intrinsic __m64 _mm_setr_pi8(char __a, char __b, char __c, char __d, char __e, char __f, char __g, char __h) { return (__m64)(__v8qi){__a, __b, __c, __d, __e, __f, __g, __h}; }
__intrinsic __m64 _mm_set1_pi8(char __a) { return (__m64)(__v8qi){__a, __a, __a, __a, __a, __a, __a, __a}; }

/* arithmetic */
__intrinsic __m64 _mm_add_pi8(__m64 __a, __m64 __b) { return (__m64)((__v8qu)__a + (__v8qu)__b); }
__intrinsic __m64 _mm_sub_pi8(__m64 __a, __m64 __b) { return (__m64)((__v8qu)__a - (__v8qu)__b); }
__intrinsic __m64 _mm_cmpeq_pi8(__m64 __a, __m64 __b) { return (__m64)((__v8qu)__a == (__v8qu)__b); }
__intrinsic __m64 _mm_cmpgt_pi8(__m64 __a, __m64 __b) { return (__m64)((__v8qs)__a > (__v8qs)__b); }
__intrinsic __m64 _mm_add_pi16(__m64 __a, __m64 __b) { return (__m64)((__v4hu)__a + (__v4hu)__b); }
__intrinsic __m64 _mm_sub_pi16(__m64 __a, __m64 __b) { return (__m64)((__v4hu)__a - (__v4hu)__b); }
__intrinsic __m64 _mm_cmpeq_pi16(__m64 __a, __m64 __b) { return (__m64)((__v4hu)__a == (__v4hu)__b); }
__intrinsic __m64 _mm_cmpgt_pi16(__m64 __a, __m64 __b) { return (__m64)((__v4hi)__a > (__v4hi)__b); }
__intrinsic __m64 _mm_add_pi32(__m64 __a, __m64 __b) { return (__m64)((__v2su)__a + (__v2su)__b); }
__intrinsic __m64 _mm_sub_pi32(__m64 __a, __m64 __b) { return (__m64)((__v2su)__a - (__v2su)__b); }
__intrinsic __m64 _mm_cmpeq_pi32(__m64 __a, __m64 __b) { return (__m64)((__v2su)__a == (__v2su)__b); }
__intrinsic __m64 _mm_cmpgt_pi32(__m64 __a, __m64 __b) { return (__m64)((__v2si)__a > (__v2si)__b); }
__intrinsic __m64 _mm_adds_pi8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_paddsb128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_adds_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_paddsw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_adds_pu8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_paddusb128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_adds_pu16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_paddusw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_subs_pi8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psubsb128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_subs_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psubsw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_subs_pu8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psubusb128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_subs_pu16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psubusw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_madd_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pmaddwd128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_mulhi_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pmulhw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_mullo_pi16(__m64 __a, __m64 __b) { return (__m64)((__v4hu)__a * (__v4hu)__b); }
__intrinsic __m64 _mm_packs_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_packsswb128((__m64w)__m64_pair(__a, __b), (__m64w)__m64_pair(__a, __b))); }
__intrinsic __m64 _mm_packs_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_packssdw128((__m64d)__m64_pair(__a, __b), (__m64d)__m64_pair(__a, __b))); }
__intrinsic __m64 _mm_packs_pu16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_packuswb128((__m64w)__m64_pair(__a, __b), (__m64w)__m64_pair(__a, __b))); }

/* lanes, logic, shifts */
__intrinsic __m64 _mm_unpacklo_pi8(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_punpcklbw128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b))); }
__intrinsic __m64 _mm_unpackhi_pi8(__m64 __a, __m64 __b) { return (__m64)((__m64x)__builtin_ia32_punpcklbw128((__m64b)__m64_up(__a), (__m64b)__m64_up(__b)))[1]; }
__intrinsic __m64 _mm_unpacklo_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_punpcklwd128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_unpackhi_pi16(__m64 __a, __m64 __b) { return (__m64)((__m64x)__builtin_ia32_punpcklwd128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b)))[1]; }
__intrinsic __m64 _mm_unpacklo_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_punpckldq128((__m64d)__m64_up(__a), (__m64d)__m64_up(__b))); }
__intrinsic __m64 _mm_unpackhi_pi32(__m64 __a, __m64 __b) { return (__m64)((__m64x)__builtin_ia32_punpckldq128((__m64d)__m64_up(__a), (__m64d)__m64_up(__b)))[1]; }
__intrinsic __m64 _mm_and_si64(__m64 __a, __m64 __b) { return __a & __b; }
__intrinsic __m64 _mm_or_si64(__m64 __a, __m64 __b) { return __a | __b; }
__intrinsic __m64 _mm_xor_si64(__m64 __a, __m64 __b) { return __a ^ __b; }
__intrinsic __m64 _mm_andnot_si64(__m64 __a, __m64 __b) { return ~__a & __b; }
__intrinsic __m64 _mm_sll_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psllw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_slli_pi16(__m64 __a, int __n) { return __m64_low(__builtin_ia32_psllwi128((__m64w)__m64_up(__a), __n)); }
__intrinsic __m64 _mm_sll_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_pslld128((__m64d)__m64_up(__a), (__m64d)__m64_up(__b))); }
__intrinsic __m64 _mm_slli_pi32(__m64 __a, int __n) { return __m64_low(__builtin_ia32_pslldi128((__m64d)__m64_up(__a), __n)); }
__intrinsic __m64 _mm_sll_si64(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psllq128((__m64x)__m64_up(__a), (__m64x)__m64_up(__b))); }
__intrinsic __m64 _mm_slli_si64(__m64 __a, int __n) { return __m64_low(__builtin_ia32_psllqi128((__m64x)__m64_up(__a), __n)); }
__intrinsic __m64 _mm_srl_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psrlw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_srli_pi16(__m64 __a, int __n) { return __m64_low(__builtin_ia32_psrlwi128((__m64w)__m64_up(__a), __n)); }
__intrinsic __m64 _mm_srl_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psrld128((__m64d)__m64_up(__a), (__m64d)__m64_up(__b))); }
__intrinsic __m64 _mm_srli_pi32(__m64 __a, int __n) { return __m64_low(__builtin_ia32_psrldi128((__m64d)__m64_up(__a), __n)); }
__intrinsic __m64 _mm_srl_si64(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psrlq128((__m64x)__m64_up(__a), (__m64x)__m64_up(__b))); }
__intrinsic __m64 _mm_srli_si64(__m64 __a, int __n) { return __m64_low(__builtin_ia32_psrlqi128((__m64x)__m64_up(__a), __n)); }
__intrinsic __m64 _mm_sra_pi16(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psraw128((__m64w)__m64_up(__a), (__m64w)__m64_up(__b))); }
__intrinsic __m64 _mm_srai_pi16(__m64 __a, int __n) { return __m64_low(__builtin_ia32_psrawi128((__m64w)__m64_up(__a), __n)); }
__intrinsic __m64 _mm_sra_pi32(__m64 __a, __m64 __b) { return __m64_low(__builtin_ia32_psrad128((__m64d)__m64_up(__a), (__m64d)__m64_up(__b))); }
__intrinsic __m64 _mm_srai_pi32(__m64 __a, int __n) { return __m64_low(__builtin_ia32_psradi128((__m64d)__m64_up(__a), __n)); }

/* the names of the instructions */
#define _m_from_int _mm_cvtsi32_si64
#define _m_to_int _mm_cvtsi64_si32
#define _m_from_int64 _mm_cvtsi64_m64
#define _m_to_int64 _mm_cvtm64_si64
#define _m_packsswb _mm_packs_pi16
#define _m_packssdw _mm_packs_pi32
#define _m_packuswb _mm_packs_pu16
#define _m_punpckhbw _mm_unpackhi_pi8
#define _m_punpckhwd _mm_unpackhi_pi16
#define _m_punpckhdq _mm_unpackhi_pi32
#define _m_punpcklbw _mm_unpacklo_pi8
#define _m_punpcklwd _mm_unpacklo_pi16
#define _m_punpckldq _mm_unpacklo_pi32
#define _m_paddb _mm_add_pi8
#define _m_paddw _mm_add_pi16
#define _m_paddd _mm_add_pi32
#define _m_paddsb _mm_adds_pi8
#define _m_paddsw _mm_adds_pi16
#define _m_paddusb _mm_adds_pu8
#define _m_paddusw _mm_adds_pu16
#define _m_psubb _mm_sub_pi8
#define _m_psubw _mm_sub_pi16
#define _m_psubd _mm_sub_pi32
#define _m_psubsb _mm_subs_pi8
#define _m_psubsw _mm_subs_pi16
#define _m_psubusb _mm_subs_pu8
#define _m_psubusw _mm_subs_pu16
#define _m_pmaddwd _mm_madd_pi16
#define _m_pmulhw _mm_mulhi_pi16
#define _m_pmullw _mm_mullo_pi16
#define _m_psllw _mm_sll_pi16
#define _m_psllwi _mm_slli_pi16
#define _m_pslld _mm_sll_pi32
#define _m_pslldi _mm_slli_pi32
#define _m_psllq _mm_sll_si64
#define _m_psllqi _mm_slli_si64
#define _m_psraw _mm_sra_pi16
#define _m_psrawi _mm_srai_pi16
#define _m_psrad _mm_sra_pi32
#define _m_psradi _mm_srai_pi32
#define _m_psrlw _mm_srl_pi16
#define _m_psrlwi _mm_srli_pi16
#define _m_psrld _mm_srl_pi32
#define _m_psrldi _mm_srli_pi32
#define _m_psrlq _mm_srl_si64
#define _m_psrlqi _mm_srli_si64
#define _m_pand _mm_and_si64
#define _m_pandn _mm_andnot_si64
#define _m_por _mm_or_si64
#define _m_pxor _mm_xor_si64
#define _m_pcmpeqb _mm_cmpeq_pi8
#define _m_pcmpeqw _mm_cmpeq_pi16
#define _m_pcmpeqd _mm_cmpeq_pi32
#define _m_pcmpgtb _mm_cmpgt_pi8
#define _m_pcmpgtw _mm_cmpgt_pi16
#define _m_pcmpgtd _mm_cmpgt_pi32

#endif
