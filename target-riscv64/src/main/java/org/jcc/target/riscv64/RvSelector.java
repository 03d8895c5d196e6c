package org.jcc.target.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Row;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.RegisterFile;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Selection for RISC-V: which rule file serves an operation, and what the rules share: operands, addresses, symbols, constants.
 *
 * <p>Values: every integer narrower than a register is held sign-extended to 64 bits, whatever C says of its sign, as the W
 * instructions make it and the ABI passes it; i1 is 0 or 1. So comparisons need no extension (the order of unsigned numbers survives
 * it), and sign extension is free; zero extension is what costs. f32 and f64 live in floating registers, f128 in frame slots.
 */
final class RvSelector extends Selector {
    RvSelector(RegisterFile registers, CodegenOptions options, Function ir, MFunction mf) {
        super(registers, options, ir, mf);
    }

    @Override
    public int regClass(Type t) {
        return switch (t.kind) {
            case INT, PTR -> Kind.GPR;
            case FLOAT -> t.size == 16 ? 0 : Kind.FPR;
            case VECTOR, VOID, TUPLE -> 0;
        };
    }

    // ---- which rules serve an operation ----

    @Override
    public void select(Inst i) {
        RuleGroup g = QuadRules.serves(i) ? RuleGroup.QUAD : RuleGroup.of(i.op);
        if (g == null) throw new IllegalStateException("no rule for " + i.op.text + " " + i.type);
        switch (g) {
            case QUAD -> QuadRules.select(this, i);
            case ARITHMETIC -> IntegerRules.binary(this, i);
            case POINTER_ADD -> lea(def(i), addr(i));
            case DIVISION -> IntegerRules.division(this, i);
            case HIGH_PRODUCT -> IntegerRules.highProduct(this, i);
            case SHIFT -> IntegerRules.shift(this, i);
            case ROTATE -> IntegerRules.rotate(this, i);
            case OVERFLOW -> IntegerRules.overflow(this, i);
            case COMPARE -> IntegerRules.compare(this, i);
            case CONVERT -> IntegerRules.convert(this, i);
            case COPY -> move(i.type, def(i), use(i.arg(0)));
            case CHOOSE -> ControlRules.choose(this, i);

            case FLOAT_BINARY -> FloatRules.binary(this, i);
            case FLOAT_UNARY -> FloatRules.unary(this, i);
            case FUSED_MULTIPLY_ADD -> FloatRules.fused(this, i);
            case FLOAT_COMPARE -> FloatRules.compare(this, def(i), i);
            case FLOAT_CONVERT -> FloatRules.convert(this, i);

            case LOAD -> MemoryRules.load(this, i);
            case STORE -> MemoryRules.store(this, i);
            case BLOCK_MEMORY -> MemoryRules.block(this, i);
            case DYNAMIC_ALLOCA -> MemoryRules.allocate(this, i);
            case STACK_SAVE -> move(Type.PTR, def(i), RvRegs.SP);
            case STACK_RESTORE -> {
                mf.dynamicStack = true;
                move(Type.PTR, RvRegs.SP, use(i.arg(0)));
            }
            case READ_MODIFY_WRITE -> AtomicRules.readModifyWrite(this, i);
            case COMPARE_EXCHANGE -> AtomicRules.compareExchange(this, i);
            case FENCE -> {
                if (i.imm == 0) AtomicRules.fence(this, 3, 3);
            }
            case PREFETCH -> { }
            case TLS_ADDRESS -> TlsRules.address(this, i);
            case THREAD_POINTER -> move(Type.PTR, def(i), RvRegs.TP);
            case STACK_ARGUMENT -> lea(def(i), addr(i));
            case FRAME_CHAIN -> ControlRules.frameChain(this, i);

            case CALL -> ControlRules.call(this, i);
            case CALL_WITH_EXITS -> ControlRules.callWithExits(this, i);
            case LANDING -> emit(new MInst(LANDING, 1).fixed(def(i), MInst.DEF, RvRegs.A0));
            case JUMP -> jump(edge(i, 0));
            case BRANCH -> ControlRules.branch(this, i);
            case MULTIWAY -> ControlRules.multiway(this, i);
            case INDIRECT -> ControlRules.indirect(this, i);
            case RETURN -> ControlRules.ret(this, i);
            case UNREACHABLE -> {
                if (isBehindCall(i)) emit(new MInst(NOT_REACHED, 0));
                else if (!ir.is(Function.NAKED)) emit(ins(Rv.UNIMP));
            }
            case TRAP -> emit(ins(Rv.UNIMP));
            case INLINE_ASSEMBLY -> AsmRules.select(this, i);
        }
    }

