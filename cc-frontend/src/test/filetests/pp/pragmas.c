// test pp
#pragma pack(push, 1)
#pragma STDC FP_CONTRACT ON
#define X 1
#pragma push_macro("X")
#undef X
#define X 2
X
#pragma pop_macro("X")
X
#pragma GCC poison bad
bad
int a; _Pragma("pack(pop)") int b;
#define P(x) _Pragma(#x) end
P(weak foo)
#pragma GCC warning "careful" " now"
#pragma GCC error "stop"
#pragma once
_Pragma(1)
#pragma redefine_extname a X
---- output ----
# 0 "pragmas.c"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 0 "<command-line>" 2
# 1 "pragmas.c"

#pragma pack(push, 1)
#pragma STDC FP_CONTRACT ON

       


2
       
1
       
bad
int a;
# 13 "pragmas.c"
#pragma pack(pop)
# 13 "pragmas.c"
 int b;


# 15 "pragmas.c"
#pragma weak foo
# 15 "pragmas.c"
 end
       
       
       
_Pragma)
#pragma redefine_extname a 1
==== diagnostics ====
pragmas.c:12:1: error: attempt to use poisoned "bad"
   12 | bad
      | ^~~
pragmas.c:16:21: warning: careful
   16 | #pragma GCC warning "careful" " now"
      |                     ^~~~~~~~~
pragmas.c:17:19: error: stop
   17 | #pragma GCC error "stop"
      |                   ^~~~~~
pragmas.c:18:9: warning: #pragma once in main file
   18 | #pragma once
      |         ^~~~
pragmas.c:19:8: error: _Pragma takes a parenthesized string literal
   19 | _Pragma(1)
      |        ^
