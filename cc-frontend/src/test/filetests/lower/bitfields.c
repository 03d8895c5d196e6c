// test ir
struct B { unsigned a : 3, b : 7; signed c : 6; } __attribute__((packed));
struct V { volatile int x; unsigned long w : 40; };
int get(struct B *p) { return p->c; }
void set(struct B *p, int v) { p->b = v; }
unsigned wide(struct V *v) { return v->x + (v->w << 4 != 0); }
_Bool flag(int x) { return x & 4; }
---- output ----
module "bitfields.c"
func @get(ptr): signed i32 {
b0 (v0: ptr):
  v1 = alloca ptr "p" #8 align 8
  store v1, v0 align 8
  v2 = load ptr v1 align 8
  v3 = ptradd ptr v2, i64 1 inbounds
  v4 = load i8 v3
  v5 = ashr i8 v4, i8 2
  v6 = sext i32 v5
  ret v6
}
func @set(ptr, signed i32): void {
b0 (v0: ptr, v1: i32):
  v2 = alloca ptr "p" #8 align 8
  v3 = alloca ptr "v" #4 align 4
  store v2, v0 align 8
  store v3, v1 align 4
  v4 = load ptr v2 align 8
  v5 = load i32 v3 align 4
  v6 = trunc i16 v5
  v7 = load i16 v4
  v8 = and i16 v7, i16 -1017
  v9 = shl i16 v6, i16 3
  v10 = and i16 v9, i16 1016
  v11 = or i16 v8, v10
  store v4, v11
  ret
}
func @wide(ptr): i32 {
b0 (v0: ptr):
  v1 = alloca ptr "v" #8 align 8
  store v1, v0 align 8
  v2 = load ptr v1 align 8
  v3 = load i32 v2 align 8 volatile
  v4 = load ptr v1 align 8
  v5 = ptradd ptr v4, i64 8 inbounds
  v6 = load i64 v5 align 8
  v7 = and i64 v6, i64 1099511627775
  v8 = and i64 v7, i64 1099511627775
  v9 = shl i64 v8, i64 4
  v10 = and i64 v9, i64 1099511627775
  v11 = icmp i1 ne v10, i64 0
  v12 = zext i32 v11
  v13 = add i32 v3, v12 nsw
  ret v13
}
func @flag(signed i32): i8 {
b0 (v0: i32):
  v1 = alloca ptr "x" #4 align 4
  store v1, v0 align 4
  v2 = load i32 v1 align 4
  v3 = and i32 v2, i32 4
  v4 = icmp i1 ne v3, i32 0
  v5 = zext i8 v4
  ret v5
}
