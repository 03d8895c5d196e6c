package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.Arrays;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.TypedefType;

/**
 * Scopes and name spaces (6.2.1, 6.2.3): the visible binding of each name is an array element by the name's id; an undo
 * log restores what a block has hidden.
 */
final class Scopes {
    /** What an identifier means. {@code depth} 0 is file scope. */
    static final class Binding {
        final int name;
        final int loc;
        final int depth;
        /** A variable or function, else null. */
        Symbol symbol;
        /** A typedef, else null. */
        TypedefType typedef;
        /** A typedef whose specifiers say {@code signed}, themselves or by another typedef: plain bit-fields of it are always signed. */
        boolean explicitlySigned;
        /** An enumeration constant, else null. */
        TypedExpr.IntConst constant;
        String deprecated;
        /** {@code unavailable}\'s message, or null. */
        String unavailable;
        /** Was declared by {@code extern} within a block. */
        boolean used;

        Binding(int name, int loc, int depth) {
            this.name = name;
            this.loc = loc;
            this.depth = depth;
        }
    }

    /** A tag of a structure, union or enumeration. */
    record Tag(CType type, int depth, int loc) {}

    private Binding[] ordinary = new Binding[4096];
    private Tag[] tags = new Tag[4096];
    /** Objects and functions with linkage, also those whose declarations' scopes have ended. */
    private Symbol[] linked = new Symbol[4096];

    private int[] logNames = new int[256];
    private Object[] logOld = new Object[256];
    private int logSize;
    private int[] marks = new int[64];
    private int depth;
    /** Local bindings per open scope, for the warnings about unused ones. */
    private final ArrayList<ArrayList<Binding>> locals = new ArrayList<>();

    int depth() {
        return depth;
    }

    void push() {
        if (depth == marks.length) marks = Arrays.copyOf(marks, depth * 2);
        marks[depth++] = logSize;
        if (locals.size() < depth) locals.add(new ArrayList<>());
        else locals.get(depth - 1).clear();
    }

    void pop() {
        int mark = marks[--depth];
        while (logSize > mark) {
            int n = logNames[--logSize];
            Object old = logOld[logSize];
            logOld[logSize] = null;
            if (n >= 0) ordinary[n] = (Binding) old;
            else tags[~n] = (Tag) old;
        }
    }

    /** The bindings made in the innermost scope, in order. */
    ArrayList<Binding> innermost() {
        return locals.get(depth - 1);
    }

    Binding find(int name) {
        return name < ordinary.length ? ordinary[name] : null;
    }

    /** The binding if it was made in the innermost scope. */
    Binding findHere(int name) {
        Binding b = find(name);
        return b != null && b.depth == depth ? b : null;
    }

    void bind(Binding b) {
        if (b.name >= ordinary.length) ordinary = Arrays.copyOf(ordinary, Math.max(b.name + 1, ordinary.length * 2));
        if (depth > 0) {
            log(b.name, ordinary[b.name]);
            locals.get(depth - 1).add(b);
        }
        ordinary[b.name] = b;
    }

    Tag tag(int name) {
        return name < tags.length ? tags[name] : null;
    }

    void bindTag(int name, Tag t) {
        if (name >= tags.length) tags = Arrays.copyOf(tags, Math.max(name + 1, tags.length * 2));
        if (depth > 0) log(~name, tags[name]);
        tags[name] = t;
    }

    Symbol linked(int name) {
        return name < linked.length ? linked[name] : null;
    }

    void link(int name, Symbol s) {
        if (name >= linked.length) linked = Arrays.copyOf(linked, Math.max(name + 1, linked.length * 2));
        linked[name] = s;
    }

    private void log(int name, Object old) {
        if (logSize == logNames.length) {
            logNames = Arrays.copyOf(logNames, logSize * 2);
            logOld = Arrays.copyOf(logOld, logSize * 2);
        }
        logNames[logSize] = name;
        logOld[logSize++] = old;
    }
}