    // ---- emission in short ----

    /** d = a row b */
    void op(Row row, int d, int a, int b) {
        emit(ins(row).reg(d, MInst.DEF).reg(a, MInst.USE).reg(b, MInst.USE));
    }

    /** d = row a */
    void op(Row row, int d, int a) {
        emit(ins(row).reg(d, MInst.DEF).reg(a, MInst.USE));
    }

    /** d = a row n */
    void opi(Row row, int d, int a, long n) {
        emit(ins(row).reg(d, MInst.DEF).reg(a, MInst.USE).imm(n));
    }

    /** The register of {@code v} for reading, x0 for the constant zero. */
    int useOrZero(Inst v) {
        v = forward(v);
        return v.op == Op.ICONST && v.imm == 0 ? RvRegs.ZERO : use(v);
    }

    /** True for an integer constant that fits a 12-bit immediate. */
    static boolean isImm(Inst v) {
        return v.op == Op.ICONST && fits(value(v));
    }

    /** A constant's number as registers hold it. */
    static long value(Inst c) {
        return c.type == Type.I1 ? c.imm & 1 : c.imm;
    }

    static boolean fits(long n) {
        return n >= -2048 && n < 2048;
    }

    void integer(int d, long n) {
        if (fits(n)) opi(Rv.ADDI, d, RvRegs.ZERO, n);
        else emit(new MInst(Pseudos.LI, 2).reg(d, MInst.DEF).imm(n));
    }

    int constant(long n) {
        if (n == 0) return RvRegs.ZERO;
        int t = tempOf(Kind.GPR);
        integer(t, n);
        return t;
    }

    // ---- moves ----

    @Override
    public Inst forward(Inst v) {
        while (true) {
            Inst from;
            switch (v.op) {
                case SEXT -> {
                    if (v.arg(0).type == Type.I1) return v;
                    from = v.arg(0);
                }
                case ZEXT -> {
                    if (v.arg(0).type != Type.I1) return v;
                    from = v.arg(0);
                }
                case PTRTOINT, INTTOPTR -> {
                    if (v.arg(0).type.size != v.type.size) return v;
                    from = v.arg(0);
                }
                case FREEZE, EXPECT -> from = v.arg(0);
                default -> {
                    return v;
                }
            }
            if (from.op.isConstant() && from.type != v.type || regClass(from.type) != regClass(v.type) || regClass(from.type) == 0) return v;
            v = from;
        }
    }

    void move(Type t, int d, int s) {
        op(regClass(t) == Kind.GPR ? Rv.MV : Rv.FMV_D, d, s);
    }

    void lea(int d, Addr a) {
        if (MInst.isSlot(a.base()) || !fits(a.disp())) a.to(emit(new MInst(Pseudos.LEA, 2).reg(d, MInst.DEF)), 0);
        else opi(Rv.ADDI, d, a.base(), a.disp());
    }

    @Override
    public void jump(MBlock to) {
        emit(ins(Rv.J).block(to));
    }

    // ---- addresses ----

    /** Base and displacement of an address; adds what is too far into a register. */
    Addr addr(Inst p) {
        long disp = 0;
        while (true) {
            p = forward(p);
            if (p.op != Op.PTRADD) break;
            Inst off = forward(p.arg(1));
            if (off.op != Op.ICONST || Math.abs(disp + off.imm) > 1L << 30) break;
            disp += off.imm;
            p = p.arg(0);
        }
        switch (p.op) {
            case ALLOCA -> {
                return new Addr(MInst.slotBase(slot(p)), (int) disp);
            }
            case INARG -> {
                if (p.imm < 0) mf.argumentSave = (int) Math.max(mf.argumentSave, -p.imm);
                return new Addr(MInst.slotBase(MFunction.INCOMING), (int) (disp + p.imm));
            }
            case OUTARG -> {
                return new Addr(RvRegs.SP, (int) (disp + p.imm));
            }
            case SYMBOL -> {
                if (p.imm != 0 && isLoaded(p.symbol()) && fits(disp + p.imm)) return new Addr(loadedBase(p.symbol()), (int) (disp + p.imm));
            }
            default -> { }
        }
        int base;
        if (p.op == Op.PTRADD) {
            Inst off = forward(p.arg(1));
            base = tempOf(Kind.GPR);
            int a = use(p.arg(0));
            if (isImm(off)) opi(Rv.ADDI, base, a, off.imm);
            else op(Rv.ADD, base, a, use(off));
        } else {
            base = use(p);
        }
        if (fits(disp)) return new Addr(base, (int) disp);
        int sum = tempOf(Kind.GPR);
        op(Rv.ADD, sum, base, constant(disp));
        return new Addr(sum, 0);
    }

