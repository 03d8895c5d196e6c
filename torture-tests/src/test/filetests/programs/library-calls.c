// test program -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -fno-builtin-strchr
// Calls of the library in simpler forms: what is printed, copied and counted is the same, side effects of arguments are there once; a function that is not to be known is called.
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#define NI __attribute__((noinline))
static int n;
static char b[64];
char *strchr(const char *s, int c) { n += 100; while (*s && *s != c) s++; return *s == c ? (char *) s : NULL; }
NI const char *next(const char *s) { n++; return s; }
NI FILE *to(FILE *f) { n += 10; return f; }
NI int chosen(int k, char *d) { return sprintf(d, "%s", k ? "four" : "five") + (int) strlen(k ? "ab" : "cd"); }
NI char *end(char *d, const char *s) { stpcpy(d, s); return mempcpy(d + 8, s, 3); }
NI size_t least(size_t k) { return strnlen("abcdef", k); }
NI intmax_t magnitude(intmax_t x) { return imaxabs(x); }
NI int limit(char *d, int k) { return snprintf(d, 4, k ? "abc" : "abcdef") + snprintf(d + 8, 16, "plain") * 100; }
int main(void) {
    printf("line\n");
    printf("%s\n", next("text"));
    printf("%c", 'c' + n);
    printf("");
    printf("%s", "x\n");
    fprintf(to(stdout), "no %% conversion\n" + 14);
    fprintf(to(stdout), "%s", next("stream\n"));
    fprintf(to(stdout), "");
    fputs(n > 3 ? "one\n" : "two\n", to(stdout));
    fputs("", to(stdout));
    printf("%d %d\n", printf("counted\n"), n);
    printf("%d %s\n", chosen(n & 1, b), b);
    printf("%d\n", (int) (end(b, "string") - b));
    printf("%s %.3s\n", b, b + 8);
    printf("%zu %zu %zu\n", least(0), least(3), least(-1));
    printf("%jd %jd\n", magnitude(-5), magnitude(INTMAX_MIN + 1));
    printf("%d %s %s\n", limit(b, n & 1), b, b + 8);
    strcpy(b, "abc");
    strncat(b, "defgh", 9);
    strncat(b, next("ijk"), 0);
    memmove(b + 20, "constant", 9);
    printf("%s %s %s %d\n", b, b + 20, strchr("xyz", 'y'), n);
}
---- output ----
line
text
dx
on
stream
one
counted
8 52
6 five
11
string str
0 3 6
5 9223372036854775807
506 abc plain
abcdefgh constant yz 53
