// test ir instrument
int f(int x) {
    if (x) return 1;
    return 2;
}
__attribute__((no_instrument_function)) void g(void) {}
---- output ----
module "instrument.c"
func @f(signed i32): signed i32 {
b0 (v0: i32):
  v1 = alloca ptr "x" #4 align 4
  store v1, v0 align 4
  v2 = retaddr ptr
  call @__cyg_profile_func_enter(@f, v2) sig(ptr, ptr): void nothrow
  v3 = load i32 v1 align 4
  v4 = icmp i1 ne v3, i32 0
  condbr v4 -> b1, b2
b1 "then":
  v5 = retaddr ptr
  call @__cyg_profile_func_exit(@f, v5) sig(ptr, ptr): void nothrow
  ret i32 1
b2 "endif":
  v6 = retaddr ptr
  call @__cyg_profile_func_exit(@f, v6) sig(ptr, ptr): void nothrow
  ret i32 2
}
declare @__cyg_profile_func_enter(ptr, ptr): void
declare @__cyg_profile_func_exit(ptr, ptr): void
func @g(): void {
b0:
  ret
}
