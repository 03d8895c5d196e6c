/*
 * Loops of all kinds for the vectoriser: each type of element with each operation, from several offsets, for 0 to 40 rounds and for 32 that are known, upwards and downwards, with strides,
 * with places that overlap by up to 9 elements either way, with stores on conditions, and sums. A line per type has a hash of everything that was written; it is gcc's.
 * With an argument there is a line per kernel.
 */
#include <stdio.h>
#include <string.h>
#define NI static __attribute__((noinline))
typedef signed char i8; typedef unsigned char u8; typedef short i16; typedef unsigned short u16; typedef int i32; typedef unsigned u32; typedef long i64; typedef unsigned long u64;
typedef float f32; typedef double f64;

enum { BYTES = 2048, MARGIN = 256 };
static char A[BYTES] __attribute__((aligned(64))), B[BYTES] __attribute__((aligned(64))), D[BYTES] __attribute__((aligned(64)));
static u64 seed, h;
static u64 rnd(void) { seed ^= seed << 13; seed ^= seed >> 7; seed ^= seed << 17; return seed; }
static void mix(u64 v) { h = (h ^ v) * 1099511628211ul; h ^= h >> 29; }
static void mixAll(const char *p) { for (int k = 0; k < BYTES; k += 8) { u64 v; memcpy(&v, p + k, 8); mix(v); } }

/* Small numbers now and then, so that lanes are equal and reach both limits. */
static u64 number(int bits) {
    u64 v = rnd();
    int how = v >> 59;
    return how < 6 ? v % 5 - 2 : how == 6 ? 1ul << (bits - 1) : how == 7 ? (1ul << (bits - 1)) - 1 : how < 12 ? v % 201 - 100 : v;
}
#define FILL(T, BITS) NI void fill_##T(void) { for (int k = 0; k < BYTES / (int) sizeof(T); k++) { ((T *) A)[k] = number(BITS); ((T *) B)[k] = number(BITS); ((T *) D)[k] = number(BITS); } }
/* Of what every integer type can hold, for conversions. */
#define FILLF(T) NI void fill_##T(void) { for (int k = 0; k < BYTES / (int) sizeof(T); k++) { ((T *) A)[k] = (int) (rnd() % 800) / (T) 8 + 1; ((T *) B)[k] = (int) (rnd() % 8) / (T) 2 + 1; ((T *) D)[k] = k; } }
FILL(i8, 8) FILL(u8, 8) FILL(i16, 16) FILL(u16, 16) FILL(i32, 32) FILL(u32, 32) FILL(i64, 64) FILL(u64, 64) FILLF(f32) FILLF(f64)

/* ---- what writes ---- */
int three = 3, two = 2;
typedef void Kernel(void *, void *, void *, int);
/* A negative number of rounds: 32, and the places are apart. */
#define LOOP(NAME, T, BODY) NI void NAME##_##T(void *x, void *y, void *z, int rounds) { int s = two; T c = three; \
    if (rounds < 0) { T *restrict d = x, *restrict a = y, *restrict b = z; enum { n = 32 }; for (int i = 0; i < n; i++) { BODY; } } \
    else { T *d = x, *a = y, *b = z; int n = rounds; for (int i = 0; i < n; i++) { BODY; } } }
