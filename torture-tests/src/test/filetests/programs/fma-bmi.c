// test program -mavx2 -mfma -mf16c -mbmi -mbmi2 -mlzcnt -mpopcnt -msha -madx -mrdrnd -mrdseed -mxsave -ffp-contract=off needs=avx2,fma,f16c,bmi1,bmi2,abm,sha_ni,adx,rdrand,rdseed
#include "intrinsics.h"

static void memory(void) {
  unsigned lo, a = 0; unsigned long long hi;
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) { MIX(_mulx_u64(longs[k], longs[j], &hi)); MIX(hi); } out("mulx");
  for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) for (int c = 0; c < 2; c++) { MIX(_addcarry_u32(c, ~IN_n(k), IN_n(j), &lo)); MIX(lo); MIX(_addcarry_u64(c, longs[k], longs[j], &hi)); MIX(hi); MIX(_subborrow_u32(c, IN_n(k), IN_n(j), &lo)); MIX(lo); MIX(_subborrow_u64(c, longs[k], longs[j], &hi)); MIX(hi); MIX(_addcarryx_u64(c, longs[k], -1, &hi)); MIX(hi); } out("carry");
  unsigned short s; unsigned w; unsigned long long q, t = __rdtsc();
  for (int k = 0; k < 100; k++) { a |= _rdrand16_step(&s); a |= _rdrand32_step(&w) << 1; a |= _rdrand64_step(&q) << 2; a |= _rdseed16_step(&s) << 3; a |= _rdseed32_step(&w) << 4; a |= _rdseed64_step(&q) << 5; }
  printf("random %u\n", a);
  printf("time %d %d\n", __rdtsc() > t, __rdtscp(&w) > t);
  printf("bits %d %d %d %d\n", __bsfd(40), __bsrd(40), __bsfq(1ll << 40), __bsrq(3ll << 40));
  printf("xcr %d\n", (int)(_xgetbv(0) & 3));
}
static void __attribute__((noinline)) part0(void) {
  T2(i, i, _mm_sha1msg1_epu32)
  T2(i, i, _mm_sha1msg2_epu32)
  T2(i, i, _mm_sha1nexte_epu32)
  T2(i, i, _mm_sha256msg1_epu32)
  T2(i, i, _mm_sha256msg2_epu32)
  T3(i, i, i, _mm_sha256rnds2_epu32)
  T3(f, f, f, _mm_fmadd_ps)
  T3(f, f, f, _mm_fmsub_ps)
  T3(f, f, f, _mm_fnmadd_ps)
  T3(f, f, f, _mm_fnmsub_ps)
  T3(f, f, f, _mm_fmaddsub_ps)
  T3(f, f, f, _mm_fmsubadd_ps)
  T3(d, d, d, _mm_fmadd_pd)
  T3(d, d, d, _mm_fmsub_pd)
  T3(d, d, d, _mm_fnmadd_pd)
  T3(d, d, d, _mm_fnmsub_pd)
  T3(d, d, d, _mm_fmaddsub_pd)
  T3(d, d, d, _mm_fmsubadd_pd)
  T3(F, F, F, _mm256_fmadd_ps)
  T3(F, F, F, _mm256_fmsub_ps)
  T3(F, F, F, _mm256_fnmadd_ps)
  T3(F, F, F, _mm256_fnmsub_ps)
  T3(F, F, F, _mm256_fmaddsub_ps)
  T3(F, F, F, _mm256_fmsubadd_ps)
  T3(D, D, D, _mm256_fmadd_pd)
  T3(D, D, D, _mm256_fmsub_pd)
  T3(D, D, D, _mm256_fnmadd_pd)
  T3(D, D, D, _mm256_fnmsub_pd)
  T3(D, D, D, _mm256_fmaddsub_pd)
  T3(D, D, D, _mm256_fmsubadd_pd)
  T3(f, f, f, _mm_fmadd_ss)
  T3(f, f, f, _mm_fmsub_ss)
  T3(f, f, f, _mm_fnmadd_ss)
  T3(f, f, f, _mm_fnmsub_ss)
  T3(d, d, d, _mm_fmadd_sd)
  T3(d, d, d, _mm_fmsub_sd)
  T3(d, d, d, _mm_fnmadd_sd)
  T3(d, d, d, _mm_fnmsub_sd)
  T1(n, _cvtsh_ss)
  T1(i, _mm_cvtph_ps)
  T1(i, _mm256_cvtph_ps)
  T2(n, n, __andn_u32)
  T2(n, n, _andn_u32)
  T2(n, n, __bextr_u32)
  T3(n, n, n, _bextr_u32)
  T1(n, __blsi_u32)
  T1(n, _blsi_u32)
  T1(n, __blsmsk_u32)
  T1(n, _blsmsk_u32)
  T1(n, __blsr_u32)
  T1(n, _blsr_u32)
  T1(n, __tzcnt_u32)
  T1(n, _tzcnt_u32)
  T2(l, l, __andn_u64)
  T2(l, l, _andn_u64)
  T2(l, l, __bextr_u64)
  T3(l, n, n, _bextr_u64)
  T1(l, __blsi_u64)
  T1(l, _blsi_u64)
  T1(l, __blsmsk_u64)
}

