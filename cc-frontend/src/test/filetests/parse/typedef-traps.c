// test parse
typedef int T, *P;
typedef struct S { int T; T U; struct { T T; } V; T : 3; unsigned T2 : 4; const T : 2; } S;
T T1(T), (T2)(T T), T3(T (*T)(T T));
void f1(void) { T T; T = 1; { extern int T; T++; } }
void f2(int T) { T * 2; sizeof (T); (T) + 1; }
void f3(void) { int x = sizeof(T), y = sizeof (T) + 1, z = (T)1; { int T = sizeof T; (T)+1; } (T)+1; }
void f4(void) { int (T); T = 2; }
void f5(void) { int *(T); *T = 3; }
void f6(void) { T (x); T (*y); T (z)[2]; }
int f7(int (T));
int f8(int ((T)));
int f9(T), f10(const T), f11(unsigned T), f12(T T, int a[sizeof (T)]);
int f13(int f(T), T (*)(T), T ());
void f14(void) { for (T i = 0; i < 3; i++) ; for (T T = 0; T < 3; T++) T; T i; }
void f15(void) { enum { A = sizeof(T), T, B = T }; T + 1; }
void f16(void) { T: goto T; { T: ; } T x; }
void f17(void) { struct T { int a; } s; struct T *p; p->T; s.T; (S){ .T = 1, T: 2 }; __builtin_offsetof(S, V.T); }
int f18(a, b) T a, *b; { return *b + a; }
int f19(a) { return sizeof (T); }
int f20(x) T x; { T T = x; return T; }
void f21(T T) { typedef char T2; T2 c; }
unsigned T4; long T5;
void f22(void) { unsigned T; T = 1; }
void f23(void) { typedef int x; { x: ; x x; x = 1; } x y; }
void f24(void) { const T a, *const T, b = *T; }
typedef T (*F)(T), T6[sizeof(T)];
void f25(void) { if (sizeof(enum { T }) > 1) T + 1; T x; }
void f26(void) { T (*p)[sizeof (T)], q = (T (*)(T))0 != 0; }
_Static_assert(sizeof(T) == 4, "");
void f27(void) { &&T; goto *&&T; T: ; { __label__ T; T: ; } }
void f28(struct S { T x; } *T) { T->x; }
void f29(void) { T x = ({ int T = 1; T + 1; }); T y; }
int f30(void) { return _Generic((T)1, T: 1, int *: 2, default: (T)3); }
void f31(void) { S T = { .T = sizeof(T) }; T.T; }
extern T f32(P P, int n[(T)3]), f33(int n, struct { T T; } s);
---- output ----
18:78: warning: obsolete use of designated initializer with ':'
(declare typedef int T (P (pointer)))
(declare typedef (struct S {
  (declare int T)
  (declare $T U)
  (declare (struct {
    (declare $T T)}) V)
  (declare $T (_ : 3))
  (declare unsigned (T2 : 4))
  (declare const $T (_ : 2))}) S)
(declare $T (T1 (function (param $T))) (T2 (function (param $T T))) (T3 (function (param $T (T (pointer) (function (param $T T)))))))
(function void (f1 (function (param void)))
  (block
    (declare $T T)
    (do! (= T 1))
    (block
      (declare extern int T)
      (do! (post++ T)))))
(function void (f2 (function (param int T)))
  (block
    (do! (* T 2))
    (do! (sizeof (paren T)))
    (do! (+ (paren T) 1))))
(function void (f3 (function (param void)))
  (block
    (declare int (x = (sizeof (type $T))) (y = (+ (sizeof (type $T)) 1)) (z = (cast (type $T) 1)))
    (block
      (declare int (T = (sizeof T)))
      (do! (+ (paren T) 1)))
    (do! (cast (type $T) (+ 1)))))
(function void (f4 (function (param void)))
  (block
    (declare int T)
    (do! (= T 2))))
(function void (f5 (function (param void)))
  (block
    (declare int (T (pointer)))
    (do! (= (* T) 3))))
