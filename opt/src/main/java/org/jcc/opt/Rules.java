package org.jcc.opt;

import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The rules of {@link Simplify}, one a line, grouped by operation; here an operation finds its group. A rule looks at an instruction
 * and its operands' definitions and gives a value to stand for it: an operand, a constant, or a new instruction before it. Constants stand
 * at the right of commutative operations and comparisons ({@link #canonical}), so that each rule is written once. The groups are
 * {@link ArithmeticRules}, {@link BitRules}, {@link RotateRules}, {@link CompareRules}, {@link SelectRules}, {@link ConvertRules}, {@link FloatRules} and
 * {@link MemoryRules}; {@link Patterns} is what they ask, {@link RuleSet} what they build with.
 *
 * <p>A rule may make a result less poisonous, never more: it drops no-wrap flags where it builds anew, unless it can tell that they
 * hold. Floating rules are exact, and do not touch operations that observe the environment.
 */
final class Rules {
    /** The groups, each with a filetest of its name. */
    enum Group { ADD, SUB, MUL, DIVIDE, AND, OR, XOR, SHIFT, OVERFLOW, MINMAX, COMPARE, SELECT, CONVERT, POINTER, FLOAT, FREEZE, VECTOR, MEMORY, LOAD, ISCONST }

    private final Function f;
    private final ArithmeticRules arithmetic;
    private final BitRules bits;
    private final CompareRules compare;
    private final RotateRules rotate;
    private final SelectRules select;
    private final ConvertRules convert;
    private final FloatRules floats;
    private final MemoryRules memory;

    Rules(Function f) {
        this.f = f;
        arithmetic = new ArithmeticRules(f);
        bits = new BitRules(f);
        compare = new CompareRules(f);
        rotate = new RotateRules(f);
        select = new SelectRules(f);
        convert = new ConvertRules(f);
        floats = new FloatRules(f);
        memory = new MemoryRules(f);
    }

    /** The group of an operation's rules; null if there are none. */
    static Group group(Op op) {
        return switch (op) {
            case ADD -> Group.ADD;
            case SUB -> Group.SUB;
            case MUL -> Group.MUL;
            case SDIV, UDIV, SREM, UREM -> Group.DIVIDE;
            case AND -> Group.AND;
            case OR -> Group.OR;
            case XOR -> Group.XOR;
            case SHL, LSHR, ASHR, ROTL, ROTR -> Group.SHIFT;
            case SADDO, UADDO, SSUBO, USUBO, SMULO, UMULO -> Group.OVERFLOW;
            case SMIN, SMAX, UMIN, UMAX -> Group.MINMAX;
            case ICMP, FCMP -> Group.COMPARE;
            case SELECT -> Group.SELECT;
            case TRUNC, ZEXT, SEXT, BITCAST, FTRUNC -> Group.CONVERT;
            case PTRADD, PTRTOINT, INTTOPTR -> Group.POINTER;
            case FADD, FSUB, FMUL, FDIV, FNEG, FABS, FCOPYSIGN, FFLOOR, FCEIL, FTRUNCI, FRINT -> Group.FLOAT;
            case FREEZE -> Group.FREEZE;
            case EXTRACT, INSERT -> Group.VECTOR;
            case MEMCPY, MEMMOVE, MEMSET -> Group.MEMORY;
            case LOAD -> Group.LOAD;
            case ISCONST -> Group.ISCONST;
            default -> null;
        };
    }

    /** What stands for the instruction, or null. Memory operations are rewritten in place and give themselves. */
    Inst apply(Inst i) {
        Group g = group(i.op);
        if (g == null) return null;
        set(g).at = i;
        if (g == Group.MEMORY) return memory.memory(i);
        if (i.op == Op.BITCAST && (i.type.isVector() || i.arg(0).type.isVector())) return convert.bits(i, i.arg(0));
        if (i.op == Op.INSERT) return convert.insert(i, i.arg(0), i.arg(1));
        Inst x = i.arg(0);
        Inst y = i.ownArgCount() > 1 ? i.arg(1) : null;
        if (i.type.isVector() || i.ownArgCount() > 0 && x.type.isVector() && g != Group.VECTOR) return y == null ? null : convert.neutral(i, x, y);
        Inst r = rotation(i, x, y);
        if (r != null) return r;
        return switch (g) {
            case ADD -> arithmetic.add(i, x, y);
            case SUB -> arithmetic.sub(i, x, y);
            case MUL -> arithmetic.mul(i, x, y);
            case DIVIDE -> arithmetic.divide(i, x, y);
            case AND -> bits.and(i, x, y);
            case OR -> bits.or(i, x, y);
            case XOR -> bits.xor(i, x, y);
            case SHIFT -> bits.shift(i, x, y);
            case OVERFLOW -> arithmetic.overflow(i, x, y);
            case MINMAX -> arithmetic.minmax(i, x, y);
            case COMPARE -> i.op == Op.ICMP ? compare.compare(i, i.cond(), x, y) : compare.floatCompare(i, i.cond(), x, y);
            case SELECT -> select.select(i, x, y, i.arg(2));
            case CONVERT -> convert.convert(i, x);
            case POINTER -> memory.pointer(i, x, y);
            case FLOAT -> floats.floating(i, x, y);
            case FREEZE -> convert.freeze(i, x);
            case VECTOR -> convert.vector(i, x, y);
            case MEMORY -> null;
            case LOAD -> memory.load(i, x);
            case ISCONST -> isConstant(x) ? f.iconst(Type.I1, 1) : null;
        };
    }

    private Inst rotation(Inst i, Inst x, Inst y) {
        rotate.at = i;
        switch (i.op) {
            case OR, ADD, XOR:
                return x.op == Op.SHL || y.op == Op.SHL ? rotate.rotation(i, x, y) : null;
            case TRUNC:
                return rotate.narrow(i, x);
            case SELECT:
                return rotate.select(i, x, y, i.arg(2));
            case ROTL, ROTR:
                return rotate.amount(i, x, y);
            default:
                return null;
        }
    }

    private RuleSet set(Group g) {
        return switch (g) {
            case ADD, SUB, MUL, DIVIDE, OVERFLOW, MINMAX -> arithmetic;
            case AND, OR, XOR, SHIFT -> bits;
            case COMPARE -> compare;
            case SELECT -> select;
            case CONVERT, FREEZE, VECTOR -> convert;
            case FLOAT -> floats;
            case POINTER, MEMORY, LOAD, ISCONST -> memory;
        };
    }

    /** Puts a constant operand to the right; true if it did. */
    static boolean canonical(Inst i) {
        boolean compare = i.op == Op.ICMP || i.op == Op.FCMP;
        if (!i.op.isCommutative() && !compare || !i.arg(0).op.isConstant() || i.arg(1).op.isConstant()) return false;
        Inst x = i.arg(0);
        i.setArg(0, i.arg(1));
        i.setArg(1, x);
        if (compare) i.imm = i.cond().swap().ordinal();
        return true;
    }

    /** What {@code __builtin_constant_p} calls a constant: a number, or the address of a string literal's first byte. */
    static boolean isConstant(Inst v) {
        return v.op == Op.ICONST || v.op == Op.FCONST || v.op == Op.SYMBOL && v.imm == 0 && v.symbol() instanceof GlobalVar g && g.mergeChar != 0;
    }
}