static void __attribute__((noinline)) part1(void) {
  T1(l, _blsmsk_u64)
  T1(l, __blsr_u64)
  T1(l, _blsr_u64)
  T1(l, __tzcnt_u64)
  T1(l, _tzcnt_u64)
  T1(n, __tzcnt_u16)
  T1(n, _tzcnt_u16)
  T2(n, n, _bzhi_u32)
  T2(n, n, _pdep_u32)
  T2(n, n, _pext_u32)
  T2(l, l, _bzhi_u64)
  T2(l, l, _pdep_u64)
  T2(l, l, _pext_u64)
  T1(n, __lzcnt16)
  T1(n, __lzcnt32)
  T1(l, __lzcnt64)
  T1(n, _lzcnt_u32)
  T1(l, _lzcnt_u64)
  T1(n, __bswapd)
  T1(l, __bswapq)
  T1(n, __popcntd)
  T1(l, __popcntq)
  T2(n, n, __rold)
  T2(n, n, __rord)
  T2(l, n, __rolq)
  T2(l, n, __rorq)
  T2(n, n, __crc32b)
  T2(n, n, __crc32w)
  T2(n, n, __crc32d)
  T2(l, l, __crc32q)
  N1(s, _cvtss_sh, 0)
  N1(s, _cvtss_sh, 1)
  N1(s, _cvtss_sh, 2)
  N1(s, _cvtss_sh, 3)
  N1(f, _mm_cvtps_ph, 0)
  N1(f, _mm_cvtps_ph, 1)
  N1(F, _mm256_cvtps_ph, 0)
  N1(F, _mm256_cvtps_ph, 1)
  N2(i, i, _mm_sha1rnds4_epu32, 0)
  N2(i, i, _mm_sha1rnds4_epu32, 1)
  N2(i, i, _mm_sha1rnds4_epu32, 2)
  N2(i, i, _mm_sha1rnds4_epu32, 3)
}

