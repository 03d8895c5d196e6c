package org.jcc.codegen;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.Function;

/**
 * Shrink-wrapping (Chow, Minimizing Register Usage Penalty at Procedure Calls, 1988): the prologue moves from the entry down to where all
 * that needs the frame begins, so that early exits run without one.
 *
 * <p>A block needs the frame if it calls, or mentions a saved register, a slot, or the stack or frame pointer. The prologue goes to a new block in
 * front of a block which dominates all of those; from there on everything reached has the frame, up to the epilogues before the returns.
 * What is reached from outside as well, usually a shared return, needs no frame, as the prologue's block would dominate it else: the ways
 * from outside get copies of their own. If those were too long, or would be loops, the prologue goes to a dominator further up; so it never comes to lie in
 * a loop.
 *
 * <p>{@link ParameterCopies} first moves down the copies of parameters to saved registers and slots, which would all stand at the entry.
 *
 * <p>Requires: final layout, frame laid out. Ensures: {@link MFunction#prologue}, and by block {@link MBlock#bare}: emission writes unwind
 * information for each stretch of blocks. Measured: sqlite3.c at -O2 has 146 functions that push behind a branch (gcc 12: 199), .text is 944
 * bytes shorter.
 */
final class ShrinkWrap {
    /** Instructions of a way to a return that is copied. */
    private static final int COPIED = 8, COPIED_SMALL = 2;
    /** Places tried. */
    private static final int TRIES = 12;
    /** Executions of the prologue for one of the function above which moving it gains nothing. */
    private static final double OFTEN = 0.99;

    private final MFunction f;
    private final TargetMachine target;
    private final MachineGraph graph;
    /** Registers that have the caller's values outside of the frame, or are known inside of it only. */
    private final long frameRegs;

    private ShrinkWrap(MFunction f, TargetMachine target, MachineGraph graph) {
        this.f = f;
        this.target = target;
        this.graph = graph;
        this.frameRegs = frameRegisters(f, target);
    }

    static boolean run(MFunction f, TargetMachine target, CodegenOptions o) {
        if (f.ir.level(o.optLevel) == 0 || f.ir.is(Function.NAKED) || f.returnsTwice || f.argumentSave > 0 || f.blocks.size() < 2) return true;
        if (f.saved.length == 0 && !f.framePointer && (f.frameSize == 0 || f.inRedZone)) return true;
        for (MBlock b : f.blocks) if (b.addressTaken || b.named) return true;
        MachineGraph g = new MachineGraph(f, target);
        ParameterCopies.run(f, target, g, frameRegisters(f, target));
        new ShrinkWrap(f, target, g).wrap(f.ir.is(Function.OPT_SIZE) ? COPIED_SMALL : COPIED);
        return true;
    }

    private static long frameRegisters(MFunction f, TargetMachine t) {
        long m = 1L << t.registers().stackPointer();
        for (int r : f.saved) m |= 1L << r;
        if (f.framePointer) m |= 1L << t.registers().framePointer();
        return m;
    }

    // ---- where ----

    private boolean needsFrame(MInst i) {
        if (i.row == Selector.ENTRY || i.row.is(Row.RET)) return false;
        if (i.row.is(Row.CALL) || i.row instanceof PseudoRow && i.row.is(Row.SIDE_EFFECT)) return true;
        if (((i.row.uses | i.clobbers) & frameRegs) != 0) return true;
        for (int k = 0; k < i.count; k++) {
            int kind = i.kind(k);
            if (kind == MInst.REG && isFrame(i.reg(k))) return true;
            if (kind != MInst.MEM) continue;
            int base = i.reg(k);
            if (MInst.isSlot(base) ? MInst.slotOf(base) != MFunction.INCOMING : isFrame(base)) return true;
            if (isFrame(i.index(k))) return true;
        }
        return false;
    }

    private boolean isFrame(int r) {
        return r >= 0 && r < 64 && (frameRegs >>> r & 1) != 0;
    }

    private void wrap(int limit) {
        int top = -1;
        for (int b = 0; b < graph.count; b++) {
            if (graph.order[b] < 0) continue;
            for (MInst i = graph.blocks[b].first; i != null; i = i.next) {
                if (!needsFrame(i)) continue;
                top = top < 0 ? b : graph.commonDominator(top, b);
                break;
            }
            if (top == 0) return;
        }
        if (top < 0) return;
        for (int n = 0; n < TRIES && top != 0; n++, top = graph.dominator[top]) {
            if (graph.blocks[top].frequency > OFTEN && graph.blocks[graph.dominator[top]].frequency > OFTEN) continue;
            boolean[] inside = graph.reachable(top);
            for (int b = 0; b < graph.count; b++) inside[b] |= graph.order[b] < 0;
            if (inside[0] || !isPossible(top, inside, limit)) continue;
            f.prologueKeepsFlags = readsFlags(top, new boolean[graph.count]);
            move(top, inside);
            return;
        }
    }

