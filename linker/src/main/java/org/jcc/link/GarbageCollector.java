package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.jcc.asm.elf.Le;

/**
 * {@code --gc-sections}: marks what can be reached from the roots, over relocations.
 *
 * <p>Roots: the entry symbol, {@code -u} symbols, _init and _fini, everything exported, and the sections that a linker script would KEEP:
 * initialisation and termination code and arrays, notes, {@code SHF_GNU_RETAIN}. A live section keeps the rest of its
 * COMDAT group, its SHF_LINK_ORDER followers, and, through its frame descriptions, LSDAs and personality routines. A section named like a C identifier lives
 * if its {@code __start_} or {@code __stop_} symbol is referenced from live code. Sections that are not loaded live always.
 */
final class GarbageCollector {
    private final Context c;
    private final ArrayList<InputSection> work = new ArrayList<>();
    private final HashMap<String, List<InputSection>> byIdentifier = new HashMap<>();

    private GarbageCollector(Context c) {
        this.c = c;
    }

    static void run(Context c) {
        new GarbageCollector(c).collect();
    }

    private void collect() {
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.sections) {
                if (s == null || s.discarded) continue;
                if (s.alloc() && Sections.isIdentifier(s.name)) byIdentifier.computeIfAbsent(s.name, k -> new ArrayList<>()).add(s);
                s.live = !s.alloc() || s.ehFrame;
            }
        }
        root(c.options.entry == null ? "_start" : c.options.entry);
        root(c.options.init);
        root(c.options.fini);
        for (String u : c.options.undefined) root(u);
        for (Symbol s : c.globals) {
            if (s.isDefined() && s.visibility != STV_HIDDEN && s.visibility != STV_INTERNAL && !s.forcedLocal
                    && (c.shared() || c.options.exportDynamic || s.inShared && c.dynamic || s.exportAsked || c.options.keepExported)) symbol(s);
        }
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.sections) if (s != null && !s.discarded && s.alloc() && keep(s)) mark(s);
        }
        while (!work.isEmpty()) visit(work.removeLast());
        if (c.options.printGcSections) {
            for (ObjectFile o : c.objects) {
                for (InputSection s : o.sections) {
                    if (s != null && !s.live && !s.discarded) c.diags.warning(0, null, "removing unused section '" + s.name + "' in file '" + o.name + "'");
                }
            }
        }
    }

    private static boolean keep(InputSection s) {
        if ((s.flags & SHF_GNU_RETAIN) != 0) return true;
        return switch (s.type) {
            case SHT_INIT_ARRAY, SHT_FINI_ARRAY, SHT_PREINIT_ARRAY -> true;
            case SHT_NOTE -> s.nextInGroup == null && s.linkOrder == null;
            default -> s.name.equals(".init") || s.name.equals(".fini") || s.name.startsWith(".ctors") || s.name.startsWith(".dtors")
                    || s.name.startsWith(".init_array") || s.name.startsWith(".fini_array") || s.name.startsWith(".preinit_array") || s.name.equals(".jcr");
        };
    }

    private void root(String name) {
        Symbol s = c.find(name);
        if (s != null) symbol(s);
    }

    private void symbol(Symbol s) {
        if (s.section != null) mark(s.section);
        else if (s.kind == Symbol.Kind.UNDEFINED && s.name != 0) {
            String name = c.text(s);
            String section = name.startsWith("__start_") ? name.substring(8) : name.startsWith("__stop_") ? name.substring(7) : null;
            if (section != null) for (InputSection x : byIdentifier.getOrDefault(section, List.of())) mark(x);
        }
    }

    private void mark(InputSection s) {
        if (s.live || s.discarded) return;
        s.live = true;
        work.add(s);
    }

    private void visit(InputSection s) {
        relocations(s, 0, s.relCount);
        for (InputSection g = s.nextInGroup; g != null && g != s; g = g.nextInGroup) mark(g);
        for (InputSection d = s.dependent; d != null; d = d.nextDependent) mark(d);
        for (EhFrame.Fde f = s.firstFde; f != null; f = f.next) {
            relocations(f.section, f.relFrom, f.relTo);
            relocations(f.section, f.cie.relFrom, f.cie.relTo);
        }
    }

    private void relocations(InputSection s, int from, int to) {
        if (s.file == null) return;
        byte[] d = s.file.elf.data;
        for (int r = from; r < to; r++) symbol(s.file.symbols[Le.i32(d, s.relOff + r * RELA_SIZE + 12)]);
    }
}
