// test program
// #pragma GCC unroll and ivdep: the loops do what they did without, for every number of rounds.
#include <stdio.h>
#pragma GCC optimize("O3")
#define NI __attribute__((noinline))
enum { THREE = 3 };
static int a[256], b[256];
static void fill(void) { for (int i = 0; i < 256; i++) { a[i] = i * 7; b[i] = 1000 - i * 3; } }
static unsigned sum(void) { unsigned s = 0; for (int i = 0; i < 256; i++) s = s * 31 + a[i] * 7 + b[i]; return s; }
static int calls;
NI void count(int x) { calls = calls * 3 + x; }

NI void up(int *p, int n) {
#pragma GCC unroll THREE + 2
    for (int i = 0; i < n; i++) p[i] ^= p[p[i] & 7];
}
NI int left(int *p, int n) {
    int i = 0;
#pragma GCC unroll 4
    while (i < n) { if (p[i] == 35) break; p[i] += i; i++; }
    return i;
}
NI void calling(int n) {
    int i = n;
#pragma GCC unroll 8
    do count(i); while (--i > 0);
}
NI void known(void) {
#pragma GCC unroll 7
    for (int i = 0; i < 37; i++) count(i);
#pragma GCC unroll 20
    for (int i = 0; i < 20; i++) count(-i);
#pragma GCC unroll 0
    for (int i = 0; i < 3; i++) count(i);
}
NI void volatiles(volatile int *p, int n) {
#pragma GCC unroll 16
    for (int i = 0; i < n; i++) *p = *p + i;
}
// Apart, whatever the compiler knows of it: by k elements, not less than rounds are done at once.
NI void apart(int *p, int *q, int n, int k) {
#pragma GCC ivdep
#pragma GCC unroll 2
    for (int i = 0; i < n; i++) p[i] = p[i + k] + q[i];
}
// What a round stores and loads again itself is no dependence between rounds.
NI void itself(int *p, int *q, int n) {
#pragma GCC ivdep
    for (int i = 0; i < n; i++) { p[i] = i; b[i] = q[i] + 1; }
}
NI void down(int *p, int *q, int n) {
    if (n)
#pragma GCC ivdep
        while (n-- > 0) p[n] = p[n] * 3 - q[n];
}
// In a body that is inlined, and a nest of which the inner loop alone is spoken of.
static inline void nest(int (*m)[16], int rows, int columns, int by) {
    for (int r = 1; r < rows; r++)
#pragma GCC ivdep
        for (int k = 0; k < columns; k++) m[r][k] += m[r - 1][k] * by;
}
NI void outer(int x) { nest((int (*)[16])a, 16, 16, x); nest((int (*)[16])b, 9, 13, 2); }
int main(void) {
    for (int n = 0; n < 40; n++) { fill(); up(a, n); printf("%x ", sum()); }
    printf("\n");
    for (int n = 0; n < 20; n++) { fill(); int k = left(a, n); printf("%d %x ", k, sum()); }
    printf("\n");
    for (int n = 1; n < 20; n++) { calls = 0; calling(n); printf("%x ", calls); }
    calls = 0;
    known();
    printf("%x\n", calls);
    for (int n = 0; n < 36; n += 5) { int x = n; volatiles(&x, n); printf("%d ", x); }
    printf("\n");
    for (int n = 0; n < 80; n += 7) { fill(); apart(a, b, n, 100); apart(a + 32, b + 1, n, -32 + 128); printf("%x ", sum()); }
    printf("\n");
    for (int n = 0; n < 40; n += 3) { fill(); itself(a, a, n); printf("%x ", sum()); fill(); itself(a, b, n); printf("%x ", sum()); }
    printf("\n");
    for (int n = 0; n < 40; n += 3) { fill(); down(a, b, n); printf("%x ", sum()); }
    fill();
    outer(5);
    printf("%x\n", sum());
}
---- output ----
74e09700 74e09700 3fcf3689 155dcc2f 48fd7896 7e2163da b08931f8 69771e3c 30595716 30595716 87011da5 5f465a57 6cdf0624 6cdf0624 e062db22 76934b66 b802bf20 b802bf20 b50584af 30b31dd1 cfc6e69e cfc6e69e 7136999c 4a148420 87e851da 87e851da d9b51669 c99df71b a1a5cc08 a1a5cc08 274225e6 4b64d46a 63f67d04 63f67d04 97fc4093 ef45db5 46426fa2 46426fa2 8d8d8780 5ff8fa04 
0 74e09700 1 74e09700 2 d0580cc7 3 b5367779 4 16ff2a0e 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 5 33fa0872 
1 7 22 8e 223 7d5 1bc4 601c 146c5 447a3 e30e6 2ea0aa 980be7 1eca171 6335d88 13e28438 3f80cf89 ca0e373f 80cdffaa 2cad40f5
0 15 55 120 210 325 465 630 
74e09700 fb7469df 11ab627a 35840ce5 619e88f4 c118c532 96762c97 eaf6caa5 cdd0a9e4 4e5eee98 d90c0b1 8995c10b 
74e09700 74e09700 cffa4fcd dc33e3e9 d9738a6e bbfdd862 289955df 1c1c7507 1c67f2dc e623ccc4 b7a816f1 e877a325 6fc3704a 69b3d426 8b10f303 a6f40e43 872ba2b8 876f4e88 4c1e4a15 cde05661 1de62a26 d4779bea 397a7c27 da2b1b7f 7cd8a694 c44e1c4c 212fe939 4562fd9d 
74e09700 63a9f061 b1eefb25 52d3dc7c 20155aca 92569517 a3fe25ef 994faa32 3d03cc94 4facabcd 8e30beb9 452b29e8 e73f6c5e 6858b483 fbfa338
