package org.jcc.codegen;

import java.util.Arrays;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;

/**
 * Extensions and masks of values that are extended already: of each register how many low bits can be set is known from its definition, through
 * parameters of blocks from all their arguments, and what keeps all of those bits is a copy, whose readers read the original. Selection sees only what
 * one expression tells; this sees the whole function.
 *
 * <p>The analysis is optimistic: a loop's parameter has as many bits as what enters the loop, until an argument proves more; each step raises
 * one number of at most 64, so that it ends.
 *
 * <p>Requires: machine code in SSA form. Ensures: the same values in the bits that are read.
 */
final class ExtensionRemoval {
    private ExtensionRemoval() {}

    /** Walks over the function; one that needs more has no answer. Loops in loops that hand on values unchanged need one each. */
    private static final int WALKS = 12;

    static boolean run(MFunction f, TargetMachine t, CodegenOptions o) {
        TargetMachine.Extensions x = t.extensions();
        if (f.ir.level(o.optLevel) == 0 || x == TargetMachine.Extensions.NONE) return true;
        int[] bits = new int[f.regCount()];
        Arrays.fill(bits, 0, MInst.FIRST_VREG, 64);
        int walks = 0;
        while (raise(f, x, bits)) if (++walks == WALKS) return true;
        int[] of = new int[bits.length];
        boolean any = false;
        for (MBlock b : f.blocks) {
            for (MInst i = b.first, next; i != null; i = next) {
                next = i.next;
                int from = x.kept(i, bits);
                if (from < 0 || !MInst.isVirtual(from) || !MInst.isVirtual(i.reg(0)) || i.fixedReg(0) >= 0 || f.size(from) != f.size(i.reg(0)) && bits[from] > 8 * f.size(from)) continue;
                of[i.reg(0)] = from;
                i.remove();
                any = true;
            }
        }
        if (any) f.replace(of);
        return true;
    }

    /** One walk; true if something rose. */
    private static boolean raise(MFunction f, TargetMachine.Extensions x, int[] bits) {
        boolean changed = false;
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) {
                    if (!i.isReg(k) || !i.isDef(k) || !MInst.isVirtual(i.reg(k))) continue;
                    int n = k == 0 ? x.bits(i, bits) : 64;
                    if (n <= bits[i.reg(k)]) continue;
                    bits[i.reg(k)] = n;
                    changed = true;
                }
            }
            for (int k = 0; k < b.args.length; k++) {
                int p = b.succs[0].params[k];
                if (bits[b.args[k]] <= bits[p]) continue;
                bits[p] = bits[b.args[k]];
                changed = true;
            }
        }
        return changed;
    }
}
