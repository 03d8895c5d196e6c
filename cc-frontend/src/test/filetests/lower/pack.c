// test run
int printf(const char *, ...);
#pragma pack(push, 2)
struct A { short a : 5; short b : 15; char c : 8; };
#pragma pack(pop)
#pragma pack(push, 8)
struct B { int a : 30; int b : 30; int : 0; char c; };
#pragma pack(pop)
struct C { int a : 30; int b : 30; int : 0; char c; };
int main(void) {
    struct A a = {-3, 9999, 'y'};
    struct B b = {1, -5, 'z'};
    printf("%d %d %c %d\n", a.a, a.b, a.c, (int)sizeof a);
    printf("%d %d %c %d %d\n", b.a, b.b, b.c, (int)sizeof b, (int)sizeof(struct C));
    return 0;
}
---- output ----
-3 9999 y 4
1 -5 z 12 12
exit 0
