package org.jcc.frontend.lower;

import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.RecordType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * {@code __builtin_clear_padding}: zeroes what no member's value uses. The bits in use are a mask of the type's bytes; of a union
 * those that any member uses. Bytes without any are zeroed, others masked. Long arrays are walked by a loop.
 */
final class Padding {
    /** Elements that are not worth a loop. */
    private static final int FEW = 4;

    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;

    Padding(FunctionLowering fn, Expressions expressions) {
        this.fn = fn;
        this.expressions = expressions;
        this.b = fn.b;
        this.f = fn.f;
    }

    /** Clears the padding of the object of type {@code t} at {@code address}. */
    void clear(Inst address, CType t) {
        if (t.strip() instanceof ArrayType a && (a.length > FEW || a.isVla())) {
            array(address, a);
            return;
        }
        byte[] used = new byte[(int) t.size()];
        use(used, 0, t);
        for (int i = 0; i < used.length; ) {
            if (used[i] == -1) {
                i++;
            } else if (used[i] == 0) {
                int end = i;
                while (end < used.length && used[end] == 0) end++;
                expressions.memory.memset(expressions.memory.offset(address, i), 0, end - i, 1);
                i = end;
            } else {
                Inst at = expressions.memory.offset(address, i);
                b.store(at, b.binary(Op.AND, b.load(Type.I8, at, 1, 0), f.iconst(Type.I8, used[i])), 1, 0);
                i++;
            }
        }
        arrays(address, t);
    }

    /** The long arrays within, whose bytes count as used in the mask. */
    private void arrays(Inst address, CType t) {
        if (t.strip() instanceof ArrayType a) {
            for (long k = 0; k < a.length; k++) arrays(expressions.memory.offset(address, k * a.element.size()), a.element);
        } else if (t.strip() instanceof RecordType r && !r.union) {
            for (RecordType.Field m : r.fields) {
                if (m.isBitField() || !hasPadding(m.type)) continue;
                Inst at = expressions.memory.offset(address, m.offset);
                if (m.type.strip() instanceof ArrayType a && a.length > FEW) array(at, a);
                else arrays(at, m.type);
            }
        }
    }

    private void array(Inst address, ArrayType a) {
        if (!hasPadding(a.element)) return;
        CType e = a.element;
        long known = 1;
        while (e.strip() instanceof ArrayType in && !in.isVla()) {
            known *= Math.max(0, in.length);
            e = in.element;
        }
        Inst bytes = a.isVla() ? b.load(Type.I64, fn.slot((VarSymbol) a.byteSize), 8, 0) : f.iconst(Type.I64, a.length * known * e.size());
        Inst end = b.ptradd(address, bytes);
        Block test = f.newBlock("pad");
        Block body = f.newBlock(null);
        Block done = f.newBlock(null);
        Inst at = test.addParam(Type.PTR);
        fn.jump(test, address);
        fn.beginLive(test);
        fn.jumpIf(b.icmp(Cond.ULT, at, end), body, done, 0);
        fn.begin(body);
        clear(at, e);
        fn.jump(test, b.ptradd(at, f.iconst(Type.I64, e.size())));
        fn.begin(done);
    }

    private static boolean hasPadding(CType t) {
        if (t.strip() instanceof ArrayType a) return hasPadding(a.element);
        if (t.size() > 1 << 16) return true;
        byte[] used = new byte[(int) t.size()];
        use(used, 0, t);
        for (byte x : used) if (x != -1) return true;
        return t.strip() instanceof RecordType r && !r.union && r.fields.stream().anyMatch(m -> !m.isBitField() && hasPadding(m.type));
    }

    private static void use(byte[] used, long at, CType t) {
        switch (t.strip()) {
            case RecordType r -> {
                for (RecordType.Field m : r.fields) {
                    if (m.isUnnamedBitField()) {
                        continue;
                    } else if (m.isBitField()) {
                        for (int k = 0; k < m.bitWidth; k++) {
                            int bit = m.shift() + k;
                            int index = m.isReversed() ? m.storageBytes - 1 - bit / 8 : bit / 8;
                            used[(int) (at + m.offset) + index] |= (byte) (1 << bit % 8);
                        }
                    } else if (!r.union && m.type.strip() instanceof ArrayType a && a.length > FEW) {
                        all(used, at + m.offset, m.type.size());
                    } else {
                        use(used, at + m.offset, m.type);
                    }
                }
            }
            case ArrayType a -> {
                for (long k = 0; k < a.length; k++) use(used, at + k * a.element.size(), a.element);
            }
            case ComplexType c -> {
                use(used, at, c.element);
                use(used, at + c.element.size(), c.element);
            }
            case BasicType x when x.format == BasicType.Format.X87 -> all(used, at, 10);
            case CType s -> all(used, at, s.size());
        }
    }

    private static void all(byte[] used, long at, long n) {
        for (long k = at; k < at + n; k++) used[(int) k] = -1;
    }
}
