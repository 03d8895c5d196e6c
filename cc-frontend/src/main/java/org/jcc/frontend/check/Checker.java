package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.TypedConsumer;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.External;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.RecordType;
import org.jcc.frontend.types.TypeText;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.TargetInfo;

/**
 * The checker's face: takes the unit's external declarations one at a time, hands typed definitions on.
 *
 * <p>Inline functions, and static ones when optimising, are handed on only once something delivered refers to them:
 * headers are full of the others. Tentative definitions (6.9.2p2) and aliases come at the end.
 */
public final class Checker {
    final Diagnostics diags;
    final Names names;
    final Types types;
    final CheckOptions options;
    final TypedConsumer consumer;
    final Scopes scopes = new Scopes();
    final Fold fold;
    final Conversions conv;
    final Expressions exprs;
    final PrimaryExpressions primary;
    final PostfixExpressions postfix;
    final UnaryExpressions unary;
    final BinaryOperators binary;
    final Assignments assigns;
    final Calls calls;
    final Builtins builtins;
    final AtomicBuiltins atomics;
    final OverflowBuiltins overflows;
    final ShuffleBuiltins shuffles;
    final LibraryCalls libraryCalls;
    final LibraryFunctions library;
    final Declarations decls;
    final Functions functions;
    final Objects objects;
    final Specifiers specs;
    final VariableSizes variableSizes;
    final Declarators declarators;
    final Attributes attrs;
    final Initializers inits;
    final StaticValues statics;
    final Statements stmts;
    final AsmStatements asm;
    final Pragmas pragmas;
    final Formats formats;
    final ConstantExpressions constants;
    final KnownNames known;

    /** The function whose body is being checked, or null. */
    FunctionState fn;
    /** Greater than 0 within operands that are not evaluated: sizeof, typeof, _Generic's control, dead branches. */
    int unevaluated;
    /** Greater than 0 within {@code __extension__}: no pedantic warnings. */
    int extension;
    /** Greater than 0 within statements that a constant condition makes unreachable. */
    int dead;
    /** Where a static object's initialiser is being checked. */
    boolean staticInit;

    /** All symbols with linkage, in order of first declaration. */
    final List<Symbol> symbols = new ArrayList<>();
    private final ArrayList<Symbol> wanted = new ArrayList<>();

    public Checker(Diagnostics diags, Names names, TargetInfo target, CheckOptions options, TypedConsumer consumer) {
        this.diags = diags;
        this.names = names;
        this.pedanticErrors = diags.pedanticErrors();
        this.wall = diags.warningEnabled("parentheses", diags.warningEnabled("all", false));
        this.types = new Types(target);
        this.options = options;
        this.consumer = consumer;
        this.known = new KnownNames(names);
        this.fold = new Fold(this);
        this.conv = new Conversions(this);
        this.exprs = new Expressions(this);
        this.primary = new PrimaryExpressions(this);
        this.postfix = new PostfixExpressions(this);
        this.unary = new UnaryExpressions(this);
        this.binary = new BinaryOperators(this);
        this.assigns = new Assignments(this);
        this.calls = new Calls(this);
        this.library = new LibraryFunctions(this);
        this.builtins = new Builtins(this);
        this.atomics = new AtomicBuiltins(this);
        this.overflows = new OverflowBuiltins(this);
        this.shuffles = new ShuffleBuiltins(this);
        this.libraryCalls = new LibraryCalls(this);
        this.attrs = new Attributes(this);
        this.specs = new Specifiers(this);
        this.variableSizes = new VariableSizes(this);
        this.declarators = new Declarators(this);
        this.decls = new Declarations(this);
        this.functions = new Functions(this);
        this.objects = new Objects(this);
        this.inits = new Initializers(this);
        this.statics = new StaticValues(this);
        this.stmts = new Statements(this);
        this.asm = new AsmStatements(this);
        this.pragmas = new Pragmas(this);
        this.formats = new Formats(this);
        this.constants = new ConstantExpressions(this);
    }

    /** The types of this compilation. */
    public Types types() {
        return types;
    }

    /** Checks the next external declaration of the unit. */
    public void accept(External e) {
        decls.external(e);
        deliverWanted();
    }

    /** The unit is complete: tentative definitions, aliases, what is undefined. */
    public void finish() {
        decls.finish();
        deliverWanted();
        if (!diags.hasErrors()) consumer.end();
    }

