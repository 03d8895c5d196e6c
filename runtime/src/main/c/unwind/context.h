/* The frame that the unwinder stands at. */
#ifndef JCC_UNWIND_CONTEXT_H
#define JCC_UNWIND_CONTEXT_H

#include <stddef.h>
#include <stdint.h>

typedef uint64_t word;

/* DWARF's numbering of x86-64 (psABI figure 3.36): rax rdx rcx rbx rsi rdi rbp rsp r8-r15, return address. */
#define REGISTERS 17
#define SP 7
#define RA 16

/* What the entry stubs (entry.S) leave on the stack: the values of all registers in the caller of the _Unwind_ function. */
struct machine {
    word reg[REGISTERS];
};

struct _Unwind_Context {
    /* Where each register's value in this frame is kept; null: unknown (scratch). SP's value is sp itself. */
    word *saved[REGISTERS];
    word sp;
    word ip;
    word cfa;
    /* Of the function that ip is in. */
    word start;
    word lsda;
    word personality;
    /* ip is the instruction to be executed next, not a return address. */
    int signal_frame;
};

/* Loads all registers from the context and continues at its ip (entry.S). */
void __jcc_resume(struct machine *) __attribute__((noreturn, visibility("hidden")));

#endif