    /** No flag is awaited at a place where the stack pointer is masked, and the ways that come from outside without passing it are short, to a return. */
    private boolean isPossible(int top, boolean[] inside, int limit) {
        if (f.realign > 0 && readsFlags(top, new boolean[graph.count])) return false;
        for (int b = 0; b < graph.count; b++) {
            if (inside[b]) continue;
            for (int s : graph.succs[b]) {
                if (!inside[s]) continue;
                // A table may serve jumps from inside as well.
                if (graph.isComputed(graph.blocks[b].last) || s != top && length(s, limit) > limit) return false;
            }
        }
        return true;
    }

    /** What was before the block is read in it or, through it, in one that follows. */
    private boolean readsFlags(int b, boolean[] seen) {
        if (seen[b]) return false;
        seen[b] = true;
        long others = ~(target.registers().allocatable(Kind.GPR) | target.registers().allocatable(Kind.FPR) | frameRegs);
        for (MInst i = graph.blocks[b].first; i != null; i = i.next) {
            if ((i.row.uses & others) != 0 && !i.row.is(Row.CALL | Row.RET)) return true;
            if ((i.clobbers & others) != 0) return false;
        }
        for (int s : graph.succs[b]) if (readsFlags(s, seen)) return true;
        return false;
    }

    /** Instructions from here to a return without branches, or more than the limit. */
    private int length(int b, int limit) {
        int n = 0;
        while (true) {
            MInst last = graph.blocks[b].last;
            for (MInst i = graph.blocks[b].first; i != null && n <= limit; i = i.next) n++;
            if (n > limit || last != null && last.row.is(Row.RET)) return n;
            if (graph.succs[b].length != 1 || last != null && last.isBranch() && !target.branches().isJump(last)) return limit + 1;
            b = graph.succs[b][0];
        }
    }

    // ---- the change ----

    private void move(int top, boolean[] inside) {
        MBlock head = graph.blocks[top];
        MBlock p = f.newBlock(null);
        p.cold = head.cold;
        p.frequency = Math.min(head.frequency, graph.blocks[graph.dominator[top]].frequency);
        List<MBlock> out = new ArrayList<>(f.blocks.size() + 2);
        List<MBlock> returns = new ArrayList<>(0);
        MBlock[] copies = new MBlock[graph.count];
        for (int n = 0; n < graph.count; n++) {
            MBlock b = graph.blocks[n];
            MBlock next = n + 1 < graph.count ? graph.blocks[n + 1] : null;
            if (n == top) out.add(p);
            out.add(b);
            if (inside[n]) {
                if (next == head && graph.fallsThrough(n)) b.append(target.branches().jump(head));
                continue;
            }
            b.bare = true;
            boolean jump = b.last != null && target.branches().isJump(b.last);
            int end = graph.fallsThrough(n) ? n + 1 : jump ? graph.indexOf(b.last.ref(0)) : -1;
            for (MInst i = b.firstBranch(); i != null; i = i.next) {
                if (i == b.last && jump) continue;
                for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) i.setRef(k, outside(b, graph.indexOf(i.ref(k)), top, inside, p, copies, returns).id);
            }
            if (end < 0) continue;
            if (end == top) {
                if (jump) b.last.setRef(0, p.id);
            } else if (inside[end]) {
                if (jump) b.last.remove();
                copyTo(b, end);
            }
        }
        int end = out.size();
        while (out.get(end - 1).cold) end--;
        for (MBlock r : returns) out.add(r.cold ? out.size() : end++, r);
        f.blocks.clear();
        f.blocks.addAll(out);
        f.prologue = p;
        MachineGraph after = new MachineGraph(f, target);
        for (int b = 0; b < after.count; b++) after.blocks[b].succs = Arrays.stream(after.succs[b]).mapToObj(s -> after.blocks[s]).toArray(MBlock[]::new);
    }

    /** Where a conditional branch from outside goes. */
    private MBlock outside(MBlock from, int to, int top, boolean[] inside, MBlock p, MBlock[] copies, List<MBlock> returns) {
        if (to == top) return p;
        if (!inside[to]) return graph.blocks[to];
        if (copies[to] == null) {
            copies[to] = f.newBlock(null);
            copies[to].bare = true;
            copies[to].cold = from.cold;
            copies[to].frequency = 0.5 * graph.blocks[to].frequency;
            copyTo(copies[to], to);
            returns.add(copies[to]);
        }
        return copies[to];
    }

    private void copyTo(MBlock to, int from) {
        while (true) {
            MBlock b = graph.blocks[from];
            for (MInst i = b.first; i != null; i = i.next) if (!target.branches().isJump(i)) to.append(i.copy());
            if (b.last != null && b.last.row.is(Row.RET)) return;
            from = graph.succs[from][0];
        }
    }
}
