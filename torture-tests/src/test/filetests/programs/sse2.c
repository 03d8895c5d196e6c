// test program -msse2
#include "intrinsics.h"

static void memory(void) {
  unsigned char buffer[64] __attribute__((aligned(16)));
#define MEM(e) memset(buffer, 0x55, sizeof buffer); e; mix(buffer, sizeof buffer); out(#e);
  float *fp = (float *)buffer; double *dp = (double *)buffer; __m128i *ip = (__m128i *)buffer; __m64 *mp = (__m64 *)buffer;
  MEM(_mm_store_ss(fp + 1, IN_f(0))) MEM(_mm_store_ps(fp, IN_f(1))) MEM(_mm_storeu_ps(fp + 1, IN_f(1))) MEM(_mm_store1_ps(fp, IN_f(2))) MEM(_mm_storer_ps(fp, IN_f(0)))
  MEM(_mm_storeh_pi(mp + 1, IN_f(0))) MEM(_mm_storel_pi(mp + 1, IN_f(0))) MEM(_mm_stream_ps(fp, IN_f(1))) MEM(_mm_stream_pi(mp, IN_m(0)))
  MEM(_mm_store_pd(dp, IN_d(0))) MEM(_mm_storeu_pd(dp + 1, IN_d(0))) MEM(_mm_store_sd(dp, IN_d(1))) MEM(_mm_storeh_pd(dp, IN_d(1))) MEM(_mm_storel_pd(dp + 1, IN_d(1))) MEM(_mm_store1_pd(dp, IN_d(0))) MEM(_mm_storer_pd(dp, IN_d(0))) MEM(_mm_stream_pd(dp, IN_d(0)))
  MEM(_mm_store_si128(ip, IN_i(0))) MEM(_mm_storeu_si128((__m128i_u *)(buffer + 3), IN_i(0))) MEM(_mm_storel_epi64(ip, IN_i(1))) MEM(_mm_storeu_si64(buffer + 1, IN_i(0))) MEM(_mm_storeu_si32(buffer + 1, IN_i(0))) MEM(_mm_storeu_si16(buffer + 1, IN_i(0)))
  MEM(_mm_stream_si128(ip, IN_i(0))) MEM(_mm_stream_si32((int *)buffer, 77)) MEM(_mm_stream_si64((long long *)buffer, 7777777777)) MEM(_mm_maskmoveu_si128(IN_i(0), IN_i(1), (char *)buffer + 5)) MEM(_mm_maskmove_si64(IN_m(0), IN_m(1), (char *)buffer + 5))
  MIX(_mm_load_ss(floats + 1)); MIX(_mm_load1_ps(floats + 2)); MIX(_mm_loadu_ps(floats + 1)); MIX(_mm_loadr_ps((const float *)bytes)); MIX(_mm_loadh_pi(IN_f(0), (__m64 *)(bytes + 1))); MIX(_mm_loadl_pi(IN_f(0), (__m64 *)(bytes + 1))); out("load ps");
  MIX(_mm_load_sd(doubles + 1)); MIX(_mm_load1_pd(doubles)); MIX(_mm_loadu_pd(doubles + 1)); MIX(_mm_loadh_pd(IN_d(0), doubles + 3)); MIX(_mm_loadl_pd(IN_d(0), doubles + 3)); MIX(_mm_loadr_pd((const double *)bytes)); out("load pd");
  MIX(_mm_load_si128((__m128i *)bytes)); MIX(_mm_loadu_si128((__m128i_u *)(bytes + 7))); MIX(_mm_loadl_epi64((__m128i_u *)(bytes + 7))); MIX(_mm_loadu_si64(bytes + 1)); MIX(_mm_loadu_si32(bytes + 1)); MIX(_mm_loadu_si16(bytes + 1)); out("load si128");
  MIX(_mm_set_epi8(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)); MIX(_mm_setr_epi8(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)); MIX(_mm_set_epi16(1, 2, 3, 4, 5, 6, 7, 8)); MIX(_mm_setr_epi16(1, 2, 3, 4, 5, 6, 7, 8));
  MIX(_mm_set_epi32(1, 2, 3, 4)); MIX(_mm_setr_epi32(1, 2, 3, 4)); MIX(_mm_set_epi64x(1, 2)); MIX(_mm_set_epi64(IN_m(0), IN_m(1))); MIX(_mm_set_ps(1, 2, 3, 4)); MIX(_mm_setr_ps(1, 2, 3, 4)); MIX(_mm_set_pi8(1, 2, 3, 4, 5, 6, 7, 8)); MIX(_mm_setr_pi8(1, 2, 3, 4, 5, 6, 7, 8)); out("set");
  __m128 r[4] = {IN_f(0), IN_f(1), IN_f(2), IN_f(3)}; _MM_TRANSPOSE4_PS(r[0], r[1], r[2], r[3]); MIX(r[0]); MIX(r[1]); MIX(r[2]); MIX(r[3]); out("_MM_TRANSPOSE4_PS");
  unsigned round = _MM_GET_ROUNDING_MODE(); _MM_SET_ROUNDING_MODE(_MM_ROUND_UP); volatile __m128 v = IN_f(3); MIX(_mm_cvtps_epi32(v)); _MM_SET_ROUNDING_MODE(round); MIX(_mm_getcsr() & _MM_ROUND_MASK); out("rounding");
  double worst = 0; for (int k = 1; k < 100; k++) { double e = _mm_cvtss_f32(_mm_rcp_ss(_mm_set_ss(k))) * k - 1; double g = _mm_cvtss_f32(_mm_rsqrt_ps(_mm_set1_ps(k))); g = g * g * k - 1; if (e < 0) e = -e; if (g < 0) g = -g; if (e > worst) worst = e; if (g / 2 > worst) worst = g / 2; } printf("approximate %d\n", worst < 1.6 / 4096);
  _mm_sfence(); _mm_lfence(); _mm_mfence(); _mm_pause(); _mm_clflush(bytes); _mm_prefetch((const char *)bytes, _MM_HINT_T0); _mm_empty();
}
static void __attribute__((noinline)) part0(void) {
  T1(n, _mm_cvtsi32_si64)
  T1(m, _mm_cvtsi64_si32)
  T1(l, _mm_cvtsi64_m64)
  T1(m, _mm_cvtm64_si64)
  T1(l, _mm_cvtsi64x_si64)
  T1(l, _mm_set_pi64x)
  T1(m, _mm_cvtsi64_si64x)
  T0(_mm_setzero_si64)
  T2(n, n, _mm_set_pi32)
  T2(n, n, _mm_setr_pi32)
  T1(n, _mm_set1_pi32)
  T1(n, _mm_set1_pi16)
  T1(n, _mm_set1_pi8)
  T2(m, m, _mm_add_pi8)
  T2(m, m, _mm_sub_pi8)
  T2(m, m, _mm_cmpeq_pi8)
  T2(m, m, _mm_cmpgt_pi8)
  T2(m, m, _mm_add_pi16)
  T2(m, m, _mm_sub_pi16)
  T2(m, m, _mm_cmpeq_pi16)
  T2(m, m, _mm_cmpgt_pi16)
  T2(m, m, _mm_add_pi32)
  T2(m, m, _mm_sub_pi32)
  T2(m, m, _mm_cmpeq_pi32)
  T2(m, m, _mm_cmpgt_pi32)
  T2(m, m, _mm_adds_pi8)
  T2(m, m, _mm_adds_pi16)
  T2(m, m, _mm_adds_pu8)
  T2(m, m, _mm_adds_pu16)
  T2(m, m, _mm_subs_pi8)
  T2(m, m, _mm_subs_pi16)
  T2(m, m, _mm_subs_pu8)
  T2(m, m, _mm_subs_pu16)
  T2(m, m, _mm_madd_pi16)
  T2(m, m, _mm_mulhi_pi16)
  T2(m, m, _mm_mullo_pi16)
  T2(m, m, _mm_packs_pi16)
  T2(m, m, _mm_packs_pi32)
  T2(m, m, _mm_packs_pu16)
  T2(m, m, _mm_unpacklo_pi8)
  T2(m, m, _mm_unpackhi_pi8)
  T2(m, m, _mm_unpacklo_pi16)
  T2(m, m, _mm_unpackhi_pi16)
  T2(m, m, _mm_unpacklo_pi32)
  T2(m, m, _mm_unpackhi_pi32)
  T2(m, m, _mm_and_si64)
  T2(m, m, _mm_or_si64)
  T2(m, m, _mm_xor_si64)
  T2(m, m, _mm_andnot_si64)
  T2(m, m, _mm_sll_pi16)
  T2(m, n, _mm_slli_pi16)
  T2(m, m, _mm_sll_pi32)
  T2(m, n, _mm_slli_pi32)
  T2(m, m, _mm_sll_si64)
  T2(m, n, _mm_slli_si64)
  T2(m, m, _mm_srl_pi16)
  T2(m, n, _mm_srli_pi16)
  T2(m, m, _mm_srl_pi32)
  T2(m, n, _mm_srli_pi32)
  T2(m, m, _mm_srl_si64)
}

