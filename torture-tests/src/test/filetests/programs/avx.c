// test program -mavx needs=avx
#include "intrinsics.h"

static void memory(void) {
  unsigned char buffer[96] __attribute__((aligned(32)));
#define MEM(e) memset(buffer, 0x55, sizeof buffer); e; mix(buffer, sizeof buffer); out(#e);
  float *fp = (float *)buffer; double *dp = (double *)buffer; __m256i *ip = (__m256i *)buffer;
  MEM(_mm256_store_ps(fp, IN_F(0))) MEM(_mm256_storeu_ps(fp + 1, IN_F(0))) MEM(_mm256_stream_ps(fp, IN_F(1))) MEM(_mm256_store_pd(dp, IN_D(0))) MEM(_mm256_storeu_pd(dp + 1, IN_D(0))) MEM(_mm256_stream_pd(dp, IN_D(1)))
  MEM(_mm256_store_si256(ip, IN_I(0))) MEM(_mm256_storeu_si256((__m256i_u *)(buffer + 5), IN_I(0))) MEM(_mm256_stream_si256(ip, IN_I(1)))
  MEM(_mm_maskstore_ps(fp, IN_i(1), IN_f(0))) MEM(_mm256_maskstore_ps(fp, IN_I(1), IN_F(0))) MEM(_mm_maskstore_pd(dp, IN_i(1), IN_d(0))) MEM(_mm256_maskstore_pd(dp, IN_I(1), IN_D(0)))
  MEM(_mm256_storeu2_m128(fp + 9, fp, IN_F(0))) MEM(_mm256_storeu2_m128d(dp + 5, dp, IN_D(0))) MEM(_mm256_storeu2_m128i((__m128i_u *)(buffer + 33), (__m128i_u *)buffer, IN_I(0)))
  MIX(_mm_maskload_ps(floats, IN_i(1))); MIX(_mm256_maskload_ps(floats, IN_I(1))); MIX(_mm_maskload_pd(doubles, IN_i(1))); MIX(_mm256_maskload_pd(doubles, IN_I(1))); out("maskload");
  MIX(_mm256_load_ps((const float *)bytes)); MIX(_mm256_loadu_ps(floats + 1)); MIX(_mm256_loadu_pd(doubles + 1)); MIX(_mm256_loadu_si256((__m256i_u *)(bytes + 3))); MIX(_mm256_lddqu_si256((__m256i *)(bytes + 3))); MIX(_mm256_broadcast_ss(floats + 2)); MIX(_mm_broadcast_ss(floats + 2)); MIX(_mm256_broadcast_sd(doubles + 2)); MIX(_mm256_broadcast_ps((__m128 *)bytes)); MIX(_mm256_broadcast_pd((__m128d *)bytes)); MIX(_mm256_loadu2_m128(floats, floats + 9)); MIX(_mm256_loadu2_m128d(doubles, doubles + 5)); out("load");
  MIX(_mm256_set_ps(1, 2, 3, 4, 5, 6, 7, 8)); MIX(_mm256_setr_ps(1, 2, 3, 4, 5, 6, 7, 8)); MIX(_mm256_set_pd(1, 2, 3, 4)); MIX(_mm256_setr_pd(1, 2, 3, 4)); MIX(_mm256_set_epi32(1, 2, 3, 4, 5, 6, 7, 8)); MIX(_mm256_setr_epi32(1, 2, 3, 4, 5, 6, 7, 8)); MIX(_mm256_set_epi64x(1, 2, 3, 4)); MIX(_mm256_setr_epi64x(1, 2, 3, 4));
  MIX(_mm256_set_epi16(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)); MIX(_mm256_setr_epi16(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)); MIX(_mm256_set_epi8(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32)); out("set");
  __m256 c = _mm256_castps128_ps256(IN_f(0)); MIX(_mm256_castps256_ps128(c)); MIX(_mm256_castsi256_si128(_mm256_castsi128_si256(IN_i(0)))); MIX(_mm256_castpd256_pd128(_mm256_castpd128_pd256(IN_d(0)))); out("cast");
  __m256 k = IN_F(1); _mm256_zeroupper(); MIX(k); _mm256_zeroall(); MIX(k); out("zero");
}
static void __attribute__((noinline)) part0(void) {
  T2(F, F, _mm256_add_ps)
  T2(F, F, _mm256_sub_ps)
  T2(F, F, _mm256_mul_ps)
  T2(F, F, _mm256_div_ps)
  T2(F, F, _mm256_addsub_ps)
  T2(F, F, _mm256_hadd_ps)
  T2(F, F, _mm256_hsub_ps)
  T2(F, F, _mm256_min_ps)
  T2(F, F, _mm256_max_ps)
  T2(F, F, _mm256_and_ps)
  T2(F, F, _mm256_andnot_ps)
  T2(F, F, _mm256_or_ps)
  T2(F, F, _mm256_xor_ps)
  T2(F, F, _mm256_unpacklo_ps)
  T2(F, F, _mm256_unpackhi_ps)
  T1(F, _mm256_sqrt_ps)
  T3(F, F, F, _mm256_blendv_ps)
  T1(F, _mm256_movemask_ps)
  T2(F, F, _mm256_testz_ps)
  T2(F, F, _mm256_testc_ps)
  T2(F, F, _mm256_testnzc_ps)
  T2(D, D, _mm256_add_pd)
  T2(D, D, _mm256_sub_pd)
  T2(D, D, _mm256_mul_pd)
  T2(D, D, _mm256_div_pd)
  T2(D, D, _mm256_addsub_pd)
  T2(D, D, _mm256_hadd_pd)
  T2(D, D, _mm256_hsub_pd)
  T2(D, D, _mm256_min_pd)
  T2(D, D, _mm256_max_pd)
  T2(D, D, _mm256_and_pd)
  T2(D, D, _mm256_andnot_pd)
  T2(D, D, _mm256_or_pd)
  T2(D, D, _mm256_xor_pd)
  T2(D, D, _mm256_unpacklo_pd)
  T2(D, D, _mm256_unpackhi_pd)
  T1(D, _mm256_sqrt_pd)
  T3(D, D, D, _mm256_blendv_pd)
  T1(D, _mm256_movemask_pd)
  T2(D, D, _mm256_testz_pd)
  T2(D, D, _mm256_testc_pd)
  T2(D, D, _mm256_testnzc_pd)
  T2(f, f, _mm_testz_ps)
  T2(f, f, _mm_testc_ps)
  T2(f, f, _mm_testnzc_ps)
  T2(d, d, _mm_testz_pd)
  T2(d, d, _mm_testc_pd)
  T2(d, d, _mm_testnzc_pd)
  T2(I, I, _mm256_testz_si256)
  T2(I, I, _mm256_testc_si256)
  T2(I, I, _mm256_testnzc_si256)
  T2(f, i, _mm_permutevar_ps)
  T2(d, i, _mm_permutevar_pd)
  T2(F, I, _mm256_permutevar_ps)
  T2(D, I, _mm256_permutevar_pd)
  T1(F, _mm256_castps256_ps128)
  T1(f, _mm256_zextps128_ps256)
  T2(f, f, _mm256_set_m128)
  T2(f, f, _mm256_setr_m128)
  T1(D, _mm256_castpd256_pd128)
}