#define BOTH(X, T) \
    X(add, T, d[i] = a[i] + b[i]) X(sub, T, d[i] = a[i] - b[i]) X(mul, T, d[i] = a[i] * b[i]) X(square, T, d[i] = a[i] * a[i]) X(mul11, T, d[i] = a[i] * 11) X(mul8, T, d[i] = a[i] * 8) X(mul9, T, d[i] = 9 * a[i]) \
    X(mulc, T, d[i] = a[i] * c) X(neg, T, d[i] = -a[i]) X(least, T, d[i] = a[i] < b[i] ? a[i] : b[i]) X(most, T, d[i] = a[i] > b[i] ? a[i] : b[i]) X(size, T, d[i] = a[i] < 0 ? -a[i] : a[i]) \
    X(lt, T, d[i] = a[i] < b[i] ? a[i] : c) X(le, T, d[i] = a[i] <= b[i] ? c : a[i]) X(eq, T, d[i] = a[i] == b[i] ? b[i] : c) X(ne, T, d[i] = a[i] != c ? a[i] : b[i]) X(ge, T, d[i] = a[i] >= c ? c : a[i]) X(gt0, T, d[i] = a[i] > 0 ? b[i] : 1) \
    X(is, T, d[i] = a[i] < b[i]) X(isnt, T, d[i] = !(a[i] >= c)) X(both, T, d[i] = a[i] < b[i] && b[i] != c ? a[i] : b[i]) X(within, T, d[i] = a[i] < 1 ? 1 : a[i] > 50 ? 50 : a[i]) \
    X(store, T, if (a[i] > b[i]) d[i] = a[i]) X(stores, T, if (a[i] > c) d[i] = a[i]; else d[i] = b[i]) X(nested, T, if (a[i] > c) { if (b[i] < c) d[i] = 1; else d[i] = a[i]; } else d[i] = b[i]) X(twice, T, d[i] = a[i]; if (b[i] == c) d[i] = b[i] + 1) \
    X(down, T, d[n - 1 - i] = a[n - 1 - i] + b[n - 1 - i]) X(turn, T, d[i] = a[n - 1 - i] + 1) X(turned, T, d[n - 1 - i] = a[i] + b[i]) X(even, T, d[i] = a[2 * i]) X(odd, T, d[i] = a[2 * i + 1] - b[2 * i]) X(pair, T, d[2 * i] = a[i]; d[2 * i + 1] = b[i]) \
    X(swap, T, T t = d[2 * i]; d[2 * i] = d[2 * i + 1]; d[2 * i + 1] = t) X(four, T, d[i] = a[4 * i] + a[4 * i + 1] + a[4 * i + 2] + a[4 * i + 3]) X(third, T, d[i] = a[3 * i]) X(every3, T, d[3 * i] = a[i] + 1) \
    X(count, T, d[i] = i * 3 + a[i]) X(counted, T, d[i] = (T) (s - i)) X(fixed, T, d[i] = a[i] + *b) X(ahead, T, d[i] = d[i + 1] + a[i]) X(behind, T, d[i + 1] = d[i] + a[i]) X(behind4, T, d[i + 4] = d[i] + 1) X(constant, T, d[i] = c) X(copy, T, d[i] = a[i]) \
    X(sums, T, d[i] += a[i] * b[i]) X(arrays, T, d[i] = a[i] + 1; b[i] = a[i] - 1) X(saved, T, T t = d[i]; d[i] = a[i]; a[i] = t)
#define INTEGER(X, T) BOTH(X, T) \
    X(and, T, d[i] = a[i] & b[i]) X(or, T, d[i] = a[i] | c) X(xor, T, d[i] = a[i] ^ b[i]) X(not, T, d[i] = ~a[i]) X(andnot, T, d[i] = a[i] & ~b[i]) X(shl, T, d[i] = a[i] << 3) X(shr, T, d[i] = a[i] >> 3) X(shls, T, d[i] = a[i] << s) X(shrs, T, d[i] = a[i] >> s) \
    X(shlv, T, d[i] = a[i] << (b[i] & 7)) X(shrv, T, d[i] = a[i] >> (b[i] & 7)) X(rot, T, d[i] = a[i] << 3 | a[i] >> 5) X(div7, T, d[i] = a[i] / 7) X(div8, T, d[i] = a[i] / 8) X(mod10, T, d[i] = a[i] % 10) X(rem16, T, d[i] = a[i] % 16) X(div100, T, d[i] = a[i] / -100) \
    X(average, T, d[i] = (a[i] + b[i] + 1) >> 1) X(mixed, T, d[i] = (a[i] ^ b[i]) * (a[i] + b[i])) X(difference, T, d[i] = a[i] > b[i] ? a[i] - b[i] : b[i] - a[i]) X(high, T, d[i] = (a[i] + 300) >> 2) X(shifted, T, d[i] = (a[i] << 2) >> 3) X(low, T, d[i] = (u8) a[i] < (u8) b[i]) X(part, T, d[i] = (i8) a[i]) \
    X(more, T, d[i] = a[i] < 300 ? a[i] : 5) X(negative, T, d[i] = a[i] > -3 ? b[i] : 7) X(other, T, d[i] = (i64) a[i] < (i64) b[i] + 1 ? a[i] : c) X(flag, T, if (a[i] & 4) d[i] |= 1) X(saturate, T, d[i] = a[i] + b[i] > 127 ? 127 : a[i] + b[i] < 0 ? 0 : a[i] + b[i])
