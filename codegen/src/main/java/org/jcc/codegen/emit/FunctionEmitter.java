package org.jcc.codegen.emit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Expr;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.asm.elf.Elf;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.FrameLayout;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.Expander;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Symbol;

/**
 * Writes one finished function to the object builder: prologue, blocks, epilogue before each return, then its constants
 * and jump tables in read-only sections. A function with cold blocks has two parts, each in its section.
 *
 * <p>Requires: no virtual registers, frame laid out. Slots become register and displacement here; names become symbols;
 * pseudo instructions are expanded.
 */
public final class FunctionEmitter implements Expander {
    private final ModuleEmitter module;
    private final ObjectBuilder out;
    private final TargetMachine target;
    private final CodegenOptions options;
    private final MFunction f;
    /** The block at hand runs without a frame. */
    private boolean bare;
    private final int[] labels;
    private int[] refLabels = new int[0];
    private final List<Object> pool = new ArrayList<>(0);
    private final List<Integer> poolLabels = new ArrayList<>(0);

    FunctionEmitter(ModuleEmitter module, MFunction f) {
        this.module = module;
        this.out = module.out;
        this.target = module.target;
        this.options = module.options;
        this.f = f;
        labels = new int[f.blockCount()];
        Arrays.fill(labels, -1);
    }

    void emit() {
        Function ir = f.ir;
        boolean[] targets = targets();
        MBlock firstCold = null;
        for (MBlock b : f.blocks) if (b.cold && firstCold == null) firstCold = b;
        String coldName = firstCold == null ? null : ir.name + ".cold";
        module.enterText(ir, TextSections.of(ir, options));
        boolean small = ir.is(Function.OPT_SIZE);
        CodegenOptions.Alignment wish = small ? null : options.alignFunctions;
        if (wish != null && wish.bytes() > 1) out.align(wish.bytes(), wish.skip(), 0, 0);
        out.align(Math.max(ir.align, small || wish != null ? target.frame().smallCodeAlign() : target.frame().codeAlign()));
        module.declare(ir, Elf.STT_FUNC);
        boolean cfi = options.unwindTables || options.debug || ir.is(Function.UNWIND_TABLE);
        UnwindTable unwind = begin(ir.name, coldName, cfi);
        line(ir.loc);
        boolean naked = ir.is(Function.NAKED);
        if (!naked && f.prologue == null) target.code().prologue(f, options, this);
        boolean framed = f.prologue == null;
        for (int n = 0; n < f.blocks.size(); n++) {
            MBlock b = f.blocks.get(n);
            if (b == firstCold) {
                end(ir.name, cfi, unwind);
                module.enterText(ir, TextSections.ofColdPart(ir, options));
                out.type(coldName, Elf.STT_FUNC);
                unwind = begin(coldName, coldName, cfi);
                if (cfi && framed) target.code().unwindState(f, true, out.frames());
                line(place(n));
            }
            bare = b.bare;
            if (framed == (bare || b == f.prologue)) {
                framed = !framed;
                if (cfi) target.code().unwindState(f, framed, out.frames());
            }
            if (b.align > 0) out.align(b.align, b.alignSkip, 0, 0);
            if (targets[b.id] || b.addressTaken || b.named) out.label(labelOf(b));
            if (b == f.prologue) {
                target.code().prologue(f, options, this);
                framed = true;
            }
            boolean ends = n + 1 == f.blocks.size() || f.blocks.get(n + 1) == firstCold;
            for (MInst i = b.first; i != null; i = i.next) {
                line(i.loc);
                if (i.row.is(Row.RET)) {
                    if (naked) continue;
                    if (!(i.row instanceof PseudoRow)) line(ir.endLoc);
                    boolean keep = cfi && !(ends && i.next == null) && !bare;
                    if (keep) out.frames().rememberState();
                    if (!bare) target.code().epilogue(f, options, this);
                    emitInst(i);
                    if (keep) out.frames().restoreState();
                } else if (unwind != null && UnwindTable.landing(i) >= 0) {
                    int from = here();
                    emitInst(i);
                    unwind.call(from, here(), labelOf(blockById(UnwindTable.landing(i))));
                } else {
                    emitInst(i);
                }
            }
        }
        end(firstCold == null ? ir.name : coldName, cfi, unwind);
        module.ended(ir);
        if (options.stackUsage != null) stackUsage();
        emitPool();
    }

    /** Begins the function, or its cold part: symbol, frame description, call sites. */
    private UnwindTable begin(String name, String coldName, boolean cfi) {
        out.label(name);
        if (cfi) out.frames().startProc();
        return UnwindTable.of(f, name, coldName, module);
    }

    private void end(String name, boolean cfi, UnwindTable unwind) {
        if (cfi) out.frames().endProc();
        out.sizeToHere(name);
        module.debug.part(name);
        if (unwind != null) unwind.emit();
    }

    /** Where what is in the blocks from here on first comes from. */
    private int place(int n) {
        for (; n < f.blocks.size(); n++) for (MInst i = f.blocks.get(n).first; i != null; i = i.next) if (i.loc != 0) return i.loc;
        return f.ir.loc;
    }

