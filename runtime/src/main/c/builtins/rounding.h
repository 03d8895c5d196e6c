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
#elif defined __riscv
/* frm: to nearest, toward zero, down, up, to nearest with ties away. fflags: NX UF OF DZ NV from bit 0; they never trap. */
static inline int rounding_mode(void)
{
    long frm;
    __asm__ volatile ("frrm %0" : "=r"(frm));
    return frm == 1 ? TOWARD_ZERO : frm == 2 ? DOWNWARD : frm == 3 ? UPWARD : TO_NEAREST;
}

static inline void raise(int flags)
{
    long e = (flags & INVALID ? 16 : 0) | (flags & DIVIDE_BY_ZERO ? 8 : 0) | (flags & OVERFLOW_ ? 4 : 0) | (flags & UNDERFLOW_ ? 2 : 0)
        | (flags & INEXACT ? 1 : 0);
    if (e)
        __asm__ volatile ("csrs fflags, %0" : : "r"(e));
}
#else
#error "rounding_mode and raise for this target"
#endif

#endif
