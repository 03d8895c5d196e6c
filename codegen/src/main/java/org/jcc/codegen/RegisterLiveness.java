package org.jcc.codegen;

import org.jcc.asm.Kind;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Which machine registers hold values that are read later, at the beginnings and ends of blocks, as bit sets: backward data flow. A definition of less than
 * 32 bits ends nothing, for the rest of the register may be wanted. What the epilogue restores is not told here.
 *
 * <p>Requires: no virtual registers, successors complete.
 */
public final class RegisterLiveness {
    private final long[] in;

    public RegisterLiveness(MFunction f) {
        in = new long[f.blockCount()];
        long[] reads = new long[in.length];
        long[] writes = new long[in.length];
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                reads[b.id] |= uses(i) & ~writes[b.id];
                writes[b.id] |= definitions(i);
            }
        }
        for (boolean changed = true; changed; ) {
            changed = false;
            for (int k = f.blocks.size() - 1; k >= 0; k--) {
                MBlock b = f.blocks.get(k);
                long now = reads[b.id] | atEnd(b) & ~writes[b.id];
                if (now == in[b.id]) continue;
                in[b.id] = now;
                changed = true;
            }
        }
    }

    /** Wanted by some successor. */
    public long atEnd(MBlock b) {
        long live = 0;
        for (MBlock s : b.succs) live |= in[s.id];
        return live;
    }

    private static long bit(int r) {
        return r >= 0 && r < 64 ? 1L << r : 0;
    }

    /** Registers that an instruction reads. */
    public static long uses(MInst i) {
        long s = i.row.uses;
        for (int k = 0; k < i.count; k++) {
            if (i.isMem(k)) s |= bit(i.reg(k)) | bit(i.index(k));
            else if (i.isReg(k) && i.isUse(k)) s |= bit(i.reg(k));
        }
        return s;
    }

    /** Registers that hold nothing of before after an instruction. */
    public static long definitions(MInst i) {
        long s = i.clobbers;
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k) || !i.isDef(k)) continue;
            if (k < i.row.kinds.length && i.row.kinds[k].regClass() == Kind.GPR && i.row.kinds[k].size() < 4) continue;
            s |= bit(i.reg(k));
        }
        return s;
    }
}