static void __attribute__((noinline)) part1(void) {
  T1(d, _mm256_zextpd128_pd256)
  T2(d, d, _mm256_set_m128d)
  T2(d, d, _mm256_setr_m128d)
  T1(I, _mm256_castsi256_si128)
  T1(i, _mm256_zextsi128_si256)
  T2(i, i, _mm256_set_m128i)
  T2(i, i, _mm256_setr_m128i)
  T1(F, _mm256_movehdup_ps)
  T1(F, _mm256_moveldup_ps)
  T1(D, _mm256_movedup_pd)
  T1(F, _mm256_cvtss_f32)
  T1(D, _mm256_cvtsd_f64)
  T1(I, _mm256_cvtsi256_si32)
  T1(i, _mm256_cvtepi32_pd)
  T1(I, _mm256_cvtepi32_ps)
  T1(D, _mm256_cvtpd_ps)
  T1(F, _mm256_cvtps_epi32)
  T1(f, _mm256_cvtps_pd)
  T1(D, _mm256_cvttpd_epi32)
  T1(D, _mm256_cvtpd_epi32)
  T1(F, _mm256_cvttps_epi32)
  T1(F, _mm256_castps_pd)
  T1(F, _mm256_castps_si256)
  T1(D, _mm256_castpd_ps)
  T1(D, _mm256_castpd_si256)
  T1(I, _mm256_castsi256_ps)
  T1(I, _mm256_castsi256_pd)
  T0(_mm256_setzero_ps)
  T0(_mm256_setzero_pd)
  T0(_mm256_setzero_si256)
  T1(t, _mm256_set1_pd)
  T1(s, _mm256_set1_ps)
  T1(n, _mm256_set1_epi32)
  T1(n, _mm256_set1_epi16)
  T1(n, _mm256_set1_epi8)
  T1(l, _mm256_set1_epi64x)
  N1(F, _mm256_round_ps, 0)
  N1(F, _mm256_round_ps, 1)
  N1(F, _mm256_round_ps, 2)
  N1(F, _mm256_round_ps, 3)
  N1(F, _mm256_round_ps, 4)
  N2(F, F, _mm256_blend_ps, 0)
  N2(F, F, _mm256_blend_ps, 5)
  N2(F, F, _mm256_blend_ps, 10)
  N2(F, F, _mm256_shuffle_ps, 0)
  N2(F, F, _mm256_shuffle_ps, 5)
  N2(F, F, _mm256_shuffle_ps, 10)
  N2(F, F, _mm256_shuffle_ps, 15)
  N2(F, F, _mm256_cmp_ps, 0)
  N2(F, F, _mm256_cmp_ps, 1)
  N2(F, F, _mm256_cmp_ps, 6)
  N2(F, F, _mm256_cmp_ps, 12)
  N2(F, F, _mm256_cmp_ps, 13)
  N2(F, F, _mm256_cmp_ps, 17)
  N2(F, F, _mm256_cmp_ps, 30)
  N2(f, f, _mm_cmp_ps, 0)
  N2(f, f, _mm_cmp_ps, 1)
  N2(f, f, _mm_cmp_ps, 6)
  N2(f, f, _mm_cmp_ps, 12)
  N2(f, f, _mm_cmp_ps, 13)
}

