package org.jcc.asm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Macros and repetitions of the assembler's language: {@code .macro .rept .irp .irpc}. A body is text; using it replaces
 * {@code \name}, {@code \@} (how many macros were called before) and {@code \()} (nothing: ends a name) and reads the result
 * as further input. GNU as manual, 7.68 to 7.89.
 */
final class GasMacros {
    private static final String[] MACRO_OPEN = {".macro"};
    private static final String[] MACRO_CLOSE = {".endm", ".endmacro"};
    private static final String[] REPT_OPEN = {".rept", ".rep", ".irp", ".irpc", ".irep", ".irepc"};
    private static final String[] REPT_CLOSE = {".endr", ".endrept"};

    private record Parameter(String name, String value, boolean required, boolean rest) {}

    private record Macro(List<Parameter> parameters, String body) {}

    private final GasAssembler context;
    private final Map<String, Macro> macros = new HashMap<>();
    private int calls;

    GasMacros(GasAssembler context) {
        this.context = context;
    }

    /** {@code .macro}, after the word. */
    void define(GasLexer in) {
        String name = in.name();
        List<Parameter> parameters = new ArrayList<>();
        boolean good = name != null;
        if (name == null) context.error("Missing macro name");
        in.take(',');
        while (good && !in.atEnd()) {
            String p = in.name();
            if (p == null) {
                context.error("bad parameter list for macro `" + name + "'");
                good = false;
                break;
            }
            boolean required = false;
            boolean rest = false;
            if (in.raw(0) == ':') {
                in.skip(1);
                String q = in.name();
                if ("req".equals(q)) required = true;
                else if ("vararg".equals(q)) rest = true;
                else context.error("`" + q + "' is not a valid parameter qualifier for `" + p + "' in macro `" + name + "'");
            }
            String value = null;
            if (in.peek() == '=') {
                in.skip(1);
                in.peek();
                value = argument(in);
            }
            parameters.add(new Parameter(p, value, required, rest));
            in.take(',');
        }
        String body = context.block("macro", MACRO_OPEN, MACRO_CLOSE);
        if (body == null || !good) return;
        if (macros.containsKey(name)) {
            context.error("Macro `" + name + "' was already defined");
            return;
        }
        macros.put(name, new Macro(parameters, body));
    }

    /** {@code .purgem} */
    void purge(String name) {
        macros.remove(name);
    }

    /** Calls the macro of this name, if there is one. */
    boolean call(String name, GasLexer in) {
        if (macros.isEmpty()) return false;
        Macro m = macros.get(name);
        if (m == null) return false;
        int n = m.parameters.size();
        String[] values = new String[n];
        int next = 0;
        while (!in.atEnd()) {
            int back = in.position();
            int at = -1;
            if (GasLexer.isNameStart(in.peek()) && in.peek() != '"') {
                String key = in.name();
                if (key != null && in.peek() == '=' && in.raw(1) != '=') for (int i = 0; i < n; i++) if (m.parameters.get(i).name.equals(key)) at = i;
                if (at >= 0) in.take('=');
                else in.position(back);
            }
            if (at < 0) {
                if (next >= n) {
                    context.error("too many positional arguments");
                    return true;
                }
                at = next++;
            }
            Parameter p = m.parameters.get(at);
            if (p.rest) {
                in.peek();
                values[at] = in.rest().stripTrailing();
                break;
            }
            in.peek();
            values[at] = argument(in);
            in.take(',');
        }
        Map<String, String> bound = new HashMap<>();
        for (int i = 0; i < n; i++) {
            Parameter p = m.parameters.get(i);
            String v = values[i];
            if (v == null || v.isEmpty()) {
                if (p.required && v == null) context.error("Missing value for required parameter `" + p.name + "' of macro `" + name + "'");
                v = p.value == null ? "" : p.value;
            }
            bound.put(p.name, v);
        }
        context.push(substitute(m.body, bound, calls++), true);
        return true;
    }

    /** {@code .rept count} */
    void repeat(long count) {
        String body = context.block("rept", REPT_OPEN, REPT_CLOSE);
        if (body == null || count <= 0 || body.isBlank()) return;
        long length = count * (body.length() + 1L);
        if (count > 1 << 24 || length > 1 << 27) {
            context.error(".rept count too large");
            return;
        }
        StringBuilder sb = new StringBuilder((int) length);
        for (long i = 0; i < count; i++) line(sb, body);
        context.push(sb.toString(), false);
    }

