// Conway's life on a byte grid with a border.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define W 258
static unsigned char grid[2][W][W];

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 256, steps = argc > 2 ? atoi(argv[2]) : 2400, now = 0;
    unsigned x = 17;
    for (int i = 1; i <= n; i++)
        for (int j = 1; j <= n; j++) x = x * 1664525 + 1013904223, grid[0][i][j] = x >> 30 == 0;
    for (int s = 0; s < steps; s++, now ^= 1)
        for (int i = 1; i <= n; i++)
            for (int j = 1; j <= n; j++) {
                const unsigned char *p = &grid[now][i][j];
                int k = p[-W - 1] + p[-W] + p[-W + 1] + p[-1] + p[1] + p[W - 1] + p[W] + p[W + 1];
                grid[!now][i][j] = k == 3 || (k == 2 && *p);
            }
    unsigned long sum = 0;
    for (int i = 1; i <= n; i++)
        for (int j = 1; j <= n; j++) sum += grid[now][i][j] * (unsigned)(i * j);
    printf("%lu\n", sum);
}
