// test program
// Stores of different types to one place: each gives it another effective type (C17 6.5p6) or another member of a union, so that no store may
// change places with another store or an earlier load, and none is needless because of an equal one before it.
#include <stdio.h>
#include <stdlib.h>

#define APART __attribute__((noinline, noclone))

union number { int i; float f; long l; };

APART void promoted(int *p, float *q, long n) {
    for (long i = 0; i < n; ++i) {
        *p = 1;
        q[i] = 42;
    }
}

APART void both_ways(int *p, float *r, long n, long leave) {
    for (long i = 0; i < n; ++i) {
        *p = 1;
        *r = 2;
        if (leave & i) break;
        *r = 3;
        *p = 4;
    }
}

APART void sunk(int *pi, long *pl, int f) {
    *pl = 0;
    *pi = 1;
    if (f) *pl = 2;
}

APART void restored(int *pi, double *pd) {
    int i = *pi;
    *pd = 0;
    *pi = i;
}

APART void restored_over(int *pi, double *pd, int n) {
    int i = *pi;
    if (n > 3) *pd = 0;
    else *pd = n;
    *pi = i;
}

APART void copied(int *to, int *from, float *f) {
    int a = from[0], b = from[1];
    f[0] = 7;
    f[1] = 8;
    to[0] = a;
    to[1] = b;
}

APART void later_rounds(int *a, float *b, int n) {
    for (int i = 0; i < n; i++) {
        a[i] = i;
        b[i] = 1;
    }
}

APART void four(int *a, float *b) {
    a[0] = 1; a[1] = 2;
    b[0] = 1; b[1] = 2; b[2] = 3; b[3] = 4;
    a[2] = 3; a[3] = 4;
}

static short *cursor;

APART void fill(short x, int n) {
    for (int i = 0; i < n; ++i) *cursor++ = x;
}

int main(void) {
    union number u;
    promoted(&u.i, &u.f, 1);
    printf("%g\n", u.f);
    both_ways(&u.i, &u.f, 1, 1);
    printf("%d\n", u.i);
    both_ways(&u.i, &u.f, 2, 1);
    printf("%g\n", u.f);
    void *m = malloc(sizeof(double));
    sunk(m, m, 0);
    printf("%d\n", *(int *)m);
    *(int *)m = 1;
    restored(m, m);
    printf("%d\n", *(int *)m);
    restored_over(m, m, 5);
    printf("%d\n", *(int *)m);
    int *pair = malloc(8), to[2];
    pair[0] = 3, pair[1] = 4;
    copied(to, pair, (float *)pair);
    printf("%d %d %g\n", to[0], to[1], *(float *)pair);
    void *many = malloc(400);
    later_rounds(many, many, 100);
    printf("%g %g\n", ((float *)many)[0], ((float *)many)[99]);
    later_rounds((int *)many, (float *)many + 1, 99);
    printf("%d %d %g\n", ((int *)many)[0], ((int *)many)[98], ((float *)many)[99]);
    four(many, many);
    printf("%g %g %d %d\n", ((float *)many)[0], ((float *)many)[1], ((int *)many)[2], ((int *)many)[3]);
    cursor = (short *)&cursor;
    fill(0, 1);
    printf("%d\n", (int)((unsigned long)cursor & 0xffff));
}
---- output ----
42
4
2
1
1
1
3 4 7
1 1
0 98 1
1 2 3 4
0
