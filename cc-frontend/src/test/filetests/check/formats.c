// test check Wall
int printf(const char *, ...);
int scanf(const char *, ...);
void f(int i, long l, char *s, double d, const int *p, unsigned long z, unsigned char *u) {
    printf("%ld %s", i, i);
    printf("%lhd", i);
    printf("%zd", i);
    printf("%+s", s);
    printf("%-05d", i);
    printf("%#d %llf", i, d);
    printf("%hs", s);
    printf("%n", p);
    printf("%.3c %5n", i, &i);
    printf("abc\0def");
    printf("%d", i, i);
    scanf("%d %f %[a-z", &l, &d, s);
    scanf("%d", p);
    scanf("%ms %c %p", &s, u, &i);
    scanf("%*d %3s", s);
    printf("%u %x %hhd %c %*.*f %p %zu %lu %a\n", i, i, i, i, i, i, d, s, z, z, d);
    printf("%2$s %1$d", i, s);
}
---- output ----
5:15: warning: format '%ld' expects argument of type 'long int', but argument 2 has type 'int' [-Wformat=]
5:18: warning: format '%s' expects argument of type 'char *', but argument 3 has type 'int' [-Wformat=]
6:15: warning: unknown conversion type character 'h' in format [-Wformat=]
6:12: warning: too many arguments for format [-Wformat-extra-args]
7:15: warning: format '%zd' expects argument of type 'signed size_t', but argument 2 has type 'int' [-Wformat=]
8:15: warning: '+' flag used with '%s' gnu_printf format [-Wformat=]
9:17: warning: '0' flag ignored with '-' flag in gnu_printf format [-Wformat=]
10:15: warning: '#' flag used with '%d' gnu_printf format [-Wformat=]
10:20: warning: use of 'll' length modifier with 'f' type character has either no effect or undefined behavior [-Wformat=]
11:15: warning: use of 'h' length modifier with 's' type character has either no effect or undefined behavior [-Wformat=]
12:12: warning: writing into constant object (argument 2) [-Wformat=]
13:16: warning: precision used with '%c' gnu_printf format [-Wformat=]
13:20: warning: field width used with '%n' gnu_printf format [-Wformat=]
14:17: warning: embedded '\0' in format [-Wformat-contains-nul]
15:12: warning: too many arguments for format [-Wformat-extra-args]
16:13: warning: format '%d' expects argument of type 'int *', but argument 2 has type 'long int *' [-Wformat=]
16:16: warning: format '%f' expects argument of type 'float *', but argument 3 has type 'double *' [-Wformat=]
16:22: warning: no closing ']' for '%[' format [-Wformat=]
17:11: warning: writing into constant object (argument 2) [-Wformat=]
18:20: warning: format '%p' expects argument of type 'void **', but argument 4 has type 'int *' [-Wformat=]
