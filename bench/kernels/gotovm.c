// A stack machine interpreted by computed gotos, threaded through a table of labels.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { PUSH, GET, SET, ADD, SUB, MUL, MOD, LESS, JUMP, BRANCH, DUP, CALL, RET, HALT };

static long run(const int *code, long n) {
    static const void *const labels[] = {&&push, &&get, &&set, &&add, &&sub, &&mul, &&mod, &&less, &&jump, &&branch, &&dup, &&call, &&ret, &&halt};
    long stack[256], local[8] = {n}, *sp = stack;
    const int *pc = code;
#define NEXT goto *labels[*pc++]
    NEXT;
push: *sp++ = *pc++; NEXT;
get: *sp++ = local[*pc++]; NEXT;
set: local[*pc++] = *--sp; NEXT;
add: sp--; sp[-1] += sp[0]; NEXT;
sub: sp--; sp[-1] -= sp[0]; NEXT;
mul: sp--; sp[-1] *= sp[0]; NEXT;
mod: sp--; sp[-1] %= sp[0]; NEXT;
less: sp--; sp[-1] = sp[-1] < sp[0]; NEXT;
jump: pc = code + *pc; NEXT;
branch: pc = *--sp ? code + *pc : pc + 1; NEXT;
dup: sp[0] = sp[-1]; sp++; NEXT;
call: *sp++ = pc + 1 - code; pc = code + *pc; NEXT;
ret: pc = code + *--sp; NEXT;
halt: return sp[-1];
}

int main(int argc, char **argv) {
    static const int code[] = {
        PUSH, 0, SET, 1, PUSH, 1, SET, 2,
        /* 8 */ GET, 2, PUSH, 37, MUL, PUSH, 11, ADD, PUSH, 100003, MOD, SET, 2,
        /* 21 */ CALL, 34, GET, 1, PUSH, 1, ADD, DUP, SET, 1, GET, 0, LESS, /* 34 */ BRANCH, 8, GET, 2, GET, 3, ADD, HALT,
        /* 42 */ GET, 3, GET, 2, PUSH, 3, MUL, ADD, PUSH, 65521, SUB, SET, 3, RET,
    };
    int program[sizeof code / sizeof *code];
    for (unsigned i = 0; i < sizeof code / sizeof *code; i++) program[i] = code[i];
    program[22] = 42;
    printf("%ld\n", run(program, argc > 1 ? atoi(argv[1]) : 14000000));
}
