package org.jcc.codegen.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jcc.asm.Row;
import org.jcc.codegen.Codegen;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.LoweringPasses;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MirParser;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.IrParser;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Pass;
import org.jcc.ir.Symbol;
import org.jcc.ir.Verifier;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;

/**
 * Filetests of one target's code generation, from IR text to machine code as text.
 *
 * @param target the target's literal
 * @param rows   its rows by {@link MirPrinter#rowName}
 * @param folder the filetests
 */
public record MachineFiletest(TargetMachine target, java.util.function.Function<String, Row> rows, Path folder) {
    /** How a missing filetest comes about. */
    public static final String HOW = ", functions in IR, and run this class with -Djcc.bless=true; then read what it wrote";

    public Module parsed(String text) {
        Diagnostics d = new Diagnostics(new SourceManager());
        Module m = IrParser.parse("test.jir", text.getBytes(StandardCharsets.UTF_8), target.info(), d);
        if (m == null) throw new AssertionError(d.render(false));
        return m;
    }

    /** After all rows of the code generator's IR passes. */
    public Module lowered(String text) {
        Module m = parsed(text);
        for (Pass p : LoweringPasses.rows(target)) run(p, m);
        Verifier.check(m, "after lowering");
        return m;
    }

    /** A row over all functions there are. */
    public static void run(Pass p, Module m) {
        for (Symbol s : List.copyOf(m.symbols)) if (s instanceof Function f && f.isDefinition()) p.function().run(m, f);
    }

    /** Compiles all functions of a module. */
    public void compile(Module m, CodegenOptions o) {
        o.tags = m.tags;
        for (Symbol s : m.symbols) if (s instanceof Function f && f.isDefinition()) Codegen.compile(f, o, target);
    }

    /** {@code test mir PASS}: machine code after the pass, which must read back as it was printed. */
    public String mir(Filetest t, CodegenOptions o) {
        StringBuilder sb = new StringBuilder();
        o.dump = (pass, f) -> {
            if (!pass.equals(t.args().get(0))) return;
            String once = MirPrinter.print(f);
            // Inline assembly has no text form.
            if (!once.contains("\n    asm ")) {
                MFunction again = new MFunction(f.ir);
                MirParser.parse(once, again, rows);
                if (!MirPrinter.print(again).equals(once)) throw new AssertionError("printed:\n" + once + "read back:\n" + MirPrinter.print(again));
            }
            sb.append(once);
        };
        compile(lowered(t.input()), o);
        return sb.toString();
    }

    /** A group of selection rules has a filetest of its name in {@code select/}, with every operation of the group in it. */
    public void checkRuleGroup(String group, Op[] operations) throws Exception {
        Path file = folder.resolve("select/" + group.toLowerCase(Locale.ROOT) + ".jir");
        String how = ": write it as '; test mir select'" + HOW;
        if (!Files.exists(file)) throw new AssertionError("no filetest " + file + " for the rule group " + group + how);
        Filetest t = Filetest.parse(file);
        if (!t.command().equals("mir") || !t.args().get(0).equals("select")) throw new AssertionError(file + ": not 'test mir select'");
        Set<Op> left = EnumSet.noneOf(Op.class);
        left.addAll(List.of(operations));
        for (Symbol s : lowered(t.input()).symbols) {
            if (!(s instanceof Function f)) continue;
            for (Block b : f.blocks) for (Inst i = b.first; i != null; i = i.next) left.remove(i.op);
        }
        if (!left.isEmpty()) throw new AssertionError(file + " has no " + left + how);
    }
}
