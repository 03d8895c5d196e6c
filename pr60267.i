# 0 "/work/src/gccsuite/gcc/testsuite/gcc.dg/pr60267.c"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 0 "<command-line>" 2
# 1 "/work/src/gccsuite/gcc/testsuite/gcc.dg/pr60267.c"




void
foo (int *a, int *b, int *c)
{
  int i;
#pragma GCC ivdep
  for (i = 0; i < 64; i++)
    a[i] = b[i] * c[i];
}
