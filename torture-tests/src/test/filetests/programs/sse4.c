// test program -msse4.2 -maes -mpclmul needs=sse4_2,aes,pclmulqdq
#include "intrinsics.h"

static void memory(void) {
  __m128i at = IN_i(1);
  MIX(_mm_stream_load_si128((__m128i *)bytes)); MIX(_mm_lddqu_si128((__m128i *)(bytes + 5))); MIX(_mm_loaddup_pd(doubles + 1)); MIX(_mm_cvtepu8_epi16(_mm_loadl_epi64((__m128i *)(bytes + 3)))); MIX(_mm_cvtepi8_epi32(_mm_cvtsi32_si128(*(int *)bytes))); MIX(at); out("memory");
}
static void __attribute__((noinline)) part0(void) {
  T2(f, f, _mm_addsub_ps)
  T2(d, d, _mm_addsub_pd)
  T2(f, f, _mm_hadd_ps)
  T2(d, d, _mm_hadd_pd)
  T2(f, f, _mm_hsub_ps)
  T2(d, d, _mm_hsub_pd)
  T1(f, _mm_movehdup_ps)
  T1(f, _mm_moveldup_ps)
  T1(d, _mm_movedup_pd)
  T2(i, i, _mm_hadd_epi16)
  T2(m, m, _mm_hadd_pi16)
  T2(i, i, _mm_hadd_epi32)
  T2(m, m, _mm_hadd_pi32)
  T2(i, i, _mm_hadds_epi16)
  T2(m, m, _mm_hadds_pi16)
  T2(i, i, _mm_hsub_epi16)
  T2(m, m, _mm_hsub_pi16)
  T2(i, i, _mm_hsub_epi32)
  T2(m, m, _mm_hsub_pi32)
  T2(i, i, _mm_hsubs_epi16)
  T2(m, m, _mm_hsubs_pi16)
  T2(i, i, _mm_maddubs_epi16)
  T2(m, m, _mm_maddubs_pi16)
  T2(i, i, _mm_mulhrs_epi16)
  T2(m, m, _mm_mulhrs_pi16)
  T2(i, i, _mm_shuffle_epi8)
  T2(m, m, _mm_shuffle_pi8)
  T2(i, i, _mm_sign_epi8)
  T2(m, m, _mm_sign_pi8)
  T2(i, i, _mm_sign_epi16)
  T2(m, m, _mm_sign_pi16)
  T2(i, i, _mm_sign_epi32)
  T2(m, m, _mm_sign_pi32)
  T1(i, _mm_abs_epi8)
  T1(m, _mm_abs_pi8)
  T1(i, _mm_abs_epi16)
  T1(m, _mm_abs_pi16)
  T1(i, _mm_abs_epi32)
  T1(m, _mm_abs_pi32)
  T2(i, i, _mm_testz_si128)
  T2(i, i, _mm_testc_si128)
  T2(i, i, _mm_testnzc_si128)
  T3(f, f, f, _mm_blendv_ps)
  T3(d, d, d, _mm_blendv_pd)
  T3(i, i, i, _mm_blendv_epi8)
  T2(i, i, _mm_cmpeq_epi64)
  T2(i, i, _mm_min_epi8)
  T2(i, i, _mm_max_epi8)
  T2(i, i, _mm_min_epu16)
  T2(i, i, _mm_max_epu16)
  T2(i, i, _mm_min_epi32)
  T2(i, i, _mm_max_epi32)
  T2(i, i, _mm_min_epu32)
  T2(i, i, _mm_max_epu32)
  T2(i, i, _mm_mul_epi32)
  T2(i, i, _mm_packus_epi32)
  T2(i, i, _mm_mullo_epi32)
  T1(i, _mm_minpos_epu16)
  T1(i, _mm_cvtepi8_epi16)
  T1(i, _mm_cvtepi8_epi32)
}

