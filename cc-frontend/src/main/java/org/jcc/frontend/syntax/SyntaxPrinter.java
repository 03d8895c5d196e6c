package org.jcc.frontend.syntax;

import java.util.List;
import org.jcc.support.Names;

/**
 * Writes the syntax tree as S-expressions, for {@code --emit=ast} and golden tests: one line an item of a block or structure,
 * everything else in line. Types read as in {@link Declarator}: {@code (x (array 3) (pointer const))}.
 */
public final class SyntaxPrinter {
    private static final String[] STORAGE = {"typedef", "extern", "static", "auto", "register", "_Thread_local", "__extension__"};
    private static final String[] QUALIFIERS = {"const", "volatile", "restrict", "_Atomic"};

    private final Names names;
    private final StringBuilder out = new StringBuilder();
    private int indent;

    public SyntaxPrinter(Names names) {
        this.names = names;
    }

    /** The text so far. */
    public String text() {
        return out.toString();
    }

    /** Appends one external declaration and a line's end. */
    public void print(External e) {
        switch (e) {
            case FunctionDefinition f -> function(f);
            case Declaration d -> declaration(d);
            case TopAsm a -> {
                out.append("(asm ");
                expr(a.template());
                out.append(')');
            }
            case StaticAssert a -> staticAssert(a);
            case Pragma p -> pragma(p);
            case EmptyDeclaration d -> empty(d);
        }
        out.append('\n');
    }

    private void line() {
        out.append('\n').append("  ".repeat(indent));
    }

    private String name(int id) {
        return names.text(id);
    }

    // ---- Declarations

    private void function(FunctionDefinition f) {
        out.append("(function");
        specs(f.specs());
        out.append(' ');
        declarator(f.declarator());
        indent++;
        for (Declaration d : f.oldStyle()) {
            line();
            declaration(d);
        }
        line();
        statement(f.body());
        indent--;
        out.append(')');
    }

    private void declaration(Declaration d) {
        out.append("(declare");
        specs(d.specs());
        for (Declarator x : d.declarators()) {
            out.append(' ');
            declarator(x);
        }
        out.append(')');
    }

    private void staticAssert(StaticAssert a) {
        out.append("(static_assert ");
        expr(a.condition());
        if (a.message() != null) {
            out.append(' ');
            expr(a.message());
        }
        out.append(')');
    }

    private void pragma(Pragma p) {
        out.append("(pragma ").append(p.text()).append(')');
    }

    private void empty(EmptyDeclaration d) {
        out.append("(empty");
        attributes(d.attributes());
        out.append(')');
    }

    private void bits(int set, String[] words) {
        for (int i = 0; i < words.length; i++) {
            if ((set >> i & 1) != 0) out.append(' ').append(words[i]);
        }
    }

    private void specs(Specs s) {
        bits(s.storage(), STORAGE);
        if ((s.function() & Specs.INLINE) != 0) out.append(" inline");
        if ((s.function() & Specs.NORETURN) != 0) out.append(" _Noreturn");
        bits(s.qualifiers(), QUALIFIERS);
        for (Specs.Alignas a : s.alignments()) {
            out.append(" (alignas ");
            operand(a.operand());
            out.append(')');
        }
        for (TypeSpec t : s.types()) {
            out.append(' ');
            typeSpec(t);
        }
        attributes(s.attributes());
    }

    private void typeSpec(TypeSpec t) {
        switch (t) {
            case TypeSpec.Keyword k -> out.append(k.kind().spelling);
            case TypeSpec.TypedefName n -> out.append('$').append(name(n.name()));
            case TypeSpec.UnknownName n -> out.append('?').append(name(n.name()));
            case TypeSpec.Struct s -> {
                out.append(s.union() ? "(union" : "(struct");
                if (s.tag() != 0) out.append(' ').append(name(s.tag()));
                attributes(s.attributes());
                if (s.members() != null) {
                    out.append(" {");
                    indent++;
                    for (MemberItem m : s.members()) {
                        line();
                        switch (m) {
                            case Declaration d -> declaration(d);
                            case StaticAssert a -> staticAssert(a);
                            case Pragma p -> pragma(p);
                            case EmptyDeclaration e -> empty(e);
                        }
                    }
                    indent--;
                    out.append('}');
                }
                out.append(')');
            }
            case TypeSpec.Enum e -> {
                out.append("(enum");
                if (e.tag() != 0) out.append(' ').append(name(e.tag()));
                attributes(e.attributes());
                if (e.enumerators() != null) {
                    out.append(" {");
                    String separator = "";
                    for (TypeSpec.Enumerator x : e.enumerators()) {
                        out.append(separator).append(name(x.name()));
                        attributes(x.attributes());
                        if (x.value() != null) {
                            out.append(" = ");
                            expr(x.value());
                        }
                        separator = ", ";
                    }
                    out.append('}');
                }
                out.append(')');
            }
            case TypeSpec.Typeof x -> {
                out.append(x.unqualified() ? "(typeof_unqual " : "(typeof ");
                operand(x.operand());
                out.append(')');
            }
            case TypeSpec.Atomic a -> {
                out.append("(_Atomic ");
                operand(a.type());
                out.append(')');
            }
        }
    }

