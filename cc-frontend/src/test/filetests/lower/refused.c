// test sorry
_Float16 half(_Float16 x) { return x; }
void *apply(void) { return __builtin_apply_args(); }
---- output ----
refused.c:2:10: sorry, unimplemented: half-precision floating point
    2 | _Float16 half(_Float16 x) { return x; }
      |          ^~~~
refused.c: In function 'apply':
refused.c:3:48: sorry, unimplemented: __builtin_apply_args
    3 | void *apply(void) { return __builtin_apply_args(); }
      |                                                ^
