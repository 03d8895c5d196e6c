// test program 
#include <stdio.h>
#include <stdlib.h>
register long counter asm("rbx");
register char *text asm("r12");
register int small asm("r13");
register char *sp asm("rsp");
__attribute__((noinline)) void bump(int n) { while (n-- > 0) counter++; }
__attribute__((noinline)) long many(long a, long b, long c, long d, long e, long f)
{
    long s = 0;
    for (long i = 0; i < 10; i++) { s += a * i + b; bump(1); s ^= c + counter; s += d * e - f; a += s; b ^= s; c += i; d -= b; e += d; f ^= e; }
    return s;
}
static int compare(const void *a, const void *b) { return *(const int *) a - *(const int *) b; }
__attribute__((noinline)) long stack(void) { register long here asm("rsp"); long t; asm("movq %%rsp, %0" : "=r"(t)); return here - t; }
static long add(long x, long y)
{
    /* Variables with initial values, that only the assembly reads, as in a system call. */
    register long a asm("r9") = x;
    register long b asm("r10") = y;
    long sum;
    asm volatile ("leaq (%1,%2), %0" : "=r"(sum) : "r"(a), "r"(b));
    return sum;
}
int main(void)
{
    printf("%ld\n", add(40, 2));
    long oldb = counter; char *oldt = text; int olds = small;
    counter = 5; text = "hello"; small = -3;
    bump(7);
    printf("%ld %s %d\n", counter, text, small);
    int v[] = { 5, 3, 9, 1 };
    qsort(v, 4, sizeof *v, compare);
    printf("%d %ld %s %d\n", v[0], counter, ++text, small--);
    long m = many(1, 2, 3, 4, 5, 6);
    printf("%ld %ld %d %d\n", m, counter, small += 10, small);
    asm("addq $100, %0" : "+r"(counter));
    long x; asm("leaq 1(%1), %0" : "=r"(x) : "r"(counter));
    printf("%ld %ld\n", counter, x);
    char local; long away = &local - sp;
    printf("%d %ld\n", away >= -128 && away < 4096, stack());
    counter = oldb; text = oldt; small = olds;
    return 0;
}
---- output ----
42
12 hello -3
1 12 ello -3
-6966860786303865243 22 6 -4
122 123
1 0
