package org.jcc.opt;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Alias;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;

/**
 * Which operations can touch the same bytes: the one alias analysis, asked by all passes about memory.
 *
 * <p>An address is taken apart into a base and a constant offset ({@link Place}); two places of one base are compared by their
 * intervals. Otherwise the objects decide that the addresses are computed from (their roots): two different objects are distinct, a
 * stack slot or a fresh allocation that does not escape is reached by no address of unknown origin, the function's
 * arguments point to nothing that it allocates itself. At last the types do (C17 6.5p7), and the restrict pointers that the addresses
 * are based on (6.7.3.1; {@link org.jcc.ir.AliasTags}).
 *
 * <p>Structures passed by value and the storage of a result are objects too: a callee owns its copy of the former, and nothing else refers to
 * the latter before it returns (the front end sees to that). A call reads the one and writes the other, and keeps neither address.
 *
 * <p>An object escapes when its address goes anywhere but into the address operand of an access, pointer arithmetic, a comparison, a call as a
 * structure or as its result's storage, or a library function that keeps nothing. The answer is for the whole function, whatever the order of its parts.
 *
 * <p>The answers hold until addresses are changed: a pass makes its own instance.
 */
final class Aliases {
    /**
     * Bytes that an access touches: {@code size} of them (negative: unknown) at {@code offset} from {@code base}, a
     * {@link Symbol} or an {@link Inst}.
     *
     * @param root the object, or the value of unknown origin, that the address is computed from
     */
    record Place(Object base, long offset, long size, Object root, int tag) {
        /** The other place's bytes are all in this one. */
        boolean covers(Place o) {
            return base == o.base && size >= 0 && o.size >= 0 && offset <= o.offset && o.offset + o.size <= offset + size;
        }
    }

    private static final int MAX_STEPS = 24;

    private final Module module;
    private final Function f;
    private Object[] roots = new Object[0];
    private byte[] escapes = new byte[0];

    Aliases(Module m, Function f) {
        this.module = m;
        this.f = f;
    }

    // ---- places ----

    /** The place at an address. */
    Place place(Inst address, long size, int tag) {
        long offset = 0;
        Inst p = address;
        while (p.op == Op.PTRADD && p.arg(1).op == Op.ICONST) {
            offset += p.arg(1).imm;
            p = p.arg(0);
        }
        if (p.op == Op.SYMBOL) return new Place(resolved(p.symbol()), offset + p.imm, size, resolved(p.symbol()), tag);
        if (p.op == Op.ICONST) return new Place(f.ptrConst(0), offset + p.imm, size, f.ptrConst(0), tag);
        return new Place(p, offset, size, root(p), tag);
    }

    /**
     * The same bytes whatever their type. A store gives memory without a declared type a new effective type (C17 6.5p6), and a union another
     * member: types tell that a load does not see an earlier store, but not that a store may change places with an earlier
     * load or store.
     */
    Place untyped(Place p) {
        int tag = module.tags.untyped(p.tag);
        return tag == p.tag ? p : new Place(p.base, p.offset, p.size, p.root, tag);
    }

    /** What a load or store, or a block operation's target, touches; null for other operations. */
    Place place(Inst i) {
        return switch (i.op) {
            case LOAD, ATOMICRMW -> place(i.arg(0), i.type.size, i.tag);
            case STORE -> place(i.arg(0), i.arg(1).type.size, i.tag);
            case CMPXCHG -> place(i.arg(0), i.arg(1).type.size, i.tag);
            case MEMCPY, MEMMOVE, MEMSET -> place(i.arg(0), length(i), 0);
            default -> null;
        };
    }

    /** What a MEMCPY or MEMMOVE reads. */
    Place source(Inst i) {
        return place(i.arg(1), length(i), 0);
    }

    private static long length(Inst i) {
        return i.arg(2).isConst() && i.arg(2).imm >= 0 ? i.arg(2).imm : -1;
    }

    private static Symbol resolved(Symbol s) {
        for (int n = 0; s instanceof Alias a && !a.ifunc && n < 100; n++) s = a.target;
        return s;
    }

