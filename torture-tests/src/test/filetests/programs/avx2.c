// test program -mavx2 needs=avx2
#include "intrinsics.h"

static void memory(void) {
  unsigned char buffer[96] __attribute__((aligned(32)));
#define MEM(e) memset(buffer, 0x55, sizeof buffer); e; mix(buffer, sizeof buffer); out(#e);
  MEM(_mm_maskstore_epi32((int *)buffer, IN_i(1), IN_i(0))) MEM(_mm256_maskstore_epi32((int *)buffer, IN_I(1), IN_I(0))) MEM(_mm_maskstore_epi64((long long *)buffer, IN_i(1), IN_i(0))) MEM(_mm256_maskstore_epi64((long long *)buffer, IN_I(1), IN_I(0)))
  MIX(_mm_maskload_epi32((int *)bytes, IN_i(1))); MIX(_mm256_maskload_epi32((int *)bytes, IN_I(1))); MIX(_mm_maskload_epi64((long long *)bytes, IN_i(1))); MIX(_mm256_maskload_epi64((long long *)bytes, IN_I(1))); MIX(_mm256_stream_load_si256((__m256i *)bytes)); out("maskload");
  MIX(_mm_i32gather_epi32((const int *)bytes, _mm_set1_epi32(2), 4)); MIX(_mm_mask_i32gather_epi32(IN_i(0), (const int *)bytes, _mm_set1_epi32(2), IN_i(1), 4)); out("i32gather_epi32 ");
  MIX(_mm_i32gather_epi64((const long long *)bytes, _mm_set1_epi32(2), 8)); MIX(_mm_mask_i32gather_epi64(IN_i(0), (const long long *)bytes, _mm_set1_epi32(2), IN_i(1), 8)); out("i32gather_epi64 ");
  MIX(_mm_i32gather_ps(floats, _mm_set1_epi32(2), 4)); MIX(_mm_mask_i32gather_ps(IN_f(0), floats, _mm_set1_epi32(2), (__m128)IN_i(1), 4)); out("i32gather_ps ");
  MIX(_mm_i32gather_pd(doubles, _mm_set1_epi32(2), 8)); MIX(_mm_mask_i32gather_pd(IN_d(0), doubles, _mm_set1_epi32(2), (__m128d)IN_i(1), 8)); out("i32gather_pd ");
  MIX(_mm_i64gather_epi32((const int *)bytes, _mm_set1_epi64x(3), 4)); MIX(_mm_mask_i64gather_epi32(IN_i(0), (const int *)bytes, _mm_set1_epi64x(3), IN_i(1), 4)); out("i64gather_epi32 ");
  MIX(_mm_i64gather_epi64((const long long *)bytes, _mm_set1_epi64x(3), 8)); MIX(_mm_mask_i64gather_epi64(IN_i(0), (const long long *)bytes, _mm_set1_epi64x(3), IN_i(1), 8)); out("i64gather_epi64 ");
  MIX(_mm_i64gather_ps(floats, _mm_set1_epi64x(3), 4)); MIX(_mm_mask_i64gather_ps(IN_f(0), floats, _mm_set1_epi64x(3), (__m128)IN_i(1), 4)); out("i64gather_ps ");
  MIX(_mm_i64gather_pd(doubles, _mm_set1_epi64x(3), 8)); MIX(_mm_mask_i64gather_pd(IN_d(0), doubles, _mm_set1_epi64x(3), (__m128d)IN_i(1), 8)); out("i64gather_pd ");
  MIX(_mm256_i32gather_epi32((const int *)bytes, _mm256_set1_epi32(2), 4)); MIX(_mm256_mask_i32gather_epi32(IN_I(0), (const int *)bytes, _mm256_set1_epi32(2), IN_I(1), 4)); out("i32gather_epi32 256");
  MIX(_mm256_i32gather_epi64((const long long *)bytes, _mm_set1_epi32(2), 8)); MIX(_mm256_mask_i32gather_epi64(IN_I(0), (const long long *)bytes, _mm_set1_epi32(2), IN_I(1), 8)); out("i32gather_epi64 256");
  MIX(_mm256_i32gather_ps(floats, _mm256_set1_epi32(2), 4)); MIX(_mm256_mask_i32gather_ps(IN_F(0), floats, _mm256_set1_epi32(2), (__m256)IN_I(1), 4)); out("i32gather_ps 256");
  MIX(_mm256_i32gather_pd(doubles, _mm_set1_epi32(2), 8)); MIX(_mm256_mask_i32gather_pd(IN_D(0), doubles, _mm_set1_epi32(2), (__m256d)IN_I(1), 8)); out("i32gather_pd 256");
  MIX(_mm256_i64gather_epi32((const int *)bytes, _mm256_set1_epi64x(3), 4)); MIX(_mm256_mask_i64gather_epi32(IN_i(0), (const int *)bytes, _mm256_set1_epi64x(3), IN_i(1), 4)); out("i64gather_epi32 256");
  MIX(_mm256_i64gather_epi64((const long long *)bytes, _mm256_set1_epi64x(3), 8)); MIX(_mm256_mask_i64gather_epi64(IN_I(0), (const long long *)bytes, _mm256_set1_epi64x(3), IN_I(1), 8)); out("i64gather_epi64 256");
  MIX(_mm256_i64gather_ps(floats, _mm256_set1_epi64x(3), 4)); MIX(_mm256_mask_i64gather_ps(IN_f(0), floats, _mm256_set1_epi64x(3), (__m128)IN_i(1), 4)); out("i64gather_ps 256");
  MIX(_mm256_i64gather_pd(doubles, _mm256_set1_epi64x(3), 8)); MIX(_mm256_mask_i64gather_pd(IN_D(0), doubles, _mm256_set1_epi64x(3), (__m256d)IN_I(1), 8)); out("i64gather_pd 256");
}
static void __attribute__((noinline)) part0(void) {
  T2(I, I, _mm256_add_epi8)
  T2(I, I, _mm256_sub_epi8)
  T2(I, I, _mm256_cmpeq_epi8)
  T2(I, I, _mm256_cmpgt_epi8)
  T2(I, I, _mm256_add_epi16)
  T2(I, I, _mm256_sub_epi16)
  T2(I, I, _mm256_cmpeq_epi16)
  T2(I, I, _mm256_cmpgt_epi16)
  T2(I, I, _mm256_add_epi32)
  T2(I, I, _mm256_sub_epi32)
  T2(I, I, _mm256_cmpeq_epi32)
  T2(I, I, _mm256_cmpgt_epi32)
  T2(I, I, _mm256_add_epi64)
  T2(I, I, _mm256_sub_epi64)
  T2(I, I, _mm256_cmpeq_epi64)
  T2(I, I, _mm256_cmpgt_epi64)
  T2(I, I, _mm256_adds_epi8)
  T2(I, I, _mm256_adds_epu8)
  T2(I, I, _mm256_subs_epi8)
  T2(I, I, _mm256_subs_epu8)
  T2(I, I, _mm256_avg_epu8)
  T2(I, I, _mm256_adds_epi16)
  T2(I, I, _mm256_adds_epu16)
  T2(I, I, _mm256_subs_epi16)
  T2(I, I, _mm256_subs_epu16)
  T2(I, I, _mm256_avg_epu16)
  T2(I, I, _mm256_mulhi_epi16)
  T2(I, I, _mm256_mulhi_epu16)
  T2(I, I, _mm256_madd_epi16)
  T2(I, I, _mm256_mul_epu32)
  T2(I, I, _mm256_mul_epi32)
  T2(I, I, _mm256_sad_epu8)
  T2(I, I, _mm256_maddubs_epi16)
  T2(I, I, _mm256_mulhrs_epi16)
  T2(I, I, _mm256_hadd_epi16)
  T2(I, I, _mm256_hadd_epi32)
  T2(I, I, _mm256_hadds_epi16)
  T2(I, I, _mm256_hsub_epi16)
  T2(I, I, _mm256_hsub_epi32)
  T2(I, I, _mm256_hsubs_epi16)
  T2(I, I, _mm256_sign_epi8)
  T2(I, I, _mm256_sign_epi16)
  T2(I, I, _mm256_sign_epi32)
  T2(I, I, _mm256_shuffle_epi8)
  T2(I, I, _mm256_packs_epi16)
  T2(I, I, _mm256_packs_epi32)
  T2(I, I, _mm256_packus_epi16)
  T2(I, I, _mm256_packus_epi32)
  T2(I, I, _mm256_unpacklo_epi8)
  T2(I, I, _mm256_unpacklo_epi16)
  T2(I, I, _mm256_unpacklo_epi32)
  T2(I, I, _mm256_unpacklo_epi64)
  T2(I, I, _mm256_unpackhi_epi8)
  T2(I, I, _mm256_unpackhi_epi16)
  T2(I, I, _mm256_unpackhi_epi32)
  T2(I, I, _mm256_unpackhi_epi64)
  T2(I, I, _mm256_min_epi8)
  T2(I, I, _mm256_min_epu8)
  T2(I, I, _mm256_min_epi16)
  T2(I, I, _mm256_min_epu16)
}

