/* What the torture programs use seldom: a source for mutations. */
#include <stdarg.h>
#include <stddef.h>

typedef struct Node Node;
struct Node {
    Node *next;
    unsigned kind : 3, : 0, flags : 17;
    long long wide : 40;
    union {
        int i;
        double d;
        struct { short a, b[3]; } pair;
    };
    char name[];
};

enum Colour { RED, GREEN = 5, BLUE = GREEN << 2, LAST = -1 };
typedef int Row[4];
typedef int (*Binary)(int, int);
_Static_assert(sizeof(Row) == 16, "four");
_Thread_local static int depth = 3;
_Atomic int counter;
extern int weak_one(void) __attribute__((weak, visibility("hidden")));
static const Row table[] = {{1, 2}, [2] = {[1] = 7, 8}, {[0 ... 2] = 9}};
static struct Node first = {.kind = 2, .pair = {.b = {1, 2, 3}}}, *head = &first;
static const char *const words[] = {"one", "two" "\x41\n", [BLUE] = "three"};
static void *const address = &table[1][2];

static int add(int a, int b) { return a + b; }
static inline int twice(Binary f, int x) { return f(x, f(x, 2)); }
__attribute__((noinline)) struct Node copy(struct Node n) { n.flags++; return n; }

int sum(int count, ...) {
    va_list ap, again;
    va_start(ap, count);
    va_copy(again, ap);
    int total = 0;
    while (count-- > 0) total += va_arg(ap, int) * (int)va_arg(again, long);
    va_end(ap);
    va_end(again);
    return total;
}

int variable(int n, int m, double a[n][m], int b[static 3]) {
    int local[n + 1][m];
    typedef int T[m];
    T t;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < m; j++) local[i][j] = (int)a[i][j] + b[i % 3];
    t[0] = sizeof local / sizeof *local;
    return local[n - 1][m - 1] + t[0] + (int)sizeof(T);
}

long generic(long double x, __int128 y, float f, _Bool b) {
    int kind = _Generic(x + f, float: 1, long double: 2, default: 3);
    __int128 z = y * y / 3 + (y >> 65) - (__int128)x;
    unsigned char c = b ? f : x;
    return (long)(z % 1000007) + kind + c + !b + (long)(y < z ? x : f);
}

int control(int n) {
    __label__ inner;
    static void *labels[] = {&&one, &&two, &&out};
    int x = ({ int y = n; if (y > 3) goto inner; y * 2; });
    goto *labels[n & 1];
one:
    x += 5;
two:
    switch (x) {
    case 1 ... 4:
        x = 7;
    case 'a':
        do {
            if (x == 9) continue;
            else break;
        } while (x++ < 20);
        break;
    default:
        for (struct Node *p = head; p; p = p->next) x += p->i ?: p->kind--;
    }
out:
    asm volatile("xor %1, %0" : "+r"(x) : "ri"(n), "m"(first) : "cc", "memory");
    asm goto("test %0, %0; jz %l1" : : "r"(x) : "cc" : inner);
inner:
    return x;
}

int builtins(int *p, unsigned long u, const char *s) {
    int r = __builtin_popcountl(u) + __builtin_ctzl(u | 1) + __builtin_expect(*p, 0) + (int)offsetof(struct Node, pair.b[1]);
    if (__builtin_add_overflow(r, *p, &r)) __builtin_trap();
    __atomic_fetch_add(&counter, 1, __ATOMIC_SEQ_CST);
    int old = 0;
    while (!__atomic_compare_exchange_n(p, &old, r, 0, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED)) counter++;
    char *a = __builtin_alloca(u);
    __builtin_memcpy(a, s, __builtin_strlen(s));
    return __sync_val_compare_and_swap(p, 1, 2) + a[0] + __builtin_choose_expr(__builtin_types_compatible_p(typeof(*p), int), 1, s);
}

int old_style(a, b, f)
    int a;
    char b;
    float f;
{
    register int x = a, *q = &(int[]){1, 2, 3}[1];
    struct { int x, y; } v = {1}, w = (typeof(v)){.y = x};
    v = b ? v : w;
    (f > 1.5) && (x -= *q++), x ^= ~b, x <<= 2, x %= 7;
    return add(x, twice(add, v.y)) + copy(first).kind + depth + (int)words[1][2] + (address != 0);
}
