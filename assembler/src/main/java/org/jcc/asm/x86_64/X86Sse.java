package org.jcc.asm.x86_64;

import static org.jcc.asm.Row.*;

import org.jcc.asm.Row;

/**
 * SSE to SSE4.2, AES and SHA in their legacy encoding. Scalar results that keep the upper lanes of the destination
 * ({@code sqrtsd}, {@code cvtsi2sd}, {@code roundsd}) are called written, not read: scalar code does not care for
 * the upper lanes. {@code movss}/{@code movsd} between registers do merge and are rows of their own; copies use {@code movaps}.
 */
interface X86Sse {
    X86Table FAMILY_SSE = new X86Table(800, 1200);

    // --- moves ---------------------------------------------------------------------------------------------------------

    X86Row MOVAPS_X_XM128 = FAMILY_SSE.row("movaps", "0F 28 /r", "=x xm128", "", MOVE);
    X86Row MOVAPS_XM128_X = FAMILY_SSE.row("movaps", "0F 29 /r", "=xm128 x", "", MOVE);
    X86Row MOVAPD_X_XM128 = FAMILY_SSE.row("movapd", "66 0F 28 /r", "=x xm128", "", MOVE);
    X86Row MOVAPD_XM128_X = FAMILY_SSE.row("movapd", "66 0F 29 /r", "=xm128 x", "", MOVE);
    X86Row MOVUPS_X_XM128 = FAMILY_SSE.row("movups", "0F 10 /r", "=x xm128", "", MOVE);
    X86Row MOVUPS_XM128_X = FAMILY_SSE.row("movups", "0F 11 /r", "=xm128 x", "", MOVE);
    X86Row MOVUPD_X_XM128 = FAMILY_SSE.row("movupd", "66 0F 10 /r", "=x xm128", "", MOVE);
    X86Row MOVUPD_XM128_X = FAMILY_SSE.row("movupd", "66 0F 11 /r", "=xm128 x", "", MOVE);
    X86Row MOVDQA_X_XM128 = FAMILY_SSE.row("movdqa", "66 0F 6F /r", "=x xm128", "", MOVE);
    X86Row MOVDQA_XM128_X = FAMILY_SSE.row("movdqa", "66 0F 7F /r", "=xm128 x", "", MOVE);
    X86Row MOVDQU_X_XM128 = FAMILY_SSE.row("movdqu", "F3 0F 6F /r", "=x xm128", "", MOVE);
    X86Row MOVDQU_XM128_X = FAMILY_SSE.row("movdqu", "F3 0F 7F /r", "=xm128 x", "", MOVE);
    X86Row MOVSS_X_M32 = FAMILY_SSE.row("movss", "F3 0F 10 /r", "=x m32");
    X86Row MOVSS_M32_X = FAMILY_SSE.row("movss", "F3 0F 11 /r", "=m32 x");
    X86Row MOVSS_X_X = FAMILY_SSE.row("movss", "F3 0F 10 /r", "+x x");
    X86Row MOVSD_X_M64 = FAMILY_SSE.row("movsd", "F2 0F 10 /r", "=x m64");
    X86Row MOVSD_M64_X = FAMILY_SSE.row("movsd", "F2 0F 11 /r", "=m64 x");
    X86Row MOVSD_X_X = FAMILY_SSE.row("movsd", "F2 0F 10 /r", "+x x");
    X86Row MOVD_X_RM32 = FAMILY_SSE.row("movd", "66 0F 6E /r", "=x rm32");
    X86Row MOVD_RM32_X = FAMILY_SSE.row("movd", "66 0F 7E /r", "=rm32 x");
    X86Row MOVQ_X_XM64 = FAMILY_SSE.row("movq", "F3 0F 7E /r", "=x xm64");
    X86Row MOVQ_XM64_X = FAMILY_SSE.row("movq", "66 0F D6 /r", "=xm64 x");
    X86Row MOVQ_X_RM64 = FAMILY_SSE.row("movq movd", "66 REX.W 0F 6E /r", "=x rm64");
    X86Row MOVQ_RM64_X = FAMILY_SSE.row("movq movd", "66 REX.W 0F 7E /r", "=rm64 x");
    X86Row MOVLPS_X_M64 = FAMILY_SSE.row("movlps", "0F 12 /r", "+x m64");
    X86Row MOVLPS_M64_X = FAMILY_SSE.row("movlps", "0F 13 /r", "=m64 x");
    X86Row MOVHPS_X_M64 = FAMILY_SSE.row("movhps", "0F 16 /r", "+x m64");
    X86Row MOVHPS_M64_X = FAMILY_SSE.row("movhps", "0F 17 /r", "=m64 x");
    X86Row MOVLPD_X_M64 = FAMILY_SSE.row("movlpd", "66 0F 12 /r", "+x m64");
    X86Row MOVLPD_M64_X = FAMILY_SSE.row("movlpd", "66 0F 13 /r", "=m64 x");
    X86Row MOVHPD_X_M64 = FAMILY_SSE.row("movhpd", "66 0F 16 /r", "+x m64");
    X86Row MOVHPD_M64_X = FAMILY_SSE.row("movhpd", "66 0F 17 /r", "=m64 x");
    X86Row MOVHLPS_X_X = FAMILY_SSE.row("movhlps", "0F 12 /r", "+x x");
    X86Row MOVLHPS_X_X = FAMILY_SSE.row("movlhps", "0F 16 /r", "+x x");
    X86Row MOVMSKPS_R32_X = FAMILY_SSE.row("movmskps", "0F 50 /r", "=r32 x");
    X86Row MOVMSKPD_R32_X = FAMILY_SSE.row("movmskpd", "66 0F 50 /r", "=r32 x");
    X86Row PMOVMSKB_R32_X = FAMILY_SSE.row("pmovmskb", "66 0F D7 /r", "=r32 x");
    X86Row MOVMSKPS_R64_X = FAMILY_SSE.row("movmskps", "0F 50 /r", "=r64 x", "", ALTERNATE);
    X86Row MOVMSKPD_R64_X = FAMILY_SSE.row("movmskpd", "66 0F 50 /r", "=r64 x", "", ALTERNATE);
    X86Row PMOVMSKB_R64_X = FAMILY_SSE.row("pmovmskb", "66 0F D7 /r", "=r64 x", "", ALTERNATE);
    X86Row MOVNTPS_M128_X = FAMILY_SSE.row("movntps", "0F 2B /r", "=m128 x");
    X86Row MOVNTPD_M128_X = FAMILY_SSE.row("movntpd", "66 0F 2B /r", "=m128 x");
    X86Row MOVNTDQ_M128_X = FAMILY_SSE.row("movntdq", "66 0F E7 /r", "=m128 x");
    X86Row MOVNTDQA_X_M128 = FAMILY_SSE.row("movntdqa", "66 0F 38 2A /r", "=x m128");
    X86Row LDDQU_X_M128 = FAMILY_SSE.row("lddqu", "F2 0F F0 /r", "=x m128");
    X86Row MOVNTI_M32_R32 = FAMILY_SSE.row("movntil movnti.", "0F C3 /r", "=m32 r32");
    X86Row MOVNTI_M64_R64 = FAMILY_SSE.row("movntiq movnti.", "REX.W 0F C3 /r", "=m64 r64");
    X86Row MOVDDUP_X_XM64 = FAMILY_SSE.row("movddup", "F2 0F 12 /r", "=x xm64");
    X86Row MOVSLDUP_X_XM128 = FAMILY_SSE.row("movsldup", "F3 0F 12 /r", "=x xm128");
    X86Row MOVSHDUP_X_XM128 = FAMILY_SSE.row("movshdup", "F3 0F 16 /r", "=x xm128");
    X86Row MASKMOVDQU_X_X = FAMILY_SSE.row("maskmovdqu", "66 0F F7 /r", "x x", "rdi", MAY_STORE);