static void __attribute__((noinline)) part1(void) {
  T2(m, n, _mm_srli_si64)
  T2(m, m, _mm_sra_pi16)
  T2(m, n, _mm_srai_pi16)
  T2(m, m, _mm_sra_pi32)
  T2(m, n, _mm_srai_pi32)
  T0(_mm_setzero_ps)
  T1(s, _mm_set_ss)
  T1(s, _mm_set1_ps)
  T1(s, _mm_set_ps1)
  T2(f, f, _mm_add_ps)
  T2(f, f, _mm_add_ss)
  T2(f, f, _mm_sub_ps)
  T2(f, f, _mm_sub_ss)
  T2(f, f, _mm_mul_ps)
  T2(f, f, _mm_mul_ss)
  T2(f, f, _mm_div_ps)
  T2(f, f, _mm_div_ss)
  T2(f, f, _mm_min_ps)
  T2(f, f, _mm_min_ss)
  T2(f, f, _mm_max_ps)
  T2(f, f, _mm_max_ss)
  T1(f, _mm_sqrt_ps)
  T1(f, _mm_sqrt_ss)
  T2(f, f, _mm_and_ps)
  T2(f, f, _mm_andnot_ps)
  T2(f, f, _mm_or_ps)
  T2(f, f, _mm_xor_ps)
  T2(f, f, _mm_cmpeq_ps)
  T2(f, f, _mm_cmpeq_ss)
  T2(f, f, _mm_cmplt_ps)
  T2(f, f, _mm_cmplt_ss)
  T2(f, f, _mm_cmple_ps)
  T2(f, f, _mm_cmple_ss)
  T2(f, f, _mm_cmpneq_ps)
  T2(f, f, _mm_cmpneq_ss)
  T2(f, f, _mm_cmpnlt_ps)
  T2(f, f, _mm_cmpnlt_ss)
  T2(f, f, _mm_cmpnle_ps)
  T2(f, f, _mm_cmpnle_ss)
  T2(f, f, _mm_cmpord_ps)
  T2(f, f, _mm_cmpord_ss)
  T2(f, f, _mm_cmpunord_ps)
  T2(f, f, _mm_cmpunord_ss)
  T2(f, f, _mm_cmpgt_ps)
  T2(f, f, _mm_cmpgt_ss)
  T2(f, f, _mm_cmpge_ps)
  T2(f, f, _mm_cmpge_ss)
  T2(f, f, _mm_cmpngt_ps)
  T2(f, f, _mm_cmpngt_ss)
  T2(f, f, _mm_cmpnge_ps)
  T2(f, f, _mm_cmpnge_ss)
  T2(f, f, _mm_comieq_ss)
  T2(f, f, _mm_ucomieq_ss)
  T2(f, f, _mm_comilt_ss)
  T2(f, f, _mm_ucomilt_ss)
  T2(f, f, _mm_comile_ss)
  T2(f, f, _mm_ucomile_ss)
  T2(f, f, _mm_comigt_ss)
  T2(f, f, _mm_ucomigt_ss)
  T2(f, f, _mm_comige_ss)
}

static void __attribute__((noinline)) part2(void) {
  T2(f, f, _mm_ucomige_ss)
  T2(f, f, _mm_comineq_ss)
  T2(f, f, _mm_ucomineq_ss)
  T2(f, f, _mm_unpacklo_ps)
  T2(f, f, _mm_unpackhi_ps)
  T2(f, f, _mm_move_ss)
  T2(f, f, _mm_movehl_ps)
  T2(f, f, _mm_movelh_ps)
  T1(f, _mm_movemask_ps)
  T1(f, _mm_cvtss_si32)
  T1(f, _mm_cvt_ss2si)
  T1(f, _mm_cvttss_si32)
  T1(f, _mm_cvtt_ss2si)
  T1(f, _mm_cvtss_si64)
  T1(f, _mm_cvtss_si64x)
  T1(f, _mm_cvttss_si64)
  T1(f, _mm_cvttss_si64x)
  T2(f, n, _mm_cvtsi32_ss)
  T2(f, n, _mm_cvt_si2ss)
  T2(f, l, _mm_cvtsi64_ss)
  T2(f, l, _mm_cvtsi64x_ss)
  T1(f, _mm_cvtss_f32)
  T1(f, _mm_cvtps_pi32)
  T1(f, _mm_cvt_ps2pi)
  T1(f, _mm_cvttps_pi32)
  T1(f, _mm_cvtt_ps2pi)
  T2(f, m, _mm_cvtpi32_ps)
  T2(f, m, _mm_cvt_pi2ps)
  T2(m, m, _mm_cvtpi32x2_ps)
  T1(m, _mm_cvtpi16_ps)
  T1(m, _mm_cvtpu16_ps)
  T1(m, _mm_cvtpi8_ps)
  T1(m, _mm_cvtpu8_ps)
  T1(f, _mm_cvtps_pi16)
  T1(f, _mm_cvtps_pi8)
  T2(m, m, _mm_max_pi16)
  T2(m, m, _mm_max_pu8)
  T2(m, m, _mm_min_pi16)
  T2(m, m, _mm_min_pu8)
  T2(m, m, _mm_mulhi_pu16)
  T2(m, m, _mm_avg_pu8)
  T2(m, m, _mm_avg_pu16)
  T2(m, m, _mm_sad_pu8)
  T1(m, _mm_movemask_pi8)
  T0(_mm_setzero_pd)
  T1(t, _mm_set_sd)
  T1(t, _mm_set1_pd)
  T1(t, _mm_set_pd1)
  T2(t, t, _mm_set_pd)
  T2(t, t, _mm_setr_pd)
  T2(d, d, _mm_add_pd)
  T2(d, d, _mm_add_sd)
  T2(d, d, _mm_sub_pd)
  T2(d, d, _mm_sub_sd)
  T2(d, d, _mm_mul_pd)
  T2(d, d, _mm_mul_sd)
  T2(d, d, _mm_div_pd)
  T2(d, d, _mm_div_sd)
  T2(d, d, _mm_min_pd)
  T2(d, d, _mm_min_sd)
}

