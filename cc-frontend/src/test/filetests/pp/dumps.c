// test pp -dD -undef -nostdinc
#define A 1
#define B(x, y...) x ## y #x
#undef A
#define C(...) __VA_ARGS__
int a;
---- output ----
# 0 "dumps.c"
# 0 "<built-in>"
# 0 "<built-in>"
#define __STDC__ 1
# 0 "<built-in>"
#define __STDC_VERSION__ 201710L
# 0 "<built-in>"
#define __STDC_UTF_16__ 1
# 0 "<built-in>"
#define __STDC_UTF_32__ 1
# 0 "<built-in>"
#define __STDC_HOSTED__ 1
# 0 "<command-line>"
# 1 "dumps.c"

#define A 1
#define B(x,y...) x ## y #x
#undef A
#define C(...) __VA_ARGS__
int a;
