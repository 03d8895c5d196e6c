package org.jcc.frontend.syntax;

import java.util.List;

/**
 * An expression (C17 6.5). {@link #loc} is where gcc puts the caret: at the operator of a binary expression, at the
 * {@code (} of a call, at the first token of all others; {@link #start} is the first token's.
 */
public sealed interface Expr extends Operand, Initializer {
    int loc();

    /** The loc of the first token. Not recursive: chains may be 100,000 terms long. */
    default int start() {
        Expr e = this;
        while (true) {
            switch (e) {
                case Binary b -> e = b.left;
                case Assign a -> e = a.left;
                case Conditional c -> e = c.condition;
                case Call c -> e = c.callee;
                case Index i -> e = i.base;
                case Member m -> e = m.base;
                case Unary u when u.op.postfix -> e = u.operand;
                default -> {
                    return e.loc();
                }
            }
        }
    }

    /** The expression inside any parentheses. */
    default Expr unparen() {
        Expr e = this;
        while (e instanceof Paren p) e = p.inner;
        return e;
    }

    enum UnaryOp {
        PLUS("+"), MINUS("-"), BIT_NOT("~"), NOT("!"), DEREF("*"), ADDRESS("&"), PRE_INC("++"), PRE_DEC("--"),
        POST_INC("++"), POST_DEC("--"), REAL("__real__"), IMAG("__imag__"),
        /** {@code __extension__ e} means {@code e}, without pedantic warnings. */
        EXTENSION("__extension__");

        public final String spelling;
        public final boolean postfix;

        UnaryOp(String spelling) {
            this.spelling = spelling;
            postfix = name().startsWith("POST");
        }
    }

    enum BinaryOp {
        COMMA(","), LOG_OR("||"), LOG_AND("&&"), OR("|"), XOR("^"), AND("&"), EQ("=="), NE("!="), LT("<"), GT(">"), LE("<="), GE(">="),
        SHL("<<"), SHR(">>"), ADD("+"), SUB("-"), MUL("*"), DIV("/"), REM("%");

        public final String spelling;

        BinaryOp(String spelling) {
            this.spelling = spelling;
        }
    }

    /** How a character constant or string literal is encoded (6.4.4.4, 6.4.5). */
    enum Encoding {
        PLAIN("", 1), UTF8("u8", 1), CHAR16("u", 2), CHAR32("U", 4), WIDE("L", 4);

        public final String prefix;
        /** Bytes of one element. */
        public final int unit;

        Encoding(String prefix, int unit) {
            this.prefix = prefix;
            this.unit = unit;
        }
    }

    /** The suffix of a floating constant; {@code NONE} is double. */
    enum FloatSuffix {
        NONE(""), F("f"), L("l"), W("w"), Q("q"), F16("f16"), F32("f32"), F64("f64"), F128("f128"), F32X("f32x"), F64X("f64x"),
        BF16("bf16"), DF("df"), DD("dd"), DL("dl"), D("d");

        public final String spelling;

        FloatSuffix(String spelling) {
            this.spelling = spelling;
        }
    }

    record Ident(int loc, int name) implements Expr {}

    /**
     * An integer constant (6.4.4.1), of 128 bits in two halves. Those that fit no type have been reported.
     *
     * @param radix     2, 8, 10 or 16: only unsuffixed and {@code l}-suffixed decimals stay signed (6.4.4.1p5)
     * @param longs     the number of {@code l} in the suffix, 0 to 2
     * @param imaginary the GNU suffix {@code i} or {@code j}
     */
    record IntLit(int loc, long low, long high, int radix, boolean unsigned, int longs, boolean imaginary) implements Expr {}

    /** A floating constant (6.4.4.2), as text without its suffix: the checker rounds it to its type. */
    record FloatLit(int loc, String text, FloatSuffix suffix, boolean imaginary) implements Expr {}

    /** A character constant (6.4.4.4); {@code value} has been converted to the constant's own type, sign included. */
    record CharLit(int loc, int value, Encoding encoding) implements Expr {}