    // --- floating-point arithmetic -------------------------------------------------------------------------------------

    X86Row ADDPS_X_XM128 = FAMILY_SSE.row("addps", "0F 58 /r", "+x xm128", "", COMMUTATIVE, 4);
    X86Row ADDPD_X_XM128 = FAMILY_SSE.row("addpd", "66 0F 58 /r", "+x xm128", "", COMMUTATIVE, 4);
    X86Row ADDSS_X_XM32 = FAMILY_SSE.row("addss", "F3 0F 58 /r", "+x xm32", "", COMMUTATIVE, 4);
    X86Row ADDSD_X_XM64 = FAMILY_SSE.row("addsd", "F2 0F 58 /r", "+x xm64", "", COMMUTATIVE, 4);
    X86Row MULPS_X_XM128 = FAMILY_SSE.row("mulps", "0F 59 /r", "+x xm128", "", COMMUTATIVE, 4);
    X86Row MULPD_X_XM128 = FAMILY_SSE.row("mulpd", "66 0F 59 /r", "+x xm128", "", COMMUTATIVE, 4);
    X86Row MULSS_X_XM32 = FAMILY_SSE.row("mulss", "F3 0F 59 /r", "+x xm32", "", COMMUTATIVE, 4);
    X86Row MULSD_X_XM64 = FAMILY_SSE.row("mulsd", "F2 0F 59 /r", "+x xm64", "", COMMUTATIVE, 4);
    X86Row SUBPS_X_XM128 = FAMILY_SSE.row("subps", "0F 5C /r", "+x xm128", "", 0, 4);
    X86Row SUBPD_X_XM128 = FAMILY_SSE.row("subpd", "66 0F 5C /r", "+x xm128", "", 0, 4);
    X86Row SUBSS_X_XM32 = FAMILY_SSE.row("subss", "F3 0F 5C /r", "+x xm32", "", 0, 4);
    X86Row SUBSD_X_XM64 = FAMILY_SSE.row("subsd", "F2 0F 5C /r", "+x xm64", "", 0, 4);
    X86Row MINPS_X_XM128 = FAMILY_SSE.row("minps", "0F 5D /r", "+x xm128", "", 0, 4);
    X86Row MINPD_X_XM128 = FAMILY_SSE.row("minpd", "66 0F 5D /r", "+x xm128", "", 0, 4);
    X86Row MINSS_X_XM32 = FAMILY_SSE.row("minss", "F3 0F 5D /r", "+x xm32", "", 0, 4);
    X86Row MINSD_X_XM64 = FAMILY_SSE.row("minsd", "F2 0F 5D /r", "+x xm64", "", 0, 4);
    X86Row DIVPS_X_XM128 = FAMILY_SSE.row("divps", "0F 5E /r", "+x xm128", "", 0, 13);
    X86Row DIVPD_X_XM128 = FAMILY_SSE.row("divpd", "66 0F 5E /r", "+x xm128", "", 0, 13);
    X86Row DIVSS_X_XM32 = FAMILY_SSE.row("divss", "F3 0F 5E /r", "+x xm32", "", 0, 13);
    X86Row DIVSD_X_XM64 = FAMILY_SSE.row("divsd", "F2 0F 5E /r", "+x xm64", "", 0, 13);
    X86Row MAXPS_X_XM128 = FAMILY_SSE.row("maxps", "0F 5F /r", "+x xm128", "", 0, 4);
    X86Row MAXPD_X_XM128 = FAMILY_SSE.row("maxpd", "66 0F 5F /r", "+x xm128", "", 0, 4);
    X86Row MAXSS_X_XM32 = FAMILY_SSE.row("maxss", "F3 0F 5F /r", "+x xm32", "", 0, 4);
    X86Row MAXSD_X_XM64 = FAMILY_SSE.row("maxsd", "F2 0F 5F /r", "+x xm64", "", 0, 4);
    X86Row SQRTPS_X_XM128 = FAMILY_SSE.row("sqrtps", "0F 51 /r", "=x xm128", "", 0, 15);
    X86Row SQRTPD_X_XM128 = FAMILY_SSE.row("sqrtpd", "66 0F 51 /r", "=x xm128", "", 0, 15);
    X86Row SQRTSS_X_XM32 = FAMILY_SSE.row("sqrtss", "F3 0F 51 /r", "=x xm32", "", FALSE_DEPENDENCY, 15);
    X86Row SQRTSD_X_XM64 = FAMILY_SSE.row("sqrtsd", "F2 0F 51 /r", "=x xm64", "", FALSE_DEPENDENCY, 15);
    X86Row RSQRTPS_X_XM128 = FAMILY_SSE.row("rsqrtps", "0F 52 /r", "=x xm128", "", 0, 4);
    X86Row RSQRTSS_X_XM32 = FAMILY_SSE.row("rsqrtss", "F3 0F 52 /r", "=x xm32", "", FALSE_DEPENDENCY, 4);
    X86Row RCPPS_X_XM128 = FAMILY_SSE.row("rcpps", "0F 53 /r", "=x xm128", "", 0, 4);
    X86Row RCPSS_X_XM32 = FAMILY_SSE.row("rcpss", "F3 0F 53 /r", "=x xm32", "", FALSE_DEPENDENCY, 4);
    X86Row ANDPS_X_XM128 = FAMILY_SSE.row("andps", "0F 54 /r", "+x xm128", "", COMMUTATIVE);
    X86Row ANDPD_X_XM128 = FAMILY_SSE.row("andpd", "66 0F 54 /r", "+x xm128", "", COMMUTATIVE);
    X86Row ANDNPS_X_XM128 = FAMILY_SSE.row("andnps", "0F 55 /r", "+x xm128");
    X86Row ANDNPD_X_XM128 = FAMILY_SSE.row("andnpd", "66 0F 55 /r", "+x xm128");
    X86Row ORPS_X_XM128 = FAMILY_SSE.row("orps", "0F 56 /r", "+x xm128", "", COMMUTATIVE);
    X86Row ORPD_X_XM128 = FAMILY_SSE.row("orpd", "66 0F 56 /r", "+x xm128", "", COMMUTATIVE);
    X86Row XORPS_X_XM128 = FAMILY_SSE.row("xorps", "0F 57 /r", "+x xm128", "", COMMUTATIVE);
    X86Row XORPD_X_XM128 = FAMILY_SSE.row("xorpd", "66 0F 57 /r", "+x xm128", "", COMMUTATIVE);
    X86Row UCOMISS_X_XM32 = FAMILY_SSE.row("ucomiss", "0F 2E /r", "x xm32", ">flags", 0, 3);
    X86Row COMISS_X_XM32 = FAMILY_SSE.row("comiss", "0F 2F /r", "x xm32", ">flags", 0, 3);
    X86Row UCOMISD_X_XM64 = FAMILY_SSE.row("ucomisd", "66 0F 2E /r", "x xm64", ">flags", 0, 3);
    X86Row COMISD_X_XM64 = FAMILY_SSE.row("comisd", "66 0F 2F /r", "x xm64", ">flags", 0, 3);
    X86Row CMPPS_X_XM128_U8 = FAMILY_SSE.row("cmpps", "0F C2 /r ib", "+x xm128 u8", "", 0, 4);
    X86Row CMPPD_X_XM128_U8 = FAMILY_SSE.row("cmppd", "66 0F C2 /r ib", "+x xm128 u8", "", 0, 4);
    X86Row CMPSS_X_XM32_U8 = FAMILY_SSE.row("cmpss", "F3 0F C2 /r ib", "+x xm32 u8", "", 0, 4);
    X86Row CMPSD_X_XM64_U8 = FAMILY_SSE.row("cmpsd", "F2 0F C2 /r ib", "+x xm64 u8", "", 0, 4);
    X86Row SHUFPS_X_XM128_U8 = FAMILY_SSE.row("shufps", "0F C6 /r ib", "+x xm128 u8");
    X86Row SHUFPD_X_XM128_U8 = FAMILY_SSE.row("shufpd", "66 0F C6 /r ib", "+x xm128 u8");
    X86Row UNPCKLPS_X_XM128 = FAMILY_SSE.row("unpcklps", "0F 14 /r", "+x xm128");
    X86Row UNPCKLPD_X_XM128 = FAMILY_SSE.row("unpcklpd", "66 0F 14 /r", "+x xm128");
    X86Row UNPCKHPS_X_XM128 = FAMILY_SSE.row("unpckhps", "0F 15 /r", "+x xm128");
    X86Row UNPCKHPD_X_XM128 = FAMILY_SSE.row("unpckhpd", "66 0F 15 /r", "+x xm128");
    X86Row HADDPS_X_XM128 = FAMILY_SSE.row("haddps", "F2 0F 7C /r", "+x xm128", "", 0, 4);
    X86Row HADDPD_X_XM128 = FAMILY_SSE.row("haddpd", "66 0F 7C /r", "+x xm128", "", 0, 4);
    X86Row HSUBPS_X_XM128 = FAMILY_SSE.row("hsubps", "F2 0F 7D /r", "+x xm128", "", 0, 4);
    X86Row HSUBPD_X_XM128 = FAMILY_SSE.row("hsubpd", "66 0F 7D /r", "+x xm128", "", 0, 4);
    X86Row ADDSUBPS_X_XM128 = FAMILY_SSE.row("addsubps", "F2 0F D0 /r", "+x xm128", "", 0, 4);
    X86Row ADDSUBPD_X_XM128 = FAMILY_SSE.row("addsubpd", "66 0F D0 /r", "+x xm128", "", 0, 4);

