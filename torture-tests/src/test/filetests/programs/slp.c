// test program -lm
// Straight code that neighbouring stores make one of vectors: mixed operations, orders, overlapping places, lanes used before, between and behind.
#include <stdio.h>
#include <string.h>
#define NI __attribute__((noinline))
typedef unsigned char u8; typedef unsigned short u16; typedef long long i64; typedef unsigned u32;
struct c { double re, im; };
struct v { float x, y, z, w; };
NI void product(struct c *r, const struct c *a, const struct c *b) { struct c t = {a->re * b->re - a->im * b->im, a->re * b->im + a->im * b->re}; *r = t; }
NI void quotient(struct c *r, const struct c *a, const struct c *b) { double d = b->re * b->re + b->im * b->im; struct c t = {(a->re * b->re + a->im * b->im) / d, (a->im * b->re - a->re * b->im) / d}; *r = t; }
NI void butterfly(struct c *a, struct c *b, const struct c *w) { struct c u = *a, g = *b, v = {g.re * w->re - g.im * w->im, g.re * w->im + g.im * w->re}; *a = (struct c) {u.re + v.re, u.im + v.im}; *b = (struct c) {u.re - v.re, u.im - v.im}; }
NI void update(double *a, const double *b) { a[0] = a[0] * 2 + b[0]; a[1] = a[1] * 2 + b[1]; }
NI void apart(double *restrict a, const double *restrict b) { a[0] = a[0] * 2 + b[0]; a[1] = a[1] * 2 + b[1]; a[2] -= b[2]; a[3] -= b[3]; }
NI void turn(double *a) { double t = a[0]; a[0] = a[1]; a[1] = t; }
NI void turn4(int *a) { int t = a[0], u = a[1]; a[0] = a[3]; a[1] = a[2]; a[2] = u; a[3] = t; }
NI double used(struct c *a, const struct c *b) { double x = a->re / b->re, y = a->im / b->im; a->re = x; a->im = y; return x - y; }
NI double early(double *r, const double *a) { double x = __builtin_sqrt(a[0] * a[0]), y = __builtin_fabs(a[1] * x); r[0] = x / a[1]; r[1] = y / a[0]; return r[0] + x; }
NI void scale(struct v *a, float k) { a->x *= k; a->y *= k; a->z *= k; a->w *= k; }
NI void cross(struct v *restrict r, const struct v *a, const struct v *b) { r->x = a->y * b->z - a->z * b->y; r->y = a->z * b->x - a->x * b->z; r->z = a->x * b->y - a->y * b->x; r->w = a->w - b->w; }
NI void mixed(struct v *restrict r, const struct v *a, const struct v *b) { r->x = a->x + b->x; r->y = a->y - b->y; r->z = b->z - a->z; r->w = b->w + a->w; }
NI void negate(struct v *restrict r, const struct v *a) { r->x = -a->w; r->y = -a->z; r->z = -a->y; r->w = -a->x; }
NI void ints(int *restrict r, const int *a, const int *b) { r[0] = (a[0] ^ b[0]) + 3; r[1] = (b[1] ^ a[1]) + 5; r[2] = (a[2] ^ b[2]) + 7; r[3] = (a[3] ^ b[3]) + 9; }
NI int intsum(int *restrict r, const int *a, const int *b) { int x = (a[0] & b[0]) << 3, y = (a[1] & b[1]) << 3, z = (a[2] & b[2]) << 3, w = (a[3] & b[3]) << 3; r[3] = w; r[1] = y; r[0] = x; r[2] = z; return z * 5 + y; }
NI void overlap(int *r, const int *a) { int x = a[0] + 1, y = a[1] + 2, z = a[2] + 3, w = a[3] + 4; r[0] = x; r[1] = y; r[2] = z; r[3] = w; }
NI void serial(int *r, const int *a) { r[0] = a[0] + 1; r[1] = a[1] + 2; r[2] = a[2] + 3; r[3] = a[3] + 4; }
NI void choose(int *restrict r, const int *a, const int *b) { int x = a[0] > b[0] ? a[0] : 7, y = a[1] > b[1] ? a[1] : 8, z = a[2] > b[2] ? a[2] : 9, w = a[3] > b[3] ? a[3] : 10; r[0] = x; r[1] = y; r[2] = z; r[3] = w; }
NI void least(u32 *restrict r, const u32 *a, const u32 *b) { u32 x = a[0] < b[0] ? a[0] : b[0], y = a[1] < b[1] ? a[1] : b[1], z = a[2] < b[2] ? a[2] : b[2], w = a[3] < b[3] ? a[3] : b[3]; r[0] = x; r[1] = y; r[2] = z; r[3] = w; }
NI void shifts(i64 *restrict r, const i64 *a) { r[0] = (a[0] << 5) ^ (i64) ((unsigned long long) a[0] >> 7); r[1] = (a[1] << 5) ^ (i64) ((unsigned long long) a[1] >> 7); r[2] = a[2] >> 3; r[3] = a[3] >> 3; }
NI void shorts(u16 *restrict r, const u16 *a, int k) { r[0] = a[0] * k; r[1] = a[1] * k; r[2] = a[2] * k; r[3] = a[3] * k; r[4] = a[4] * k; r[5] = a[5] * k; r[6] = a[6] * k; r[7] = a[7] * k; }
NI void bytes(u8 *r, int k) { r[0] = r[1] = r[2] = r[3] = r[4] = r[5] = r[6] = r[7] = r[8] = r[9] = r[10] = r[11] = r[12] = r[13] = r[14] = r[15] = k; }
NI void hadamard(int *r, const int *a) { int x = a[0] + a[1], y = a[0] - a[1], z = a[2] + a[3], w = a[2] - a[3]; r[0] = x; r[1] = y; r[2] = z; r[3] = w; }
NI void wide(i64 *r, const i64 *a) { i64 x = a[0] - a[2], y = a[1] + a[3]; r[0] = x; r[1] = y; }
NI void fixed(i64 *r, int *q, double *d) { r[0] = 1; r[1] = 0x123456789abcdef; q[0] = 5; q[1] = -6; q[2] = 7; q[3] = 0x7fffffff; q[4] = 8; d[0] = 1.5; d[1] = -0.0; d[2] = -2; }
NI void floats(float *restrict r, const int *a) { r[0] = a[0]; r[1] = a[1]; r[2] = a[2]; r[3] = a[3]; }
NI void whole(int *restrict r, const float *a) { r[0] = a[0] * 3; r[1] = a[1] * 3; r[2] = a[2] * 3; r[3] = a[3] * 3; }
NI void late(double *a, double *b, double k) { double x = a[0] * k, y = a[1] * k; b[0] = 5; a[0] = x; a[1] = y; }
NI void crossing(double *a, double k) { double x = a[0] * k, y = a[1] * k; a[1] = x; a[2] = y; }
NI void guarded(double *a, volatile int *p, double k) { double x = a[0] * k; a[0] = x; *p += 1; a[1] = a[1] * k; }
NI void count(void) { __asm__ volatile("" ::: "memory"); }
NI void called(double *a, double k) { double x = a[0] * k, y = a[1] * k; a[0] = x; count(); a[1] = y; }
NI void loop(struct c *a, int n, double k) { for (int i = 0; i < n; i++) { double r = a[i].re, m = a[i].im; a[i].re = r * k - m; a[i].im = m * k + r; } }
static u32 x = 9; static u32 rnd(void) { return x = x * 1664525 + 1013904223; }
static unsigned long long h = 1; static void mix(const void *p, int n) { const u8 *b = p; for (int i = 0; i < n; i++) h = (h ^ b[i]) * 1099511628211ull; }
static double D[16], E[16]; static float F[16], G[16]; static int I[32], J[32]; static i64 L[8], M[8]; static u16 S[32]; static u8 B[32];
static void fill(void) {
    for (int i = 0; i < 16; i++) { D[i] = (int) (rnd() >> 8) / 1024.0 - 5000; E[i] = (int) (rnd() >> 8) / 512.0 + 1; F[i] = (int) (rnd() >> 20) / 8.0f - 100; G[i] = (int) (rnd() >> 20) / 4.0f; }
    for (int i = 0; i < 32; i++) { I[i] = rnd(); J[i] = rnd(); S[i] = rnd() >> 9; B[i] = rnd() >> 9; }
    for (int i = 0; i < 8; i++) { L[i] = (i64) rnd() << 32 | rnd(); M[i] = (i64) rnd() << 32 | rnd(); }
}
static void all(void) { mix(D, sizeof D); mix(E, sizeof E); mix(F, sizeof F); mix(G, sizeof G); mix(I, sizeof I); mix(J, sizeof J); mix(L, sizeof L); mix(M, sizeof M); mix(S, sizeof S); mix(B, sizeof B); }
int main(void) {
    volatile int p = 0;
    for (int k = 0; k < 50; k++) for (int o = 0; o < 5; o++) {
        fill();
        struct c *d = (struct c *) (D + o), *e = (struct c *) (E + o);
        product(d, d, e); product(d, d + 1, d); quotient(d + 1, e, d); butterfly(d, d + 2, e); butterfly((struct c *) (D + 1 + o), d, e); all();
        update(D, E + o); update(D + o, D); update(D, D + o); apart(D + o, E); turn(D + o); turn4(I + o); all();
        double u = used(d, e), w = early(D, E + o) + early(D + o, D); mix(&u, 8); mix(&w, 8); all();
        scale((struct v *) (F + o), 1.5f); cross((struct v *) F, (struct v *) (G + o), (struct v *) G); mixed((struct v *) F, (struct v *) (G + o), (struct v *) G); negate((struct v *) (F + 4), (struct v *) (G + o)); all();
        ints(I, J + o, J); int n = intsum(I + 8, J, J + o); mix(&n, 4); overlap(I, I + o); overlap(I + o, I); serial(I, I + o); serial(I + o, I); all();
        choose(I, J + o, J); least((u32 *) I + o, (u32 *) J, (u32 *) J + 9); shifts(L, M + o / 2); shorts(S, S + 8 + o, k * 77 - 9); bytes(B + o, k); floats(F, J + o); whole(I, G + o); all();
        hadamard(I, I + o); hadamard(I + o, I); wide(L, L + o / 2); fixed(L + o / 3, I + o, D + o); all();
        late(D, D + o, 2); crossing(D + o, 3); guarded(D, &p, 1.5); called(D + o, 0.5); loop(d, o, 0.75); all();
    }
    // Zeros and infinities keep their signs.
    struct c z = {0.0, -0.0}, i = {1 / z.re, -1.0}, r;
    product(&r, &z, &(struct c) {-0.0, 0.0}); printf("%g %g\n", r.re, r.im);
    product(&r, &i, &(struct c) {2, 0.5}); printf("%g %g\n", r.re, r.im);
    struct v a = {0, 0, -0.0f, -0.0f}, b = {-0.0f, 0, -0.0f, 0}, s;
    mixed(&s, &a, &b); printf("%g %g %g %g\n", s.x, s.y, s.z, s.w);
    negate(&s, &a); printf("%g %g %g %g\n", s.x, s.y, s.z, s.w);
    printf("%llx %d\n", h, p);
}
---- output ----
0 0
inf inf
0 0 0 0
0 0 -0 -0
62ab32d5b12061f5 250
