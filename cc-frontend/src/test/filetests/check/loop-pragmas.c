// test check Wall
#define N 4 + 4
enum { COUNT = 3 };
int j;
void bar(int);
void good(int n) {
    #pragma GCC unroll N
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll (COUNT * 2u)
    #pragma GCC ivdep
    while (n--) bar(n);
    _Pragma("GCC ivdep") _Pragma("GCC unroll 0x10")
    do bar(n); while (n--);
    if (n)
        #pragma GCC unroll 65534
        for (int i = 0; i < n; i++) bar(i);
    for (int i = 0; i < n; i++)
        #pragma GCC unroll 0
        for (int k = 0; k < n; k++) bar(k);
}
void numbers(int n) {
    #pragma GCC unroll -1
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll 65535
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll 20000000000
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll j
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll 4.2
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll 1/0
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll 4 4
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC ivdep 4
    for (int i = 0; i < n; i++) bar(i);
}
void places(int n) {
    #pragma GCC unroll 4
    bar(n);
    #pragma GCC ivdep
    int k = n;
    #pragma GCC ivdep
    if (k) bar(n);
    if (n)
        #pragma GCC ivdep
        bar(n);
    #pragma GCC ivdep
    for (int i = 0; ; i++) bar(i);
    #pragma GCC unroll 2
    #pragma GCC unroll 3
    for (int i = 0; i < n; i++) bar(i);
    #pragma GCC unroll 2
}
#pragma GCC unroll 4
int z;
struct s {
    #pragma GCC ivdep
    int m;
};
---- output ----
22:5: error: '#pragma GCC unroll' requires an assignment-expression that evaluates to a non-negative integral constant less than 65535
24:5: error: '#pragma GCC unroll' requires an assignment-expression that evaluates to a non-negative integral constant less than 65535
26:5: error: '#pragma GCC unroll' requires an assignment-expression that evaluates to a non-negative integral constant less than 65535
28:5: error: '#pragma GCC unroll' requires an assignment-expression that evaluates to a non-negative integral constant less than 65535
30:5: error: '#pragma GCC unroll' requires an assignment-expression that evaluates to a non-negative integral constant less than 65535
32:5: error: '#pragma GCC unroll' requires an assignment-expression that evaluates to a non-negative integral constant less than 65535
34:5: error: expected expression before end of line
36:5: error: expected end of line before numeric constant
38:5: error: expected end of line before numeric constant
43:5: error: for, while or do statement expected before 'bar'
45:5: error: for, while or do statement expected before 'int'
47:5: error: for, while or do statement expected before 'if'
50:9: error: for, while or do statement expected before 'bar'
54:5: error: for, while or do statement expected before '#pragma'
57:1: error: for, while or do statement expected before '}' token
52:5: error: missing loop condition in loop with 'GCC ivdep' pragma before ';' token
59:1: error: for, while or do statement expected before 'int'
62:5: error: for, while or do statement expected before 'int'
