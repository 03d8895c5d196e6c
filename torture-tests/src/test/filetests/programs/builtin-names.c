// test program -lm
// Builtins that no library function stands for: roundings to integers, extended types' names, widths of intmax_t, the complex exponential of an imaginary number.
#define P __builtin_printf
int main(){ volatile double d=-2.5; volatile float f=3.5f; volatile long double l=-7.25L;
P("%d %d %d\n", __builtin_iceil(d), __builtin_ifloor(d), __builtin_iround(d));P("%d\n", __builtin_irint(d));
P("%ld %ld %lld %lld\n", __builtin_lceilf(f), __builtin_lfloorf(f), __builtin_llceill(l), __builtin_llfloorl(l));
P("%d %d %d %d\n", __builtin_iroundf(f), __builtin_irintf(f), __builtin_iroundl(l), __builtin_irintl(l));
P("%d %d %d\n", __builtin_clzimax(5), __builtin_popcountimax(-1L), __builtin_ffsimax(8));
P("%f %f %f\n",(double)__builtin_ceilf32(f),(double)__builtin_sqrtf64(9.0),(double)__builtin_fmaxf64x(d,l));
P("%f %f\n",(double)__builtin_floorf128((_Float128)d),(double)__builtin_fmaf32x(d,d,1));
P("%f\n",(double)__builtin_roundevenf64(d));
int s; P("%f %d\n", __builtin_lgamma_r(-0.5,&s),s);
P("%d\n",(int)(__builtin_inff16()>1));
_Complex double z = __builtin_cexpi(d - d); P("%g %g\n", __real__ z, __imag__ z);
_Complex float y = __builtin_cexpif(1); P("%.4f %.4f\n", __real__ y, __imag__ y);
P("%d\n", __builtin_extend_pointer(&s) == (unsigned long) &s);
}
---- output ----
-2 -3 -3
-2
4 3 -7 -8
4 4 -7 -7
61 64 4
4.000000 3.000000 -2.500000
-3.000000 7.250000
-2.000000
1.265512 0
1
1 0
0.5403 0.8415
1
