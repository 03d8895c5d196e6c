package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedExpr.IntConst;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.syntax.Expr;
import org.jcc.frontend.syntax.Statement;
import org.jcc.frontend.types.CType;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetInfo.ConstraintKind;

/**
 * Inline assembly (GCC manual 6.47.2): checks constraints, picks the first alternative that every operand can meet,
 * turns names into numbers and {@code {a|b}} into its AT&amp;T part.
 */
final class AsmStatements {
    /** What one alternative of one operand's constraint admits. */
    private static final class Choice {
        final StringBuilder letters = new StringBuilder();
        boolean register, memory, immediate;
        int tied = -1;
    }

    /** An operand before its alternative is chosen. */
    private static final class Operand {
        final Statement.AsmOperand source;
        final boolean output;
        boolean readWrite, early;
        final List<Choice> choices = new ArrayList<>();
        TypedExpr raw;
        TypedExpr value;
        boolean constant;

        Operand(Statement.AsmOperand source, boolean output) {
            this.source = source;
            this.output = output;
        }
    }

    private final Checker c;
    private int statementLoc;

    AsmStatements(Checker c) {
        this.c = c;
    }

    /** The typed statement, or null after an error. */
    TypedStmt statement(Statement.Asm a) {
        if (!a.extended() && a.outputs().isEmpty() && a.inputs().isEmpty()) {
            return new TypedStmt.Asm(a.loc(), a.template().text(), true, true, List.of(), List.of(), List.of());
        }
        List<Operand> ops = new ArrayList<>();
        statementLoc = a.loc();
        int errors = c.diags.errorCount();
        for (Statement.AsmOperand o : a.outputs()) ops.add(operand(o, true, ops.size()));
        for (Statement.AsmOperand o : a.inputs()) ops.add(operand(o, false, ops.size()));
        if (ops.size() > 30) {
            c.error(a.loc(), "more than 30 operands in 'asm'");
            return null;
        }
        for (int i = 0; i < ops.size(); i++) {
            int name = ops.get(i).source.name();
            for (int k = 0; k < i && name != 0; k++) {
                if (ops.get(k).source.name() == name) c.error(a.loc(), "duplicate 'asm' operand name '" + c.name(name) + "'");
            }
        }
        List<LabelSymbol> labels = new ArrayList<>();
        for (Expr.Ident l : a.labels()) {
            LabelSymbol s = c.stmts.label(l.name(), l.loc()).symbol;
            s.used = true;
            labels.add(s);
        }
        List<String> clobbers = new ArrayList<>();
        for (Expr.StringLit s : a.clobbers()) {
            String name = s.text();
            if (name.startsWith("%") || name.startsWith("#")) name = name.substring(1);
            if (!name.equals("memory") && !name.equals("cc") && !name.equals("redzone") && c.types.target.regs() != null && !c.types.target.regs().isRegister(name)) {
                c.error(a.loc(), "unknown register name '" + s.text() + "' in 'asm'");
            } else {
                clobbers.add(name);
            }
        }
        if (c.diags.errorCount() > errors) return null;
        int alternatives = 1;
        for (Operand o : ops) alternatives = Math.max(alternatives, o.choices.size());
        int chosen = -1;
        // Optimising may make a constant of what is none yet; the code generator sees.
        for (int late = 0; late < (c.options.optimize() > 0 && c.fn != null ? 2 : 1); late++) {
            for (int k = 0; k < alternatives && chosen < 0; k++) {
                boolean ok = true;
                for (Operand o : ops) ok &= possible(o, o.choices.get(Math.min(k, o.choices.size() - 1)), late > 0);
                if (ok) chosen = k;
            }
        }
        if (chosen < 0) {
            for (Operand o : ops) {
                Choice ch = o.choices.get(0);
                if (!o.output && ch.memory && !ch.register && !o.raw.isLvalue()) {
                    c.error(o.source.value().start(), "memory input " + (ops.indexOf(o)) + " is not directly addressable");
                    return null;
                }
            }
            // Behind "if (0)" it will never be asked for.
            if (c.dead == 0) c.error(a.loc(), "impossible constraint in 'asm'");
            return null;
        }
        List<TypedStmt.AsmOperand> out = new ArrayList<>();
        for (Operand o : ops) out.add(resolve(o, o.choices.get(Math.min(chosen, o.choices.size() - 1)), ops));
        String template = template(a, ops);
        if (template == null) return null;
        boolean vol = a.isVolatile() || a.isGoto() || a.outputs().isEmpty();
        return new TypedStmt.Asm(a.loc(), template, false, vol, out, clobbers, labels);
    }

