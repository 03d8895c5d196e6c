/* IEEE 754 binary128 taken apart and put together; shared by the routines of the tf set.

   A finite non-zero number is sign, exponent and a significand of 113 bits whose top bit is set, so that
   value = significand * 2^(exponent - 16383 - 112). Results carry three more bits (guard, round, sticky) at the low end. */
#ifndef JCC_BINARY128_H
#define JCC_BINARY128_H

#include "rounding.h"

typedef unsigned long u64;
typedef unsigned __int128 u128;
typedef _Float128 tf;

#define FRACTION_BITS 112
#define EXPONENT_MAX 0x7fff
#define BIAS 16383
#define HIDDEN ((u128)1 << FRACTION_BITS)
#define FRACTION_MASK (HIDDEN - 1)
#define QUIET ((u128)1 << (FRACTION_BITS - 1))
#define EXTRA 3

typedef union { tf f; u128 bits; } tf_bits;

enum kind { ZERO, FINITE, INFINITE, NAN_ };

struct parts {
    enum kind kind;
    int sign;
    int exponent;
    u128 significand;
};

static inline u128 bits_of(tf x) { tf_bits b; b.f = x; return b.bits; }
static inline tf of_bits(u128 v) { tf_bits b; b.bits = v; return b.f; }

static inline int leading_zeros(u128 v)
{
    u64 high = v >> 64;
    return high ? __builtin_clzl(high) : 64 + __builtin_clzl((u64)v);
}

/* Shifts right, or-ing what falls out into the lowest bit. */
static inline u128 shift_sticky(u128 v, int n)
{
    if (n <= 0)
        return v;
    if (n > 127)
        return v != 0;
    return v >> n | ((v << (128 - n)) != 0);
}

static inline struct parts unpack(u128 bits)
{
    struct parts p;
    int e = (int)(bits >> FRACTION_BITS) & EXPONENT_MAX;
    p.sign = (int)(bits >> 127);
    p.significand = bits & FRACTION_MASK;
    p.exponent = e;
    if (e == EXPONENT_MAX) {
        p.kind = p.significand ? NAN_ : INFINITE;
    } else if (e == 0) {
        p.kind = ZERO;
        if (p.significand) {
            int shift = leading_zeros(p.significand) - 15;
            p.kind = FINITE;
            p.significand <<= shift;
            p.exponent = 1 - shift;
        }
    } else {
        p.kind = FINITE;
        p.significand |= HIDDEN;
    }
    return p;
}

static inline int is_signalling(u128 bits)
{
    return (bits >> FRACTION_BITS & EXPONENT_MAX) == EXPONENT_MAX && (bits & FRACTION_MASK) && !(bits & QUIET);
}

static inline u128 zero_bits(int sign) { return (u128)sign << 127; }
static inline u128 infinity_bits(int sign) { return (u128)sign << 127 | (u128)EXPONENT_MAX << FRACTION_BITS; }
/* x86's default NaN is negative. */
static inline u128 default_nan(void)
{
#if defined __x86_64__
    return (u128)1 << 127 | (u128)EXPONENT_MAX << FRACTION_BITS | QUIET;
#else
    return (u128)EXPONENT_MAX << FRACTION_BITS | QUIET;
#endif
}

/* The result of an operation with a NaN operand: of two NaNs the one with the larger fraction as on the x87, made quiet. */
static inline u128 propagate(u128 a, u128 b, int *flags)
{
    if (is_signalling(a) || is_signalling(b))
        *flags |= INVALID;
    if (unpack(a).kind == NAN_ && (unpack(b).kind != NAN_ || (a & FRACTION_MASK) >= (b & FRACTION_MASK)))
        return a | QUIET;
    return b | QUIET;
}

/* Rounds and packs: significand has its top bit at FRACTION_BITS + EXTRA (or is zero), exponent is biased. */
static inline u128 pack(int sign, int exponent, u128 significand, int *flags)
{
    int mode = rounding_mode();
    int tiny = 0;
    u128 rest, up;
    if (significand == 0)
        return zero_bits(sign);
    if (exponent <= 0) {
        /* Tininess is detected after rounding: see whether the full-precision result would reach the least normal. */
        if (exponent < 0) {
            tiny = 1;
        } else {
            u128 low = significand & 7;
            int carry = mode == TO_NEAREST ? low > 4 || (low == 4 && (significand & 8)) : mode == UPWARD ? low && !sign : mode == DOWNWARD ? low && sign : 0;
            tiny = !(carry && ((significand >> EXTRA) + 1) == HIDDEN << 1);
        }
        significand = shift_sticky(significand, 1 - exponent);
        exponent = 0;
    }
    rest = significand & 7;
    up = 0;
    switch (mode) {
    case TO_NEAREST: up = rest > 4 || (rest == 4 && (significand & 8)); break;
    case UPWARD: up = rest && !sign; break;
    case DOWNWARD: up = rest && sign; break;
    }
    significand = (significand >> EXTRA) + up;
    if (rest) {
        *flags |= INEXACT;
        if (tiny)
            *flags |= UNDERFLOW_;
    }
    if (exponent == 0) {
        /* A carry into the hidden bit makes the least normal number by itself. */
        return (u128)sign << 127 | significand;
    }
    if (significand >> (FRACTION_BITS + 1)) {
        significand >>= 1;
        exponent++;
    }
    if (exponent >= EXPONENT_MAX) {
        *flags |= OVERFLOW_ | INEXACT;
        if (mode == TOWARD_ZERO || (mode == UPWARD && sign) || (mode == DOWNWARD && !sign))
            return (u128)sign << 127 | ((u128)(EXPONENT_MAX - 1) << FRACTION_BITS) | FRACTION_MASK;
        return infinity_bits(sign);
    }
    return (u128)sign << 127 | (u128)exponent << FRACTION_BITS | (significand & FRACTION_MASK);
}

#endif
