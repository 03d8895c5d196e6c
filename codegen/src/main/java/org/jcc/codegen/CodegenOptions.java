package org.jcc.codegen;

import org.jcc.ir.GlobalVar;

import org.jcc.codegen.regalloc.Chaos;

/**
 * What the command line says about machine code. Mutable while the driver fills it; constant afterwards.
 */
public final class CodegenOptions {
    /** Where code and data are (psABI 3.5.1). KERNEL: in the top 2 GB, so that addresses are sign-extended. */
    public enum CodeModel { SMALL, MEDIUM, LARGE, KERNEL }

    /** -O0 to -O3 of the unit; -Os counts as 2. What counts for a function is {@link org.jcc.ir.Function#level}. */
    public int optLevel;
    /** -fPIC, -fpic: may become part of a shared library. */
    public boolean pic;
    /** -fPIE, -fpie: position-independent, of the executable itself. */
    public boolean pie;
    public CodeModel codeModel = CodeModel.SMALL;
    /** In the medium model, data of more bytes may be anywhere. */
    public long largeDataThreshold = 65536;
    public boolean functionSections;
    public boolean dataSections;
    /** -fno-plt: calls of foreign functions through the GOT. */
    public boolean noPlt;
    /** -fno-omit-frame-pointer. */
    public boolean keepFramePointer;
    /** Unwind tables in .eh_frame; without them a function has them only with {@link #debug}, in .debug_frame, or if it asks for them. */
    public boolean unwindTables = true;
    /** Collects a line for each function: its place and name, the bytes of its frame, static or dynamic ({@code -fstack-usage}); null: not wanted. */
    public StringBuilder stackUsage;
    /** {@code old=new}: the beginnings of file names in debug information, the later first. */
    public java.util.List<String> prefixMaps = java.util.List.of();
    public boolean redZone = true;
    /** -g: line table and function entries. */
    public boolean debug;
    /** The compiler's name in {@code .ident} and the debug information; null for no {@code .ident}. */
    public String ident = "jcc";
    /** {@code DW_AT_comp_dir}. */
    public String compilationDirectory = "/";
    /** Zero-initialised variables go to .data (-fno-zero-initialized-in-bss). */
    public boolean noBss;
    /** Registers, as bits, that the whole unit leaves alone: of {@link org.jcc.ir.Module#fixedRegisters}. They are neither allocated nor saved. */
    public long fixedRegisters;
    /** Calls of local functions keep the registers that these do not change (-fipa-ra). */
    public boolean ipaRegisters;
    /** What a direct call of a local function changes, as bits: filled callees first. */
    public java.util.Map<org.jcc.ir.Symbol, Long> changedBy = java.util.Map.of();
    /** @param bytes a power of two; 1: not aligned @param skip the most bytes that are skipped for it, 0: no limit */
    public record Alignment(int bytes, int skip) {}

    /** -falign-functions, -falign-loops; null: as the target has it. Not for size. */
    public Alignment alignFunctions, alignLoops;
    /** -falign-jumps, -falign-labels; null: none. Not for size. */
    public Alignment alignJumps, alignLabels;
    /** -fschedule-insns2, -fno-schedule-insns2; null: what the target wants at the function's level. */
    public Boolean schedule;
    /** Of the module's accesses; null: not known. */
    public org.jcc.ir.AliasTags tags;
    /** Functions go to sections by how often they run (-freorder-functions): {@link org.jcc.codegen.emit.TextSections}. */
    public boolean reorderFunctions;
    /** Blocks that next to never run go to a section of their own (-freorder-blocks-and-partition): {@link org.jcc.codegen.ColdBlocks}. */
    public boolean partition;
    /** Runs the checkers of register allocation and scheduling on every function. */
    public boolean verify;
    /** Makes it hard. */
    public Chaos chaos = Chaos.NONE;
    /** Prints the machine code of every function after each pass named here ("all": every one); null: none. */
    public java.util.function.BiConsumer<String, org.jcc.codegen.mir.MFunction> dump;

    /** Machine passes that are left out, by name; required ones run nevertheless. */
    public java.util.Set<String> disabled = java.util.Set.of();
    /** Which optional passes are done ({@code --opt-bisect}); null: all. */
    public org.jcc.ir.Bisection bisection;
    /** Collects nanoseconds by pass; null: not timed. */
    public java.util.Map<String, Long> times;

    /** A file name as the debug information shows it. */
    public String mapped(String file) {
        for (int i = prefixMaps.size() - 1; i >= 0; i--) {
            String map = prefixMaps.get(i);
            int eq = map.indexOf('=');
            if (eq > 0 && file.startsWith(map.substring(0, eq))) return map.substring(eq + 1) + file.substring(eq);
        }
        return file;
    }

    /** True if a 32-bit displacement may not reach the variable: it lies in the large sections, or may. */
    public boolean isFar(GlobalVar v) {
        if (codeModel != CodeModel.MEDIUM && codeModel != CodeModel.LARGE || v.tls != GlobalVar.Tls.NONE) return false;
        if (v.section != null) return codeModel == CodeModel.LARGE || v.section.matches("\\.l(data|bss|rodata)(\\..*)?");
        return codeModel == CodeModel.LARGE && !v.isDefinition() || v.size > largeDataThreshold || v.size == 0 && !v.isDefinition();
    }

    /** Position-independent in either way. */
    public boolean positionIndependent() {
        return pic || pie;
    }
}
