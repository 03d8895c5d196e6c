package org.jcc.ir;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jcc.support.TargetOperation;

/**
 * The specification of the IR, and its check. Each bullet is one {@link Rule}, with one negative test of its name.
 *
 * <p>Structure
 * <ul>
 *   <li>{@code list} — the instructions of a block are doubly linked and know their block; every id is unique in the function.</li>
 *   <li>{@code terminator} — a block ends with a terminator and has no other.</li>
 *   <li>{@code entry} — the entry block has no predecessors and its address is not taken.</li>
 *   <li>{@code params} — a block's parameters are PARAMs that know the block and their position; PARAMs stand nowhere else.</li>
 *   <li>{@code uses} — operand slots, use lists, successors and predecessors agree.</li>
 *   <li>{@code edges} — every successor is a block of the function.</li>
 *   <li>{@code block-args} — an edge passes one argument of the right type for each parameter of its target.</li>
 *   <li>{@code dominance} — a value's definition dominates its uses; an argument is used at the end of the predecessor. A result
 *       of a terminator is visible on its edge 0 only, of an ASMBR on all its edges. Unreachable blocks are exempt.</li>
 *   <li>{@code owned} — operands are constants interned in the function or values that stand in its blocks.</li>
 * </ul>
 *
 * <p>Constants
 * <ul>
 *   <li>{@code constant} — integer constants are sign-extended from their type, i1 is 0 or 1; unused bits are zero; poison has a value's type.</li>
 *   <li>{@code symbol} — a named symbol is in the module; SYMBOL names no thread-local, TLSADDR only a thread-local.</li>
 *   <li>{@code label} — BLOCKADDR names an address-taken block of the function that is not its entry.</li>
 * </ul>
 *
 * <p>Operations
 * <ul>
 *   <li>{@code arity} — each operation has its number of operands and of successors.</li>
 *   <li>{@code types} — operands and result have the types that {@link Op} demands; stores and the like have no result.</li>
 *   <li>{@code condition} — ICMP has an integer condition, FCMP a floating one.</li>
 *   <li>{@code flags} — nsw and nuw stand on add, sub, mul, shl, neg-like and trunc; exact on divisions and right shifts; inbounds on
 *       ptradd; fast-math flags and environment modes on floating operations; volatile, invariant and spaces on memory operations; weak on cmpxchg.</li>
 *   <li>{@code order} — loads are not release, stores not acquire; rmw, cmpxchg and fence have an order; only cmpxchg has an
 *       order of failure, which is not release and not acqrel.</li>
 *   <li>{@code align} — alignments are powers of two.</li>
 *   <li>{@code tag} — an alias tag is one of the module's.</li>
 *   <li>{@code alloca} — ALLOCA stands in the entry block; its size is not negative.</li>
 *   <li>{@code tuple} — a TUPLE is used by RESULT alone, RESULT stands in its operand's block (for a terminator: in a successor on whose only
 *       edge it is visible), names one of its results and has that result's type.</li>
 *   <li>{@code switch} — a switch has a distinct case, sign-extended from the operand's type, for each successor but the first.</li>
 *   <li>{@code dispatch} — a function has at most one INDIRECTBR, the dispatch block's, and its successors' addresses are taken: so the
 *       dispatch block alone passes arguments on indirect edges.</li>
 *   <li>{@code call} — a call's operands and result are those of its signature (an aggregate is its address, an aggregate
 *       result a first argument), or, after ABI lowering, those of its locations; the signature at a call lists every argument.</li>
 *   <li>{@code signature} — the entry's parameters are those of the signature, or, after ABI lowering, of the function's locations.</li>
 *   <li>{@code return} — RET has the value that the signature promises, or the values of the locations.</li>
 *   <li>{@code asm} — operands of an inline assembly map to its arguments and results in range, ties name earlier-mapped operands,
 *       results are those it declares, an asm goto has a successor for the fall-through and each label.</li>
 *   <li>{@code target} — a TARGET names a pure operation and has the result and the operands of its signature.</li>
 *   <li>{@code varargs} — VASTART stands in a variadic function.</li>
 *   <li>{@code landing} — LANDING is the first instruction of its block, which has no parameters and no predecessor but one CALLBR, by an edge but
 *       its first. So an unwind edge passes no arguments.</li>
 *   <li>{@code lowered} — INARG stands in functions after ABI lowering only, OUTARG likewise.</li>
 * </ul>
 *
 * <p>Module
 * <ul>
 *   <li>{@code global} — initial bytes fit the size; relocations are 4 or 8 bytes (a difference of labels also 1 or 2), inside, ascending and disjoint, and name
 *       symbols of the module, and only address-taken blocks; a difference of labels is of one function.</li>
 *   <li>{@code alias} — an alias ends at a definition of the module, without a cycle; an ifunc's target is a function.</li>
 * </ul>
 */
