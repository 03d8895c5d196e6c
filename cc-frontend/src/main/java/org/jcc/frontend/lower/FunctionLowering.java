package org.jcc.frontend.lower;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.ir.AbiType;
import org.jcc.ir.AliasTags;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Lowers the body of one function: parameters, statements, control flow.
 *
 * <p>The idea that keeps it short: code is always emitted somewhere. After a jump the current block is {@code dead}: values
 * may still be built there, but no edge leaves it, so that nothing dead gets a predecessor. A block begins dead if no edge has come
 * to it; labels and loops begin live, since edges may come later. A dead statement is not lowered at all unless a label stands
 * in it: gcc too refers to nothing from {@code if (0) f();}, at any level. At the end the blocks that the entry does not reach are
 * dropped, and the others are put in the order in which they were begun, which is the source's.
 *
 * <p>Requires: a definition without errors. Ensures: a function that the verifier accepts.
 */
final class FunctionLowering {
    final Lowering unit;
    final Lowering.Options options;
    final Function f;
    final Builder b;
    final Shapes shapes;
    final FunctionDefinition definition;
    final Memory memory;
    final Expressions expressions;
    final Calls calls;
    final Builtins builtins;
    final Complexes complexes;
    final InlineAsm asm;
    final Cleanups cleanups = new Cleanups(this);

    /** Null unless functions nest here. */
    private final Nest nest;
    /** The static chain of a nested function, and the frame that functions within see; null until wanted. */
    private Inst chain, frame;
    private final Map<FunctionSymbol, Inst> trampolines = new HashMap<>();

    /** The current block is unreachable. */
    boolean dead;
    private final List<Block> begun = new ArrayList<>();
    private Inst resultStorage;
    private Block dispatch;

    FunctionLowering(Lowering unit, Lowering.Options options, Function f, FunctionDefinition definition, Nest nest) {
        this.unit = unit;
        this.options = options;
        this.f = f;
        this.b = new Builder(f);
        this.shapes = unit.shapes;
        shapes.strictAliasing = options.strictAliasing;
        this.definition = definition;
        this.nest = nest;
        this.expressions = new Expressions(this);
        this.memory = expressions.memory;
        this.calls = expressions.calls;
        this.complexes = expressions.complexes;
        this.builtins = expressions.builtins;
        this.asm = new InlineAsm(this);
    }

    void lower() {
        f.loc = definition.loc();
        f.endLoc = definition.end();
        b.loc = definition.loc();
        Block entry = f.newBlock(null);
        begin(entry);
        dead = false;
        parameters(entry);
        if (nest != null) openFrame();
        if (!definition.labels().isEmpty()) f.attributes |= Function.HAS_LABEL_ADDRESS;
        profile("__cyg_profile_func_enter");
        restrictPointers();
        statements(definition.body());
        b.loc = definition.end();
        if (!dead) returnNothing();
        cleanups.finish();
        for (LabelSymbol l : definition.labels()) block(l).addressTaken = true;
        if (dispatch != null) dispatchBlock();
        for (LabelSymbol l : definition.labels()) {
            // It stands in an expression that is never evaluated; no jump may lead there.
            if (block(l).first == null) {
                begin(block(l));
                b.unreachable();
            }
        }
        hugeObjects(entry);
        sweep();
    }

    /** Objects of at least this size are allocated by the body: no displacement in a frame would reach what lies behind them. */
    private static final long HUGE = 1L << 30;

    private void hugeObjects(Block entry) {
        Inst last = entry.first;
        while (last.op == Op.ALLOCA && last.next != null) last = last.next;
        for (Inst i = entry.first, next; i != last; i = next) {
            next = i.next;
            if (i.imm < HUGE) continue;
            Inst memory = f.newInst(Op.DYNALLOCA, Type.PTR, f.iconst(Type.I64, i.imm));
            memory.align = Math.max(16, i.align);
            memory.loc = i.loc;
            memory.scope = i.scope;
            memory.insertBefore(last);
            i.replaceAllUsesWith(memory);
            i.remove();
        }
    }

