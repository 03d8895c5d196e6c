package org.jcc.asm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

/**
 * Reads GNU assembler text (AT&amp;T syntax) and makes the calls of an {@link ObjectBuilder}.
 *
 * <p>A stack of {@link Source texts} supplies statements: files, includes, macro bodies and repetitions. A statement is
 * labels, then a directive ({@link GasDirectives}), an assignment, a macro call ({@link GasMacros}) or an instruction
 * (the instruction set parses its own operands). Errors go to {@link Diagnostics} and the next statement is read.
 */
public final class GasAssembler {
    /** What the command line adds. */
    public record Options(List<Path> includePaths, Map<String, Long> symbols) {
        public static final Options NONE = new Options(List.of(), Map.of());
    }

    /** A text being read. {@code loc} of the first character, or of the place that the whole text came from. */
    private static final class Source {
        final String text;
        final int loc;
        final boolean exact;
        int at;
        final int conditions;
        /** True for a macro body, which .exitm ends. */
        final boolean macro;

        Source(String text, int loc, boolean exact, int conditions, boolean macro) {
            this.text = text;
            this.loc = loc;
            this.exact = exact;
            this.conditions = conditions;
            this.macro = macro;
        }
    }

    /** One open {@code .if}. */
    static final class Condition {
        final boolean outerActive;
        boolean active;
        boolean taken;
        boolean sawElse;
        final int loc;

        Condition(boolean outerActive, boolean active, int loc) {
            this.outerActive = outerActive;
            this.active = outerActive && active;
            this.taken = active;
            this.loc = loc;
        }
    }

    private static final int MAX_DEPTH = 200;
    /** Characters that macros and repetitions may produce in one run: far above real use, low enough to end runaways. */
    private static final long MAX_EXPANSION = 200_000_000;

    public final ObjectBuilder out;
    private final Diagnostics diagnostics;
    private final Options options;
    final GasExpression expressions;
    private final GasDirectives directives;
    private final GasMacros macros;
    private final ArrayDeque<Source> sources = new ArrayDeque<>();
    private final ArrayList<Condition> conditions = new ArrayList<>();
    private final Map<Integer, int[]> localLabels = new HashMap<>();
    private long expanded;
    private int loc;
    private int statementStart;
    private boolean ended;
    private int errorsHere;

    public GasAssembler(ObjectBuilder out, Options options) {
        this.out = out;
        this.diagnostics = out.diagnostics;
        this.options = options;
        expressions = new GasExpression(this, out);
        directives = new GasDirectives(this);
        macros = new GasMacros(this);
        for (Map.Entry<String, Long> e : options.symbols.entrySet()) out.set(e.getKey(), Expr.of(e.getValue()));
    }

    /**
     * Assembles a file into an object.
     *
     * @return the object, or null if errors were reported
     */
    public static byte[] assemble(InstructionSet isa, SourceManager.Entry file, Diagnostics diagnostics, Options options) {
        ObjectBuilder b = new ObjectBuilder(isa, diagnostics, null);
        int before = diagnostics.errorCount();
        new GasAssembler(b, options).assembleFile(file);
        byte[] object = b.finish();
        return diagnostics.errorCount() > before ? null : object;
    }

    /** Assembles a whole text. */
    public void assembleFile(SourceManager.Entry file) {
        ended = false;
        sources.push(new Source(new String(file.text, StandardCharsets.ISO_8859_1), file.base, true, 0, false));
        run();
        finishConditions(0);
    }

    /** Assembles text that came from one place of something else (inline assembly). */
    void assembleInline(String text, int at) {
        ended = false;
        int depth = conditions.size();
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        sources.push(new Source(bytes, at, false, depth, false));
        run();
        finishConditions(depth);
    }

    private void finishConditions(int depth) {
        while (conditions.size() > depth) {
            Condition c = conditions.removeLast();
            if (!ended) diagnostics.error(c.loc, "end of text inside conditional");
        }
    }

    private void run() {
        while (!sources.isEmpty()) {
            if (ended) {
                sources.clear();
                return;
            }
            String s = next();
            if (s == null) {
                sources.pop();
                continue;
            }
            statement(s);
        }
    }

    // --- input --------------------------------------------------------------------------------------------------------

