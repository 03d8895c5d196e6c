// test errors
typedef int T;
void f1(void) { int T; T x; }
void f2(int T) { T x; (T)1; }
void f3(void) { enum { T }; T *x; x; }
void f4(void) { x = T; }
void f5(void) { T = 1; }
void f6(void) { { int T; } T x; int y; y x; }
void f7(int T, T x);
void f8(void) { for (int T = 0;;) { T y; } T z; }
int f9(T) { T x; T T; T y; }
struct { int a; T b T c; };
void f10(void) { T (*)(int); }
void f11(void) { sizeof T; }
int f12(a, T) int a, T; { return T + a; }
int f13(T, a) { return 0; }
unsigned T x;
---- output ----
3:25: error: expected ';' before 'x'
4:19: error: expected ';' before 'x'
4:26: error: expected ';' before numeric constant
6:21: error: expected expression before 'T'
7:19: error: expected identifier or '(' before '=' token
8:41: error: expected ';' before 'x'
9:16: error: unknown type name 'T'
10:38: error: expected ';' before 'y'
11:24: error: expected ';' before 'y'
12:21: error: expected ':', ',', ';', '}' or '__attribute__' before 'T'
13:22: error: expected identifier or '(' before ')' token
14:25: error: expected expression before 'T'
15:12: error: expected identifier before 'T'
15:15: error: expected '=', ',', ';', 'asm' or '__attribute__' before 'int'
16:12: error: unknown type name 'a'
17:12: error: expected '=', ',', ';', 'asm' or '__attribute__' before 'x'