    /** The object that an address is computed from: a Symbol, an instruction that makes an object, or a value of unknown origin. */
    Object root(Inst p) {
        p = strip(p);
        if (p.op == Op.SYMBOL) return resolved(p.symbol());
        if (p.op == Op.ICONST) return f.ptrConst(0);
        if (p.op != Op.SELECT && (p.op != Op.PARAM || p.block == f.entry())) return p;
        if (p.id < roots.length && roots[p.id] != null) return roots[p.id];
        if (p.id >= roots.length) roots = java.util.Arrays.copyOf(roots, f.instCount() + 16);
        Object r = common(p);
        roots[p.id] = r == null ? p : r;
        return roots[p.id];
    }

    private static Inst strip(Inst p) {
        while (p.op == Op.PTRADD || p.op == Op.FREEZE || p.op == Op.EXPECT || p.op == Op.SUBOBJECT) p = p.arg(0);
        return p;
    }

    /** The one origin of all values that a block parameter or selection can have; null if there are several. */
    private Object common(Inst start) {
        List<Inst> seen = new ArrayList<>();
        seen.add(start);
        Object found = null;
        for (int w = 0; w < seen.size(); w++) {
            Inst p = seen.get(w);
            int n = p.op == Op.SELECT ? 2 : p.block.predCount();
            for (int k = 0; k < n; k++) {
                Inst a = strip(p.op == Op.SELECT ? p.arg(k + 1) : p.block.predArg(k, (int) p.imm));
                if (seen.contains(a)) continue;
                if (a.op == Op.SELECT || a.op == Op.PARAM && a.block != f.entry()) {
                    if (seen.size() >= MAX_STEPS) return null;
                    seen.add(a);
                    continue;
                }
                // The null pointer points to nothing.
                if (a.op == Op.ICONST && a.imm == 0) continue;
                Object r = a.op == Op.SYMBOL ? resolved(a.symbol()) : a.op == Op.ICONST ? f.ptrConst(0) : a;
                if (found != null && found != r) return null;
                found = r;
            }
        }
        return found;
    }

    // ---- objects ----

    /** An object that has a beginning in this function: a stack slot, a structure passed to it by value, or what an allocator gives. */
    static boolean isLocalObject(Object root) {
        return root instanceof Inst i && (i.op == Op.ALLOCA || i.op == Op.DYNALLOCA || isStructure(i) || i.op == Op.CALL && (i.call().is(CallInfo.MALLOC_LIKE)
                || i.arg(0).op == Op.SYMBOL && i.arg(0).symbol() instanceof Function g && g.is(Function.MALLOC)));
    }

    /** The object is gone when the function returns. */
    private static boolean endsWithFunction(Object root) {
        return root instanceof Inst i && (i.op == Op.ALLOCA || i.op == Op.DYNALLOCA || isStructure(i));
    }

    /** A structure passed by value, before ABI lowering. */
    private static boolean isStructure(Inst i) {
        if (!isParameter(i)) return false;
        Signature s = i.block.function.signature;
        int k = (int) i.imm - (s.resultInMemory() ? 1 : 0);
        return k >= 0 && k < s.params().size() && s.params().get(k) instanceof AbiType.Aggregate;
    }

    /** The storage of the function's result, which the caller gave, before ABI lowering. */
    static boolean isResult(Object root) {
        return root instanceof Inst i && isParameter(i) && i.imm == 0 && i.block.function.signature.resultInMemory();
    }

    private static boolean isParameter(Inst i) {
        return i.op == Op.PARAM && i.type.isPtr() && i.block == i.block.function.entry() && i.block.function.locations == null;
    }

    /** A known object. */
    private static boolean isObject(Object root) {
        return root instanceof Symbol || isLocalObject(root) || isResult(root);
    }

    // ---- calls ----

    /** The size of the call's result if operand {@code k} is the address of its storage, else -1. */
    static long resultSize(Inst call, int k) {
        CallInfo c = call.call();
        if (k != 1 || !(c.signature.result() instanceof AbiType.Aggregate a)) return -1;
        // Lowered: a large one that no register brings is in memory.
        if (c.locations != null && (a.size() <= 16 || c.locations.resultRegs().length > 0)) return -1;
        return a.size();
    }

    /** The structure that operand {@code k} of the call is the address of, passed by value; null if it is none. */
    static AbiType.Aggregate structure(Inst call, int k) {
        CallInfo c = call.call();
        int n = k - (c.signature.resultInMemory() ? 2 : 1);
        return c.locations == null && n >= 0 && n < c.signature.params().size() && c.signature.params().get(n) instanceof AbiType.Aggregate a ? a : null;
    }

