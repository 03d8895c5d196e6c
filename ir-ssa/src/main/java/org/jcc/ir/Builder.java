package org.jcc.ir;

/**
 * Appends instructions to a block (or inserts before one), stamping each with the current source place. No folding: what
 * is asked for is what is built; simplification is a pass.
 */
public final class Builder {
    public final Function function;
    /** The block that is appended to; null when the place is unreachable or unset. */
    public Block block;
    /** Insert before this instruction instead of appending; null to append. */
    public Inst before;
    public int loc;
    public int scope;
    private Inst lastAlloca;

    public Builder(Function function) {
        this.function = function;
    }

    public Builder at(Block b) {
        block = b;
        before = null;
        return this;
    }

    public Builder before(Inst i) {
        block = i.block;
        before = i;
        loc = i.loc;
        scope = i.scope;
        return this;
    }

    /** The general form: any operation. */
    public Inst emit(Op op, Type type, Inst... args) {
        Inst i = function.newInst(op, type, args);
        return insert(i);
    }

    public Inst insert(Inst i) {
        i.loc = loc;
        i.scope = scope;
        if (before != null) i.insertBefore(before);
        else block.append(i);
        return i;
    }

    /** Two operands of the result's type. */
    public Inst binary(Op op, Inst a, Inst b) {
        return emit(op, a.type, a, b);
    }

    public Inst binary(Op op, Inst a, Inst b, int flags) {
        Inst i = emit(op, a.type, a, b);
        i.flags = flags;
        return i;
    }

    public Inst unary(Op op, Inst a) {
        return emit(op, a.type, a);
    }

    public Inst convert(Op op, Inst a, Type to) {
        return emit(op, to, a);
    }

    public Inst icmp(Cond c, Inst a, Inst b) {
        Inst i = emit(Op.ICMP, Type.I1, a, b);
        i.imm = c.ordinal();
        return i;
    }

    public Inst fcmp(Cond c, Inst a, Inst b) {
        Inst i = emit(Op.FCMP, Type.I1, a, b);
        i.imm = c.ordinal();
        return i;
    }

    /** A comparison that raises no exception for a quiet NaN. */
    public Inst quiet(Cond c, Inst a, Inst b) {
        Inst i = fcmp(c, a, b);
        i.flags |= Inst.QUIET;
        return i;
    }

    public Inst select(Inst c, Inst a, Inst b) {
        return emit(Op.SELECT, a.type, c, a, b);
    }

    /** {@code p + bytes}; the same pointer for 0. */
    public Inst ptradd(Inst p, long bytes) {
        return bytes == 0 ? p : ptradd(p, function.iconst(Type.I64, bytes));
    }

    public Inst ptradd(Inst p, Inst bytes) {
        return emit(Op.PTRADD, Type.PTR, p, bytes);
    }

    public Inst load(Type type, Inst ptr, int align, int tag) {
        Inst i = emit(Op.LOAD, type, ptr);
        i.align = align;
        i.tag = tag;
        return i;
    }

    public Inst store(Inst ptr, Inst value, int align, int tag) {
        Inst i = emit(Op.STORE, Type.VOID, ptr, value);
        i.align = align;
        i.tag = tag;
        return i;
    }

    /** In the entry block whatever the current place. */
    public Inst alloca(long bytes, int align, String name) {
        Inst i = function.newInst(Op.ALLOCA, Type.PTR);
        i.imm = bytes;
        i.align = align;
        i.aux = name;
        i.loc = loc;
        Block entry = function.entry();
        // The allocas are the entry's first instructions; the last one is remembered, and checked, since passes move them.
        Inst at = lastAlloca != null && lastAlloca.block == entry ? lastAlloca : null;
        for (Inst n = at == null ? entry.first : at.next; n != null && n.op == Op.ALLOCA; n = n.next) at = n;
        if (at != null) i.insertAfter(at);
        else entry.prepend(i);
        lastAlloca = i;
        return i;
    }

    /** {@code type} VOID for no result. {@code args} without the callee. */
    public Inst call(CallInfo info, Type type, Inst callee, Inst... args) {
        Inst[] all = new Inst[args.length + 1];
        all[0] = callee;
        System.arraycopy(args, 0, all, 1, args.length);
        Inst i = emit(Op.CALL, type, all);
        i.aux = info;
        return i;
    }

    public Inst result(Inst tuple, int index, Type type) {
        Inst i = emit(Op.RESULT, type, tuple);
        i.imm = index;
        return i;
    }

    public Inst br(Block target, Inst... args) {
        Inst i = emit(Op.BR, Type.VOID);
        i.addSucc(target, args);
        return i;
    }

    public Inst condbr(Inst c, Block yes, Block no) {
        Inst i = emit(Op.CONDBR, Type.VOID, c);
        i.addSucc(yes);
        i.addSucc(no);
        return i;
    }

    /** {@code targets[i]} for {@code cases[i]}. */
    public Inst switch_(Inst value, Block dflt, long[] cases, Block[] targets) {
        Inst i = emit(Op.SWITCH, Type.VOID, value);
        i.aux = cases;
        Block[] all = new Block[targets.length + 1];
        all[0] = dflt;
        System.arraycopy(targets, 0, all, 1, targets.length);
        i.setSuccs(all);
        return i;
    }

    public Inst ret(Inst... values) {
        return emit(Op.RET, Type.VOID, values);
    }

    public Inst unreachable() {
        return emit(Op.UNREACHABLE, Type.VOID);
    }
}
