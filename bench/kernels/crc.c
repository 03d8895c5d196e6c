// CRC-32 by table, and Adler-32 of the same buffer.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t table[256];
static unsigned char data[65536];

static uint32_t crc32(const unsigned char *p, size_t n) {
    uint32_t c = 0xffffffff;
    while (n--) c = table[(c ^ *p++) & 255] ^ (c >> 8);
    return ~c;
}

static uint32_t adler32(const unsigned char *p, size_t n) {
    uint32_t a = 1, b = 0;
    while (n) {
        size_t k = n < 5552 ? n : 5552;
        n -= k;
        while (k--) a += *p++, b += a;
        a %= 65521, b %= 65521;
    }
    return b << 16 | a;
}

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 1500;
    size_t n = argc > 2 ? atoi(argv[2]) : sizeof data;
    for (uint32_t i = 0; i < 256; i++) {
        uint32_t c = i;
        for (int k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    for (size_t i = 0; i < n; i++) data[i] = i * 167 + (i >> 7);
    uint32_t c = 0, a = 0;
    for (int r = 0; r < rounds; r++) {
        c = crc32(data, n) + c * 3;
        a = adler32(data, n) + a * 5;
        data[r % n] ^= c;
    }
    printf("%08x %08x\n", (unsigned)c, (unsigned)a);
}
