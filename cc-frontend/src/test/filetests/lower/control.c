// test run
int printf(const char *, ...);
static int calls;
static int t(int x) { calls++; return x; }
extern void undefined_function(void);

int sum(int n) { int s = 0; for (int i = 0; i < n; i++) { if (i == 3) continue; if (i == 8) break; s += i; } return s; }
int duff(int n) { int c = 0; switch (n % 4) { do { case 0: c++; case 3: c++; case 2: c++; case 1: c++; n -= 4; } while (n > 0); } return c; }
int sw(long x) { switch (x) { case 1: return 10; case 5 ... 9: return 59; case 100 ... 100000: return 1000; case -3: return -30; default: return 0; } }
unsigned usw(unsigned x) { switch (x) { case 0xfffffff0u ... 0xffffffffu: return 1; case 0x80000000u: return 2; } return 3; }
int gotos(int n) { int k = 0; again: k++; if (k < n) goto again; return k; }
int computed(const char *p) {
    static const void *const table[] = {&&inc, &&dec, &&end};
    static const int offsets[] = {&&inc - &&inc, &&dec - &&inc, &&end - &&inc};
    int v = 0;
    goto *table[(int)*p++];
inc: v += 10; goto *(&&inc + offsets[(int)*p++]);
dec: v--; goto *table[(int)*p++];
end: return v;
}
int dead(int x) { if (0) undefined_function(); return x; while (1) undefined_function(); if (1) { back: x = 77; return x; } goto back; }
int dead2(int x) { goto in; if (0) { undefined_function(); in: x++; } else undefined_function(); return x; }
int dead3(int x) { while (0) { inside: x += 5; if (x < 20) continue; return x; } if (x < 20) goto inside; return -1; }
int main(void) {
    printf("%d %d\n", sum(20), sum(5));
    printf("%d %d %d\n", duff(1), duff(4), duff(7));
    printf("%d %d %d %d %d %d\n", sw(1), sw(7), sw(99999), sw(-3), sw(0), sw(4));
    printf("%u %u %u\n", usw(-1), usw(0x80000000u), usw(3));
    printf("%d\n", gotos(5));
    printf("%d\n", computed("\0\1\0\0\2"));
    printf("%d %d %d\n", dead(4), dead2(4), dead3(4));
    calls = 0;
    int a = t(0) && t(1), b = t(1) && t(0) || t(5), c = !(t(0) || t(3));
    printf("%d %d %d %d\n", a, b, c, calls);
    printf("%d %d\n", t(1) ? t(2) : t(3), t(0) ?: 9);
    do calls = 5; while (0);
    int i = 3, j = (calls += i++, i * 2);
    printf("%d %d %d\n", i, j, calls);
    if (__builtin_expect(i == 4, 1) && __builtin_expect(!j, 0)) printf("no\n"); else printf("yes\n");
    return 0;
}
---- output ----
25 7
1 4 7
10 59 1000 -30 0 0
1 2 3
5
29
4 5 24
0 1 0 6
2 9
4 8 8
yes
exit 0