static void __attribute__((noinline)) part3(void) {
  T2(d, d, _mm_max_pd)
  T2(d, d, _mm_max_sd)
  T1(d, _mm_sqrt_pd)
  T2(d, d, _mm_sqrt_sd)
  T2(d, d, _mm_and_pd)
  T2(d, d, _mm_andnot_pd)
  T2(d, d, _mm_or_pd)
  T2(d, d, _mm_xor_pd)
  T2(d, d, _mm_cmpeq_pd)
  T2(d, d, _mm_cmpeq_sd)
  T2(d, d, _mm_cmplt_pd)
  T2(d, d, _mm_cmplt_sd)
  T2(d, d, _mm_cmple_pd)
  T2(d, d, _mm_cmple_sd)
  T2(d, d, _mm_cmpneq_pd)
  T2(d, d, _mm_cmpneq_sd)
  T2(d, d, _mm_cmpnlt_pd)
  T2(d, d, _mm_cmpnlt_sd)
  T2(d, d, _mm_cmpnle_pd)
  T2(d, d, _mm_cmpnle_sd)
  T2(d, d, _mm_cmpord_pd)
  T2(d, d, _mm_cmpord_sd)
  T2(d, d, _mm_cmpunord_pd)
  T2(d, d, _mm_cmpunord_sd)
  T2(d, d, _mm_cmpgt_pd)
  T2(d, d, _mm_cmpgt_sd)
  T2(d, d, _mm_cmpge_pd)
  T2(d, d, _mm_cmpge_sd)
  T2(d, d, _mm_cmpngt_pd)
  T2(d, d, _mm_cmpngt_sd)
  T2(d, d, _mm_cmpnge_pd)
  T2(d, d, _mm_cmpnge_sd)
  T2(d, d, _mm_comieq_sd)
  T2(d, d, _mm_ucomieq_sd)
  T2(d, d, _mm_comilt_sd)
  T2(d, d, _mm_ucomilt_sd)
  T2(d, d, _mm_comile_sd)
  T2(d, d, _mm_ucomile_sd)
  T2(d, d, _mm_comigt_sd)
  T2(d, d, _mm_ucomigt_sd)
  T2(d, d, _mm_comige_sd)
  T2(d, d, _mm_ucomige_sd)
  T2(d, d, _mm_comineq_sd)
  T2(d, d, _mm_ucomineq_sd)
  T2(d, d, _mm_unpacklo_pd)
  T2(d, d, _mm_unpackhi_pd)
  T2(d, d, _mm_move_sd)
  T1(d, _mm_movemask_pd)
  T1(i, _mm_cvtepi32_pd)
  T1(i, _mm_cvtepi32_ps)
  T1(d, _mm_cvtpd_epi32)
  T1(d, _mm_cvttpd_epi32)
  T1(d, _mm_cvtpd_ps)
  T1(f, _mm_cvtps_epi32)
  T1(f, _mm_cvttps_epi32)
  T1(f, _mm_cvtps_pd)
  T1(d, _mm_cvtsd_si32)
  T1(d, _mm_cvttsd_si32)
  T1(d, _mm_cvtsd_si64)
  T1(d, _mm_cvtsd_si64x)
}

static void __attribute__((noinline)) part4(void) {
  T1(d, _mm_cvttsd_si64)
  T1(d, _mm_cvttsd_si64x)
  T2(f, d, _mm_cvtsd_ss)
  T2(d, f, _mm_cvtss_sd)
  T2(d, n, _mm_cvtsi32_sd)
  T2(d, l, _mm_cvtsi64_sd)
  T2(d, l, _mm_cvtsi64x_sd)
  T1(d, _mm_cvtsd_f64)
  T1(d, _mm_cvtpd_pi32)
  T1(d, _mm_cvttpd_pi32)
  T1(m, _mm_cvtpi32_pd)
  T1(f, _mm_castps_pd)
  T1(f, _mm_castps_si128)
  T1(d, _mm_castpd_ps)
  T1(d, _mm_castpd_si128)
  T1(i, _mm_castsi128_ps)
  T1(i, _mm_castsi128_pd)
  T0(_mm_setzero_si128)
  T1(l, _mm_set1_epi64x)
  T1(m, _mm_set1_epi64)
  T1(n, _mm_set1_epi32)
  T1(n, _mm_set1_epi16)
  T1(n, _mm_set1_epi8)
  T1(i, _mm_cvtsi128_si32)
  T1(i, _mm_cvtsi128_si64)
  T1(i, _mm_cvtsi128_si64x)
  T1(n, _mm_cvtsi32_si128)
  T1(l, _mm_cvtsi64_si128)
  T1(l, _mm_cvtsi64x_si128)
  T1(i, _mm_movepi64_pi64)
  T1(m, _mm_movpi64_epi64)
  T1(i, _mm_move_epi64)
  T2(i, i, _mm_add_epi8)
  T2(i, i, _mm_sub_epi8)
  T2(i, i, _mm_add_epi16)
  T2(i, i, _mm_sub_epi16)
  T2(i, i, _mm_add_epi32)
  T2(i, i, _mm_sub_epi32)
  T2(i, i, _mm_add_epi64)
  T2(i, i, _mm_sub_epi64)
  T2(m, m, _mm_add_si64)
  T2(m, m, _mm_sub_si64)
  T2(i, i, _mm_adds_epi8)
  T2(i, i, _mm_adds_epu8)
  T2(i, i, _mm_subs_epi8)
  T2(i, i, _mm_subs_epu8)
  T2(i, i, _mm_avg_epu8)
  T2(i, i, _mm_adds_epi16)
  T2(i, i, _mm_adds_epu16)
  T2(i, i, _mm_subs_epi16)
  T2(i, i, _mm_subs_epu16)
  T2(i, i, _mm_avg_epu16)
  T2(i, i, _mm_mullo_epi16)
  T2(i, i, _mm_mulhi_epi16)
  T2(i, i, _mm_mulhi_epu16)
  T2(i, i, _mm_madd_epi16)
  T2(i, i, _mm_mul_epu32)
  T2(i, i, _mm_sad_epu8)
  T2(i, i, _mm_max_epi16)
  T2(i, i, _mm_max_epu8)
}

