// test check
struct p { int x, y; };
struct n { struct p a; int b[2]; };
int i1 = { 1 };
int i2 = { 1, 2 };
int i3 = {};
struct p p1 = { 1, 2, 3 };
struct p p2 = { .z = 1 };
struct p p3 = { [0] = 1 };
struct p p4 = 1;
int a1[2] = { 1, 2, 3 };
int a2[2] = { [2] = 1 };
int a3[] = { [-1] = 1 };
int a4[2] = { .x = 1 };
char s1[3] = "abcd";
char s2[3] = "abc";
char s3[] = L"abc";
int s4[] = "abc";
int *s5 = "abc";
int fn(void);
int g1 = fn();
int g2;
int g3 = g2;
int *g4 = &g2 + 1;
int g5 = (int)&g2;
long g6 = (long)&g2;
struct n n1 = { 1, 2, 3, 4 };
struct n n2 = { { 1, 2 }, { 3, 4, 5 } };
struct n n3 = { .a.x = 1, 2, .b[1] = 3 };
int a5[2] = 5;
struct incomplete z = { 1 };
unsigned char uc = 300;
signed char sc = 200;
void h(int n, struct p q) {
    int v[n] = { 1 };
    struct p l = q;
    struct p m = { q };
    int k = q;
    static int st = n;
    int *ptr = 3;
    char c[2] = { "ab" };
    struct { int f[]; } w;
}
---- output ----
5:15: warning: excess elements in scalar initializer
5:15: note: (near initialization for 'i2')
6:10: error: empty scalar initializer
6:10: note: (near initialization for 'i3')
7:23: warning: excess elements in struct initializer
7:23: note: (near initialization for 'p1')
8:18: error: 'struct p' has no member named 'z'
9:18: error: array index in non-array initializer
9:18: note: (near initialization for 'p3')
10:15: error: invalid initializer
11:21: warning: excess elements in array initializer
11:21: note: (near initialization for 'a1')
12:16: error: array index in initializer exceeds array bounds
12:16: note: (near initialization for 'a2')
13:15: error: array index in initializer exceeds array bounds
13:15: note: (near initialization for 'a3')
14:15: error: field name not in record or union initializer
14:15: note: (near initialization for 'a4')
15:14: warning: initializer-string for array of 'char' is too long
17:13: error: cannot initialize array of 'char' from a string literal with type array of 'int'
18:12: error: cannot initialize array of 'int' from a string literal with type array of 'char'
19:11: warning: initialization of 'int *' from incompatible pointer type 'char *' [-Wincompatible-pointer-types]
21:10: error: initializer element is not constant
23:10: error: initializer element is not constant
25:10: warning: cast from pointer to integer of different size [-Wpointer-to-int-cast]
25:10: error: initializer element is not constant
28:35: warning: excess elements in array initializer
28:35: note: (near initialization for 'n2.b')
30:13: error: invalid initializer
31:19: error: variable 'z' has initializer but incomplete type
32:20: warning: unsigned conversion from 'int' to 'unsigned char' changes value from '300' to '44' [-Woverflow]
35:9: error: variable-sized object may not be initialized
37:20: error: incompatible types when initializing type 'int' using type 'struct p'
38:13: error: incompatible types when initializing type 'int' using type 'struct p'
39:21: error: initializer element is not constant
40:16: warning: initialization of 'int *' from 'int' makes pointer from integer without a cast [-Wint-conversion]
42:18: error: flexible array member in a struct with no named members