static void __attribute__((noinline)) part2(void) {
  N2(f, f, _mm_cmp_ps, 17)
  N2(f, f, _mm_cmp_ps, 30)
  N1(F, _mm256_permute_ps, 0)
  N1(F, _mm256_permute_ps, 5)
  N1(F, _mm256_permute_ps, 10)
  N1(f, _mm_permute_ps, 0)
  N1(f, _mm_permute_ps, 1)
  N1(f, _mm_permute_ps, 2)
  N1(f, _mm_permute_ps, 3)
  T1(F, _mm256_floor_ps)
  T1(F, _mm256_ceil_ps)
  N1(D, _mm256_round_pd, 0)
  N1(D, _mm256_round_pd, 1)
  N1(D, _mm256_round_pd, 2)
  N1(D, _mm256_round_pd, 3)
  N1(D, _mm256_round_pd, 4)
  N2(D, D, _mm256_blend_pd, 0)
  N2(D, D, _mm256_blend_pd, 5)
  N2(D, D, _mm256_blend_pd, 10)
  N2(D, D, _mm256_shuffle_pd, 0)
  N2(D, D, _mm256_shuffle_pd, 5)
  N2(D, D, _mm256_shuffle_pd, 10)
  N2(D, D, _mm256_shuffle_pd, 15)
  N2(D, D, _mm256_cmp_pd, 0)
  N2(D, D, _mm256_cmp_pd, 1)
  N2(D, D, _mm256_cmp_pd, 6)
  N2(D, D, _mm256_cmp_pd, 12)
  N2(D, D, _mm256_cmp_pd, 13)
  N2(D, D, _mm256_cmp_pd, 17)
  N2(D, D, _mm256_cmp_pd, 30)
  N2(d, d, _mm_cmp_pd, 0)
  N2(d, d, _mm_cmp_pd, 1)
  N2(d, d, _mm_cmp_pd, 6)
  N2(d, d, _mm_cmp_pd, 12)
  N2(d, d, _mm_cmp_pd, 13)
  N2(d, d, _mm_cmp_pd, 17)
  N2(d, d, _mm_cmp_pd, 30)
  N1(D, _mm256_permute_pd, 0)
  N1(D, _mm256_permute_pd, 5)
  N1(D, _mm256_permute_pd, 10)
  N1(d, _mm_permute_pd, 0)
  N1(d, _mm_permute_pd, 1)
  N1(d, _mm_permute_pd, 2)
  N1(d, _mm_permute_pd, 3)
  T1(D, _mm256_floor_pd)
  T1(D, _mm256_ceil_pd)
  N2(f, f, _mm_cmp_ss, 0)
  N2(f, f, _mm_cmp_ss, 1)
  N2(f, f, _mm_cmp_ss, 13)
  N2(f, f, _mm_cmp_ss, 30)
  N2(d, d, _mm_cmp_sd, 0)
  N2(d, d, _mm_cmp_sd, 1)
  N2(d, d, _mm_cmp_sd, 13)
  N2(d, d, _mm_cmp_sd, 30)
  N2(F, F, _mm256_dp_ps, 49)
  N2(F, F, _mm256_dp_ps, 255)
  N2(F, F, _mm256_permute2f128_ps, 1)
  N2(F, F, _mm256_permute2f128_ps, 32)
  N2(F, F, _mm256_permute2f128_ps, 49)
  N2(F, F, _mm256_permute2f128_ps, 129)
}

