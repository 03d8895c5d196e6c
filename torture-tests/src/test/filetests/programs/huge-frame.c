// test program
#include <stdio.h>
#include <sys/resource.h>
__attribute__((noinline)) long touch(char *p, long n) { p[0] = 1; return n; }
__attribute__((noinline)) long never(int go, int x) { int small = x; if (!go) return small; char s[0x180000000L]; return touch(s, sizeof s) + s[0] + small; }
int main(void) { printf("%ld\n", never(0, 5)); return 0; }
---- output ----
5
