# test asm x86_64
# Data directives, strings, numbers, alignment, fills.
	.data
	.byte 1, 0x7f, 'a, 'b', '\n, -1, 255, 0b101, 017
	.2byte 0x1234; .short -2; .value 7; .word 1,2
	.long 0xdeadbeef, 1<<31, ~0, !0, !5, -(3+4)*2
	.quad 0x123456789abcdef0, -1, 0xffffffffffffffff, x, x+8, x-4, y - x
	.octa 0x0102030405060708090a0b0c0d0e0f10
	.float 1.5, -0.25, 1e10, 0f3.25
	.double 3.141592653589793, -1e-300, 0r2.5
	.tfloat 1.0, -2.5, 3.14159265358979323846
	.ascii "abc\n\t\"\\\101\x42", "def"
	.asciz "one", "two"
	.string "with # hash ; semi /* no comment */"
	.zero 3
	.skip 4, 0x55
	.space 2
	.fill 3, 2, 0x1234
	.fill 2
	.align 8
x:	.byte 1
	.balign 16, 0xcc
y:	.p2align 4,,3
	.p2align 3,0x11
	.balignw 8, 0x1234
	.uleb128 0, 127, 128, 624485, y-x
	.sleb128 -1, 63, 64, -65, -123456, x-y
	.org .+5, 0x22
	.long . - x, x - .
	.byte y-x
	.dc.l 5
	.long 10 % 3, 7 / 2, 6 ^ 3, 6 | 1, 6 & 3, 1 == 1, 2 < 1, 1 <> 2, 1 && 0, 1 || 0, 2 + 3 * 4, 1 << 2 + 1
	.text
	.byte 0x90
	.p2align 4
	nop
	.p2align 5,,40
	nop
	.skip 3
	.balign 8
	.section .rodata
