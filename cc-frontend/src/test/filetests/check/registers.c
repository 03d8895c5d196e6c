// test check
register int a asm("rbx") = 3;
register struct { long x, y; } s asm("r12");
int *f(void) { return &a; }
register int b asm("nope");
---- output ----
2:14: error: global register variable has initial value
3:32: error: data type of 's' isn't suitable for a register
4:23: error: address of global register variable 'a' requested
5:14: error: invalid register name for 'b'
