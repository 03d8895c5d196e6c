// test ir
__attribute__((optimize("O2"))) int two(int x) { return x + 1; }
__attribute__((optimize("-Os", "wrapv"))) int small(int x) { return x + 1; }
__attribute__((optimize(0))) int none(int x) { return x + 1; }
#pragma GCC push_options
#pragma GCC optimize ("O3")
__attribute__((optimize("no-strict-overflow"))) int three(int x) { return x + 1; }
#pragma GCC pop_options
__attribute__((cold)) int unit(int x) { return x + 1; }
---- output ----
module "optimize.c"
func @two(signed i32): signed i32 level 2 {
b0 (v0: i32):
  v1 = alloca ptr "x" #4 align 4
  store v1, v0 align 4
  v2 = load i32 v1 align 4
  v3 = add i32 v2, i32 1 nsw
  ret v3
}
func @small(signed i32): signed i32 optsize level 2 {
b0 (v0: i32):
  v1 = alloca ptr "x" #4 align 4
  store v1, v0 align 4
  v2 = load i32 v1 align 4
  v3 = add i32 v2, i32 1
  ret v3
}
func @none(signed i32): signed i32 optnone {
b0 (v0: i32):
  v1 = alloca ptr "x" #4 align 4
  store v1, v0 align 4
  v2 = load i32 v1 align 4
  v3 = add i32 v2, i32 1 nsw
  ret v3
}
func @three(signed i32): signed i32 level 3 {
b0 (v0: i32):
  v1 = alloca ptr "x" #4 align 4
  store v1, v0 align 4
  v2 = load i32 v1 align 4
  v3 = add i32 v2, i32 1
  ret v3
}
func @unit(signed i32): signed i32 cold optsize {
b0 (v0: i32):
  v1 = alloca ptr "x" #4 align 4
  store v1, v0 align 4
  v2 = load i32 v1 align 4
  v3 = add i32 v2, i32 1 nsw
  ret v3
}
