# The entry points that need the caller's registers, and the way back into a frame. Each stub lays a struct machine (context.h)
# on the stack, calls the C function of the same name with __jcc prefix, with the machine as last argument, and returns its result.

        .text

        .macro  ENTRY name, implementation, argument
        .globl  \name
        .type   \name, @function
\name:
        .cfi_startproc
        subq    $152, %rsp
        .cfi_adjust_cfa_offset 152
        movq    %rax, 0(%rsp)
        movq    %rdx, 8(%rsp)
        movq    %rcx, 16(%rsp)
        movq    %rbx, 24(%rsp)
        movq    %rsi, 32(%rsp)
        movq    %rdi, 40(%rsp)
        movq    %rbp, 48(%rsp)
        leaq    160(%rsp), %rax
        movq    %rax, 56(%rsp)
        movq    %r8, 64(%rsp)
        movq    %r9, 72(%rsp)
        movq    %r10, 80(%rsp)
        movq    %r11, 88(%rsp)
        movq    %r12, 96(%rsp)
        movq    %r13, 104(%rsp)
        movq    %r14, 112(%rsp)
        movq    %r15, 120(%rsp)
        movq    152(%rsp), %rax
        movq    %rax, 128(%rsp)
        movq    %rsp, \argument
        call    \implementation
        addq    $152, %rsp
        .cfi_adjust_cfa_offset -152
        ret
        .cfi_endproc
        .size   \name, .-\name
        .endm

        ENTRY   _Unwind_RaiseException, __jcc_raise, %rsi
        ENTRY   _Unwind_ForcedUnwind, __jcc_forced, %rcx
        ENTRY   _Unwind_Resume, __jcc_continue, %rsi
        ENTRY   _Unwind_Resume_or_Rethrow, __jcc_rethrow, %rsi
        ENTRY   _Unwind_Backtrace, __jcc_backtrace, %rdx

        .globl  __jcc_resume
        .hidden __jcc_resume
        .type   __jcc_resume, @function
__jcc_resume:
        movq    0(%rdi), %rax
        movq    8(%rdi), %rdx
        movq    24(%rdi), %rbx
        movq    32(%rdi), %rsi
        movq    48(%rdi), %rbp
        movq    64(%rdi), %r8
        movq    72(%rdi), %r9
        movq    80(%rdi), %r10
        movq    88(%rdi), %r11
        movq    96(%rdi), %r12
        movq    104(%rdi), %r13
        movq    112(%rdi), %r14
        movq    120(%rdi), %r15
        movq    56(%rdi), %rcx          # the frame's stack pointer
        pushq   128(%rdi)               # onto this stack, then moved below the new top
        popq    -8(%rcx)
        movq    40(%rdi), %rdi
        leaq    -8(%rcx), %rsp
        ret
        .size   __jcc_resume, .-__jcc_resume

        .section .note.GNU-stack,"",@progbits
