// test program
// Allocated blocks that nothing reads, or that are cleared; dead stores before free; static variables of main alone.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#define NI __attribute__((noinline))
static int count = 3, shared = 4; static double sum = 0.5; static const char *name = "first"; static char flag; static long table[4] = {1, 2, 3, 4};
static void step(int i) { count += i; sum += i * 0.25; if (i == 2) name = "second"; flag = !flag; table[i & 3] += count; }
NI int unread(int n) { char *p = malloc(n); if (!p) return 1; p[0] = n; memset(p + 1, 0, 3); free(p); free(0); return 2; }
NI long cleared(size_t n) { unsigned char *p = malloc(n); if (!p) return -1; memset(p, 0, n); long s = 7; for (size_t i = 0; i < n; i++) s += p[i]; p[n - 1] = 9; free(p); return s; }
NI void dirty(size_t n) { unsigned char *p = malloc(n); memset(p, 0xee, n); p[0] += p[n - 1]; free(p); }
NI long half(size_t n) { unsigned char *p = malloc(n); p[0] = 5; memset(p, 0, n / 2); p[n - 1] = 6; long s = p[0] + p[n - 1]; free(p); return s; }
NI long dies(long *keep) { long *p = malloc(32); p[0] = 1; p[1] = 2; keep[0] = p[1]; keep[1] = 5; p[2] = keep[1]; free(p); return keep[0]; }
NI int use(void) { return shared++; }
int main(void) {
    for (int i = 0; i < 5; i++) { step(i); dirty(300 + i); shared += use() + count; }
    long keep[2]; dirty(1000);
    printf("%d %d %g %s %d %ld\n", count, shared, sum, name, flag, table[2]);
    long d = dies(keep);
    printf("%d %ld %ld %ld %ld\n", unread(40), cleared(1000), half(1000), d, keep[1]);
}
---- output ----
13 294 3 second 1 9
2 7 6 2 5
