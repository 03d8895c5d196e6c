package org.jcc.frontend.parse;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jcc.frontend.syntax.Expr.UnaryOp;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.syntax.TypeSpec;
import org.jcc.support.Names;

/**
 * The keywords (C17 6.4.1) with gcc's, as an array by name id: the token type in the low byte, {@link Tok#aux} above it.
 * Which of them exist depends on the dialect, as in gcc's {@code c_common_reswords}.
 */
final class Keywords {
    private final Names names;
    private int[] byName = new int[4096];

    Keywords(Names names, Dialect dialect) {
        this.names = names;
        boolean c99 = dialect.year() >= 1999;
        boolean c23 = dialect.year() >= 2023;
        boolean gnu = dialect.gnu();

        for (TypeSpec.Kind k : TypeSpec.Kind.values()) {
            if (k != TypeSpec.Kind.BF16) add(C.BASIC_TYPE, k.ordinal(), k.spelling);
        }
        add(C.BASIC_TYPE, TypeSpec.Kind.SIGNED.ordinal(), "__signed", "__signed__");
        add(C.BASIC_TYPE, TypeSpec.Kind.COMPLEX.ordinal(), "__complex", "__complex__");
        add(C.BASIC_TYPE, TypeSpec.Kind.INT128.ordinal(), "__int128__");
        add(C.BASIC_TYPE, TypeSpec.Kind.FLOAT128.ordinal(), "__float128");

        add(C.STORAGE, Specs.TYPEDEF, "typedef");
        add(C.STORAGE, Specs.EXTERN, "extern");
        add(C.STORAGE, Specs.AUTO, "auto");
        add(C.STORAGE, Specs.REGISTER, "register");
        add(C.STORAGE, Specs.THREAD, "_Thread_local");
        add(C.STORAGE, Specs.THREAD | Specs.GNU_THREAD, "__thread");
        add(C.STATIC, Specs.STATIC, "static");

        add(C.QUALIFIER, Specs.CONST, "const", "__const", "__const__");
        add(C.QUALIFIER, Specs.VOLATILE, "volatile", "__volatile", "__volatile__");
        add(C.QUALIFIER, Specs.RESTRICT, "__restrict", "__restrict__");
        if (c99) add(C.QUALIFIER, Specs.RESTRICT, "restrict");
        add(C.ATOMIC_TYPE, Specs.ATOMIC, "_Atomic");

        add(C.FUNC_SPEC, Specs.INLINE, "__inline", "__inline__");
        if (c99 || gnu) add(C.FUNC_SPEC, Specs.INLINE, "inline");
        add(C.FUNC_SPEC, Specs.NORETURN, "_Noreturn");

        add(C.STRUCT, 0, "struct");
        add(C.STRUCT, 1, "union");
        add(C.ENUM, 0, "enum");
        add(C.TYPEOF, 0, "__typeof", "__typeof__");
        if (gnu || c23) add(C.TYPEOF, 0, "typeof");
        add(C.TYPEOF, 1, "__typeof_unqual", "__typeof_unqual__");
        if (c23) add(C.TYPEOF, 1, "typeof_unqual");
        add(C.ALIGNAS, 0, "_Alignas");
        add(C.ATTRIBUTE, 0, "__attribute", "__attribute__");
        add(C.STATIC_ASSERT, 0, "_Static_assert");
        add(C.EXT_DECL, UnaryOp.EXTENSION.ordinal(), "__extension__");

        add(C.UNARY_OP, UnaryOp.REAL.ordinal(), "__real", "__real__");
        add(C.UNARY_OP, UnaryOp.IMAG.ordinal(), "__imag", "__imag__");
        add(C.SIZEOF, 0, "sizeof");
        add(C.ALIGNOF, 0, "_Alignof");
        add(C.ALIGNOF, 1, "__alignof", "__alignof__");
        add(C.GENERIC, 0, "_Generic");
        add(C.VA_ARG, 0, "__builtin_va_arg");
        add(C.OFFSETOF, 0, "__builtin_offsetof");
        add(C.TYPES_COMPATIBLE, 0, "__builtin_types_compatible_p");
        add(C.CHOOSE_EXPR, 0, "__builtin_choose_expr");
        add(C.CONVERT_VECTOR, 0, "__builtin_convertvector");
        add(C.HAS_ATTRIBUTE, 0, "__builtin_has_attribute");
        add(C.TGMATH, 0, "__builtin_tgmath");

        add(C.IF, 0, "if");
        add(C.ELSE, 0, "else");
        add(C.SWITCH, 0, "switch");
        add(C.WHILE, 0, "while");
        add(C.DO, 0, "do");
        add(C.FOR, 0, "for");
        add(C.GOTO, 0, "goto");
        add(C.CONTINUE, 0, "continue");
        add(C.BREAK, 0, "break");
        add(C.RETURN, 0, "return");
        add(C.CASE, 0, "case");
        add(C.DEFAULT, 0, "default");
        add(C.LOCAL_LABEL, 0, "__label__");
        add(C.ASM, 0, "__asm", "__asm__");
        if (gnu) add(C.ASM, 0, "asm");
    }

    private void add(int type, int aux, String... spellings) {
        for (String s : spellings) {
            int id = names.intern(s);
            if (id >= byName.length) byName = Arrays.copyOf(byName, Math.max(id + 1, byName.length * 2));
            byName[id] = type | aux << 8;
        }
    }

    /** The keyword's type and aux, 0 for a name that is none. */
    int of(int name) {
        return name < byName.length ? byName[name] : 0;
    }

    /** Calls {@code each} for the keywords that are types, for suggestions. */
    static void types(Consumer<String> each) {
        for (TypeSpec.Kind k : TypeSpec.Kind.values()) {
            if (k.spelling.charAt(0) != '_') each.accept(k.spelling);
        }
    }
}
