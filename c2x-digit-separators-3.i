# 0 "/work/src/gccsuite/gcc/testsuite/gcc.dg/c2x-digit-separators-3.c"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 0 "<command-line>" 2
# 1 "/work/src/gccsuite/gcc/testsuite/gcc.dg/c2x-digit-separators-3.c"







int
f (void)
{
  return 0 '0'0;
}