#define FLOATING(X, T) BOTH(X, T) X(div, T, d[i] = a[i] / b[i]) X(divc, T, d[i] = a[i] / 4) X(nan, T, d[i] = (a[i] - a[i]) / (a[i] - c) < 1 ? a[i] : b[i]) X(ordered, T, d[i] = !(a[i] < b[i]) ? a[i] : b[i])

/* ---- what gathers ---- */
#define GATHER(NAME, T, R, INIT, BODY) NI void NAME##_##T(void *x, void *y, void *out, int n) { T *a = x, *b = y, c = three; R z = INIT; for (int i = 0; i < n; i++) { BODY; } *(R *) out = z; }
#define SUMS(X, T) \
    X(sum, T, T, 1, z += a[i]) X(dot, T, T, 0, z += a[i] * b[i]) X(rmin, T, T, a[0], z = a[i] < z ? a[i] : z) X(rmax, T, T, b[0], if (a[i] > z) z = a[i]) X(rmin0, T, T, 50, if (z > a[i]) z = a[i]) X(number, T, int, 0, z += a[i] == b[i]) X(less, T, u8, 0, z += a[i] < b[i]) X(some, T, T, 2, if (a[i] > c) z += a[i]) X(either, T, T, 0, z += a[i] > c ? a[i] : b[i]) X(minus, T, T, 0, z -= a[i]) \
    X(rdown, T, T, 0, z += a[n - 1 - i]) X(reven, T, T, 0, z += a[2 * i]) X(last, T, T, 0, z = a[i])
#define GATHERS(X, T) SUMS(X, T) X(prod, T, T, 1, z *= a[i]) X(rxor, T, T, 5, z ^= a[i]) X(rand_, T, T, -1, z &= a[i] | 3) X(ror, T, T, 0, z |= a[i] & b[i]) X(sum32, T, i32, 0, z += a[i]) X(sum64, T, i64, 0, z += a[i]) X(dot32, T, u32, 0, z += (u32) a[i] * b[i]) X(dot64, T, i64, 0, z += (i64) a[i] * b[i]) \
    X(sad, T, i32, 0, { int e = a[i] - b[i]; z += e < 0 ? -e : e; }) X(any, T, i32, 0, z |= a[i] == c) X(all, T, i32, 1, z &= a[i] != c) X(largest, T, i32, -5, z = a[i] > z ? a[i] : z) X(float_, T, f64, 0, z += (int) a[i])
#define EACH(X) X(i8) X(u8) X(i16) X(u16) X(i32) X(u32) X(i64) X(u64)
#define DEFINE(T) INTEGER(LOOP, T) GATHERS(GATHER, T)
EACH(DEFINE)
FLOATING(LOOP, f32) FLOATING(LOOP, f64) SUMS(GATHER, f32) SUMS(GATHER, f64)

/* ---- from one type to another ---- */
#define CONVERT(T, R) \
    NI void to_##T##_##R(void *x, void *y, void *z, int n) { R *d = x; T *a = y; for (int i = 0; i < n; i++) d[i] = a[i]; } \
    NI void times_##T##_##R(void *x, void *y, void *z, int n) { R *d = x; T *a = y, *b = z; for (int i = 0; i < n; i++) d[i] = (R) a[i] * (R) b[i]; } \
    NI void choose_##T##_##R(void *x, void *y, void *z, int n) { R *d = x; T *a = y, *b = z; for (int i = 0; i < n; i++) d[i] = a[i] < b[i] ? (R) 3 : (R) a[i]; }
