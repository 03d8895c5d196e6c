// test program
/* __builtin_cpu_supports says what cpuid says. */
#include <cpuid.h>
#include <stdio.h>

static unsigned leaf(unsigned n, int r) { unsigned x[4]; return __get_cpuid_count(n, 0, &x[0], &x[1], &x[2], &x[3]) ? x[r] : 0; }
static int saved(void) { unsigned a, d; if (!(leaf(1, 2) >> 27 & 1)) return 0; __asm__ volatile("xgetbv" : "=a"(a), "=d"(d) : "c"(0)); return (a & 6) == 6; }
#define SAME(name, n, r, bit, more) if (!!__builtin_cpu_supports(name) != ((leaf(n, r) >> bit & 1) && (more))) printf("%s\n", name);

int main(void) {
  __builtin_cpu_init();
  SAME("sse2", 1, 3, 26, 1) SAME("sse3", 1, 2, 0, 1) SAME("ssse3", 1, 2, 9, 1) SAME("sse4.1", 1, 2, 19, 1) SAME("sse4.2", 1, 2, 20, 1) SAME("popcnt", 1, 2, 23, 1) SAME("aes", 1, 2, 25, 1) SAME("pclmul", 1, 2, 1, 1)
  SAME("avx", 1, 2, 28, saved()) SAME("fma", 1, 2, 12, saved()) SAME("f16c", 1, 2, 29, saved()) SAME("avx2", 7, 1, 5, saved()) SAME("bmi", 7, 1, 3, 1) SAME("bmi2", 7, 1, 8, 1) SAME("lzcnt", 0x80000001, 2, 5, 1) SAME("sse4a", 0x80000001, 2, 6, 1)
  printf("%d %d\n", !!__builtin_cpu_supports("sse"), !!__builtin_cpu_supports("avx512f") & !__builtin_cpu_supports("avx"));
  return 0;
}
---- output ----
1 0
