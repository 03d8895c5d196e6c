pr22231.o: /work/src/gccsuite/gcc/testsuite/gcc.dg/pr22231.c \
 /usr/include/stdc-predef.h
