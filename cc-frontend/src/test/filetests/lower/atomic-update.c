// test ir trapping-math
_Atomic double d; _Atomic long double l; _Atomic float _Complex c; _Atomic int i;
void sum(double x) { d += x; }
void none(double x) { i += 3; i *= 3; }
void both(float x) { c *= x; }
long double old(void) { return l++; }
float mixed(long double x) { return i /= x; }
---- output ----
module "atomic-update.c"
func @sum(signed f64): void {
b0 (v0: f64):
  v1 = alloca ptr "x" #8 align 8
  v2 = alloca ptr #32 align 4
  store v1, v0 align 8
  v3 = load f64 v1 align 8
  v4 = asm i32 (v2) {"save %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  v5 = load i64 @d align 8 seqcst
  br -> b1(v5)
b1 "atomic" (v6: i64):
  v7 = bitcast f64 v6
  v8 = fadd f64 v7, v3
  v9 = bitcast i64 v8
  v10 = cmpxchg tuple @d, v6, v9 align 8 seqcst fail seqcst
  v11 = result i1 v10 #1
  v12 = result i64 v10
  condbr v11 -> b3, b2
b2:
  v13 = asm i32 (v2) {"restore %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  br -> b1(v12)
b3:
  ret
}
global @d size 8 align 8
func @none(signed f64): void {
b0 (v0: f64):
  v1 = alloca ptr "x" #8 align 8
  store v1, v0 align 8
  v2 = atomicrmw i32 add @i, i32 3 align 4 seqcst
  v3 = add i32 v2, i32 3
  v4 = load i32 @i align 4 seqcst
  br -> b1(v4)
b1 "atomic" (v5: i32):
  v6 = mul i32 v5, i32 3 nsw
  v7 = cmpxchg tuple @i, v5, v6 align 4 seqcst fail seqcst
  v8 = result i1 v7 #1
  v9 = result i32 v7
  condbr v8 -> b2, b1(v9)
b2:
  ret
}
global @i size 4 align 4
func @both(signed f32): void {
b0 (v0: f32):
  v1 = alloca ptr "x" #4 align 4
  v2 = alloca ptr #32 align 4
  v3 = alloca ptr #8 align 4
  v4 = alloca ptr #8 align 4
  store v1, v0 align 4
  v5 = load f32 v1 align 4
  v6 = asm i32 (v2) {"save %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  v7 = load i64 @c align 8 seqcst
  br -> b1(v7)
b1 "atomic" (v8: i64):
  store v3, v8 align 4
  v9 = load f32 v3 align 4
  v10 = ptradd ptr v3, i64 4 inbounds
  v11 = load f32 v10 align 4
  v12 = fmul f32 v9, v5
  v13 = fmul f32 v11, v5
  store v4, v12 align 4
  v14 = ptradd ptr v4, i64 4 inbounds
  store v14, v13 align 4
  v15 = load i64 v4 align 4
  v16 = cmpxchg tuple @c, v8, v15 align 8 seqcst fail seqcst
  v17 = result i1 v16 #1
  v18 = result i64 v16
  condbr v17 -> b3, b2
b2:
  v19 = asm i32 (v2) {"restore %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  br -> b1(v18)
b3:
  ret
}
global @c size 8 align 8
func @old(): signed f80 {
b0:
  v0 = alloca ptr #32 align 4
  v1 = alloca ptr #16 align 16
  v2 = alloca ptr #16 align 16
  v3 = asm i32 (v0) {"save x87 %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  call @__atomic_load(i64 16, @l, v1, i32 5) sig(i64, ptr, ptr, signed i32): void nothrow
  br -> b1
b1 "atomic":
  v4 = load f80 v1 align 16
  v5 = fadd f80 v4, f80 0x3fff8000000000000000
  store v2, v5 align 16
  v6 = call i8 @__atomic_compare_exchange(i64 16, @l, v1, v2, i32 5, i32 5) sig(i64, ptr, ptr, ptr, signed i32, signed i32): i8 nothrow
  v7 = icmp i1 ne v6, i8 0
  condbr v7 -> b3, b2
b2:
  v8 = asm i32 (v0) {"restore x87 %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  br -> b1
b3:
  ret v4
}
global @l size 16 align 16
declare @__atomic_load(i64, ptr, ptr, signed i32): void
declare @__atomic_compare_exchange(i64, ptr, ptr, ptr, signed i32, signed i32): i8
func @mixed(signed f80): signed f32 {
b0 (v0: f80):
  v1 = alloca ptr "x" #16 align 16
  v2 = alloca ptr #32 align 4
  store v1, v0 align 16
  v3 = load f80 v1 align 16
  v4 = asm i32 (v2) {"save x87 %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  v5 = load i32 @i align 4 seqcst
  br -> b1(v5)
b1 "atomic" (v6: i32):
  v7 = sitofp f80 v6
  v8 = fdiv f80 v7, v3
  v9 = fptosi i32 v8
  v10 = cmpxchg tuple @i, v6, v9 align 4 seqcst fail seqcst
  v11 = result i1 v10 #1
  v12 = result i32 v10
  condbr v11 -> b3, b2
b2:
  v13 = asm i32 (v2) {"restore x87 %0, %1" volatile operands ["r" i32 result 0 early, "r" ptr arg 0] clobbers ["memory"] results [i32]}
  br -> b1(v12)
b3:
  v14 = sitofp f32 v9
  ret v14
}
