package org.jcc.asm.riscv64;

import static org.jcc.asm.Row.*;

import org.jcc.asm.Row;

/**
 * The instructions of RV64IMAFD with Zicsr and Zifencei; one line is one form, read by {@link RvTable}, whose essay explains
 * the columns (The RISC-V Instruction Set Manual, volume I, chapter 24). Spellings that stand for another instruction with
 * fixed operands are rows only where code generation uses them; the others are {@link RvParser}'s.
 */
public interface Rv {
    RvTable TABLE = new RvTable();

    private static long bit(int register) {
        return 1L << register;
    }

    // --- moves and control flow in short spelling; first, as the disassembler prefers them -----------------------------

    RvRow NOP = TABLE.row("nop", "X 13", "");
    RvRow MV = TABLE.row("mv", "MV 13/0", "=x x", MOVE);
    RvRow SEXT_W = TABLE.row("sext.w", "MV 1b/0", "=x x");
    RvRow RET = TABLE.row("ret", "X 8067", "", bit(RvRegs.RA), 0, Row.RET, 1);
    RvRow JR = TABLE.row("jr", "JR 67", "x", JUMP);
    RvRow JALR_RA = TABLE.row("jalr", "JR e7", "x", 0, bit(RvRegs.RA), Row.CALL, 1);
    RvRow J = TABLE.row("j", "J0 6f", "to", JUMP);
    RvRow CALL = TABLE.row("call", "CALL 0", "to", 0, bit(RvRegs.RA), Row.CALL, 1);
    RvRow TAIL = TABLE.row("tail", "CALL 1", "to", 0, bit(RvRegs.T1), JUMP, 1);

    // --- RV64I: constants, jumps, branches -----------------------------------------------------------------------------

    RvRow LUI = TABLE.row("lui", "U 37", "=x u20");
    RvRow AUIPC = TABLE.row("auipc", "U 17", "=x u20");
    RvRow JAL = TABLE.row("jal", "J 6f", "=x to", Row.CALL);
    RvRow JALR = TABLE.row("jalr", "L 67/0", "=x *m", Row.CALL);
    RvRow BEQ = TABLE.row("beq", "B 63/0", "x x to", JUMP | COND);
    RvRow BNE = TABLE.row("bne", "B 63/1", "x x to", JUMP | COND);
    RvRow BLT = TABLE.row("blt", "B 63/4", "x x to", JUMP | COND);
    RvRow BGE = TABLE.row("bge", "B 63/5", "x x to", JUMP | COND);
    RvRow BLTU = TABLE.row("bltu", "B 63/6", "x x to", JUMP | COND);
    RvRow BGEU = TABLE.row("bgeu", "B 63/7", "x x to", JUMP | COND);

    // --- RV64I: loads and stores ---------------------------------------------------------------------------------------

    RvRow LB = TABLE.row("lb", "L 3/0", "=x m8", 0, 3);
    RvRow LH = TABLE.row("lh", "L 3/1", "=x m16", 0, 3);
    RvRow LW = TABLE.row("lw", "L 3/2", "=x m32", 0, 3);
    RvRow LD = TABLE.row("ld", "L 3/3", "=x m64", 0, 3);
    RvRow LBU = TABLE.row("lbu", "L 3/4", "=x m8", 0, 3);
    RvRow LHU = TABLE.row("lhu", "L 3/5", "=x m16", 0, 3);
    RvRow LWU = TABLE.row("lwu", "L 3/6", "=x m32", 0, 3);
    RvRow SB = TABLE.row("sb", "S 23/0", "x =m8");
    RvRow SH = TABLE.row("sh", "S 23/1", "x =m16");
    RvRow SW = TABLE.row("sw", "S 23/2", "x =m32");
    RvRow SD = TABLE.row("sd", "S 23/3", "x =m64");

    // --- RV64I: arithmetic ---------------------------------------------------------------------------------------------

