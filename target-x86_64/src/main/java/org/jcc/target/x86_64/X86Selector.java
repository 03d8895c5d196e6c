package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Operand;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.RegisterFile;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.select.Selector;
import org.jcc.ir.Alias;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Selection for x86-64: which rule file serves an operation, and what the rules share: operands, addresses, symbols,
 * constants.
 *
 * <p>Values: integers and pointers in general registers, the bits above the type's width being anything; i1 is 0 or 1 in
 * the low 8 bits. f32, f64 and f128 in xmm registers. f80 in frame slots, see {@link X87Rules}.
 */
final class X86Selector extends Selector {
    private boolean[] done;

    X86Selector(RegisterFile registers, CodegenOptions options, Function ir, MFunction mf) {
        super(registers, options, ir, mf);
        mf.features = X86Features.of(ir.features);
    }

    @Override
    public int regClass(Type t) {
        return switch (t.kind) {
            case INT, PTR -> Kind.GPR;
            case FLOAT -> t == Type.F80 ? 0 : Kind.FPR;
            case VECTOR -> Kind.FPR;
            case VOID, TUPLE -> 0;
        };
    }

    /** Bits above a narrow value are anything, or known to be zero: both survive a 32-bit move. */
    @Override
    protected int spillSize(Type t) {
        return t.size <= 4 && regClass(t) == Kind.GPR && ir.level(options.optLevel) > 0 ? 4 : super.spillSize(t);
    }

    /** True if the function may use these instruction sets, of {@link X86Features}. */
    boolean has(long features) {
        return (mf.features & features) == features;
    }

    @Override
    protected void finish() {
        if (has(X86Features.AVX)) VexForms.convert(mf);
    }

    /** The instruction's value is made by another rule: no code of its own. */
    void setDone(Inst i) {
        if (done == null) done = new boolean[ir.instCount()];
        done[i.id] = true;
    }

    // ---- which rules serve an operation ----

    @Override
    public void select(Inst i) {
        if (done != null && done[i.id]) return;
        RuleGroup g = X87Rules.serves(i) ? RuleGroup.X87 : VectorRules.serves(i) ? RuleGroup.VECTOR : RuleGroup.of(i.op);
        if (g == null) throw new IllegalStateException("no rule for " + i.op.text + " " + i.type);
        switch (g) {
            case X87 -> X87Rules.select(this, i);
            case ARITHMETIC -> IntegerRules.binary(this, i);
            case DIVISION -> IntegerRules.division(this, i);
            case SHIFT -> IntegerRules.shift(this, i);
            case HIGH_PRODUCT -> IntegerRules.highProduct(this, i);
            case OVERFLOW -> setcc(def(i), IntegerRules.overflow(this, i));
            case COUNT_ZEROS -> BitRules.countZeros(this, i);
            case COUNT_ONES -> BitRules.countOnes(this, i);
            case BYTE_SWAP -> BitRules.byteSwap(this, i);
            case MIN_MAX -> IntegerRules.minMax(this, i);
            case ABSOLUTE -> IntegerRules.abs(this, i);
            case COMPARE -> setcc(def(i), IntegerRules.compare(this, i));
            case TRUNCATE -> IntegerRules.truncate(this, i);
            case EXTEND -> IntegerRules.extend(this, i);
            case COPY -> move(i.type, def(i), use(i.arg(0)));
            case POINTER_ADD -> IntegerRules.pointerAdd(this, i);
            case CHOOSE -> ControlRules.choose(this, i);

            case FLOAT_COMPARE -> FloatRules.compareToValue(this, i);
            case FLOAT_ARITHMETIC -> FloatRules.arithmetic(this, i);
            case FLOAT_SIGN -> FloatRules.sign(this, i);
            case SQUARE_ROOT -> FloatRules.squareRoot(this, i);
            case ROUND -> FloatRules.round(this, i);
            case FUSED -> FusedRules.fma(this, i);
            case FLOAT_RESIZE -> FloatRules.resize(this, i);
            case FLOAT_TO_INTEGER -> FloatRules.toInteger(this, i);
            case INTEGER_TO_FLOAT -> FloatRules.fromInteger(this, i);
            case BITCAST -> FloatRules.bitcast(this, i);

            case VECTOR -> {
                if (WideRules.serves(i)) WideRules.select(this, i);
                else VectorRules.select(this, i);
            }
            case TARGET_OPERATION -> OperationRules.select(this, i);
            case LOAD -> MemoryRules.load(this, i);
            case STORE -> MemoryRules.store(this, i);
            case BLOCK_MEMORY -> MemoryRules.block(this, i);
            case DYNAMIC_ALLOCA -> MemoryRules.allocate(this, i);
            case STACK_POINTER -> MemoryRules.stackPointer(this, i);
            case READ_MODIFY_WRITE -> AtomicRules.readModifyWrite(this, i);
            case COMPARE_EXCHANGE -> AtomicRules.compareExchange(this, i);
            case FENCE -> AtomicRules.fence(this, i);
            case PREFETCH -> addr(i.arg(0), true).to(emit(ins(X86.PREFETCHT0_M8)), MInst.USE);
            case TLS_ADDRESS -> TlsRules.address(this, i);
            case THREAD_POINTER -> TlsRules.threadPointer(this, def(i));
            case STACK_ARGUMENT -> lea(def(i), addr(i, false));
            case FRAME_CHAIN -> ControlRules.frameChain(this, i);

            case CALL -> ControlRules.call(this, i);
            case CALL_WITH_EXITS -> ControlRules.callWithExits(this, i);
            case LANDING -> emit(new MInst(LANDING, 1).fixed(def(i), MInst.DEF, X86Regs.RAX));
            case JUMP -> jump(edge(i, 0));
            case BRANCH -> ControlRules.branch(this, i);
            case MULTIWAY -> ControlRules.multiway(this, i);
            case INDIRECT -> ControlRules.indirect(this, i);
            case RETURN -> ControlRules.ret(this, i);
            case UNREACHABLE -> {
                if (isBehindCall(i)) emit(new MInst(NOT_REACHED, 0));
                else if (!ir.is(Function.NAKED)) emit(ins(X86.UD2));
            }
            case TRAP -> emit(ins(X86.UD2));
            case INLINE_ASSEMBLY -> AsmRules.select(this, i);
        }
    }

