// test parse c90
int inline, restrict, typeof, asm; __inline int f(int *__restrict p);
---- output ----
(declare int inline restrict typeof asm)
(declare inline int (f (function (param int (p (pointer restrict))))))