    private Operand operand(Statement.AsmOperand o, boolean output, int number) {
        Operand r = new Operand(o, output);
        String s = o.constraint().text();
        int start = o.value().start();
        if (output) {
            int eq = s.indexOf('=') >= 0 ? s.indexOf('=') : s.indexOf('+');
            if (eq < 0) c.error(statementLoc, "output operand constraint lacks '='");
            else if (eq != 0) c.warn(o.loc(), null, "output constraint '" + s.charAt(eq) + "' for operand " + number + " is not at the beginning");
            r.readWrite = s.indexOf('+') >= 0;
        } else if (s.indexOf('=') >= 0 || s.indexOf('+') >= 0 || s.indexOf('&') >= 0) {
            char bad = s.indexOf('=') >= 0 ? '=' : s.indexOf('+') >= 0 ? '+' : '&';
            c.error(statementLoc, "input operand constraint contains '" + bad + "'");
        }
        r.early = s.indexOf('&') >= 0;
        for (String alt : s.split(",", -1)) r.choices.add(choice(alt, o, output, number));
        r.raw = c.exprs.expr(o.value());
        if (r.raw.type().isError()) return r;
        if (output) {
            TypedExpr l = r.raw;
            if (l instanceof TypedExpr.Convert k && k.kind() == TypedExpr.Conversion.POINTER_TO_POINTER) l = k.operand();
            if (!l.isLvalue()) c.error(statementLoc, "lvalue required in 'asm' statement");
            else c.assigns.modifiable(l, start, "asm");
            boolean memoryOnly = true;
            for (Choice ch : r.choices) memoryOnly &= ch.memory && !ch.register;
            if (l instanceof TypedExpr.VarRef v) v.variable().set = true;
            if (r.readWrite && l instanceof TypedExpr.VarRef v) v.variable().used = true;
            r.raw = l;
        } else {
            boolean memoryOnly = true;
            for (Choice ch : r.choices) memoryOnly &= ch.memory && !ch.register && !ch.immediate && ch.tied < 0;
            if (!memoryOnly || !r.raw.isLvalue()) {
                r.value = c.conv.value(r.raw);
                if (r.value.type().isVoid()) c.error(start, "invalid use of void expression");
            }
            r.constant = r.value != null && (r.value instanceof IntConst || r.value instanceof TypedExpr.FloatConst || r.value.type().isScalar() && c.statics.isConstant(r.value));
        }
        return r;
    }