public final class Verifier {
    /** One per bullet of the specification. */
    public enum Rule {
        LIST, TERMINATOR, ENTRY, PARAMS, USES, EDGES, BLOCK_ARGS, DOMINANCE, OWNED, CONSTANT, SYMBOL, LABEL, ARITY, TYPES, CONDITION, FLAGS,
        ORDER, ALIGN, TAG, ALLOCA, TUPLE, SWITCH, DISPATCH, CALL, SIGNATURE, RETURN, ASM, TARGET, VARARGS, LOWERED, LANDING, GLOBAL, ALIAS;

        /** The name in the specification and in reports. */
        public String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** A breach. {@code function} and {@code inst} may be null. */
    public record Problem(Rule rule, Function function, Inst inst, String message) {
        @Override
        public String toString() {
            StringBuilder sb = new StringBuilder(rule.text()).append(": ");
            if (function != null) sb.append('@').append(function.name).append(": ");
            sb.append(message);
            if (inst != null) sb.append(": ").append(inst.block != null && rule != Rule.LIST && rule != Rule.USES && rule != Rule.EDGES
                    && rule != Rule.OWNED ? IrPrinter.print(inst) : inst.toString());
            return sb.toString();
        }
    }

    private static final int LIMIT = 20;
    private static final int FAST_FLAGS = Inst.FAST;
    private static final int FENV_FLAGS = Inst.FENV_STRICT | Inst.FENV_DYNAMIC;

    private final Module module;
    private final List<Problem> problems = new ArrayList<>();
    private Function function;
    private Inst inst;
    private Inst[] seen;
    private boolean[] inFunction;

    private Verifier(Module module) {
        this.module = module;
    }

    /** All breaches in the module, the first twenty. */
    public static List<Problem> verify(Module m) {
        Verifier v = new Verifier(m);
        for (Symbol s : m.symbols) {
            switch (s) {
                case Function f -> v.function(f);
                case GlobalVar g -> v.global(g);
                case Alias a -> v.alias(a);
            }
        }
        return v.problems;
    }

    public static List<Problem> verify(Module m, Function f) {
        Verifier v = new Verifier(m);
        v.function(f);
        return v.problems;
    }

    /** Throws with all breaches and the text of the function. {@code when} says after what. */
    public static void check(Module m, Function f, String when) {
        List<Problem> p = verify(m, f);
        if (!p.isEmpty()) throw new IllegalStateException("verifier, " + when + ":\n" + join(p) + text(f));
    }

    public static void check(Module m, String when) {
        List<Problem> p = verify(m);
        if (!p.isEmpty()) throw new IllegalStateException("verifier, " + when + ":\n" + join(p) + (p.get(0).function == null ? "" : text(p.get(0).function)));
    }

    private static String join(List<Problem> problems) {
        StringBuilder sb = new StringBuilder();
        for (Problem p : problems) sb.append(p).append('\n');
        return sb.toString();
    }

    private static String text(Function f) {
        try {
            return IrPrinter.print(f);
        } catch (RuntimeException e) {
            return "(the function cannot be printed: " + e + ")\n";
        }
    }

    private void problem(Rule rule, String message) {
        if (problems.size() < LIMIT) problems.add(new Problem(rule, function, inst, message));
    }

    private boolean check(Rule rule, boolean ok, String message) {
        if (!ok) problem(rule, message);
        return ok;
    }

    // ---- module ----

    private void global(GlobalVar g) {
        function = null;
        inst = null;
        String who = "@" + g.name + ": ";
        check(Rule.GLOBAL, g.size >= 0 && (g.init == null || g.init.length <= g.size), who + "more initial bytes than its size");
        check(Rule.ALIGN, g.align == 0 || powerOfTwo(g.align), who + "alignment " + g.align);
        long end = 0;
        for (GlobalVar.Reloc r : g.relocs) {
            boolean size = r.size() == 4 || r.size() == 8 || r.minus() != null && (r.size() == 1 || r.size() == 2);
            boolean ok = size && r.offset() >= end && r.offset() + (long) r.size() <= g.size;
            check(Rule.GLOBAL, ok, who + "relocation of " + r.size() + " bytes at " + r.offset());
            end = r.offset() + (long) r.size();
            check(Rule.GLOBAL, r.symbol() != null && module.symbol(r.symbol().name) == r.symbol(), who + "relocation to a symbol outside the module");
            for (Block b : new Block[] {r.block(), r.minus()}) {
                if (b != null) check(Rule.GLOBAL, b.function == r.symbol() && b.addressTaken, who + "relocation to a label whose address is not taken");
            }
        }
    }

    private void alias(Alias a) {
        function = null;
        inst = null;
        Symbol s = a;
        Set<Symbol> path = new HashSet<>();
        while (s instanceof Alias x && path.add(s)) s = x.target;
        check(Rule.ALIAS, !(s instanceof Alias) && s.isDefinition() && module.symbol(s.name) == s, "@" + a.name + ": no definition behind it");
        check(Rule.ALIAS, !a.ifunc || s instanceof Function, "@" + a.name + ": the resolver is no function");
    }

