package org.jcc.frontend.check;

import java.util.List;
import java.util.Set;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Attribute;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Operand;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.types.AlignedType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.FunctionTypeAttributes;
import org.jcc.frontend.types.PointerType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.frontend.types.VectorType;
import org.jcc.support.Diagnostics;

/**
 * GNU attributes and C23's (GCC manual 6.33-6.40): those that change a type, a record, a member or a symbol do so here; those that
 * gcc 12 knows and that change nothing here are accepted; others give gcc's warning.
 */
final class Attributes {
    /** Accepted without effect on what jcc does. */
    private static final Set<String> SILENT = Set.copyOf(List.of("nothrow", "leaf", "access", "assume_aligned", "alloc_align", "alloc_size", "returns_nonnull",
            "warn_unused_result", "nonstring", "no_reorder", "externally_visible", "noplt", "symver", "no_sanitize", "no_sanitize_address",
            "no_sanitize_thread", "no_sanitize_undefined", "no_address_safety_analysis", "no_profile_instrument_function", "no_icf", "tainted_args",
            "patchable_function_entry", "optimize", "target", "target_clones", "simd", "stack_protect", "no_stack_protector", "no_split_stack",
            "no_instrument_function", "no_stack_limit", "tm_regparm", "transaction_safe", "transaction_pure", "designated_init", "noclone", "noipa",
            "flatten", "artificial", "hot", "cold", "malloc", "pure", "const", "fallthrough", "unused", "maybe_unused", "nodiscard", "used", "retain",
            "zero_call_used_regs", "fn_spec", "type generic", "warn_if_not_aligned", "copy", "no_stack_protector", "returns_twice", "noreturn",
            "sysv_abi", "ms_abi", "cdecl", "stdcall", "fastcall", "thiscall", "regparm", "sseregparm", "force_align_arg_pointer", "nocf_check", "cf_check",
            "indirect_branch", "function_return", "indirect_return", "fentry_name", "fentry_section", "nodirect_extern_access", "interrupt",
            "no_caller_saved_registers", "general_regs_only", "ms_hook_prologue", "hotpatch", "common", "nocommon", "tls_model", "persistent", "noinit",
            "weak", "weakref", "alias", "ifunc", "section", "visibility", "constructor", "destructor", "aligned", "packed", "mode", "vector_size",
            "may_alias", "transparent_union", "deprecated", "unavailable", "error", "warning", "format", "format_arg", "sentinel", "nonnull",
            "gnu_inline", "always_inline", "noinline", "naked", "cleanup", "uninitialized", "scalar_storage_order", "ms_struct", "gcc_struct", "no_dangling",
            "optnone", "omp declare simd", "null_terminated_string_arg", "vector_mask", "hardbool", "strub", "expected_throw", "unsequenced"));

    private final Checker c;
    private final Types types;
    final AttributeQueries queries;

    Attributes(Checker c) {
        this.c = c;
        this.types = c.types;
        this.queries = new AttributeQueries(c);
    }

    private void unknown(Attribute a) {
        String n = c.name(a.name());
        if (SILENT.contains(n)) return;
        if (a.standard()) {
            if (n.equals("noreturn") || n.equals("deprecated")) return;
            c.warn(a.loc(), "attributes", "'" + n + "' attribute ignored");
        } else {
            c.warn(a.loc(), "attributes", "'" + n + "' attribute directive ignored");
        }
    }

    // ---- arguments ----

    private Long number(Attribute a, int i) {
        if (a.args() == null || i >= a.args().size() || !(a.args().get(i) instanceof Expr e)) return null;
        return c.exprs.integerConstant(e);
    }

    private String string(Attribute a, int i) {
        if (a.args() == null || i >= a.args().size() || !(a.args().get(i) instanceof Expr e)) return null;
        return e.unparen() instanceof Expr.StringLit s ? s.text() : null;
    }

