// test program -lm
// The library's functions may set errno, also one whose result is computed inline, and within a function that is found to have no other effect.
#include <errno.h>
#include <math.h>
#include <stdio.h>
static __attribute__((noinline)) double root(double x) { return sqrt(x) + 1; }
int main(int argc, char **argv) {
    double x = argc - 3;
    errno = 0;
    double a = sqrt(x);
    printf("%d %d\n", a != a, errno == EDOM);
    errno = 0;
    a = log(x);
    printf("%d %d\n", a != a, errno == EDOM);
    errno = 0;
    float f = sqrtf(argc + 3.0f);
    printf("%.1f %d\n", f, errno);
    errno = 0;
    a = root(x);
    printf("%d %d\n", a != a, errno == EDOM);
    errno = 0;
    printf("%.1f %d\n", root(argc + 8), errno);
}
---- output ----
1 1
1 1
2.0 0
1 1
4.0 0