static void __attribute__((noinline)) part1(void) {
  T2(I, I, _mm256_min_epi32)
  T2(I, I, _mm256_min_epu32)
  T2(I, I, _mm256_max_epi8)
  T2(I, I, _mm256_max_epu8)
  T2(I, I, _mm256_max_epi16)
  T2(I, I, _mm256_max_epu16)
  T2(I, I, _mm256_max_epi32)
  T2(I, I, _mm256_max_epu32)
  T1(I, _mm256_abs_epi8)
  T1(I, _mm256_abs_epi16)
  T1(I, _mm256_abs_epi32)
  T2(I, I, _mm256_mullo_epi16)
  T2(I, I, _mm256_mullo_epi32)
  T2(I, I, _mm256_and_si256)
  T2(I, I, _mm256_or_si256)
  T2(I, I, _mm256_xor_si256)
  T2(I, I, _mm256_andnot_si256)
  T1(I, _mm256_movemask_epi8)
  T2(I, i, _mm256_sll_epi16)
  T2(I, n, _mm256_slli_epi16)
  T2(I, i, _mm256_sll_epi32)
  T2(I, n, _mm256_slli_epi32)
  T2(i, i, _mm_sllv_epi32)
  T2(I, I, _mm256_sllv_epi32)
  T2(I, i, _mm256_sll_epi64)
  T2(I, n, _mm256_slli_epi64)
  T2(i, i, _mm_sllv_epi64)
  T2(I, I, _mm256_sllv_epi64)
  T2(I, i, _mm256_srl_epi16)
  T2(I, n, _mm256_srli_epi16)
  T2(I, i, _mm256_srl_epi32)
  T2(I, n, _mm256_srli_epi32)
  T2(i, i, _mm_srlv_epi32)
  T2(I, I, _mm256_srlv_epi32)
  T2(I, i, _mm256_srl_epi64)
  T2(I, n, _mm256_srli_epi64)
  T2(i, i, _mm_srlv_epi64)
  T2(I, I, _mm256_srlv_epi64)
  T2(I, i, _mm256_sra_epi16)
  T2(I, n, _mm256_srai_epi16)
  T2(I, i, _mm256_sra_epi32)
  T2(I, n, _mm256_srai_epi32)
  T2(i, i, _mm_srav_epi32)
  T2(I, I, _mm256_srav_epi32)
  T3(I, I, I, _mm256_blendv_epi8)
  T1(i, _mm_broadcastb_epi8)
  T1(i, _mm256_broadcastb_epi8)
  T1(i, _mm_broadcastw_epi16)
  T1(i, _mm256_broadcastw_epi16)
  T1(i, _mm_broadcastd_epi32)
  T1(i, _mm256_broadcastd_epi32)
  T1(i, _mm_broadcastq_epi64)
  T1(i, _mm256_broadcastq_epi64)
  T1(f, _mm_broadcastss_ps)
  T1(f, _mm256_broadcastss_ps)
  T1(d, _mm256_broadcastsd_pd)
  T1(d, _mm_broadcastsd_pd)
  T2(I, I, _mm256_permutevar8x32_epi32)
  T2(F, I, _mm256_permutevar8x32_ps)
  T1(i, _mm256_cvtepi8_epi16)
}