    // --- conversions ---------------------------------------------------------------------------------------------------

    X86Row CVTSS2SD_X_XM32 = FAMILY_SSE.row("cvtss2sd", "F3 0F 5A /r", "=x xm32", "", FALSE_DEPENDENCY, 4);
    X86Row CVTSD2SS_X_XM64 = FAMILY_SSE.row("cvtsd2ss", "F2 0F 5A /r", "=x xm64", "", FALSE_DEPENDENCY, 4);
    X86Row CVTPS2PD_X_XM64 = FAMILY_SSE.row("cvtps2pd", "0F 5A /r", "=x xm64", "", 0, 4);
    X86Row CVTPD2PS_X_XM128 = FAMILY_SSE.row("cvtpd2ps", "66 0F 5A /r", "=x xm128", "", 0, 4);
    X86Row CVTDQ2PS_X_XM128 = FAMILY_SSE.row("cvtdq2ps", "0F 5B /r", "=x xm128", "", 0, 4);
    X86Row CVTPS2DQ_X_XM128 = FAMILY_SSE.row("cvtps2dq", "66 0F 5B /r", "=x xm128", "", 0, 4);
    X86Row CVTTPS2DQ_X_XM128 = FAMILY_SSE.row("cvttps2dq", "F3 0F 5B /r", "=x xm128", "", 0, 4);
    X86Row CVTDQ2PD_X_XM64 = FAMILY_SSE.row("cvtdq2pd", "F3 0F E6 /r", "=x xm64", "", 0, 4);
    X86Row CVTPD2DQ_X_XM128 = FAMILY_SSE.row("cvtpd2dq", "F2 0F E6 /r", "=x xm128", "", 0, 4);
    X86Row CVTTPD2DQ_X_XM128 = FAMILY_SSE.row("cvttpd2dq", "66 0F E6 /r", "=x xm128", "", 0, 4);
    X86Row CVTSI2SS_X_RM32 = FAMILY_SSE.row("cvtsi2ssl cvtsi2ss", "F3 0F 2A /r", "=x rm32", "", FALSE_DEPENDENCY, 4);
    X86Row CVTSI2SS_X_RM64 = FAMILY_SSE.row("cvtsi2ssq cvtsi2ss.", "F3 REX.W 0F 2A /r", "=x rm64", "", FALSE_DEPENDENCY, 4);
    X86Row CVTTSS2SI_R32_XM32 = FAMILY_SSE.row("cvttss2si cvttss2sil", "F3 0F 2C /r", "=r32 xm32", "", 0, 6);
    X86Row CVTSS2SI_R32_XM32 = FAMILY_SSE.row("cvtss2si cvtss2sil", "F3 0F 2D /r", "=r32 xm32", "", 0, 6);
    X86Row CVTTSS2SI_R64_XM32 = FAMILY_SSE.row("cvttss2si cvttss2siq", "F3 REX.W 0F 2C /r", "=r64 xm32", "", 0, 6);
    X86Row CVTSS2SI_R64_XM32 = FAMILY_SSE.row("cvtss2si cvtss2siq", "F3 REX.W 0F 2D /r", "=r64 xm32", "", 0, 6);
    X86Row CVTSI2SD_X_RM32 = FAMILY_SSE.row("cvtsi2sdl cvtsi2sd", "F2 0F 2A /r", "=x rm32", "", FALSE_DEPENDENCY, 4);
    X86Row CVTSI2SD_X_RM64 = FAMILY_SSE.row("cvtsi2sdq cvtsi2sd.", "F2 REX.W 0F 2A /r", "=x rm64", "", FALSE_DEPENDENCY, 4);
    X86Row CVTTSD2SI_R32_XM64 = FAMILY_SSE.row("cvttsd2si cvttsd2sil", "F2 0F 2C /r", "=r32 xm64", "", 0, 6);
    X86Row CVTSD2SI_R32_XM64 = FAMILY_SSE.row("cvtsd2si cvtsd2sil", "F2 0F 2D /r", "=r32 xm64", "", 0, 6);
    X86Row CVTTSD2SI_R64_XM64 = FAMILY_SSE.row("cvttsd2si cvttsd2siq", "F2 REX.W 0F 2C /r", "=r64 xm64", "", 0, 6);
    X86Row CVTSD2SI_R64_XM64 = FAMILY_SSE.row("cvtsd2si cvtsd2siq", "F2 REX.W 0F 2D /r", "=r64 xm64", "", 0, 6);

