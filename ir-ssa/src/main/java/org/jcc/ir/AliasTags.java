package org.jcc.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of an access beside its address: its type (C17 6.5p7) and the restrict pointers that its address is computed from (6.7.3.1).
 *
 * <p>Tag 0 aliases everything: character types, -fno-strict-aliasing, guest code. Another tag says: an access of scalar type {@code access}, as a
 * member at {@code offset} of an object of type {@code base} (the access type itself if it is no member; both null: of any type). Type names are
 * opaque: compatible types have one name.
 *
 * <p>A {@link Restrict} says: the access is made during the one execution of a block with restrict pointers (the {@code scope}), and its
 * address is based on none but those of a set. Two accesses in one scope with sets that have nothing in common touch the same bytes only
 * if neither writes. Scopes are numbered in the module; each copy of a body has scopes of its own, so that accesses of two executions are never compared.
 */
public final class AliasTags {
    public record Tag(String base, String access, long offset, Restrict restrict) {
        private boolean sameType(Tag o) {
            return offset == o.offset && (base == null ? o.base == null : base.equals(o.base) && access.equals(o.access));
        }
    }

    /**
     * @param scope 1 or more
     * @param bases a bit for each pointer of the scope that the address may be based on; {@link #OTHER}: it may be based on none
     * @param next  of another scope, or null
     */
    public record Restrict(int scope, long bases, Restrict next) {
        /** The address may be based on no restrict pointer of the scope. */
        public static final long OTHER = 1L << 62;
        /** How many pointers of one scope are told apart. */
        public static final int MAX_POINTERS = 62;
    }

    /** Scopes within each other, of bodies that were inlined, that one access knows. */
    private static final int MAX_DEPTH = 4;

    private final List<Tag> tags = new ArrayList<>();
    private final Map<Tag, Integer> ids = new HashMap<>();
    private int scopes;

    public AliasTags() {
        tags.add(null);
    }

    public int of(String base, String access, long offset) {
        return of(base, access, offset, null);
    }

    public int of(String base, String access, long offset, Restrict restrict) {
        if (base == null && restrict == null) return 0;
        return ids.computeIfAbsent(new Tag(base, access, offset, restrict), t -> {
            tags.add(t);
            for (Restrict r = restrict; r != null; r = r.next) scopes = Math.max(scopes, r.scope);
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
     * False only if accesses under the two tags, one of which writes, cannot touch the same bytes. Members of different bases are told apart
     * by access type alone (a pointer to the member may be the other access).
     */
    public boolean mayAlias(int a, int b) {
        if (a == 0 || b == 0 || a == b) return true;
        Tag x = tags.get(a);
        Tag y = tags.get(b);
        if (x.base != null && y.base != null) {
            if (!x.access.equals(y.access)) return false;
            if (x.base.equals(y.base) && x.offset != y.offset) return false;
        }
        for (Restrict r = x.restrict; r != null; r = r.next) {
            Restrict s = find(y.restrict, r.scope);
            if (s != null && (r.bases & s.bases) == 0) return false;
        }
        return true;
    }

    private static Restrict find(Restrict r, int scope) {
        while (r != null && r.scope != scope) r = r.next;
        return r;
    }

    // ---- restrict ----

    /** A number for the scope of one body. */
    public int newScope() {
        return ++scopes;
    }

    /** Some tag has a scope. */
    public boolean hasScopes() {
        return scopes > 0;
    }

    /** The tag of an access that is also made in a scope, by an address based on some of {@code bases}. */
    public int within(int tag, int scope, long bases) {
        Tag t = tags.get(tag);
        Restrict old = t == null ? null : t.restrict;
        int depth = 0;
        for (Restrict r = old; r != null; r = r.next) depth++;
        if (depth >= MAX_DEPTH) return tag;
        Restrict r = new Restrict(scope, bases, old);
        return t == null ? of(null, null, 0, r) : of(t.base, t.access, t.offset, r);
    }

    /** The tag without its type. */
    public int untyped(int tag) {
        Tag t = tags.get(tag);
        return t == null || t.base == null ? tag : of(null, null, 0, t.restrict);
    }

    /** The tag without its scopes. */
    public int unscoped(int tag) {
        Tag t = tags.get(tag);
        return t == null || t.restrict == null ? tag : of(t.base, t.access, t.offset);
    }

    /**
     * The tag in a copy of the code.
     *
     * @param copies by scope: that of the copy, 0 if there is none yet; grows
     * @return the array, in {@code copies[0]} the tag
     */
    public int[] copied(int tag, int[] copies) {
        Tag t = tags.get(tag);
        if (t == null || t.restrict == null) {
            copies[0] = tag;
            return copies;
        }
        int most = 0;
        for (Restrict r = t.restrict; r != null; r = r.next) most = Math.max(most, r.scope);
        if (most >= copies.length) copies = java.util.Arrays.copyOf(copies, most + 1);
        copies[0] = of(t.base, t.access, t.offset, copied(t.restrict, copies));
        return copies;
    }

    private Restrict copied(Restrict r, int[] copies) {
        if (r == null) return null;
        if (copies[r.scope] == 0) copies[r.scope] = newScope();
        return new Restrict(copies[r.scope], r.bases, copied(r.next, copies));
    }

    /** The tag of an access that stands for two: their type if it is one, the scopes that both are in. */
    public int merged(int a, int b) {
        if (a == b) return a;
        if (a == 0 || b == 0) return 0;
        Tag x = tags.get(a);
        Tag y = tags.get(b);
        Restrict r = common(x.restrict, y.restrict);
        return x.sameType(y) ? of(x.base, x.access, x.offset, r) : of(null, null, 0, r);
    }

    /** The tag, in no more scopes, and with no smaller sets, than {@code limit}. */
    public int limited(int tag, int limit) {
        Tag t = tags.get(tag);
        if (t == null || t.restrict == null) return tag;
        return of(t.base, t.access, t.offset, limit == 0 ? null : common(t.restrict, tags.get(limit).restrict));
    }

    private static Restrict common(Restrict r, Restrict other) {
        if (r == null) return null;
        Restrict next = common(r.next, other);
        Restrict s = find(other, r.scope);
        return s == null ? next : new Restrict(r.scope, r.bases | s.bases, next);
    }
}
