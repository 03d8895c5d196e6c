// test pp -P
#define f(x) x
#include "u.h"
'abc
"def
'' u'
f(1
//// u.h
f(2
/* never closed
---- output ----
f
'abc
"def
'' u'
f
==== diagnostics ====
In file included from unterminated.c:3:
u.h:2:1: error: unterminated comment
    2 | /* never closed
      | ^
u.h:2:16: error: unterminated argument list invoking macro "f"
    2 | /* never closed
      |                ^
unterminated.c:4:1: warning: missing terminating ' character
    4 | 'abc
      | ^
unterminated.c:5:1: warning: missing terminating " character
    5 | "def
      | ^
unterminated.c:6:4: warning: missing terminating ' character
    6 | '' u'
      |    ^
unterminated.c:7:4: error: unterminated argument list invoking macro "f"
    7 | f(1
      |    ^
