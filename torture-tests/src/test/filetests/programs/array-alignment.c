// test program
// x86-64 psABI 3.1.2: an array of 16 bytes or more is aligned so; what is asked for by name is kept.
#include <stdio.h>
char odd = 1;
char small[15] = {1};
char first = 2;
char large[17] = {2};
static double zeroes[7];
char second = 3;
static char fixed[40] __attribute__((aligned(4))) = {3};
_Thread_local char own[33] = {4};
struct { char c[24]; } record = {{5}};
#define OFF(x) (unsigned)((unsigned long)(x) & 15)
int main(void)
{
    static short inner[9] = {6};
    char third = 4;
    printf("%u %u %u %u %u\n", OFF(large), OFF(zeroes), OFF(own), OFF(inner), OFF(fixed) & 3);
    return (odd + small[0] + first + large[0] + (int) zeroes[0] + second + fixed[0] + own[0] + record.c[0] + inner[0] + third) - 31;
}
---- output ----
0 0 0 0 0
