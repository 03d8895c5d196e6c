// test parse
typedef int T; struct S { int a, b[2]; struct S *n; } s;
int a = 1 + 2 * 3 - 4 / 5 % 6 << 7 >> 8 < 9 > 10 <= 11 >= 12 == 13 != 14 & 15 ^ 16 | 17 && 18 || 19;
int b = 1 - 2 - 3, c = 1 * (2 + 3) * -4, d = !~+-1, e = a ? b : c ? d : e, f = a ?: b, g = a ? b, c : d;
void h(int x, int *p, T (*fp)(int)) {
  x = p[1] = *p++ + ++*p - --x - x--; x += 1, x -= 2; x *= x /= x %= x <<= x >>= x &= x ^= x |= 3;
  fp(1)(2, 3)[4].a->b++; (*fp)(x); &p[1]; *&*p; sizeof x; sizeof (x); sizeof (T); sizeof (T[3]) + 1; sizeof (T){1}; sizeof (x)++; sizeof -x;
  (T)x; (T)(x); (T)-x; (T)*p; (T)&x; (T)+x * 2; (T){1}; (T[]){1, 2}[1]; (struct S){1}.a; (T)(T)x; (T)sizeof x; (char)x++; (T *)p->a;
  _Alignof(T); __alignof__ x; __alignof__(T); __real__ x + __imag__ x; &&lab; x && &&lab == 0;
  _Generic(x, int: 1, default: 2, T *: (3, 4)); _Generic(int, int: 1);
  __builtin_va_arg(p, T *); __builtin_offsetof(struct S, n->b[1 + 1].a); __builtin_types_compatible_p(T, int (*)(T));
  __builtin_choose_expr(1, x, p); __builtin_convertvector(x, T); __builtin_tgmath(fp, x, x); __builtin_expect(x, 0); __builtin_complex(1.0, 2.0);
  "a" "b"[1]; L"x"[0]; 'a' + L'b'; x ? 1 : (x, 2); x ? : 3; (x) = 1; ((x)); -x + !x; x & *p && &x; x ? x = 1 : x; 
  1ul; 0x7fU; 017; 0b101LL; 1.5e3f; .5L; 0x1.8p3; 1e5q; 2i; 3.0fi; 1.0if; 1.1f128; 2.2f64x; 1.0df; 5wb0;
  x = y = z; (void)0; x ? ({ 1; }) : (T){2}; lab: ;
}
---- output ----
14:20: warning: binary constants are a C2X feature or GCC extension
14:57: warning: imaginary constants are a GCC extension
14:61: warning: imaginary constants are a GCC extension
14:68: warning: imaginary constants are a GCC extension
14:100: error: invalid suffix "wb0" on integer constant
(declare typedef int T)
(declare (struct S {
  (declare int a (b (array 2)))
  (declare (struct S) (n (pointer)))}) s)
(declare int (a = (|| (&& (| (^ (& (!= (== (>= (<= (> (< (>> (<< (- (+ 1 (* 2 3)) (% (/ 4 5) 6)) 7) 8) 9) 10) 11) 12) 13) 14) 15) 16) 17) 18) 19)))
(declare int (b = (- (- 1 2) 3)) (c = (* (* 1 (paren (+ 2 3))) (- 4))) (d = (! (~ (+ (- 1))))) (e = (? a b (? c d e))) (f = (?: a b)) (g = (? a (, b c) d)))
(function void (h (function (param int x) (param int (p (pointer))) (param $T (fp (pointer) (function (param int))))))
  (block
    (do! (= x (= (index p 1) (- (- (+ (* (post++ p)) (++ (* p))) (-- x)) (post-- x)))))
    (do! (, (+= x 1) (-= x 2)))
    (do! (*= x (/= x (%= x (<<= x (>>= x (&= x (^= x (|= x 3)))))))))
    (do! (post++ (-> (. (index (call (call fp 1) 2 3) 4) a) b)))
    (do! (call (paren (* fp)) x))
    (do! (& (index p 1)))
    (do! (* (& (* p))))
    (do! (sizeof x))
    (do! (sizeof (paren x)))
    (do! (sizeof (type $T)))
    (do! (+ (sizeof (type $T (array 3))) 1))
    (do! (sizeof (literal (type $T) {1})))
    (do! (sizeof (post++ (paren x))))
    (do! (sizeof (- x)))
    (do! (cast (type $T) x))
    (do! (cast (type $T) (paren x)))
    (do! (cast (type $T) (- x)))
    (do! (cast (type $T) (* p)))
    (do! (cast (type $T) (& x)))
    (do! (* (cast (type $T) (+ x)) 2))
    (do! (literal (type $T) {1}))
    (do! (index (literal (type $T (array)) {1, 2}) 1))
    (do! (. (literal (type (struct S)) {1}) a))
    (do! (cast (type $T) (cast (type $T) x)))
    (do! (cast (type $T) (sizeof x)))
    (do! (cast (type char) (post++ x)))
    (do! (cast (type $T (pointer)) (-> p a)))
    (do! (_Alignof (type $T)))
    (do! (__alignof__ x))
    (do! (__alignof__ (type $T)))
    (do! (+ (__real__ x) (__imag__ x)))
    (do! (&& lab))
    (do! (&& x (== (&& lab) 0)))
    (do! (generic x ((type int) 1) (default 2) ((type $T (pointer)) (paren (, 3 4)))))
    (do! (generic (type int) ((type int) 1)))
    (do! (va_arg p (type $T (pointer))))
    (do! (offsetof (type (struct S)) .n[0].b[(+ 1 1)].a))
    (do! (types_compatible (type $T) (type int (pointer) (function (param $T)))))
    (do! (choose_expr 1 x p))
    (do! (convertvector x (type $T)))
    (do! (tgmath fp x x))
    (do! (call __builtin_expect x 0))
    (do! (call __builtin_complex 1.0 2.0))
    (do! (index "ab" 1))
    (do! (index L"x" 0))
    (do! (+ (char 97) (char L 98)))
    (do! (? x 1 (paren (, x 2))))
    (do! (?: x 3))
    (do! (= (paren x) 1))
    (do! (paren (paren x)))
    (do! (+ (- x) (! x)))
    (do! (&& (& x (* p)) (& x)))
    (do! (? x (= x 1) x))
    (do! 1ul)
    (do! 0x7fu)
    (do! 0xf)
    (do! 0x5ll)
    (do! 1.5e3f)
    (do! .5l)
    (do! 0x1.8p3)
    (do! 1e5q)
    (do! 2i)
    (do! 3.0fi)
    (do! 1.0fi)
    (do! 1.1f128)
    (do! 2.2f64x)
    (do! 1.0df)
    (do! (error))
    (do! (= x (= y z)))
    (do! (cast (type void) 0))
    (do! (? x (value (block
      (do! 1))) (literal (type $T) {2})))
    (label lab)
    (empty)))
