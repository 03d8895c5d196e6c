// test pp -P
#define cat(a, b) a ## b
#define xcat(a, b) cat(a, b)
cat(a, b) cat(1, 2) cat(1, x) cat(x, 1) cat(., 5) cat(<, <=) cat(-, >) cat(L, "s") cat(u8, "t") cat(L, 'c') cat(%:, %:) cat(, a) cat(a, ) cat(,)
cat(cat, (1, 2)) xcat(cat(1, 2), 3) xcat(__LI, NE__)
cat(+, 1)
cat("a", "b")
cat(/, /)
#define AB expanded
cat(A, B) cat(a b, c d)
---- output ----
ab 12 1x x1 .5 <<= -> L"s" u8"t" L'c' %:%: a a
cat (1, 2) 123 5
+ 1
"a" "b"
/ /
expanded a bc d
==== diagnostics ====
paste.c:5:5: error: pasting "cat" and "(" does not give a valid preprocessing token
    5 | cat(cat, (1, 2)) xcat(cat(1, 2), 3) xcat(__LI, NE__)
      |     ^~~
paste.c:2:19: note: in definition of macro 'cat'
    2 | #define cat(a, b) a ## b
      |                   ^
paste.c:6:5: error: pasting "+" and "1" does not give a valid preprocessing token
    6 | cat(+, 1)
      |     ^
paste.c:2:19: note: in definition of macro 'cat'
    2 | #define cat(a, b) a ## b
      |                   ^
paste.c:7:5: error: pasting ""a"" and ""b"" does not give a valid preprocessing token
    7 | cat("a", "b")
      |     ^~~
paste.c:2:19: note: in definition of macro 'cat'
    2 | #define cat(a, b) a ## b
      |                   ^
paste.c:8:5: error: pasting "/" and "/" does not give a valid preprocessing token
    8 | cat(/, /)
      |     ^
paste.c:2:19: note: in definition of macro 'cat'
    2 | #define cat(a, b) a ## b
      |                   ^