static void __attribute__((noinline)) part5(void) {
  T2(i, i, _mm_min_epi16)
  T2(i, i, _mm_min_epu8)
  T2(m, m, _mm_mul_su32)
  T2(i, i, _mm_and_si128)
  T2(i, i, _mm_or_si128)
  T2(i, i, _mm_xor_si128)
  T2(i, i, _mm_andnot_si128)
  T2(i, i, _mm_cmpeq_epi8)
  T2(i, i, _mm_cmpgt_epi8)
  T2(i, i, _mm_cmplt_epi8)
  T2(i, i, _mm_cmpeq_epi16)
  T2(i, i, _mm_cmpgt_epi16)
  T2(i, i, _mm_cmplt_epi16)
  T2(i, i, _mm_cmpeq_epi32)
  T2(i, i, _mm_cmpgt_epi32)
  T2(i, i, _mm_cmplt_epi32)
  T1(i, _mm_movemask_epi8)
  T2(i, i, _mm_sll_epi16)
  T2(i, n, _mm_slli_epi16)
  T2(i, i, _mm_sll_epi32)
  T2(i, n, _mm_slli_epi32)
  T2(i, i, _mm_sll_epi64)
  T2(i, n, _mm_slli_epi64)
  T2(i, i, _mm_srl_epi16)
  T2(i, n, _mm_srli_epi16)
  T2(i, i, _mm_srl_epi32)
  T2(i, n, _mm_srli_epi32)
  T2(i, i, _mm_srl_epi64)
  T2(i, n, _mm_srli_epi64)
  T2(i, i, _mm_sra_epi16)
  T2(i, n, _mm_srai_epi16)
  T2(i, i, _mm_sra_epi32)
  T2(i, n, _mm_srai_epi32)
  T2(i, i, _mm_packs_epi16)
  T2(i, i, _mm_packs_epi32)
  T2(i, i, _mm_packus_epi16)
  T2(i, i, _mm_unpacklo_epi8)
  T2(i, i, _mm_unpackhi_epi8)
  T2(i, i, _mm_unpacklo_epi16)
  T2(i, i, _mm_unpackhi_epi16)
  T2(i, i, _mm_unpacklo_epi32)
  T2(i, i, _mm_unpackhi_epi32)
  T2(i, i, _mm_unpacklo_epi64)
  T2(i, i, _mm_unpackhi_epi64)
  N2(f, f, _mm_shuffle_ps, 0)
  N2(f, f, _mm_shuffle_ps, 27)
  N2(f, f, _mm_shuffle_ps, 228)
  N2(f, f, _mm_shuffle_ps, 78)
  N2(f, f, _mm_shuffle_ps, 114)
  N2(d, d, _mm_shuffle_pd, 0)
  N2(d, d, _mm_shuffle_pd, 1)
  N2(d, d, _mm_shuffle_pd, 2)
  N2(d, d, _mm_shuffle_pd, 3)
  N1(i, _mm_shuffle_epi32, 0)
  N1(i, _mm_shuffle_epi32, 27)
  N1(i, _mm_shuffle_epi32, 78)
  N1(i, _mm_shuffle_epi32, 216)
  N1(i, _mm_shufflehi_epi16, 27)
  N1(i, _mm_shufflehi_epi16, 255)
  N1(i, _mm_shufflelo_epi16, 27)
}

static void __attribute__((noinline)) part6(void) {
  N1(i, _mm_shufflelo_epi16, 255)
  N1(i, _mm_slli_si128, 0)
  N1(i, _mm_slli_si128, 1)
  N1(i, _mm_slli_si128, 5)
  N1(i, _mm_slli_si128, 15)
  N1(i, _mm_slli_si128, 16)
  N1(i, _mm_slli_si128, 20)
  N1(i, _mm_srli_si128, 0)
  N1(i, _mm_srli_si128, 1)
  N1(i, _mm_srli_si128, 5)
  N1(i, _mm_srli_si128, 15)
  N1(i, _mm_srli_si128, 16)
  N1(i, _mm_srli_si128, 20)
  N1(i, _mm_bslli_si128, 0)
  N1(i, _mm_bslli_si128, 1)
  N1(i, _mm_bslli_si128, 5)
  N1(i, _mm_bslli_si128, 15)
  N1(i, _mm_bslli_si128, 16)
  N1(i, _mm_bslli_si128, 20)
  N1(i, _mm_bsrli_si128, 0)
  N1(i, _mm_bsrli_si128, 1)
  N1(i, _mm_bsrli_si128, 5)
  N1(i, _mm_bsrli_si128, 15)
  N1(i, _mm_bsrli_si128, 16)
  N1(i, _mm_bsrli_si128, 20)
  N1(i, _mm_extract_epi16, 0)
  N1(i, _mm_extract_epi16, 3)
  N1(i, _mm_extract_epi16, 7)
  N2(i, n, _mm_insert_epi16, 0)
  N2(i, n, _mm_insert_epi16, 3)
  N2(i, n, _mm_insert_epi16, 7)
  N1(m, _mm_shuffle_pi16, 27)
  N1(m, _mm_shuffle_pi16, 78)
  N1(m, _mm_extract_pi16, 0)
  N1(m, _mm_extract_pi16, 3)
  N2(m, n, _mm_insert_pi16, 0)
  N2(m, n, _mm_insert_pi16, 3)
  N1(i, _mm_slli_epi16, 0)
  N1(i, _mm_slli_epi16, 1)
  N1(i, _mm_slli_epi16, 7)
  N1(i, _mm_slli_epi16, 15)
  N1(i, _mm_slli_epi16, 16)
  N1(i, _mm_slli_epi16, 31)
  N1(i, _mm_slli_epi16, 63)
  N1(i, _mm_slli_epi16, 64)
  N1(i, _mm_slli_epi16, 200)
  N1(i, _mm_slli_epi32, 0)
  N1(i, _mm_slli_epi32, 1)
  N1(i, _mm_slli_epi32, 7)
  N1(i, _mm_slli_epi32, 15)
  N1(i, _mm_slli_epi32, 16)
  N1(i, _mm_slli_epi32, 31)
  N1(i, _mm_slli_epi32, 63)
  N1(i, _mm_slli_epi32, 64)
  N1(i, _mm_slli_epi32, 200)
  N1(i, _mm_slli_epi64, 0)
  N1(i, _mm_slli_epi64, 1)
  N1(i, _mm_slli_epi64, 7)
  N1(i, _mm_slli_epi64, 15)
  N1(i, _mm_slli_epi64, 16)
}

