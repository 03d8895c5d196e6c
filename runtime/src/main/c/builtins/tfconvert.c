/* Conversions between binary128 and the other formats and integers (libgcc's __extenddftf2, __fixtfdi and so on). */
#include "binary128.h"

typedef union { float f; unsigned bits; } sf_bits;
typedef union { double f; u64 bits; } df_bits;

/* A narrow binary format's bits, widened exactly: fraction bits f, exponent mask e. */
static tf extend(u64 bits, int fraction_bits, int exponent_max, int total)
{
    int sign = bits >> (total - 1) & 1, flags = 0;
    int e = bits >> fraction_bits & exponent_max;
    u64 fraction = bits & (((u64)1 << fraction_bits) - 1);
    u128 r;
    if (e == exponent_max) {
        r = infinity_bits(sign) | (u128)fraction << (FRACTION_BITS - fraction_bits);
        if (fraction) {
            if (!(r & QUIET))
                flags = INVALID;
            r |= QUIET;
        }
    } else if (e == 0 && fraction == 0) {
        r = zero_bits(sign);
    } else {
        int bias = exponent_max >> 1;
        if (e == 0) {
            int shift = __builtin_clzl(fraction) - (63 - fraction_bits);
            fraction <<= shift;
            e = 1 - shift;
        }
        fraction &= ((u64)1 << fraction_bits) - 1;
        r = (u128)sign << 127 | (u128)(e - bias + BIAS) << FRACTION_BITS | (u128)fraction << (FRACTION_BITS - fraction_bits);
    }
    raise(flags);
    return of_bits(r);
}

tf __extendsftf2(float x)
{
    sf_bits b;
    b.f = x;
    return extend(b.bits, 23, 0xff, 32);
}

tf __extenddftf2(double x)
{
    df_bits b;
    b.f = x;
    return extend(b.bits, 52, 0x7ff, 64);
}

/* Rounds to a format of `precision` significand bits and exponents up to `exponent_max`: gives the biased exponent and the
   significand with its hidden bit (of a subnormal: exponent 0). */
static void narrow(struct parts p, int precision, int exponent_max, int *exponent, u64 *significand, int *flags)
{
    int mode = rounding_mode(), bias = exponent_max >> 1, tiny = 0;
    int drop = FRACTION_BITS + 1 - precision;
    int e = p.exponent - BIAS + bias;
    u128 s = p.significand, half, rest;
    int up;
    if (e <= 0) {
        u128 r = s & (((u128)1 << drop) - 1), h = (u128)1 << (drop - 1);
        u128 kept = s >> drop;
        int carry = mode == TO_NEAREST ? r > h || (r == h && (kept & 1)) : mode == UPWARD ? r && !p.sign : mode == DOWNWARD ? r && p.sign : 0;
        tiny = e < 0 || !(carry && kept + 1 == (u128)1 << precision);
        /* One more bit on the right, so that nothing is lost when all is shifted out. */
        s = shift_sticky(s << 1, 1 - e);
        drop += 1;
        e = 0;
    }
    half = (u128)1 << (drop - 1);
    rest = s & (((u128)1 << drop) - 1);
    s >>= drop;
    up = mode == TO_NEAREST ? rest > half || (rest == half && (s & 1)) : mode == UPWARD ? rest && !p.sign : mode == DOWNWARD ? rest && p.sign : 0;
    s += up;
    if (rest) {
        *flags |= INEXACT;
        if (tiny)
            *flags |= UNDERFLOW_;
    }
    if (e == 0 && s >> (precision - 1)) {
        e = 1;
    } else if (s >> precision) {
        s >>= 1;
        e++;
    }
    if (e >= exponent_max) {
        *flags |= OVERFLOW_ | INEXACT;
        if (mode == TOWARD_ZERO || (mode == UPWARD && p.sign) || (mode == DOWNWARD && !p.sign)) {
            e = exponent_max - 1;
            s = ((u128)1 << precision) - 1;
        } else {
            e = exponent_max;
            s = (u128)1 << (precision - 1);
        }
    }
    *exponent = e;
    *significand = s;
}

static u64 truncate(u128 bits, int fraction_bits, int exponent_max, int total)
{
    struct parts p = unpack(bits);
    u64 sign = (u64)p.sign << (total - 1), s;
    int e, flags = 0;
    if (p.kind == NAN_) {
        if (is_signalling(bits))
            raise(INVALID);
        return sign | (u64)exponent_max << fraction_bits | (u64)1 << (fraction_bits - 1) | (u64)(p.significand >> (FRACTION_BITS - fraction_bits));
    }
    if (p.kind == INFINITE)
        return sign | (u64)exponent_max << fraction_bits;
    if (p.kind == ZERO)
        return sign;
    narrow(p, fraction_bits + 1, exponent_max, &e, &s, &flags);
    raise(flags);
    return sign | (u64)e << fraction_bits | (s & (((u64)1 << fraction_bits) - 1));
}

float __trunctfsf2(tf x)
{
    sf_bits b;
    b.bits = truncate(bits_of(x), 23, 0xff, 32);
    return b.f;
}

