/* A C frame through which a C++ exception passes (pass.cc). */
#include <stdio.h>
extern void thrower(int);
static void done(int *p) { printf("cleanup %d\n", *p); }
int f(int n)
{
    int a __attribute__((cleanup(done))) = n;
    thrower(0);
    {
        int b __attribute__((cleanup(done))) = n * 10;
        a++;
        thrower(n);
        printf("after %d\n", b);
    }
    return a;
}