    // ---- symbols ----

    /** True if the symbol's address may be built into the code: it is surely in this executable or library. */
    boolean isDirect(Symbol s) {
        boolean local = s.linkage == Symbol.Linkage.INTERNAL || s.visibility != Symbol.Visibility.DEFAULT && s.isDefinition()
                || s.visibility == Symbol.Visibility.HIDDEN || s.visibility == Symbol.Visibility.INTERNAL;
        if (local) return s.isDefinition() || s.linkage != Symbol.Linkage.WEAK;
        // A weak symbol may be at address zero, which is out of reach from a far program counter.
        if (!s.isDefinition() && s.linkage == Symbol.Linkage.WEAK) return false;
        if (!options.positionIndependent()) return true;
        if (options.pic) return false;
        return s.isDefinition();
    }

    static GlobalVar.Tls modelOf(Symbol s) {
        return s instanceof GlobalVar v ? v.tls : GlobalVar.Tls.NONE;
    }

    /** Emits a pair that makes an address of a symbol. */
    void symbolic(PseudoRow row, int d, int ref, long offset) {
        emit(new MInst(row, 2).reg(d, MInst.DEF).sym(ref, (int) offset, Modifier.NONE));
    }

    private void address(int d, Symbol s, long offset) {
        int ref = mf.ref(s);
        boolean direct = isDirect(s);
        if (direct && Math.abs(offset) < 1 << 30) {
            symbolic(Pseudos.LA, d, ref, offset);
            return;
        }
        if (offset == 0) {
            symbolic(Pseudos.LA_GOT, d, ref, 0);
            return;
        }
        int t;
        if (direct) symbolic(Pseudos.LA, t = tempOf(Kind.GPR), ref, 0);
        else t = loadedBase(s);
        if (fits(offset)) opi(Rv.ADDI, d, t, offset);
        else op(Rv.ADD, d, t, constant(offset));
    }

    @Override
    protected boolean isLoaded(Symbol s) {
        return !isDirect(s);
    }

    // ---- constants ----

    @Override
    public int materialize(Inst c) {
        int d = temp(c.type);
        switch (c.op) {
            case ICONST -> integer(d, value(c));
            case POISON -> {
                if (regClass(c.type) == Kind.GPR) integer(d, 0);
                else op(Rv.FMV_D_X, d, RvRegs.ZERO);
            }
            case FCONST -> FloatRules.constant(this, d, c);
            case ALLOCA -> lea(d, addr(c));
            case SYMBOL -> address(d, c.symbol(), c.imm);
            case BLOCKADDR -> symbolic(Pseudos.LA, d, mf.ref(c.aux), 0);
            default -> throw new IllegalStateException("constant " + c.op.text);
        }
        return d;
    }

    // ---- what the walk asks ----

    @Override
    public void loadIncoming(Inst p, int offset) {
        MemoryRules.loadTo(this, p.type, def(p), new Addr(MInst.slotBase(MFunction.INCOMING), offset), false);
    }

    @Override
    public void storeOutgoing(Inst v, int offset) {
        MemoryRules.storeFrom(this, v.type.isIntOrPtr() ? Type.I64 : v.type, use(v), new Addr(RvRegs.SP, offset));
    }

    @Override
    public void copySlot(Inst value, int toSlot) {
        QuadRules.copy(this, value, new Addr(MInst.slotBase(toSlot), 0));
    }

    @Override
    public void moveSlot(int from, int to, Type type) {
        QuadRules.copy(this, new Addr(MInst.slotBase(from), 0), new Addr(MInst.slotBase(to), 0));
    }

    @Override
    public void resultToSlot(Inst value, int register) {
        throw new IllegalStateException("no register holds such a value");
    }

    CodegenOptions options() {
        return options;
    }

    MFunction mf() {
        return mf;
    }

    MBlock current() {
        return current;
    }

    Function ir() {
        return ir;
    }
}