double __trunctfdf2(tf x)
{
    df_bits b;
    b.bits = truncate(bits_of(x), 52, 0x7ff, 64);
    return b.f;
}

#if defined __x86_64__
typedef union { long double f; struct { u64 significand; unsigned short head; } s; } xf_bits;

tf __extendxftf2(long double x)
{
    xf_bits b;
    int e, sign, flags = 0;
    u128 r;
    b.f = x;
    e = b.s.head & 0x7fff;
    sign = b.s.head >> 15;
    if (e == 0x7fff) {
        r = infinity_bits(sign) | (u128)(b.s.significand << 1) << (FRACTION_BITS - 64);
        if (b.s.significand << 1) {
            if (!(r & QUIET))
                flags = INVALID;
            r |= QUIET;
        }
    } else if (b.s.significand == 0) {
        r = zero_bits(sign);
    } else {
        int shift = __builtin_clzl(b.s.significand);
        u128 s = (u128)(b.s.significand << shift) << (FRACTION_BITS - 63 + EXTRA);
        if (e == 0)
            e = 1;
        r = pack(sign, e - shift, s, &flags);
        flags &= ~UNDERFLOW_;
    }
    raise(flags);
    return of_bits(r);
}

long double __trunctfxf2(tf x)
{
    xf_bits b;
    u128 bits = bits_of(x);
    struct parts p = unpack(bits);
    int e = 0, flags = 0;
    u64 s = 0;
    switch (p.kind) {
    case NAN_:
        if (is_signalling(bits))
            flags = INVALID;
        e = 0x7fff;
        s = (u64)3 << 62 | (u64)(p.significand >> (FRACTION_BITS - 63));
        break;
    case INFINITE:
        e = 0x7fff;
        s = (u64)1 << 63;
        break;
    case FINITE:
        narrow(p, 64, 0x7fff, &e, &s, &flags);
        break;
    default:
        break;
    }
    b.s.head = p.sign << 15 | e;
    b.s.significand = s;
    raise(flags);
    return b.f;
}
#endif

/* Integers to binary128. */
static tf from_magnitude(u128 v, int sign)
{
    int flags = 0, zeros;
    u128 r;
    if (v == 0)
        return of_bits(0);
    zeros = leading_zeros(v);
    /* The top bit goes to FRACTION_BITS + EXTRA. */
    r = pack(sign, BIAS + 127 - zeros, shift_sticky(v << zeros, 127 - FRACTION_BITS - EXTRA), &flags);
    raise(flags);
    return of_bits(r);
}

tf __floatsitf(int v) { return from_magnitude(v < 0 ? -(u128)v : (u128)v, v < 0); }
tf __floatditf(long v) { return from_magnitude(v < 0 ? -(u128)v : (u128)v, v < 0); }
tf __floattitf(__int128 v) { return from_magnitude(v < 0 ? -(u128)v : (u128)v, v < 0); }
tf __floatunsitf(unsigned v) { return from_magnitude(v, 0); }
tf __floatunditf(u64 v) { return from_magnitude(v, 0); }
tf __floatuntitf(u128 v) { return from_magnitude(v, 0); }

/* binary128 to integers, toward zero; out of range saturates and raises invalid, as libgcc's does. */
static u128 to_integer(u128 bits, int width, int is_signed)
{
    struct parts p = unpack(bits);
    u128 top = is_signed ? ((u128)1 << (width - 1)) - 1 : width == 128 ? ~(u128)0 : ((u128)1 << width) - 1;
    u128 v = 0, bottom = is_signed ? (u128)1 << (width - 1) : 0;
    int e = p.exponent - BIAS, inexact = 0, overflow = 0;
    if (p.kind == ZERO)
        return 0;
    if (p.kind == NAN_) {
        raise(INVALID);
        return p.sign ? -bottom : top;
    }
    if (p.kind == INFINITE || e >= 128) {
        overflow = 1;
    } else if (e < 0) {
        inexact = 1;
    } else {
        if (e <= FRACTION_BITS) {
            v = p.significand >> (FRACTION_BITS - e);
            inexact = v << (FRACTION_BITS - e) != p.significand;
        } else {
            v = p.significand << (e - FRACTION_BITS);
        }
        if (v > (p.sign ? bottom : top))
            overflow = 1;
    }
    if (overflow) {
        raise(INVALID);
        return p.sign ? -bottom : top;
    }
    if (inexact)
        raise(INEXACT);
    return p.sign ? -v : v;
}

int __fixtfsi(tf x) { return (int)to_integer(bits_of(x), 32, 1); }
long __fixtfdi(tf x) { return (long)to_integer(bits_of(x), 64, 1); }
__int128 __fixtfti(tf x) { return (__int128)to_integer(bits_of(x), 128, 1); }
unsigned __fixunstfsi(tf x) { return (unsigned)to_integer(bits_of(x), 32, 0); }
u64 __fixunstfdi(tf x) { return (u64)to_integer(bits_of(x), 64, 0); }
u128 __fixunstfti(tf x) { return to_integer(bits_of(x), 128, 0); }
