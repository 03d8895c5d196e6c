// test errors
foo x;
int g(bar y), h(const baz z);
int f(void) {
  baz *q;
  int a = (1 + ;
  if (a b) return 1;
  else return 2
}
struct S { int a int b; };
int h2() { for (i=0;i<3,i++) {} }
int x y;
int k() {
  while (1 {
    }
  a.;
  f(1,;
  int z[3;
  return 1 }
int z() { else 3; }
struct { foo a; static int b; };
enum { A B };
int f2(int x y) { return x; }
int f3() { int a[] = { 1, 2; return a[0]; }
int f4() { switch (1) { case 1 2; case 3: ; default 1; } goto 1; ) ] }
int f5(void)
int f6(void) { return if; }
typedef struct { int a; } size
int f7(void) { siz x; x->1; sizeof(; (int 3; (int x)1; return (1, ); }
struct S3 { int a; }
int f8(void) { do x++; until (1); f(int); x[int]; for (int i; int; ) ; return int; }
static static int d1; static extern int d2; typedef _Thread_local int d3;
_Static_assert(1 2, ""); asm(x); struct; enum; union U 3; int 3; int (; 3;
int f9() { int i = 1; i = 2 i = 3; { [ } ; asm("" : "r" x); }
@ int f10; # int f11; S s; S2 s2;
struct S4 { int a; int b }; struct { int; : 3; 5; } s4; enum {} e; struct { const; } s5;
int f11(int a, b), f12(int a,), f13(...), f14(int a ..., int b);
f15(a, b) int a { } 
void f16(void) { typeof x; a ? b; a ? : ; x = { 1 }; (int) ; int a = ; int b[] = { 1 2 }, c = 3; .x; "a" 1; }
} int after; void f17(void) { unsinged x; lnog y; }
int last(void) { if (1) { 
---- output ----
2:1: error: unknown type name 'foo'
3:7: error: unknown type name 'bar'
3:23: error: unknown type name 'baz'
5:3: error: unknown type name 'baz'
6:16: error: expected expression before ';' token
7:8: error: expected ')' before 'b'
8:16: error: expected ';' before '}' token
10:18: error: expected ':', ',', ';', '}' or '__attribute__' before 'int'
11:28: error: expected ';' before ')' token
12:7: error: expected '=', ',', ';', 'asm' or '__attribute__' before 'y'
14:11: error: expected ')' before '{' token
16:5: error: expected identifier before ';' token
17:7: error: expected expression before ';' token
18:10: error: expected ']' before ';' token
19:11: error: expected ';' before '}' token
20:11: error: 'else' without a previous 'if'
21:10: error: unknown type name 'foo'
21:17: error: expected specifier-qualifier-list before 'static'
22:10: error: expected ',' or '}' before 'B'
23:14: error: expected ';', ',' or ')' before 'y'
24:28: error: expected '}' before ';' token
25:32: error: expected ':' or '...' before numeric constant
25:53: error: expected ':' before numeric constant
25:63: error: expected identifier or '*' before numeric constant
27:1: error: expected '=', ',', ';', 'asm' or '__attribute__' before 'int'
27:23: error: expected expression before 'if'
28:31: error: expected ';' before 'int'
29:16: error: unknown type name 'siz'; did you mean 'size'?
29:26: error: expected identifier before numeric constant
29:36: error: expected expression before ';' token
29:42: error: expected ')' before numeric constant
29:51: error: expected ')' before 'x'
29:67: error: expected expression before ')' token
31:1: error: expected ';', identifier or '(' before 'int'
31:24: error: expected 'while' before 'until'
31:37: error: expected expression before 'int'
31:45: error: expected expression before 'int'
31:63: error: expected expression before 'int'
31:79: error: expected expression before 'int'
32:8: error: duplicate 'static'
32:30: error: multiple storage classes in declaration specifiers
32:53: error: '_Thread_local' used with 'typedef'
33:17: error: expected ')' before numeric constant
33:30: error: expected string literal before 'x'
33:40: error: expected '{' before ';' token
33:46: error: expected '{' before ';' token
33:56: error: expected identifier or '(' before numeric constant
33:63: error: expected identifier or '(' before numeric constant
33:71: error: expected identifier or '(' before ';' token
34:28: error: expected ';' before 'i'
34:38: error: expected expression before '[' token
34:57: error: expected '(' before 'x'
35:1: error: stray '@' in program
35:12: error: stray '#' in program
35:23: error: unknown type name 'S'; use 'struct' keyword to refer to the type
35:28: error: unknown type name 'S2'
36:25: warning: no semicolon at end of struct or union
36:43: error: expected specifier-qualifier-list before ':' token
36:63: error: empty enum is invalid
37:16: error: unknown type name 'b'
37:30: error: expected declaration specifiers or '...' before ')' token
37:37: error: ISO C requires a named argument before '...'
37:53: error: expected ';', ',' or ')' before '...' token
38:17: error: expected '=', ',', ';', 'asm' or '__attribute__' before '{' token
39:25: error: expected '(' before 'x'
39:33: error: expected ':' before ';' token
39:41: error: expected expression before ';' token
39:47: error: expected expression before '{' token
39:60: error: expected expression before ';' token
39:70: error: expected expression before ';' token
39:86: error: expected '}' before numeric constant
39:98: error: expected expression before '.' token
39:105: error: expected ';' before numeric constant
40:1: error: expected identifier or '(' before '}' token
40:31: error: unknown type name 'unsinged'; did you mean 'unsigned'?
40:43: error: unknown type name 'lnog'; did you mean 'long'?
41:1: error: expected declaration or statement at end of input
