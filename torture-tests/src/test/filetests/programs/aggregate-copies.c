// test program
// Structures copied from slot to slot, passed by value and returned: forwarded copies, named results, results of calls in their place; with aliases between.
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#define NI __attribute__((noinline))
typedef struct { long a, b, c, d, e; } S;
typedef struct { int v[16]; } V;
static S *seen, g = {1, 2, 3, 4, 5};
static unsigned long hash = 7;
static void add(long x) { hash = hash * 31 + x; }
static NI void show(const char *name, S s) { printf("%s %ld %ld %ld %ld %ld\n", name, s.a, s.b, s.c, s.d, s.e); }
NI void touch(S *p) { p->a += 100; seen = p; }
NI S make(long x) { S s = {x, x + 1, x + 2, x + 3, x + 4}; return s; }
// Reads through a pointer while it fills its result.
NI S from(S *p) { S r; r.a = p->e; r.b = p->d; r.c = p->a; p->a = -1; r.d = p->b; r.e = p->a; return r; }
NI S fromSeen(void) { S r; memset(&r, 0, sizeof r); r.a = 1; r.b = seen ? seen->a : 0; if (seen) seen->a = 77; r.c = r.a; return r; }
NI void swap(S *p, S *q) { S t = *p; *p = *q; *q = t; }
NI void rotate(S *p, S *q, S *r) { S t = *p; S u = *q; *p = *r; *q = t; *r = u; }
NI void overlap(long *p) { S t = *(S *) p; *(S *) (p + 2) = t; }
NI void toSelf(S *p) { S t = *p; *p = from(p); p->b += t.b; }
NI S initSelf(void) { S t = from((seen = &g, &g)); S u = t; u.a++; return u; }
NI long own(void) { S t = from(&t); return t.e; }
NI S named(int i) { S r = {0}; ((long *) &r)[i % 5] = 9; if (i > 5) { touch(&r); r.b = 5; } return r; }
NI S late(int i) { S r = make(i); S keep = r; touch(&r); if (i & 1) return keep; return r; }
NI S two(int i) { S a = make(1), b = make(2); ((long *) &a)[i] = 8; ((long *) &b)[i] = 9; if (i == 2) return a; return b; }
NI long loop(int n) { S b; long s = 0; for (int i = 0; i < n; i++) { S a = make(i); if (i) s += b.b; b = a; touch(&b); s += b.a + seen->b; } return s; }
NI long loop2(int n) { S a, b; long s = 0; memset(&a, 1, sizeof a); for (int i = 0; i < n; i++) { s += ((long *) &a)[i % 5] & 255; b = a; ((long *) &b)[i % 5] += 3; s += ((long *) &b)[(i + 1) % 5] & 255; } return s; }
NI long kept(void) { S b; long s = 0; for (int i = 0; i < 3; i++) { S a = fromSeen(); b = a; s = s * 10 + b.b; touch(&b); } seen = 0; return s + b.a; }
NI int index1(V *p, int i) { V t = *p; return t.v[i]; }
NI int index2(V *p, int i) { V t = *p; p->v[i] = 5; return t.v[i] * 10 + p->v[i]; }
static int pick(V x, int i) { return x.v[i] + x.v[i + 1]; }
NI int index3(V *p, int i) { return pick(*p, i); }
NI int index4(V *p, int i) { V t = *p; int r = pick(t, i); t.v[i] = 3; p->v[i + 1] = 4; return r * 100 + pick(t, i); }
static V addv(V a, V b) { V r; for (int i = 0; i < 16; i++) r.v[i] = a.v[i] + b.v[i]; return r; }
NI void addTo(V *a, V *b) { *a = addv(*a, *b); }
NI V chain(V *a) { V t = *a; V u = t; V w = u; w.v[3]++; return w; }
NI void zeros(char *p) { char t[48]; memset(t, 'x', sizeof t); char u[48]; memcpy(u, t, 48); memcpy(p, u + 3, 40); }
NI void byvalue(S s, S *p) { p->a = 50; show("byvalue", s); s.a = 3; show("byvalue", s); }
NI void pass(S *p) { S t = *p; byvalue(t, p); byvalue(t, p); }
NI void array(S *out, int i) { S a[3]; memset(a, 0, sizeof a); a[1] = make(i); a[2] = make(i + 1); a[0] = a[i % 3]; *out = a[(i + 1) % 3]; out->e += a[0].a; }
NI void global(void) { S t = make(20); g = t; S u = g; u.a = fromSeen().a; g = u; }
NI long nest(void) { struct { long pad; S s; } x; x.pad = 3; x.s = make(x.pad); S y = x.s; x.s = make(y.b); return x.s.a * 100 + y.a * 10 + x.pad; }
int main(void) {
    S x = make(10), y = make(30), z = make(50);
    swap(&x, &y); show("swap", x); show("swap", y); swap(&x, &x); show("swap", x);
    rotate(&x, &y, &z); show("rotate", x); show("rotate", y); show("rotate", z); rotate(&x, &x, &y); show("rotate", x);
    long m[7] = {1, 2, 3, 4, 5, 6, 7}; overlap(m); for (int i = 0; i < 7; i++) add(m[i]);
    toSelf(&x); show("toSelf", x); show("initSelf", initSelf()); show("g", g); printf("%d\n", own() == -1);
    for (int i = 0; i < 8; i++) { S s = named(i); add(s.a + 3 * s.b + 5 * s.c + 7 * s.d + s.e); s = late(i); add(s.a); s = two(i % 5); add(s.a + s.b * 3 + s.c * 5); }
    printf("%ld %ld %ld\n", loop(5), loop2(7), (seen = 0, kept()));
    V v, w; for (int i = 0; i < 16; i++) { v.v[i] = i * i; w.v[i] = 100 - i; }
    add(index1(&v, 3)); add(index2(&v, 4)); add(index3(&v, 5)); add(index4(&v, 6)); addTo(&v, &w); addTo(&v, &v); V c = chain(&v); for (int i = 0; i < 16; i++) add(c.v[i] - v.v[i] + v.v[i] * 3);
    char buf[48] = {0}; zeros(buf); for (int i = 0; i < 48; i++) add(buf[i]);
    pass(&y); array(&z, 4); show("array", z); array(&z, 5); show("array", z); global(); show("global", g); printf("%ld %lx\n", nest(), hash);
}
---- output ----
swap 30 31 32 33 34
swap 10 11 12 13 14
swap 30 31 32 33 34
rotate 50 51 52 53 54
rotate 30 31 32 33 34
rotate 10 11 12 13 14
rotate 50 51 52 53 54
toSelf 54 104 50 51 -1
initSelf 6 4 1 2 -1
g -1 2 3 4 5
1
535 14 1212
byvalue 50 51 52 53 54
byvalue 3 51 52 53 54
byvalue 50 51 52 53 54
byvalue 3 51 52 53 54
array 5 6 7 8 13
array 6 7 8 9 16
global 1 21 22 23 24
433 97651477d7259ff4
