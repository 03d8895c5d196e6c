package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.Symbol.Linkage;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Attribute;
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
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
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
    private final LinkedHashMap<VarSymbol, Integer> tentative = new LinkedHashMap<>();
    private final List<Symbol> aliases = new ArrayList<>();
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
            case org.jcc.frontend.syntax.FunctionDefinition f -> function(f);
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
    private void flushEffects() {
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
            functionDeclaration(s, dc, t, built);
        } else {
            variable(s, dc, t);
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
        VarSymbol var = variableSymbol(s, dc, t);
        if (var == null) return;
        initialise(s, dc, var, v);
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

    // ---- functions ----

    FunctionSymbol functionDeclaration(Specs s, Declarator dc, CType t, Declarators.Declared built) {
        String name = c.name(dc.name());
        if (dc.init() != null) c.error(dc.loc(), "function '" + name + "' is initialized like a variable");
        int st = s.storage();
        if ((st & Specs.THREAD) != 0) c.error(dc.loc(), "storage class specified for function '" + name + "'");
        if ((st & (Specs.AUTO | Specs.REGISTER)) != 0 && c.fn == null) c.error(dc.loc(), "invalid storage class for function '" + name + "'");
        if (c.fn != null && (st & (Specs.STATIC | Specs.REGISTER)) != 0) {
            c.error(dc.loc(), "invalid storage class for function '" + name + "'");
            st &= ~Specs.STATIC;
        }
        if (!s.alignments().isEmpty()) c.error(dc.loc(), "alignment specified for function '" + name + "'");
        if (t.isVariablyModified()) c.error(dc.loc(), "non-nested function with variably modified type");
        FunctionSymbol f = function(s, st, dc, t, false);
        if (!f.defined) parameterLocs(f, built.params);
        return f;
    }

    private static void parameterLocs(FunctionSymbol f, List<VarSymbol> params) {
        if (params == null) return;
        f.paramLocs = new int[params.size()];
        for (int i = 0; i < f.paramLocs.length; i++) f.paramLocs[i] = params.get(i).loc;
    }

    /** Binds a function's name, merging with what is declared. */
    private FunctionSymbol function(Specs s, int storage, Declarator dc, CType t, boolean definition) {
        String name = c.name(dc.name());
        boolean isStatic = (storage & Specs.STATIC) != 0;
        boolean isInline = (s.function() & Specs.INLINE) != 0;
        if ((s.function() & Specs.NORETURN) != 0 && !((FunctionType) t.strip()).noreturn) {
            t = ((FunctionType) t.strip()).withAttributes(true, ((FunctionType) t.strip()).attributes);
        }
        Scopes.Binding here = c.scopes.findHere(dc.name());
        if (here != null && !(here.symbol instanceof FunctionSymbol)) {
            redeclared(dc.name(), dc.loc(), here, "function");
            FunctionSymbol orphan = new FunctionSymbol(name, t, dc.loc());
            return orphan;
        }
        Symbol old = c.scopes.linked(dc.name());
        if (old != null && !(old instanceof FunctionSymbol)) {
            if (c.scopes.depth() == 0 || old.linkage != Linkage.NONE) {
                c.note(c.error(dc.loc(), "'" + name + "' redeclared as different kind of symbol"), old.loc, "previous declaration of '" + name + "' with type " + c.q(old.type));
            }
            return new FunctionSymbol(name, t, dc.loc());
        }
        FunctionSymbol f = (FunctionSymbol) old;
        boolean fresh = f == null;
        if (fresh) {
            f = new FunctionSymbol(name, t, dc.loc());
            f.linkage = isStatic ? Linkage.INTERNAL : Linkage.EXTERNAL;
            f.inline = isInline;
            f.c99InlineOnly = isInline && (storage & Specs.EXTERN) == 0 && !isStatic;
            c.scopes.link(dc.name(), f);
            c.symbols.add(f);
            pending(dc.name(), f);
            CType known = c.options.builtins() && !isStatic ? c.library.type(name) : null;
            if (known != null) {
                if (types.compatibleUnqualified(known, t)) f.library = true;
                else if (c.library.looselyCompatible((FunctionType) known.strip(), (FunctionType) t.strip())) f.library = true;
                else if (!((FunctionType) t.strip()).prototype && t.strip() instanceof FunctionType ft && types.compatibleUnqualified(((FunctionType) known.strip()).result, ft.result)) f.library = true;
                else c.warn(dc.loc(), "builtin-declaration-mismatch", "conflicting types for built-in function '" + name + "'; expected " + c.q(known));
                if (f.library) c.library.attributes(f);
            }
        } else {
            merge(f, s, storage, dc, t, isStatic, isInline, definition);
        }
        if ((s.function() & Specs.NORETURN) != 0) {
            f.noreturn = true;
            f.noreturnSpecifier = true;
            c.before2011(s.functionLoc(), "'_Noreturn'");
        }
        if (((FunctionType) f.type.strip()).noreturn) f.noreturn = true;
        if (!s.attributes().isEmpty()) c.attrs.symbol(f, s.attributes());
        if (!dc.attributes().isEmpty()) c.attrs.symbol(f, dc.attributes());
        for (Declarator.Chunk k : dc.chunks()) {
            if (k instanceof Declarator.Attributed a) c.attrs.symbol(f, a.attributes());
            else if (k instanceof Declarator.Function fc && !fc.attributes().isEmpty()) c.attrs.symbol(f, fc.attributes());
            else if (k instanceof Declarator.Pointer) break;
        }
        if ((f.gnuInline || c.options.gnu89Inline()) && isInline) {
            // gnu89: "extern inline" serves inlining alone; plain inline is a definition.
            f.c99InlineOnly = false;
            if (definition) f.gnuExternInline = (storage & Specs.EXTERN) != 0;
        }
        if (f.noreturn && !((FunctionType) f.type.strip()).noreturn) {
            FunctionType ft = (FunctionType) f.type.strip();
            f.type = ft.withAttributes(true, ft.attributes);
        }
        if (dc.asmLabel() != null) {
            String label = dc.asmLabel().text();
            if (f.hasAsmLabel && !f.asmName.equals(label)) c.warn(dc.loc(), null, "asm declaration ignored due to conflict with previous rename");
            else {
                f.asmName = label;
                f.hasAsmLabel = true;
            }
        }
        if (definition) f.optimize = Pragmas.joined(c.pragmas.optimize(), f.optimize);
        if (c.pragmas.visibility() != null && !f.visibilitySet && (fresh || definition)) {
            f.visibility = c.pragmas.visibility();
            f.visibilitySet = true;
        }
        if (f.aliasOf != null && !f.weakref && f.aliasOf.equals(f.asmName)) {
            c.error(dc.loc(), "'" + name + "' is part of alias cycle");
            f.aliasOf = null;
        }
        if ((f.aliasOf != null || f.ifunc != null) && !aliases.contains(f)) {
            aliases.add(f);
            if (!f.weakref) f.defined = true;
        }
        if (here == null) {
            Scopes.Binding b = new Scopes.Binding(dc.name(), dc.loc(), c.scopes.depth());
            b.symbol = f;
            b.used = c.scopes.depth() > 0;
            c.scopes.bind(b);
        }
        return f;
    }

    private void pending(int nameId, Symbol s) {
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

    private void merge(FunctionSymbol f, Specs s, int storage, Declarator dc, CType t, boolean isStatic, boolean isInline, boolean definition) {
        String name = f.name;
        boolean oldStyleDefinition = definition && !((FunctionType) t.strip()).prototype && f.functionType().prototype
                && types.compatibleUnqualified(f.functionType().result, ((FunctionType) t.strip()).result);
        if (oldStyleDefinition) {
            // Its parameters are compared one by one when their declarations have been read.
            if (f.functionType().variadic) c.warn(dc.loc(), null, "'" + name + "' defined as variadic function without prototype");
        } else if (!types.compatibleUnqualified(f.type, t)) {
            FunctionType a = (FunctionType) f.type.strip();
            FunctionType b = (FunctionType) t.strip();
            if (!f.type.isError() && !t.isError()) {
                if (f.implicit && f.library && !f.defined) {
                    c.warn(dc.loc(), null, "conflicting types for '" + name + "'; have " + c.q(t));
                } else if (f.implicit && !f.library && a.result.strip() == types.int_ && b.result.isVoid()) {
                    c.note(c.warn(dc.loc(), null, "conflicting types for '" + name + "'; have " + c.q(t)), f.loc, "previous implicit declaration of '" + name + "' with type " + c.q(f.type));
                } else if (definition && s.types().isEmpty() && a.result.isVoid() && !f.defined) {
                    // A definition without a type after a declaration that returns void.
                    c.note(c.warn(dc.loc(), null, "conflicting types for '" + name + "'; have " + c.q(t)), f.loc, "previous declaration of '" + name + "' with type " + c.q(f.type));
                    t = f.type;
                } else {
                    List<Diagnostics.Diagnostic> notes = c.error(dc.loc(), "conflicting types for '" + name + "'; have " + c.q(t));
                    if (!a.prototype != !b.prototype && types.compatibleUnqualified(a.result, b.result)) {
                        FunctionType p = a.prototype ? a : b;
                        if (p.variadic) c.note(notes, dc.loc(), "a parameter list with an ellipsis cannot match an empty parameter name list declaration");
                        else c.note(notes, dc.loc(), "an argument type that has a default promotion cannot match an empty parameter name list declaration");
                    }
                    c.note(notes, f.loc, "previous " + (f.implicit ? "implicit declaration" : f.defined ? "definition" : "declaration") + " of '" + name + "' with type " + c.q(f.type));
                }
            }
            f.type = t;
        } else {
            if (f.defined && f.oldStyleTypes != null && ((FunctionType) t.strip()).prototype) prototypeAfter(f, (FunctionType) t.strip(), dc.loc());
            f.type = definition ? types.composite(t, f.type) : types.composite(f.type, t);
        }
        if (isStatic && f.wasGnuExternInline) {
            f.linkage = Linkage.INTERNAL;
        } else if (isStatic && f.linkage == Linkage.EXTERNAL) {
            String prev = "previous " + (f.implicit ? "implicit declaration" : f.defined ? "definition" : "declaration") + " of '" + name + "' with type " + c.q(f.type);
            if (f.implicit && !f.defined) c.note(c.error(dc.loc(), "static declaration of '" + name + "' follows non-static declaration"), f.loc, prev);
            else c.note(c.error(dc.loc(), "static declaration of '" + name + "' follows non-static declaration"), f.loc, prev);
        }
        // 6.7.4p7: external as soon as one declaration lacks inline or has extern.
        if (!isInline || (storage & Specs.EXTERN) != 0) f.c99InlineOnly = false;
        else if (!f.inline && !definition) f.c99InlineOnly = f.c99InlineOnly;
        if (isInline) f.inline = true;
        if (f.implicit) {
            f.implicit = false;
        }
        if (!f.defined || definition) f.loc = dc.loc();
    }

    /** A prototype after an old-style definition (6.7.6.3p15). */
    private void prototypeAfter(FunctionSymbol f, FunctionType t, int loc) {
        int n = f.oldStyleTypes.size();
        String wrong = t.params.size() > n ? "prototype for '" + f.name + "' declares too many arguments" : t.params.size() < n ? "prototype for '" + f.name + "' declares too few arguments" : null;
        for (int i = 0; i < n && wrong == null; i++) {
            if (!types.compatiblePointees(t.params.get(i), types.promoteArgument(f.oldStyleTypes.get(i)))) wrong = "prototype for '" + f.name + "' declares argument " + (i + 1) + " with incompatible type";
        }
        if (wrong != null) c.note(c.error(loc, wrong), f.loc, "previous definition of '" + f.name + "' with type " + c.q(f.type));
    }

    /** What a call of an undeclared function declares (C90 6.3.2.2). */
    FunctionSymbol implicitFunction(int nameId, int loc) {
        String name = c.name(nameId);
        Symbol old = c.scopes.linked(nameId);
        CType known = c.options.builtins() && !c.library.takesStream(name) ? c.library.type(name) : null;
        String opt = "implicit-function-declaration";
        if (old instanceof FunctionSymbol f) {
            implicitWarning(loc, opt, name);
            bindImplicit(nameId, loc, f);
            return f;
        }
        FunctionSymbol f = new FunctionSymbol(name, known != null ? known : new FunctionType(types.int_, List.of(), false, false), loc);
        f.linkage = Linkage.EXTERNAL;
        f.implicit = true;
        List<Diagnostics.Diagnostic> notes = implicitWarning(loc, opt, name);
        if (known != null) {
            f.library = true;
            c.library.attributes(f);
            String header = c.library.header(name);
            String include = "include '<" + header + ">' or provide a declaration of '" + name + "'";
            if (header != null && c.diags.warningEnabled(opt, true)) c.note(notes, loc, include);
            if (!types.compatible(known, new FunctionType(types.int_, List.of(), false, false))) {
                List<Diagnostics.Diagnostic> second = c.warn(loc, "builtin-declaration-mismatch", "incompatible implicit declaration of built-in function '" + name + "'");
                if (header != null) c.note(second, loc, include);
            }
        }
        c.scopes.link(nameId, f);
        c.symbols.add(f);
        pending(nameId, f);
        bindImplicit(nameId, loc, f);
        return f;
    }

    private List<Diagnostics.Diagnostic> implicitWarning(int loc, String opt, String name) {
        if (!c.options.c99()) return c.warnAll(loc, opt, "implicit declaration of function '" + name + "'");
        return c.warn(loc, opt, "implicit declaration of function '" + name + "'");
    }

    private void bindImplicit(int nameId, int loc, FunctionSymbol f) {
        Scopes.Binding b = new Scopes.Binding(nameId, loc, c.scopes.depth());
        b.symbol = f;
        b.used = true;
        c.scopes.bind(b);
    }

    // ---- objects ----

    private void variable(Specs s, Declarator dc, CType t) {
        VarSymbol v = variableSymbol(s, dc, t);
        if (v == null) {
            if (dc.init() instanceof Expr e) c.exprs.valueOf(e);
            return;
        }
        flushEffects();
        initialise(s, dc, v, null);
    }

    /** Makes and binds the symbol, or merges; null if that is impossible. */
    private VarSymbol variableSymbol(Specs s, Declarator dc, CType t) {
        String name = c.name(dc.name());
        int st = s.storage();
        boolean file = c.scopes.depth() == 0;
        boolean isExtern = (st & Specs.EXTERN) != 0;
        boolean isStatic = (st & Specs.STATIC) != 0;
        if (t.isVoid() && (!file || (st & (Specs.STATIC | Specs.REGISTER)) != 0) && !isExtern) {
            c.error(dc.loc(), "variable or field '" + name + "' declared void");
            t = types.error;
        }
        if ((s.function() & Specs.INLINE) != 0) c.pedwarn(dc.loc(), null, "variable '" + name + "' declared 'inline'");
        if ((s.function() & Specs.NORETURN) != 0) c.pedwarn(dc.loc(), null, "variable '" + name + "' declared '_Noreturn'");
        if (file && (st & Specs.AUTO) != 0) {
            c.error(dc.loc(), "file-scope declaration of '" + name + "' specifies 'auto'");
        }
        if (file && (st & Specs.REGISTER) != 0 && dc.asmLabel() == null) c.error(dc.loc(), "register name not specified for '" + name + "'");
        if (!file && (st & Specs.THREAD) != 0 && !isStatic && !isExtern) {
            c.error(dc.loc(), "function-scope '" + name + "' implicitly auto and declared '" + ((st & Specs.GNU_THREAD) != 0 ? "__thread" : "_Thread_local") + "'");
            st |= Specs.STATIC;
            isStatic = true;
        }
        if (isExtern && dc.init() != null) {
            if (file) c.warn(dc.loc(), null, "'" + name + "' initialized and declared 'extern'");
            else c.error(dc.loc(), "'" + name + "' has both 'extern' and initializer");
        }
        if (t.isVariablyModified()) {
            if (file) {
                c.error(dc.loc(), "variably modified '" + name + "' at file scope");
                t = types.error;
            } else if (isExtern) {
                c.error(dc.loc(), "object with variably modified type must have no linkage");
                t = types.error;
            } else if (isStatic && t.isVla()) {
                c.error(dc.loc(), "storage size of '" + name + "' isn't constant");
                t = types.error;
            } else if (t.isVla() && dc.init() != null) {
                c.error(dc.loc(), "variable-sized object may not be initialized");
            }
        }
        boolean linked = file || isExtern;
        Scopes.Binding here = c.scopes.findHere(dc.name());
        if (here != null && (here.symbol == null || here.symbol instanceof FunctionSymbol)) {
            redeclared(dc.name(), dc.loc(), here, "variable");
            return new VarSymbol(name, t, dc.loc(), file ? VarSymbol.Storage.STATIC : VarSymbol.Storage.AUTO);
        }
        VarSymbol v;
        if (linked) {
            Symbol old = c.scopes.linked(dc.name());
            if (old instanceof FunctionSymbol) {
                c.note(c.error(dc.loc(), "'" + name + "' redeclared as different kind of symbol"), old.loc, "previous declaration of '" + name + "' with type " + c.q(old.type));
                return null;
            }
            if (here != null && here.symbol.linkage == Linkage.NONE) {
                c.note(c.error(dc.loc(), "extern declaration of '" + name + "' follows declaration with no linkage"), here.loc,
                        "previous " + (here.symbol.defined ? "definition" : "declaration") + " of '" + name + "' with type " + c.q(here.symbol.type));
                return null;
            }
            v = (VarSymbol) old;
            if (v == null) {
                v = new VarSymbol(name, t, dc.loc(), VarSymbol.Storage.STATIC);
                v.linkage = isStatic ? Linkage.INTERNAL : Linkage.EXTERNAL;
                c.scopes.link(dc.name(), v);
                c.symbols.add(v);
                pending(dc.name(), v);
                v.local = !file;
            } else {
                mergeVariable(v, dc, t, st, isStatic, isExtern, file);
            }
        } else {
            if (here != null) {
                boolean param = here.symbol instanceof VarSymbol p && p.storage == VarSymbol.Storage.PARAM;
                if (param) {
                    c.note(c.error(dc.loc(), "'" + name + "' redeclared as different kind of symbol"), here.loc, "previous definition of '" + name + "' with type " + c.q(here.symbol.type));
                } else {
                    String msg = here.symbol.linkage != Linkage.NONE ? "declaration of '" + name + "' with no linkage follows extern declaration"
                            : types.compatible(here.symbol.type, t) ? "redeclaration of '" + name + "' with no linkage" : "conflicting types for '" + name + "'; have " + c.q(t);
                    c.note(c.error(dc.loc(), msg), here.loc, "previous " + (here.symbol.linkage == Linkage.NONE ? "declaration" : "declaration") + " of '" + name + "' with type " + c.q(here.symbol.type));
                }
            }
            v = new VarSymbol(name, t, dc.loc(), isStatic ? VarSymbol.Storage.STATIC : VarSymbol.Storage.AUTO);
            v.local = true;
            v.register = (st & Specs.REGISTER) != 0;
            if (isStatic) c.fn.statics.add(v);
        }
        if (!linked && isStatic && c.fn != null && c.fn.symbol.inline && c.fn.symbol.linkage == Linkage.EXTERNAL && !c.fn.symbol.gnuExternInline && !t.isConst()) {
            c.pedantic(dc.loc(), "'" + name + "' is static but declared in inline function '" + c.fn.symbol.name + "' which is not static");
        }
        if ((st & Specs.THREAD) != 0) {
            if (v.tls == VarSymbol.Tls.NONE) {
                if (here != null && here.symbol == v) c.note(c.error(dc.loc(), "thread-local declaration of '" + name + "' follows non-thread-local declaration"), v.loc, "previous declaration of '" + name + "' with type " + c.q(v.type));
                v.tls = VarSymbol.Tls.GENERAL_DYNAMIC;
            }
        } else if (here != null && here.symbol == v && v.tls != VarSymbol.Tls.NONE) {
            c.note(c.error(dc.loc(), "non-thread-local declaration of '" + name + "' follows thread-local declaration"), v.loc, "previous declaration of '" + name + "' with type " + c.q(v.type));
        }
        int align = s.alignments().isEmpty() ? 0 : c.specs.alignment(s);
        if (!s.alignments().isEmpty() && v.register) c.error(dc.loc(), "alignment specified for 'register' object '" + name + "'".replace("'register' object '" + name + "'", "'register' object"));
        if (align != 0) {
            if (align < t.align() && !t.isError()) c.error(dc.loc(), "'_Alignas' specifiers cannot reduce alignment of '" + name + "'");
            v.alignAttribute = Math.max(v.alignAttribute, align);
        }
        if (!s.attributes().isEmpty()) c.attrs.symbol(v, s.attributes());
        if (!dc.attributes().isEmpty()) c.attrs.symbol(v, dc.attributes());
        c.attrs.declarator(v, dc);
        if (dc.asmLabel() != null) {
            String label = dc.asmLabel().text();
            if ((st & Specs.REGISTER) != 0) {
                String reg = label.startsWith("%") ? label.substring(1) : label;
                if (c.types.target.regs() != null && !c.types.target.regs().isRegister(reg)) c.error(dc.loc(), "invalid register name for '" + name + "'");
                else v.hardRegister = reg;
                if (file && v.hardRegister != null) globalRegister(dc, v);
            } else if (v.isStatic()) {
                v.asmName = label;
                v.hasAsmLabel = true;
            } else {
                c.warn(dc.loc(), null, "ignoring 'asm' specifier for non-static local variable '" + name + "'");
            }
        }
        if (c.pragmas.visibility() != null && v.linkage == Linkage.EXTERNAL && !v.visibilitySet && !isExtern) {
            v.visibility = c.pragmas.visibility();
            v.visibilitySet = true;
        }
        if (v.aliasOf != null && !v.weakref && v.aliasOf.equals(v.asmName)) {
            c.error(dc.loc(), "'" + name + "' is part of alias cycle");
            v.aliasOf = null;
        }
        if ((v.aliasOf != null || v.ifunc != null) && !aliases.contains(v)) {
            aliases.add(v);
            v.defined = true;
        }
        if (here == null || here.symbol != v) {
            Scopes.Binding b = new Scopes.Binding(dc.name(), dc.loc(), c.scopes.depth());
            b.symbol = v;
            c.scopes.bind(b);
        }
        return v;
    }

    /** A register variable at file scope is the register itself (GCC manual 6.47.5.1): it has no symbol and no initialiser. */
    private void globalRegister(Declarator dc, VarSymbol v) {
        if (dc.init() != null) c.error(dc.loc(), "global register variable has initial value");
        if (!v.type.isScalar() && !v.type.isError() || v.type.isComplex() || v.type.size() > 8) {
            c.error(dc.loc(), "data type of '" + v.name + "' isn't suitable for a register");
            v.type = types.int_;
        }
        v.defined = true;
        v.used = true;
        c.consumer.globalRegister(v);
    }

    private void mergeVariable(VarSymbol v, Declarator dc, CType t, int st, boolean isStatic, boolean isExtern, boolean file) {
        String name = v.name;
        String previous = "previous " + (v.defined && !v.tentative ? "definition" : "declaration") + " of '" + name + "' with type " + c.q(v.type);
        if (!types.compatible(v.type, t) && !v.type.isError() && !t.isError()) {
            boolean quals = types.compatibleUnqualified(v.type, t);
            c.note(c.error(dc.loc(), quals ? "conflicting type qualifiers for '" + name + "'" : "conflicting types for '" + name + "'; have " + c.q(t)), v.loc, previous);
            return;
        }
        if (isStatic && v.linkage == Linkage.EXTERNAL) {
            c.note(c.error(dc.loc(), "static declaration of '" + name + "' follows non-static declaration"), v.loc, previous);
        } else if (!isStatic && !isExtern && file && v.linkage == Linkage.INTERNAL) {
            c.note(c.error(dc.loc(), "non-static declaration of '" + name + "' follows static declaration"), v.loc, previous);
        }
        if (!t.isError()) v.type = v.type.isError() ? t : types.composite(v.type, t);
        if (!v.defined) v.loc = dc.loc();
    }

    /** Takes the initialiser of a declared object, and defines it. */
    private void initialise(Specs s, Declarator dc, VarSymbol v, TypedExpr autoInit) {
        boolean file = c.scopes.depth() == 0;
        boolean isExtern = (s.storage() & Specs.EXTERN) != 0;
        String name = v.name;
        if (v.type.isError()) {
            if (dc.init() instanceof Expr e && autoInit == null) c.exprs.valueOf(e);
            return;
        }
        if (v.isStatic() && v.hardRegister != null) return;
        if (dc.init() != null) {
            if (v.isStatic()) {
                if (v.defined && v.init != null || v.defined && !v.tentative) {
                    c.note(c.error(dc.loc(), "redefinition of '" + name + "'"), v.loc, "previous definition of '" + name + "' with type " + c.q(v.type));
                    return;
                }
                if (!v.type.isComplete() && !v.type.isArray()) {
                    c.error(dc.loc(), "variable '" + name + "' has initializer but incomplete type");
                    return;
                }
                v.defined = true;
                v.tentative = false;
                tentative.remove(v);
                boolean outer = c.staticInit;
                c.staticInit = true;
                Initializers.Result r = autoInit != null ? c.inits.single(v.type, autoInit, dc.initLoc()) : c.inits.initialise(v.type, dc.init(), dc.loc(), true, name);
                c.staticInit = outer;
                if (r == null) return;
                v.type = r.type();
                if (!v.type.isComplete()) return;
                v.init = c.statics.data(r, v.type);
                constantValue(v, r);
                c.variable(v, c.fn == null ? null : c.fn.symbol);
            } else {
                if (!v.type.isComplete() && !v.type.isArray()) {
                    c.error(dc.loc(), "variable '" + name + "' has initializer but incomplete type");
                    v.type = types.error;
                    return;
                }
                if (v.type.isVla()) {
                    v.defined = true;
                    local(dc, v, null);
                    return;
                }
                v.defined = true;
                Initializers.Result r = autoInit != null ? c.inits.single(v.type, autoInit, dc.initLoc()) : c.inits.initialise(v.type, dc.init(), dc.loc(), false, name);
                if (r == null) {
                    local(dc, v, null);
                    return;
                }
                v.type = r.type();
                constantValue(v, r);
                local(dc, v, r.initializer());
            }
            return;
        }
        if (v.isStatic()) {
            if (isExtern) {
                return;
            }
            if (!file) {
                if (!v.type.isComplete()) {
                    c.error(dc.loc(), v.type.isArray() ? "array size missing in '" + name + "'" : "storage size of '" + name + "' isn't known");
                    return;
                }
                v.defined = true;
                c.variable(v, c.fn.symbol);
            } else if (v.hardRegister != null) {
                return;
            } else if (!v.defined || v.tentative) {
                if (v.aliasOf != null) return;
                if (v.linkage == Linkage.INTERNAL && !v.type.isComplete() && v.type.isArray()) c.pedantic(dc.loc(), "array size missing in '" + name + "'");
                v.defined = true;
                v.tentative = true;
                tentative.putIfAbsent(v, dc.loc());
            }
            return;
        }
        if (!v.type.isComplete()) {
            c.error(dc.loc(), v.type.isArray() ? "array size missing in '" + name + "'" : "storage size of '" + name + "' isn't known");
            v.type = types.error;
            return;
        }
        v.defined = true;
        local(dc, v, null);
    }

    private static void constantValue(VarSymbol v, Initializers.Result r) {
        if (v.type.isConst() && r.items().size() == 1 && v.type.isScalar() && !v.type.isVolatile()) {
            TypedExpr k = r.items().get(0).value();
            if (k instanceof TypedExpr.IntConst || k instanceof TypedExpr.FloatConst) v.constantValue = k;
        }
    }

    private void local(Declarator dc, VarSymbol v, org.jcc.frontend.ast.Initializer init) {
        FunctionState fn = c.fn;
        if (v.type.isVla()) {
            TypedStmt.StackMark mark = new TypedStmt.StackMark();
            fn.out.add(new TypedStmt.StackSave(dc.loc(), mark));
            fn.leave = new FunctionState.Leave(fn.leave, new TypedStmt.StackRestore(dc.loc(), mark), v.name, dc.loc());
            fn.out.add(new TypedStmt.LocalVla(dc.loc(), v, c.variableSizes.sizeOf(v.type, dc.loc())));
        } else {
            if (v.type.isVariablyModified()) fn.leave = new FunctionState.Leave(fn.leave, null, v.name, dc.loc());
            fn.locals.add(v);
            fn.out.add(new TypedStmt.LocalVar(dc.loc(), v, init));
        }
        if (v.cleanup != null) {
            c.use(v.cleanup);
            v.addressTaken = true;
            TypedExpr address = new TypedExpr.AddressOf(dc.loc(), v.type.pointer(), new TypedExpr.VarRef(dc.loc(), v.type, v));
            FunctionType ft = v.cleanup.functionType();
            if (ft.prototype && ft.params.size() == 1) {
                address = c.conv.argument(address, ft.params.get(0), new Conversions.Argument(1, v.cleanup, v.cleanup.name, v.cleanup.loc), dc.loc());
            }
            TypedStmt call = new TypedStmt.ExprStmt(dc.loc(), new TypedExpr.Call(dc.loc(), ft.result, v.cleanup, null, ft, List.of(address)));
            fn.leave = new FunctionState.Leave(fn.leave, call, null, dc.loc());
            fn.out.add(new TypedStmt.Cleanup(dc.loc(), call));
        }
    }

    // ---- function definitions (6.9.1) ----

    void function(org.jcc.frontend.syntax.FunctionDefinition d) {
        Specs s = d.specs();
        if ((s.storage() & Specs.EXTENSION) != 0) c.extension++;
        try {
            define(d, s);
        } finally {
            if ((s.storage() & Specs.EXTENSION) != 0) c.extension--;
            c.declarators.effects.clear();
            c.declarators.hidden.clear();
        }
    }

    private void define(org.jcc.frontend.syntax.FunctionDefinition d, Specs s) {
        Declarator dc = d.declarator();
        String name = c.name(dc.name());
        c.diags.function(name, d.body().loc(), d.body().end());
        CType base = c.specs.type(s, false, false);
        if (s.types().isEmpty() && (c.options.c99() || c.diags.warningEnabled("all", false))) {
            c.pedwarn(dc.loc(), "implicit-int", "return type defaults to 'int'");
        }
        if (base == null) {
            c.error(dc.loc(), "'__auto_type' not allowed as a function's return type");
            base = types.int_;
        }
        Declarators.Declared built = c.declarators.build(base, dc, true);
        CType t = c.attrs.type(built.type, s.attributes(), dc.attributes(), dc.loc());
        if (!t.isFunction() || built.function == null) {
            c.error(dc.loc(), t.isFunction() ? "function definition declared 'typedef'" .replace("function definition declared 'typedef'", "function '" + name + "' is declared by a typedef and has no parameter list")
                    : "'" + name + "' is not a function");
            return;
        }
        int st = s.storage();
        if ((st & Specs.TYPEDEF) != 0) {
            c.error(dc.loc(), "function definition declared 'typedef'");
            st &= ~Specs.TYPEDEF;
        }
        if ((st & Specs.AUTO) != 0) c.error(dc.loc(), "function definition declared 'auto'");
        if ((st & Specs.REGISTER) != 0) c.error(dc.loc(), "function definition declared 'register'");
        if ((st & Specs.THREAD) != 0) c.error(dc.loc(), "function definition declared '" + ((st & Specs.GNU_THREAD) != 0 ? "__thread" : "_Thread_local") + "'");
        CType result = ((FunctionType) t.strip()).result;
        if (!result.isComplete() && !result.isVoid() && !result.isError()) {
            c.error(dc.loc(), "return type is an incomplete type");
            result = types.int_;
            FunctionType o = (FunctionType) t.strip();
            t = new FunctionType(result, o.params, o.variadic, o.prototype, o.noreturn, o.attributes);
        }
        List<VarSymbol> params = built.params;
        boolean oldStyle = params == null;
        List<TypedStmt> prologue = new ArrayList<>();
        Symbol before = c.scopes.linked(dc.name());
        FunctionType earlier = before instanceof FunctionSymbol fs && fs.type.strip() instanceof FunctionType ft && ft.prototype ? ft : null;
        if (before instanceof FunctionSymbol old && old.defined && old.aliasOf == null) {
            boolean replace = old.gnuExternInline;
            if (!replace) {
                c.note(c.error(dc.loc(), "redefinition of '" + name + "'"), old.loc, "previous definition of '" + name + "' with type " + c.q(old.type));
            }
            if (replace) {
                old.kept = null;
                old.gnuExternInline = false;
                old.wasGnuExternInline = true;
                old.inline = false;
                old.gnuInline = false;
            }
        }
        FunctionSymbol f = function(s, st, dc, t, true);
        f.defined = true;
        f.implicit = false;
        parameterLocs(f, params);
        if (f.aliasOf != null) {
            c.warn(dc.loc(), "attributes", "'" + (f.weakref ? "weakref" : "alias") + "' attribute ignored because function is defined");
            f.aliasOf = null;
            f.weakref = false;
            aliases.remove(f);
        }
        if (dc.name() == c.known.main && c.options.hosted()) main(f, dc, t);
        FunctionState fn = new FunctionState(f, result);
        fn.locals.addAll(c.declarators.hidden);
        FunctionState outer = c.fn;
        c.fn = fn;
        for (TypedExpr e : c.declarators.effects) fn.out.add(new TypedStmt.ExprStmt(e.loc(), e));
        c.declarators.effects.clear();
        c.scopes.push();
        List<VarSymbol> passed;
        if (oldStyle) {
            passed = oldStyleParameters(d, built.function, f, earlier, fn);
            if (earlier == null) {
                f.type = t;
            }
        } else {
            passed = params;
            fn.variadic = built.function.variadic();
            for (int i = 0; i < params.size(); i++) {
                VarSymbol p = params.get(i);
                if (p.name.isEmpty()) {
                    if (c.options.year() < 2023) c.pedantic(p.loc, "ISO C does not support omitting parameter names in function definitions before C2X");
                    continue;
                }
                Scopes.Binding b = new Scopes.Binding(c.names.intern(p.name), p.loc, c.scopes.depth());
                b.symbol = p;
                c.scopes.bind(b);
            }
            if (!params.isEmpty()) fn.lastParam = params.get(params.size() - 1);
        }
        boolean reachesEnd = c.stmts.functionBody(d.body());
        c.stmts.unused();
        c.scopes.pop();
        if (reachesEnd) {
            if (dc.name() == c.known.main && c.options.hosted() && result.strip() == types.int_ && c.options.c99()) {
                fn.out.add(new TypedStmt.Return(d.body().end(), c.fold.integer(d.body().end(), types.int_, 0), List.of()));
            } else if (!result.isVoid() && !f.noreturn && !f.naked && !(dc.name() == c.known.main)) {
                if (s.types().isEmpty() && !fn.returnsValue) {
                    // Old code's functions without a type often return nothing.
                } else {
                    c.warnAll(d.body().end(), "return-type", "control reaches end of non-void function");
                }
            }
        }
        if (f.noreturn && reachesEnd && !f.naked) c.warn(dc.loc(), null, "'noreturn' function does return");
        c.stmts.resolveGotos();
        FunctionDefinition def = new FunctionDefinition(f, passed, fn.locals, fn.addressedLabels, fn.out, d.loc(), d.body().end());
        c.fn = outer;
        if (!c.diags.hasErrors()) c.define(def);
    }

    private void main(FunctionSymbol f, Declarator dc, CType t) {
        FunctionType ft = (FunctionType) t.strip();
        if (ft.result.strip() != types.int_) c.warnAll(dc.loc(), "main", "return type of 'main' is not 'int'");
        if (f.linkage == Linkage.INTERNAL) c.warnAll(dc.loc(), "main", "'main' is normally a non-static function");
        if (f.inline) c.pedantic(dc.loc(), "cannot inline function 'main'");
        if (f.noreturnSpecifier) c.pedantic(dc.loc(), "'main' declared '_Noreturn'");
    }

    private List<VarSymbol> oldStyleParameters(org.jcc.frontend.syntax.FunctionDefinition d, Declarator.Function fc, FunctionSymbol f, FunctionType earlier, FunctionState fn) {
        Map<Integer, VarSymbol> declared = new HashMap<>();
        List<VarSymbol> passed = new ArrayList<>();
        Set<Integer> names = new HashSet<>();
        for (Expr.Ident id : fc.identifiers()) if (!names.add(id.name())) c.error(id.loc(), "multiple parameters named '" + c.name(id.name()) + "'");
        // Names first without types, so that the declarations may refer to each other's sizes.
        for (Declaration decl : d.oldStyle()) {
            CType base = c.specs.type(decl.specs(), decl.declarators().isEmpty(), false);
            if (decl.declarators().isEmpty()) {
                c.pedwarn(decl.loc(), null, "empty declaration");
                continue;
            }
            for (Declarator pd : decl.declarators()) {
                if (base == null) continue;
                c.declarators.parameterDeclaration = true;
                CType t = c.declarators.build(base, pd, false).type;
                c.declarators.parameterDeclaration = false;
                t = c.attrs.type(t, decl.specs().attributes(), pd.attributes(), pd.loc());
                String name = c.name(pd.name());
                if (!names.contains(pd.name())) {
                    c.error(pd.loc(), "declaration for parameter '" + name + "' but no such parameter");
                    continue;
                }
                if (pd.init() != null) c.error(pd.loc(), "parameter '" + name + "' is initialized");
                if (declared.containsKey(pd.name())) {
                    c.error(pd.loc(), "redefinition of parameter '" + name + "'");
                    continue;
                }
                if (t.strip() instanceof ArrayType a) t = a.element.pointer().qualify(Declarators.arrayQualifiers(pd));
                else if (t.isFunction()) t = t.pointer();
                else if (t.isVoid() || !t.isComplete()) {
                    if (!t.isError()) c.error(pd.loc(), t.isVoid() ? "parameter '" + name + "' declared with void type" : "parameter '" + name + "' has incomplete type");
                    t = types.int_;
                }
                VarSymbol v = new VarSymbol(name, t, pd.loc(), VarSymbol.Storage.PARAM);
                v.register = (decl.specs().storage() & Specs.REGISTER) != 0;
                declared.put(pd.name(), v);
                Scopes.Binding b = new Scopes.Binding(pd.name(), pd.loc(), c.scopes.depth());
                b.symbol = v;
                c.scopes.bind(b);
                flushEffects();
            }
        }
        if (earlier != null && (earlier.params.size() != fc.identifiers().size()) && f.functionType().prototype) {
            c.error(d.loc(), "number of arguments doesn't match prototype");
            earlier = null;
        }
        int i = 0;
        f.oldStyleTypes = new ArrayList<>();
        for (Expr.Ident id : fc.identifiers()) {
            VarSymbol v = declared.get(id.name());
            if (v == null) {
                if (c.options.c99()) c.warn(id.loc(), "implicit-int", "type of '" + c.name(id.name()) + "' defaults to 'int'");
                v = new VarSymbol(c.name(id.name()), types.int_, id.loc(), VarSymbol.Storage.PARAM);
                Scopes.Binding b = new Scopes.Binding(id.name(), id.loc(), c.scopes.depth());
                b.symbol = v;
                c.scopes.bind(b);
            }
            f.oldStyleTypes.add(v.type);
            CType promoted = earlier != null && earlier.prototype ? earlier.params.get(i) : types.promoteArgument(v.type.unqualified());
            if (earlier != null && earlier.prototype && !types.compatibleUnqualified(earlier.params.get(i), v.type)
                    && !types.compatibleUnqualified(earlier.params.get(i), types.promoteArgument(v.type.unqualified()))) {
                c.error(v.loc, "argument '" + v.name + "' doesn't match prototype");
            } else if (earlier != null && !types.compatibleUnqualified(earlier.params.get(i), types.promoteArgument(v.type.unqualified()))) {
                c.pedantic(v.loc, "promoted argument '" + v.name + "' doesn't match prototype");
            }
            i++;
            if (promoted.strip() == v.type.strip() || promoted.isRecord() || promoted.isPointer()) {
                passed.add(v);
                continue;
            }
            // Passed promoted, narrowed at the function's begin.
            VarSymbol in = new VarSymbol(v.name + ".arg", promoted.unqualified(), v.loc, VarSymbol.Storage.PARAM);
            in.hidden = true;
            passed.add(in);
            v.storage = VarSymbol.Storage.AUTO;
            fn.locals.add(v);
            TypedExpr value = c.fold.convert(new TypedExpr.Load(v.loc, in.type, new TypedExpr.VarRef(v.loc, in.type, in)), v.type.unqualified(), v.loc);
            fn.out.add(new TypedStmt.LocalVar(v.loc, v, new org.jcc.frontend.ast.Initializer(
                    List.of(new org.jcc.frontend.ast.Initializer.Item(0, null, v.type, value)), false)));
        }
        if (!passed.isEmpty()) fn.lastParam = passed.get(passed.size() - 1);
        return passed;
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