    /** Tells the profiler which function is entered or left, and where it was called ({@code -finstrument-functions}). */
    private void profile(String hook) {
        if (!options.instrument || definition.symbol().noInstrument || f.is(Function.NAKED) || dead) return;
        calls.library(hook, Type.VOID, f.symbol(f, 0), b.emit(Op.RETADDR, Type.PTR));
    }

    // ---- parameters and locals ----

    /**
     * Slots of the restrict pointers whose block is the function's body (C17 6.7.3.1p2): parameters and variables of the outermost block whose address is
     * not taken. Others promise nothing that is used: a block within may be executed several times, memory may hold the pointer.
     */
    private final List<Inst> restrictPointers = new ArrayList<>();

    private void restrictPointers() {
        for (VarSymbol v : definition.params()) restrictPointer(v);
        for (TypedStmt s : definition.body()) if (s instanceof TypedStmt.LocalVar v) restrictPointer(v.variable());
    }

    private void restrictPointer(VarSymbol v) {
        int q = v.type.quals();
        if ((q & CType.RESTRICT) == 0 || (q & (CType.VOLATILE | CType.ATOMIC)) != 0 || !v.type.isPointer() || v.isStatic() || v.addressTaken || v.hardRegister != null) return;
        if (nest != null && nest.captured(v) || restrictPointers.size() >= AliasTags.Restrict.MAX_POINTERS) return;
        restrictPointers.add(slot(v));
    }

    /** The value of a restrict pointer that was read from its place. */
    Inst restricted(Place p, Inst value) {
        int k = restrictPointers.indexOf(p.address());
        return k < 0 ? value : b.emit(Op.RESTRICT, Type.PTR, value, f.iconst(Type.I64, k));
    }

    private void parameters(Block entry) {
        if (f.signature.resultInMemory()) resultStorage = entry.addParam(Type.PTR);
        int n = definition.params().size();
        Inst[] values = new Inst[n];
        for (int i = 0; i < n; i++) {
            AbiType t = f.signature.params().get(i);
            values[i] = entry.addParam(t instanceof AbiType.Scalar s ? s.type() : Type.PTR);
            values[i].loc = definition.params().get(i).loc;
        }
        if (definition.symbol().nestedIn != null) chain = entry.addParam(Type.PTR);
        for (int i = 0; i < n; i++) {
            VarSymbol v = definition.params().get(i);
            boolean captured = nest != null && nest.captured(v);
            if (f.signature.params().get(i) instanceof AbiType.Aggregate) {
                if (captured) memory.memcpy(slot(v), values[i], v.type.size(), 1);
                else v.lowered = values[i];
            } else {
                Inst slot = captured ? slot(v) : b.alloca(v.type.size(), v.align(), v.name);
                if (!captured) v.lowered = slot;
                b.loc = v.loc;
                if (v.type.isVector()) expressions.vectors.receive(slot, values[i], v.type, v.align());
                else if (Halves.is(v.type)) b.store(slot, expressions.resize(b.convert(Op.BITCAST, values[i], Type.I32), Type.I16, false), 2, 0);
                else if (!f.is(Function.NAKED)) memory.store(Place.of(slot, plain(v.type), v.align()), values[i]);
            }
        }
        b.loc = definition.loc();
    }

    /** The parameter's own store is neither atomic nor volatile; a transparent union arrives as its first member. */
    private static CType plain(CType t) {
        RecordType.Field first = Shapes.transparentMember(t);
        return first != null ? first.type.unqualified() : t.unqualified();
    }