    // ---- moves ----

    @Override
    public Inst forward(Inst v) {
        while (true) {
            switch (v.op) {
                case TRUNC -> {
                    if (v.type == Type.I1) return v;
                }
                case PTRTOINT, INTTOPTR -> {
                    if (v.arg(0).type.size < v.type.size || v.type == Type.I1) return v;
                }
                case EXTRACT -> {
                    // The first lane of a register of 16 bytes is there; of one of 32 bytes it has to be moved.
                    if (!v.type.isFloat() || v.arg(0).type.size != 16 || !v.arg(1).isConst(0)) return v;
                }
                case FREEZE, EXPECT -> { }
                default -> {
                    return v;
                }
            }
            Inst from = v.arg(0);
            if (regClass(from.type) != regClass(v.type) || regClass(from.type) == 0) return v;
            v = from;
        }
    }

    @Override
    public Inst inRegister(Inst v) {
        while (true) {
            v = forward(v);
            if (v.op != Op.ZEXT && v.op != Op.SEXT || !UpperBits.areZero(v.arg(0)) || v.op == Op.SEXT && !UpperBits.isNotNegative(v.arg(0))) return v;
            v = v.arg(0);
        }
    }

    void move(Type t, int d, int s) {
        if (regClass(t) == Kind.GPR) emit(ins(X86.MOV_R64_RM64).reg(d, MInst.DEF).reg(s, MInst.USE | MInst.REGMEM));
        else emit(ins(t.size == 32 ? X86.VMOVAPS_Y_YM256 : X86.MOVAPS_X_XM128).reg(d, MInst.DEF).reg(s, MInst.USE));
    }

