package org.jcc.asm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.elf.Elf;
import org.jcc.asm.elf.ElfWriter;

/**
 * The last step of {@link ObjectBuilder#finish}: fragments become bytes, fixups become bytes or relocations, symbols
 * become the symbol table.
 *
 * <p>Which relocations name a section and which a symbol follows GNU as: references to local symbols go through the
 * section unless the instruction set needs the symbol itself ({@link InstructionSet#mayUseSection}) or the section is
 * merged by the linker.
 */
final class ObjectWriter {
    private final ObjectBuilder out;
    private final Layout layout;
    private final InstructionSet isa;

    ObjectWriter(ObjectBuilder out, Layout layout) {
        this.out = out;
        this.layout = layout;
        isa = out.isa;
    }

    byte[] write() {
        for (Section s : out.sections()) render(s);
        ElfWriter elf = new ElfWriter(isa.machine(), isa.flags());
        Map<String, List<Section>> groups = new LinkedHashMap<>();
        for (Section s : out.sections()) if (s.group != null) groups.computeIfAbsent(s.group, k -> new ArrayList<>()).add(s);
        for (String g : groups.keySet()) {
            out.symbol(g);
            Symbol sym = out.lookup(g);
            sym.referenced = true;
        }
        // Sections: groups first, as GNU as does, then the rest in the order of their making.
        Map<String, Integer> groupIndex = new LinkedHashMap<>();
        for (String g : groups.keySet()) groupIndex.put(g, elf.section(".group", Elf.SHT_GROUP, 0, 4, 4, null, 0));
        for (Section s : out.sections()) {
            s.index = elf.section(s.name, s.type, s.flags & 0xffffffffL, s.align, s.entsize, s.isNobits() ? null : s.bytes, s.size);
        }
        for (Section s : out.sections()) {
            if (s.linkOrder == null) continue;
            Section to = null;
            for (Section t : out.sections()) if (t.name.equals(s.linkOrder)) to = t;
            Symbol sym = out.lookup(s.linkOrder);
            if (sym != null && sym.piece != null) to = sym.piece.section;
            if (to != null) elf.link(s.index, to.index);
        }
        symbols(elf);
        for (Map.Entry<String, List<Section>> g : groups.entrySet()) {
            boolean comdat = false;
            for (Section s : g.getValue()) comdat |= s.comdat;
            Symbol sym = out.lookup(g.getKey());
            int[] members = new int[g.getValue().size()];
            for (int i = 0; i < members.length; i++) members[i] = g.getValue().get(i).index;
            elf.group(groupIndex.get(g.getKey()), sym.index, comdat, members);
        }
        for (Section s : out.sections()) {
            for (Section.Relocation r : s.relocations) elf.relocation(s.index, r.offset(), r.type(), r.symbol() == null ? 0 : r.symbol().index, r.addend());
        }
        return elf.finish();
    }

    // --- contents -----------------------------------------------------------------------------------------------------

    private void render(Section s) {
        if (s.isNobits()) {
            s.bytes = new byte[0];
            return;
        }
        byte[] b = new byte[(int) s.size];
        s.bytes = b;
        for (Piece p : s.pieces) {
            int to = (int) p.base;
            int from = 0;
            for (Piece.Frag f : p.frags) {
                System.arraycopy(p.buf, from, b, to, f.offset - from);
                to += f.offset - from;
                from = f.offset;
                fragment(s, p, f, b, to);
                to += f.size;
            }
            System.arraycopy(p.buf, from, b, to, p.len - from);
            for (Fixup x : p.fixups) fix(s, b, x, p.address(x.offset, x.frag));
        }
        s.relocations.sort((x, y) -> Long.compare(x.offset(), y.offset()));
    }

    private void fragment(Section s, Piece p, Piece.Frag f, byte[] b, int at) {
        switch (f.kind) {
            case Piece.BRANCH -> {
                if (f.external) {
                    isa.writeFarBranch(f.row, f.bits, b, at, f.fixup);
                    fix(s, b, f.fixup, at + f.fixup.offset);
                } else {
                    Layout.Resolved r = layout.resolve(f.fixup.add);
                    isa.writeBranch(f.row, f.size, out.address(r.symbol()) + r.offset() + f.fixup.addend - at, f.bits, b, at);
                }
            }
            case Piece.ALIGN -> {
                if (f.fillSize == 0 && s.isCode()) isa.nops(b, at, f.size);
                else for (int i = 0; i < f.size; i++) b[at + i] = (byte) (f.fillSize == 0 ? 0 : f.fill >> 8 * (i % f.fillSize));
            }
            case Piece.ULEB, Piece.SLEB -> {
                Long v = layout.constant(f.expr);
                if (v == null) out.diagnostics.error(f.loc, "expression is too complex for a leb128 value");
                else Leb128.write(v, f.kind == Piece.SLEB, b, at, f.size);
            }
            case Piece.ORG -> {
                Long v = layout.orgTarget(p, f);
                if (v == null) out.diagnostics.error(f.loc, "invalid operand for .org");
                else if (v < at) out.diagnostics.error(f.loc, "attempt to move .org backwards");
                for (int i = 0; i < f.size; i++) b[at + i] = (byte) f.fill;
            }
            case Piece.FILL -> {
                Long v = layout.constant(f.expr);
                if (v == null || v < 0 || v * f.fillSize > 1 << 28) out.diagnostics.error(f.loc, ".space specifies a size that is not a usable number");
                for (int i = 0; i < f.size; i++) b[at + i] = (byte) (i % f.fillSize < 4 ? f.fill >> 8 * (i % f.fillSize) : 0);
            }
            default -> throw new AssertionError(f.kind);
        }
    }