    private String word(Attribute a, int i) {
        if (a.args() == null || i >= a.args().size() || !(a.args().get(i) instanceof Expr.Ident e)) return null;
        return bare(c.name(e.name()));
    }

    static String bare(String s) {
        return s.length() > 4 && s.startsWith("__") && s.endsWith("__") ? s.substring(2, s.length() - 2) : s;
    }

    /** {@code aligned}: the biggest alignment without an argument; 0 if wrong. */
    private int aligned(Attribute a) {
        if (a.args() == null || a.args().isEmpty()) return types.target.maxAlign();
        if (a.args().get(0) instanceof TypeName t) return c.declarators.typeName(t).align();
        Long n = number(a, 0);
        if (n == null) {
            if (c.exprs.lastConstant == null || !c.exprs.lastConstant.type().isError()) c.error(a.loc(), "requested alignment is not an integer constant");
            return 0;
        }
        if (n == 0) {
            c.warn(a.loc(), "attributes", "requested alignment '0' is not a positive power of 2");
            return 0;
        }
        if (n < 0 || (n & n - 1) != 0) {
            c.error(a.loc(), "requested alignment '" + n + "' is not a positive power of 2");
            return 0;
        }
        if (n > 1 << 28) {
            c.error(a.loc(), "requested alignment '" + n + "' exceeds maximum 268435456");
            return 0;
        }
        return (int) (long) n;
    }

    String deprecatedMessage(List<Attribute> list) {
        return message(list, "deprecated");
    }

    /** The message of {@code deprecated} or {@code unavailable}, "" without one; null if the attribute is not there. */
    String message(List<Attribute> list, String attribute) {
        for (Attribute a : list) {
            if (c.name(a.name()).equals(attribute)) {
                String s = string(a, 0);
                return s == null ? "" : s;
            }
        }
        return null;
    }

    // ---- records ----

    static final class RecordAttributes {
        boolean packed;
        int aligned;
        boolean microsoft;
    }

    RecordAttributes record(RecordType t, List<Attribute> list) {
        queries.note(t, list);
        RecordAttributes r = new RecordAttributes();
        r.microsoft = c.options.msBitFields();
        t.bigEndian = c.pragmas.bigEndian();
        for (Attribute a : list) {
            switch (c.name(a.name())) {
                case "packed" -> r.packed = true;
                case "aligned" -> r.aligned = aligned(a);
                case "may_alias" -> t.mayAlias = true;
                case "transparent_union" -> t.transparent = true;
                case "deprecated" -> t.deprecated = string(a, 0) == null ? "" : string(a, 0);
                case "designated_init" -> t.designatedInit = true;
                case "scalar_storage_order" -> {
                    String s = string(a, 0);
                    if ("big-endian".equals(s) || "little-endian".equals(s)) t.bigEndian = s.startsWith("b");
                    else c.error(a.loc(), "attribute 'scalar_storage_order' argument must be one of 'big-endian' or 'little-endian'");
                }
                case "ms_struct" -> r.microsoft = true;
                case "gcc_struct" -> r.microsoft = false;
                default -> unknown(a);
            }
        }
        return r;
    }

    /** Returns whether {@code packed}. */
    boolean enumeration(EnumType t, List<Attribute> list) {
        queries.note(t, list);
        boolean packed = false;
        for (Attribute a : list) {
            switch (c.name(a.name())) {
                case "packed" -> packed = true;
                case "deprecated" -> t.deprecated = string(a, 0) == null ? "" : string(a, 0);
                default -> unknown(a);
            }
        }
        return packed;
    }

    void field(RecordType.Field f, List<Attribute> first, List<Attribute> second) {
        queries.note(f, first);
        queries.note(f, second);
        for (int k = 0; k < 2; k++) {
            for (Attribute a : k == 0 ? first : second) {
                switch (c.name(a.name())) {
                    case "packed" -> f.packed = true;
                    case "aligned" -> f.alignAttribute = Math.max(f.alignAttribute, aligned(a));
                    case "deprecated" -> f.deprecated = string(a, 0) == null ? "" : string(a, 0);
                    default -> unknown(a);
                }
            }
        }
    }

