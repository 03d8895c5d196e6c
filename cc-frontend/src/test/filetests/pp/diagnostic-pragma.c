// test pp -P -Wundef
#if UNDEFINED1
#endif
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wundef"
#if UNDEFINED2
#endif
#include "inner.h"
#if UNDEFINED3
#endif
#pragma GCC diagnostic pop
#if UNDEFINED4
#endif
#pragma GCC diagnostic error "-Wundef"
#if UNDEFINED5
#endif
#pragma GCC diagnostic nonsense
#pragma GCC diagnostic ignored "undef"
//// inner.h
#if UNDEFINED6
#endif
#pragma GCC diagnostic warning "-Wundef"
#if UNDEFINED7
#endif
---- output ----
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wundef"
#pragma GCC diagnostic warning "-Wundef"
#pragma GCC diagnostic pop
#pragma GCC diagnostic error "-Wundef"
#pragma GCC diagnostic nonsense
#pragma GCC diagnostic ignored "undef"
==== diagnostics ====
diagnostic-pragma.c:2:5: warning: "UNDEFINED1" is not defined, evaluates to 0 [-Wundef]
    2 | #if UNDEFINED1
      |     ^~~~~~~~~~
In file included from diagnostic-pragma.c:8:
inner.h:4:5: warning: "UNDEFINED7" is not defined, evaluates to 0 [-Wundef]
    4 | #if UNDEFINED7
      |     ^~~~~~~~~~
diagnostic-pragma.c:9:5: warning: "UNDEFINED3" is not defined, evaluates to 0 [-Wundef]
    9 | #if UNDEFINED3
      |     ^~~~~~~~~~
diagnostic-pragma.c:12:5: warning: "UNDEFINED4" is not defined, evaluates to 0 [-Wundef]
   12 | #if UNDEFINED4
      |     ^~~~~~~~~~
diagnostic-pragma.c:15:5: error: "UNDEFINED5" is not defined, evaluates to 0 [-Werror=undef]
   15 | #if UNDEFINED5
      |     ^~~~~~~~~~
diagnostic-pragma.c:17:24: warning: expected 'error', 'warning', 'ignored', 'push', 'pop', 'ignored_attributes' after '#pragma GCC diagnostic' [-Wpragmas]
   17 | #pragma GCC diagnostic nonsense
      |                        ^~~~~~~~
diagnostic-pragma.c:18:32: warning: 'undef' is not an option that controls warnings [-Wpragmas]
   18 | #pragma GCC diagnostic ignored "undef"
      |                                ^~~~~~~
