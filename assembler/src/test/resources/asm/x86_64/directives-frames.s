# test asm x86_64
# Call frame information.
	.text
	.globl f
f:	.cfi_startproc
	push %rbp
	.cfi_def_cfa_offset 16
	.cfi_offset %rbp, -16
	mov %rsp, %rbp
	.cfi_def_cfa_register rbp
	.cfi_remember_state
	push %rbx
	.cfi_rel_offset %rbx, -8
	.skip 70
	.cfi_adjust_cfa_offset 8
	.skip 300
	.cfi_adjust_cfa_offset -8
	.cfi_escape 0x0f, 3, 0x77, 8, 6
	.cfi_undefined %r12
	.cfi_same_value r13
	.cfi_register %r14, %r15
	.cfi_restore %rbx
	.cfi_restore_state
	leave
	.cfi_def_cfa %rsp, 8
	ret
	.cfi_endproc
g:	.cfi_startproc
	.cfi_personality 0x9b, DW.ref.handler
	.cfi_lsda 0x1b, .Llsda
	.cfi_signal_frame
	nop
	.cfi_val_offset %xmm0, -24
	nop
	.cfi_window_save
	.cfi_endproc
h:	.cfi_startproc simple
	.cfi_def_cfa 6, 24
	.cfi_return_column 16
	nop
	.cfi_endproc
	.section .text.other,"ax"
k:	.cfi_startproc
	nop
	.cfi_def_cfa_offset 32
	nop
	.cfi_endproc
	.section .gcc_except_table,"a"
.Llsda:	.byte 1