static void __attribute__((noinline)) part2(void) {
  T1(i, _mm256_cvtepi8_epi32)
  T1(i, _mm256_cvtepi8_epi64)
  T1(i, _mm256_cvtepi16_epi32)
  T1(i, _mm256_cvtepi16_epi64)
  T1(i, _mm256_cvtepi32_epi64)
  T1(i, _mm256_cvtepu8_epi16)
  T1(i, _mm256_cvtepu8_epi32)
  T1(i, _mm256_cvtepu8_epi64)
  T1(i, _mm256_cvtepu16_epi32)
  T1(i, _mm256_cvtepu16_epi64)
  T1(i, _mm256_cvtepu32_epi64)
  N2(I, I, _mm256_mpsadbw_epu8, 0)
  N2(I, I, _mm256_mpsadbw_epu8, 3)
  N2(I, I, _mm256_mpsadbw_epu8, 21)
  N2(I, I, _mm256_mpsadbw_epu8, 63)
  N2(I, I, _mm256_alignr_epi8, 0)
  N2(I, I, _mm256_alignr_epi8, 3)
  N2(I, I, _mm256_alignr_epi8, 15)
  N2(I, I, _mm256_alignr_epi8, 16)
  N2(I, I, _mm256_alignr_epi8, 20)
  N2(I, I, _mm256_blend_epi16, 0)
  N2(I, I, _mm256_blend_epi16, 90)
  N2(I, I, _mm256_blend_epi32, 0)
  N2(I, I, _mm256_blend_epi32, 90)
  N2(i, i, _mm_blend_epi32, 5)
  N1(I, _mm256_shuffle_epi32, 27)
  N1(I, _mm256_shufflehi_epi16, 27)
  N1(I, _mm256_shufflelo_epi16, 27)
  N1(I, _mm256_permute4x64_epi64, 27)
  N1(I, _mm256_permute4x64_epi64, 78)
  N1(D, _mm256_permute4x64_pd, 27)
  N1(D, _mm256_permute4x64_pd, 78)
  N2(I, I, _mm256_permute2x128_si256, 1)
  N2(I, I, _mm256_permute2x128_si256, 32)
  N2(I, I, _mm256_permute2x128_si256, 49)
  N2(I, I, _mm256_permute2x128_si256, 131)
  N1(I, _mm256_extracti128_si256, 0)
  N1(I, _mm256_extracti128_si256, 1)
  N2(I, i, _mm256_inserti128_si256, 0)
  N2(I, i, _mm256_inserti128_si256, 1)
  N1(I, _mm256_slli_epi16, 0)
  N1(I, _mm256_slli_epi16, 1)
  N1(I, _mm256_slli_epi16, 15)
  N1(I, _mm256_slli_epi16, 16)
  N1(I, _mm256_slli_epi16, 31)
  N1(I, _mm256_slli_epi16, 63)
  N1(I, _mm256_slli_epi16, 64)
  N1(I, _mm256_slli_epi16, 200)
  N1(I, _mm256_slli_epi32, 0)
  N1(I, _mm256_slli_epi32, 1)
  N1(I, _mm256_slli_epi32, 15)
  N1(I, _mm256_slli_epi32, 16)
  N1(I, _mm256_slli_epi32, 31)
  N1(I, _mm256_slli_epi32, 63)
  N1(I, _mm256_slli_epi32, 64)
  N1(I, _mm256_slli_epi32, 200)
  N1(I, _mm256_slli_epi64, 0)
  N1(I, _mm256_slli_epi64, 1)
  N1(I, _mm256_slli_epi64, 15)
  N1(I, _mm256_slli_epi64, 16)
}