    // ---- functions ----

    private void function(Function f) {
        function = f;
        inst = null;
        check(Rule.ALIGN, f.align == 0 || powerOfTwo(f.align), "alignment " + f.align);
        if (!f.isDefinition()) return;
        int before = problems.size();
        seen = new Inst[f.instCount()];
        inFunction = new boolean[f.blockCount()];
        for (Block b : f.blocks) inFunction[b.id] = true;
        for (Block b : f.blocks) structure(b);
        inst = null;
        check(Rule.ENTRY, f.entry().predCount() == 0, "the entry has predecessors");
        check(Rule.ENTRY, !f.entry().addressTaken, "the entry's address is taken");
        if (problems.size() > before) return;
        for (Block b : f.blocks) {
            for (int e = 0; e < b.predCount(); e++) {
                Inst t = b.pred(e);
                inst = t;
                check(Rule.USES, t.block != null && t.block.function == f && inFunction[t.block.id] && t.block.last == t, "predecessor that is no terminator of the function");
            }
        }
        inst = null;
        signature();
        if (problems.size() > before) return;
        Dominators dom = new Dominators(f);
        int[] position = new int[f.instCount()];
        int indirect = 0;
        for (Block b : f.blocks) {
            int n = 1;
            for (Inst i = b.first; i != null; i = i.next) position[i.id] = n++;
        }
        for (Block b : f.blocks) {
            for (Inst p : b.params) {
                inst = p;
                if (isValueType(p.type)) continue;
                problem(Rule.TYPES, "parameter of type " + p.type);
            }
            boolean reachable = dom.isReachable(b);
            for (Inst i = b.first; i != null; i = i.next) {
                inst = i;
                if (i.op == Op.INDIRECTBR && ++indirect == 2) problem(Rule.DISPATCH, "second indirect branch");
                if (reachable) dominance(i, dom, position);
                if (!shape(i)) continue;
                operation(i);
                attributes(i);
                if (i.isTerminator()) blockArgs(i);
            }
        }
        for (Inst c : f.constants()) {
            inst = c;
            constant(c);
        }
    }

    private void structure(Block b) {
        inst = null;
        for (int k = 0; k < b.params.size(); k++) {
            Inst p = b.params.get(k);
            inst = p;
            check(Rule.PARAMS, p.op == Op.PARAM && p.block == b && p.imm == k && p.argCount() == 0, "parameter " + k + " of " + b);
            unique(p);
            check(Rule.USES, p.isLinkedConsistently(), "use lists disagree");
        }
        Inst prev = null;
        for (Inst i = b.first; i != null; i = i.next) {
            inst = i;
            if (!check(Rule.LIST, i.prev == prev && i.block == b && unique(i), "instruction out of list")) return;
            check(Rule.PARAMS, i.op != Op.PARAM, "parameter among the instructions");
            check(Rule.OWNED, !i.op.isConstant(), "constant among the instructions");
            check(Rule.USES, i.isLinkedConsistently(), "use lists disagree");
            check(Rule.TERMINATOR, i.isTerminator() == (i.next == null), i.isTerminator() ? "terminator inside a block" : "block without terminator");
            for (int s = 0; s < i.succCount(); s++) {
                Block t = i.succ(s);
                check(Rule.EDGES, t.function == function && inFunction[t.id], "successor outside the function");
            }
            for (int k = 0; k < i.argCount(); k++) {
                Inst a = i.arg(k);
                boolean ok = a.op.isConstant() ? function.isInterned(a) : a.block != null && a.block.function == function && inFunction[a.block.id];
                check(Rule.OWNED, ok, "operand " + k + " is no value of the function");
            }
            prev = i;
        }
        inst = null;
        check(Rule.LIST, b.last == prev, b + " has the wrong last instruction");
        check(Rule.TERMINATOR, prev != null, "block without terminator: " + b);
    }

    private boolean unique(Inst i) {
        if (i.id >= seen.length || seen[i.id] != null) return false;
        seen[i.id] = i;
        return true;
    }

    private void dominance(Inst i, Dominators dom, int[] position) {
        for (int k = 0; k < i.argCount(); k++) {
            Inst a = i.arg(k);
            if (a.op.isConstant()) continue;
            boolean ok;
            if (!dom.isReachable(a.block)) {
                ok = false;
            } else if (a == i) {
                // A terminator may pass its own result to the successors that see it.
                ok = i.isTerminator() && i.succCount() > 0 && k >= i.succArgStart(0) && (i.op == Op.ASMBR || k < i.succArgStart(0) + i.succArgCount(0));
            } else if (a.isTerminator()) {
                ok = false;
                for (int e = 0; e < seenOn(a); e++) ok |= a.succ(e).predCount() == 1 && dom.dominates(a.succ(e), i.block);
            } else if (a.block == i.block) {
                ok = position[a.id] < position[i.id];
            } else {
                ok = dom.dominates(a.block, i.block);
            }
            if (!ok) problem(Rule.DOMINANCE, "operand " + k + " is not defined on every path");
        }
    }

