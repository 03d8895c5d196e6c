// test program -mavx2 needs=avx2
// As slp.c, in registers of 32 bytes: four doubles, eight floats or integers; lanes in another order, needed behind, spread, constant.
#include <stdio.h>
#define NI __attribute__((noinline))
typedef unsigned char u8; typedef unsigned short u16; typedef unsigned u32;
NI void rotate(double *r, const double *a, double k) { double x0 = a[1] * k, x1 = a[2] * k, x2 = a[3] * k, x3 = a[0] * k; r[0] = x0; r[1] = x1; r[2] = x2; r[3] = x3; }
NI void constants(double *r, const double *a) { double x = a[0] + 1, y = a[1] + 2.5, z = a[2] - 3, w = a[3] + 4; r[0] = x; r[1] = y; r[2] = z; r[3] = w; }
NI double behind(double *r, const double *a) { double x = a[0] / a[4], y = a[1] / a[5], z = a[2] / a[6], w = a[3] / a[7]; r[0] = x; r[1] = y; r[2] = z; r[3] = w; return x - y * 2 + z * 3 - w * 4; }
NI void gathered(double *r, const double *a) { double x0 = a[0] / a[7] / 2, x1 = a[3] / a[1] / 3, x2 = a[1] / a[5] / 4, x3 = a[6] / a[2] / 5; r[0] = x0; r[1] = x1; r[2] = x2; r[3] = x3; }
NI void mixed(double *r, const double *a) { double x0 = a[0] + a[4], x1 = a[1] - a[5], x2 = a[2] + a[6], x3 = a[3] - a[7]; r[0] = x0; r[1] = x1; r[2] = x2; r[3] = x3; }
NI void eight(int *r, const int *a, const int *b) { int x0 = a[0] * b[0] + 1, x1 = b[1] * a[1] + 1, x2 = a[2] * b[2] + 1, x3 = a[3] * b[3] + 1, x4 = a[4] * b[4] + 1, x5 = a[5] * b[5] + 1, x6 = b[6] * a[6] + 1, x7 = a[7] * b[7] + 1; r[0] = x0; r[1] = x1; r[2] = x2; r[3] = x3; r[4] = x4; r[5] = x5; r[6] = x6; r[7] = x7; }
NI int last(int *restrict r, const int *a, int k) { int x[8]; for (int i = 0; i < 8; i++) x[i] = (a[i] ^ k) << 2; for (int i = 0; i < 8; i++) r[i] = x[i]; return x[7] - x[4] + x[0]; }
NI void back(float *r, const float *a) { float x0 = -a[7], x1 = -a[6], x2 = -a[5], x3 = -a[4], x4 = -a[3], x5 = -a[2], x6 = -a[1], x7 = -a[0]; r[0] = x0; r[1] = x1; r[2] = x2; r[3] = x3; r[4] = x4; r[5] = x5; r[6] = x6; r[7] = x7; }
NI void twelve(float *r, const float *a, float k) { float x0 = a[0] * k, x1 = a[1] * k, x2 = a[2] * k, x3 = a[3] * k, x4 = a[4] * k, x5 = a[5] * k, x6 = a[6] * k, x7 = a[7] * k, x8 = a[8] * k, x9 = a[9] * k, x10 = a[10] * k, x11 = a[11] * k, x12 = a[12] * k; r[0] = x0; r[1] = x1; r[2] = x2; r[3] = x3; r[4] = x4; r[5] = x5; r[6] = x6; r[7] = x7; r[8] = x8; r[9] = x9; r[10] = x10; r[11] = x11; r[12] = x12; }
NI void greater(int *restrict r, const int *a, const int *b) { int x[8]; for (int i = 0; i < 8; i++) x[i] = a[i] > b[i] ? a[i] : i; for (int i = 0; i < 8; i++) r[i] = x[i]; }
NI void bytes(u8 *r, int k) { for (int i = 0; i < 32; i++) r[i] = k; }
NI void shorts(u16 *restrict r, const u16 *a) { u16 x[16]; for (int i = 0; i < 16; i++) x[i] = a[i] ^ 77; for (int i = 0; i < 16; i++) r[i] = x[i]; }
static u32 x = 9; static u32 rnd(void) { return x = x * 1664525 + 1013904223; }
static unsigned long long h = 1; static void mix(const void *p, int n) { const u8 *b = p; for (int i = 0; i < n; i++) h = (h ^ b[i]) * 1099511628211ull; }
static double D[16], E[16]; static float F[32], G[32]; static int I[32], J[32]; static u16 S[64]; static u8 B[64];
int main(void) {
    for (int k = 0; k < 60; k++) for (int o = 0; o < 5; o++) {
        for (int i = 0; i < 16; i++) { D[i] = (int) (rnd() >> 8) / 1024.0 - 5000; E[i] = (int) (rnd() >> 8) / 512.0 + 1; }
        for (int i = 0; i < 32; i++) { I[i] = rnd(); J[i] = rnd(); F[i] = (int) (rnd() >> 20) / 8.0f - 100; G[i] = (int) (rnd() >> 20) / 4.0f; S[i] = rnd() >> 9; }
        rotate(D, E + o, 1.5); constants(D + o, D); constants(D, D + o); double b = behind(D, E + o) + behind(D + o, E); mix(&b, 8); gathered(D, E + o); mixed(D + 8, E + o); mix(D, sizeof D);
        eight(I, J + o, J); int n = last(I + 8 + o, J, k); mix(&n, 4); greater(I + 20, J + o, J); mix(I, sizeof I);
        back(F, G + o); twelve(F + 8 + o, G, 0.5f); mix(F, sizeof F); bytes(B + o, k); shorts(S + 32, S + o); mix(B, sizeof B); mix(S, sizeof S);
    }
    printf("%llx\n", h);
}
---- output ----
e392367c6a286519