    // --- integer -------------------------------------------------------------------------------------------------------

    X86Row PUNPCKLBW_X_XM128 = FAMILY_SSE.row("punpcklbw", "66 0F 60 /r", "+x xm128");
    X86Row PUNPCKLWD_X_XM128 = FAMILY_SSE.row("punpcklwd", "66 0F 61 /r", "+x xm128");
    X86Row PUNPCKLDQ_X_XM128 = FAMILY_SSE.row("punpckldq", "66 0F 62 /r", "+x xm128");
    X86Row PACKSSWB_X_XM128 = FAMILY_SSE.row("packsswb", "66 0F 63 /r", "+x xm128");
    X86Row PCMPGTB_X_XM128 = FAMILY_SSE.row("pcmpgtb", "66 0F 64 /r", "+x xm128");
    X86Row PCMPGTW_X_XM128 = FAMILY_SSE.row("pcmpgtw", "66 0F 65 /r", "+x xm128");
    X86Row PCMPGTD_X_XM128 = FAMILY_SSE.row("pcmpgtd", "66 0F 66 /r", "+x xm128");
    X86Row PACKUSWB_X_XM128 = FAMILY_SSE.row("packuswb", "66 0F 67 /r", "+x xm128");
    X86Row PUNPCKHBW_X_XM128 = FAMILY_SSE.row("punpckhbw", "66 0F 68 /r", "+x xm128");
    X86Row PUNPCKHWD_X_XM128 = FAMILY_SSE.row("punpckhwd", "66 0F 69 /r", "+x xm128");
    X86Row PUNPCKHDQ_X_XM128 = FAMILY_SSE.row("punpckhdq", "66 0F 6A /r", "+x xm128");
    X86Row PACKSSDW_X_XM128 = FAMILY_SSE.row("packssdw", "66 0F 6B /r", "+x xm128");
    X86Row PUNPCKLQDQ_X_XM128 = FAMILY_SSE.row("punpcklqdq", "66 0F 6C /r", "+x xm128");
    X86Row PUNPCKHQDQ_X_XM128 = FAMILY_SSE.row("punpckhqdq", "66 0F 6D /r", "+x xm128");
    X86Row PCMPEQB_X_XM128 = FAMILY_SSE.row("pcmpeqb", "66 0F 74 /r", "+x xm128", "", COMMUTATIVE);
    X86Row PCMPEQW_X_XM128 = FAMILY_SSE.row("pcmpeqw", "66 0F 75 /r", "+x xm128", "", COMMUTATIVE);
    X86Row PCMPEQD_X_XM128 = FAMILY_SSE.row("pcmpeqd", "66 0F 76 /r", "+x xm128", "", COMMUTATIVE);
    X86Row PSRLW_X_XM128 = FAMILY_SSE.row("psrlw", "66 0F D1 /r", "+x xm128");
    X86Row PSRLD_X_XM128 = FAMILY_SSE.row("psrld", "66 0F D2 /r", "+x xm128");
    X86Row PSRLQ_X_XM128 = FAMILY_SSE.row("psrlq", "66 0F D3 /r", "+x xm128");
    X86Row PADDQ_X_XM128 = FAMILY_SSE.row("paddq", "66 0F D4 /r", "+x xm128", "", COMMUTATIVE);
    X86Row PMULLW_X_XM128 = FAMILY_SSE.row("pmullw", "66 0F D5 /r", "+x xm128", "", COMMUTATIVE, 5);
    X86Row PSUBUSB_X_XM128 = FAMILY_SSE.row("psubusb", "66 0F D8 /r", "+x xm128");
    X86Row PSUBUSW_X_XM128 = FAMILY_SSE.row("psubusw", "66 0F D9 /r", "+x xm128");
    X86Row PMINUB_X_XM128 = FAMILY_SSE.row("pminub", "66 0F DA /r", "+x xm128");
    X86Row PAND_X_XM128 = FAMILY_SSE.row("pand", "66 0F DB /r", "+x xm128", "", COMMUTATIVE);
    X86Row PADDUSB_X_XM128 = FAMILY_SSE.row("paddusb", "66 0F DC /r", "+x xm128");
    X86Row PADDUSW_X_XM128 = FAMILY_SSE.row("paddusw", "66 0F DD /r", "+x xm128");
    X86Row PMAXUB_X_XM128 = FAMILY_SSE.row("pmaxub", "66 0F DE /r", "+x xm128");
    X86Row PANDN_X_XM128 = FAMILY_SSE.row("pandn", "66 0F DF /r", "+x xm128");
    X86Row PAVGB_X_XM128 = FAMILY_SSE.row("pavgb", "66 0F E0 /r", "+x xm128");
    X86Row PSRAW_X_XM128 = FAMILY_SSE.row("psraw", "66 0F E1 /r", "+x xm128");
    X86Row PSRAD_X_XM128 = FAMILY_SSE.row("psrad", "66 0F E2 /r", "+x xm128");
    X86Row PAVGW_X_XM128 = FAMILY_SSE.row("pavgw", "66 0F E3 /r", "+x xm128");
    X86Row PMULHUW_X_XM128 = FAMILY_SSE.row("pmulhuw", "66 0F E4 /r", "+x xm128", "", 0, 5);
    X86Row PMULHW_X_XM128 = FAMILY_SSE.row("pmulhw", "66 0F E5 /r", "+x xm128", "", 0, 5);
    X86Row PSUBSB_X_XM128 = FAMILY_SSE.row("psubsb", "66 0F E8 /r", "+x xm128");
    X86Row PSUBSW_X_XM128 = FAMILY_SSE.row("psubsw", "66 0F E9 /r", "+x xm128");
    X86Row PMINSW_X_XM128 = FAMILY_SSE.row("pminsw", "66 0F EA /r", "+x xm128");
    X86Row POR_X_XM128 = FAMILY_SSE.row("por", "66 0F EB /r", "+x xm128", "", COMMUTATIVE);
    X86Row PADDSB_X_XM128 = FAMILY_SSE.row("paddsb", "66 0F EC /r", "+x xm128");
    X86Row PADDSW_X_XM128 = FAMILY_SSE.row("paddsw", "66 0F ED /r", "+x xm128");
    X86Row PMAXSW_X_XM128 = FAMILY_SSE.row("pmaxsw", "66 0F EE /r", "+x xm128");
    X86Row PXOR_X_XM128 = FAMILY_SSE.row("pxor", "66 0F EF /r", "+x xm128", "", COMMUTATIVE);
    X86Row PSLLW_X_XM128 = FAMILY_SSE.row("psllw", "66 0F F1 /r", "+x xm128");
    X86Row PSLLD_X_XM128 = FAMILY_SSE.row("pslld", "66 0F F2 /r", "+x xm128");
    X86Row PSLLQ_X_XM128 = FAMILY_SSE.row("psllq", "66 0F F3 /r", "+x xm128");
    X86Row PMULUDQ_X_XM128 = FAMILY_SSE.row("pmuludq", "66 0F F4 /r", "+x xm128", "", COMMUTATIVE, 5);
    X86Row PMADDWD_X_XM128 = FAMILY_SSE.row("pmaddwd", "66 0F F5 /r", "+x xm128", "", 0, 5);
    X86Row PSADBW_X_XM128 = FAMILY_SSE.row("psadbw", "66 0F F6 /r", "+x xm128", "", 0, 3);
    X86Row PSUBB_X_XM128 = FAMILY_SSE.row("psubb", "66 0F F8 /r", "+x xm128");
    X86Row PSUBW_X_XM128 = FAMILY_SSE.row("psubw", "66 0F F9 /r", "+x xm128");
    X86Row PSUBD_X_XM128 = FAMILY_SSE.row("psubd", "66 0F FA /r", "+x xm128");
    X86Row PSUBQ_X_XM128 = FAMILY_SSE.row("psubq", "66 0F FB /r", "+x xm128");
    X86Row PADDB_X_XM128 = FAMILY_SSE.row("paddb", "66 0F FC /r", "+x xm128", "", COMMUTATIVE);
    X86Row PADDW_X_XM128 = FAMILY_SSE.row("paddw", "66 0F FD /r", "+x xm128", "", COMMUTATIVE);
    X86Row PADDD_X_XM128 = FAMILY_SSE.row("paddd", "66 0F FE /r", "+x xm128", "", COMMUTATIVE);
    X86Row PSRLW_X_U8 = FAMILY_SSE.row("psrlw", "66 0F 71 /2 ib", "+x u8");
    X86Row PSRAW_X_U8 = FAMILY_SSE.row("psraw", "66 0F 71 /4 ib", "+x u8");
    X86Row PSLLW_X_U8 = FAMILY_SSE.row("psllw", "66 0F 71 /6 ib", "+x u8");
    X86Row PSRLD_X_U8 = FAMILY_SSE.row("psrld", "66 0F 72 /2 ib", "+x u8");
    X86Row PSRAD_X_U8 = FAMILY_SSE.row("psrad", "66 0F 72 /4 ib", "+x u8");
    X86Row PSLLD_X_U8 = FAMILY_SSE.row("pslld", "66 0F 72 /6 ib", "+x u8");
    X86Row PSRLQ_X_U8 = FAMILY_SSE.row("psrlq", "66 0F 73 /2 ib", "+x u8");
    X86Row PSLLQ_X_U8 = FAMILY_SSE.row("psllq", "66 0F 73 /6 ib", "+x u8");
    X86Row PSRLDQ_X_U8 = FAMILY_SSE.row("psrldq", "66 0F 73 /3 ib", "+x u8");
    X86Row PSLLDQ_X_U8 = FAMILY_SSE.row("pslldq", "66 0F 73 /7 ib", "+x u8");
    X86Row PSHUFD_X_XM128_U8 = FAMILY_SSE.row("pshufd", "66 0F 70 /r ib", "=x xm128 u8");
    X86Row PSHUFHW_X_XM128_U8 = FAMILY_SSE.row("pshufhw", "F3 0F 70 /r ib", "=x xm128 u8");
    X86Row PSHUFLW_X_XM128_U8 = FAMILY_SSE.row("pshuflw", "F2 0F 70 /r ib", "=x xm128 u8");
    X86Row PEXTRW_R32_X_U8 = FAMILY_SSE.row("pextrw", "66 0F C5 /r ib", "=r32 x u8", "", 0, 3);
    X86Row PINSRW_X_R32M16_U8 = FAMILY_SSE.row("pinsrw", "66 0F C4 /r ib", "+x r32m16 u8", "", 0, 3);

