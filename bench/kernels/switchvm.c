// A register machine interpreted by a switch in a loop.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum { LOADI, MOVE, ADD, SUB, MUL, AND, XOR, SHR, ADDI, LT, EQ, JMP, JNZ, LOAD, STORE, HALT };
struct inst { uint8_t op, a, b, c; int32_t imm; };
static int64_t memory[256];

static int64_t run(const struct inst *code, int64_t arg) {
    int64_t r[16] = {0};
    const struct inst *pc = code;
    r[0] = arg;
    for (;;) {
        struct inst i = *pc++;
        switch (i.op) {
        case LOADI: r[i.a] = i.imm; break;
        case MOVE: r[i.a] = r[i.b]; break;
        case ADD: r[i.a] = r[i.b] + r[i.c]; break;
        case SUB: r[i.a] = r[i.b] - r[i.c]; break;
        case MUL: r[i.a] = r[i.b] * r[i.c]; break;
        case AND: r[i.a] = r[i.b] & r[i.c]; break;
        case XOR: r[i.a] = r[i.b] ^ r[i.c]; break;
        case SHR: r[i.a] = (int64_t)((uint64_t)r[i.b] >> (i.imm & 63)); break;
        case ADDI: r[i.a] = r[i.b] + i.imm; break;
        case LT: r[i.a] = r[i.b] < r[i.c]; break;
        case EQ: r[i.a] = r[i.b] == r[i.c]; break;
        case JMP: pc += i.imm; break;
        case JNZ: if (r[i.a]) pc += i.imm; break;
        case LOAD: r[i.a] = memory[(r[i.b] + i.imm) & 255]; break;
        case STORE: memory[(r[i.b] + i.imm) & 255] = r[i.a]; break;
        case HALT: return r[i.a];
        }
    }
}

int main(int argc, char **argv) {
    static const struct inst code[] = {
        {LOADI, 1, 0, 0, 0}, {LOADI, 2, 0, 0, 1}, {LOADI, 5, 0, 0, 6364136},
        // loop:
        {MUL, 2, 2, 5, 0}, {ADDI, 2, 2, 0, 12345}, {SHR, 3, 2, 0, 20}, {XOR, 2, 2, 3, 0}, {LOAD, 4, 3, 0, 3}, {ADD, 4, 4, 2, 0},
        {STORE, 4, 3, 0, 3}, {LT, 6, 4, 2, 0}, {JNZ, 6, 0, 0, 1}, {ADDI, 7, 7, 0, 1}, {ADDI, 1, 1, 0, 1}, {LT, 6, 1, 0, 0}, {JNZ, 6, 0, 0, -13},
        {ADD, 4, 4, 7, 0}, {HALT, 4, 0, 0, 0},
    };
    printf("%lld\n", (long long)run(code, argc > 1 ? atoi(argv[1]) : 10000000));
}
