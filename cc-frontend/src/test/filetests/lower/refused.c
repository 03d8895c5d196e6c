// test sorry
void *apply(void) { return __builtin_apply_args(); }
---- output ----
refused.c: In function 'apply':
refused.c:2:48: sorry, unimplemented: __builtin_apply_args
    2 | void *apply(void) { return __builtin_apply_args(); }
      |                                                ^
