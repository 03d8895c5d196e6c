package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.ReversePostorder;

/**
 * Removes the blocks that no path from the entry reaches. A block whose address is taken is reached only through
 * an indirect branch that lists it, so it goes like others, unless its label is named by data or a constant in use: then it stays, emptied.
 */
final class Unreachable {
    private Unreachable() {}

    /** Ends the block with the terminator in place of {@code from} and all that follows it. */
    static void end(Block b, Inst from, Inst terminator) {
        while (true) {
            Inst last = b.last;
            if (last.hasResult() && last.useCount() > 0) last.replaceAllUsesWith(b.function.poison(last.type));
            last.remove();
            if (last == from) break;
        }
        terminator.locatedAs(from);
        b.append(terminator);
    }

    static boolean run(Function f) {
        ReversePostorder order = new ReversePostorder(f);
        if (order.blocks.length == f.blocks.size()) return false;
        List<Block> dead = new ArrayList<>();
        for (Block b : f.blocks) if (!order.isReachable(b)) dead.add(b);
        // Operands first: dead code may use dead code in cycles.
        for (Block b : dead) for (Inst i = b.first; i != null; i = i.next) i.dropOperands();
        boolean kept = false;
        for (Block b : dead) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                i.unlink();
            }
            b.params.clear();
            if (b.addressTaken) {
                b.append(f.newInst(org.jcc.ir.Op.UNREACHABLE, org.jcc.ir.Type.VOID));
                kept = true;
            }
        }
        boolean keep = kept;
        f.blocks.removeIf(b -> !order.isReachable(b) && !(keep && b.addressTaken));
        f.renumber();
        return true;
    }
}