    private void signature() {
        Function f = function;
        List<Inst> params = f.params();
        if (f.locations != null) {
            check(Rule.SIGNATURE, params.size() == f.locations.argRegs().length, params.size() + " parameters, " + f.locations.argRegs().length + " locations");
            return;
        }
        Signature s = f.signature;
        int hidden = s.resultInMemory() ? 1 : 0;
        if (!check(Rule.SIGNATURE, params.size() == s.params().size() + hidden, params.size() + " parameters in the entry, " + s.params().size() + " in the signature")) return;
        for (int k = 0; k < params.size(); k++) {
            Type want = k < hidden ? Type.PTR : typeOf(s.params().get(k - hidden));
            check(Rule.SIGNATURE, params.get(k).type == want, "parameter " + k + " is " + params.get(k).type + ", not " + want);
        }
    }

    /** The IR type of a parameter or result before ABI lowering. */
    private static Type typeOf(AbiType t) {
        return switch (t) {
            case AbiType.Scalar s -> s.type();
            case AbiType.Void v -> Type.VOID;
            case AbiType.Aggregate a -> Type.PTR;
            case AbiType.Array a -> Type.PTR;
        };
    }

    private void constant(Inst c) {
        switch (c.op) {
            case ICONST -> {
                boolean ok = switch (c.type.bits) {
                    case 1 -> c.imm == (c.imm & 1);
                    case 8 -> c.imm == (byte) c.imm;
                    case 16 -> c.imm == (short) c.imm;
                    case 32 -> c.imm == (int) c.imm;
                    default -> true;
                };
                check(Rule.CONSTANT, ok && c.type.isIntOrPtr() && (c.type == Type.I128 || c.immHi == 0), "integer constant");
            }
            case FCONST -> {
                boolean ok = c.type == Type.F32 ? c.imm >>> 32 == 0 && c.immHi == 0 : c.type == Type.F64 ? c.immHi == 0 : c.type == Type.F80 ? c.immHi >>> 16 == 0 : c.type == Type.F128;
                check(Rule.CONSTANT, ok, "floating constant");
            }
            case POISON -> check(Rule.CONSTANT, isValueType(c.type), "poison of type " + c.type);
            case SYMBOL -> {
                boolean live = c.useCount() > 0;
                check(Rule.SYMBOL, !live || c.aux instanceof Symbol s && module.symbol(s.name) == s, "symbol outside the module");
                check(Rule.SYMBOL, !(c.aux instanceof GlobalVar g && g.tls != GlobalVar.Tls.NONE) || !live, "thread-local named by SYMBOL");
            }
            case BLOCKADDR -> {
                boolean ok = c.aux instanceof Block b && b.function == function && inFunction[b.id] && b.addressTaken && b != function.entry();
                check(Rule.LABEL, ok || c.useCount() == 0, "label of no address-taken block");
            }
            default -> { }
        }
    }

    private static boolean isValueType(Type t) {
        return t.kind != Type.Kind.VOID && t.kind != Type.Kind.TUPLE;
    }

    private static boolean powerOfTwo(long n) {
        return n > 0 && (n & n - 1) == 0;
    }

    // ---- shape: numbers of operands and successors ----

    /** Operands of each operation; -1: any. */
    private static int arity(Op op) {
        return switch (op) {
            case ADD, SUB, MUL, SDIV, UDIV, SREM, UREM, AND, OR, XOR, SHL, LSHR, ASHR, ROTL, ROTR, SMULH, UMULH, SADDO, UADDO, SSUBO, USUBO, SMULO, UMULO,
                    SMIN, SMAX, UMIN, UMAX, ICMP, FCMP, FADD, FSUB, FMUL, FDIV, FCOPYSIGN, FMIN, FMAX, PTRADD, EXPECT, RESTRICT, EXTRACT, SHUFFLE, STORE,
                    ATOMICRMW, VACOPY -> 2;
            case CLZ, CTZ, POPCNT, BSWAP, BITREVERSE, ABS, FNEG, FABS, FSQRT, FFLOOR, FCEIL, FTRUNCI, FRINT, TRUNC, ZEXT, SEXT, FTRUNC, FEXT, FPTOSI,
                    FPTOUI, SITOFP, UITOFP, BITCAST, PTRTOINT, INTTOPTR, FREEZE, ISCONST, OBJECTSIZE, SUBOBJECT, SPLAT, RESULT, DYNALLOCA, STACKRESTORE, LOAD, PREFETCH, VASTART,
                    VAEND, VAARG, CONDBR, SWITCH, INDIRECTBR -> 1;
            case FMA, SELECT, INSERT, MEMCPY, MEMMOVE, MEMSET, CMPXCHG -> 3;
            case ICONST, FCONST, SYMBOL, BLOCKADDR, POISON, PARAM, ALLOCA, STACKSAVE, FENCE, TLSADDR, THREADPTR, FRAMEADDR, RETADDR, INARG, OUTARG, LANDING, BR,
                    UNREACHABLE, TRAP -> 0;
            case CALL, CALLBR, ASM, ASMBR, RET, TARGET -> -1;
        };
    }