static void __attribute__((noinline)) part3(void) {
  N2(F, F, _mm256_permute2f128_ps, 18)
  N1(F, _mm256_extractf128_ps, 0)
  N1(F, _mm256_extractf128_ps, 1)
  N2(F, f, _mm256_insertf128_ps, 0)
  N2(F, f, _mm256_insertf128_ps, 1)
  N2(D, D, _mm256_permute2f128_pd, 1)
  N2(D, D, _mm256_permute2f128_pd, 32)
  N2(D, D, _mm256_permute2f128_pd, 49)
  N2(D, D, _mm256_permute2f128_pd, 129)
  N2(D, D, _mm256_permute2f128_pd, 18)
  N1(D, _mm256_extractf128_pd, 0)
  N1(D, _mm256_extractf128_pd, 1)
  N2(D, d, _mm256_insertf128_pd, 0)
  N2(D, d, _mm256_insertf128_pd, 1)
  N2(I, I, _mm256_permute2f128_si256, 1)
  N2(I, I, _mm256_permute2f128_si256, 32)
  N2(I, I, _mm256_permute2f128_si256, 49)
  N2(I, I, _mm256_permute2f128_si256, 129)
  N2(I, I, _mm256_permute2f128_si256, 18)
  N1(I, _mm256_extractf128_si256, 0)
  N1(I, _mm256_extractf128_si256, 1)
  N2(I, i, _mm256_insertf128_si256, 0)
  N2(I, i, _mm256_insertf128_si256, 1)
  N1(I, _mm256_extract_epi8, 0)
  N1(I, _mm256_extract_epi8, 31)
  N2(I, n, _mm256_insert_epi8, 0)
  N2(I, n, _mm256_insert_epi8, 31)
  N1(I, _mm256_extract_epi16, 0)
  N1(I, _mm256_extract_epi16, 15)
  N2(I, n, _mm256_insert_epi16, 0)
  N2(I, n, _mm256_insert_epi16, 15)
  N1(I, _mm256_extract_epi32, 0)
  N1(I, _mm256_extract_epi32, 7)
  N2(I, n, _mm256_insert_epi32, 0)
  N2(I, n, _mm256_insert_epi32, 7)
  N1(I, _mm256_extract_epi64, 0)
  N1(I, _mm256_extract_epi64, 3)
  N2(I, l, _mm256_insert_epi64, 0)
  N2(I, l, _mm256_insert_epi64, 3)
}

