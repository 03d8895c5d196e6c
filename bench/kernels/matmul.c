// Dense matrix product in double, the plain triple loop over a transposed operand.
#include <stdio.h>
#include <stdlib.h>

#define MAX 400
static double a[MAX][MAX], b[MAX][MAX], c[MAX][MAX];

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 400, rounds = argc > 2 ? atoi(argv[2]) : 6;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) a[i][j] = (i * 7 + j * 3) % 11 - 5, b[i][j] = (i * 5 - j * 2) % 13;
    for (int r = 0; r < rounds; r++) {
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                double s = 0;
                for (int k = 0; k < n; k++) s += a[i][k] * b[j][k];
                c[i][j] = s + c[i][j] * 0.5;
            }
        a[r][r] += 1;
    }
    double t = 0;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++) t += c[i][j] * ((i + j) & 3);
    printf("%.6g\n", t);
}
