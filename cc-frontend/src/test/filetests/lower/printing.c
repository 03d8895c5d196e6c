// test run
// Formats that say little, with and without a use of the result; conjugates and parts of complex numbers.
int printf(const char *, ...);
typedef struct _IO_FILE FILE;
int puts(const char *);

int main(void) {
    const char *name = "name";
    printf("line\n");
    printf("");
    printf("a");
    printf("\n");
    printf("%s\n", name);
    printf("%c", 'x');
    printf("%s", "known\n");
    printf("text %s\n", name);
    int n = printf("counted\n");
    printf("%d\n", n);
    _Complex double z = 3 + 4i;
    printf("%g %g\n", __builtin_creal(__builtin_conj(z)), __builtin_cimag(__builtin_conj(z)));
    return 0;
}
---- output ----
line
a
name
xknown
text name
counted
8
3 -4
exit 0
