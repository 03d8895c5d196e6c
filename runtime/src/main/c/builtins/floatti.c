/* Conversions between 128-bit integers and the floating formats that have instructions. */

typedef unsigned long u64;
typedef __int128 ti;
typedef unsigned __int128 uti;

/* An integer of at most 64 significant bits plus a sticky bit, scaled: one correctly rounded conversion is all that is
   left to the hardware. keep: bits that the target's significand needs, with two to spare. */
static uti squeeze(uti v, int keep, int *shift)
{
    int width = 128 - (v >> 64 ? __builtin_clzl(v >> 64) : 64 + __builtin_clzl((u64)v));
    *shift = 0;
    if (width > keep) {
        *shift = width - keep;
        v = v >> *shift | ((v & (((uti)1 << *shift) - 1)) != 0);
    }
    return v;
}

static double power(int n)
{
    union { double f; u64 bits; } p;
    p.bits = (u64)(1023 + n) << 52;
    return p.f;
}

/* Converting a signed word obeys the rounding mode for negative values too. */
#define FLOAT(name, type, keep)                                                 \
    type __floatti##name(ti v)                                                  \
    {                                                                           \
        int shift;                                                              \
        uti m;                                                                  \
        long word;                                                              \
        if (v == (long)v)                                                       \
            return (type)(long)v;                                               \
        m = squeeze(v < 0 ? -(uti)v : (uti)v, keep, &shift);                    \
        word = v < 0 ? -(long)m : (long)m;                                      \
        return (type)word * (type)power(shift);                                 \
    }                                                                           \
    type __floatunti##name(uti v)                                               \
    {                                                                           \
        int shift;                                                              \
        uti m;                                                                  \
        if (v >> 63 == 0)                                                       \
            return (type)(long)v;                                               \
        m = squeeze(v, keep, &shift);                                           \
        return (type)(long)m * (type)power(shift);                              \
    }

FLOAT(sf, float, 62)
FLOAT(df, double, 62)

/* Toward zero. The value is cut to its high and low word, both exact. */
#define FIX(name, type)                                                         \
    uti __fixuns##name##ti(type x)                                              \
    {                                                                           \
        u64 high;                                                               \
        if (!(x > 0))                                                           \
            return 0;                                                           \
        if (x < (type)18446744073709551616.0)                                   \
            return (u64)x;                                                      \
        high = (u64)(x * (type)0x1p-64);                                        \
        return (uti)high << 64 | (u64)(x - (type)high * (type)0x1p64);          \
    }                                                                           \
    ti __fix##name##ti(type x)                                                  \
    {                                                                           \
        return x < 0 ? -(ti)__fixuns##name##ti(-x) : (ti)__fixuns##name##ti(x); \
    }

FIX(sf, float)
FIX(df, double)

#if defined __x86_64__
typedef long double xf;

xf __floatuntixf(uti v)
{
    return (xf)(u64)(v >> 64) * 0x1p64L + (xf)(u64)v;
}

xf __floattixf(ti v)
{
    return (xf)(long)(v >> 64) * 0x1p64L + (xf)(u64)v;
}

FIX(xf, xf)
#endif
