# test asm x86_64
# Symbols, sections, aliases, visibility, groups.
	.file "symbols.c"
	.globl main, exported
	.type main, @function
main:	call local_function
	call exported
	call undefined_function
	jmp weak_here
	lea str(%rip), %rdi
	mov value(%rip), %eax
	mov $value, %ecx
	movq $hidden_value, %rcx
	ret
	.size main, .-main
local_function:
	ret
	.size local_function, .-local_function
exported = local_function
	.weak weak_here, weak_undefined
weak_here: ret
	.quad weak_undefined
	.hidden hidden_value
	.protected prot
	.internal inner
	.section .rodata.str1.1,"aMS",@progbits,1
str:	.string "hello"
	.data
	.globl value
	.type value, %object
	.size value, 4
value:	.long 42
hidden_value: .quad value
prot:	.quad str, str+1, local_function, main
inner:	.quad inner
	.set constant, 0x1234
	.globl constant
	.equ other, constant + 1
	.long constant, other
	.comm common_symbol, 32, 16
	.lcomm local_common, 8
	.local lc2
	.comm lc2, 4, 4
	.section .text.inline,"axG",@progbits,inline_function,comdat
	.weak inline_function
inline_function:
	ret
	.section ".note.GNU-stack","",@progbits
	.section .init_array,"aw"
	.p2align 3
	.quad main
	.section .custom,"a",@note
	.long 1
	.previous
	.quad 0
	.pushsection .text
	nop
	.pushsection .data
	.byte 1
	.popsection
	nop
	.popsection
	.quad 1
	.text 1
	.byte 0xaa
	.text 0
	.byte 0xbb
	.subsection 2
	.byte 0xcc
	.section .tbss,"awT",@nobits
	.globl tls
	.type tls, @object
tls:	.zero 8
	.section .tdata,"awT",@progbits
tl:	.long 3
	.text
	mov %fs:tls@tpoff, %eax
	mov tl@gottpoff(%rip), %rax
	mov %fs:tl@tpoff, %eax
	.symver main, main_old@VERS_1
	.ident "an ident"
	.section .debug_info,"",@progbits
	.long .Lend - .Lstart
.Lstart: .quad .Lend, str
.Lend:
	.section .link,"ao",@progbits,.text
	.quad main
