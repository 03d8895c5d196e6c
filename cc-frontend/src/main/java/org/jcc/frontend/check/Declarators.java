package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.syntax.TypeName;
import org.jcc.frontend.syntax.TypeSpec;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.Types;

/**
 * Types from declarators (6.7.6) and type names (6.7.7).
 *
 * <p>A VLA's size is computed into a hidden variable when its declarator is evaluated; the assignment is left in
 * {@link #effects}, which the caller puts in front of what it is building.
 */
final class Declarators {
    /** A declared type; {@code params} of a function declarator, in order, else null. */
    static final class Declared {
        CType type;
        List<VarSymbol> params;
        Declarator.Function function;
    }

    private final Checker c;
    private final Types types;
    /** Greater than 0 within a parameter list. */
    int inPrototype;
    /** Within the declarations of an old-style definition's parameters. */
    boolean parameterDeclaration;
    /** Assignments to VLA sizes, not yet placed. */
    final List<TypedExpr> effects = new ArrayList<>();
    /** Hidden variables made while there is no function yet (parameters of a definition). */
    final List<VarSymbol> hidden = new ArrayList<>();
    private boolean definitionParams;

    Declarators(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    CType typeName(TypeName n) {
        CType base = c.specs.type(n.specs(), false, false);
        if (n.specs().types().isEmpty()) c.pedwarn(n.loc(), "implicit-int", "type defaults to 'int' in type name");
        if (base == null) {
            c.error(n.loc(), "'__auto_type' not allowed in type name");
            return types.error;
        }
        CType t = build(base, n.declarator(), false).type;
        return c.attrs.variant(c.attrs.variant(t, n.specs().attributes()), n.declarator().attributes());
    }

    /** Takes the effects made since {@code from} and puts them in front of an expression. */
    TypedExpr prefix(int from, TypedExpr e) {
        for (int i = effects.size() - 1; i >= from; i--) e = new TypedExpr.Comma(e.loc(), e.type(), effects.remove(i), e);
        return e;
    }

    /** Drops the effects made since {@code from}: they belong to an operand that is not evaluated. */
    void forget(int from) {
        effects.subList(from, effects.size()).clear();
    }

    /** An operand that is evaluated for its type alone (C17 6.5.3.4p2; GNU {@code typeof} likewise), checked as unevaluated since {@code uses}. */
    void evaluate(TypedExpr operand, int loc, int uses) {
        if (c.fn == null || !Expressions.sideEffects(operand)) return;
        c.evaluatedAfterAll(uses);
        effects.add(c.exprs.dropped(operand, loc));
    }

    /** The declarator's type on that of the specifiers; {@code definition} of a function keeps what its parameters evaluate. */
    Declared build(CType base, Declarator d, boolean definition) {
        Declared r = new Declared();
        r.type = base;
        List<Declarator.Chunk> chunks = d.chunks();
        int first = -1;
        for (int i = 0; i < chunks.size(); i++) {
            if (!(chunks.get(i) instanceof Declarator.Attributed)) {
                first = i;
                break;
            }
        }
        for (int i = chunks.size() - 1; i >= 0; i--) {
            switch (chunks.get(i)) {
                case Declarator.Pointer p -> {
                    CType t = r.type.pointer();
                    int q = p.qualifiers();
                    if ((q & Specs.RESTRICT) != 0 && r.type.isFunction()) {
                        c.error(p.loc(), "invalid use of 'restrict'");
                        q &= ~Specs.RESTRICT;
                    }
                    r.type = q == 0 ? t : t.qualify(q);
                    if (!p.attributes().isEmpty()) r.type = c.attrs.variant(r.type, p.attributes());
                    r.params = null;
                }
                case Declarator.Array a -> {
                    r.type = array(r.type, a, d, i == first);
                    r.params = null;
                }
                case Declarator.Function f -> {
                    r.type = function(r.type, f, d, r, definition && i == first);
                    if (i != first) r.params = null;
                    else r.function = f;
                }
                case Declarator.Attributed at -> r.type = c.attrs.variant(r.type, at.attributes());
            }
            if (r.type.isError()) return r;
        }
        return r;
    }

    private String name(Declarator d) {
        return d.name() == 0 ? null : c.name(d.name());
    }

    private String quotedName(Declarator d) {
        return d.name() == 0 ? "type name" : "'" + c.name(d.name()) + "'";
    }

    // ---- arrays (6.7.6.2) ----

    private CType array(CType element, Declarator.Array a, Declarator d, boolean outermost) {
        if (element.isVoid()) {
            c.error(d.loc(), "declaration of " + quotedName(d) + " as array of voids");
            return types.error;
        }
        if (element.isFunction()) {
            c.error(d.loc(), "declaration of " + quotedName(d) + " as array of functions");
            return types.error;
        }
        if (!element.isComplete()) {
            List<org.jcc.support.Diagnostics.Diagnostic> notes = c.error(d.loc(), "array type has incomplete element type " + c.q(element));
            if (element.strip() instanceof ArrayType) {
                c.note(notes, d.loc(), "declaration of " + (d.name() == 0 ? "an array" : quotedName(d)) + " as multidimensional array must have bounds for all dimensions except the first");
            }
            return types.error;
        }
        long each = element.size();
        if (each > 0 && element.align() > each && !element.isVla()) {
            c.error(d.loc(), "alignment of array elements is greater than element size");
            return types.error;
        }
        if (each > 0 && each % element.align() != 0) c.error(d.loc(), "size of array element is not a multiple of its alignment");
        if (element.strip() instanceof RecordType r && r.flexible) c.pedantic(d.loc(), "invalid use of structure with flexible array member");
        if ((a.isStatic() || a.qualifiers() != 0) && (inPrototype == 0 && !parameterDeclaration || !outermost)) {
            c.error(a.loc(), "static or type qualifiers in non-parameter array declarator");
        }
        if (a.star()) {
            if (inPrototype == 0) c.error(a.loc(), "'[*]' not allowed in other than function prototype scope");
            return new ArrayType(element, ArrayType.VARIABLE);
        }
        if (a.size() == null) return new ArrayType(element, ArrayType.INCOMPLETE);
        boolean evaluate = (inPrototype == 0 || definitionParams && inPrototype == 1) && c.unevaluated == 0 && (c.fn != null || definitionParams);
        if (c.unevaluated > 0 && c.fn != null && inPrototype == 0) evaluate = true;
        TypedExpr n = c.exprs.valueOf(a.size());
        if (n.type().isError()) return types.error;
        if (!n.type().isInteger()) {
            c.error(d.loc(), d.name() == 0 ? "size of unnamed array has non-integer type" : "size of array " + quotedName(d) + " has non-integer type");
            return types.error;
        }
        if (!n.type().isComplete()) {
            c.error(d.loc(), "size of array has incomplete type");
            return types.error;
        }
        if (n instanceof TypedExpr.IntConst k) {
            if (k.type().isSigned() && k.low() < 0) {
                c.error(d.loc(), d.name() == 0 ? "size of unnamed array is negative" : "size of array " + quotedName(d) + " is negative");
                return types.error;
            }
            if (k.low() == 0) c.pedantic(d.loc(), d.name() == 0 ? "ISO C forbids zero-size array" : "ISO C forbids zero-size array " + quotedName(d));
            long size = Math.max(1, element.size());
            if (k.low() < 0 || k.low() > Long.MAX_VALUE / size) {
                c.error(d.loc(), d.name() == 0 ? "size of unnamed array is too large" : "size of array " + quotedName(d) + " is too large");
                return types.error;
            }
            if (element.isVla() && evaluate) return new ArrayType(element, k.low(), holder(element, n, d));
            return new ArrayType(element, k.low());
        }
        if (c.fn == null && !definitionParams && inPrototype == 0) {
            c.error(d.loc(), d.name() == 0 ? "variably modified type at file scope" : "variably modified " + quotedName(d) + " at file scope");
            return new ArrayType(element, 1);
        }
        if (!c.options.c99()) c.pedantic(d.loc(), "ISO C90 forbids variable length array " + quotedName(d));
        return new ArrayType(element, ArrayType.VARIABLE, evaluate ? holder(element, n, d) : null);
    }

    /** A hidden variable with the bytes of {@code n} elements; its assignment goes to {@link #effects}. */
    private VarSymbol holder(CType element, TypedExpr n, Declarator d) {
        TypedExpr bytes = c.fold.binary(d.loc(), types.size, TypedExpr.BinaryOp.MUL, c.fold.convert(n, types.size, n.loc()), c.variableSizes.sizeOf(element, d.loc()));
        return holder((d.name() == 0 ? "" : c.name(d.name())) + ".size", bytes, d.loc());
    }

    /** A hidden variable of type {@code size_t} that gets {@code value} where the declarator is evaluated. */
    VarSymbol holder(String name, TypedExpr value, int loc) {
        VarSymbol v = new VarSymbol(name, types.size, loc, VarSymbol.Storage.AUTO);
        v.hidden = true;
        v.used = true;
        if (c.fn != null && !definitionParams) c.fn.locals.add(v);
        else hidden.add(v);
        effects.add(new TypedExpr.Assign(loc, types.size, new TypedExpr.VarRef(loc, types.size, v), value));
        return v;
    }

    // ---- functions (6.7.6.3) ----

    private CType function(CType result, Declarator.Function f, Declarator d, Declared out, boolean definition) {
        if (result.isFunction()) {
            c.error(d.loc(), quotedOrType(d) + " declared as function returning a function");
            result = types.int_;
        } else if (result.isArray()) {
            c.error(d.loc(), quotedOrType(d) + " declared as function returning an array");
            result = types.int_;
        }
        if (result.isVla()) c.sorry(d.loc(), "function returning an object of variable size");
        if (!f.isPrototype()) {
            if (!definition && !f.identifiers().isEmpty()) {
                c.pedwarn(f.loc(), null, "parameter names (without types) in function declaration");
            }
            return new FunctionType(result.unqualified(), List.of(), false, false);
        }
        List<Declarator.Parameter> list = f.parameters();
        if (list.size() == 1 && !f.variadic() && isVoid(list.get(0))) {
            out.params = new ArrayList<>();
            return new FunctionType(result.unqualified(), List.of(), false, true);
        }
        boolean outer = definitionParams;
        if (definition) definitionParams = true;
        inPrototype++;
        c.scopes.push();
        List<VarSymbol> params = new ArrayList<>(list.size());
        List<CType> ptypes = new ArrayList<>(list.size());
        if (!f.forward().isEmpty()) {
            for (Declarator.Parameter p : f.forward()) parameter(p, f, 0, definition);
        }
        for (int i = 0; i < list.size(); i++) {
            VarSymbol v = parameter(list.get(i), f, i + 1, definition);
            if (v.type.isVla()) c.sorry(v.loc, "parameter of variable size");
            params.add(v);
            ptypes.add(v.type.unqualified());
        }
        c.scopes.pop();
        inPrototype--;
        definitionParams = outer;
        out.params = params;
        return new FunctionType(result.unqualified(), ptypes, f.variadic(), true);
    }

    private String quotedOrType(Declarator d) {
        return d.name() == 0 ? "type name" : "'" + c.name(d.name()) + "'";
    }

    private boolean isVoid(Declarator.Parameter p) {
        if (p.declarator().name() != 0 || !p.declarator().chunks().isEmpty() || p.specs().types().size() != 1) return false;
        TypeSpec t = p.specs().types().get(0);
        if (t instanceof TypeSpec.Keyword k && k.kind() == TypeSpec.Kind.VOID) {
            if (p.specs().qualifiers() != 0 || (p.specs().storage() & ~Specs.EXTENSION) != 0) c.error(p.loc(), "'void' as only parameter may not be qualified");
            return true;
        }
        if (t instanceof TypeSpec.TypedefName n) {
            Scopes.Binding b = c.scopes.find(n.name());
            return b != null && b.typedef != null && b.typedef.isVoid();
        }
        if (t instanceof TypeSpec.Typeof) return c.specs.type(p.specs(), false, true).isVoid();
        return false;
    }

    /** The qualifiers within the brackets of a parameter's outermost array (6.7.6.3p7). */
    static int arrayQualifiers(Declarator d) {
        for (Declarator.Chunk ch : d.chunks()) {
            if (ch instanceof Declarator.Array da) return da.qualifiers();
            if (!(ch instanceof Declarator.Attributed)) return 0;
        }
        return 0;
    }

    private VarSymbol parameter(Declarator.Parameter p, Declarator.Function f, int number, boolean definition) {
        Declarator d = p.declarator();
        CType base = c.specs.type(p.specs(), false, false);
        String name = d.name() == 0 ? null : c.name(d.name());
        if (p.specs().types().isEmpty()) c.pedwarn(d.loc(), "implicit-int", name == null ? "type defaults to 'int' in type name" : "type defaults to 'int' in declaration of '" + name + "'");
        if (base == null) {
            c.error(p.loc(), "'__auto_type' not allowed in parameter");
            base = types.error;
        }
        int storage = p.specs().storage();
        if ((storage & ~(Specs.REGISTER | Specs.EXTENSION)) != 0) {
            c.error(p.loc(), name == null ? "storage class specified for unnamed parameter" : "storage class specified for parameter '" + name + "'");
        }
        if (p.specs().function() != 0) {
            String word = (p.specs().function() & Specs.INLINE) != 0 ? "'inline'" : "'_Noreturn'";
            c.pedwarn(d.loc(), null, name == null ? "parameter declared " + word : "parameter '" + name + "' declared " + word);
        }
        if (!p.specs().alignments().isEmpty()) c.error(p.loc(), name == null ? "alignment specified for unnamed parameter" : "alignment specified for parameter '" + name + "'");
        c.specs.unavailable(p.specs(), d.attributes());
        CType t = build(base, d, false).type;
        t = c.attrs.type(t, p.specs().attributes(), d.attributes(), d.loc());
        CType s = t.strip();
        if (s instanceof ArrayType a) {
            int q = arrayQualifiers(d);
            t = a.element.pointer();
            if (q != 0) t = t.qualify(q);
        } else if (s instanceof FunctionType) {
            t = t.pointer();
        } else if (t.isVoid()) {
            if (number > 0 && (name == null || definition)) c.error(d.loc(), name != null ? "parameter " + number + " ('" + name + "') has void type" : "'void' must be the only parameter");
            else if (number > 0) c.warn(d.loc(), null, "parameter " + number + " ('" + name + "') has void type");
            t = types.error;
        } else if (!t.isComplete() && definition && !s.isError()) {
            c.error(d.loc(), name == null ? "parameter " + number + " has incomplete type" : "parameter " + number + " ('" + name + "') has incomplete type");
            t = types.error;
        }
        VarSymbol v = new VarSymbol(name == null ? "" : name, t, d.loc(), VarSymbol.Storage.PARAM);
        v.register = (storage & Specs.REGISTER) != 0;
        if (!p.specs().attributes().isEmpty()) c.attrs.symbol(v, p.specs().attributes());
        if (!d.attributes().isEmpty()) c.attrs.symbol(v, d.attributes());
        if (d.name() != 0) {
            Scopes.Binding here = c.scopes.findHere(d.name());
            if (here != null && number > 0 && f.forward().isEmpty()) {
                c.note(c.error(d.loc(), "redefinition of parameter '" + name + "'"), here.loc, "previous definition of '" + name + "' with type " + c.q(here.symbol == null ? types.int_ : here.symbol.type));
            }
            Scopes.Binding b = new Scopes.Binding(d.name(), d.loc(), c.scopes.depth());
            if (here != null && !f.forward().isEmpty() && here.symbol instanceof VarSymbol fv && number > 0) {
                fv.type = t;
                v = fv;
            }
            b.symbol = v;
            c.scopes.bind(b);
        }
        return v;
    }
}
