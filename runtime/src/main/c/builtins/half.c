/* Conversions between _Float16 and the other formats (libgcc's __extendhfsf2, __truncsfhf2 and so on).

   A half travels in the low 16 bits of an SSE register (psABI 3.2.3), as which a float is passed too: the functions are written with
   floats, whose low bits are the half's, so that compiling them needs none of them. */
#if defined __x86_64__
#include "binary128.h"

typedef union { float f; unsigned bits; } sf_bits;
typedef union { double f; u64 bits; } df_bits;
typedef union { long double f; struct { u64 significand; unsigned short top; } bits; } xf_bits;
typedef union { tf f; struct { u64 low, high; } bits; } tf_words;

static float carrier(unsigned half)
{
    sf_bits b;
    b.bits = half;
    return b.f;
}

static float not_a_number(int sign, u64 fraction)
{
    if (!(fraction >> 63))
        raise(INVALID);
    return carrier((unsigned)sign << 15 | 0x7e00 | (unsigned)(fraction >> 54));
}

/* Whether q, followed by the bits of rest, is rounded away from zero. */
static int up(int mode, int sign, u64 q, u64 rest)
{
    if (mode == TO_NEAREST)
        return rest > (u64)1 << 63 || rest == (u64)1 << 63 && (q & 1);
    return mode == (sign ? DOWNWARD : UPWARD) && rest;
}

/* Rounds a positive number of 64 bits whose highest one is worth 2^e; its lowest bit stands for all below it as well. */
static float narrow(int sign, int e, u64 m)
{
    int mode = rounding_mode(), drop = 53, flags = 0;
    unsigned result;
    u64 q, rest;
    if (e < -14)
        drop += e < -40 ? 26 : -14 - e;
    q = drop < 64 ? m >> drop : 0;
    rest = drop < 64 ? m << (64 - drop) : drop == 64 ? m : 1;
    result = (e >= -14 ? (unsigned)(e + 14) << 10 : 0) + (unsigned)q + up(mode, sign, q, rest);
    if (rest) {
        flags = INEXACT;
        /* Tiny unless rounding to full precision, with an unbounded exponent, would reach the least normal number. */
        if (e < -15 || e == -15 && (m >> 53 != 0x7ff || !up(mode, sign, 0x7ff, m << 11)))
            flags |= UNDERFLOW_;
    }
    if (e > 15 || result >= 0x7c00) {
        flags = OVERFLOW_ | INEXACT;
        result = mode == TO_NEAREST || mode == (sign ? DOWNWARD : UPWARD) ? 0x7c00 : 0x7bff;
    }
    raise(flags);
    return carrier((unsigned)sign << 15 | result);
}

/* A number that may be subnormal in its own format: fraction bits at the top, the least exponent. */
static float normalize(int sign, int e, u64 m)
{
    int shift;
    if (!m)
        return carrier((unsigned)sign << 15);
    shift = __builtin_clzl(m);
    return narrow(sign, e - shift, m << shift);
}

float __truncsfhf2(float x)
{
    sf_bits b;
    int sign, e;
    u64 fraction;
    b.f = x;
    sign = b.bits >> 31;
    e = b.bits >> 23 & 0xff;
    fraction = (u64)b.bits << 41;
    if (e == 0xff)
        return fraction ? not_a_number(sign, fraction) : carrier((unsigned)sign << 15 | 0x7c00);
    return e ? narrow(sign, e - 127, (u64)1 << 63 | fraction >> 1) : normalize(sign, -126, fraction >> 1);
}

float __truncdfhf2(double x)
{
    df_bits b;
    int sign, e;
    u64 fraction;
    b.f = x;
    sign = b.bits >> 63;
    e = b.bits >> 52 & 0x7ff;
    fraction = b.bits << 12;
    if (e == 0x7ff)
        return fraction ? not_a_number(sign, fraction) : carrier((unsigned)sign << 15 | 0x7c00);
    return e ? narrow(sign, e - 1023, (u64)1 << 63 | fraction >> 1) : normalize(sign, -1022, fraction >> 1);
}

float __truncxfhf2(long double x)
{
    xf_bits b;
    int sign, e;
    b.f = x;
    sign = b.bits.top >> 15;
    e = b.bits.top & 0x7fff;
    if (e == 0x7fff)
        return b.bits.significand << 1 ? not_a_number(sign, b.bits.significand << 1) : carrier((unsigned)sign << 15 | 0x7c00);
    return normalize(sign, (e ? e : 1) - 16383, b.bits.significand);
}

float __trunctfhf2(tf x)
{
    tf_words b;
    int sign, e;
    u64 fraction;
    b.f = x;
    sign = b.bits.high >> 63;
    e = b.bits.high >> 48 & 0x7fff;
    fraction = b.bits.high << 16 | b.bits.low >> 48 | (b.bits.low << 16 != 0);
    if (e == 0x7fff)
        return fraction ? not_a_number(sign, fraction) : carrier((unsigned)sign << 15 | 0x7c00);
    return e ? narrow(sign, e - 16383, (u64)1 << 63 | fraction >> 1 | fraction & 1) : normalize(sign, -16382, fraction >> 1 | fraction & 1);
}

float __extendhfsf2(float x)
{
    sf_bits b;
    unsigned sign, e, fraction;
    b.f = x;
    sign = (b.bits & 0x8000) << 16;
    e = b.bits >> 10 & 31;
    fraction = b.bits & 0x3ff;
    if (e == 31) {
        if (fraction && !(fraction & 0x200))
            raise(INVALID);
        b.bits = sign | 0x7f800000 | fraction << 13 | (fraction ? 0x400000 : 0);
    } else if (e) {
        b.bits = sign | (e + 112) << 23 | fraction << 13;
    } else if (fraction) {
        int shift = __builtin_clz(fraction) - 21;
        b.bits = sign | (unsigned)(113 - shift) << 23 | (fraction << shift & 0x3ff) << 13;
    } else {
        b.bits = sign;
    }
    return b.f;
}

double __extendhfdf2(float x)
{
    return __extendhfsf2(x);
}

long double __extendhfxf2(float x)
{
    return __extendhfsf2(x);
}

tf __extendhftf2(float x)
{
    return __extendhfsf2(x);
}
#endif
