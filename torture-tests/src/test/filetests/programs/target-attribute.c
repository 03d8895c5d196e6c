// test program needs=avx2,fma,sse4_2
/* Functions for instruction sets that the rest of the program does not have, chosen when it runs. */
#include <immintrin.h>
#include <stdio.h>

__attribute__((target("avx2"))) static int sum_avx2(const int *p, int n) {
  __m256i s = _mm256_setzero_si256();
  for (int k = 0; k < n; k += 8) s = _mm256_add_epi32(s, _mm256_loadu_si256((const __m256i_u *)(p + k)));
  __m128i t = _mm_add_epi32(_mm256_castsi256_si128(s), _mm256_extracti128_si256(s, 1));
  t = _mm_hadd_epi32(t, t);
  return _mm_cvtsi128_si32(_mm_hadd_epi32(t, t));
}

#pragma GCC push_options
#pragma GCC target("sse4.2")
static unsigned crc(const char *s) { unsigned c = ~0u; while (*s) c = _mm_crc32_u8(c, *s++); return ~c; }
#pragma GCC pop_options

__attribute__((target("fma,avx2"), noinline)) __m256d fused(__m256d a, __m256d b, __m256d c) { return _mm256_fmadd_pd(a, b, c); }
__attribute__((target("fma"))) static double both(double x) { return _mm256_cvtsd_f64(fused(_mm256_set1_pd(x), _mm256_set1_pd(x), _mm256_set1_pd(-1))); }

static int sum(const int *p, int n) { int s = 0; for (int k = 0; k < n; k++) s += p[k]; return s; }

#ifdef __OPTIMIZE__
/* A constant in the end. */
static inline __attribute__((always_inline)) __m128i turned(__m128i x, const int order) { return _mm_shuffle_epi32(x, order); }
#endif

int main(void) {
  int p[32];
  for (int k = 0; k < 32; k++) p[k] = k * k - 7;
  int (*f)(const int *, int) = __builtin_cpu_supports("avx2") ? sum_avx2 : sum;
  printf("%d %d\n", f(p, 32), sum(p, 32));
  printf("%08x\n", crc("123456789"));
  printf("%.17g\n", both(1.0 + 1e-9));
#ifdef __OPTIMIZE__
  printf("%d\n", _mm_cvtsi128_si32(turned(_mm_set_epi32(4, 3, 2, 1), 3)));
#else
  printf("4\n");
#endif
  return 0;
}
---- output ----
10192 10192
e3069283
2.0000001664807421e-09
4
