package org.jcc.opt;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;

/**
 * Copies of instructions and of groups of blocks within a function. Operands that were copied themselves become their copies;
 * edges between copied blocks lead to the copies, others to where they led. Places and scopes stay. What pragmas say of a loop does not
 * go along: most copies of a branch go back to no header, or to that of another loop.
 */
final class Cloner {
    private final Function f;
    /** The copy of each value and block that has one: few of a large function. */
    private final Map<Inst, Inst> values = new IdentityHashMap<>();
    private final Map<Block, Block> blocks = new IdentityHashMap<>();

    Cloner(Function f) {
        this.f = f;
    }

    /** Uses of {@code v} in copies become uses of {@code copy}. */
    void map(Inst v, Inst copy) {
        values.put(v, copy);
    }

    /** Edges to {@code b} in copies become edges to {@code copy}. */
    void map(Block b, Block copy) {
        blocks.put(b, copy);
    }

    Inst value(Inst v) {
        return values.getOrDefault(v, v);
    }

    Block block(Block b) {
        return blocks.getOrDefault(b, b);
    }

    /** A copy of an instruction that is no terminator, in no block yet; it stands for the original from now on. */
    Inst copy(Inst i) {
        Inst n = shell(i);
        operands(i, n);
        return n;
    }

    private Inst shell(Inst i) {
        Inst n = f.newInst(i.op, i.type);
        n.flags = i.flags;
        n.align = i.align;
        n.tag = i.tag;
        n.imm = i.imm;
        n.immHi = i.immHi;
        n.aux = i.aux instanceof long[] cases ? cases.clone() : i.aux;
        n.dropLoopHints();
        n.locatedAs(i);
        map(i, n);
        return n;
    }

    private void operands(Inst i, Inst n) {
        Inst[] own = new Inst[i.ownArgCount()];
        for (int k = 0; k < own.length; k++) own[k] = value(i.arg(k));
        if (own.length > 0) n.setArgs(own);
        if (i.succCount() == 0) return;
        Block[] targets = new Block[i.succCount()];
        Inst[][] args = new Inst[targets.length][];
        boolean any = false;
        for (int s = 0; s < targets.length; s++) {
            targets[s] = block(i.succ(s));
            args[s] = new Inst[i.succArgCount(s)];
            for (int k = 0; k < args[s].length; k++) args[s][k] = value(i.succArg(s, k));
            any |= args[s].length > 0;
        }
        n.setSuccs(targets);
        if (any) n.appendSuccArgs(args);
    }

    /** Copies of the blocks, at the end of the function; the caller sees to edges into them and to uses outside. */
    List<Block> copy(List<Block> originals) {
        List<Block> copies = new ArrayList<>();
        for (Block b : originals) {
            Block n = f.newBlock(b.name);
            map(b, n);
            copies.add(n);
            for (Inst p : b.params) {
                Inst q = n.addParam(p.type);
                q.locatedAs(p);
                map(p, q);
            }
        }
        // Instructions first, operands then: a block may stand before one that defines what it uses.
        for (Block b : originals) for (Inst i = b.first; i != null; i = i.next) block(b).append(shell(i));
        for (Block b : originals) for (Inst i = b.first; i != null; i = i.next) operands(i, value(i));
        return copies;
    }

    /** True if the instruction may stand twice in the function. */
    static boolean isCopyable(Inst i) {
        return i.op != Op.ALLOCA && i.op != Op.INDIRECTBR && i.op != Op.ASM && i.op != Op.ASMBR && i.op != Op.CALLBR && i.op != Op.LANDING;
    }
}
