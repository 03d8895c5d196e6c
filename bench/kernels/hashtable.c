// Open-addressing hash table of strings: insert, look up, count.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct entry { const char *key; uint32_t hash; int count; };
static struct entry table[1 << 15];
static char text[1 << 20];

static uint32_t hash(const char *s) {
    uint32_t h = 2166136261u;
    for (; *s; s++) h = (h ^ (unsigned char)*s) * 16777619u;
    return h;
}

static struct entry *find(const char *s) {
    uint32_t h = hash(s), mask = (1 << 15) - 1;
    for (uint32_t i = h & mask;; i = (i + 1) & mask) {
        struct entry *e = &table[i];
        if (!e->key) {
            e->key = s, e->hash = h;
            return e;
        }
        if (e->hash == h && !strcmp(e->key, s)) return e;
    }
}

int main(int argc, char **argv) {
    int words = argc > 1 ? atoi(argv[1]) : 100000, rounds = argc > 2 ? atoi(argv[2]) : 160;
    char *p = text;
    uint32_t x = 1;
    for (int i = 0; i < words; i++) {
        x = x * 1103515245 + 12345;
        unsigned v = (x >> 16) % 20011;
        for (int k = 0; k < 4 + (int)(v % 4); k++) *p++ = 'a' + v % 23, v = v / 3 + 7 * k;
        *p++ = 0;
    }
    for (int r = 0; r < rounds; r++)
        for (char *q = text; q < p; q += strlen(q) + 1) find(q)->count++;
    long used = 0, sum = 0;
    for (int i = 0; i < 1 << 15; i++)
        if (table[i].key) used++, sum += (long)table[i].count * (i & 15);
    printf("%ld %ld\n", used, sum);
}
