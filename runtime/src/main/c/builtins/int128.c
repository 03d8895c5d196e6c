/* 128-bit integer division and the odd integer helpers of libgcc's interface (GCC internals, "The GCC low-level runtime
   library"). Division is Knuth's algorithm D (TAOCP 4.3.1) for two 64-bit digits. */

typedef int si;
typedef unsigned usi;
typedef long di;
typedef unsigned long udi;
typedef __int128 ti;
typedef unsigned __int128 uti;

/* The 128-by-64-bit division whose quotient fits: high < d. Two steps with 32-bit digits. */
static udi divide_digit(udi high, udi low, udi d, udi *rest)
{
    int shift = __builtin_clzl(d);
    udi d1, d0, n1, n0, q1, q0, r;
    d <<= shift;
    d1 = d >> 32;
    d0 = d & 0xffffffffUL;
    if (shift) {
        high = high << shift | low >> (64 - shift);
        low <<= shift;
    }
    n1 = low >> 32;
    n0 = low & 0xffffffffUL;
    q1 = high / d1;
    r = high % d1;
    while (q1 >> 32 || q1 * d0 > (r << 32 | n1)) {
        q1--;
        r += d1;
        if (r >> 32)
            break;
    }
    high = (high << 32 | n1) - q1 * d;
    q0 = high / d1;
    r = high % d1;
    while (q0 >> 32 || q0 * d0 > (r << 32 | n0)) {
        q0--;
        r += d1;
        if (r >> 32)
            break;
    }
    *rest = ((high << 32 | n0) - q0 * d) >> shift;
    return q1 << 32 | q0;
}

uti __udivmodti4(uti n, uti d, uti *rest)
{
    udi n1 = n >> 64, n0 = n, d1 = d >> 64, d0 = d;
    if (d1 == 0) {
        udi q1, q0, r;
        if (n1 == 0) {
            if (rest)
                *rest = n0 % d0;
            return n0 / d0;
        }
        q1 = n1 / d0;
        q0 = divide_digit(n1 % d0, n0, d0, &r);
        if (rest)
            *rest = r;
        return (uti)q1 << 64 | q0;
    }
    if (n1 < d1 || (n1 == d1 && n0 < d0)) {
        if (rest)
            *rest = n;
        return 0;
    }
    {
        /* A one-digit quotient: estimate it from the normalised high digits, then correct by at most two. */
        int shift = __builtin_clzl(d1);
        uti dn = d << shift;
        udi r, q, top = dn >> 64;
        uti half = n >> 1, product;
        q = divide_digit((udi)(half >> 64), (udi)half, top, &r);
        q = shift == 63 ? q >> 0 : q >> (63 - shift);
        if (q)
            q--;
        product = (uti)q * d;
        while (n - product >= d) {
            product += d;
            q++;
        }
        if (rest)
            *rest = n - product;
        return q;
    }
}

uti __udivti3(uti n, uti d) { return __udivmodti4(n, d, 0); }

uti __umodti3(uti n, uti d)
{
    uti r;
    __udivmodti4(n, d, &r);
    return r;
}

static uti magnitude(ti v) { return v < 0 ? -(uti)v : (uti)v; }

ti __divti3(ti n, ti d)
{
    uti q = __udivmodti4(magnitude(n), magnitude(d), 0);
    return (n ^ d) < 0 ? -q : q;
}

ti __modti3(ti n, ti d)
{
    uti r;
    __udivmodti4(magnitude(n), magnitude(d), &r);
    return n < 0 ? -r : r;
}

ti __divmodti4(ti n, ti d, ti *rest)
{
    uti r, q = __udivmodti4(magnitude(n), magnitude(d), &r);
    *rest = n < 0 ? -r : r;
    return (n ^ d) < 0 ? -q : q;
}

ti __multi3(ti a, ti b) { return a * b; }
ti __ashlti3(ti a, si n) { return (uti)a << n; }
ti __ashrti3(ti a, si n) { return a >> n; }
ti __lshrti3(ti a, si n) { return (uti)a >> n; }
ti __negti2(ti a) { return -(uti)a; }
si __cmpti2(ti a, ti b) { return a < b ? 0 : a > b ? 2 : 1; }
si __ucmpti2(uti a, uti b) { return a < b ? 0 : a > b ? 2 : 1; }

si __clzdi2(udi a) { return __builtin_clzl(a); }
si __clzti2(uti a) { return a >> 64 ? __builtin_clzl(a >> 64) : 64 + __builtin_clzl((udi)a); }
si __ctzdi2(udi a) { return __builtin_ctzl(a); }
si __ctzti2(uti a) { return (udi)a ? __builtin_ctzl((udi)a) : 64 + __builtin_ctzl(a >> 64); }
si __clrsbdi2(di a) { return a < 0 ? (~a ? __builtin_clzl(~a) - 1 : 63) : a ? __builtin_clzl(a) - 1 : 63; }
si __clrsbti2(ti a)
{
    uti v = a < 0 ? ~a : a;
    return v ? __clzti2(v) - 1 : 127;
}
si __ffsdi2(udi a) { return a ? __builtin_ctzl(a) + 1 : 0; }
si __ffsti2(uti a) { return a ? __ctzti2(a) + 1 : 0; }
si __popcountdi2(udi a) { return __builtin_popcountl(a); }
si __popcountti2(uti a) { return __builtin_popcountl(a >> 64) + __builtin_popcountl((udi)a); }
si __paritydi2(udi a) { return __builtin_popcountl(a) & 1; }
si __parityti2(uti a) { return __popcountti2(a) & 1; }
usi __bswapsi2(usi a) { return __builtin_bswap32(a); }
udi __bswapdi2(udi a) { return __builtin_bswap64(a); }

/* -ftrapv: abort on overflow. */
#define TRAPPING(mode, type)                                                                                                     \
    type __addv##mode##3(type a, type b) { type r; if (__builtin_add_overflow(a, b, &r)) __builtin_trap(); return r; }            \
    type __subv##mode##3(type a, type b) { type r; if (__builtin_sub_overflow(a, b, &r)) __builtin_trap(); return r; }            \
    type __mulv##mode##3(type a, type b) { type r; if (__builtin_mul_overflow(a, b, &r)) __builtin_trap(); return r; }            \
    type __negv##mode##2(type a) { type r; if (__builtin_sub_overflow((type)0, a, &r)) __builtin_trap(); return r; }              \
    type __absv##mode##2(type a) { return a < 0 ? __negv##mode##2(a) : a; }

TRAPPING(si, si)
TRAPPING(di, di)
TRAPPING(ti, ti)
