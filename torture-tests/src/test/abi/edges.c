/* Places of the calling convention that random signatures found wrong once. With CALLER: the calls and main; else the functions. */
#include <stdarg.h>
#include <stdio.h>

struct Unnamed { char : 7; };
struct HalfUnnamed { double d; short : 9; } __attribute__((packed));
struct Empty {};
struct Wide { int i; __int128 x; } __attribute__((aligned(32)));
struct Three { long a[3]; };
#pragma pack(push, 2)
struct Pack2 { short a : 5; short b : 15; char c : 8; };
#pragma pack(pop)
#pragma pack(push, 8)
struct Pack8 { int a : 30; int b : 30; int : 0; char c; };
#pragma pack(pop)

struct Zero { float f; int none[0]; float g; };
struct ZeroPacked { char a; _Bool b; float none[0] __attribute__((packed)); };
struct Flexible { float f; int rest[]; };
int zero(struct Zero a, int b, struct ZeroPacked c, int d, struct Flexible e, int f);

int unnamed(int a, struct Unnamed b, int c, struct HalfUnnamed d, int e, struct Empty f, int g);
int unnamedVariable(int n, ...);
__int128 int128AfterVaArg(int n, ...);
long double longDoubleAfterVaArg(int n, ...);
int overAligned(double a, struct Three b, ...);
struct Pack2 pack2(struct Pack8 p);
int sizes(int i);

#ifdef CALLER
static int failures;
#define CHECK(e) ((e) ? 0 : (failures++, printf("line %d: %s\n", __LINE__, #e)))

int main(void) {
    struct Unnamed u = {};
    struct HalfUnnamed h = {2.5};
    struct Empty e;
    CHECK(unnamed(1, u, 3, h, 5, e, 7) == 3 + 5 + 7);
    CHECK(unnamedVariable(1, u, 8, h, 9, e, 10) == 27);
    CHECK(int128AfterVaArg(4, 1L, 2L, 3L, 4L) == ((__int128)10 << 64 | 5));
    CHECK(longDoubleAfterVaArg(2, 1.5L, 2.5L) == 4.0L);
    struct Three t = {{1, 2, 3}};
    struct Wide w = {4, (__int128)5 << 70};
    CHECK(overAligned(1.0, t, w, 6.0L, w) == 4 + 6 + 4);
    CHECK(overAligned(1.0, t, w, 7.0L, w) == 4 + 7 + 4);
    struct Pack8 p = {1 << 28, -5, 'x'};
    struct Pack2 r = pack2(p);
    CHECK(r.a == -3 && r.b == 9999 && r.c == 'y');
    CHECK(zero((struct Zero){1, {}, 2}, 3, (struct ZeroPacked){'c', 1}, 4, (struct Flexible){5}, 6) == 1 + 2 + 3 + 'c' + 1 + 4 + 5 + 6);
    CHECK(sizes(0) == sizeof(struct Pack2) && sizes(1) == sizeof(struct Pack8) && sizes(2) == sizeof(struct HalfUnnamed));
    return failures != 0;
}
#else
int unnamed(int a, struct Unnamed b, int c, struct HalfUnnamed d, int e, struct Empty f, int g) { return d.d == 2.5 ? c + e + g : 0; }

int zero(struct Zero a, int b, struct ZeroPacked c, int d, struct Flexible e, int f) { return a.f + a.g + b + c.a + c.b + d + e.f + f; }

int unnamedVariable(int n, ...) {
    va_list ap;
    va_start(ap, n);
    va_arg(ap, struct Unnamed);
    int a = va_arg(ap, int);
    double d = va_arg(ap, struct HalfUnnamed).d;
    int b = va_arg(ap, int);
    va_arg(ap, struct Empty);
    int c = va_arg(ap, int);
    va_end(ap);
    return d == 2.5 ? a + b + c : 0;
}

__int128 int128AfterVaArg(int n, ...) {
    va_list ap;
    va_start(ap, n);
    __int128 sum = 0;
    while (n-- > 1) sum += va_arg(ap, long);
    sum += va_arg(ap, long);
    va_end(ap);
    return sum << 64 | 5;
}

long double longDoubleAfterVaArg(int n, ...) {
    va_list ap;
    va_start(ap, n);
    long double a = va_arg(ap, long double);
    return a + va_arg(ap, long double);
}

int overAligned(double a, struct Three b, ...) {
    va_list ap;
    va_start(ap, b);
    struct Wide w = va_arg(ap, struct Wide);
    int x = va_arg(ap, long double);
    struct Wide v = va_arg(ap, struct Wide);
    va_end(ap);
    return w.x == (__int128)5 << 70 && v.x == w.x && b.a[2] == 3 ? w.i + x + v.i : 0;
}

struct Pack2 pack2(struct Pack8 p) {
    struct Pack2 r = {-3, 9999, p.a == 1 << 28 && p.b == -5 && p.c == 'x' ? 'y' : 'n'};
    return r;
}

int sizes(int i) { return i == 0 ? sizeof(struct Pack2) : i == 1 ? sizeof(struct Pack8) : sizeof(struct HalfUnnamed); }
#endif
