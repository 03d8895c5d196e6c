// Fannkuch: permutations and prefix reversals of small integer arrays.
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 10;
    int perm[16], first[16], count[16], flips_max = 0, checksum = 0, r = n, index = 0;
    for (int i = 0; i < n; i++) first[i] = i;
    for (;;) {
        for (; r != 1; r--) count[r - 1] = r;
        for (int i = 0; i < n; i++) perm[i] = first[i];
        int flips = 0;
        for (int k; (k = perm[0]) != 0; flips++) {
            for (int i = 0, j = k; i < j; i++, j--) {
                int t = perm[i];
                perm[i] = perm[j];
                perm[j] = t;
            }
        }
        if (flips > flips_max) flips_max = flips;
        checksum += index++ & 1 ? -flips : flips;
        for (;; r++) {
            if (r == n) {
                printf("%d %d\n", checksum, flips_max);
                return 0;
            }
            int t = first[0];
            for (int i = 0; i < r; i++) first[i] = first[i + 1];
            first[r] = t;
            if (--count[r] > 0) break;
        }
    }
}
