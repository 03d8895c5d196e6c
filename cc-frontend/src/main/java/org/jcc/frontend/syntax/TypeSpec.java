package org.jcc.frontend.syntax;

import java.util.List;

/** A type specifier (C17 6.7.2). */
public sealed interface TypeSpec {
    int loc();

    /** The keywords. {@code INT128_T} and {@code UINT128_T} are gcc's predeclared {@code __int128_t} and {@code __uint128_t}. */
    enum Kind {
        VOID("void"), CHAR("char"), SHORT("short"), INT("int"), LONG("long"), FLOAT("float"), DOUBLE("double"),
        SIGNED("signed"), UNSIGNED("unsigned"), BOOL("_Bool"), COMPLEX("_Complex"), INT128("__int128"),
        FLOAT16("_Float16"), FLOAT32("_Float32"), FLOAT64("_Float64"), FLOAT128("_Float128"), FLOAT32X("_Float32x"),
        FLOAT64X("_Float64x"), FLOAT80("__float80"), BF16("__bf16"),
        DECIMAL32("_Decimal32"), DECIMAL64("_Decimal64"), DECIMAL128("_Decimal128"),
        VA_LIST("__builtin_va_list"), AUTO_TYPE("__auto_type"), INT128_T("__int128_t"), UINT128_T("__uint128_t");

        public final String spelling;

        Kind(String spelling) {
            this.spelling = spelling;
        }
    }

    /** A keyword; {@code unsigned long long} is three of them. */
    record Keyword(int loc, Kind kind) implements TypeSpec {}

    /** A typedef name that is visible here. */
    record TypedefName(int loc, int name) implements TypeSpec {}

    /** An identifier that is no type, where only a type can stand: already reported, to be taken as {@code int}. */
    record UnknownName(int loc, int name) implements TypeSpec {}

    /**
     * {@code struct} or {@code union} (6.7.2.1).
     *
     * @param tag        0 without one
     * @param tagLoc     of the tag, or of the keyword
     * @param members    null for a mere reference, not followed by {@code {…}}
     * @param attributes between the keyword and the tag, and after the {@code }}
     */
    record Struct(int loc, boolean union, int tag, int tagLoc, List<MemberItem> members, List<Attribute> attributes, int end)
            implements TypeSpec {}

    /** {@code enum} (6.7.2.2); {@code enumerators} is null for a mere reference. */
    record Enum(int loc, int tag, int tagLoc, List<Enumerator> enumerators, List<Attribute> attributes, int end)
            implements TypeSpec {}

    /** An enumerator; {@code value} is null without {@code = value}. */
    record Enumerator(int loc, int name, List<Attribute> attributes, Expr value) {}

    /** {@code typeof (expression)} or {@code typeof (type)}; {@code unqualified} for {@code typeof_unqual}. */
    record Typeof(int loc, Operand operand, boolean unqualified) implements TypeSpec {}

    /** {@code _Atomic (type)} (6.7.2.4). */
    record Atomic(int loc, TypeName type) implements TypeSpec {}
}
