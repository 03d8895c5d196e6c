// A small LZ77: hash-chain compressor and its decompressor, checked against the input.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SIZE (1 << 18)
static unsigned char in[SIZE + 8], packed[2 * SIZE], out[SIZE + 8];
static int head[1 << 14], chain[SIZE];

static unsigned hash(const unsigned char *p) { return ((p[0] | p[1] << 8 | (unsigned)p[2] << 16) * 2654435761u) >> 18; }

static size_t compress(const unsigned char *s, size_t n, unsigned char *d) {
    unsigned char *start = d;
    memset(head, -1, sizeof head);
    for (size_t i = 0; i < n;) {
        size_t best = 0, from = 0;
        if (i + 3 <= n) {
            unsigned h = hash(s + i);
            int tries = 16;
            for (int c = head[h]; c >= 0 && tries-- && i - c < 65535; c = chain[c]) {
                size_t l = 0, m = n - i < 255 ? n - i : 255;
                while (l < m && s[c + l] == s[i + l]) l++;
                if (l > best) best = l, from = i - c;
            }
            chain[i] = head[h];
            head[h] = (int)i;
        }
        if (best >= 4) {
            *d++ = 1, *d++ = (unsigned char)best, *d++ = from & 255, *d++ = from >> 8;
            i += best;
        } else {
            *d++ = 0, *d++ = s[i++];
        }
    }
    return d - start;
}

static size_t expand(const unsigned char *s, size_t n, unsigned char *d) {
    unsigned char *start = d;
    const unsigned char *end = s + n;
    while (s < end) {
        if (*s++) {
            int l = s[0], from = s[1] | s[2] << 8;
            s += 3;
            while (l--) *d = d[-from], d++;
        } else {
            *d++ = *s++;
        }
    }
    return d - start;
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 40;
    size_t n = argc > 2 ? atoi(argv[2]) : SIZE;
    uint32_t x = 12345;
    for (size_t i = 0; i < n; i++) {
        x = x * 1664525 + 1013904223;
        in[i] = x >> 28 < 10 && i > 100 ? in[i - 37 - (x >> 12 & 31)] : "etaoin shrdlu"[(x >> 20) % 13];
    }
    size_t m = 0, k = 0;
    for (int r = 0; r < rounds; r++) {
        m = compress(in, n, packed);
        k = expand(packed, m, out);
        if (k != n || memcmp(in, out, n)) return 1;
        in[r] ^= 1;
    }
    printf("%zu %zu\n", m, k);
}
