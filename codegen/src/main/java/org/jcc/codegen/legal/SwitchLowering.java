package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Makes of every switch what its cases ask for: tables, bit tests, and comparisons in a balanced tree. What remains a SWITCH is dense, and selection makes
 * a table of it.
 *
 * <p>The sorted cases are cut into clusters. First, consecutive values with one target are one range. Then runs of at least five ranges of which
 * an eighth of the span (a third under -Os) are comparisons become tables, as few as possible (Kannan and Proebsting, Correction to Producing Good Code
 * for the Case Statement, 1994; the runs looked at are bounded). Of what is left, runs within a machine word with up to three targets become bit tests: one bit of a constant
 * for each value (Sayle, A Superoptimizer Analysis of Multiway Branch Code Generation, 2008). The tree asks {@code x < first value of the middle cluster}; on its way
 * down it knows the interval in which the value is, and leaves out the comparisons that this decides.
 *
 * <p>If the default cannot happen, gaps belong to the cluster below them, and the cases bound the value. Bits of the value that are surely zero bound it from the start.
 *
 * <p>Requires: no switch on i128. Ensures: a SWITCH has at least two cases, its values are dense and begin with 0; if its default is unreachable, the value is not above the largest.
 * Gain: a test for one of five letters runs 7 instead of 9 instructions and has no table; ranges of any length are one comparison (the switch over three ranges in switches.c: 62 instead of 190 bytes).
 */
public final class SwitchLowering {
    private static final int TABLE_CASES = 5;
    private static final int SPEED_RATIO = 8, SIZE_RATIO = 3;
    private static final long MAX_TABLE = 1 << 20;
    /** How many clusters a table may have that is only a part of a switch. */
    private static final int WINDOW = 1024;
    private static final int CHAIN = 3;

    /** Where an edge goes, and with what. */
    private record Target(Block block, List<Inst> args) {}

    private enum Kind { RANGE, TABLE, BITS }

    /** Values from {@code lo} to {@code hi}: of a RANGE all of them; else the {@code parts}, in order, and the default between them. */
    private record Cluster(Kind kind, long lo, long hi, Target target, List<Cluster> parts) {
        int comparisons() {
            return lo == hi ? 1 : 2;
        }
    }

    private final Function f;
    private final Builder b;
    private final boolean tables;
    private final int ratio;
    private Block impossible;
    // The switch at hand.
    private Inst value;
    private Target dflt;

    private SwitchLowering(Function f, boolean tables) {
        this.f = f;
        this.b = new Builder(f);
        this.tables = tables;
        this.ratio = f.is(Function.OPT_SIZE) ? SIZE_RATIO : SPEED_RATIO;
    }

    public static void run(Function f, boolean tables) {
        if (!f.isDefinition()) return;
        SwitchLowering s = new SwitchLowering(f, tables);
        for (int k = 0, n = f.blocks.size(); k < n; k++) {
            Block block = f.blocks.get(k);
            if (block.terminator() != null && block.last.op == Op.SWITCH) s.lower(block.last);
        }
    }

    private void lower(Inst t) {
        Block at = t.block;
        b.before(t);
        value = t.arg(0);
        if (value.isConst()) {
            decided(t);
            return;
        }
        Type type = value.type;
        if (type.bits < 32) value = b.convert(type == Type.I1 ? Op.ZEXT : Op.SEXT, value, Type.I32);
        long lo = value.type == Type.I32 ? Integer.MIN_VALUE : Long.MIN_VALUE;
        long hi = ~lo;
        long most = unsignedMost(t.arg(0), 4);
        if (most >= 0) {
            lo = 0;
            hi = Math.min(hi, most);
        }
        List<Cluster> clusters = ranges(t, lo, hi);
        t.remove();
        b.at(at);
        if (isImpossible(dflt.block) && !clusters.isEmpty()) {
            clusters = withoutGaps(clusters);
            lo = clusters.getFirst().lo;
            hi = clusters.getLast().hi;
        }
        tree(bits(tables(clusters)), lo, hi);
    }

    private void decided(Inst t) {
        int to = 0;
        long[] values = (long[]) t.aux;
        for (int k = 0; k < values.length; k++) if (values[k] == value.imm) to = k + 1;
        Target x = target(t, to, new HashMap<>());
        Block at = t.block;
        t.remove();
        b.at(at);
        go(x);
    }

    // ---- what is known ----

    /** The block ends the search: control cannot come to it. */
    public static boolean isImpossible(Block block) {
        return block.first != null && block.first.op == Op.UNREACHABLE;
    }