static void __attribute__((noinline)) part1(void) {
  T1(i, _mm_cvtepi8_epi64)
  T1(i, _mm_cvtepi16_epi32)
  T1(i, _mm_cvtepi16_epi64)
  T1(i, _mm_cvtepi32_epi64)
  T1(i, _mm_cvtepu8_epi16)
  T1(i, _mm_cvtepu8_epi32)
  T1(i, _mm_cvtepu8_epi64)
  T1(i, _mm_cvtepu16_epi32)
  T1(i, _mm_cvtepu16_epi64)
  T1(i, _mm_cvtepu32_epi64)
  T2(i, i, _mm_cmpgt_epi64)
  T2(n, n, _mm_crc32_u8)
  T2(n, n, _mm_crc32_u16)
  T2(n, n, _mm_crc32_u32)
  T2(l, l, _mm_crc32_u64)
  T1(n, _mm_popcnt_u32)
  T1(l, _mm_popcnt_u64)
  T2(i, i, _mm_aesenc_si128)
  T2(i, i, _mm_aesenclast_si128)
  T2(i, i, _mm_aesdec_si128)
  T2(i, i, _mm_aesdeclast_si128)
  T1(i, _mm_aesimc_si128)
  N2(i, i, _mm_alignr_epi8, 0)
  N2(i, i, _mm_alignr_epi8, 1)
  N2(i, i, _mm_alignr_epi8, 7)
  N2(i, i, _mm_alignr_epi8, 15)
  N2(i, i, _mm_alignr_epi8, 16)
  N2(i, i, _mm_alignr_epi8, 20)
  N2(i, i, _mm_alignr_epi8, 31)
  N2(i, i, _mm_alignr_epi8, 40)
  N2(m, m, _mm_alignr_pi8, 0)
  N2(m, m, _mm_alignr_pi8, 3)
  N2(m, m, _mm_alignr_pi8, 8)
  N2(m, m, _mm_alignr_pi8, 11)
  N2(m, m, _mm_alignr_pi8, 15)
  N2(m, m, _mm_alignr_pi8, 20)
  N1(f, _mm_round_ps, 0)
  N1(f, _mm_round_ps, 1)
  N1(f, _mm_round_ps, 2)
  N1(f, _mm_round_ps, 3)
  N1(f, _mm_round_ps, 4)
  N1(f, _mm_round_ps, 9)
  T1(f, _mm_floor_ps)
  T1(f, _mm_ceil_ps)
  N2(f, f, _mm_blend_ps, 0)
  N2(f, f, _mm_blend_ps, 1)
  N2(f, f, _mm_blend_ps, 2)
  N2(f, f, _mm_blend_ps, 3)
  N2(f, f, _mm_blend_ps, 10)
  N2(f, f, _mm_blend_ps, 15)
  N2(f, f, _mm_dp_ps, 49)
  N2(f, f, _mm_dp_ps, 255)
  N2(f, f, _mm_dp_ps, 19)
  N1(d, _mm_round_pd, 0)
  N1(d, _mm_round_pd, 1)
  N1(d, _mm_round_pd, 2)
  N1(d, _mm_round_pd, 3)
  N1(d, _mm_round_pd, 4)
  N1(d, _mm_round_pd, 9)
  T1(d, _mm_floor_pd)
}

