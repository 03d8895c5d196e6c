// test program
// Loops of mixed widths, choices, sums and minima, with awkward numbers of rounds, misaligned and overlapping.
#include <stdio.h>
#include <string.h>
#define N 17
#define NI __attribute__((noinline))
typedef unsigned char u8; typedef unsigned short u16; typedef signed char i8;
NI int sum_u8(const u8 *a, int n) { int s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }
NI int sum_i16(const short *a, int n) { int s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }
NI long sum_i32(const int *a, int n) { long s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }
NI unsigned sum_u32(const unsigned *a, int n) { unsigned s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }
NI int max_i32(const int *a, int n) { int s = -5; for (int i = 0; i < n; i++) s = a[i] > s ? a[i] : s; return s; }
NI int min_i32(const int *a, int n) { int s = 5; for (int i = 0; i < n; i++) if (a[i] < s) s = a[i]; return s; }
NI unsigned maxu(const unsigned *a, int n) { unsigned s = 0; for (int i = 0; i < n; i++) if (a[i] > s) s = a[i]; return s; }
NI u8 max8(const u8 *a, int n) { u8 s = 0; for (int i = 0; i < n; i++) if (a[i] > s) s = a[i]; return s; }
NI short min16(const short *a, int n) { short s = 0; for (int i = 0; i < n; i++) if (a[i] < s) s = a[i]; return s; }
NI u8 xor8(const u8 *a, int n) { u8 s = 0; for (int i = 0; i < n; i++) s ^= a[i]; return s; }
NI u8 sum8(const u8 *a, int n) { u8 s = 0; for (int i = 0; i < n; i++) s += a[i]; return s; }
NI long dot(const short *a, const short *b, int n) { int s = 0; for (int i = 0; i < n; i++) s += a[i] * b[i]; return s; }
NI void widen(int *a, const u8 *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] * 3; }
NI void widen2(int *a, const i8 *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] - 7; }
NI void narrow(u8 *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] >> 3; }
NI void low16(short *a, const short *b, int n) { for (int i = 0; i < n; i++) a[i] = (b[i] << 3) + 5 * b[i]; }
NI void narrow16(short *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] >> 7; }
NI void avg(u8 *a, const u8 *b, const u8 *c, int n) { for (int i = 0; i < n; i++) a[i] = (b[i] + c[i] + 1) >> 1; }
NI void clamp(u8 *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] < 0 ? 0 : b[i] > 255 ? 255 : b[i]; }
NI void sel(int *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] > 3 ? b[i] : -b[i]; }
NI void absd(int *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] < 0 ? -b[i] : b[i]; }
NI void flt(float *a, const float *b, float k, int n) { for (int i = 0; i < n; i++) a[i] = a[i] * k + b[i]; }
NI void i2f(float *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] * 0.5f; }
NI void i2d(double *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] * 0.5; }
NI void u82f(float *a, const u8 *b, int n) { for (int i = 0; i < n; i++) a[i] = b[i] * 0.5f; }
NI void shl64(long *a, const int *b, int n) { for (int i = 0; i < n; i++) a[i] = (long) b[i] << 3; }
NI void shift1(int *a, int n) { for (int i = 0; i < n; i++) a[i] = a[i + 1] + 1; }
NI void back1(int *a, int n) { for (int i = 0; i < n; i++) a[i + 1] = a[i] + 1; }
NI void back5(int *a, int n) { for (int i = 0; i < n; i++) a[i + 5] = a[i] + 1; }
NI long mul64(long *a, const long *b, int n) { for (int i = 0; i < n; i++) a[i] *= b[i]; return 0; }
static u8 B[256], C[256]; static short S[256], T[256]; static int I[256], J[256]; static float F[256], G[256]; static double D[256]; static long L[256], M[256];
static unsigned long x = 9; static unsigned rnd(void) { x = x * 6364136223846793005ul + 1442695040888963407ul; return x >> 33; }
static void fill(void) { for (int i = 0; i < 256; i++) { B[i] = rnd(); C[i] = rnd(); S[i] = rnd(); T[i] = rnd(); I[i] = rnd() - (1u << 30); J[i] = rnd() % 600 - 200; F[i] = (int) (rnd() % 100) - 50; G[i] = rnd() % 100; D[i] = 0; L[i] = rnd() * 99991ul; M[i] = rnd() * 77777ul; } }
static unsigned long h = 1; static void mix(unsigned long v) { h = (h ^ v) * 1099511628211ul; }
static void all(void) { for (int i = 0; i < 256; i++) { mix(B[i]); mix(C[i]); mix(S[i]); mix(I[i]); mix(J[i]); mix((long) F[i]); mix((long) G[i]); mix((long) (D[i] * 2)); mix(L[i]); mix(M[i]); } }
int main(void) {
    static const int ns[] = {0, 1, 3, 4, 5, 7, 8, 15, 16, 17, 31, 32, 33, 64, 100};
    for (int k = 0; k < 15; k++) for (int o = 0; o < 5; o++) { int n = ns[k]; fill();
        mix(sum_u8(B + o, n)); mix(sum_i16(S + o, n)); mix(sum_i32(I + o, n)); mix(sum_u32((unsigned *) I + o, n)); mix(max_i32(I + o, n)); mix(min_i32(I + o, n)); mix(max_i32(J + o, n)); mix(min_i32(J + o, n));
        mix(maxu((unsigned *) I + o, n)); mix(max8(B + o, n)); mix(min16(S + o, n)); mix(xor8(B + o, n)); mix(sum8(B + o, n)); mix(dot(S + o, T, n));
        widen(I + o, B, n); all(); widen2(I, (i8 *) C + o, n); all(); narrow(B + o, J, n); narrow(B, I + o, n); all(); narrow16(S + o, I, n); low16(T + o, S, n); for (int i = 0; i < 256; i++) mix(T[i]); avg(B + o, B, C, n); avg(B, B + 1, C, n); all(); clamp(C + o, J, n); all(); sel(I, J + o, n); absd(J + o, I, n); absd(J, J + o, n); all();
        flt(F + o, G, 2, n); flt(F, F + o, 3, n); all(); i2f(F, J + o, n); all(); i2d(D + o, J, n); all(); u82f(G, B + o, n); all(); shl64(L + o, I, n); all(); shift1(I + o, n); back1(I + o, n); back5(J + o, n); all(); mul64(L, M + o, n); mul64(L, L + o, n); all();
        for (int d = -9; d < 10; d++) { absd(I + 20 + d, I + 20, n); widen(I + 30, (u8 *) (I + 30) + d, n); narrow((u8 *) (I + 40) + d, I + 40, n); } all();
    }
    printf("%lx\n", h);
}
---- output ----
6f85f7cca5939ece
