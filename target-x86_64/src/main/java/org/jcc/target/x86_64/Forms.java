package org.jcc.target.x86_64;

import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.ir.Type;

/**
 * The rows of an operation by size: index 0 for 8 bits, 1 for 16, 2 for 32, 3 for 64.
 *
 * @param rRm destination register, source register or memory
 * @param rmR destination register or memory, source register
 * @param rmI destination register or memory, immediate
 */
record Forms(Row[] rRm, Row[] rmR, Row[] rmI) {
    static final Forms ADD = new Forms(rows(X86.ADD_R8_RM8, X86.ADD_R16_RM16, X86.ADD_R32_RM32, X86.ADD_R64_RM64),
            rows(X86.ADD_RM8_R8, X86.ADD_RM16_R16, X86.ADD_RM32_R32, X86.ADD_RM64_R64),
            rows(X86.ADD_RM8_I8, X86.ADD_RM16_I16, X86.ADD_RM32_I32, X86.ADD_RM64_I32));
    static final Forms SUB = new Forms(rows(X86.SUB_R8_RM8, X86.SUB_R16_RM16, X86.SUB_R32_RM32, X86.SUB_R64_RM64),
            rows(X86.SUB_RM8_R8, X86.SUB_RM16_R16, X86.SUB_RM32_R32, X86.SUB_RM64_R64),
            rows(X86.SUB_RM8_I8, X86.SUB_RM16_I16, X86.SUB_RM32_I32, X86.SUB_RM64_I32));
    static final Forms AND = new Forms(rows(X86.AND_R8_RM8, X86.AND_R16_RM16, X86.AND_R32_RM32, X86.AND_R64_RM64),
            rows(X86.AND_RM8_R8, X86.AND_RM16_R16, X86.AND_RM32_R32, X86.AND_RM64_R64),
            rows(X86.AND_RM8_I8, X86.AND_RM16_I16, X86.AND_RM32_I32, X86.AND_RM64_I32));
    static final Forms OR = new Forms(rows(X86.OR_R8_RM8, X86.OR_R16_RM16, X86.OR_R32_RM32, X86.OR_R64_RM64),
            rows(X86.OR_RM8_R8, X86.OR_RM16_R16, X86.OR_RM32_R32, X86.OR_RM64_R64),
            rows(X86.OR_RM8_I8, X86.OR_RM16_I16, X86.OR_RM32_I32, X86.OR_RM64_I32));
    static final Forms XOR = new Forms(rows(X86.XOR_R8_RM8, X86.XOR_R16_RM16, X86.XOR_R32_RM32, X86.XOR_R64_RM64),
            rows(X86.XOR_RM8_R8, X86.XOR_RM16_R16, X86.XOR_RM32_R32, X86.XOR_RM64_R64),
            rows(X86.XOR_RM8_I8, X86.XOR_RM16_I16, X86.XOR_RM32_I32, X86.XOR_RM64_I32));
    static final Forms CMP = new Forms(rows(X86.CMP_R8_RM8, X86.CMP_R16_RM16, X86.CMP_R32_RM32, X86.CMP_R64_RM64),
            rows(X86.CMP_RM8_R8, X86.CMP_RM16_R16, X86.CMP_RM32_R32, X86.CMP_RM64_R64),
            rows(X86.CMP_RM8_I8, X86.CMP_RM16_I16, X86.CMP_RM32_I32, X86.CMP_RM64_I32));
    static final Forms TEST = new Forms(rows(X86.TEST_R8_RM8, X86.TEST_R16_RM16, X86.TEST_R32_RM32, X86.TEST_R64_RM64),
            rows(X86.TEST_RM8_R8, X86.TEST_RM16_R16, X86.TEST_RM32_R32, X86.TEST_RM64_R64),
            rows(X86.TEST_RM8_I8, X86.TEST_RM16_I16, X86.TEST_RM32_I32, X86.TEST_RM64_I32));
    static final Forms MOV = new Forms(rows(X86.MOV_R8_RM8, X86.MOV_R16_RM16, X86.MOV_R32_RM32, X86.MOV_R64_RM64),
            rows(X86.MOV_RM8_R8, X86.MOV_RM16_R16, X86.MOV_RM32_R32, X86.MOV_RM64_R64),
            rows(X86.MOV_RM8_I8, X86.MOV_RM16_I16, X86.MOV_RM32_I32, X86.MOV_RM64_I32));
    /** {@code rmI} holds the three-operand forms. */
    static final Forms IMUL = new Forms(rows(null, X86.IMUL_R16_RM16, X86.IMUL_R32_RM32, X86.IMUL_R64_RM64), null,
            rows(null, X86.IMUL_R16_RM16_I16, X86.IMUL_R32_RM32_I32, X86.IMUL_R64_RM64_I32));
    /** Shifts: {@code rmR} by cl. */
    static final Forms SHL = new Forms(null, rows(X86.SHL_RM8_CL, X86.SHL_RM16_CL, X86.SHL_RM32_CL, X86.SHL_RM64_CL),
            rows(X86.SHL_RM8_U8, X86.SHL_RM16_U8, X86.SHL_RM32_U8, X86.SHL_RM64_U8));
    static final Forms SHR = new Forms(null, rows(X86.SHR_RM8_CL, X86.SHR_RM16_CL, X86.SHR_RM32_CL, X86.SHR_RM64_CL),
            rows(X86.SHR_RM8_U8, X86.SHR_RM16_U8, X86.SHR_RM32_U8, X86.SHR_RM64_U8));
    static final Forms SAR = new Forms(null, rows(X86.SAR_RM8_CL, X86.SAR_RM16_CL, X86.SAR_RM32_CL, X86.SAR_RM64_CL),
            rows(X86.SAR_RM8_U8, X86.SAR_RM16_U8, X86.SAR_RM32_U8, X86.SAR_RM64_U8));
    static final Forms ROL = new Forms(null, rows(X86.ROL_RM8_CL, X86.ROL_RM16_CL, X86.ROL_RM32_CL, X86.ROL_RM64_CL),
            rows(X86.ROL_RM8_U8, X86.ROL_RM16_U8, X86.ROL_RM32_U8, X86.ROL_RM64_U8));
    static final Forms ROR = new Forms(null, rows(X86.ROR_RM8_CL, X86.ROR_RM16_CL, X86.ROR_RM32_CL, X86.ROR_RM64_CL),
            rows(X86.ROR_RM8_U8, X86.ROR_RM16_U8, X86.ROR_RM32_U8, X86.ROR_RM64_U8));
    static final Row[] INC = rows(X86.INC_RM8, X86.INC_RM16, X86.INC_RM32, X86.INC_RM64);
    static final Row[] DEC = rows(X86.DEC_RM8, X86.DEC_RM16, X86.DEC_RM32, X86.DEC_RM64);
    static final Row[] NEG = rows(X86.NEG_RM8, X86.NEG_RM16, X86.NEG_RM32, X86.NEG_RM64);
    static final Row[] NOT = rows(X86.NOT_RM8, X86.NOT_RM16, X86.NOT_RM32, X86.NOT_RM64);
    static final Row[] DIV = rows(X86.DIV_RM8, X86.DIV_RM16, X86.DIV_RM32, X86.DIV_RM64);
    static final Row[] IDIV = rows(X86.IDIV_RM8, X86.IDIV_RM16, X86.IDIV_RM32, X86.IDIV_RM64);
    static final Row[] MUL1 = rows(X86.MUL_RM8, X86.MUL_RM16, X86.MUL_RM32, X86.MUL_RM64);
    static final Row[] IMUL1 = rows(X86.IMUL_RM8, X86.IMUL_RM16, X86.IMUL_RM32, X86.IMUL_RM64);
    static final Row[] XCHG = rows(X86.XCHG_RM8_R8, X86.XCHG_RM16_R16, X86.XCHG_RM32_R32, X86.XCHG_RM64_R64);
    static final Row[] XADD = rows(X86.XADD_RM8_R8, X86.XADD_RM16_R16, X86.XADD_RM32_R32, X86.XADD_RM64_R64);
    static final Row[] CMPXCHG = rows(X86.CMPXCHG_RM8_R8, X86.CMPXCHG_RM16_R16, X86.CMPXCHG_RM32_R32, X86.CMPXCHG_RM64_R64);

    private static Row[] rows(Row... r) {
        return r;
    }

    /** The index of an integer type or ptr. */
    static int size(Type t) {
        return switch (t.size) {
            case 1 -> 0;
            case 2 -> 1;
            case 4 -> 2;
            default -> 3;
        };
    }

    /** The index of the registers in which arithmetic on a type is done: at least 32 bits. */
    static int wide(Type t) {
        return Math.max(2, size(t));
    }
}
