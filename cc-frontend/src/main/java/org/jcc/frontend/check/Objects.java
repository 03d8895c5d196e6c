package org.jcc.frontend.check;

import java.util.List;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.Symbol.Linkage;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Declarator;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Specs;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.Types;

/**
 * Declarations of objects (6.7, 6.9.2): storage, linkage and their merging, register variables, initialisers of static and automatic
 * objects.
 */
final class Objects {
    private final Checker c;
    private final Types types;

    Objects(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    void variable(Specs s, Declarator dc, CType t) {
        VarSymbol v = variableSymbol(s, dc, t);
        if (v == null) {
            if (dc.init() instanceof Expr e) c.exprs.valueOf(e);
            return;
        }
        c.decls.flushEffects();
        initialise(s, dc, v, null);
    }

    /** Makes and binds the symbol, or merges; null if that is impossible. */
    VarSymbol variableSymbol(Specs s, Declarator dc, CType t) {
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
            c.decls.redeclared(dc.name(), dc.loc(), here, "variable");
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
                c.decls.pending(dc.name(), v);
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
        if ((v.aliasOf != null || v.ifunc != null) && !c.decls.aliases.contains(v)) {
            c.decls.aliases.add(v);
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
    void initialise(Specs s, Declarator dc, VarSymbol v, TypedExpr autoInit) {
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
                c.decls.tentative.remove(v);
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
                c.decls.tentative.putIfAbsent(v, dc.loc());
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
        // A register variable with an initial value is a variable, not the register's name.
        if (init != null && v.hardRegister != null) v.set = true;
        if (v.type.isVla()) {
            TypedStmt.StackMark mark = new TypedStmt.StackMark();
            fn.out.add(new TypedStmt.StackSave(dc.loc(), mark));
            fn.leave = new FunctionState.Leave(fn.leave, new TypedStmt.StackRestore(dc.loc(), mark), v.name, dc.loc());
            fn.vlas.add(v);
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
}
