package org.jcc.asm;

/**
 * A relocatable value: {@code add - sub + addend}, where {@code add} and {@code sub} are symbol ids of one
 * {@link ObjectBuilder} (-1: none). Every expression of the assembler's language is folded into this form; what does
 * not fit it (a product of two addresses) has no meaning in an object file either.
 */
public record Expr(int add, int sub, long addend) {
    /** A plain number. */
    public static Expr of(long value) {
        return new Expr(-1, -1, value);
    }

    /** A symbol or label. */
    public static Expr symbol(int id) {
        return new Expr(id, -1, 0);
    }

    /** The distance from {@code from} to {@code to}. */
    public static Expr difference(int to, int from) {
        return new Expr(to, from, 0);
    }

    /** True if no symbol takes part. */
    public boolean isConstant() {
        return add < 0 && sub < 0;
    }

    /** The sum with a number. */
    public Expr plus(long n) {
        return n == 0 ? this : new Expr(add, sub, addend + n);
    }
}