    /** The address of an automatic variable; for a VLA of the slot that holds its address. */
    Inst slot(VarSymbol v) {
        if (nest != null) {
            if (v.owner != null && v.owner != definition.symbol()) {
                Nest n = nestOf(v.owner);
                return memory.offset(frameOf(v.owner), n.offset(v));
            }
            if (nest.captured(v)) return memory.offset(frame(), nest.offset(v));
        }
        if (v.lowered instanceof Inst i) return i;
        Inst slot = v.type.isVla() ? b.alloca(8, 8, v.name) : b.alloca(Math.max(1, v.type.size()), Math.max(1, v.align()), v.name);
        slot.loc = v.loc;
        slot.flags |= bufferFlags(v.type);
        v.lowered = slot;
        return slot;
    }

    /** Of an object's ALLOCA. */
    int bufferFlags(CType t) {
        return t.isVla() ? 0 : options.stackProtection.flags(t, options.bufferSize);
    }

    // ---- functions that nest ----

    private Nest nestOf(FunctionSymbol owner) {
        Nest n = nest;
        while (n.definition.symbol() != owner) n = n.outer;
        return n;
    }

    /** This function's frame for the functions within. */
    private Inst frame() {
        if (frame == null) {
            frame = b.alloca(nest.size(), nest.align(), null);
            // Whatever may be in it.
            if (options.stackProtection != StackProtection.NONE) frame.flags |= Inst.ARRAY;
        }
        return frame;
    }

    /** The frame of this function or of one around it: the static chain of the functions defined there. */
    Inst frameOf(FunctionSymbol owner) {
        if (owner == definition.symbol()) return frame();
        nest.usesChain = true;
        Inst p = chain;
        for (Nest n = nest.outer; n.definition.symbol() != owner; n = n.outer) {
            n.usesChain = true;
            p = b.load(Type.PTR, p, 8, 0);
        }
        return p;
    }

    /** {@code &&label}, of this function or of one around it. */
    Inst labelAddress(LabelSymbol l) {
        if (l.nonLocal == null || l.nonLocal == definition.symbol()) return f.blockAddr(block(l));
        return b.load(Type.PTR, memory.offset(frameOf(l.nonLocal), nestOf(l.nonLocal).address(l)), 8, 0);
    }

    /** The address of a function as a value: of one that needs its static chain that of a trampoline, which lives as long as the function around. */
    Inst functionAddress(FunctionSymbol s) {
        Inst code = f.symbol(unit.symbol(s), 0);
        if (s.nestedIn == null) return code;
        Nest owner = nestOf(s.nestedIn);
        if (owner.isChainless(s)) return code;
        if (owner != nest) return memory.offset(frameOf(s.nestedIn), owner.trampoline(s));
        Inst t = trampolines.computeIfAbsent(s, x -> b.alloca(Nest.TRAMPOLINE_BYTES, Nest.TRAMPOLINE_ALIGN, null));
        trampoline(t, s);
        return t;
    }

    private void trampoline(Inst at, FunctionSymbol s) {
        unit.module.executableStack = true;
        calls.library("__jcc_trampoline", Type.VOID, at, f.symbol(unit.symbol(s), 0), frame());
    }

    /** What the functions within expect of this one's frame: its own chain, trampolines, and that it waits for non-local gotos. */
    private void openFrame() {
        if (chain != null && nest.usesChain) b.store(frame(), chain, 8, 0);
        nest.trampolines.forEach((s, at) -> trampoline(memory.offset(frame(), at), s));
        nest.addresses.forEach((l, at) -> b.store(memory.offset(frame(), at), f.blockAddr(block(l)), 8, 0));
        if (nest.buffer < 0) return;
        saveStackPointer();
        Inst number = calls.library("_setjmp", Type.I32, CallInfo.RETURNS_TWICE, memory.offset(frame(), nest.buffer));
        int n = nest.targets.size();
        Block go = f.newBlock(null);
        Block[] landings = new Block[n];
        long[] numbers = new long[n];
        for (int k = 0; k < n; k++) {
            landings[k] = f.newBlock(null);
            numbers[k] = k + 1;
        }
        b.switch_(number, go, numbers, landings);
        die();
        for (int k = 0; k < n; k++) {
            begin(landings[k]);
            b.emit(Op.STACKRESTORE, Type.VOID, b.load(Type.PTR, memory.offset(frame(), nest.stackPointer), 8, 0));
            nest.registers.forEach((v, at) -> memory.store(Place.register(v.hardRegister, v.type), memory.load(Place.of(memory.offset(frame(), at), v.type.unqualified()))));
            jump(block(nest.targets.get(k)));
        }
        begin(go);
    }

