/* binary128 comparison (libgcc's __eqtf2 and so on): the result compares with zero as x with y; each function answers "no" to
   its own question when an operand is a NaN. The ordering ones raise invalid for any NaN, the others for signalling ones. */
#include "binary128.h"

static int compare(u128 x, u128 y, int unordered, int quiet)
{
    struct parts a = unpack(x), b = unpack(y);
    if (a.kind == NAN_ || b.kind == NAN_) {
        if (!quiet || is_signalling(x) || is_signalling(y))
            raise(INVALID);
        return unordered;
    }
    if (a.kind == ZERO && b.kind == ZERO)
        return 0;
    if (a.sign != b.sign)
        return a.sign ? -1 : 1;
    if (x == y)
        return 0;
    return (x < y) == a.sign ? 1 : -1;
}

int __eqtf2(tf x, tf y) { return compare(bits_of(x), bits_of(y), 1, 1); }
int __netf2(tf x, tf y) { return compare(bits_of(x), bits_of(y), 1, 1); }
int __lttf2(tf x, tf y) { return compare(bits_of(x), bits_of(y), 2, 0); }
int __letf2(tf x, tf y) { return compare(bits_of(x), bits_of(y), 2, 0); }
int __gttf2(tf x, tf y) { return compare(bits_of(x), bits_of(y), -2, 0); }
int __getf2(tf x, tf y) { return compare(bits_of(x), bits_of(y), -2, 0); }
int __cmptf2(tf x, tf y) { return compare(bits_of(x), bits_of(y), 2, 0); }

int __unordtf2(tf x, tf y)
{
    u128 a = bits_of(x), b = bits_of(y);
    if (is_signalling(a) || is_signalling(b))
        raise(INVALID);
    return unpack(a).kind == NAN_ || unpack(b).kind == NAN_;
}