    // --- SSSE3 ---------------------------------------------------------------------------------------------------------

    X86Row PSHUFB_X_XM128 = FAMILY_SSE.row("pshufb", "66 0F 38 00 /r", "+x xm128");
    X86Row PHADDW_X_XM128 = FAMILY_SSE.row("phaddw", "66 0F 38 01 /r", "+x xm128");
    X86Row PHADDD_X_XM128 = FAMILY_SSE.row("phaddd", "66 0F 38 02 /r", "+x xm128");
    X86Row PHADDSW_X_XM128 = FAMILY_SSE.row("phaddsw", "66 0F 38 03 /r", "+x xm128");
    X86Row PMADDUBSW_X_XM128 = FAMILY_SSE.row("pmaddubsw", "66 0F 38 04 /r", "+x xm128", "", 0, 5);
    X86Row PHSUBW_X_XM128 = FAMILY_SSE.row("phsubw", "66 0F 38 05 /r", "+x xm128");
    X86Row PHSUBD_X_XM128 = FAMILY_SSE.row("phsubd", "66 0F 38 06 /r", "+x xm128");
    X86Row PHSUBSW_X_XM128 = FAMILY_SSE.row("phsubsw", "66 0F 38 07 /r", "+x xm128");
    X86Row PSIGNB_X_XM128 = FAMILY_SSE.row("psignb", "66 0F 38 08 /r", "+x xm128");
    X86Row PSIGNW_X_XM128 = FAMILY_SSE.row("psignw", "66 0F 38 09 /r", "+x xm128");
    X86Row PSIGND_X_XM128 = FAMILY_SSE.row("psignd", "66 0F 38 0A /r", "+x xm128");
    X86Row PMULHRSW_X_XM128 = FAMILY_SSE.row("pmulhrsw", "66 0F 38 0B /r", "+x xm128", "", 0, 5);
    X86Row PABSB_X_XM128 = FAMILY_SSE.row("pabsb", "66 0F 38 1C /r", "=x xm128");
    X86Row PABSW_X_XM128 = FAMILY_SSE.row("pabsw", "66 0F 38 1D /r", "=x xm128");
    X86Row PABSD_X_XM128 = FAMILY_SSE.row("pabsd", "66 0F 38 1E /r", "=x xm128");
    X86Row PALIGNR_X_XM128_U8 = FAMILY_SSE.row("palignr", "66 0F 3A 0F /r ib", "+x xm128 u8");

