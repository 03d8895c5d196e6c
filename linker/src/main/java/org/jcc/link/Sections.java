package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.Comparator;

/**
 * Assigns live input sections to output sections, as the default script of GNU ld does: {@code .text.foo} goes to {@code .text},
 * {@code .ctors} to {@code .init_array}, names of no known family stay. Common symbols get space in {@code .bss}; mergeable
 * sections are pooled.
 *
 * <p>Requires: liveness. Ensures: {@link InputSection#out} of everything that reaches the output; members in final order.
 */
final class Sections {
    private Sections() {}

    /** Families: a section named like the prefix, or like the prefix and a dot, belongs to the output section of that name. */
    private static final String[] FAMILIES = {
        ".text", ".rodata", ".data.rel.ro", ".data", ".bss", ".tdata", ".tbss", ".init_array", ".fini_array", ".preinit_array",
        ".gcc_except_table", ".sdata", ".sbss", ".ldata", ".lbss", ".lrodata", ".comment"
    };

    /** Old-style COMDAT names and where they belong. */
    private static final String[][] LINKONCE = {
        {".gnu.linkonce.t.", ".text"}, {".gnu.linkonce.r.", ".rodata"}, {".gnu.linkonce.d.rel.ro.", ".data.rel.ro"}, {".gnu.linkonce.d.", ".data"},
        {".gnu.linkonce.b.", ".bss"}, {".gnu.linkonce.td.", ".tdata"}, {".gnu.linkonce.tb.", ".tbss"}, {".gnu.linkonce.s.", ".sdata"},
        {".gnu.linkonce.sb.", ".sbss"}, {".gnu.linkonce.wi.", ".debug_info"}
    };

    static String outputName(InputSection s) {
        String n = s.name;
        if (n.length() < 5 || n.charAt(0) != '.') return n;
        for (String f : FAMILIES) {
            if (n.startsWith(f) && (n.length() == f.length() || n.charAt(f.length()) == '.')) {
                if (f.equals(".bss") && s.type != SHT_NOBITS && s.tls()) return n;
                return f;
            }
        }
        if (n.startsWith(".ctors") && (n.length() == 6 || n.charAt(6) == '.')) return fromCrtFile(s) ? ".ctors" : ".init_array";
        if (n.startsWith(".dtors") && (n.length() == 6 || n.charAt(6) == '.')) return fromCrtFile(s) ? ".dtors" : ".fini_array";
        if (n.startsWith(".srodata") || n.startsWith(".sdata2")) return ".sdata";
        if (n.startsWith(".gnu.linkonce.")) for (String[] l : LINKONCE) if (n.startsWith(l[0])) return l[1];
        return n;
    }

    private static boolean fromCrtFile(InputSection s) {
        String f = s.file == null ? "" : s.file.name;
        f = f.substring(f.lastIndexOf('/') + 1);
        return f.startsWith("crtbegin") || f.startsWith("crtend");
    }

    static boolean isIdentifier(String n) {
        if (n.isEmpty()) return false;
        for (int i = 0; i < n.length(); i++) {
            char x = n.charAt(i);
            if (!(x == '_' || x >= 'a' && x <= 'z' || x >= 'A' && x <= 'Z' || i > 0 && x >= '0' && x <= '9')) return false;
        }
        return true;
    }