    /** A non-local goto comes back with the stack of the call from which it came. */
    void saveStackPointer() {
        if (nest != null && nest.stackPointer >= 0) b.store(memory.offset(frame(), nest.stackPointer), b.emit(Op.STACKSAVE, Type.PTR), 8, 0);
    }

    private void nonLocalGoto(TypedStmt.NonLocalGoto g) {
        statements(g.leave());
        b.loc = g.loc();
        Nest n = nestOf(g.target().nonLocal);
        for (VarSymbol v : unit.globalRegisters) {
            Place to = Place.of(memory.offset(frameOf(g.target().nonLocal), n.register(v)), v.type.unqualified());
            memory.store(to, memory.load(Place.register(v.hardRegister, v.type)));
        }
        Inst number = f.iconst(Type.I32, n.target(g.target(), Builtins.JMP_BUF_BYTES));
        calls.library("longjmp", Type.VOID, CallInfo.NORETURN, memory.offset(frameOf(g.target().nonLocal), n.buffer), number);
        unreachable();
    }

    // ---- control flow ----

    /** Makes {@code x} the current block. It is dead if no edge has come to it. */
    void begin(Block x) {
        begun.add(x);
        b.at(x);
        dead = x.predCount() == 0;
    }

    /** Begins a block to which edges may come later. */
    void beginLive(Block x) {
        begin(x);
        dead = false;
    }

    /** What follows is unreachable: it goes to a block that no edge enters. */
    void die() {
        if (!dead) {
            b.at(f.newBlock("dead"));
            dead = true;
        }
    }

    void jump(Block target, Inst... args) {
        if (!dead) b.br(target, args);
        die();
    }

    void jumpIf(Inst condition, Block yes, Block no, int probability) {
        if (!dead) {
            if (condition.isConst()) {
                b.br(condition.imm != 0 ? yes : no);
            } else {
                Inst i = b.condbr(condition, yes, no);
                i.imm = probability;
            }
        }
        die();
    }

    void unreachable() {
        if (!dead) b.unreachable();
        die();
    }

    void trap() {
        if (!dead) b.emit(Op.TRAP, Type.VOID);
        die();
    }

    /** The block of a label. */
    Block block(LabelSymbol label) {
        if (label.lowered instanceof Block x) return x;
        Block x = f.newBlock(label.name);
        label.lowered = x;
        return x;
    }

    private void label(LabelSymbol label) {
        Block x = block(label);
        if (!dead) b.br(x);
        // Edges may come later, from below or by a computed goto.
        if (label.used || label.addressTaken || x.predCount() > 0) beginLive(x);
        else begin(x);
    }

    // ---- statements ----

    void statements(List<TypedStmt> list) {
        Cleanups.Scope outer = cleanups.enter();
        for (TypedStmt s : list) statement(s);
        cleanups.leave(outer);
    }

    /** The statements of a statement expression; its cleanups stay in force for its value, until {@link #close}. Gives what was in force before. */
    Cleanups.Scope open(TypedExpr.StmtExpr e) {
        Cleanups.Scope outer = cleanups.enter();
        for (TypedStmt s : e.statements()) statement(s);
        return outer;
    }

    /** What leaving a statement expression does. */
    void close(TypedExpr.StmtExpr e, Cleanups.Scope outer) {
        for (TypedStmt s : e.leave()) statement(s);
        cleanups.leave(outer);
    }

    void statement(TypedStmt s) {
        Cleanups.Scope around = cleanups.enter();
        if (s instanceof TypedStmt.Cleanup c) {
            cleanups.begin(c);
            return;
        }
        cleanups.leave(cleanups.during(s));
        reachable(s);
        cleanups.leave(around);
    }