    private Choice choice(String alt, Statement.AsmOperand o, boolean output, int number) {
        Choice ch = new Choice();
        TargetInfo.AsmNames regs = c.types.target.regs();
        for (int i = 0; i < alt.length(); i++) {
            char k = alt.charAt(i);
            switch (k) {
                case '=', '+', '&', '%', '?', '!', '^', '$', ' ', '\t' -> {}
                case '*' -> i++;
                case '#' -> i = alt.length();
                case 'g', 'X' -> {
                    ch.register = ch.memory = true;
                    ch.immediate = !output;
                    ch.letters.append(k);
                }
                default -> {
                    if (Character.isDigit(k)) {
                        int n = 0;
                        while (i < alt.length() && Character.isDigit(alt.charAt(i))) n = n * 10 + alt.charAt(i++) - '0';
                        i--;
                        if (output) c.error(statementLoc, "matching constraint not valid in output operand");
                        ch.tied = n;
                        break;
                    }
                    if (k == '[') {
                        int end = alt.indexOf(']', i);
                        if (end < 0) {
                            c.error(statementLoc, "missing close brace for named operand");
                            return ch;
                        }
                        ch.tied = -2 - c.names.intern(alt.substring(i + 1, end));
                        i = end;
                        break;
                    }
                    if (output && alt.startsWith("@cc", i)) {
                        // A condition of the flags (GCC manual 6.47.2.4): the rest names it.
                        ch.letters.append(alt, i, alt.length());
                        ch.register = true;
                        i = alt.length();
                        break;
                    }
                    ConstraintKind kind = regs == null ? guess(k) : regs.constraint(k);
                    if (k == 'Y' && i + 1 < alt.length()) {
                        ch.letters.append(k);
                        k = alt.charAt(++i);
                        kind = ConstraintKind.REGISTER;
                    }
                    ch.letters.append(k);
                    switch (kind) {
                        case REGISTER -> ch.register = true;
                        case MEMORY -> ch.memory = true;
                        case IMMEDIATE -> ch.immediate = true;
                        case ANY -> {
                            ch.register = ch.memory = true;
                            ch.immediate = !output;
                        }
                        case INVALID -> c.error(statementLoc, "invalid punctuation '" + k + "' in constraint".replace("punctuation", Character.isLetter(k) ? "constraint letter" : "punctuation"));
                    }
                }
            }
        }
        return ch;
    }

    private static ConstraintKind guess(char k) {
        return switch (k) {
            case 'm', 'o', 'V', '<', '>', 'p' -> ConstraintKind.MEMORY;
            case 'i', 'n', 's', 'E', 'F', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'e', 'Z', 'G', 'C' -> ConstraintKind.IMMEDIATE;
            default -> Character.isLetter(k) ? ConstraintKind.REGISTER : ConstraintKind.INVALID;
        };
    }

    private boolean possible(Operand o, Choice ch, boolean late) {
        if (o.output) return ch.register && !o.raw.type().isArray() || ch.memory;
        if (ch.immediate && (o.constant || late && o.value != null && o.value.type().isScalar() && !o.value.type().isFloating())) return true;
        if (ch.tied != -1) return true;
        CType t = (o.value == null ? o.raw : o.value).type();
        boolean aggregate = t.isRecord() || t.isArray();
        if (ch.register && !aggregate) return true;
        return ch.memory && (o.raw.isLvalue() || o.value == null || c.fn != null && !aggregate && t.isScalar() && ch.register);
    }

    private TypedStmt.AsmOperand resolve(Operand o, Choice ch, List<Operand> ops) {
        String letters = ch.letters.toString();
        if (o.output) {
            CType t = o.raw.type();
            boolean aggregate = (t.isRecord() || t.isArray()) && Long.bitCount(t.size()) != 1 || t.isArray();
            boolean memory = !ch.register || aggregate && ch.memory || t.isRecord() && ch.memory;
            if (memory) c.unary.markAddress(o.raw);
            return new TypedStmt.AsmOperand(letters, o.raw, true, o.readWrite, o.early, -1, register(o.raw), memory, false);
        }
        if (ch.tied != -1) {
            int to = ch.tied;
            if (to <= -2) {
                int name = -2 - to;
                to = -1;
                for (int i = 0; i < ops.size(); i++) if (ops.get(i).source.name() == name) to = i;
            }
            if (to < 0 || to >= ops.size() || !ops.get(to).output) {
                c.error(o.source.loc(), "matching constraint references invalid operand number");
                to = -1;
            }
            TypedExpr v = o.value;
            if (to >= 0) {
                CType want = ops.get(to).raw.type().unqualified();
                if (want.isInteger() && v.type().isInteger() && want.size() != v.type().size()) v = c.fold.convert(v, c.types.integer((int) want.size(), v.type().isSigned()), v.loc());
            }
            return new TypedStmt.AsmOperand(letters, v, false, true, false, to, null, false, false);
        }
        if (o.constant && ch.immediate && (o.value instanceof IntConst || !ch.register || letters.indexOf('i') >= 0 || letters.indexOf('g') >= 0)) {
            return new TypedStmt.AsmOperand(letters, folded(o.value), false, true, false, -1, null, false, true);
        }
        TypedExpr v = o.value != null ? o.value : o.raw;
        if (!o.constant && ch.immediate && !ch.register && !ch.memory) return new TypedStmt.AsmOperand(letters, v, false, true, false, -1, null, false, true);
        boolean aggregate = v.type().isRecord() || v.type().isArray();
        boolean memory = o.value == null || !ch.register || aggregate;
        if (memory && o.raw.isLvalue()) {
            c.unary.markAddress(o.raw);
            return new TypedStmt.AsmOperand(letters, o.raw, false, true, false, -1, null, true, false);
        }
        return new TypedStmt.AsmOperand(letters, v, false, true, false, -1, register(o.raw), false, false);
    }

