/* Data of more than 2 GB, none of it in the file: variables far from the code, near ones beside them, constants, initial values, pointers. */
#include <stdio.h>
#include <string.h>
#define N (9UL << 28)
char big[N];
static char local[N / 2];
const char table[100000] = {1, 2, [99999] = 7};
long init[20000] = {5, [19999] = 9};
int small = 42;
extern char other[];
extern long other_sum(void);
static int counter;
char *middle = big + N / 2;
static long touch(char *p, unsigned long n, unsigned long step) { long s = 0; for (unsigned long i = 0; i < n; i += step) { p[i] = i >> 20; s += p[i]; } return s; }
int main(void)
{
    long s = touch(big, N, 64 << 20) + touch(local, N / 2, 64 << 20) + touch(other, N / 4, 16 << 20);
    big[N - 1] = 77;
    local[N / 2 - 1] = 3;
    *middle = 5;
    counter++;
    printf("%ld %d %d %d %ld %d %d %d %ld\n", s, big[N - 1], local[N / 2 - 1], table[99999] + table[1], init[19999] + init[0], small, counter, big[N / 2], other_sum());
    printf("%d\n", memcmp(&big[5], &local[5], 100));
    return 0;
}
