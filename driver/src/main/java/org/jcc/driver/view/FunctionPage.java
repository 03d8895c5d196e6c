package org.jcc.driver.view;

import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.MirPrinter;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.IrPrinter;

/**
 * Shows one function across all passes on a page of HTML: the text after each pass beside the text before it, changed
 * lines marked, and the control-flow graph drawn; machine code before and after register allocation shows what each
 * virtual register became. Steps that changed nothing are folded away.
 */
public final class FunctionPage {
    /** Beyond this many blocks a drawing helps nobody. */
    private static final int MOST_BLOCKS = 1500;

    private record Step(String label, String text, CfgDrawing.Graph graph) {}

    private final String function;
    private final List<Step> steps = new ArrayList<>();
    private String result = "";

    /** @param function the assembly name of the function to show */
    public FunctionPage(String function) {
        this.function = function;
    }

    /** Records the function as IR after a pass; others are passed over. */
    public void ir(String label, Function f) {
        if (!f.name.equals(function) || !f.isDefinition()) return;
        steps.add(new Step(label, IrPrinter.printById(f), graph(f)));
    }

    /** Records the function as machine code after a pass; others are passed over. */
    public void machine(String label, MFunction f) {
        if (!f.ir.name.equals(function)) return;
        steps.add(new Step(label, MirPrinter.print(f), graph(f)));
    }

    /** The function's assembly text, out of that of the unit. */
    public void assembly(String text) {
        int from = text.indexOf("\n" + function + ":\n");
        if (from < 0) return;
        int to = text.indexOf("\n\t.size\t" + function + ",", from);
        result = text.substring(from + 1, to < 0 ? text.length() : to);
    }

    /** True if the function was met. */
    public boolean found() {
        return !steps.isEmpty();
    }

    private static CfgDrawing.Graph graph(Function f) {
        int n = f.blocks.size();
        Map<Block, Integer> index = new HashMap<>();
        for (Block b : f.blocks) index.put(b, index.size());
        String[] names = new String[n];
        String[] notes = new String[n];
        int[][] succs = new int[n][];
        for (int i = 0; i < n; i++) {
            Block b = f.blocks.get(i);
            names[i] = "b" + b.id;
            int count = 0;
            for (Inst x = b.first; x != null; x = x.next) count++;
            notes[i] = count + " inst" + (b.params.isEmpty() || i == 0 ? "" : ", " + b.params.size() + " param");
            Inst t = b.terminator();
            succs[i] = new int[t == null ? 0 : t.succCount()];
            for (int k = 0; k < succs[i].length; k++) succs[i][k] = index.get(t.succ(k));
        }
        return new CfgDrawing.Graph(names, notes, succs);
    }

    private static CfgDrawing.Graph graph(MFunction f) {
        int n = f.blocks.size();
        Map<MBlock, Integer> index = new HashMap<>();
        for (MBlock b : f.blocks) index.put(b, index.size());
        String[] names = new String[n];
        String[] notes = new String[n];
        int[][] succs = new int[n][];
        for (int i = 0; i < n; i++) {
            MBlock b = f.blocks.get(i);
            names[i] = "b" + i;
            int count = 0;
            for (MInst x = b.first; x != null; x = x.next) count++;
            notes[i] = count + " inst" + (b.params.length == 0 || i == 0 ? "" : ", " + b.params.length + " param");
            int kept = 0;
            succs[i] = new int[b.succs.length];
            for (MBlock s : b.succs) if (index.containsKey(s)) succs[i][kept++] = index.get(s);
            succs[i] = java.util.Arrays.copyOf(succs[i], kept);
        }
        return new CfgDrawing.Graph(names, notes, succs);
    }

    /** The page. */
    public String html() {
        List<Map<String, Object>> rows = new ArrayList<>();
        String before = null;
        String drawing = "";
        for (int i = 0; i < steps.size(); i++) {
            Step s = steps.get(i);
            boolean changed = !s.text.equals(before);
            Map<String, Object> row = new HashMap<>();
            row.put("number", i);
            row.put("label", s.label);
            row.put("changed", changed);
            if (changed) {
                drawing = s.graph.names().length > MOST_BLOCKS ? "<p>" + s.graph.names().length + " blocks are too many to draw.</p>" : CfgDrawing.svg(s.graph);
                row.put("before", before == null ? "" : marked(before, s.text, "gone"));
                row.put("after", before == null ? CfgDrawing.escape(s.text) : marked(s.text, before, "new"));
                row.put("cfg", drawing);
            }
            rows.add(row);
            before = s.text;
        }
        Map<String, Object> page = new HashMap<>();
        page.put("function", function);
        page.put("steps", rows);
        page.put("assembly", result);
        try (InputStream in = FunctionPage.class.getResourceAsStream("function.html"); Reader r = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Mustache.compiler().compile(r).execute(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a text as HTML; those that the other text does not have (as often) are marked. */
    private static String marked(String text, String other, String mark) {
        Map<String, Integer> have = new HashMap<>();
        for (String line : other.split("\n")) have.merge(line, 1, Integer::sum);
        StringBuilder sb = new StringBuilder();
        for (String line : text.split("\n")) {
            boolean known = have.merge(line, -1, Integer::sum) >= 0;
            if (known) sb.append(CfgDrawing.escape(line));
            else sb.append("<span class=\"").append(mark).append("\">").append(CfgDrawing.escape(line)).append("</span>");
            sb.append('\n');
        }
        return sb.toString();
    }
}
