package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.syntax.Attribute;
import org.jcc.frontend.syntax.Declaration;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.EmptyDeclaration;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.MemberItem;
import org.jcc.frontend.syntax.Pragma;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.syntax.StaticAssert;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.syntax.TypeSpec;
import org.jcc.frontend.syntax.TypeSpec.Kind;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.Layout;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;

/** Types from specifiers (6.7.2): keywords, structures, unions, enumerations, typedef names, {@code typeof}. */
final class Specifiers {
    private final Checker c;
    private final Types types;

    Specifiers(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    /** The type that the specifiers name, qualified; null for {@code __auto_type}. Reports implicit int unless {@code quiet}. */
    CType type(Specs s, boolean referenceOnly, boolean quietImplicitInt) {
        CType t = base(s, referenceOnly, quietImplicitInt);
        if (t == null) return null;
        int q = s.qualifiers();
        if (q != 0) {
            CType st = t.strip();
            if ((q & Specs.RESTRICT) != 0 && !st.isPointer() && !(st instanceof ArrayType a && a.element.isPointer())) {
                if (!st.isError()) c.error(s.qualifierLoc(), "invalid use of 'restrict'");
                q &= ~Specs.RESTRICT;
            }
            if ((q & Specs.ATOMIC) != 0 && (st instanceof ArrayType || st instanceof FunctionType)) {
                c.error(s.qualifierLoc(), st instanceof ArrayType ? "'_Atomic'-qualified array type" : "'_Atomic'-qualified function type");
                q &= ~Specs.ATOMIC;
            }
            if (st instanceof FunctionType && (q & Specs.CONST) != 0) c.pedantic(s.qualifierLoc(), "ISO C forbids qualified function types");
            t = t.qualify(q);
        }
        return t;
    }

    private CType base(Specs s, boolean referenceOnly, boolean quietImplicitInt) {
        List<TypeSpec> list = s.types();
        if (list.isEmpty()) {
            return types.int_;
        }
        if (list.size() == 1) {
            TypeSpec one = list.get(0);
            if (one instanceof TypeSpec.TypedefName n) return typedefName(n);
            if (one instanceof TypeSpec.Struct r) return record(r, referenceOnly);
            if (one instanceof TypeSpec.Keyword k) {
                switch (k.kind()) {
                    case VOID -> {
                        return types.void_;
                    }
                    case CHAR -> {
                        return types.char_;
                    }
                    case INT, SIGNED -> {
                        return types.int_;
                    }
                    case UNSIGNED -> {
                        return types.uint;
                    }
                    case LONG -> {
                        return types.long_;
                    }
                    case AUTO_TYPE -> {
                        return null;
                    }
                    default -> {}
                }
            }
        }
        int longs = 0;
        boolean isShort = false;
        boolean signed = false;
        boolean unsigned = false;
        boolean complex = false;
        Kind kind = null;
        CType other = null;
        for (TypeSpec ts : list) {
            if (ts instanceof TypeSpec.Keyword k) {
                switch (k.kind()) {
                    case LONG -> {
                        if (isShort) both(ts, "long", "short");
                        if (++longs > 2) {
                            c.error(ts.loc(), "'long long long' is too long for GCC");
                            longs = 2;
                        }
                        if (longs == 2 && !c.options.c99()) c.longLong(ts.loc(), "ISO C90 does not support 'long long'");
                    }
                    case SHORT -> {
                        if (longs > 0) both(ts, "long", "short");
                        else if (isShort) duplicate(ts, "short");
                        isShort = true;
                    }
                    case SIGNED -> {
                        if (unsigned) both(ts, "signed", "unsigned");
                        else if (signed) duplicate(ts, "signed");
                        signed = true;
                    }
                    case UNSIGNED -> {
                        if (signed) both(ts, "signed", "unsigned");
                        else if (unsigned) duplicate(ts, "unsigned");
                        unsigned = true;
                    }
                    case COMPLEX -> {
                        if (complex) duplicate(ts, "_Complex");
                        complex = true;
                    }
                    case VA_LIST -> {
                        if (kind != null || other != null) c.error(ts.loc(), "two or more data types in declaration specifiers");
                        else other = types.vaList;
                    }
                    default -> {
                        if (kind != null || other != null) c.error(ts.loc(), "two or more data types in declaration specifiers");
                        else kind = k.kind();
                    }
                }
            } else {
                if (kind != null || other != null) c.error(ts.loc(), "two or more data types in declaration specifiers");
                else other = special(ts, referenceOnly);
            }
        }
        int loc = list.get(list.size() - 1).loc();
        if (complex && kind != null && (kind == Kind.VOID || kind == Kind.BOOL || kind == Kind.AUTO_TYPE)) {
            c.error(loc, "both 'complex' and '" + kind.spelling + "' in declaration specifiers");
            return types.error;
        }
        if (other != null) {
            String word = longs > 0 ? "long" : isShort ? "short" : signed ? "signed" : unsigned ? "unsigned" : complex ? "_Complex" : null;
            if (word != null) c.error(loc, "two or more data types in declaration specifiers");
            return other;
        }
        BasicType t = keyword(kind, longs, isShort, signed, unsigned, complex, loc);
        if (!complex || t.kind == BasicType.Kind.ERROR) return t;
        if (t.kind.integer) c.pedantic(loc, "ISO C does not support complex integer types");
        return types.complex(t);
    }

    private void both(TypeSpec at, String a, String b) {
        c.error(at.loc(), "both '" + a + "' and '" + b + "' in declaration specifiers");
    }

    private void duplicate(TypeSpec at, String a) {
        c.error(at.loc(), "duplicate '" + a + "'");
    }

    private BasicType keyword(Kind kind, int longs, boolean isShort, boolean signed, boolean unsigned, boolean complex, int loc) {
        if (kind == null) {
            if (complex && longs == 0 && !isShort && !signed && !unsigned) {
                c.pedantic(loc, "ISO C does not support plain 'complex' meaning 'double complex'");
                return types.double_;
            }
            kind = Kind.INT;
        }
        boolean sizes = longs > 0 || isShort;
        boolean signs = signed || unsigned;
        switch (kind) {
            case INT -> {
                if (isShort) return unsigned ? types.ushort : types.short_;
                if (longs == 1) return unsigned ? types.ulong : types.long_;
                if (longs == 2) return unsigned ? types.ullong : types.llong;
                return unsigned ? types.uint : types.int_;
            }
            case CHAR -> {
                if (sizes) both(loc, longs > 0 ? "long" : "short", "char");
                return unsigned ? types.uchar : signed ? types.schar : types.char_;
            }
            case INT128 -> {
                if (sizes) both(loc, longs > 0 ? "long" : "short", "__int128");
                return unsigned ? types.uint128 : types.int128;
            }
            case DOUBLE -> {
                if (isShort) both(loc, "short", "double");
                if (longs == 2) both(loc, "long long", "double");
                if (signs) both(loc, signed ? "signed" : "unsigned", "double");
                return longs == 1 ? types.ldouble : types.double_;
            }
            default -> {
                if (sizes) both(loc, longs == 2 ? "long long" : longs == 1 ? "long" : "short", kind.spelling);
                else if (signs) both(loc, signed ? "signed" : "unsigned", kind.spelling);
                return switch (kind) {
                    case VOID -> types.void_;
                    case FLOAT -> types.float_;
                    case BOOL -> types.bool;
                    case FLOAT16 -> types.float16;
                    case BF16 -> types.bf16;
                    case FLOAT32 -> types.float32;
                    case FLOAT64 -> types.float64;
                    case FLOAT32X -> types.float32x;
                    case FLOAT64X -> types.float64x;
                    case FLOAT128 -> types.float128;
                    case FLOAT80 -> types.ldouble;
                    case DECIMAL32 -> types.decimal32;
                    case DECIMAL64 -> types.decimal64;
                    case DECIMAL128 -> types.decimal128;
                    case INT128_T -> types.int128;
                    case UINT128_T -> types.uint128;
                    default -> types.error;
                };
            }
        }
    }

    private void both(int loc, String a, String b) {
        c.error(loc, "both '" + a + "' and '" + b + "' in declaration specifiers");
    }

    private CType typedefName(TypeSpec.TypedefName n) {
        Scopes.Binding b = c.scopes.find(n.name());
        if (b == null || b.typedef == null) {
            if (c.name(n.name()).equals("__builtin_va_list")) return types.vaList;
            if (b == null) c.error(n.loc(), "unknown type name '" + c.name(n.name()) + "'");
            return types.error;
        }
        if (b.deprecated != null) c.warn(n.loc(), "deprecated-declarations", "'" + c.name(n.name()) + "' is deprecated" + (b.deprecated.isEmpty() ? "" : ": " + b.deprecated));
        b.used = true;
        return b.typedef;
    }

    /** Reports typedefs that are {@code unavailable}, unless in a declaration that says so itself. */
    void unavailable(Specs s, List<Attribute> declared) {
        if (!c.anyUnavailable || s.types().isEmpty() || !(s.types().get(0) instanceof TypeSpec.TypedefName n)) return;
        Scopes.Binding b = c.scopes.find(n.name());
        if (b == null || b.unavailable == null || c.attrs.has(declared, "unavailable") || c.attrs.has(s.attributes(), "unavailable")) return;
        c.error(n.loc(), "'" + c.name(n.name()) + "' is unavailable" + (b.unavailable.isEmpty() ? "" : ": " + b.unavailable));
    }

    private CType special(TypeSpec ts, boolean referenceOnly) {
        return switch (ts) {
            case TypeSpec.Keyword k -> k.kind() == Kind.VA_LIST ? types.vaList : types.error;
            case TypeSpec.TypedefName n -> typedefName(n);
            case TypeSpec.UnknownName u -> types.int_;
            case TypeSpec.Struct r -> record(r, referenceOnly);
            case TypeSpec.Enum e -> enumeration(e, referenceOnly);
            case TypeSpec.Typeof t -> typeof(t);
            case TypeSpec.Atomic a -> {
                CType t = c.declarators.typeName(a.type());
                CType s = t.strip();
                if (s instanceof ArrayType) c.error(a.loc(), "'_Atomic'-qualified array type");
                else if (s instanceof FunctionType) c.error(a.loc(), "'_Atomic'-qualified function type");
                else if (t.quals() != 0) c.error(a.loc(), "'_Atomic' applied to a qualified type");
                else yield t.qualify(CType.ATOMIC);
                yield t;
            }
        };
    }

    private CType typeof(TypeSpec.Typeof t) {
        CType type;
        if (t.operand() instanceof TypeName n) {
            type = c.declarators.typeName(n);
        } else {
            Expr operand = (Expr) t.operand();
            c.unevaluated++;
            int before = c.declarators.effects.size();
            int uses = c.unevaluatedUses.size();
            TypedExpr e = c.exprs.expr(operand);
            c.unevaluated--;
            type = e.type();
            if (e instanceof TypedExpr.Member m && m.field().isBitField()) c.error(t.loc(), "'typeof' applied to a bit-field");
            if (type.isVariablyModified()) c.declarators.evaluate(e, operand.loc(), uses);
            else c.declarators.forget(before);
        }
        type = type.without(CType.REVERSED);
        return t.unqualified() ? type.unqualified() : type;
    }

    // ---- structures and unions (6.7.2.1) ----

    private CType record(TypeSpec.Struct r, boolean referenceOnly) {
        String word = r.union() ? "union" : "struct";
        RecordType t = null;
        if (r.tag() != 0) {
            Scopes.Tag tag = c.scopes.tag(r.tag());
            boolean here = tag != null && tag.depth() == c.scopes.depth();
            if (tag != null && (here || r.members() == null && !referenceOnly)) {
                if (tag.type() instanceof RecordType old && old.union == r.union()) {
                    t = old;
                } else {
                    c.error(r.tagLoc(), "'" + c.name(r.tag()) + "' defined as wrong kind of tag");
                    return types.error;
                }
            }
            if (t == null) {
                t = new RecordType(r.union(), c.name(r.tag()), r.tagLoc(), types.nextId());
                c.scopes.bindTag(r.tag(), new Scopes.Tag(t, c.scopes.depth(), r.tagLoc()));
                if (c.declarators.inPrototype > 0) {
                    c.warn(r.tagLoc(), null, "'" + word + " " + c.name(r.tag()) + "' declared inside parameter list will not be visible outside of this definition or declaration");
                }
            }
        } else {
            t = new RecordType(r.union(), null, r.tagLoc(), types.nextId());
        }
        if (r.members() == null) {
            if (t.deprecated != null) c.warn(r.loc(), "deprecated-declarations", "'" + (t.tag == null ? word : t.tag) + "' is deprecated" + (t.deprecated.isEmpty() ? "" : ": " + t.deprecated));
            return t;
        }
        if (t.fields != null || t.beingDefined) {
            if (t.beingDefined) c.error(r.tagLoc(), "nested redefinition of '" + word + " " + t.tag + "'");
            else c.note(c.error(r.tagLoc(), "redefinition of '" + word + " " + t.tag + "'"), t.loc, "originally defined here");
            t = new RecordType(r.union(), t.tag, r.tagLoc(), types.nextId());
        }
        t.loc = r.tagLoc();
        t.beingDefined = true;
        body(t, r, word);
        return t;
    }

    private void body(RecordType t, TypeSpec.Struct r, String word) {
        Attributes.RecordAttributes a = c.attrs.record(t, r.attributes());
        List<RecordType.Field> fields = new ArrayList<>();
        HashMap<Integer, Integer> seen = new HashMap<>();
        int size = r.members().size();
        for (int i = 0; i < size; i++) {
            switch (r.members().get(i)) {
                case Declaration d -> members(t, d, fields, seen, word);
                case StaticAssert s -> c.decls.staticAssert(s);
                case Pragma p -> c.pragmas.pragma(p);
                case EmptyDeclaration e -> c.pedantic(e.loc(), "extra semicolon in struct or union specified");
            }
        }
        boolean named = false;
        for (int i = 0; i < fields.size(); i++) {
            RecordType.Field f = fields.get(i);
            if (f.type.strip() instanceof ArrayType at && at.length == ArrayType.INCOMPLETE) {
                if (t.union) {
                    c.error(f.loc, "flexible array member in union");
                } else if (i != fields.size() - 1) {
                    c.error(f.loc, "flexible array member not at end of struct");
                } else if (!named) {
                    c.error(f.loc, "flexible array member in a struct with no named members");
                } else {
                    t.flexible = true;
                }
            }
            if (f.type.strip() instanceof RecordType in && in.flexible) {
                if (!t.union) c.pedantic(f.loc, "invalid use of structure with flexible array member");
                if (i == fields.size() - 1) t.flexible |= t.union || i == fields.size() - 1;
            }
            named |= f.name != null || f.isAnonymousRecord();
        }
        if (fields.isEmpty()) c.pedantic(r.tagLoc(), word + " has no members");
        else if (!named) c.pedantic(r.tagLoc(), word + " has no named members");
        t.packed = a.packed || c.options.packStruct() < 0;
        Layout.complete(t, fields, new Layout.Rules(c.pragmas.pack(), Math.max(0, c.options.packStruct()), a.microsoft), a.aligned);
        if (t.isVla()) c.variableSizes.record(t);
        if (t.size() < 0) c.error(r.loc(), "type '" + word + " " + t.tag + "' is too large");
    }

    private void members(RecordType t, Declaration d, List<RecordType.Field> fields, HashMap<Integer, Integer> seen, String word) {
        if ((d.specs().storage() & Specs.EXTENSION) != 0) c.extension++;
        try {
            CType base = type(d.specs(), d.declarators().isEmpty(), false);
            if (d.specs().types().isEmpty()) c.pedwarn(d.loc(), "implicit-int", "type defaults to 'int' in declaration of struct member");
            if (base == null) {
                c.error(d.loc(), "'__auto_type' not allowed in struct or union member");
                return;
            }
            if (d.declarators().isEmpty()) {
                anonymous(t, d, base, fields, seen, word);
                return;
            }
            for (Declarator dc : d.declarators()) member(t, d, dc, base, fields, seen);
        } finally {
            if ((d.specs().storage() & Specs.EXTENSION) != 0) c.extension--;
        }
    }

    private void anonymous(RecordType t, Declaration d, CType base, List<RecordType.Field> fields, HashMap<Integer, Integer> seen, String word) {
        CType s = base.strip();
        if (s instanceof RecordType in && (c.options.msExtensions() || in.tag == null && !(base instanceof org.jcc.frontend.types.TypedefType))) {
            if (!in.isComplete()) return;
            if (c.options.year() < 2011) c.pedantic(d.loc(), "ISO C90 doesn't support unnamed structs/unions");
            RecordType.Field f = new RecordType.Field(null, 0, base, d.loc(), -1);
            c.attrs.field(f, d.specs().attributes(), List.of());
            alignas(f, d.specs());
            fields.add(f);
            for (RecordType.Field g : in.fields) duplicates(g, seen);
        } else if (!s.isError()) {
            c.pedwarn(d.end() != 0 ? d.end() : d.loc(), null, "declaration does not declare anything");
        }
    }

    private void duplicates(RecordType.Field f, HashMap<Integer, Integer> seen) {
        if (f.nameId != 0) {
            if (seen.putIfAbsent(f.nameId, f.loc) != null) c.error(f.loc, "duplicate member '" + f.name + "'");
        } else if (f.isAnonymousRecord()) {
            for (RecordType.Field g : ((RecordType) f.type.strip()).fields) duplicates(g, seen);
        }
    }

    private void alignas(RecordType.Field f, Specs s) {
        int a = alignment(s);
        if (a != 0) {
            if (f.isBitField()) {
                c.error(f.loc, "alignment specified for bit-field '" + f.name + "'");
                return;
            }
            if (a < f.type.align()) c.error(f.loc, "'_Alignas' specifiers cannot reduce alignment of '" + f.name + "'");
            f.alignAttribute = Math.max(f.alignAttribute, a);
        }
    }

    private void member(RecordType t, Declaration d, Declarator dc, CType base, List<RecordType.Field> fields, HashMap<Integer, Integer> seen) {
        CType type = c.declarators.build(base, dc, false).type;
        unavailable(d.specs(), dc.attributes());
        type = c.attrs.type(type, d.specs().attributes(), dc.attributes(), dc.loc());
        String name = dc.name() == 0 ? null : c.name(dc.name());
        String shown = name == null ? "<anonymous>" : name;
        int width = -1;
        CType s = type.strip();
        if (dc.bitWidth() != null) {
            if (type.isAtomic()) c.error(dc.loc(), "bit-field '" + shown + "' has atomic type");
            if (!type.isInteger() && !s.isError()) {
                c.error(dc.loc(), "bit-field '" + shown + "' has invalid type");
                type = types.int_;
            } else if (!type.isComplete()) {
                c.error(dc.loc(), "field '" + shown + "' has incomplete type");
                type = types.int_;
            }
            Long w = c.exprs.integerConstant(dc.bitWidth());
            if (w == null) {
                TypedExpr e = c.exprs.lastConstant;
                if (e == null || !e.type().isError()) c.error(dc.bitWidth().start(), "bit-field '" + shown + "' width not an integer constant");
                width = 1;
            } else {
                if (c.constants.lax(dc.bitWidth())) c.pedantic(dc.bitWidth().start(), "bit-field '" + shown + "' width not an integer constant expression");
                int max = type.isError() ? 32 : widthOf(type);
                if (w < 0) {
                    c.error(dc.loc(), "negative width in bit-field '" + shown + "'");
                    width = 1;
                } else if (w == 0 && name != null) {
                    c.error(dc.loc(), "zero width for bit-field '" + shown + "'");
                    width = 1;
                } else if (w > max) {
                    c.error(dc.loc(), "width of '" + shown + "' exceeds its type");
                    width = max;
                } else {
                    width = (int) (long) w;
                }
            }
            BasicType b = type.isError() ? types.int_ : types.integerOf(type);
            if (b != types.int_ && b != types.uint && b != types.bool) {
                c.pedanticC90(dc.loc(), "type of bit-field '" + shown + "' is a GCC extension");
            }
            if (!c.options.signedBitFields() && b != types.bool && !(s instanceof EnumType) && !explicitlySigned(d.specs())) type = types.withSign(b, false).qualify(type.quals());
        } else if (s.isVoid()) {
            c.error(dc.loc(), "variable or field '" + shown + "' declared void");
            return;
        } else if (s instanceof FunctionType) {
            c.error(dc.loc(), "field '" + shown + "' declared as a function");
            return;
        } else if (type.isVariablyModified()) {
            if (c.fn == null && c.declarators.inPrototype == 0) {
                c.error(dc.loc(), "variably modified '" + shown + "' at file scope");
                return;
            }
            c.pedantic(dc.loc(), "a member of a structure or union cannot have a variably modified type");
        } else if (!type.isComplete() && !(s instanceof ArrayType a && a.length == ArrayType.INCOMPLETE && a.element.isComplete()) && !s.isError()) {
            c.error(dc.loc(), "field '" + shown + "' has incomplete type");
            return;
        } else if (s.isError()) {
            type = types.int_;
        }
        if (t.bigEndian && isScalarMember(type, width >= 0)) type = type.qualify(CType.REVERSED);
        RecordType.Field f = new RecordType.Field(name, dc.name(), type, dc.loc(), width);
        c.attrs.field(f, d.specs().attributes(), dc.attributes());
        alignas(f, d.specs());
        duplicates(f, seen);
        fields.add(f);
    }

    /** A member for which the storage order counts: pointers, vectors and records it leaves alone. */
    private static boolean isScalarMember(CType t, boolean bitField) {
        while (t.strip() instanceof ArrayType a) t = a.element;
        return t.isArithmetic() && (bitField || t.size() > 1);
    }

    /** The word {@code signed} is among the specifiers, or in those of the typedef that they name. */
    boolean explicitlySigned(Specs s) {
        for (TypeSpec ts : s.types()) {
            if (ts instanceof TypeSpec.Keyword k && k.kind() == Kind.SIGNED) return true;
            if (ts instanceof TypeSpec.TypedefName n && c.scopes.find(n.name()) instanceof Scopes.Binding b && b.explicitlySigned) return true;
        }
        return false;
    }

    private int widthOf(CType t) {
        return types.integerOf(t).width();
    }

    // ---- alignment (6.7.5) ----

    /** The strictest alignment of the {@code _Alignas} specifiers, or 0. */
    int alignment(Specs s) {
        int best = 0;
        for (Specs.Alignas a : s.alignments()) {
            c.before2011(a.loc(), "'_Alignas'");
            long n;
            if (a.operand() instanceof TypeName t) {
                CType at = c.declarators.typeName(t);
                if (at.isFunction()) c.pedantic(a.loc(), "ISO C does not permit '_Alignof' applied to a function type");
                else if (at.isVoid()) c.pedantic(a.loc(), "invalid application of '_Alignof' to a void type");
                else if (!at.isComplete() && !at.isError() && !at.isArray()) c.error(a.loc(), "invalid application of '_Alignof' to incomplete type " + c.q(at));
                n = at.align();
            } else {
                Long v = c.exprs.integerConstant((Expr) a.operand());
                if (v == null) {
                    c.error(a.loc(), "requested alignment is not an integer constant");
                    continue;
                }
                n = v;
            }
            if (n < 0 || n != 0 && (n & n - 1) != 0 || n > 1 << 28) {
                c.error(a.loc(), n < 0 || n > 1 << 28 ? n < 0 ? "requested alignment '" + n + "' is not a positive power of 2" : "requested alignment '" + n + "' exceeds maximum 268435456" : "requested alignment '" + n + "' is not a positive power of 2");
                continue;
            }
            best = (int) Math.max(best, n);
        }
        return best;
    }

    // ---- enumerations (6.7.2.2) ----

    private CType enumeration(TypeSpec.Enum e, boolean referenceOnly) {
        EnumType t = null;
        if (e.tag() != 0) {
            Scopes.Tag tag = c.scopes.tag(e.tag());
            boolean here = tag != null && tag.depth() == c.scopes.depth();
            if (tag != null && (here || e.enumerators() == null)) {
                if (tag.type() instanceof EnumType old) {
                    t = old;
                } else {
                    c.note(c.error(e.tagLoc(), "'" + c.name(e.tag()) + "' defined as wrong kind of tag"), tag.loc(), "originally defined here");
                    return types.error;
                }
            }
            if (t == null) {
                t = new EnumType(c.name(e.tag()), e.tagLoc(), types.nextId(), types.uint);
                c.scopes.bindTag(e.tag(), new Scopes.Tag(t, c.scopes.depth(), e.tagLoc()));
                if (e.enumerators() == null) c.pedantic(e.tagLoc(), "ISO C forbids forward references to 'enum' types");
            }
        } else {
            t = new EnumType(null, e.tagLoc(), types.nextId(), types.uint);
        }
        if (e.enumerators() == null) return t;
        if (t.complete) {
            c.note(c.error(e.tagLoc(), "redeclaration of 'enum " + t.tag + "'"), t.loc, "originally defined here");
            t = new EnumType(t.tag, e.tagLoc(), types.nextId(), types.uint);
        }
        t.loc = e.tagLoc();
        boolean packed = c.options.shortEnums() | c.attrs.enumeration(t, e.attributes());
        java.math.BigInteger next = java.math.BigInteger.ZERO;
        java.math.BigInteger min = java.math.BigInteger.ZERO;
        java.math.BigInteger max = java.math.BigInteger.ZERO;
        java.math.BigInteger intMin = java.math.BigInteger.valueOf(Integer.MIN_VALUE);
        java.math.BigInteger intMax = java.math.BigInteger.valueOf(Integer.MAX_VALUE);
        List<EnumType.Enumerator> all = new ArrayList<>(e.enumerators().size());
        List<Scopes.Binding> wide = null;
        CType previous = types.int_;
        for (TypeSpec.Enumerator en : e.enumerators()) {
            String name = c.name(en.name());
            if (en.value() != null) {
                TypedExpr v = c.exprs.constantExpr(en.value());
                if (v instanceof TypedExpr.IntConst k && k.type().isInteger()) {
                    if (c.constants.lax(en.value())) c.pedantic(en.value().start(), "enumerator value for '" + name + "' is not an integer constant expression");
                    next = Fold.big(k);
                    previous = k.type();
                } else if (!v.type().isError()) {
                    c.error(en.value().start(), "enumerator value for '" + name + "' is not an integer constant");
                    next = java.math.BigInteger.ZERO;
                }
            }
            boolean fits = next.compareTo(intMin) >= 0 && next.compareTo(intMax) <= 0;
            if (!fits) {
                if (next.bitLength() > 64 || next.bitLength() == 64 && next.signum() < 0) c.error(en.loc(), "overflow in enumeration values");
                c.pedantic(en.value() != null ? en.value().start() : en.loc(), "ISO C restricts enumerator values to range of 'int'");
            }
            min = min.min(next);
            max = max.max(next);
            CType kt = fits ? types.int_ : next.bitLength() < 64 ? next.signum() >= 0 && next.bitLength() <= 32 ? types.uint : types.long_ : types.ulong;
            Scopes.Binding here = c.scopes.findHere(en.name());
            if (here != null) c.decls.redeclared(en.name(), en.loc(), here, "enumerator");
            Scopes.Binding b = new Scopes.Binding(en.name(), en.loc(), c.scopes.depth());
            b.constant = c.fold.integer(en.loc(), kt, next);
            b.deprecated = c.attrs.deprecatedMessage(en.attributes());
            if (!fits) {
                if (wide == null) wide = new ArrayList<>();
            }
            c.scopes.bind(b);
            if (wide != null) wide.add(b);
            all.add(new EnumType.Enumerator(name, next.longValue(), en.loc()));
            next = next.add(java.math.BigInteger.ONE);
        }
        boolean signed = min.signum() < 0;
        int bits = Math.max(signed ? Math.max(min.bitLength(), max.bitLength()) + 1 : max.bitLength(), 1);
        int bytes = bits <= 8 && packed ? 1 : bits <= 16 && packed ? 2 : bits <= 32 ? 4 : 8;
        t.underlying = types.integer(bytes, signed);
        t.enumerators = all;
        t.complete = true;
        if (wide != null) {
            // As gcc does: once an enumerator exceeds int, those of the whole list that need it have the enumeration's type.
            for (Scopes.Binding b : wide) b.constant = c.fold.integer(b.loc, b.constant.type() == types.int_ ? types.int_ : t.underlying, Fold.big(b.constant));
        }
        return t;
    }
}
