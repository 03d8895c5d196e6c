// test parse
;
int a, *b, c[3], d(void), *e[2], (*f)[2], *(*g(int))(char), h = 1, i[] = {1, 2, };
static const unsigned long long int volatile j;
extern _Thread_local int k; __thread int k2; register int k3 asm("rax");
_Alignas(16) _Alignas(double) char l[_Alignof(int)];
inline static _Noreturn void m(void) {}
typedef int n[], (*o)(int, ...);
int p(int a[static const 3], int b[restrict], int c[*], int [*][4], int [const *(&a)]);
int q(), r(void), s(int x, ...);
struct { int x, y : 3, : 0; struct { int z; }; union u *w; } t;
struct e1 {}; union u2 { struct e1 x; int y[0]; char z[]; };
enum v { A, B = 2, C, } w; enum v; enum { D } x;
_Atomic int y; _Atomic(int *) z; int *_Atomic aa; _Atomic const int bb;
__typeof__(int *) cc; typeof(a + 1) dd; __auto_type ee = 1; __typeof_unqual__(bb) ee2;
float _Complex ff; _Complex gg; __complex__ double hh; double _Complex long ii;
__int128 jj; unsigned __int128 kk; __int128_t ll; __uint128_t mm;
_Float16 nn; _Float32 oo; _Float64x pp; _Float128 qq; __float128 rr; _Decimal64 ss; __float80 rr2;
__extension__ typedef long long tt; __extension__ struct { __extension__ union { int q; }; } uu;
__const int vv; __volatile__ int ww; int *__restrict__ xx; __inline int yy(void); __signed__ char zz;
_Static_assert(1, "m"); _Static_assert(1);
asm("top" " level"); 
main() { return 0; }
static ab; ac, *ad; extern ae(); const af = 1;
old(a, b, c) int a, *c; register char b; { return a; }
int (*fp(int x))(int y) { return 0; }
int (nested)(void) { int g(int x) { return x; } auto int h(void); int h(void) { return 1; } return g(h()); }
int forward(int n, int m; int a[n][m], int m);
__builtin_va_list ap;
#pragma pack(push, 1)
struct packed { char c;
#pragma pack(pop)
 int i; };
void pragmas(void) {
#pragma STDC FENV_ACCESS ON
  int x;
#pragma GCC unroll 4
  for (;;) ; 
#pragma last
}
int init[] = { [0] = 1, [1 ... 3] = 2, [4] 5, }; struct { int a, b[2]; } init2 = { .a = 1, .b[1] = 2, a: 3, .b = {1, [1] = 2} };
char str[] = "abc" "def\n\x41\101\e", *wide = L"a" "\u00e9" "\U0001F600"; unsigned short *u16 = u"\U0001F600x"; char *u8s = u8"é\0";
---- output ----
41:44: warning: obsolete use of designated initializer without '='
41:103: warning: obsolete use of designated initializer with ':'
42:20: warning: non-ISO-standard escape sequence, '\e'
(empty)
(declare int a (b (pointer)) (c (array 3)) (d (function (param void))) (e (array 2) (pointer)) (f (pointer) (array 2)) (g (function (param int)) (pointer) (function (param char)) (pointer)) (h = 1) (i (array) = {1, 2}))
(declare static const volatile unsigned long long int j)
(declare extern _Thread_local int k)
(declare _Thread_local int k2)
(declare register int (k3 (asm "rax")))
(declare (alignas 16) (alignas (type double)) char (l (array (_Alignof (type int)))))
(function static inline _Noreturn void (m (function (param void)))
  (block))
(declare typedef int (n (array)) (o (pointer) (function (param int) ...)))
(declare int (p (function (param int (a (array static const 3))) (param int (b (array restrict))) (param int (c (array *))) (param int (_ (array *) (array 4))) (param int (_ (array const (* (paren (& a)))))))))
(declare int (q (function ids)) (r (function (param void))) (s (function (param int x) ...)))
(declare (struct {
  (declare int x (y : 3) (_ : 0))
  (declare (struct {
    (declare int z)}))
  (declare (union u) (w (pointer)))}) t)
(declare (struct e1 {}))
(declare (union u2 {
  (declare (struct e1) x)
  (declare int (y (array 0)))
  (declare char (z (array)))}))
(declare (enum v {A, B = 2, C}) w)
(declare (enum v))
(declare (enum {D}) x)
(declare _Atomic int y)
(declare (_Atomic (type int (pointer))) z)
(declare int (aa (pointer _Atomic)))
(declare const _Atomic int bb)
(declare (typeof (type int (pointer))) cc)
(declare (typeof (+ a 1)) dd)
(declare __auto_type (ee = 1))
(declare (typeof_unqual bb) ee2)
(declare float _Complex ff)
(declare _Complex gg)
(declare _Complex double hh)
(declare double _Complex long ii)
(declare __int128 jj)
(declare unsigned __int128 kk)
(declare __int128_t ll)
(declare __uint128_t mm)
(declare _Float16 nn)
(declare _Float32 oo)
(declare _Float64x pp)
(declare _Float128 qq)
(declare _Float128 rr)
(declare _Decimal64 ss)
(declare __float80 rr2)
(declare typedef __extension__ long long tt)
(declare __extension__ (struct {
  (declare __extension__ (union {
    (declare __extension__ int q)}))}) uu)
(declare const int vv)
(declare volatile int ww)
(declare int (xx (pointer restrict)))
(declare inline int (yy (function (param void))))
(declare signed char zz)
(static_assert 1 "m")
(static_assert 1)
(asm "top level")
(function (main (function ids))
  (block
    (return 0)))
(declare static ab)
(declare ac (ad (pointer)))
(declare extern (ae (function ids)))
(declare const (af = 1))
(function (old (function ids a b c))
  (declare int a (c (pointer)))
  (declare register char b)
  (block
    (return a)))
(function int (fp (function (param int x)) (pointer) (function (param int y)))
  (block
    (return 0)))
(function int (nested (function (param void)))
  (block
    (function int (g (function (param int x)))
      (block
        (return x)))
    (declare auto int (h (function (param void))))
    (function int (h (function (param void)))
      (block
        (return 1)))
    (return (call g (call h)))))
(declare int (forward (function (forward int n) (forward int m) (param int (a (array n) (array m))) (param int m))))
(declare __builtin_va_list ap)
(pragma pack(push, 1))
(declare (struct packed {
  (declare char c)
  (pragma pack(pop))
  (declare int i)}))
(function void (pragmas (function (param void)))
  (block
    (pragma STDC FENV_ACCESS ON)
    (declare int x)
    (pragma GCC unroll 4)
    (for () () ()
      (empty))
    (pragma last)))
(declare int (init (array) = {[0] = 1, [1 ... 3] = 2, [4] = 5}))
(declare (struct {
  (declare int a (b (array 2)))}) (init2 = {.a = 1, .b[1] = 2, .a = 3, .b = {1, [1] = 2}}))
(declare char (str (array) = "abcdef\x0aAA\x1b") (wide (pointer) = L"a\xe9\x1f600"))
(declare unsigned short (u16 (pointer) = u"\xd83d\xde00x"))
(declare char (u8s (pointer) = u8"\xc3\xa9\x00"))
