# test errors x86_64
	vaddps %xmm0, %ymm1, %ymm2
	vaddps %ymm0, %ymm1
	vaddss %ymm0, %ymm1, %ymm2
	vcvtpd2ps (%rax), %xmm0
	vcvtpd2psy (%rax), %xmm0
	vextractf128 $1, %xmm0, %ymm1
	vpaddd %mm0, %mm1, %mm2
	vcmpfoops %xmm0, %xmm1, %xmm2
	cmpeq_uqps %xmm0, %xmm1
	addps %ymm0, %ymm1
	vblendvps %xmm0, %xmm1, %xmm2
	vfmadd213sd %xmm0, %xmm1
	vmovd %ymm0, %eax
	vpbroadcastd %eax, %xmm0
---- output ----
test.s:2:9: error: operand type mismatch for `vaddps'
test.s:3:9: error: number of operands mismatch for `vaddps'
test.s:4:9: error: operand type mismatch for `vaddss'
test.s:5:9: error: no instruction mnemonic suffix given and no register operands; can't size instruction `vcvtpd2ps'
test.s:7:9: error: operand type mismatch for `vextractf128'
test.s:8:9: error: operand type mismatch for `vpaddd'
test.s:9:9: error: no such instruction: `vcmpfoops %xmm0, %xmm1, %xmm2'
test.s:10:9: error: no such instruction: `cmpeq_uqps %xmm0, %xmm1'
test.s:11:9: error: operand type mismatch for `addps'
test.s:12:9: error: number of operands mismatch for `vblendvps'
test.s:13:9: error: number of operands mismatch for `vfmadd213sd'
test.s:14:9: error: operand type mismatch for `vmovd'
test.s:15:9: error: operand type mismatch for `vpbroadcastd'
