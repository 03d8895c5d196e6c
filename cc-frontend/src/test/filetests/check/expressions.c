// test check Wall
struct s { int x; int bf : 3; const int k; };
struct in;
int ar[3];
void vf(void);
int f(struct s a, struct s *p, int i, int *q, double d, void *v, struct in *ip, const int c) {
    a.y;
    p.x;
    a->x;
    i.x;
    *i;
    *v;
    !a;
    ~d;
    -q;
    +a;
    &a.bf;
    &5;
    sizeof a.bf;
    sizeof(struct in);
    i = a + 1;
    i = q + q;
    i = d % 2;
    i = d << 1;
    i = q * 2;
    i = q - d;
    i = q == d;
    i = q == i;
    i = q < (char *)q;
    i = a == a;
    1 = i;
    ar = 0;
    c = 1;
    a.k = 2;
    c++;
    vf() + 1;
    i = vf();
    i();
    q[a];
    i[i];
    undeclared = 1;
    undeclared = 2;
    nofunc(i);
    i = i ? a : 1;
    q = i ? q : v;
    q = i ? q : (char *)q;
    if (a) i = 1;
    (struct s)i;
    (int)a;
    (int[3])q;
    ip->x;
    ip++;
    i = i / 0;
    i = i << 40;
    i = i << -1;
    return i = 1, a;
}
---- output ----
7:6: error: 'struct s' has no member named 'y'
8:6: error: 'p' is a pointer; did you mean to use '->'?
9:6: error: invalid type argument of '->' (have 'struct s')
10:6: error: request for member 'x' in something not a structure or union
11:5: error: invalid type argument of unary '*' (have 'int')
12:5: warning: dereferencing 'void *' pointer
13:5: error: wrong type argument to unary exclamation mark
14:5: error: wrong type argument to bit-complement
15:5: error: wrong type argument to unary minus
16:5: error: wrong type argument to unary plus
17:5: error: cannot take address of bit-field 'bf'
18:5: error: lvalue required as unary '&' operand
19:12: error: 'sizeof' applied to a bit-field
20:12: error: invalid application of 'sizeof' to incomplete type 'struct in'
21:11: error: invalid operands to binary + (have 'struct s' and 'int')
22:11: error: invalid operands to binary + (have 'int *' and 'int *')
23:11: error: invalid operands to binary % (have 'double' and 'int')
24:11: error: invalid operands to binary << (have 'double' and 'int')
25:11: error: invalid operands to binary * (have 'int *' and 'int')
26:11: error: invalid operands to binary - (have 'int *' and 'double')
27:11: error: invalid operands to binary == (have 'int *' and 'double')
28:11: warning: comparison between pointer and integer
29:11: warning: comparison of distinct pointer types lacks a cast
30:11: error: invalid operands to binary == (have 'struct s' and 'struct s')
31:7: error: lvalue required as left operand of assignment
32:8: error: assignment to expression with array type
33:7: error: assignment of read-only parameter 'c'
34:9: error: assignment of read-only member 'k'
35:6: error: increment of read-only parameter 'c'
36:10: error: void value not ignored as it ought to be
37:7: error: void value not ignored as it ought to be
38:5: error: called object 'i' is not a function or function pointer
39:6: error: array subscript is not an integer
40:6: error: subscripted value is neither array nor pointer nor vector
41:5: error: 'undeclared' undeclared (first use in this function)
41:5: note: each undeclared identifier is reported only once for each function it appears in
43:5: warning: implicit declaration of function 'nofunc' [-Wimplicit-function-declaration]
44:11: error: type mismatch in conditional expression
46:11: warning: pointer type mismatch in conditional expression
47:9: error: used struct type value where scalar is required
48:5: error: conversion to non-scalar type requested
49:5: error: aggregate value used where an integer was expected
50:5: error: cast specifies array type
51:7: error: invalid use of undefined type 'struct in'
52:7: error: increment of pointer to an incomplete type 'struct in'
53:11: warning: division by zero [-Wdiv-by-zero]
54:11: warning: left shift count >= width of type [-Wshift-count-overflow]
55:11: warning: left shift count is negative [-Wshift-count-negative]
56:17: error: incompatible types when returning type 'struct s' but 'int' was expected