(function void (f6 (function (param void)))
  (block
    (declare $T x)
    (declare $T (y (pointer)))
    (declare $T (z (array 2)))))
(declare int (f7 (function (param int (_ (function (param $T)))))))
(declare int (f8 (function (param int (_ (function (param $T)))))))
(declare int (f9 (function (param $T))) (f10 (function (param const $T))) (f11 (function (param unsigned T))) (f12 (function (param $T T) (param int (a (array (sizeof (paren T))))))))
(declare int (f13 (function (param int (f (function (param $T)))) (param $T (_ (pointer) (function (param $T)))) (param $T (_ (function ids))))))
(function void (f14 (function (param void)))
  (block
    (for (declare $T (i = 0)) (< i 3) (post++ i)
      (empty))
    (for (declare $T (T = 0)) (< T 3) (post++ T)
      (do! T))
    (declare $T i)))
(function void (f15 (function (param void)))
  (block
    (declare (enum {A = (sizeof (type $T)), T, B = T}))
    (do! (+ T 1))))
(function void (f16 (function (param void)))
  (block
    (label T)
    (goto T)
    (block
      (label T)
      (empty))
    (declare $T x)))
(function void (f17 (function (param void)))
  (block
    (declare (struct T {
      (declare int a)}) s)
    (declare (struct T) (p (pointer)))
    (do! (-> p T))
    (do! (. s T))
    (do! (literal (type $S) {.T = 1, .T = 2}))
    (do! (offsetof (type $S) .V.T))))
(function int (f18 (function ids a b))
  (declare $T a (b (pointer)))
  (block
    (return (+ (* b) a))))
(function int (f19 (function ids a))
  (block
    (return (sizeof (type $T)))))
(function int (f20 (function ids x))
  (declare $T x)
  (block
    (declare $T (T = x))
    (return T)))
(function void (f21 (function (param $T T)))
  (block
    (declare typedef char T2)
    (declare $T2 c)))
(declare unsigned T4)
(declare long T5)
(function void (f22 (function (param void)))
  (block
    (declare unsigned T)
    (do! (= T 1))))
(function void (f23 (function (param void)))
  (block
    (declare typedef int x)
    (block
      (label x)
      (empty)
      (declare $x x)
      (do! (= x 1)))
    (declare $x y)))
(function void (f24 (function (param void)))
  (block
    (declare const $T a (T (pointer const)) (b = (* T)))))
(declare typedef $T (F (pointer) (function (param $T))) (T6 (array (sizeof (type $T)))))
(function void (f25 (function (param void)))
  (block
    (if (> (sizeof (type (enum {T}))) 1)
      (do! (+ T 1)))
    (declare $T x)))
(function void (f26 (function (param void)))
  (block
    (declare $T (p (pointer) (array (sizeof (type $T)))) (q = (!= (cast (type $T (pointer) (function (param $T))) 0) 0)))))
(static_assert (== (sizeof (type $T)) 4) "")
(function void (f27 (function (param void)))
  (block
    (do! (&& T))
    (goto * (&& T))
    (label T)
    (empty)
    (block
      (__label__ T)
      (label T)
      (empty))))
(function void (f28 (function (param (struct S {
  (declare $T x)}) (T (pointer)))))
  (block
    (do! (-> T x))))
(function void (f29 (function (param void)))
  (block
    (declare $T (x = (value (block
      (declare int (T = 1))
      (do! (+ T 1))))))
    (declare $T y)))
(function int (f30 (function (param void)))
  (block
    (return (generic (cast (type $T) 1) ((type $T) 1) ((type int (pointer)) 2) (default (cast (type $T) 3))))))
(function void (f31 (function (param void)))
  (block
    (declare $S (T = {.T = (sizeof (paren T))}))
    (do! (. T T))))
(declare extern $T (f32 (function (param $P P) (param int (n (array (cast (type $T) 3)))))) (f33 (function (param int n) (param (struct {
  (declare $T T)}) s))))
