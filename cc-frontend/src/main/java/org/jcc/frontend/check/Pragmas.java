package org.jcc.frontend.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.syntax.Pragma;

/**
 * The pragmas that have meaning for declarations: {@code pack}, {@code weak}, {@code redefine_extname}, {@code GCC visibility},
 * {@code GCC optimize}, {@code GCC target}, {@code GCC diagnostic} of errors; those of loops go to {@link LoopPragmas}. The others say nothing that changes what a program does.
 */
final class Pragmas {
    private final Checker c;
    final LoopPragmas loops;
    private int pack;
    private final int initialPack;
    private final ArrayDeque<Integer> packs = new ArrayDeque<>();
    private final ArrayDeque<String> packNames = new ArrayDeque<>();
    private final ArrayDeque<Symbol.Visibility> visibilities = new ArrayDeque<>();

    Pragmas(Checker c) {
        this.c = c;
        loops = new LoopPragmas(c);
        pack = initialPack = Math.max(0, c.options.packStruct());
        this.bigEndian = c.options.bigEndian();
    }

    /** What {@code #pragma GCC optimize} asks of the functions that follow, or null; {@code push_options} saves it. */
    private String optimize;
    /** What {@code #pragma GCC target} asks of them, or null. */
    private String target;
    private boolean bigEndian;
    private record Options(String optimize, String target) {}

    private final ArrayList<Options> options = new ArrayList<>();

    /** The options that {@code #pragma GCC optimize} has in force, comma-separated, or null. */
    String optimize() {
        return optimize;
    }

    /** Two lists of options, either of which may be null. */
    static String joined(String first, String second) {
        return first == null ? second : second == null ? first : first + "," + second;
    }

    /** The features that {@code #pragma GCC target} has in force, comma-separated, or null. */
    String target() {
        return target;
    }

    /** What stands in the parentheses and quotes of {@code optimize} and {@code target}, added to what is in force. */
    private static String added(String options, String t) {
        for (String s : t.split("[(),]")) {
            String o = s.trim().replace("\"", "");
            if (!o.isEmpty()) options = joined(options, o);
        }
        return options;
    }

    /** The alignment limit of {@code #pragma pack}, or 0. */
    int pack() {
        return pack;
    }

    /** The visibility pushed by {@code #pragma GCC visibility}, or null. */
    Symbol.Visibility visibility() {
        return visibilities.peek();
    }

    void pragma(Pragma p) {
        String t = p.text().trim();
        if (t.startsWith("pack")) pack(p.loc(), t.substring(4).trim());
        else if (t.startsWith("weak")) weak(p.loc(), t.substring(4).trim());
        else if (t.startsWith("redefine_extname")) redefine(t.substring(16).trim());
        else if (t.startsWith("GCC optimize")) optimize = added(optimize, t.substring(12));
        else if (t.startsWith("GCC target")) target = added(target, t.substring(10));
        else if (t.startsWith("GCC push_options")) options.add(new Options(optimize, target));
        else if (t.startsWith("GCC pop_options")) popOptions();
        else if (t.startsWith("GCC reset_options")) optimize = target = null;
        else if (t.startsWith("GCC unroll")) loops.unroll(p.loc(), t.substring(10).trim());
        else if (t.startsWith("GCC ivdep")) loops.ivdep(p.loc(), t.substring(9).trim());
        else if (t.startsWith("GCC visibility")) visibility(p.loc(), t.substring(14).trim());
        else if (t.startsWith("scalar_storage_order")) storageOrder(p.loc(), t.substring(20).trim());
        else if (!(t.startsWith("GCC") || t.startsWith("STDC") || t.startsWith("once") || t.startsWith("message") || t.startsWith("push_macro")
                || t.startsWith("pop_macro") || t.startsWith("omp"))) {
            c.warnAll(p.loc(), "unknown-pragmas", "ignoring '#pragma " + t.split("\\s+")[0] + (t.split("\\s+").length > 1 ? " " + t.split("\\s+")[1] : "") + "'");
        }
    }

