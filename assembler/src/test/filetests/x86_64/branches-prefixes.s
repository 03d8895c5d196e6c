# test asm x86_64
# Every condition, near and far; loops; prefixes (GNU as refuses the last two in 64-bit code).
	.text
near:
	jo near
	jno near
	jb near
	jae near
	je near
	jne near
	jbe near
	ja near
	js near
	jns near
	jp near
	jnp near
	jl near
	jge near
	jle near
	jg near
	jo far
	jno far
	jb far
	jae far
	je far
	jne far
	jbe far
	ja far
	js far
	jns far
	jp far
	jnp far
	jl far
	jge far
	jle far
	jg far
1:	loop 1b
	loope 1b
	loopne 1b
	jecxz 1b
	jrcxz 1b
	xbegin far
	call far
	jmp far
	rep movsb
	repe cmpsb
	repne scasb
	lock incl (%rdi)
	addr32 nop
	rex
	nop
	data16 nop
	cs nop
	ds nop
	fs nop
	gs nop
	xacquire lock incl (%rdi)
	xrelease lock decl (%rdi)
	bnd ret
	notrack jmp *%rax
	ss
	nop
	es
	nop
	.skip 200
far:	ret
---- output ----
section .text type=1 flags=6 align=1 entsize=0 size=396
     0  70 fe 71 fc 72 fa 73 f8 74 f6 75 f4 76 f2 77 f0
    10  78 ee 79 ec 7a ea 7b e8 7c e6 7d e4 7e e2 7f e0
    20  0f 80 65 01 00 00 0f 81 5f 01 00 00 0f 82 59 01
    30  00 00 0f 83 53 01 00 00 0f 84 4d 01 00 00 0f 85
    40  47 01 00 00 0f 86 41 01 00 00 0f 87 3b 01 00 00
    50  0f 88 35 01 00 00 0f 89 2f 01 00 00 0f 8a 29 01
    60  00 00 0f 8b 23 01 00 00 0f 8c 1d 01 00 00 0f 8d
    70  17 01 00 00 0f 8e 11 01 00 00 0f 8f 0b 01 00 00
    80  e2 fe e1 fc e0 fa 67 e3 f7 e3 f5 c7 f8 fa 00 00
    90  00 e8 f5 00 00 00 e9 f0 00 00 00 f3 a4 f3 a6 f2
    a0  ae f0 ff 07 67 90 40 90 66 90 2e 90 3e 90 64 90
    b0  65 90 f2 f0 ff 07 f3 f0 ff 0f f2 c3 3e ff e0 36
    c0  90 26 90 00 00 00 00 00 00 00 00 00 00 00 00 00
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
   170  00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00
   180  00 00 00 00 00 00 00 00 00 00 00 c3
symbol near .text value=0 size=0 bind=0 type=0 vis=0
symbol far .text value=18b size=0 bind=0 type=0 vis=0