    // --- fixups -------------------------------------------------------------------------------------------------------

    private void fix(Section s, byte[] b, Fixup x, long at) {
        long addend = x.addend;
        Symbol base = null;
        long offset = 0;
        if (x.add >= 0) {
            Layout.Resolved r = layout.resolve(x.add);
            if (r == null) {
                complain(x);
                return;
            }
            base = r.symbol();
            offset = r.offset();
        }
        boolean pcrel = x.pcrel;
        if (x.sub >= 0) {
            Long v = layout.constant(new Expr(x.add, x.sub, addend));
            if (v != null) {
                resolved(s, b, x, at, pcrel ? v - at : v);
                return;
            }
            Layout.Resolved r = layout.resolve(x.sub);
            if (r == null || pcrel || base == null || r.symbol() == null || Layout.section(r.symbol()) != s) {
                if (r != null && !pcrel && base != null && r.symbol() != null && difference(s, x, at, base, offset, r)) return;
                complain(x);
                return;
            }
            // What is subtracted lies in this section, so the difference is relative to the field.
            pcrel = true;
            addend += at - out.address(r.symbol()) - r.offset();
        }
        Symbol direct = x.add >= 0 ? out.symbolOf(x.add) : null;
        if (base == null && x.modifier == Operand.Modifier.NONE && !pcrel) {
            resolved(s, b, x, at, offset + addend);
            return;
        }
        // An alias that is itself global, or an indirect function, keeps its name; a local one stands for what it means: where its target is defined here, for that
        // place, whatever else the linker may give a weak or global name.
        Symbol target = direct != null && direct.value != null && (!direct.isLocal() || direct.type == Elf.STT_GNU_IFUNC) ? direct : base;
        if (target == direct) offset = 0;
        Section home = base == null ? null : Layout.section(base);
        if (target != null && target.name == null && home == null) {
            out.diagnostics.error(target.definedLoc, "local label is not defined");
            return;
        }
        boolean here = target != null && (target.isLocal() || direct != null && direct.value != null && direct.isLocal());
        boolean local = here && home != null && target.type != Elf.STT_GNU_IFUNC;
        if (pcrel && local && home == s && x.modifier == Operand.Modifier.NONE && !isa.linkerRelaxes()) {
            resolved(s, b, x, at, out.address(base) + offset + addend - at);
            return;
        }
        if (target != null && x.modifier.isTls() && target.section == null) target.type = Elf.STT_TLS;
        boolean wasPcrel = x.pcrel;
        x.pcrel = pcrel;
        int type = isa.relocation(x, local, target == null ? null : target.name);
        x.pcrel = wasPcrel;
        if (type < 0) {
            complain(x);
            return;
        }
        if (local) {
            // The linker moves the strings of a merged section about; with an addend that includes the field's own place
            // it could not tell which one is meant.
            boolean merged = (home.flags & Elf.SHF_MERGE) != 0 && (pcrel || x.addend != 0);
            if (target.section != null || !merged && isa.mayUseSection(x) && (home.flags & Elf.SHF_TLS) == 0) {
                addend += out.address(target) + offset;
                target = home.symbol;
            } else if (direct.name != null && target != direct) {
                target = direct;
            } else addend += offset;
        } else addend += offset;
        if (target != null) target.relocated = true;
        s.relocations.add(new Section.Relocation(at, type, target, addend));
    }

    /** A difference as two relocations of one data field; false if the instruction set has none or a symbol cannot be named. */
    private boolean difference(Section s, Fixup x, long at, Symbol add, long offset, Layout.Resolved sub) {
        int plus = isa.addRelocation(x.size);
        int minus = isa.subtractRelocation(x.size);
        if (plus < 0 || minus < 0 || x.kind != 0 || x.modifier != Operand.Modifier.NONE) return false;
        if (add.name == null && Layout.section(add) == null || sub.symbol().name == null && Layout.section(sub.symbol()) == null) return false;
        add.relocated = true;
        sub.symbol().relocated = true;
        s.relocations.add(new Section.Relocation(at, plus, add, offset + x.addend));
        s.relocations.add(new Section.Relocation(at, minus, sub.symbol(), sub.offset()));
        return true;
    }

