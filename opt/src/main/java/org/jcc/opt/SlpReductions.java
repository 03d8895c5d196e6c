package org.jcc.opt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;

/**
 * The sums of a block, and what else an associative operation puts together of many values, as seeds for {@link Slp}: the values, in the order of
 * the memory that they are computed from, are cut into groups as wide as a register; what is left over is added as a scalar.
 *
 * <p>Floating sums only where they may be reassociated.
 */
final class SlpReductions {
    private static final int MAX_VALUES = 64;
    private static final int LEAST = 4;
    /** From a value down to the load that tells its place. */
    private static final int MAX_DEPTH = 4;

    /** {@code chain}: the operations, the last one first; {@code groups}: the lanes of vectors; {@code rest}: values that are in none. */
    record Seed(Inst[] chain, List<Inst[]> groups, List<Inst> rest) {
        Inst root() {
            return chain[0];
        }
    }

    private record Leaf(Inst value, long offset) {}

    /** What values have in common that go together. */
    private record Key(Op op, Object base) {}

    private final Aliases aliases;
    private final int bytes;

    SlpReductions(Aliases aliases, int bytes) {
        this.aliases = aliases;
        this.bytes = bytes;
    }

    private static boolean gathers(Inst i) {
        return switch (i.op) {
            case ADD, AND, OR, XOR -> VectorCosts.isElement(i.type);
            case FADD -> i.has(Inst.REASSOC) && VectorCosts.isElement(i.type) && !i.has(Inst.FENV_STRICT | Inst.FENV_DYNAMIC);
            default -> false;
        };
    }

    /** There are loads and sums enough. */
    static boolean mayBeIn(Block b) {
        int loads = 0;
        int sums = 0;
        for (Inst i = b.first; i != null; i = i.next) {
            if (i.op == Op.LOAD) loads++;
            else if (gathers(i)) sums++;
        }
        return loads >= LEAST && sums >= LEAST - 1;
    }

    List<Seed> in(Block b) {
        List<Seed> found = new ArrayList<>();
        for (Inst i = b.first; i != null; i = i.next) {
            if (!gathers(i) || i.useCount() == 1 && i.user(0).op == i.op && i.user(0).block == b && gathers(i.user(0))) continue;
            Seed s = seed(i);
            if (s != null) found.add(s);
        }
        return found;
    }

    private Seed seed(Inst root) {
        List<Inst> chain = new ArrayList<>();
        List<Inst> values = new ArrayList<>();
        List<Inst> open = new ArrayList<>(List.of(root));
        while (!open.isEmpty()) {
            Inst v = open.remove(open.size() - 1);
            if (v == root || v.op == root.op && v.block == root.block && v.useCount() == 1 && gathers(v)) {
                chain.add(v);
                open.add(v.arg(1));
                open.add(v.arg(0));
            } else {
                values.add(v);
            }
            if (values.size() > MAX_VALUES) return null;
        }
        int lanes = bytes / root.type.size;
        if (values.size() < Math.max(LEAST, lanes)) return null;
        List<Inst> rest = new ArrayList<>();
        Map<Key, List<Leaf>> sorted = new LinkedHashMap<>();
        for (Inst v : values) {
            Inst load = load(v, root.block);
            Aliases.Place p = load == null || values.indexOf(v) != values.lastIndexOf(v) ? null : aliases.place(load);
            if (p == null) rest.add(v);
            else sorted.computeIfAbsent(new Key(v.op, p.base()), k -> new ArrayList<>()).add(new Leaf(v, p.offset()));
        }
        List<Inst[]> groups = new ArrayList<>();
        for (List<Leaf> all : sorted.values()) {
            all.sort(Comparator.comparingLong(Leaf::offset));
            int n = all.size() / lanes * lanes;
            for (int k = 0; k < n; k += lanes) {
                Inst[] group = new Inst[lanes];
                for (int j = 0; j < lanes; j++) group[j] = all.get(k + j).value;
                groups.add(group);
            }
            for (int k = n; k < all.size(); k++) rest.add(all.get(k).value);
        }
        return groups.isEmpty() ? null : new Seed(chain.toArray(Inst[]::new), groups, rest);
    }

    /** The first load on the way down by first operands. */
    private static Inst load(Inst v, Block b) {
        for (int k = 0; k < MAX_DEPTH; k++) {
            if (v.block != b || v.op == Op.PARAM) return null;
            if (v.op == Op.LOAD) return v.isPlainAccess() ? v : null;
            if (v.ownArgCount() == 0 || v.op.reads() || v.op.writes()) return null;
            v = v.arg(0);
        }
        return null;
    }
}
