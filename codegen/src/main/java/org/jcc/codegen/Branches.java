package org.jcc.codegen;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Tidies the branches for the layout at hand: blocks that only jump on are skipped and, with all others that nothing
 * reaches any more, removed; a conditional jump around a jump is turned round, jumps to the next block go.
 */
final class Branches {
    private Branches() {}

    static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        MBlock[] byId = new MBlock[f.blockCount()];
        for (MBlock b : f.blocks) byId[b.id] = b;
        for (MBlock b : f.blocks) {
            for (MInst i = b.firstBranch(); i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) i.setRef(k, through(byId[i.ref(k)], t, byId).id);
            }
        }
        for (int k = 0; k < f.refs.size(); k++) {
            if (!(f.refs.get(k) instanceof MFunction.JumpTable j)) continue;
            List<MBlock> targets = new ArrayList<>(j.targets().size());
            for (MBlock b : j.targets()) targets.add(through(b, t, byId));
            f.refs.set(k, new MFunction.JumpTable(targets));
        }
        removeUnreached(f, byId);
        for (int n = 0; n < f.blocks.size(); n++) {
            MBlock b = f.blocks.get(n);
            MBlock next = n + 1 < f.blocks.size() ? f.blocks.get(n + 1) : null;
            MInst last = b.last;
            if (next == null || next.cold != b.cold || last == null || !t.branches().isJump(last)) continue;
            if (last.ref(0) == next.id) {
                last.remove();
                continue;
            }
            MInst cond = last.prev;
            if (cond == null || !cond.isBranch()) continue;
            int k = target(cond);
            if (k < 0 || cond.ref(k) != next.id) continue;
            int other = last.ref(0);
            if (t.branches().invert(cond)) {
                cond.setRef(k, other);
                last.remove();
            }
        }
        return true;
    }

    /** Follows branches, tables and addresses from the entry. Blocks still end with a branch here: nothing falls through. */
    private static void removeUnreached(MFunction f, MBlock[] byId) {
        boolean[] reached = new boolean[byId.length];
        ArrayDeque<MBlock> work = new ArrayDeque<>();
        reached[f.blocks.getFirst().id] = true;
        work.add(f.blocks.getFirst());
        for (MBlock b : f.blocks) {
            if (b.last == null || !b.last.isBranch()) return;
            if ((b.addressTaken || b.named) && !reached[b.id]) {
                reached[b.id] = true;
                work.add(b);
            }
        }
        while (!work.isEmpty()) {
            for (MInst i = work.poll().first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) {
                    if (i.kind(k) == MInst.BLOCK) reach(byId[i.ref(k)], reached, work);
                    else if (i.kind(k) == MInst.MEM || i.kind(k) == MInst.SYM) {
                        Object o = i.ref(k) < 0 ? null : f.refs.get(i.ref(k));
                        if (o instanceof MFunction.JumpTable j) for (MBlock b : j.targets()) reach(b, reached, work);
                        else if (o instanceof MBlock b) reach(b, reached, work);
                    }
                }
            }
        }
        f.blocks.removeIf(b -> !reached[b.id]);
    }

    private static void reach(MBlock b, boolean[] reached, ArrayDeque<MBlock> work) {
        if (reached[b.id]) return;
        reached[b.id] = true;
        work.add(b);
    }

    private static int target(MInst i) {
        for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) return k;
        return -1;
    }

    private static MBlock through(MBlock b, TargetMachine t, MBlock[] byId) {
        for (int n = 0; n < 8; n++) {
            if (b.first == null || b.first != b.last || !t.branches().isJump(b.first) || b.first.ref(0) == b.id) return b;
            b = byId[b.first.ref(0)];
        }
        return b;
    }
}