    private boolean shape(Inst i) {
        int want = arity(i.op);
        int own = i.ownArgCount();
        boolean ok = want < 0 ? !(i.op == Op.CALL || i.op == Op.CALLBR) || own >= 1 : own == want;
        int succs = i.succCount();
        ok &= switch (i.op) {
            case BR -> succs == 1;
            case CONDBR -> succs == 2;
            case SWITCH, ASMBR, CALLBR -> succs >= 1;
            case INDIRECTBR -> true;
            default -> succs == 0;
        };
        if (!check(Rule.ARITY, ok, "wrong number of operands or successors")) return false;
        if (i.op.hasNoResult()) return check(Rule.TYPES, i.type == Type.VOID, "result of type " + i.type);
        boolean call = i.op == Op.CALL || i.op == Op.CALLBR || i.op == Op.ASM || i.op == Op.ASMBR;
        return check(Rule.TYPES, call || i.type != Type.VOID, "no result");
    }

    private void blockArgs(Inst t) {
        for (int s = 0; s < t.succCount(); s++) {
            Block b = t.succ(s);
            if (!check(Rule.BLOCK_ARGS, t.succArgCount(s) == b.params.size(), t.succArgCount(s) + " arguments for " + b.params.size() + " parameters of successor " + s)) continue;
            for (int k = 0; k < b.params.size(); k++) {
                check(Rule.BLOCK_ARGS, t.succArg(s, k).type == b.params.get(k).type, "argument " + k + " of successor " + s + " has the wrong type");
            }
        }
    }

    // ---- types ----

    private void type(boolean ok) {
        if (!ok) problem(Rule.TYPES, "wrong types");
    }

    private static boolean integers(Type t) {
        return t.isInt() || t.isVector() && t.element.isInt();
    }

    private static boolean floats(Type t) {
        return t.isFloat() || t.isVector() && t.element.isFloat();
    }

    private static Type scalarOf(Type t) {
        return t.isVector() ? t.element : t;
    }

    /** As many lanes, or as many bytes: then the first lanes are converted, and those of the result that are left over are zero. */
    private static boolean converts(Type t, Type a) {
        return sameLanes(t, a) || t.isVector() && a.isVector() && t.size == a.size;
    }

    private static boolean sameLanes(Type a, Type b) {
        return a.isVector() == b.isVector() && a.lanes == b.lanes;
    }

