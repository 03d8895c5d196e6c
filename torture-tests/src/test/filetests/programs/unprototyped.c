// test program -w -std=gnu11 -lm
// Library functions declared without prototypes: operations where the arguments are what the function takes, else calls.
typedef unsigned long size_t;
void *memcpy(), *memmove(), *memset(), *mempcpy(), *alloca(), *malloc(), free(); char *strchr(); size_t strlen(); int strcmp(), abs(), printf(); long labs();
double fabs(), copysign(), sqrt(), floor(), fma(), pow(), sin(), creal(); float fabsf(); double _Complex conj();
volatile int no;
void wrong(int i, long l, double d, void *p, long double x, float _Complex z) {
    if (!no) return;
    memcpy(i, i, i); memcpy(p, p, d); memmove(i, p, 1.0); memset(i, 1.0, i); memset(p, p, p); mempcpy(i, i, i); memcpy(p);
    fabs(i); fabs(); fabsf(z); copysign(i, 1.0); copysign(d, p); copysign(d, x); copysign(1.0, 1.0L); sqrt(i); sqrt(p); sqrt(x); floor(i); fma(i, i, i); fma(1.0, 1, 2.0); pow(2, i); pow(d, i); sin(z);
    abs(d); abs(l); abs(p); labs(i); strlen(i); strlen(1.0); strcmp(i, i); strchr(p, 1.0); strchr(i); printf(i); printf(1.0); free(malloc(1.0));
    creal(i); creal(1); creal(p); creal(z); conj(i); conj(z);
}
void *result(int i) { return no ? memcpy(i, i, i) : 0; }
int kept(int n) {
    char *p, *q;
    if (n) { char a[n]; p = __builtin_alloca(8); p[0] = 1; a[0] = 2; { char b[n]; b[0] = 3; } }
    q = alloca((size_t) 64); memset(q, 0, (size_t) 64);
    return p[0] + q[5];
}
int main() {
    char a[8] = "abcdef", b[8]; volatile double d = -2.5; volatile int i = -7; volatile double _Complex z = 1 + 2.0i;
    memcpy(b, a, 8); memmove(b + 1, b, 3); memset(a, 'z', sizeof a - 1); wrong(1, 2, 3, b, 4, 5);
    printf("%s %s %g %g %d %g %g %g\n", a, b, fabs(d), copysign(3.0, d), abs(i), sqrt(6.25), floor(d), fma(d, d, 1.0));
    printf("%ld %d %s %g %g %p\n", (long) strlen(b), strcmp(a, b) > 0, strchr(b, 'b'), creal((double _Complex) z), __imag__ conj((double _Complex) z), result(1));
    printf("%d\n", kept(48));
}
---- output ----
zzzzzzz aabcef 2.5 -3 7 2.5 -3 7.25
6 1 bcef 1 -2 (nil)
1
