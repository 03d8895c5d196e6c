// A backtracking matcher of regular expressions (literals, ., classes, *, +, ?, ^, $) over generated lines.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static const char *skip(const char *re) {
    if (*re == '\\') return re + 2;
    if (*re == '[') {
        while (*re != ']') re++;
    }
    return re + 1;
}

static int one(const char *re, int c) {
    if (!c) return 0;
    if (*re == '.') return 1;
    if (*re == '\\') {
        if (re[1] == 'd') return c >= '0' && c <= '9';
        if (re[1] == 'w') return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
        return re[1] == c;
    }
    if (*re == '[') {
        int negate = *++re == '^', found = 0;
        for (re += negate; *re != ']'; re++) {
            if (re[1] == '-' && re[2] != ']') {
                if (c >= re[0] && c <= re[2]) found = 1;
                re += 2;
            } else if (*re == c) {
                found = 1;
            }
        }
        return found != negate;
    }
    return *re == c;
}

static int here(const char *re, const char *s) {
    if (!*re) return 1;
    if (*re == '$' && !re[1]) return !*s;
    const char *next = skip(re);
    switch (*next) {
    case '*':
    case '+': {
        const char *t = s;
        while (one(re, *t)) t++;
        for (; t >= s + (*next == '+'); t--)
            if (here(next + 1, t)) return 1;
        return 0;
    }
    case '?':
        return (one(re, *s) && here(next + 1, s + 1)) || here(next + 1, s);
    default:
        return one(re, *s) && here(next, s + 1);
    }
}

static int match(const char *re, const char *s) {
    if (*re == '^') return here(re + 1, s);
    do
        if (here(re, s)) return 1;
    while (*s++);
    return 0;
}

int main(int argc, char **argv) {
    static const char *const patterns[] = {"^\\w+=\\d+$", "[a-f]+[0-9]*x", "k.*e.*y", "ab?c", "\\d\\d\\d", "[^a-z]q", "(none)"};
    int n = argc > 1 ? atoi(argv[1]) : 160000;
    long sum = 0;
    uint32_t x = 5;
    for (int i = 0; i < n; i++) {
        char line[64];
        int k = 0, l = 20 + i % 30;
        for (; k < l; k++) x = x * 1664525 + 1013904223, line[k] = "abcdefkyxq=0123456789 ABC"[(x >> 16) % 25];
        if (i % 3 == 0) line[2] = '=';
        line[k] = 0;
        for (unsigned p = 0; p < sizeof patterns / sizeof *patterns; p++) sum = sum * 2 % 1000003 + match(patterns[p], line);
    }
    printf("%ld\n", sum);
}
