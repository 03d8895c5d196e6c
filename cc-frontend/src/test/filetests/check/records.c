// test check pedantic
struct a { int x; int x; };
struct b { int f(void); void v; struct b self; int z[]; int after; };
struct c { int n : 33; int m : -1; int zero : 0; float fl : 2; unsigned : 3; int ok : 5; };
union u { int a; int fam[]; };
struct d { int fam[]; };
struct e { int; struct g { int q; }; };
struct h { struct { int p; }; int p; };
enum en { BIG = 1LL << 40, X = 1.5, Y = sizeof(int) };
struct undefined *ptr;
int use(void) { return ptr->x + sizeof(*ptr); }
void proto(struct local *p);
struct { int unnamed; };
int;
typedef int;
struct tag;
const struct tag;
enum fwd;
struct empty {};
long long_bit_test[sizeof(struct { long b : 40; }) == 8 ? 1 : -1];
_Static_assert(sizeof(struct { char c; int i : 4; }) == 4, "layout");
_Static_assert(sizeof(struct { char c; int i : 4; } __attribute__((packed))) == 2, "packed");
_Static_assert(__builtin_offsetof(struct { char c; double d; }, d) == 8, "offsetof");
#pragma pack(push, 2)
_Static_assert(sizeof(struct { char c; int i; }) == 6, "pragma pack");
#pragma pack(pop)
_Static_assert(sizeof(struct { char c; int : 0; char d; }) == 5, "zero width");
_Static_assert(sizeof(struct { int a : 3, b : 30; }) == 8, "no straddling");
_Static_assert(_Alignof(struct { char c; } __attribute__((aligned(32)))) == 32, "aligned");
---- output ----
2:23: error: duplicate member 'x'
3:16: error: field 'f' declared as a function
3:30: error: variable or field 'v' declared void
3:42: error: field 'self' has incomplete type
3:52: error: flexible array member not at end of struct
4:16: error: width of 'n' exceeds its type
4:28: error: negative width in bit-field 'm'
4:40: error: zero width for bit-field 'zero'
4:56: error: bit-field 'fl' has invalid type
5:22: error: flexible array member in union
6:16: error: flexible array member in a struct with no named members
7:15: warning: declaration does not declare anything
7:36: warning: declaration does not declare anything
7:8: warning: struct has no members [-Wpedantic]
8:35: error: duplicate member 'p'
9:17: warning: ISO C restricts enumerator values to range of 'int' [-Wpedantic]
9:32: error: enumerator value for 'X' is not an integer constant
11:27: error: invalid use of undefined type 'struct undefined'
11:39: error: invalid application of 'sizeof' to incomplete type 'struct undefined'
12:19: warning: 'struct local' declared inside parameter list will not be visible outside of this definition or declaration
13:1: warning: unnamed struct/union that defines no instances
14:1: warning: useless type name in empty declaration
15:1: warning: useless type name in empty declaration
17:1: warning: empty declaration with type qualifier does not redeclare tag
18:6: warning: ISO C forbids forward references to 'enum' types [-Wpedantic]
19:8: warning: struct has no members [-Wpedantic]
