// Throws at each call of results.c in turn.
#include <cstdio>
#include <complex>
struct s { int a; };
struct big { long v[6]; double d; };
struct pr { double a, b; };
static int count, limit;
static void tick() { if (++count == limit) throw count; }
extern "C" int ext(s *p) { printf("ext %d\n", p->a); tick(); return ++p->a; }
extern "C" big mk(int n) { tick(); big b = {}; b.v[1] = n; return b; }
extern "C" long double ld(int n) { tick(); return n * 1.5L; }
extern "C" __int128 i128(int n) { tick(); return (__int128)n << 40; }
extern "C" pr pair(int n) { tick(); return pr{1.5 * n, 2.5}; }
extern "C" double _Complex cx(int n) { tick(); return n + 0.5; }
extern "C" long f(int, double);
int main() { for (int n = 0; n < 8; n += 2) for (limit = 1; limit < 14; limit++) { count = 0; try { printf("f %ld\n", f(n, 2.25)); } catch (int x) { printf("caught %d\n", x); } } }
