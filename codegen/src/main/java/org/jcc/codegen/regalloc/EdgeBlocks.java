package org.jcc.codegen.regalloc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Where the copies of an edge go: before the branch of a block with one successor, else at the head of a block with one
 * predecessor, else in a new block on the edge. Branches, jump tables and labels whose address is taken are turned to the new block: a
 * function has one indirect branch, so whoever takes the address means the way through it.
 */
final class EdgeBlocks {
    private final GlobalAllocator a;
    private final LiveRanges ranges;
    private final MFunction f;

    EdgeBlocks(GlobalAllocator a) {
        this.a = a;
        this.ranges = a.ranges;
        this.f = a.f;
    }

    /** The gap after the last instruction of a block, as the number after it is the next block's entry. */
    void atGap(int at, ParallelMoves moves) {
        int b = ranges.blockOf[at - 1];
        MBlock m = ranges.blocks[b];
        moves.emit(2 * at - 1, 2 * at - 1, m::append);
    }

    void atEdge(int b, int k, ParallelMoves moves) {
        MBlock p = ranges.blocks[b];
        MBlock s = p.succs[k];
        int n = ranges.layout[s.id];
        int before = ranges.leaves(b, n);
        int after = ranges.start[n];
        if (p.succs.length == 1 && !branchReads(p)) {
            MInst branch = p.firstBranch();
            if (branch == null) moves.emit(before, after, p::append);
            else {
                moves.emit(before, after, i -> {
                    i.loc = branch.loc;
                    i.insertBefore(branch);
                });
            }
        } else if (ranges.preds[n].length == 1 && n != 0) {
            MInst head = s.first;
            List<MInst> made = new ArrayList<>();
            moves.emit(before, after, made::add);
            for (MInst i : made) {
                if (head == null) s.append(i);
                else i.insertBefore(head);
            }
        } else {
            MBlock e = split(p, s, Math.min(ranges.frequency[b], ranges.frequency[n]));
            moves.emit(before, after, e::append);
            e.append(a.target.branches().jump(s));
        }
    }

    /**
     * Copies alone in a block on an edge move in front of the branch that leads there, if the other way does not mind: their
     * destinations hold nothing there. The block is then a mere jump, which goes.
     *
     * @param moved by block index: edges from there have copies, as bits
     */
    void hoist(long[] moved) {
        for (int n = 1; n < ranges.blocks.length; n++) {
            MBlock e = ranges.blocks[n];
            if (e.succs.length != 1 || ranges.preds[n].length != 1 || e.addressTaken || e.named || e.first == e.last || !a.target.branches().isJump(e.last)) continue;
            int b = ranges.preds[n][0];
            MBlock p = ranges.blocks[b];
            if (p.succs.length != 2 || branchReads(p) || f.sideExits && p.exit(e) != null) continue;
            int k = p.succs[0] == e ? 1 : p.succs[1] == e ? 0 : -1;
            if (k < 0 || (moved[b] >>> k & 1) != 0) continue;
            Integer o = index(p.succs[k]);
            if (o == null || !isHoistable(e, ranges.start[o], ranges.frequency[n], ranges.frequency[o])) continue;
            // The copies' destinations are taken on the other way from now on.
            moved[b] = -1;
            MInst branch = p.firstBranch();
            for (MInst i = e.first, next; i != e.last; i = next) {
                next = i.next;
                i.remove();
                i.insertBefore(branch);
            }
        }
    }

    /** The block's index, or null if it is new. */
    private Integer index(MBlock b) {
        int n = b.id < ranges.layout.length ? ranges.layout[b.id] : -1;
        return n >= 0 && ranges.blocks[n] == b ? n : null;
    }

    private boolean isHoistable(MBlock e, int other, float here, float there) {
        float cost = 0;
        for (MInst i = e.first; i != e.last; i = i.next) {
            // Original instructions have a number.
            if (i.pos != 0 || !i.isReg(0) || !i.isDef(0) || i.count < 1) return false;
            for (int k = 0; k < i.count; k++) {
                if (i.isMem(k) && i.isUse(k)) return false;
                if (i.isReg(k) && i.isDef(k) && !a.map.isIdle(i.reg(k), other)) return false;
            }
            cost += there;
        }
        return cost <= here;
    }

    private static boolean branchReads(MBlock b) {
        for (MInst i = b.firstBranch(); i != null; i = i.next) for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.REG || i.kind(k) == MInst.MEM) return true;
        return false;
    }

    /** Removes edges that no branch takes: selection may have found that a condition is constant. */
    static void prune(MFunction f) {
        for (MBlock b : f.blocks) {
            if (b.succs.length < 2) continue;
            int n = 0;
            MBlock[] kept = new MBlock[b.succs.length];
            for (MBlock s : b.succs) if (isTaken(b, s) || f.sideExits && b.exit(s) != null) kept[n++] = s;
            if (n < kept.length) b.succs = Arrays.copyOf(kept, n);
        }
    }

    private static boolean isTaken(MBlock p, MBlock s) {
        for (MInst i = p.firstBranch(); i != null; i = i.next) {
            boolean named = false;
            for (int k = 0; k < i.count; k++) {
                if (i.kind(k) != MInst.BLOCK) continue;
                named = true;
                if (i.ref(k) == s.id) return true;
            }
            if (!named) return true;
        }
        return false;
    }

    /** A block on the edge. */
    private MBlock split(MBlock p, MBlock s, double frequency) {
        MBlock e = f.newBlock(null);
        e.frequency = frequency;
        e.rare = p.rare || s.rare;
        e.succs = new MBlock[] {s};
        boolean named = false;
        for (MInst i = p.first; i != null; i = i.next) {
            for (int k = 0; k < i.count; k++) {
                if (i.kind(k) == MInst.BLOCK && i.ref(k) == s.id && i.isBranch()) {
                    i.setRef(k, e.id);
                    named = true;
                } else if ((i.isMem(k) || i.kind(k) == MInst.SYM) && i.ref(k) >= 0 && f.refs.get(i.ref(k)) instanceof MFunction.JumpTable t && t.targets().contains(s)) {
                    List<MBlock> targets = new ArrayList<>(t.targets());
                    targets.replaceAll(x -> x == s ? e : x);
                    // A new table: another block may use an equal one.
                    f.refs.add(new MFunction.JumpTable(targets));
                    i.setRef(k, f.refs.size() - 1);
                    named = true;
                }
            }
        }
        if (!named) {
            if (!s.addressTaken) throw new IllegalStateException("the edge from " + p + " to " + s + " has no branch");
            e.addressTaken = true;
            e.ir = s.ir;
            s.addressTaken = false;
        }
        for (int k = 0; k < p.succs.length; k++) if (p.succs[k] == s) p.succs[k] = e;
        place(e, p, s);
        return e;
    }

    /** Behind the block that ends with a jump to it, else before its successor if nothing falls through there, else last. */
    private void place(MBlock e, MBlock p, MBlock s) {
        MInst last = p.last;
        if (last != null && a.target.branches().isJump(last) && last.ref(0) == e.id) {
            f.blocks.add(f.blocks.indexOf(p) + 1, e);
            return;
        }
        int at = f.blocks.indexOf(s);
        MInst before = at > 0 ? f.blocks.get(at - 1).last : null;
        if (before != null && a.target.branches().isJump(before) && before.ref(0) != s.id) f.blocks.add(at, e);
        else f.blocks.add(e);
    }
}
