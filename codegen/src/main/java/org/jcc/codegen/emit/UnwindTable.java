package org.jcc.codegen.emit;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.Expr;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Row;
import org.jcc.asm.elf.Elf;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Function;

/**
 * The language-specific data of a function whose cleanups run when an exception passes through (Itanium C++ ABI: Exception Handling,
 * level II, "The Call Site Table"; LSB 5.0, 10.6): for each call where its landing block is. C has no handlers, so there are neither
 * types nor actions.
 *
 * <pre>
 *   ff            landing blocks are measured from the function's begin
 *   ff            no types
 *   03 uleb       call sites in four-byte numbers, length of the table
 *   begin length landing 0        for each call, in the order of addresses
 * </pre>
 *
 * Of a function in two parts each has a table, and all landing blocks are in the cold one: they are measured from the byte before it, in place of the
 * first {@code ff}, as a distance of zero would mean none.
 *
 * <p>The function's frame description names this table and, by way of a pointer that the dynamic linker fills in, the personality routine
 * of C.
 */
final class UnwindTable {
    /** Relative to the place, signed, four bytes; the same by way of a pointer. */
    private static final int PCREL_SDATA4 = 0x1b, INDIRECT = 0x80, OMIT = 0xff, UDATA4 = 0x03;
    private static final String PERSONALITY = "__gcc_personality_v0", POINTER = "DW.ref." + PERSONALITY;
    private static final int SITE_BYTES = 13;

    private record Site(int from, int to, int landing) {}

    private final ModuleEmitter module;
    private final ObjectBuilder out;
    private final Function function;
    /** Where the part begins whose calls these are, and the place that landing blocks are measured from. */
    private final String begin, base;
    private final int table;
    private final List<Site> sites = new ArrayList<>();

    private UnwindTable(MFunction f, String begin, String base, ModuleEmitter module) {
        this.begin = begin;
        this.base = base;
        this.module = module;
        this.out = module.out;
        this.function = f.ir;
        this.table = out.newLabel();
        out.frames().personality(INDIRECT | PCREL_SDATA4, POINTER);
        out.frames().lsda(PCREL_SDATA4, table);
        module.personality = true;
    }

    /**
     * Begins the table of a function or its cold part, right behind {@code .cfi_startproc}; null if no call of it has a landing block.
     *
     * @param begin    the part's symbol
     * @param coldPart the cold part's symbol, or null if there is none
     */
    static UnwindTable of(MFunction f, String begin, String coldPart, ModuleEmitter module) {
        boolean cold = begin.equals(coldPart);
        for (MBlock b : f.blocks) {
            if (b.cold != cold) continue;
            for (MInst i = b.first; i != null; i = i.next) if (landing(i) >= 0) return new UnwindTable(f, begin, coldPart, module);
        }
        return null;
    }

    /** The id of the block to which a call unwinds, or -1. */
    static int landing(MInst i) {
        if (i.row.is(Row.CALL)) for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) return i.ref(k);
        return -1;
    }

    /** A call between two labels. */
    void call(int from, int to, int landing) {
        sites.add(new Site(from, to, landing));
    }

    void emit() {
        String name = ".gcc_except_table";
        if (function.comdat != null) out.section(name + "." + function.name, Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 0, function.comdat, true, null);
        else out.section(module.options.functionSections ? name + "." + function.name : name, Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 0);
        out.align(4);
        out.label(table);
        int from = out.symbol(begin);
        if (base == null) {
            out.data(1, OMIT);
        } else {
            out.data(1, PCREL_SDATA4);
            out.data(4, new Expr(out.symbol(base), out.here(), -1));
        }
        out.data(1, OMIT);
        out.data(1, UDATA4);
        out.uleb(Expr.of((long) sites.size() * SITE_BYTES));
        for (Site s : sites) {
            out.data(4, Expr.difference(s.from, from));
            out.data(4, Expr.difference(s.to, s.from));
            out.data(4, base == null ? Expr.difference(s.landing, from) : new Expr(s.landing, out.symbol(base), 1));
            out.data(1, 0);
        }
    }

    /** The pointer to the personality routine, one in the program. */
    static void pointer(ObjectBuilder out) {
        out.section(".data.rel.local." + POINTER, Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 0, POINTER, true, null);
        out.align(8);
        out.weak(POINTER);
        out.visibility(POINTER, Elf.STV_HIDDEN);
        out.type(POINTER, Elf.STT_OBJECT);
        out.label(POINTER);
        out.data(8, PERSONALITY, 0);
        out.size(POINTER, 8);
    }
}
