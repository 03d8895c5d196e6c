package org.jcc.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Type-based alias tags (C17 6.5p7). Tag 0 aliases everything: character types, -fno-strict-aliasing, guest code. Another
 * tag says: an access of scalar type {@code access}, as a member at {@code offset} of an object of type {@code base} (the
 * access type itself if it is no member). Type names are opaque: compatible types have one name.
 */
public final class AliasTags {
    public record Tag(String base, String access, long offset) {}

    private final List<Tag> tags = new ArrayList<>();
    private final Map<Tag, Integer> ids = new HashMap<>();

    public AliasTags() {
        tags.add(null);
    }

    public int of(String base, String access, long offset) {
        return ids.computeIfAbsent(new Tag(base, access, offset), t -> {
            tags.add(t);
            return tags.size() - 1;
        });
    }

    /** A plain scalar access. */
    public int scalar(String access) {
        return of(access, access, 0);
    }

    /** Null for 0. */
    public Tag tag(int id) {
        return tags.get(id);
    }

    /** How many tags there are, 0 included. */
    public int size() {
        return tags.size();
    }

    /**
     * False only if accesses under the two tags cannot touch the same bytes. Members of different bases are told apart
     * by access type alone (a pointer to the member may be the other access).
     */
    public boolean mayAlias(int a, int b) {
        if (a == 0 || b == 0 || a == b) return true;
        Tag x = tags.get(a);
        Tag y = tags.get(b);
        if (!x.access.equals(y.access)) return false;
        return !x.base.equals(y.base) || x.offset == y.offset;
    }
}
