// test ir
// The branch that goes back says what the pragmas did; a loop that nothing was said of, within or behind, says nothing.
void f(int *a, int n) {
#pragma GCC unroll 4
#pragma GCC ivdep
    for (int i = 0; i < n; i++) {
        int k = n;
        do a[i]++; while (--k);
    }
    while (n--) a[n] = 0;
}
void g(int *a, int n) {
    if (n)
#pragma GCC ivdep
        while (n && a[n]) n--;
#pragma GCC unroll 0
    do a[n]++; while (n--);
}
---- output ----
module "loop-pragmas.c"
func @f(ptr, signed i32): void {
b0 (v0: ptr, v1: i32):
  v2 = alloca ptr "a" #8 align 8
  v3 = alloca ptr "n" #4 align 4
  v4 = alloca ptr "i" #4 align 4
  v5 = alloca ptr "k" #4 align 4
  store v2, v0 align 8
  store v3, v1 align 4
  store v4, i32 0 align 4
  br -> b7
b1 "body":
  v6 = load i32 v3 align 4
  store v5, v6 align 4
  br -> b2
b2 "body":
  v7 = load ptr v2 align 8
  v8 = load i32 v4 align 4
  v9 = sext i64 v8
  v10 = mul i64 v9, i64 4 nsw
  v11 = ptradd ptr v7, v10 inbounds
  v12 = load i32 v11 align 4
  v13 = add i32 v12, i32 1 nsw
  store v11, v13 align 4
  br -> b3
b3:
  br -> b4
b4 "test":
  v14 = load i32 v5 align 4
  v15 = sub i32 v14, i32 1 nsw
  store v5, v15 align 4
  v16 = icmp i1 ne v15, i32 0
  condbr v16 -> b2, b5
b5:
  br -> b6
b6:
  v17 = load i32 v4 align 4
  v18 = add i32 v17, i32 1 nsw
  store v4, v18 align 4
  br -> b7
b7 "test":
  v19 = load i32 v4 align 4
  v20 = load i32 v3 align 4
  v21 = icmp i1 slt v19, v20
  condbr v21 -> b1, b8 ivdep unroll 4
b8:
  br -> b11
b9 "body":
  v22 = load ptr v2 align 8
  v23 = load i32 v3 align 4
  v24 = sext i64 v23
  v25 = mul i64 v24, i64 4 nsw
  v26 = ptradd ptr v22, v25 inbounds
  store v26, i32 0 align 4
  br -> b10
b10:
  br -> b11
b11 "test":
  v27 = load i32 v3 align 4
  v28 = sub i32 v27, i32 1 nsw
  store v3, v28 align 4
  v29 = icmp i1 ne v27, i32 0
  condbr v29 -> b9, b12
b12:
  ret
}
func @g(ptr, signed i32): void {
b0 (v0: ptr, v1: i32):
  v2 = alloca ptr "a" #8 align 8
  v3 = alloca ptr "n" #4 align 4
  store v2, v0 align 8
  store v3, v1 align 4
  v4 = load i32 v3 align 4
  v5 = icmp i1 ne v4, i32 0
  condbr v5 -> b1, b7
b1 "then":
  br -> b4
b2 "body":
  v6 = load i32 v3 align 4
  v7 = sub i32 v6, i32 1 nsw
  store v3, v7 align 4
  br -> b3
b3:
  br -> b4
b4 "test":
  v8 = load i32 v3 align 4
  v9 = icmp i1 ne v8, i32 0
  condbr v9 -> b5, b6
b5:
  v10 = load ptr v2 align 8
  v11 = load i32 v3 align 4
  v12 = sext i64 v11
  v13 = mul i64 v12, i64 4 nsw
  v14 = ptradd ptr v10, v13 inbounds
  v15 = load i32 v14 align 4
  v16 = icmp i1 ne v15, i32 0
  condbr v16 -> b2, b6 ivdep
b6:
  br -> b7
b7 "endif":
  br -> b8
b8 "body":
  v17 = load ptr v2 align 8
  v18 = load i32 v3 align 4
  v19 = sext i64 v18
  v20 = mul i64 v19, i64 4 nsw
  v21 = ptradd ptr v17, v20 inbounds
  v22 = load i32 v21 align 4
  v23 = add i32 v22, i32 1 nsw
  store v21, v23 align 4
  br -> b9
b9:
  br -> b10
b10 "test":
  v24 = load i32 v3 align 4
  v25 = sub i32 v24, i32 1 nsw
  store v3, v25 align 4
  v26 = icmp i1 ne v24, i32 0
  condbr v26 -> b8, b11 unroll 1
b11:
  ret
}
