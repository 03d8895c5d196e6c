/* binary128 addition, subtraction, multiplication, division (libgcc's __addtf3 and so on), correctly rounded in the
   current mode, with exceptions. */
#include "binary128.h"

static u128 add_bits(u128 x, u128 y, int *flags)
{
    struct parts a = unpack(x), b = unpack(y);
    u128 s;
    int shift, exponent;
    if (a.kind == NAN_ || b.kind == NAN_)
        return propagate(x, y, flags);
    if (a.kind == INFINITE) {
        if (b.kind == INFINITE && a.sign != b.sign) {
            *flags |= INVALID;
            return default_nan();
        }
        return x;
    }
    if (b.kind == INFINITE)
        return y;
    if (a.kind == ZERO && b.kind == ZERO)
        return a.sign == b.sign ? x : zero_bits(rounding_mode() == DOWNWARD);
    if (a.kind == ZERO)
        return y;
    if (b.kind == ZERO)
        return x;
    if (a.exponent < b.exponent || (a.exponent == b.exponent && a.significand < b.significand)) {
        struct parts t = a;
        a = b;
        b = t;
    }
    exponent = a.exponent;
    a.significand <<= EXTRA;
    b.significand = shift_sticky(b.significand << EXTRA, a.exponent - b.exponent);
    if (a.sign == b.sign) {
        s = a.significand + b.significand;
        if (s >> (FRACTION_BITS + EXTRA + 1)) {
            s = shift_sticky(s, 1);
            exponent++;
        }
        return pack(a.sign, exponent, s, flags);
    }
    s = a.significand - b.significand;
    if (s == 0)
        return zero_bits(rounding_mode() == DOWNWARD);
    shift = leading_zeros(s) - (127 - FRACTION_BITS - EXTRA);
    return pack(a.sign, exponent - shift, s << shift, flags);
}

tf __addtf3(tf x, tf y)
{
    int flags = 0;
    u128 r = add_bits(bits_of(x), bits_of(y), &flags);
    raise(flags);
    return of_bits(r);
}

tf __subtf3(tf x, tf y)
{
    int flags = 0;
    u128 b = bits_of(y), r;
    if (unpack(b).kind != NAN_)
        b ^= (u128)1 << 127;
    r = add_bits(bits_of(x), b, &flags);
    raise(flags);
    return of_bits(r);
}

tf __multf3(tf x, tf y)
{
    int flags = 0, sign, exponent;
    u128 xb = bits_of(x), yb = bits_of(y), r;
    struct parts a = unpack(xb), b = unpack(yb);
    sign = a.sign ^ b.sign;
    if (a.kind == NAN_ || b.kind == NAN_) {
        r = propagate(xb, yb, &flags);
    } else if (a.kind == INFINITE || b.kind == INFINITE) {
        if (a.kind == ZERO || b.kind == ZERO) {
            flags = INVALID;
            r = default_nan();
        } else {
            r = infinity_bits(sign);
        }
    } else if (a.kind == ZERO || b.kind == ZERO) {
        r = zero_bits(sign);
    } else {
        /* 113 x 113 bits: both shifted to the top of 128, the product's high half keeps 128 bits, the low half sticks. */
        u128 p = a.significand << 15, q = b.significand << 15, high, low, mid, t;
        u64 p1 = p >> 64, p0 = p, q1 = q >> 64, q0 = q;
        u128 lo = (u128)p0 * q0, m1 = (u128)p1 * q0, m2 = (u128)p0 * q1;
        mid = (lo >> 64) + (u64)m1 + (u64)m2;
        high = (u128)p1 * q1 + (m1 >> 64) + (m2 >> 64) + (mid >> 64);
        low = mid << 64 | (u64)lo;
        exponent = a.exponent + b.exponent - BIAS;
        if (high >> 127)
            exponent++;
        else {
            high = high << 1 | low >> 127;
            low <<= 1;
        }
        t = shift_sticky(high, 127 - FRACTION_BITS - EXTRA) | (low != 0);
        r = pack(sign, exponent, t, &flags);
    }
    raise(flags);
    return of_bits(r);
}

tf __divtf3(tf x, tf y)
{
    int flags = 0, sign;
    u128 xb = bits_of(x), yb = bits_of(y), r;
    struct parts a = unpack(xb), b = unpack(yb);
    sign = a.sign ^ b.sign;
    if (a.kind == NAN_ || b.kind == NAN_) {
        r = propagate(xb, yb, &flags);
    } else if ((a.kind == INFINITE && b.kind == INFINITE) || (a.kind == ZERO && b.kind == ZERO)) {
        flags = INVALID;
        r = default_nan();
    } else if (a.kind == INFINITE || b.kind == ZERO) {
        if (a.kind != INFINITE)
            flags = DIVIDE_BY_ZERO;
        r = infinity_bits(sign);
    } else if (a.kind == ZERO || b.kind == INFINITE) {
        r = zero_bits(sign);
    } else {
        int exponent = a.exponent - b.exponent + BIAS, i;
        u128 rest = a.significand, quotient = 0;
        if (rest < b.significand) {
            rest <<= 1;
            exponent--;
        }
        /* One quotient bit a step: FRACTION_BITS + 1 of the significand and EXTRA - 1 more; the remainder sticks. */
        for (i = 0; i < FRACTION_BITS + EXTRA; i++) {
            quotient <<= 1;
            if (rest >= b.significand) {
                rest -= b.significand;
                quotient |= 1;
            }
            rest <<= 1;
        }
        quotient = quotient << 1 | (rest != 0);
        r = pack(sign, exponent, quotient, &flags);
    }
    raise(flags);
    return of_bits(r);
}

tf __negtf2(tf x) { return of_bits(bits_of(x) ^ (u128)1 << 127); }