static void __attribute__((noinline)) part2(void) {
  T1(d, _mm_ceil_pd)
  N2(d, d, _mm_blend_pd, 0)
  N2(d, d, _mm_blend_pd, 1)
  N2(d, d, _mm_blend_pd, 2)
  N2(d, d, _mm_blend_pd, 3)
  N2(d, d, _mm_dp_pd, 49)
  N2(d, d, _mm_dp_pd, 255)
  N2(d, d, _mm_dp_pd, 19)
  N2(f, f, _mm_round_ss, 1)
  N2(f, f, _mm_round_ss, 2)
  N2(f, f, _mm_round_ss, 3)
  T2(f, f, _mm_floor_ss)
  T2(f, f, _mm_ceil_ss)
  N2(d, d, _mm_round_sd, 1)
  N2(d, d, _mm_round_sd, 2)
  N2(d, d, _mm_round_sd, 3)
  T2(d, d, _mm_floor_sd)
  T2(d, d, _mm_ceil_sd)
  T2(i, i, _mm_test_all_zeros)
  T1(i, _mm_test_all_ones)
  T2(i, i, _mm_test_mix_ones_zeros)
  N2(i, i, _mm_blend_epi16, 0)
  N2(i, i, _mm_blend_epi16, 90)
  N2(i, i, _mm_blend_epi16, 255)
  N2(f, f, _mm_insert_ps, 0)
  N2(f, f, _mm_insert_ps, 16)
  N2(f, f, _mm_insert_ps, 110)
  N2(f, f, _mm_insert_ps, 213)
  N1(f, _mm_extract_ps, 0)
  N1(f, _mm_extract_ps, 3)
  N2(i, n, _mm_insert_epi8, 0)
  N2(i, n, _mm_insert_epi8, 15)
  N2(i, n, _mm_insert_epi32, 0)
  N2(i, n, _mm_insert_epi32, 3)
  N2(i, l, _mm_insert_epi64, 0)
  N2(i, l, _mm_insert_epi64, 1)
  N1(i, _mm_extract_epi8, 0)
  N1(i, _mm_extract_epi8, 7)
  N1(i, _mm_extract_epi8, 15)
  N1(i, _mm_extract_epi32, 0)
  N1(i, _mm_extract_epi32, 3)
  N1(i, _mm_extract_epi64, 0)
  N1(i, _mm_extract_epi64, 1)
  N2(i, i, _mm_mpsadbw_epu8, 0)
  N2(i, i, _mm_mpsadbw_epu8, 3)
  N2(i, i, _mm_mpsadbw_epu8, 7)
  N2(i, i, _mm_cmpistrm, 0)
  N2(i, i, _mm_cmpistrm, 12)
  N2(i, i, _mm_cmpistrm, 24)
  N2(i, i, _mm_cmpistrm, 68)
  N2(i, i, _mm_cmpistrm, 77)
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrm(IN_i(k), 3 * j, IN_i(j), 16 - k, 0)); out("_mm_cmpestrm 0");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrm(IN_i(k), 3 * j, IN_i(j), 16 - k, 12)); out("_mm_cmpestrm 12");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrm(IN_i(k), 3 * j, IN_i(j), 16 - k, 24)); out("_mm_cmpestrm 24");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrm(IN_i(k), 3 * j, IN_i(j), 16 - k, 69)); out("_mm_cmpestrm 69");
  N2(i, i, _mm_cmpistri, 0)
  N2(i, i, _mm_cmpistri, 12)
  N2(i, i, _mm_cmpistri, 24)
  N2(i, i, _mm_cmpistri, 68)
  N2(i, i, _mm_cmpistri, 77)
}

