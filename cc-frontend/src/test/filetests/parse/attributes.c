// test parse
__attribute__((unused)) int a __attribute__((__aligned__(16), section("x"))), __attribute__((weak)) b;
int __attribute__((const)) c(void) __attribute__((nonnull(1, 2), , format(printf, 1, 2)));
struct __attribute__((packed)) S { int x __attribute__((aligned(2))); int y : 3 __attribute__((packed)), z __attribute__((a)); } __attribute__((aligned(8))) d;
struct S2 { int x; } __attribute__((packed)) *e;
enum __attribute__((packed)) E { A __attribute__((deprecated)), B __attribute__((deprecated("x"))) = 2 } __attribute__((b));
typedef int v4 __attribute__((vector_size(16))), __attribute__((mode(DI))) di;
int *__attribute__((c)) const __attribute__((d)) f, (__attribute__((e)) g), (__attribute__((f)) *h)(int);
void i(int a __attribute__((unused)), int *__attribute__((g)), int __attribute__((h)), __attribute__((i)) int x);
void j(void (__attribute__((ms_abi)) *)(int), int (__attribute__((j)) int), int(__attribute__((k)) *)[3]);
__attribute__((noreturn)) __attribute__((cold)) void k(void) { }
void l(void) {
  __attribute__((unused)) int x; int y __attribute__((cleanup(k)));
  switch (1) { case 1: k(); __attribute__((fallthrough)); case 2: if (x) __attribute__((fallthrough)); default: ; }
 L: __attribute__((unused)); M: __attribute__((cold)) k();
  (__attribute__((vector_size(16))) int) x; int z = (int __attribute__((l)) *)0 != 0;
}
int m() __attribute__((alias("k"), visibility("hidden"), mode(__DI__), cleanup(T)));
int n asm("_n") __attribute__((m)) = 3, o __asm__("o");
[[nodiscard]] int p [[deprecated("x")]] [3] [[gnu::unused]], q(void) [[noreturn]];
struct [[gnu::packed]] S3 { [[maybe_unused]] int x [[a]] : 3; }; enum [[b]] { C [[c]] = 1 };
[[foo::bar(any (balanced) [tokens] { + })]] int r; [[__gnu__::__packed__, , __nodiscard__]] int s; [[]];
void t(int [[a]] x [[b]]) { [[c]] int y; [[fallthrough]]; [[d]] L: [[e]] y = 1; [[f]] { } if (y) [[g]] ; [[h]] case 1: [[i]] default: ; for ([[j]] int k;;) ; }
int u = __builtin_has_attribute(a, aligned(16)) + __builtin_has_attribute(struct S, packed);
__attribute__((const, static, int)) int w(void);
---- output ----
(declare int [unused] (a [aligned(16)] [section("x")]) (b [weak]))
(declare int [const] (c (function (param void)) [nonnull(1, 2)] [format(printf, 1, 2)]))
(declare (struct S [packed] [aligned(8)] {
  (declare int (x [aligned(2)]))
  (declare int (y [packed] : 3) (z [a]))}) d)
(declare (struct S2 [packed] {
  (declare int x)}) (e (pointer)))
(declare (enum E [packed] [b] {A [deprecated], B [deprecated("x")] = 2}))
(declare typedef int (v4 [vector_size(16)]) (di [mode(DI)]))
(declare int (f (pointer const [c] [d])) (g [e]) (h (pointer) [f] (function (param int))))
(declare void (i (function (param int (a [unused])) (param int (_ (pointer [g]))) (param int [h]) (param int [i] x))))
(declare void (j (function (param void (_ (pointer) [ms_abi] (function (param int)))) (param int (_ (function (param int [j])))) (param int (_ (pointer) [k] (array 3))))))
(function void [noreturn] [cold] (k (function (param void)))
  (block))
(function void (l (function (param void)))
  (block
    (declare int [unused] x)
    (declare int (y [cleanup(k)]))
    (switch 1
      (block
        (case 1)
        (do! (call k))
        (empty [fallthrough])
        (case 2)
        (if x
          (empty [fallthrough]))
        (default)
        (empty)))
    (label L [unused])
    (empty)
    (label M [cold])
    (do! (call k))
    (do! (cast (type int [vector_size(16)]) x))
    (declare int (z = (!= (cast (type int [l] (pointer)) 0) 0)))))
(declare int (m (function ids) [alias("k")] [visibility("hidden")] [mode(__DI__)] [cleanup(T)]))
(declare int (n (asm "_n") [m] = 3) (o (asm "o")))
(declare int [nodiscard] (p (array 3 [gnu::unused]) [deprecated("x")]) (q (function (param void) [noreturn])))
(declare (struct S3 [gnu::packed] {
  (declare int [maybe_unused] (x [a] : 3))}))
(declare (enum [b] {C [c] = 1}))
(declare int [foo::bar] r)
(declare int [gnu::packed] [nodiscard] s)
(empty)
(function void (t (function (param int [a] (x [b]))))
  (block
    (declare int [c] y)
    (empty [fallthrough])
    (label L [d])
    (do! (= y 1))
    (block)
    (if y
      (empty [g]))
    (case 1)
    (default)
    (empty)
    (for (declare int [j] k) () ()
      (empty))))
(declare int (u = (+ (has_attribute a [aligned(16)]) (has_attribute (type (struct S)) [packed]))))
(declare int [const] [static] [int] (w (function (param void))))