    /** The call reads structures, or writes a result, at addresses that are its operands. */
    static boolean hasStructures(Inst call) {
        CallInfo c = call.call();
        if (c.signature.resultInMemory()) return true;
        List<AbiType> p = c.signature.params();
        for (int k = 0; k < p.size(); k++) if (p.get(k) instanceof AbiType.Aggregate) return true;
        return false;
    }

    private boolean writesResult(Inst call, Place p) {
        long n = call.argCount() > 1 ? resultSize(call, 1) : -1;
        return n >= 0 && mayAlias(place(call.arg(1), n, 0), p);
    }

    private boolean readsStructure(Inst call, Place p) {
        for (int k = 1; k < call.argCount(); k++) {
            AbiType.Aggregate a = structure(call, k);
            if (a != null && mayAlias(place(call.arg(k), a.size(), 0), p)) return true;
        }
        return false;
    }

    /** True unless no pointer of unknown origin can reach the object. */
    boolean escapes(Object root) {
        if (root instanceof Symbol s) return !(s instanceof GlobalVar g && g.unescaped);
        if (!isLocalObject(root) && !isResult(root)) return true;
        Inst i = (Inst) root;
        if (i.id >= escapes.length) escapes = java.util.Arrays.copyOf(escapes, f.instCount() + 16);
        if (escapes[i.id] == 0) escapes[i.id] = (byte) (leaks(i) ? 2 : 1);
        return escapes[i.id] == 2;
    }

    /** Code outside the function may touch the object: a variable, or what escapes. */
    boolean isShared(Object root) {
        return root instanceof Symbol || escapes(root);
    }

