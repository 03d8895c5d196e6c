// test pp
#line 100
__LINE__
#line 200 "other.c"
__LINE__ __FILE__
# 300 "third.h" 3
__LINE__ __FILE__
#line 0x10
#line
#line 1 2
#define f(x) x __LINE__
f(
__LINE__
)
f







(1) after
---- output ----
# 0 "lines.c"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 0 "<command-line>" 2
# 1 "lines.c"
# 100 "lines.c"
100
# 200 "other.c"
200 "other.c"
# 300 "third.h" 3

# 300 "third.h" 3
300 "third.h"




306 305


1 308







    after
==== diagnostics ====
third.h:301:7: error: "0x10" after #line is not a positive integer
    8 | #line 0x10
      |       ^~~~
third.h:302:6: error: unexpected end of file after #line
    9 | #line
      |      ^
third.h:303:9: error: "2" is not a valid filename
   10 | #line 1 2
      |         ^
