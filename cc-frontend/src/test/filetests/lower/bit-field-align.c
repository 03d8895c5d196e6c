// test run
int printf(const char *, ...);
typedef unsigned Tal1uint __attribute__((aligned(1)));
typedef unsigned Tal2uint __attribute__((aligned(2)));
typedef unsigned Tal4uint __attribute__((aligned(4)));
typedef unsigned Tal8uint __attribute__((aligned(8)));
typedef unsigned char Tal1uc __attribute__((aligned(1)));
typedef Tal8uint T8b;
typedef enum { e0, e1=70000 } __attribute__((aligned(8))) E8;
typedef _Bool Tal2bool __attribute__((aligned(2)));
struct R { Tal2bool a:1; Tal2bool b:1; _Bool c:1; };
struct S { Tal1uint a:32; };
typedef unsigned Tal16u __attribute__((aligned(16)));
struct T { Tal16u a:32; Tal16u b:32; };
struct U { Tal16u a:31; Tal16u b:32; Tal16u c:32; };
struct V { int z; Tal16u b:16; Tal16u c:5; };
struct A { char x; Tal1uint a:3, b:3; };
struct B { char x; Tal2uint a:3, b:3; };
struct C { char x; Tal4uint a:3, b:3; };
struct D { char x; T8b a:3, b:3; };
struct E { char x; Tal1uc a:3, b:3; };
struct F { char x; E8 a:3, b:3; };
struct G { char x; Tal1uint a:3; Tal1uint b:16; };
struct H { Tal1uint a:16; Tal1uint b:16; };
struct I { short x; Tal1uint a:16; Tal1uint b:8; };
struct J { short x; Tal2uint a:32; Tal2uint b:32;};
struct K { char x; Tal8uint a:3, b:3; } __attribute__((packed));
#pragma pack(2)
struct L { char x; Tal8uint a:3, b:3; };
#pragma pack()
struct M { int x; Tal1uint a:32; int b:1; };
struct N { char x; Tal1uint a:32; int b:1; };
union O { Tal1uint b:32; char a;  };
struct Q { int a:3; unsigned b:16 __attribute__((aligned(2))); };
#define P(X,...) { struct X s; __builtin_memset(&s,0,sizeof s); s.__VA_ARGS__; unsigned char*p=(void*)&s; printf(#X " %d %d:", (int)sizeof s,(int)_Alignof(struct X)); for(int i=0;i<(int)sizeof s;i++) printf(" %02x",p[i]); printf("\n"); }
int main(void){ P(A,b=7) P(B,b=7) P(C,b=7) P(D,b=7) P(E,b=7) P(F,b=7) P(G,b=0xffff) P(H,b=-1) P(I,a=-1) P(J,b=-1) P(K,b=7) P(L,b=7) P(M,a=-1) P(N,a=-1) P(Q,b=-1) P(R,c=1) P(S,a=-2) P(T,b=-1) P(U,b=-1) P(U,c=-1) P(V,b=-1) P(V,c=-1) printf("%d %d\n",(int)sizeof(union O), (int)_Alignof(union O));  return 0;}
---- output ----
A 2 1: 00 38
B 2 2: 00 38
C 4 4: 00 38 00 00
D 24 8: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 07 00 00 00 00 00 00 00
E 2 1: 00 38
F 4 4: 00 38 00 00
G 4 1: 00 f8 ff 07
H 4 2: 00 00 ff ff
I 6 2: 00 00 ff ff 00 00
J 10 2: 00 00 00 00 00 00 ff ff ff ff
K 2 1: 00 38
L 2 2: 00 38
M 12 4: 00 00 00 00 ff ff ff ff 00 00 00 00
N 8 4: 00 ff ff ff ff 00 00 00
Q 4 4: 00 00 ff ff
R 4 2: 00 00 02 00
S 4 4: fe ff ff ff
T 16 16: 00 00 00 00 ff ff ff ff 00 00 00 00 00 00 00 00
U 32 16: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ff ff ff ff 00 00 00 00 00 00 00 00 00 00 00 00
U 32 16: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 ff ff ff ff 00 00 00 00 00 00 00 00
V 32 16: 00 00 00 00 ff ff 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
V 32 16: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 1f 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
4 4
exit 0