    private void declarator(Declarator d) {
        String n = d.name() == 0 ? "_" : name(d.name());
        boolean bare = d.chunks().isEmpty() && d.asmLabel() == null && d.attributes().isEmpty() && d.bitWidth() == null && d.init() == null;
        if (bare) {
            out.append(n);
            return;
        }
        out.append('(').append(n);
        chunks(d);
        if (d.asmLabel() != null) {
            out.append(" (asm ");
            expr(d.asmLabel());
            out.append(')');
        }
        attributes(d.attributes());
        if (d.bitWidth() != null) {
            out.append(" : ");
            expr(d.bitWidth());
        }
        if (d.init() != null) {
            out.append(" = ");
            initializer(d.init());
        }
        out.append(')');
    }

    private void chunks(Declarator d) {
        for (Declarator.Chunk c : d.chunks()) {
            switch (c) {
                case Declarator.Pointer p -> {
                    out.append(" (pointer");
                    bits(p.qualifiers(), QUALIFIERS);
                    attributes(p.attributes());
                    out.append(')');
                }
                case Declarator.Array a -> {
                    out.append(" (array");
                    if (a.isStatic()) out.append(" static");
                    bits(a.qualifiers(), QUALIFIERS);
                    if (a.star()) out.append(" *");
                    if (a.size() != null) {
                        out.append(' ');
                        expr(a.size());
                    }
                    attributes(a.attributes());
                    out.append(')');
                }
                case Declarator.Function f -> {
                    out.append(" (function");
                    if (f.isPrototype()) {
                        for (Declarator.Parameter p : f.forward()) parameter("forward", p);
                        for (Declarator.Parameter p : f.parameters()) parameter("param", p);
                        if (f.variadic()) out.append(" ...");
                    } else {
                        out.append(" ids");
                        for (Expr.Ident i : f.identifiers()) out.append(' ').append(name(i.name()));
                    }
                    attributes(f.attributes());
                    out.append(')');
                }
                case Declarator.Attributed a -> attributes(a.attributes());
            }
        }
    }

    private void parameter(String word, Declarator.Parameter p) {
        out.append(" (").append(word);
        specs(p.specs());
        Declarator d = p.declarator();
        if (d.name() != 0 || !d.chunks().isEmpty() || !d.attributes().isEmpty()) {
            out.append(' ');
            declarator(d);
        }
        out.append(')');
    }

    private void attributes(List<Attribute> l) {
        for (Attribute a : l) {
            out.append(" [");
            if (a.namespace() != 0) out.append(name(a.namespace())).append("::");
            out.append(name(a.name()));
            if (a.args() != null) {
                out.append('(');
                String separator = "";
                for (Operand o : a.args()) {
                    out.append(separator);
                    operand(o);
                    separator = ", ";
                }
                out.append(')');
            }
            out.append(']');
        }
    }

    private void operand(Operand o) {
        switch (o) {
            case Expr e -> expr(e);
            case TypeName t -> {
                out.append("(type");
                specs(t.specs());
                chunks(t.declarator());
                out.append(')');
            }
        }
    }

    private void initializer(Initializer i) {
        switch (i) {
            case Expr e -> expr(e);
            case Initializer.Braced b -> {
                out.append('{');
                String separator = "";
                for (Initializer.Item item : b.items()) {
                    out.append(separator);
                    for (Initializer.Designator d : item.designators()) designator(d);
                    if (!item.designators().isEmpty()) out.append(" = ");
                    initializer(item.value());
                    separator = ", ";
                }
                out.append('}');
            }
        }
    }

    private void designator(Initializer.Designator d) {
        switch (d) {
            case Initializer.Field f -> out.append('.').append(name(f.name()));
            case Initializer.Element e -> {
                out.append('[');
                expr(e.low());
                if (e.high() != null) {
                    out.append(" ... ");
                    expr(e.high());
                }
                out.append(']');
            }
        }
    }