    private void reachable(TypedStmt s) {
        if (dead && !Labels.in(s)) return;
        b.loc = s.loc();
        switch (s) {
            case TypedStmt.ExprStmt e -> expressions.effect(e.expr());
            case TypedStmt.Block x -> {
                int outer = b.scope;
                f.scopes.add(new Function.Scope(outer, x.loc(), null));
                b.scope = f.scopes.size() - 1;
                statements(x.statements());
                b.scope = outer;
            }
            case TypedStmt.LocalVar v -> {
                if (v.init() == null && v.variable().isMachineRegister()) return;
                Inst slot = slot(v.variable());
                if (slot.op == Op.ALLOCA) slot.scope = b.scope;
                if (v.init() != null) memory.initialise(Place.of(slot, v.variable().type, v.variable().align()), v.init());
                else fillAutomatic(v.variable(), slot, f.iconst(Type.I64, v.variable().type.size()));
            }
            case TypedStmt.LocalVla v -> {
                Inst size = expressions.value(v.size());
                b.loc = v.loc();
                Inst slot = slot(v.variable());
                Inst memory = b.emit(Op.DYNALLOCA, Type.PTR, size);
                memory.align = Math.max(16, v.variable().align());
                b.store(slot, memory, 8, 0);
                saveStackPointer();
                fillAutomatic(v.variable(), memory, size);
            }
            case TypedStmt.StackSave m -> {
                Inst slot = mark(m.mark());
                b.store(slot, b.emit(Op.STACKSAVE, Type.PTR), 8, 0);
            }
            case TypedStmt.StackRestore m -> {
                if (m.mark().kept) return;
                b.emit(Op.STACKRESTORE, Type.VOID, b.load(Type.PTR, mark(m.mark()), 8, 0));
                saveStackPointer();
            }
            case TypedStmt.If i -> lowerIf(i);
            case TypedStmt.Loop l -> loop(l);
            case TypedStmt.Switch w -> lowerSwitch(w);
            case TypedStmt.Label l -> label(l.label());
            case TypedStmt.Goto g -> {
                statements(g.leave());
                b.loc = g.loc();
                jump(block(g.target()));
            }
            case TypedStmt.NonLocalGoto g -> nonLocalGoto(g);
            case TypedStmt.ComputedGoto g -> {
                Inst address = expressions.value(g.address());
                b.loc = g.loc();
                if (definition.labels().isEmpty()) {
                    unreachable();
                } else {
                    if (dispatch == null) {
                        dispatch = f.newBlock("dispatch");
                        dispatch.addParam(Type.PTR);
                    }
                    jump(dispatch, address);
                }
            }
            case TypedStmt.Return r -> lowerReturn(r);
            case TypedStmt.Asm a -> asm.lower(a);
            case TypedStmt.Cleanup c -> throw new IllegalStateException("cleanup");
        }
    }

    /** Gives an uninitialised variable the bytes that {@code -ftrivial-auto-var-init} asks for. */
    private void fillAutomatic(VarSymbol v, Inst at, Inst size) {
        if (options.autoInit < 0 || v.leftUninitialised || size.isConst() && size.imm <= 0) return;
        b.emit(Op.MEMSET, Type.VOID, at, f.iconst(Type.I8, (byte) options.autoInit), size);
    }

    private Inst mark(TypedStmt.StackMark m) {
        if (m.lowered == null) m.lowered = b.alloca(8, 8, null);
        return (Inst) m.lowered;
    }

    private void lowerIf(TypedStmt.If i) {
        // A chain of else-ifs is walked without recursion.
        Block end = f.newBlock("endif");
        TypedStmt.If at = i;
        while (true) {
            b.loc = at.loc();
            Block then = f.newBlock("then");
            Block otherwise = at.otherwise() == null ? end : f.newBlock("else");
            expressions.conditions.branch(at.condition(), then, otherwise, Conditions.NO_HINT);
            begin(then);
            statement(at.then());
            jump(end);
            if (at.otherwise() == null) break;
            begin(otherwise);
            if (at.otherwise() instanceof TypedStmt.If next) {
                if (dead && !Labels.in(next)) break;
                at = next;
            } else {
                statement(at.otherwise());
                jump(end);
                break;
            }
        }
        begin(end);
    }