    // ---- types ----

    /** Applies what changes a declared type: {@code mode}, {@code vector_size}, attributes of function types. */
    CType type(CType t, List<Attribute> first, List<Attribute> second, int loc) {
        if (first.isEmpty() && second.isEmpty()) return t;
        for (int k = 0; k < 2; k++) for (Attribute a : k == 0 ? first : second) t = type(t, a);
        return t;
    }

    CType type(CType t, Attribute a) {
        switch (c.name(a.name())) {
            case "mode" -> {
                String m = word(a, 0);
                return m == null ? t : mode(t, m, a);
            }
            case "vector_size" -> {
                Long n = number(a, 0);
                return n == null ? t : vector(t, n, a);
            }
            case "may_alias" -> {
                return t.qualify(CType.MAY_ALIAS);
            }
            case "noreturn", "format", "nonnull", "sentinel", "ms_abi", "sysv_abi" -> {
                return functionAttribute(t, a);
            }
            default -> {
                return t;
            }
        }
    }

    private CType functionAttribute(CType t, Attribute a) {
        CType s = t.strip();
        if (s instanceof PointerType p && p.pointee.strip() instanceof FunctionType) return functionAttribute(p.pointee, a).pointer().qualify(t.quals());
        if (!(s instanceof FunctionType f)) return t;
        FunctionTypeAttributes o = f.attributes == null ? FunctionTypeAttributes.NONE : f.attributes;
        switch (c.name(a.name())) {
            case "noreturn" -> {
                return f.withAttributes(true, f.attributes);
            }
            case "ms_abi" -> {
                return f.withAttributes(f.noreturn, new FunctionTypeAttributes("ms_abi", o.formatKind(), o.formatIndex(), o.firstArg(), o.nonnull(), o.sentinel()));
            }
            case "format" -> {
                String kind = word(a, 0);
                Long index = number(a, 1);
                Long first = number(a, 2);
                if (kind == null || index == null || first == null) return t;
                if (kind.startsWith("gnu_")) kind = kind.substring(4);
                return f.withAttributes(f.noreturn, new FunctionTypeAttributes(o.convention(), kind, (int) (long) index, (int) (long) first, o.nonnull(), o.sentinel()));
            }
            case "nonnull" -> {
                long bits = o.nonnull();
                if (a.args() == null || a.args().isEmpty()) bits = -1;
                else {
                    for (int i = 0; i < a.args().size(); i++) {
                        Long n = number(a, i);
                        if (n != null && n >= 1 && n <= 63) bits |= 1L << n - 1;
                    }
                }
                return f.withAttributes(f.noreturn, new FunctionTypeAttributes(o.convention(), o.formatKind(), o.formatIndex(), o.firstArg(), bits, o.sentinel()));
            }
            case "sentinel" -> {
                Long n = number(a, 0);
                return f.withAttributes(f.noreturn, new FunctionTypeAttributes(o.convention(), o.formatKind(), o.formatIndex(), o.firstArg(), o.nonnull(), n == null ? 0 : (int) (long) n));
            }
            default -> {
                return t;
            }
        }
    }