    void lea(int d, Addr a) {
        a.to(emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF)), 0);
    }

    void setcc(int d, int cc) {
        emit(ins(X86.SETCC.get(cc)).reg(d, MInst.DEF));
    }

    @Override
    public void jump(MBlock to) {
        emit(ins(X86.JMP_REL).block(to));
    }

    void jcc(int cc, MBlock to) {
        emit(ins(X86.JCC.get(cc)).block(to));
    }

    // ---- operands ----

    /** True for an integer constant that an instruction can hold as a sign-extended 32-bit immediate. */
    static boolean isImm(Inst v) {
        return v.op == Op.ICONST && v.imm == (int) v.imm && v.type != Type.I128;
    }

    /** What gives the bits of a whole vector register, by way of casts that nobody else needs. */
    Inst bits(Inst v) {
        while (v.op == Op.BITCAST && isSingleUse(v) && regClass(v.arg(0).type) == Kind.FPR && v.arg(0).type.size >= 16) v = v.arg(0);
        return v;
    }

    /** A load that may be folded into the instruction of the rule at hand as an operand of {@code bytes} bytes. */
    boolean foldsLoad(Inst v, int bytes) {
        return v.op == Op.LOAD && v.type.size == bytes && canFoldLoad(v);
    }

    /** Adds {@code v} as a register or, if it is a foldable load, as memory. The row's place must take both. */
    MInst regMem(MInst m, Inst v, Addr folded) {
        return folded != null ? folded.to(m, MInst.USE) : r(m, use(v));
    }

    /** The address of a foldable load's memory, or null. */
    Addr foldAddr(Inst v, int bytes) {
        return foldsLoad(v, bytes) ? loadAddr(v) : null;
    }

    /** The address that a load, store or other memory operation accesses. */
    Addr loadAddr(Inst memoryOp) {
        Addr a = addr(memoryOp.arg(0), true);
        if (memoryOp.space() == Inst.SPACE_FS) a.segment = X86Regs.FS;
        if (memoryOp.space() == Inst.SPACE_GS) a.segment = X86Regs.GS;
        return a;
    }

    // ---- addresses ----

    /**
     * Matches base + index·scale + displacement + symbol.
     *
     * @param access the address is accessed, not only computed: a segment may stand in it
     */
    Addr addr(Inst p, boolean access) {
        Addr a = new Addr();
        Inst index = null;
        int scale = 1;
        while (true) {
            p = forward(p);
            if (p.op == Op.PTRADD) {
                Inst off = forward(p.arg(1));
                if (off.op == Op.ICONST && fits(a.disp + off.imm)) {
                    if (p.block != root.block && hasRegister(p)) break;
                    a.disp += off.imm;
                    p = p.arg(0);
                    continue;
                }
                if (index == null && off.op != Op.ICONST) {
                    if (hasRegister(p)) break;
                    long before = a.disp;
                    int s = 1;
                    Inst x = off;
                    while (true) {
                        if (x.op == Op.ADD && x.type == Type.I64 && x.arg(1).op == Op.ICONST && fits(a.disp + x.arg(1).imm * s)) {
                            a.disp += x.arg(1).imm * s;
                            x = forward(x.arg(0));
                        } else if (x.op == Op.SHL && x.arg(1).op == Op.ICONST && x.arg(1).imm >= 0 && s << x.arg(1).imm <= 8 && x.arg(1).imm <= 3) {
                            s <<= (int) x.arg(1).imm;
                            x = forward(x.arg(0));
                        } else if (x.op == Op.MUL && x.arg(1).op == Op.ICONST && (x.arg(1).imm == 2 || x.arg(1).imm == 4 || x.arg(1).imm == 8)
                                && s * x.arg(1).imm <= 8) {
                            s *= (int) x.arg(1).imm;
                            x = forward(x.arg(0));
                        } else break;
                    }
                    if (x.type == Type.I64 || x.type == Type.PTR) {
                        index = x;
                        scale = s;
                        p = p.arg(0);
                        continue;
                    }
                    a.disp = before;
                }
            }
            break;
        }
        base(a, p, index != null, access);
        if (index != null) {
            a.index = use(index);
            a.scale = scale;
        }
        return a;
    }

    /** The pointer is computed for somebody else in any case: one register of an address in place of two. */
    private boolean hasRegister(Inst p) {
        if (p == root || p.useCount() < 2) return false;
        if (isDemanded(p)) return true;
        for (int u = 0; u < p.useCount(); u++) {
            switch (p.user(u).op) {
                case STORE -> {
                    if (p.userSlot(u) != 0) return true;
                }
                case CALL, BR, RET, ICMP, SELECT -> {
                    return true;
                }
                default -> { }
            }
        }
        return false;
    }

    private void base(Addr a, Inst p, boolean indexed, boolean access) {
        switch (p.op) {
            case ALLOCA -> a.base = MInst.slotBase(slot(p));
            case INARG -> {
                a.base = MInst.slotBase(MFunction.INCOMING);
                a.disp += p.imm;
            }
            case OUTARG -> {
                mf.outgoingAlign = Math.max(mf.outgoingAlign, p.align);
                a.base = X86Regs.RSP;
                a.disp += p.imm;
            }
            case SYMBOL -> {
                Symbol s = p.symbol();
                if (isDirect(s) && !isFar(s) && fits(a.disp + p.imm)) {
                    if (!options.positionIndependent()) {
                        a.ref = mf.ref(s);
                        a.disp += p.imm;
                        if (!indexed) a.base = X86Regs.RIP;
                        return;
                    }
                    if (!indexed) {
                        a.ref = mf.ref(s);
                        a.disp += p.imm;
                        a.base = X86Regs.RIP;
                        return;
                    }
                }
                if (p.imm != 0 && isLoaded(s) && fits(a.disp + p.imm)) {
                    a.base = loadedBase(s);
                    a.disp += p.imm;
                    return;
                }
                a.base = use(p);
            }
            case ICONST -> {
                if (fits(a.disp + p.imm) && a.disp + p.imm >= 0) a.disp += p.imm;
                else a.base = use(p);
            }
            case TLSADDR -> {
                if (access && TlsRules.isLocalExec(this, p.symbol()) && !indexed && fits(a.disp + p.imm)) {
                    a.segment = X86Regs.FS;
                    a.ref = mf.ref(p.symbol());
                    a.modifier = Modifier.TPOFF;
                    a.disp += p.imm;
                } else a.base = use(p);
            }
            default -> a.base = use(p);
        }
    }

    /** A displacement; small enough that the sum of two is one too. */
    static boolean fits(long n) {
        return n >= -0x40000000L && n < 0x40000000L;
    }

    // ---- symbols ----

    boolean isLarge() {
        return options.codeModel == CodegenOptions.CodeModel.LARGE;
    }

    /** True if neither a 32-bit address nor a 32-bit distance may be assumed to reach the symbol. */
    boolean isFar(Symbol s) {
        while (s instanceof Alias a) s = a.target;
        return s instanceof GlobalVar v ? options.isFar(v) : isLarge();
    }

    /** True if the symbol's address may be built into the code: it is surely in this executable or library. */
    boolean isDirect(Symbol s) {
        boolean local = s.linkage == Symbol.Linkage.INTERNAL || s.visibility != Symbol.Visibility.DEFAULT && s.isDefinition()
                || s.visibility == Symbol.Visibility.HIDDEN || s.visibility == Symbol.Visibility.INTERNAL;
        if (local) return s.isDefinition() || s.linkage != Symbol.Linkage.WEAK || !options.positionIndependent();
        if (!options.positionIndependent()) return true;
        if (options.pic) return false;
        return s.isDefinition();
    }

    // ---- constants ----

    @Override
    public int materialize(Inst c) {
        int d = regClass(c.type) == 0 ? -1 : temp(c.type);
        switch (c.op) {
            case ICONST -> integer(d, c.type.bits == 1 ? c.imm & 1 : c.imm, c.type);
            case POISON -> {
                if (regClass(c.type) == Kind.GPR) integer(d, 0, Type.I32);
                else emit(new MInst(Pseudos.ZERO_X, 1).reg(d, MInst.DEF));
            }
            case FCONST -> FloatRules.constant(this, d, c);
            case ALLOCA -> lea(d, addr(c, false));
            case SYMBOL -> address(d, c.symbol(), c.imm);
            case BLOCKADDR -> emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, X86Regs.RIP, MInst.NONE, 1, 0, mf.ref(c.aux), Modifier.NONE, MInst.NONE));
            default -> throw new IllegalStateException("constant " + c.op.text);
        }
        return d;
    }

    /** Loads an integer into a register without touching flags. */
    void integer(int d, long v, Type t) {
        if (t.size < 8) v &= 0xffffffffL;
        if (v >= 0 && v <= 0xffffffffL) emit(ins(X86.MOV_R32_I32).reg(d, MInst.DEF).imm((int) v));
        else if (v == (int) v) emit(ins(X86.MOV_RM64_I32).reg(d, MInst.DEF).imm(v));
        else emit(ins(X86.MOV_R64_I64).reg(d, MInst.DEF).imm(v));
    }

    private void address(int d, Symbol s, long offset) {
        int ref = mf.ref(s);
        // In position-independent code by way of the GOT, which is near.
        boolean far = isFar(s);
        if (far && !options.positionIndependent() && offset == (int) offset) {
            emit(ins(X86.MOV_R64_I64).reg(d, MInst.DEF).sym(ref, (int) offset, Modifier.NONE));
            return;
        }
        boolean near = offset == (int) offset && Math.abs(offset) < 1 << 30;
        if (isDirect(s) && near && !far) {
            if (options.codeModel == CodegenOptions.CodeModel.KERNEL) emit(ins(X86.MOV_RM64_I32).reg(d, MInst.DEF).sym(ref, (int) offset, Modifier.NONE));
            else if (!options.positionIndependent()) emit(ins(X86.MOV_R32_I32).reg(d, MInst.DEF).sym(ref, (int) offset, Modifier.NONE));
            else emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, X86Regs.RIP, MInst.NONE, 1, (int) offset, ref, Modifier.NONE, MInst.NONE));
            return;
        }
        if (isDirect(s) && !(far && options.positionIndependent())) {
            int t = tempOf(Kind.GPR);
            address(t, s, 0);
            addOffset(d, t, offset);
            return;
        }
        if (offset != 0) {
            addOffset(d, loadedBase(s), offset);
            return;
        }
        emit(ins(X86.MOV_R64_RM64).reg(d, MInst.DEF).mem(MInst.USE, X86Regs.RIP, MInst.NONE, 1, 0, ref, Modifier.GOTPCREL, MInst.NONE));
    }

    /** What {@link #address} has from the GOT. */
    @Override
    protected boolean isLoaded(Symbol s) {
        return !isDirect(s) || isFar(s) && options.positionIndependent();
    }

    private void addOffset(int d, int from, long offset) {
        if (offset == (int) offset) {
            emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, from, (int) offset));
            return;
        }
        int k = tempOf(Kind.GPR);
        emit(ins(X86.MOV_R64_I64).reg(k, MInst.DEF).imm(offset));
        emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, from, k, 1, 0, -1, Modifier.NONE, MInst.NONE));
    }

    /** Adds an operand for memory in the constant pool. */
    MInst pool(MInst m, long lo, long hi, int size) {
        return m.mem(MInst.USE, X86Regs.RIP, MInst.NONE, 1, 0, mf.ref(new MFunction.Constant(lo, hi, size)), Modifier.NONE, MInst.NONE);
    }

    // ---- what the walk asks ----

    @Override
    public void loadIncoming(Inst p, int offset) {
        Addr a = new Addr();
        a.base = MInst.slotBase(MFunction.INCOMING);
        a.disp = offset;
        if (p.type == Type.F80) X87Rules.copy(this, a, slotAddr(slot(p)));
        else MemoryRules.loadTo(this, p.type, def(p), a, 8);
    }

    @Override
    public void storeOutgoing(Inst v, int offset) {
        Addr a = new Addr();
        a.base = X86Regs.RSP;
        a.disp = offset;
        if (v.type == Type.F80) X87Rules.storeValue(this, v, a);
        else if (v.type.isIntOrPtr()) MemoryRules.storeFrom(this, Type.I64, useHere(v), a, 8);
        else MemoryRules.storeFrom(this, v.type, useHere(v), a, 8);
    }

    static Addr slotAddr(int slot) {
        Addr a = new Addr();
        a.base = MInst.slotBase(slot);
        return a;
    }

    @Override
    public void copySlot(Inst value, int toSlot) {
        X87Rules.storeValue(this, value, slotAddr(toSlot));
    }

    @Override
    public void moveSlot(int from, int to, Type type) {
        X87Rules.copy(this, slotAddr(from), slotAddr(to));
    }

    @Override
    public void resultToSlot(Inst value, int register) {
        if (value == null) emit(ins(X86.FSTP_ST).reg(X86Regs.ST0, 0));
        else slotAddr(slot(value)).to(emit(ins(X86.FSTP_M80)), MInst.DEF);
    }

    /** The condition code of an integer condition after {@code cmp a, b}. */
    static int cc(Cond c) {
        return switch (c) {
            case EQ -> X86.CC_E;
            case NE -> X86.CC_NE;
            case SLT -> X86.CC_L;
            case SLE -> X86.CC_LE;
            case SGT -> X86.CC_G;
            case SGE -> X86.CC_GE;
            case ULT -> X86.CC_B;
            case ULE -> X86.CC_BE;
            case UGT -> X86.CC_A;
            case UGE -> X86.CC_AE;
            default -> throw new IllegalArgumentException(c.text());
        };
    }

    CodegenOptions options() {
        return options;
    }

    MFunction mf() {
        return mf;
    }

    Inst root() {
        return root;
    }

    MBlock current() {
        return current;
    }

    Function ir() {
        return ir;
    }

    /** True for a call that may be made directly: {@code call f}. */
    boolean isFunction(Symbol s) {
        return s instanceof Function || s instanceof org.jcc.ir.Alias;
    }

    /** The modifier of a direct call, or null if it must go through the GOT. */
    Modifier callModifier(Symbol s, CallInfo info) {
        if (isDirect(s)) return Modifier.NONE;
        if (options.noPlt || info != null && info.is(CallInfo.NO_PLT)) return null;
        return Modifier.PLT;
    }

    static Operand reg(int n) {
        return Operand.reg(n);
    }

    static GlobalVar.Tls modelOf(Symbol s) {
        return s instanceof GlobalVar v ? v.tls : GlobalVar.Tls.NONE;
    }
}
