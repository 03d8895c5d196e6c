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
// Restrict: parameters and variables of the outermost block, wherever they are read.
void pointers(int *restrict p, int a[restrict 4], int *__restrict q, int *plain) {
    int *restrict r = q;
    *p++ = *a;
    p += 1;
    *r = *plain;
}
// Not where the address is taken, of volatile and static ones, of members, in blocks within.
struct box { int *restrict m; };
int others(int *restrict taken, int *volatile restrict v, struct box *b, int *x) {
    static int *restrict s;
    int **t = &taken;
    {
        int *restrict inner = x;
        *inner = 1;
    }
    return **t + *taken + *v + *b->m + *s;
}
---- output ----
module "aliasing.c"
tag 1 "pointer" "pointer" 0
tag 2 "S#2" "int" 0
tag 3 "int" "int" 0
tag 4 "S#2" "short" 8
tag 5 "S#2" "float" 4
tag 6 "box#5" "pointer" 0
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
func @pointers(ptr, ptr, ptr, ptr): void {
b0 (v0: ptr, v1: ptr, v2: ptr, v3: ptr):
  v4 = alloca ptr "p" #8 align 8
  v5 = alloca ptr "a" #8 align 8
  v6 = alloca ptr "q" #8 align 8
  v7 = alloca ptr "plain" #8 align 8
  v8 = alloca ptr "r" #8 align 8
  store v4, v0 align 8 tag 1
  store v5, v1 align 8 tag 1
  store v6, v2 align 8 tag 1
  store v7, v3 align 8 tag 1
  v9 = load ptr v6 align 8 tag 1
  v10 = restrict ptr v9, i64 2
  store v8, v10 align 8 tag 1
  v11 = load ptr v4 align 8 tag 1
  v12 = restrict ptr v11, i64 0
  v13 = ptradd ptr v12, i64 4 inbounds
  store v4, v13 align 8 tag 1
  v14 = load ptr v5 align 8 tag 1
  v15 = restrict ptr v14, i64 1
  v16 = load i32 v15 align 4 tag 3
  store v12, v16 align 4 tag 3
  v17 = load ptr v4 align 8 tag 1
  v18 = restrict ptr v17, i64 0
  v19 = ptradd ptr v18, i64 4 inbounds
  store v4, v19 align 8 tag 1
  v20 = load ptr v8 align 8 tag 1
  v21 = restrict ptr v20, i64 3
  v22 = load ptr v7 align 8 tag 1
  v23 = load i32 v22 align 4 tag 3
  store v21, v23 align 4 tag 3
  ret
}
global @s.0 size 8 internal align 8
func @others(ptr, ptr, ptr, ptr): signed i32 {
b0 (v0: ptr, v1: ptr, v2: ptr, v3: ptr):
  v4 = alloca ptr "taken" #8 align 8
  v5 = alloca ptr "v" #8 align 8
  v6 = alloca ptr "b" #8 align 8
  v7 = alloca ptr "x" #8 align 8
  v8 = alloca ptr "t" #8 align 8
  v9 = alloca ptr "inner" #8 align 8
  store v4, v0 align 8 tag 1
  store v5, v1 align 8 tag 1
  store v6, v2 align 8 tag 1
  store v7, v3 align 8 tag 1
  store v8, v4 align 8 tag 1
  v10 = load ptr v7 align 8 tag 1
  store v9, v10 align 8 tag 1
  v11 = load ptr v9 align 8 tag 1
  store v11, i32 1 align 4 tag 3
  v12 = load ptr v8 align 8 tag 1
  v13 = load ptr v12 align 8 tag 1
  v14 = load i32 v13 align 4 tag 3
  v15 = load ptr v4 align 8 tag 1
  v16 = load i32 v15 align 4 tag 3
  v17 = add i32 v14, v16 nsw
  v18 = load ptr v5 align 8 tag 1 volatile
  v19 = load i32 v18 align 4 tag 3
  v20 = add i32 v17, v19 nsw
  v21 = load ptr v6 align 8 tag 1
  v22 = load ptr v21 align 8 tag 6
  v23 = load i32 v22 align 4 tag 3
  v24 = add i32 v20, v23 nsw
  v25 = load ptr @s.0 align 8 tag 1
  v26 = load i32 v25 align 4 tag 3
  v27 = add i32 v24, v26 nsw
  ret v27
}
