// test program 
#include <stdio.h>
#include <stdlib.h>
#include <stdarg.h>
#include <string.h>
struct B { long a[5]; };
__attribute__((noinline)) int apply(int (*f)(int), int n) { int s = 0; for (int i = 0; i < n; i++) s = s * 3 + f(i); return s; }
int basic(int x)
{
    int sum = 0, calls = 0; double d = 1.5; struct B b = { { 1, 2, 3 } }; static int st = 7;
    int add(int y) { sum += y * x; calls++; return sum; }
    int deep(int n) {
        int local = n * 2;
        int inner(int k) { local += k; sum -= k; d *= 2; b.a[k % 5] += x; return local + st++; }
        return inner(n) + inner(n + 1) + local + (n > 0 ? deep(n - 1) : 0);
    }
    int r = add(3) + add(4);
    r += apply(add, 5);
    r += deep(3);
    printf("%d %d %d %g %ld %ld %d\n", r, sum, calls, d, b.a[0], b.a[4], st);
    return r;
}
int nonlocal(int *v, int n, int want)
{
    __label__ found, none;
    int at = -1, seen = 0;
    void visit(int i) { seen++; if (v[i] == want) { at = i; goto found; } if (i == n - 1) goto none; visit(i + 1); }
    visit(0);
    return -100;
found: return at * 10 + seen;
none: return -seen;
}
int cmpsort(int *v, int n, int sign)
{
    int compare(const void *a, const void *b) { return sign * (*(const int *) a - *(const int *) b); }
    qsort(v, n, sizeof *v, compare);
    return v[0];
}
int vla(int n)
{
    int a[n][n + 1]; int total = 0;
    struct { char c[n]; int x; } s; s.x = 5;
    for (int i = 0; i < n; i++) for (int j = 0; j <= n; j++) a[i][j] = i * j;
    int get(int i, int j, int row[][n + 1]) { total += sizeof row[0] / sizeof(int); return a[i][j] + row[i][j] + s.x + sizeof s.c; }
    { int more[n * 2]; more[0] = get(n - 1, n, a); total += more[0]; }
    int g = get(1, 1, a); return total + g;
}
double variadic(int n, ...)
{
    double sum = 0; va_list ap;
    void more(int k, ...) { va_list in; va_start(in, k); while (k--) sum += va_arg(in, double) * n; va_end(in); }
    va_start(ap, n); for (int i = 0; i < n; i++) sum += va_arg(ap, int); va_end(ap);
    more(2, 1.5, 2.5);
    return sum;
}
struct B big(int k) { struct B make(int z) { struct B r = { { k, z, k + z } }; return r; } return make(k * 2); }
int forward(int n)
{
    auto int odd(int); int count = 0;
    int even(int k) { count++; return k == 0 ? 1 : odd(k - 1); }
    int odd(int k) { count++; return k == 0 ? 0 : even(k - 1); }
    return even(n) * 100 + count;
}
int levels(int x)
{
    int a = x; int (*saved)(int);
    int one(int y) { int b = y + a; int two(int z) { int c = z + b; int three(int w) { a += w; b++; return a * 1000 + b * 100 + c * 10 + w; } saved = three; return apply(three, 3) + saved(1); } return two(y) + apply(two, 2) + b; }
    return one(2) + a;
}
int jump(int depth)
{
    __label__ out; int n = 0; int keep = depth * 7;
    int go(int d) { char pad[d * 100 + 1]; pad[d] = d; n += pad[d]; if (d == 0) goto out; return go(d - 1); }
    int v[depth + 1]; v[depth] = 42; keep += v[depth];
    go(depth);
    n = -1000;
out: keep += v[depth]; return n * 1000 + keep;
}
int main(void)
{
    printf("%d\n", basic(2));
    int v[] = { 4, 9, 1, 7, 3 };
    printf("%d %d\n", nonlocal(v, 5, 7), nonlocal(v, 5, 8));
    printf("%d %d\n", cmpsort(v, 5, 1), cmpsort(v, 5, -1));
    printf("%d %d\n", vla(3), vla(6));
    printf("%g\n", variadic(3, 1, 2, 3));
    struct B b = big(21); printf("%ld %ld %ld\n", b.a[0], b.a[1], b.a[2]);
    printf("%d %d\n", forward(7), forward(10));
    printf("%d\n", levels(3));
    printf("%d %d\n", jump(5), jump(2));
    int twice(int x) { return 2 * x; }
    printf("%d\n", apply(twice, 4));
    return 0;
}
---- output ----
2036 18 7 384 3 2 15
2036
34 -5
1 9
38 98
18
21 42 63
8 111
620782
15119 3098
36
