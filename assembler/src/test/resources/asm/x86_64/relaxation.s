# test asm x86_64
# Branches grow only where they must.
	.text
a:	jmp b
	.skip 125
b:	jmp a
	.skip 122
	jmp b
	je c
	.skip 127
c:	je b
	.skip 3000
	.p2align 4
	jne c
	jmp *%rax
d:	jmp d
	jmp g
	.globl g
g:	jmp w
	.weak w
w:	ret
	jmp other
	jmp undefined
	call g
	call d
	jmp alias
	.set alias, d
	loop d
	.rept 20
	jmp 1f
	.skip 12
	.endr
	.p2align 3
1:	jmp 1b
	.section .text.other,"ax"
other:	jmp d
	jmp g
	call d