    // ---- Statements

    private void item(BlockItem i) {
        switch (i) {
            case Statement s -> statement(s);
            case Declaration d -> declaration(d);
            case FunctionDefinition f -> function(f);
            case StaticAssert a -> staticAssert(a);
            case Pragma p -> pragma(p);
            case BlockItem.Label l -> {
                out.append("(label ").append(name(l.name()));
                attributes(l.attributes());
                out.append(')');
            }
            case BlockItem.Case c -> {
                out.append("(case ");
                expr(c.low());
                if (c.high() != null) {
                    out.append(" ... ");
                    expr(c.high());
                }
                out.append(')');
            }
            case BlockItem.Default d -> out.append("(default)");
            case BlockItem.LocalLabels l -> {
                out.append("(__label__");
                for (Expr.Ident n : l.names()) out.append(' ').append(name(n.name()));
                out.append(')');
            }
        }
    }

    private void statement(Statement s) {
        switch (s) {
            case Statement.Compound c -> {
                out.append(c.braces() ? "(block" : "(labeled");
                indent++;
                for (BlockItem i : c.items()) {
                    line();
                    item(i);
                }
                indent--;
                out.append(')');
            }
            case Statement.If i -> {
                out.append("(if ");
                expr(i.condition());
                body(i.then());
                if (i.otherwise() != null) body(i.otherwise());
                out.append(')');
            }
            case Statement.Switch w -> {
                out.append("(switch ");
                expr(w.value());
                body(w.body());
                out.append(')');
            }
            case Statement.While w -> {
                out.append("(while ");
                expr(w.condition());
                body(w.body());
                out.append(')');
            }
            case Statement.DoWhile w -> {
                out.append("(do");
                body(w.body());
                indent++;
                line();
                indent--;
                expr(w.condition());
                out.append(')');
            }
            case Statement.For f -> {
                out.append("(for ");
                if (f.init() != null) item(f.init());
                else out.append("()");
                out.append(' ');
                if (f.condition() != null) expr(f.condition());
                else out.append("()");
                out.append(' ');
                if (f.step() != null) expr(f.step());
                else out.append("()");
                body(f.body());
                out.append(')');
            }
            case Statement.Goto g -> out.append("(goto ").append(name(g.label())).append(')');
            case Statement.ComputedGoto g -> {
                out.append("(goto * ");
                expr(g.address());
                out.append(')');
            }
            case Statement.Continue c -> out.append("(continue)");
            case Statement.Break b -> out.append("(break)");
            case Statement.Return r -> {
                out.append("(return");
                if (r.value() != null) {
                    out.append(' ');
                    expr(r.value());
                }
                out.append(')');
            }
            case Statement.ExprStatement e -> {
                out.append("(do! ");
                expr(e.expression());
                out.append(')');
            }
            case Statement.Empty e -> {
                out.append("(empty");
                attributes(e.attributes());
                out.append(')');
            }
            case Statement.Asm a -> {
                out.append("(asm");
                if (a.isVolatile()) out.append(" volatile");
                if (a.isInline()) out.append(" inline");
                if (a.isGoto()) out.append(" goto");
                out.append(' ');
                expr(a.template());
                if (a.extended()) {
                    out.append(" :");
                    for (Statement.AsmOperand o : a.outputs()) asmOperand(o);
                    out.append(" :");
                    for (Statement.AsmOperand o : a.inputs()) asmOperand(o);
                    out.append(" :");
                    for (Expr.StringLit c : a.clobbers()) {
                        out.append(' ');
                        expr(c);
                    }
                    out.append(" :");
                    for (Expr.Ident l : a.labels()) out.append(' ').append(name(l.name()));
                }
                out.append(')');
            }
        }
    }

    private void body(Statement s) {
        indent++;
        line();
        statement(s);
        indent--;
    }

    private void asmOperand(Statement.AsmOperand o) {
        out.append(" (");
        if (o.name() != 0) out.append('[').append(name(o.name())).append("] ");
        expr(o.constraint());
        out.append(' ');
        expr(o.value());
        out.append(')');
    }

    // ---- Expressions

