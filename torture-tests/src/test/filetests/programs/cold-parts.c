// test program
/* Cold parts of functions: entered by branches, tables and unwinders, with frames of all kinds; ways back; what must stay in one part. */
#include <execinfo.h>
#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static volatile int zero;

static int base;
__attribute__((noinline)) static void measure(void)
{
    void *frames[32];
    base = backtrace(frames, 32);
}

/* Walks the stack out of a cold part: how many frames are between main and this. */
__attribute__((cold, noinline)) static int report(const char *what, int n)
{
    void *frames[32];
    printf("%s %d: %d between\n", what, n, backtrace(frames, 32) - base);
    return n + zero;
}

__attribute__((noinline)) static int bare(int x)
{
    if (x > 5) return report("bare", x) * 2;
    return x + 1;
}

__attribute__((noinline)) static int framed(int x, int y)
{
    char b[64];
    snprintf(b, sizeof b, "%d", x);
    if (x > 100) {
        x = report(b, y) * 3;
        if (x == 6) x += report("deeper", x);
    }
    return x + y + (int)strlen(b);
}

__attribute__((noinline)) static int dynamic(int n, int x)
{
    char *p = __builtin_alloca(n);
    memset(p, x, n);
    if (p[n / 2] == 3) p[0] = (char)report("dynamic", n);
    return p[0] + p[n - 1];
}

__attribute__((noinline)) static double aligned(double x)
{
    _Alignas(64) double v[8] = { x, 1, 2, 3, 4, 5, 6, 7 };
    if (x < 0) v[2] = report("aligned", (int)((unsigned long)v % 64));
    for (int i = 1; i < 8; i++) v[0] += v[i] * x;
    return v[0];
}

__attribute__((noinline)) static long table(int x, long y)
{
    switch (x) {
    case 0: return y * 3;
    case 1: y += report("table", x); break;
    case 2: y ^= 77; break;
    case 3: return report("table", x) + y;
    case 4: y = y / 7; break;
    case 5: y -= 12345; break;
    case 6: y += report("table", (int)y); /* falls through */
    case 7: y *= y; break;
    case 8: report("table", x); abort();
    default: y = report("default", x);
    }
    return y + zero;
}

__attribute__((noinline)) static int loop(const int *p, int n)
{
    int s = 0;
    for (int i = 0; i < n; i++) {
        if (__builtin_expect_with_probability(p[i] < 0, 0, 1.0)) {
            for (int k = 0; k < -p[i]; k++) s += k * i;
            if (p[i] == -9) return report("loop", s) + zero;
            continue;
        }
        s += p[i] * 2;
    }
    return s;
}

__attribute__((noinline)) static int labels(int i, int x)
{
    static const int far[] = { &&a - &&a, &&b - &&a, &&c - &&a };
    if (x == 3) {
        x = report("labels", x);
        goto *(&&a + far[i]);
    }
    goto *(&&a + far[2 - i]);
a:
    return x + 1;
b:
    report("label b", x);
    return x + 2;
c:
    return x + 3;
}

#if defined __x86_64__
__attribute__((noinline)) static int assembly(int x)
{
    __asm__ goto ("testl %0, %0; js %l1" : : "r"(x) : "cc" : negative);
    return x;
negative:
    return report("assembly", -x) + zero;
}
#else
static int assembly(int x) { return x < 0 ? report("assembly", -x) + zero : x; }
#endif

static jmp_buf place;
__attribute__((noinline)) static int jumps(int x)
{
    volatile int kept = x;
    if (setjmp(place)) return report("jumped", kept) + zero;
    if (x == 2) {
        kept += report("jumps", x);
        longjmp(place, 1);
    }
    return x * 5;
}

__attribute__((constructor)) static void early(void)
{
    if (zero == 1) abort();
    puts("early");
}

int main(void)
{
    static const int few[] = { 1, -2, 3, -4, 5 }, more[] = { 1, 2, -9, 4 };
    measure();
    printf("%d %d\n", bare(2), bare(20));
    printf("%d %d\n", framed(7, 1), framed(300, 2));
    printf("%d %d\n", dynamic(100, 4), dynamic(50, 3));
    printf("%g %g\n", aligned(2), aligned(-2));
    for (int i = 0; i < 12; i++) if (i != 8) printf("%ld\n", table(i, i * 1001));
    printf("%d %d\n", loop(few, 5), loop(more, 4));
    for (int i = 0; i < 3; i++) printf("%d %d\n", labels(i, 1), labels(i, 3));
    printf("%d %d\n", assembly(4), assembly(-4));
    printf("%d %d\n", jumps(1), jumps(2));
    return 0;
}
---- output ----
early
bare 20: 1 between
3 40
300 2: 1 between
deeper 6: 1 between
9 17
dynamic 50: 1 between
8 53
aligned 0: 1 between
58 -54
0
table 1: 1 between
1002
1951
table 3: 1 between
3006
572
-7340
table 6006: 1 between
144288144
49098049
default 9: 1 between
9
default 10: 1 between
10
default 11: 1 between
11
loop 78: 1 between
37 78
labels 3: 1 between
4 4
labels 3: 1 between
label b 3: 1 between
label b 1: 1 between
3 5
labels 3: 1 between
2 6
assembly 4: 1 between
4 4
jumps 2: 1 between
jumped 4: 1 between
5 4
