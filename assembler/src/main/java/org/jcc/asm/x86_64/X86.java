package org.jcc.asm.x86_64;

import java.util.List;

/**
 * All rows of x86-64 under one name: {@code X86.ADD_RM32_R32}. A constant's name is the printed operation and the operand
 * forms of Intel's manual, destination first; immediates that are sign-extended to the operation's width are named by
 * their own width ({@code ADD_RM64_I32}).
 *
 * <p>Condition codes index the arrays: 0 o, 1 no, 2 b, 3 ae, 4 e, 5 ne, 6 be, 7 a, 8 s, 9 ns, 10 p, 11 np, 12 l, 13 ge,
 * 14 le, 15 g; {@code cc ^ 1} is the opposite.
 */
public interface X86 extends X86Integer, X86Sse, X86Fpu, X86System, X86Avx, X86Avx2 {
    int CC_O = 0, CC_NO = 1, CC_B = 2, CC_AE = 3, CC_E = 4, CC_NE = 5, CC_BE = 6, CC_A = 7, CC_S = 8, CC_NS = 9, CC_P = 10, CC_NP = 11, CC_L = 12, CC_GE = 13,
            CC_LE = 14, CC_G = 15;

    List<X86Row> SETCC = List.of(SETO_RM8, SETNO_RM8, SETB_RM8, SETAE_RM8, SETE_RM8, SETNE_RM8, SETBE_RM8, SETA_RM8, SETS_RM8, SETNS_RM8, SETP_RM8, SETNP_RM8,
            SETL_RM8, SETGE_RM8, SETLE_RM8, SETG_RM8);
    List<X86Row> JCC = List.of(JO_REL, JNO_REL, JB_REL, JAE_REL, JE_REL, JNE_REL, JBE_REL, JA_REL, JS_REL, JNS_REL, JP_REL, JNP_REL, JL_REL, JGE_REL, JLE_REL,
            JG_REL);
    List<X86Row> CMOVCC32 = List.of(CMOVO_R32_RM32, CMOVNO_R32_RM32, CMOVB_R32_RM32, CMOVAE_R32_RM32, CMOVE_R32_RM32, CMOVNE_R32_RM32, CMOVBE_R32_RM32,
            CMOVA_R32_RM32, CMOVS_R32_RM32, CMOVNS_R32_RM32, CMOVP_R32_RM32, CMOVNP_R32_RM32, CMOVL_R32_RM32, CMOVGE_R32_RM32, CMOVLE_R32_RM32, CMOVG_R32_RM32);
    List<X86Row> CMOVCC64 = List.of(CMOVO_R64_RM64, CMOVNO_R64_RM64, CMOVB_R64_RM64, CMOVAE_R64_RM64, CMOVE_R64_RM64, CMOVNE_R64_RM64, CMOVBE_R64_RM64,
            CMOVA_R64_RM64, CMOVS_R64_RM64, CMOVNS_R64_RM64, CMOVP_R64_RM64, CMOVNP_R64_RM64, CMOVL_R64_RM64, CMOVGE_R64_RM64, CMOVLE_R64_RM64, CMOVG_R64_RM64);
}