    private void expr(Expr e) {
        switch (e) {
            case Expr.Ident i -> out.append(name(i.name()));
            case Expr.IntLit i -> {
                if (i.radix() == 10) out.append(Long.toUnsignedString(i.low()));
                else out.append("0x").append(Long.toHexString(i.low()));
                out.append(i.unsigned() ? "u" : "").append("l".repeat(i.longs())).append(i.imaginary() ? "i" : "");
            }
            case Expr.FloatLit f -> out.append(f.text()).append(f.suffix().spelling).append(f.imaginary() ? "i" : "");
            case Expr.CharLit c -> out.append("(char ").append(c.encoding().prefix).append(c.encoding() == Expr.Encoding.PLAIN ? "" : " ").append(c.value()).append(')');
            case Expr.StringLit s -> string(s);
            case Expr.Paren p -> list("paren", p.inner());
            case Expr.Unary u -> list(u.op().postfix ? "post" + u.op().spelling : u.op().spelling, u.operand());
            case Expr.Binary b -> binary(b);
            case Expr.Assign a -> list((a.op() == null ? "" : a.op().spelling) + "=", a.left(), a.right());
            case Expr.Conditional c -> {
                if (c.then() == null) list("?:", c.condition(), c.otherwise());
                else list("?", c.condition(), c.then(), c.otherwise());
            }
            case Expr.Cast c -> list("cast", c.type(), c.operand());
            case Expr.CompoundLiteral c -> {
                out.append("(literal ");
                operand(c.type());
                out.append(' ');
                initializer(c.init());
                out.append(')');
            }
            case Expr.Sizeof s -> list("sizeof", s.operand());
            case Expr.Alignof a -> list(a.gnu() ? "__alignof__" : "_Alignof", a.operand());
            case Expr.Call c -> {
                out.append("(call ");
                expr(c.callee());
                for (Expr a : c.args()) {
                    out.append(' ');
                    expr(a);
                }
                out.append(')');
            }
            case Expr.Index i -> list("index", i.base(), i.index());
            case Expr.Member m -> {
                out.append(m.arrow() ? "(-> " : "(. ");
                expr(m.base());
                out.append(' ').append(name(m.name())).append(')');
            }
            case Expr.StmtExpr s -> {
                out.append("(value ");
                statement(s.body());
                out.append(')');
            }
            case Expr.LabelAddr l -> out.append("(&& ").append(name(l.label())).append(')');
            case Expr.Generic g -> {
                out.append("(generic ");
                operand(g.control());
                for (Expr.Association a : g.associations()) {
                    out.append(" (");
                    if (a.type() == null) out.append("default");
                    else operand(a.type());
                    out.append(' ');
                    expr(a.value());
                    out.append(')');
                }
                out.append(')');
            }
            case Expr.VaArg v -> list("va_arg", v.list(), v.type());
            case Expr.Offsetof o -> {
                out.append("(offsetof ");
                operand(o.type());
                out.append(' ');
                for (Initializer.Designator d : o.member()) designator(d);
                out.append(')');
            }
            case Expr.TypesCompatible t -> list("types_compatible", t.first(), t.second());
            case Expr.ChooseExpr c -> list("choose_expr", c.condition(), c.then(), c.otherwise());
            case Expr.ConvertVector c -> list("convertvector", c.value(), c.type());
            case Expr.HasAttribute h -> {
                out.append("(has_attribute ");
                operand(h.operand());
                attributes(List.of(h.attribute()));
                out.append(')');
            }
            case Expr.Tgmath t -> list("tgmath", t.args().toArray(new Expr[0]));
            case Expr.ErrorExpr x -> out.append("(error)");
        }
    }

    /** A chain to the left is as deep as it is long, and written without recursion. */
    private void binary(Expr.Binary b) {
        int open = 0;
        Expr e = b;
        java.util.ArrayDeque<Expr.Binary> chain = new java.util.ArrayDeque<>();
        for (; e instanceof Expr.Binary x; e = x.left(), open++) {
            out.append('(').append(x.op().spelling).append(' ');
            chain.push(x);
        }
        expr(e);
        for (; open > 0; open--) {
            out.append(' ');
            expr(chain.pop().right());
            out.append(')');
        }
    }

    private void list(String word, Operand... operands) {
        out.append('(').append(word);
        for (Operand o : operands) {
            out.append(' ');
            operand(o);
        }
        out.append(')');
    }

    private void string(Expr.StringLit s) {
        out.append(s.encoding().prefix).append('"');
        for (int i = 0; i < s.length(); i++) {
            int c = s.element(i);
            if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') out.append((char) c);
            else out.append(String.format("\\x%02x", c));
        }
        out.append('"');
    }
}
