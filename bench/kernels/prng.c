// Random number generators: Mersenne twister, xoshiro, PCG, and a Monte Carlo estimate of pi with them.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static uint32_t mt[624];
static int at = 624;

static uint32_t twister(void) {
    if (at == 624) {
        for (int i = 0; i < 624; i++) {
            uint32_t y = (mt[i] & 0x80000000) | (mt[(i + 1) % 624] & 0x7fffffff);
            mt[i] = mt[(i + 397) % 624] ^ (y >> 1) ^ (y & 1 ? 0x9908b0df : 0);
        }
        at = 0;
    }
    uint32_t y = mt[at++];
    y ^= y >> 11;
    y ^= y << 7 & 0x9d2c5680;
    y ^= y << 15 & 0xefc60000;
    return y ^ y >> 18;
}

static uint64_t s[4] = {1, 2, 3, 4};

static uint64_t rol(uint64_t x, int k) { return x << k | x >> (64 - k); }

static uint64_t xoshiro(void) {
    uint64_t r = rol(s[1] * 5, 7) * 9, t = s[1] << 17;
    s[2] ^= s[0], s[3] ^= s[1], s[1] ^= s[2], s[0] ^= s[3], s[2] ^= t;
    s[3] = rol(s[3], 45);
    return r;
}

static uint64_t pcg_state = 42;

static uint32_t pcg(void) {
    uint64_t old = pcg_state;
    pcg_state = old * 6364136223846793005u + 1442695040888963407u;
    uint32_t x = (uint32_t)((old >> 18 ^ old) >> 27), r = old >> 59;
    return x >> r | x << (-r & 31);
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 50000000;
    mt[0] = 5489;
    for (int i = 1; i < 624; i++) mt[i] = 1812433253u * (mt[i - 1] ^ mt[i - 1] >> 30) + i;
    uint64_t sum = 0;
    long inside = 0;
    for (int i = 0; i < n; i++) {
        double x = twister() / 4294967296.0, y = (xoshiro() >> 11) / 9007199254740992.0;
        inside += x * x + y * y < 1.0;
        sum += pcg();
    }
    printf("%llu %ld\n", (unsigned long long)sum, inside);
}
