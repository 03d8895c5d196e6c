// test check Wall
#include <tgmath.h>
_Static_assert(_Generic(sqrt(1.0f), float: 1, default: 0), "");
_Static_assert(_Generic(sqrt(1), double: 1, default: 0), "");
_Static_assert(_Generic(pow(1.0f, 2.0L), long double: 1, default: 0), "");
_Static_assert(_Generic(sqrt(1.0if), float _Complex: 1, default: 0), "");
_Static_assert(_Generic(frexp(1.0, (int*)0), double: 1, default: 0), "");
_Static_assert(_Generic(carg(1.0f), float: 1, default: 0), "");
double f(float x, int i) { return sin(x) + cos(i) + ldexp(x, i); }
/* Integers and complex integers, and functions that round to one type (TS 18661-1). */
float addd(double, double), addl(long double, long double);
#define fadd(x, y) __builtin_tgmath(addd, addl, x, y)
_Static_assert(_Generic(fadd(1.0f, 2), float: 1, default: 0), "");
_Float32 narrow_f(float), narrow_d(double), narrow_64(_Float64);
_Static_assert(_Generic(__builtin_tgmath(narrow_f, narrow_d, narrow_64, 1), _Float32: 1, default: 0), "");
_Complex int ci;
_Static_assert(_Generic(carg(ci), double: 1, default: 0), "");
float few(float);
double many(double);
double none(long double x) { return __builtin_tgmath(few, many, x); }
---- output ----
20:37: error: no matching function for type-generic call
