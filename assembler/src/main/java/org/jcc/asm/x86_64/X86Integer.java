package org.jcc.asm.x86_64;

import static org.jcc.asm.Row.*;

import org.jcc.asm.Row;

/**
 * The integer instructions of x86-64: arithmetic, moves, shifts, bits, conditions, control flow, stack, atomics, strings,
 * BMI. Intel manual volume 2; one line is one form, read by {@link X86Table}, whose essay explains the columns. Families go
 * by size from 8 to 64 bits; short immediates and accumulator forms come first because the assembler prefers them.
 */
interface X86Integer {
    X86Table FAMILY_INTEGER = new X86Table(0, 800);

    // --- add -----------------------------------------------------------------------------------------------------------

    X86Row ADD_AL_I8 = FAMILY_INTEGER.row("addb add.", "04 ib", "+al i8", ">flags");
    X86Row ADD_RM8_I8 = FAMILY_INTEGER.row("addb add.", "80 /0 ib", "+rm8 i8", ">flags", LOCKABLE);
    X86Row ADD_RM8_R8 = FAMILY_INTEGER.row("addb add.", "00 /r", "+rm8 r8", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row ADD_R8_RM8 = FAMILY_INTEGER.row("addb add.", "02 /r", "+r8 rm8", ">flags", COMMUTATIVE);
    X86Row ADD_RM16_I8 = FAMILY_INTEGER.row("addw add.", "66 83 /0 ib", "+rm16 s8", ">flags", LOCKABLE);
    X86Row ADD_AX_I16 = FAMILY_INTEGER.row("addw add.", "66 05 iw", "+ax i16", ">flags");
    X86Row ADD_RM16_I16 = FAMILY_INTEGER.row("addw add.", "66 81 /0 iw", "+rm16 i16", ">flags", LOCKABLE);
    X86Row ADD_RM16_R16 = FAMILY_INTEGER.row("addw add.", "66 01 /r", "+rm16 r16", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row ADD_R16_RM16 = FAMILY_INTEGER.row("addw add.", "66 03 /r", "+r16 rm16", ">flags", COMMUTATIVE);
    X86Row ADD_RM32_I8 = FAMILY_INTEGER.row("addl add.", "83 /0 ib", "+rm32 s8", ">flags", LOCKABLE);
    X86Row ADD_EAX_I32 = FAMILY_INTEGER.row("addl add.", "05 id", "+eax i32", ">flags");
    X86Row ADD_RM32_I32 = FAMILY_INTEGER.row("addl add.", "81 /0 id", "+rm32 i32", ">flags", LOCKABLE);
    X86Row ADD_RM32_R32 = FAMILY_INTEGER.row("addl add.", "01 /r", "+rm32 r32", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row ADD_R32_RM32 = FAMILY_INTEGER.row("addl add.", "03 /r", "+r32 rm32", ">flags", COMMUTATIVE);
    X86Row ADD_RM64_I8 = FAMILY_INTEGER.row("addq add.", "REX.W 83 /0 ib", "+rm64 s8", ">flags", LOCKABLE);
    X86Row ADD_RAX_I32 = FAMILY_INTEGER.row("addq add.", "REX.W 05 id", "+rax s32", ">flags");
    X86Row ADD_RM64_I32 = FAMILY_INTEGER.row("addq add.", "REX.W 81 /0 id", "+rm64 s32", ">flags", LOCKABLE);
    X86Row ADD_RM64_R64 = FAMILY_INTEGER.row("addq add.", "REX.W 01 /r", "+rm64 r64", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row ADD_R64_RM64 = FAMILY_INTEGER.row("addq add.", "REX.W 03 /r", "+r64 rm64", ">flags", COMMUTATIVE);

    // --- or ------------------------------------------------------------------------------------------------------------

    X86Row OR_AL_I8 = FAMILY_INTEGER.row("orb or.", "0C ib", "+al i8", ">flags");
    X86Row OR_RM8_I8 = FAMILY_INTEGER.row("orb or.", "80 /1 ib", "+rm8 i8", ">flags", LOCKABLE);
    X86Row OR_RM8_R8 = FAMILY_INTEGER.row("orb or.", "08 /r", "+rm8 r8", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row OR_R8_RM8 = FAMILY_INTEGER.row("orb or.", "0A /r", "+r8 rm8", ">flags", COMMUTATIVE);
    X86Row OR_RM16_I8 = FAMILY_INTEGER.row("orw or.", "66 83 /1 ib", "+rm16 s8", ">flags", LOCKABLE);
    X86Row OR_AX_I16 = FAMILY_INTEGER.row("orw or.", "66 0D iw", "+ax i16", ">flags");
    X86Row OR_RM16_I16 = FAMILY_INTEGER.row("orw or.", "66 81 /1 iw", "+rm16 i16", ">flags", LOCKABLE);
    X86Row OR_RM16_R16 = FAMILY_INTEGER.row("orw or.", "66 09 /r", "+rm16 r16", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row OR_R16_RM16 = FAMILY_INTEGER.row("orw or.", "66 0B /r", "+r16 rm16", ">flags", COMMUTATIVE);
    X86Row OR_RM32_I8 = FAMILY_INTEGER.row("orl or.", "83 /1 ib", "+rm32 s8", ">flags", LOCKABLE);
    X86Row OR_EAX_I32 = FAMILY_INTEGER.row("orl or.", "0D id", "+eax i32", ">flags");
    X86Row OR_RM32_I32 = FAMILY_INTEGER.row("orl or.", "81 /1 id", "+rm32 i32", ">flags", LOCKABLE);
    X86Row OR_RM32_R32 = FAMILY_INTEGER.row("orl or.", "09 /r", "+rm32 r32", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row OR_R32_RM32 = FAMILY_INTEGER.row("orl or.", "0B /r", "+r32 rm32", ">flags", COMMUTATIVE);
    X86Row OR_RM64_I8 = FAMILY_INTEGER.row("orq or.", "REX.W 83 /1 ib", "+rm64 s8", ">flags", LOCKABLE);
    X86Row OR_RAX_I32 = FAMILY_INTEGER.row("orq or.", "REX.W 0D id", "+rax s32", ">flags");
    X86Row OR_RM64_I32 = FAMILY_INTEGER.row("orq or.", "REX.W 81 /1 id", "+rm64 s32", ">flags", LOCKABLE);
    X86Row OR_RM64_R64 = FAMILY_INTEGER.row("orq or.", "REX.W 09 /r", "+rm64 r64", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row OR_R64_RM64 = FAMILY_INTEGER.row("orq or.", "REX.W 0B /r", "+r64 rm64", ">flags", COMMUTATIVE);

    // --- adc -----------------------------------------------------------------------------------------------------------

    X86Row ADC_AL_I8 = FAMILY_INTEGER.row("adcb adc.", "14 ib", "+al i8", "flags>flags");
    X86Row ADC_RM8_I8 = FAMILY_INTEGER.row("adcb adc.", "80 /2 ib", "+rm8 i8", "flags>flags", LOCKABLE);
    X86Row ADC_RM8_R8 = FAMILY_INTEGER.row("adcb adc.", "10 /r", "+rm8 r8", "flags>flags", LOCKABLE | COMMUTATIVE);
    X86Row ADC_R8_RM8 = FAMILY_INTEGER.row("adcb adc.", "12 /r", "+r8 rm8", "flags>flags", COMMUTATIVE);
    X86Row ADC_RM16_I8 = FAMILY_INTEGER.row("adcw adc.", "66 83 /2 ib", "+rm16 s8", "flags>flags", LOCKABLE);
    X86Row ADC_AX_I16 = FAMILY_INTEGER.row("adcw adc.", "66 15 iw", "+ax i16", "flags>flags");
    X86Row ADC_RM16_I16 = FAMILY_INTEGER.row("adcw adc.", "66 81 /2 iw", "+rm16 i16", "flags>flags", LOCKABLE);
    X86Row ADC_RM16_R16 = FAMILY_INTEGER.row("adcw adc.", "66 11 /r", "+rm16 r16", "flags>flags", LOCKABLE | COMMUTATIVE);
    X86Row ADC_R16_RM16 = FAMILY_INTEGER.row("adcw adc.", "66 13 /r", "+r16 rm16", "flags>flags", COMMUTATIVE);
    X86Row ADC_RM32_I8 = FAMILY_INTEGER.row("adcl adc.", "83 /2 ib", "+rm32 s8", "flags>flags", LOCKABLE);
    X86Row ADC_EAX_I32 = FAMILY_INTEGER.row("adcl adc.", "15 id", "+eax i32", "flags>flags");
    X86Row ADC_RM32_I32 = FAMILY_INTEGER.row("adcl adc.", "81 /2 id", "+rm32 i32", "flags>flags", LOCKABLE);
    X86Row ADC_RM32_R32 = FAMILY_INTEGER.row("adcl adc.", "11 /r", "+rm32 r32", "flags>flags", LOCKABLE | COMMUTATIVE);
    X86Row ADC_R32_RM32 = FAMILY_INTEGER.row("adcl adc.", "13 /r", "+r32 rm32", "flags>flags", COMMUTATIVE);
    X86Row ADC_RM64_I8 = FAMILY_INTEGER.row("adcq adc.", "REX.W 83 /2 ib", "+rm64 s8", "flags>flags", LOCKABLE);
    X86Row ADC_RAX_I32 = FAMILY_INTEGER.row("adcq adc.", "REX.W 15 id", "+rax s32", "flags>flags");
    X86Row ADC_RM64_I32 = FAMILY_INTEGER.row("adcq adc.", "REX.W 81 /2 id", "+rm64 s32", "flags>flags", LOCKABLE);
    X86Row ADC_RM64_R64 = FAMILY_INTEGER.row("adcq adc.", "REX.W 11 /r", "+rm64 r64", "flags>flags", LOCKABLE | COMMUTATIVE);
    X86Row ADC_R64_RM64 = FAMILY_INTEGER.row("adcq adc.", "REX.W 13 /r", "+r64 rm64", "flags>flags", COMMUTATIVE);

    // --- sbb -----------------------------------------------------------------------------------------------------------

    X86Row SBB_AL_I8 = FAMILY_INTEGER.row("sbbb sbb.", "1C ib", "+al i8", "flags>flags");
    X86Row SBB_RM8_I8 = FAMILY_INTEGER.row("sbbb sbb.", "80 /3 ib", "+rm8 i8", "flags>flags", LOCKABLE);
    X86Row SBB_RM8_R8 = FAMILY_INTEGER.row("sbbb sbb.", "18 /r", "+rm8 r8", "flags>flags", LOCKABLE);
    X86Row SBB_R8_RM8 = FAMILY_INTEGER.row("sbbb sbb.", "1A /r", "+r8 rm8", "flags>flags");
    X86Row SBB_RM16_I8 = FAMILY_INTEGER.row("sbbw sbb.", "66 83 /3 ib", "+rm16 s8", "flags>flags", LOCKABLE);
    X86Row SBB_AX_I16 = FAMILY_INTEGER.row("sbbw sbb.", "66 1D iw", "+ax i16", "flags>flags");
    X86Row SBB_RM16_I16 = FAMILY_INTEGER.row("sbbw sbb.", "66 81 /3 iw", "+rm16 i16", "flags>flags", LOCKABLE);
    X86Row SBB_RM16_R16 = FAMILY_INTEGER.row("sbbw sbb.", "66 19 /r", "+rm16 r16", "flags>flags", LOCKABLE);
    X86Row SBB_R16_RM16 = FAMILY_INTEGER.row("sbbw sbb.", "66 1B /r", "+r16 rm16", "flags>flags");
    X86Row SBB_RM32_I8 = FAMILY_INTEGER.row("sbbl sbb.", "83 /3 ib", "+rm32 s8", "flags>flags", LOCKABLE);
    X86Row SBB_EAX_I32 = FAMILY_INTEGER.row("sbbl sbb.", "1D id", "+eax i32", "flags>flags");
    X86Row SBB_RM32_I32 = FAMILY_INTEGER.row("sbbl sbb.", "81 /3 id", "+rm32 i32", "flags>flags", LOCKABLE);
    X86Row SBB_RM32_R32 = FAMILY_INTEGER.row("sbbl sbb.", "19 /r", "+rm32 r32", "flags>flags", LOCKABLE);
    X86Row SBB_R32_RM32 = FAMILY_INTEGER.row("sbbl sbb.", "1B /r", "+r32 rm32", "flags>flags");
    X86Row SBB_RM64_I8 = FAMILY_INTEGER.row("sbbq sbb.", "REX.W 83 /3 ib", "+rm64 s8", "flags>flags", LOCKABLE);
    X86Row SBB_RAX_I32 = FAMILY_INTEGER.row("sbbq sbb.", "REX.W 1D id", "+rax s32", "flags>flags");
    X86Row SBB_RM64_I32 = FAMILY_INTEGER.row("sbbq sbb.", "REX.W 81 /3 id", "+rm64 s32", "flags>flags", LOCKABLE);
    X86Row SBB_RM64_R64 = FAMILY_INTEGER.row("sbbq sbb.", "REX.W 19 /r", "+rm64 r64", "flags>flags", LOCKABLE);
    X86Row SBB_R64_RM64 = FAMILY_INTEGER.row("sbbq sbb.", "REX.W 1B /r", "+r64 rm64", "flags>flags");

    // --- and -----------------------------------------------------------------------------------------------------------

    X86Row AND_AL_I8 = FAMILY_INTEGER.row("andb and.", "24 ib", "+al i8", ">flags");
    X86Row AND_RM8_I8 = FAMILY_INTEGER.row("andb and.", "80 /4 ib", "+rm8 i8", ">flags", LOCKABLE);
    X86Row AND_RM8_R8 = FAMILY_INTEGER.row("andb and.", "20 /r", "+rm8 r8", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row AND_R8_RM8 = FAMILY_INTEGER.row("andb and.", "22 /r", "+r8 rm8", ">flags", COMMUTATIVE);
    X86Row AND_RM16_I8 = FAMILY_INTEGER.row("andw and.", "66 83 /4 ib", "+rm16 s8", ">flags", LOCKABLE);
    X86Row AND_AX_I16 = FAMILY_INTEGER.row("andw and.", "66 25 iw", "+ax i16", ">flags");
    X86Row AND_RM16_I16 = FAMILY_INTEGER.row("andw and.", "66 81 /4 iw", "+rm16 i16", ">flags", LOCKABLE);
    X86Row AND_RM16_R16 = FAMILY_INTEGER.row("andw and.", "66 21 /r", "+rm16 r16", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row AND_R16_RM16 = FAMILY_INTEGER.row("andw and.", "66 23 /r", "+r16 rm16", ">flags", COMMUTATIVE);
    X86Row AND_RM32_I8 = FAMILY_INTEGER.row("andl and.", "83 /4 ib", "+rm32 s8", ">flags", LOCKABLE);
    X86Row AND_EAX_I32 = FAMILY_INTEGER.row("andl and.", "25 id", "+eax i32", ">flags");
    X86Row AND_RM32_I32 = FAMILY_INTEGER.row("andl and.", "81 /4 id", "+rm32 i32", ">flags", LOCKABLE);
    X86Row AND_RM32_R32 = FAMILY_INTEGER.row("andl and.", "21 /r", "+rm32 r32", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row AND_R32_RM32 = FAMILY_INTEGER.row("andl and.", "23 /r", "+r32 rm32", ">flags", COMMUTATIVE);
    X86Row AND_RM64_I8 = FAMILY_INTEGER.row("andq and.", "REX.W 83 /4 ib", "+rm64 s8", ">flags", LOCKABLE);
    X86Row AND_RAX_I32 = FAMILY_INTEGER.row("andq and.", "REX.W 25 id", "+rax s32", ">flags");
    X86Row AND_RM64_I32 = FAMILY_INTEGER.row("andq and.", "REX.W 81 /4 id", "+rm64 s32", ">flags", LOCKABLE);
    X86Row AND_RM64_R64 = FAMILY_INTEGER.row("andq and.", "REX.W 21 /r", "+rm64 r64", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row AND_R64_RM64 = FAMILY_INTEGER.row("andq and.", "REX.W 23 /r", "+r64 rm64", ">flags", COMMUTATIVE);

    // --- sub -----------------------------------------------------------------------------------------------------------

    X86Row SUB_AL_I8 = FAMILY_INTEGER.row("subb sub.", "2C ib", "+al i8", ">flags");
    X86Row SUB_RM8_I8 = FAMILY_INTEGER.row("subb sub.", "80 /5 ib", "+rm8 i8", ">flags", LOCKABLE);
    X86Row SUB_RM8_R8 = FAMILY_INTEGER.row("subb sub.", "28 /r", "+rm8 r8", ">flags", LOCKABLE);
    X86Row SUB_R8_RM8 = FAMILY_INTEGER.row("subb sub.", "2A /r", "+r8 rm8", ">flags");
    X86Row SUB_RM16_I8 = FAMILY_INTEGER.row("subw sub.", "66 83 /5 ib", "+rm16 s8", ">flags", LOCKABLE);
    X86Row SUB_AX_I16 = FAMILY_INTEGER.row("subw sub.", "66 2D iw", "+ax i16", ">flags");
    X86Row SUB_RM16_I16 = FAMILY_INTEGER.row("subw sub.", "66 81 /5 iw", "+rm16 i16", ">flags", LOCKABLE);
    X86Row SUB_RM16_R16 = FAMILY_INTEGER.row("subw sub.", "66 29 /r", "+rm16 r16", ">flags", LOCKABLE);
    X86Row SUB_R16_RM16 = FAMILY_INTEGER.row("subw sub.", "66 2B /r", "+r16 rm16", ">flags");
    X86Row SUB_RM32_I8 = FAMILY_INTEGER.row("subl sub.", "83 /5 ib", "+rm32 s8", ">flags", LOCKABLE);
    X86Row SUB_EAX_I32 = FAMILY_INTEGER.row("subl sub.", "2D id", "+eax i32", ">flags");
    X86Row SUB_RM32_I32 = FAMILY_INTEGER.row("subl sub.", "81 /5 id", "+rm32 i32", ">flags", LOCKABLE);
    X86Row SUB_RM32_R32 = FAMILY_INTEGER.row("subl sub.", "29 /r", "+rm32 r32", ">flags", LOCKABLE);
    X86Row SUB_R32_RM32 = FAMILY_INTEGER.row("subl sub.", "2B /r", "+r32 rm32", ">flags");
    X86Row SUB_RM64_I8 = FAMILY_INTEGER.row("subq sub.", "REX.W 83 /5 ib", "+rm64 s8", ">flags", LOCKABLE);
    X86Row SUB_RAX_I32 = FAMILY_INTEGER.row("subq sub.", "REX.W 2D id", "+rax s32", ">flags");
    X86Row SUB_RM64_I32 = FAMILY_INTEGER.row("subq sub.", "REX.W 81 /5 id", "+rm64 s32", ">flags", LOCKABLE);
    X86Row SUB_RM64_R64 = FAMILY_INTEGER.row("subq sub.", "REX.W 29 /r", "+rm64 r64", ">flags", LOCKABLE);
    X86Row SUB_R64_RM64 = FAMILY_INTEGER.row("subq sub.", "REX.W 2B /r", "+r64 rm64", ">flags");

    // --- xor -----------------------------------------------------------------------------------------------------------

    X86Row XOR_AL_I8 = FAMILY_INTEGER.row("xorb xor.", "34 ib", "+al i8", ">flags");
    X86Row XOR_RM8_I8 = FAMILY_INTEGER.row("xorb xor.", "80 /6 ib", "+rm8 i8", ">flags", LOCKABLE);
    X86Row XOR_RM8_R8 = FAMILY_INTEGER.row("xorb xor.", "30 /r", "+rm8 r8", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row XOR_R8_RM8 = FAMILY_INTEGER.row("xorb xor.", "32 /r", "+r8 rm8", ">flags", COMMUTATIVE);
    X86Row XOR_RM16_I8 = FAMILY_INTEGER.row("xorw xor.", "66 83 /6 ib", "+rm16 s8", ">flags", LOCKABLE);
    X86Row XOR_AX_I16 = FAMILY_INTEGER.row("xorw xor.", "66 35 iw", "+ax i16", ">flags");
    X86Row XOR_RM16_I16 = FAMILY_INTEGER.row("xorw xor.", "66 81 /6 iw", "+rm16 i16", ">flags", LOCKABLE);
    X86Row XOR_RM16_R16 = FAMILY_INTEGER.row("xorw xor.", "66 31 /r", "+rm16 r16", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row XOR_R16_RM16 = FAMILY_INTEGER.row("xorw xor.", "66 33 /r", "+r16 rm16", ">flags", COMMUTATIVE);
    X86Row XOR_RM32_I8 = FAMILY_INTEGER.row("xorl xor.", "83 /6 ib", "+rm32 s8", ">flags", LOCKABLE);
    X86Row XOR_EAX_I32 = FAMILY_INTEGER.row("xorl xor.", "35 id", "+eax i32", ">flags");
    X86Row XOR_RM32_I32 = FAMILY_INTEGER.row("xorl xor.", "81 /6 id", "+rm32 i32", ">flags", LOCKABLE);
    X86Row XOR_RM32_R32 = FAMILY_INTEGER.row("xorl xor.", "31 /r", "+rm32 r32", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row XOR_R32_RM32 = FAMILY_INTEGER.row("xorl xor.", "33 /r", "+r32 rm32", ">flags", COMMUTATIVE);
    X86Row XOR_RM64_I8 = FAMILY_INTEGER.row("xorq xor.", "REX.W 83 /6 ib", "+rm64 s8", ">flags", LOCKABLE);
    X86Row XOR_RAX_I32 = FAMILY_INTEGER.row("xorq xor.", "REX.W 35 id", "+rax s32", ">flags");
    X86Row XOR_RM64_I32 = FAMILY_INTEGER.row("xorq xor.", "REX.W 81 /6 id", "+rm64 s32", ">flags", LOCKABLE);
    X86Row XOR_RM64_R64 = FAMILY_INTEGER.row("xorq xor.", "REX.W 31 /r", "+rm64 r64", ">flags", LOCKABLE | COMMUTATIVE);
    X86Row XOR_R64_RM64 = FAMILY_INTEGER.row("xorq xor.", "REX.W 33 /r", "+r64 rm64", ">flags", COMMUTATIVE);

    // --- cmp -----------------------------------------------------------------------------------------------------------

    X86Row CMP_AL_I8 = FAMILY_INTEGER.row("cmpb cmp.", "3C ib", "al i8", ">flags");
    X86Row CMP_RM8_I8 = FAMILY_INTEGER.row("cmpb cmp.", "80 /7 ib", "rm8 i8", ">flags");
    X86Row CMP_RM8_R8 = FAMILY_INTEGER.row("cmpb cmp.", "38 /r", "rm8 r8", ">flags");
    X86Row CMP_R8_RM8 = FAMILY_INTEGER.row("cmpb cmp.", "3A /r", "r8 rm8", ">flags");
    X86Row CMP_RM16_I8 = FAMILY_INTEGER.row("cmpw cmp.", "66 83 /7 ib", "rm16 s8", ">flags");
    X86Row CMP_AX_I16 = FAMILY_INTEGER.row("cmpw cmp.", "66 3D iw", "ax i16", ">flags");
    X86Row CMP_RM16_I16 = FAMILY_INTEGER.row("cmpw cmp.", "66 81 /7 iw", "rm16 i16", ">flags");
    X86Row CMP_RM16_R16 = FAMILY_INTEGER.row("cmpw cmp.", "66 39 /r", "rm16 r16", ">flags");
    X86Row CMP_R16_RM16 = FAMILY_INTEGER.row("cmpw cmp.", "66 3B /r", "r16 rm16", ">flags");
    X86Row CMP_RM32_I8 = FAMILY_INTEGER.row("cmpl cmp.", "83 /7 ib", "rm32 s8", ">flags");
    X86Row CMP_EAX_I32 = FAMILY_INTEGER.row("cmpl cmp.", "3D id", "eax i32", ">flags");
    X86Row CMP_RM32_I32 = FAMILY_INTEGER.row("cmpl cmp.", "81 /7 id", "rm32 i32", ">flags");
    X86Row CMP_RM32_R32 = FAMILY_INTEGER.row("cmpl cmp.", "39 /r", "rm32 r32", ">flags");
    X86Row CMP_R32_RM32 = FAMILY_INTEGER.row("cmpl cmp.", "3B /r", "r32 rm32", ">flags");
    X86Row CMP_RM64_I8 = FAMILY_INTEGER.row("cmpq cmp.", "REX.W 83 /7 ib", "rm64 s8", ">flags");
    X86Row CMP_RAX_I32 = FAMILY_INTEGER.row("cmpq cmp.", "REX.W 3D id", "rax s32", ">flags");
    X86Row CMP_RM64_I32 = FAMILY_INTEGER.row("cmpq cmp.", "REX.W 81 /7 id", "rm64 s32", ">flags");
    X86Row CMP_RM64_R64 = FAMILY_INTEGER.row("cmpq cmp.", "REX.W 39 /r", "rm64 r64", ">flags");
    X86Row CMP_R64_RM64 = FAMILY_INTEGER.row("cmpq cmp.", "REX.W 3B /r", "r64 rm64", ">flags");

    // --- test ----------------------------------------------------------------------------------------------------------

    X86Row TEST_AL_I8 = FAMILY_INTEGER.row("testb test.", "A8 ib", "al i8", ">flags");
    X86Row TEST_RM8_I8 = FAMILY_INTEGER.row("testb test.", "F6 /0 ib", "rm8 i8", ">flags");
    X86Row TEST_RM8_R8 = FAMILY_INTEGER.row("testb test.", "84 /r", "rm8 r8", ">flags", COMMUTATIVE);
    X86Row TEST_R8_RM8 = FAMILY_INTEGER.row("testb test.", "84 /r", "r8 rm8", ">flags", COMMUTATIVE);
    X86Row TEST_AX_I16 = FAMILY_INTEGER.row("testw test.", "66 A9 iw", "ax i16", ">flags");
    X86Row TEST_RM16_I16 = FAMILY_INTEGER.row("testw test.", "66 F7 /0 iw", "rm16 i16", ">flags");
    X86Row TEST_RM16_R16 = FAMILY_INTEGER.row("testw test.", "66 85 /r", "rm16 r16", ">flags", COMMUTATIVE);
    X86Row TEST_R16_RM16 = FAMILY_INTEGER.row("testw test.", "66 85 /r", "r16 rm16", ">flags", COMMUTATIVE);
    X86Row TEST_EAX_I32 = FAMILY_INTEGER.row("testl test.", "A9 id", "eax i32", ">flags");
    X86Row TEST_RM32_I32 = FAMILY_INTEGER.row("testl test.", "F7 /0 id", "rm32 i32", ">flags");
    X86Row TEST_RM32_R32 = FAMILY_INTEGER.row("testl test.", "85 /r", "rm32 r32", ">flags", COMMUTATIVE);
    X86Row TEST_R32_RM32 = FAMILY_INTEGER.row("testl test.", "85 /r", "r32 rm32", ">flags", COMMUTATIVE);
    X86Row TEST_RAX_I32 = FAMILY_INTEGER.row("testq test.", "REX.W A9 id", "rax s32", ">flags");
    X86Row TEST_RM64_I32 = FAMILY_INTEGER.row("testq test.", "REX.W F7 /0 id", "rm64 s32", ">flags");
    X86Row TEST_RM64_R64 = FAMILY_INTEGER.row("testq test.", "REX.W 85 /r", "rm64 r64", ">flags", COMMUTATIVE);
    X86Row TEST_R64_RM64 = FAMILY_INTEGER.row("testq test.", "REX.W 85 /r", "r64 rm64", ">flags", COMMUTATIVE);

    // --- mov -----------------------------------------------------------------------------------------------------------

    X86Row MOV_RM8_R8 = FAMILY_INTEGER.row("movb mov.", "88 /r", "=rm8 r8", "", MOVE);
    X86Row MOV_R8_RM8 = FAMILY_INTEGER.row("movb mov.", "8A /r", "=r8 rm8", "", MOVE);
    X86Row MOV_R8_I8 = FAMILY_INTEGER.row("movb mov.", "B0 +r ib", "=r8 i8");
    X86Row MOV_RM8_I8 = FAMILY_INTEGER.row("movb mov.", "C6 /0 ib", "=rm8 i8");
    X86Row MOV_RM16_R16 = FAMILY_INTEGER.row("movw mov.", "66 89 /r", "=rm16 r16", "", MOVE);
    X86Row MOV_R16_RM16 = FAMILY_INTEGER.row("movw mov.", "66 8B /r", "=r16 rm16", "", MOVE);
    X86Row MOV_R16_I16 = FAMILY_INTEGER.row("movw mov.", "66 B8 +r iw", "=r16 i16");
    X86Row MOV_RM16_I16 = FAMILY_INTEGER.row("movw mov.", "66 C7 /0 iw", "=rm16 i16");
    X86Row MOV_RM32_R32 = FAMILY_INTEGER.row("movl mov.", "89 /r", "=rm32 r32", "", MOVE);
    X86Row MOV_R32_RM32 = FAMILY_INTEGER.row("movl mov.", "8B /r", "=r32 rm32", "", MOVE);
    X86Row MOV_R32_I32 = FAMILY_INTEGER.row("movl mov.", "B8 +r id", "=r32 i32");
    X86Row MOV_RM32_I32 = FAMILY_INTEGER.row("movl mov.", "C7 /0 id", "=rm32 i32");
    X86Row MOV_RM64_R64 = FAMILY_INTEGER.row("movq mov.", "REX.W 89 /r", "=rm64 r64", "", MOVE);
    X86Row MOV_R64_RM64 = FAMILY_INTEGER.row("movq mov.", "REX.W 8B /r", "=r64 rm64", "", MOVE);
    X86Row MOV_RM64_I32 = FAMILY_INTEGER.row("movq mov.", "REX.W C7 /0 id", "=rm64 s32");
    X86Row MOV_R64_I64 = FAMILY_INTEGER.row("movabsq movabs. movq mov.", "REX.W B8 +r io", "=r64 i64");
    X86Row MOV_AL_MOFFS8 = FAMILY_INTEGER.row("movabsb movabs.", "A0 mo", "=al moffs8");
    X86Row MOV_AX_MOFFS16 = FAMILY_INTEGER.row("movabsw movabs.", "66 A1 mo", "=ax moffs16");
    X86Row MOV_EAX_MOFFS32 = FAMILY_INTEGER.row("movabsl movabs.", "A1 mo", "=eax moffs32");
    X86Row MOV_RAX_MOFFS64 = FAMILY_INTEGER.row("movabsq movabs.", "REX.W A1 mo", "=rax moffs64");
    X86Row MOV_MOFFS8_AL = FAMILY_INTEGER.row("movabsb movabs.", "A2 mo", "=moffs8 al");
    X86Row MOV_MOFFS16_AX = FAMILY_INTEGER.row("movabsw movabs.", "66 A3 mo", "=moffs16 ax");
    X86Row MOV_MOFFS32_EAX = FAMILY_INTEGER.row("movabsl movabs.", "A3 mo", "=moffs32 eax");
    X86Row MOV_MOFFS64_RAX = FAMILY_INTEGER.row("movabsq movabs.", "REX.W A3 mo", "=moffs64 rax");

    // --- moves that widen ----------------------------------------------------------------------------------------------

    X86Row MOVZX_R16_RM8 = FAMILY_INTEGER.row("movzbw movzb. movzx.", "66 0F B6 /r", "=r16 rm8");
    X86Row MOVZX_R32_RM8 = FAMILY_INTEGER.row("movzbl movzb. movzx.", "0F B6 /r", "=r32 rm8");
    X86Row MOVZX_R64_RM8 = FAMILY_INTEGER.row("movzbq movzb. movzx.", "REX.W 0F B6 /r", "=r64 rm8");
    X86Row MOVZX_R32_RM16 = FAMILY_INTEGER.row("movzwl movzw. movzx.", "0F B7 /r", "=r32 rm16");
    X86Row MOVZX_R64_RM16 = FAMILY_INTEGER.row("movzwq movzw. movzx.", "REX.W 0F B7 /r", "=r64 rm16");
    X86Row MOVSX_R16_RM8 = FAMILY_INTEGER.row("movsbw movsb. movsx.", "66 0F BE /r", "=r16 rm8");
    X86Row MOVSX_R32_RM8 = FAMILY_INTEGER.row("movsbl movsb. movsx.", "0F BE /r", "=r32 rm8");
    X86Row MOVSX_R64_RM8 = FAMILY_INTEGER.row("movsbq movsb. movsx.", "REX.W 0F BE /r", "=r64 rm8");
    X86Row MOVSX_R32_RM16 = FAMILY_INTEGER.row("movswl movsw. movsx.", "0F BF /r", "=r32 rm16");
    X86Row MOVSX_R64_RM16 = FAMILY_INTEGER.row("movswq movsw. movsx.", "REX.W 0F BF /r", "=r64 rm16");
    X86Row MOVSXD_R64_RM32 = FAMILY_INTEGER.row("movslq movsxd movsl. movsx.", "REX.W 63 /r", "=r64 rm32");
    X86Row CBW = FAMILY_INTEGER.row("cbtw cbw", "66 98", "", "rax>rax");
    X86Row CWDE = FAMILY_INTEGER.row("cwtl cwde", "98", "", "rax>rax");
    X86Row CDQE = FAMILY_INTEGER.row("cltq cdqe", "REX.W 98", "", "rax>rax");
    X86Row CWD = FAMILY_INTEGER.row("cwtd cwd", "66 99", "", "rax>rdx");
    X86Row CDQ = FAMILY_INTEGER.row("cltd cdq", "99", "", "rax>rdx");
    X86Row CQO = FAMILY_INTEGER.row("cqto cqo", "REX.W 99", "", "rax>rdx");

    // --- lea -----------------------------------------------------------------------------------------------------------

    X86Row LEA_R16_M = FAMILY_INTEGER.row("leaw lea.", "66 8D /r", "=r16 *m");
    X86Row LEA_R32_M = FAMILY_INTEGER.row("leal lea.", "8D /r", "=r32 *m");
    X86Row LEA_R64_M = FAMILY_INTEGER.row("leaq lea.", "REX.W 8D /r", "=r64 *m");

    // --- one operand arithmetic ----------------------------------------------------------------------------------------

    X86Row INC_RM8 = FAMILY_INTEGER.row("incb inc.", "FE /0", "+rm8", ">flags", LOCKABLE);
    X86Row INC_RM16 = FAMILY_INTEGER.row("incw inc.", "66 FF /0", "+rm16", ">flags", LOCKABLE);
    X86Row INC_RM32 = FAMILY_INTEGER.row("incl inc.", "FF /0", "+rm32", ">flags", LOCKABLE);
    X86Row INC_RM64 = FAMILY_INTEGER.row("incq inc.", "REX.W FF /0", "+rm64", ">flags", LOCKABLE);
    X86Row DEC_RM8 = FAMILY_INTEGER.row("decb dec.", "FE /1", "+rm8", ">flags", LOCKABLE);
    X86Row DEC_RM16 = FAMILY_INTEGER.row("decw dec.", "66 FF /1", "+rm16", ">flags", LOCKABLE);
    X86Row DEC_RM32 = FAMILY_INTEGER.row("decl dec.", "FF /1", "+rm32", ">flags", LOCKABLE);
    X86Row DEC_RM64 = FAMILY_INTEGER.row("decq dec.", "REX.W FF /1", "+rm64", ">flags", LOCKABLE);
    X86Row NOT_RM8 = FAMILY_INTEGER.row("notb not.", "F6 /2", "+rm8", "", LOCKABLE);
    X86Row NOT_RM16 = FAMILY_INTEGER.row("notw not.", "66 F7 /2", "+rm16", "", LOCKABLE);
    X86Row NOT_RM32 = FAMILY_INTEGER.row("notl not.", "F7 /2", "+rm32", "", LOCKABLE);
    X86Row NOT_RM64 = FAMILY_INTEGER.row("notq not.", "REX.W F7 /2", "+rm64", "", LOCKABLE);
    X86Row NEG_RM8 = FAMILY_INTEGER.row("negb neg.", "F6 /3", "+rm8", ">flags", LOCKABLE);
    X86Row NEG_RM16 = FAMILY_INTEGER.row("negw neg.", "66 F7 /3", "+rm16", ">flags", LOCKABLE);
    X86Row NEG_RM32 = FAMILY_INTEGER.row("negl neg.", "F7 /3", "+rm32", ">flags", LOCKABLE);
    X86Row NEG_RM64 = FAMILY_INTEGER.row("negq neg.", "REX.W F7 /3", "+rm64", ">flags", LOCKABLE);
    X86Row MUL_RM8 = FAMILY_INTEGER.row("mulb mul.", "F6 /4", "rm8", "rax>rax flags", 0, 3);
    X86Row MUL_RM16 = FAMILY_INTEGER.row("mulw mul.", "66 F7 /4", "rm16", "rax>rax rdx flags", 0, 3);
    X86Row MUL_RM32 = FAMILY_INTEGER.row("mull mul.", "F7 /4", "rm32", "rax>rax rdx flags", 0, 3);
    X86Row MUL_RM64 = FAMILY_INTEGER.row("mulq mul.", "REX.W F7 /4", "rm64", "rax>rax rdx flags", 0, 3);
    X86Row IMUL_RM8 = FAMILY_INTEGER.row("imulb imul.", "F6 /5", "rm8", "rax>rax flags", 0, 3);
    X86Row IMUL_RM16 = FAMILY_INTEGER.row("imulw imul.", "66 F7 /5", "rm16", "rax>rax rdx flags", 0, 3);
    X86Row IMUL_RM32 = FAMILY_INTEGER.row("imull imul.", "F7 /5", "rm32", "rax>rax rdx flags", 0, 3);
    X86Row IMUL_RM64 = FAMILY_INTEGER.row("imulq imul.", "REX.W F7 /5", "rm64", "rax>rax rdx flags", 0, 3);
    X86Row DIV_RM8 = FAMILY_INTEGER.row("divb div.", "F6 /6", "rm8", "rax>rax flags", SIDE_EFFECT, 20);
    X86Row DIV_RM16 = FAMILY_INTEGER.row("divw div.", "66 F7 /6", "rm16", "rax rdx>rax rdx flags", SIDE_EFFECT, 20);
    X86Row DIV_RM32 = FAMILY_INTEGER.row("divl div.", "F7 /6", "rm32", "rax rdx>rax rdx flags", SIDE_EFFECT, 20);
    X86Row DIV_RM64 = FAMILY_INTEGER.row("divq div.", "REX.W F7 /6", "rm64", "rax rdx>rax rdx flags", SIDE_EFFECT, 35);
    X86Row IDIV_RM8 = FAMILY_INTEGER.row("idivb idiv.", "F6 /7", "rm8", "rax>rax flags", SIDE_EFFECT, 20);
    X86Row IDIV_RM16 = FAMILY_INTEGER.row("idivw idiv.", "66 F7 /7", "rm16", "rax rdx>rax rdx flags", SIDE_EFFECT, 20);
    X86Row IDIV_RM32 = FAMILY_INTEGER.row("idivl idiv.", "F7 /7", "rm32", "rax rdx>rax rdx flags", SIDE_EFFECT, 20);
    X86Row IDIV_RM64 = FAMILY_INTEGER.row("idivq idiv.", "REX.W F7 /7", "rm64", "rax rdx>rax rdx flags", SIDE_EFFECT, 38);

    // --- imul of two and three operands --------------------------------------------------------------------------------

    X86Row IMUL_R16_RM16 = FAMILY_INTEGER.row("imulw imul.", "66 0F AF /r", "+r16 rm16", ">flags", COMMUTATIVE, 3);
    X86Row IMUL_R16_RM16_I8 = FAMILY_INTEGER.row("imulw imul.", "66 6B /r ib", "=r16 rm16 s8", ">flags", 0, 3);
    X86Row IMUL_R16_RM16_I16 = FAMILY_INTEGER.row("imulw imul.", "66 69 /r iw", "=r16 rm16 i16", ">flags", 0, 3);
    X86Row IMUL_R32_RM32 = FAMILY_INTEGER.row("imull imul.", "0F AF /r", "+r32 rm32", ">flags", COMMUTATIVE, 3);
    X86Row IMUL_R32_RM32_I8 = FAMILY_INTEGER.row("imull imul.", "6B /r ib", "=r32 rm32 s8", ">flags", 0, 3);
    X86Row IMUL_R32_RM32_I32 = FAMILY_INTEGER.row("imull imul.", "69 /r id", "=r32 rm32 i32", ">flags", 0, 3);
    X86Row IMUL_R64_RM64 = FAMILY_INTEGER.row("imulq imul.", "REX.W 0F AF /r", "+r64 rm64", ">flags", COMMUTATIVE, 3);
    X86Row IMUL_R64_RM64_I8 = FAMILY_INTEGER.row("imulq imul.", "REX.W 6B /r ib", "=r64 rm64 s8", ">flags", 0, 3);
    X86Row IMUL_R64_RM64_I32 = FAMILY_INTEGER.row("imulq imul.", "REX.W 69 /r id", "=r64 rm64 s32", ">flags", 0, 3);

    // --- shifts and rotations ------------------------------------------------------------------------------------------

    X86Row ROL_RM8_1 = FAMILY_INTEGER.row("rolb rol.", "D0 /0", "+rm8 one", ">flags");
    X86Row ROL_RM8_U8 = FAMILY_INTEGER.row("rolb rol.", "C0 /0 ib", "+rm8 u8", ">flags");
    X86Row ROL_RM8_CL = FAMILY_INTEGER.row("rolb rol.", "D2 /0", "+rm8 cl", "flags>flags");
    X86Row ROL_RM8 = FAMILY_INTEGER.row("rolb rol.", "D0 /0", "+rm8", ">flags", ALTERNATE);
    X86Row ROL_RM16_1 = FAMILY_INTEGER.row("rolw rol.", "66 D1 /0", "+rm16 one", ">flags");
    X86Row ROL_RM16_U8 = FAMILY_INTEGER.row("rolw rol.", "66 C1 /0 ib", "+rm16 u8", ">flags");
    X86Row ROL_RM16_CL = FAMILY_INTEGER.row("rolw rol.", "66 D3 /0", "+rm16 cl", "flags>flags");
    X86Row ROL_RM16 = FAMILY_INTEGER.row("rolw rol.", "66 D1 /0", "+rm16", ">flags", ALTERNATE);
    X86Row ROL_RM32_1 = FAMILY_INTEGER.row("roll rol.", "D1 /0", "+rm32 one", ">flags");
    X86Row ROL_RM32_U8 = FAMILY_INTEGER.row("roll rol.", "C1 /0 ib", "+rm32 u8", ">flags");
    X86Row ROL_RM32_CL = FAMILY_INTEGER.row("roll rol.", "D3 /0", "+rm32 cl", "flags>flags");
    X86Row ROL_RM32 = FAMILY_INTEGER.row("roll rol.", "D1 /0", "+rm32", ">flags", ALTERNATE);
    X86Row ROL_RM64_1 = FAMILY_INTEGER.row("rolq rol.", "REX.W D1 /0", "+rm64 one", ">flags");
    X86Row ROL_RM64_U8 = FAMILY_INTEGER.row("rolq rol.", "REX.W C1 /0 ib", "+rm64 u8", ">flags");
    X86Row ROL_RM64_CL = FAMILY_INTEGER.row("rolq rol.", "REX.W D3 /0", "+rm64 cl", "flags>flags");
    X86Row ROL_RM64 = FAMILY_INTEGER.row("rolq rol.", "REX.W D1 /0", "+rm64", ">flags", ALTERNATE);
    X86Row ROR_RM8_1 = FAMILY_INTEGER.row("rorb ror.", "D0 /1", "+rm8 one", ">flags");
    X86Row ROR_RM8_U8 = FAMILY_INTEGER.row("rorb ror.", "C0 /1 ib", "+rm8 u8", ">flags");
    X86Row ROR_RM8_CL = FAMILY_INTEGER.row("rorb ror.", "D2 /1", "+rm8 cl", "flags>flags");
    X86Row ROR_RM8 = FAMILY_INTEGER.row("rorb ror.", "D0 /1", "+rm8", ">flags", ALTERNATE);
    X86Row ROR_RM16_1 = FAMILY_INTEGER.row("rorw ror.", "66 D1 /1", "+rm16 one", ">flags");
    X86Row ROR_RM16_U8 = FAMILY_INTEGER.row("rorw ror.", "66 C1 /1 ib", "+rm16 u8", ">flags");
    X86Row ROR_RM16_CL = FAMILY_INTEGER.row("rorw ror.", "66 D3 /1", "+rm16 cl", "flags>flags");
    X86Row ROR_RM16 = FAMILY_INTEGER.row("rorw ror.", "66 D1 /1", "+rm16", ">flags", ALTERNATE);
    X86Row ROR_RM32_1 = FAMILY_INTEGER.row("rorl ror.", "D1 /1", "+rm32 one", ">flags");
    X86Row ROR_RM32_U8 = FAMILY_INTEGER.row("rorl ror.", "C1 /1 ib", "+rm32 u8", ">flags");
    X86Row ROR_RM32_CL = FAMILY_INTEGER.row("rorl ror.", "D3 /1", "+rm32 cl", "flags>flags");
    X86Row ROR_RM32 = FAMILY_INTEGER.row("rorl ror.", "D1 /1", "+rm32", ">flags", ALTERNATE);
    X86Row ROR_RM64_1 = FAMILY_INTEGER.row("rorq ror.", "REX.W D1 /1", "+rm64 one", ">flags");
    X86Row ROR_RM64_U8 = FAMILY_INTEGER.row("rorq ror.", "REX.W C1 /1 ib", "+rm64 u8", ">flags");
    X86Row ROR_RM64_CL = FAMILY_INTEGER.row("rorq ror.", "REX.W D3 /1", "+rm64 cl", "flags>flags");
    X86Row ROR_RM64 = FAMILY_INTEGER.row("rorq ror.", "REX.W D1 /1", "+rm64", ">flags", ALTERNATE);
    X86Row RCL_RM8_1 = FAMILY_INTEGER.row("rclb rcl.", "D0 /2", "+rm8 one", "flags>flags");
    X86Row RCL_RM8_U8 = FAMILY_INTEGER.row("rclb rcl.", "C0 /2 ib", "+rm8 u8", "flags>flags");
    X86Row RCL_RM8_CL = FAMILY_INTEGER.row("rclb rcl.", "D2 /2", "+rm8 cl", "flags>flags");
    X86Row RCL_RM8 = FAMILY_INTEGER.row("rclb rcl.", "D0 /2", "+rm8", "flags>flags", ALTERNATE);
    X86Row RCL_RM16_1 = FAMILY_INTEGER.row("rclw rcl.", "66 D1 /2", "+rm16 one", "flags>flags");
    X86Row RCL_RM16_U8 = FAMILY_INTEGER.row("rclw rcl.", "66 C1 /2 ib", "+rm16 u8", "flags>flags");
    X86Row RCL_RM16_CL = FAMILY_INTEGER.row("rclw rcl.", "66 D3 /2", "+rm16 cl", "flags>flags");
    X86Row RCL_RM16 = FAMILY_INTEGER.row("rclw rcl.", "66 D1 /2", "+rm16", "flags>flags", ALTERNATE);
    X86Row RCL_RM32_1 = FAMILY_INTEGER.row("rcll rcl.", "D1 /2", "+rm32 one", "flags>flags");
    X86Row RCL_RM32_U8 = FAMILY_INTEGER.row("rcll rcl.", "C1 /2 ib", "+rm32 u8", "flags>flags");
    X86Row RCL_RM32_CL = FAMILY_INTEGER.row("rcll rcl.", "D3 /2", "+rm32 cl", "flags>flags");
    X86Row RCL_RM32 = FAMILY_INTEGER.row("rcll rcl.", "D1 /2", "+rm32", "flags>flags", ALTERNATE);
    X86Row RCL_RM64_1 = FAMILY_INTEGER.row("rclq rcl.", "REX.W D1 /2", "+rm64 one", "flags>flags");
    X86Row RCL_RM64_U8 = FAMILY_INTEGER.row("rclq rcl.", "REX.W C1 /2 ib", "+rm64 u8", "flags>flags");
    X86Row RCL_RM64_CL = FAMILY_INTEGER.row("rclq rcl.", "REX.W D3 /2", "+rm64 cl", "flags>flags");
    X86Row RCL_RM64 = FAMILY_INTEGER.row("rclq rcl.", "REX.W D1 /2", "+rm64", "flags>flags", ALTERNATE);
    X86Row RCR_RM8_1 = FAMILY_INTEGER.row("rcrb rcr.", "D0 /3", "+rm8 one", "flags>flags");
    X86Row RCR_RM8_U8 = FAMILY_INTEGER.row("rcrb rcr.", "C0 /3 ib", "+rm8 u8", "flags>flags");
    X86Row RCR_RM8_CL = FAMILY_INTEGER.row("rcrb rcr.", "D2 /3", "+rm8 cl", "flags>flags");
    X86Row RCR_RM8 = FAMILY_INTEGER.row("rcrb rcr.", "D0 /3", "+rm8", "flags>flags", ALTERNATE);
    X86Row RCR_RM16_1 = FAMILY_INTEGER.row("rcrw rcr.", "66 D1 /3", "+rm16 one", "flags>flags");
    X86Row RCR_RM16_U8 = FAMILY_INTEGER.row("rcrw rcr.", "66 C1 /3 ib", "+rm16 u8", "flags>flags");
    X86Row RCR_RM16_CL = FAMILY_INTEGER.row("rcrw rcr.", "66 D3 /3", "+rm16 cl", "flags>flags");
    X86Row RCR_RM16 = FAMILY_INTEGER.row("rcrw rcr.", "66 D1 /3", "+rm16", "flags>flags", ALTERNATE);
    X86Row RCR_RM32_1 = FAMILY_INTEGER.row("rcrl rcr.", "D1 /3", "+rm32 one", "flags>flags");
    X86Row RCR_RM32_U8 = FAMILY_INTEGER.row("rcrl rcr.", "C1 /3 ib", "+rm32 u8", "flags>flags");
    X86Row RCR_RM32_CL = FAMILY_INTEGER.row("rcrl rcr.", "D3 /3", "+rm32 cl", "flags>flags");
    X86Row RCR_RM32 = FAMILY_INTEGER.row("rcrl rcr.", "D1 /3", "+rm32", "flags>flags", ALTERNATE);
    X86Row RCR_RM64_1 = FAMILY_INTEGER.row("rcrq rcr.", "REX.W D1 /3", "+rm64 one", "flags>flags");
    X86Row RCR_RM64_U8 = FAMILY_INTEGER.row("rcrq rcr.", "REX.W C1 /3 ib", "+rm64 u8", "flags>flags");
    X86Row RCR_RM64_CL = FAMILY_INTEGER.row("rcrq rcr.", "REX.W D3 /3", "+rm64 cl", "flags>flags");
    X86Row RCR_RM64 = FAMILY_INTEGER.row("rcrq rcr.", "REX.W D1 /3", "+rm64", "flags>flags", ALTERNATE);
    X86Row SHL_RM8_1 = FAMILY_INTEGER.row("shlb shl. salb sal.", "D0 /4", "+rm8 one", ">flags");
    X86Row SHL_RM8_U8 = FAMILY_INTEGER.row("shlb shl. salb sal.", "C0 /4 ib", "+rm8 u8", ">flags");
    X86Row SHL_RM8_CL = FAMILY_INTEGER.row("shlb shl. salb sal.", "D2 /4", "+rm8 cl", "flags>flags");
    X86Row SHL_RM8 = FAMILY_INTEGER.row("shlb shl. salb sal.", "D0 /4", "+rm8", ">flags", ALTERNATE);
    X86Row SHL_RM16_1 = FAMILY_INTEGER.row("shlw shl. salw sal.", "66 D1 /4", "+rm16 one", ">flags");
    X86Row SHL_RM16_U8 = FAMILY_INTEGER.row("shlw shl. salw sal.", "66 C1 /4 ib", "+rm16 u8", ">flags");
    X86Row SHL_RM16_CL = FAMILY_INTEGER.row("shlw shl. salw sal.", "66 D3 /4", "+rm16 cl", "flags>flags");
    X86Row SHL_RM16 = FAMILY_INTEGER.row("shlw shl. salw sal.", "66 D1 /4", "+rm16", ">flags", ALTERNATE);
    X86Row SHL_RM32_1 = FAMILY_INTEGER.row("shll shl. sall sal.", "D1 /4", "+rm32 one", ">flags");
    X86Row SHL_RM32_U8 = FAMILY_INTEGER.row("shll shl. sall sal.", "C1 /4 ib", "+rm32 u8", ">flags");
    X86Row SHL_RM32_CL = FAMILY_INTEGER.row("shll shl. sall sal.", "D3 /4", "+rm32 cl", "flags>flags");
    X86Row SHL_RM32 = FAMILY_INTEGER.row("shll shl. sall sal.", "D1 /4", "+rm32", ">flags", ALTERNATE);
    X86Row SHL_RM64_1 = FAMILY_INTEGER.row("shlq shl. salq sal.", "REX.W D1 /4", "+rm64 one", ">flags");
    X86Row SHL_RM64_U8 = FAMILY_INTEGER.row("shlq shl. salq sal.", "REX.W C1 /4 ib", "+rm64 u8", ">flags");
    X86Row SHL_RM64_CL = FAMILY_INTEGER.row("shlq shl. salq sal.", "REX.W D3 /4", "+rm64 cl", "flags>flags");
    X86Row SHL_RM64 = FAMILY_INTEGER.row("shlq shl. salq sal.", "REX.W D1 /4", "+rm64", ">flags", ALTERNATE);
    X86Row SHR_RM8_1 = FAMILY_INTEGER.row("shrb shr.", "D0 /5", "+rm8 one", ">flags");
    X86Row SHR_RM8_U8 = FAMILY_INTEGER.row("shrb shr.", "C0 /5 ib", "+rm8 u8", ">flags");
    X86Row SHR_RM8_CL = FAMILY_INTEGER.row("shrb shr.", "D2 /5", "+rm8 cl", "flags>flags");
    X86Row SHR_RM8 = FAMILY_INTEGER.row("shrb shr.", "D0 /5", "+rm8", ">flags", ALTERNATE);
    X86Row SHR_RM16_1 = FAMILY_INTEGER.row("shrw shr.", "66 D1 /5", "+rm16 one", ">flags");
    X86Row SHR_RM16_U8 = FAMILY_INTEGER.row("shrw shr.", "66 C1 /5 ib", "+rm16 u8", ">flags");
    X86Row SHR_RM16_CL = FAMILY_INTEGER.row("shrw shr.", "66 D3 /5", "+rm16 cl", "flags>flags");
    X86Row SHR_RM16 = FAMILY_INTEGER.row("shrw shr.", "66 D1 /5", "+rm16", ">flags", ALTERNATE);
    X86Row SHR_RM32_1 = FAMILY_INTEGER.row("shrl shr.", "D1 /5", "+rm32 one", ">flags");
    X86Row SHR_RM32_U8 = FAMILY_INTEGER.row("shrl shr.", "C1 /5 ib", "+rm32 u8", ">flags");
    X86Row SHR_RM32_CL = FAMILY_INTEGER.row("shrl shr.", "D3 /5", "+rm32 cl", "flags>flags");
    X86Row SHR_RM32 = FAMILY_INTEGER.row("shrl shr.", "D1 /5", "+rm32", ">flags", ALTERNATE);
    X86Row SHR_RM64_1 = FAMILY_INTEGER.row("shrq shr.", "REX.W D1 /5", "+rm64 one", ">flags");
    X86Row SHR_RM64_U8 = FAMILY_INTEGER.row("shrq shr.", "REX.W C1 /5 ib", "+rm64 u8", ">flags");
    X86Row SHR_RM64_CL = FAMILY_INTEGER.row("shrq shr.", "REX.W D3 /5", "+rm64 cl", "flags>flags");
    X86Row SHR_RM64 = FAMILY_INTEGER.row("shrq shr.", "REX.W D1 /5", "+rm64", ">flags", ALTERNATE);
    X86Row SAR_RM8_1 = FAMILY_INTEGER.row("sarb sar.", "D0 /7", "+rm8 one", ">flags");
    X86Row SAR_RM8_U8 = FAMILY_INTEGER.row("sarb sar.", "C0 /7 ib", "+rm8 u8", ">flags");
    X86Row SAR_RM8_CL = FAMILY_INTEGER.row("sarb sar.", "D2 /7", "+rm8 cl", "flags>flags");
    X86Row SAR_RM8 = FAMILY_INTEGER.row("sarb sar.", "D0 /7", "+rm8", ">flags", ALTERNATE);
    X86Row SAR_RM16_1 = FAMILY_INTEGER.row("sarw sar.", "66 D1 /7", "+rm16 one", ">flags");
    X86Row SAR_RM16_U8 = FAMILY_INTEGER.row("sarw sar.", "66 C1 /7 ib", "+rm16 u8", ">flags");
    X86Row SAR_RM16_CL = FAMILY_INTEGER.row("sarw sar.", "66 D3 /7", "+rm16 cl", "flags>flags");
    X86Row SAR_RM16 = FAMILY_INTEGER.row("sarw sar.", "66 D1 /7", "+rm16", ">flags", ALTERNATE);
    X86Row SAR_RM32_1 = FAMILY_INTEGER.row("sarl sar.", "D1 /7", "+rm32 one", ">flags");
    X86Row SAR_RM32_U8 = FAMILY_INTEGER.row("sarl sar.", "C1 /7 ib", "+rm32 u8", ">flags");
    X86Row SAR_RM32_CL = FAMILY_INTEGER.row("sarl sar.", "D3 /7", "+rm32 cl", "flags>flags");
    X86Row SAR_RM32 = FAMILY_INTEGER.row("sarl sar.", "D1 /7", "+rm32", ">flags", ALTERNATE);
    X86Row SAR_RM64_1 = FAMILY_INTEGER.row("sarq sar.", "REX.W D1 /7", "+rm64 one", ">flags");
    X86Row SAR_RM64_U8 = FAMILY_INTEGER.row("sarq sar.", "REX.W C1 /7 ib", "+rm64 u8", ">flags");
    X86Row SAR_RM64_CL = FAMILY_INTEGER.row("sarq sar.", "REX.W D3 /7", "+rm64 cl", "flags>flags");
    X86Row SAR_RM64 = FAMILY_INTEGER.row("sarq sar.", "REX.W D1 /7", "+rm64", ">flags", ALTERNATE);
    X86Row SHLD_RM16_R16_U8 = FAMILY_INTEGER.row("shldw shld.", "66 0F A4 /r ib", "+rm16 r16 u8", ">flags", 0, 3);
    X86Row SHLD_RM16_R16_CL = FAMILY_INTEGER.row("shldw shld.", "66 0F A5 /r", "+rm16 r16 cl", "flags>flags", 0, 3);
    X86Row SHLD_RM16_R16 = FAMILY_INTEGER.row("shldw shld.", "66 0F A5 /r", "+rm16 r16", "rcx flags>flags", ALTERNATE, 3);
    X86Row SHLD_RM32_R32_U8 = FAMILY_INTEGER.row("shldl shld.", "0F A4 /r ib", "+rm32 r32 u8", ">flags", 0, 3);
    X86Row SHLD_RM32_R32_CL = FAMILY_INTEGER.row("shldl shld.", "0F A5 /r", "+rm32 r32 cl", "flags>flags", 0, 3);
    X86Row SHLD_RM32_R32 = FAMILY_INTEGER.row("shldl shld.", "0F A5 /r", "+rm32 r32", "rcx flags>flags", ALTERNATE, 3);
    X86Row SHLD_RM64_R64_U8 = FAMILY_INTEGER.row("shldq shld.", "REX.W 0F A4 /r ib", "+rm64 r64 u8", ">flags", 0, 3);
    X86Row SHLD_RM64_R64_CL = FAMILY_INTEGER.row("shldq shld.", "REX.W 0F A5 /r", "+rm64 r64 cl", "flags>flags", 0, 3);
    X86Row SHLD_RM64_R64 = FAMILY_INTEGER.row("shldq shld.", "REX.W 0F A5 /r", "+rm64 r64", "rcx flags>flags", ALTERNATE, 3);
    X86Row SHRD_RM16_R16_U8 = FAMILY_INTEGER.row("shrdw shrd.", "66 0F AC /r ib", "+rm16 r16 u8", ">flags", 0, 3);
    X86Row SHRD_RM16_R16_CL = FAMILY_INTEGER.row("shrdw shrd.", "66 0F AD /r", "+rm16 r16 cl", "flags>flags", 0, 3);
    X86Row SHRD_RM16_R16 = FAMILY_INTEGER.row("shrdw shrd.", "66 0F AD /r", "+rm16 r16", "rcx flags>flags", ALTERNATE, 3);
    X86Row SHRD_RM32_R32_U8 = FAMILY_INTEGER.row("shrdl shrd.", "0F AC /r ib", "+rm32 r32 u8", ">flags", 0, 3);
    X86Row SHRD_RM32_R32_CL = FAMILY_INTEGER.row("shrdl shrd.", "0F AD /r", "+rm32 r32 cl", "flags>flags", 0, 3);
    X86Row SHRD_RM32_R32 = FAMILY_INTEGER.row("shrdl shrd.", "0F AD /r", "+rm32 r32", "rcx flags>flags", ALTERNATE, 3);
    X86Row SHRD_RM64_R64_U8 = FAMILY_INTEGER.row("shrdq shrd.", "REX.W 0F AC /r ib", "+rm64 r64 u8", ">flags", 0, 3);
    X86Row SHRD_RM64_R64_CL = FAMILY_INTEGER.row("shrdq shrd.", "REX.W 0F AD /r", "+rm64 r64 cl", "flags>flags", 0, 3);
    X86Row SHRD_RM64_R64 = FAMILY_INTEGER.row("shrdq shrd.", "REX.W 0F AD /r", "+rm64 r64", "rcx flags>flags", ALTERNATE, 3);

    // --- bits ----------------------------------------------------------------------------------------------------------

    X86Row BT_RM16_R16 = FAMILY_INTEGER.row("btw bt.", "66 0F A3 /r", "rm16 r16", ">flags");
    X86Row BT_RM16_U8 = FAMILY_INTEGER.row("btw bt.", "66 0F BA /4 ib", "rm16 u8", ">flags");
    X86Row BT_RM32_R32 = FAMILY_INTEGER.row("btl bt.", "0F A3 /r", "rm32 r32", ">flags");
    X86Row BT_RM32_U8 = FAMILY_INTEGER.row("btl bt.", "0F BA /4 ib", "rm32 u8", ">flags");
    X86Row BT_RM64_R64 = FAMILY_INTEGER.row("btq bt.", "REX.W 0F A3 /r", "rm64 r64", ">flags");
    X86Row BT_RM64_U8 = FAMILY_INTEGER.row("btq bt.", "REX.W 0F BA /4 ib", "rm64 u8", ">flags");
    X86Row BTS_RM16_R16 = FAMILY_INTEGER.row("btsw bts.", "66 0F AB /r", "+rm16 r16", ">flags", LOCKABLE);
    X86Row BTS_RM16_U8 = FAMILY_INTEGER.row("btsw bts.", "66 0F BA /5 ib", "+rm16 u8", ">flags", LOCKABLE);
    X86Row BTS_RM32_R32 = FAMILY_INTEGER.row("btsl bts.", "0F AB /r", "+rm32 r32", ">flags", LOCKABLE);
    X86Row BTS_RM32_U8 = FAMILY_INTEGER.row("btsl bts.", "0F BA /5 ib", "+rm32 u8", ">flags", LOCKABLE);
    X86Row BTS_RM64_R64 = FAMILY_INTEGER.row("btsq bts.", "REX.W 0F AB /r", "+rm64 r64", ">flags", LOCKABLE);
    X86Row BTS_RM64_U8 = FAMILY_INTEGER.row("btsq bts.", "REX.W 0F BA /5 ib", "+rm64 u8", ">flags", LOCKABLE);
    X86Row BTR_RM16_R16 = FAMILY_INTEGER.row("btrw btr.", "66 0F B3 /r", "+rm16 r16", ">flags", LOCKABLE);
    X86Row BTR_RM16_U8 = FAMILY_INTEGER.row("btrw btr.", "66 0F BA /6 ib", "+rm16 u8", ">flags", LOCKABLE);
    X86Row BTR_RM32_R32 = FAMILY_INTEGER.row("btrl btr.", "0F B3 /r", "+rm32 r32", ">flags", LOCKABLE);
    X86Row BTR_RM32_U8 = FAMILY_INTEGER.row("btrl btr.", "0F BA /6 ib", "+rm32 u8", ">flags", LOCKABLE);
    X86Row BTR_RM64_R64 = FAMILY_INTEGER.row("btrq btr.", "REX.W 0F B3 /r", "+rm64 r64", ">flags", LOCKABLE);
    X86Row BTR_RM64_U8 = FAMILY_INTEGER.row("btrq btr.", "REX.W 0F BA /6 ib", "+rm64 u8", ">flags", LOCKABLE);
    X86Row BTC_RM16_R16 = FAMILY_INTEGER.row("btcw btc.", "66 0F BB /r", "+rm16 r16", ">flags", LOCKABLE);
    X86Row BTC_RM16_U8 = FAMILY_INTEGER.row("btcw btc.", "66 0F BA /7 ib", "+rm16 u8", ">flags", LOCKABLE);
    X86Row BTC_RM32_R32 = FAMILY_INTEGER.row("btcl btc.", "0F BB /r", "+rm32 r32", ">flags", LOCKABLE);
    X86Row BTC_RM32_U8 = FAMILY_INTEGER.row("btcl btc.", "0F BA /7 ib", "+rm32 u8", ">flags", LOCKABLE);
    X86Row BTC_RM64_R64 = FAMILY_INTEGER.row("btcq btc.", "REX.W 0F BB /r", "+rm64 r64", ">flags", LOCKABLE);
    X86Row BTC_RM64_U8 = FAMILY_INTEGER.row("btcq btc.", "REX.W 0F BA /7 ib", "+rm64 u8", ">flags", LOCKABLE);
    X86Row BSF_R16_RM16 = FAMILY_INTEGER.row("bsfw bsf.", "66 0F BC /r", "+r16 rm16", ">flags", 0, 3);
    X86Row BSF_R32_RM32 = FAMILY_INTEGER.row("bsfl bsf.", "0F BC /r", "+r32 rm32", ">flags", 0, 3);
    X86Row BSF_R64_RM64 = FAMILY_INTEGER.row("bsfq bsf.", "REX.W 0F BC /r", "+r64 rm64", ">flags", 0, 3);
    X86Row BSR_R16_RM16 = FAMILY_INTEGER.row("bsrw bsr.", "66 0F BD /r", "+r16 rm16", ">flags", 0, 3);
    X86Row BSR_R32_RM32 = FAMILY_INTEGER.row("bsrl bsr.", "0F BD /r", "+r32 rm32", ">flags", 0, 3);
    X86Row BSR_R64_RM64 = FAMILY_INTEGER.row("bsrq bsr.", "REX.W 0F BD /r", "+r64 rm64", ">flags", 0, 3);
    X86Row LZCNT_R16_RM16 = FAMILY_INTEGER.row("lzcntw lzcnt.", "o16 F3 0F BD /r", "=r16 rm16", ">flags", 0, 3);
    X86Row LZCNT_R32_RM32 = FAMILY_INTEGER.row("lzcntl lzcnt.", "F3 0F BD /r", "=r32 rm32", ">flags", FALSE_DEPENDENCY, 3);
    X86Row LZCNT_R64_RM64 = FAMILY_INTEGER.row("lzcntq lzcnt.", "F3 REX.W 0F BD /r", "=r64 rm64", ">flags", FALSE_DEPENDENCY, 3);
    X86Row TZCNT_R16_RM16 = FAMILY_INTEGER.row("tzcntw tzcnt.", "o16 F3 0F BC /r", "=r16 rm16", ">flags", 0, 3);
    X86Row TZCNT_R32_RM32 = FAMILY_INTEGER.row("tzcntl tzcnt.", "F3 0F BC /r", "=r32 rm32", ">flags", FALSE_DEPENDENCY, 3);
    X86Row TZCNT_R64_RM64 = FAMILY_INTEGER.row("tzcntq tzcnt.", "F3 REX.W 0F BC /r", "=r64 rm64", ">flags", FALSE_DEPENDENCY, 3);
    X86Row POPCNT_R16_RM16 = FAMILY_INTEGER.row("popcntw popcnt.", "o16 F3 0F B8 /r", "=r16 rm16", ">flags", 0, 3);
    X86Row POPCNT_R32_RM32 = FAMILY_INTEGER.row("popcntl popcnt.", "F3 0F B8 /r", "=r32 rm32", ">flags", FALSE_DEPENDENCY, 3);
    X86Row POPCNT_R64_RM64 = FAMILY_INTEGER.row("popcntq popcnt.", "F3 REX.W 0F B8 /r", "=r64 rm64", ">flags", FALSE_DEPENDENCY, 3);
    X86Row BSWAP_R32 = FAMILY_INTEGER.row("bswapl bswap.", "0F C8 +r", "+r32");
    X86Row BSWAP_R64 = FAMILY_INTEGER.row("bswapq bswap.", "REX.W 0F C8 +r", "+r64");

    // --- conditions ----------------------------------------------------------------------------------------------------

    X86Row SETO_RM8 = FAMILY_INTEGER.row("seto setob", "0F 90 /0", "=rm8", "flags");
    X86Row SETNO_RM8 = FAMILY_INTEGER.row("setno setnob", "0F 91 /0", "=rm8", "flags");
    X86Row SETB_RM8 = FAMILY_INTEGER.row("setb setc setnae", "0F 92 /0", "=rm8", "flags");
    X86Row SETAE_RM8 = FAMILY_INTEGER.row("setae setnc setnb setaeb setncb setnbb", "0F 93 /0", "=rm8", "flags");
    X86Row SETE_RM8 = FAMILY_INTEGER.row("sete setz seteb setzb", "0F 94 /0", "=rm8", "flags");
    X86Row SETNE_RM8 = FAMILY_INTEGER.row("setne setnz setneb setnzb", "0F 95 /0", "=rm8", "flags");
    X86Row SETBE_RM8 = FAMILY_INTEGER.row("setbe setna setbeb setnab", "0F 96 /0", "=rm8", "flags");
    X86Row SETA_RM8 = FAMILY_INTEGER.row("seta setnbe setab setnbeb", "0F 97 /0", "=rm8", "flags");
    X86Row SETS_RM8 = FAMILY_INTEGER.row("sets setsb", "0F 98 /0", "=rm8", "flags");
    X86Row SETNS_RM8 = FAMILY_INTEGER.row("setns setnsb", "0F 99 /0", "=rm8", "flags");
    X86Row SETP_RM8 = FAMILY_INTEGER.row("setp setpe setpb setpeb", "0F 9A /0", "=rm8", "flags");
    X86Row SETNP_RM8 = FAMILY_INTEGER.row("setnp setpo setnpb setpob", "0F 9B /0", "=rm8", "flags");
    X86Row SETL_RM8 = FAMILY_INTEGER.row("setl setnge setlb setngeb", "0F 9C /0", "=rm8", "flags");
    X86Row SETGE_RM8 = FAMILY_INTEGER.row("setge setnl setgeb setnlb", "0F 9D /0", "=rm8", "flags");
    X86Row SETLE_RM8 = FAMILY_INTEGER.row("setle setng setleb setngb", "0F 9E /0", "=rm8", "flags");
    X86Row SETG_RM8 = FAMILY_INTEGER.row("setg setnle setgb setnleb", "0F 9F /0", "=rm8", "flags");
    X86Row CMOVO_R16_RM16 = FAMILY_INTEGER.row("cmovow cmovo.", "66 0F 40 /r", "+r16 rm16", "flags");
    X86Row CMOVNO_R16_RM16 = FAMILY_INTEGER.row("cmovnow cmovno.", "66 0F 41 /r", "+r16 rm16", "flags");
    X86Row CMOVB_R16_RM16 = FAMILY_INTEGER.row("cmovbw cmovb. cmovcw cmovc. cmovnaew cmovnae.", "66 0F 42 /r", "+r16 rm16", "flags");
    X86Row CMOVAE_R16_RM16 = FAMILY_INTEGER.row("cmovaew cmovae. cmovncw cmovnc. cmovnbw cmovnb.", "66 0F 43 /r", "+r16 rm16", "flags");
    X86Row CMOVE_R16_RM16 = FAMILY_INTEGER.row("cmovew cmove. cmovzw cmovz.", "66 0F 44 /r", "+r16 rm16", "flags");
    X86Row CMOVNE_R16_RM16 = FAMILY_INTEGER.row("cmovnew cmovne. cmovnzw cmovnz.", "66 0F 45 /r", "+r16 rm16", "flags");
    X86Row CMOVBE_R16_RM16 = FAMILY_INTEGER.row("cmovbew cmovbe. cmovnaw cmovna.", "66 0F 46 /r", "+r16 rm16", "flags");
    X86Row CMOVA_R16_RM16 = FAMILY_INTEGER.row("cmovaw cmova. cmovnbew cmovnbe.", "66 0F 47 /r", "+r16 rm16", "flags");
    X86Row CMOVS_R16_RM16 = FAMILY_INTEGER.row("cmovsw cmovs.", "66 0F 48 /r", "+r16 rm16", "flags");
    X86Row CMOVNS_R16_RM16 = FAMILY_INTEGER.row("cmovnsw cmovns.", "66 0F 49 /r", "+r16 rm16", "flags");
    X86Row CMOVP_R16_RM16 = FAMILY_INTEGER.row("cmovpw cmovp. cmovpew cmovpe.", "66 0F 4A /r", "+r16 rm16", "flags");
    X86Row CMOVNP_R16_RM16 = FAMILY_INTEGER.row("cmovnpw cmovnp. cmovpow cmovpo.", "66 0F 4B /r", "+r16 rm16", "flags");
    X86Row CMOVL_R16_RM16 = FAMILY_INTEGER.row("cmovlw cmovl. cmovngew cmovnge.", "66 0F 4C /r", "+r16 rm16", "flags");
    X86Row CMOVGE_R16_RM16 = FAMILY_INTEGER.row("cmovgew cmovge. cmovnlw cmovnl.", "66 0F 4D /r", "+r16 rm16", "flags");
    X86Row CMOVLE_R16_RM16 = FAMILY_INTEGER.row("cmovlew cmovle. cmovngw cmovng.", "66 0F 4E /r", "+r16 rm16", "flags");
    X86Row CMOVG_R16_RM16 = FAMILY_INTEGER.row("cmovgw cmovg. cmovnlew cmovnle.", "66 0F 4F /r", "+r16 rm16", "flags");
    X86Row CMOVO_R32_RM32 = FAMILY_INTEGER.row("cmovol cmovo.", "0F 40 /r", "+r32 rm32", "flags");
    X86Row CMOVNO_R32_RM32 = FAMILY_INTEGER.row("cmovnol cmovno.", "0F 41 /r", "+r32 rm32", "flags");
    X86Row CMOVB_R32_RM32 = FAMILY_INTEGER.row("cmovbl cmovb. cmovcl cmovc. cmovnael cmovnae.", "0F 42 /r", "+r32 rm32", "flags");
    X86Row CMOVAE_R32_RM32 = FAMILY_INTEGER.row("cmovael cmovae. cmovncl cmovnc. cmovnbl cmovnb.", "0F 43 /r", "+r32 rm32", "flags");
    X86Row CMOVE_R32_RM32 = FAMILY_INTEGER.row("cmovel cmove. cmovzl cmovz.", "0F 44 /r", "+r32 rm32", "flags");
    X86Row CMOVNE_R32_RM32 = FAMILY_INTEGER.row("cmovnel cmovne. cmovnzl cmovnz.", "0F 45 /r", "+r32 rm32", "flags");
    X86Row CMOVBE_R32_RM32 = FAMILY_INTEGER.row("cmovbel cmovbe. cmovnal cmovna.", "0F 46 /r", "+r32 rm32", "flags");
    X86Row CMOVA_R32_RM32 = FAMILY_INTEGER.row("cmoval cmova. cmovnbel cmovnbe.", "0F 47 /r", "+r32 rm32", "flags");
    X86Row CMOVS_R32_RM32 = FAMILY_INTEGER.row("cmovsl cmovs.", "0F 48 /r", "+r32 rm32", "flags");
    X86Row CMOVNS_R32_RM32 = FAMILY_INTEGER.row("cmovnsl cmovns.", "0F 49 /r", "+r32 rm32", "flags");
    X86Row CMOVP_R32_RM32 = FAMILY_INTEGER.row("cmovpl cmovp. cmovpel cmovpe.", "0F 4A /r", "+r32 rm32", "flags");
    X86Row CMOVNP_R32_RM32 = FAMILY_INTEGER.row("cmovnpl cmovnp. cmovpol cmovpo.", "0F 4B /r", "+r32 rm32", "flags");
    X86Row CMOVL_R32_RM32 = FAMILY_INTEGER.row("cmovll cmovl. cmovngel cmovnge.", "0F 4C /r", "+r32 rm32", "flags");
    X86Row CMOVGE_R32_RM32 = FAMILY_INTEGER.row("cmovgel cmovge. cmovnll cmovnl.", "0F 4D /r", "+r32 rm32", "flags");
    X86Row CMOVLE_R32_RM32 = FAMILY_INTEGER.row("cmovlel cmovle. cmovngl cmovng.", "0F 4E /r", "+r32 rm32", "flags");
    X86Row CMOVG_R32_RM32 = FAMILY_INTEGER.row("cmovgl cmovg. cmovnlel cmovnle.", "0F 4F /r", "+r32 rm32", "flags");
    X86Row CMOVO_R64_RM64 = FAMILY_INTEGER.row("cmovoq cmovo.", "REX.W 0F 40 /r", "+r64 rm64", "flags");
    X86Row CMOVNO_R64_RM64 = FAMILY_INTEGER.row("cmovnoq cmovno.", "REX.W 0F 41 /r", "+r64 rm64", "flags");
    X86Row CMOVB_R64_RM64 = FAMILY_INTEGER.row("cmovbq cmovb. cmovcq cmovc. cmovnaeq cmovnae.", "REX.W 0F 42 /r", "+r64 rm64", "flags");
    X86Row CMOVAE_R64_RM64 = FAMILY_INTEGER.row("cmovaeq cmovae. cmovncq cmovnc. cmovnbq cmovnb.", "REX.W 0F 43 /r", "+r64 rm64", "flags");
    X86Row CMOVE_R64_RM64 = FAMILY_INTEGER.row("cmoveq cmove. cmovzq cmovz.", "REX.W 0F 44 /r", "+r64 rm64", "flags");
    X86Row CMOVNE_R64_RM64 = FAMILY_INTEGER.row("cmovneq cmovne. cmovnzq cmovnz.", "REX.W 0F 45 /r", "+r64 rm64", "flags");
    X86Row CMOVBE_R64_RM64 = FAMILY_INTEGER.row("cmovbeq cmovbe. cmovnaq cmovna.", "REX.W 0F 46 /r", "+r64 rm64", "flags");
    X86Row CMOVA_R64_RM64 = FAMILY_INTEGER.row("cmovaq cmova. cmovnbeq cmovnbe.", "REX.W 0F 47 /r", "+r64 rm64", "flags");
    X86Row CMOVS_R64_RM64 = FAMILY_INTEGER.row("cmovsq cmovs.", "REX.W 0F 48 /r", "+r64 rm64", "flags");
    X86Row CMOVNS_R64_RM64 = FAMILY_INTEGER.row("cmovnsq cmovns.", "REX.W 0F 49 /r", "+r64 rm64", "flags");
    X86Row CMOVP_R64_RM64 = FAMILY_INTEGER.row("cmovpq cmovp. cmovpeq cmovpe.", "REX.W 0F 4A /r", "+r64 rm64", "flags");
    X86Row CMOVNP_R64_RM64 = FAMILY_INTEGER.row("cmovnpq cmovnp. cmovpoq cmovpo.", "REX.W 0F 4B /r", "+r64 rm64", "flags");
    X86Row CMOVL_R64_RM64 = FAMILY_INTEGER.row("cmovlq cmovl. cmovngeq cmovnge.", "REX.W 0F 4C /r", "+r64 rm64", "flags");
    X86Row CMOVGE_R64_RM64 = FAMILY_INTEGER.row("cmovgeq cmovge. cmovnlq cmovnl.", "REX.W 0F 4D /r", "+r64 rm64", "flags");
    X86Row CMOVLE_R64_RM64 = FAMILY_INTEGER.row("cmovleq cmovle. cmovngq cmovng.", "REX.W 0F 4E /r", "+r64 rm64", "flags");
    X86Row CMOVG_R64_RM64 = FAMILY_INTEGER.row("cmovgq cmovg. cmovnleq cmovnle.", "REX.W 0F 4F /r", "+r64 rm64", "flags");

    // --- control flow --------------------------------------------------------------------------------------------------

    X86Row JO_REL = FAMILY_INTEGER.row("jo", "0F 80 cd", "rel", "flags", JUMP | COND);
    X86Row JNO_REL = FAMILY_INTEGER.row("jno", "0F 81 cd", "rel", "flags", JUMP | COND);
    X86Row JB_REL = FAMILY_INTEGER.row("jb jc jnae", "0F 82 cd", "rel", "flags", JUMP | COND);
    X86Row JAE_REL = FAMILY_INTEGER.row("jae jnc jnb", "0F 83 cd", "rel", "flags", JUMP | COND);
    X86Row JE_REL = FAMILY_INTEGER.row("je jz", "0F 84 cd", "rel", "flags", JUMP | COND);
    X86Row JNE_REL = FAMILY_INTEGER.row("jne jnz", "0F 85 cd", "rel", "flags", JUMP | COND);
    X86Row JBE_REL = FAMILY_INTEGER.row("jbe jna", "0F 86 cd", "rel", "flags", JUMP | COND);
    X86Row JA_REL = FAMILY_INTEGER.row("ja jnbe", "0F 87 cd", "rel", "flags", JUMP | COND);
    X86Row JS_REL = FAMILY_INTEGER.row("js", "0F 88 cd", "rel", "flags", JUMP | COND);
    X86Row JNS_REL = FAMILY_INTEGER.row("jns", "0F 89 cd", "rel", "flags", JUMP | COND);
    X86Row JP_REL = FAMILY_INTEGER.row("jp jpe", "0F 8A cd", "rel", "flags", JUMP | COND);
    X86Row JNP_REL = FAMILY_INTEGER.row("jnp jpo", "0F 8B cd", "rel", "flags", JUMP | COND);
    X86Row JL_REL = FAMILY_INTEGER.row("jl jnge", "0F 8C cd", "rel", "flags", JUMP | COND);
    X86Row JGE_REL = FAMILY_INTEGER.row("jge jnl", "0F 8D cd", "rel", "flags", JUMP | COND);
    X86Row JLE_REL = FAMILY_INTEGER.row("jle jng", "0F 8E cd", "rel", "flags", JUMP | COND);
    X86Row JG_REL = FAMILY_INTEGER.row("jg jnle", "0F 8F cd", "rel", "flags", JUMP | COND);
    X86Row JO_REL8 = FAMILY_INTEGER.row("jo", "70 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JNO_REL8 = FAMILY_INTEGER.row("jno", "71 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JB_REL8 = FAMILY_INTEGER.row("jb jc jnae", "72 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JAE_REL8 = FAMILY_INTEGER.row("jae jnc jnb", "73 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JE_REL8 = FAMILY_INTEGER.row("je jz", "74 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JNE_REL8 = FAMILY_INTEGER.row("jne jnz", "75 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JBE_REL8 = FAMILY_INTEGER.row("jbe jna", "76 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JA_REL8 = FAMILY_INTEGER.row("ja jnbe", "77 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JS_REL8 = FAMILY_INTEGER.row("js", "78 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JNS_REL8 = FAMILY_INTEGER.row("jns", "79 cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JP_REL8 = FAMILY_INTEGER.row("jp jpe", "7A cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JNP_REL8 = FAMILY_INTEGER.row("jnp jpo", "7B cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JL_REL8 = FAMILY_INTEGER.row("jl jnge", "7C cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JGE_REL8 = FAMILY_INTEGER.row("jge jnl", "7D cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JLE_REL8 = FAMILY_INTEGER.row("jle jng", "7E cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JG_REL8 = FAMILY_INTEGER.row("jg jnle", "7F cb", "rel8", "flags", JUMP | COND | ALTERNATE);
    X86Row JMP_REL = FAMILY_INTEGER.row("jmp jmpq", "E9 cd", "rel", "", JUMP);
    X86Row JMP_REL8 = FAMILY_INTEGER.row("jmp", "EB cb", "rel8", "", JUMP | ALTERNATE);
    X86Row JMP_RM64 = FAMILY_INTEGER.row("jmp jmpq", "FF /4", "rm64", "", JUMP);
    X86Row CALL_REL = FAMILY_INTEGER.row("call callq", "E8 cd", "rel", "rsp>rsp", CALL | MAY_LOAD | MAY_STORE);
    X86Row CALL_RM64 = FAMILY_INTEGER.row("call callq", "FF /2", "rm64", "rsp>rsp", CALL | MAY_LOAD | MAY_STORE);
    X86Row RET = FAMILY_INTEGER.row("ret retq", "C3", "", "rsp>rsp", Row.RET);
    X86Row RET_U16 = FAMILY_INTEGER.row("ret retq", "C2 iw", "u16", "rsp>rsp", Row.RET);
    X86Row LOOP_REL8 = FAMILY_INTEGER.row("loop", "E2 cb", "rel8", "rcx flags>rcx", JUMP | COND);
    X86Row LOOPE_REL8 = FAMILY_INTEGER.row("loope loopz", "E1 cb", "rel8", "rcx flags>rcx", JUMP | COND);
    X86Row LOOPNE_REL8 = FAMILY_INTEGER.row("loopne loopnz", "E0 cb", "rel8", "rcx flags>rcx", JUMP | COND);
    X86Row JRCXZ_REL8 = FAMILY_INTEGER.row("jrcxz", "E3 cb", "rel8", "rcx", JUMP | COND);
    X86Row JECXZ_REL8 = FAMILY_INTEGER.row("jecxz", "67 E3 cb", "rel8", "rcx", JUMP | COND);
    X86Row LEAVE = FAMILY_INTEGER.row("leave leaveq", "C9", "", "rbp>rsp rbp", MAY_LOAD);
    X86Row ENTER_U16_U8 = FAMILY_INTEGER.row("enter enterq", "C8 iw ib", "u16 u8", "rsp rbp>rsp rbp", MAY_STORE);

    // --- stack ---------------------------------------------------------------------------------------------------------

    X86Row PUSH_R64 = FAMILY_INTEGER.row("pushq push", "50 +r", "r64", "rsp>rsp", MAY_STORE);
    X86Row PUSH_R16 = FAMILY_INTEGER.row("pushw push.", "66 50 +r", "r16", "rsp>rsp", MAY_STORE);
    X86Row PUSH_I8 = FAMILY_INTEGER.row("pushq push", "6A ib", "s8", "rsp>rsp", MAY_STORE);
    X86Row PUSH_I32 = FAMILY_INTEGER.row("pushq push", "68 id", "s32", "rsp>rsp", MAY_STORE);
    X86Row PUSHW_I8 = FAMILY_INTEGER.row("pushw", "66 6A ib", "s8", "rsp>rsp", MAY_STORE);
    X86Row PUSHW_I16 = FAMILY_INTEGER.row("pushw", "66 68 iw", "i16", "rsp>rsp", MAY_STORE);
    X86Row PUSH_RM64 = FAMILY_INTEGER.row("pushq push", "FF /6", "rm64", "rsp>rsp", MAY_STORE);
    X86Row PUSH_RM16 = FAMILY_INTEGER.row("pushw push.", "66 FF /6", "rm16", "rsp>rsp", MAY_STORE);
    X86Row PUSH_FS = FAMILY_INTEGER.row("pushq push", "0F A0", "fs", "rsp>rsp", MAY_STORE);
    X86Row PUSH_GS = FAMILY_INTEGER.row("pushq push", "0F A8", "gs", "rsp>rsp", MAY_STORE);
    X86Row POP_R64 = FAMILY_INTEGER.row("popq pop", "58 +r", "=r64", "rsp>rsp", MAY_LOAD);
    X86Row POP_R16 = FAMILY_INTEGER.row("popw pop.", "66 58 +r", "=r16", "rsp>rsp", MAY_LOAD);
    X86Row POP_RM64 = FAMILY_INTEGER.row("popq pop", "8F /0", "=rm64", "rsp>rsp", MAY_LOAD);
    X86Row POP_RM16 = FAMILY_INTEGER.row("popw pop.", "66 8F /0", "=rm16", "rsp>rsp", MAY_LOAD);
    X86Row POP_FS = FAMILY_INTEGER.row("popq pop", "0F A1", "=fs", "rsp>rsp", MAY_LOAD);
    X86Row POP_GS = FAMILY_INTEGER.row("popq pop", "0F A9", "=gs", "rsp>rsp", MAY_LOAD);
    X86Row PUSHFQ = FAMILY_INTEGER.row("pushfq pushf", "9C", "", "rsp flags>rsp", MAY_STORE);
    X86Row PUSHFW = FAMILY_INTEGER.row("pushfw", "66 9C", "", "rsp flags>rsp", MAY_STORE);
    X86Row POPFQ = FAMILY_INTEGER.row("popfq popf", "9D", "", "rsp>rsp flags", MAY_LOAD);
    X86Row POPFW = FAMILY_INTEGER.row("popfw", "66 9D", "", "rsp>rsp flags", MAY_LOAD);

    // --- exchange and atomics ------------------------------------------------------------------------------------------

    X86Row XCHG_AX_R16 = FAMILY_INTEGER.row("xchgw xchg.", "66 90 +r", "+ax +r16");
    X86Row XCHG_EAX_R32 = FAMILY_INTEGER.row("xchgl xchg.", "90 +r", "+eax +r32");
    X86Row XCHG_RAX_R64 = FAMILY_INTEGER.row("xchgq xchg.", "REX.W 90 +r", "+rax +r64");
    X86Row XCHG_R16_AX = FAMILY_INTEGER.row("xchgw xchg.", "66 90 +r", "+r16 +ax");
    X86Row XCHG_R32_EAX = FAMILY_INTEGER.row("xchgl xchg.", "90 +r", "+r32 +eax");
    X86Row XCHG_R64_RAX = FAMILY_INTEGER.row("xchgq xchg.", "REX.W 90 +r", "+r64 +rax");
    X86Row XCHG_RM8_R8 = FAMILY_INTEGER.row("xchgb xchg.", "86 /r", "+rm8 +r8", "", LOCKABLE);
    X86Row XCHG_R8_RM8 = FAMILY_INTEGER.row("xchgb xchg.", "86 /r", "+r8 +rm8", "", LOCKABLE);
    X86Row XCHG_RM16_R16 = FAMILY_INTEGER.row("xchgw xchg.", "66 87 /r", "+rm16 +r16", "", LOCKABLE);
    X86Row XCHG_R16_RM16 = FAMILY_INTEGER.row("xchgw xchg.", "66 87 /r", "+r16 +rm16", "", LOCKABLE);
    X86Row XCHG_RM32_R32 = FAMILY_INTEGER.row("xchgl xchg.", "87 /r", "+rm32 +r32", "", LOCKABLE);
    X86Row XCHG_R32_RM32 = FAMILY_INTEGER.row("xchgl xchg.", "87 /r", "+r32 +rm32", "", LOCKABLE);
    X86Row XCHG_RM64_R64 = FAMILY_INTEGER.row("xchgq xchg.", "REX.W 87 /r", "+rm64 +r64", "", LOCKABLE);
    X86Row XCHG_R64_RM64 = FAMILY_INTEGER.row("xchgq xchg.", "REX.W 87 /r", "+r64 +rm64", "", LOCKABLE);
    X86Row XADD_RM8_R8 = FAMILY_INTEGER.row("xaddb xadd.", "0F C0 /r", "+rm8 +r8", ">flags", LOCKABLE);
    X86Row XADD_RM16_R16 = FAMILY_INTEGER.row("xaddw xadd.", "66 0F C1 /r", "+rm16 +r16", ">flags", LOCKABLE);
    X86Row XADD_RM32_R32 = FAMILY_INTEGER.row("xaddl xadd.", "0F C1 /r", "+rm32 +r32", ">flags", LOCKABLE);
    X86Row XADD_RM64_R64 = FAMILY_INTEGER.row("xaddq xadd.", "REX.W 0F C1 /r", "+rm64 +r64", ">flags", LOCKABLE);
    X86Row CMPXCHG_RM8_R8 = FAMILY_INTEGER.row("cmpxchgb cmpxchg.", "0F B0 /r", "+rm8 r8", "rax>rax flags", LOCKABLE);
    X86Row CMPXCHG_RM16_R16 = FAMILY_INTEGER.row("cmpxchgw cmpxchg.", "66 0F B1 /r", "+rm16 r16", "rax>rax flags", LOCKABLE);
    X86Row CMPXCHG_RM32_R32 = FAMILY_INTEGER.row("cmpxchgl cmpxchg.", "0F B1 /r", "+rm32 r32", "rax>rax flags", LOCKABLE);
    X86Row CMPXCHG_RM64_R64 = FAMILY_INTEGER.row("cmpxchgq cmpxchg.", "REX.W 0F B1 /r", "+rm64 r64", "rax>rax flags", LOCKABLE);
    X86Row CMPXCHG8B_M64 = FAMILY_INTEGER.row("cmpxchg8b cmpxchg8bq", "0F C7 /1", "+m64", "rax rbx rcx rdx>rax rdx flags", LOCKABLE);
    X86Row CMPXCHG16B_M128 = FAMILY_INTEGER.row("cmpxchg16b", "REX.W 0F C7 /1", "+m128", "rax rbx rcx rdx>rax rdx flags", LOCKABLE);

    // --- strings -------------------------------------------------------------------------------------------------------

    X86Row MOVS8 = FAMILY_INTEGER.row("movsb", "A4", "", "rsi rdi df>rsi rdi", MAY_LOAD | MAY_STORE | SIDE_EFFECT);
    X86Row MOVS16 = FAMILY_INTEGER.row("movsw", "66 A5", "", "rsi rdi df>rsi rdi", MAY_LOAD | MAY_STORE | SIDE_EFFECT);
    X86Row MOVS32 = FAMILY_INTEGER.row("movsl movsd", "A5", "", "rsi rdi df>rsi rdi", MAY_LOAD | MAY_STORE | SIDE_EFFECT);
    X86Row MOVS64 = FAMILY_INTEGER.row("movsq", "REX.W A5", "", "rsi rdi df>rsi rdi", MAY_LOAD | MAY_STORE | SIDE_EFFECT);
    X86Row CMPS8 = FAMILY_INTEGER.row("cmpsb", "A6", "", "rsi rdi df>rsi rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row CMPS16 = FAMILY_INTEGER.row("cmpsw", "66 A7", "", "rsi rdi df>rsi rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row CMPS32 = FAMILY_INTEGER.row("cmpsl cmpsd", "A7", "", "rsi rdi df>rsi rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row CMPS64 = FAMILY_INTEGER.row("cmpsq", "REX.W A7", "", "rsi rdi df>rsi rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row STOS8 = FAMILY_INTEGER.row("stosb", "AA", "", "rax rdi df>rdi", MAY_STORE | SIDE_EFFECT);
    X86Row STOS16 = FAMILY_INTEGER.row("stosw", "66 AB", "", "rax rdi df>rdi", MAY_STORE | SIDE_EFFECT);
    X86Row STOS32 = FAMILY_INTEGER.row("stosl stosd", "AB", "", "rax rdi df>rdi", MAY_STORE | SIDE_EFFECT);
    X86Row STOS64 = FAMILY_INTEGER.row("stosq", "REX.W AB", "", "rax rdi df>rdi", MAY_STORE | SIDE_EFFECT);
    X86Row LODS8 = FAMILY_INTEGER.row("lodsb", "AC", "", "rsi df>rax rsi", MAY_LOAD | SIDE_EFFECT);
    X86Row LODS16 = FAMILY_INTEGER.row("lodsw", "66 AD", "", "rsi df>rax rsi", MAY_LOAD | SIDE_EFFECT);
    X86Row LODS32 = FAMILY_INTEGER.row("lodsl lodsd", "AD", "", "rsi df>rax rsi", MAY_LOAD | SIDE_EFFECT);
    X86Row LODS64 = FAMILY_INTEGER.row("lodsq", "REX.W AD", "", "rsi df>rax rsi", MAY_LOAD | SIDE_EFFECT);
    X86Row SCAS8 = FAMILY_INTEGER.row("scasb", "AE", "", "rax rdi df>rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row SCAS16 = FAMILY_INTEGER.row("scasw", "66 AF", "", "rax rdi df>rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row SCAS32 = FAMILY_INTEGER.row("scasl scasd", "AF", "", "rax rdi df>rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row SCAS64 = FAMILY_INTEGER.row("scasq", "REX.W AF", "", "rax rdi df>rdi flags", MAY_LOAD | SIDE_EFFECT);
    X86Row INS8 = FAMILY_INTEGER.row("insb", "6C", "", "rdx rdi df>rdi", MAY_STORE | SIDE_EFFECT);
    X86Row INS16 = FAMILY_INTEGER.row("insw", "66 6D", "", "rdx rdi df>rdi", MAY_STORE | SIDE_EFFECT);
    X86Row INS32 = FAMILY_INTEGER.row("insl insd", "6D", "", "rdx rdi df>rdi", MAY_STORE | SIDE_EFFECT);
    X86Row OUTS8 = FAMILY_INTEGER.row("outsb", "6E", "", "rdx rsi df>rsi", MAY_LOAD | SIDE_EFFECT);
    X86Row OUTS16 = FAMILY_INTEGER.row("outsw", "66 6F", "", "rdx rsi df>rsi", MAY_LOAD | SIDE_EFFECT);
    X86Row OUTS32 = FAMILY_INTEGER.row("outsl outsd", "6F", "", "rdx rsi df>rsi", MAY_LOAD | SIDE_EFFECT);
    X86Row XLATB = FAMILY_INTEGER.row("xlat xlatb", "D7", "", "rax rbx>rax", MAY_LOAD);

    // --- flags, fences, traps, no operation ----------------------------------------------------------------------------

    X86Row CLC = FAMILY_INTEGER.row("clc", "F8", "", ">flags");
    X86Row STC = FAMILY_INTEGER.row("stc", "F9", "", ">flags");
    X86Row CMC = FAMILY_INTEGER.row("cmc", "F5", "", "flags>flags");
    X86Row CLD = FAMILY_INTEGER.row("cld", "FC", "", ">flags");
    X86Row STD = FAMILY_INTEGER.row("std", "FD", "", ">flags");
    X86Row LAHF = FAMILY_INTEGER.row("lahf", "9F", "", "flags>rax");
    X86Row SAHF = FAMILY_INTEGER.row("sahf", "9E", "", "rax>flags");
    X86Row NOP = FAMILY_INTEGER.row("nop", "90", "");
    X86Row NOP_RM16 = FAMILY_INTEGER.row("nopw nop.", "66 0F 1F /0", "*rm16");
    X86Row NOP_RM32 = FAMILY_INTEGER.row("nopl nop.", "0F 1F /0", "*rm32");
    X86Row NOP_RM64 = FAMILY_INTEGER.row("nopq nop.", "REX.W 0F 1F /0", "*rm64");
    X86Row PAUSE = FAMILY_INTEGER.row("pause", "F3 90", "", "", SIDE_EFFECT);
    X86Row UD2 = FAMILY_INTEGER.row("ud2 ud2a", "0F 0B", "", "", TRAP | SIDE_EFFECT);
    X86Row UD1_R16_RM16 = FAMILY_INTEGER.row("ud1w ud1.", "66 0F B9 /r", "r16 rm16", "", TRAP | SIDE_EFFECT);
    X86Row UD1_R32_RM32 = FAMILY_INTEGER.row("ud1l ud1.", "0F B9 /r", "r32 rm32", "", TRAP | SIDE_EFFECT);
    X86Row UD1_R64_RM64 = FAMILY_INTEGER.row("ud1q ud1.", "REX.W 0F B9 /r", "r64 rm64", "", TRAP | SIDE_EFFECT);
    X86Row LFENCE = FAMILY_INTEGER.row("lfence", "0F AE E8", "", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row MFENCE = FAMILY_INTEGER.row("mfence", "0F AE F0", "", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row SFENCE = FAMILY_INTEGER.row("sfence", "0F AE F8", "", "", SIDE_EFFECT | MAY_LOAD | MAY_STORE);
    X86Row ENDBR64 = FAMILY_INTEGER.row("endbr64", "F3 0F 1E FA", "", "", SIDE_EFFECT);
    X86Row ENDBR32 = FAMILY_INTEGER.row("endbr32", "F3 0F 1E FB", "", "", SIDE_EFFECT);

    // --- MOVBE, CRC32, ADX ---------------------------------------------------------------------------------------------

    X86Row MOVBE_R16_M16 = FAMILY_INTEGER.row("movbew movbe.", "66 0F 38 F0 /r", "=r16 m16");
    X86Row MOVBE_M16_R16 = FAMILY_INTEGER.row("movbew movbe.", "66 0F 38 F1 /r", "=m16 r16");
    X86Row MOVBE_R32_M32 = FAMILY_INTEGER.row("movbel movbe.", "0F 38 F0 /r", "=r32 m32");
    X86Row MOVBE_M32_R32 = FAMILY_INTEGER.row("movbel movbe.", "0F 38 F1 /r", "=m32 r32");
    X86Row MOVBE_R64_M64 = FAMILY_INTEGER.row("movbeq movbe.", "REX.W 0F 38 F0 /r", "=r64 m64");
    X86Row MOVBE_M64_R64 = FAMILY_INTEGER.row("movbeq movbe.", "REX.W 0F 38 F1 /r", "=m64 r64");
    X86Row CRC32_R32_RM8 = FAMILY_INTEGER.row("crc32b", "F2 0F 38 F0 /r", "+r32 rm8", "", 0, 3);
    X86Row CRC32_R32_RM16 = FAMILY_INTEGER.row("crc32w", "o16 F2 0F 38 F1 /r", "+r32 rm16", "", 0, 3);
    X86Row CRC32_R32_RM32 = FAMILY_INTEGER.row("crc32l", "F2 0F 38 F1 /r", "+r32 rm32", "", 0, 3);
    X86Row CRC32_R64_RM8 = FAMILY_INTEGER.row("crc32b", "F2 REX.W 0F 38 F0 /r", "+r64 rm8", "", 0, 3);
    X86Row CRC32_R64_RM64 = FAMILY_INTEGER.row("crc32q", "F2 REX.W 0F 38 F1 /r", "+r64 rm64", "", 0, 3);
    X86Row ADCX_R32_RM32 = FAMILY_INTEGER.row("adcxl adcx.", "66 0F 38 F6 /r", "+r32 rm32", "flags>flags");
    X86Row ADCX_R64_RM64 = FAMILY_INTEGER.row("adcxq adcx.", "66 REX.W 0F 38 F6 /r", "+r64 rm64", "flags>flags");
    X86Row ADOX_R32_RM32 = FAMILY_INTEGER.row("adoxl adox.", "F3 0F 38 F6 /r", "+r32 rm32", "flags>flags");
    X86Row ADOX_R64_RM64 = FAMILY_INTEGER.row("adoxq adox.", "F3 REX.W 0F 38 F6 /r", "+r64 rm64", "flags>flags");

    // --- BMI1, BMI2 ----------------------------------------------------------------------------------------------------

    X86Row ANDN_R32_R32_RM32 = FAMILY_INTEGER.row("andnl andn.", "VEX.128.0F38.W0 F2 /r", "=r32 r32 rm32", ">flags");
    X86Row BEXTR_R32_RM32_R32 = FAMILY_INTEGER.row("bextrl bextr.", "VEX.128.0F38.W0 F7 /r", "=r32 rm32 r32", ">flags", 0, 2);
    X86Row BLSR_R32_RM32 = FAMILY_INTEGER.row("blsrl blsr.", "VEX.128.0F38.W0 F3 /1", "=r32 rm32", ">flags");
    X86Row BLSMSK_R32_RM32 = FAMILY_INTEGER.row("blsmskl blsmsk.", "VEX.128.0F38.W0 F3 /2", "=r32 rm32", ">flags");
    X86Row BLSI_R32_RM32 = FAMILY_INTEGER.row("blsil blsi.", "VEX.128.0F38.W0 F3 /3", "=r32 rm32", ">flags");
    X86Row BZHI_R32_RM32_R32 = FAMILY_INTEGER.row("bzhil bzhi.", "VEX.128.0F38.W0 F5 /r", "=r32 rm32 r32", ">flags");
    X86Row MULX_R32_R32_RM32 = FAMILY_INTEGER.row("mulxl mulx.", "VEX.128.F2.0F38.W0 F6 /r", "=r32 =r32 rm32", "rdx", 0, 4);
    X86Row PDEP_R32_R32_RM32 = FAMILY_INTEGER.row("pdepl pdep.", "VEX.128.F2.0F38.W0 F5 /r", "=r32 r32 rm32", "", 0, 3);
    X86Row PEXT_R32_R32_RM32 = FAMILY_INTEGER.row("pextl pext.", "VEX.128.F3.0F38.W0 F5 /r", "=r32 r32 rm32", "", 0, 3);
    X86Row RORX_R32_RM32_U8 = FAMILY_INTEGER.row("rorxl rorx.", "VEX.128.F2.0F3A.W0 F0 /r ib", "=r32 rm32 u8");
    X86Row SARX_R32_RM32_R32 = FAMILY_INTEGER.row("sarxl sarx.", "VEX.128.F3.0F38.W0 F7 /r", "=r32 rm32 r32");
    X86Row SHLX_R32_RM32_R32 = FAMILY_INTEGER.row("shlxl shlx.", "VEX.128.66.0F38.W0 F7 /r", "=r32 rm32 r32");
    X86Row SHRX_R32_RM32_R32 = FAMILY_INTEGER.row("shrxl shrx.", "VEX.128.F2.0F38.W0 F7 /r", "=r32 rm32 r32");
    X86Row ANDN_R64_R64_RM64 = FAMILY_INTEGER.row("andnq andn.", "VEX.128.0F38.W1 F2 /r", "=r64 r64 rm64", ">flags");
    X86Row BEXTR_R64_RM64_R64 = FAMILY_INTEGER.row("bextrq bextr.", "VEX.128.0F38.W1 F7 /r", "=r64 rm64 r64", ">flags", 0, 2);
    X86Row BLSR_R64_RM64 = FAMILY_INTEGER.row("blsrq blsr.", "VEX.128.0F38.W1 F3 /1", "=r64 rm64", ">flags");
    X86Row BLSMSK_R64_RM64 = FAMILY_INTEGER.row("blsmskq blsmsk.", "VEX.128.0F38.W1 F3 /2", "=r64 rm64", ">flags");
    X86Row BLSI_R64_RM64 = FAMILY_INTEGER.row("blsiq blsi.", "VEX.128.0F38.W1 F3 /3", "=r64 rm64", ">flags");
    X86Row BZHI_R64_RM64_R64 = FAMILY_INTEGER.row("bzhiq bzhi.", "VEX.128.0F38.W1 F5 /r", "=r64 rm64 r64", ">flags");
    X86Row MULX_R64_R64_RM64 = FAMILY_INTEGER.row("mulxq mulx.", "VEX.128.F2.0F38.W1 F6 /r", "=r64 =r64 rm64", "rdx", 0, 4);
    X86Row PDEP_R64_R64_RM64 = FAMILY_INTEGER.row("pdepq pdep.", "VEX.128.F2.0F38.W1 F5 /r", "=r64 r64 rm64", "", 0, 3);
    X86Row PEXT_R64_R64_RM64 = FAMILY_INTEGER.row("pextq pext.", "VEX.128.F3.0F38.W1 F5 /r", "=r64 r64 rm64", "", 0, 3);
    X86Row RORX_R64_RM64_U8 = FAMILY_INTEGER.row("rorxq rorx.", "VEX.128.F2.0F3A.W1 F0 /r ib", "=r64 rm64 u8");
    X86Row SARX_R64_RM64_R64 = FAMILY_INTEGER.row("sarxq sarx.", "VEX.128.F3.0F38.W1 F7 /r", "=r64 rm64 r64");
    X86Row SHLX_R64_RM64_R64 = FAMILY_INTEGER.row("shlxq shlx.", "VEX.128.66.0F38.W1 F7 /r", "=r64 rm64 r64");
    X86Row SHRX_R64_RM64_R64 = FAMILY_INTEGER.row("shrxq shrx.", "VEX.128.F2.0F38.W1 F7 /r", "=r64 rm64 r64");
}
