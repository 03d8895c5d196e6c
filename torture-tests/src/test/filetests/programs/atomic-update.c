// test program -pthread -lm
/* Compound assignments of atomic objects that no single instruction does, in four threads at once: none may be lost, both parts of a complex number
   change together, the other bytes of a record stay. Then the exceptions: an attempt that was in vain leaves none behind, those that were there stay. */
#include <fenv.h>
#include <float.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#define THREADS 4
#define N 30000
_Atomic float f; _Atomic double d; _Atomic long double l;
_Atomic float _Complex cf; _Atomic double _Complex cd; _Atomic long double _Complex cl; _Atomic int _Complex ci;
_Atomic int i; _Atomic _Bool t; _Atomic short h; _Atomic unsigned __int128 q; char *_Atomic p; char bytes[8]; _Atomic _Float16 half;
struct { char before; _Atomic float _Complex z; char after; } r = {1, 0, 2};
static _Atomic int ready;
static void *count(void *arg)
{
    char *own = arg;
    ready++;
    while (ready < THREADS) ;
    for (int k = 0; k < N; k++) {
        f += 1; d -= 0.5; l += 1; cf += 1 + 2.0fi; cd -= 1.0i; cl += 2; ci += 3;
        i += 1.0; h++; --q; p += k & 1 ? 1 : -1; r.z += 1.0fi; t ^= 1; l++; cd++; (*own)++;
        half += k & 1 ? 1 : -1;
    }
    return 0;
}

/* Two values in turn; the sum with one of them raises an exception. */
static _Atomic int stop;
#define EXCEPTIONS(name, type, rhs, quiet, loud, raised, before) \
    static _Atomic type name; \
    static void *flip_##name(void *arg) { while (!stop) { name = quiet; name = loud; } return 0; } \
    static void test_##name(void) \
    { \
        int wrong = 0, both = 0; pthread_t other; \
        stop = 0; name = quiet; pthread_create(&other, 0, flip_##name, 0); \
        for (int k = 0; k < 40000; k++) { \
            feclearexcept(FE_ALL_EXCEPT); if (before) feraiseexcept(before); \
            type v = name += rhs; \
            int e = fetestexcept(FE_ALL_EXCEPT), is = v != (type) (quiet + rhs); \
            wrong += e != ((before) | (is ? (raised) : 0)); both |= 1 << is; \
            if (is) name = quiet; else name = loud; \
        } \
        stop = 1; pthread_join(other, 0); \
        printf(#name " %d wrong %d\n", both, wrong); \
    }
EXCEPTIONS(ef, float, FLT_MAX, 0, FLT_MAX, FE_OVERFLOW | FE_INEXACT, 0)
EXCEPTIONS(ed, double, 1, -1, DBL_EPSILON / 2, FE_INEXACT, FE_DIVBYZERO)
EXCEPTIONS(el, long double, 1, -1, LDBL_EPSILON / 2, FE_INEXACT, FE_UNDERFLOW)
EXCEPTIONS(ei, int, 0.0f, 1, (1 << 24) + 1, FE_INEXACT, 0)
EXCEPTIONS(ex, double, (long double) DBL_MAX, 0, DBL_MAX, FE_OVERFLOW | FE_INEXACT, FE_INVALID)
int main(void)
{
    pthread_t w[THREADS]; char own[THREADS] = {0};
    p = bytes;
    for (int k = 0; k < THREADS; k++) pthread_create(&w[k], 0, count, &own[k]);
    for (int k = 0; k < THREADS; k++) pthread_join(w[k], 0);
    printf("%g %g %Lg\n", f, d, l);
    printf("%g %g, %g %g, %Lg %Lg, %d %d\n", __real__ cf, __imag__ cf, __real__ cd, __imag__ cd, __real__ cl, __imag__ cl, __real__ ci, __imag__ ci);
    printf("%d %d %d %d %d %d\n", i, h, t, (int) (q >> 64), (int) q, p == bytes);
    printf("%d %g %g %d, %g, %d\n", r.before, __real__ r.z, __imag__ r.z, r.after, (float) half, own[0]);
    float _Complex z = cf++; printf("%g %g", __real__ z, __imag__ z); z = --cf; printf(", %g %g\n", __real__ z, __imag__ z);
    test_ef(); test_ed(); test_el(); test_ei(); test_ex();
    return 0;
}
---- output ----
120000 -60000 240000
120000 240000, 120000 -120000, 240000 0, 360000 0
120000 -11072 0 -1 -120000 1
1 0 120000 2, 0, 48
120000 240000, 120000 240000
ef 3 wrong 0
ed 3 wrong 0
el 3 wrong 0
ei 3 wrong 0
ex 3 wrong 0