    private CType mode(CType t, String m, Attribute a) {
        CType s = t.strip();
        if (s instanceof PointerType) {
            if (m.equals("DI") || m.equals("pointer") || m.equals("word")) return t;
            c.error(a.loc(), "invalid pointer mode '" + m + "'");
            return t;
        }
        boolean signed = !t.isInteger() || t.isSigned();
        CType r = switch (m) {
            case "QI", "byte" -> types.integer(1, signed);
            case "HI" -> types.integer(2, signed);
            case "SI" -> types.integer(4, signed);
            case "DI", "word", "pointer", "unwind_word", "libgcc_cmp_return", "libgcc_shift_count" -> types.integer(8, signed);
            case "TI" -> types.integer(16, signed);
            case "HF" -> types.float16;
            case "SF" -> types.float_;
            case "DF" -> types.double_;
            case "XF" -> types.ldouble;
            case "TF" -> types.ldouble.format == BasicType.Format.QUAD ? types.ldouble : types.float128;
            case "SC" -> types.complex(types.float_);
            case "DC" -> types.complex(types.double_);
            case "XC" -> types.complex(types.ldouble);
            case "TC" -> types.complex(types.float128);
            default -> null;
        };
        if (r == null && m.matches("V[0-9]+[QHSDT][IF]")) {
            CType el = mode(m.endsWith("F") ? types.double_ : t, m.replaceFirst("V[0-9]+", ""), a);
            return vector(el, el.size() * Long.parseLong(m.substring(1, m.length() - 2)), a);
        }
        if (r == null) {
            c.error(a.loc(), "unknown machine mode '" + m + "'");
            return t;
        }
        if (r.isInteger() && !t.isInteger() || r.isFloating() && !t.isFloating()) {
            if (!t.isComplex() && !t.isVector()) c.error(a.loc(), "mode '" + m + "' applied to inappropriate type");
            return t;
        }
        return r.qualify(t.quals());
    }

    private CType vector(CType t, long bytes, Attribute a) {
        CType s = t.strip();
        if (s instanceof PointerType p) return vector(p.pointee, bytes, a).pointer().qualify(t.quals());
        if (s instanceof org.jcc.frontend.types.ArrayType arr) return arr.withElement(vector(arr.element, bytes, a));
        if (s instanceof FunctionType f) return new FunctionType(vector(f.result, bytes, a), f.params, f.variadic, f.prototype, f.noreturn, f.attributes);
        if (!s.isInteger() && !s.isFloating() || s.isBool()) {
            if (!s.isError()) c.error(a.loc(), "invalid vector type for attribute 'vector_size'");
            return t;
        }
        long size = s.size();
        if (bytes <= 0 || bytes % size != 0 || Long.bitCount(bytes / size) != 1) {
            c.error(a.loc(), bytes % size != 0 ? "vector size not an integral multiple of component size" : "number of vector components " + bytes / size + " not a power of two");
            return t;
        }
        return new VectorType(t.unqualified(), (int) (bytes / size), (int) Math.min(bytes, 1 << 12)).qualify(t.quals());
    }

    /** The type as attributes within a declarator or a type name change it, {@code aligned} with them; the last of several counts. */
    CType variant(CType t, List<Attribute> list) {
        for (Attribute a : list) {
            if (c.name(a.name()).equals("aligned")) {
                int n = aligned(a);
                if (n != 0 && !t.isError()) t = new AlignedType(t, n);
            } else {
                t = type(t, a);
            }
        }
        return t;
    }

    /** Attributes within a declarator, {@link #variant} has taken its part, that say something of what is declared. */
    void declarator(Symbol s, Declarator d) {
        for (Declarator.Chunk k : d.chunks()) {
            List<Attribute> list = k instanceof Declarator.Attributed a ? a.attributes() : k instanceof Declarator.Pointer p ? p.attributes() : List.of();
            for (Attribute a : list) if (!c.name(a.name()).equals("aligned")) symbol(s, a);
        }
    }

    /** Alignment that {@code aligned} gives a typedef (the last of several counts), or 0. */
    int typedefAlign(List<Attribute> first, List<Attribute> second) {
        int best = 0;
        for (int k = 0; k < 2; k++) {
            for (Attribute a : k == 0 ? first : second) if (c.name(a.name()).equals("aligned")) best = aligned(a);
        }
        return best;
    }

    boolean has(List<Attribute> list, String name) {
        for (Attribute a : list) if (c.name(a.name()).equals(name)) return true;
        return false;
    }

