// test program 
#include <stdio.h>
typedef int v4 __attribute__((vector_size(16))); typedef short s4 __attribute__((vector_size(8)));
static v4 add(v4 a, v4 b) { asm("paddd %1, %0" : "+x"(a) : "x"(b)); return a; }
static v4 copy(v4 a) { v4 r; asm("movdqa %1, %0" : "=x"(r) : "x"(a)); return r; }
static s4 small(s4 a, s4 b) { s4 r; asm("movq %1, %0\n\tpaddw %2, %0" : "=&x"(r) : "x"(a), "x"(b)); return r; }
__attribute__((noinline)) long cfa(int n) { volatile char pad[n]; pad[0] = 1; return (char *) __builtin_dwarf_cfa() - (char *) __builtin_frame_address(0); }
int main(void)
{
    v4 x = add((v4) { 1, 2, 3, 4 }, (v4) { 10, 20, 30, 40 }); x = copy(x);
    s4 y = small((s4) { 1, 2, 3, 4 }, (s4) { 5, 6, 7, 8 });
    printf("%d %d %d %d %d %d %d %d %ld\n", x[0], x[1], x[2], x[3], y[0], y[1], y[2], y[3], cfa(100));
}
---- output ----
11 22 33 44 6 8 10 12 16
