// test pp -P
#define ADD(a, b) a ## b
#define OUTER(x) ADD(x, +) + 1
int v = OUTER(y);
	int w = ADD(<,
	 "s");
#define NEST(x) OUTER(x)
NEST(z)
#error "quotes" and 'more'
#warning careful
#unknown directive
---- output ----
int v = y + + 1;
 int w = < "s";
z + + 1
==== diagnostics ====
macro-trace.c:4:15: error: pasting "y" and "+" does not give a valid preprocessing token
    4 | int v = OUTER(y);
      |               ^
macro-trace.c:2:19: note: in definition of macro 'ADD'
    2 | #define ADD(a, b) a ## b
      |                   ^
macro-trace.c:4:9: note: in expansion of macro 'OUTER'
    4 | int v = OUTER(y);
      |         ^~~~~
macro-trace.c:5:21: error: pasting "<" and ""s"" does not give a valid preprocessing token
    5 |         int w = ADD(<,
      |                     ^
macro-trace.c:2:19: note: in definition of macro 'ADD'
    2 | #define ADD(a, b) a ## b
      |                   ^
macro-trace.c:8:6: error: pasting "z" and "+" does not give a valid preprocessing token
    8 | NEST(z)
      |      ^
macro-trace.c:2:19: note: in definition of macro 'ADD'
    2 | #define ADD(a, b) a ## b
      |                   ^
macro-trace.c:7:17: note: in expansion of macro 'OUTER'
    7 | #define NEST(x) OUTER(x)
      |                 ^~~~~
macro-trace.c:8:1: note: in expansion of macro 'NEST'
    8 | NEST(z)
      | ^~~~
macro-trace.c:9:2: error: #error "quotes" and 'more'
    9 | #error "quotes" and 'more'
      |  ^~~~~
macro-trace.c:10:2: warning: #warning careful [-Wcpp]
   10 | #warning careful
      |  ^~~~~~~
macro-trace.c:11:2: error: invalid preprocessing directive #unknown
   11 | #unknown directive
      |  ^~~~~~~
