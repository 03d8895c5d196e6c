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
---- output ----
section .group type=11 flags=0 align=4 entsize=4 size=8
     0  01 00 00 00 06 00 00 00
section .text type=1 flags=6 align=1 entsize=0 size=84
     0  e8 29 00 00 00 e8 00 00 00 00 e8 00 00 00 00 e9
    10  00 00 00 00 48 8d 3d 00 00 00 00 8b 05 00 00 00
    20  00 b9 00 00 00 00 48 c7 c1 00 00 00 00 c3 c3 c3
    30  00 00 00 00 00 00 00 00 90 90 bb 64 8b 04 25 00
    40  00 00 00 48 8b 05 00 00 00 00 64 8b 04 25 00 00
    50  00 00 aa cc
  6 R_X86_64_PLT32 exported-4
  b R_X86_64_PLT32 undefined_function-4
  10 R_X86_64_PLT32 weak_here-4
  17 R_X86_64_PC32 str-4
  1d R_X86_64_PC32 value-4
  22 R_X86_64_32 value+0
  29 R_X86_64_32S .data+4
  30 R_X86_64_64 weak_undefined+0
  3f R_X86_64_TPOFF32 tls+0
  46 R_X86_64_GOTTPOFF tl-4
  4e R_X86_64_TPOFF32 tl+0
section .data type=1 flags=3 align=1 entsize=0 size=61
     0  2a 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    10  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    20  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    30  00 00 00 00 34 12 00 00 35 12 00 00 01
  4 R_X86_64_64 value+0
  c R_X86_64_64 .rodata.str1.1+0
  14 R_X86_64_64 str+1
  1c R_X86_64_64 .text+46
  24 R_X86_64_64 main+0
  2c R_X86_64_64 .data+44
section .bss type=8 flags=3 align=8 entsize=0 size=12
section .rodata.str1.1 type=1 flags=32 align=1 entsize=1 size=6
     0  68 65 6c 6c 6f 00
section .text.inline type=1 flags=206 align=1 entsize=0 size=1
     0  c3
section .init_array type=e flags=3 align=8 entsize=8 size=24
     0  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    10  01 00 00 00 00 00 00 00
  0 R_X86_64_64 main+0
section .custom type=7 flags=2 align=1 entsize=0 size=4
     0  01 00 00 00
section .tbss type=8 flags=403 align=1 entsize=0 size=8
section .tdata type=1 flags=403 align=1 entsize=0 size=4
     0  03 00 00 00
section .comment type=1 flags=30 align=1 entsize=1 size=10
     0  00 61 6e 20 69 64 65 6e 74 00
section .debug_info type=1 flags=0 align=1 entsize=0 size=20
     0  10 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
    10  00 00 00 00
  4 R_X86_64_64 .debug_info+20
  c R_X86_64_64 .rodata.str1.1+0
section .link type=1 flags=82 align=1 entsize=0 size=8
     0  00 00 00 00 00 00 00 00
  0 R_X86_64_64 main+0
symbol symbols.c ABS value=0 size=0 bind=0 type=4 vis=0
symbol .text .text value=0 size=0 bind=0 type=3 vis=0
symbol .data .data value=0 size=0 bind=0 type=3 vis=0
symbol .rodata.str1.1 .rodata.str1.1 value=0 size=0 bind=0 type=3 vis=0
symbol .debug_info .debug_info value=0 size=0 bind=0 type=3 vis=0
symbol local_function .text value=2e size=1 bind=0 type=0 vis=0
symbol hidden_value .data value=4 size=0 bind=0 type=0 vis=2
symbol prot .data value=c size=0 bind=0 type=0 vis=3
symbol inner .data value=2c size=0 bind=0 type=0 vis=1
symbol local_common .bss value=0 size=8 bind=0 type=1 vis=0
symbol lc2 .bss value=8 size=4 bind=0 type=1 vis=0
symbol str .rodata.str1.1 value=0 size=0 bind=0 type=0 vis=0
symbol tl .tdata value=0 size=0 bind=0 type=6 vis=0
symbol other ABS value=1235 size=0 bind=0 type=0 vis=0
symbol main_old@VERS_1 .text value=0 size=46 bind=1 type=2 vis=0
symbol main .text value=0 size=46 bind=1 type=2 vis=0
symbol weak_here .text value=2f size=0 bind=2 type=0 vis=0
symbol value .data value=0 size=4 bind=1 type=1 vis=0
symbol inline_function .text.inline value=0 size=0 bind=2 type=0 vis=0
symbol tls .tbss value=0 size=0 bind=1 type=6 vis=0
symbol common_symbol COMMON value=10 size=32 bind=1 type=1 vis=0
symbol constant ABS value=1234 size=0 bind=1 type=0 vis=0
symbol exported .text value=2e size=1 bind=1 type=0 vis=0
symbol undefined_function UNDEF value=0 size=0 bind=1 type=0 vis=0
symbol weak_undefined UNDEF value=0 size=0 bind=2 type=0 vis=0