    // ---- delivering ----

    /** A checked function definition: handed on now, or kept back until somebody wants it. */
    void define(FunctionDefinition d) {
        FunctionSymbol f = d.symbol();
        boolean keep = (f.inline || f.linkage == Symbol.Linkage.INTERNAL && options.optimize() > 0) && !mustEmit(f);
        if (keep && !f.referenced) {
            f.kept = d;
        } else {
            deliver(d);
        }
    }

    private boolean mustEmit(FunctionSymbol f) {
        if (f.usedAttribute || f.constructor >= 0 || f.destructor >= 0) return true;
        return f.linkage == Symbol.Linkage.EXTERNAL && f.emission() == FunctionSymbol.Emission.NORMAL;
    }

    private void deliver(FunctionDefinition d) {
        d.symbol().kept = null;
        if (!diags.hasErrors()) consumer.function(d);
        referenceAll(d);
    }

    private void referenceAll(FunctionDefinition d) {
        for (Symbol s : d.symbol().references) reference(s);
        for (FunctionDefinition n : d.nested()) referenceAll(n);
    }

    /** Delivered code or data refers to the symbol. */
    void reference(Symbol s) {
        if (s.referenced) return;
        s.referenced = true;
        if (s instanceof FunctionSymbol f && f.kept != null) wanted.add(f);
        else if (s instanceof VarSymbol v && v.isStatic() && pendingVars.remove(v)) wanted.add(v);
    }

    /** Static data of functions that are kept back. */
    private final java.util.Set<VarSymbol> pendingVars = new java.util.LinkedHashSet<>();

    void variable(VarSymbol v, FunctionSymbol in) {
        if (in != null && in.inline && !v.referenced && v.linkage != Symbol.Linkage.EXTERNAL) {
            pendingVars.add(v);
            return;
        }
        deliver(v);
    }

    private void deliver(VarSymbol v) {
        if (!diags.hasErrors()) consumer.variable(v);
        if (v.init != null) {
            for (org.jcc.frontend.ast.StaticData.Reloc r : v.init.relocs()) {
                if (r.target() instanceof org.jcc.frontend.ast.StaticData.SymbolTarget t) reference(t.symbol());
            }
        }
    }

    void deliverWanted() {
        for (int i = 0; i < wanted.size(); i++) {
            Symbol s = wanted.get(i);
            if (s instanceof FunctionSymbol f && f.kept != null) deliver(f.kept);
            else if (s instanceof VarSymbol v) deliver(v);
        }
        wanted.clear();
    }

    /** The function being checked refers to the symbol; outside of functions it is a reference at once. */
    void use(Symbol s) {
        if (fn == null || fn.symbol == null) {
            reference(s);
        } else if (!s.referenced) {
            (unevaluated == 0 ? fn.symbol.references : unevaluatedUses).add(s);
        }
    }

    /** Symbols that unevaluated operands of the function being checked name. */
    final List<Symbol> unevaluatedUses = new ArrayList<>();

    /** An operand turned out to be evaluated, whose uses begin at {@code from} of {@link #unevaluatedUses}. */
    void evaluatedAfterAll(int from) {
        if (unevaluated == 0) fn.symbol.references.addAll(unevaluatedUses.subList(from, unevaluatedUses.size()));
    }

    // ---- diagnostics ----

    List<Diagnostics.Diagnostic> error(int loc, String message) {
        return diags.error(loc, message);
    }

    List<Diagnostics.Diagnostic> warn(int loc, String option, String message) {
        if (pedanticErrors && option != null && PEDWARNS.contains(option)) return pedwarn(loc, option, message);
        return diags.warning(loc, option, message);
    }

    /** Options of warnings that are about violated constraints. */
    private static final java.util.Set<String> PEDWARNS = java.util.Set.of("incompatible-pointer-types", "int-conversion", "discarded-qualifiers",
            "implicit-function-declaration", "implicit-int", "return-type");
    private final boolean pedanticErrors;

    /** A warning that -Wall gives. */
    List<Diagnostics.Diagnostic> warnAll(int loc, String option, String message) {
        return diags.warning(loc, option, allEnabled(option), message);
    }

    boolean allEnabled(String option) {
        return diags.warningEnabled(option, diags.warningEnabled("all", false));
    }

    List<Diagnostics.Diagnostic> warnExtra(int loc, String option, String message) {
        return diags.warning(loc, option, diags.warningEnabled("extra", false), message);
    }

