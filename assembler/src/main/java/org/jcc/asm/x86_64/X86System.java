package org.jcc.asm.x86_64;

import static org.jcc.asm.Row.*;

import org.jcc.asm.Row;

/**
 * Instructions that C libraries and system headers use in inline assembly: processor identification, model-specific
 * and segment registers, descriptor tables, cache control, ports, system calls; and the prefixes, which may stand alone
 * as instructions ({@code rep; stosb}).
 */
interface X86System {
    X86Table FAMILY_SYSTEM = new X86Table(1400, 1700);

    // --- processor state -----------------------------------------------------------------------------------------------

    X86Row CPUID = FAMILY_SYSTEM.row("cpuid", "0F A2", "", "rax rcx>rax rbx rcx rdx", SIDE_EFFECT);
    X86Row RDTSC = FAMILY_SYSTEM.row("rdtsc", "0F 31", "", ">rax rdx", SIDE_EFFECT);
    X86Row RDTSCP = FAMILY_SYSTEM.row("rdtscp", "0F 01 F9", "", ">rax rcx rdx", SIDE_EFFECT);
    X86Row RDPMC = FAMILY_SYSTEM.row("rdpmc", "0F 33", "", "rcx>rax rdx", SIDE_EFFECT);
    X86Row RDMSR = FAMILY_SYSTEM.row("rdmsr", "0F 32", "", "rcx>rax rdx", SIDE_EFFECT);
    X86Row WRMSR = FAMILY_SYSTEM.row("wrmsr", "0F 30", "", "rax rcx rdx", SIDE_EFFECT);
    X86Row XGETBV = FAMILY_SYSTEM.row("xgetbv", "0F 01 D0", "", "rcx>rax rdx", SIDE_EFFECT);
    X86Row XSETBV = FAMILY_SYSTEM.row("xsetbv", "0F 01 D1", "", "rax rcx rdx", SIDE_EFFECT);
    X86Row LDMXCSR_M32 = FAMILY_SYSTEM.row("ldmxcsr", "0F AE /2", "m32", ">mxcsr", SIDE_EFFECT);
    X86Row STMXCSR_M32 = FAMILY_SYSTEM.row("stmxcsr", "0F AE /3", "=m32", "mxcsr", SIDE_EFFECT);
    X86Row FXSAVE_M = FAMILY_SYSTEM.row("fxsave", "0F AE /0", "m", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row FXSAVE64_M = FAMILY_SYSTEM.row("fxsave64 fxsaveq", "REX.W 0F AE /0", "m", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row FXRSTOR_M = FAMILY_SYSTEM.row("fxrstor", "0F AE /1", "m", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row FXRSTOR64_M = FAMILY_SYSTEM.row("fxrstor64 fxrstorq", "REX.W 0F AE /1", "m", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVE_M = FAMILY_SYSTEM.row("xsave", "0F AE /4", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVE64_M = FAMILY_SYSTEM.row("xsave64", "REX.W 0F AE /4", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XRSTOR_M = FAMILY_SYSTEM.row("xrstor", "0F AE /5", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XRSTOR64_M = FAMILY_SYSTEM.row("xrstor64", "REX.W 0F AE /5", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVEOPT_M = FAMILY_SYSTEM.row("xsaveopt", "0F AE /6", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVEOPT64_M = FAMILY_SYSTEM.row("xsaveopt64", "REX.W 0F AE /6", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVEC_M = FAMILY_SYSTEM.row("xsavec", "0F C7 /4", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVEC64_M = FAMILY_SYSTEM.row("xsavec64", "REX.W 0F C7 /4", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVES_M = FAMILY_SYSTEM.row("xsaves", "0F C7 /5", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XSAVES64_M = FAMILY_SYSTEM.row("xsaves64", "REX.W 0F C7 /5", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XRSTORS_M = FAMILY_SYSTEM.row("xrstors", "0F C7 /3", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row XRSTORS64_M = FAMILY_SYSTEM.row("xrstors64", "REX.W 0F C7 /3", "m", "rax rdx", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row RDFSBASE_R32 = FAMILY_SYSTEM.row("rdfsbasel rdfsbase.", "F3 0F AE /0", "=r32", "", SIDE_EFFECT);
    X86Row RDFSBASE_R64 = FAMILY_SYSTEM.row("rdfsbaseq rdfsbase.", "F3 REX.W 0F AE /0", "=r64", "", SIDE_EFFECT);
    X86Row RDGSBASE_R32 = FAMILY_SYSTEM.row("rdgsbasel rdgsbase.", "F3 0F AE /1", "=r32", "", SIDE_EFFECT);
    X86Row RDGSBASE_R64 = FAMILY_SYSTEM.row("rdgsbaseq rdgsbase.", "F3 REX.W 0F AE /1", "=r64", "", SIDE_EFFECT);
    X86Row WRFSBASE_R32 = FAMILY_SYSTEM.row("wrfsbasel wrfsbase.", "F3 0F AE /2", "r32", "", SIDE_EFFECT);
    X86Row WRFSBASE_R64 = FAMILY_SYSTEM.row("wrfsbaseq wrfsbase.", "F3 REX.W 0F AE /2", "r64", "", SIDE_EFFECT);
    X86Row WRGSBASE_R32 = FAMILY_SYSTEM.row("wrgsbasel wrgsbase.", "F3 0F AE /3", "r32", "", SIDE_EFFECT);
    X86Row WRGSBASE_R64 = FAMILY_SYSTEM.row("wrgsbaseq wrgsbase.", "F3 REX.W 0F AE /3", "r64", "", SIDE_EFFECT);
    X86Row RDRAND_R16 = FAMILY_SYSTEM.row("rdrandw rdrand.", "66 0F C7 /6", "=r16", ">flags", SIDE_EFFECT);
    X86Row RDRAND_R32 = FAMILY_SYSTEM.row("rdrandl rdrand.", "0F C7 /6", "=r32", ">flags", SIDE_EFFECT);
    X86Row RDRAND_R64 = FAMILY_SYSTEM.row("rdrandq rdrand.", "REX.W 0F C7 /6", "=r64", ">flags", SIDE_EFFECT);
    X86Row RDSEED_R16 = FAMILY_SYSTEM.row("rdseedw rdseed.", "66 0F C7 /7", "=r16", ">flags", SIDE_EFFECT);
    X86Row RDSEED_R32 = FAMILY_SYSTEM.row("rdseedl rdseed.", "0F C7 /7", "=r32", ">flags", SIDE_EFFECT);
    X86Row RDSEED_R64 = FAMILY_SYSTEM.row("rdseedq rdseed.", "REX.W 0F C7 /7", "=r64", ">flags", SIDE_EFFECT);
    X86Row RDPID_R64 = FAMILY_SYSTEM.row("rdpid", "F3 0F C7 /7", "=r64", "", SIDE_EFFECT);
    X86Row RDSSPD_R32 = FAMILY_SYSTEM.row("rdsspd", "F3 0F 1E /1", "+r32", "", SIDE_EFFECT);
    X86Row RDSSPQ_R64 = FAMILY_SYSTEM.row("rdsspq", "F3 REX.W 0F 1E /1", "+r64", "", SIDE_EFFECT);
    X86Row INCSSPD_R32 = FAMILY_SYSTEM.row("incsspd", "F3 0F AE /5", "r32", "", SIDE_EFFECT);
    X86Row INCSSPQ_R64 = FAMILY_SYSTEM.row("incsspq", "F3 REX.W 0F AE /5", "r64", "", SIDE_EFFECT);
    X86Row RSTORSSP_M64 = FAMILY_SYSTEM.row("rstorssp", "F3 0F 01 /5", "m64", "", SIDE_EFFECT);
    X86Row SAVEPREVSSP = FAMILY_SYSTEM.row("saveprevssp", "F3 0F 01 EA", "", "", SIDE_EFFECT);
    X86Row RDPKRU = FAMILY_SYSTEM.row("rdpkru", "0F 01 EE", "", "rcx>rax rdx", SIDE_EFFECT);
    X86Row WRPKRU = FAMILY_SYSTEM.row("wrpkru", "0F 01 EF", "", "rax rcx rdx", SIDE_EFFECT);

    // --- caches --------------------------------------------------------------------------------------------------------

    X86Row CLFLUSH_M8 = FAMILY_SYSTEM.row("clflush", "0F AE /7", "m8", "", SIDE_EFFECT);
    X86Row CLFLUSHOPT_M8 = FAMILY_SYSTEM.row("clflushopt", "66 0F AE /7", "m8", "", SIDE_EFFECT);
    X86Row CLWB_M8 = FAMILY_SYSTEM.row("clwb", "66 0F AE /6", "m8", "", SIDE_EFFECT);
    X86Row CLDEMOTE_M8 = FAMILY_SYSTEM.row("cldemote", "0F 1C /0", "m8", "", SIDE_EFFECT);
    X86Row PREFETCHNTA_M8 = FAMILY_SYSTEM.row("prefetchnta", "0F 18 /0", "*m8", "", SIDE_EFFECT);
    X86Row PREFETCHT0_M8 = FAMILY_SYSTEM.row("prefetcht0", "0F 18 /1", "*m8", "", SIDE_EFFECT);
    X86Row PREFETCHT1_M8 = FAMILY_SYSTEM.row("prefetcht1", "0F 18 /2", "*m8", "", SIDE_EFFECT);
    X86Row PREFETCHT2_M8 = FAMILY_SYSTEM.row("prefetcht2", "0F 18 /3", "*m8", "", SIDE_EFFECT);
    X86Row PREFETCH_M8 = FAMILY_SYSTEM.row("prefetch", "0F 0D /0", "*m8", "", SIDE_EFFECT);
    X86Row PREFETCHW_M8 = FAMILY_SYSTEM.row("prefetchw", "0F 0D /1", "*m8", "", SIDE_EFFECT);
    X86Row INVD = FAMILY_SYSTEM.row("invd", "0F 08", "", "", SIDE_EFFECT);
    X86Row WBINVD = FAMILY_SYSTEM.row("wbinvd", "0F 09", "", "", SIDE_EFFECT);
    X86Row WBNOINVD = FAMILY_SYSTEM.row("wbnoinvd", "F3 0F 09", "", "", SIDE_EFFECT);
    X86Row INVLPG_M8 = FAMILY_SYSTEM.row("invlpg", "0F 01 /7", "*m8", "", SIDE_EFFECT);
    X86Row INVPCID_R64_M128 = FAMILY_SYSTEM.row("invpcid", "66 0F 38 82 /r", "r64 m128", "", SIDE_EFFECT);

    // --- calls into the system -----------------------------------------------------------------------------------------

    X86Row SYSCALL = FAMILY_SYSTEM.row("syscall", "0F 05", "", "rax>rcx r11 rax", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row SYSRETL = FAMILY_SYSTEM.row("sysretl sysret", "0F 07", "", "rcx r11", SIDE_EFFECT | RET);
    X86Row SYSRETQ = FAMILY_SYSTEM.row("sysretq", "REX.W 0F 07", "", "rcx r11", SIDE_EFFECT | RET);
    X86Row SYSENTER = FAMILY_SYSTEM.row("sysenter", "0F 34", "", "", SIDE_EFFECT);
    X86Row SYSEXITL = FAMILY_SYSTEM.row("sysexitl sysexit", "0F 35", "", "", SIDE_EFFECT | RET);
    X86Row SYSEXITQ = FAMILY_SYSTEM.row("sysexitq", "REX.W 0F 35", "", "", SIDE_EFFECT | RET);
    X86Row INT3 = FAMILY_SYSTEM.row("int3", "CC", "", "", SIDE_EFFECT);
    X86Row INT_THREE = FAMILY_SYSTEM.row("int", "CC", "three", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row INT_U8 = FAMILY_SYSTEM.row("int", "CD ib", "u8", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row INT1 = FAMILY_SYSTEM.row("int1 icebp", "F1", "", "", SIDE_EFFECT);
    X86Row IRETL = FAMILY_SYSTEM.row("iretl iret", "CF", "", "", SIDE_EFFECT | RET);
    X86Row IRETQ = FAMILY_SYSTEM.row("iretq", "REX.W CF", "", "", SIDE_EFFECT | RET);
    X86Row IRETW = FAMILY_SYSTEM.row("iretw", "66 CF", "", "", SIDE_EFFECT | RET);
    X86Row LRETL = FAMILY_SYSTEM.row("lretl lret", "CB", "", "rsp>rsp", SIDE_EFFECT | RET);
    X86Row LRETQ = FAMILY_SYSTEM.row("lretq", "REX.W CB", "", "rsp>rsp", SIDE_EFFECT | RET);
    X86Row LRETL_U16 = FAMILY_SYSTEM.row("lretl lret", "CA iw", "u16", "rsp>rsp", SIDE_EFFECT | RET);
    X86Row LRETQ_U16 = FAMILY_SYSTEM.row("lretq", "REX.W CA iw", "u16", "rsp>rsp", SIDE_EFFECT | RET);
    X86Row LJMPL_M = FAMILY_SYSTEM.row("ljmpl ljmp", "FF /5", "m", "", SIDE_EFFECT | JUMP);
    X86Row LJMPQ_M = FAMILY_SYSTEM.row("ljmpq", "REX.W FF /5", "m", "", SIDE_EFFECT | JUMP);
    X86Row LCALLL_M = FAMILY_SYSTEM.row("lcalll lcall", "FF /3", "m", "", SIDE_EFFECT | CALL);
    X86Row LCALLQ_M = FAMILY_SYSTEM.row("lcallq", "REX.W FF /3", "m", "", SIDE_EFFECT | CALL);
    X86Row HLT = FAMILY_SYSTEM.row("hlt", "F4", "", "", SIDE_EFFECT);
    X86Row CLI = FAMILY_SYSTEM.row("cli", "FA", "", ">flags", SIDE_EFFECT);
    X86Row STI = FAMILY_SYSTEM.row("sti", "FB", "", ">flags", SIDE_EFFECT);
    X86Row SWAPGS = FAMILY_SYSTEM.row("swapgs", "0F 01 F8", "", "", SIDE_EFFECT);
    X86Row CLTS = FAMILY_SYSTEM.row("clts", "0F 06", "", "", SIDE_EFFECT);
    X86Row STAC = FAMILY_SYSTEM.row("stac", "0F 01 CB", "", "", SIDE_EFFECT);
    X86Row CLAC = FAMILY_SYSTEM.row("clac", "0F 01 CA", "", "", SIDE_EFFECT);
    X86Row MONITOR = FAMILY_SYSTEM.row("monitor", "0F 01 C8", "", "rax rcx rdx", SIDE_EFFECT);
    X86Row MWAIT = FAMILY_SYSTEM.row("mwait", "0F 01 C9", "", "rax rcx", SIDE_EFFECT);
    X86Row XBEGIN_REL = FAMILY_SYSTEM.row("xbegin", "C7 F8 cd", "rel", ">rax", SIDE_EFFECT);
    X86Row XABORT_U8 = FAMILY_SYSTEM.row("xabort", "C6 F8 ib", "u8", "", SIDE_EFFECT);
    X86Row XEND = FAMILY_SYSTEM.row("xend", "0F 01 D5", "", "", SIDE_EFFECT);
    X86Row XTEST = FAMILY_SYSTEM.row("xtest", "0F 01 D6", "", ">flags", SIDE_EFFECT);
    X86Row VMCALL = FAMILY_SYSTEM.row("vmcall", "0F 01 C1", "", "", SIDE_EFFECT);
    X86Row VMMCALL = FAMILY_SYSTEM.row("vmmcall", "0F 01 D9", "", "", SIDE_EFFECT);
    X86Row SERIALIZE = FAMILY_SYSTEM.row("serialize", "0F 01 E8", "", "", SIDE_EFFECT);
    X86Row RSM = FAMILY_SYSTEM.row("rsm", "0F AA", "", "", SIDE_EFFECT);

    // --- ports ---------------------------------------------------------------------------------------------------------

    X86Row IN_AL_U8 = FAMILY_SYSTEM.row("inb in.", "E4 ib", "=al u8", "", SIDE_EFFECT);
    X86Row IN_AL_DX = FAMILY_SYSTEM.row("inb in.", "EC", "=al dx", "", SIDE_EFFECT);
    X86Row OUT_U8_AL = FAMILY_SYSTEM.row("outb out.", "E6 ib", "u8 al", "", SIDE_EFFECT);
    X86Row OUT_DX_AL = FAMILY_SYSTEM.row("outb out.", "EE", "dx al", "", SIDE_EFFECT);
    X86Row IN8_DX = FAMILY_SYSTEM.row("inb", "EC", "dx", ">rax", SIDE_EFFECT | ALTERNATE);
    X86Row OUT8_DX = FAMILY_SYSTEM.row("outb", "EE", "dx", "rax", SIDE_EFFECT | ALTERNATE);
    X86Row IN_AX_U8 = FAMILY_SYSTEM.row("inw in.", "66 E5 ib", "=ax u8", "", SIDE_EFFECT);
    X86Row IN_AX_DX = FAMILY_SYSTEM.row("inw in.", "66 ED", "=ax dx", "", SIDE_EFFECT);
    X86Row OUT_U8_AX = FAMILY_SYSTEM.row("outw out.", "66 E7 ib", "u8 ax", "", SIDE_EFFECT);
    X86Row OUT_DX_AX = FAMILY_SYSTEM.row("outw out.", "66 EF", "dx ax", "", SIDE_EFFECT);
    X86Row IN16_DX = FAMILY_SYSTEM.row("inw", "66 ED", "dx", ">rax", SIDE_EFFECT | ALTERNATE);
    X86Row OUT16_DX = FAMILY_SYSTEM.row("outw", "66 EF", "dx", "rax", SIDE_EFFECT | ALTERNATE);
    X86Row IN_EAX_U8 = FAMILY_SYSTEM.row("inl in.", "E5 ib", "=eax u8", "", SIDE_EFFECT);
    X86Row IN_EAX_DX = FAMILY_SYSTEM.row("inl in.", "ED", "=eax dx", "", SIDE_EFFECT);
    X86Row OUT_U8_EAX = FAMILY_SYSTEM.row("outl out.", "E7 ib", "u8 eax", "", SIDE_EFFECT);
    X86Row OUT_DX_EAX = FAMILY_SYSTEM.row("outl out.", "EF", "dx eax", "", SIDE_EFFECT);
    X86Row IN32_DX = FAMILY_SYSTEM.row("inl", "ED", "dx", ">rax", SIDE_EFFECT | ALTERNATE);
    X86Row OUT32_DX = FAMILY_SYSTEM.row("outl", "EF", "dx", "rax", SIDE_EFFECT | ALTERNATE);

    // --- segments and descriptor tables --------------------------------------------------------------------------------

    X86Row MOV_R32_SREG = FAMILY_SYSTEM.row("movl mov movw", "8C /r", "=r32 sreg");
    X86Row MOV_R64_SREG = FAMILY_SYSTEM.row("movq mov", "REX.W 8C /r", "=r64 sreg");
    X86Row MOV_R16_SREG = FAMILY_SYSTEM.row("movw mov", "66 8C /r", "=r16 sreg");
    X86Row MOV_M16_SREG = FAMILY_SYSTEM.row("movw mov", "8C /r", "=m16 sreg");
    X86Row MOV_SREG_R32 = FAMILY_SYSTEM.row("movl mov movw", "8E /r", "=sreg r32", "", SIDE_EFFECT);
    X86Row MOV_SREG_R64 = FAMILY_SYSTEM.row("movq mov", "REX.W 8E /r", "=sreg r64", "", SIDE_EFFECT);
    X86Row MOV_SREG_RM16 = FAMILY_SYSTEM.row("movw mov", "8E /r", "=sreg rm16", "", SIDE_EFFECT);
    X86Row MOV_R64_CR = FAMILY_SYSTEM.row("movq mov", "0F 20 /r", "=r64 cr", "", SIDE_EFFECT);
    X86Row MOV_CR_R64 = FAMILY_SYSTEM.row("movq mov", "0F 22 /r", "=cr r64", "", SIDE_EFFECT);
    X86Row MOV_R64_DR = FAMILY_SYSTEM.row("movq mov", "0F 21 /r", "=r64 dr", "", SIDE_EFFECT);
    X86Row MOV_DR_R64 = FAMILY_SYSTEM.row("movq mov", "0F 23 /r", "=dr r64", "", SIDE_EFFECT);
    X86Row LAR_R16_RM16 = FAMILY_SYSTEM.row("larw lar.", "66 0F 02 /r", "=r16 rm16", ">flags", SIDE_EFFECT);
    X86Row LSL_R16_RM16 = FAMILY_SYSTEM.row("lslw lsl.", "66 0F 03 /r", "=r16 rm16", ">flags", SIDE_EFFECT);
    X86Row LAR_R32_RM16 = FAMILY_SYSTEM.row("larl lar.", "0F 02 /r", "=r32 rm16", ">flags", SIDE_EFFECT);
    X86Row LSL_R32_RM16 = FAMILY_SYSTEM.row("lsll lsl.", "0F 03 /r", "=r32 rm16", ">flags", SIDE_EFFECT);
    X86Row LAR_R64_RM16 = FAMILY_SYSTEM.row("larq lar.", "REX.W 0F 02 /r", "=r64 rm16", ">flags", SIDE_EFFECT);
    X86Row LSL_R64_RM16 = FAMILY_SYSTEM.row("lslq lsl.", "REX.W 0F 03 /r", "=r64 rm16", ">flags", SIDE_EFFECT);
    X86Row LAR_R32_R32M16 = FAMILY_SYSTEM.row("larl lar.", "0F 02 /r", "=r32 r32m16", ">flags", SIDE_EFFECT | ALTERNATE);
    X86Row LSL_R32_R32M16 = FAMILY_SYSTEM.row("lsll lsl.", "0F 03 /r", "=r32 r32m16", ">flags", SIDE_EFFECT | ALTERNATE);
    X86Row LAR_R64_R32M16 = FAMILY_SYSTEM.row("larq lar.", "REX.W 0F 02 /r", "=r64 r32m16", ">flags", SIDE_EFFECT | ALTERNATE);
    X86Row LSL_R64_R32M16 = FAMILY_SYSTEM.row("lslq lsl.", "REX.W 0F 03 /r", "=r64 r32m16", ">flags", SIDE_EFFECT | ALTERNATE);
    X86Row SGDT_M = FAMILY_SYSTEM.row("sgdt sgdtq", "0F 01 /0", "m", "", SIDE_EFFECT);
    X86Row SIDT_M = FAMILY_SYSTEM.row("sidt sidtq", "0F 01 /1", "m", "", SIDE_EFFECT);
    X86Row LGDT_M = FAMILY_SYSTEM.row("lgdt lgdtq", "0F 01 /2", "m", "", SIDE_EFFECT);
    X86Row LIDT_M = FAMILY_SYSTEM.row("lidt lidtq", "0F 01 /3", "m", "", SIDE_EFFECT);
    X86Row LLDT_RM16 = FAMILY_SYSTEM.row("lldt lldtw", "0F 00 /2", "rm16", "", SIDE_EFFECT);
    X86Row LTR_RM16 = FAMILY_SYSTEM.row("ltr ltrw", "0F 00 /3", "rm16", "", SIDE_EFFECT);
    X86Row VERR_RM16 = FAMILY_SYSTEM.row("verr verrw", "0F 00 /4", "rm16", ">flags", SIDE_EFFECT);
    X86Row VERW_RM16 = FAMILY_SYSTEM.row("verw verww", "0F 00 /5", "rm16", ">flags", SIDE_EFFECT);
    X86Row LMSW_RM16 = FAMILY_SYSTEM.row("lmsw lmsww", "0F 01 /6", "rm16", "", SIDE_EFFECT);
    X86Row SLDT_R16 = FAMILY_SYSTEM.row("sldtw sldt.", "66 0F 00 /0", "=r16", "", SIDE_EFFECT);
    X86Row SLDT_R32 = FAMILY_SYSTEM.row("sldtl sldt.", "0F 00 /0", "=r32", "", SIDE_EFFECT);
    X86Row SLDT_R64 = FAMILY_SYSTEM.row("sldtq sldt.", "REX.W 0F 00 /0", "=r64", "", SIDE_EFFECT);
    X86Row SLDT_M16 = FAMILY_SYSTEM.row("sldt sldtw", "0F 00 /0", "=m16", "", SIDE_EFFECT);
    X86Row STR_R16 = FAMILY_SYSTEM.row("strw str.", "66 0F 00 /1", "=r16", "", SIDE_EFFECT);
    X86Row STR_R32 = FAMILY_SYSTEM.row("strl str.", "0F 00 /1", "=r32", "", SIDE_EFFECT);
    X86Row STR_R64 = FAMILY_SYSTEM.row("strq str.", "REX.W 0F 00 /1", "=r64", "", SIDE_EFFECT);
    X86Row STR_M16 = FAMILY_SYSTEM.row("str strw", "0F 00 /1", "=m16", "", SIDE_EFFECT);
    X86Row SMSW_R16 = FAMILY_SYSTEM.row("smsww smsw.", "66 0F 01 /4", "=r16", "", SIDE_EFFECT);
    X86Row SMSW_R32 = FAMILY_SYSTEM.row("smswl smsw.", "0F 01 /4", "=r32", "", SIDE_EFFECT);
    X86Row SMSW_R64 = FAMILY_SYSTEM.row("smswq smsw.", "REX.W 0F 01 /4", "=r64", "", SIDE_EFFECT);
    X86Row SMSW_M16 = FAMILY_SYSTEM.row("smsw smsww", "0F 01 /4", "=m16", "", SIDE_EFFECT);
    X86Row LSS_R16_M = FAMILY_SYSTEM.row("lssw lss.", "66 0F B2 /r", "=r16 m", "", SIDE_EFFECT);
    X86Row LFS_R16_M = FAMILY_SYSTEM.row("lfsw lfs.", "66 0F B4 /r", "=r16 m", "", SIDE_EFFECT);
    X86Row LGS_R16_M = FAMILY_SYSTEM.row("lgsw lgs.", "66 0F B5 /r", "=r16 m", "", SIDE_EFFECT);
    X86Row LSS_R32_M = FAMILY_SYSTEM.row("lssl lss.", "0F B2 /r", "=r32 m", "", SIDE_EFFECT);
    X86Row LFS_R32_M = FAMILY_SYSTEM.row("lfsl lfs.", "0F B4 /r", "=r32 m", "", SIDE_EFFECT);
    X86Row LGS_R32_M = FAMILY_SYSTEM.row("lgsl lgs.", "0F B5 /r", "=r32 m", "", SIDE_EFFECT);
    X86Row LSS_R64_M = FAMILY_SYSTEM.row("lssq lss.", "REX.W 0F B2 /r", "=r64 m", "", SIDE_EFFECT);
    X86Row LFS_R64_M = FAMILY_SYSTEM.row("lfsq lfs.", "REX.W 0F B4 /r", "=r64 m", "", SIDE_EFFECT);
    X86Row LGS_R64_M = FAMILY_SYSTEM.row("lgsq lgs.", "REX.W 0F B5 /r", "=r64 m", "", SIDE_EFFECT);

    // --- prefixes written as instructions ------------------------------------------------------------------------------

    X86Row PREFIX_LOCK = FAMILY_SYSTEM.row("lock", "F0", "", "", PREFIX);
    X86Row PREFIX_REPNE = FAMILY_SYSTEM.row("repne repnz", "F2", "", "", PREFIX);
    X86Row PREFIX_REP = FAMILY_SYSTEM.row("rep repe repz", "F3", "", "", PREFIX);
    X86Row PREFIX_DATA16 = FAMILY_SYSTEM.row("data16", "66", "", "", PREFIX);
    X86Row PREFIX_ADDR32 = FAMILY_SYSTEM.row("addr32", "67", "", "", PREFIX);
    X86Row PREFIX_REX64 = FAMILY_SYSTEM.row("rex64 rex.w rex.W", "48", "", "", PREFIX);
    X86Row PREFIX_REX = FAMILY_SYSTEM.row("rex", "40", "", "", PREFIX);
    X86Row PREFIX_CS = FAMILY_SYSTEM.row("cs", "2E", "", "", PREFIX);
    X86Row PREFIX_SS = FAMILY_SYSTEM.row("ss", "36", "", "", PREFIX);
    X86Row PREFIX_DS = FAMILY_SYSTEM.row("ds", "3E", "", "", PREFIX);
    X86Row PREFIX_ES = FAMILY_SYSTEM.row("es", "26", "", "", PREFIX);
    X86Row PREFIX_FS = FAMILY_SYSTEM.row("fs", "64", "", "", PREFIX);
    X86Row PREFIX_GS = FAMILY_SYSTEM.row("gs", "65", "", "", PREFIX);
    X86Row PREFIX_NOTRACK = FAMILY_SYSTEM.row("notrack", "3E", "", "", PREFIX);
    X86Row PREFIX_XACQUIRE = FAMILY_SYSTEM.row("xacquire", "F2", "", "", PREFIX);
    X86Row PREFIX_XRELEASE = FAMILY_SYSTEM.row("xrelease", "F3", "", "", PREFIX);
    X86Row PREFIX_BND = FAMILY_SYSTEM.row("bnd", "F2", "", "", PREFIX);
}
