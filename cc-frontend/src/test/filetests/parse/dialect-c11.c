// test parse c11
int typeof, asm; inline int f(int *restrict p) { __asm__("x"); __typeof__(p) q; return typeof * asm; }
---- output ----
(declare int typeof asm)
(function inline int (f (function (param int (p (pointer restrict)))))
  (block
    (asm "x")
    (declare (typeof p) q)
    (return (* typeof asm))))
