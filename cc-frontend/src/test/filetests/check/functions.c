// test check Wall Wextra
int printf(const char *, ...);
int old(a, b) int a; char b; { return a + b; }
implicit_int(void) { return 0; }
int f() { return g(1) + strlen("abc"); }
int redefined(int x) { return x; }
int redefined(int x) { return x; }
int use_undeclared(void) { return puts("x"); }
void format(char *s, long l, int i) {
    printf("%d\n", s);
    printf("%s\n", i);
    printf("%d\n", l);
    printf("%d %d\n", i);
    printf("%d\n", i, i);
    printf("%y\n", i);
    printf("%");
    printf("%*d %.*f %c %p %lu\n", i, i, i, 2.0, 'c', (void *)s, 3ul);
}
__attribute__((warn_unused_result)) int must(void);
__attribute__((noreturn)) void dies(void);
__attribute__((deprecated("use other"))) int oldf(void);
__attribute__((nosuch)) int unknown_attribute;
int caller(int unused_parameter) {
    must();
    oldf();
    dies();
}
int kr(x) double x; { return x; }
void kr_caller(void) { kr(1); kr(1.0); kr(1, 2); }
int variadic(int n, ...) {
    __builtin_va_list ap;
    __builtin_va_start(ap, n);
    int i = __builtin_va_arg(ap, char);
    __builtin_va_end(ap);
    return i;
}
int not_variadic(int n) { __builtin_va_list ap; __builtin_va_start(ap, n); return 0; }
---- output ----
4:1: warning: return type defaults to 'int' [-Wimplicit-int]
5:18: warning: implicit declaration of function 'g' [-Wimplicit-function-declaration]
5:25: warning: implicit declaration of function 'strlen' [-Wimplicit-function-declaration]
5:25: note: include '<string.h>' or provide a declaration of 'strlen'
5:25: warning: incompatible implicit declaration of built-in function 'strlen' [-Wbuiltin-declaration-mismatch]
5:25: note: include '<string.h>' or provide a declaration of 'strlen'
7:5: error: redefinition of 'redefined'
6:5: note: previous definition of 'redefined' with type 'int(int)'
8:35: warning: implicit declaration of function 'puts' [-Wimplicit-function-declaration]
8:35: note: include '<stdio.h>' or provide a declaration of 'puts'
10:14: warning: format '%d' expects argument of type 'int', but argument 2 has type 'char *' [-Wformat=]
11:14: warning: format '%s' expects argument of type 'char *', but argument 2 has type 'int' [-Wformat=]
12:14: warning: format '%d' expects argument of type 'int', but argument 2 has type 'long int' [-Wformat=]
13:17: warning: format '%d' expects a matching 'int' argument [-Wformat=]
14:12: warning: too many arguments for format [-Wformat-extra-args]
15:14: warning: unknown conversion type character 'y' in format [-Wformat=]
15:12: warning: too many arguments for format [-Wformat-extra-args]
16:13: warning: spurious trailing '%' in format [-Wformat=]
22:16: warning: 'nosuch' attribute directive ignored [-Wattributes]
24:9: warning: ignoring return value of 'must' declared with attribute 'warn_unused_result' [-Wunused-result]
19:41: note: declared here
25:5: warning: 'oldf' is deprecated: use other [-Wdeprecated-declarations]
21:46: note: declared here
23:16: warning: unused parameter 'unused_parameter' [-Wunused-parameter]
33:13: warning: 'char' is promoted to 'int' when passed through '...'
33:13: note: (so you should pass 'int' not 'char' to 'va_arg')
33:13: note: if this code is reached, the program will abort
37:67: error: 'va_start' used in function with fixed arguments
