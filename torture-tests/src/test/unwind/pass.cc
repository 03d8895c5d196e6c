// Throws through pass.c.
#include <stdio.h>
extern "C" int f(int);
extern "C" void thrower(int n) { if (n > 2) throw n; }
int main() { for (int i = 1; i < 5; i++) try { printf("f=%d\n", f(i)); } catch (int x) { printf("caught %d\n", x); } }
