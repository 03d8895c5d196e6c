#include <stdio.h>
#include <string.h>
#include <immintrin.h>

/* What the tests of intrinsics share: the results of each intrinsic on several inputs, as one number. */
static unsigned h;
static void mix(const void *p, int n) { for (int k = 0; k < n; k++) h = (h ^ ((const unsigned char *)p)[k]) * 16777619u; }
static void out(const char *name) { printf("%s %08x\n", name, h); h = 2166136261u; }
static unsigned char bytes[4 * 32] __attribute__((aligned(32)));
static void fill(void) {
  unsigned s = 12345;
  for (int k = 0; k < 128; k++) bytes[k] = (s = s * 1103515245 + 12345) >> 16;
  static const unsigned char edge[32] = {0, 255, 128, 127, 1, 0, 0, 128, 255, 255, 255, 127, 0, 0, 0, 128, 255, 255, 0, 0, 0, 0, 0, 0, 128, 0, 127, 255, 0, 1, 254, 2};
  memcpy(bytes + 64, edge, 32);
}
static const float floats[4 * 8] = {1, -2.5f, 3e10f, -0.0f, 7.5f, -1e-20f, 100.25f, 65504, 2, -2.5f, -3e10f, 0.0f, 0.5f, 1.5f, 2.5f, -3.5f, 1e30f, -1e30f, 0.1f, -0.3f, 1234567, -7654321, 2147483520.0f, -4e9f, 9, 16, 25, 0.25f, 1e-3f, 3, 5, 6};
static const double doubles[4 * 4] = {1, -2.5, 3e100, -0.0, 7.5, -1e-200, 100.25, 65504, 2147483647.5, -2.5, -3e100, 0.0, 0.5, 1.5, 9e15, -3.5};
static const long long longs[4] = {0x123456789abcdef0, -2, 0x8000000000000000ull, 77};
#define LOAD(T, src, k) ({ T x; memcpy(&x, (const char *)(src) + (k) * 32, sizeof x); x; })
#define IN_i(k) LOAD(__m128i, bytes, k)
#define IN_I(k) LOAD(__m256i, bytes, k)
#define IN_f(k) LOAD(__m128, floats, k)
#define IN_F(k) LOAD(__m256, floats, k)
#define IN_d(k) LOAD(__m128d, doubles, k)
#define IN_D(k) LOAD(__m256d, doubles, k)
#define IN_m(k) LOAD(__m64, bytes, k)
#define IN_l(k) longs[k]
#define IN_n(k) (int[]){0, 3, 17, 255}[k]
#define IN_s(k) ((float)(k) - 1.5f)
#define IN_t(k) ((double)(k) * 3 - 1.5)
#define MIX(e) do { __typeof__(e) mixed = e; mix(&mixed, sizeof mixed); } while (0)
#define T0(f) MIX(f()); out(#f);
#define T1(a, f) for (int k = 0; k < 4; k++) MIX(f(IN_##a(k))); out(#f);
#define T2(a, b, f) for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(f(IN_##a(k), IN_##b(j))); out(#f);
#define T3(a, b, c, f) for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(f(IN_##a(k), IN_##b(j), IN_##c(k ^ j))); out(#f);
#define N1(a, f, n) for (int k = 0; k < 4; k++) MIX(f(IN_##a(k), n)); out(#f "," #n);
#define N2(a, b, f, n) for (int k = 0; k < 4; k++) for (int j = 0; j < 4; j++) MIX(f(IN_##a(k), IN_##b(j), n)); out(#f "," #n);
