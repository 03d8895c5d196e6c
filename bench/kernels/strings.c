// String routines written in C: length, copy, compare, search, tokens, number printing and reading, case folding.
#include <stdio.h>
#include <stdlib.h>

static size_t length(const char *s) {
    const char *p = s;
    while (*p) p++;
    return p - s;
}

static char *copy(char *d, const char *s) {
    while ((*d = *s++)) d++;
    return d;
}

static int compare(const char *a, const char *b) {
    while (*a && *a == *b) a++, b++;
    return (unsigned char)*a - (unsigned char)*b;
}

static const char *search(const char *s, const char *what) {
    for (; *s; s++) {
        const char *a = s, *b = what;
        while (*b && *a == *b) a++, b++;
        if (!*b) return s;
    }
    return 0;
}

static char *number(char *d, unsigned v) {
    char t[12];
    int n = 0;
    do t[n++] = '0' + v % 10;
    while (v /= 10);
    while (n) *d++ = t[--n];
    *d = 0;
    return d;
}

static unsigned parse(const char **s) {
    unsigned v = 0;
    while (**s >= '0' && **s <= '9') v = v * 10 + (*(*s)++ - '0');
    return v;
}

static void upper(char *s) {
    for (; *s; s++)
        if (*s >= 'a' && *s <= 'z') *s -= 'a' - 'A';
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 150000;
    char line[4096];
    unsigned long sum = 0;
    for (int i = 0; i < n; i++) {
        char *d = line;
        for (int k = 0; k < 40; k++) {
            d = copy(d, k & 1 ? "alpha " : "beta-");
            d = number(d, (unsigned)i * 2654435761u >> (k & 15));
            *d++ = ',', *d = 0;
        }
        upper(line);
        sum += length(line);
        const char *f = search(line, "PHA 99");
        if (f) sum += f - line;
        for (const char *p = line; *p;) {
            while (*p && (*p < '0' || *p > '9')) p++;
            sum = sum * 7 + parse(&p);
        }
        sum += compare(line, line + length(line) / 2);
    }
    printf("%lu\n", sum);
}