    private void operation(Inst i) {
        Type t = i.type;
        Type a = i.ownArgCount() > 0 ? i.arg(0).type : null;
        Type b = i.ownArgCount() > 1 ? i.arg(1).type : null;
        Type c = i.ownArgCount() > 2 ? i.arg(2).type : null;
        for (int k = 0; k < i.argCount(); k++) {
            Type x = i.arg(k).type;
            if (x == Type.TUPLE && i.op != Op.RESULT) problem(Rule.TUPLE, "tuple as an operand");
            else if (x == Type.VOID) problem(Rule.TYPES, "operand " + k + " has no value");
        }
        switch (i.op) {
            case ADD, SUB, MUL, SDIV, UDIV, SREM, UREM, AND, OR, XOR, SHL, LSHR, ASHR, ROTL, ROTR, SMULH, UMULH, SMIN, SMAX, UMIN, UMAX ->
                    type(integers(t) && a == t && b == t);
            case CLZ, CTZ, POPCNT, BSWAP, BITREVERSE, ABS -> type(integers(t) && a == t);
            case SADDO, UADDO, SSUBO, USUBO, SMULO, UMULO -> type(t == Type.I1 && a.isInt() && a == b);
            case ICMP -> {
                if (!check(Rule.CONDITION, i.imm >= 0 && i.imm < Cond.values().length && !i.cond().isFloat(), "no integer condition")) return;
                type(a == b && (a.isVector() ? integers(a) && integers(t) && sameLanes(t, a) && t.element.bits == a.element.bits : t == Type.I1 && a.isIntOrPtr()));
            }
            case FCMP -> {
                if (!check(Rule.CONDITION, i.imm >= 0 && i.imm < Cond.values().length && i.cond().isFloat(), "no floating condition")) return;
                type(a == b && floats(a) && (a.isVector() ? integers(t) && sameLanes(t, a) && t.element.bits == a.element.bits : t == Type.I1));
            }
            case FADD, FSUB, FMUL, FDIV, FCOPYSIGN, FMIN, FMAX -> type(floats(t) && a == t && b == t);
            case FNEG, FABS, FSQRT, FFLOOR, FCEIL, FTRUNCI, FRINT -> type(floats(t) && a == t);
            case FMA -> type(floats(t) && a == t && b == t && c == t);
            case TRUNC -> type(integers(t) && integers(a) && converts(t, a) && scalarOf(t).bits < scalarOf(a).bits);
            case ZEXT, SEXT -> type(integers(t) && integers(a) && converts(t, a) && scalarOf(t).bits > scalarOf(a).bits);
            case FTRUNC -> type(floats(t) && floats(a) && converts(t, a) && scalarOf(t).bits < scalarOf(a).bits);
            case FEXT -> type(floats(t) && floats(a) && converts(t, a) && scalarOf(t).bits > scalarOf(a).bits);
            case FPTOSI, FPTOUI -> type(integers(t) && floats(a) && converts(t, a));
            case SITOFP, UITOFP -> type(floats(t) && integers(a) && converts(t, a));
            case BITCAST -> type(t.bits == a.bits && !t.isPtr() && !a.isPtr() && isValueType(t) && isValueType(a));
            case PTRTOINT -> type(t == Type.I64 && a.isPtr());
            case INTTOPTR -> type(t.isPtr() && a == Type.I64);
            case PTRADD -> type(t.isPtr() && a.isPtr() && b == Type.I64);
            case SELECT -> type(isValueType(t) && a == Type.I1 && b == t && c == t);
            case ISCONST -> type(t == Type.I1 && isValueType(a));
            case OBJECTSIZE -> {
                type(t == Type.I64 && a.isPtr());
                check(Rule.TYPES, i.imm >= 0 && i.imm < 8, "kind of size " + i.imm);
            }
            case SUBOBJECT -> type(t.isPtr() && a.isPtr());
            case FREEZE -> type(isValueType(t) && a == t);
            case EXPECT -> {
                type(t.isIntOrPtr() && a == t && b == t);
                check(Rule.TYPES, i.imm >= 0 && i.imm <= 1000, "probability " + i.imm);
            }
            case RESTRICT -> type(t.isPtr() && a == t && b == Type.I64 && i.arg(1).isConst());
            case EXTRACT -> type(a.isVector() && t == a.element && b == Type.I32);
            case INSERT -> type(t.isVector() && a == t && b == t.element && c == Type.I32);
            case SHUFFLE -> {
                boolean ok = t.isVector() && a.isVector() && a == b && t.element == a.element && i.aux instanceof int[] lanes && lanes.length == t.lanes;
                if (ok) for (int lane : (int[]) i.aux) ok &= lane >= -1 && lane < 2 * a.lanes;
                type(ok);
            }
            case SPLAT -> type(t.isVector() && a == t.element);
            case TARGET -> target(i);
            case RESULT -> result(i);
            case ALLOCA -> {
                type(t.isPtr());
                check(Rule.ALLOCA, i.block == function.entry(), "not in the entry block");
                check(Rule.ALLOCA, i.imm >= 0, "negative size");
            }
            case DYNALLOCA -> type(t.isPtr() && a == Type.I64);
            case STACKSAVE, THREADPTR, FRAMEADDR, RETADDR -> type(t.isPtr());
            case LANDING -> {
                type(t.isPtr());
                Block at = i.block;
                boolean edge = at.predCount() == 0 || at.predCount() == 1 && at.pred(0).op == Op.CALLBR && at.pred(0).succ(0) != at;
                check(Rule.LANDING, at.first == i && at.params.isEmpty() && edge, "not at the head of a block for one unwind edge");
            }
            case INARG, OUTARG -> {
                type(t.isPtr());
                check(Rule.LOWERED, function.locations != null, "before ABI lowering");
            }
            case STACKRESTORE, PREFETCH, VAEND -> type(a.isPtr());
            case LOAD -> type(isValueType(t) && a.isPtr());
            case STORE -> type(a.isPtr() && isValueType(b));
            case MEMCPY, MEMMOVE -> type(a.isPtr() && b.isPtr() && c == Type.I64);
            case MEMSET -> type(a.isPtr() && b == Type.I8 && c == Type.I64);
            case ATOMICRMW -> {
                boolean ok = i.imm >= 0 && i.imm < Op.Rmw.values().length && a.isPtr() && b == t && t.isIntOrPtr() && t != Type.I1;
                type(ok && (t.isInt() || i.imm == Op.Rmw.XCHG.ordinal()));
            }
            case CMPXCHG -> type(t == Type.TUPLE && a.isPtr() && b == c && b.isIntOrPtr() && b != Type.I1);
            case FENCE -> type(i.imm == 0 || i.imm == 1);
            case TLSADDR -> {
                type(t.isPtr());
                check(Rule.SYMBOL, i.aux instanceof Symbol s && module.symbol(s.name) == s && isThreadLocal(s), "no thread-local symbol");
            }
            case CALL, CALLBR -> call(i);
            case ASM, ASMBR -> asm(i);
            case VASTART -> {
                type(a.isPtr());
                check(Rule.VARARGS, function.signature.variadic(), "the function is not variadic");
            }
            case VACOPY -> type(a.isPtr() && b.isPtr());
            case VAARG -> {
                type(t.isPtr() && a.isPtr());
                check(Rule.VARARGS, i.aux instanceof AbiType, "no type of the argument");
            }
            case BR, UNREACHABLE, TRAP -> { }
            case CONDBR -> {
                type(a == Type.I1);
                check(Rule.TYPES, i.imm >= 0 && i.imm <= 1000, "probability " + i.imm);
                check(Rule.FLAGS, i.immHi >= 0 && i.immHi <= Inst.MAX_UNROLL, "rounds " + i.immHi);
            }
            case SWITCH -> switch_(i);
            case INDIRECTBR -> {
                type(a.isPtr());
                for (int s = 0; s < i.succCount(); s++) check(Rule.DISPATCH, i.succ(s).addressTaken, "successor " + s + " whose address is not taken");
            }
            case RET -> ret(i);
            case ICONST, FCONST, SYMBOL, BLOCKADDR, POISON, PARAM -> { }
        }
    }