    RvRow ADDI = TABLE.row("addi", "I 13/0", "=x x i12");
    RvRow SLTI = TABLE.row("slti", "I 13/2", "=x x i12");
    RvRow SLTIU = TABLE.row("sltiu", "I 13/3", "=x x i12");
    RvRow XORI = TABLE.row("xori", "I 13/4", "=x x i12");
    RvRow ORI = TABLE.row("ori", "I 13/6", "=x x i12");
    RvRow ANDI = TABLE.row("andi", "I 13/7", "=x x i12");
    RvRow SLLI = TABLE.row("slli", "H 13/1/0", "=x x u6");
    RvRow SRLI = TABLE.row("srli", "H 13/5/0", "=x x u6");
    RvRow SRAI = TABLE.row("srai", "H 13/5/10", "=x x u6");
    RvRow ADD = TABLE.row("add", "R 33/0/0", "=x x x", COMMUTATIVE);
    RvRow SUB = TABLE.row("sub", "R 33/0/20", "=x x x");
    RvRow SLL = TABLE.row("sll", "R 33/1/0", "=x x x");
    RvRow SLT = TABLE.row("slt", "R 33/2/0", "=x x x");
    RvRow SLTU = TABLE.row("sltu", "R 33/3/0", "=x x x");
    RvRow XOR = TABLE.row("xor", "R 33/4/0", "=x x x", COMMUTATIVE);
    RvRow SRL = TABLE.row("srl", "R 33/5/0", "=x x x");
    RvRow SRA = TABLE.row("sra", "R 33/5/20", "=x x x");
    RvRow OR = TABLE.row("or", "R 33/6/0", "=x x x", COMMUTATIVE);
    RvRow AND = TABLE.row("and", "R 33/7/0", "=x x x", COMMUTATIVE);
    RvRow ADD_TPREL = TABLE.row("add", "TP 33/0/0", "=x x x tprel", ALTERNATE);
    RvRow ADDIW = TABLE.row("addiw", "I 1b/0", "=x x i12");
    RvRow SLLIW = TABLE.row("slliw", "W 1b/1/0", "=x x u5");
    RvRow SRLIW = TABLE.row("srliw", "W 1b/5/0", "=x x u5");
    RvRow SRAIW = TABLE.row("sraiw", "W 1b/5/20", "=x x u5");
    RvRow ADDW = TABLE.row("addw", "R 3b/0/0", "=x x x", COMMUTATIVE);
    RvRow SUBW = TABLE.row("subw", "R 3b/0/20", "=x x x");
    RvRow SLLW = TABLE.row("sllw", "R 3b/1/0", "=x x x");
    RvRow SRLW = TABLE.row("srlw", "R 3b/5/0", "=x x x");
    RvRow SRAW = TABLE.row("sraw", "R 3b/5/20", "=x x x");

    // --- RV64I: system -------------------------------------------------------------------------------------------------

    RvRow FENCE = TABLE.row("fence", "FENCE f/0", "fence fence", SIDE_EFFECT);
    RvRow FENCE_TSO = TABLE.row("fence.tso", "X 8330000f", "", SIDE_EFFECT);
    RvRow FENCE_I = TABLE.row("fence.i", "X 100f", "", SIDE_EFFECT);
    RvRow ECALL = TABLE.row("ecall", "X 73", "", SIDE_EFFECT);
    RvRow EBREAK = TABLE.row("ebreak", "X 100073", "", SIDE_EFFECT);
    RvRow UNIMP = TABLE.row("unimp", "X c0001073", "", TRAP);
    RvRow CSRRW = TABLE.row("csrrw", "C 73/1", "=x csr x", SIDE_EFFECT);
    RvRow CSRRS = TABLE.row("csrrs", "C 73/2", "=x csr x", SIDE_EFFECT);
    RvRow CSRRC = TABLE.row("csrrc", "C 73/3", "=x csr x", SIDE_EFFECT);
    RvRow CSRRWI = TABLE.row("csrrwi", "CI 73/5", "=x csr u5", SIDE_EFFECT);
    RvRow CSRRSI = TABLE.row("csrrsi", "CI 73/6", "=x csr u5", SIDE_EFFECT);
    RvRow CSRRCI = TABLE.row("csrrci", "CI 73/7", "=x csr u5", SIDE_EFFECT);

