// All shortest paths (Floyd and Warshall): three nested loops over an integer matrix with a conditional store.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

static int dist[512][512];

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 512, rounds = argc > 2 ? atoi(argv[2]) : 3;
    unsigned long sum = 0;
    uint32_t x = 3;
    for (int r = 0; r < rounds; r++) {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) x = x * 1664525 + 1013904223, dist[i][j] = i == j ? 0 : x >> 28 ? 1000000 : 1 + (x >> 8) % 100;
        for (int k = 0; k < n; k++)
            for (int i = 0; i < n; i++)
                for (int j = 0; j < n; j++)
                    if (dist[i][k] + dist[k][j] < dist[i][j]) dist[i][j] = dist[i][k] + dist[k][j];
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) sum = sum * 3 + dist[i][j];
    }
    printf("%lu\n", sum);
}
