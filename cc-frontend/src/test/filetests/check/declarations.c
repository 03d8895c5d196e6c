// test check
int a;
long a;
static int b;
int b;
int c;
static int c;
extern int d;
int d = 1;
int d = 2;
int e(int);
int e(double);
int f(void) { return 0; }
int f(void) { return 1; }
typedef int T;
typedef long T;
int T;
struct s { int x; };
struct s { int y; };
union s u;
enum e1 { A, B, A };
enum e1 { C };
void v;
int arr[-1];
int arr2[1.5];
int n;
int arr3[n];
struct incomplete i;
struct incomplete arr4[3];
int fa[2](void);
int (fb(void))[3];
int fc(void)(void);
void g(int p, int p) {
    int q;
    int q;
    extern int r;
    struct incomplete j;
    int z[];
    static int w = q;
    int p;
}
auto int x1;
register int x2;
inline int y1;
_Noreturn int y2;
int long char y3;
unsigned float y4;
long long long y5;
short long y6;
signed unsigned y7;
void int y8;
int implicit_params(a, b);
const z;
int undefined_size[][];
_Alignas(3) int al;
_Alignas(1) int al2;
_Static_assert(0, "no");
_Static_assert(1 == 1, "yes");
---- output ----
3:6: error: conflicting types for 'a'; have 'long int'
2:5: note: previous declaration of 'a' with type 'int'
5:5: error: non-static declaration of 'b' follows static declaration
4:12: note: previous declaration of 'b' with type 'int'
7:12: error: static declaration of 'c' follows non-static declaration
6:5: note: previous declaration of 'c' with type 'int'
10:5: error: redefinition of 'd'
9:5: note: previous definition of 'd' with type 'int'
12:5: error: conflicting types for 'e'; have 'int(double)'
11:5: note: previous declaration of 'e' with type 'int(int)'
14:5: error: redefinition of 'f'
13:5: note: previous definition of 'f' with type 'int(void)'
16:14: error: conflicting types for 'T'; have 'long int'
15:13: note: previous declaration of 'T' with type 'T' {aka 'int'}
17:5: error: 'T' redeclared as different kind of symbol
15:13: note: previous declaration of 'T' with type 'T' {aka 'int'}
19:8: error: redefinition of 'struct s'
18:8: note: originally defined here
20:7: error: 's' defined as wrong kind of tag
21:17: error: redeclaration of enumerator 'A'
21:11: note: previous definition of 'A' with type 'int'
22:6: error: redeclaration of 'enum e1'
21:6: note: originally defined here
24:5: error: size of array 'arr' is negative
25:5: error: size of array 'arr2' has non-integer type
27:5: error: variably modified 'arr3' at file scope
29:19: error: array type has incomplete element type 'struct incomplete'
30:5: error: declaration of 'fa' as array of functions
31:6: error: 'fb' declared as function returning an array
32:5: error: 'fc' declared as function returning a function
33:19: error: redefinition of parameter 'p'
33:12: note: previous definition of 'p' with type 'int'
35:9: error: redeclaration of 'q' with no linkage
34:9: note: previous declaration of 'q' with type 'int'
37:23: error: storage size of 'j' isn't known
38:9: error: array size missing in 'z'
39:20: error: initializer element is not constant
40:9: error: 'p' redeclared as different kind of symbol
33:19: note: previous definition of 'p' with type 'int'
42:10: error: file-scope declaration of 'x1' specifies 'auto'
43:14: error: register name not specified for 'x2'
44:12: warning: variable 'y1' declared 'inline'
45:15: warning: variable 'y2' declared '_Noreturn'
46:10: error: two or more data types in declaration specifiers
47:10: error: both 'unsigned' and 'float' in declaration specifiers
48:11: error: 'long long long' is too long for GCC
49:7: error: both 'long' and 'short' in declaration specifiers
50:8: error: both 'signed' and 'unsigned' in declaration specifiers
51:6: error: two or more data types in declaration specifiers
52:20: warning: parameter names (without types) in function declaration
53:7: warning: type defaults to 'int' in declaration of 'z' [-Wimplicit-int]
54:5: error: array type has incomplete element type 'int[]'
54:5: note: declaration of 'undefined_size' as multidimensional array must have bounds for all dimensions except the first
55:1: error: requested alignment '3' is not a positive power of 2
56:17: error: '_Alignas' specifiers cannot reduce alignment of 'al2'
57:1: error: static assertion failed: "no"
23:6: error: storage size of 'v' isn't known
28:19: error: storage size of 'i' isn't known
51:10: error: storage size of 'y8' isn't known
