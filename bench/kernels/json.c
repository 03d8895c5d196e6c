// A JSON reader over a generated text: characters classified by a switch, recursion, numbers, escapes.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char text[1 << 20];
static const char *p;
static long numbers, strings, depth_sum;
static double total;

static void space(void) {
    while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r') p++;
}

static void string(void) {
    for (p++; *p != '"'; p++) {
        if (*p != '\\') continue;
        switch (*++p) {
        case 'n': case 't': case 'r': case 'b': case 'f': case '"': case '\\': case '/': break;
        case 'u': p += 4; break;
        default: exit(1);
        }
    }
    p++;
    strings++;
}

static void number(void) {
    int minus = *p == '-';
    double v = 0, scale = 1;
    for (p += minus; *p >= '0' && *p <= '9'; p++) v = v * 10 + (*p - '0');
    if (*p == '.')
        for (p++; *p >= '0' && *p <= '9'; p++) v += (scale /= 10) * (*p - '0');
    total += minus ? -v : v;
    numbers++;
}

static void value(int depth) {
    depth_sum += depth;
    space();
    switch (*p) {
    case '{':
        for (p++, space(); *p != '}'; space()) {
            string();
            space();
            p++;
            value(depth + 1);
            space();
            if (*p == ',') p++;
            space();
        }
        p++;
        break;
    case '[':
        for (p++, space(); *p != ']'; space()) {
            value(depth + 1);
            space();
            if (*p == ',') p++;
        }
        p++;
        break;
    case '"': string(); break;
    case 't': case 'n': p += 4; break;
    case 'f': p += 5; break;
    default: number();
    }
}

int main(int argc, char **argv) {
    int records = argc > 1 ? atoi(argv[1]) : 8000, rounds = argc > 2 ? atoi(argv[2]) : 700;
    char *d = text;
    d += sprintf(d, "[");
    for (int i = 0; i < records; i++)
        d += sprintf(d, "%s\n  {\"id\": %d, \"name\": \"item \\\"%d\\\"\", \"tags\": [true, false, null], \"w\": %d.%d}", i ? "," : "", i, i * 7 % 1000, -i, i % 100);
    sprintf(d, "]");
    for (int r = 0; r < rounds; r++) {
        p = text;
        value(0);
    }
    printf("%ld %ld %ld %.6g\n", numbers, strings, depth_sum, total);
}
