/* Exceptions of cold.cc out of both parts of a function: calls in hot and cold blocks with the same cleanups, with others, and with none. */
#include <stdio.h>
#include <stdlib.h>
extern void thrower(int);
extern void raise_cold(int) __attribute__((cold));
static void done(int *p) { printf("cleanup %d\n", *p); }
__attribute__((noinline)) static int both(int n)
{
    int a __attribute__((cleanup(done))) = n;
    if (n == 3) {
        int b __attribute__((cleanup(done))) = n * 10;
        raise_cold(n);
        b++;
        thrower(b);
        a += b;
    }
    thrower(n == 4 ? n : 0);
    if (n == 6) raise_cold(1);
    return a;
}
/* Only cold calls unwind here. */
__attribute__((noinline)) static int coldOnly(int n)
{
    if (n != 2) return n + 1;
    {
        int c __attribute__((cleanup(done))) = n * 7;
        raise_cold(n);
        printf("not here %d\n", c);
    }
    return n;
}
/* A cold call without cleanup, in a frame of varying size. */
__attribute__((noinline)) static int none(int n)
{
    char *p = __builtin_alloca(n * 16 + 1);
    p[n] = (char)n;
    if (n == 7) raise_cold(*(p + n));
    thrower(0);
    return p[n];
}
int f(int n)
{
    int outer __attribute__((cleanup(done))) = n * 100;
    return both(n) + coldOnly(n) + none(n) + outer;
}
