package org.jcc.frontend.ast;

import java.util.List;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.RecordType;
import org.jcc.support.TargetOperation;

/**
 * An expression of the typed tree: an lvalue (designates an object; {@link #isLvalue}) or a value. The package's
 * description says what holds everywhere. Where a condition stands, any scalar value may: it is compared with zero.
 */
public sealed interface TypedExpr {
    int loc();

    /** Of a value: unqualified. Of an lvalue: the object's type, with qualifiers. */
    CType type();

    /** True if the expression designates an object (or a function: {@link FunctionRef}). */
    default boolean isLvalue() {
        return false;
    }

    // ---- constants ----

    /** An integer constant of an integer, enumeration or pointer type; {@code high} is the sign or zero extension for types up to 64 bits. */
    record IntConst(int loc, CType type, long low, long high) implements TypedExpr {}

    /**
     * A floating constant, as the IR has it: f32 and f64 in {@code low}; x87 significand in {@code low}, sign and exponent in
     * the 16 low bits of {@code high}; binary128 in both.
     */
    record FloatConst(int loc, CType type, long low, long high) implements TypedExpr {}

    // ---- lvalues ----

    record VarRef(int loc, CType type, VarSymbol variable) implements TypedExpr {
        @Override
        public boolean isLvalue() {
            return true;
        }
    }

    /** A function designator; stands only under {@link AddressOf}. */
    record FunctionRef(int loc, CType type, FunctionSymbol function) implements TypedExpr {
        @Override
        public boolean isLvalue() {
            return true;
        }
    }

    /** A string literal: an array of static storage. Equal {@link StringData} may share storage. */
    record StringLiteral(int loc, CType type, StringData data) implements TypedExpr {
        @Override
        public boolean isLvalue() {
            return true;
        }
    }

    /** {@code *pointer} */
    record Deref(int loc, CType type, TypedExpr pointer) implements TypedExpr {
        @Override
        public boolean isLvalue() {
            return true;
        }
    }

    /**
     * A member of a record: {@code base} is an lvalue, or a value (of a function's result, an assignment). Steps through unnamed
     * members are nodes of their own. {@code type} has the base's qualifiers. Bit-fields: see {@link RecordType.Field}.
     */
    record Member(int loc, CType type, TypedExpr base, RecordType.Field field) implements TypedExpr {
        @Override
        public boolean isLvalue() {
            return base.isLvalue();
        }
    }

    /**
     * A compound literal with automatic storage: (re)initialises {@code object} each time, then designates it. Those with static
     * storage are variables and {@link VarRef}s.
     */
    record CompoundLiteral(int loc, CType type, VarSymbol object, Initializer init) implements TypedExpr {
        @Override
        public boolean isLvalue() {
            return true;
        }
    }

    /** {@code __real__} or {@code __imag__} of a complex lvalue or value. */
    record ComplexPart(int loc, CType type, TypedExpr operand, boolean imaginary) implements TypedExpr {
        @Override
        public boolean isLvalue() {
            return operand.isLvalue();
        }
    }

    // ---- from lvalues to values ----

    /**
     * The value of an lvalue that is no array and no function: of a scalar, a record (then {@code type} is the record), a
     * bit-field. Atomic (seq_cst) or volatile if the lvalue's type says so.
     */
    record Load(int loc, CType type, TypedExpr lvalue) implements TypedExpr {}

    /** The address of an lvalue or function; also the decay of arrays (then {@code type} points to the element) and functions. */
    record AddressOf(int loc, CType type, TypedExpr lvalue) implements TypedExpr {}

    /** {@code &&label} */
    record LabelAddress(int loc, CType type, LabelSymbol label) implements TypedExpr {}

    /** The value that a {@link Let} or {@link Modify} has bound. */
    record TempRef(int loc, CType type, Temp temp) implements TypedExpr {}

    // ---- operations ----

    enum UnaryOp { NEG, BIT_NOT,
        /** The result is int; the operand any scalar. */
        LOG_NOT,
        /** Complex conjugate, {@code ~} of complex. */
        CONJ }

