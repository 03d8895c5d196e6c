package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * Interprocedural constants and dead arguments: a parameter of a static function for which every call passes the same constant is
 * that constant; a parameter that nothing uses is passed no more, a result that nothing uses returned no more ({@link DirectCalls} says for which functions).
 *
 * <p>Requires: calls in the shape of C. Ensures: each parameter of such a function is used, and not always the same constant; so is its result.
 */
final class IpaConstants {
    private IpaConstants() {}

    static void run(Module m) {
        DirectCalls.of(m).forEach((f, sites) -> {
            constants(f, sites);
            dead(f, sites);
            result(f, sites);
        });
    }

    /** A result that no call uses is returned no more. */
    private static void result(Function f, List<Inst> sites) {
        if (!(f.signature.result() instanceof AbiType.Scalar)) return;
        for (Inst c : sites) if (!c.hasResult() || c.useCount() > 0) return;
        for (Block b : f.blocks) if (b.last.op == Op.RET && b.last.argCount() > 0) b.last.removeArg(0);
        Signature old = f.signature;
        f.signature = new Signature(AbiType.VOID, old.params(), old.fixed(), false, old.unprototyped(), old.convention());
        for (Inst c : sites) {
            c.type = Type.VOID;
            c.aux = c.call().with(f.signature);
        }
    }

    private static void constants(Function f, List<Inst> sites) {
        int first = f.signature.resultInMemory() ? 1 : 0;
        next:
        for (int k = first; k < f.params().size(); k++) {
            Inst p = f.params().get(k);
            if (p.useCount() == 0 || !(f.signature.params().get(k - first) instanceof AbiType.Scalar)) continue;
            Inst same = null;
            for (Inst c : sites) {
                Inst a = c.arg(k + 1);
                if (a == p) continue;
                if (a.op != Op.ICONST && a.op != Op.FCONST && a.op != Op.SYMBOL) continue next;
                if (same != null && !(same.op == a.op && same.imm == a.imm && same.immHi == a.immHi && same.aux == a.aux)) continue next;
                same = a;
            }
            if (same == null) continue;
            Inst own = switch (same.op) {
                case ICONST -> same.type == Type.I128 ? f.iconst128(same.imm, same.immHi) : same.type.isPtr() ? f.ptrConst(same.imm) : f.iconst(same.type, same.imm);
                case FCONST -> f.fconst(same.type, same.imm, same.immHi);
                default -> f.symbol(same.symbol(), same.imm);
            };
            p.replaceAllUsesWith(own);
        }
    }

    private static void dead(Function f, List<Inst> sites) {
        int first = f.signature.resultInMemory() ? 1 : 0;
        List<AbiType> kept = new ArrayList<>(f.signature.params());
        boolean any = false;
        // The last parameter of that convention is the static chain; without it, it is C's.
        String convention = f.signature.convention();
        int chain = convention.equals("nested") ? f.params().size() - 1 : -1;
        for (int k = f.params().size() - 1; k >= first; k--) {
            Inst p = f.params().get(k);
            boolean unused = true;
            // Passed on to itself only: of no use.
            for (int u = 0; u < p.useCount(); u++) unused &= p.user(u).op == Op.CALL && sites.contains(p.user(u)) && p.userSlot(u) == k + 1;
            if (!unused) continue;
            for (Inst c : sites) c.removeArg(k + 1);
            f.entry().removeParam(k);
            kept.remove(k - first);
            if (k == chain) convention = "c";
            any = true;
        }
        if (!any) return;
        Signature old = f.signature;
        f.signature = new Signature(old.result(), kept, kept.size(), false, false, convention);
        for (Inst c : sites) {
            c.aux = c.call().with(new Signature(c.call().signature.result(), kept, kept.size(), false, false, convention));
        }
    }
}