    private TypedExpr folded(TypedExpr v) {
        TypedExpr k = c.statics.fold(v);
        return k == null ? v : k;
    }

    private static String register(TypedExpr e) {
        return e instanceof TypedExpr.VarRef v ? v.variable().hardRegister : null;
    }

    // ---- the template ----

    private String template(Statement.Asm a, List<Operand> ops) {
        String t = a.template().text();
        StringBuilder sb = new StringBuilder(t.length());
        int plus = 0;
        for (Operand o : ops) if (o.readWrite) plus++;
        int dialect = -1;
        for (int i = 0; i < t.length(); i++) {
            char k = t.charAt(i);
            if (k == '{' && dialect < 0) {
                dialect = 0;
                continue;
            }
            if (k == '|' && dialect >= 0) {
                dialect++;
                continue;
            }
            if (k == '}' && dialect >= 0) {
                dialect = -1;
                continue;
            }
            if (dialect > 0) {
                if (k == '%' && i + 1 < t.length()) i++;
                continue;
            }
            if (k != '%' || i + 1 >= t.length()) {
                sb.append(k);
                continue;
            }
            char n = t.charAt(++i);
            if (n == '%' || n == '=') {
                sb.append('%').append(n);
                continue;
            }
            if (n == '{' || n == '|' || n == '}') {
                sb.append(n);
                continue;
            }
            sb.append('%');
            char modifier = 0;
            if (Character.isLetter(n)) {
                modifier = n;
                sb.append(n);
                if (++i >= t.length()) break;
                n = t.charAt(i);
            }
            if (n == '[') {
                int end = t.indexOf(']', i);
                if (end < 0) {
                    c.error(a.loc(), "missing close brace for named operand");
                    return null;
                }
                int name = c.names.intern(t.substring(i + 1, end));
                int number = -1;
                for (int q = 0; q < ops.size(); q++) if (ops.get(q).source.name() == name) number = q;
                for (int q = 0; q < a.labels().size() && number < 0; q++) if (a.labels().get(q).name() == name) number = ops.size() + q;
                if (number < 0) {
                    c.error(a.loc(), "undefined named operand '" + c.name(name) + "'");
                    return null;
                }
                sb.append(number);
                i = end;
            } else if (Character.isDigit(n)) {
                int number = 0;
                while (i < t.length() && Character.isDigit(t.charAt(i))) number = number * 10 + t.charAt(i++) - '0';
                i--;
                if (number >= ops.size() && (modifier == 'l' || number >= ops.size() + plus)) number -= plus;
                else if (number >= ops.size()) {
                    // The hidden input of a "+" operand, counted behind the others.
                    int which = number - ops.size();
                    for (int q = 0; q < ops.size(); q++) if (ops.get(q).readWrite && which-- == 0) number = q;
                }
                if (number < 0 || number >= ops.size() + a.labels().size()) {
                    c.error(a.loc(), "operand number out of range");
                    return null;
                }
                sb.append(number);
            } else {
                sb.append(n);
            }
        }
        return sb.toString();
    }
}
