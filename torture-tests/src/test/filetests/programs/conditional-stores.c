// test program
// Stores on both ways of a branch, or before it and on one way: sunk to where the ways meet, with the ways' other effects in order.
#include <stdio.h>
#include <string.h>
#define NI __attribute__((noinline))
typedef struct { int x, y; long z; short s; char c; double d; void *p; } T;
static T t, u; static int log_; static unsigned long hash = 5;
static void show(T *p) { hash = hash * 31 + p->x; hash = hash * 31 + p->y; hash = hash * 31 + p->z; hash = hash * 31 + p->s; hash = hash * 31 + p->c; hash = hash * 31 + (long) (p->d * 4); hash = hash * 31 + (p->p != 0); }
NI int call(T *p) { log_ = log_ * 3 + p->x; return p->x; }
NI void both(T *p, int c, int a, int b) { if (c) p->x = a; else p->x = b; }
NI void one(T *p, int c, int a) { p->y = 0; if (c > 3) p->y = a + 1; }
NI void two(T *p, int c, int a) { if (c) { p->x = a; p->y = 1; } else { p->x = a + 1; p->y = 2; } }
NI void crossed(T *p, T *q, int c, int a) { if (c) { p->x = a; q->x = 1; } else { q->x = a + 2; p->x = 3; } }
NI void same(T *p, T *q, int c, int a) { if (c) { p->x = a; q->x = 1; } else { p->x = 3; q->x = a + 2; } }
NI void narrow(T *p, int c, int a) { if (c) p->s = a; else p->s = -a; if (a > 2) p->c = c; else p->c = a; }
NI void wide(T *p, int c, int a) { if (c & 1) p->z = a; else p->z = ~(long) a << 33; if (c & 2) p->p = p; else p->p = 0; if (c & 4) p->d = a; else p->d = c; }
NI int between(T *p, int *q, int c) { p->x = 1; int r = *q; if (c) p->x = 2; return r; }
NI int between2(T *p, int c) { p->x = 1; int r = call(p); if (c) p->x = 2; return r + call(p); }
NI void alias(int *p, int *q, int c) { *p = 1; *q = 5; if (c) *p = 2; }
NI void parts(T *p, int c, int a) { *(short *) &p->x = 1; if (c) p->x = a; else *(short *) &p->x = 7; }
NI void nested(T *p, int c, int d) { if (c) { if (d) p->x = 1; else p->x = 2; } else { if (d) p->x = 30; else p->x = 4; } }
NI void loop(int *a, int n, int k) { for (int i = 0; i < n; i++) if (a[i] > k) a[i] = k; else a[i] += 1; }
NI int local(int c, int i) { int v[4] = {1, 2, 3, 4}; if (c) v[i & 3] = 9; else v[i & 3] = 8; return v[0] + v[1] * 10 + v[2] * 100 + v[3] * 1000; }
static int calls;
NI int effect(int x) { calls++; return x * 2; }
NI void maybe_effect(int *p, unsigned c) { if (c < 128) *p = 1; else *p = effect(*p); }
int main(void) {
    int v[20]; for (int i = 0; i < 20; i++) v[i] = i * 7 % 20;
    for (int i = 0; i < 8; i++) {
        both(&t, i & 1, i, 2 * i); one(&t, i, i); show(&t); two(&t, i & 2, i); show(&t); crossed(&t, &u, i & 1, i); show(&t); show(&u); crossed(&t, &t, i & 1, i); show(&t);
        same(&t, &u, i & 1, i); show(&t); show(&u); same(&u, &u, i & 1, i); show(&u); narrow(&t, i & 1, i); show(&t); wide(&t, i, i + 3); show(&t);
        hash = hash * 31 + between(&t, &t.x, i & 1); hash = hash * 31 + between(&t, &u.x, i & 1); hash = hash * 31 + between2(&t, i & 1); show(&t); alias(&t.x, &t.x, i & 1); show(&t); alias(&t.x, &t.y, i & 1); show(&t);
        parts(&t, i & 1, -i); show(&t); nested(&t, i & 1, i & 2); show(&t); loop(v, 20 - i, 10); for (int k = 0; k < 20; k++) hash = hash * 31 + v[k]; hash = hash * 31 + local(i & 4, i);
    }
    printf("%lx %d\n", hash, log_);
    int called = 3;
    maybe_effect(&called, 5);
    maybe_effect(&called, 200);
    printf("call %d %d\n", called, calls);
}
---- output ----
c7d272f140d44198 22061444
call 2 1
