/* Multiplication and division of complex numbers, C17 Annex G.5.1: where the textbook's formula gives NaN + i NaN although
   an operand was infinite (or the divisor zero), the infinity is recovered.

   Quotients of float are computed in double, which holds every product exactly. The others divide by Smith's method: the quotient of the
   divisor's parts, smaller by larger, keeps intermediate results in range where c*c + d*d would leave it. */

#define NAN_(x) __builtin_isnan(x)
#define INF_(x) __builtin_isinf(x)
#define FINITE_(x) __builtin_isfinite(x)

#define MULTIPLY(NAME, T, COPYSIGN)                                                       \
    _Complex T NAME(T a, T b, T c, T d)                                                   \
    {                                                                                     \
        T ac = a * c, bd = b * d, ad = a * d, bc = b * c;                                 \
        T x = ac - bd, y = ad + bc;                                                       \
        if (NAN_(x) && NAN_(y)) {                                                         \
            int again = 0;                                                                \
            if (INF_(a) || INF_(b)) {                                                     \
                a = COPYSIGN(INF_(a) ? 1 : 0, a);                                         \
                b = COPYSIGN(INF_(b) ? 1 : 0, b);                                         \
                if (NAN_(c)) c = COPYSIGN(0, c);                                          \
                if (NAN_(d)) d = COPYSIGN(0, d);                                          \
                again = 1;                                                                \
            }                                                                             \
            if (INF_(c) || INF_(d)) {                                                     \
                c = COPYSIGN(INF_(c) ? 1 : 0, c);                                         \
                d = COPYSIGN(INF_(d) ? 1 : 0, d);                                         \
                if (NAN_(a)) a = COPYSIGN(0, a);                                          \
                if (NAN_(b)) b = COPYSIGN(0, b);                                          \
                again = 1;                                                                \
            }                                                                             \
            if (!again && (INF_(ac) || INF_(bd) || INF_(ad) || INF_(bc))) {               \
                if (NAN_(a)) a = COPYSIGN(0, a);                                          \
                if (NAN_(b)) b = COPYSIGN(0, b);                                          \
                if (NAN_(c)) c = COPYSIGN(0, c);                                          \
                if (NAN_(d)) d = COPYSIGN(0, d);                                          \
                again = 1;                                                                \
            }                                                                             \
            if (again) {                                                                  \
                x = (T)__builtin_inf() * (a * c - b * d);                                 \
                y = (T)__builtin_inf() * (a * d + b * c);                                 \
            }                                                                             \
        }                                                                                 \
        _Complex T z;                                                                     \
        __real__ z = x;                                                                   \
        __imag__ z = y;                                                                   \
        return z;                                                                         \
    }

/* What is left to do when the quotient came out as NaN + i NaN. */
#define RECOVER(T, COPYSIGN)                                                              \
    if (NAN_(x) && NAN_(y)) {                                                             \
        if (c == 0 && d == 0 && (!NAN_(a) || !NAN_(b))) {                                 \
            x = COPYSIGN((T)__builtin_inf(), c) * a;                                      \
            y = COPYSIGN((T)__builtin_inf(), c) * b;                                      \
        } else if ((INF_(a) || INF_(b)) && FINITE_(c) && FINITE_(d)) {                    \
            T ai = COPYSIGN(INF_(a) ? 1 : 0, a), bi = COPYSIGN(INF_(b) ? 1 : 0, b);       \
            x = (T)__builtin_inf() * (ai * c + bi * d);                                   \
            y = (T)__builtin_inf() * (bi * c - ai * d);                                   \
        } else if ((INF_(c) || INF_(d)) && FINITE_(a) && FINITE_(b)) {                    \
            T ci = COPYSIGN(INF_(c) ? 1 : 0, c), di = COPYSIGN(INF_(d) ? 1 : 0, d);       \
            x = 0 * (a * ci + b * di);                                                    \
            y = 0 * (b * ci - a * di);                                                    \
        }                                                                                 \
    }                                                                                     \
    _Complex T z;                                                                         \
    __real__ z = x;                                                                       \
    __imag__ z = y;                                                                       \
    return z;

/* Smith's quotient with the scaling of Baudin and Smith, "A Robust Complex Division in Scilab" (2012): operands near the
   largest number are halved, tiny ones multiplied by 1/epsilon; a ratio that underflows is not used as a factor. */
#define DIVIDE(NAME, T, FABS, COPYSIGN, MAX, MIN, EPSILON)                                \
    _Complex T NAME(T a, T b, T c, T d)                                                   \
    {                                                                                     \
        const T big = MAX / 2, limit = MAX / 2 * EPSILON;                                 \
        T x, y;                                                                           \
        int swapped = FABS(c) < FABS(d);                                                  \
        T p = a, q = b, r = c, s = d;                                                     \
        if (swapped) {                                                                    \
            /* (a + bi) / (c + di) = (b - ai) / (d - ci) */                               \
            p = b, q = -a, r = d, s = -c;                                                 \
        }                                                                                 \
        if (FABS(r) >= big)                                                               \
            p /= 2, q /= 2, r /= 2, s /= 2;                                               \
        if (FABS(r) < EPSILON                                                             \
            || FABS(p) < MIN && FABS(q) < limit && FABS(r) < limit                        \
            || FABS(q) < MIN && FABS(p) < limit && FABS(r) < limit)                       \
            p /= EPSILON, q /= EPSILON, r /= EPSILON, s /= EPSILON;                       \
        T ratio = s / r, divisor = s * ratio + r;                                         \
        if (FABS(ratio) > MIN) {                                                          \
            x = (p + q * ratio) / divisor;                                                \
            y = (q - p * ratio) / divisor;                                                \
        } else {                                                                          \
            x = (p + s * (q / r)) / divisor;                                              \
            y = (q - s * (p / r)) / divisor;                                              \
        }                                                                                 \
        /* A scaled operand may have become infinite, and is the one that counts. */       \
        if (swapped)                                                                      \
            a = -q, b = p, c = -s, d = r;                                                 \
        else                                                                              \
            a = p, b = q, c = r, d = s;                                                   \
        RECOVER(T, COPYSIGN)                                                              \
    }

MULTIPLY(__mulsc3, float, __builtin_copysignf)
MULTIPLY(__muldc3, double, __builtin_copysign)
DIVIDE(__divdc3, double, __builtin_fabs, __builtin_copysign, __DBL_MAX__, __DBL_MIN__, __DBL_EPSILON__)
MULTIPLY(__multc3, _Float128, __builtin_copysignf128)
DIVIDE(__divtc3, _Float128, __builtin_fabsf128, __builtin_copysignf128, __FLT128_MAX__, __FLT128_MIN__, __FLT128_EPSILON__)
#if __LDBL_MANT_DIG__ == 64
MULTIPLY(__mulxc3, long double, __builtin_copysignl)
DIVIDE(__divxc3, long double, __builtin_fabsl, __builtin_copysignl, __LDBL_MAX__, __LDBL_MIN__, __LDBL_EPSILON__)
#endif

_Complex float __divsc3(float a, float b, float c, float d)
{
    double divisor = (double)c * c + (double)d * d;
    float x = ((double)a * c + (double)b * d) / divisor;
    float y = ((double)b * c - (double)a * d) / divisor;
    RECOVER(float, __builtin_copysignf)
}