    // --- M -------------------------------------------------------------------------------------------------------------

    RvRow MUL = TABLE.row("mul", "R 33/0/1", "=x x x", COMMUTATIVE, 3);
    RvRow MULH = TABLE.row("mulh", "R 33/1/1", "=x x x", COMMUTATIVE, 3);
    RvRow MULHSU = TABLE.row("mulhsu", "R 33/2/1", "=x x x", 0, 3);
    RvRow MULHU = TABLE.row("mulhu", "R 33/3/1", "=x x x", COMMUTATIVE, 3);
    RvRow DIV = TABLE.row("div", "R 33/4/1", "=x x x", 0, 20);
    RvRow DIVU = TABLE.row("divu", "R 33/5/1", "=x x x", 0, 20);
    RvRow REM = TABLE.row("rem", "R 33/6/1", "=x x x", 0, 20);
    RvRow REMU = TABLE.row("remu", "R 33/7/1", "=x x x", 0, 20);
    RvRow MULW = TABLE.row("mulw", "R 3b/0/1", "=x x x", COMMUTATIVE, 3);
    RvRow DIVW = TABLE.row("divw", "R 3b/4/1", "=x x x", 0, 20);
    RvRow DIVUW = TABLE.row("divuw", "R 3b/5/1", "=x x x", 0, 20);
    RvRow REMW = TABLE.row("remw", "R 3b/6/1", "=x x x", 0, 20);
    RvRow REMUW = TABLE.row("remuw", "R 3b/7/1", "=x x x", 0, 20);

    // --- A -------------------------------------------------------------------------------------------------------------