    /** The largest value that bits which are surely zero allow, as the cases count; -1 if nothing is known or it may be negative. */
    private static long unsignedMost(Inst v, int depth) {
        if (depth == 0 || v.type.bits > 64) return -1;
        long most = switch (v.op) {
            case AND -> {
                long y = v.arg(1).isConst() && v.arg(1).imm >= 0 ? v.arg(1).imm : unsignedMost(v.arg(1), depth - 1);
                long x = unsignedMost(v.arg(0), depth - 1);
                yield x < 0 ? y : y < 0 ? x : Math.min(x, y);
            }
            case ZEXT -> {
                long x = unsignedMost(v.arg(0), depth - 1);
                int n = v.arg(0).type.bits;
                yield x >= 0 ? x : n >= 63 ? -1 : (1L << n) - 1;
            }
            case SEXT, FREEZE -> v.arg(0).type == Type.I1 ? -1 : unsignedMost(v.arg(0), depth - 1);
            case LSHR -> v.arg(1).isConst() && v.arg(1).imm > 0 && v.arg(1).imm < v.type.bits ? (v.type.bits == 64 ? -1L : (1L << v.type.bits) - 1) >>> v.arg(1).imm : -1;
            case UREM -> v.arg(1).isConst() && v.arg(1).imm > 0 ? v.arg(1).imm - 1 : -1;
            default -> -1;
        };
        if (most >= 0 && v.type.bits < 64 && most > (1L << v.type.bits - 1) - 1) return -1;
        return most;
    }

    // ---- clusters ----

    /** The cases within the bounds, sorted, neighbours with one target in one; sets the default. */
    private List<Cluster> ranges(Inst t, long lo, long hi) {
        Map<Target, Target> known = new HashMap<>();
        dflt = target(t, 0, known);
        long[] values = (long[]) t.aux;
        Integer[] order = new Integer[values.length];
        for (int k = 0; k < order.length; k++) order[k] = k;
        Arrays.sort(order, (x, y) -> Long.compare(values[x], values[y]));
        List<Cluster> out = new ArrayList<>();
        for (int k : order) {
            Target to = target(t, k + 1, known);
            long v = values[k];
            if (to == dflt || v < lo || v > hi) continue;
            Cluster last = out.isEmpty() ? null : out.getLast();
            if (last != null && last.target == to && last.hi + 1 == v) out.set(out.size() - 1, range(last.lo, v, to));
            else out.add(range(v, v, to));
        }
        return out;
    }

    private static Cluster range(long lo, long hi, Target to) {
        return new Cluster(Kind.RANGE, lo, hi, to, null);
    }

    private static Target target(Inst t, int s, Map<Target, Target> known) {
        Inst[] args = new Inst[t.succArgCount(s)];
        for (int k = 0; k < args.length; k++) args[k] = t.succArg(s, k);
        Target x = new Target(t.succ(s), Arrays.asList(args));
        Target old = known.putIfAbsent(x, x);
        return old == null ? x : old;
    }

    /** What lies between two ranges belongs to the lower one. */
    private static List<Cluster> withoutGaps(List<Cluster> ranges) {
        List<Cluster> out = new ArrayList<>();
        for (int k = 0; k < ranges.size(); k++) {
            Cluster c = ranges.get(k);
            long to = k + 1 == ranges.size() ? c.hi : ranges.get(k + 1).lo - 1;
            if (!out.isEmpty() && out.getLast().target == c.target) out.set(out.size() - 1, range(out.getLast().lo, to, c.target));
            else out.add(range(c.lo, to, c.target));
        }
        return out;
    }

    /** The span in values less one; -1 if it is too large for a table. */
    private static long span(Cluster first, Cluster last) {
        long n = last.hi - first.lo;
        return n < 0 || n > MAX_TABLE ? -1 : n;
    }

    private boolean isDense(List<Cluster> c, int from, int to, int comparisons) {
        long n = span(c.get(from), c.get(to));
        return to - from + 1 >= TABLE_CASES && n >= 0 && n < (long) ratio * comparisons && !isSuitedForBits(c.subList(from, to + 1));
    }

