// Sieve of Eratosthenes: byte stores with a stride, then a counting scan.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static unsigned char flags[2000001];

int main(int argc, char **argv) {
    int rounds = argc > 1 ? atoi(argv[1]) : 60, limit = argc > 2 ? atoi(argv[2]) : 2000000, count = 0;
    for (int r = 0; r < rounds; r++) {
        memset(flags, 1, limit + 1);
        count = 0;
        for (int i = 2; i <= limit; i++) {
            if (!flags[i]) continue;
            count++;
            for (int k = i + i; k <= limit; k += i) flags[k] = 0;
        }
    }
    printf("%d\n", count);
}