static void __attribute__((noinline)) part7(void) {
  N1(i, _mm_slli_epi64, 31)
  N1(i, _mm_slli_epi64, 63)
  N1(i, _mm_slli_epi64, 64)
  N1(i, _mm_slli_epi64, 200)
  N1(i, _mm_srli_epi16, 0)
  N1(i, _mm_srli_epi16, 1)
  N1(i, _mm_srli_epi16, 7)
  N1(i, _mm_srli_epi16, 15)
  N1(i, _mm_srli_epi16, 16)
  N1(i, _mm_srli_epi16, 31)
  N1(i, _mm_srli_epi16, 63)
  N1(i, _mm_srli_epi16, 64)
  N1(i, _mm_srli_epi16, 200)
  N1(i, _mm_srli_epi32, 0)
  N1(i, _mm_srli_epi32, 1)
  N1(i, _mm_srli_epi32, 7)
  N1(i, _mm_srli_epi32, 15)
  N1(i, _mm_srli_epi32, 16)
  N1(i, _mm_srli_epi32, 31)
  N1(i, _mm_srli_epi32, 63)
  N1(i, _mm_srli_epi32, 64)
  N1(i, _mm_srli_epi32, 200)
  N1(i, _mm_srli_epi64, 0)
  N1(i, _mm_srli_epi64, 1)
  N1(i, _mm_srli_epi64, 7)
  N1(i, _mm_srli_epi64, 15)
  N1(i, _mm_srli_epi64, 16)
  N1(i, _mm_srli_epi64, 31)
  N1(i, _mm_srli_epi64, 63)
  N1(i, _mm_srli_epi64, 64)
  N1(i, _mm_srli_epi64, 200)
  N1(i, _mm_srai_epi16, 0)
  N1(i, _mm_srai_epi16, 1)
  N1(i, _mm_srai_epi16, 7)
  N1(i, _mm_srai_epi16, 15)
  N1(i, _mm_srai_epi16, 16)
  N1(i, _mm_srai_epi16, 31)
  N1(i, _mm_srai_epi16, 63)
  N1(i, _mm_srai_epi16, 64)
  N1(i, _mm_srai_epi16, 200)
  N1(i, _mm_srai_epi32, 0)
  N1(i, _mm_srai_epi32, 1)
  N1(i, _mm_srai_epi32, 7)
  N1(i, _mm_srai_epi32, 15)
  N1(i, _mm_srai_epi32, 16)
  N1(i, _mm_srai_epi32, 31)
  N1(i, _mm_srai_epi32, 63)
  N1(i, _mm_srai_epi32, 64)
  N1(i, _mm_srai_epi32, 200)
}