int main(void) {
  fill();
  h = 2166136261u;
  part0();
  part1();
  part2();
  part3();
  memory();
  return 0;
}
---- output ----
_mm256_add_ps 57e90e4b
_mm256_sub_ps f0a2eaf9
_mm256_mul_ps 533eb7e3
_mm256_div_ps 1d416877
_mm256_addsub_ps 26eebbe4
_mm256_hadd_ps 25525dd1
_mm256_hsub_ps e7503505
_mm256_min_ps c0d03218
_mm256_max_ps cc4179e4
_mm256_and_ps 8913643c
_mm256_andnot_ps 30943cec
_mm256_or_ps e4e54c28
_mm256_xor_ps 8e337169
_mm256_unpacklo_ps 42d5b259
_mm256_unpackhi_ps 7321a805
_mm256_sqrt_ps 3c8ae0fd
_mm256_blendv_ps 881744d1
_mm256_movemask_ps b7c60ea3
_mm256_testz_ps 05c37154
_mm256_testc_ps fdded115
_mm256_testnzc_ps 9a9e9c24
_mm256_add_pd 03a318b7
_mm256_sub_pd 6eb77119
_mm256_mul_pd aa3518f4
_mm256_div_pd a458354d
_mm256_addsub_pd 510dcfb4
_mm256_hadd_pd f971d551
_mm256_hsub_pd fb435055
_mm256_min_pd c694e44b
_mm256_max_pd 8e2dd567
_mm256_and_pd 5553909b
_mm256_andnot_pd c27c0957
_mm256_or_pd 4db34507
_mm256_xor_pd 7f0fed25
_mm256_unpacklo_pd 4488c5c1
_mm256_unpackhi_pd 0ba091ad
_mm256_sqrt_pd 9570423d
_mm256_blendv_pd e767f255
_mm256_movemask_pd 91be9863
_mm256_testz_pd 308be375
_mm256_testc_pd 83227374
_mm256_testnzc_pd 3ada0244
_mm_testz_ps 05c37154
_mm_testc_ps 0c146054
_mm_testnzc_ps 01dc9165
_mm_testz_pd 05c37154
_mm_testc_pd c2d8e554
_mm_testnzc_pd dfde6ac5
_mm256_testz_si256 dfde6ac5
_mm256_testc_si256 0aefb425
_mm256_testnzc_si256 4ae0f065
_mm_permutevar_ps c1b1bb11
_mm_permutevar_pd bfac18dd
_mm256_permutevar_ps 582fd158
_mm256_permutevar_pd 85686a8d
_mm256_castps256_ps128 e9c50fbd
_mm256_zextps128_ps256 a892883d
_mm256_set_m128 bb834bdd
_mm256_setr_m128 17cd135d
_mm256_castpd256_pd128 30ae44a3
_mm256_zextpd128_pd256 6e966b23
_mm256_set_m128d 804a0cb5
_mm256_setr_m128d 6d34bb7d
_mm256_castsi256_si128 83a45429
_mm256_zextsi128_si256 5a45cae9
_mm256_set_m128i d1e60eb1
_mm256_setr_m128i 14742941
_mm256_movehdup_ps 420475d9
_mm256_moveldup_ps 802a59c9
_mm256_movedup_pd d7dffb7d
_mm256_cvtss_f32 fdfa79ed
_mm256_cvtsd_f64 88833170
_mm256_cvtsi256_si32 e598ffc8
_mm256_cvtepi32_pd be4454d0
_mm256_cvtepi32_ps 452c9c6e
_mm256_cvtpd_ps 7bfda88e
_mm256_cvtps_epi32 429e1671
_mm256_cvtps_pd 89cc17ec
_mm256_cvttpd_epi32 87164415
_mm256_cvtpd_epi32 b43e8670
_mm256_cvttps_epi32 cc4f30d4
_mm256_castps_pd 864ba8e4
_mm256_castps_si256 864ba8e4
_mm256_castpd_ps 250fda9f
_mm256_castpd_si256 250fda9f
_mm256_castsi256_ps 1845d3f6
_mm256_castsi256_pd 1845d3f6
_mm256_setzero_ps 0b2ae445
_mm256_setzero_pd 0b2ae445
_mm256_setzero_si256 0b2ae445
_mm256_set1_pd b6b70105
_mm256_set1_ps 6eabb4c5
_mm256_set1_epi32 4c73ec05
_mm256_set1_epi16 2b0e5305
_mm256_set1_epi8 fff2b2e5
_mm256_set1_epi64x 57c9aee5
_mm256_round_ps,0 773765b0
_mm256_round_ps,1 d8440386
_mm256_round_ps,2 a09dedce
_mm256_round_ps,3 6cd2b062
_mm256_round_ps,4 773765b0
_mm256_blend_ps,0 0b538f0d
_mm256_blend_ps,5 2a047201
_mm256_blend_ps,10 8506c3a1
_mm256_shuffle_ps,0 e69505a5
_mm256_shuffle_ps,5 5104e6f5
_mm256_shuffle_ps,10 9071c0a5
_mm256_shuffle_ps,15 5c37b165
_mm256_cmp_ps,0 e2a2e0b5
_mm256_cmp_ps,1 9b66d44d
_mm256_cmp_ps,6 a0fd404d
_mm256_cmp_ps,12 36de2cd5
_mm256_cmp_ps,13 372f133d
_mm256_cmp_ps,17 9b66d44d
_mm256_cmp_ps,30 a0fd404d
_mm_cmp_ps,0 5007b0f5
_mm_cmp_ps,1 41a361ad
_mm_cmp_ps,6 448285ad
_mm_cmp_ps,12 40ef4395
_mm_cmp_ps,13 0aadb6dd
_mm_cmp_ps,17 41a361ad
_mm_cmp_ps,30 448285ad
_mm256_permute_ps,0 9de53f05
_mm256_permute_ps,5 04f67659
_mm256_permute_ps,10 0dfec269
_mm_permute_ps,0 0d2c840d
_mm_permute_ps,1 55213360
_mm_permute_ps,2 8c8c7134
_mm_permute_ps,3 73ed7811
_mm256_floor_ps d8440386
_mm256_ceil_ps a09dedce
_mm256_round_pd,0 8ac4b367
_mm256_round_pd,1 c12d1a13
_mm256_round_pd,2 8d3444aa
_mm256_round_pd,3 1faee112
_mm256_round_pd,4 8ac4b367
_mm256_blend_pd,0 e900ff35
_mm256_blend_pd,5 8c8b4a55
_mm256_blend_pd,10 7328f32d
_mm256_shuffle_pd,0 4488c5c1
_mm256_shuffle_pd,5 3a475e11
_mm256_shuffle_pd,10 7328f32d
_mm256_shuffle_pd,15 0ba091ad
_mm256_cmp_pd,0 82b6af25
_mm256_cmp_pd,1 37fcdd15
_mm256_cmp_pd,6 530b7d15
_mm256_cmp_pd,12 526b7a65
_mm256_cmp_pd,13 f8417e75
_mm256_cmp_pd,17 37fcdd15
_mm256_cmp_pd,30 530b7d15
_mm_cmp_pd,0 7c947175
_mm_cmp_pd,1 d16f806d
_mm_cmp_pd,6 5aff506d
_mm_cmp_pd,12 4cee2715
_mm_cmp_pd,13 d8d8b01d
_mm_cmp_pd,17 d16f806d
_mm_cmp_pd,30 5aff506d
_mm256_permute_pd,0 d7dffb7d
_mm256_permute_pd,5 3cb5c07f
_mm256_permute_pd,10 250fda9f
_mm_permute_pd,0 b62b248d
_mm_permute_pd,1 5b573a63
_mm_permute_pd,2 30ae44a3
_mm_permute_pd,3 97f3954d
_mm256_floor_pd c12d1a13
_mm256_ceil_pd 8d3444aa
_mm_cmp_ss,0 843fa63d
_mm_cmp_ss,1 3e18522d
_mm_cmp_ss,13 a21bea8d
_mm_cmp_ss,30 bdede43d
_mm_cmp_sd,0 3c5f7f15
_mm_cmp_sd,1 edd23325
_mm_cmp_sd,13 7f081e85
_mm_cmp_sd,30 31d91f65
_mm256_dp_ps,49 3ec27fe2
_mm256_dp_ps,255 e558aead
_mm256_permute2f128_ps,1 12e6aa2d
_mm256_permute2f128_ps,32 17cd135d
_mm256_permute2f128_ps,49 edddea15
_mm256_permute2f128_ps,129 539d8c2d
_mm256_permute2f128_ps,18 fb3f056d
_mm256_extractf128_ps,0 e9c50fbd
_mm256_extractf128_ps,1 82919874
_mm256_insertf128_ps,0 fb3f056d
_mm256_insertf128_ps,1 17cd135d
_mm256_permute2f128_pd,1 366000b5
_mm256_permute2f128_pd,32 6d34bb7d
_mm256_permute2f128_pd,49 6a4014a5
_mm256_permute2f128_pd,129 2b14db95
_mm256_permute2f128_pd,18 fc0de7a5
_mm256_extractf128_pd,0 30ae44a3
_mm256_extractf128_pd,1 a0624fc9
_mm256_insertf128_pd,0 fc0de7a5
_mm256_insertf128_pd,1 6d34bb7d
_mm256_permute2f128_si256,1 8e290dad
_mm256_permute2f128_si256,32 14742941
_mm256_permute2f128_si256,49 277b4ab5
_mm256_permute2f128_si256,129 093d901d
_mm256_permute2f128_si256,18 81ca9e85
_mm256_extractf128_si256,0 83a45429
_mm256_extractf128_si256,1 5b3a262a
_mm256_insertf128_si256,0 81ca9e85
_mm256_insertf128_si256,1 14742941
_mm256_extract_epi8,0 066a2fad
_mm256_extract_epi8,31 83907492
_mm256_insert_epi8,0 9ba6fc7d
_mm256_insert_epi8,31 30b51939
_mm256_extract_epi16,0 21d1c5b5
_mm256_extract_epi16,15 9e6f989e
_mm256_insert_epi16,0 26d46495
_mm256_insert_epi16,15 13a89939
_mm256_extract_epi32,0 e598ffc8
_mm256_extract_epi32,7 8fcea2a5
_mm256_insert_epi32,0 968dc9cd
_mm256_insert_epi32,7 3c5d473d
_mm256_extract_epi64,0 b33f2aa8
_mm256_extract_epi64,3 83eecca8
_mm256_insert_epi64,0 a530a08d
_mm256_insert_epi64,3 8c13614d
_mm256_store_ps(fp, IN_F(0)) fa687384
_mm256_storeu_ps(fp + 1, IN_F(0)) cf54f0cc
_mm256_stream_ps(fp, IN_F(1)) 9364f668
_mm256_store_pd(dp, IN_D(0)) 575f28a1
_mm256_storeu_pd(dp + 1, IN_D(0)) f4369361
_mm256_stream_pd(dp, IN_D(1)) 03ff8077
_mm256_store_si256(ip, IN_I(0)) 24b07d79
_mm256_storeu_si256((__m256i_u *)(buffer + 5), IN_I(0)) 0b557ffd
_mm256_stream_si256(ip, IN_I(1)) b711d723
_mm_maskstore_ps(fp, IN_i(1), IN_f(0)) df36b589
_mm256_maskstore_ps(fp, IN_I(1), IN_F(0)) 1ce72fb5
_mm_maskstore_pd(dp, IN_i(1), IN_d(0)) afa5f640
_mm256_maskstore_pd(dp, IN_I(1), IN_D(0)) 55f69e28
_mm256_storeu2_m128(fp + 9, fp, IN_F(0)) e3f3fa6c
_mm256_storeu2_m128d(dp + 5, dp, IN_D(0)) 99a5aa61
_mm256_storeu2_m128i((__m128i_u *)(buffer + 33), (__m128i_u *)buffer, IN_I(0)) 0716c88d
maskload 8c0798c5
load a1258aec
set 713d0485
cast 6ebfff70
zero 741511fd
