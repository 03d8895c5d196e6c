// test program
// Switches of all shapes: tables, bit tests, ranges, trees, impossible defaults, known bounds, the ends of the types; constants by arrays, bitmaps and lines.
#include <limits.h>
#include <stdio.h>
#define NI __attribute__((noinline))
static unsigned log_;
#define A(n) log_ = log_ * 31 + n;
NI int dense(int x) { switch (x) { case 3: A(1) break; case 4: A(2) case 5: A(3) break; case 6: A(4) return 9; case 9: A(5) break; case 12: A(6) } return x; }
NI int vowel(int c) { switch (c) { case 'a': case 'e': case 'i': case 'o': case 'u': return 1; } return 0; }
NI void three(long x) { switch (x) { case 1: case 3: case 5: case 60: A(1) break; case 2: case 4: case 33: A(2) break; case 7: case 9: case 12: A(3) break; default: A(4) } }
NI void full(unsigned x) { switch (x & 7) { case 0: case 2: case 5: A(1) break; case 1: case 7: A(2) break; case 3: case 4: case 6: A(3) } }
NI void ranges(int x) { switch (x) { case -10 ... -1: A(1) break; case 0 ... 9: A(2) break; case 20 ... 1000: A(3) break; case 1001: A(4) break; case INT_MAX - 2 ... INT_MAX: A(5) break; case INT_MIN ... INT_MIN + 5: A(6) } }
NI void sparse(unsigned long x) { switch (x) { case 0: A(1) break; case 1000: A(2) break; case 0xffffffffffffffff: A(3) break; case 0x8000000000000000: A(4) break; case 77: A(5) break; case 0x7fffffffffffffff: A(6) break; case 1ul << 33: A(7) } }
NI void impossible(int x) { switch (x) { case 1: A(1) break; case 2: A(2) break; case 5: A(3) break; case 6: A(4) break; case 8: A(5) break; default: __builtin_unreachable(); } }
NI void impossible2(signed char x) { switch (x) { case -100: A(1) break; case 2: A(2) break; case 100: A(3) break; default: __builtin_unreachable(); } }
NI void bytes(unsigned char x) { switch (x) { case 0 ... 100: A(1) break; case 101 ... 200: A(2) break; case 201 ... 255: A(3) } }
NI void signedbytes(signed char x) { switch (x) { case -128 ... -1: A(1) break; case 0: A(2) break; case 1 ... 126: A(3) break; case 127: A(4) } }
NI int constants(int x) { switch (x) { case 0: return 5; case 1: return 7; case 2: return 1; case 3: return 99; case 4: return 3; case 5: return -12; } return -1; }
NI long linear(int x) { switch (x) { case 3: return 10; case 4: return 17; case 5: return 24; case 6: return 31; case 7: return 38; } return 1; }
NI unsigned char linearb(int x) { switch (x) { case 3: return 250; case 4: return 253; case 5: return 0; case 6: return 3; case 7: return 6; } return 1; }
NI double reals(unsigned x) { switch (x) { case 10: return 1.5; case 11: return -0.0; case 12: return 1e100; case 13: return 3; case 15: return 4; default: return 0; } }
NI int pair(int x, int *y) { int a, b; switch (x) { case 'a': a = 1, b = 900000; break; case 'b': a = 2, b = 800000; break; case 'c': a = 3, b = 0; break; case 'd': a = 7, b = -5; break; case 'f': a = 3; b = 4; break; default: a = b = 0; } *y = b; return a; }
NI int elsewhere(int x) { int r; switch (x) { case 0: r = 3; break; case 1: r = 1; break; case 2: r = 4; break; case 3: r = 1; break; case 4: r = 5; break; default: A(1) return -1; } return r * 10; }
NI const char *names(int x) { switch (x) { case 0: return "zero"; case 1: return "one"; case 2: return "two"; case 3: return "three"; case 4: return "four"; case 5: return "five"; } return "many"; }
NI int unknown(int x) { switch (x) { case 1: return 11; case 2: return 12; case 3: return 15; case 4: return 6; case 5: return 50; default: __builtin_unreachable(); } }
NI void hot(int x) { switch (__builtin_expect(x, 42)) { case 1: A(1) break; case 42: A(2) break; case 43: A(3) break; case 7: A(4) break; case 100: A(5) break; case 200: A(6) break; default: A(7) } }
NI _Bool flag(long x) { switch (x) { case -3: case 0: case 5: case 9: case 40: return 1; default: return 0; } }
NI int top(unsigned x) { switch (x) { case 0xfffffffb: return 4; case 0xfffffffc: return 8; case 0xfffffffd: return 15; case 0xfffffffe: return 16; case 0xffffffff: return 23; } return 42; }
int main(void) {
  unsigned long sum = 0;
  for (int x = -300; x <= 1100; x++) {
    int y;
    sum = sum * 7 + dense(x) + vowel(x) * 3;
    three(x), full(x), ranges(x), sparse(x), bytes(x), signedbytes(x), hot(x);
    sum = sum * 5 + constants(x) + linear(x) * 3 + linearb(x) * 7 + (long) reals(x) % 1000 + pair(x, &y) * 11 + elsewhere(x) + flag(x) + top(x);
    sum = sum * 3 + y + names(x)[1];
  }
  printf("%lu %d\n", sum, (int) log_);
  static const int ends[] = {INT_MIN, INT_MIN + 1, INT_MIN + 5, INT_MIN + 6, INT_MAX, INT_MAX - 2, INT_MAX - 3, -1, -2, -5, -6};
  for (unsigned k = 0; k < sizeof ends / sizeof *ends; k++) ranges(ends[k]), three(ends[k]), full(ends[k]), sum = sum * 3 + top(ends[k]) + constants(ends[k]) + vowel(ends[k]);
  static const unsigned long wide[] = {-1ul, 1ul << 63, (1ul << 63) - 1, 1ul << 33, (1ul << 33) + 1, 1ul << 32, (1ul << 32) + 3, (1ul << 32) + 77};
  for (unsigned k = 0; k < sizeof wide / sizeof *wide; k++) sparse(wide[k]), three(wide[k]), sum = sum * 3 + flag(wide[k]);
  static const int can[] = {1, 2, 5, 6, 8};
  for (int k = 0; k < 5; k++) impossible(can[k]), sum += unknown(k + 1) * k;
  impossible2(-100), impossible2(2), impossible2(100);
  printf("%lu %d %d\n", sum, (int) log_, __builtin_signbit(reals(11)) != 0);
}
---- output ----
15740786783831759531 566461603
1300740386837825909 -558282410 1