    /** {@code .irp name, values} and, with {@code characters}, {@code .irpc name, text}. */
    void forEach(GasLexer in, boolean characters) {
        String name = in.name();
        if (name == null) {
            context.error("missing name in ." + (characters ? "irpc" : "irp"));
            context.block("irp", REPT_OPEN, REPT_CLOSE);
            return;
        }
        in.take(',');
        List<String> values = new ArrayList<>();
        if (characters) {
            in.peek();
            String all = in.rest().strip();
            if (all.startsWith("\"") && all.endsWith("\"") && all.length() >= 2) all = all.substring(1, all.length() - 1);
            for (int i = 0; i < all.length(); i++) values.add(all.substring(i, i + 1));
        } else {
            while (!in.atEnd()) {
                int from = in.position();
                values.add(argument(in));
                in.take(',');
                if (in.position() > from) continue;
                // A zero byte, by which an argument ends as the line does.
                context.error("unexpected character in .irp");
                break;
            }
        }
        if (values.isEmpty()) values.add("");
        String body = context.block("irp", REPT_OPEN, REPT_CLOSE);
        if (body == null) return;
        if ((long) values.size() * (body.length() + 1) > 1 << 27) {
            context.error(".irp expands to too much text");
            return;
        }
        StringBuilder sb = new StringBuilder();
        for (String v : values) line(sb, substitute(body, Map.of(name, v), calls));
        context.push(sb.toString(), false);
    }

    private static void line(StringBuilder sb, String body) {
        sb.append(body);
        if (!body.endsWith("\n")) sb.append('\n');
    }

    /** One argument: a string (quotes taken off) or text up to a comma or blank outside parentheses. Always moves on. */
    private static String argument(GasLexer in) {
        if (in.peek() == '"') {
            int from = in.position();
            in.skip(1);
            while (in.raw(0) != 0 && in.raw(0) != '"') in.skip(in.raw(0) == '\\' && in.raw(1) != 0 ? 2 : 1);
            String s = in.slice(from + 1, in.position());
            in.skip(1);
            return s;
        }
        int from = in.position();
        int depth = 0;
        char last = 0;
        while (true) {
            char c = in.raw(0);
            if (c == 0) break;
            if (depth == 0 && c == ',') break;
            if (depth == 0 && GasLexer.isBlank(c)) {
                int end = in.position();
                char next = in.peek();
                if (next == 0 || next == ',' || "+/|&^=<>!)".indexOf(next) < 0 && (last == 0 || "+-*/|&^=<>!~(".indexOf(last) < 0)) {
                    return in.slice(from, end);
                }
                continue;
            }
            if (c == '(' || c == '[') depth++;
            if ((c == ')' || c == ']') && depth > 0) depth--;
            if (c == '"') {
                in.skip(1);
                while (in.raw(0) != 0 && in.raw(0) != '"') in.skip(in.raw(0) == '\\' && in.raw(1) != 0 ? 2 : 1);
            }
            last = c;
            in.skip(1);
        }
        return in.slice(from, in.position()).stripTrailing();
    }

    private static String substitute(String body, Map<String, String> bound, int count) {
        StringBuilder sb = new StringBuilder(body.length() + 32);
        int n = body.length();
        for (int i = 0; i < n; ) {
            char c = body.charAt(i);
            if (c != '\\' || i + 1 >= n) {
                sb.append(c);
                i++;
                continue;
            }
            char d = body.charAt(i + 1);
            if (d == '@') {
                sb.append(count);
                i += 2;
            } else if (d == '(' && i + 2 < n && body.charAt(i + 2) == ')') {
                i += 3;
            } else if (GasLexer.isNameStart(d)) {
                int end = i + 1;
                while (end < n && GasLexer.isNamePart(body.charAt(end))) end++;
                // A name may run into a dot that is not part of it.
                String v = null;
                int e = end;
                for (; e > i + 1; e--) {
                    if (e < end && body.charAt(e) != '.') continue;
                    v = bound.get(body.substring(i + 1, e));
                    if (v != null) break;
                }
                if (v != null) {
                    sb.append(v);
                    i = e;
                } else {
                    sb.append(body, i, end);
                    i = end;
                }
            } else {
                sb.append(c).append(d);
                i += 2;
            }
        }
        return sb.toString();
    }
}
