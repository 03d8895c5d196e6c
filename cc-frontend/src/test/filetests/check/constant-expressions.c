// test check pedantic
double atan(double);
int i;
static int a = (1 ? 0 : (i = 2));
enum e { A = 2147483647 + 1, B = (int)(1.0 + 1.0), C = (int)2.5, D = sizeof(i++) };
int f(int x) {
    switch (x) {
    case (1, 2): return 1;
    case 3 - 1 + 1: return 2;
    }
    if (sizeof(struct s { int m; }) > 4) return sizeof(struct s { char m[9]; });
    else return sizeof(struct s { char m; });
}
void g(int (*p)[3]) {
    const int (*q)[3] = p;
    p = q;
}
typedef int gone __attribute__((unavailable("no")));
typedef gone also __attribute__((unavailable));
gone v;
---- output ----
4:16: warning: initializer element is not a constant expression [-Wpedantic]
5:25: warning: integer overflow in expression of type 'int' results in '-2147483648' [-Woverflow]
5:14: warning: overflow in constant expression [-Woverflow]
5:34: warning: enumerator value for 'B' is not an integer constant expression [-Wpedantic]
8:5: error: case label does not reduce to an integer constant
15:25: warning: invalid use of pointers to arrays with different qualifiers in ISO C before C2X [-Wpedantic]
16:7: warning: invalid use of pointers to arrays with different qualifiers in ISO C before C2X [-Wpedantic]
16:7: warning: assignment discards 'const' qualifier from pointer target type [-Wdiscarded-array-qualifiers]
20:1: error: 'gone' is unavailable: no
