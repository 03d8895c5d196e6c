package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.Symbol.Linkage;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Declaration;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;

/**
 * Function declarations and definitions (6.7.6.3, 6.9.1): merges redeclarations (6.2.2, 6.2.7) and the rules of inline, declares implicitly
 * what C90 lets be called, opens and closes bodies, takes old-style parameters.
 */
final class Functions {
    private final Checker c;
    private final Types types;

    Functions(Checker c) {
        this.c = c;
        this.types = c.types;
    }

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
        if (t.isVariablyModified() && (st & Specs.AUTO) == 0) c.error(dc.loc(), "non-nested function with variably modified type");
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
    FunctionSymbol function(Specs s, int storage, Declarator dc, CType t, boolean definition) {
        String name = c.name(dc.name());
        boolean isStatic = (storage & Specs.STATIC) != 0;
        boolean isInline = (s.function() & Specs.INLINE) != 0;
        if ((s.function() & Specs.NORETURN) != 0 && !((FunctionType) t.strip()).noreturn) {
            t = ((FunctionType) t.strip()).withAttributes(true, ((FunctionType) t.strip()).attributes);
        }
        Scopes.Binding here = c.scopes.findHere(dc.name());
        if (here != null && !(here.symbol instanceof FunctionSymbol)) {
            c.decls.redeclared(dc.name(), dc.loc(), here, "function");
            FunctionSymbol orphan = new FunctionSymbol(name, t, dc.loc());
            return orphan;
        }
        boolean nested = c.fn != null && (definition || (storage & Specs.AUTO) != 0);
        Symbol old = nested ? here != null && ((FunctionSymbol) here.symbol).nestedIn != null ? here.symbol : null : c.scopes.linked(dc.name());
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
            f.linkage = nested ? Linkage.NONE : isStatic ? Linkage.INTERNAL : Linkage.EXTERNAL;
            f.inline = isInline;
            f.c99InlineOnly = isInline && (storage & Specs.EXTERN) == 0 && !isStatic;
            if (nested) {
                f.nestedIn = c.fn.symbol;
                c.fn.functions.add(f);
            } else {
                c.scopes.link(dc.name(), f);
                c.symbols.add(f);
                c.decls.pending(dc.name(), f);
            }
            CType known = c.options.knows(name) && !isStatic && !nested ? c.library.type(name) : null;
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
        if (definition) f.target = Pragmas.joined(c.pragmas.target(), f.target);
        if (c.pragmas.visibility() != null && !f.visibilitySet && (fresh || definition)) {
            f.visibility = c.pragmas.visibility();
            f.visibilitySet = true;
        }
        if (f.aliasOf != null && !f.weakref && f.aliasOf.equals(f.asmName)) {
            c.error(dc.loc(), "'" + name + "' is part of alias cycle");
            f.aliasOf = null;
        }
        if ((f.aliasOf != null || f.ifunc != null) && !c.decls.aliases.contains(f)) {
            c.decls.aliases.add(f);
            if (!f.weakref) f.defined = true;
        }
        if (here == null || here.symbol != f && nested) {
            Scopes.Binding b = new Scopes.Binding(dc.name(), dc.loc(), c.scopes.depth());
            b.symbol = f;
            b.used = c.scopes.depth() > 0;
            c.scopes.bind(b);
        }
        return f;
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
        CType known = c.options.knows(name) && !c.library.takesStream(name) ? c.library.type(name) : null;
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
        c.decls.pending(nameId, f);
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

    void function(org.jcc.frontend.syntax.FunctionDefinition d) {
        Specs s = d.specs();
        if ((s.storage() & Specs.EXTENSION) != 0) c.extension++;
        try {
            define(d, s);
        } finally {
            if ((s.storage() & Specs.EXTENSION) != 0) c.extension--;
            c.declarators.effects.clear();
            c.declarators.hidden.clear();
            if (c.fn == null) c.unevaluatedUses.clear();
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
        if ((st & Specs.AUTO) != 0 && c.fn == null) c.error(dc.loc(), "function definition declared 'auto'");
        if (c.fn != null && (st & (Specs.STATIC | Specs.EXTERN)) != 0) c.error(dc.loc(), "invalid storage class for function '" + name + "'");
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
        Scopes.Binding here = c.scopes.findHere(dc.name());
        Symbol before = c.fn == null ? c.scopes.linked(dc.name()) : here == null ? null : here.symbol;
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
            c.decls.aliases.remove(f);
        }
        boolean isMain = dc.name() == c.known.main && c.options.hosted() && c.fn == null;
        if (isMain) main(f, dc, t);
        FunctionState outer = c.fn;
        FunctionState fn = new FunctionState(f, result, outer);
        fn.locals.addAll(c.declarators.hidden);
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
            if (isMain && result.strip() == types.int_ && c.options.c99()) {
                fn.out.add(new TypedStmt.Return(d.body().end(), c.fold.integer(d.body().end(), types.int_, 0), List.of()));
            } else if (!result.isVoid() && !f.noreturn && !f.naked && !(dc.name() == c.known.main && outer == null)) {
                if (s.types().isEmpty() && !fn.returnsValue) {
                    // Old code's functions without a type often return nothing.
                } else {
                    c.warnAll(d.body().end(), "return-type", "control reaches end of non-void function");
                }
            }
        }
        if (f.noreturn && reachesEnd && !f.naked) c.warn(d.body().end(), null, "'noreturn' function does return");
        c.stmts.resolveGotos();
        for (FunctionSymbol n : fn.functions) if (!n.defined) c.error(n.loc, "nested function '" + n.name + "' declared but never defined");
        FunctionDefinition def = new FunctionDefinition(f, passed, fn.locals, fn.addressedLabels, fn.out, d.loc(), d.body().end(), fn.nested);
        c.fn = outer;
        if (outer != null || !fn.nested.isEmpty()) {
            for (List<VarSymbol> all : List.of(passed, fn.locals, fn.vlas)) for (VarSymbol v : all) v.owner = f;
        }
        if (outer != null) outer.nested.add(def);
        else if (!c.diags.hasErrors()) c.define(def);
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
                c.decls.flushEffects();
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
}
