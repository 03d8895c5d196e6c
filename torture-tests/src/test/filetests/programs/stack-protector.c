// test program -fstack-protector-strong
/* Overflows, each in a process of its own: what runs over a buffer is found before the function returns or jumps to another one, and no other variable is overwritten. */
#include <alloca.h>
#include <setjmp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#define OUTSIDE __attribute__((noinline, noclone))
static char text[200];
OUTSIDE int next(int a) { return a + 1; }
OUTSIDE void fill(char *p, int n) { memset(p, 'a', n); }
OUTSIDE int buffer(int n) { char b[12]; fill(b, n); return b[0]; }
OUTSIDE int jump(int n) { { char b[16]; fill(b, n); } return next(n); }
OUTSIDE int early(int n) { if (n == 0) return 7; char b[24]; fill(b, n); return b[0] + n; }
OUTSIDE int record(int n) { struct { int x; char b[16]; } r; r.x = n; fill(r.b, n); return r.x; }
OUTSIDE int numbers(int n) { int v[5]; fill((char *) v, n); return v[1]; }
OUTSIDE int dynamic(int n) { char *p = alloca(16 + (n & 1)); char b[16]; fill(b, n); p[0] = b[0]; return p[0]; }
OUTSIDE int scalar(int n) { char b[16]; int before = 3; fill((char *) &before, 4); fill(b, n); return before == 0x61616161; }
OUTSIDE int aligned(int n) { char b[32] __attribute__((aligned(64))); fill(b, n); return b[1]; }
OUTSIDE double floats(int n, double d) { char b[8]; fill(b, n); return d * b[0]; }
OUTSIDE int caught(int n) { jmp_buf j; char b[8]; if (setjmp(j)) return n; fill(b, n); longjmp(j, 1); }
OUTSIDE __attribute__((no_stack_protector)) int none(int n) { char b[64]; fill(b, n); return b[0]; }
static const struct { const char *name; int (*f)(int); int size; } all[] = {{"buffer", buffer, 12}, {"jump", jump, 16}, {"early", early, 24}, {"record", record, 16},
    {"numbers", numbers, 20}, {"dynamic", dynamic, 16}, {"scalar", scalar, 16}, {"aligned", aligned, 32}, {"caught", caught, 8}};
static void try(int k, int n)
{
    int p[2]; pipe(p);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) { dup2(p[1], 2); close(p[1]); _exit(all[k].f(n) == 12345); }
    close(p[1]);
    int status, got = read(p[0], text, sizeof text - 1); text[got < 0 ? 0 : got] = 0; close(p[0]);
    waitpid(child, &status, 0);
    printf(" %d%s", WIFSIGNALED(status) ? WTERMSIG(status) : 0, strstr(text, "stack smashing detected") ? " found" : "");
}
int main(void)
{
    printf("%d\n", __SSP_STRONG__);
    for (int k = 0; k < sizeof all / sizeof *all; k++) {
        printf("%s:", all[k].name);
        try(k, 0); try(k, all[k].size); try(k, all[k].size + 8 + (k == 7 ? 24 : 0)); try(k, all[k].size + 16 + (k == 7 ? 16 : 0));
        puts("");
    }
    printf("%d %g\n", none(64), floats(8, 0.5));
}
---- output ----
3
buffer: 0 0 6 found 6 found
jump: 0 0 6 found 6 found
early: 0 0 6 found 6 found
record: 0 0 6 found 6 found
numbers: 0 0 6 found 6 found
dynamic: 0 0 6 found 6 found
scalar: 0 0 6 found 6 found
aligned: 0 0 6 found 6 found
caught: 0 0 6 found 6 found
97 48.5