    private void loop(TypedStmt.Loop l) {
        Block body = f.newBlock("body");
        Block test = f.newBlock("test");
        Block next = block(l.continueLabel());
        Block end = block(l.breakLabel());
        Boolean known = l.condition() == null ? Boolean.TRUE : expressions.conditions.truth(l.condition());
        if (l.testFirst()) {
            if (known == null) jump(test);
            else jump(known ? body : end);
        } else {
            jump(body);
        }
        // The condition stands below the body, so that an iteration takes one jump; its edge to the body comes later.
        if (Boolean.FALSE.equals(known)) begin(body);
        else beginLive(body);
        statement(l.body());
        if (!dead) b.br(next);
        begin(next);
        if (l.step() != null && !dead) expressions.effect(l.step());
        b.loc = l.loc();
        if (known != null) {
            jump(known ? body : end);
        } else {
            if (!dead) b.br(test);
            begin(test);
            int ways = body.predCount();
            if (!dead) expressions.conditions.branch(l.condition(), body, end, Conditions.NO_HINT);
            if (body.predCount() == ways + 1) hints(body.pred(ways), l.hints());
            die();
        }
        begin(end);
    }

    /** The branch that goes back says what the pragmas did. */
    private static void hints(Inst back, TypedStmt.LoopHints h) {
        if (back.op != Op.CONDBR) return;
        back.setUnroll(Math.min(Inst.MAX_UNROLL, h.unroll()));
        if (h.ivdep()) back.flags |= Inst.IVDEP;
    }

    private void lowerReturn(TypedStmt.Return r) {
        TypedExpr e = r.value();
        if (e == null || e.type().isVoid()) {
            if (e != null) expressions.effect(e);
            statements(r.leave());
            b.loc = r.loc();
            if (!dead) returnNothing();
            return;
        }
        CType t = e.type();
        Inst value = null;
        if (t.isComplex()) {
            Inst[] parts = complexes.value(e);
            complexes.store(Place.of(resultStorage, t), parts);
        } else if (resultStorage != null) {
            // The caller gives storage that nothing else refers to.
            expressions.recordTo(e, Place.of(resultStorage, t), true);
        } else {
            value = expressions.value(e);
            if (Halves.is(t)) value = expressions.halves.passed(value);
            if (t.isVector()) value = expressions.vectors.passed(value, t);
        }
        statements(r.leave());
        b.loc = r.loc();
        if (!dead) {
            profile("__cyg_profile_func_exit");
            if (value == null) b.ret();
            else b.ret(value);
        }
        die();
    }

    /** Control reaches the end of the function: of one with a result, the result is indeterminate. */
    private void returnNothing() {
        profile("__cyg_profile_func_exit");
        if (f.is(Function.NAKED)) b.unreachable();
        else if (f.signature.result() instanceof AbiType.Scalar s) b.ret(f.poison(s.type()));
        else b.ret();
        die();
    }

    // ---- switch ----

    /** Ranges of at most this many values become cases of their own. */
    private static final long RANGE_CASES = 32;

    private void lowerSwitch(TypedStmt.Switch w) {
        Inst value = expressions.value(w.value());
        b.loc = w.loc();
        Block other = block(defaultOf(w));
        Type t = value.type;
        if (value.isConst() && t.bits <= 64) {
            jump(block(constantCase(w, value.imm)));
        } else {
            dispatch(w, value, other);
        }
        statement(w.body());
        Block end = block(w.breakLabel());
        if (!dead) b.br(end);
        begin(end);
    }

