// test check
#define IS(e) _Static_assert(e, #e)
#define HAS(x, ...) __builtin_has_attribute(x, __VA_ARGS__)
typedef int ta __attribute__((aligned(16)));
typedef ta tb;
struct __attribute__((packed, aligned(4))) s { char c; int i __attribute__((aligned(2))); ta *p; };
void f(int, ...) __attribute__((noreturn, alias("g"), cold));
extern int v __attribute__((section("x"), weak));
typedef int vec __attribute__((vector_size(8)));
IS(HAS(ta, aligned) && HAS(tb, aligned(16)) && !HAS(tb, aligned(8)) && !HAS(int, aligned));
IS(HAS(int __attribute__((aligned(32))), aligned(32)));
IS(HAS(struct s, packed) && HAS(struct s, __aligned__(4)) && HAS(((struct s *)0)->i, aligned) && !HAS(((struct s *)0)->c, aligned));
IS(HAS(f, alias) && HAS(f, alias("g")) && !HAS(f, alias("h")) && HAS(f, noreturn) && HAS(f, cold) && !HAS(f, hot));
IS(HAS(v, section) && HAS(v, section("x")) && !HAS(v, section("y")) && HAS(v, weak));
IS(HAS(vec, vector_size(8)) && !HAS(vec, vector_size(16)));
void g(int, ...) { for (;;); }
---- output ----
