package org.jcc.asm;

import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.elf.Elf;

/**
 * Settles the sizes of fragments. Branches begin in their shortest form and grow until each reaches its target; none ever
 * shrinks, so the loop ends, in practice after a handful of rounds. Alignments and LEB numbers follow in each round (LEB
 * numbers never shrink either).
 *
 * <p>Requires: all labels placed. Ensures: {@link Piece#before} and {@link Piece#base} give every place its address.
 */
final class Layout {
    private final ObjectBuilder out;
    /** After this many rounds every branch that has not settled takes its longest form. */
    private static final int PATIENCE = 200;

    Layout(ObjectBuilder out) {
        this.out = out;
    }

    /** Where an expression ends after following {@code .set} aliases: a symbol (null: absolute) and an offset from it. */
    record Resolved(Symbol symbol, long offset) {}

    /** Follows aliases. Null if the alias chain is circular or means nothing. */
    Resolved resolve(int id) {
        Symbol s = out.symbolOf(id);
        if (s.value == null) return new Resolved(s, 0);
        Expr v = s.value;
        if (v.isConstant()) return new Resolved(null, v.addend());
        if (s.visiting) return null;
        s.visiting = true;
        try {
            Long c = constant(v);
            if (c != null) return new Resolved(null, c);
            if (v.sub() >= 0) return null;
            Resolved r = resolve(v.add());
            return r == null ? null : new Resolved(r.symbol, r.offset + v.addend());
        } finally {
            s.visiting = false;
        }
    }

    /** The number an expression comes to under the present layout, or null if it is none. */
    Long constant(Expr e) {
        long v = e.addend();
        Resolved a = e.add() >= 0 ? resolve(e.add()) : new Resolved(null, 0);
        Resolved b = e.sub() >= 0 ? resolve(e.sub()) : new Resolved(null, 0);
        if (a == null || b == null) return null;
        v += a.offset - b.offset;
        if (a.symbol == b.symbol) return v;
        if (a.symbol == null || b.symbol == null) return null;
        Section s = section(a.symbol);
        if (s == null || s != section(b.symbol)) return null;
        return v + out.address(a.symbol) - out.address(b.symbol);
    }

    /** The section that a symbol is placed in, or null. */
    static Section section(Symbol s) {
        return s.piece != null ? s.piece.section : s.section;
    }

    void relax() {
        List<Section> sections = new ArrayList<>();
        for (Section s : out.sections()) {
            boolean open = s.pieces.size() > 1;
            for (Piece p : s.pieces) {
                p.sum();
                open |= !p.frags.isEmpty();
            }
            place(s);
            if (open) sections.add(s);
        }
        for (Section s : sections) {
            for (Piece p : s.pieces) for (Piece.Frag f : p.frags) if (f.kind == Piece.BRANCH) settleTarget(s, f);
        }
        boolean changed = true;
        for (int round = 0; (changed || round < 2) && round < PATIENCE * 2; round++) {
            changed = false;
            for (Section s : sections) {
                for (Piece p : s.pieces) changed |= step(p, round);
            }
        }
        for (Section s : out.sections()) place(s);
    }

    private void place(Section s) {
        long at = 0;
        for (Piece p : s.pieces) {
            p.base = at;
            p.sum();
            at += p.size();
        }
        s.size = at;
    }

    /** Branches whose target is not surely in this section take the form that the linker can fill. */
    private void settleTarget(Section s, Piece.Frag f) {
        f.external = true;
        if (f.fixup.add >= 0 && f.fixup.sub < 0 && f.fixup.modifier == Operand.Modifier.NONE) {
            Resolved r = resolve(f.fixup.add);
            Symbol direct = out.symbolOf(f.fixup.add);
            // As GNU as: a branch to a global symbol of this section is resolved too; code that may be preempted says @PLT.
            if (r != null && r.symbol != null && section(r.symbol) == s && stays(direct) && stays(r.symbol) && !out.isa.linkerRelaxes()) {
                f.external = r.symbol.type == Elf.STT_GNU_IFUNC || direct.type == Elf.STT_GNU_IFUNC;
            }
        }
        if (f.external) {
            f.size = out.isa.externalBranchSize(f.row);
        }
    }

    private static boolean stays(Symbol s) {
        return s.binding != Elf.STB_WEAK && s.binding != Elf.STB_GNU_UNIQUE;
    }

    private boolean step(Piece p, int round) {
        boolean changed = false;
        long delta = 0;
        int n = p.frags.size();
        for (int i = 0; i < n; i++) {
            p.before[i] += (int) delta;
            Piece.Frag f = p.frags.get(i);
            int old = f.size;
            long at = p.base + f.offset + p.before[i];
            switch (f.kind) {
                case Piece.BRANCH -> {
                    if (f.external || round == 0) break;
                    int[] sizes = out.isa.branchSizes(f.row);
                    if (f.size == sizes[sizes.length - 1]) break;
                    if (round > PATIENCE) {
                        f.size = sizes[sizes.length - 1];
                        break;
                    }
                    Resolved r = resolve(f.fixup.add);
                    long target = out.address(r.symbol) + r.offset + f.fixup.addend;
                    // A target ahead in this piece moves along with what grew in this round, unless an alignment between
                    // may swallow it; if it does not, another round will tell.
                    if (delta != 0 && r.symbol.piece == p && r.symbol.frag > i) {
                        if (delta < 0 || !p.alignsBetween(i, r.symbol.frag)) target += delta;
                        else if (target < at) target = at + f.size;
                    }
                    int k = 0;
                    while (sizes[k] < f.size || k < sizes.length - 1 && !out.isa.branchReaches(f.row, sizes[k], target - at)) k++;
                    f.size = sizes[k];
                }
                case Piece.ALIGN -> {
                    int pad = (int) (-at & f.align - 1);
                    f.size = f.max > 0 && pad > f.max ? 0 : pad;
                }
                case Piece.ULEB, Piece.SLEB -> {
                    Long v = constant(f.expr);
                    if (v != null) f.size = Math.max(f.size, Leb128.write(v, f.kind == Piece.SLEB, new byte[10], 0, 0));
                }
                case Piece.ORG -> {
                    Long v = orgTarget(p, f);
                    f.size = v == null || v < at || v - at > 1 << 28 ? 0 : (int) (v - at);
                }
                case Piece.FILL -> {
                    Long v = constant(f.expr);
                    f.size = v == null || v < 0 || v * f.fillSize > 1 << 28 ? 0 : (int) (v * f.fillSize);
                }
                default -> throw new AssertionError(f.kind);
            }
            if (f.size != old) {
                delta += f.size - old;
                changed = true;
            }
        }
        if (changed) {
            p.sum();
            if (p.section.pieces.size() > 1) place(p.section);
        }
        return changed;
    }

    /** {@code .org} takes a number or a place of this section. */
    Long orgTarget(Piece p, Piece.Frag f) {
        Long v = constant(f.expr);
        if (v != null || f.expr.sub() >= 0) return v;
        Resolved r = resolve(f.expr.add());
        if (r == null || r.symbol == null || section(r.symbol) != p.section) return null;
        return out.address(r.symbol) + r.offset + f.expr.addend();
    }
}
