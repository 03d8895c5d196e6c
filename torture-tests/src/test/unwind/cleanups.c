/* Cleanups that run when a thread ends, is cancelled, or a forced unwind passes: with values in registers across the calls, loops, jumps out
   of scopes, a statement expression, a variable array. main prints what ran; it ends by a forced unwind to itself. */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <unwind.h>

struct guard { int n; const char *name; double weight; };
static inline void release(struct guard *g) { printf("release %s %d %.2f\n", g->name, g->n, g->weight); }
static inline void free_text(char **p) { printf("free %s\n", *p); free(*p); }

__attribute__((noinline)) static int opaque(int n) { __asm__ volatile ("" : "+r"(n)); return n; }
static struct _Unwind_Exception exception;
static _Unwind_Reason_Code stop(int v, _Unwind_Action a, _Unwind_Exception_Class c, struct _Unwind_Exception *e, struct _Unwind_Context *x, void *arg)
{
    if (a & _UA_END_OF_STACK || _Unwind_GetCFA(x) > (_Unwind_Word)arg) { puts("end"); fflush(stdout); _exit(0); }
    return _URC_NO_REASON;
}
typedef int (*action)(int);
static int exit_thread(int n) { if (n == 0) pthread_exit("out"); return n; }
static int wait_cancel(int n) { if (n == 0) for (;;) pause(); return n; }
static void *frame;
static int force(int n) { if (n == 0) { exception.exception_class = 7; _Unwind_ForcedUnwind(&exception, stop, (char *)frame + 64); abort(); } return n; }

__attribute__((noinline)) static long level2(action act, long a, long b, double d, int n, struct guard in)
{
    struct guard g __attribute__((cleanup(release))) = { opaque(n) + in.n, "inner", d * 2 };
    char *text __attribute__((cleanup(free_text))) = strdup("text");
    long x = a * b + g.n, y = a - b, z = a ^ b;
    double e = d * d;
    for (int k = 0; k < 3; k++) {
        struct guard l __attribute__((cleanup(release))) = { k, "loop", e + k };
        x += act(n == 0 && k == 2 ? 0 : k + 1);
        l.weight += x;
        if (n == 2 && k == 1) goto out;
        if (n == 3 && k == 1) continue;
        if (n == 4) return x + y + z;
        y += act(k + 2) + k;
        e += y;
    }
out:
    return x * y + z + ({ struct guard s __attribute__((cleanup(release))) = { 1, "expr", e }; act(5) + (long)s.weight; });
}
static void print_first(int (*p)[]) { printf("vla %d\n", (*p)[0]); }
__attribute__((noinline)) static long level1(action act, int n)
{
    int count = opaque(n) + 3;
    int vla[count] __attribute__((cleanup(print_first)));
    for (int i = 0; i < count; i++) vla[i] = i + n;
    struct guard g __attribute__((cleanup(release))) = { n, "outer", 0.5 };
    long r = level2(act, 3 + n, 5 - n, 1.25 * n, n, g);
    g.n = (int)r;
    return r + vla[count - 1];
}
static void *run(void *arg)
{
    printf("result %ld\n", level1(*(action *)arg, 0));
    return "returned";
}
static int plain(int n) { return n * 3; }
int main(int argc, char **argv)
{
    frame = __builtin_frame_address(0);
    for (int n = 0; n < 5; n++) printf("%ld\n", level1(plain, n));
    action act[] = { exit_thread, wait_cancel };
    for (int k = 0; k < 2; k++) {
        pthread_t t;
        void *r;
        pthread_create(&t, 0, run, &act[k]);
        if (k) { usleep(20000); pthread_cancel(t); }
        pthread_join(t, &r);
        puts(r == PTHREAD_CANCELED ? "cancelled" : (char *)r);
    }
    level1(force, 0);
    return 1;
}