int main(void) {
  fill();
  h = 2166136261u;
  part0();
  part1();
  memory();
  return 0;
}
---- output ----
_mm_sha1msg1_epu32 a8c639bd
_mm_sha1msg2_epu32 ddacb821
_mm_sha1nexte_epu32 efebc14f
_mm_sha256msg1_epu32 d575ed0c
_mm_sha256msg2_epu32 948626ee
_mm_sha256rnds2_epu32 8dbf0b40
_mm_fmadd_ps 7f425770
_mm_fmsub_ps 5ee46b1c
_mm_fnmadd_ps 71af3e9c
_mm_fnmsub_ps 79238770
_mm_fmaddsub_ps 2a0ec870
_mm_fmsubadd_ps f0f9f41c
_mm_fmadd_pd 1f41d370
_mm_fmsub_pd 3ed9aa7d
_mm_fnmadd_pd d0173cfd
_mm_fnmsub_pd 31efc470
_mm_fmaddsub_pd af6a1ddb
_mm_fmsubadd_pd e870a272
_mm256_fmadd_ps 23c876ef
_mm256_fmsub_ps 1e25e32d
_mm256_fnmadd_ps 24f942ad
_mm256_fnmsub_ps c12cd7ef
_mm256_fmaddsub_ps dd36b273
_mm256_fmsubadd_ps f69a46e1
_mm256_fmadd_pd c7979348
_mm256_fmsub_pd a6cd4421
_mm256_fnmadd_pd ab7fe9a1
_mm256_fnmsub_pd 082db748
_mm256_fmaddsub_pd 03a1cd2b
_mm256_fmsubadd_pd 334659ce
_mm_fmadd_ss 99f9f0ee
_mm_fmsub_ss 9a44caca
_mm_fnmadd_ss 1c15ae4a
_mm_fnmsub_ss 450dd5ee
_mm_fmadd_sd 32703a55
_mm_fmsub_sd 8f00d47a
_mm_fnmadd_sd 50b426fa
_mm_fnmsub_sd f28a4455
_cvtsh_ss 91a5db38
_mm_cvtph_ps 0590e4dd
_mm256_cvtph_ps cd1765bf
__andn_u32 3cd28368
_andn_u32 3cd28368
__bextr_u32 dfde6ac5
_bextr_u32 9cd101a5
__blsi_u32 a311c8e4
_blsi_u32 a311c8e4
__blsmsk_u32 cf8b20c0
_blsmsk_u32 cf8b20c0
__blsr_u32 b06b8989
_blsr_u32 b06b8989
__tzcnt_u32 f4d96125
_tzcnt_u32 f4d96125
__andn_u64 82576749
_andn_u64 82576749
__bextr_u64 a7b537c5
_bextr_u64 dee7761e
__blsi_u64 f3711976
_blsi_u64 f3711976
__blsmsk_u64 30ea3c50
_blsmsk_u64 30ea3c50
__blsr_u64 7b7bdb32
_blsr_u64 7b7bdb32
__tzcnt_u64 181c269f
_tzcnt_u64 181c269f
__tzcnt_u16 71f76375
_tzcnt_u16 71f76375
_bzhi_u32 497eeb80
_pdep_u32 1fb076e8
_pext_u32 73c140a8
_bzhi_u64 1bf5d7d1
_pdep_u64 fb44649b
_pext_u64 ef2372a6
__lzcnt16 54c8d148
__lzcnt32 5c3de058
__lzcnt64 1a55271f
_lzcnt_u32 5c3de058
_lzcnt_u64 1a55271f
__bswapd 2ba9bf4e
__bswapq 6f02a829
__popcntd d72133ad
__popcntq 08e8c43f
__rold 3249986e
__rord cf8c0d9e
__rolq e54062b4
__rorq f7212da7
__crc32b 53e3a179
__crc32w 06aa0365
__crc32d db0d6fe1
__crc32q 5e545475
_cvtss_sh,0 b237a395
_cvtss_sh,1 b237a395
_cvtss_sh,2 b237a395
_cvtss_sh,3 b237a395
_mm_cvtps_ph,0 5460cd0a
_mm_cvtps_ph,1 b31b4e9e
_mm256_cvtps_ph,0 c4719e49
_mm256_cvtps_ph,1 96ae7059
_mm_sha1rnds4_epu32,0 a3c9ed4a
_mm_sha1rnds4_epu32,1 e204454d
_mm_sha1rnds4_epu32,2 8c62fa00
_mm_sha1rnds4_epu32,3 37db7e36
mulx 94d8a3ae
carry c25d789b
random 63
time 1 1
bits 3 5 40 41
xcr 3
