package org.jcc.opt;

import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Answers what is left of {@code __builtin_constant_p} with no: inlining and simplification have had their chance to find a
 * constant ({@link Rules} answers yes).
 */
final class ConstantP {
    private ConstantP() {}

    static void run(Function f) {
        for (Block b : f.blocks) {
            for (Inst i = b.first, next; i != null; i = next) {
                next = i.next;
                if (i.op != Op.ISCONST) continue;
                if (i.useCount() > 0) i.replaceAllUsesWith(f.iconst(Type.I1, Rules.isConstant(i.arg(0)) ? 1 : 0));
                i.remove();
            }
        }
    }
}