    private static boolean isThreadLocal(Symbol s) {
        for (int n = 0; s instanceof Alias a && n < 100; n++) s = a.target;
        return s instanceof GlobalVar g && g.tls != GlobalVar.Tls.NONE;
    }

    /** On how many of a terminator's edges, the first ones, its result is visible. */
    private static int seenOn(Inst terminator) {
        return terminator.op == Op.ASMBR ? terminator.succCount() : Math.min(1, terminator.succCount());
    }

    private void result(Inst i) {
        Inst tuple = i.arg(0);
        if (!check(Rule.TUPLE, tuple.type == Type.TUPLE, "operand is no tuple")) return;
        boolean placed = tuple.block == i.block;
        if (tuple.isTerminator()) {
            placed = false;
            for (int e = 0; e < seenOn(tuple); e++) placed |= tuple.succ(e) == i.block && i.block.predCount() == 1;
        }
        check(Rule.TUPLE, placed, "not in its operand's block");
        Type[] results = resultTypes(tuple);
        check(Rule.TUPLE, results != null && i.imm >= 0 && i.imm < results.length && results[(int) i.imm] == i.type, "no such result");
    }

    /** The types of an instruction's several results; null if it has not several. */
    static Type[] resultTypes(Inst tuple) {
        return switch (tuple.op) {
            case CMPXCHG -> new Type[] {tuple.arg(1).type, Type.I1};
            case CALL, CALLBR -> tuple.aux instanceof CallInfo c ? c.resultTypes : null;
            case ASM, ASMBR -> tuple.aux instanceof AsmInfo a ? a.resultTypes() : null;
            default -> null;
        };
    }

    private void switch_(Inst i) {
        Type t = i.arg(0).type;
        type(t.isInt());
        if (!check(Rule.SWITCH, i.aux instanceof long[] c && c.length == i.succCount() - 1, "cases and successors differ in number")) return;
        long[] cases = ((long[]) i.aux).clone();
        Arrays.sort(cases);
        for (int k = 0; k < cases.length; k++) {
            long v = cases[k];
            boolean ok = t.bits >= 64 || t.bits == 1 && (v == 0 || v == 1) || t.bits > 1 && v == v << 64 - t.bits >> 64 - t.bits;
            check(Rule.SWITCH, ok, "case " + v + " does not fit " + t);
            check(Rule.SWITCH, k == 0 || cases[k - 1] != v, "case " + v + " twice");
        }
    }

    private void call(Inst i) {
        type(i.arg(0).type.isPtr());
        if (!check(Rule.CALL, i.aux instanceof CallInfo, "no call information")) return;
        CallInfo info = i.call();
        int n = i.ownArgCount() - 1;
        if (info.resultTypes != null) {
            Type want = info.resultTypes.length == 0 ? Type.VOID : info.resultTypes.length == 1 ? info.resultTypes[0] : Type.TUPLE;
            check(Rule.CALL, i.type == want, "result is " + i.type + ", not " + want);
        }
        if (info.locations != null) {
            check(Rule.CALL, n == info.locations.argRegs().length, n + " arguments, " + info.locations.argRegs().length + " locations");
            return;
        }
        Signature s = info.signature;
        int hidden = s.resultInMemory() ? 1 : 0;
        if (!check(Rule.CALL, n == s.params().size() + hidden, n + " arguments, " + s.params().size() + " in the signature")) return;
        for (int k = 0; k < n; k++) {
            Type want = k < hidden ? Type.PTR : typeOf(s.params().get(k - hidden));
            check(Rule.CALL, i.arg(k + 1).type == want, "argument " + k + " is " + i.arg(k + 1).type + ", not " + want);
        }
        if (info.resultTypes == null) {
            Type want = hidden == 1 ? Type.VOID : typeOf(s.result());
            check(Rule.CALL, i.type == want || i.type == Type.VOID, "result is " + i.type + ", not " + want);
        }
    }