    RvRow LR_W = TABLE.row("lr.w", "AL 2f/2/2", "=x m32", SIDE_EFFECT, 10);
    RvRow SC_W = TABLE.row("sc.w", "A 2f/2/3", "=x x =m32", SIDE_EFFECT, 10);
    RvRow AMOSWAP_W = TABLE.row("amoswap.w", "A 2f/2/1", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOADD_W = TABLE.row("amoadd.w", "A 2f/2/0", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOXOR_W = TABLE.row("amoxor.w", "A 2f/2/4", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOAND_W = TABLE.row("amoand.w", "A 2f/2/c", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOOR_W = TABLE.row("amoor.w", "A 2f/2/8", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOMIN_W = TABLE.row("amomin.w", "A 2f/2/10", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOMAX_W = TABLE.row("amomax.w", "A 2f/2/14", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOMINU_W = TABLE.row("amominu.w", "A 2f/2/18", "=x x +m32", SIDE_EFFECT, 10);
    RvRow AMOMAXU_W = TABLE.row("amomaxu.w", "A 2f/2/1c", "=x x +m32", SIDE_EFFECT, 10);
    RvRow LR_D = TABLE.row("lr.d", "AL 2f/3/2", "=x m64", SIDE_EFFECT, 10);
    RvRow SC_D = TABLE.row("sc.d", "A 2f/3/3", "=x x =m64", SIDE_EFFECT, 10);
    RvRow AMOSWAP_D = TABLE.row("amoswap.d", "A 2f/3/1", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOADD_D = TABLE.row("amoadd.d", "A 2f/3/0", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOXOR_D = TABLE.row("amoxor.d", "A 2f/3/4", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOAND_D = TABLE.row("amoand.d", "A 2f/3/c", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOOR_D = TABLE.row("amoor.d", "A 2f/3/8", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOMIN_D = TABLE.row("amomin.d", "A 2f/3/10", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOMAX_D = TABLE.row("amomax.d", "A 2f/3/14", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOMINU_D = TABLE.row("amominu.d", "A 2f/3/18", "=x x +m64", SIDE_EFFECT, 10);
    RvRow AMOMAXU_D = TABLE.row("amomaxu.d", "A 2f/3/1c", "=x x +m64", SIDE_EFFECT, 10);

    // --- F -------------------------------------------------------------------------------------------------------------

    RvRow FLW = TABLE.row("flw", "L 7/2", "=f m32", 0, 3);
    RvRow FSW = TABLE.row("fsw", "S 27/2", "f =m32");
    RvRow FMADD_S = TABLE.row("fmadd.s", "F4 43/0", "=f f f f", 0, 5);
    RvRow FMSUB_S = TABLE.row("fmsub.s", "F4 47/0", "=f f f f", 0, 5);
    RvRow FNMSUB_S = TABLE.row("fnmsub.s", "F4 4b/0", "=f f f f", 0, 5);
    RvRow FNMADD_S = TABLE.row("fnmadd.s", "F4 4f/0", "=f f f f", 0, 5);
    RvRow FADD_S = TABLE.row("fadd.s", "F 53/0", "=f f f", COMMUTATIVE, 4);
    RvRow FSUB_S = TABLE.row("fsub.s", "F 53/4", "=f f f", 0, 4);
    RvRow FMUL_S = TABLE.row("fmul.s", "F 53/8", "=f f f", COMMUTATIVE, 4);
    RvRow FDIV_S = TABLE.row("fdiv.s", "F 53/c", "=f f f", 0, 20);
    RvRow FSQRT_S = TABLE.row("fsqrt.s", "F1 53/2c/0", "=f f", 0, 20);
    RvRow FMV_S = TABLE.row("fmv.s", "RR 53/0/10", "=f f", MOVE);
    RvRow FNEG_S = TABLE.row("fneg.s", "RR 53/1/10", "=f f");
    RvRow FABS_S = TABLE.row("fabs.s", "RR 53/2/10", "=f f");
    RvRow FSGNJ_S = TABLE.row("fsgnj.s", "R 53/0/10", "=f f f");
    RvRow FSGNJN_S = TABLE.row("fsgnjn.s", "R 53/1/10", "=f f f");
    RvRow FSGNJX_S = TABLE.row("fsgnjx.s", "R 53/2/10", "=f f f");
    RvRow FMIN_S = TABLE.row("fmin.s", "R 53/0/14", "=f f f", COMMUTATIVE, 2);
    RvRow FMAX_S = TABLE.row("fmax.s", "R 53/1/14", "=f f f", COMMUTATIVE, 2);
    RvRow FLE_S = TABLE.row("fle.s", "R 53/0/50", "=x f f", 0, 2);
    RvRow FLT_S = TABLE.row("flt.s", "R 53/1/50", "=x f f", 0, 2);
    RvRow FEQ_S = TABLE.row("feq.s", "R 53/2/50", "=x f f", 0, 2);
    RvRow FCLASS_S = TABLE.row("fclass.s", "R1 53/1/e00", "=x f", 0, 2);
    RvRow FCVT_W_S = TABLE.row("fcvt.w.s", "F1 53/60/0", "=x f", 0, 3);
    RvRow FCVT_WU_S = TABLE.row("fcvt.wu.s", "F1 53/60/1", "=x f", 0, 3);
    RvRow FCVT_L_S = TABLE.row("fcvt.l.s", "F1 53/60/2", "=x f", 0, 3);
    RvRow FCVT_LU_S = TABLE.row("fcvt.lu.s", "F1 53/60/3", "=x f", 0, 3);
    RvRow FCVT_S_W = TABLE.row("fcvt.s.w", "F1 53/68/0", "=f x", 0, 3);
    RvRow FCVT_S_WU = TABLE.row("fcvt.s.wu", "F1 53/68/1", "=f x", 0, 3);
    RvRow FCVT_S_L = TABLE.row("fcvt.s.l", "F1 53/68/2", "=f x", 0, 3);
    RvRow FCVT_S_LU = TABLE.row("fcvt.s.lu", "F1 53/68/3", "=f x", 0, 3);
    RvRow FMV_X_W = TABLE.row("fmv.x.w", "R1 53/0/e00", "=x f");
    RvRow FMV_W_X = TABLE.row("fmv.w.x", "R1 53/0/f00", "=f x");

    // --- D -------------------------------------------------------------------------------------------------------------

    RvRow FLD = TABLE.row("fld", "L 7/3", "=f m64", 0, 3);
    RvRow FSD = TABLE.row("fsd", "S 27/3", "f =m64");
    RvRow FMADD_D = TABLE.row("fmadd.d", "F4 43/1", "=f f f f", 0, 5);
    RvRow FMSUB_D = TABLE.row("fmsub.d", "F4 47/1", "=f f f f", 0, 5);
    RvRow FNMSUB_D = TABLE.row("fnmsub.d", "F4 4b/1", "=f f f f", 0, 5);
    RvRow FNMADD_D = TABLE.row("fnmadd.d", "F4 4f/1", "=f f f f", 0, 5);
    RvRow FADD_D = TABLE.row("fadd.d", "F 53/1", "=f f f", COMMUTATIVE, 4);
    RvRow FSUB_D = TABLE.row("fsub.d", "F 53/5", "=f f f", 0, 4);
    RvRow FMUL_D = TABLE.row("fmul.d", "F 53/9", "=f f f", COMMUTATIVE, 4);
    RvRow FDIV_D = TABLE.row("fdiv.d", "F 53/d", "=f f f", 0, 20);
    RvRow FSQRT_D = TABLE.row("fsqrt.d", "F1 53/2d/0", "=f f", 0, 20);
    RvRow FMV_D = TABLE.row("fmv.d", "RR 53/0/11", "=f f", MOVE);
    RvRow FNEG_D = TABLE.row("fneg.d", "RR 53/1/11", "=f f");
    RvRow FABS_D = TABLE.row("fabs.d", "RR 53/2/11", "=f f");
    RvRow FSGNJ_D = TABLE.row("fsgnj.d", "R 53/0/11", "=f f f");
    RvRow FSGNJN_D = TABLE.row("fsgnjn.d", "R 53/1/11", "=f f f");
    RvRow FSGNJX_D = TABLE.row("fsgnjx.d", "R 53/2/11", "=f f f");
    RvRow FMIN_D = TABLE.row("fmin.d", "R 53/0/15", "=f f f", COMMUTATIVE, 2);
    RvRow FMAX_D = TABLE.row("fmax.d", "R 53/1/15", "=f f f", COMMUTATIVE, 2);
    RvRow FLE_D = TABLE.row("fle.d", "R 53/0/51", "=x f f", 0, 2);
    RvRow FLT_D = TABLE.row("flt.d", "R 53/1/51", "=x f f", 0, 2);
    RvRow FEQ_D = TABLE.row("feq.d", "R 53/2/51", "=x f f", 0, 2);
    RvRow FCLASS_D = TABLE.row("fclass.d", "R1 53/1/e20", "=x f", 0, 2);
    RvRow FCVT_W_D = TABLE.row("fcvt.w.d", "F1 53/61/0", "=x f", 0, 3);
    RvRow FCVT_WU_D = TABLE.row("fcvt.wu.d", "F1 53/61/1", "=x f", 0, 3);
    RvRow FCVT_L_D = TABLE.row("fcvt.l.d", "F1 53/61/2", "=x f", 0, 3);
    RvRow FCVT_LU_D = TABLE.row("fcvt.lu.d", "F1 53/61/3", "=x f", 0, 3);
    RvRow FCVT_D_W = TABLE.row("fcvt.d.w", "F0 53/69/0", "=f x", 0, 3);
    RvRow FCVT_D_WU = TABLE.row("fcvt.d.wu", "F0 53/69/1", "=f x", 0, 3);
    RvRow FCVT_D_L = TABLE.row("fcvt.d.l", "F1 53/69/2", "=f x", 0, 3);
    RvRow FCVT_D_LU = TABLE.row("fcvt.d.lu", "F1 53/69/3", "=f x", 0, 3);
    RvRow FMV_X_D = TABLE.row("fmv.x.d", "R1 53/0/e20", "=x f");
    RvRow FMV_D_X = TABLE.row("fmv.d.x", "R1 53/0/f20", "=f x");
    RvRow FCVT_S_D = TABLE.row("fcvt.s.d", "F1 53/20/1", "=f f", 0, 3);
    RvRow FCVT_D_S = TABLE.row("fcvt.d.s", "F0 53/21/0", "=f f", 0, 3);
}
