// test program -lm
#include <stdio.h>
#include <stdarg.h>
#include <string.h>
#include <fenv.h>
typedef _Float16 h;
static unsigned bits(h x) { unsigned short b; memcpy(&b, &x, 2); return b; }
static h of(unsigned b) { unsigned short s = b; h x; memcpy(&x, &s, 2); return x; }
h g = 1.5f16, big = 65504, arr[4] = { 1, -2.5, 0x1p-24, 1e9 };
struct S { h a, b, c; } s3 = { 1, 2, 3 };
struct M { h a; int i; h b[3]; double d; } m = { 7, 8, { 9, 10, 11 }, 12 };
struct F { h a; float f; } sf = { 3, 4 };
__attribute__((noinline)) h add(h x, h y) { return x + y; }
__attribute__((noinline)) h many(h a, h b, h c, h d, h e, h f, h g, h i, h j, h k) { return a + b * 2 + c + d + e + f + g + i + j * 3 + k; }
__attribute__((noinline)) struct S rev(struct S x) { struct S r = { x.c, x.b, x.a }; return r; }
__attribute__((noinline)) struct M bump(struct M x) { x.a++; x.b[1] *= 2; x.d /= x.a; return x; }
__attribute__((noinline)) struct F sw(struct F x) { struct F r = { x.f, x.a }; return r; }
__attribute__((noinline)) _Complex _Float16 conj2(_Complex _Float16 z) { return z * z; }
__attribute__((noinline)) double va(int n, ...) { va_list ap; va_start(ap, n); double t = 0; while (n--) t += va_arg(ap, h); t += va_arg(ap, int); va_end(ap); return t; }
__attribute__((noinline)) int cls(h x) { return __builtin_fpclassify(0, 1, 2, 3, 4, x) * 10 + (__builtin_isnormal(x) != 0); }
int main(void)
{
    printf("%x %x %x %x %x %x\n", bits(g), bits(big), bits(arr[0]), bits(arr[1]), bits(arr[2]), bits(arr[3]));
    unsigned sum = 0;
    for (unsigned i = 0; i < 65536; i++) { float f = of(i); unsigned u; memcpy(&u, &f, 4); sum = sum * 31 + u; double d = of(i); sum ^= (unsigned) (d * 1024 == d ? 7 : (long long) (d < 1e9 && d > -1e9 ? d * 4096 : 3)); sum = sum * 31 + bits((h) f); }
    printf("%x\n", sum);
    sum = 0;
    static const int modes[] = { FE_TONEAREST, FE_UPWARD, FE_DOWNWARD, FE_TOWARDZERO };
    for (int k = 0; k < 4; k++) {
        fesetround(modes[k]);
        unsigned x = 12345;
        for (int i = 0; i < 200000; i++) {
            x = x * 1664525 + 1013904223; unsigned y = (x & 0x87ffffff) | 0x30000000 | (x >> 3 & 0x18000000); float f; memcpy(&f, &y, 4);
            volatile float vf = f; feclearexcept(FE_ALL_EXCEPT); unsigned a = bits((h) vf); int ex = fetestexcept(FE_ALL_EXCEPT & ~2);
            volatile double vd = f * 1.00000001; unsigned b = bits((h) vd); volatile long double vl = vd; unsigned c = bits((h) vl); volatile __float128 vq = vd; unsigned d = bits((h) vq);
            sum = sum * 31 + a + 3 * b + 5 * c + 7 * d + 11 * ex;
        }
        printf("%d %x\n", k, sum);
    }
    fesetround(FE_TONEAREST);
    printf("%g %g %g\n", (double) add(1, 2.5), (double) add(big, 32), (double) many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
    struct S r = rev(s3); printf("%g %g %g\n", (double) r.a, (double) r.b, (double) r.c);
    struct M q = bump(m); printf("%g %d %g %g %g\n", (double) q.a, q.i, (double) q.b[1], (double) q.b[2], q.d);
    struct F t = sw(sf); printf("%g %g\n", (double) t.a, t.f);
    _Complex _Float16 z = conj2(1.0f16 + 2.0f16 * 1.0fi); printf("%g %g\n", (double) __real__ z, (double) __imag__ z);
    printf("%g\n", va(3, g, arr[1], big, 5));
    h x = 1; for (int i = 0; i < 20; i++) x = x * 3 / 2 + i; printf("%g\n", (double) x);
    x = 2049; printf("%g %d\n", (double) x, (int) x); x = 100; x++; ++x; x -= 0.5; x *= 2; printf("%g %d %d\n", (double) x, x > g, !x);
    float f = g * arr[1] + big * 2; printf("%g %zu %g\n", f, sizeof (g + g), (double) (h) (big * 2 / 4));
    int i = 70000; long l = -123456789; unsigned char c = 200; printf("%x %x %x %x\n", bits(i), bits(l), bits(c), bits((h) 1 / 3));
    printf("%d %d %d %d %d\n", cls(0), cls(of(1)), cls(1), cls(of(0x7c00)), cls(of(0x7e01)));
    printf("%d %d %d %g\n", _Generic(g + 1, _Float16: 1, default: 2), _Generic(g + 1.0f, float: 1, default: 2), _Generic(-g, _Float16: 1, default: 2), (double) (g ? -g : 3));
    _Atomic _Float16 at = 3; at += 4; at *= 2; printf("%g\n", (double) at);
    printf("%g %g\n", (double) __FLT16_MAX__, (double) __FLT16_EPSILON__);
    return 0;
}
---- output ----
3e00 7bff 3c00 c100 1 7c00
ec9a1e00
0 d86abe25
1 2e5639bf
2 38dc6f24
3 1758b14
3.5 inf 75
3 2 1
8 8 20 11 1.5
4 3
-3 4
65508
16576
2048 2048
203 1 0
131004 2 32752
7c00 fc00 5a40 3555
40 30 21 10 0
1 1 1 -1.5
14
65504 0.000976562
