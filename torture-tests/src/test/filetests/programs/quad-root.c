// test program -static -lm
#include <stdio.h>
#include <fenv.h>
#define __STDC_WANT_IEC_60559_TYPES_EXT__
extern _Float128 sqrtf128(_Float128);
int main(void)
{
    volatile _Float128 two = 2, minus = -1;
    _Float128 r = sqrtf128(two);
    printf("%.17g %d\n", (double) r, fetestexcept(FE_INEXACT | FE_INVALID) == FE_INEXACT);
    feclearexcept(FE_ALL_EXCEPT);
    r = sqrtf128(minus);
    printf("%d %d\n", r != r, fetestexcept(FE_INVALID) != 0);
    return 0;
}
---- output ----
1.4142135623730951 1
1 1
