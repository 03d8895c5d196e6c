// test ir strict-aliasing
struct S { int a; float b; struct { short c; } in; };
union U { int i; float f; };
typedef int __attribute__((may_alias)) any_int;
float f(struct S *s, int *i, union U *u, char *c, any_int *m, void **p, unsigned *n)
{
    s->a = 1;
    *i = 2;
    u->i = 3;
    *c = 4;
    *m = 5;
    *p = 0;
    *n = 6;
    s->in.c = 7;
    return s->b;
}
---- output ----
module "aliasing.c"
tag 1 "pointer" "pointer" 0
tag 2 "S#2" "int" 0
tag 3 "int" "int" 0
tag 4 "S#2" "short" 8
tag 5 "S#2" "float" 4
func @f(ptr, ptr, ptr, ptr, ptr, ptr, ptr): signed f32 {
b0 (v0: ptr, v1: ptr, v2: ptr, v3: ptr, v4: ptr, v5: ptr, v6: ptr):
  v7 = alloca ptr "s" #8 align 8
  v8 = alloca ptr "i" #8 align 8
  v9 = alloca ptr "u" #8 align 8
  v10 = alloca ptr "c" #8 align 8
  v11 = alloca ptr "m" #8 align 8
  v12 = alloca ptr "p" #8 align 8
  v13 = alloca ptr "n" #8 align 8
  store v7, v0 align 8 tag 1
  store v8, v1 align 8 tag 1
  store v9, v2 align 8 tag 1
  store v10, v3 align 8 tag 1
  store v11, v4 align 8 tag 1
  store v12, v5 align 8 tag 1
  store v13, v6 align 8 tag 1
  v14 = load ptr v7 align 8 tag 1
  store v14, i32 1 align 4 tag 2
  v15 = load ptr v8 align 8 tag 1
  store v15, i32 2 align 4 tag 3
  v16 = load ptr v9 align 8 tag 1
  store v16, i32 3 align 4
  v17 = load ptr v10 align 8 tag 1
  store v17, i8 4
  v18 = load ptr v11 align 8 tag 1
  store v18, i32 5 align 4
  v19 = load ptr v12 align 8 tag 1
  store v19, ptr 0 align 8 tag 1
  v20 = load ptr v13 align 8 tag 1
  store v20, i32 6 align 4 tag 3
  v21 = load ptr v7 align 8 tag 1
  v22 = ptradd ptr v21, i64 8 inbounds
  store v22, i16 7 align 4 tag 4
  v23 = load ptr v7 align 8 tag 1
  v24 = ptradd ptr v23, i64 4 inbounds
  v25 = load f32 v24 align 4 tag 5
  ret v25
}
