// test pp -P
#define
#define 1
#define defined
#define F(
#define F(a
#define F(a,
#define F(a b)
#define F(a,a) x
#define F(1)
#define F(...,a)
#define G(a) #b
#define H ## a
#define I a ##
#define J(a) a ## ## b
#define K+1
#define L 1
#define L 2
#define M(a) a
#define M(b) b
#define N(a) # a
#define N(a) #a
#define O a b
#define O a   b
#define __FILE__ 1
#undef __LINE__
#undef
#undef 2
#undef X Y
#define P(a, b) a + b
P(1) P(1,2,3) P P() L
#define Q() 0
Q(1) Q() Q( )
#define R(a, ...) a
R()
P(1, (2, 3)
---- output ----
P P P P 2
Q 0 0

P
==== diagnostics ====
definitions.c:2:8: error: no macro name given in #define directive
    2 | #define
      |        ^
definitions.c:3:9: error: macro names must be identifiers
    3 | #define 1
      |         ^
definitions.c:4:9: error: "defined" cannot be used as a macro name
    4 | #define defined
      |         ^~~~~~~
definitions.c:5:11: error: expected parameter name before end of line
    5 | #define F(
      |           ^
definitions.c:6:12: error: expected ')' before end of line
    6 | #define F(a
      |            ^
definitions.c:7:13: error: expected parameter name before end of line
    7 | #define F(a,
      |             ^
definitions.c:8:13: error: expected ',' or ')', found "b"
    8 | #define F(a b)
      |             ^
definitions.c:9:13: error: duplicate macro parameter "a"
    9 | #define F(a,a) x
      |             ^
definitions.c:10:11: error: expected parameter name, found "1"
   10 | #define F(1)
      |           ^
definitions.c:11:14: error: expected ')' after "..."
   11 | #define F(...,a)
      |              ^
definitions.c:12:14: error: '#' is not followed by a macro parameter
   12 | #define G(a) #b
      |              ^
definitions.c:13:9: error: '##' cannot appear at either end of a macro expansion
   13 | #define H ## a
      |         ^
definitions.c:14:9: error: '##' cannot appear at either end of a macro expansion
   14 | #define I a ##
      |         ^
definitions.c:16:9: warning: ISO C99 requires whitespace after the macro name
   16 | #define K+1
      |         ^
definitions.c:18: warning: "L" redefined
   18 | #define L 2
      | 
definitions.c:17: note: this is the location of the previous definition
   17 | #define L 1
      | 
definitions.c:20: warning: "M" redefined
   20 | #define M(b) b
      | 
definitions.c:19: note: this is the location of the previous definition
   19 | #define M(a) a
      | 
definitions.c:22: warning: "N" redefined
   22 | #define N(a) #a
      | 
definitions.c:21: note: this is the location of the previous definition
   21 | #define N(a) # a
      | 
definitions.c:25: warning: "__FILE__" redefined [-Wbuiltin-macro-redefined]
   25 | #define __FILE__ 1
      | 
definitions.c:26:8: warning: undefining "__LINE__"
   26 | #undef __LINE__
      |        ^~~~~~~~
definitions.c:27:7: error: no macro name given in #undef directive
   27 | #undef
      |       ^
definitions.c:28:8: error: macro names must be identifiers
   28 | #undef 2
      |        ^
definitions.c:29:10: warning: extra tokens at end of #undef directive
   29 | #undef X Y
      |          ^
definitions.c:31:4: error: macro "P" requires 2 arguments, but only 1 given
   31 | P(1) P(1,2,3) P P() L
      |    ^
definitions.c:30: note: macro "P" defined here
   30 | #define P(a, b) a + b
      | 
definitions.c:31:13: error: macro "P" passed 3 arguments, but takes just 2
   31 | P(1) P(1,2,3) P P() L
      |             ^
definitions.c:30: note: macro "P" defined here
   30 | #define P(a, b) a + b
      | 
definitions.c:31:19: error: macro "P" requires 2 arguments, but only 1 given
   31 | P(1) P(1,2,3) P P() L
      |                   ^
definitions.c:30: note: macro "P" defined here
   30 | #define P(a, b) a + b
      | 
definitions.c:33:4: error: macro "Q" passed 1 arguments, but takes just 0
   33 | Q(1) Q() Q( )
      |    ^
definitions.c:32: note: macro "Q" defined here
   32 | #define Q() 0
      | 
definitions.c:36:12: error: unterminated argument list invoking macro "P"
   36 | P(1, (2, 3)
      |            ^
