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
---- output ----
section .text type=1 flags=6 align=1 entsize=0 size=380
     0  55 48 89 e5 53 00 00 00 00 00 00 00 00 00 00 00
    10  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    20  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    30  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    40  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    50  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    60  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    70  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    80  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    90  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    a0  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    b0  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    c0  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    d0  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    e0  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    f0  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   100  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   110  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   120  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   130  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   140  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   150  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   160  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   170  00 00 00 00 00 00 00 c9 c3 90 90 90
section .text.other type=1 flags=6 align=1 entsize=0 size=2
     0  90 90
section .gcc_except_table type=1 flags=2 align=1 entsize=0 size=1
     0  01
section .eh_frame type=1 flags=2 align=8 entsize=0 size=200
     0  14 00 00 00 00 00 00 00 01 7a 52 00 01 78 10 01
    10  1b 0c 07 08 90 01 00 00 34 00 00 00 1c 00 00 00
    20  00 00 00 00 79 01 00 00 00 41 0e 10 86 02 43 0d
    30  06 0a 41 83 03 02 46 0e 18 03 2c 01 0e 10 0f 03
    40  77 08 06 07 0c 08 0d 09 0e 0f c3 0b 41 0c 07 08
    50  1c 00 00 00 00 00 00 00 01 7a 50 4c 52 53 00 01
    60  78 10 07 9b 00 00 00 00 1b 1b 0c 07 08 90 01 00
    70  18 00 00 00 24 00 00 00 00 00 00 00 02 00 00 00
    80  04 00 00 00 00 41 14 11 03 41 2d 00 10 00 00 00
    90  00 00 00 00 01 7a 52 00 01 78 10 01 1b 0c 06 18
    a0  10 00 00 00 18 00 00 00 00 00 00 00 01 00 00 00
    b0  00 00 00 00 10 00 00 00 b8 00 00 00 00 00 00 00
    c0  02 00 00 00 00 41 0e 20
  20 R_X86_64_PC32 .text+0
  64 R_X86_64_PC32 DW.ref.handler+0
  78 R_X86_64_PC32 .text+377
  81 R_X86_64_PC32 .gcc_except_table+0
  a8 R_X86_64_PC32 .text+379
  bc R_X86_64_PC32 .text.other+0
symbol .text .text value=0 size=0 bind=0 type=3 vis=0
symbol .text.other .text.other value=0 size=0 bind=0 type=3 vis=0
symbol .gcc_except_table .gcc_except_table value=0 size=0 bind=0 type=3 vis=0
symbol g .text value=179 size=0 bind=0 type=0 vis=0
symbol h .text value=17b size=0 bind=0 type=0 vis=0
symbol k .text.other value=0 size=0 bind=0 type=0 vis=0
symbol f .text value=0 size=0 bind=1 type=0 vis=0
symbol DW.ref.handler UNDEF value=0 size=0 bind=1 type=0 vis=0