    /** The next statement of the innermost text without comments, or null at its end. */
    private String next() {
        Source s = sources.peek();
        String t = s.text;
        int n = t.length();
        int i = s.at;
        if (i >= n) return null;
        statementStart = i;
        boolean lineStart = i == 0 || t.charAt(i - 1) == '\n';
        // The usual case: no quotes, no comments.
        int from = i;
        StringBuilder sb = null;
        boolean blankSoFar = true;
        while (i < n) {
            char c = t.charAt(i);
            if (c == '\n' || c == ';') break;
            if (c == '#' || c == '/' && i + 1 < n && t.charAt(i + 1) == '*' || c == '/' && blankSoFar && lineStart) {
                if (sb == null) sb = new StringBuilder();
                sb.append(t, from, i);
                if (c == '/' && t.startsWith("/*", i)) {
                    int end = t.indexOf("*/", i + 2);
                    if (end < 0) {
                        error("unterminated comment");
                        end = n - 2;
                    }
                    sb.append(' ');
                    i = end + 2;
                    from = Math.min(i, n);
                    continue;
                }
                if (c == '#' && blankSoFar && lineStart) lineMarker(s, i);
                int end = t.indexOf('\n', i);
                i = end < 0 ? n : end;
                from = i;
                break;
            }
            if (c == '"') {
                i = stringEnd(t, i);
                blankSoFar = false;
                continue;
            }
            if (c == '\'' && i + 1 < n && t.charAt(i + 1) != '\n') {
                i += t.charAt(i + 1) == '\\' && i + 2 < n && t.charAt(i + 2) != '\n' ? 3 : 2;
                if (i < n && t.charAt(i) == '\'') i++;
                blankSoFar = false;
                continue;
            }
            if (!GasLexer.isBlank(c)) blankSoFar = false;
            i++;
        }
        i = Math.min(i, n);
        s.at = i + 1;
        if (s.exact) {
            int p = statementStart;
            while (p < i && GasLexer.isBlank(t.charAt(p))) p++;
            loc = s.loc + Math.min(p, n);
        } else loc = s.loc;
        out.at(loc);
        if (sb == null) return t.substring(from, i);
        if (from < i) sb.append(t, from, i);
        return sb.toString();
    }

    private static int stringEnd(String t, int i) {
        int n = t.length();
        for (i++; i < n; i++) {
            char c = t.charAt(i);
            if (c == '"') return i + 1;
            if (c == '\n') return i;
            if (c == '\\' && i + 1 < n && t.charAt(i + 1) != '\n') i++;
        }
        return n;
    }

    /** {@code # 12 "file"}, as the preprocessor leaves it. */
    private void lineMarker(Source s, int i) {
        if (!s.exact) return;
        String t = s.text;
        int end = t.indexOf('\n', i);
        GasLexer in = new GasLexer(t.substring(i + 1, end < 0 ? t.length() : end));
        char c = in.peek();
        if (c < '0' || c > '9') return;
        int line = 0;
        while (in.raw(0) >= '0' && in.raw(0) <= '9' && line < 100_000_000) {
            line = line * 10 + in.raw(0) - '0';
            in.skip(1);
        }
        byte[] name = in.string();
        if (name == null) return;
        diagnostics.sources().lineMark(s.loc + i, new String(name, StandardCharsets.UTF_8), line, false);
    }

    /** Reads further text before going on with the present one. */
    void push(String text, boolean macro) {
        expanded += text.length();
        if (expanded > MAX_EXPANSION) {
            error("macros and repetitions expand to too much text");
            ended = true;
            return;
        }
        if (sources.size() > MAX_DEPTH) {
            error("macros nested too deeply");
            ended = true;
            return;
        }
        sources.push(new Source(text, loc, false, conditions.size(), macro));
    }

    /** {@code .include} */
    void include(String name) {
        byte[] b = read(name);
        if (b == null) return;
        if (sources.size() > MAX_DEPTH) {
            error("includes nested too deeply");
            ended = true;
            return;
        }
        SourceManager.Entry e = diagnostics.sources().add(name, b, Math.max(0, loc), false);
        sources.push(new Source(new String(b, StandardCharsets.ISO_8859_1), e.base, true, conditions.size(), false));
    }

