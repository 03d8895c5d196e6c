package org.jcc.opt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * The loads and stores of a loop that {@link Vectorize} looks at: how the places move from round to round, and whether several rounds may be done at
 * once (Allen and Kennedy's test of dependences, for distances that are constants).
 *
 * <p>Elements follow each other upwards or downwards, or are every second or fourth one: fields of structures, which are read and written as whole structures,
 * stores of all fields together; or the place does not move: it is read once.
 *
 * <p>Accesses whose addresses differ by a constant are a {@link Family}. Within one the distance tells which rounds meet; two families are of
 * different objects, or must be apart, which is checked when the loop is entered. A group is loaded where the first of its fields is, and stored where the last is.
 */
final class VectorAccesses {
    private static final int MAX_STRIDE = 4;

    enum Kind { UNIT, REVERSED, FIELD, FIXED }

    /** Fields of consecutive structures, of one size, from {@code low} on; {@code stride} are one structure. */
    static final class Group {
        final List<Access> fields = new ArrayList<>();
        final int stride;
        /** Where in the loop all of it is accessed: the place of the first load, of the last store. */
        int at;
        /** What it costs beside its fields has been counted. */
        boolean counted;

        Group(int stride) {
            this.stride = stride;
        }

        Access first() {
            return fields.get(0);
        }

        /** The number of the field. */
        int number(Access a) {
            return (int) (a.rec.constant - first().rec.constant) / a.size();
        }

        Access field(int number) {
            for (Access a : fields) if (number(a) == number) return a;
            return null;
        }
    }

    /** What differs by constants, and moves alike. */
    static final class Family {
        /** That of the least address. */
        Access first;
        private long end;

        /** Bytes from the first to behind the last, in one round. */
        long extent() {
            return end - first.rec.constant;
        }

        long step() {
            return first.rec.step;
        }
    }

    static final class Access {
        final Inst inst;
        final Induction.Rec rec;
        final int position;
        Family family;
        Kind kind;
        /** Of a {@link Kind#FIELD}. */
        Group group;
        /** The store to this place under the opposite condition, which this one does with it; or null. */
        Inst other;

        private Access(Inst inst, Induction.Rec rec, int position) {
            this.inst = inst;
            this.rec = rec;
            this.position = position;
        }

        boolean isStore() {
            return inst.op == Op.STORE;
        }

        Type type() {
            return isStore() ? inst.arg(1).type : inst.type;
        }

        int size() {
            return type().size;
        }

        /** Where in the loop the vector is accessed. */
        private int at() {
            return group == null ? position : group.at;
        }
    }

    private final Induction ind;
    private final FlatBody body;
    private final Aliases aliases;
    final List<Access> all = new ArrayList<>();
    final List<Family> families = new ArrayList<>();
    private final Map<Inst, Access> byInst = new HashMap<>();
    /** Families that must not overlap. */
    final List<Family[]> checks = new ArrayList<>();
    /** Bytes of the smallest element. */
    int size;
    /** A group is read beyond what its last round needs: that round must stay a scalar one. */
    boolean readsBeyond;

    VectorAccesses(Induction ind, FlatBody body, Aliases aliases) {
        this.ind = ind;
        this.body = body;
        this.aliases = aliases;
    }

    Access of(Inst i) {
        return byInst.get(i);
    }

    /** A load of one place in all rounds. */
    boolean isFixed(Inst v) {
        Access a = v.op == Op.LOAD ? of(v) : null;
        return a != null && a.kind == Kind.FIXED;
    }

    /** There are lanes of that type, too. */
    void narrow(Type t) {
        if (VectorCosts.isElement(t)) size = size == 0 ? t.size : Math.min(size, t.size);
    }

    /** All move downwards: the lanes may be in the order of memory. */
    boolean isDownwards() {
        for (Access a : all) if (a.kind != Kind.REVERSED && a.kind != Kind.FIXED) return false;
        return true;
    }

    // ---- what there is ----

    /** Takes in the load or store; null, or why it cannot be done in vectors. */
    String add(Inst i, int position) {
        Type t = i.op == Op.LOAD ? i.type : i.arg(1).type;
        if (!i.isPlainAccess()) return "volatile or atomic access";
        if (!VectorCosts.isElement(t)) return "access of type " + t;
        Induction.Rec r = ind.rec(i.arg(0));
        if (r == null || !r.stepTerms.isEmpty()) return "address is not linear";
        Access a = new Access(i, r, position);
        if (r.step == t.size) a.kind = Kind.UNIT;
        else if (r.step == -t.size) a.kind = Kind.REVERSED;
        else if (r.step == 0 && !a.isStore()) a.kind = Kind.FIXED;
        else if (r.step == 2L * t.size || r.step == (long) MAX_STRIDE * t.size) a.kind = Kind.FIELD;
        else return r.step == 0 ? "store to one place" : "accesses are not consecutive";
        if (a.kind != Kind.FIXED) narrow(t);
        if (a.isStore() && body.guard(i) != null) pair(a);
        all.add(a);
        byInst.put(i, a);
        for (Family f : families) {
            if (f.step() != r.step || !f.first.rec.sameTerms(r)) continue;
            a.family = f;
            f.end = Math.max(f.end, r.constant + t.size);
            if (r.constant < f.first.rec.constant) f.first = a;
        }
        if (a.family == null) {
            a.family = new Family();
            a.family.first = a;
            a.family.end = r.constant + t.size;
            families.add(a.family);
        }
        return null;
    }

    /** Two stores to one place on both ways of a branch are one of a choice, where the second stands. */
    private void pair(Access a) {
        for (Access x : all) {
            if (!x.isStore() || x.other != null || x.type() != a.type() || x.rec.step != a.rec.step || x.rec.constant != a.rec.constant || !x.rec.sameTerms(a.rec)) continue;
            FlatBody.Guard g = body.guard(x.inst);
            if (g == null || g.within() != null || !FlatBody.areOpposite(g, body.guard(a.inst))) continue;
            a.other = x.inst;
            if (x.family.first == x) x.family.first = a;
            all.remove(x);
            byInst.remove(x.inst);
            return;
        }
    }

    /** What a store stores: a value, or one of two. */
    FlatBody.Choice stored(Access a) {
        FlatBody.Guard g = body.guard(a.inst);
        if (a.other == null) return new FlatBody.Choice(null, a.inst.arg(1), null);
        return g.holds() ? new FlatBody.Choice(g.cond(), a.inst.arg(1), a.other.arg(1)) : new FlatBody.Choice(g.cond(), a.other.arg(1), a.inst.arg(1));
    }

    /** Makes the groups, and looks whether all accesses may be made in every round. */
    String group() {
        for (Access a : all) if (a.isStore() && a.other == null && body.guard(a.inst) != null) return "store is not made in every round";
        for (Family f : families) {
            String why = group(f, false);
            if (why == null) why = group(f, true);
            if (why != null) return why;
        }
        for (Access a : all) if (!a.isStore() && body.guard(a.inst) != null && !isSafe(a)) return "load is not made in every round";
        return null;
    }

    private String group(Family f, boolean stores) {
        List<Access> fields = new ArrayList<>();
        for (Access a : all) if (a.family == f && a.kind == Kind.FIELD && a.isStore() == stores) fields.add(a);
        fields.sort(Comparator.comparingLong(a -> a.rec.constant));
        Group g = null;
        for (Access a : fields) {
            if (g == null || a.rec.constant - g.first().rec.constant >= f.step()) {
                String why = g == null ? null : finish(g);
                if (why != null) return why;
                g = new Group((int) f.step() / a.size());
                g.at = a.position;
            }
            Access first = g.fields.isEmpty() ? a : g.first();
            if (a.size() != first.size() || (a.rec.constant - first.rec.constant) % a.size() != 0) return "fields of different sizes";
            g.at = stores ? Math.max(g.at, a.position) : Math.min(g.at, a.position);
            g.fields.add(a);
            a.group = g;
        }
        return g == null ? null : finish(g);
    }

    private String finish(Group g) {
        int last = g.number(g.fields.get(g.fields.size() - 1));
        if (!g.first().isStore()) {
            readsBeyond |= last < g.stride - 1;
            return null;
        }
        for (int k = 0; k < g.stride; k++) if (k >= g.fields.size() || g.number(g.fields.get(k)) != k) return "not all fields are stored";
        return g.fields.size() == g.stride ? null : "a field is stored twice";
    }

    /** The place is accessed in every round. */
    private boolean isSafe(Access a) {
        List<FlatBody.Guard> guards = new ArrayList<>();
        for (Access x : all) if (x.family == a.family && x.rec.constant == a.rec.constant && x.size() >= a.size()) guards.add(x.other == null ? body.guard(x.inst) : null);
        return body.coversAll(guards);
    }

    // ---- dependences ----

    /**
     * Null, with the {@link #checks} that have to be made; or why {@code lanes} rounds cannot be done at once.
     *
     * @param independent {@code #pragma GCC ivdep} says that what cannot be known is no dependence; what is known is one all the same, as it is to gcc
     */
    String dependences(int lanes, boolean independent) {
        for (int k = 0; k < all.size(); k++) {
            for (int j = k + 1; j < all.size(); j++) {
                Access x = all.get(k);
                Access y = all.get(j);
                if (!x.isStore() && !y.isStore()) continue;
                if (x.family == y.family) {
                    if (meets(x, y, lanes)) return "a later round needs what an earlier one stores";
                    continue;
                }
                if (independent) continue;
                Object r = aliases.root(x.inst.arg(0));
                Object s = aliases.root(y.inst.arg(0));
                // A store comes before the accesses of the rounds before it; types tell only that a load does not see it.
                Aliases.Place first = new Aliases.Place(r, 0, -1, r, x.inst.tag);
                if (!aliases.mayAlias(x.isStore() ? aliases.untyped(first) : first, new Aliases.Place(s, 0, -1, s, y.inst.tag))) continue;
                boolean seen = false;
                for (Family[] c : checks) seen |= c[0] == x.family && c[1] == y.family || c[0] == y.family && c[1] == x.family;
                if (!seen) checks.add(new Family[] {x.family, y.family});
            }
        }
        return null;
    }

    /**
     * A place that {@code x} touches in one round and {@code y} in another, or the same, in an order that vectors turn around: all rounds of the access that comes
     * first are done before those of the other.
     */
    private static boolean meets(Access x, Access y, int lanes) {
        if (x.group != null && x.group == y.group) return false;
        boolean turned = x.at() > y.at();
        for (long later = turned ? 0 : -(lanes - 1); turned ? later < lanes : later < 0; later++) {
            long distance = y.rec.constant - x.rec.constant + later * x.family.step();
            if (distance < x.size() && -distance < y.size()) return true;
        }
        return false;
    }
}
