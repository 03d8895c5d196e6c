// test run
/* A packed bit-field of __int128 may touch 17 bytes. */
int printf(const char *, ...);
typedef __int128 I;
typedef unsigned __int128 U;
struct P { unsigned a : 5; I b : 124; U c : 128; unsigned d : 7; } __attribute__((packed));
struct P o, init = { 21, -3, ~(U)0 / 3, 99 };
static void show(const char *n, U v) { printf("%s %llx:%llx\n", n, (unsigned long long)(v >> 64), (unsigned long long)v); }
static void dump(void) { unsigned char *p = (void *)&o; for (int i = 0; i < (int)sizeof o; i++) printf("%02x", p[i]); printf("\n"); }
static void set(I b, U c) { o.b = b; o.c = c; }
int main(void) {
    set(-1, 0); dump(); show("b", o.b);
    set(((I)1 << 122) + 5, ~(U)0); dump(); show("b", o.b); show("c", o.c);
    o.a = 31; o.d = 127; o.b = 0; o.b++; o.b -= 2; o.c += 2; dump(); show("b", o.b); show("c", o.c);
    show("b", init.b); show("c", init.c); printf("%d %d\n", init.a, init.d);
    return 0;
}
---- output ----
e0ffffffffffffffffffffffffffffff0100000000000000000000000000000000
b ffffffffffffffff:ffffffffffffffff
a0000000000000000000000000000080feffffffffffffffffffffffffffffff01
b 400000000000000:5
c ffffffffffffffff:ffffffffffffffff
ffffffffffffffffffffffffffffffff03000000000000000000000000000000fe
b ffffffffffffffff:ffffffffffffffff
c 0:1
b ffffffffffffffff:fffffffffffffffd
c 5555555555555555:5555555555555555
21 99
exit 0
