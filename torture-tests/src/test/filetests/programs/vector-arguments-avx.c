// test program -mavx2 needs=avx2
/* Vectors of 32 bytes in ymm registers, on the stack, anonymous, in structures. */
#include <immintrin.h>
#include <stdio.h>
#include <stdarg.h>
__m256d addd(__m256d a, int k, __m256d b, float f);
__m256i many(__m256i a, __m256i b, __m256i c, __m256i d, __m256i e, __m256i f, __m256i g, __m256i h, __m256i i, int z, __m256i j);
__m256 mixed(__m128 a, __m256 b, double d, __m64 m);
double va(int n, ...);
struct s { __m256 v; }; 
float st(struct s a, int i);
void show(const void *p, int n) { const unsigned *u = p; for (int k = 0; k < n / 4; k++) printf("%08x ", u[k]); printf("\n"); }
int main(void) {
  __m256d r = addd(_mm256_set_pd(1,2,3,4), 7, _mm256_set_pd(10,20,30,40), 0.5f); show(&r, 32);
  __m256i x = _mm256_set_epi32(1,2,3,4,5,6,7,8), y = _mm256_add_epi32(x, x);
  __m256i z = many(x, y, x, y, x, y, x, y, _mm256_set1_epi32(100), 9, _mm256_set1_epi32(1000)); show(&z, 32);
  __m256 q = mixed(_mm_set1_ps(2), _mm256_set1_ps(3), 4, _mm_set_pi32(5, 6)); show(&q, 32);
  printf("%g\n", va(3, _mm256_set1_pd(1.5), 2.5, _mm256_set1_pd(3.5), _mm_set1_pd(4.5), _mm256_set1_pd(5.5)));
  struct s ss = {q}; printf("%g\n", st(ss, 3));
  return 0;
}
__attribute__((noinline)) __m256d addd(__m256d a, int k, __m256d b, float f) { return _mm256_add_pd(_mm256_add_pd(a, b), _mm256_set1_pd(k + f)); }
__attribute__((noinline)) __m256i many(__m256i a, __m256i b, __m256i c, __m256i d, __m256i e, __m256i f, __m256i g, __m256i h, __m256i i, int z, __m256i j) {
  return _mm256_add_epi32(_mm256_sub_epi32(_mm256_add_epi32(a,b), _mm256_sub_epi32(c, d)), _mm256_add_epi32(_mm256_add_epi32(_mm256_add_epi32(e, f), _mm256_add_epi32(g, h)), _mm256_add_epi32(_mm256_add_epi32(i, j), _mm256_set1_epi32(z)))); }
__attribute__((noinline)) __m256 mixed(__m128 a, __m256 b, double d, __m64 m) { return _mm256_add_ps(_mm256_set_m128(a, a), _mm256_mul_ps(b, _mm256_set1_ps(d + _mm_cvtsi64_si32(m)))); }
__attribute__((noinline)) double va(int n, ...) { va_list ap; va_start(ap, n); double s = 0;
 __m256d x = va_arg(ap, __m256d); s += x[0] + x[3]; s += va_arg(ap, double); x = va_arg(ap, __m256d); s = s * 2 + x[1]; __m128d y = va_arg(ap, __m128d); s = s * 2 + y[1]; x = va_arg(ap, __m256d); s = s * 2 + x[2]; va_end(ap); return s; }
__attribute__((noinline)) float st(struct s a, int i) { return a.v[i] * 2; }
---- output ----
00000000 4049c000 00000000 40444000 00000000 403d8000 00000000 40328000 
000004a5 0000049b 00000491 00000487 0000047d 00000473 00000469 0000045f 
42000000 42000000 42000000 42000000 42000000 42000000 42000000 42000000 
72.5
64