    record Unary(int loc, CType type, UnaryOp op, TypedExpr operand) implements TypedExpr {}

    enum BinaryOp {
        ADD, SUB, MUL, DIV, REM, SHL, SHR, AND, OR, XOR,
        /** Comparisons have type int; both operands have one type, integers, floats or pointers. */
        EQ, NE, LT, GT, LE, GE;

        public boolean isComparison() {
            return ordinal() >= EQ.ordinal();
        }
    }

    /**
     * Arithmetic or comparison of two values of one type, whose sign decides about DIV, REM, SHR and order. Shifts: the right
     * operand has its own integer type. Vectors: lane by lane, comparisons give a vector of 0 and -1.
     */
    record Binary(int loc, CType type, BinaryOp op, TypedExpr left, TypedExpr right) implements TypedExpr {}

    /** {@code left && right}, {@code left || right}: int 0 or 1; the operands are scalars. */
    record Logical(int loc, CType type, boolean or, TypedExpr left, TypedExpr right) implements TypedExpr {}

    /** {@code condition ? then : otherwise}; both have {@code type}, or any types if that is void. */
    record Conditional(int loc, CType type, TypedExpr condition, TypedExpr then, TypedExpr otherwise) implements TypedExpr {}

    /** {@code left, right} */
    record Comma(int loc, CType type, TypedExpr left, TypedExpr right) implements TypedExpr {}

    /**
     * {@code pointer + index * scale}, or minus with {@code subtract}.
     *
     * @param index     of 64 bits, signed (or unsigned, which is the same here)
     * @param scale     bytes of an element
     * @param scaleExpr bytes of an element whose size is variable, else null
     */
    record PointerAdd(int loc, CType type, TypedExpr pointer, TypedExpr index, long scale, TypedExpr scaleExpr, boolean subtract)
            implements TypedExpr {}

    /** {@code (left - right) / scale}, exact, of type ptrdiff_t. */
    record PointerDifference(int loc, CType type, TypedExpr left, TypedExpr right, long scale, TypedExpr scaleExpr) implements TypedExpr {}

    enum Conversion {
        /** Integer to integer: truncate, or extend by the operand's sign. */
        INT_TO_INT,
        /** Any scalar to _Bool: not equal to zero. */
        TO_BOOL,
        INT_TO_FLOAT, FLOAT_TO_INT, FLOAT_TO_FLOAT,
        /** Pointer to integer of any size, as through the integer of the pointer's size. */
        POINTER_TO_INT,
        /** Integer to pointer; the operand has 64 bits already. */
        INT_TO_POINTER,
        POINTER_TO_POINTER,
        /** Value dropped. */
        TO_VOID,
        /** No change of representation: enumeration to its integer, record to its variant. */
        NOP,
        /** Same bits: between vectors, or a vector and an integer of its size. */
        BITCAST,
        /** Real to complex (imaginary part zero), complex to complex; complex to real goes through {@link ComplexPart}. */
        REAL_TO_COMPLEX, COMPLEX_TO_COMPLEX,
        /** A scalar to a vector with all lanes equal; lane by lane ({@code __builtin_convertvector}). */
        SPLAT, VECTOR_CONVERT
    }

    record Convert(int loc, CType type, Conversion kind, TypedExpr operand) implements TypedExpr {}

    /** Two parts make a complex value. */
    record MakeComplex(int loc, CType type, TypedExpr real, TypedExpr imaginary) implements TypedExpr {}

    /** Evaluates {@code value} once, binds it to {@code temp} in {@code body}. */
    record Let(int loc, CType type, Temp temp, TypedExpr value, TypedExpr body) implements TypedExpr {}

    // ---- assignments ----

    /** {@code target = value}; the value of the expression is the target's after the store (without reading a volatile again). */
    record Assign(int loc, CType type, TypedExpr target, TypedExpr value) implements TypedExpr {}

