package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.Symbol.Linkage;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Declaration;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.EmptyDeclaration;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.External;
import org.jcc.frontend.syntax.Pragma;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.syntax.StaticAssert;
import org.jcc.frontend.syntax.TopAsm;
import org.jcc.frontend.syntax.TypeSpec;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.TypedefType;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;

/**
 * Declarations and external definitions (6.7, 6.9): binds names, merges redeclarations (6.2.2, 6.2.7), checks their
 * constraints, takes initialisers, hands definitions on.
 */
final class Declarations {
    private final Checker c;
    private final Types types;
    /** {@code #pragma weak} and {@code redefine_extname} of names not yet declared. */
    final Map<Integer, String> pendingWeak = new HashMap<>();
    final Map<Integer, String> pendingRename = new HashMap<>();
    /** Objects without initialiser so far, to be defined at the end if nothing comes (6.9.2p2). */
    final LinkedHashMap<VarSymbol, Integer> tentative = new LinkedHashMap<>();
    final List<Symbol> aliases = new ArrayList<>();
    private final Map<Symbol, Integer> ids = new HashMap<>();

    Declarations(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    void external(External e) {
        switch (e) {
            case Declaration d -> {
                declaration(d);
                c.declarators.effects.clear();
            }
            case org.jcc.frontend.syntax.FunctionDefinition f -> c.functions.function(f);
            case TopAsm a -> {
                if (!c.diags.hasErrors()) c.consumer.topAsm(a.template().text(), a.loc());
            }
            case StaticAssert s -> staticAssert(s);
            case Pragma p -> c.pragmas.pragma(p);
            case EmptyDeclaration d -> {
                if (d.attributes().isEmpty()) c.pedantic(d.loc(), "ISO C does not allow extra ';' outside of a function");
            }
        }
    }

    void staticAssert(StaticAssert s) {
        c.before2011(s.loc(), "'_Static_assert'");
        if (s.message() == null && c.options.year() < 2023) {
            c.pedantic(s.loc(), "ISO " + (c.options.year() >= 2011 ? "C11" : c.options.c99() ? "C99" : "C90") + " does not support omitting the string in '_Static_assert'");
        }
        TypedExpr e = c.exprs.constantExpr(s.condition());
        if (e.type().isError()) return;
        if (e instanceof TypedExpr.IntConst && c.constants.lax(s.condition())) c.pedantic(s.condition().start(), "expression in static assertion is not an integer constant expression");
        if (!e.type().isInteger()) {
            c.error(s.condition().start(), "expression in static assertion is not an integer");
        } else if (!(e instanceof TypedExpr.IntConst k)) {
            c.error(s.condition().start(), "expression in static assertion is not constant");
        } else if (k.low() == 0 && k.high() == 0) {
            c.error(s.loc(), s.message() == null ? "static assertion failed" : "static assertion failed: \"" + escaped(s.message().text()) + "\"");
        }
    }

    private static String escaped(String s) {
        return s.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    // ---- declarations (6.7) ----

    void declaration(Declaration d) {
        Specs s = d.specs();
        boolean extension = (s.storage() & Specs.EXTENSION) != 0;
        if (extension) c.extension++;
        try {
            CType base = c.specs.type(s, d.declarators().isEmpty() && s.qualifiers() == 0 && (s.storage() & ~Specs.EXTENSION) == 0, false);
            if (d.declarators().isEmpty()) {
                empty(d, base);
                flushEffects();
                return;
            }
            for (Declarator dc : d.declarators()) {
                declare(d, s, base, dc);
                flushEffects();
            }
        } finally {
            if (extension) c.extension--;
        }
    }

    /** Puts the sizes of VLAs that a declarator evaluates in front of what follows. */
    void flushEffects() {
        List<TypedExpr> effects = c.declarators.effects;
        if (effects.isEmpty() || c.fn == null) return;
        for (TypedExpr e : effects) c.fn.out.add(new TypedStmt.ExprStmt(e.loc(), e));
        effects.clear();
    }

    private void empty(Declaration d, CType base) {
        Specs s = d.specs();
        boolean tagged = false;
        for (TypeSpec t : s.types()) {
            tagged |= t instanceof TypeSpec.Struct r && (r.tag() != 0 || r.members() == null)
                    || t instanceof TypeSpec.Enum e;
            if (t instanceof TypeSpec.Struct r && r.tag() == 0 && r.members() != null) {
                c.warn(d.loc(), null, "unnamed struct/union that defines no instances");
                return;
            }
        }
        if (!tagged) {
            c.warn(d.loc(), null, s.types().isEmpty() && s.attributes().isEmpty() ? "empty declaration" : "useless type name in empty declaration");
        } else {
            if ((s.function() & Specs.INLINE) != 0) c.error(d.loc(), "'inline' in empty declaration");
            else if ((s.function() & Specs.NORETURN) != 0) c.error(d.loc(), "'_Noreturn' in empty declaration");
            else if (c.fn == null && (s.storage() & (Specs.AUTO | Specs.REGISTER)) != 0) c.error(d.loc(), "'" + ((s.storage() & Specs.AUTO) != 0 ? "auto" : "register") + "' in file-scope empty declaration");
            else if ((s.storage() & (Specs.TYPEDEF | Specs.EXTERN | Specs.STATIC)) != 0) c.warn(d.loc(), null, "useless storage class specifier in empty declaration");
            else if (s.qualifiers() != 0) {
                boolean body = s.types().stream().anyMatch(t -> t instanceof TypeSpec.Struct r && r.members() != null || t instanceof TypeSpec.Enum e && e.enumerators() != null);
                c.warn(d.loc(), null, body ? "useless type qualifier in empty declaration" : "empty declaration with type qualifier does not redeclare tag");
            }
            if (!s.alignments().isEmpty()) c.warn(d.loc(), null, "useless '_Alignas' in empty declaration");
        }
    }

    private void declare(Declaration d, Specs s, CType base, Declarator dc) {
        String name = c.name(dc.name());
        if (s.types().isEmpty()) {
            if ((s.storage() & (Specs.TYPEDEF | Specs.EXTERN | Specs.STATIC | Specs.AUTO | Specs.REGISTER)) == 0 && s.qualifiers() == 0 && c.fn == null && !isFunction(dc)) {
                c.pedwarn(dc.loc(), null, "data definition has no type or storage class");
            }
            if (c.options.c99() || c.diags.warningEnabled("all", false)) c.pedwarn(dc.loc(), "implicit-int", "type defaults to 'int' in declaration of '" + name + "'");
        }
        if (base == null) {
            autoType(s, dc);
            return;
        }
        c.specs.unavailable(s, dc.attributes());
        Declarators.Declared built = c.declarators.build(base, dc, false);
        CType t = c.attrs.type(built.type, s.attributes(), dc.attributes(), dc.loc());
        if (s.isTypedef()) {
            typedef(s, dc, t);
        } else if (t.isFunction()) {
            c.functions.functionDeclaration(s, dc, t, built);
        } else {
            c.objects.variable(s, dc, t);
        }
    }

    private static boolean isFunction(Declarator dc) {
        for (Declarator.Chunk k : dc.chunks()) if (!(k instanceof Declarator.Attributed)) return k instanceof Declarator.Function;
        return false;
    }

    private void autoType(Specs s, Declarator dc) {
        if (dc.init() == null || !(dc.init() instanceof Expr e) || !dc.chunks().isEmpty()) {
            c.error(dc.loc(), dc.init() == null ? "'__auto_type' requires an initialized data declaration" : "'__auto_type' used with a data initializer list");
            return;
        }
        c.scopes.push();
        TypedExpr v = c.exprs.valueOf(e);
        c.scopes.pop();
        CType t = v.type().unqualified();
        if (v.type().isVoid()) {
            c.error(dc.loc(), "variable or field '" + c.name(dc.name()) + "' declared void");
            t = types.error;
        }
        t = t.qualify(s.qualifiers());
        VarSymbol var = c.objects.variableSymbol(s, dc, t);
        if (var == null) return;
        c.objects.initialise(s, dc, var, v);
    }

    // ---- typedefs (6.7.8) ----

    private void typedef(Specs s, Declarator dc, CType t) {
        String name = c.name(dc.name());
        if (dc.init() != null) {
            c.error(dc.loc(), "typedef '" + name + "' is initialized (use '__typeof__' instead)");
        }
        if (s.function() != 0) c.pedwarn(dc.loc(), null, "typedef '" + name + "' declared " + ((s.function() & Specs.INLINE) != 0 ? "'inline'" : "'_Noreturn'"));
        if (!s.alignments().isEmpty()) c.error(dc.loc(), "alignment specified for typedef '" + name + "'");
        int align = s.attributes().isEmpty() && dc.attributes().isEmpty() ? 0 : c.attrs.typedefAlign(s.attributes(), dc.attributes());
        if (t.strip() instanceof RecordType r) {
            // Attributes on the typedef of a record that is defined with it.
            if (c.attrs.has(dc.attributes(), "transparent_union") || c.attrs.has(s.attributes(), "transparent_union")) r.transparent = true;
        }
        Scopes.Binding here = c.scopes.findHere(dc.name());
        if (here != null) {
            if (here.typedef == null) {
                redeclared(dc.name(), dc.loc(), here, "typedef");
                return;
            }
            boolean compatible = types.compatible(here.typedef, t);
            if (!compatible || !types.identical(here.typedef, t) || t.isVariablyModified()) {
                if (!t.isError() && !here.typedef.isError()) {
                    c.note(c.error(dc.loc(), compatible ? types.identical(here.typedef, t) ? "redefinition of typedef '" + name + "'" : "redefinition of typedef '" + name + "' with different type" : "conflicting types for '" + name + "'; have " + c.q(t)),
                            here.loc, "previous declaration of '" + name + "' with type " + c.q(here.typedef));
                }
                return;
            }
            if (c.options.year() < 2011) c.pedantic(dc.loc(), "redefinition of typedef '" + name + "'");
            if (align == 0) return;
        }
        Scopes.Binding b = new Scopes.Binding(dc.name(), dc.loc(), c.scopes.depth());
        b.typedef = new TypedefType(name, t, align);
        b.explicitlySigned = c.specs.explicitlySigned(s);
        if (!dc.attributes().isEmpty() || !s.attributes().isEmpty()) {
            c.attrs.queries.note(b.typedef, s.attributes());
            c.attrs.queries.note(b.typedef, dc.attributes());
            b.deprecated = c.attrs.deprecatedMessage(dc.attributes());
            if (b.deprecated == null) b.deprecated = c.attrs.deprecatedMessage(s.attributes());
            c.anyUnavailable |= c.attrs.has(dc.attributes(), "unavailable") || c.attrs.has(s.attributes(), "unavailable");
            b.unavailable = c.attrs.message(dc.attributes(), "unavailable");
            if (b.unavailable == null) b.unavailable = c.attrs.message(s.attributes(), "unavailable");
            b.used |= c.attrs.has(dc.attributes(), "unused") || c.attrs.has(s.attributes(), "unused");
        }
        c.scopes.bind(b);
        if (c.fn != null && t.isVariablyModified()) {
            c.fn.leave = new FunctionState.Leave(c.fn.leave, null, name, dc.loc());
        }
    }

    /** Reports a name that already means something else in this scope. */
    void redeclared(int nameId, int loc, Scopes.Binding here, String kind) {
        String name = c.name(nameId);
        List<Diagnostics.Diagnostic> notes;
        if (here.constant != null && kind.equals("enumerator")) notes = c.error(loc, "redeclaration of enumerator '" + name + "'");
        else notes = c.error(loc, "'" + name + "' redeclared as different kind of symbol");
        c.note(notes, here.loc, here.constant != null ? "previous definition of '" + name + "' with type " + c.q(here.constant.type())
                : here.typedef != null ? "previous declaration of '" + name + "' with type " + c.q(here.typedef)
                : "previous " + (here.symbol.defined ? "definition" : "declaration") + " of '" + name + "' with type " + c.q(here.symbol.type));
    }

    void pending(int nameId, Symbol s) {
        if (pendingWeak.isEmpty() && pendingRename.isEmpty()) return;
        String w = pendingWeak.remove(nameId);
        if (w != null) {
            s.weak = true;
            if (!w.isEmpty()) {
                s.aliasOf = w;
                aliases.add(s);
                s.defined = true;
            }
        }
        String r = pendingRename.remove(nameId);
        if (r != null) s.asmName = r;
    }

    // ---- the end of the unit ----

    void finish() {
        for (Map.Entry<VarSymbol, Integer> e : tentative.entrySet()) {
            VarSymbol v = e.getKey();
            if (!v.tentative) continue;
            if (v.type.strip() instanceof ArrayType a && a.length == ArrayType.INCOMPLETE) {
                c.warn(e.getValue(), null, "array '" + v.name + "' assumed to have one element");
                v.type = new ArrayType(a.element, 1);
            }
            if (!v.type.isComplete()) {
                if (!v.type.isError()) c.error(e.getValue(), "storage size of '" + v.name + "' isn't known");
                continue;
            }
            c.variable(v, null);
        }
        for (Symbol s : c.symbols) {
            if (s instanceof FunctionSymbol f) {
                if (f.linkage == Linkage.INTERNAL && !f.defined && f.aliasOf == null) {
                    if (f.referenced) c.pedwarn(f.loc, null, "'" + f.name + "' used but never defined");
                    else if (!f.unusedAttribute) c.warnAll(f.loc, "unused-function", "'" + f.name + "' declared 'static' but never defined");
                } else if (f.linkage == Linkage.INTERNAL && f.defined && !f.referenced && !f.usedAttribute && !f.unusedAttribute && !f.inline
                        && f.constructor < 0 && f.destructor < 0 && f.aliasOf == null) {
                    c.warnAll(f.loc, "unused-function", "'" + f.name + "' defined but not used");
                }
            } else if (s instanceof VarSymbol v && v.linkage == Linkage.INTERNAL && v.defined && !v.used && !v.unusedAttribute && !v.usedAttribute && !v.referenced) {
                c.warnAll(v.loc, v.type.isConst() ? "unused-const-variable=" : "unused-variable", "'" + v.name + "' defined but not used");
            }
        }
        for (Symbol s : aliases) {
            if (s.aliasOf == null && s.ifunc == null) continue;
            String target = s.aliasOf != null ? s.aliasOf : s.ifunc;
            Symbol t = c.scopes.linked(c.names.intern(target));
            if (t == null || !t.asmName.equals(target)) {
                t = null;
                for (Symbol x : c.symbols) if (x.asmName.equals(target) && x.defined) t = x;
            }
            if (!s.weakref && (t == null || !t.defined)) {
                c.error(s.loc, (s.ifunc != null ? "'ifunc'" : "'" + s.name + "' aliased to undefined symbol '" + target + "'").replace("'ifunc'", "'" + s.name + "' resolved by undefined symbol '" + target + "'"));
                continue;
            }
            if (t != null) c.reference(t);
            if (!c.diags.hasErrors()) c.consumer.alias(s);
        }
    }
}
