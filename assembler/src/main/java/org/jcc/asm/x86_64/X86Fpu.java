package org.jcc.asm.x86_64;

import static org.jcc.asm.Row.*;

import org.jcc.asm.Row;

/**
 * The x87 unit. Stack effects are seen as "the whole stack is used and changed"; code generation keeps a value on
 * the stack only within one selected sequence. In the forms that write st(i), AT&amp;T syntax has fsub and fsubr (fdiv and
 * fdivr) the wrong way round, a bug of the first Unix assembler that all have kept: {@code fsubp} (DE E0+i) leaves
 * st(0) - st(i), {@code fsubrp} (DE E8+i) leaves st(i) - st(0).
 */
interface X86Fpu {
    X86Table FAMILY_FPU = new X86Table(1200, 1400);

    // --- loads and stores ----------------------------------------------------------------------------------------------

    X86Row FLD_M32 = FAMILY_FPU.row("flds", "D9 /0", "m32", ">x87");
    X86Row FLD_M64 = FAMILY_FPU.row("fldl", "DD /0", "m64", ">x87");
    X86Row FLD_M80 = FAMILY_FPU.row("fldt", "DB /5", "m80", ">x87");
    X86Row FLD_ST = FAMILY_FPU.row("fld", "D9 C0 +r", "st", "x87>x87");
    X86Row FST_M32 = FAMILY_FPU.row("fsts", "D9 /2", "=m32", "st0");
    X86Row FST_M64 = FAMILY_FPU.row("fstl", "DD /2", "=m64", "st0");
    X86Row FST_ST = FAMILY_FPU.row("fst", "DD D0 +r", "=st", "st0");
    X86Row FSTP_M32 = FAMILY_FPU.row("fstps", "D9 /3", "=m32", "x87>x87");
    X86Row FSTP_M64 = FAMILY_FPU.row("fstpl", "DD /3", "=m64", "x87>x87");
    X86Row FSTP_M80 = FAMILY_FPU.row("fstpt", "DB /7", "=m80", "x87>x87");
    X86Row FSTP_ST = FAMILY_FPU.row("fstp", "DD D8 +r", "=st", "x87>x87");
    X86Row FILD_M16 = FAMILY_FPU.row("filds fild", "DF /0", "m16", ">x87");
    X86Row FILD_M32 = FAMILY_FPU.row("fildl", "DB /0", "m32", ">x87");
    X86Row FILD_M64 = FAMILY_FPU.row("fildll fildq", "DF /5", "m64", ">x87");
    X86Row FIST_M16 = FAMILY_FPU.row("fists fist", "DF /2", "=m16", "st0");
    X86Row FIST_M32 = FAMILY_FPU.row("fistl", "DB /2", "=m32", "st0");
    X86Row FISTP_M16 = FAMILY_FPU.row("fistps fistp", "DF /3", "=m16", "x87>x87");
    X86Row FISTP_M32 = FAMILY_FPU.row("fistpl", "DB /3", "=m32", "x87>x87");
    X86Row FISTP_M64 = FAMILY_FPU.row("fistpll fistpq", "DF /7", "=m64", "x87>x87");
    X86Row FISTTP_M16 = FAMILY_FPU.row("fisttps fisttp", "DF /1", "=m16", "x87>x87");
    X86Row FISTTP_M32 = FAMILY_FPU.row("fisttpl", "DB /1", "=m32", "x87>x87");
    X86Row FISTTP_M64 = FAMILY_FPU.row("fisttpll fisttpq", "DD /1", "=m64", "x87>x87");
    X86Row FBLD_M80 = FAMILY_FPU.row("fbld", "DF /4", "m80", ">x87");
    X86Row FBSTP_M80 = FAMILY_FPU.row("fbstp", "DF /6", "=m80", "x87>x87");
    X86Row FXCH_ST = FAMILY_FPU.row("fxch", "D9 C8 +r", "+st", "x87>x87");
    X86Row FXCH = FAMILY_FPU.row("fxch", "D9 C9", "", "x87>x87", ALTERNATE);

    // --- constants -----------------------------------------------------------------------------------------------------

