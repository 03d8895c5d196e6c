// test pp -P
#if
#endif
#if 1 +
#endif
#if (1
#endif
#if 1)
#endif
#if ()
#endif
#if 1 2
#endif
#if 1 = 1
#endif
#if * 2
#endif
#if 1.0
#endif
#if 08
#endif
#if 1xyz
#endif
#if 1 / 0
#endif
#if "a"
#endif
#if f(1)
#endif
#if 1 ? 2
#endif
#if ''
#endif
#if defined
#endif
#if defined(X
#endif
#if 9223372036854775807 + 1 < 0
#endif
#if 99999999999999999999
#endif
#else
#endif
#elif 1
#if 1
#else
#else
#elif 0
#endif junk
#ifdef
#endif
#ifdef 3
#endif
#ifdef A B
#endif
#if 1
---- output ----
==== diagnostics ====
if-errors.c:2:4: error: #if with no expression
    2 | #if
      |    ^
if-errors.c:4:8: error: operator '+' has no right operand
    4 | #if 1 +
      |        ^
if-errors.c:6:5: error: missing ')' in expression
    6 | #if (1
      |     ^
if-errors.c:8:6: error: missing '(' in expression
    8 | #if 1)
      |      ^
if-errors.c:10:6: error: missing expression between '(' and ')'
   10 | #if ()
      |      ^
if-errors.c:12:7: error: missing binary operator before token "2"
   12 | #if 1 2
      |       ^
if-errors.c:14:7: error: token "=" is not valid in preprocessor expressions
   14 | #if 1 = 1
      |       ^
if-errors.c:16:5: error: operator '*' has no left operand
   16 | #if * 2
      |     ^
if-errors.c:18:5: error: floating constant in preprocessor expression
   18 | #if 1.0
      |     ^~~
if-errors.c:20:5: error: invalid digit "8" in octal constant
   20 | #if 08
      |     ^~
if-errors.c:22:5: error: invalid suffix "xyz" on integer constant
   22 | #if 1xyz
      |     ^~~~
if-errors.c:24:7: error: division by zero in #if
   24 | #if 1 / 0
      |       ^
if-errors.c:26:5: error: token ""a"" is not valid in preprocessor expressions
   26 | #if "a"
      |     ^~~
if-errors.c:28:6: error: missing binary operator before token "("
   28 | #if f(1)
      |      ^
if-errors.c:30:10: error: '?' without following ':'
   30 | #if 1 ? 2
      |          ^
if-errors.c:32:5: error: empty character constant
   32 | #if ''
      |     ^~
if-errors.c:34:12: error: operator "defined" requires an identifier
   34 | #if defined
      |            ^
if-errors.c:36:14: error: missing ')' after "defined"
   36 | #if defined(X
      |              ^
if-errors.c:38:29: warning: integer overflow in preprocessor expression
   38 | #if 9223372036854775807 + 1 < 0
      |                             ^
if-errors.c:40:5: warning: integer constant is too large for its type
   40 | #if 99999999999999999999
      |     ^~~~~~~~~~~~~~~~~~~~
if-errors.c:42:2: error: #else without #if
   42 | #else
      |  ^~~~
if-errors.c:43:2: error: #endif without #if
   43 | #endif
      |  ^~~~~
if-errors.c:44:2: error: #elif without #if
   44 | #elif 1
      |  ^~~~
if-errors.c:47:2: error: #else after #else
   47 | #else
      |  ^~~~
if-errors.c:45: error: the conditional began here
   45 | #if 1
      | 
if-errors.c:48:2: error: #elif after #else
   48 | #elif 0
      |  ^~~~
if-errors.c:45: error: the conditional began here
   45 | #if 1
      | 
if-errors.c:49:8: warning: extra tokens at end of #endif directive [-Wendif-labels]
   49 | #endif junk
      |        ^~~~
if-errors.c:50:7: error: no macro name given in #ifdef directive
   50 | #ifdef
      |       ^
if-errors.c:52:8: error: macro names must be identifiers
   52 | #ifdef 3
      |        ^
if-errors.c:54:10: warning: extra tokens at end of #ifdef directive
   54 | #ifdef A B
      |          ^
if-errors.c:56: error: unterminated #if
   56 | #if 1
      | 
