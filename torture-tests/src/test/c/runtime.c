/* What the runtime library computes for every target: the result is the number of the check that failed. */
typedef __int128 I;
__attribute__((noinline)) static long double mul(long double a, long double b) { return a * b + a / b - b; }
__attribute__((noinline)) static I div(I a, I b) { return a / b + a % b; }
int check(void) {
    volatile long double x = 3.5L, y = 0.25L;
    if (mul(x, y) != 3.5L * 0.25L + 14.0L - 0.25L) return 1;
    volatile I a = ((I)1 << 100) + 12345; volatile I b = 1000000007;
    if (div(a, b) != (((I)1 << 100) + 12345) / 1000000007 + (((I)1 << 100) + 12345) % 1000000007) return 2;
    if ((long)y != 0 || (double)x != 3.5 || (long double)(double)x != x) return 3;
    volatile _Complex double c = 1.0 + 2.0 * 1.0i, d = 3.0 - 1.0i;
    _Complex double e = c * d;
    if (__real__ e != 5.0 || __imag__ e != 5.0) return 4;
    return 0;
}