    // --- SSE4.1 --------------------------------------------------------------------------------------------------------

    X86Row PBLENDVB_X_XM128_XMM0 = FAMILY_SSE.row("pblendvb", "66 0F 38 10 /r", "+x xm128 xmm0");
    X86Row PBLENDVB_X_XM128 = FAMILY_SSE.row("pblendvb", "66 0F 38 10 /r", "+x xm128", "", ALTERNATE);
    X86Row BLENDVPS_X_XM128_XMM0 = FAMILY_SSE.row("blendvps", "66 0F 38 14 /r", "+x xm128 xmm0");
    X86Row BLENDVPS_X_XM128 = FAMILY_SSE.row("blendvps", "66 0F 38 14 /r", "+x xm128", "", ALTERNATE);
    X86Row BLENDVPD_X_XM128_XMM0 = FAMILY_SSE.row("blendvpd", "66 0F 38 15 /r", "+x xm128 xmm0");
    X86Row BLENDVPD_X_XM128 = FAMILY_SSE.row("blendvpd", "66 0F 38 15 /r", "+x xm128", "", ALTERNATE);
    X86Row PTEST_X_XM128 = FAMILY_SSE.row("ptest", "66 0F 38 17 /r", "x xm128", ">flags");
    X86Row PMOVSXBW_X_XM64 = FAMILY_SSE.row("pmovsxbw", "66 0F 38 20 /r", "=x xm64");
    X86Row PMOVZXBW_X_XM64 = FAMILY_SSE.row("pmovzxbw", "66 0F 38 30 /r", "=x xm64");
    X86Row PMOVSXBD_X_XM32 = FAMILY_SSE.row("pmovsxbd", "66 0F 38 21 /r", "=x xm32");
    X86Row PMOVZXBD_X_XM32 = FAMILY_SSE.row("pmovzxbd", "66 0F 38 31 /r", "=x xm32");
    X86Row PMOVSXBQ_X_XM16 = FAMILY_SSE.row("pmovsxbq", "66 0F 38 22 /r", "=x xm16");
    X86Row PMOVZXBQ_X_XM16 = FAMILY_SSE.row("pmovzxbq", "66 0F 38 32 /r", "=x xm16");
    X86Row PMOVSXWD_X_XM64 = FAMILY_SSE.row("pmovsxwd", "66 0F 38 23 /r", "=x xm64");
    X86Row PMOVZXWD_X_XM64 = FAMILY_SSE.row("pmovzxwd", "66 0F 38 33 /r", "=x xm64");
    X86Row PMOVSXWQ_X_XM32 = FAMILY_SSE.row("pmovsxwq", "66 0F 38 24 /r", "=x xm32");
    X86Row PMOVZXWQ_X_XM32 = FAMILY_SSE.row("pmovzxwq", "66 0F 38 34 /r", "=x xm32");
    X86Row PMOVSXDQ_X_XM64 = FAMILY_SSE.row("pmovsxdq", "66 0F 38 25 /r", "=x xm64");
    X86Row PMOVZXDQ_X_XM64 = FAMILY_SSE.row("pmovzxdq", "66 0F 38 35 /r", "=x xm64");
    X86Row PMULDQ_X_XM128 = FAMILY_SSE.row("pmuldq", "66 0F 38 28 /r", "+x xm128", "", 0, 5);
    X86Row PCMPEQQ_X_XM128 = FAMILY_SSE.row("pcmpeqq", "66 0F 38 29 /r", "+x xm128");
    X86Row PACKUSDW_X_XM128 = FAMILY_SSE.row("packusdw", "66 0F 38 2B /r", "+x xm128");
    X86Row PCMPGTQ_X_XM128 = FAMILY_SSE.row("pcmpgtq", "66 0F 38 37 /r", "+x xm128");
    X86Row PMINSB_X_XM128 = FAMILY_SSE.row("pminsb", "66 0F 38 38 /r", "+x xm128");
    X86Row PMINSD_X_XM128 = FAMILY_SSE.row("pminsd", "66 0F 38 39 /r", "+x xm128");
    X86Row PMINUW_X_XM128 = FAMILY_SSE.row("pminuw", "66 0F 38 3A /r", "+x xm128");
    X86Row PMINUD_X_XM128 = FAMILY_SSE.row("pminud", "66 0F 38 3B /r", "+x xm128");
    X86Row PMAXSB_X_XM128 = FAMILY_SSE.row("pmaxsb", "66 0F 38 3C /r", "+x xm128");
    X86Row PMAXSD_X_XM128 = FAMILY_SSE.row("pmaxsd", "66 0F 38 3D /r", "+x xm128");
    X86Row PMAXUW_X_XM128 = FAMILY_SSE.row("pmaxuw", "66 0F 38 3E /r", "+x xm128");
    X86Row PMAXUD_X_XM128 = FAMILY_SSE.row("pmaxud", "66 0F 38 3F /r", "+x xm128");
    X86Row PMULLD_X_XM128 = FAMILY_SSE.row("pmulld", "66 0F 38 40 /r", "+x xm128", "", COMMUTATIVE, 10);
    X86Row PHMINPOSUW_X_XM128 = FAMILY_SSE.row("phminposuw", "66 0F 38 41 /r", "=x xm128");
    X86Row ROUNDPS_X_XM128_U8 = FAMILY_SSE.row("roundps", "66 0F 3A 08 /r ib", "=x xm128 u8", "", 0, 6);
    X86Row ROUNDPD_X_XM128_U8 = FAMILY_SSE.row("roundpd", "66 0F 3A 09 /r ib", "=x xm128 u8", "", 0, 6);
    X86Row ROUNDSS_X_XM32_U8 = FAMILY_SSE.row("roundss", "66 0F 3A 0A /r ib", "=x xm32 u8", "", FALSE_DEPENDENCY, 6);
    X86Row ROUNDSD_X_XM64_U8 = FAMILY_SSE.row("roundsd", "66 0F 3A 0B /r ib", "=x xm64 u8", "", FALSE_DEPENDENCY, 6);
    X86Row BLENDPS_X_XM128_U8 = FAMILY_SSE.row("blendps", "66 0F 3A 0C /r ib", "+x xm128 u8");
    X86Row BLENDPD_X_XM128_U8 = FAMILY_SSE.row("blendpd", "66 0F 3A 0D /r ib", "+x xm128 u8");
    X86Row PBLENDW_X_XM128_U8 = FAMILY_SSE.row("pblendw", "66 0F 3A 0E /r ib", "+x xm128 u8");
    X86Row DPPS_X_XM128_U8 = FAMILY_SSE.row("dpps", "66 0F 3A 40 /r ib", "+x xm128 u8");
    X86Row DPPD_X_XM128_U8 = FAMILY_SSE.row("dppd", "66 0F 3A 41 /r ib", "+x xm128 u8");
    X86Row MPSADBW_X_XM128_U8 = FAMILY_SSE.row("mpsadbw", "66 0F 3A 42 /r ib", "+x xm128 u8", "", 0, 4);
    X86Row INSERTPS_X_XM32_U8 = FAMILY_SSE.row("insertps", "66 0F 3A 21 /r ib", "+x xm32 u8");
    X86Row PCLMULQDQ_X_XM128_U8 = FAMILY_SSE.row("pclmulqdq", "66 0F 3A 44 /r ib", "+x xm128 u8");
    X86Row AESKEYGENASSIST_X_XM128_U8 = FAMILY_SSE.row("aeskeygenassist", "66 0F 3A DF /r ib", "=x xm128 u8");
    X86Row PEXTRB_R32M8_X_U8 = FAMILY_SSE.row("pextrb", "66 0F 3A 14 /r ib", "=r32m8 x u8");
    X86Row PEXTRW_R32M16_X_U8 = FAMILY_SSE.row("pextrw", "66 0F 3A 15 /r ib", "=r32m16 x u8");
    X86Row PEXTRD_RM32_X_U8 = FAMILY_SSE.row("pextrd", "66 0F 3A 16 /r ib", "=rm32 x u8");
    X86Row PEXTRQ_RM64_X_U8 = FAMILY_SSE.row("pextrq", "66 REX.W 0F 3A 16 /r ib", "=rm64 x u8");
    X86Row EXTRACTPS_RM32_X_U8 = FAMILY_SSE.row("extractps", "66 0F 3A 17 /r ib", "=rm32 x u8");
    X86Row PINSRB_X_R32M8_U8 = FAMILY_SSE.row("pinsrb", "66 0F 3A 20 /r ib", "+x r32m8 u8");
    X86Row PINSRD_X_RM32_U8 = FAMILY_SSE.row("pinsrd", "66 0F 3A 22 /r ib", "+x rm32 u8");
    X86Row PINSRQ_X_RM64_U8 = FAMILY_SSE.row("pinsrq", "66 REX.W 0F 3A 22 /r ib", "+x rm64 u8");

