// test program -lm
// Mathematical functions of constants, small powers, signs, and what errno says: the same whether they are computed by the compiler or the library.
#include <errno.h>
#include <math.h>
#include <stdio.h>
#define NI __attribute__((noinline))
static double initialised = sin(1.0) + exp(0.5), root = sqrt(2.0);
NI double powers(double x) { return pow(x, 2) + pow(x, 1) * pow(x, 0) - pow(x, -1); }
NI float single(float x) { return sqrt(x) + fabs(x) + pow(x, 2.0f); }
NI double even(double x) { return cos(-x) + cosh(-fabs(x)); }
NI double signs(double x) { return copysign(x, -3) + copysign(1.5, x) + fabs(copysign(x, x - 4)); }
NI double unit(double x, double *s) { *s = sin(x); double c = cos(x); return *s * *s + c * c; }
NI int twice(double x) { errno = 0; volatile double s = sin(x); int e = errno; errno = 0; volatile double c = cos(x); return e == EDOM && errno == EDOM; }
NI int failed(double x) { errno = 0; volatile double r = log(x); return errno; }
NI int failed_constant(void) { errno = 0; volatile double r = log(-1.0); int e = errno; errno = 0; r = exp(1000.0); return e == EDOM && errno == ERANGE; }
NI int failed_root(float x) { errno = 0; volatile float r = sqrt(x); return errno == EDOM; }
int main(void) {
    printf("%a %a\n", initialised, root);
    printf("%a %a %a\n", powers(3), powers(-0.25), powers(1e200));
    printf("%a %a %d\n", single(2), single(0.1f), isnan(single(-1)) != 0);
    printf("%a %a\n", even(1), even(-0.5));
    printf("%a %a\n", signs(5), signs(-0.0));
    printf("%a %a %a %a\n", exp(1.0), log(10.0), pow(3.0, 0.5), pow(-2.0, 3.0));
    printf("%a %a %a\n", cbrt(1.0), hypot(3.0, 4.0), atan2(1.0, -1.0));
    printf("%a %a %a %a\n", floor(-2.5), round(2.5), rint(3.5), trunc(-2.5));
    printf("%ld %ld %lld\n", lround(-2.5), lrint(4.0), llround(1e15));
    printf("%a %a %a\n", fmin(1.0, NAN), fmax(1.0, 2.0), fmod(-7.0, 3.0));
    printf("%d %d %d %d\n", failed(2) != 0, failed(-1) == EDOM, failed_constant(), failed_root(-2));
    double s;
    printf("%.9f %d %d\n", unit(2, &s), s == sin(2.0), twice(INFINITY));
    return 0;
}
---- output ----
0x1.3ebe9ead1468ap+1 0x1.6a09e667f3bcdp+0
0x1.7555555555555p+3 0x1.e8p+1 inf
0x1.da827ap+2 0x1.b4750ep-2 1
0x1.0aac4acda3c4bp+1 0x1.00aaac4ac53bcp+1
0x1.8p+0 -0x1.8p+0
0x1.5bf0a8b145769p+1 0x1.26bb1bbb55516p+1 0x1.bb67ae8584caap+0 -0x1p+3
0x1p+0 0x1.4p+2 0x1.2d97c7f3321d2p+1
-0x1.8p+1 0x1.8p+1 0x1p+2 -0x1p+1
-3 4 1000000000000000
0x1p+0 0x1p+1 -0x1p+0
0 1 1 1
1.000000000 0 1