    /**
     * Adjacent string literals joined (6.4.5p5), without the final zero.
     *
     * @param bytes the elements of {@link Encoding#PLAIN} and {@link Encoding#UTF8}, else null
     * @param wide  the elements of the others, else null
     */
    record StringLit(int loc, Encoding encoding, byte[] bytes, int[] wide) implements Expr {
        /** The number of elements. */
        public int length() {
            return bytes != null ? bytes.length : wide.length;
        }

        /** Element {@code i}, unsigned. */
        public int element(int i) {
            return bytes != null ? bytes[i] & 0xff : wide[i];
        }

        /** The characters of a narrow literal, as what they are for a compiler: UTF-8 text. */
        public String text() {
            return bytes != null ? new String(bytes, java.nio.charset.StandardCharsets.UTF_8) : new String(wide, 0, wide.length);
        }
    }

    /** {@code (inner)}, kept because some warnings and 6.5.1p5 look at it. */
    record Paren(int loc, Expr inner) implements Expr {}

    record Unary(int loc, UnaryOp op, Expr operand) implements Expr {}

    record Binary(int loc, BinaryOp op, Expr left, Expr right) implements Expr {}

    /** {@code left op= right}; {@code op} is null for a simple assignment. */
    record Assign(int loc, BinaryOp op, Expr left, Expr right) implements Expr {}

    /** {@code condition ? then : otherwise}; {@code then} is null in GNU's {@code a ?: b}. {@code loc} is the question mark's. */
    record Conditional(int loc, Expr condition, Expr then, Expr otherwise) implements Expr {}

    record Cast(int loc, TypeName type, Expr operand) implements Expr {}

    record CompoundLiteral(int loc, TypeName type, Initializer.Braced init) implements Expr {}

    /** {@code sizeof expression} or {@code sizeof (type)}. */
    record Sizeof(int loc, Operand operand) implements Expr {}

    /** {@code _Alignof (type)}, or GNU's {@code __alignof__} of a type or an expression. */
    record Alignof(int loc, Operand operand, boolean gnu) implements Expr {}

    /** {@code end} is the loc of the {@code )}. */
    record Call(int loc, Expr callee, List<Expr> args, int end) implements Expr {}

    record Index(int loc, Expr base, Expr index) implements Expr {}

    /** {@code base.name}, or {@code base->name} with {@code arrow}. {@code loc} is the operator's. */
    record Member(int loc, Expr base, boolean arrow, int name, int nameLoc) implements Expr {}

    /** GNU's {@code ({ … })}. */
    record StmtExpr(int loc, Statement.Compound body) implements Expr {}

    /** GNU's {@code &&label}. */
    record LabelAddr(int loc, int label) implements Expr {}

    /** {@code _Generic(control, type: value, default: value)} (6.5.1.1); with a type as control, GNU's and C2y's extension. */
    record Generic(int loc, Operand control, List<Association> associations) implements Expr {}

    /** {@code type} is null for {@code default}. */
    record Association(int loc, TypeName type, Expr value) {}

    /** {@code __builtin_va_arg(list, type)} */
    record VaArg(int loc, Expr list, TypeName type) implements Expr {}

    /** {@code __builtin_offsetof(type, member)}; the first designator is a field. {@code a->b} is given as {@code a[0].b}. */
    record Offsetof(int loc, TypeName type, List<Initializer.Designator> member) implements Expr {}

    /** {@code __builtin_types_compatible_p(first, second)} */
    record TypesCompatible(int loc, TypeName first, TypeName second) implements Expr {}

    /** {@code __builtin_choose_expr(condition, then, otherwise)} */
    record ChooseExpr(int loc, Expr condition, Expr then, Expr otherwise) implements Expr {}

    /** {@code __builtin_convertvector(value, type)} */
    record ConvertVector(int loc, Expr value, TypeName type) implements Expr {}

    /** {@code __builtin_has_attribute(operand, attribute)} */
    record HasAttribute(int loc, Operand operand, Attribute attribute) implements Expr {}

    /** {@code __builtin_tgmath(functions…, arguments…)} */
    record Tgmath(int loc, List<Expr> args) implements Expr {}

    /** What could not be parsed, already reported: its type is an error that causes no other. */
    record ErrorExpr(int loc) implements Expr {}
}
