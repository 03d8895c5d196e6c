// test pp
#define EMPTY
#define plus +
#define f(x) =x=
#define id(x) x
#define str(x) #x
#define xstr(x) str(x)
+plus -EMPTY- +EMPTY+ f(=) f() -id(-)- plus+ plus=
id( a ) id(a)b [id(  )] xstr( id( a  b ) c ) xstr(plus+) xstr(id(a)id(b)) xstr(EMPTY a EMPTY)
   indented
	tab
x id(1
)


many



lines apart









end EMPTY
id
(1) id
;
---- output ----
# 0 "spacing.c"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 0 "<command-line>" 2
# 1 "spacing.c"







+ + - - + + = = = = = - - - + + + =
a a b [] "a b c" "++" "ab" "a"
   indented
 tab
x 1



many



lines apart
# 30 "spacing.c"
end
1
    id
;