    // --- SSE4.2, AES ---------------------------------------------------------------------------------------------------

    X86Row PCMPESTRM_X_XM128_U8 = FAMILY_SSE.row("pcmpestrm", "66 0F 3A 60 /r ib", "x xm128 u8", "rax rdx>xmm0 flags", 0, 10);
    X86Row PCMPESTRI_X_XM128_U8 = FAMILY_SSE.row("pcmpestri", "66 0F 3A 61 /r ib", "x xm128 u8", "rax rdx>rcx flags", 0, 10);
    X86Row PCMPISTRM_X_XM128_U8 = FAMILY_SSE.row("pcmpistrm", "66 0F 3A 62 /r ib", "x xm128 u8", ">xmm0 flags", 0, 10);
    X86Row PCMPISTRI_X_XM128_U8 = FAMILY_SSE.row("pcmpistri", "66 0F 3A 63 /r ib", "x xm128 u8", ">rcx flags", 0, 10);
    X86Row AESENC_X_XM128 = FAMILY_SSE.row("aesenc", "66 0F 38 DC /r", "+x xm128", "", 0, 4);
    X86Row AESENCLAST_X_XM128 = FAMILY_SSE.row("aesenclast", "66 0F 38 DD /r", "+x xm128", "", 0, 4);
    X86Row AESDEC_X_XM128 = FAMILY_SSE.row("aesdec", "66 0F 38 DE /r", "+x xm128", "", 0, 4);
    X86Row AESDECLAST_X_XM128 = FAMILY_SSE.row("aesdeclast", "66 0F 38 DF /r", "+x xm128", "", 0, 4);
    X86Row AESIMC_X_XM128 = FAMILY_SSE.row("aesimc", "66 0F 38 DB /r", "=x xm128", "", 0, 4);

