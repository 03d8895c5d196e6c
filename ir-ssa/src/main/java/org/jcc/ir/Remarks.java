package org.jcc.ir;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What passes say about the code they changed, or could not change, with its place in the source ({@code -fopt-info}; GCC
 * manual, Developer Options). A module without listeners has no remarks object: a pass asks {@code m.remarks != null} before it
 * makes a text.
 */
public final class Remarks {
    /** What became of the code. */
    public enum Kind { OPTIMIZED, MISSED, NOTE }

    /** The families of passes that {@code -fopt-info-<group>} selects. */
    public enum Group { IPA, LOOP, INLINE, VEC, OTHER }

    /** @param loc the code's place @param function its function's assembly name */
    public record Remark(Kind kind, Group group, int loc, String function, String text) {}

    private final Set<Kind> kinds;
    private final Set<Group> groups;
    private final List<Remark> all = new ArrayList<>();

    /** Only remarks of these kinds and groups are kept. */
    public Remarks(Set<Kind> kinds, Set<Group> groups) {
        this.kinds = EnumSet.copyOf(kinds);
        this.groups = EnumSet.copyOf(groups);
    }

    /** True if remarks of that kind and group are wanted. */
    public boolean wants(Kind kind, Group group) {
        return kinds.contains(kind) && groups.contains(group);
    }

    public void add(Kind kind, Group group, int loc, Function f, String text) {
        if (wants(kind, group)) all.add(new Remark(kind, group, loc, f.name, text));
    }

    /** In the order in which they were made. */
    public List<Remark> all() {
        return all;
    }
}
