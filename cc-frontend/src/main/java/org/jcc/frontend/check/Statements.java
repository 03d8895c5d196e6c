package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.check.FunctionState.Jump;
import org.jcc.frontend.check.FunctionState.LabelInfo;
import org.jcc.frontend.check.FunctionState.Leave;
import org.jcc.frontend.check.FunctionState.SwitchState;
import org.jcc.frontend.syntax.BlockItem;
import org.jcc.frontend.syntax.Declaration;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.FunctionDefinition;
import org.jcc.frontend.syntax.Pragma;
import org.jcc.frontend.syntax.Statement;
import org.jcc.frontend.syntax.StaticAssert;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.EnumType;
import org.jcc.frontend.types.Types;
import org.jcc.support.Diagnostics;

/**
 * Statements (6.8). Each method returns whether control can reach what follows, as far as the warning about missing
 * returns cares. What a jump leaves (VLAs, cleanups) is spelled out when both of its ends are known.
 */
final class Statements {
    private final Checker c;
    private final Types types;
    private boolean reachable;

    Statements(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    /** The body of a function, whose scope (with the parameters) is open. Returns whether its end is reached. */
    boolean functionBody(Statement.Compound body) {
        c.undeclared.clear();
        c.undeclaredNoted = false;
        reachable = true;
        FunctionState fn = c.fn;
        Leave at = fn.leave;
        items(body.items());
        if (reachable) FunctionState.leaving(fn.leave, at, fn.out);
        fn.leave = at;
        return reachable;
    }

    /** Warns about the innermost scope's variables that nothing uses. */
    void unused() {
        for (Scopes.Binding b : c.scopes.innermost()) {
            if (b.symbol instanceof VarSymbol v && v.linkage == org.jcc.frontend.ast.Symbol.Linkage.NONE) {
                if (v.used || v.unusedAttribute || v.hidden || v.name.isEmpty() || v.type.isError()) continue;
                if (v.storage == VarSymbol.Storage.PARAM) {
                    boolean on = c.diags.warningEnabled("extra", false) && c.diags.warningEnabled("all", false);
                    if (v.set) c.diags.warning(v.loc, "unused-but-set-parameter", c.diags.warningEnabled("extra", false) && c.diags.warningEnabled("all", false), "parameter '" + v.name + "' set but not used");
                    else c.diags.warning(v.loc, "unused-parameter", on, "unused parameter '" + v.name + "'");
                } else if (v.set && !v.isStatic()) {
                    c.warnAll(v.loc, "unused-but-set-variable", "variable '" + v.name + "' set but not used");
                } else {
                    c.warnAll(v.loc, "unused-variable", "unused variable '" + v.name + "'");
                }
            } else if (b.typedef != null && !b.used) {
                c.warnAll(b.loc, "unused-local-typedefs", "typedef '" + c.name(b.name) + "' locally defined but not used");
            }
        }
    }

    private void items(List<BlockItem> list) {
        boolean labelled = false;
        for (int i = 0; i < list.size(); i++) {
            BlockItem it = list.get(i);
            if (labelled && it instanceof Declaration && c.options.year() < 2023) c.pedantic(it.loc(), "a label can only be part of a statement and a declaration is not a statement");
            labelled = it instanceof BlockItem.Label || it instanceof BlockItem.Case || it instanceof BlockItem.Default;
            item(it);
        }
        if (labelled && c.options.year() < 2023) c.pedantic(list.get(list.size() - 1).loc(), "label at end of compound statement");
    }

    private void item(BlockItem item) {
        switch (item) {
            case Statement s -> statement(s);
            case Declaration d -> {
                int before = c.fn.out.size();
                c.decls.declaration(d);
            }
            case BlockItem.Label l -> label(l);
            case BlockItem.Case k -> caseLabel(k);
            case BlockItem.Default d -> defaultLabel(d);
            case BlockItem.LocalLabels l -> localLabels(l);
            case FunctionDefinition f -> nested(f);
            case StaticAssert s -> c.decls.staticAssert(s);
            case Pragma p -> c.pragmas.pragma(p);
        }
    }

    /** A function within a function (GCC manual 6.4): what is known of the outer one waits. */
    private void nested(FunctionDefinition f) {
        c.pedantic(f.loc(), "ISO C forbids nested functions");
        boolean outer = reachable;
        int labels = hidden.size();
        c.functions.function(f);
        while (hidden.size() > labels) hidden.removeLast();
        reachable = outer;
    }

    private void emit(TypedStmt s) {
        c.fn.out.add(s);
    }

    /** A statement alone, as a body: its statements as one. */
    private TypedStmt body(Statement s) {
        FunctionState fn = c.fn;
        List<TypedStmt> outer = fn.out;
        fn.out = new ArrayList<>(4);
        boolean block = s instanceof Statement.Compound k && k.braces();
        if (!block) enterBlock();
        if (s instanceof Statement.Compound row && !block) items(row.items());
        else statement(s);
        if (!block) leaveBlock();
        List<TypedStmt> mine = fn.out;
        fn.out = outer;
        return mine.size() == 1 ? mine.get(0) : new TypedStmt.Block(s.loc(), mine, s.loc());
    }

    void statement(Statement s) {
        switch (s) {
            case Statement.ExprStatement e -> expression(e);
            case Statement.Compound k -> compound(k);
            case Statement.If i -> ifStatement(i);
            case Statement.Return r -> returnStatement(r);
            case Statement.For f -> forStatement(f);
            case Statement.While w -> whileStatement(w);
            case Statement.DoWhile d -> doStatement(d);
            case Statement.Switch w -> switchStatement(w);
            case Statement.Break b -> breakStatement(b);
            case Statement.Continue k -> continueStatement(k);
            case Statement.Goto g -> gotoStatement(g);
            case Statement.ComputedGoto g -> {
                TypedExpr e = c.exprs.valueOf(g.address());
                c.pedantic(g.loc(), "ISO C forbids 'goto *expr;'");
                if (!e.type().isError()) {
                    e = c.conv.assign(e, types.constVoidPtr, Conversions.Plain.ASSIGN, g.address().start());
                    emit(new TypedStmt.ComputedGoto(g.loc(), e));
                    c.fn.usesComputedGoto = true;
                }
                reachable = false;
            }
            case Statement.Empty e -> {
                for (org.jcc.frontend.syntax.Attribute a : e.attributes()) {
                    if (!c.name(a.name()).equals("fallthrough")) c.warn(a.loc(), "attributes", "'" + c.name(a.name()) + "' attribute ignored");
                }
            }
            case Statement.Asm a -> {
                TypedStmt t = c.asm.statement(a);
                if (t != null) emit(t);
            }
        }
    }

    private void expression(Statement.ExprStatement s) {
        int from = c.declarators.effects.size();
        TypedExpr e = c.exprs.expr(s.expression());
        e = c.exprs.dropped(e, s.expression().loc());
        e = c.declarators.prefix(from, e);
        if (e.type().isError()) return;
        unusedResult(e, s.loc());
        emit(new TypedStmt.ExprStmt(s.loc(), e));
        if (neverReturns(e)) reachable = false;
    }

    private void unusedResult(TypedExpr e, int loc) {
        if (e instanceof TypedExpr.Call k && k.function() != null && k.function().warnUnusedResult && !k.type().isVoid()) {
            c.note(c.warn(k.loc(), "unused-result", "ignoring return value of " + quotedFunction(k.function()) + " declared with attribute 'warn_unused_result'"), k.function().loc, "declared here");
        }
    }

    private String quotedFunction(org.jcc.frontend.ast.FunctionSymbol f) {
        return "'" + f.name + "'";
    }

    private static boolean neverReturns(TypedExpr e) {
        return switch (e) {
            case TypedExpr.Call k -> k.function() != null && k.function().noreturn || k.signature().noreturn;
            case TypedExpr.BuiltinCall b -> switch (b.builtin()) {
                case UNREACHABLE, TRAP, LONGJMP, EH_RETURN -> true;
                default -> false;
            };
            case TypedExpr.Convert k -> neverReturns(k.operand());
            case TypedExpr.Comma k -> neverReturns(k.left()) || neverReturns(k.right());
            case TypedExpr.Conditional k -> neverReturns(k.then()) && neverReturns(k.otherwise());
            default -> false;
        };
    }

    private void compound(Statement.Compound k) {
        if (!k.braces()) {
            items(k.items());
            return;
        }
        FunctionState fn = c.fn;
        List<TypedStmt> outer = fn.out;
        Leave at = fn.leave;
        fn.out = new ArrayList<>(k.items().size() + 2);
        c.scopes.push();
        ArrayList<LabelInfo> hiddenLabels = null;
        items(k.items());
        FunctionState.leaving(fn.leave, at, fn.out);
        fn.leave = at;
        unused();
        c.scopes.pop();
        endLocalLabels(k);
        List<TypedStmt> mine = fn.out;
        fn.out = outer;
        emit(new TypedStmt.Block(k.loc(), mine, k.end()));
    }

    // ---- selection ----

    /** Selection and iteration statements are blocks of their own (6.8.4p3, 6.8.5p5), but not in C90. */
    private void enterBlock() {
        if (c.options.c99()) c.scopes.push();
    }

    private void leaveBlock() {
        if (c.options.c99()) c.scopes.pop();
    }

    private void ifStatement(Statement.If i) {
        enterBlock();
        ifWithin(i);
        leaveBlock();
    }

    /** Whether a statement without braces ends with an {@code if} that has an {@code else}: it may be meant for an outer {@code if}. */
    private static boolean endsWithElse(Statement s) {
        while (true) {
            switch (s) {
                case Statement.If i -> {
                    return i.otherwise() != null;
                }
                case Statement.While w -> s = w.body();
                case Statement.For f -> s = f.body();
                case Statement.Switch w -> s = w.body();
                default -> {
                    return false;
                }
            }
        }
    }

    private void ifWithin(Statement.If i) {
        if (i.otherwise() == null && c.diags.warningEnabled("dangling-else", c.wallParentheses()) && endsWithElse(i.then())) {
            c.diags.warning(i.loc(), "dangling-else", true, "suggest explicit braces to avoid ambiguous 'else'");
        }
        TypedExpr cond = c.exprs.condition(i.condition(), "if");
        boolean before = reachable;
        int known = Fold.truth(cond);
        if (i.then() instanceof Statement.Empty && i.otherwise() == null) c.warnExtra(i.then().loc(), "empty-body", "suggest braces around empty body in an 'if' statement");
        if (known == 0) c.dead++;
        TypedStmt then = body(i.then());
        if (known == 0) c.dead--;
        boolean afterThen = reachable;
        reachable = before;
        if (known == 1) c.dead++;
        TypedStmt otherwise = i.otherwise() == null ? null : body(i.otherwise());
        if (known == 1) c.dead--;
        boolean afterElse = reachable;
        if (known == 1 && i.otherwise() == null) reachable = afterThen;
        else reachable = afterThen && known != 0 || afterElse && known != 1 || known < 0 && (afterThen || afterElse);
        if (cond.type().isError()) return;
        emit(new TypedStmt.If(i.loc(), cond, then, otherwise));
    }

    private void switchStatement(Statement.Switch w) {
        enterBlock();
        switchWithin(w);
        leaveBlock();
    }

    private void switchWithin(Statement.Switch w) {
        TypedExpr v = c.exprs.valueOf(w.value());
        CType written = v.type();
        if (!v.type().isError() && !v.type().isInteger()) {
            c.error(w.value().start(), "switch quantity not an integer");
            v = c.errorExpr(w.loc());
        }
        boolean bool = v.type().isBool();
        v = c.conv.promote(v);
        FunctionState fn = c.fn;
        SwitchState outerSwitch = fn.switchState;
        Jump outerJump = fn.jump;
        LabelSymbol brk = new LabelSymbol(null, w.loc());
        SwitchState st = new SwitchState(v.type(), written, fn.leave, outerSwitch);
        fn.switchState = st;
        fn.jump = new Jump(brk, fn.leave, outerJump == null ? null : outerJump.continueLabel, outerJump == null ? null : outerJump.continueLeave);
        reachable = false;
        TypedStmt body = body(w.body());
        fn.switchState = outerSwitch;
        fn.jump = outerJump;
        reachable = reachable || brk.used || st.defaultLabel == null;
        if (v.type().isError()) return;
        enumCases(st, w, written);
        List<TypedStmt.Case> cases = List.copyOf(st.byLow.values());
        emit(new TypedStmt.Switch(w.loc(), v, cases, st.defaultLabel, body, brk));
    }

    private void enumCases(SwitchState st, Statement.Switch w, CType written) {
        if (!(written.strip() instanceof EnumType e) || st.defaultLabel != null || !c.allEnabled("switch")) return;
        for (EnumType.Enumerator en : e.enumerators) {
            boolean found = false;
            for (TypedStmt.Case k : st.byLow.values()) found |= k.low().low() <= en.value() && en.value() <= k.high().low();
            if (!found) c.warnAll(w.loc(), "switch", "enumeration value '" + en.name() + "' not handled in switch");
        }
    }

    private void caseLabel(BlockItem.Case k) {
        SwitchState st = c.fn.switchState;
        TypedExpr low = c.exprs.constantExpr(k.low());
        TypedExpr high = k.high() == null ? low : c.exprs.constantExpr(k.high());
        if (k.high() != null) c.pedantic(k.loc(), "range expressions in switch statements are non-standard");
        reachable = true;
        if (st == null) {
            c.error(k.loc(), "case label not within a switch statement");
            return;
        }
        if (low.type().isError() || high.type().isError()) return;
        if (low instanceof IntConst && c.constants.lax(k.low())) c.pedantic(k.loc(), "case label is not an integer constant expression");
        if (!(low instanceof IntConst a) || !(high instanceof IntConst b) || !low.type().isInteger() || !high.type().isInteger()) {
            if (low.type().isPointer()) c.error(k.loc(), "pointers are not permitted as case values");
            else c.error(k.loc(), "case label does not reduce to an integer constant");
            return;
        }
        jumpInto(st.leave, c.fn.leave, k.loc(), "case");
        if (st.type.isError()) return;
        IntConst x = (IntConst) c.fold.convert(a, st.type, k.loc());
        IntConst y = (IntConst) c.fold.convert(b, st.type, k.loc());
        java.math.BigInteger from = Fold.big(x);
        java.math.BigInteger to = Fold.big(y);
        if (k.high() != null && to.compareTo(from) < 0) {
            c.warn(k.loc(), null, "empty range specified");
            return;
        }
        LabelSymbol l = new LabelSymbol(null, k.loc());
        l.used = true;
        l.defined = true;
        emit(new TypedStmt.Label(k.loc(), l));
        // Values that the type before promotion cannot have never match.
        if (outside(st.written, a) && k.high() == null && !st.written.isBool()) {
            c.warn(k.low().start(), null, Fold.big(a).signum() < 0 ? "case label value is less than minimum value for type" : "case label value exceeds maximum value for type");
        }
        TypedStmt.Case mine = new TypedStmt.Case(x, y, l);
        java.util.Map.Entry<java.math.BigInteger, TypedStmt.Case> before = st.byLow.floorEntry(to);
        if (before != null && Fold.big(before.getValue().high()).compareTo(from) >= 0) {
            boolean one = from.equals(to);
            c.note(c.error(k.loc(), one ? "duplicate case value" : "duplicate (or overlapping) case value"), before.getValue().label().loc,
                    one ? "previously used here" : "this is the first entry overlapping that value");
            return;
        }
        st.byLow.put(from, mine);
    }

    private boolean outside(CType t, IntConst v) {
        if (!t.isInteger() || t.strip().size() >= 8 || t.strip() instanceof EnumType) return false;
        return !Fold.big(c.fold.integer(0, t, v.low())).equals(Fold.big(v));
    }

    private void defaultLabel(BlockItem.Default d) {
        SwitchState st = c.fn.switchState;
        reachable = true;
        if (st == null) {
            c.error(d.loc(), "'default' label not within a switch statement");
            return;
        }
        if (st.defaultLabel != null) {
            c.note(c.error(d.loc(), "multiple default labels in one switch"), st.defaultLoc, "this is the first default label");
            return;
        }
        jumpInto(st.leave, c.fn.leave, d.loc(), "'default'");
        LabelSymbol l = new LabelSymbol(null, d.loc());
        l.used = true;
        l.defined = true;
        st.defaultLabel = l;
        st.defaultLoc = d.loc();
        emit(new TypedStmt.Label(d.loc(), l));
    }

    /** A case may not stand in a statement expression or in the scope of a variably modified declaration that the switch is outside of (6.8.4.2p2). */
    private void jumpInto(Leave from, Leave to, int loc, String what) {
        for (Leave l = to; l != from && l != null; l = l.outer) {
            if (l.statementExpression) {
                c.error(loc, what + " label in statement expression not containing enclosing switch statement");
                return;
            }
            if (l.vla != null) {
                c.note(c.error(loc, "switch jumps into scope of identifier with variably modified type"), l.loc, "'" + l.vla + "' declared here");
                return;
            }
        }
    }

    // ---- iteration ----

    private TypedStmt loopBody(Statement s, LabelSymbol brk, LabelSymbol cont) {
        FunctionState fn = c.fn;
        Jump outer = fn.jump;
        fn.jump = new Jump(brk, fn.leave, cont, fn.leave);
        TypedStmt b = body(s);
        fn.jump = outer;
        return b;
    }

    private void whileStatement(Statement.While w) {
        enterBlock();
        whileWithin(w);
        leaveBlock();
    }

    private void whileWithin(Statement.While w) {
        TypedStmt.LoopHints hints = c.pragmas.loops.take();
        TypedExpr cond = c.exprs.condition(w.condition(), "while");
        LabelSymbol brk = new LabelSymbol(null, w.loc());
        LabelSymbol cont = new LabelSymbol(null, w.loc());
        TypedStmt b = loopBody(w.body(), brk, cont);
        reachable = Fold.truth(cond) != 1 || brk.used;
        if (cond.type().isError()) return;
        emit(new TypedStmt.Loop(w.loc(), cond, true, null, b, cont, brk, hints));
    }

    private void doStatement(Statement.DoWhile d) {
        enterBlock();
        doWithin(d);
        leaveBlock();
    }

    private void doWithin(Statement.DoWhile d) {
        TypedStmt.LoopHints hints = c.pragmas.loops.take();
        LabelSymbol brk = new LabelSymbol(null, d.loc());
        LabelSymbol cont = new LabelSymbol(null, d.loc());
        TypedStmt b = loopBody(d.body(), brk, cont);
        boolean atTest = reachable || cont.used;
        TypedExpr cond = c.exprs.condition(d.condition(), "do");
        reachable = atTest && Fold.truth(cond) != 1 || brk.used;
        if (cond.type().isError()) return;
        emit(new TypedStmt.Loop(d.loc(), cond, false, null, b, cont, brk, hints));
    }

    private void forStatement(Statement.For f) {
        TypedStmt.LoopHints hints = c.pragmas.loops.take();
        if (f.condition() == null && hints != TypedStmt.LoopHints.NONE) {
            c.error(f.loc(), "missing loop condition in loop with 'GCC " + (hints.ivdep() ? "ivdep" : "unroll") + "' pragma before ';' token");
        }
        FunctionState fn = c.fn;
        boolean scope = f.init() != null && !(f.init() instanceof Statement);
        List<TypedStmt> outer = fn.out;
        Leave at = fn.leave;
        fn.out = new ArrayList<>(4);
        c.scopes.push();
        if (f.init() != null) {
            if (f.init() instanceof Declaration d) {
                c.pedanticC90(d.loc(), "'for' loop initial declarations are only allowed in C99 or C11 mode");
                c.decls.declaration(d);
                for (Scopes.Binding b : c.scopes.innermost()) {
                    if (b.symbol != null && (b.symbol instanceof VarSymbol v ? v.isStatic() : true)) {
                        c.error(b.loc, b.symbol instanceof VarSymbol v2 && v2.linkage == org.jcc.frontend.ast.Symbol.Linkage.NONE ? "declaration of static variable '" + b.symbol.name + "' in 'for' loop initial declaration"
                                : b.symbol instanceof VarSymbol ? "declaration of 'extern' variable '" + b.symbol.name + "' in 'for' loop initial declaration"
                                : "declaration of non-variable '" + b.symbol.name + "' in 'for' loop initial declaration");
                    } else if (b.typedef != null || b.constant != null) {
                        c.error(b.loc, "declaration of non-variable '" + c.name(b.name) + "' in 'for' loop initial declaration");
                    }
                }
            } else {
                item(f.init());
            }
        }
        TypedExpr cond = f.condition() == null ? null : c.exprs.condition(f.condition(), "for");
        TypedExpr step = null;
        if (f.step() != null) {
            TypedExpr e = c.exprs.expr(f.step());
            step = c.exprs.dropped(e, f.step().loc());
        }
        LabelSymbol brk = new LabelSymbol(null, f.loc());
        LabelSymbol cont = new LabelSymbol(null, f.loc());
        TypedStmt b = loopBody(f.body(), brk, cont);
        reachable = cond != null && Fold.truth(cond) != 1 || brk.used;
        boolean bad = cond != null && cond.type().isError() || step != null && step.type().isError();
        if (!bad) emit(new TypedStmt.Loop(f.loc(), cond, true, step, b, cont, brk, hints));
        FunctionState.leaving(fn.leave, at, fn.out);
        fn.leave = at;
        unused();
        c.scopes.pop();
        List<TypedStmt> mine = fn.out;
        fn.out = outer;
        if (mine.size() == 1) emit(mine.get(0));
        else emit(new TypedStmt.Block(f.loc(), mine, f.loc()));
    }

    // ---- jumps ----

    private void breakStatement(Statement.Break b) {
        Jump j = c.fn.jump;
        if (j == null || j.breakLabel == null) {
            c.error(b.loc(), "break statement not within loop or switch");
            return;
        }
        if (reachable) j.breakLabel.used = true;
        j.breakLabel.used = true;
        List<TypedStmt> leave = leaving(j.breakLeave);
        emit(new TypedStmt.Goto(b.loc(), j.breakLabel, leave));
        reachable = false;
    }

    private void continueStatement(Statement.Continue k) {
        Jump j = c.fn.jump;
        if (j == null || j.continueLabel == null) {
            c.error(k.loc(), "continue statement not within a loop");
            return;
        }
        j.continueLabel.used = true;
        emit(new TypedStmt.Goto(k.loc(), j.continueLabel, leaving(j.continueLeave)));
        reachable = false;
    }

    private List<TypedStmt> leaving(Leave to) {
        if (c.fn.leave == to) return List.of();
        List<TypedStmt> out = new ArrayList<>();
        FunctionState.leaving(c.fn.leave, to, out);
        return out;
    }

    private void returnStatement(Statement.Return r) {
        FunctionState fn = c.fn;
        CType t = fn.result;
        if (fn.symbol.noreturn) c.warn(r.loc(), null, "function declared 'noreturn' has a 'return' statement");
        TypedExpr v = null;
        if (r.value() != null) {
            fn.returnsValue = true;
            int from = c.declarators.effects.size();
            v = c.exprs.valueOf(r.value());
            v = c.declarators.prefix(from, v);
            if (t.isVoid()) {
                if (!v.type().isError()) {
                    if (v.type().isVoid()) {
                        c.pedantic(r.value().start(), "ISO C forbids 'return' with expression, in function returning void");
                    } else {
                        c.note(c.warn(r.value().start(), "return-type", "'return' with a value, in function returning void"), fn.symbol.loc, "declared here");
                    }
                    emit(new TypedStmt.ExprStmt(r.loc(), v));
                }
                v = null;
            } else {
                int at = r.value().start();
                if (r.value() instanceof Expr.Unary u) at = u.loc();
                if (v instanceof TypedExpr.AddressOf a && a.lvalue() instanceof TypedExpr.VarRef ref && !ref.variable().isStatic() && !v.type().isError()) {
                    c.warn(r.value().loc(), "return-local-addr", "function returns address of local variable");
                }
                v = c.conv.assign(v, t, Conversions.Plain.RETURN, r.value().loc());
                if (v.type().isError()) {
                    reachable = false;
                    return;
                }
            }
        } else if (!t.isVoid() && !t.isError()) {
            if (c.options.c99()) c.note(c.warn(r.loc(), "return-type", "'return' with no value, in function returning non-void"), fn.symbol.loc, "declared here");
            else c.warnAll(r.loc(), "return-type", "'return' with no value, in function returning non-void");
        }
        emit(new TypedStmt.Return(r.loc(), v, leaving(null)));
        reachable = false;
    }

    // ---- labels ----

    LabelInfo label(int name, int loc) {
        LabelInfo l = c.fn.labels.get(name);
        for (FunctionState o = c.fn.outer; l == null && o != null; o = o.outer) {
            // Of the labels of the functions around, those that __label__ declares are seen.
            LabelInfo x = o.labels.get(name);
            if (x == null || !x.local) continue;
            x.symbol.nonLocal = o.symbol;
            return x;
        }
        if (l == null) {
            l = new LabelInfo(new LabelSymbol(c.name(name), loc), name);
            l.firstUse = loc;
            c.fn.labels.put(name, l);
            c.fn.allLabels.add(l);
        }
        return l;
    }

    private boolean isForeign(LabelInfo l) {
        return l.symbol.nonLocal != null && l.symbol.nonLocal != c.fn.symbol;
    }

    private void label(BlockItem.Label d) {
        LabelInfo l = label(d.name(), d.loc());
        if (isForeign(l)) {
            // The function's own label of that name.
            l = new LabelInfo(new LabelSymbol(c.name(d.name()), d.loc()), d.name());
            c.fn.labels.put(d.name(), l);
            c.fn.allLabels.add(l);
        }
        reachable = true;
        if (l.symbol.defined) {
            c.note(c.error(d.loc(), "duplicate label '" + l.symbol.name + "'"), l.symbol.loc, "previous definition of '" + l.symbol.name + "' with type 'void'");
            return;
        }
        l.symbol.defined = true;
        l.symbol.loc = d.loc();
        l.at = c.fn.leave;
        if (!d.attributes().isEmpty() && c.attrs.has(d.attributes(), "unused")) l.symbol.used = true;
        emit(new TypedStmt.Label(d.loc(), l.symbol));
    }

    private void gotoStatement(Statement.Goto g) {
        LabelInfo l = label(g.label(), g.labelLoc());
        l.symbol.used = true;
        List<TypedStmt> leave = new ArrayList<>(0);
        if (isForeign(l)) {
            FunctionState.leaving(c.fn.leave, null, leave);
            emit(new TypedStmt.NonLocalGoto(g.loc(), l.symbol, leave));
            reachable = false;
            return;
        }
        emit(new TypedStmt.Goto(g.loc(), l.symbol, leave));
        c.fn.gotos.add(new FunctionState.PendingGoto(l, leave, c.fn.leave, g.loc()));
        reachable = false;
    }

    /** Labels declared by {@code __label__} hide the function's own until their block ends. */
    private record HiddenLabel(int name, LabelInfo outer, int depth) {}

    private final ArrayList<HiddenLabel> hidden = new ArrayList<>();

    private void localLabels(BlockItem.LocalLabels l) {
        c.pedantic(l.loc(), "ISO C forbids label declarations");
        for (Expr.Ident id : l.names()) {
            hidden.add(new HiddenLabel(id.name(), c.fn.labels.remove(id.name()), c.scopes.depth()));
            LabelInfo info = label(id.name(), id.loc());
            info.local = true;
        }
    }

    private void endLocalLabels(Statement.Compound k) {
        while (!hidden.isEmpty() && hidden.get(hidden.size() - 1).depth > c.scopes.depth()) {
            HiddenLabel h = hidden.remove(hidden.size() - 1);
            if (h.outer != null) c.fn.labels.put(h.name, h.outer);
            else c.fn.labels.remove(h.name);
        }
    }

    /** The function is complete: every goto knows its label and what it leaves. */
    void resolveGotos() {
        FunctionState fn = c.fn;
        for (LabelInfo l : fn.allLabels) {
            if (!l.symbol.defined && !l.symbol.used) continue;
            if (!l.symbol.defined) {
                c.error(l.firstUse, "label '" + l.symbol.name + "' used but not defined");
            } else if (!l.symbol.used) {
                c.warnAll(l.symbol.loc, "unused-label", "label '" + l.symbol.name + "' defined but not used");
            }
        }
        for (FunctionState.PendingGoto g : fn.gotos) {
            if (!g.label().symbol.defined) continue;
            Leave common = FunctionState.common(g.from(), g.label().at);
            FunctionState.leaving(g.from(), common, g.leave());
            for (Leave l = g.label().at; l != common && l != null; l = l.outer) {
                if (l.statementExpression) {
                    c.note(c.error(g.loc(), "jump into statement expression"), g.label().symbol.loc, "label '" + g.label().symbol.name + "' defined here");
                    break;
                }
                if (l.vla != null) {
                    List<Diagnostics.Diagnostic> notes = c.error(g.loc(), "jump into scope of identifier with variably modified type");
                    c.note(notes, g.label().symbol.loc, "label '" + g.label().symbol.name + "' defined here");
                    c.note(notes, l.loc, "'" + l.vla + "' declared here");
                    break;
                }
            }
        }
    }

    // ---- statement expressions (GNU) ----

    TypedExpr statementExpression(Expr.StmtExpr s) {
        if (c.fn == null) {
            c.error(s.loc(), "braced-group within expression allowed only inside a function");
            return c.errorExpr(s.loc());
        }
        c.pedantic(s.loc(), "ISO C forbids braced-groups within expressions");
        FunctionState fn = c.fn;
        List<TypedStmt> outer = fn.out;
        Leave at = fn.leave;
        fn.out = new ArrayList<>();
        fn.leave = new Leave(at, null, null, s.loc());
        fn.leave.statementExpression = true;
        // Effects pending outside belong in front of the whole expression.
        List<TypedExpr> effects = new ArrayList<>(c.declarators.effects);
        c.declarators.effects.clear();
        c.scopes.push();
        List<BlockItem> items = s.body().items();
        TypedExpr value = null;
        boolean before = reachable;
        for (int i = 0; i < items.size(); i++) {
            if (i == items.size() - 1 && items.get(i) instanceof Statement.ExprStatement e) {
                value = c.exprs.expr(e.expression());
                if (value.isLvalue() || value.type().isArray() || value.type().isFunction()) value = c.conv.value(value);
            } else {
                item(items.get(i));
            }
        }
        List<TypedStmt> leave = new ArrayList<>();
        FunctionState.leaving(fn.leave, at, leave);
        fn.leave = at;
        unused();
        c.scopes.pop();
        endLocalLabels(s.body());
        List<TypedStmt> mine = fn.out;
        fn.out = outer;
        c.declarators.effects.addAll(0, effects);
        if (value != null && neverReturns(value)) reachable = false;
        if (c.unevaluated > 0) reachable = before;
        if (value != null && value.type().isError()) return value;
        CType t = value == null ? types.void_ : value.type().unqualified();
        return new TypedExpr.StmtExpr(s.loc(), t, mine, value, leave);
    }
}