    // --- SHA -----------------------------------------------------------------------------------------------------------

    X86Row SHA1RNDS4_X_XM128_U8 = FAMILY_SSE.row("sha1rnds4", "0F 3A CC /r ib", "+x xm128 u8", "", 0, 6);
    X86Row SHA1NEXTE_X_XM128 = FAMILY_SSE.row("sha1nexte", "0F 38 C8 /r", "+x xm128", "", 0, 2);
    X86Row SHA1MSG1_X_XM128 = FAMILY_SSE.row("sha1msg1", "0F 38 C9 /r", "+x xm128", "", 0, 2);
    X86Row SHA1MSG2_X_XM128 = FAMILY_SSE.row("sha1msg2", "0F 38 CA /r", "+x xm128", "", 0, 6);
    X86Row SHA256RNDS2_X_XM128_XMM0 = FAMILY_SSE.row("sha256rnds2", "0F 38 CB /r", "+x xm128 xmm0", "", 0, 6);
    X86Row SHA256RNDS2_X_XM128 = FAMILY_SSE.row("sha256rnds2", "0F 38 CB /r", "+x xm128", "xmm0", ALTERNATE, 6);
    X86Row SHA256MSG1_X_XM128 = FAMILY_SSE.row("sha256msg1", "0F 38 CC /r", "+x xm128", "", 0, 4);
    X86Row SHA256MSG2_X_XM128 = FAMILY_SSE.row("sha256msg2", "0F 38 CD /r", "+x xm128", "", 0, 6);
}
