package org.jcc.frontend.lower;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.VectorType;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Inline assembly: values of inputs and addresses of memory operands become operands of the instruction, register outputs its
 * results, which are stored where they belong afterwards (GCC manual 6.47.2).
 */
final class InlineAsm {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;

    InlineAsm(FunctionLowering fn) {
        this.fn = fn;
        this.expressions = fn.expressions;
        this.b = fn.b;
        this.f = fn.f;
    }

    void lower(TypedStmt.Asm a) {
        int n = a.operands().size();
        halves.clear();
        Place[] places = new Place[n];
        List<Inst> args = new ArrayList<>();
        List<AsmInfo.Operand> operands = new ArrayList<>(n);
        List<Type> results = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            TypedStmt.AsmOperand o = a.operands().get(i);
            b.loc = a.loc();
            if (o.memory()) {
                operands.add(new AsmInfo.Operand(o.constraint(), Type.PTR, args.size(), -1, -1, null, true, false, false));
                args.add(expressions.memory.address(expressions.place(o.expr())));
                continue;
            }
            Type type = type(o.expr().type(), a.loc());
            int arg = -1;
            int result = -1;
            if (o.output()) {
                places[i] = expressions.place(o.expr());
                result = results.size();
                Type register = type == Type.I128 ? Type.I64 : type;
                results.add(register);
                if (o.input()) {
                    arg = args.size();
                    args.add(load(places[i], type));
                }
                if (type == Type.I128) {
                    high(o, i, arg < 0 ? null : args.get(arg), args, results);
                    if (arg >= 0) args.set(arg, low(args.get(arg)));
                    type = register;
                }
            } else {
                Inst v = o.immediate() ? immediate(o.expr()) : input(o.expr(), type);
                if (o.immediate() && v.op != Op.ICONST && v.op != Op.SYMBOL && f.is(Function.OPT_NONE)) {
                    fn.unit.diagnostics.error(a.loc(), "impossible constraint in 'asm'");
                    v = f.zero(type);
                }
                if (o.tied() >= 0 && o.tied() < i) v = fit(v, halves.containsKey(o.tied()) ? Type.I128 : operands.get(o.tied()).type(), o.expr().type());
                type = v.type;
                arg = args.size();
                args.add(v);
                if (type == Type.I128) {
                    high(o, i, v, args, null);
                    args.set(arg, low(v));
                    type = Type.I64;
                }
            }
            operands.add(new AsmInfo.Operand(letters(o, type == Type.I64 && halves.containsKey(i), false), type, arg, result, o.tied(), o.register(), false, o.immediate(), o.earlyClobber()));
        }
        b.loc = a.loc();
        operands.addAll(pending(operands));
        AsmInfo info = new AsmInfo(a.template(), a.basic(), a.isVolatile(), operands, a.clobbers(), a.labels().size(), results.toArray(Type[]::new));
        Type type = results.isEmpty() ? Type.VOID : results.size() == 1 ? results.get(0) : Type.TUPLE;
        Inst[] in = args.toArray(Inst[]::new);
        Inst asm;
        if (a.labels().isEmpty()) {
            asm = b.emit(Op.ASM, type, in);
            asm.aux = info;
        } else {
            if (fn.dead) return;
            asm = b.emit(Op.ASMBR, type, in);
            asm.aux = info;
            Block next = f.newBlock(null);
            asm.addSucc(next);
            // Outputs are there on the labels' ways too: each has a block that stores them.
            for (LabelSymbol l : a.labels()) asm.addSucc(results.isEmpty() ? fn.block(l) : f.newBlock(null));
            fn.die();
            for (int k = 0; !results.isEmpty() && k < a.labels().size(); k++) {
                fn.begin(asm.succ(k + 1));
                storeResults(asm, operands, results, places);
                b.br(fn.block(a.labels().get(k)));
                fn.die();
            }
            fn.begin(next);
        }
        storeResults(asm, operands, results, places);
    }

    // ---- numbers of two registers ----

    /** By the operand of the lower half that of the upper, which the template does not name; it comes behind all others. */
    private final Map<Integer, AsmInfo.Operand> halves = new TreeMap<>();

    private void high(TypedStmt.AsmOperand o, int number, Inst value, List<Inst> args, List<Type> results) {
        int arg = -1;
        int result = -1;
        if (results != null) {
            result = results.size();
            results.add(Type.I64);
        }
        if (value != null) {
            arg = args.size();
            args.add(b.convert(Op.TRUNC, b.binary(Op.LSHR, value, f.iconst(Type.I128, 64)), Type.I64));
        }
        halves.put(number, new AsmInfo.Operand(letters(o, true, true), Type.I64, arg, result, o.tied(), null, false, false, o.earlyClobber()));
    }

    private Inst low(Inst v) {
        return b.convert(Op.TRUNC, v, Type.I64);
    }

    /** {@code A} is the pair of the accumulator and the data register. */
    private static String letters(TypedStmt.AsmOperand o, boolean pair, boolean upper) {
        return pair && o.constraint().indexOf('A') >= 0 ? upper ? "d" : "a" : o.constraint();
    }

    /** The upper halves, those of inputs tied to those of their outputs. */
    private List<AsmInfo.Operand> pending(List<AsmInfo.Operand> operands) {
        List<AsmInfo.Operand> all = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>(halves.keySet());
        for (AsmInfo.Operand h : halves.values()) {
            int tied = h.tied() < 0 ? -1 : operands.size() + numbers.indexOf(h.tied());
            all.add(new AsmInfo.Operand(h.constraint(), h.type(), h.arg(), h.result(), tied, null, false, false, h.earlyClobber()));
        }
        return all;
    }

    private void storeResults(Inst asm, List<AsmInfo.Operand> operands, List<Type> results, Place[] places) {
        for (int i = 0; i < places.length; i++) {
            int r = operands.get(i).result();
            if (r < 0) continue;
            Inst v = results.size() == 1 ? asm : b.result(asm, r, results.get(r));
            if (halves.containsKey(i)) {
                Inst upper = b.convert(Op.ZEXT, b.result(asm, halves.get(i).result(), Type.I64), Type.I128);
                v = b.binary(Op.OR, b.convert(Op.ZEXT, v, Type.I128), b.binary(Op.SHL, upper, f.iconst(Type.I128, 64)));
            }
            store(places[i], v);
        }
    }

    /** What an operand is in a register: a record or complex number is an integer of its size. */
    private Type type(CType t, int loc) {
        if (t.strip() instanceof VectorType v && Shapes.vectorType(v) != null) return Shapes.vectorType(v);
        if (whole(t)) {
            long n = t.size();
            if (n == 1 || n == 2 || n == 4 || n == 8 || n == 16) return Type.integer((int) n * 8);
            fn.unit.diagnostics.error(loc, "impossible constraint in 'asm'");
            return Type.I64;
        }
        return fn.shapes.ir(t);
    }

    /** Read and written as bytes, whatever is in them. */
    private static boolean whole(CType t) {
        return t.strip() instanceof RecordType || t.isComplex() || t.isArray() || t.isVector();
    }

    private Inst load(Place p, Type t) {
        return whole(p.type()) ? b.load(t, expressions.memory.address(p), 1, 0) : expressions.memory.load(p);
    }

    private void store(Place p, Inst v) {
        if (whole(p.type())) b.store(expressions.memory.address(p), v, 1, 0);
        else expressions.memory.store(p, v);
    }

    private Inst input(TypedExpr e, Type t) {
        if (e.type().isComplex()) {
            Place temp = Place.of(expressions.memory.temporary(e.type()), e.type().unqualified());
            expressions.complexes.store(temp, expressions.complexes.value(e));
            return b.load(t, temp.address(), 1, 0);
        }
        Inst v = expressions.value(e);
        return whole(e.type()) ? b.load(t, v, 1, 0) : v;
    }

    /** A constant: through casts between addresses and integers. */
    private Inst immediate(TypedExpr e) {
        while (e instanceof TypedExpr.Convert c && c.operand().type().size() == c.type().size() && c.operand().type().isScalar()
                && !c.operand().type().isFloating() && c.kind() != TypedExpr.Conversion.TO_BOOL) {
            e = c.operand();
        }
        return expressions.value(e);
    }

    /** An input that shares an output's register is made of its size. */
    private Inst fit(Inst v, Type t, CType from) {
        if (v.type == t) return v;
        if (v.type.isInt() && t.isInt()) return expressions.resize(v, t, from.isSigned());
        if (v.type.size == t.size) return v.type.isFloat() || t.isFloat() ? v : expressions.reinterpret(v, t);
        if (v.type.isInt() && t == Type.PTR) return b.convert(Op.INTTOPTR, expressions.resize(v, Type.I64, from.isSigned()), Type.PTR);
        if (v.type == Type.PTR && t.isInt()) return expressions.resize(b.convert(Op.PTRTOINT, v, Type.I64), t, false);
        return v;
    }
}
