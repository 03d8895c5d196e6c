// Dynamic programming: edit distance, knapsack, longest common subsequence.
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char a[2048], b[2048];
static int row[2049], table[2][2049];
static long best[20001];

static int min(int x, int y) { return x < y ? x : y; }
static int max(int x, int y) { return x > y ? x : y; }

static int edit(int n, int m) {
    for (int j = 0; j <= m; j++) row[j] = j;
    for (int i = 1; i <= n; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int t = row[j];
            row[j] = min(min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] != b[j - 1]));
            diagonal = t;
        }
    }
    return row[m];
}

static int common(int n, int m) {
    memset(table, 0, sizeof table);
    for (int i = 1; i <= n; i++) {
        int *now = table[i & 1], *last = table[~i & 1];
        for (int j = 1; j <= m; j++) now[j] = a[i - 1] == b[j - 1] ? last[j - 1] + 1 : max(last[j], now[j - 1]);
    }
    return table[n & 1][m];
}

static long knapsack(int items, int room) {
    memset(best, 0, sizeof best);
    for (int i = 1; i <= items; i++) {
        int weight = 7 + i * 13 % 97, value = 11 + i * 29 % 113;
        for (int w = room; w >= weight; w--)
            if (best[w - weight] + value > best[w]) best[w] = best[w - weight] + value;
    }
    return best[room];
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 2000, rounds = argc > 2 ? atoi(argv[2]) : 30;
    long sum = 0;
    for (int r = 0; r < rounds; r++) {
        for (int i = 0; i < n; i++) a[i] = "acgt"[(i * 7 + i / 5 + r) & 3], b[i] = "acgt"[(i * 3 + i / 7) & 3];
        sum = sum * 3 + edit(n, n) + common(n, n) + knapsack(n / 4, 10 * n);
    }
    printf("%ld\n", sum);
}