    private LabelSymbol constantCase(TypedStmt.Switch w, long v) {
        boolean signed = w.value().type().isSigned();
        int bits = (int) w.value().type().size() * 8;
        if (!signed && bits < 64) v &= (1L << bits) - 1;
        for (TypedStmt.Case c : w.cases()) {
            boolean in = signed ? v >= c.low().low() && v <= c.high().low() : Long.compareUnsigned(v, c.low().low()) >= 0 && Long.compareUnsigned(v, c.high().low()) <= 0;
            if (in) return c.label();
        }
        return defaultOf(w);
    }

    /** Where a value without a case goes. */
    private static LabelSymbol defaultOf(TypedStmt.Switch w) {
        return w.defaultLabel() != null ? w.defaultLabel() : w.breakLabel();
    }

    private void dispatch(TypedStmt.Switch w, Inst value, Block other) {
        Type t = value.type;
        List<Long> cases = new ArrayList<>();
        List<Block> targets = new ArrayList<>();
        for (TypedStmt.Case c : w.cases()) {
            long count = c.high().low() - c.low().low();
            if (t.bits <= 64 && count >= 0 && count < RANGE_CASES) {
                for (long k = 0; k <= count; k++) {
                    cases.add(wrap(t, c.low().low() + k));
                    targets.add(block(c.label()));
                }
            } else if (!dead) {
                Block no = f.newBlock(null);
                Inst low = expressions.constant(c.low());
                long borrow = Long.compareUnsigned(c.high().low(), c.low().low()) < 0 ? 1 : 0;
                long top = t == Type.I128 ? c.high().high() - c.low().high() - borrow : 0;
                Inst span = t == Type.I128 ? f.iconst128(count, top) : f.iconst(t, count);
                Inst in = count == 0 && top == 0 ? b.icmp(Cond.EQ, value, low) : b.icmp(Cond.ULE, b.binary(Op.SUB, value, low), span);
                b.condbr(in, block(c.label()), no);
                begin(no);
            }
        }
        if (cases.isEmpty()) {
            jump(other);
            return;
        }
        long[] values = new long[cases.size()];
        for (int i = 0; i < values.length; i++) values[i] = cases.get(i);
        if (!dead) b.switch_(value, other, values, targets.toArray(Block[]::new));
        die();
    }

    private static long wrap(Type t, long v) {
        return switch (t.bits) {
            case 8 -> (byte) v;
            case 16 -> (short) v;
            case 32 -> (int) v;
            default -> v;
        };
    }

    // ---- the end ----

    private void dispatchBlock() {
        if (dispatch.predCount() == 0) return;
        begin(dispatch);
        Inst i = b.emit(Op.INDIRECTBR, Type.VOID, dispatch.params.get(0));
        List<Block> targets = new ArrayList<>();
        for (LabelSymbol l : definition.labels()) targets.add(block(l));
        i.setSuccs(targets.toArray(Block[]::new));
    }

    /** Drops what the entry does not reach, but for blocks whose address is taken, and puts the rest in source order. */
    private void sweep() {
        boolean[] reached = new boolean[f.blockCount()];
        List<Block> work = new ArrayList<>();
        reach(f.entry(), reached, work);
        for (Block x : begun) if (x.addressTaken) reach(x, reached, work);
        while (!work.isEmpty()) {
            Block x = work.remove(work.size() - 1);
            Inst t = x.terminator();
            if (t == null) throw new IllegalStateException("block without end: " + x.name + " of " + f.name);
            for (int i = 0; i < t.succCount(); i++) reach(t.succ(i), reached, work);
        }
        for (Block x : f.blocks) {
            if (reached[x.id]) continue;
            for (Inst i = x.first; i != null; i = i.next) i.dropOperands();
        }
        f.blocks.clear();
        for (Block x : begun) if (reached[x.id]) f.blocks.add(x);
        f.renumber();
    }

    private static void reach(Block x, boolean[] reached, List<Block> work) {
        if (!reached[x.id]) {
            reached[x.id] = true;
            work.add(x);
        }
    }
}