    /** Runs of ranges become tables: as few clusters as possible. */
    private List<Cluster> tables(List<Cluster> in) {
        int n = in.size();
        if (!tables || n < TABLE_CASES) return in;
        int[] upTo = new int[n + 1];
        for (int k = 0; k < n; k++) upTo[k + 1] = upTo[k] + in.get(k).comparisons();
        if (isDense(in, 0, n - 1, upTo[n])) return List.of(join(Kind.TABLE, in));
        int[] count = new int[n + 1];
        int[] end = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            count[i] = count[i + 1] + 1;
            end[i] = i;
            // A span beyond what the window's comparisons allow ends the search.
            for (int j = i + TABLE_CASES - 1; j < n && j < i + WINDOW; j++) {
                long s = span(in.get(i), in.get(j));
                if (s < 0 || s > 2L * ratio * WINDOW) break;
                if (count[j + 1] + 1 <= count[i] && isDense(in, i, j, upTo[j + 1] - upTo[i])) {
                    count[i] = count[j + 1] + 1;
                    end[i] = j;
                }
            }
        }
        List<Cluster> out = new ArrayList<>();
        for (int i = 0; i < n; i = end[i] + 1) out.add(end[i] == i ? in.get(i) : join(Kind.TABLE, in.subList(i, end[i] + 1)));
        return out;
    }

    private static Cluster join(Kind kind, List<Cluster> parts) {
        return new Cluster(kind, parts.getFirst().lo, parts.getLast().hi, null, List.copyOf(parts));
    }

    /** Few targets, within a word, and more comparisons than a test of a bit costs. */
    private static boolean isSuitedForBits(List<Cluster> run) {
        long n = span(run.getFirst(), run.getLast());
        if (n < 0 || n > 63) return false;
        List<Target> to = new ArrayList<>(3);
        int comparisons = 0;
        for (Cluster c : run) {
            if (c.kind != Kind.RANGE) return false;
            if (!to.contains(c.target) && to.size() == 3) return false;
            if (!to.contains(c.target)) to.add(c.target);
            comparisons += c.comparisons();
        }
        return comparisons >= (to.size() == 1 ? 3 : to.size() == 2 ? 5 : 6);
    }

    private static List<Cluster> bits(List<Cluster> in) {
        List<Cluster> out = new ArrayList<>();
        for (int i = 0; i < in.size(); ) {
            int end = i;
            // No longer than a word has bits.
            for (int j = i + 1; j < in.size() && span(in.get(i), in.get(j)) >= 0 && span(in.get(i), in.get(j)) < 64; j++) if (isSuitedForBits(in.subList(i, j + 1))) end = j;
            out.add(end == i ? in.get(i) : join(Kind.BITS, in.subList(i, end + 1)));
            i = end + 1;
        }
        return out;
    }

    // ---- code ----

    private Inst number(long n) {
        return f.iconst(value.type, n);
    }

    private Inst[] arguments(Target t) {
        return t.args.toArray(new Inst[0]);
    }

    private void go(Target t) {
        b.br(t.block, arguments(t));
    }

    /** Goes to the target if the condition holds, else to {@code other} or, if that is null, on in a new block. {@code weight} of {@code of} ways hold. */
    private void branch(Inst c, Target t, Target other, int weight, int of) {
        Target on = other == null ? new Target(f.newBlock("switch"), List.of()) : other;
        Inst br = b.emit(Op.CONDBR, Type.VOID, c);
        br.imm = probability(weight, of);
        br.addSucc(t.block, arguments(t));
        br.addSucc(on.block, arguments(on));
        if (other == null) b.at(on.block);
    }

    private static long probability(int weight, int of) {
        return Math.clamp(1000L * weight / Math.max(1, of), 20, 980);
    }

    private static int weight(List<Cluster> clusters) {
        int n = 1;
        for (Cluster c : clusters) n += c.parts == null ? 1 : c.parts.size();
        return n;
    }

    /** From the current block to the right case of clusters, or to the default, for a value between {@code lo} and {@code hi}. */
    private void tree(List<Cluster> clusters, long lo, long hi) {
        int n = clusters.size();
        if (n <= CHAIN) {
            chain(clusters, lo, hi);
            return;
        }
        int mid = n / 2;
        long pivot = clusters.get(mid).lo;
        List<Cluster> below = clusters.subList(0, mid);
        List<Cluster> above = clusters.subList(mid, n);
        Block less = f.newBlock("switch");
        Block more = f.newBlock("switch");
        int w = weight(below);
        b.condbr(b.icmp(Cond.SLT, value, number(pivot)), less, more).imm = probability(w, w + weight(above));
        b.at(less);
        tree(below, lo, pivot - 1);
        b.at(more);
        tree(above, pivot, hi);
    }

    private void chain(List<Cluster> clusters, long lo, long hi) {
        int n = clusters.size();
        for (int k = 0; k < n; k++) {
            Cluster c = clusters.get(k);
            boolean first = c.lo <= lo;
            boolean last = c.hi >= hi;
            boolean inside = first && last;
            if (c.kind == Kind.RANGE) {
                if (inside) {
                    go(c.target);
                    return;
                }
                branch(inRange(c.lo, c.hi, first, last), c.target, k + 1 == n ? dflt : null, 1, n - k + 1);
            } else {
                Block on = inside || k + 1 == n ? null : f.newBlock("switch");
                Target outside = on == null ? dflt : new Target(on, List.of());
                if (c.kind == Kind.TABLE) table(c, inside, outside);
                else bitTests(c, inside, outside);
                if (on == null) return;
                b.at(on);
            }
            if (first) lo = c.hi + 1;
            else if (last) hi = c.lo - 1;
        }
        if (n == 0) go(dflt);
    }

    /** The condition that the value is in the range; of {@code first} and {@code last} not both hold: it is not below, not above. */
    private Inst inRange(long lo, long hi, boolean first, boolean last) {
        if (lo == hi) return b.icmp(Cond.EQ, value, number(lo));
        if (first) return b.icmp(Cond.SLE, value, number(hi));
        if (last) return b.icmp(Cond.SGE, value, number(lo));
        Inst x = lo == 0 ? value : b.binary(Op.SUB, value, number(lo));
        return b.icmp(Cond.ULE, x, number(hi - lo));
    }

    /** To {@code outside} if the value is not between the bounds, which it is if {@code inside} holds. */
    private void table(Cluster c, boolean inside, Target outside) {
        boolean gaps = inside || outside != dflt;
        List<Target> targets = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        long at = c.lo;
        for (Cluster p : c.parts) {
            for (; gaps && at < p.lo; at++) {
                values.add(at);
                targets.add(dflt);
            }
            for (at = p.lo; at <= p.hi; at++) {
                values.add(at);
                targets.add(p.target);
            }
        }
        Inst t = b.emit(Op.SWITCH, Type.VOID, c.lo == 0 ? value : b.binary(Op.SUB, value, number(c.lo)));
        long[] cases = new long[values.size()];
        Block[] blocks = new Block[cases.length + 1];
        Inst[][] args = new Inst[cases.length + 1][];
        blocks[0] = inside ? impossible() : outside.block;
        args[0] = inside ? new Inst[0] : arguments(outside);
        for (int k = 0; k < cases.length; k++) {
            cases[k] = values.get(k) - c.lo;
            blocks[k + 1] = targets.get(k).block;
            args[k + 1] = arguments(targets.get(k));
        }
        t.aux = cases;
        t.setSuccs(blocks);
        t.appendSuccArgs(args);
    }

    private Block impossible() {
        if (impossible == null) {
            impossible = f.newBlock("impossible");
            Inst u = f.newInst(Op.UNREACHABLE, Type.VOID);
            u.loc = b.loc;
            u.scope = b.scope;
            impossible.append(u);
        }
        return impossible;
    }

    private void bitTests(Cluster c, boolean inside, Target outside) {
        long base = c.lo >= 0 && c.hi < 64 ? 0 : c.lo;
        Inst x = base == 0 ? value : b.binary(Op.SUB, value, number(base));
        if (!inside) {
            Target on = new Target(f.newBlock("switch"), List.of());
            branch(b.icmp(Cond.ULE, x, number(c.hi - base)), on, outside, c.parts.size(), c.parts.size() + 1);
            b.at(on.block);
        }
        Type word = c.hi - base < 32 ? Type.I32 : Type.I64;
        if (x.type.bits > word.bits) x = b.convert(Op.TRUNC, x, word);
        else if (x.type.bits < word.bits) x = b.convert(Op.ZEXT, x, word);
        List<Target> to = new ArrayList<>(3);
        long[] masks = new long[3];
        int[] count = new int[3];
        long values = 0;
        for (Cluster p : c.parts) {
            int k = to.indexOf(p.target);
            if (k < 0) {
                k = to.size();
                to.add(p.target);
            }
            count[k]++;
            for (long v = p.lo; v <= p.hi; v++) masks[k] |= 1L << v - base;
            values += p.hi - p.lo + 1;
        }
        // Without gaps the last target needs no test.
        boolean full = values == c.hi - c.lo + 1 && (base == c.lo || inside);
        int tests = full ? to.size() - 1 : to.size();
        // One test brings its bit down; several share the bit of the value.
        Inst bit = tests > 1 ? b.binary(Op.SHL, f.iconst(word, 1), x) : null;
        for (int k = 0; k < tests; k++) {
            Inst one = tests > 1 ? b.binary(Op.AND, bit, f.iconst(word, masks[k])) : b.binary(Op.AND, b.binary(Op.LSHR, f.iconst(word, masks[k]), x), f.iconst(word, 1));
            Target other = k + 1 < tests ? null : full ? to.getLast() : dflt;
            branch(b.icmp(Cond.NE, one, f.zero(word)), to.get(k), other, count[k], c.parts.size() + 1);
        }
        if (tests == 0) go(to.getLast());
    }
}
