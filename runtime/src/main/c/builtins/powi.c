/* x to an integer power (__builtin_powi): by squaring, as libgcc does. */

#define POWI(name, type)                        \
    type __powi##name##2(type x, int m)         \
    {                                           \
        unsigned n = m < 0 ? -(unsigned)m : (unsigned)m;  \
        type y = n % 2 ? x : 1;                 \
        while (n >>= 1) {                       \
            x = x * x;                          \
            if (n % 2)                          \
                y *= x;                         \
        }                                       \
        return m < 0 ? 1 / y : y;               \
    }

POWI(sf, float)
POWI(df, double)
#if defined __x86_64__
POWI(xf, long double)
#endif
POWI(tf, _Float128)