static void __attribute__((noinline)) part3(void) {
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestri(IN_i(k), 3 * j, IN_i(j), 16 - k, 0)); out("_mm_cmpestri 0");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestri(IN_i(k), 3 * j, IN_i(j), 16 - k, 12)); out("_mm_cmpestri 12");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestri(IN_i(k), 3 * j, IN_i(j), 16 - k, 24)); out("_mm_cmpestri 24");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestri(IN_i(k), 3 * j, IN_i(j), 16 - k, 69)); out("_mm_cmpestri 69");
  N2(i, i, _mm_cmpistra, 0)
  N2(i, i, _mm_cmpistra, 12)
  N2(i, i, _mm_cmpistra, 24)
  N2(i, i, _mm_cmpistra, 68)
  N2(i, i, _mm_cmpistra, 77)
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestra(IN_i(k), 3 * j, IN_i(j), 16 - k, 0)); out("_mm_cmpestra 0");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestra(IN_i(k), 3 * j, IN_i(j), 16 - k, 12)); out("_mm_cmpestra 12");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestra(IN_i(k), 3 * j, IN_i(j), 16 - k, 24)); out("_mm_cmpestra 24");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestra(IN_i(k), 3 * j, IN_i(j), 16 - k, 69)); out("_mm_cmpestra 69");
  N2(i, i, _mm_cmpistrc, 0)
  N2(i, i, _mm_cmpistrc, 12)
  N2(i, i, _mm_cmpistrc, 24)
  N2(i, i, _mm_cmpistrc, 68)
  N2(i, i, _mm_cmpistrc, 77)
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrc(IN_i(k), 3 * j, IN_i(j), 16 - k, 0)); out("_mm_cmpestrc 0");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrc(IN_i(k), 3 * j, IN_i(j), 16 - k, 12)); out("_mm_cmpestrc 12");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrc(IN_i(k), 3 * j, IN_i(j), 16 - k, 24)); out("_mm_cmpestrc 24");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrc(IN_i(k), 3 * j, IN_i(j), 16 - k, 69)); out("_mm_cmpestrc 69");
  N2(i, i, _mm_cmpistro, 0)
  N2(i, i, _mm_cmpistro, 12)
  N2(i, i, _mm_cmpistro, 24)
  N2(i, i, _mm_cmpistro, 68)
  N2(i, i, _mm_cmpistro, 77)
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestro(IN_i(k), 3 * j, IN_i(j), 16 - k, 0)); out("_mm_cmpestro 0");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestro(IN_i(k), 3 * j, IN_i(j), 16 - k, 12)); out("_mm_cmpestro 12");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestro(IN_i(k), 3 * j, IN_i(j), 16 - k, 24)); out("_mm_cmpestro 24");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestro(IN_i(k), 3 * j, IN_i(j), 16 - k, 69)); out("_mm_cmpestro 69");
  N2(i, i, _mm_cmpistrs, 0)
  N2(i, i, _mm_cmpistrs, 12)
  N2(i, i, _mm_cmpistrs, 24)
  N2(i, i, _mm_cmpistrs, 68)
  N2(i, i, _mm_cmpistrs, 77)
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrs(IN_i(k), 3 * j, IN_i(j), 16 - k, 0)); out("_mm_cmpestrs 0");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrs(IN_i(k), 3 * j, IN_i(j), 16 - k, 12)); out("_mm_cmpestrs 12");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrs(IN_i(k), 3 * j, IN_i(j), 16 - k, 24)); out("_mm_cmpestrs 24");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrs(IN_i(k), 3 * j, IN_i(j), 16 - k, 69)); out("_mm_cmpestrs 69");
  N2(i, i, _mm_cmpistrz, 0)
  N2(i, i, _mm_cmpistrz, 12)
  N2(i, i, _mm_cmpistrz, 24)
  N2(i, i, _mm_cmpistrz, 68)
  N2(i, i, _mm_cmpistrz, 77)
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrz(IN_i(k), 3 * j, IN_i(j), 16 - k, 0)); out("_mm_cmpestrz 0");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrz(IN_i(k), 3 * j, IN_i(j), 16 - k, 12)); out("_mm_cmpestrz 12");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrz(IN_i(k), 3 * j, IN_i(j), 16 - k, 24)); out("_mm_cmpestrz 24");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(_mm_cmpestrz(IN_i(k), 3 * j, IN_i(j), 16 - k, 69)); out("_mm_cmpestrz 69");
  N2(i, i, _mm_clmulepi64_si128, 0)
  N2(i, i, _mm_clmulepi64_si128, 1)
  N2(i, i, _mm_clmulepi64_si128, 16)
  N2(i, i, _mm_clmulepi64_si128, 17)
  N1(i, _mm_aeskeygenassist_si128, 0)
  N1(i, _mm_aeskeygenassist_si128, 1)
  N1(i, _mm_aeskeygenassist_si128, 54)
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
_mm_addsub_ps b47a6afd
_mm_addsub_pd f60f6ed7
_mm_hadd_ps 436a1ef9
_mm_hadd_pd 9118d8f5
_mm_hsub_ps a38e95fd
_mm_hsub_pd cf4164b9
_mm_movehdup_ps aaf5200d
_mm_moveldup_ps 1eba237d
_mm_movedup_pd b62b248d
_mm_hadd_epi16 7c0c73fd
_mm_hadd_pi16 d1628635
_mm_hadd_epi32 3f726dd9
_mm_hadd_pi32 da0621a5
_mm_hadds_epi16 1bd08249
_mm_hadds_pi16 d1628635
_mm_hsub_epi16 103a8985
_mm_hsub_pi16 7b3d46fd
_mm_hsub_epi32 1e6faea9
_mm_hsub_pi32 5b7ef751
_mm_hsubs_epi16 26cf2555
_mm_hsubs_pi16 10d3c47d
_mm_maddubs_epi16 4bbe8183
_mm_maddubs_pi16 374cf5fc
_mm_mulhrs_epi16 e6b67798
_mm_mulhrs_pi16 344883f6
_mm_shuffle_epi8 3ddcd2c0
_mm_shuffle_pi8 592257e7
_mm_sign_epi8 2630a099
_mm_sign_pi8 f1947c03
_mm_sign_epi16 3f99116b
_mm_sign_pi16 aca4e41b
_mm_sign_epi32 04776046
_mm_sign_pi32 29f0dff8
_mm_abs_epi8 6a877485
_mm_abs_pi8 136e393a
_mm_abs_epi16 5af689f8
_mm_abs_pi16 54e8fd48
_mm_abs_epi32 a9067235
_mm_abs_pi32 014098b8
_mm_testz_si128 dfde6ac5
_mm_testc_si128 0aefb425
_mm_testnzc_si128 4ae0f065
_mm_blendv_ps f35ced39
_mm_blendv_pd ab7ac4ad
_mm_blendv_epi8 ddf3df65
_mm_cmpeq_epi64 e885cd85
_mm_min_epi8 af47b375
_mm_max_epi8 dcbecbc9
_mm_min_epu16 912dae69
_mm_max_epu16 3ea06551
_mm_min_epi32 61af4945
_mm_max_epi32 9cf0f7f5
_mm_min_epu32 0f3d4dad
_mm_max_epu32 ed931935
_mm_mul_epi32 5f2dabfd
_mm_packus_epi32 412cac95
_mm_mullo_epi32 f9d49585
_mm_minpos_epu16 46cccf14
_mm_cvtepi8_epi16 0fd80ca3
_mm_cvtepi8_epi32 f663ae85
_mm_cvtepi8_epi64 05b099a5
_mm_cvtepi16_epi32 1993c898
_mm_cvtepi16_epi64 d7441a4c
_mm_cvtepi32_epi64 f9bb2cb0
_mm_cvtepu8_epi16 1154b9a6
_mm_cvtepu8_epi32 2730c72e
_mm_cvtepu8_epi64 f2a88925
_mm_cvtepu16_epi32 61478950
_mm_cvtepu16_epi64 28f97920
_mm_cvtepu32_epi64 d1720288
_mm_cmpgt_epi64 78c56965
_mm_crc32_u8 53e3a179
_mm_crc32_u16 06aa0365
_mm_crc32_u32 db0d6fe1
_mm_crc32_u64 5e545475
_mm_popcnt_u32 d72133ad
_mm_popcnt_u64 08e8c43f
_mm_aesenc_si128 47283031
_mm_aesenclast_si128 db692015
_mm_aesdec_si128 bce917e1
_mm_aesdeclast_si128 68b30671
_mm_aesimc_si128 c9502941
_mm_alignr_epi8,0 1aeb5995
_mm_alignr_epi8,1 33521385
_mm_alignr_epi8,7 27fa0bf5
_mm_alignr_epi8,15 73213f3d
_mm_alignr_epi8,16 7c62e7ed
_mm_alignr_epi8,20 2ea30915
_mm_alignr_epi8,31 d243fd45
_mm_alignr_epi8,40 e6a1d1c5
_mm_alignr_pi8,0 b74d58bd
_mm_alignr_pi8,3 31645369
_mm_alignr_pi8,8 83f292e5
_mm_alignr_pi8,11 8829ba5d
_mm_alignr_pi8,15 b8b53305
_mm_alignr_pi8,20 a7b537c5
_mm_round_ps,0 2f42dd77
_mm_round_ps,1 1b08f046
_mm_round_ps,2 a1a1e677
_mm_round_ps,3 2f42dd77
_mm_round_ps,4 2f42dd77
_mm_round_ps,9 1b08f046
_mm_floor_ps 1b08f046
_mm_ceil_ps a1a1e677
_mm_blend_ps,0 62777bf5
_mm_blend_ps,1 4f61d3e1
_mm_blend_ps,2 64412a7d
_mm_blend_ps,3 35df3fb5
_mm_blend_ps,10 e9d86dd1
_mm_blend_ps,15 3bc941c5
_mm_dp_ps,49 740c9816
_mm_dp_ps,255 0bb3ed95
_mm_dp_ps,19 16241575
_mm_round_pd,0 20c680ab
_mm_round_pd,1 9c518e83
_mm_round_pd,2 7be3d7d2
_mm_round_pd,3 2a2a32b2
_mm_round_pd,4 20c680ab
_mm_round_pd,9 9c518e83
_mm_floor_pd 9c518e83
_mm_ceil_pd 7be3d7d2
_mm_blend_pd,0 b3d5c555
_mm_blend_pd,1 5586f699
_mm_blend_pd,2 0d275b3d
_mm_blend_pd,3 02d9ddc5
_mm_dp_pd,49 2df413a1
_mm_dp_pd,255 93f63dad
_mm_dp_pd,19 d37a2d3d
_mm_round_ss,1 4f61d3e1
_mm_round_ss,2 4f61d3e1
_mm_round_ss,3 4f61d3e1
_mm_floor_ss 4f61d3e1
_mm_ceil_ss 4f61d3e1
_mm_round_sd,1 044bef4d
_mm_round_sd,2 16f8ddc5
_mm_round_sd,3 044bef4d
_mm_floor_sd 044bef4d
_mm_ceil_sd 16f8ddc5
_mm_test_all_zeros dfde6ac5
_mm_test_all_ones 69691905
_mm_test_mix_ones_zeros 4ae0f065
_mm_blend_epi16,0 7c62e7ed
_mm_blend_epi16,90 44a0c495
_mm_blend_epi16,255 1aeb5995
_mm_insert_ps,0 4f61d3e1
_mm_insert_ps,16 d1fca049
_mm_insert_ps,110 d59a934d
_mm_insert_ps,213 cb072091
_mm_extract_ps,0 fdfa79ed
_mm_extract_ps,3 302816dd
_mm_insert_epi8,0 5181d70d
_mm_insert_epi8,15 4da0116d
_mm_insert_epi32,0 19297845
_mm_insert_epi32,3 9d406119
_mm_insert_epi64,0 c9f32b4d
_mm_insert_epi64,1 2ca7834d
_mm_extract_epi8,0 066a2fad
_mm_extract_epi8,7 d954041e
_mm_extract_epi8,15 d0d68d38
_mm_extract_epi32,0 e598ffc8
_mm_extract_epi32,3 d1149eb0
_mm_extract_epi64,0 b33f2aa8
_mm_extract_epi64,1 5ed0392c
_mm_mpsadbw_epu8,0 84550d28
_mm_mpsadbw_epu8,3 f048649b
_mm_mpsadbw_epu8,7 16f595a6
_mm_cmpistrm,0 c867db37
_mm_cmpistrm,12 c5c0aadc
_mm_cmpistrm,24 572f898d
_mm_cmpistrm,68 29d49b33
_mm_cmpistrm,77 e8dd725d
_mm_cmpestrm 0 d722a33c
_mm_cmpestrm 12 38f6a1dc
_mm_cmpestrm 24 f847fb85
_mm_cmpestrm 69 cae91967
_mm_cmpistri,0 4e76b44d
_mm_cmpistri,12 663e60d5
_mm_cmpistri,24 fcdd4d05
_mm_cmpistri,68 764aa638
_mm_cmpistri,77 87ca3dc5
_mm_cmpestri 0 78c25d15
_mm_cmpestri 12 6ab95495
_mm_cmpestri 24 931f86c9
_mm_cmpestri 69 e37ab29c
_mm_cmpistra,0 911e9b34
_mm_cmpistra,12 eaacf465
_mm_cmpistra,24 175a1f64
_mm_cmpistra,68 c6210f64
_mm_cmpistra,77 928dbd24
_mm_cmpestra 0 0071e0a5
_mm_cmpestra 12 58ae8be4
_mm_cmpestra 24 dfde6ac5
_mm_cmpestra 69 c13c8034
_mm_cmpistrc,0 50ecd394
_mm_cmpistrc,12 b5752544
_mm_cmpistrc,24 4ae0f065
_mm_cmpistrc,68 454eef64
_mm_cmpistrc,77 0aefb425
_mm_cmpestrc 0 4e30b864
_mm_cmpestrc 12 eaabca24
_mm_cmpestrc 24 a500f245
_mm_cmpestrc 69 f01fec54
_mm_cmpistro,0 175a1f64
_mm_cmpistro,12 b5752544
_mm_cmpistro,24 4ae0f065
_mm_cmpistro,68 454eef64
_mm_cmpistro,77 0aefb425
_mm_cmpestro 0 4e30b864
_mm_cmpestro 12 eaabca24
_mm_cmpestro 24 0e3f7c24
_mm_cmpestro 69 120fec54
_mm_cmpistrs,0 7df970a5
_mm_cmpistrs,12 7df970a5
_mm_cmpistrs,24 7df970a5
_mm_cmpistrs,68 7df970a5
_mm_cmpistrs,77 7df970a5
_mm_cmpestrs 0 a500f245
_mm_cmpestrs 12 a500f245
_mm_cmpestrs 24 a500f245
_mm_cmpestrs 69 a025ee45
_mm_cmpistrz,0 fa893645
_mm_cmpistrz,12 fa893645
_mm_cmpistrz,24 fa893645
_mm_cmpistrz,68 fa893645
_mm_cmpistrz,77 fa893645
_mm_cmpestrz 0 846d7c65
_mm_cmpestrz 12 846d7c65
_mm_cmpestrz 24 846d7c65
_mm_cmpestrz 69 dfde6ac5
_mm_clmulepi64_si128,0 def1ceb0
_mm_clmulepi64_si128,1 7919bc11
_mm_clmulepi64_si128,16 1eae0705
_mm_clmulepi64_si128,17 8995b157
_mm_aeskeygenassist_si128,0 fd430299
_mm_aeskeygenassist_si128,1 cac9f2f5
_mm_aeskeygenassist_si128,54 adc7c345
memory 874d03fd