#define CONVERTS(T) CONVERT(T, i8) CONVERT(T, u8) CONVERT(T, i16) CONVERT(T, u16) CONVERT(T, i32) CONVERT(T, u32) CONVERT(T, i64) CONVERT(T, u64) CONVERT(T, f32) CONVERT(T, f64)
EACH(CONVERTS) CONVERTS(f32) CONVERTS(f64)

/* ---- runs ---- */
static int size;
static void (*fill)(void);
static int each;
static u64 total;
static void begin(int bytes, void (*f)(void)) { size = bytes; fill = f; total = 0; }
static char *at(char *p, int k) { return p + MARGIN + k * size; }
static void finish(const char *name, const char *type) { if (each) printf("%s %s %016lx\n", name, type, h); total = total * 31 + h; }
static void start(void) { seed = 88172645463325252ul; h = 1; }
static void loop(Kernel *f, const char *name, const char *type) {
    start();
    for (int n = 0; n <= 40; n++) {
        fill();
        f(at(D, n % 3), at(A, n % 2), at(B, n % 5), n);
        mixAll(D), mixAll(A), mixAll(B);
        int o = n % 19 - 9;
        f(at(D, o), at(D, 0), at(B, 0), n);
        f(at(A, 0), at(B, 0), at(A, o), n);
        mixAll(D), mixAll(A);
    }
    for (int o = -9; o <= 9; o++) f(at(D, o), at(D, 0), at(D, -o), 33), mixAll(D);
    for (int o = 0; o < 2; o++) fill(), f(at(D, o), at(A, 1), at(B, 0), -1), mixAll(D), mixAll(A), mixAll(B);
    finish(name, type);
}
static void gather(Kernel *f, const char *name, const char *type) {
    start();
    for (int n = 0; n <= 40; n++) { fill(); for (int o = 0; o < 3; o++) { u64 z = 0; f(at(A, o), at(B, n % 3), &z, n); mix(z); } }
    finish(name, type);
}
static void convert(Kernel *f, const char *name, const char *type) {
    start();
    for (int n = 0; n <= 40; n++) { fill(); f(D + MARGIN + n % 3 * 8, at(A, n % 2), at(B, 0), n); mixAll(D); }
    finish(name, type);
}
#define RUN_LOOP(NAME, T, BODY) loop(NAME##_##T, #NAME, #T);
#define RUN_GATHER(NAME, T, R, INIT, BODY) gather(NAME##_##T, #NAME, #T);
#define RUN_CONVERT1(T, R) convert(to_##T##_##R, "to " #R, #T); convert(times_##T##_##R, "times " #R, #T); convert(choose_##T##_##R, "choose " #R, #T);
#define RUN_CONVERTS(T) RUN_CONVERT1(T, i8) RUN_CONVERT1(T, u8) RUN_CONVERT1(T, i16) RUN_CONVERT1(T, u16) RUN_CONVERT1(T, i32) RUN_CONVERT1(T, u32) RUN_CONVERT1(T, i64) RUN_CONVERT1(T, u64) RUN_CONVERT1(T, f32) RUN_CONVERT1(T, f64)
#define RUN_TYPE(T) static void run_##T(void) { begin(sizeof(T), fill_##T); INTEGER(RUN_LOOP, T) GATHERS(RUN_GATHER, T) RUN_CONVERTS(T) printf("%s %016lx\n", #T, total); }
EACH(RUN_TYPE)
#define RUN_FLOAT(T) static void run_##T(void) { begin(sizeof(T), fill_##T); FLOATING(RUN_LOOP, T) SUMS(RUN_GATHER, T) RUN_CONVERTS(T) printf("%s %016lx\n", #T, total); }
RUN_FLOAT(f32) RUN_FLOAT(f64)
int main(int arguments, char **argument) { each = arguments > 1; run_i8(); run_u8(); run_i16(); run_u16(); run_i32(); run_u32(); run_i64(); run_u64(); run_f32(); run_f64(); }
