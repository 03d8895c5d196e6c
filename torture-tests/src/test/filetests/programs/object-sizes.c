// test program
// __builtin_object_size through variables, joins, loops, calls and members: what gcc -O2 gives.
#include <stdio.h>
#include <stdlib.h>

#ifdef __OPTIMIZE__
#define CHECK(e, a, b, c, d) ask(#e, __builtin_object_size(e, 0) == (size_t)(a) && __builtin_object_size(e, 1) == (size_t)(b) \
        && __builtin_object_size(e, 2) == (size_t)(c) && __builtin_object_size(e, 3) == (size_t)(d))
#define ASK(e, ...) CHECK(e, __VA_ARGS__)
#else
#define ASK(e, ...) ((void)(e))
#endif
#define UNKNOWN -1, -1, 0, 0
#define ALL(n) n, n, n, n

struct inner { short s; char in[3]; };
struct record { char a[10]; char b[10]; int n; struct inner x; char last[4]; };
struct flexible { int n; char c[]; };
union either { char a[5]; char b[9]; struct record r; };
static struct flexible filled = {1, "abcdef"};
static struct record g, list[3];
static char common[7];
_Thread_local char local[13];

static void ask(const char *what, int right) {
    if (!right) printf("wrong: %s\n", what);
}

__attribute__((alloc_size(1, 2), noinline)) void *make(int n, unsigned m) { return malloc(n * m); }

static inline __attribute__((always_inline)) size_t rest(const char *p) { return __builtin_object_size(p, 1); }

__attribute__((noinline)) void pointers(struct record *p, struct flexible *f, union either *u, int i) {
    ASK(&p->a, -1, 10, 0, 10);
    ASK(&p->a[3], -1, 7, 0, 7);
    ASK(p->last, UNKNOWN);
    ASK(&p->n, -1, 4, 0, 4);
    ASK(p->x.in, -1, 3, 0, 3);
    ASK(f->c, UNKNOWN);
    ASK(u->a, UNKNOWN);
    ASK(u->r.a, -1, 10, 0, 10);
    ASK(&p[2].b[1], -1, 9, 0, 9);
    ASK(&p->a[i], UNKNOWN);
}

int main(int argc, char **argv) {
    struct record r;
    char buf[20];
    char *q;
    int i = argc - 1;
    ASK(common, ALL(7));
    ASK(filled.c, ALL(7));
    ASK(&filled, ALL(11));
    ASK(&g.b[2], 24, 8, 24, 8);
    ASK(&g.b[i], UNKNOWN);
    ASK(&list[1].b, 62, 10, 62, 10);
    ASK(&list[i].b, -1, 10, 0, 10);
    ASK(&local[2], ALL(11));
    ASK("abc" + 1, ALL(3));
    ASK(buf + i, UNKNOWN);
    ASK(buf + 21, ALL(0));
    ASK(&buf[5] - 2, ALL(17));
    q = r.b;
    ASK(q, 26, 10, 26, 10);
    q = i ? r.a : r.b;
    ASK(q, 36, 10, 26, 10);
    q = i ? buf : argv[0];
    ASK(q, UNKNOWN);
    q = malloc(10);
    ASK(q + 3, ALL(7));
    q = make(3, 4);
    ASK(q, ALL(12));
    q = malloc(argc);
    ASK(q, UNKNOWN);
#ifdef __OPTIMIZE__
    ask("malloc(argc)", __builtin_dynamic_object_size(q, 0) == argc && __builtin_dynamic_object_size(q + 3, 2) == (argc > 3 ? argc - 3 : 0));
    q = make(argc, 7);
    ask("make(argc)", __builtin_dynamic_object_size(q, 0) == 7 * argc);
    for (int k = 0; k < 3; k++) q++;
    ask("behind make(argc)", __builtin_dynamic_object_size(q, 0) == 7 * argc - 3);
    q = i ? __builtin_alloca(argc + 5) : buf + 4;
    ask("either", __builtin_dynamic_object_size(q, 0) == (i ? argc + 5 : 16));
    ask("unknown", __builtin_dynamic_object_size(argv[0], 0) == -1 && __builtin_dynamic_object_size(argv[0], 2) == 0);
    ask("argument", rest(r.a + 1) == 9 && rest(&r.b[2]) == 8 && rest(argv[0]) == -1 && rest(buf) == 20);
#endif
    q = __builtin_alloca(9);
    ASK(q + 1, ALL(8));
    q = buf;
    for (int k = 0; k < argc; k++) q++;
    ASK(q, 20, 20, 0, 0);
    q = buf;
    for (int k = 0; k < argc; k++) if (argv[k]) q = r.a;
    ASK(q, 36, 20, 20, 10);
    q = __builtin_memcpy(buf + 4, argv[0], 1);
    ASK(q, ALL(16));
    /* Not evaluated. */
    q = buf;
    ask("effects", __builtin_object_size(q++, 0) == -1 && __builtin_object_size(q++, 2) == 0 && q == buf);
    pointers(&r, (void *)argv, (void *)argv, i);
    puts("done");
    return 0;
}
---- output ----
done
