package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.List;
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
 * Vectors that fit no register of the function are passed and returned as structures of their size, which is what psABIs say of them. Where
 * there are such registers the convention decides. Structures that hold such vectors hold arrays instead.
 *
 * <p>Requires: calls in the shape of C. Ensures: a vector in a signature, of the function or of a call, has a legal type.
 */
final class VectorSignatures {
    private final Function f;
    private final Legality legality;
    private final Builder b;

    private VectorSignatures(Function f, Legality legality) {
        this.f = f;
        this.legality = legality;
        this.b = new Builder(f);
    }

    static void run(Function f, Legality legality) {
        if (f.locations != null) return;
        VectorSignatures v = new VectorSignatures(f, legality);
        if (v.changes(f.signature)) v.definition();
        List<Inst> calls = new ArrayList<>(0);
        for (Block block : f.blocks) {
            for (Inst i = block.first; i != null; i = i.next) if ((i.op == Op.CALL || i.op == Op.CALLBR) && v.changes(i.call().signature)) calls.add(i);
        }
        for (Inst c : calls) v.call(c);
    }

    private boolean isForeign(AbiType t) {
        return t instanceof AbiType.Scalar s && s.type().isVector() && !legality.legal(Op.LOAD, s.type());
    }

    private boolean changes(Signature s) {
        if (holdsForeign(s.result())) return true;
        for (AbiType p : s.params()) if (holdsForeign(p)) return true;
        return false;
    }

    private boolean holdsForeign(AbiType t) {
        if (t instanceof AbiType.Aggregate a && a.size() > 16) {
            for (AbiType.Field m : a.fields()) if (holdsForeign(m.type())) return true;
        }
        return isForeign(t);
    }

    private AbiType changed(AbiType t) {
        if (!holdsForeign(t)) return t;
        if (t instanceof AbiType.Aggregate a) {
            List<AbiType.Field> fields = new ArrayList<>(a.fields().size());
            for (AbiType.Field m : a.fields()) fields.add(new AbiType.Field(m.offset(), changed(m.type()), m.bitOffset(), m.bitWidth()));
            return new AbiType.Aggregate(a.kind(), a.size(), a.align(), fields);
        }
        Type v = ((AbiType.Scalar) t).type();
        AbiType lanes = new AbiType.Array(new AbiType.Scalar(v.element, false), v.lanes, v.element.size);
        return new AbiType.Aggregate(AbiType.Aggregate.Kind.STRUCT, v.size, v.align, List.of(new AbiType.Field(0, lanes, 0, -1)));
    }

    private Signature changed(Signature s) {
        List<AbiType> params = new ArrayList<>(s.params().size());
        for (AbiType p : s.params()) params.add(changed(p));
        return new Signature(changed(s.result()), params, s.fixed(), s.variadic(), s.unprototyped(), s.convention());
    }

    private void definition() {
        Signature s = f.signature;
        Block entry = f.entry();
        Inst first = entry.first;
        while (first.op == Op.ALLOCA) first = first.next;
        int hidden = s.resultInMemory() ? 1 : 0;
        List<Inst> old = new ArrayList<>(entry.params);
        for (int k = entry.params.size() - 1; k >= 0; k--) entry.params.get(k).block = null;
        entry.params.clear();
        Inst storage = isForeign(s.result()) ? entry.addParam(Type.PTR) : null;
        b.before(first);
        for (int k = 0; k < old.size(); k++) {
            Inst p = old.get(k);
            boolean foreign = k >= hidden && k - hidden < s.params().size() && isForeign(s.params().get(k - hidden));
            Inst fresh = entry.addParam(foreign ? Type.PTR : p.type);
            fresh.loc = p.loc;
            if (p.useCount() > 0) p.replaceAllUsesWith(foreign ? b.load(p.type, fresh, p.type.align, 0) : fresh);
        }
        f.signature = changed(s);
        if (storage == null) return;
        for (Block block : f.blocks) {
            if (block.last == null || block.last.op != Op.RET || block.last.argCount() == 0) continue;
            b.before(block.last);
            b.store(storage, block.last.arg(0), block.last.arg(0).type.align, 0);
            block.last.setArgs();
        }
    }

    private void call(Inst c) {
        CallInfo info = c.call();
        Signature s = info.signature;
        b.before(c);
        List<Inst> args = new ArrayList<>();
        args.add(c.arg(0));
        int first = s.resultInMemory() ? 2 : 1;
        if (first == 2) args.add(c.arg(1));
        Inst storage = null;
        if (isForeign(s.result())) args.add(storage = b.alloca(c.type.size, c.type.align, null));
        for (int k = first; k < c.ownArgCount(); k++) {
            Inst a = c.arg(k);
            if (isForeign(s.params().get(k - first))) {
                Inst copy = b.alloca(a.type.size, a.type.align, null);
                b.store(copy, a, a.type.align, 0);
                a = copy;
            }
            args.add(a);
        }
        int attributes = info.attributes & ~(CallInfo.CONST | (storage != null ? CallInfo.PURE : 0));
        Inst n = b.emit(c.op, storage != null ? Type.VOID : c.type, args.toArray(Inst[]::new));
        n.aux = new CallInfo(changed(s), attributes);
        n.flags = c.flags;
        if (c.op == Op.CALLBR) {
            for (int k = 0; k < c.succCount(); k++) {
                Inst[] passed = new Inst[c.succArgCount(k)];
                for (int a = 0; a < passed.length; a++) passed[a] = c.succArg(k, a);
                n.addSucc(c.succ(k), passed);
            }
            while (c.succCount() > 0) c.removeSucc(c.succCount() - 1);
        }
        if (c.useCount() > 0) c.replaceAllUsesWith(storage == null ? n : loaded(n, storage, c.type));
        c.remove();
    }

    /** After the call: for one with more ways to come back, on the first of them. */
    private Inst loaded(Inst call, Inst storage, Type t) {
        if (call.op == Op.CALL) {
            b.before(call.next);
            return b.load(t, storage, t.align, 0);
        }
        Block to = call.succ(0);
        Block after = f.newBlock(null);
        f.blocks.remove(after);
        f.blocks.add(f.blocks.indexOf(call.block) + 1, after);
        Inst[] passed = new Inst[call.succArgCount(0)];
        for (int k = 0; k < passed.length; k++) passed[k] = call.succArg(0, k);
        call.setSucc(0, after);
        b.at(after);
        Inst v = b.load(t, storage, t.align, 0);
        b.br(to, passed);
        return v;
    }
}
