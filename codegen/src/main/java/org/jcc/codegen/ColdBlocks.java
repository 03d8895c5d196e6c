package org.jcc.codegen;

import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.Function;

/**
 * The cold part of a function (gcc's -freorder-blocks-and-partition): the blocks that next to never run leave it for {@code .text.unlikely}, where those of
 * all functions lie together under names like {@code f.cold}; caches and pages hold what runs. The static profile alone decides ({@link
 * org.jcc.ir.BlockFrequency#rare}): what is reached by ways only that end the program, call a cold function, unwind, or are next to impossible in the
 * program's own words. gcc counts calls of cold functions (abort is one) and unwinding, but no other function that does not return.
 *
 * <p>The parts are two pieces of code with one frame: {@link Placement} puts the cold blocks last and lets nothing fall from one part into the other;
 * emission gives each a symbol, a frame description that opens with the state at its first instruction, call sites, and ranges in the debug
 * information. All branches between them name their target, which the linker fills in.
 *
 * <p>Not for functions that are cold or short by themselves, that lie in a section of the source's choice or a COMDAT group (gcc's exceptions too),
 * nor where code may be too far apart for a branch. Blocks whose address the program takes stay, as differences of
 * such addresses are constants, and so do those to which assembly text jumps.
 *
 * <p>Measured at -O2: the hot code of Lua 5.4 is 1.3 % smaller (lvm.o 0.6 %), of sqlite3.c with its assertions 15.6 %; all code grows by 0.1 % and 0.4 %, as
 * branches between the parts are long. sqlite3.c as released has no block that the profile knows to be cold.
 *
 * <p>Requires: branches name all targets. Ensures: {@link MBlock#cold}; the entry is not; landing blocks are all or none.
 */
final class ColdBlocks {
    private ColdBlocks() {}

    static boolean isWanted(Function f, TargetMachine t, CodegenOptions o) {
        return o.partition && t.branches().acrossSections() && o.codeModel != CodegenOptions.CodeModel.LARGE && f.level(o.optLevel) > 0 && f.section == null && f.comdat == null
                && !f.is(Function.OPT_SIZE | Function.COLD | Function.NAKED);
    }

    /** @param chaos every other block is cold, as a test */
    static void settle(MFunction f, boolean chaos) {
        boolean any = false;
        boolean[] landing = landings(f);
        for (MBlock b : f.blocks) {
            boolean stays = b.addressTaken || b.named || b == f.blocks.getFirst();
            any |= b.cold = !stays && (b.rare || chaos && ((b.id & 1) != 0 || landing != null && landing[b.id]));
        }
        if (!any || landing == null) return;
        // They are measured from one place.
        boolean all = true;
        for (MBlock b : f.blocks) all &= b.cold || !landing[b.id];
        if (!all) for (MBlock b : f.blocks) b.cold = false;
    }

    /** By block id: a call unwinds there. Null: none does. */
    private static boolean[] landings(MFunction f) {
        boolean[] landing = null;
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                if (!i.row.is(Row.CALL)) continue;
                for (int k = 0; k < i.count; k++) {
                    if (i.kind(k) != MInst.BLOCK) continue;
                    if (landing == null) landing = new boolean[f.blockCount()];
                    landing[i.ref(k)] = true;
                }
            }
        }
        return landing;
    }
}