    X86Row FLD1 = FAMILY_FPU.row("fld1", "D9 E8", "", ">x87");
    X86Row FLDL2T = FAMILY_FPU.row("fldl2t", "D9 E9", "", ">x87");
    X86Row FLDL2E = FAMILY_FPU.row("fldl2e", "D9 EA", "", ">x87");
    X86Row FLDPI = FAMILY_FPU.row("fldpi", "D9 EB", "", ">x87");
    X86Row FLDLG2 = FAMILY_FPU.row("fldlg2", "D9 EC", "", ">x87");
    X86Row FLDLN2 = FAMILY_FPU.row("fldln2", "D9 ED", "", ">x87");
    X86Row FLDZ = FAMILY_FPU.row("fldz", "D9 EE", "", ">x87");

    // --- arithmetic; the names of the forms that write st(i) are AT&T's ------------------------------------------------

    X86Row FADD_M32 = FAMILY_FPU.row("fadds", "D8 /0", "m32", "x87>x87", 0, 4);
    X86Row FADD_M64 = FAMILY_FPU.row("faddl", "DC /0", "m64", "x87>x87", 0, 4);
    X86Row FADD_ST0_ST = FAMILY_FPU.row("fadd", "D8 C0 +r", "+st0 st", "x87>x87", 0, 4);
    X86Row FADD_ST_ST0 = FAMILY_FPU.row("fadd", "DC C0 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FADD_ST = FAMILY_FPU.row("fadd", "D8 C0 +r", "st", "x87>x87", ALTERNATE, 4);
    X86Row FADD_POP = FAMILY_FPU.row("fadd faddp", "DE C1", "", "x87>x87", ALTERNATE, 4);
    X86Row FADDP_ST_ST0 = FAMILY_FPU.row("faddp", "DE C0 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FADDP_ST = FAMILY_FPU.row("faddp", "DE C0 +r", "+st", "x87>x87", ALTERNATE, 4);
    X86Row FIADD_M32 = FAMILY_FPU.row("fiaddl", "DA /0", "m32", "x87>x87", 0, 6);
    X86Row FIADD_M16 = FAMILY_FPU.row("fiadds fiadd", "DE /0", "m16", "x87>x87", 0, 6);
    X86Row FMUL_M32 = FAMILY_FPU.row("fmuls", "D8 /1", "m32", "x87>x87", 0, 4);
    X86Row FMUL_M64 = FAMILY_FPU.row("fmull", "DC /1", "m64", "x87>x87", 0, 4);
    X86Row FMUL_ST0_ST = FAMILY_FPU.row("fmul", "D8 C8 +r", "+st0 st", "x87>x87", 0, 4);
    X86Row FMUL_ST_ST0 = FAMILY_FPU.row("fmul", "DC C8 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FMUL_ST = FAMILY_FPU.row("fmul", "D8 C8 +r", "st", "x87>x87", ALTERNATE, 4);
    X86Row FMUL_POP = FAMILY_FPU.row("fmul fmulp", "DE C9", "", "x87>x87", ALTERNATE, 4);
    X86Row FMULP_ST_ST0 = FAMILY_FPU.row("fmulp", "DE C8 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FMULP_ST = FAMILY_FPU.row("fmulp", "DE C8 +r", "+st", "x87>x87", ALTERNATE, 4);
    X86Row FIMUL_M32 = FAMILY_FPU.row("fimull", "DA /1", "m32", "x87>x87", 0, 6);
    X86Row FIMUL_M16 = FAMILY_FPU.row("fimuls fimul", "DE /1", "m16", "x87>x87", 0, 6);
    X86Row FSUB_M32 = FAMILY_FPU.row("fsubs", "D8 /4", "m32", "x87>x87", 0, 4);
    X86Row FSUB_M64 = FAMILY_FPU.row("fsubl", "DC /4", "m64", "x87>x87", 0, 4);
    X86Row FSUB_ST0_ST = FAMILY_FPU.row("fsub", "D8 E0 +r", "+st0 st", "x87>x87", 0, 4);
    X86Row FSUB_ST_ST0 = FAMILY_FPU.row("fsub", "DC E0 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FSUB_ST = FAMILY_FPU.row("fsub", "D8 E0 +r", "st", "x87>x87", ALTERNATE, 4);
    X86Row FSUB_POP = FAMILY_FPU.row("fsub fsubp", "DE E1", "", "x87>x87", ALTERNATE, 4);
    X86Row FSUBP_ST_ST0 = FAMILY_FPU.row("fsubp", "DE E0 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FSUBP_ST = FAMILY_FPU.row("fsubp", "DE E0 +r", "+st", "x87>x87", ALTERNATE, 4);
    X86Row FISUB_M32 = FAMILY_FPU.row("fisubl", "DA /4", "m32", "x87>x87", 0, 6);
    X86Row FISUB_M16 = FAMILY_FPU.row("fisubs fisub", "DE /4", "m16", "x87>x87", 0, 6);
    X86Row FSUBR_M32 = FAMILY_FPU.row("fsubrs", "D8 /5", "m32", "x87>x87", 0, 4);
    X86Row FSUBR_M64 = FAMILY_FPU.row("fsubrl", "DC /5", "m64", "x87>x87", 0, 4);
    X86Row FSUBR_ST0_ST = FAMILY_FPU.row("fsubr", "D8 E8 +r", "+st0 st", "x87>x87", 0, 4);
    X86Row FSUBR_ST_ST0 = FAMILY_FPU.row("fsubr", "DC E8 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FSUBR_ST = FAMILY_FPU.row("fsubr", "D8 E8 +r", "st", "x87>x87", ALTERNATE, 4);
    X86Row FSUBR_POP = FAMILY_FPU.row("fsubr fsubrp", "DE E9", "", "x87>x87", ALTERNATE, 4);
    X86Row FSUBRP_ST_ST0 = FAMILY_FPU.row("fsubrp", "DE E8 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FSUBRP_ST = FAMILY_FPU.row("fsubrp", "DE E8 +r", "+st", "x87>x87", ALTERNATE, 4);
    X86Row FISUBR_M32 = FAMILY_FPU.row("fisubrl", "DA /5", "m32", "x87>x87", 0, 6);
    X86Row FISUBR_M16 = FAMILY_FPU.row("fisubrs fisubr", "DE /5", "m16", "x87>x87", 0, 6);
    X86Row FDIV_M32 = FAMILY_FPU.row("fdivs", "D8 /6", "m32", "x87>x87", 0, 4);
    X86Row FDIV_M64 = FAMILY_FPU.row("fdivl", "DC /6", "m64", "x87>x87", 0, 4);
    X86Row FDIV_ST0_ST = FAMILY_FPU.row("fdiv", "D8 F0 +r", "+st0 st", "x87>x87", 0, 4);
    X86Row FDIV_ST_ST0 = FAMILY_FPU.row("fdiv", "DC F0 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FDIV_ST = FAMILY_FPU.row("fdiv", "D8 F0 +r", "st", "x87>x87", ALTERNATE, 4);
    X86Row FDIV_POP = FAMILY_FPU.row("fdiv fdivp", "DE F1", "", "x87>x87", ALTERNATE, 4);
    X86Row FDIVP_ST_ST0 = FAMILY_FPU.row("fdivp", "DE F0 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FDIVP_ST = FAMILY_FPU.row("fdivp", "DE F0 +r", "+st", "x87>x87", ALTERNATE, 4);
    X86Row FIDIV_M32 = FAMILY_FPU.row("fidivl", "DA /6", "m32", "x87>x87", 0, 6);
    X86Row FIDIV_M16 = FAMILY_FPU.row("fidivs fidiv", "DE /6", "m16", "x87>x87", 0, 6);
    X86Row FDIVR_M32 = FAMILY_FPU.row("fdivrs", "D8 /7", "m32", "x87>x87", 0, 4);
    X86Row FDIVR_M64 = FAMILY_FPU.row("fdivrl", "DC /7", "m64", "x87>x87", 0, 4);
    X86Row FDIVR_ST0_ST = FAMILY_FPU.row("fdivr", "D8 F8 +r", "+st0 st", "x87>x87", 0, 4);
    X86Row FDIVR_ST_ST0 = FAMILY_FPU.row("fdivr", "DC F8 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FDIVR_ST = FAMILY_FPU.row("fdivr", "D8 F8 +r", "st", "x87>x87", ALTERNATE, 4);
    X86Row FDIVR_POP = FAMILY_FPU.row("fdivr fdivrp", "DE F9", "", "x87>x87", ALTERNATE, 4);
    X86Row FDIVRP_ST_ST0 = FAMILY_FPU.row("fdivrp", "DE F8 +r", "+st st0", "x87>x87", 0, 4);
    X86Row FDIVRP_ST = FAMILY_FPU.row("fdivrp", "DE F8 +r", "+st", "x87>x87", ALTERNATE, 4);
    X86Row FIDIVR_M32 = FAMILY_FPU.row("fidivrl", "DA /7", "m32", "x87>x87", 0, 6);
    X86Row FIDIVR_M16 = FAMILY_FPU.row("fidivrs fidivr", "DE /7", "m16", "x87>x87", 0, 6);
    X86Row FCHS = FAMILY_FPU.row("fchs", "D9 E0", "", "x87>x87");
    X86Row FABS = FAMILY_FPU.row("fabs", "D9 E1", "", "x87>x87");
    X86Row F2XM1 = FAMILY_FPU.row("f2xm1", "D9 F0", "", "x87>x87", 0, 20);
    X86Row FYL2X = FAMILY_FPU.row("fyl2x", "D9 F1", "", "x87>x87", 0, 20);
    X86Row FPTAN = FAMILY_FPU.row("fptan", "D9 F2", "", "x87>x87", 0, 20);
    X86Row FPATAN = FAMILY_FPU.row("fpatan", "D9 F3", "", "x87>x87", 0, 20);
    X86Row FXTRACT = FAMILY_FPU.row("fxtract", "D9 F4", "", "x87>x87", 0, 20);
    X86Row FPREM1 = FAMILY_FPU.row("fprem1", "D9 F5", "", "x87>x87", 0, 20);
    X86Row FDECSTP = FAMILY_FPU.row("fdecstp", "D9 F6", "", "x87>x87", 0, 20);
    X86Row FINCSTP = FAMILY_FPU.row("fincstp", "D9 F7", "", "x87>x87", 0, 20);
    X86Row FPREM = FAMILY_FPU.row("fprem", "D9 F8", "", "x87>x87", 0, 20);
    X86Row FYL2XP1 = FAMILY_FPU.row("fyl2xp1", "D9 F9", "", "x87>x87", 0, 20);
    X86Row FSQRT = FAMILY_FPU.row("fsqrt", "D9 FA", "", "x87>x87", 0, 20);
    X86Row FSINCOS = FAMILY_FPU.row("fsincos", "D9 FB", "", "x87>x87", 0, 20);
    X86Row FRNDINT = FAMILY_FPU.row("frndint", "D9 FC", "", "x87>x87", 0, 20);
    X86Row FSCALE = FAMILY_FPU.row("fscale", "D9 FD", "", "x87>x87", 0, 20);
    X86Row FSIN = FAMILY_FPU.row("fsin", "D9 FE", "", "x87>x87", 0, 20);
    X86Row FCOS = FAMILY_FPU.row("fcos", "D9 FF", "", "x87>x87", 0, 20);

    // --- comparisons ---------------------------------------------------------------------------------------------------

    X86Row FCOM_ST = FAMILY_FPU.row("fcom", "D8 D0 +r", "st", "x87>x87");
    X86Row FCOM = FAMILY_FPU.row("fcom", "D8 D1", "", "x87>x87", ALTERNATE);
    X86Row FCOMP_ST = FAMILY_FPU.row("fcomp", "D8 D8 +r", "st", "x87>x87");
    X86Row FCOMP = FAMILY_FPU.row("fcomp", "D8 D9", "", "x87>x87", ALTERNATE);
    X86Row FUCOM_ST = FAMILY_FPU.row("fucom", "DD E0 +r", "st", "x87>x87");
    X86Row FUCOM = FAMILY_FPU.row("fucom", "DD E1", "", "x87>x87", ALTERNATE);
    X86Row FUCOMP_ST = FAMILY_FPU.row("fucomp", "DD E8 +r", "st", "x87>x87");
    X86Row FUCOMP = FAMILY_FPU.row("fucomp", "DD E9", "", "x87>x87", ALTERNATE);
    X86Row FCOM_M32 = FAMILY_FPU.row("fcoms", "D8 /2", "m32", "x87>x87");
    X86Row FCOM_M64 = FAMILY_FPU.row("fcoml", "DC /2", "m64", "x87>x87");
    X86Row FICOM_M32 = FAMILY_FPU.row("ficoml", "DA /2", "m32", "x87>x87");
    X86Row FICOM_M16 = FAMILY_FPU.row("ficoms", "DE /2", "m16", "x87>x87");
    X86Row FCOMP_M32 = FAMILY_FPU.row("fcomps", "D8 /3", "m32", "x87>x87");
    X86Row FCOMP_M64 = FAMILY_FPU.row("fcompl", "DC /3", "m64", "x87>x87");
    X86Row FICOMP_M32 = FAMILY_FPU.row("ficompl", "DA /3", "m32", "x87>x87");
    X86Row FICOMP_M16 = FAMILY_FPU.row("ficomps", "DE /3", "m16", "x87>x87");
    X86Row FCOMPP = FAMILY_FPU.row("fcompp", "DE D9", "", "x87>x87");
    X86Row FUCOMPP = FAMILY_FPU.row("fucompp", "DA E9", "", "x87>x87");
    X86Row FTST = FAMILY_FPU.row("ftst", "D9 E4", "", "x87>x87");
    X86Row FXAM = FAMILY_FPU.row("fxam", "D9 E5", "", "x87>x87");
    X86Row FCOMI_ST0_ST = FAMILY_FPU.row("fcomi", "DB F0 +r", "st0 st", "x87>x87 flags", 0, 3);
    X86Row FCOMI_ST = FAMILY_FPU.row("fcomi", "DB F0 +r", "st", "x87>x87 flags", ALTERNATE, 3);
    X86Row FCOMI = FAMILY_FPU.row("fcomi", "DB F1", "", "x87>x87 flags", ALTERNATE, 3);
    X86Row FCOMIP_ST0_ST = FAMILY_FPU.row("fcomip fcompi", "DF F0 +r", "st0 st", "x87>x87 flags", 0, 3);
    X86Row FCOMIP_ST = FAMILY_FPU.row("fcomip fcompi", "DF F0 +r", "st", "x87>x87 flags", ALTERNATE, 3);
    X86Row FCOMIP = FAMILY_FPU.row("fcomip fcompi", "DF F1", "", "x87>x87 flags", ALTERNATE, 3);
    X86Row FUCOMI_ST0_ST = FAMILY_FPU.row("fucomi", "DB E8 +r", "st0 st", "x87>x87 flags", 0, 3);
    X86Row FUCOMI_ST = FAMILY_FPU.row("fucomi", "DB E8 +r", "st", "x87>x87 flags", ALTERNATE, 3);
    X86Row FUCOMI = FAMILY_FPU.row("fucomi", "DB E9", "", "x87>x87 flags", ALTERNATE, 3);
    X86Row FUCOMIP_ST0_ST = FAMILY_FPU.row("fucomip fucompi", "DF E8 +r", "st0 st", "x87>x87 flags", 0, 3);
    X86Row FUCOMIP_ST = FAMILY_FPU.row("fucomip fucompi", "DF E8 +r", "st", "x87>x87 flags", ALTERNATE, 3);
    X86Row FUCOMIP = FAMILY_FPU.row("fucomip fucompi", "DF E9", "", "x87>x87 flags", ALTERNATE, 3);
    X86Row FCMOVB_ST0_ST = FAMILY_FPU.row("fcmovb", "DA C0 +r", "+st0 st", "x87 flags>x87");
    X86Row FCMOVE_ST0_ST = FAMILY_FPU.row("fcmove", "DA C8 +r", "+st0 st", "x87 flags>x87");
    X86Row FCMOVBE_ST0_ST = FAMILY_FPU.row("fcmovbe", "DA D0 +r", "+st0 st", "x87 flags>x87");
    X86Row FCMOVU_ST0_ST = FAMILY_FPU.row("fcmovu", "DA D8 +r", "+st0 st", "x87 flags>x87");
    X86Row FCMOVNB_ST0_ST = FAMILY_FPU.row("fcmovnb fcmovae", "DB C0 +r", "+st0 st", "x87 flags>x87");
    X86Row FCMOVNE_ST0_ST = FAMILY_FPU.row("fcmovne", "DB C8 +r", "+st0 st", "x87 flags>x87");
    X86Row FCMOVNBE_ST0_ST = FAMILY_FPU.row("fcmovnbe fcmova", "DB D0 +r", "+st0 st", "x87 flags>x87");
    X86Row FCMOVNU_ST0_ST = FAMILY_FPU.row("fcmovnu", "DB D8 +r", "+st0 st", "x87 flags>x87");

    // --- control -------------------------------------------------------------------------------------------------------

    X86Row FLDCW_M16 = FAMILY_FPU.row("fldcw", "D9 /5", "m16", ">fpcw", SIDE_EFFECT);
    X86Row FNSTCW_M16 = FAMILY_FPU.row("fnstcw", "D9 /7", "=m16", "fpcw");
    X86Row FSTCW_M16 = FAMILY_FPU.row("fstcw", "9B D9 /7", "=m16", "fpcw");
    X86Row FNSTSW_AX = FAMILY_FPU.row("fnstsw", "DF E0", "=ax", "x87");
    X86Row FNSTSW_M16 = FAMILY_FPU.row("fnstsw", "DD /7", "=m16", "x87");
    X86Row FNSTSW = FAMILY_FPU.row("fnstsw", "DF E0", "", "x87>rax", ALTERNATE);
    X86Row FSTSW_AX = FAMILY_FPU.row("fstsw", "9B DF E0", "=ax", "x87");
    X86Row FSTSW_M16 = FAMILY_FPU.row("fstsw", "9B DD /7", "=m16", "x87");
    X86Row FSTSW = FAMILY_FPU.row("fstsw", "9B DF E0", "", "x87>rax", ALTERNATE);
    X86Row FNINIT = FAMILY_FPU.row("fninit", "DB E3", "", "x87 fpcw>x87 fpcw", SIDE_EFFECT);
    X86Row FINIT = FAMILY_FPU.row("finit", "9B DB E3", "", "x87 fpcw>x87 fpcw", SIDE_EFFECT);
    X86Row FNCLEX = FAMILY_FPU.row("fnclex", "DB E2", "", "x87 fpcw>x87 fpcw", SIDE_EFFECT);
    X86Row FCLEX = FAMILY_FPU.row("fclex", "9B DB E2", "", "x87 fpcw>x87 fpcw", SIDE_EFFECT);
    X86Row FNOP = FAMILY_FPU.row("fnop", "D9 D0", "", "x87 fpcw>x87 fpcw", SIDE_EFFECT);
    X86Row FLDENV_M = FAMILY_FPU.row("fldenv", "D9 /4", "m", "x87 fpcw>x87 fpcw", SIDE_EFFECT | MAY_LOAD);
    X86Row FNSTENV_M = FAMILY_FPU.row("fnstenv", "D9 /6", "m", "x87 fpcw>x87 fpcw", SIDE_EFFECT | MAY_STORE);
    X86Row FSTENV_M = FAMILY_FPU.row("fstenv", "9B D9 /6", "m", "x87 fpcw>x87 fpcw", SIDE_EFFECT | MAY_STORE);
    X86Row FRSTOR_M = FAMILY_FPU.row("frstor", "DD /4", "m", "x87 fpcw>x87 fpcw", SIDE_EFFECT | MAY_LOAD);
    X86Row FNSAVE_M = FAMILY_FPU.row("fnsave", "DD /6", "m", "x87 fpcw>x87 fpcw", SIDE_EFFECT | MAY_STORE);
    X86Row FSAVE_M = FAMILY_FPU.row("fsave", "9B DD /6", "m", "x87 fpcw>x87 fpcw", SIDE_EFFECT | MAY_STORE);
    X86Row FFREE_ST = FAMILY_FPU.row("ffree", "DD C0 +r", "st", ">x87");
    X86Row FFREEP_ST = FAMILY_FPU.row("ffreep", "DF C0 +r", "st", "x87>x87");
    X86Row FWAIT = FAMILY_FPU.row("fwait wait", "9B", "", "", SIDE_EFFECT);
    X86Row EMMS = FAMILY_FPU.row("emms", "0F 77", "", ">x87", SIDE_EFFECT);
}
