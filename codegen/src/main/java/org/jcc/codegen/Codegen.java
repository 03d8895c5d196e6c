package org.jcc.codegen;

import java.util.List;
import org.jcc.asm.ObjectBuilder;
import org.jcc.codegen.emit.ModuleEmitter;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MachinePass;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.support.TargetOperation;

/**
 * The back end: from ABI-lowered, legal IR to an object under construction.
 *
 * <pre>
 *   Function ─► select ─► allocate (─► check) ─► branches ─► frame ─► emit
 * </pre>
 */
public final class Codegen {
    private Codegen() {}

    /** Emits a whole module, symbols and top-level assembly in source order. */
    public static void emit(Module m, CodegenOptions options, TargetMachine target, ObjectBuilder out) {
        ModuleEmitter emitter = new ModuleEmitter(m, options, target, out);
        for (String r : m.fixedRegisters) {
            int n = target.info().regs().number(r);
            if (n >= 0 && n < 64) options.fixedRegisters |= 1L << n;
        }
        options.tags = m.tags;
        CalleesFirst order = new CalleesFirst(options, target);
        emitter.begin();
        int asm = 0;
        List<Symbol> symbols = m.symbols;
        for (int k = 0; k <= symbols.size(); k++) {
            for (; asm < m.topAsm.size() && (m.topAsm.get(asm).afterSymbols() <= k || k == symbols.size()); asm++) {
                out.section(".text");
                out.assembleText(m.topAsm.get(asm).text(), m.topAsm.get(asm).loc());
            }
            if (k == symbols.size()) break;
            switch (symbols.get(k)) {
                case Function f when f.isDefinition() -> {
                    if (!immediates(f, out)) continue;
                    MFunction mf = order.take(f);
                    if (mf == null) {
                        out.diagnostics.error(f.loc, "the frame of '" + f.name + "' is too large");
                        continue;
                    }
                    if (mf.framePointer && (options.fixedRegisters >>> target.registers().framePointer() & 1) != 0) {
                        out.diagnostics.error(f.loc, "frame pointer required, but reserved");
                    }
                    long t0 = options.times == null ? 0 : System.nanoTime();
                    emitter.function(mf);
                    emitter.flushConstants();
                    if (options.times != null) options.times.merge("emit", System.nanoTime() - t0, Long::sum);
                }
                case GlobalVar v when v.isDefinition() -> emitter.variable(v);
                default -> { }
            }
        }
        emitter.end();
    }

    private static boolean immediates(Inst i, TargetOperation o, ObjectBuilder out) {
        for (int k = 1; k < o.shapes().length; k++) {
            if (o.shapes()[k].bits() == 0 || i.arg(k - 1).op == Op.ICONST && o.admits(k, i.arg(k - 1).imm)) continue;
            out.diagnostics.error(i.loc, o.immediateError(k));
            return false;
        }
        return true;
    }

    /** False, and reported, if inline assembly or an operation of the target wants constants that optimising has not made. */
    private static boolean immediates(Function f, ObjectBuilder out) {
        boolean ok = true;
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                if (i.op == Op.TARGET) ok &= immediates(i, (TargetOperation) i.aux, out);
                if (!(i.aux instanceof AsmInfo a)) continue;
                for (AsmInfo.Operand o : a.operands()) {
                    if (!o.immediate() || i.arg(o.arg()).op == Op.ICONST || i.arg(o.arg()).op == Op.SYMBOL) continue;
                    out.diagnostics.error(i.loc, "impossible constraint in 'asm'");
                    ok = false;
                }
            }
        }
        return ok;
    }

    /** Machine code of one function, ready to be written; null if its frame is too large to address. Independent of all other functions. */
    public static MFunction compile(Function f, CodegenOptions options, TargetMachine target) {
        MFunction mf = new MFunction(f);
        for (MachinePass p : MachinePasses.ALL) {
            if (!p.required() && (options.disabled.contains(p.name()) || options.bisection != null && !options.bisection.next(p.name(), f.name))) continue;
            long t0 = options.times == null ? 0 : System.nanoTime();
            try {
                if (!p.run().apply(mf, target, options)) return null;
            } catch (RuntimeException e) {
                throw new IllegalStateException("internal error in " + p.name() + " on " + f.name + ": " + e, e);
            }
            if (options.times != null) options.times.merge(p.name(), System.nanoTime() - t0, Long::sum);
            if (options.dump != null) options.dump.accept(p.name(), mf);
        }
        return mf;
    }
}
