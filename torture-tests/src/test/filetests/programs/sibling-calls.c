// test program
/* Calls before returns become jumps: the stack does not grow; and what must stay a call does. */
int printf(const char *, ...);
void abort(void);
#define NI __attribute__((noinline, noclone, optimize("O2")))
#define DEEP 10000000

static NI int odd(int n);
static NI int even(int n) { return n == 0 ? 1 : odd(n - 1); }
static NI int odd(int n) { if (n == 0) return 0; return even(n - 1); }

/* Through a pointer, with a void result from one of a value. */
static long steps;
typedef void step(int, void *);
static NI void down(int n, void *s) { steps++; if (n > 0) ((step *)s)(n - 1, s); }
static NI long valued(int n, int (*f)(int)) { return f(n); }

/* Narrow results. */
static NI short narrow(short x, int n);
static NI short narrow2(short x, int n) { return n ? narrow(x + 1, n - 1) : x; }
static NI short narrow(short x, int n) { return n ? narrow2(x + 3, n - 1) : x; }
static NI int wide(int x) { return x * 3; }
static NI signed char cut(int x) { return wide(x); }
static NI _Bool truth(int x) { return wide(x); }
static NI long longer(int x) { return wide(x); }
static NI unsigned char zext(unsigned char c) { return c + 200; }
static NI int fromByte(unsigned char c) { return zext(c); }

/* Stack arguments over stack arguments, in another order. */
static NI long many2(int n, long b, long c, long d, long e, long f, long g, long h, double i);
static NI long many(int n, long b, long c, long d, long e, long f, long g, long h, double i) {
    if (n == 0) return b + 2 * c + 3 * d + 4 * e + 5 * f + 6 * g + 7 * h + (long)i;
    return many2(n - 1, c, d, e, f, g, h, b, i + 1);
}
static NI long many2(int n, long b, long c, long d, long e, long f, long g, long h, double i) {
    if (n == 0) return b;
    return many(n - 1, h, b, c, d, e, g, f, i - 1);
}
static NI long few(int n, long b) { return many(n, b, 1, 2, 3, 4, 5, 6, 7); }
static NI long swap8(long a, long b, long c, long d, long e, long f, long g, long h, int n) {
    if (n == 0) return g * 1000 + h;
    return swap8(a, b, c, d, e, f, h, g, n - 1) + 0 * a;
}
static NI long turn(int n, long b, long c, long d, long e, long f, long g, long h);
static NI long turn2(int n, long b, long c, long d, long e, long f, long g, long h) { return n ? turn(n - 1, b, c, d, e, f, h, g) : g * 100 + h; }
static NI long turn(int n, long b, long c, long d, long e, long f, long g, long h) { return n ? turn2(n - 1, b, c, d, e, f, h, g) : g * 100 + h; }

/* Locals that the callee sees. */
static NI int read(int *p) { int wipe[64]; for (int i = 0; i < 64; i++) wipe[i] = i; return *p + wipe[*p & 63] - (*p & 63); }
static NI int local(int x) { int v = x + 1; return read(&v); }
static int *shared;
static NI void publish(int *p) { shared = p; }
static NI int readShared(int n) { int w = read(shared); return w + n; }
static NI int published(int x) { int v = x; publish(&v); return readShared(1); }
static NI int dead(int x) { { int v = x; publish(&v); x += *shared; } return wide(x); }
static NI int ofArray(int n) { volatile char a[200]; a[0] = n; a[199] = n; return read((int *)__builtin_memset((char *)a, 1, 4) + 0) & 255; }
static NI int alloca1(int n) { int *p = __builtin_alloca(n * sizeof *p); p[0] = n; return read(p); }
static NI int vla(int n) { int a[n]; a[n - 1] = n; return read(&a[n - 1]); }

