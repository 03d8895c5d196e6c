// test run
int printf(const char *, ...);
void *memcpy(void *, const void *, unsigned long);
void *memset(void *, int, unsigned long);
void *malloc(unsigned long); void free(void *);
void exit(int) __attribute__((noreturn));
struct S { double d; int i; }; struct L { long a, b, c; };
int vsum(int n, ...) {
    __builtin_va_list ap, aq; int s = 0;
    __builtin_va_start(ap, n);
    __builtin_va_copy(aq, ap);
    while (n-- > 0) s += __builtin_va_arg(ap, int);
    s += __builtin_va_arg(aq, int) * 1000;
    __builtin_va_end(ap);
    return s;
}
double vmix(const char *f, ...) {
    __builtin_va_list ap; double r = 0;
    __builtin_va_start(ap, f);
    for (; *f; f++) switch (*f) {
        case 'i': r += __builtin_va_arg(ap, int); break;
        case 'd': r += __builtin_va_arg(ap, double); break;
        case 's': { struct S s = __builtin_va_arg(ap, struct S); r += s.d + s.i; break; }
        case 'L': r += __builtin_va_arg(ap, struct L).b; break;
        case 'x': r += __builtin_va_arg(ap, long double); break;
    }
    return r;
}
int knr(a, b, c) char a; float b; short c; { return a + (int)(b * 2) + c; }
static int twice(int (*f)(int), int x) { return f(f(x)); }
static int inc(int x) { return x + 1; }
static inline int sq(int x) { return x * x; }
int vla(int n) { int a[n][n + 1]; for (int i = 0; i < n; i++) for (int j = 0; j <= n; j++) a[i][j] = i * j; int s = a[n - 1][n]; { char b[n * 2]; memset(b, 1, sizeof b); s += b[n] + sizeof b; } return s + (int)sizeof a; }
int loopvla(void) { int s = 0; for (int i = 1; i < 100; i++) { int a[i * 1000]; a[0] = i; if (i == 50) continue; if (i == 90) break; s += a[0]; } return s; }
static int counter(void) { static int n = 40; return ++n; }
static void clean(int *p) { printf("clean %d\n", *p); }
void cleanups(void) { int a __attribute__((cleanup(clean))) = 1; for (int i = 0; i < 2; i++) { int b __attribute__((cleanup(clean))) = 10 + i; if (i) return; } }
_Thread_local int tls = 5;
int fact(int n) { return n < 2 ? 1 : n * fact(n - 1); }
static int aliased(int x) { return x - 1; }
int other(int) __attribute__((alias("aliased")));
int main(void) {
    printf("%d\n", vsum(3, 1, 2, 3));
    struct S s = {1.5, 2}; struct L l = {1, 20, 3};
    printf("%g\n", vmix("idsLxsi", 1, 2.0, s, l, 4.0L, s, 100));
    printf("%d\n", knr('a', 1.5, 7));
    printf("%d %d\n", twice(inc, 3), twice(sq, 3));
    printf("%d %d\n", vla(4), loopvla());
    counter(); printf("%d\n", counter());
    cleanups();
    char *m = malloc(10); memcpy(m, "hello", 6); m[0] = 'j'; printf("%s\n", m); free(m);
    tls++; int *tp = &tls; printf("%d\n", *tp);
    printf("%d %d\n", fact(10), other(3));
    int (*fp[2])(int) = {inc, sq}; printf("%d\n", (*fp[1])(fp[0](4)));
    char *al = __builtin_alloca(20); memset(al, 'z', 19); al[19] = 0; printf("%s\n", al);
    _Atomic int at = 5; at += 3; at++; int old = at--; _Atomic double ad = 1; ad *= 2.5;
    printf("%d %d %g\n", at, old, (double)ad);
    int v = 1; printf("%d %d\n", __sync_fetch_and_add(&v, 4), __atomic_add_fetch(&v, 1, 5));
    int e = 6; printf("%d ", __atomic_compare_exchange_n(&v, &e, 9, 0, 5, 5)); printf("%d\n", v);
    e = 1; printf("%d ", __sync_bool_compare_and_swap(&v, 1, 2)); printf("%d %d\n", v, __sync_lock_test_and_set(&v, 3));
    exit(7);
}
---- output ----
1006
134
107
5 81
101 3955
42
clean 10
clean 11
clean 1
jello
6
3628800 2
25
zzzzzzzzzzzzzzzzzzz
8 9 2.5
2 2
1 9
0 3 9
exit 7