    /**
     * Compound assignment, {@code ++}, {@code --}: evaluates the target's address once, loads it into {@code old}, stores
     * {@code update} (an expression over {@code old}, of the target's type). Side effects of the right operand have been put in
     * front by a {@link Let}, so that {@code update} can be repeated: an atomic target is a compare-and-exchange loop, or one
     * atomic operation if {@code atomicOp} is not null.
     *
     * @param resultIsOld the expression's value is {@code old} (postfix), else the new value
     * @param atomicOp    ADD, SUB, AND, OR or XOR of an integer atomic target (wrapping) with {@code operand}; else null
     * @param operand     of {@code atomicOp}, converted to the target's type
     */
    record Modify(int loc, CType type, TypedExpr target, Temp old, TypedExpr update, boolean resultIsOld, BinaryOp atomicOp,
            TypedExpr operand) implements TypedExpr {}

    // ---- calls ----

    /**
     * A call. Arguments are converted to the parameters' types, the variadic ones promoted; records are values.
     *
     * @param function  the callee if known, else null
     * @param pointer   the callee's address if {@code function} is null
     * @param signature the callee's type; unprototyped: the arguments are what they are, promoted
     * @param chain     the static chain of {@code __builtin_call_with_static_chain}, else null: a nested function's own, or none
     */
    record Call(int loc, CType type, FunctionSymbol function, TypedExpr pointer, FunctionType signature, List<TypedExpr> args, TypedExpr chain)
            implements TypedExpr {
        public Call(int loc, CType type, FunctionSymbol function, TypedExpr pointer, FunctionType signature, List<TypedExpr> args) {
            this(loc, type, function, pointer, signature, args, null);
        }

        public Call withChain(TypedExpr pointerInRegister) {
            return new Call(loc, type, function, pointer, signature, args, pointerInRegister);
        }
    }

    /** A builtin that is no mere library function; {@link Builtin} says what arguments and result are. */
    record BuiltinCall(int loc, CType type, Builtin builtin, List<TypedExpr> args) implements TypedExpr {}

    /** A builtin that only the target has; arguments are of its signature's types, an immediate may be no constant yet. */
    record TargetCall(int loc, CType type, TargetOperation operation, List<TypedExpr> args) implements TypedExpr {}

    enum AtomicKind {
        /** () */
        LOAD,
        /** (value) */
        STORE,
        /** (value): the old value */
        EXCHANGE,
        /** (value): the old value, or the new one with {@code resultIsNew} */
        ADD, SUB, AND, NAND, OR, XOR,
        /** (expected value, desired): _Bool success, or the old value if {@code type} is not _Bool; success is old == expected */
        COMPARE_EXCHANGE_VALUE,
        /** (pointer to expected, desired): _Bool; on failure stores the old value through the pointer */
        COMPARE_EXCHANGE,
        /** (): sets the byte to 1, _Bool whether it was set */
        TEST_AND_SET,
        /** (): stores 0 in the byte */
        CLEAR
    }

    /**
     * An atomic operation on the object of type {@code valueType} (integer or pointer of 1, 2, 4 or 8 bytes) at {@code pointer}.
     *
     * @param operands of type {@code valueType}; for pointers ADD and SUB add bytes
     * @param order    {@link org.jcc.ir.Inst}'s number; SEQ_CST if it was no constant
     */
    record Atomic(int loc, CType type, AtomicKind kind, CType valueType, TypedExpr pointer, List<TypedExpr> operands, int order,
            int failOrder, boolean weak, boolean resultIsNew) implements TypedExpr {}

    /** {@code va_arg}: {@code list} is the va_list's address. */
    record VaArg(int loc, CType type, TypedExpr list) implements TypedExpr {}

    /** GNU's {@code ({ … })}: {@code statements}, then {@code value} (null: void), then {@code leave}. */
    record StmtExpr(int loc, CType type, List<TypedStmt> statements, TypedExpr value, List<TypedStmt> leave) implements TypedExpr {}
}