    private void ret(Inst i) {
        int n = i.argCount();
        if (function.locations != null) {
            check(Rule.RETURN, n == function.locations.resultRegs().length || n == 0, n + " values, " + function.locations.resultRegs().length + " locations");
            return;
        }
        Signature s = function.signature;
        Type want = s.resultInMemory() ? Type.VOID : typeOf(s.result());
        boolean ok = want == Type.VOID ? n == 0 : n == 1 && i.arg(0).type == want;
        check(Rule.RETURN, ok, "value does not match the result " + want);
    }

    private void target(Inst i) {
        if (!check(Rule.TARGET, i.aux instanceof TargetOperation o && o.isPure(), "no pure target operation")) return;
        TargetOperation.Shape[] s = ((TargetOperation) i.aux).shapes();
        boolean ok = i.ownArgCount() == s.length - 1 && i.type == Type.of(s[0]);
        for (int k = 1; ok && k < s.length; k++) ok = i.arg(k - 1).type == Type.of(s[k]);
        check(Rule.TARGET, ok, "operands of " + i.aux);
    }

    private void asm(Inst i) {
        if (!check(Rule.ASM, i.aux instanceof AsmInfo, "no assembly information")) return;
        AsmInfo a = (AsmInfo) i.aux;
        int results = 0;
        for (AsmInfo.Operand o : a.operands()) {
            check(Rule.ASM, o.arg() < i.ownArgCount(), "operand's argument out of range");
            check(Rule.ASM, o.arg() >= 0 || o.result() >= 0 || o.immediate(), "operand that maps to nothing");
            check(Rule.ASM, o.tied() < a.operands().size(), "tied operand out of range");
            check(Rule.ASM, !o.memory() || o.arg() >= 0 && o.arg() < i.ownArgCount() && i.arg(o.arg()).type.isPtr(), "memory operand without address");
            if (o.result() >= 0) results = Math.max(results, o.result() + 1);
        }
        Type[] types = a.resultTypes() == null ? new Type[0] : a.resultTypes();
        if (a.resultTypes() == null && results == 1) types = new Type[] {i.type};
        check(Rule.ASM, results <= types.length, results + " results, " + types.length + " types");
        Type want = types.length == 0 ? Type.VOID : types.length == 1 ? types[0] : Type.TUPLE;
        check(Rule.ASM, i.type == want, "result is " + i.type + ", not " + want);
        check(Rule.ASM, i.op == Op.ASMBR ? i.succCount() == a.labels() + 1 : a.labels() == 0, "labels and successors differ in number");
    }

    // ---- flags, orders, alignment, tags ----

    private void attributes(Inst i) {
        int allowed = switch (i.op) {
            case ADD, SUB, MUL, SHL, TRUNC, ABS -> Inst.NSW | Inst.NUW;
            case SDIV, UDIV, LSHR, ASHR -> Inst.EXACT;
            case PTRADD -> Inst.INBOUNDS;
            case FNEG, FABS, FCOPYSIGN -> FAST_FLAGS;
            case FCMP -> FAST_FLAGS | FENV_FLAGS | Inst.QUIET;
            case SELECT -> floats(i.type) ? FAST_FLAGS : 0;
            case CMPXCHG -> Inst.WEAK | Inst.VOLATILE;
            case LOAD -> Inst.VOLATILE | Inst.INVARIANT;
            case STORE, MEMCPY, MEMMOVE, MEMSET, ATOMICRMW -> Inst.VOLATILE;
            default -> i.op.isFloating() ? FAST_FLAGS | FENV_FLAGS : 0;
        };
        int flags = i.flags & 0xffff;
        check(Rule.FLAGS, (flags & ~allowed) == 0, "flag that the operation does not have");
        check(Rule.FLAGS, i.op == Op.CONDBR || (i.flags & Inst.IVDEP) == 0, "what is said of a loop on no branch");
        check(Rule.FLAGS, i.op.isMemory() || i.space() == 0, "address space on no memory operation");
        check(Rule.ALIGN, powerOfTwo(i.align), "alignment " + i.align);
        check(Rule.TAG, i.tag >= 0 && i.tag < module.tags.size(), "no tag " + i.tag);
        int o = i.order();
        boolean ok = switch (i.op) {
            case LOAD -> o != Inst.RELEASE && o != Inst.ACQ_REL;
            case STORE -> o != Inst.ACQUIRE && o != Inst.ACQ_REL;
            case ATOMICRMW, CMPXCHG, FENCE -> o != Inst.NONE;
            default -> o == Inst.NONE;
        };
        int fo = i.failOrder();
        ok &= o <= Inst.GUEST && (i.op == Op.CMPXCHG ? fo != Inst.NONE && fo != Inst.RELEASE && fo != Inst.ACQ_REL && fo <= Inst.GUEST : fo == Inst.NONE);
        check(Rule.ORDER, ok, "memory order");
    }
}