    // ---- symbols ----

    static Symbol.Visibility visibility(String s) {
        return s == null ? null : switch (s) {
            case "default" -> Symbol.Visibility.DEFAULT;
            case "hidden" -> Symbol.Visibility.HIDDEN;
            case "protected" -> Symbol.Visibility.PROTECTED;
            case "internal" -> Symbol.Visibility.INTERNAL;
            default -> null;
        };
    }

    void symbol(Symbol s, List<Attribute> list) {
        queries.note(s, list);
        for (int i = 0; i < list.size(); i++) symbol(s, list.get(i));
    }

    private void symbol(Symbol s, Attribute a) {
        FunctionSymbol f = s instanceof FunctionSymbol x ? x : null;
        VarSymbol v = s instanceof VarSymbol x ? x : null;
        String name = c.name(a.name());
        switch (name) {
            case "aligned" -> s.alignAttribute = Math.max(s.alignAttribute, aligned(a));
            case "section" -> {
                String sec = string(a, 0);
                if (sec == null) c.error(a.loc(), "section attribute argument not a string constant");
                else if (v != null && !v.isStatic()) c.error(a.loc(), "section attribute cannot be specified for local variables");
                else s.section = sec;
            }
            case "weak" -> {
                if (s.linkage == Symbol.Linkage.INTERNAL) c.error(s.loc, "weak declaration of '" + s.name + "' must be public");
                else s.weak = true;
            }
            case "alias" -> {
                s.aliasOf = string(a, 0);
                if (s.aliasOf == null) c.error(a.loc(), "attribute 'alias' argument not a string");
            }
            case "weakref" -> {
                s.weakref = true;
                s.weak = true;
                if (string(a, 0) != null) s.aliasOf = string(a, 0);
            }
            case "ifunc" -> s.ifunc = string(a, 0);
            case "visibility" -> {
                Symbol.Visibility vis = visibility(string(a, 0));
                if (vis == null) c.error(a.loc(), "'visibility' argument must be one of 'default', 'hidden', 'protected' or 'internal'");
                else {
                    s.visibility = vis;
                    s.visibilitySet = true;
                }
            }
            case "used", "retain" -> {
                s.usedAttribute = true;
                if (v != null) v.used = true;
            }
            case "unused", "maybe_unused" -> s.unusedAttribute = true;
            case "deprecated" -> s.deprecated = string(a, 0) == null ? "" : string(a, 0);
            case "unavailable" -> s.unavailable = string(a, 0) == null ? "" : string(a, 0);
            case "constructor", "destructor" -> {
                if (f == null) {
                    ignored(a, name);
                    break;
                }
                Long p = number(a, 0);
                int prio = p == null ? 65535 : (int) (long) p;
                if (p != null && (p < 0 || p > 65535)) c.error(a.loc(), name + " priorities must be integers from 0 to 65535 inclusive");
                if (name.equals("constructor")) f.constructor = prio;
                else f.destructor = prio;
            }
            case "noreturn", "_Noreturn" -> {
                if (f != null) f.noreturn = true;
                else if (!(s.type.isPointer())) ignored(a, name);
            }
            case "noinline" -> {
                if (f == null) ignored(a, name);
                else f.noinline = true;
            }
            case "always_inline" -> {
                if (f == null) ignored(a, name);
                else f.alwaysInline = true;
            }
            case "gnu_inline" -> {
                if (f != null) f.gnuInline = true;
            }
            case "cold" -> {
                if (f != null) f.cold = true;
            }
            case "hot" -> {
                if (f != null) f.hot = true;
            }
            case "pure" -> {
                if (f != null) f.pure = true;
            }
            case "const" -> {
                if (f != null) f.constant = true;
            }
            case "malloc" -> {
                if (f != null && (a.args() == null || a.args().isEmpty())) f.malloc = true;
            }
            case "returns_twice" -> {
                if (f != null) f.returnsTwice = true;
            }
            case "nothrow" -> {
                if (f != null) f.nothrow = true;
            }
            case "leaf" -> {
                if (f != null) f.leaf = true;
            }
            case "naked" -> {
                if (f != null) f.naked = true;
            }
            case "flatten" -> {
                if (f != null) f.flatten = true;
            }
            case "noclone" -> {
                if (f != null) f.noclone = true;
            }
            case "noipa" -> {
                if (f != null) {
                    f.noipa = true;
                    f.noinline = true;
                }
            }
            case "no_instrument_function" -> {
                if (f != null) f.noInstrument = true;
            }
            case "stack_protect" -> {
                if (f != null) f.stackProtect = true;
            }
            case "no_stack_protector" -> {
                if (f != null) f.noStackProtector = true;
            }
            case "artificial" -> {
                if (f != null) f.artificial = true;
            }
            case "warn_unused_result", "nodiscard" -> {
                if (f != null) f.warnUnusedResult = true;
            }
            case "error" -> {
                if (f != null) f.errorMessage = string(a, 0);
            }
            case "warning" -> {
                if (f != null) f.warningMessage = string(a, 0);
            }
            case "target" -> {
                for (int k = 0; f != null && a.args() != null && k < a.args().size(); k++) f.target = Pragmas.joined(f.target, string(a, k));
            }
            case "optimize" -> {
                for (int k = 0; f != null && a.args() != null && k < a.args().size(); k++) {
                    Long level = string(a, k) == null ? number(a, k) : null;
                    f.optimize = Pragmas.joined(f.optimize, level == null ? string(a, k) : "O" + level);
                }
            }
            case "alloc_size" -> {
                if (f != null) {
                    Long x = number(a, 0);
                    Long y = number(a, 1);
                    f.allocSize1 = x == null ? 0 : (int) (long) x;
                    f.allocSize2 = y == null ? 0 : (int) (long) y;
                }
            }
            case "common" -> {
                if (v != null) v.common = true;
            }
            case "nocommon" -> {
                if (v != null) v.common = false;
            }
            case "tls_model" -> {
                if (v == null) break;
                VarSymbol.Tls m = switch (string(a, 0) == null ? "" : string(a, 0)) {
                    case "global-dynamic" -> VarSymbol.Tls.GENERAL_DYNAMIC;
                    case "local-dynamic" -> VarSymbol.Tls.LOCAL_DYNAMIC;
                    case "initial-exec" -> VarSymbol.Tls.INITIAL_EXEC;
                    case "local-exec" -> VarSymbol.Tls.LOCAL_EXEC;
                    default -> null;
                };
                if (m == null) c.error(a.loc(), "'tls_model' argument must be one of 'local-exec', 'initial-exec', 'local-dynamic' or 'global-dynamic'");
                else {
                    v.tls = m;
                    v.tlsModelSet = true;
                }
            }
            case "uninitialized" -> {
                if (v == null || v.isStatic()) ignored(a, name);
                else v.leftUninitialised = true;
            }
            case "cleanup" -> {
                if (v == null || v.isStatic() || v.storage == VarSymbol.Storage.PARAM) {
                    ignored(a, name);
                    break;
                }
                if (a.args() == null || a.args().size() != 1 || !(a.args().get(0) instanceof Expr.Ident id)) {
                    c.error(a.loc(), "cleanup argument not an identifier");
                    break;
                }
                Scopes.Binding b = c.scopes.find(id.name());
                if (b == null || !(b.symbol instanceof FunctionSymbol g)) c.error(a.loc(), "cleanup argument not a function");
                else {
                    v.cleanup = g;
                    v.used = true;
                }
            }
            default -> unknown(a);
        }
    }

    private void ignored(Attribute a, String name) {
        c.warn(a.loc(), "attributes", "'" + name + "' attribute ignored");
    }
}
