// test program
// What a round loads that the round before has stored or loaded: prefix sums, stencils, edit distance, downwards, with guards, pointers that meet, no round at all.
#include <stdio.h>
#include <string.h>
#define NI __attribute__((noinline))
NI void prefix(int *a, int n) { for (int i = 1; i < n; i++) a[i] += a[i - 1]; }
NI void down(long *a, int n) { for (int i = n - 2; i >= 0; i--) a[i] = a[i] * 3 + a[i + 1]; }
NI void stencil(double *r, const double *a, int n) { for (int i = 0; i + 1 < n; i++) r[i] = a[i] * 0.5 + a[i + 1]; }
NI void overlap(int *a, int *b, int n) { for (int i = 1; i < n; i++) { a[i] = a[i - 1] + 1; b[i] = 7; } }
NI void guarded(int *a, const char *c, int n) { for (int i = 1; i < n; i++) { int x = a[i - 1]; if (c[i]) x *= 2; a[i] = x + 1; } }
NI int stops(short *a, int n) { for (int i = 1; i < n; i++) { if (a[i] == 99) return i; a[i] = a[i - 1] ^ i; } return -1; }
NI void bytes(unsigned char *a, int n) { for (unsigned i = 1; i < n; i++) a[i] = a[i - 1] * 5 + a[i]; }
NI void strided(int *a, int n) { for (int i = 2; i < n; i += 2) a[i] = a[i - 2] + i; }
NI void three(int *a, int n) { for (int i = 3; i < n; i++) a[i] = a[i - 1] + a[i - 2] - a[i - 3]; }
NI void same(int *a, int n) { for (int i = 1; i < n; i++) a[i] = a[i - 1]; }
NI int edit(const char *a, int n, const char *b, int m) {
    static int row[64];
    for (int j = 0; j <= m; j++) row[j] = j;
    for (int i = 1; i <= n; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int t = row[j], x = row[j] + 1, y = row[j - 1] + 1, z = diagonal + (a[i - 1] != b[j - 1]);
            row[j] = x < y ? x < z ? x : z : y < z ? y : z;
            diagonal = t;
        }
    }
    return row[m];
}
static int a[40], b[40]; static long l[20]; static double d[20], r[20]; static short s[20]; static unsigned char u[40];
static int sum(const int *p, int n) { int x = 0; for (int i = 0; i < n; i++) x = x * 31 + p[i]; return x; }
int main(void)
{
    for (int n = 0; n <= 20; n += n < 4 ? 1 : 5) {
        for (int i = 0; i < 40; i++) a[i] = b[i] = i * i - 5, u[i] = i * 7;
        for (int i = 0; i < 20; i++) l[i] = i - 3, d[i] = i / 4.0, r[i] = 0, s[i] = i == 13 ? 99 : i;
        prefix(a, n); down(l, n); stencil(r, d, n); overlap(b, b + 1, n); bytes(u, n);
        printf("%d: %d %d %ld %g %g %d %d", n, sum(a, 40), sum(b, 40), l[0] + l[n ? n - 1 : 0], r[0], r[n ? n - 1 : 0], u[n], u[n ? n - 1 : 0]);
        overlap(b, a, n); guarded(a, "\0\1\0\0\1\1\0\1\0\1\1\1\0\0\1\0\1\0\0\1\1", n); strided(b, n);
        printf(" %d %d %d %d", sum(a, 40), sum(b, 40), stops(s, n), s[n ? n - 1 : 0]);
        three(a, n); same(b, n);
        printf(" %d %d %d\n", sum(a, 40), sum(b, 40), edit("kitten in the sitting room", n, "sitting on the kitchen table", n));
    }
}
---- output ----
0: 1719520780 1719520780 -6 0 0 0 0 1719520780 1719520780 -1 0 1719520780 1719520780 0
1: 1719520780 1719520780 -6 0 0 7 0 1719520780 1719520780 -1 0 1719520780 1719520780 1
2: 2037971399 1897050884 -13 0.25 0 14 7 2037971399 1897050884 -1 1 2037971399 -1475232829 1
3: 227637296 -556789935 -17 0.25 0 21 49 -801722002 -556789935 -1 2 -801722002 1395252946 1
4: 1224946982 1559019084 -18 0.25 0 28 10 -134178077 1559019084 -1 3 -1783006882 -1773202614 1
9: 1139268620 1973041703 22 0.25 0 63 204 1152152467 790250003 -1 8 -511675924 -1164102869 5
14: -1503365579 -864707792 137 0.25 0 98 189 1824353515 -873338710 13 99 -397912011 1429328361 5
19: -160096752 1375767953 327 0.25 0 133 105 -2115895485 -1793573983 13 18 1298908814 -549815526 7