    /** By block id: something jumps there. */
    private boolean[] targets() {
        boolean[] t = new boolean[f.blockCount()];
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) if (i.kind(k) == MInst.BLOCK) t[i.ref(k)] = true;
            }
        }
        for (Object o : f.refs) {
            if (o instanceof MFunction.JumpTable j) for (MBlock b : j.targets()) t[b.id] = true;
            if (o instanceof MBlock b) t[b.id] = true;
        }
        return t;
    }

    private void stackUsage() {
        String place = module.module.sources == null ? module.module.name : module.module.sources.position(f.ir.loc).toString();
        long bytes = f.savedBytes + (f.inRedZone ? 0 : f.frameSize);
        options.stackUsage.append(place).append(':').append(f.ir.name).append('\t').append(bytes).append('\t').append(f.dynamicStack ? "dynamic" : "static").append('\n');
    }

    private int here() {
        int label = out.newLabel();
        out.label(label);
        return label;
    }

    private void line(int loc) {
        if (options.debug && loc != 0) module.debug.line(loc);
    }

    private void emitInst(MInst i) {
        if (i.row instanceof PseudoRow p) {
            p.expansion.expand(i, this);
            return;
        }
        if (i.row.is(Row.CALL)) target.code().beforeCall(f, i, this);
        int n = i.row.kinds.length;
        Operand[] ops = new Operand[n];
        for (int k = 0; k < n; k++) ops[k] = operand(i, k);
        target.code().emit(f, i.row, ops, i.prefixes, out);
    }

    // ---- Expander ----

    @Override
    public ObjectBuilder out() {
        return out;
    }

    @Override
    public MFunction function() {
        return f;
    }

    @Override
    public void emit(Row row, Operand... operands) {
        target.code().emit(f, row, operands, 0, out);
    }

    @Override
    public void emitPrefixed(Row row, int prefixes, Operand... operands) {
        target.code().emit(f, row, operands, prefixes, out);
    }

    @Override
    public Operand label(MBlock b) {
        return Operand.label(labelOf(b));
    }

    @Override
    public String labelName(MBlock b) {
        return out.labelName(labelOf(b));
    }

    @Override
    public MBlock block(MInst i, int k) {
        return blockById(i.ref(k));
    }

    @Override
    public int unique() {
        return module.unique();
    }

    @Override
    public Operand operand(MInst i, int k) {
        switch (i.kind(k)) {
            case MInst.REG -> {
                return Operand.reg(i.reg(k));
            }
            case MInst.IMM -> {
                return Operand.imm(i.immediate(k));
            }
            case MInst.BLOCK -> {
                return Operand.label(labelOf(blockById(i.ref(k))));
            }
            case MInst.SYM -> {
                String name = symbolName(i.ref(k));
                return name != null ? Operand.sym(name, i.disp(k), i.modifier(k)) : Operand.label(labelOfRef(i.ref(k)));
            }
            default -> {
                int base = i.reg(k);
                long disp = i.disp(k);
                if (MInst.isSlot(base)) {
                    int slot = MInst.slotOf(base);
                    base = bare ? target.registers().stackPointer() : FrameLayout.register(f, slot, target);
                    disp += bare ? FrameLayout.bareOffset(target) : FrameLayout.offset(f, slot, target);
                }
                int ref = i.ref(k);
                String name = ref < 0 ? null : symbolName(ref);
                int label = ref >= 0 && name == null ? labelOfRef(ref) : -1;
                return target.code().reach(new Operand.Mem(base, i.index(k), i.scale(k), disp, name, label, i.modifier(k), i.segment(k), null), this);
            }
        }
    }

    private MBlock[] byId;

    private MBlock blockById(int id) {
        if (byId == null) {
            byId = new MBlock[f.blockCount()];
            for (MBlock b : f.blocks) byId[b.id] = b;
        }
        return byId[id];
    }

    private int labelOf(MBlock b) {
        if (labels[b.id] < 0 && b.named) labels[b.id] = out.symbol(".Lasm" + module.unique());
        if (labels[b.id] < 0) labels[b.id] = b.ir != null && b.addressTaken ? module.blockLabel(b.ir) : out.newLabel();
        return labels[b.id];
    }

    /** The name behind a reference, or null if it is a label. */
    private String symbolName(int ref) {
        Object o = f.refs.get(ref);
        if (o instanceof Symbol s) {
            module.referenced(s);
            return s.name;
        }
        return o instanceof String s ? s : null;
    }

    private int labelOfRef(int ref) {
        if (ref >= refLabels.length) refLabels = Arrays.copyOf(refLabels, f.refs.size());
        if (refLabels[ref] != 0) return refLabels[ref] - 1;
        Object o = f.refs.get(ref);
        int label = switch (o) {
            case MBlock b -> labelOf(b);
            case Block b -> module.blockLabel(b);
            case MFunction.Constant c -> module.constant(c);
            default -> {
                int l = out.newLabel();
                pool.add(o);
                poolLabels.add(l);
                yield l;
            }
        };
        refLabels[ref] = label + 1;
        return label;
    }

    private void emitPool() {
        for (int k = 0; k < pool.size(); k++) {
            MFunction.JumpTable t = (MFunction.JumpTable) pool.get(k);
            module.enterTables(f.ir);
            out.align(4);
            int table = poolLabels.get(k);
            out.label(table);
            for (MBlock b : t.targets()) out.data(4, Expr.difference(labelOf(b), table));
        }
    }
}