int main(void) {
  fill();
  h = 2166136261u;
  part0();
  part1();
  part2();
  part3();
  part4();
  part5();
  part6();
  part7();
  memory();
  return 0;
}
---- output ----
_mm_cvtsi32_si64 6e801de8
_mm_cvtsi64_si32 e598ffc8
_mm_cvtsi64_m64 645df8c1
_mm_cvtm64_si64 b33f2aa8
_mm_cvtsi64x_si64 645df8c1
_mm_set_pi64x 645df8c1
_mm_cvtsi64_si64x b33f2aa8
_mm_setzero_si64 9be17165
_mm_set_pi32 a845ec25
_mm_setr_pi32 0069af85
_mm_set1_pi32 8200bb55
_mm_set1_pi16 2b5fd515
_mm_set1_pi8 7ff2c60d
_mm_add_pi8 ef486aa7
_mm_sub_pi8 53d450a3
_mm_cmpeq_pi8 112499a5
_mm_cmpgt_pi8 7a257b29
_mm_add_pi16 8b9a9bdc
_mm_sub_pi16 e456e201
_mm_cmpeq_pi16 112499a5
_mm_cmpgt_pi16 274d2e15
_mm_add_pi32 84aa0350
_mm_sub_pi32 dcb671bf
_mm_cmpeq_pi32 112499a5
_mm_cmpgt_pi32 d0717d95
_mm_adds_pi8 d34cece9
_mm_adds_pi16 de0290c7
_mm_adds_pu8 a2dafe32
_mm_adds_pu16 13370ee3
_mm_subs_pi8 091269a5
_mm_subs_pi16 f7aa4d85
_mm_subs_pu8 e69c209e
_mm_subs_pu16 b41abb85
_mm_madd_pi16 5b68735b
_mm_mulhi_pi16 daf832de
_mm_mullo_pi16 08975dc6
_mm_packs_pi16 74664a25
_mm_packs_pi32 3b999ba5
_mm_packs_pu16 77b63b25
_mm_unpacklo_pi8 211e950d
_mm_unpackhi_pi8 38b3cedd
_mm_unpacklo_pi16 21f32271
_mm_unpackhi_pi16 73138585
_mm_unpacklo_pi32 d865c589
_mm_unpackhi_pi32 bd8ed8cd
_mm_and_si64 b76ae2c0
_mm_or_si64 b5aecfdc
_mm_xor_si64 61200821
_mm_andnot_si64 3e6f5f8c
_mm_sll_pi16 a7b537c5
_mm_slli_pi16 15d985dd
_mm_sll_pi32 a7b537c5
_mm_slli_pi32 2d735419
_mm_sll_si64 a7b537c5
_mm_slli_si64 7b30ad39
_mm_srl_pi16 a7b537c5
_mm_srli_pi16 605b0541
_mm_srl_pi32 a7b537c5
_mm_srli_pi32 bbd4661d
_mm_srl_si64 a7b537c5
_mm_srli_si64 1b299a00
_mm_sra_pi16 10f9bc05
_mm_srai_pi16 fba93a21
_mm_sra_pi32 8cf13f65
_mm_srai_pi32 cfe63e71
_mm_setzero_ps 69691905
_mm_set_ss 1fc50ac5
_mm_set1_ps 11aec245
_mm_set_ps1 11aec245
_mm_add_ps 29b00d89
_mm_add_ss 18b13048
_mm_sub_ps 890a6b79
_mm_sub_ss 8990e499
_mm_mul_ps d65e7947
_mm_mul_ss e9fa0785
_mm_div_ps ca8fb668
_mm_div_ss ed86d84e
_mm_min_ps 3c71d771
_mm_min_ss 6e33917d
_mm_max_ps 1cbca325
_mm_max_ss 04fc1811
_mm_sqrt_ps 69cf012b
_mm_sqrt_ss 9585e164
_mm_and_ps 9513b8a1
_mm_andnot_ps 41f081c1
_mm_or_ps 1488fed5
_mm_xor_ps 50facbf5
_mm_cmpeq_ps 5007b0f5
_mm_cmpeq_ss 843fa63d
_mm_cmplt_ps 41a361ad
_mm_cmplt_ss 3e18522d
_mm_cmple_ps 9c9f30dd
_mm_cmple_ss 0b6a117d
_mm_cmpneq_ps 40ef4395
_mm_cmpneq_ss be7842ad
_mm_cmpnlt_ps 0aadb6dd
_mm_cmpnlt_ss a21bea8d
_mm_cmpnle_ps 448285ad
_mm_cmpnle_ss bdede43d
_mm_cmpord_ps 06a34ac5
_mm_cmpord_ss 5d85a5fd
_mm_cmpunord_ps e6a1d1c5
_mm_cmpunord_ss 4460da8d
_mm_cmpgt_ps 448285ad
_mm_cmpgt_ss bdede43d
_mm_cmpge_ps 0aadb6dd
_mm_cmpge_ss a21bea8d
_mm_cmpngt_ps 9c9f30dd
_mm_cmpngt_ss 0b6a117d
_mm_cmpnge_ps 41a361ad
_mm_cmpnge_ss 3e18522d
_mm_comieq_ss 0aefb425
_mm_ucomieq_ss 0aefb425
_mm_comilt_ss 4c165315
_mm_ucomilt_ss 4c165315
_mm_comile_ss 47c1b555
_mm_ucomile_ss 47c1b555
_mm_comigt_ss b506fd55
_mm_ucomigt_ss b506fd55
_mm_comige_ss 81a3a715
_mm_ucomige_ss 81a3a715
_mm_comineq_ss 4ae0f065
_mm_ucomineq_ss 4ae0f065
_mm_unpacklo_ps 565fa479
_mm_unpackhi_ps e52efc81
_mm_move_ss 4f61d3e1
_mm_movehl_ps 4e7ccedd
_mm_movelh_ps 8c306f65
_mm_movemask_ps 4f6953a3
_mm_cvtss_si32 5a10cd3f
_mm_cvt_ss2si 5a10cd3f
_mm_cvttss_si32 5a10cd3f
_mm_cvtt_ss2si 5a10cd3f
_mm_cvtss_si64 c440812f
_mm_cvtss_si64x c440812f
_mm_cvttss_si64 c440812f
_mm_cvttss_si64x c440812f
_mm_cvtsi32_ss dbc93879
_mm_cvt_si2ss dbc93879
_mm_cvtsi64_ss 979f1465
_mm_cvtsi64x_ss 979f1465
_mm_cvtss_f32 fdfa79ed
_mm_cvtps_pi32 16c5c887
_mm_cvt_ps2pi 16c5c887
_mm_cvttps_pi32 16c5c887
_mm_cvtt_ps2pi 16c5c887
_mm_cvtpi32_ps a2ce88cd
_mm_cvt_pi2ps a2ce88cd
_mm_cvtpi32x2_ps 56ad6145
_mm_cvtpi16_ps aba93b3f
_mm_cvtpu16_ps 4ac50fac
_mm_cvtpi8_ps 531aee2f
_mm_cvtpu8_ps 6260c400
_mm_cvtps_pi16 062b955e
_mm_cvtps_pi8 6900a9fe
_mm_max_pi16 cb0517b0
_mm_max_pu8 b8e664b8
_mm_min_pi16 df56c920
_mm_min_pu8 b8f525e8
_mm_mulhi_pu16 e7202812
_mm_avg_pu8 cf94c7cc
_mm_avg_pu16 5c507da4
_mm_sad_pu8 8d6743a9
_mm_movemask_pi8 7b8ddf6e
_mm_setzero_pd 69691905
_mm_set_sd f8d8d969
_mm_set1_pd 419413a5
_mm_set_pd1 419413a5
_mm_set_pd 6804a9cd
_mm_setr_pd 7f27cc8d
_mm_add_pd d60d29f7
_mm_add_sd 68462fcd
_mm_sub_pd db7caee5
_mm_sub_sd 66bab60d
_mm_mul_pd 1c6c039a
_mm_mul_sd bf3f71c8
_mm_div_pd 07bc26bd
_mm_div_sd eb1a9c04
_mm_min_pd 6789efbb
_mm_min_sd 6c627e08
_mm_max_pd ec459ac3
_mm_max_sd eddecb70
_mm_sqrt_pd 5145d6c8
_mm_sqrt_sd 7857667d
_mm_and_pd 3951d717
_mm_andnot_pd 1e14912f
_mm_or_pd 2fce8ae3
_mm_xor_pd 09e038b5
_mm_cmpeq_pd 7c947175
_mm_cmpeq_sd 3c5f7f15
_mm_cmplt_pd d16f806d
_mm_cmplt_sd edd23325
_mm_cmple_pd 9077541d
_mm_cmple_sd 62edaec5
_mm_cmpneq_pd 4cee2715
_mm_cmpneq_sd 6cfe7a75
_mm_cmpnlt_pd d8d8b01d
_mm_cmpnlt_sd 7f081e85
_mm_cmpnle_pd 5aff506d
_mm_cmpnle_sd 31d91f65
_mm_cmpord_pd 06a34ac5
_mm_cmpord_sd a3fe9a55
_mm_cmpunord_pd e6a1d1c5
_mm_cmpunord_sd ba28dc75
_mm_cmpgt_pd 5aff506d
_mm_cmpgt_sd 31d91f65
_mm_cmpge_pd d8d8b01d
_mm_cmpge_sd 7f081e85
_mm_cmpngt_pd 9077541d
_mm_cmpngt_sd 62edaec5
_mm_cmpnge_pd d16f806d
_mm_cmpnge_sd edd23325
_mm_comieq_sd 0aefb425
_mm_ucomieq_sd 0aefb425
_mm_comilt_sd 16aa1b45
_mm_ucomilt_sd 16aa1b45
_mm_comile_sd 2ab2cf25
_mm_ucomile_sd 2ab2cf25
_mm_comigt_sd 70a5bf85
_mm_ucomigt_sd 70a5bf85
_mm_comige_sd cba36725
_mm_ucomige_sd cba36725
_mm_comineq_sd 4ae0f065
_mm_ucomineq_sd 4ae0f065
_mm_unpacklo_pd 346fb9bd
_mm_unpackhi_pd cf80ad6d
_mm_move_sd 5586f699
_mm_movemask_pd e5c9fb67
_mm_cvtepi32_pd fd9e7263
_mm_cvtepi32_ps 4fcdbb7b
_mm_cvtpd_epi32 2612a066
_mm_cvttpd_epi32 1f0ddf4e
_mm_cvtpd_ps 07247a35
_mm_cvtps_epi32 f1d845fe
_mm_cvttps_epi32 f1d845fe
_mm_cvtps_pd 7ba45b62
_mm_cvtsd_si32 7dcd36cc
_mm_cvttsd_si32 2cbc9a6f
_mm_cvtsd_si64 a277894c
_mm_cvtsd_si64x a277894c
_mm_cvttsd_si64 ad8179bf
_mm_cvttsd_si64x ad8179bf
_mm_cvtsd_ss b2b01c25
_mm_cvtss_sd 77236131
_mm_cvtsi32_sd 9bb20e9d
_mm_cvtsi64_sd ed9e0a35
_mm_cvtsi64x_sd ed9e0a35
_mm_cvtsd_f64 88833170
_mm_cvtpd_pi32 207cebe6
_mm_cvttpd_pi32 7a200bce
_mm_cvtpi32_pd fd9e7263
_mm_castps_pd e9c50fbd
_mm_castps_si128 e9c50fbd
_mm_castpd_ps 30ae44a3
_mm_castpd_si128 30ae44a3
_mm_castsi128_ps 83a45429
_mm_castsi128_pd 83a45429
_mm_setzero_si128 69691905
_mm_set1_epi64x af0962d5
_mm_set1_epi64 c8ae6555
_mm_set1_epi32 2ab1a6e5
_mm_set1_epi16 5927f865
_mm_set1_epi8 9bf8d2b5
_mm_cvtsi128_si32 e598ffc8
_mm_cvtsi128_si64 b33f2aa8
_mm_cvtsi128_si64x b33f2aa8
_mm_cvtsi32_si128 e0d5b4a8
_mm_cvtsi64_si128 b4e77801
_mm_cvtsi64x_si128 b4e77801
_mm_movepi64_pi64 b33f2aa8
_mm_movpi64_epi64 b97b8ee8
_mm_move_epi64 b97b8ee8
_mm_add_epi8 b842da7d
_mm_sub_epi8 3738e2b1
_mm_add_epi16 a8356fbd
_mm_sub_epi16 bcf4ff7f
_mm_add_epi32 4d7e5a64
_mm_sub_epi32 3642e17f
_mm_add_epi64 a8a47704
_mm_sub_epi64 34e9ff53
_mm_add_si64 cfc4ed5d
_mm_sub_si64 a1bcf53d
_mm_adds_epi8 199c9d0f
_mm_adds_epu8 9293f981
_mm_subs_epi8 7e83d5cf
_mm_subs_epu8 779fe14b
_mm_avg_epu8 f4b63541
_mm_adds_epi16 8b4eab85
_mm_adds_epu16 85f4e8fe
_mm_subs_epi16 34849495
_mm_subs_epu16 af02c4ef
_mm_avg_epu16 9e5894f1
_mm_mullo_epi16 84528fb7
_mm_mulhi_epi16 958510b3
_mm_mulhi_epu16 12fca842
_mm_madd_epi16 b90edb0f
_mm_mul_epu32 9a7abc73
_mm_sad_epu8 b2045be1
_mm_max_epi16 6fe53ee5
_mm_max_epu8 efc1818d
_mm_min_epi16 9be5fd99
_mm_min_epu8 3150ca1d
_mm_mul_su32 889c4194
_mm_and_si128 f2ac70a5
_mm_or_si128 9e4915b5
_mm_xor_si128 38a4daf9
_mm_andnot_si128 9e4add41
_mm_cmpeq_epi8 e885cd85
_mm_cmpgt_epi8 cbd39cb5
_mm_cmplt_epi8 3ef5af55
_mm_cmpeq_epi16 e885cd85
_mm_cmpgt_epi16 2ba7cbe5
_mm_cmplt_epi16 76d2aee5
_mm_cmpeq_epi32 e885cd85
_mm_cmpgt_epi32 af024665
_mm_cmplt_epi32 f3c6bc65
_mm_movemask_epi8 430bc16f
_mm_sll_epi16 e6a1d1c5
_mm_slli_epi16 9279685c
_mm_sll_epi32 e6a1d1c5
_mm_slli_epi32 240da472
_mm_sll_epi64 e6a1d1c5
_mm_slli_epi64 b33a9a31
_mm_srl_epi16 e6a1d1c5
_mm_srli_epi16 93889ea2
_mm_srl_epi32 e6a1d1c5
_mm_srli_epi32 16def20b
_mm_srl_epi64 e6a1d1c5
_mm_srli_epi64 8c813455
_mm_sra_epi16 0676e155
_mm_srai_epi16 ae4e0902
_mm_sra_epi32 09f9adb5
_mm_srai_epi32 e59bafa1
_mm_packs_epi16 69724c09
_mm_packs_epi32 5ed27b95
_mm_packus_epi16 bc740601
_mm_unpacklo_epi8 48d723b5
_mm_unpackhi_epi8 9e4f32ad
_mm_unpacklo_epi16 eba4fda5
_mm_unpackhi_epi16 ca74b545
_mm_unpacklo_epi32 264dae5d
_mm_unpackhi_epi32 c06c4091
_mm_unpacklo_epi64 3e697bd5
_mm_unpackhi_epi64 1c96b359
_mm_shuffle_ps,0 541cd825
_mm_shuffle_ps,27 07340f31
_mm_shuffle_ps,228 a8e25041
_mm_shuffle_ps,78 4742d489
_mm_shuffle_ps,114 f1f769d5
_mm_shuffle_pd,0 346fb9bd
_mm_shuffle_pd,1 30d3a64d
_mm_shuffle_pd,2 0d275b3d
_mm_shuffle_pd,3 cf80ad6d
_mm_shuffle_epi32,0 f526b66d
_mm_shuffle_epi32,27 514be365
_mm_shuffle_epi32,78 50455d65
_mm_shuffle_epi32,216 2c458ec5
_mm_shufflehi_epi16,27 88b2c5f5
_mm_shufflehi_epi16,255 091fd340
_mm_shufflelo_epi16,27 7224dcdd
_mm_shufflelo_epi16,255 e112dfbc
_mm_slli_si128,0 83a45429
_mm_slli_si128,1 96306be0
_mm_slli_si128,5 d9a9a76a
_mm_slli_si128,15 ab7d8b5d
_mm_slli_si128,16 dfde6ac5
_mm_slli_si128,20 dfde6ac5
_mm_srli_si128,0 83a45429
_mm_srli_si128,1 a1e1a55d
_mm_srli_si128,5 79673e79
_mm_srli_si128,15 026b6068
_mm_srli_si128,16 dfde6ac5
_mm_srli_si128,20 dfde6ac5
_mm_bslli_si128,0 83a45429
_mm_bslli_si128,1 96306be0
_mm_bslli_si128,5 d9a9a76a
_mm_bslli_si128,15 ab7d8b5d
_mm_bslli_si128,16 dfde6ac5
_mm_bslli_si128,20 dfde6ac5
_mm_bsrli_si128,0 83a45429
_mm_bsrli_si128,1 a1e1a55d
_mm_bsrli_si128,5 79673e79
_mm_bsrli_si128,15 026b6068
_mm_bsrli_si128,16 dfde6ac5
_mm_bsrli_si128,20 dfde6ac5
_mm_extract_epi16,0 21d1c5b5
_mm_extract_epi16,3 bf1f56f5
_mm_extract_epi16,7 f3082160
_mm_insert_epi16,0 1bb7c955
_mm_insert_epi16,3 30e52111
_mm_insert_epi16,7 7baed5ad
_mm_shuffle_pi16,27 1ab0842c
_mm_shuffle_pi16,78 0072412c
_mm_extract_pi16,0 21d1c5b5
_mm_extract_pi16,3 bf1f56f5
_mm_insert_pi16,0 79a6a7e5
_mm_insert_pi16,3 8dcd75e9
_mm_slli_epi16,0 83a45429
_mm_slli_epi16,1 26d23f55
_mm_slli_epi16,7 3c917b96
_mm_slli_epi16,15 15003f45
_mm_slli_epi16,16 dfde6ac5
_mm_slli_epi16,31 dfde6ac5
_mm_slli_epi16,63 dfde6ac5
_mm_slli_epi16,64 dfde6ac5
_mm_slli_epi16,200 dfde6ac5
_mm_slli_epi32,0 83a45429
_mm_slli_epi32,1 31e86670
_mm_slli_epi32,7 b731b941
_mm_slli_epi32,15 4b71918d
_mm_slli_epi32,16 abfd9470
_mm_slli_epi32,31 f8c3cf45
_mm_slli_epi32,63 dfde6ac5
_mm_slli_epi32,64 dfde6ac5
_mm_slli_epi32,200 dfde6ac5
_mm_slli_epi64,0 83a45429
_mm_slli_epi64,1 3552b558
_mm_slli_epi64,7 9342d1e9
_mm_slli_epi64,15 0a697786
_mm_slli_epi64,16 555f05ec
_mm_slli_epi64,31 cfe5604c
_mm_slli_epi64,63 58d84145
_mm_slli_epi64,64 dfde6ac5
_mm_slli_epi64,200 dfde6ac5
_mm_srli_epi16,0 83a45429
_mm_srli_epi16,1 45717088
_mm_srli_epi16,7 d5a7db53
_mm_srli_epi16,15 b46ad84d
_mm_srli_epi16,16 dfde6ac5
_mm_srli_epi16,31 dfde6ac5
_mm_srli_epi16,63 dfde6ac5
_mm_srli_epi16,64 dfde6ac5
_mm_srli_epi16,200 dfde6ac5
_mm_srli_epi32,0 83a45429
_mm_srli_epi32,1 44447188
_mm_srli_epi32,7 47c29617
_mm_srli_epi32,15 72ca0eac
_mm_srli_epi32,16 e4845e28
_mm_srli_epi32,31 1484d534
_mm_srli_epi32,63 dfde6ac5
_mm_srli_epi32,64 dfde6ac5
_mm_srli_epi32,200 dfde6ac5
_mm_srli_epi64,0 83a45429
_mm_srli_epi64,1 eeddee88
_mm_srli_epi64,7 25625653
_mm_srli_epi64,15 0e296307
_mm_srli_epi64,16 d6421fcc
_mm_srli_epi64,31 8ee75cab
_mm_srli_epi64,63 6acc0244
_mm_srli_epi64,64 dfde6ac5
_mm_srli_epi64,200 dfde6ac5
_mm_srai_epi16,0 83a45429
_mm_srai_epi16,1 7b6c1288
_mm_srai_epi16,7 805abc93
_mm_srai_epi16,15 5b254aa9
_mm_srai_epi16,16 5b254aa9
_mm_srai_epi16,31 5b254aa9
_mm_srai_epi16,63 5b254aa9
_mm_srai_epi16,64 5b254aa9
_mm_srai_epi16,200 5b254aa9
_mm_srai_epi32,0 83a45429
_mm_srai_epi32,1 1d67e108
_mm_srai_epi32,7 79128ebd
_mm_srai_epi32,15 b0b7d473
_mm_srai_epi32,16 4f8085ce
_mm_srai_epi32,31 20f98941
_mm_srai_epi32,63 20f98941
_mm_srai_epi32,64 20f98941
_mm_srai_epi32,200 20f98941
_mm_store_ss(fp + 1, IN_f(0)) c44d16f4
_mm_store_ps(fp, IN_f(1)) 6e92e6c8
_mm_storeu_ps(fp + 1, IN_f(1)) ab0f6d30
_mm_store1_ps(fp, IN_f(2)) 4adb80dd
_mm_storer_ps(fp, IN_f(0)) 9a9a2c75
_mm_storeh_pi(mp + 1, IN_f(0)) 6f6c9f20
_mm_storel_pi(mp + 1, IN_f(0)) a97c5580
_mm_stream_ps(fp, IN_f(1)) 6e92e6c8
_mm_stream_pi(mp, IN_m(0)) 08f2767d
_mm_store_pd(dp, IN_d(0)) 3900edec
_mm_storeu_pd(dp + 1, IN_d(0)) 166289ac
_mm_store_sd(dp, IN_d(1)) 9f092b53
_mm_storeh_pd(dp, IN_d(1)) 5eb5749b
_mm_storel_pd(dp + 1, IN_d(1)) 2dd1bf03
_mm_store1_pd(dp, IN_d(0)) 4c91d375
_mm_storer_pd(dp, IN_d(0)) eaeb8a8c
_mm_stream_pd(dp, IN_d(0)) 3900edec
_mm_store_si128(ip, IN_i(0)) 1512fd31
_mm_storeu_si128((__m128i_u *)(buffer + 3), IN_i(0)) f0152281
_mm_storel_epi64(ip, IN_i(1)) 14596565
_mm_storeu_si64(buffer + 1, IN_i(0)) 32b1b659
_mm_storeu_si32(buffer + 1, IN_i(0)) ef619704
_mm_storeu_si16(buffer + 1, IN_i(0)) afd0b083
_mm_stream_si128(ip, IN_i(0)) 1512fd31
_mm_stream_si32((int *)buffer, 77) a049570c
_mm_stream_si64((long long *)buffer, 7777777777) 62f0c573
_mm_maskmoveu_si128(IN_i(0), IN_i(1), (char *)buffer + 5) 856a46c8
_mm_maskmove_si64(IN_m(0), IN_m(1), (char *)buffer + 5) cdd8f337
load ps 4ebbad60
load pd 49b23d7d
load si128 dc9c4c61
set 922fac1e
_MM_TRANSPOSE4_PS f07dc0a5
rounding 80d71a14
approximate 1