    private boolean leaks(Inst object) {
        List<Inst> pointers = new ArrayList<>();
        pointers.add(object);
        int budget = 2000;
        for (int w = 0; w < pointers.size(); w++) {
            Inst p = pointers.get(w);
            budget -= p.useCount();
            if (budget < 0) return true;
            for (int u = 0; u < p.useCount(); u++) {
                Inst user = p.user(u);
                int k = p.userSlot(u);
                switch (user.op) {
                    case LOAD, PREFETCH, ICMP, MEMSET, MEMCPY, MEMMOVE -> { }
                    case STORE, ATOMICRMW, CMPXCHG -> {
                        if (k != 0) return true;
                    }
                    case PTRADD -> {
                        if (k != 0) return true;
                        pointers.add(user);
                    }
                    case CALL -> {
                        if (k == 0) return true;
                        if (resultSize(user, k) >= 0 || structure(user, k) != null) continue;
                        if (Library.of(module, user) == null || !Library.of(module, user).keepsNothing()) return true;
                    }
                    default -> {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    // ---- questions ----

    /** False only if the places have no byte in common. */
    boolean mayAlias(Place a, Place b) {
        if (a.size == 0 || b.size == 0) return false;
        if (a.base == b.base) {
            if (a.size >= 0 && a.offset + a.size <= b.offset) return false;
            if (b.size >= 0 && b.offset + b.size <= a.offset) return false;
            return a.size >= 0 && b.size >= 0 || tags(a, b);
        }
        if (a.root != b.root) {
            boolean x = isObject(a.root);
            boolean y = isObject(b.root);
            if (x && y) return false;
            if (x && unreachable(a.root, b.root) || y && unreachable(b.root, a.root)) return false;
        }
        return tags(a, b);
    }

    private boolean tags(Place a, Place b) {
        return module.tags.mayAlias(a.tag, b.tag);
    }

    /** An address of unknown origin cannot point into the object. */
    private boolean unreachable(Object object, Object unknown) {
        if (!escapes(object)) return true;
        return (isLocalObject(object) || isResult(object)) && unknown instanceof Inst i && i.op == Op.PARAM && i.block == f.entry();
    }

    /** The bytes cannot change while the program runs. */
    static boolean isConstant(Place p) {
        return p.root instanceof GlobalVar g && g.constant;
    }

    /** May the operation change bytes of the place? */
    boolean mayWrite(Inst i, Place p) {
        if (!clobbers(i)) return false;
        if (isConstant(p)) return false;
        switch (i.op) {
            case STORE, ATOMICRMW, CMPXCHG, MEMCPY, MEMMOVE, MEMSET -> {
                if (i.order() > Inst.RELAXED && isShared(p.root)) return true;
                if (i.space() != Inst.SPACE_FLAT) return isShared(p.root);
                return mayAlias(place(i), p);
            }
            case CALL -> {
                Library l = Library.of(module, i);
                if (l != null) {
                    if (l.setsErrno() && isErrno(p.root)) return true;
                    if (!l.writesMemory()) return false;
                    if (l.writesFirst()) return mayAlias(place(i.arg(1), -1, 0), p);
                }
                return isShared(p.root) || writesResult(i, p);
            }
            default -> {
                return isShared(p.root);
            }
        }
    }

    private static boolean isErrno(Object root) {
        return root instanceof Inst i && i.op == Op.CALL && i.arg(0).op == Op.SYMBOL && i.arg(0).symbol().name.equals("__errno_location");
    }

    /** May the operation read bytes of the place? The end of the function reads what lives on. */
    boolean mayRead(Inst i, Place p) {
        switch (i.op) {
            case LOAD -> {
                if (i.order() > Inst.RELAXED && isShared(p.root)) return true;
                if (i.space() != Inst.SPACE_FLAT) return isShared(p.root);
                return mayAlias(place(i), p);
            }
            case MEMCPY, MEMMOVE -> {
                return i.space() != Inst.SPACE_FLAT ? isShared(p.root) : mayAlias(source(i), p);
            }
            case STORE -> {
                return i.order() > Inst.RELAXED && isShared(p.root);
            }
            case MEMSET, PREFETCH, STACKSAVE, STACKRESTORE, DYNALLOCA, FRAMEADDR, RETADDR -> {
                return false;
            }
            case ATOMICRMW, CMPXCHG -> {
                return i.order() > Inst.RELAXED && isShared(p.root) || mayAlias(place(i), p);
            }
            case RET, TRAP, UNREACHABLE -> {
                if (i.op == Op.RET && isResult(p.root)) return true;
                return i.op != Op.UNREACHABLE && isShared(p.root) && !(i.op == Op.RET && endsWithFunction(p.root));
            }
            case CALL -> {
                Library l = Library.of(module, i);
                if (l != null && !l.readsMemory()) return false;
                if (l != null && l.keepsNothing() && isLocalObject(p.root)) return passed(i, p);
                if (readsStructure(i, p)) return true;
                return !i.call().is(CallInfo.CONST) && isShared(p.root);
            }
            default -> {
                return i.op.reads() && (!isQuietAsm(i)) && isShared(p.root);
            }
        }
    }

    /** An argument may point into the place's object. */
    private boolean passed(Inst call, Place p) {
        for (int k = 1; k < call.argCount(); k++) {
            if (call.arg(k).type.isPtr() && mayAlias(new Place(call.arg(k), 0, -1, root(call.arg(k)), 0), new Place(p.base, p.offset, -1, p.root, 0)) || isShared(p.root)) return true;
        }
        return false;
    }

    /** The operation may change memory that other operations see. */
    boolean clobbers(Inst i) {
        switch (i.op) {
            case STORE, MEMCPY, MEMMOVE, MEMSET, ATOMICRMW, CMPXCHG, FENCE, VASTART, VACOPY, VAARG, ASMBR, CALLBR -> {
                return true;
            }
            case LOAD -> {
                return i.order() > Inst.RELAXED;
            }
            case CALL -> {
                if (i.call().is(CallInfo.PURE | CallInfo.CONST) && !i.call().signature.resultInMemory()) return false;
                Library l = Library.of(module, i);
                return l == null || l.writesMemory() || l.setsErrno();
            }
            case ASM -> {
                return !isQuietAsm(i);
            }
            // The bytes of stack that is given back are gone.
            case STACKRESTORE -> {
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /** Inline assembly that names no memory. */
    private static boolean isQuietAsm(Inst i) {
        if (i.op != Op.ASM) return false;
        AsmInfo a = (AsmInfo) i.aux;
        if (a.basic() || a.clobbers().contains("memory")) return false;
        for (AsmInfo.Operand o : a.operands()) if (o.memory()) return false;
        return true;
    }
}
