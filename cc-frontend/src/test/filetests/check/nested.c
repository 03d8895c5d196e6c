// test check
int f(int n) {
  static int g(int x) { return x; }
  auto int h(int);
  int k(int y) { return y + n; goto nowhere; }
  { __label__ l; int m(void) { goto l; return 0; } m(); l: ; }
  void bad(void) { goto l; }
  return k(h(1));
}
int outside(void) { return k(1); }
---- output ----
3:14: error: invalid storage class for function 'g'
5:37: error: label 'nowhere' used but not defined
7:25: error: label 'l' used but not defined
4:12: error: nested function 'h' declared but never defined
10:28: warning: implicit declaration of function 'k' [-Wimplicit-function-declaration]
