/* The seam probe: functions that every target must compile right before anything is built on it. Freestanding: the only
   contact with the system is write and exit, so it runs without a C library. main returns the number of the first check that fails. */

#if defined __riscv
asm(".globl _start\n_start:\n\tandi sp, sp, -16\n\tcall main\n\tli a7, 93\n\tecall\n");
#else
asm(".globl _start\n_start:\n\tandq $-16, %rsp\n\tcall main\n\tmovl %eax, %edi\n\tmovl $60, %eax\n\tsyscall\n");
#endif

typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long u64;

void *memcpy(void *d, const void *s, u64 n) { char *p = d; const char *q = s; while (n--) *p++ = *q++; return d; }
void *memset(void *d, int c, u64 n) { char *p = d; while (n--) *p++ = c; return d; }

/* 1: integers */
static int arithmetic(int a, int b) { return a * 7 - b + (a ^ b) + (a & ~b) + (a | 3); }
/* 2: wrapping of 32 bits */
static u32 wrap(u32 a) { return a + 0x80000001u; }
static int high(u32 a) { return (int)(a * 3u) < 0; }
/* 3: 64-bit constants */
static u64 constants(int k)
{
    switch (k) {
    case 0: return 0x123456789abcdef0;
    case 1: return 0xffffffff80000000;
    case 2: return 0x8000000000000000;
    case 3: return 0x7fffffff;
    case 4: return 0x80000000;
    case 5: return 2048;
    default: return 0xfffff800fffff7ff;
    }
}
/* 4: calls with more arguments than registers */
static long many(int a, long b, signed char c, short d, u8 e, u16 f, int g, long h, int i, signed char j, long k)
{
    return a + b * 2 + c * 3 + d * 4 + e * 5 + f * 6 + g * 7L + h * 8 + i * 9L + j * 10 + k * 11;
}
/* 5: recursion */
static u64 fib(u32 n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
/* 6: mutual recursion through pointers */
static int odd(int n);
static int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static int odd(int n) { return n == 0 ? 0 : even(n - 1); }
static int (*const table[2])(int) = {even, odd};
/* 7: globals: zeroed, with data, far into an object, pointers to others */
int counter;
long data[1000] = {1, 2, 3};
long *const inside = &data[700];
static struct { char c; int *p; } holder = {'x', &counter};
static int globals(void) { counter += 5; *inside = 9; data[999] = counter; return *holder.p + data[700] + data[999] + data[1] + holder.c; }
/* 8: a big frame */
static long frame(int n)
{
    volatile char before = 3;
    long big[5000];
    volatile int after = 4;
    for (int i = 0; i < 5000; i++) big[i] = i * n;
    return big[0] + big[4999] + big[2500] + before + after;
}
/* 9: structures by value: one register, two, by reference, split between register and stack */
struct small { int a, b; };
struct two { long a; char b; };
struct big { long v[5]; };
static struct small swap_small(struct small s) { struct small r = {s.b, s.a}; return r; }
static struct two next_two(struct two t) { t.a++; t.b++; return t; }
static struct big scale(struct big b, long n) { for (int i = 0; i < 5; i++) b.v[i] *= n; return b; }
static long split(int a, int b, int c, int d, int e, int f, int g, struct two t, struct two u) { return a + b + c + d + e + f + g + t.a * 10 + t.b * 100 + u.a * 1000 + u.b; }
/* 10: loops */
static long loops(int n)
{
    long s = 0;
    for (int i = 0; i < n; i++) {
        if (i % 3 == 0) continue;
        int k = i;
        while (k > 0) { s += k & 1; k >>= 1; }
        do s++; while (0);
        if (s > 100000) break;
    }
    return s;
}
/* 11: a dense switch, 12: a sparse one */
static int dense(int x) { switch (x) { case -1: return 7; case 0: return 3; case 1: return 1; case 2: return 4; case 3: return 1; case 4: return 5; case 6: return 9; default: return 0; } }
static int sparse(long x) { switch (x) { case -5000000000: return 1; case 10: return 2; case 1000: return 3; case 100000: return 4; case 5000000000: return 5; default: return 6; } }
/* 13: widths: char, short, bit-fields */
static int widths(int x) { signed char a = x; u8 b = x; short c = x * 3; u16 d = x * 3; return a + b * 2 + c * 3 + d * 4; }
struct bits { int a : 3; unsigned b : 5; long c : 40; u8 d; };
static long fields(int x) { struct bits f = {0}; f.a = x; f.b = x; f.c = (long)x << 20; f.d = x; return f.a * 1000000000000L + f.b * 10000000000L + f.c + f.d; }
/* 14: division, 15: of unsigned numbers, narrow ones too */
static long divide(long a, long b, int c, int d) { return a / b * 3 + a % b + c / d * 5 + c % d; }
static u64 divide_u(u64 a, u64 b, u32 c, u32 d, u8 e, u16 f) { return a / b + a % b + c / d * 7 + c % d + e / 3 + f % 7; }
/* 16: shifts */
static long shifts(long x, int n, u32 u, int s) { return (x << n) + (x >> n) + ((u64)x >> n) + (u << (n & 7)) + (u >> (n & 15)) + (s >> (n & 31)) + ((u8)u >> 1) + ((short)s << 2); }
/* 17: comparisons */
static int compares(int a, int b, u32 c, u32 d, long e, u64 f)
{
    return (a < b) | (a <= b) << 1 | (a > b) << 2 | (a >= b) << 3 | (a == b) << 4 | (a != b) << 5 | (c < d) << 6 | (c <= d) << 7 | (c > d) << 8 | (c >= d) << 9
        | (e < (long)f) << 10 | ((u64)e < f) << 11 | (e == -1) << 12 | (!a) << 13 | (a && b) << 14 | (c > 5u) << 15 | (a < -7) << 16;
}
/* 18: pointers and arrays */
static long pointers(int n) { int v[4][5]; int *p = &v[0][0]; for (int i = 0; i < 20; i++) *p++ = i * n; int (*row)[5] = &v[2]; return (*row)[3] + row[1][4] + (p - v[1]) + (&v[3][0] > p); }
/* 19: strings */
static int length(const char *s) { const char *p = s; while (*p) p++; return p - s; }
/* 20: variable arguments */
static long sum(int n, ...)
{
    __builtin_va_list ap, copy;
    long s = 0;
    __builtin_va_start(ap, n);
    __builtin_va_copy(copy, ap);
    for (int i = 0; i < n; i++) s += i & 1 ? __builtin_va_arg(ap, long) : __builtin_va_arg(ap, int);
    s += __builtin_va_arg(copy, int);
    __builtin_va_end(ap);
    return s;
}
/* 21: of structures and floats */
static long sum_mixed(int n, ...)
{
    __builtin_va_list ap;
    __builtin_va_start(ap, n);
    double d = __builtin_va_arg(ap, double);
    struct two t = __builtin_va_arg(ap, struct two);
    struct big b = __builtin_va_arg(ap, struct big);
    struct small s = __builtin_va_arg(ap, struct small);
    double e = __builtin_va_arg(ap, double);
    __builtin_va_end(ap);
    return (long)(d * 2) + t.a + t.b + b.v[4] + s.a + s.b + (long)e;
}
/* 22: the conditional operator, comma, compound assignment */
static int conditional(int a, int b) { int r = a > b ? a : b; r += (a++, b--, a * b); r <<= 1; r ^= a ?: 5; return r; }
/* 23: goto and labels as values */
static int jumps(int n) { static void *const to[] = {&&a, &&b, &&c}; int r = 0; goto *to[n % 3]; a: r += 1; b: r += 10; if (r < 25) goto a; c: return r + 100; }
/* 24: a variable-length array and alloca */
static long dynamic(int n) { long v[n]; char *p = __builtin_alloca(n * 2 + 1); for (int i = 0; i < n; i++) { v[i] = i; p[i] = i; } long s = 0; for (int i = 0; i < n; i++) s += v[i] * p[i]; return s + sum(3, n, 2L, 3, 4L); }
/* 25: strict alignment of a local */
static int aligned(int n) { _Alignas(256) char v[512]; v[n] = n; return ((u64)v & 255) == 0 ? v[n] : -1; }
/* 26: bits */
static int count(u32 a, u64 b) { return __builtin_popcount(a) + __builtin_clz(a) * 2 + __builtin_ctzl(b) * 3 + __builtin_clzl(b) * 5 + (__builtin_bswap32(a) & 255) + (a << 3 | a >> 29) % 11; }
/* 27: overflow */
static int overflow(int a, int b, long c, long d, u32 e, u32 f)
{
    int r; long s; u32 t;
    return __builtin_add_overflow(a, b, &r) | __builtin_sub_overflow(a, b, &r) << 1 | __builtin_mul_overflow(a, b, &r) << 2 | __builtin_add_overflow(c, d, &s) << 3
        | __builtin_mul_overflow(c, d, &s) << 4 | __builtin_add_overflow(e, f, &t) << 5 | __builtin_sub_overflow(e, f, &t) << 6 | __builtin_mul_overflow(e, f, &t) << 7;
}
/* 28: floating point, 29: in structures, 30: conversions */
static double floats(double a, float b, double c) { return (a + b) * c - a / c + (a < c) + (a >= b) * 2 + -b; }
struct pair { float x; double y; };
struct mixed { int i; float f; };
static struct pair flip(struct pair p, struct mixed m) { struct pair r = {p.y + m.f, p.x + m.i}; return r; }
static long convert(double d, float f, long l, u64 u, int i, u32 v) { return (long)d + (int)f * 2 + (u8)(d * 3) + (long)(double)l + (long)((float)i * 2) + (u64)(double)(u >> 12) + (u32)(double)v + (long)(float)(short)i; }
static double ninth(double a, double b, double c, double d, double e, double f, double g, double h, double i, int j, float k) { return a + b + c + d + e + f + g + h + i * 2 + j + k * 4; }
/* 31: 128-bit integers */
static u64 wide(u64 a, u64 b) { unsigned __int128 p = (unsigned __int128)a * b; p += (unsigned __int128)1 << 100; __int128 q = -(__int128)a; return (u64)(p >> 64) + (u64)p + (u64)(q >> 3); }
/* 32: atomics */
static int atomic_int = 5;
static u8 atomic_byte[4] = {1, 2, 3, 4};
static long atomics(void)
{
    int old = __atomic_fetch_add(&atomic_int, 7, __ATOMIC_SEQ_CST);
    int expected = 12;
    int done = __atomic_compare_exchange_n(&atomic_int, &expected, 40, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    int b = __atomic_exchange_n(&atomic_byte[2], 200, __ATOMIC_ACQ_REL);
    int c = __atomic_fetch_sub(&atomic_byte[1], 3, __ATOMIC_RELAXED);
    u8 want = 4;
    int d = __atomic_compare_exchange_n(&atomic_byte[3], &want, 9, 0, __ATOMIC_SEQ_CST, __ATOMIC_SEQ_CST);
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    return old + atomic_int * 10 + done + b * 1000 + c * 10000 + d * 100000 + atomic_byte[1] + atomic_byte[2] + atomic_byte[3] + atomic_byte[0] + __atomic_nand_fetch(&atomic_int, 3, __ATOMIC_SEQ_CST);
}

#define CHECK(n, e) do { if (!(e)) return n; } while (0)

int main(void)
{
    CHECK(1, arithmetic(10, 3) == 70 - 3 + 9 + 8 + 11 && arithmetic(-5, 1000000) == -3000050);
    CHECK(2, wrap(0x7fffffff) == 0 && wrap(0xffffffff) == 0x80000000 && high(0x30000000) && !high(0x80000000 / 3 * 2 + 2));
    CHECK(3, constants(0) % 1000 == 0x123456789abcdef0 % 1000 && constants(1) == -0x80000000L && constants(2) >> 63 == 1 && constants(3) + 1 == constants(4)
             && constants(5) == 1 << 11 && (u32)constants(6) == 0xfffff7ff && constants(6) >> 32 == 0xfffff800);
    CHECK(4, many(1, 2, -3, 4, 255, 65535, -7, 8, 9, -10, 11) == 1 + 4 - 9 + 16 + 1275 + 393210 - 49 + 64 + 81 - 100 + 121);
    CHECK(5, fib(15) == 610);
    CHECK(6, table[0](10) == 1 && table[1](7) == 1 && table[0](3) == 0);
    CHECK(7, globals() == 5 + 9 + 5 + 2 + 'x' && counter == 5);
    CHECK(8, frame(3) == 0 + 4999 * 3 + 7500 + 7);
    struct small s = swap_small((struct small){3, -4});
    struct two t = next_two((struct two){-1, 126});
    struct big b = scale((struct big){{1, 2, 3, 4, 5}}, 7);
    CHECK(9, s.a == -4 && s.b == 3 && t.a == 0 && t.b == 127 && b.v[0] == 7 && b.v[4] == 35 && split(1, 2, 3, 4, 5, 6, 7, (struct two){8, 9}, (struct two){10, 11}) == 28 + 80 + 900 + 10000 + 11);
    CHECK(10, loops(100) == 275);
    CHECK(11, dense(-1) == 7 && dense(0) == 3 && dense(4) == 5 && dense(5) == 0 && dense(6) == 9 && dense(7) == 0 && dense(-2) == 0 && dense(-2147483647 - 1) == 0);
    CHECK(12, sparse(-5000000000) == 1 && sparse(10) == 2 && sparse(100000) == 4 && sparse(5000000000) == 5 && sparse(705032704) == 6);
    CHECK(13, widths(200) == -56 + 400 + 1800 + 2400 && widths(-30000) == (signed char)-30000 + 2 * (u8)-30000 + 3 * (short)-90000 + 4 * (u16)-90000);
    CHECK(14, fields(13) == -3 * 1000000000000L + 13 * 10000000000L + (13L << 20) + 13 && divide(-100, 7, 100, -9) == -42 - 2 - 55 + 1);
    CHECK(15, divide_u(-1, 10, -1, 10, 200, 60000) == 1844674407370955161 + 5 + 429496729 * 7UL + 5 + 66 + 3);
    CHECK(16, shifts(-1000, 3, 0x90000000, -64) == -8000 - 125 + (long)(-1000UL >> 3) + 0x80000000 + 0x12000000 - 8 + 0 - 256);
    CHECK(17, compares(-5, 5, -5, 5, -1, 1) == (1 | 2 | 32 | 256 | 512 | 1024 | 4096 | 16384 | 32768) && compares(-8, -8, 3, 3, 2, -1) == (2 | 8 | 16 | 128 | 512 | 2048 | 16384 | 65536));
    CHECK(18, pointers(2) == 26 + 38 + 15 + 0);
    CHECK(19, length("") == 0 && length("seam probe") == 10);
    CHECK(20, sum(10, 1, 2L, 3, 4L, 5, 6L, 7, 8L, 9, -100L) == 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8 + 9 - 100 + 1);
    CHECK(21, sum_mixed(5, 1.5, (struct two){10, 20}, (struct big){{0, 0, 0, 0, 100}}, (struct small){1000, 2000}, 7.0) == 3 + 30 + 100 + 3000 + 7);
    CHECK(22, conditional(3, 4) == ((4 + 4 * 3) << 1 ^ 4) && conditional(-1, 4) == ((4 + 0) << 1 ^ 5));
    CHECK(23, jumps(0) == 133 && jumps(1) == 132 && jumps(2) == 100);
    CHECK(24, dynamic(10) == 285 + 10 + 2 + 3 + 10);
    CHECK(25, aligned(77) == 77);
    CHECK(26, count(0x00f00f01, 0x0000800000000000) == 9 + 16 + 47 * 3 + 16 * 5 + 0 + (int)((0x00f00f01u << 3 | 0x00f00f01u >> 29) % 11));
    CHECK(27, overflow(2147483647, 1, 0x7fffffffffffffff, 2, 0xffffffff, 1) == (1 | 8 | 16 | 32) && overflow(-2147483647, 2, 3, -4, 1, 2) == (2 | 4 | 64));
    CHECK(28, floats(1.5, 2.5f, 4) == 4.0 * 4 - 0.375 + 1 + 0 - 2.5);
    struct pair p = flip((struct pair){1.25f, 2.5}, (struct mixed){7, 0.5f});
    CHECK(29, p.x == 3.0f && p.y == 8.25 && ninth(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0.25f) == 36 + 18 + 10 + 1);
    CHECK(30, convert(70.9, -3.5f, -1000000007, 0xfffffffffffff000, -9, 0xfffffffe) == 70 - 6 + 212 - 1000000007 - 18 + 0xfffffffffffffL + 0xfffffffeL - 9);
    CHECK(31, wide(0xfffffffffffffff0, 0x123456789) == 16140901059914559226UL);
    CHECK(32, atomics() == 5 + 400 + 1 + 3000 + 20000 + 100000 + 255 + 200 + 9 + 1 + ~(40 & 3));
    return 0;
}
