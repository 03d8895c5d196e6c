// Throws through cold.c.
#include <stdio.h>
extern "C" int f(int);
extern "C" void thrower(int n) { if (n > 2) throw n; }
extern "C" void raise_cold(int n) { if (n > 1) throw n * 1000; }
int main() { for (int i = 1; i < 9; i++) try { printf("f=%d\n", f(i)); } catch (int x) { printf("caught %d\n", x); } }