    /** A pedantic warning; silent within {@code __extension__}. */
    List<Diagnostics.Diagnostic> pedantic(int loc, String message) {
        if (extension > 0) return new ArrayList<>();
        if (pedanticErrors && !diags.sources().inSystemHeader(loc)) return diags.report(Diagnostics.Severity.ERROR, loc, 0, "pedantic", message);
        return diags.pedantic(loc, message);
    }

    /** What gcc warns about unless in a dialect that allows it; with -pedantic-errors an error. */
    List<Diagnostics.Diagnostic> pedwarn(int loc, String option, String message) {
        if (pedanticErrors && diags.warningEnabled(option, true) && !diags.sources().inSystemHeader(loc)) return diags.report(Diagnostics.Severity.ERROR, loc, 0, option, message);
        return diags.warning(loc, option, message);
    }

    /** Names reported as undeclared in this function. */
    final java.util.Set<Integer> undeclared = new java.util.HashSet<>();
    boolean undeclaredNoted;

    void pedanticC90(int loc, String message) {
        if (!options.c99()) pedantic(loc, message);
    }

    /** What C99 and before did not demand to be equal, C90 did. */
    void pedanticC99(int loc, String message) {
        if (options.year() < 2011) pedantic(loc, message);
    }

    /** {@code what} is C11's. */
    void before2011(int loc, String what) {
        if (options.year() < 2011 && extension == 0) pedantic(loc, "ISO " + (options.c99() ? "C99" : "C90") + " does not support " + what);
    }

    boolean wallParentheses() {
        return wall;
    }

    private final boolean wall;

    /** A typedef with attribute {@code unavailable} was seen. */
    boolean anyUnavailable;

    boolean pedanticEnabled() {
        return extension == 0 && diags.warningEnabled("pedantic", false);
    }

    /** The value of a constant expression has overflowed (6.6p4). */
    void overflowPedantic(int loc) {
        if (pedanticEnabled()) pedwarn(loc, "overflow", "overflow in constant expression");
    }

    void longLong(int loc, String message) {
        if (extension > 0) return;
        if (pedanticErrors && diags.warningEnabled("long-long", true)) pedwarn(loc, "long-long", message);
        else diags.warning(loc, "long-long", diags.warningEnabled("pedantic", false), message);
    }

    void warnPointerArith(int loc, String message) {
        if (pedanticErrors && extension == 0) pedwarn(loc, "pointer-arith", message);
        else if (extension == 0) diags.warning(loc, "pointer-arith", diags.warningEnabled("pedantic", false), message);
    }

    void incompleteArithmetic(int loc, CType to) {
        if (to.strip() instanceof RecordType r) error(loc, "invalid use of undefined type '" + (r.union ? "union " : "struct ") + r.tag + "'");
        else error(loc, "arithmetic on a pointer to an incomplete type");
    }

    void note(List<Diagnostics.Diagnostic> notes, int loc, String message) {
        notes.add(Diagnostics.note(loc, message));
    }

    void sorry(int loc, String what) {
        diags.sorry(loc, what);
    }

    /** False within an operand that is not evaluated. */
    boolean evaluated() {
        return unevaluated == 0;
    }

    /** A type quoted for a message. */
    String q(CType t) {
        return TypeText.quoted(t);
    }

    String name(int id) {
        return names.text(id);
    }

    /** The expression that stands for an error already reported. */
    TypedExpr errorExpr(int loc) {
        return new TypedExpr.IntConst(loc, types.error, 0, 0);
    }

    /** Reports the use of an incomplete type. */
    void incomplete(int loc, CType t, TypedExpr e) {
        CType s = t.strip();
        if (s.isError()) return;
        if (e instanceof TypedExpr.VarRef v) {
            error(loc, "'" + v.variable().name + "' has an incomplete type " + q(t.unqualified()));
        } else if (s instanceof RecordType r) {
            error(loc, r.beingDefined ? "invalid use of incomplete typedef " + q(t) : "invalid use of undefined type '" + (r.union ? "union " : "struct ") + r.tag + "'");
        } else if (s instanceof EnumType en) {
            error(loc, "invalid use of undefined type 'enum " + en.tag + "'");
        } else if (s instanceof ArrayType) {
            error(loc, "invalid use of array with unspecified bounds");
        } else {
            error(loc, "invalid use of void expression");
        }
    }
}
