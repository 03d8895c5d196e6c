// test check Wall
#include <tgmath.h>
_Static_assert(_Generic(sqrt(1.0f), float: 1, default: 0), "");
_Static_assert(_Generic(sqrt(1), double: 1, default: 0), "");
_Static_assert(_Generic(pow(1.0f, 2.0L), long double: 1, default: 0), "");
_Static_assert(_Generic(sqrt(1.0if), float _Complex: 1, default: 0), "");
_Static_assert(_Generic(frexp(1.0, (int*)0), double: 1, default: 0), "");
_Static_assert(_Generic(carg(1.0f), float: 1, default: 0), "");
double f(float x, int i) { return sin(x) + cos(i) + ldexp(x, i); }
