package org.jcc.frontend.types;

/**
 * Types as gcc spells them in diagnostics: {@code int (*)(const char *, ...)}, and behind a typedef's name what it
 * stands for: {@code 'size_t' {aka 'long unsigned int'}}.
 */
public final class TypeText {
    private TypeText() {}

    /** The type as written, sugar kept, without quotes. */
    public static String of(CType t) {
        return spell(t, "", false);
    }

    /** The type without any typedef names. */
    public static String canonical(CType t) {
        return spell(t, "", true);
    }

    /** As {@code %qT} of gcc: quoted, with {@code {aka …}} if sugar hides something. */
    public static String quoted(CType t) {
        String s = of(t);
        String c = canonical(t);
        return s.equals(c) ? "'" + s + "'" : "'" + s + "' {aka '" + c + "'}";
    }

    /** A declaration of {@code name} with the type, as gcc's {@code %qD} of a function. */
    public static String declaration(CType t, String name) {
        return spell(t, name, false);
    }

    private static String spell(CType t, String inner, boolean canonical) {
        while (true) {
            switch (t) {
                case TypedefType d -> {
                    if (!canonical) return join(d.name, inner);
                    t = d.underlying;
                }
                case AlignedType a -> t = a.base;
                case QualifiedType q -> {
                    String quals = quals(canonical ? q.quals() : q.own);
                    CType base = canonical ? q.strip() : q.base;
                    if (base instanceof PointerType p) {
                        t = p.pointee;
                        inner = pointer(p, "* " + quals + (inner.isEmpty() ? "" : (startsWord(inner) ? " " : "") + inner), canonical);
                    } else {
                        String s = spell(base, "", canonical);
                        return join(quals.isEmpty() ? s : quals + " " + s, inner);
                    }
                }
                case PointerType p -> {
                    t = p.pointee;
                    inner = pointer(p, "*" + inner, canonical);
                }
                case ArrayType a -> {
                    String n = a.length == ArrayType.INCOMPLETE ? "" : a.length == ArrayType.VARIABLE ? a.byteSize == null ? "*" : "" : String.valueOf(a.length);
                    inner = inner + "[" + n + "]";
                    t = a.element;
                }
                case FunctionType f -> {
                    StringBuilder sb = new StringBuilder(inner).append('(');
                    if (f.prototype) {
                        for (int i = 0; i < f.params.size(); i++) sb.append(i == 0 ? "" : ", ").append(spell(f.params.get(i), "", canonical));
                        if (f.variadic) sb.append(f.params.isEmpty() ? "..." : ", ...");
                        else if (f.params.isEmpty()) sb.append("void");
                    }
                    inner = sb.append(')').toString();
                    t = f.result;
                }
                case BasicType b -> {
                    return join(b.kind.spelling, inner);
                }
                case RecordType r -> {
                    return join((r.union ? "union " : "struct ") + (r.tag == null ? "<anonymous>" : r.tag), inner);
                }
                case EnumType e -> {
                    return join("enum " + (e.tag == null ? "<anonymous>" : e.tag), inner);
                }
                case ComplexType c -> {
                    return join("_Complex " + c.element.kind.spelling, inner);
                }
                case VectorType v -> {
                    return join("__vector(" + v.lanes + ") " + spell(v.element, "", canonical), inner);
                }
            }
        }
    }

    private static String pointer(PointerType p, String inner, boolean canonical) {
        CType to = canonical ? p.pointee.strip() : p.pointee;
        return to instanceof ArrayType || to instanceof FunctionType ? "(" + inner + ")" : inner;
    }

    private static boolean startsWord(String s) {
        return !s.isEmpty() && (Character.isLetter(s.charAt(0)) || s.charAt(0) == '_');
    }

    private static String join(String base, String inner) {
        if (inner.isEmpty()) return base;
        char c = inner.charAt(0);
        boolean tight = c == '[' || c == '(' && !inner.startsWith("(*") && !inner.startsWith("([");
        return base + (tight ? "" : " ") + inner;
    }

    /** The words of qualifiers, with single spaces. */
    public static String quals(int q) {
        StringBuilder sb = new StringBuilder();
        if ((q & CType.CONST) != 0) sb.append("const ");
        if ((q & CType.VOLATILE) != 0) sb.append("volatile ");
        if ((q & CType.RESTRICT) != 0) sb.append("restrict ");
        if ((q & CType.ATOMIC) != 0) sb.append("_Atomic ");
        return sb.toString().trim();
    }
}
