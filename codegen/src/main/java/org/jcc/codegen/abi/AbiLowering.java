package org.jcc.codegen.abi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.ir.AbiLocations;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * Rewrites calls, entry parameters, returns and the va_ operations of one function from the C shape of their signatures
 * to values in registers and slots of the argument area.
 *
 * <p>The one idea: a C argument is a list of {@link Abi.Part}s. A scalar in one register is the trivial list; an aggregate
 * in registers is loaded part by part from its address, and in a callee stored part by part to a local; one in memory is
 * copied to the argument area, which the callee uses in place. An i128 is taken apart by shifts, which legalisation makes
 * free. Stack arguments are stored through {@link Op#OUTARG} right before the call: nothing between them and the call may
 * itself use the argument area, so all copies that might become library calls come before scalar stores and take no
 * stack arguments themselves.
 *
 * <p>Requires: verified IR in C shape. Ensures: every CALL and the function have {@link AbiLocations}; no aggregate
 * result or argument, VASTART, VAARG, VACOPY, VAEND remains. Source: the target's psABI, through {@link Abi}.
 */
public final class AbiLowering {
    private final Function f;
    private final Abi abi;
    private final Builder b;
    private Abi.Layout layout;
    private Object saved;
    private Inst resultSlot;

    private AbiLowering(Function f, Abi abi) {
        this.f = f;
        this.abi = abi;
        this.b = new Builder(f);
    }

    /** Lowers a definition once; a lowered one is left alone. */
    public static void run(Function f, Abi abi) {
        if (f.isDefinition() && f.locations == null) new AbiLowering(f, abi).lower();
    }

    private void lower() {
        lowerEntry();
        for (int n = 0; n < f.blocks.size(); n++) {
            Block block = f.blocks.get(n);
            // VAARG moves what follows it to a new block at the end, whose turn comes later.
            for (Inst i = block.first, next; i != null && i.block == block; i = next) {
                next = i.next;
                switch (i.op) {
                    case CALL, CALLBR -> {
                        if (i.call().locations == null) lowerCall(i);
                    }
                    case RET -> lowerReturn(i);
                    case VASTART -> {
                        b.before(i);
                        abi.vaStart(b, i.arg(0), layout, saved);
                        i.remove();
                    }
                    case VAARG -> {
                        b.before(i);
                        Inst address = abi.vaArg(b, i.arg(0), (AbiType) i.aux);
                        i.replaceAllUsesWith(address);
                        i.remove();
                    }
                    case VACOPY -> {
                        b.before(i);
                        Inst copy = b.emit(Op.MEMCPY, Type.VOID, i.arg(0), i.arg(1), f.iconst(Type.I64, abi.vaListBytes()));
                        copy.align = 8;
                        i.remove();
                    }
                    case VAEND -> i.remove();
                    case FRAMEADDR -> {
                        if (i.imm >= 0) break;
                        b.before(i);
                        i.replaceAllUsesWith(b.emit(Op.INARG, Type.PTR));
                        i.remove();
                    }
                    default -> { }
                }
            }
        }
        f.renumber();
    }

    // ---- the callee's side ----

    private void lowerEntry() {
        Signature s = f.signature;
        layout = abi.layout(s, false);
        Block entry = f.entry();
        List<Inst> old = new ArrayList<>(entry.params);
        for (Inst p : old) p.block = null;
        entry.params.clear();
        // Register parameters first, then the code that rebuilds the C parameters in front of the body.
        Inst bodyFirst = entry.first;
        while (bodyFirst != null && bodyFirst.op == Op.ALLOCA) bodyFirst = bodyFirst.next;
        b.before(bodyFirst);
        b.loc = f.loc;
        b.scope = 0;
        IntList regs = new IntList();
        int next = 0;
        if (s.resultInMemory()) {
            Inst p = old.get(next++);
            if (layout.resultAddress() != null) {
                resultSlot = takePart(layout.resultAddress(), Type.PTR, regs);
                p.replaceAllUsesWith(resultSlot);
            } else {
                AbiType.Aggregate a = (AbiType.Aggregate) s.result();
                resultSlot = b.alloca(roundedSize(a), a.align(), null);
                if (p.useCount() > 0) p.replaceAllUsesWith(resultSlot);
            }
        }
        for (int k = 0; k < s.params().size(); k++, next++) {
            Inst p = old.get(next);
            Abi.Place place = layout.arguments().get(k);
            Inst value = switch (s.params().get(k)) {
                case AbiType.Scalar c -> place.byReference()
                        ? b.load(c.type(), takePart(place.parts().get(0), Type.PTR, regs), c.type().align, 0) : scalarParam(c, place, regs);
                case AbiType.Aggregate a -> aggregateParam(a, place, regs);
                case AbiType.Void v -> throw new IllegalStateException("void parameter");
                case AbiType.Array a -> throw new IllegalStateException("array parameter");
            };
            if (p.useCount() > 0) p.replaceAllUsesWith(value);
        }
        if (s.variadic()) {
            saved = abi.saveVariadic(b, f, layout, (type, reg) -> {
                regs.add(reg);
                return entry.addParam(type);
            });
        }
        int[] r = regs.toArray();
        int[] results = layout.resultAddress() != null ? layout.addressReturned() >= 0 ? new int[] {layout.addressReturned()} : new int[0]
                : layout.result().stream().mapToInt(Abi.Part::register).toArray();
        int[] offsets = new int[r.length];
        f.locations = new AbiLocations(r, offsets, results, layout.stackBytes(), abi.preserved(s), 0);
    }

    private Inst takePart(Abi.Part part, Type type, IntList regs) {
        if (part.register() >= 0) {
            regs.add(part.register());
            return f.entry().addParam(type);
        }
        return b.load(type, inArg(part.stackOffset()), Math.min(type.align, 8), 0);
    }

    private Inst inArg(int offset) {
        Inst a = b.emit(Op.INARG, Type.PTR);
        a.imm = offset;
        return a;
    }

    private Inst scalarParam(AbiType.Scalar c, Abi.Place place, IntList regs) {
        List<Abi.Part> parts = place.parts();
        if (parts.size() == 1) {
            Abi.Part part = parts.get(0);
            Type t = part.type() == null ? c.type() : part.type();
            // A narrow integer on the stack is read as narrow as it is.
            if (part.register() < 0 && c.type().isInt() && t != c.type()) t = c.type() == Type.I1 ? Type.I8 : c.type();
            Inst v = takePart(part, t, regs);
            return fromPart(v, c.type());
        }
        Inst[] halves = new Inst[parts.size()];
        for (int i = 0; i < halves.length; i++) halves[i] = takePart(parts.get(i), parts.get(i).type(), regs);
        return join(halves, c.type());
    }

    private Inst aggregateParam(AbiType.Aggregate a, Abi.Place place, IntList regs) {
        if (place.byReference()) return takePart(place.parts().get(0), Type.PTR, regs);
        if (place.parts().size() == 1 && place.parts().get(0).type() == null) return inArg(place.parts().get(0).stackOffset());
        Inst slot = b.alloca(roundedSize(a), Math.max(a.align(), 8), null);
        for (Abi.Part part : place.parts()) {
            Inst v = takePart(part, part.type(), regs);
            // The local is rounded up, so that whole parts may be stored.
            b.store(b.ptradd(slot, part.offset()), v, 8, 0);
        }
        return slot;
    }

    private static long roundedSize(AbiType.Aggregate a) {
        return Math.max(8, a.size() + 15 & -16);
    }

    private void lowerReturn(Inst ret) {
        b.before(ret);
        Signature s = f.signature;
        List<Inst> values = new ArrayList<>(2);
        if (s.resultInMemory()) {
            if (layout.resultAddress() == null) {
                for (Abi.Part part : layout.result()) values.add(b.load(part.type(), b.ptradd(resultSlot, part.offset()), 8, 0));
            } else if (layout.addressReturned() >= 0) {
                values.add(resultSlot);
            }
        } else if (ret.argCount() > 0 && s.result() instanceof AbiType.Scalar c) {
            toParts(ret.arg(0), c, layout.result(), values);
        }
        ret.setArgs(values.toArray(Inst[]::new));
    }

    // ---- the caller's side ----

    private void lowerCall(Inst call) {
        CallInfo info = call.call();
        Signature s = info.signature;
        Inst after = call.op == Op.CALLBR ? normalReturn(call) : null;
        b.before(call);
        int first = 1;
        Inst storage = null;
        if (s.resultInMemory()) storage = call.arg(first++);
        int count = call.argCount() - first;
        List<AbiType> types = s.params();
        if (types.size() != count) throw new IllegalStateException("call of " + count + " arguments, signature of " + types.size());
        Abi.Layout l = abi.layout(s, true);
        List<Inst> args = new ArrayList<>();
        IntList regs = new IntList();
        args.add(call.arg(0));
        if (l.resultAddress() != null) passPart(l.resultAddress(), storage, args, regs);
        // Memory copies first (they may become calls), register parts last (short live ranges).
        for (int k = 0; k < count; k++) {
            if (!(types.get(k) instanceof AbiType.Aggregate a)) continue;
            Abi.Place place = l.arguments().get(k);
            if (place.parts().size() == 1 && place.parts().get(0).type() == null) {
                Abi.Part part = place.parts().get(0);
                if (a.size() == 0) continue;
                Inst copy = b.emit(Op.MEMCPY, Type.VOID, outArg(part.stackOffset(), a.align()), call.arg(first + k), f.iconst(Type.I64, a.size()));
                copy.align = Math.min(8, a.align());
            }
        }
        for (int k = 0; k < count; k++) {
            Inst a = call.arg(first + k);
            Abi.Place place = l.arguments().get(k);
            switch (types.get(k)) {
                case AbiType.Scalar c -> {
                    if (place.byReference()) {
                        Inst copy = b.alloca(c.type().size, c.type().align, null);
                        b.store(copy, a, c.type().align, 0);
                        passPart(place.parts().get(0), copy, args, regs);
                    } else {
                        List<Inst> values = new ArrayList<>(2);
                        toParts(a, c, place.parts(), values);
                        for (int i = 0; i < values.size(); i++) passPart(place.parts().get(i), values.get(i), args, regs);
                    }
                }
                case AbiType.Aggregate g -> {
                    if (place.byReference()) {
                        Inst copy = b.alloca(g.size(), g.align(), null);
                        Inst mc = b.emit(Op.MEMCPY, Type.VOID, copy, a, f.iconst(Type.I64, g.size()));
                        mc.align = g.align();
                        passPart(place.parts().get(0), copy, args, regs);
                    } else {
                        for (Abi.Part part : place.parts()) {
                            if (part.type() == null) continue;
                            passPart(part, loadPart(a, part, g.align()), args, regs);
                        }
                    }
                }
                case AbiType.Void v -> throw new IllegalStateException("void argument");
                case AbiType.Array v -> throw new IllegalStateException("array argument");
            }
        }
        if (l.extra() != null) {
            args.add(f.iconst(Type.I32, l.extra().value()));
            regs.add(l.extra().register());
        }
        List<Abi.Part> rs = l.resultAddress() != null ? List.of() : l.result();
        int[] resultRegs = new int[rs.size()];
        Type[] resultTypes = new Type[rs.size()];
        for (int i = 0; i < resultRegs.length; i++) {
            resultRegs[i] = rs.get(i).register();
            resultTypes[i] = rs.get(i).type();
        }
        int[] r = regs.toArray();
        AbiLocations where = new AbiLocations(r, new int[r.length], resultRegs, l.stackBytes(), abi.preserved(s), 0);
        Type type = rs.isEmpty() ? Type.VOID : rs.size() == 1 ? resultTypes[0] : Type.TUPLE;
        Inst lowered = b.emit(call.op, type, args.toArray(Inst[]::new));
        lowered.aux = new CallInfo(s, info.attributes, rs.size() > 1 ? resultTypes : null, where);
        lowered.flags = call.flags;
        if (after != null) {
            for (int k = 0; k < call.succCount(); k++) lowered.addSucc(call.succ(k));
            while (call.succCount() > 0) call.removeSucc(call.succCount() - 1);
            b.before(after);
        }
        Inst[] values = new Inst[rs.size()];
        for (int i = 0; i < values.length; i++) values[i] = values.length == 1 ? lowered : b.result(lowered, i, resultTypes[i]);
        if (storage != null && l.resultAddress() == null) {
            int align = ((AbiType.Aggregate) s.result()).align();
            for (int i = 0; i < values.length; i++) storePart(storage, rs.get(i), values[i], align);
        } else if (call.useCount() > 0) {
            call.replaceAllUsesWith(values.length == 1 ? fromPart(values[0], call.type) : join(values, call.type));
        }
        call.remove();
    }

    /** A block of its own for a call's normal return, where what has to be done after the call finds its place: its jump. */
    private Inst normalReturn(Inst call) {
        for (int k = 1; k < call.succCount(); k++) if (call.succArgCount(k) > 0) throw new IllegalStateException("abnormal edge with arguments");
        Block to = call.succ(0);
        Inst[] args = new Inst[call.succArgCount(0)];
        for (int k = 0; k < args.length; k++) args[k] = call.succArg(0, k);
        Block after = f.newBlock(null);
        f.blocks.remove(after);
        f.blocks.add(f.blocks.indexOf(call.block) + 1, after);
        call.setSucc(0, after);
        b.at(after);
        return b.br(to, args);
    }

    /** Where an object aligned to {@code align} goes; more than the stack's alignment makes the frame realign it. */
    private Inst outArg(int offset, int align) {
        Inst a = b.emit(Op.OUTARG, Type.PTR);
        a.align = align;
        a.imm = offset;
        return a;
    }

    private void passPart(Abi.Part part, Inst value, List<Inst> args, IntList regs) {
        if (part.register() >= 0) {
            args.add(value);
            regs.add(part.register());
        } else {
            b.store(outArg(part.stackOffset(), value.type.align), value, Math.min(8, value.type.align), 0);
        }
    }

    // ---- parts and values ----

    /** Takes a scalar apart; narrow integers are extended as C says they are signed. */
    private void toParts(Inst v, AbiType.Scalar c, List<Abi.Part> parts, List<Inst> out) {
        if (parts.size() == 1) {
            Type t = parts.get(0).type();
            if (t == null || t == v.type) out.add(v);
            else if (t.isInt() && v.type.isInt() && t.bits > v.type.bits) out.add(b.convert(c.signed() && v.type != Type.I1 ? Op.SEXT : Op.ZEXT, v, t));
            else if (t.isFloat() && v.type.isVector() || t.isInt() && v.type.isFloat()) out.add(b.convert(Op.BITCAST, v, t));
            else if (t.isInt() && v.type.isPtr()) out.add(b.convert(Op.PTRTOINT, v, t));
            else throw new IllegalStateException(v.type + " as " + t);
            return;
        }
        Inst whole = v.type == Type.I128 ? v : b.convert(Op.BITCAST, v, Type.I128);
        for (Abi.Part p : parts) {
            Inst shifted = p.offset() == 0 ? whole : b.binary(Op.LSHR, whole, f.iconst(Type.I128, p.offset() * 8L));
            out.add(b.convert(Op.TRUNC, shifted, p.type()));
        }
    }

    private Inst fromPart(Inst v, Type type) {
        if (v.type == type) return v;
        if (v.type.isInt() && type.isInt()) return b.convert(Op.TRUNC, v, type);
        if (v.type.isInt() && type.isPtr()) return b.convert(Op.INTTOPTR, v, type);
        return b.convert(Op.BITCAST, v, type);
    }

    /** Two i64 to an i128, or what has its size. */
    private Inst join(Inst[] halves, Type type) {
        Inst lo = b.convert(Op.ZEXT, halves[0], Type.I128);
        Inst hi = b.binary(Op.SHL, b.convert(Op.ZEXT, halves[1], Type.I128), f.iconst(Type.I128, 64));
        Inst whole = b.binary(Op.OR, lo, hi);
        return type == Type.I128 ? whole : b.convert(Op.BITCAST, whole, type);
    }

    /** Loads a part of an object without touching bytes past its end. */
    private Inst loadPart(Inst object, Abi.Part part, int align) {
        Type t = part.type();
        Inst at = b.ptradd(object, part.offset());
        if (part.bytes() >= t.size || t == Type.F80) return b.load(t, at, Math.min(align, t.align), 0);
        if (!t.isInt()) {
            // Half-precision members that do not fill the register.
            Type bits = Type.integer(t.size * 8);
            return b.convert(Op.BITCAST, loadPart(object, new Abi.Part(bits, part.offset(), part.bytes(), part.register(), part.stackOffset()), align), t);
        }
        Inst value = null;
        for (int done = 0; done < part.bytes(); ) {
            int n = Integer.highestOneBit(part.bytes() - done);
            Inst piece = b.load(Type.integer(n * 8), b.ptradd(at, done), Math.min(align, n), 0);
            if (piece.type != t) piece = b.convert(Op.ZEXT, piece, t);
            if (done > 0) piece = b.binary(Op.SHL, piece, f.iconst(t, done * 8L));
            value = value == null ? piece : b.binary(Op.OR, value, piece);
            done += n;
        }
        return value;
    }

    /** Stores a part into an object without touching bytes past its end. */
    private void storePart(Inst object, Abi.Part part, Inst value, int align) {
        Inst at = b.ptradd(object, part.offset());
        if (part.bytes() >= value.type.size || value.type == Type.F80) {
            b.store(at, value, Math.min(align, value.type.align), 0);
            return;
        }
        if (!value.type.isInt()) value = b.convert(Op.BITCAST, value, Type.integer(value.type.size * 8));
        for (int done = 0; done < part.bytes(); ) {
            int n = Integer.highestOneBit(part.bytes() - done);
            Inst piece = done == 0 ? value : b.binary(Op.LSHR, value, f.iconst(value.type, done * 8L));
            if (n * 8 != piece.type.bits) piece = b.convert(Op.TRUNC, piece, Type.integer(n * 8));
            b.store(b.ptradd(at, done), piece, Math.min(align, n), 0);
            done += n;
        }
    }

    /** A growing array of ints. */
    private static final class IntList {
        private int[] a = new int[8];
        private int n;

        void add(int v) {
            if (n == a.length) a = Arrays.copyOf(a, n * 2);
            a[n++] = v;
        }

        int[] toArray() {
            return Arrays.copyOf(a, n);
        }
    }
}