/* Structures. */
struct big { long a[6]; };
static NI struct big make(long x) { struct big b = {{x, x + 1, x + 2, x + 3, x + 4, x + 5}}; return b; }
static NI struct big pass(long x) { return make(x + 1); }
static NI long first(struct big b) { return b.a[0] + b.a[5]; }
static NI long passByValue(struct big b) { b.a[0] += 5; return first(b); }
static NI long addressOf(struct big *p) { return p->a[0] + p->a[5]; }
static NI long byAddress(struct big b) { return addressOf(&b); }
static NI void drop(long x) { make(x); }
struct pair { long a; double b; };
static NI struct pair pair(long a, double b) { struct pair p = {a, b}; return p; }
static NI struct pair pair2(long a, double b) { return pair(a + 1, b + 1); }

/* The x87's registers. */
static NI long double ld(int n) { return n * 1.5L; }
static NI long double ld2(int n) { return ld(n + 1); }
static NI void ldDrop(int n) { ld(n); }
static NI double narrower(int n) { return ld(n); }

/* Variable arguments. */
static NI int sum(int n, ...) {
    __builtin_va_list ap;
    __builtin_va_start(ap, n);
    int s = 0;
    while (n--) s += __builtin_va_arg(ap, int);
    __builtin_va_end(ap);
    return s;
}
static NI int toVariadic(int x) { return sum(3, x, x + 1, x + 2); }
static NI int vsum(int n, __builtin_va_list ap) { int s = 0; while (n--) s += __builtin_va_arg(ap, int); return s; }
static NI int fromVariadic(int n, ...) { __builtin_va_list ap; __builtin_va_start(ap, n); return vsum(n, ap); }

/* Saved registers are restored before the jump. */
static NI int keep(int a, int b) { return a * 10 + b; }
static NI int saves(int a, int b) { int c = keep(a, b), d = keep(b, a), e = keep(c, d); return keep(c + d, e); }
static int cleanedUp;
static void clean(int *p) { cleanedUp += *p; }
static NI int withCleanup(int x) { __attribute__((cleanup(clean))) int v = x; return wide(v); }
static NI int chosen(int x, int (*f)(int), int (*g)(int)) { return x > 3 ? f(x) : g(x); }

int main(void) {
    printf("%d %d\n", even(DEEP), odd(DEEP + 1));
    down(DEEP, down);
    printf("%d\n", steps == DEEP + 1);
    printf("%ld %d %d %d %ld %d\n", valued(7, even), narrow(1, DEEP & ~1) == narrow2(1, DEEP & ~1), cut(100), truth(0) + 2 * truth(256), longer(-5), fromByte(100));
    printf("%d %ld %ld %ld\n", many(DEEP, 1, 2, 3, 4, 5, 6, 7, 8) != 0, few(3, 9), swap8(1, 2, 3, 4, 5, 6, 7, 8, 3), many(5, 1, 2, 3, 4, 5, 6, 7, 8));
    printf("%ld %ld\n", turn(DEEP, 1, 2, 3, 4, 5, 6, 7), turn(5, 1, 2, 3, 4, 5, 6, 7));
    printf("%d %d %d %d %d %d\n", local(41), published(10), dead(5), ofArray(3), alloca1(9), vla(12));
    struct big b = pass(10);
    drop(3);
    printf("%ld %ld %ld %ld\n", b.a[0], b.a[5], passByValue(b), byAddress(b));
    struct pair p = pair2(1, 2.5);
    printf("%ld %g\n", p.a, p.b);
    for (int i = 0; i < 20; i++) ldDrop(i);
    printf("%Lg %g\n", ld2(3), narrower(5));
    printf("%d %d\n", toVariadic(5), fromVariadic(4, 1, 2, 3, 4));
    printf("%d %d %d\n", saves(3, 4), withCleanup(6), cleanedUp);
    printf("%d %d\n", chosen(5, wide, even), chosen(2, wide, even));
    return 0;
}
---- output ----
1 1
1
0 1 44 2 -15 44
1 1 8007 2
607 706
42 11 30 1 9 12
11 16 32 27
2 3.5
6 7.5
18 10
1153 18 0
15 1
