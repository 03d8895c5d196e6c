# test errors x86_64
	foo %eax
	.bogus 1
	mov %eax
	mov %eax, %rbx
	add $1, (%rax)
	mov %xyz, %eax
	mov 8(%rsp, %eax
	mov (%rax,%rbx,3), %ecx
	mov $1, $2
	addq $0x123456789, %rax
	mov %ah, %r8b
	lock mov %eax, (%rbx)
x:	nop
x:	nop
	jmp 1b
	jmp 5f
	.byte 1 +
	.byte 5 / 0
	.long y * 2
	.if undefined_symbol
	.endif
	.endif
	.else
	.rept 5
	.macro m a
	nop
	.endm
	m 1, 2
	.endr
	.string "unterminated
	.long 1 2
	.balign 3
	.type x, @nonsense
	.section .foo,"q"
	.cfi_endproc
	.cfi_def_cfa_offset 8
	.include "does not exist"
	.intel_syntax noprefix
	.error "my message"
	.warning "my warning"
	.size x
	.set x, 5
	.loc 1 2 3
	(
	.skip -1
	movl $x@BOGUS, %eax
	.long . - undefined_y
	.uleb128 undefined_z
	.quad z1 - z2
	mov (%al), %eax
	mov (%rax,%rsp,2), %ecx
	jmp *
	.byte 'a' 'b'
	.org 0
	.bss
	.long 1
	nop
---- output ----
test.s:2:9: error: no such instruction: `foo %eax'
test.s:3:9: error: unknown pseudo-op: `.bogus'
test.s:4:9: error: number of operands mismatch for `mov'
test.s:5:9: error: operand type mismatch for `mov'
test.s:6:9: error: no instruction mnemonic suffix given and no register operands; can't size instruction `add'
test.s:7:9: error: bad register name `%xyz'
test.s:8:9: error: expecting `)' after address
test.s:9:9: error: expecting scale factor of 1, 2, 4, or 8: got `3'
test.s:10:9: error: operand type mismatch for `mov'
test.s:11:9: error: operand type mismatch for `addq'
test.s:12:9: error: can't encode register '%ah' in an instruction requiring REX prefix
test.s:13:9: error: expecting lockable instruction after `lock'
test.s:15:1: error: symbol `x' is already defined
test.s:16:9: error: local label `"1" (instance number 0 of a back label)' is not defined
test.s:18:9: error: missing expression
test.s:19:9: error: division by zero
test.s:20:9: error: invalid operands for `*'
test.s:21:9: error: non-constant expression
test.s:23:9: error: ".endif" without ".if"
test.s:24:9: error: ".else" without matching ".if"
test.s:25:9: error: too many positional arguments
test.s:25:9: error: Macro `m' was already defined
test.s:25:9: error: too many positional arguments
test.s:25:9: error: Macro `m' was already defined
test.s:25:9: error: too many positional arguments
test.s:25:9: error: Macro `m' was already defined
test.s:25:9: error: too many positional arguments
test.s:25:9: error: Macro `m' was already defined
test.s:25:9: error: too many positional arguments
test.s:31:9: error: expected string
test.s:32:9: error: junk at end of line, first unrecognized character is `2'
test.s:33:9: error: alignment not a power of 2
test.s:34:9: error: unrecognized symbol type "nonsense"
test.s:35:9: error: unknown .section attribute `q'
test.s:36:9: error: .cfi_endproc without corresponding .cfi_startproc
test.s:37:9: error: CFI instruction used without previous .cfi_startproc
test.s:38:9: error: can't open does not exist for reading: No such file or directory
test.s:39:9: error: Intel syntax is not supported; write AT&T syntax
test.s:40:9: error: my message
test.s:41:9: warning: my warning
test.s:42:9: error: expected comma
test.s:43:9: error: symbol `x' is already defined
test.s:44:9: error: unassigned file number 1
test.s:45:9: error: junk at start of statement: `('
test.s:46:9: error: .space specifies -1 bytes
test.s:47:9: error: unknown relocation modifier `@BOGUS'
test.s:51:9: error: `%al' is not a valid base/index register
test.s:52:9: error: bad base/index expression
test.s:53:9: error: missing expression
test.s:54:9: error: junk at end of line, first unrecognized character is `''
test.s:57:9: error: attempt to store non-zero value in section `.bss'
test.s:58:9: error: attempt to store instruction in section `.bss'
test.s:17:9: error: local label is not defined
test.s:49:9: error: expression is too complex for a leb128 value
test.s:55:9: error: attempt to move .org backwards
test.s:48:9: error: can't resolve .Lj9 - undefined_y
test.s:50:9: error: can't resolve z1 - z2
