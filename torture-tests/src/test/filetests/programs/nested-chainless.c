// test program 
#include <stdio.h>
/* Nested functions that do not need their static chain lose it, also where other parameters go with it. */
int main(int argc, char **argv)
{
    int n = 3;
    __attribute__((noinline)) double twice(int unused, double x) { return x * 2; }
    __attribute__((noinline)) double more(double x, int unused) { return x + n; }
    __attribute__((noinline)) long sum(long a, long b, int dead, long c) { return a * 100 + b * 10 + c; }
    n += argc;
    printf("%g %g %ld\n", twice(1, 1.25), more(2.5, 7), sum(1, 2, 9, 3));
    printf("%g %g %ld\n", twice(2, argc), more(argc, 8), sum(argc, 5, 9, argc + 1));
    return 0;
}
---- output ----
2.5 6.5 123
2 5 152
