// Eight queens for larger boards: recursion over bit masks, and again with arrays.
#include <stdio.h>
#include <stdlib.h>

static long masks(unsigned all, unsigned columns, unsigned left, unsigned right) {
    if (columns == all) return 1;
    long n = 0;
    for (unsigned free = all & ~(columns | left | right); free; free &= free - 1) {
        unsigned bit = free & -free;
        n += masks(all, columns | bit, (left | bit) << 1, (right | bit) >> 1);
    }
    return n;
}

static char column[32], up[64], down[64];

static long arrays(int n, int row) {
    if (row == n) return 1;
    long count = 0;
    for (int c = 0; c < n; c++) {
        if (column[c] || up[row + c] || down[row - c + n]) continue;
        column[c] = up[row + c] = down[row - c + n] = 1;
        count += arrays(n, row + 1);
        column[c] = up[row + c] = down[row - c + n] = 0;
    }
    return count;
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 14;
    printf("%ld %ld\n", masks((1u << n) - 1, 0, 0, 0), arrays(n - 1, 0));
}
