// test program
// Tests of one value in sequence: bits, intervals, pairs that one bit tells apart, chains to several places, ends of the types, answers as values and as branches, in loops.
#include <limits.h>
#include <stdio.h>
#define NI __attribute__((noinline))
static unsigned log_;
#define A(n) (log_ = log_ * 31 + n)
NI int space(int c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
NI int spaces(const char *p) { const char *q = p; while (*p == ' ' || *p == '\n' || *p == '\t' || *p == '\r') p++; return p - q; }
NI int word(int c) { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9'; }
NI int wordb(signed char c) { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c >= '0' && c <= '9' || c < 0; }
NI void branches(unsigned char c) { if (c != 'a' && c != 'e' && c != 'i' && c != 'o' && c != 'u' && c != 0xff) A(1); else A(2); }
NI void pair(short x) { if (x == 0x4000 || x == 0) A(1); else if (x == -1 || x == 0x7fff) A(2); else if (x == -32768 || x == 32767) A(3); }
NI int around(int x) { return x == INT_MAX || x == INT_MIN || x == INT_MIN + 1 || x == INT_MAX - 1; }
NI int arounds(unsigned long x) { return x == 0 || x == -1ul || x == 1 || x == -3ul || x == 5; }
NI int places(int x) { if (x == 1) return A(1); if (x == 2) return A(2); if (x == 3 || x == 5) return A(3); if (x == 9) return A(4); if (x == 12) return A(5); return 5; }
NI int constants(unsigned x) { if (x == 10) return 3; if (x == 11) return 7; if (x == 12) return -4; if (x == 13) return 0; if (x == 15) return 9; return 2; }
NI int outside(long x) { if (x < 10 || x > 20) return A(1); if (x == 12 || x == 14 || x == 16) return A(2); return 3; }
NI int between(int x, int *p) { if (x == 3 || (++*p, x == 5) || x == 7) return *p; return -1; }
NI int after(int c) { int d = c - '0'; if (c == '.' || d >= 0 && d <= 9) return d; return 99; }
NI int nested(int c, int d) { if (c == 1 || c == 2) { if (c == 2 && d == 1) return 1; return 2; } if (c == 3) return 3; return 4; }
NI int loop(unsigned x) { while (x > 9) x = x / 2 - 1; if (x == 1) return A(1); if (x == 2) return A(2); if (x == 3) return A(3); if (x == 5) return A(4); if (x == 6) return A(5); return 9; }
NI int kinds(const char *s) {
  int n = 0;
  for (; *s; s++) {
    if (*s == '+' || *s == '-' || *s == '*' || *s == '/' || *s == '%') n += 1;
    else if (*s >= '0' && *s <= '9') n += 10;
    else if (*s == '(' || *s == '[' || *s == '{') n += 100;
    else if (*s == ')' || *s == ']' || *s == '}') n -= 50;
    else if (!(*s == ' ' || *s == '\t')) n += 1000;
  }
  return n;
}
int main(void) {
  unsigned long sum = 0;
  int p = 0;
  for (int x = -300; x <= 300; x++) {
    sum = sum * 3 + space(x) + word(x) * 2 + wordb(x) * 4 + around(x) * 8 + arounds(x) * 16;
    branches(x), pair(x), pair(x + 0x4000), pair(x + 0x8000);
    sum = sum * 5 + places(x) + constants(x) + outside(x) + between(x, &p) + after(x) + nested(x, x & 1) + loop(x);
  }
  static const long ends[] = {INT_MAX, INT_MIN, INT_MAX - 1, INT_MIN + 1, INT_MAX - 2, INT_MIN + 2, LONG_MAX, LONG_MIN, -1, -3, (1l << 32) + 1, (1l << 32) + 32, (1l << 32) + 12};
  for (unsigned k = 0; k < sizeof ends / sizeof *ends; k++) sum = sum * 7 + space(ends[k]) + around(ends[k]) * 2 + arounds(ends[k]) * 4 + outside(ends[k]) + constants(ends[k]);
  printf("%lu %u %d\n", sum, log_, p);
  printf("%d %d %d\n", spaces(" \t\r\n\n x"), spaces("@ "), kinds("(1 + 2) * [3 % 4] / {5 - 6}\tx"));
}
---- output ----
6254235361458069746 1390696957 600
6 0 1215
