/* The other unit of far.c: large data that is defined here, and there. */
#define N (9UL << 28)
char other[N / 4];
extern char big[];
long other_sum(void) { long s = 0; for (unsigned long i = 0; i < N / 4; i += 16 << 20) s += other[i]; return s + big[N - 1]; }
