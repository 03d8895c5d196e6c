// test ir common pic
static int unused_static = 3;
int tentative;
int initialised = 5;
const char *const names[] = {"a", "bc", "a"};
extern int undefined_weak __attribute__((weak));
__thread int tls_here;
extern __thread int tls_there;
static __thread long tls_static = 7;
int hidden __attribute__((visibility("hidden"))) = 1;
char in_section[8] __attribute__((section(".mine"), aligned(32))) = "x";
static int target(void) { static int count; return ++count; }
int alias_of(void) __attribute__((alias("target")));
static int indirect(void) __attribute__((weakref("elsewhere")));
void __attribute__((constructor(101))) begin(void) { }
inline int inline_only(int x) { return x; }
extern inline __attribute__((gnu_inline)) int gnu_only(int x) { return x + 1; }
static inline int never_used(void) { return 1; }
int *addresses[3] = {&initialised, &initialised + 2, 0};
int use(int n)
{
    if (0) no_such_function();
    return tls_here + tls_there + (int)tls_static + undefined_weak + indirect() + inline_only(n) + gnu_only(n);
}
asm("# top level");
---- output ----
module "symbols.c"
global @unused_static size 4 internal align 4 = "\03"
global @initialised size 4 align 4 = "\05"
global @names size 24 constant align 16 relocs [0: 8 @.LC0, 8: 8 @.LC1, 16: 8 @.LC0]
global @.LC0 size 2 constant merge 1 internal align 1 = "a\00"
global @.LC1 size 3 constant merge 1 internal align 1 = "bc\00"
global @tls_static size 8 tls local_dynamic internal align 8 = "\07"
global @hidden size 4 hidden align 4 = "\01"
global @in_section size 8 align 32 section ".mine" = "x"
global @count.0 size 4 internal align 4
func @target(): signed i32 internal {
b0:
  v0 = load i32 @count.0 align 4
  v1 = add i32 v0, i32 1 nsw
  store @count.0, v1 align 4
  ret v1
}
func @begin(): void constructor init_priority 101 {
b0:
  ret
}
global @addresses size 24 align 16 relocs [0: 8 @initialised, 8: 8 @initialised+8]
func @use(signed i32): signed i32 {
b0 (v0: i32):
  v1 = alloca ptr "n" #4 align 4
  store v1, v0 align 4
  br -> b1
b1 "endif":
  v2 = tlsaddr ptr @tls_here
  v3 = load i32 v2 align 4
  v4 = tlsaddr ptr @tls_there
  v5 = load i32 v4 align 4
  v6 = add i32 v3, v5 nsw
  v7 = tlsaddr ptr @tls_static
  v8 = load i64 v7 align 8
  v9 = trunc i32 v8
  v10 = add i32 v6, v9 nsw
  v11 = load i32 @undefined_weak align 4
  v12 = add i32 v10, v11 nsw
  v13 = call i32 @elsewhere() sig(): signed i32
  v14 = add i32 v12, v13 nsw
  v15 = load i32 v1 align 4
  v16 = call i32 @inline_only(v15) sig(signed i32): signed i32
  v17 = add i32 v14, v16 nsw
  v18 = load i32 v1 align 4
  v19 = call i32 @gnu_only(v18) sig(signed i32): signed i32
  v20 = add i32 v17, v19 nsw
  ret v20
}
global @tls_here size 4 tls general_dynamic align 4
extern @tls_there size 4 tls general_dynamic align 4
extern @undefined_weak size 4 weak align 4
declare @elsewhere(): signed i32 weak
declare @inline_only(signed i32): signed i32 inline
declare @gnu_only(signed i32): signed i32 inline
asm "# top level"
global @tentative size 4 common align 4
alias @alias_of = @target
