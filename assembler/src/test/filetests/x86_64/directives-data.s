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
---- output ----
section .text type=1 flags=6 align=32 entsize=0 size=40
     0  90 66 66 2e 0f 1f 84 00 00 00 00 00 0f 1f 40 00
    10  90 66 66 2e 0f 1f 84 00 00 00 00 00 0f 1f 40 00
    20  90 00 00 00 0f 1f 40 00
section .data type=1 flags=3 align=16 entsize=0 size=356
     0  01 7f 61 62 0a ff ff 05 0f 34 12 fe ff 07 00 01
    10  00 02 00 ef be ad de 00 00 00 80 ff ff ff ff 01
    20  00 00 00 00 00 00 00 f2 ff ff ff f0 de bc 9a 78
    30  56 34 12 ff ff ff ff ff ff ff ff ff ff ff ff ff
    40  ff ff ff 00 00 00 00 00 00 00 00 00 00 00 00 00
    50  00 00 00 00 00 00 00 00 00 00 00 08 00 00 00 00
    60  00 00 00 10 0f 0e 0d 0c 0b 0a 09 08 07 06 05 04
    70  03 02 01 00 00 c0 3f 00 00 80 be f9 02 15 50 00
    80  00 50 40 18 2d 44 54 fb 21 09 40 59 f3 f8 c2 1f
    90  6e a5 81 00 00 00 00 00 00 04 40 00 00 00 00 00
    a0  00 00 80 ff 3f 00 00 00 00 00 00 00 a0 00 c0 35
    b0  c2 68 21 a2 da 0f c9 00 40 61 62 63 0a 09 22 5c
    c0  41 42 64 65 66 6f 6e 65 00 74 77 6f 00 77 69 74
    d0  68 20 23 20 68 61 73 68 20 3b 20 73 65 6d 69 20
    e0  2f 2a 20 6e 6f 20 63 6f 6d 6d 65 6e 74 20 2a 2f
    f0  00 00 00 00 55 55 55 55 00 00 34 12 34 12 34 12
   100  00 00 00 00 00 00 00 00 01 cc cc cc cc cc cc cc
   110  00 7f 80 01 e5 8e 26 08 7f 3f c0 00 bf 7f c0 bb
   120  78 78 22 22 22 22 22 1f 00 00 00 dd ff ff ff 08
   130  05 00 00 00 01 00 00 00 03 00 00 00 05 00 00 00
   140  07 00 00 00 02 00 00 00 ff ff ff ff 00 00 00 00
   150  ff ff ff ff 00 00 00 00 01 00 00 00 0e 00 00 00
   160  05 00 00 00
  43 R_X86_64_64 .data+264
  4b R_X86_64_64 .data+272
  53 R_X86_64_64 .data+260
symbol .data .data value=0 size=0 bind=0 type=3 vis=0
symbol x .data value=108 size=0 bind=0 type=0 vis=0
symbol y .data value=110 size=0 bind=0 type=0 vis=0
