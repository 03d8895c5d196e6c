// test check Wall
struct s { int x; };
struct t { int x; };
typedef unsigned long size_type;
int take_ptr(int *p);
int take_int(int i);
int take_struct(struct s v);
int *gp;
const int *gcp;
char *cs;
unsigned char *us;
void f(int i, int *p, double d, struct s a, struct t b, void *v, size_type n) {
    p = i;
    i = p;
    p = d;
    p = v;
    p = gcp;
    p = cs;
    cs = us;
    i = a;
    a = b;
    a = i;
    take_ptr(i);
    take_int(p);
    take_ptr(gcp);
    take_ptr(cs);
    take_struct(b);
    take_ptr();
    take_int(1, 2);
    n = p;
    p = n;
    i = v;
    p = 0;
    p = (void *)0;
    i = take_void();
}
int g(int *p) { return p; }
int *h(int i) { return i; }
struct s k(struct t v) { return v; }
int *m(const int *p) { return p; }
---- output ----
13:7: warning: assignment to 'int *' from 'int' makes pointer from integer without a cast [-Wint-conversion]
14:7: warning: assignment to 'int' from 'int *' makes integer from pointer without a cast [-Wint-conversion]
15:9: error: incompatible types when assigning to type 'int *' from type 'double'
17:7: warning: assignment discards 'const' qualifier from pointer target type [-Wdiscarded-qualifiers]
18:7: warning: assignment to 'int *' from incompatible pointer type 'char *' [-Wincompatible-pointer-types]
19:8: warning: pointer targets in assignment from 'unsigned char *' to 'char *' differ in signedness [-Wpointer-sign]
20:9: error: incompatible types when assigning to type 'int' from type 'struct s'
21:9: error: incompatible types when assigning to type 'struct s' from type 'struct t'
22:9: error: incompatible types when assigning to type 'struct s' from type 'int'
23:14: warning: passing argument 1 of 'take_ptr' makes pointer from integer without a cast [-Wint-conversion]
5:19: note: expected 'int *' but argument is of type 'int'
24:14: warning: passing argument 1 of 'take_int' makes integer from pointer without a cast [-Wint-conversion]
6:18: note: expected 'int' but argument is of type 'int *'
25:14: warning: passing argument 1 of 'take_ptr' discards 'const' qualifier from pointer target type [-Wdiscarded-qualifiers]
5:19: note: expected 'int *' but argument is of type 'const int *'
26:14: warning: passing argument 1 of 'take_ptr' from incompatible pointer type [-Wincompatible-pointer-types]
5:19: note: expected 'int *' but argument is of type 'char *'
27:17: error: incompatible type for argument 1 of 'take_struct'
7:26: note: expected 'struct s' but argument is of type 'struct t'
28:5: error: too few arguments to function 'take_ptr'
5:5: note: declared here
29:5: error: too many arguments to function 'take_int'
6:5: note: declared here
30:7: warning: assignment to 'size_type' {aka 'long unsigned int'} from 'int *' makes integer from pointer without a cast [-Wint-conversion]
31:7: warning: assignment to 'int *' from 'size_type' {aka 'long unsigned int'} makes pointer from integer without a cast [-Wint-conversion]
32:7: warning: assignment to 'int' from 'void *' makes integer from pointer without a cast [-Wint-conversion]
35:9: warning: implicit declaration of function 'take_void' [-Wimplicit-function-declaration]
37:24: warning: returning 'int *' from a function with return type 'int' makes integer from pointer without a cast [-Wint-conversion]
38:24: warning: returning 'int' from a function with return type 'int *' makes pointer from integer without a cast [-Wint-conversion]
39:33: error: incompatible types when returning type 'struct t' but 'struct s' was expected
40:31: warning: return discards 'const' qualifier from pointer target type [-Wdiscarded-qualifiers]
