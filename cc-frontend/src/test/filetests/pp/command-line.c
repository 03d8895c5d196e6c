// test pp -P -DA -DB=2 -DC(x)=<x> -UB -D__LINE__X -Amachine=abc -include inc.h -imacros mac.h
A C(1) FROM_MAC from_inc
#ifdef B
no
#endif
#if #machine(abc)
yes
#endif
//// inc.h
included text
#define from_inc 3
//// mac.h
dropped text
#define FROM_MAC 4
---- output ----
included text
1 <1> 4 3
yes
==== diagnostics ====
command-line.c:6:5: warning: assertions are a deprecated extension [-Wdeprecated]
    6 | #if #machine(abc)
      |     ^