    private void resolved(Section s, byte[] b, Fixup x, long at, long value) {
        if (!isa.patch(x, b, (int) at, value)) {
            out.diagnostics.error(x.loc, "value of " + value + " too large for field of " + x.size + " byte" + (x.size == 1 ? "" : "s"));
        }
    }

    private void complain(Fixup x) {
        String what = x.add >= 0 ? out.labelName(x.add) : "*ABS*";
        out.diagnostics.error(x.loc, x.sub >= 0 ? "can't resolve " + what + " - " + out.labelName(x.sub) : "cannot represent relocation for `" + what + "'");
    }

    // --- symbols ------------------------------------------------------------------------------------------------------

    private void symbols(ElfWriter elf) {
        for (String f : out.sourceFiles()) elf.symbol(f, Elf.STB_LOCAL, Elf.STT_FILE, 0, Elf.SHN_ABS, 0, 0);
        for (Section s : out.sections()) if (s.symbol.relocated) s.symbol.index = elf.symbol("", Elf.STB_LOCAL, Elf.STT_SECTION, 0, s.index, 0, 0);
        List<Symbol> locals = new ArrayList<>();
        List<Symbol> globals = new ArrayList<>();
        for (Symbol s : out.symbols()) {
            if (s.section != null || s.superseded) continue;
            boolean local = isLocal(s);
            if (s.isTemporary() && (local || s.name == null) && !s.relocated) continue;
            if (!s.isDefined() && s.commonSize < 0 && !s.referenced && s.binding != Elf.STB_WEAK && s.versions == null) continue;
            (local ? locals : globals).add(s);
        }
        // By place, so that the order does not depend on who mentioned a symbol first.
        Comparator<Symbol> order = Comparator.<Symbol>comparingInt(s -> s.piece != null ? s.piece.section.index : Integer.MAX_VALUE)
                .thenComparingLong(out::address).thenComparing(ObjectWriter::name);
        locals.sort(order);
        globals.sort(order);
        for (Symbol s : locals) add(elf, s);
        for (Symbol s : globals) add(elf, s);
    }

    private static String name(Symbol s) {
        return s.name != null ? s.name : ObjectBuilder.LABEL_PREFIX + s.id;
    }

    private static boolean isLocal(Symbol s) {
        return s.isLocal() && s.isDefined();
    }

    private void add(ElfWriter elf, Symbol s) {
        int binding = isLocal(s) ? Elf.STB_LOCAL : s.binding <= 0 ? Elf.STB_GLOBAL : s.binding;
        int section;
        long value;
        long size = 0;
        int type = s.type;
        if (s.size != null) {
            Long n = layout.constant(s.size);
            if (n != null) size = n;
            else out.diagnostics.error(s.definedLoc, ".size expression for " + s.name + " does not evaluate to a constant");
        }
        if (s.commonSize >= 0) {
            section = Elf.SHN_COMMON;
            value = Math.max(1, s.commonAlign);
            if (size == 0) size = s.commonSize;
        } else if (s.value != null) {
            Layout.Resolved r = layout.resolve(s.id);
            if (r == null) {
                out.diagnostics.error(s.definedLoc, "can't resolve the value of `" + s.name + "'");
                return;
            }
            if (r.symbol() == null) {
                section = Elf.SHN_ABS;
                value = r.offset();
            } else {
                Section home = Layout.section(r.symbol());
                section = home == null ? Elf.SHN_UNDEF : home.index;
                value = home == null ? 0 : out.address(r.symbol()) + r.offset();
                if (type == Elf.STT_NOTYPE && r.symbol().section == null) type = r.symbol().type;
                if (s.size == null && r.symbol().size != null) {
                    Long n = layout.constant(r.symbol().size);
                    if (n != null) size = n;
                }
            }
        } else {
            section = s.piece == null ? Elf.SHN_UNDEF : s.piece.section.index;
            value = out.address(s);
        }
        String name = name(s);
        if (s.versions != null) {
            for (String v : s.versions) {
                int at = v.indexOf('@');
                if (v.startsWith("@@@", at)) v = v.substring(0, at) + (s.isDefined() ? "@@" : "@") + v.substring(at + 3);
                int k = elf.symbol(v, binding, type, s.visibility, section, value, size);
                if (!s.isDefined()) {
                    s.index = k;
                    return;
                }
            }
        }
        s.index = elf.symbol(name, binding, type, s.visibility, section, value, size);
    }
}