    private void popOptions() {
        if (options.isEmpty()) return;
        Options o = options.removeLast();
        optimize = o.optimize;
        target = o.target;
    }

    /** Structures defined from here on have their scalars in big-endian order. */
    boolean bigEndian() {
        return bigEndian;
    }

    private void storageOrder(int loc, String order) {
        switch (order) {
            case "big-endian" -> bigEndian = true;
            case "little-endian" -> bigEndian = false;
            case "default" -> bigEndian = c.options.bigEndian();
            default -> c.warn(loc, "pragmas", order.isEmpty() ? "missing [big-endian|little-endian|default] after '#pragma scalar_storage_order'"
                    : "expected [big-endian|little-endian|default] after '#pragma scalar_storage_order'");
        }
    }

    private void pack(int loc, String t) {
        if (c.options.packStruct() < 0) {
            c.warn(loc, "pragmas", "'#pragma pack' has no effect with '-fpack-struct' - ignored");
            return;
        }
        if (!t.startsWith("(") || !t.contains(")")) {
            c.warn(loc, "pragmas", t.startsWith("(") ? "malformed '#pragma pack' - ignored" : "missing '(' after '#pragma pack' - ignored");
            return;
        }
        String[] args = t.substring(1, t.indexOf(')')).split(",");
        Integer value = null;
        boolean push = false;
        boolean pop = false;
        String name = null;
        for (String a : args) {
            a = a.trim();
            if (a.equals("push")) push = true;
            else if (a.equals("pop")) pop = true;
            else if (a.matches("[0-9]+")) value = Integer.parseInt(a.length() > 6 ? "99" : a);
            else if (!a.isEmpty()) name = a;
        }
        if (value != null && (value > 16 || (value & value - 1) != 0)) {
            c.warn(loc, "pragmas", "alignment must be a small power of two, not " + value);
            return;
        }
        if (push) {
            packs.push(pack);
            packNames.push(name == null ? "" : name);
            if (value != null) pack = value;
        } else if (pop) {
            if (packs.isEmpty()) {
                c.warn(loc, "pragmas", "#pragma pack (pop) encountered without matching #pragma pack (push)");
                return;
            }
            if (name != null && packNames.contains(name)) {
                while (!packNames.peek().equals(name)) {
                    packNames.pop();
                    packs.pop();
                }
            }
            packNames.pop();
            pack = packs.pop();
            if (value != null) pack = value;
        } else {
            pack = value == null || value == 0 ? initialPack : value;
        }
    }

    private void weak(int loc, String t) {
        String[] parts = t.split("=");
        int id = c.names.intern(parts[0].trim());
        Symbol s = c.scopes.linked(id);
        String alias = parts.length > 1 ? parts[1].trim() : null;
        if (s != null) {
            s.weak = true;
            if (alias != null) {
                s.aliasOf = alias;
                s.defined = true;
            }
        } else {
            c.decls.pendingWeak.put(id, alias == null ? "" : alias);
        }
    }

    private void redefine(String t) {
        String[] parts = t.split("\\s+");
        if (parts.length != 2) return;
        int id = c.names.intern(parts[0]);
        Symbol s = c.scopes.linked(id);
        if (s != null) s.asmName = parts[1];
        else c.decls.pendingRename.put(id, parts[1]);
    }

    private void visibility(int loc, String t) {
        if (t.startsWith("pop")) {
            if (visibilities.isEmpty()) c.warn(loc, "pragmas", "no matching push for '#pragma GCC visibility pop'");
            else visibilities.pop();
            return;
        }
        int a = t.indexOf('(');
        int b = t.indexOf(')');
        if (a < 0 || b < a) return;
        Symbol.Visibility v = Attributes.visibility(t.substring(a + 1, b).trim());
        if (v == null) c.warn(loc, "pragmas", "'#pragma GCC visibility push()' must specify 'default', 'hidden', 'internal' or 'protected'");
        else visibilities.push(v);
    }
}
