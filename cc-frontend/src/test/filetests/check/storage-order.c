// test check
struct __attribute__((scalar_storage_order("big-endian"))) S { int i, a[2]; int *p; };
struct __attribute__((scalar_storage_order("middle"))) T { int i; };
#pragma scalar_storage_order
int *f(struct S *s) { return &s->i; }
int *g(struct S *s) { int *p = s->a; return s->p + p[1]; }
typeof(((struct S *) 0)->i) *h(int *p) { return p; }
---- output ----
3:23: error: attribute 'scalar_storage_order' argument must be one of 'big-endian' or 'little-endian'
4:1: warning: missing [big-endian|little-endian|default] after '#pragma scalar_storage_order' [-Wpragmas]
5:30: error: cannot take address of scalar with reverse storage order
