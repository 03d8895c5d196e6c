package org.jcc.codegen;

import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Where the flags are wanted: by a later instruction that reads them before another makes them anew, in this block or behind its end. An
 * instruction that changes flags ends what was wanted of the old ones, even if it leaves some alone: nobody counts on that.
 *
 * <p>Requires: machine code. The answer for a block's end is of the code at the time of construction; passes that bring no readers of
 * flags to the beginnings of blocks may go on using it.
 */
public final class FlagLiveness {
    private final long flags;
    /** By block id: flags are wanted at the beginning. */
    private final boolean[] in;

    public FlagLiveness(MFunction f, long flags) {
        this.flags = flags;
        in = new boolean[f.blockCount()];
        boolean[] through = new boolean[in.length];
        boolean any = false;
        boolean anyThrough = false;
        for (MBlock b : f.blocks) {
            MInst i = b.first;
            while (i != null && !touches(i)) i = i.next;
            in[b.id] = i != null && (i.row.uses & flags) != 0;
            through[b.id] = i == null;
            any |= in[b.id];
            anyThrough |= through[b.id];
        }
        for (boolean changed = any && anyThrough; changed; ) {
            changed = false;
            for (int k = f.blocks.size() - 1; k >= 0; k--) {
                MBlock b = f.blocks.get(k);
                if (through[b.id] && !in[b.id] && atEnd(b)) changed = in[b.id] = true;
            }
        }
    }

    private boolean touches(MInst i) {
        return ((i.row.uses | i.clobbers) & flags) != 0;
    }

    /** Some successor reads them. */
    public boolean atEnd(MBlock b) {
        for (MBlock s : b.succs) if (in[s.id]) return true;
        return false;
    }

    /** What is wanted before an instruction, given what is wanted after it. */
    public boolean before(MInst i, boolean after) {
        return (i.row.uses & flags) != 0 || after && (i.clobbers & flags) == 0;
    }

    /** Something after {@code i} reads the flags of before or of {@code i}. */
    public boolean after(MInst i) {
        for (MInst n = i.next; n != null; n = n.next) {
            if ((n.row.uses & flags) != 0) return true;
            if ((n.clobbers & flags) != 0) return false;
        }
        return atEnd(i.block);
    }
}
