// Bit twiddling: population counts, reversals, leading zeros, Gray codes, greatest common divisors, interleaving.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int popcount(uint64_t x) {
    x = x - (x >> 1 & 0x5555555555555555);
    x = (x & 0x3333333333333333) + (x >> 2 & 0x3333333333333333);
    return (int)(((x + (x >> 4)) & 0x0f0f0f0f0f0f0f0f) * 0x0101010101010101 >> 56);
}

static uint32_t reverse(uint32_t x) {
    x = (x & 0x55555555) << 1 | (x >> 1 & 0x55555555);
    x = (x & 0x33333333) << 2 | (x >> 2 & 0x33333333);
    x = (x & 0x0f0f0f0f) << 4 | (x >> 4 & 0x0f0f0f0f);
    return x << 24 | (x & 0xff00) << 8 | (x >> 8 & 0xff00) | x >> 24;
}

static uint32_t gcd(uint32_t a, uint32_t b) {
    if (!a || !b) return a | b;
    int s = __builtin_ctz(a | b);
    a >>= __builtin_ctz(a);
    while (b) {
        b >>= __builtin_ctz(b);
        if (a > b) {
            uint32_t t = a;
            a = b;
            b = t;
        }
        b -= a;
    }
    return a << s;
}

static uint64_t spread(uint32_t v) {
    uint64_t x = v;
    x = (x | x << 16) & 0x0000ffff0000ffff;
    x = (x | x << 8) & 0x00ff00ff00ff00ff;
    x = (x | x << 4) & 0x0f0f0f0f0f0f0f0f;
    x = (x | x << 2) & 0x3333333333333333;
    return (x | x << 1) & 0x5555555555555555;
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 16000000;
    uint64_t x = 88172645463325252u, sum = 0;
    for (int i = 0; i < n; i++) {
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        sum += popcount(x) * 3 + reverse((uint32_t)x);
        sum ^= spread((uint32_t)(x >> 32)) | spread((uint32_t)x ^ (uint32_t)x >> 1) << 1;
        sum += __builtin_clzll(x | 1) + (x & -x) % 61;
        if ((i & 7) == 0) sum += gcd((uint32_t)x >> 8, (uint32_t)(x >> 40));
    }
    printf("%llu\n", (unsigned long long)sum);
}