static void __attribute__((noinline)) part3(void) {
  N1(I, _mm256_slli_epi64, 31)
  N1(I, _mm256_slli_epi64, 63)
  N1(I, _mm256_slli_epi64, 64)
  N1(I, _mm256_slli_epi64, 200)
  N1(I, _mm256_srli_epi16, 0)
  N1(I, _mm256_srli_epi16, 1)
  N1(I, _mm256_srli_epi16, 15)
  N1(I, _mm256_srli_epi16, 16)
  N1(I, _mm256_srli_epi16, 31)
  N1(I, _mm256_srli_epi16, 63)
  N1(I, _mm256_srli_epi16, 64)
  N1(I, _mm256_srli_epi16, 200)
  N1(I, _mm256_srli_epi32, 0)
  N1(I, _mm256_srli_epi32, 1)
  N1(I, _mm256_srli_epi32, 15)
  N1(I, _mm256_srli_epi32, 16)
  N1(I, _mm256_srli_epi32, 31)
  N1(I, _mm256_srli_epi32, 63)
  N1(I, _mm256_srli_epi32, 64)
  N1(I, _mm256_srli_epi32, 200)
  N1(I, _mm256_srli_epi64, 0)
  N1(I, _mm256_srli_epi64, 1)
  N1(I, _mm256_srli_epi64, 15)
  N1(I, _mm256_srli_epi64, 16)
  N1(I, _mm256_srli_epi64, 31)
  N1(I, _mm256_srli_epi64, 63)
  N1(I, _mm256_srli_epi64, 64)
  N1(I, _mm256_srli_epi64, 200)
  N1(I, _mm256_srai_epi16, 0)
  N1(I, _mm256_srai_epi16, 1)
  N1(I, _mm256_srai_epi16, 15)
  N1(I, _mm256_srai_epi16, 16)
  N1(I, _mm256_srai_epi16, 31)
  N1(I, _mm256_srai_epi16, 63)
  N1(I, _mm256_srai_epi16, 64)
  N1(I, _mm256_srai_epi16, 200)
  N1(I, _mm256_srai_epi32, 0)
  N1(I, _mm256_srai_epi32, 1)
  N1(I, _mm256_srai_epi32, 15)
  N1(I, _mm256_srai_epi32, 16)
  N1(I, _mm256_srai_epi32, 31)
  N1(I, _mm256_srai_epi32, 63)
  N1(I, _mm256_srai_epi32, 64)
  N1(I, _mm256_srai_epi32, 200)
  N1(I, _mm256_slli_si256, 0)
  N1(I, _mm256_slli_si256, 5)
  N1(I, _mm256_slli_si256, 15)
  N1(I, _mm256_slli_si256, 16)
  N1(I, _mm256_srli_si256, 0)
  N1(I, _mm256_srli_si256, 5)
  N1(I, _mm256_srli_si256, 15)
  N1(I, _mm256_srli_si256, 16)
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
_mm256_add_epi8 daf0ed9b
_mm256_sub_epi8 f3ac9a2f
_mm256_cmpeq_epi8 0ce10145
_mm256_cmpgt_epi8 0abeb665
_mm256_add_epi16 68eb5f64
_mm256_sub_epi16 a9aa2a7f
_mm256_cmpeq_epi16 0ce10145
_mm256_cmpgt_epi16 76c8ab05
_mm256_add_epi32 4d4a2738
_mm256_sub_epi32 e71cb53d
_mm256_cmpeq_epi32 0ce10145
_mm256_cmpgt_epi32 15a6ed05
_mm256_add_epi64 d0b196e1
_mm256_sub_epi64 5880c06d
_mm256_cmpeq_epi64 0ce10145
_mm256_cmpgt_epi64 1551d305
_mm256_adds_epi8 299bd6dd
_mm256_adds_epu8 e6bb1344
_mm256_subs_epi8 33002ab8
_mm256_subs_epu8 19850110
_mm256_avg_epu8 83f9c55a
_mm256_adds_epi16 1337c07e
_mm256_adds_epu16 6680c9e0
_mm256_subs_epi16 6da0c2d3
_mm256_subs_epu16 cebce9ab
_mm256_avg_epu16 cdeb63c6
_mm256_mulhi_epi16 b5774cab
_mm256_mulhi_epu16 8fff2de4
_mm256_madd_epi16 55eae0fb
_mm256_mul_epu32 f58334fb
_mm256_mul_epi32 4f42f21f
_mm256_sad_epu8 07da5ead
_mm256_maddubs_epi16 99f6689a
_mm256_mulhrs_epi16 a928efec
_mm256_hadd_epi16 45dd2e0d
_mm256_hadd_epi32 dbd9d035
_mm256_hadds_epi16 49611069
_mm256_hsub_epi16 fd0a027d
_mm256_hsub_epi32 9c4b6459
_mm256_hsubs_epi16 3893e381
_mm256_sign_epi8 9a6b62bf
_mm256_sign_epi16 886eceaa
_mm256_sign_epi32 09164375
_mm256_shuffle_epi8 6c975cdd
_mm256_packs_epi16 4eabe095
_mm256_packs_epi32 53756395
_mm256_packus_epi16 eb4d8195
_mm256_packus_epi32 9b287f95
_mm256_unpacklo_epi8 de50fde5
_mm256_unpacklo_epi16 f17cc705
_mm256_unpacklo_epi32 079ce3e1
_mm256_unpacklo_epi64 69b1d6b9
_mm256_unpackhi_epi8 097aceb5
_mm256_unpackhi_epi16 a5ad1b95
_mm256_unpackhi_epi32 90e5e5c5
_mm256_unpackhi_epi64 dacf4111
_mm256_min_epi8 f91000f2
_mm256_min_epu8 ba360bba
_mm256_min_epi16 5a8e34ce
_mm256_min_epu16 3b9a65de
_mm256_min_epi32 645f945a
_mm256_min_epu32 29d323f2
_mm256_max_epi8 25009ade
_mm256_max_epu8 185eb73e
_mm256_max_epi16 5c3e3056
_mm256_max_epu16 ddc4feba
_mm256_max_epi32 cb30228e
_mm256_max_epu32 1866d6ba
_mm256_abs_epi8 1880613a
_mm256_abs_epi16 0c7147e9
_mm256_abs_epi32 a4752485
_mm256_mullo_epi16 c1af0275
_mm256_mullo_epi32 82eccce3
_mm256_and_si256 60b7c3fe
_mm256_or_si256 bd0a04e6
_mm256_xor_si256 3a8db465
_mm256_andnot_si256 082a8d32
_mm256_movemask_epi8 dee42c1b
_mm256_sll_epi16 4d7705c5
_mm256_slli_epi16 534b5ca0
_mm256_sll_epi32 4d7705c5
_mm256_slli_epi32 13cc6240
_mm_sllv_epi32 e6a1d1c5
_mm256_sllv_epi32 5b3faf8e
_mm256_sll_epi64 4d7705c5
_mm256_slli_epi64 a6a86e08
_mm_sllv_epi64 e6a1d1c5
_mm256_sllv_epi64 4d7705c5
_mm256_srl_epi16 4d7705c5
_mm256_srli_epi16 e3b6d968
_mm256_srl_epi32 4d7705c5
_mm256_srli_epi32 cfac7b14
_mm_srlv_epi32 e6a1d1c5
_mm256_srlv_epi32 5b3faf8e
_mm256_srl_epi64 4d7705c5
_mm256_srli_epi64 5db25061
_mm_srlv_epi64 e6a1d1c5
_mm256_srlv_epi64 4d7705c5
_mm256_sra_epi16 bfd2f9b5
_mm256_srai_epi16 616529e0
_mm256_sra_epi32 8f8bfbc5
_mm256_srai_epi32 326dc798
_mm_srav_epi32 09f9adb5
_mm256_srav_epi32 bee62256
_mm256_blendv_epi8 e96e8595
_mm_broadcastb_epi8 8b0a0445
_mm256_broadcastb_epi8 e0cb7cc5
_mm_broadcastw_epi16 fadc8605
_mm256_broadcastw_epi16 80079045
_mm_broadcastd_epi32 f526b66d
_mm256_broadcastd_epi32 5c51acf5
_mm_broadcastq_epi64 c8ae6555
_mm256_broadcastq_epi64 83f292e5
_mm_broadcastss_ps 0d2c840d
_mm256_broadcastss_ps cb2c2975
_mm256_broadcastsd_pd e2a7bcd5
_mm_broadcastsd_pd b62b248d
_mm256_permutevar8x32_epi32 9791ef73
_mm256_permutevar8x32_ps ece30c10
_mm256_cvtepi8_epi16 8b1d333b
_mm256_cvtepi8_epi32 696f8e5d
_mm256_cvtepi8_epi64 83693e09
_mm256_cvtepi16_epi32 a8b3a06d
_mm256_cvtepi16_epi64 3c5f9888
_mm256_cvtepi32_epi64 3ba82f3d
_mm256_cvtepu8_epi16 cbf3de77
_mm256_cvtepu8_epi32 194022fe
_mm256_cvtepu8_epi64 1693fe5e
_mm256_cvtepu16_epi32 bee688e1
_mm256_cvtepu16_epi64 52899a60
_mm256_cvtepu32_epi64 38797759
_mm256_mpsadbw_epu8,0 f004367b
_mm256_mpsadbw_epu8,3 f0c0a94c
_mm256_mpsadbw_epu8,21 c8f9d745
_mm256_mpsadbw_epu8,63 4e4dd6ab
_mm256_alignr_epi8,0 58ad532d
_mm256_alignr_epi8,3 7c2dff95
_mm256_alignr_epi8,15 f3d6fa85
_mm256_alignr_epi8,16 5f85f69d
_mm256_alignr_epi8,20 e0108ae5
_mm256_blend_epi16,0 5f85f69d
_mm256_blend_epi16,90 0409cd29
_mm256_blend_epi32,0 5f85f69d
_mm256_blend_epi32,90 2ca52be9
_mm_blend_epi32,5 70965031
_mm256_shuffle_epi32,27 273b82e2
_mm256_shufflehi_epi16,27 77c67ae6
_mm256_shufflelo_epi16,27 c6f83f32
_mm256_permute4x64_epi64,27 4a7947ee
_mm256_permute4x64_epi64,78 eb290bf2
_mm256_permute4x64_pd,27 c42f7c57
_mm256_permute4x64_pd,78 f6e550af
_mm256_permute2x128_si256,1 8e290dad
_mm256_permute2x128_si256,32 14742941
_mm256_permute2x128_si256,49 277b4ab5
_mm256_permute2x128_si256,131 dc2fb5cd
_mm256_extracti128_si256,0 83a45429
_mm256_extracti128_si256,1 5b3a262a
_mm256_inserti128_si256,0 81ca9e85
_mm256_inserti128_si256,1 14742941
_mm256_slli_epi16,0 1845d3f6
_mm256_slli_epi16,1 bc3e35b8
_mm256_slli_epi16,15 0baf2845
_mm256_slli_epi16,16 a7b537c5
_mm256_slli_epi16,31 a7b537c5
_mm256_slli_epi16,63 a7b537c5
_mm256_slli_epi16,64 a7b537c5
_mm256_slli_epi16,200 a7b537c5
_mm256_slli_epi32,0 1845d3f6
_mm256_slli_epi32,1 e017ec84
_mm256_slli_epi32,15 f5898360
_mm256_slli_epi32,16 57326748
_mm256_slli_epi32,31 2ca95ec5
_mm256_slli_epi32,63 a7b537c5
_mm256_slli_epi32,64 a7b537c5
_mm256_slli_epi32,200 a7b537c5
_mm256_slli_epi64,0 1845d3f6
_mm256_slli_epi64,1 3e25f0e5
_mm256_slli_epi64,15 ec4b09ff
_mm256_slli_epi64,16 31c1bade
_mm256_slli_epi64,31 70a6a5ee
_mm256_slli_epi64,63 86eee4c5
_mm256_slli_epi64,64 a7b537c5
_mm256_slli_epi64,200 a7b537c5
_mm256_srli_epi16,0 1845d3f6
_mm256_srli_epi16,1 d516f528
_mm256_srli_epi16,15 8c702075
_mm256_srli_epi16,16 a7b537c5
_mm256_srli_epi16,31 a7b537c5
_mm256_srli_epi16,63 a7b537c5
_mm256_srli_epi16,64 a7b537c5
_mm256_srli_epi16,200 a7b537c5
_mm256_srli_epi32,0 1845d3f6
_mm256_srli_epi32,1 eefad0a8
_mm256_srli_epi32,15 0b573d6e
_mm256_srli_epi32,16 c4ed03f7
_mm256_srli_epi32,31 67cf63b5
_mm256_srli_epi32,63 a7b537c5
_mm256_srli_epi32,64 a7b537c5
_mm256_srli_epi32,200 a7b537c5
_mm256_srli_epi64,0 1845d3f6
_mm256_srli_epi64,1 9fae57a8
_mm256_srli_epi64,15 081a630e
_mm256_srli_epi64,16 572ffd1d
_mm256_srli_epi64,31 4ccc9b11
_mm256_srli_epi64,63 c16e5d04
_mm256_srli_epi64,64 a7b537c5
_mm256_srli_epi64,200 a7b537c5
_mm256_srai_epi16,0 1845d3f6
_mm256_srai_epi16,1 bd801228
_mm256_srai_epi16,15 d8655c41
_mm256_srai_epi16,16 d8655c41
_mm256_srai_epi16,31 d8655c41
_mm256_srai_epi16,63 d8655c41
_mm256_srai_epi16,64 d8655c41
_mm256_srai_epi16,200 d8655c41
_mm256_srai_epi32,0 1845d3f6
_mm256_srai_epi32,1 abb30aa8
_mm256_srai_epi32,15 9b05e9d6
_mm256_srai_epi32,16 0e90d02b
_mm256_srai_epi32,31 91719cc5
_mm256_srai_epi32,63 91719cc5
_mm256_srai_epi32,64 91719cc5
_mm256_srai_epi32,200 91719cc5
_mm256_slli_si256,0 1845d3f6
_mm256_slli_si256,5 8fb86e18
_mm256_slli_si256,15 fbccd383
_mm256_slli_si256,16 a7b537c5
_mm256_srli_si256,0 1845d3f6
_mm256_srli_si256,5 390ab986
_mm256_srli_si256,15 bfad65cf
_mm256_srli_si256,16 a7b537c5
_mm_maskstore_epi32((int *)buffer, IN_i(1), IN_i(0)) 3a120c01
_mm256_maskstore_epi32((int *)buffer, IN_I(1), IN_I(0)) 91f0f692
_mm_maskstore_epi64((long long *)buffer, IN_i(1), IN_i(0)) df54a29d
_mm256_maskstore_epi64((long long *)buffer, IN_I(1), IN_I(0)) 39dce912
maskload e88b32b9
i32gather_epi32  25fcb341
i32gather_epi64  f94554fe
i32gather_ps  d4b9ed60
i32gather_pd  4e7aae94
i64gather_epi32  aa8801d5
i64gather_epi64  f398fb86
i64gather_ps  92d22445
i64gather_pd  726b02e1
i32gather_epi32 256 f196115e
i32gather_epi64 256 b9dfb7ee
i32gather_ps 256 0c216848
i32gather_pd 256 ab4fc6c4
i64gather_epi32 256 1d2c3fe5
i64gather_epi64 256 c1f7932e
i64gather_ps 256 41d16445
i64gather_pd 256 ac5f4294
