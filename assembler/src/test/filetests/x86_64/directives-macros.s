# test asm x86_64
# Macros, repetition, conditionals, local labels.
	.macro push_all a, b=%rbx, rest:vararg
	push \a
	push \b
	.ifnb \rest
	.irp r, \rest
	push \r
	.endr
	.endif
	.endm
	push_all %rax
	push_all %rax, %rcx
	push_all %rax, %rcx, %rdx, %rsi, %rdi
	push_all b=%rdx, a=%rsi

	.macro entry name:req
	.globl \name
\name\():
.Lbegin_\name\@:
	nop
	.quad . - .Lbegin_\name\@
	.endm
	entry first
	entry second

	.macro count n
	.if \n
	.byte \n
	count (\n - 1)
	.endif
	.endm
	count 4

	.macro early x
	.byte 1
	.if \x == 3
	.exitm
	.endif
	.byte 2
	.endm
	early 3
	early 4

	.rept 3
	.byte 7
	.rept 2
	.byte 8
	.endr
	.endr
	.irp v, 1, 2, 3
	.byte \v * 2
	.endr
	.irpc c, 123
	.byte 0x\c
	.endr

	.ifdef first
	.byte 0x11
	.else
	.byte 0x22
	.endif
	.ifndef nowhere
	.byte 0x33
	.elseif 1
	.byte 0x44
	.endif
	.if 0
	.byte 0x55
	.elseif 2 > 1
	.byte 0x66
	.else
	.byte 0x77
	.endif
	.ifc a b, a b
	.byte 0x88
	.endif
	.ifeqs "x", "x"
	.byte 0x99
	.endif
	.ifge -1
	.byte 0xaa
	.endif
	.if 0
	.if 1
	.error "must not be seen"
	.endif
	bogus instruction here
	.endif

1:	jmp 1f
	jmp 1b
1:	jne 1b
	jmp 2f
1:	.long 1b - 2f
2:	.set counter, 0
	.rept 3
	.set counter, counter + 1
	.byte counter
	.endr
	.macro strtest s
	.ascii "\s"
	.endm
	strtest "quoted text"
	strtest plain
	.purgem strtest
start:
	nop
	.if . - start == 1
	.byte 0xee
	.endif
	/* a block
	   comment */ nop # trailing
	nop; nop ; nop
a1: b1: c1: nop
	.macro mem_arg m
	mov \m, %eax
	.endm
	mem_arg 8(%rsp)
---- output ----
section .text type=1 flags=6 align=1 entsize=0 size=98
     0  50 53 50 51 50 51 52 56 57 56 52 90 01 00 00 00
    10  00 00 00 00 90 01 00 00 00 00 00 00 00 04 03 02
    20  01 01 01 02 07 08 08 07 08 08 07 08 08 02 04 06
    30  01 02 03 11 33 66 88 99 eb 02 eb fc 75 fe eb 04
    40  fc ff ff ff 01 02 03 71 75 6f 74 65 64 20 74 65
    50  78 74 70 6c 61 69 6e 90 ee 90 90 90 90 90 8b 44
    60  24 08
symbol start .text value=57 size=0 bind=0 type=0 vis=0
symbol a1 .text value=5d size=0 bind=0 type=0 vis=0
symbol b1 .text value=5d size=0 bind=0 type=0 vis=0
symbol c1 .text value=5d size=0 bind=0 type=0 vis=0
symbol counter ABS value=3 size=0 bind=0 type=0 vis=0
symbol first .text value=b size=0 bind=1 type=0 vis=0
symbol second .text value=14 size=0 bind=1 type=0 vis=0
