/* The floating-point environment as the soft routines need it: the rounding mode to obey, the exceptions to raise. */
#ifndef JCC_ROUNDING_H
#define JCC_ROUNDING_H

enum { TO_NEAREST, DOWNWARD, UPWARD, TOWARD_ZERO };
enum { INVALID = 1, DENORMAL = 2, DIVIDE_BY_ZERO = 4, OVERFLOW_ = 8, UNDERFLOW_ = 16, INEXACT = 32 };

#if defined __x86_64__
static inline int rounding_mode(void)
{
    unsigned csr;
    __asm__ volatile ("stmxcsr %0" : "=m"(csr));
    return csr >> 13 & 3;
}

/* Sets the flags, and traps where a trap is enabled: loading MXCSR with a flag set does not trap, so the operation does. */
static inline void raise(int flags)
{
    unsigned csr;
    if (!flags)
        return;
    __asm__ volatile ("stmxcsr %0" : "=m"(csr));
    csr |= flags;
    __asm__ volatile ("ldmxcsr %0" : : "m"(csr));
    if (flags & ~(csr >> 7) & INVALID) {
        float zero = 0.0f;
        __asm__ volatile ("divss %0, %0" : "+x"(zero));
    }
    if (flags & ~(csr >> 7) & DIVIDE_BY_ZERO) {
        float one = 1.0f, zero = 0.0f;
        __asm__ volatile ("divss %1, %0" : "+x"(one) : "x"(zero));
    }
}
#else
#include <fenv.h>
static inline int rounding_mode(void)
{
    switch (fegetround()) {
    case FE_DOWNWARD: return DOWNWARD;
    case FE_UPWARD: return UPWARD;
    case FE_TOWARDZERO: return TOWARD_ZERO;
    default: return TO_NEAREST;
    }
}

static inline void raise(int flags)
{
    int e = (flags & INVALID ? FE_INVALID : 0) | (flags & DIVIDE_BY_ZERO ? FE_DIVBYZERO : 0) | (flags & OVERFLOW_ ? FE_OVERFLOW : 0)
        | (flags & UNDERFLOW_ ? FE_UNDERFLOW : 0) | (flags & INEXACT ? FE_INEXACT : 0);
    if (e)
        feraiseexcept(e);
}
#endif

#endif
