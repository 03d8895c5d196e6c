// test run
int printf(const char *, ...);
typedef __int128 i128; typedef unsigned __int128 u128;
volatile int vi = -7; volatile unsigned vu = 3000000000u; volatile double vd = -2.75; volatile float vf = 1.5f; volatile long double vl = 3.25L;
volatile signed char vc = -5; volatile unsigned short vs = 65000; volatile _Bool vb; volatile long vq = -123456789012L;
int main(void) {
    printf("%d %d %d %d\n", vi / 2, vi % 2, vi >> 1, vi << 3);
    printf("%u %u %u\n", vu / 7, vu % 7, vu >> 3);
    printf("%d %d %d\n", vc * vs, (unsigned char)vc, (short)vs);
    printf("%g %g %Lg\n", vd + vf, vd * vi, vl - vd);
    printf("%d %u %ld %d\n", (int)vd, (unsigned)(vd + 3000000003.0), (long)(vl * vq), (signed char)vd);
    vb = vd; printf("%d\n", vb); vb = 0.0; printf("%d %d\n", vb, !vd);
    printf("%d %d %d %d\n", vi < vu, vi < 0, vq < vi, vc == -5);
    printf("%d %d\n", vd < 0, vd != vd);
    i128 w = (i128)vq * vq; u128 x = (u128)-1 / 3;
    printf("%llx %llx %llx\n", (unsigned long long)(w >> 64), (unsigned long long)w, (unsigned long long)(x >> 60));
    printf("%g %g\n", (double)w, (double)(float)vu);
    int a[10], *p = a + 3, *q = &a[9]; long n = 2;
    a[2] = 4; printf("%ld %d %d\n", q - p, *(p - 1), (int)(p + n - a));
    p += 2; p--; --p; q = p++;
    printf("%d %d %d\n", (int)(p - a), (int)(q - a), p > q);
    int i = 5; i += i++ * 0 + 2; i -= 3; i *= vc; i /= 2; i %= 7; i <<= 4; i >>= 1; i |= 3; i &= ~1; i ^= 9;
    printf("%d\n", i);
    unsigned char c = 250; c += 10; signed char s = 127; s++; vs += 1000; vb++;
    printf("%d %d %d %d\n", c, s, vs, vb);
    float f = 1; f += 0.1; f *= 2; double d = f++; d -= 1e-3;
    printf("%.6f %.6f\n", f, d);
    printf("%d %d %d %d\n", __builtin_clz(1), __builtin_ctzl(8), __builtin_popcountll(-1ULL), __builtin_ffs(0));
    printf("%x %d %d\n", __builtin_bswap32(0x12345678), __builtin_parity(7), __builtin_clrsb(-1));
    int r; long lr; unsigned char ur; unsigned long ul; 
    printf("%d ", __builtin_add_overflow(2147483647, vi + 8, &r)); printf("%d\n", r);
    printf("%d ", __builtin_mul_overflow(vq, vq, &lr)); printf("%lx\n", lr);
    printf("%d ", __builtin_sub_overflow(vi, 1, &ur)); printf("%d\n", ur);
    printf("%d ", __builtin_add_overflow(-1L, 1UL, &ul)); printf("%lu\n", ul);
    printf("%d ", __builtin_mul_overflow(0xffffffffffffffffUL, 0xffffffffffffffffUL, &ul)); printf("%lx\n", ul);
    printf("%d\n", __builtin_mul_overflow_p((i128)1 << 100, (i128)1 << 27, (i128)0));
    printf("%d %d %d %d\n", __builtin_isnan(vd), __builtin_isinf(vd / 0), __builtin_signbit(vd) != 0, __builtin_isfinite(vl));
    printf("%d %d\n", __builtin_fpclassify(0, 1, 4, 3, 2, vd), __builtin_isgreater(vd, -3.0));
    printf("%g %g %d\n", __builtin_fabs(vd), __builtin_copysign(2.0, vd), __builtin_abs(vi));
    return 0;
}
---- output ----
-3 -1 -4 -56
428571428 4 375000000
-325000 251 -536
-1.25 19.25 6
-2 3000000000 -401234564289 -2
1
0 0
0 1 1 1
1 0
33a 3f6552a5de901190 5555555555555555
1.52416e+22 3e+09
6 4 5
4 3 1
-45
4 -128 464 1
3.200000 2.199000
31 3 64 0
78563412 1 31
1 -2147483648
1 3f6552a5de901190
1 248
0 0
1 1
1
0 1 1 1
4 1
2.75 -2 7
exit 0