    /** The bytes of a file named in the text, or null after an error was reported. */
    byte[] read(String name) {
        try {
            Path p = Path.of(name);
            if (Files.isRegularFile(p)) return Files.readAllBytes(p);
            for (Path dir : options.includePaths) {
                Path q = dir.resolve(name);
                if (Files.isRegularFile(q)) return Files.readAllBytes(q);
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            error("can't read " + name + ": " + e.getMessage());
            return null;
        }
        error("can't open " + name + " for reading: No such file or directory");
        return null;
    }

    /**
     * Takes raw text up to the directive that ends a block, e.g. {@code .endm}.
     *
     * @return the text between, or null if the end is missing (reported)
     */
    String block(String name, String[] openers, String[] closers) {
        Source s = sources.peek();
        int from = Math.min(s.at, s.text.length());
        int depth = 1;
        int at = loc;
        while (true) {
            String stmt = next();
            if (stmt == null) break;
            String word = directiveWord(stmt);
            if (word == null) continue;
            if (contains(openers, word)) depth++;
            else if (contains(closers, word) && --depth == 0) {
                loc = at;
                return s.text.substring(from, statementStart);
            }
        }
        loc = at;
        error("unexpected end of text in ." + name + "; missing " + closers[0]);
        return null;
    }

    private static boolean contains(String[] list, String word) {
        for (String x : list) if (x.equals(word)) return true;
        return false;
    }

    /** The directive a statement begins with after its labels, in lower case; null if it is none. */
    private static String directiveWord(String stmt) {
        GasLexer in = new GasLexer(stmt);
        while (true) {
            if (!GasLexer.isNamePart(in.peek())) return null;
            int from = in.position();
            while (GasLexer.isNamePart(in.raw(0))) in.skip(1);
            String w = in.slice(from, in.position());
            if (in.peek() == ':') {
                in.skip(1);
                continue;
            }
            return w.startsWith(".") ? w.toLowerCase(Locale.ROOT) : null;
        }
    }

    /** {@code .exitm}: leaves the innermost macro. */
    boolean exitMacro() {
        boolean any = false;
        for (Source s : sources) any |= s.macro;
        if (!any) return false;
        while (true) {
            Source s = sources.peek();
            s.at = s.text.length();
            while (conditions.size() > s.conditions) conditions.removeLast();
            if (s.macro) return true;
            sources.pop();
        }
    }

    /** {@code .end}: reads no more. */
    void end() {
        ended = true;
    }

    // --- statements ---------------------------------------------------------------------------------------------------

    private boolean active() {
        return conditions.isEmpty() || conditions.getLast().active;
    }

    private void statement(String s) {
        GasLexer in = new GasLexer(s);
        while (true) {
            char c = in.peek();
            if (c == 0) return;
            int start = in.position();
            if (c >= '0' && c <= '9') {
                if (!active()) return;
                if (!localLabel(in)) {
                    error("junk at start of statement: `" + s.substring(start).strip() + "'");
                    return;
                }
                continue;
            }
            if (c == '"' || GasLexer.isNameStart(c)) {
                String name = in.name();
                if (name == null) {
                    if (active()) error("unterminated string");
                    return;
                }
                char after = in.peek();
                if (after == ':') {
                    in.skip(1);
                    if (!active()) continue;
                    if (!out.label(name)) error("symbol `" + name + "' is already defined");
                    continue;
                }
                if (after == '=' && active()) {
                    in.skip(1);
                    boolean once = in.raw(0) == '=';
                    if (once) in.skip(1);
                    directives.assign(name, in, once);
                    return;
                }
                String lower = name.toLowerCase(Locale.ROOT);
                if (name.charAt(0) == '.' && c != '"') {
                    if (directives.condition(lower, in) || !active()) return;
                    if (macros.call(name, in)) return;
                    if (!directives.run(lower, in) && !out.isa.directive(lower, in, this)) error("unknown pseudo-op: `" + name + "'");
                    return;
                }
                if (!active()) return;
                if (macros.call(name, in)) return;
                if (c == '"' || !out.isa.assemble(lower, in, this)) error("no such instruction: `" + s.substring(start).strip() + "'");
                return;
            }
            if (!active()) return;
            if (c == '{' && out.isa.assemble("{", in, this)) return;
            error("junk at start of statement: `" + s.substring(start).strip() + "'");
            return;
        }
    }

    private boolean localLabel(GasLexer in) {
        int from = in.position();
        long v = 0;
        while (in.raw(0) >= '0' && in.raw(0) <= '9') {
            v = Math.min(v * 10 + in.raw(0) - '0', Integer.MAX_VALUE);
            in.skip(1);
        }
        if (in.peek() != ':') {
            in.position(from);
            return false;
        }
        in.skip(1);
        int[] l = localLabels.computeIfAbsent((int) v, k -> new int[] {-1, -1});
        int id = l[1] >= 0 ? l[1] : out.newLabel();
        out.label(id);
        l[0] = id;
        l[1] = -1;
        return true;
    }

    /** The label that {@code 1b} means. */
    int localLabelBack(int n) {
        int[] l = localLabels.get(n);
        if (l == null || l[0] < 0) {
            error("local label `\"" + n + "\" (instance number 0 of a back label)' is not defined");
            return out.spot();
        }
        return l[0];
    }

    /** The label that {@code 1f} means. */
    int localLabelForward(int n) {
        int[] l = localLabels.computeIfAbsent(n, k -> new int[] {-1, -1});
        if (l[1] < 0) l[1] = out.newLabel();
        out.symbolOf(l[1]).definedLoc = loc;
        return l[1];
    }

    // --- conditions ---------------------------------------------------------------------------------------------------

    void openCondition(boolean holds) {
        conditions.add(new Condition(active(), holds, loc));
    }

    boolean isActive() {
        return active();
    }

    /** The innermost condition, or null if none is open. */
    Condition condition() {
        return conditions.isEmpty() ? null : conditions.getLast();
    }

    void closeCondition() {
        conditions.removeLast();
    }

    // --- for directives and instruction sets ----------------------------------------------------------------------------

    GasMacros macros() {
        return macros;
    }

    /** The expression parser. */
    public GasExpression expressions() {
        return expressions;
    }

    /** The place of the present statement. */
    public int loc() {
        return loc;
    }

    /** Reports an error in the present statement. */
    public void error(String message) {
        if (errorsHere++ > 200) {
            // Diagnostics past this number help nobody and make bad input slow.
            ended = true;
            return;
        }
        diagnostics.error(loc, message);
    }

    /** Reports a warning in the present statement. */
    public void warning(String message) {
        diagnostics.warning(loc, null, message);
    }
}
