// test parse
void f(int a) {
  ; {} a; if (a) ; if (a) a; else a; if (a) if (a) 1; else 2; else 3;
  while (a) continue; do a; while (a); for (;;) break; for (a = 1; a; a++) { } for (int i = 0, j; ; ) ;
  switch (a) { case 1: case 2 ... 5: a; break; default: ; }
  switch (a) case 1: a; 
  if (a) L: M: a; 
  goto L; goto *&&L; return; return a;
  a: b: c: ;
  { __label__ x, y; x: y: ; }
  asm("nop"); asm volatile("nop"); __asm__ __volatile__ ("" ::: "memory"); asm("" : "=r"(a)); 
  asm("%0 %[b]" "x" : [r] "=r"(a), "+m" (*&a) : [b] "r" (a + 1), "i"(1) : "cc", "memory");
  asm goto ("jmp %l0" : : "r"(a) : "cc" : L, M); asm inline volatile ("x"::"r"(1)); asm("" :: : "a" "b");
  int x = ({ int y = 1; y + a; }); ({}); __extension__ ({ 1; });
  __extension__ int z; __extension__ a; __extension__ __extension__ int w; 
  _Static_assert(1, ""); typedef int T; T t; L2: int decl; end:
}
---- output ----
(function void (f (function (param int a)))
  (block
    (empty)
    (block)
    (do! a)
    (if a
      (empty))
    (if a
      (do! a)
      (do! a))
    (if a
      (if a
        (do! 1)
        (do! 2))
      (do! 3))
    (while a
      (continue))
    (do
      (do! a)
      a)
    (for () () ()
      (break))
    (for (do! (= a 1)) a (post++ a)
      (block))
    (for (declare int (i = 0) j) () ()
      (empty))
    (switch a
      (block
        (case 1)
        (case 2 ... 5)
        (do! a)
        (break)
        (default)
        (empty)))
    (switch a
      (labeled
        (case 1)
        (do! a)))
    (if a
      (labeled
        (label L)
        (label M)
        (do! a)))
    (goto L)
    (goto * (&& L))
    (return)
    (return a)
    (label a)
    (label b)
    (label c)
    (empty)
    (block
      (__label__ x y)
      (label x)
      (label y)
      (empty))
    (asm "nop")
    (asm volatile "nop")
    (asm volatile "" : : : "memory" :)
    (asm "" : ("=r" a) : : :)
    (asm "%0 %[b]x" : ([r] "=r" a) ("+m" (* (& a))) : ([b] "r" (+ a 1)) ("i" 1) : "cc" "memory" :)
    (asm goto "jmp %l0" : : ("r" a) : "cc" : L M)
    (asm volatile inline "x" : : ("r" 1) : :)
    (asm "" : : : "ab" :)
    (declare int (x = (value (block
      (declare int (y = 1))
      (do! (+ y a))))))
    (do! (value (block)))
    (do! (__extension__ (value (block
      (do! 1)))))
    (declare __extension__ int z)
    (do! (__extension__ a))
    (declare __extension__ int w)
    (static_assert 1 "")
    (declare typedef int T)
    (declare $T t)
    (label L2)
    (declare int decl)
    (label end)))
