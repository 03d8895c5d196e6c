// test pp -P
#if 0
a "unterminated
' too /* but
#endif */
#elif 1 // taken
b
#else
c
#endif
#ifdef __GNUC__
d
# if 1 && !defined(NOPE) && !defined NOPE
e
# endif
#else
# if garbage ((((
# endif
#endif
#if (2 + 3 * 4 == 14) && (-1 < 0u) == 0 && -1 >> 1 == -1 && 'a' == 97 && '\377' < 0 && L'\377' > 0
f
#endif
#if 0xffffffffffffffff == -1 && 18446744073709551615u / 2 == 9223372036854775807
g
#endif
#if (1 ? -1 : 0u) > 0 && (0 || 1 / 1) && (1 || 1 / 0) && (0 && 1 % 0) == 0 && 0b101 == 5 && 010 == 8
h
#endif
#if __has_include(<stddef.h>) && !__has_include("no/such.h") && __has_attribute(__packed__) && __has_builtin(__builtin_expect)
i
#endif
#if __has_c_attribute(deprecated) && !__has_attribute(no_such_thing) && defined(__has_include)
j
#endif
#ifdef A
#elifdef __GNUC__
k
#elifndef B
no
#endif
#assert machine(x86)
#if #machine(x86) && !#machine(vax) && #machine
l
#endif
#unassert machine
#if #machine
no
#endif
---- output ----
b
c
d
e
f
g
h
i
j
k
l
==== diagnostics ====
conditionals.c:3:3: warning: missing terminating " character
    3 | a "unterminated
      |   ^
conditionals.c:4:1: warning: missing terminating ' character
    4 | ' too /* but
      | ^
conditionals.c:5:8: warning: extra tokens at end of #endif directive [-Wendif-labels]
    5 | #endif */
      |        ^
conditionals.c:6:2: error: #elif without #if
    6 | #elif 1 // taken
      |  ^~~~
conditionals.c:8:2: error: #else without #if
    8 | #else
      |  ^~~~
conditionals.c:10:2: error: #endif without #if
   10 | #endif
      |  ^~~~~
conditionals.c:41:2: warning: #assert is a deprecated GCC extension [-Wdeprecated]
   41 | #assert machine(x86)
      |  ^~~~~~
conditionals.c:42:5: warning: assertions are a deprecated extension [-Wdeprecated]
   42 | #if #machine(x86) && !#machine(vax) && #machine
      |     ^
conditionals.c:42:23: warning: assertions are a deprecated extension [-Wdeprecated]
   42 | #if #machine(x86) && !#machine(vax) && #machine
      |                       ^
conditionals.c:42:40: warning: assertions are a deprecated extension [-Wdeprecated]
   42 | #if #machine(x86) && !#machine(vax) && #machine
      |                                        ^
conditionals.c:45:2: warning: #unassert is a deprecated GCC extension [-Wdeprecated]
   45 | #unassert machine
      |  ^~~~~~~~
conditionals.c:46:5: warning: assertions are a deprecated extension [-Wdeprecated]
   46 | #if #machine
      |     ^