    static void assign(Context c) {
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.sections) {
                if (s == null || !s.live || s.ehFrame) continue;
                if (c.options.stripAll || c.options.stripDebug) if (isDebug(s)) {
                    s.live = false;
                    continue;
                }
                if (s.type == SHT_RISCV_ATTRIBUTES && s.name.equals(".riscv.attributes") && c.byName.containsKey(s.name)) {
                    s.live = false; // the first object's speak for all
                    continue;
                }
                place(c, s, outputName(s));
            }
        }
        commons(c);
        for (OutputSection out : c.sections) {
            sort(out);
            pool(out);
        }
    }

    static boolean isDebug(InputSection s) {
        return !s.alloc() && (s.name.startsWith(".debug") || s.name.startsWith(".zdebug") || s.name.startsWith(".gnu.debug") || s.name.equals(".gdb_index")
                || s.name.startsWith(".stab"));
    }

    /** Adds a section to the output section of a name. */
    static OutputSection place(Context c, InputSection s, String name) {
        OutputSection out = c.byName.get(name);
        int type = s.type;
        if (name.equals(".init_array")) type = SHT_INIT_ARRAY;
        else if (name.equals(".fini_array")) type = SHT_FINI_ARRAY;
        else if (name.equals(".preinit_array")) type = SHT_PREINIT_ARRAY;
        long flags = s.flags & ~(SHF_GROUP | SHF_LINK_ORDER | SHF_INFO_LINK | SHF_COMPRESSED | SHF_GNU_RETAIN | SHF_EXCLUDE & 0xffffffffL);
        if (out == null) {
            out = new OutputSection(name, type, flags);
            out.entsize = s.entsize;
            out.order = c.sections.size();
            c.byName.put(name, out);
            c.sections.add(out);
        } else {
            if (out.type != type) {
                if (out.type == SHT_NOBITS || type == SHT_NOBITS && out.type != SHT_PROGBITS) out.type = type == SHT_NOBITS ? out.type : type;
                else if (type != SHT_NOBITS) out.type = out.type == SHT_NOTE || type == SHT_NOTE ? SHT_PROGBITS : out.type;
            }
            long merge = SHF_MERGE | SHF_STRINGS;
            if ((out.flags & merge) != (flags & merge) || out.entsize != s.entsize) {
                out.flags &= ~merge;
                flags &= ~merge;
                out.entsize = 0;
            }
            out.flags |= flags;
        }
        out.align = Math.max(out.align, s.align);
        s.out = out;
        out.members.add(s);
        return out;
    }

    private static void commons(Context c) {
        for (Symbol s : c.globals) {
            if (s.kind != Symbol.Kind.COMMON) continue;
            boolean tls = s.type == STT_TLS;
            InputSection space = new InputSection(null, 0, "COMMON", SHT_NOBITS, SHF_ALLOC | SHF_WRITE | (tls ? SHF_TLS : 0), s.value, 0);
            space.size = s.size;
            place(c, space, tls ? ".tbss" : ".bss");
            s.section = space;
            s.value = 0;
            s.kind = Symbol.Kind.DEFINED;
        }
    }

    // --- Order --------------------------------------------------------------------------------------------------------

    private static void sort(OutputSection out) {
        switch (out.name) {
            case ".init_array", ".fini_array", ".preinit_array", ".ctors", ".dtors" -> {
                for (InputSection s : out.members) s.order = priority(s);
                out.members.sort(Comparator.comparingInt(s -> s.order));
            }
            case ".text" -> {
                for (InputSection s : out.members) s.order = heat(s.name);
                out.members.sort(Comparator.<InputSection>comparingInt(s -> s.order).thenComparing(s -> s.order == SORTED ? s.name : ""));
            }
            default -> {}
        }
    }

    /** {@code .init_array.N} runs by N, then those without; {@code .ctors.N} counts down, and backwards within a section. */
    private static int priority(InputSection s) {
        boolean old = s.name.startsWith(".ctors") || s.name.startsWith(".dtors");
        if (old && s.out.name.endsWith("_array") && s.size % 8 == 0 && s.size > 8) s.reversed = true;
        int dot = s.name.lastIndexOf('.');
        if (dot > 0) {
            Long n = LinkOptions.number(s.name.substring(dot + 1).replaceFirst("^0+(?=.)", ""));
            if (n != null && n >= 0 && n <= 65535) return old ? 65535 - n.intValue() : n.intValue();
        }
        return 65536;
    }

    private static final String[] HEATS = {".text.unlikely", ".text.exit", ".text.startup", ".text.hot", ".text.sorted"};
    private static final int SORTED = 4;

    /** What lies together in {@code .text}, in the default script's order; what is sorted is so by its whole name. */
    private static int heat(String name) {
        for (int k = 0; k < HEATS.length; k++) {
            String h = HEATS[k];
            if (name.startsWith(h) && (name.length() > h.length() ? name.charAt(h.length()) == '.' : k != SORTED)) return k;
        }
        return name.startsWith(".text.") && name.endsWith("_unlikely") ? 0 : HEATS.length;
    }

    // --- Merging ------------------------------------------------------------------------------------------------------

    private static void pool(OutputSection out) {
        ArrayList<InputSection> members = null;
        ArrayList<MergedSection> pools = new ArrayList<>(2);
        for (int i = 0; i < out.members.size(); i++) {
            InputSection s = out.members.get(i);
            boolean merge = s.file != null && MergedSection.mergeable(s);
            if (!merge) {
                if (members != null) members.add(s);
                continue;
            }
            if (members == null) members = new ArrayList<>(out.members.subList(0, i));
            MergedSection pool = null;
            for (MergedSection p : pools) if (p.accepts(s)) pool = p;
            if (pool == null) {
                pools.add(pool = new MergedSection(out, s));
                members.add(pool.holder);
            }
            pool.add(s);
        }
        if (members == null) return;
        for (MergedSection p : pools) p.close();
        out.members.clear();
        out.members.addAll(members);
    }
}
