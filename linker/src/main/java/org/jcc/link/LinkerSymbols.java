package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * The symbols that the linker itself defines: ends of segments, bounds of arrays and of sections named like C identifiers,
 * {@code --defsym}. They exist only if an input mentions them and nothing defines them.
 *
 * <p>They are defined before the scan, relative to {@link #image} (so that the scan sees addresses that move with the image), and
 * get their values after layout.
 */
final class LinkerSymbols {
    private record Definition(Symbol symbol, LongSupplier value, boolean absolute) {}

    private final Context c;
    /** Stands for the start of the image until values are known. */
    final OutputSection image = new OutputSection("*image*", SHT_PROGBITS, SHF_ALLOC);
    private final ArrayList<Definition> definitions = new ArrayList<>();

    LinkerSymbols(Context c) {
        this.c = c;
    }

    private Symbol provide(String name, int visibility, LongSupplier value) {
        Symbol s = c.find(name);
        if (s == null || !s.inRegular && !s.inShared || s.kind == Symbol.Kind.DEFINED || s.kind == Symbol.Kind.COMMON) return null;
        if (!s.inRegular && visibility == STV_HIDDEN) return null;
        return define(s, visibility, value, false);
    }

    /** Names that this class defines in every executable that lacks them. */
    static boolean isOurs(String name) {
        return switch (name) {
            case "etext", "_etext", "__etext", "edata", "_edata", "end", "_end", "__bss_start", "__executable_start", "__ehdr_start" -> true;
            default -> false;
        };
    }

    private Symbol define(Symbol s, int visibility, LongSupplier value, boolean absolute) {
        s.kind = Symbol.Kind.DEFINED;
        s.bind = STB_GLOBAL;
        s.type = STT_NOTYPE;
        s.file = null;
        s.section = null;
        s.out = absolute ? null : image;
        s.value = 0;
        s.size = 0;
        s.provided = true;
        if (visibility != STV_DEFAULT) s.visibility = (byte) visibility;
        definitions.add(new Definition(s, value, absolute));
        return s;
    }

    private OutputSection section(String name) {
        return c.outputSection(name);
    }

    private void bounds(String start, String end, String name, int visibility) {
        provide(start, visibility, () -> section(name) == null ? fallback() : section(name).addr);
        provide(end, visibility, () -> section(name) == null ? fallback() : section(name).addr + section(name).size);
    }

    private long fallback() {
        return c.sections.get(0).addr;
    }

    /** Defines everything that may be asked for. */
    void define() {
        provide("__ehdr_start", STV_HIDDEN, () -> c.layout.imageStart);
        provide("__executable_start", STV_DEFAULT, () -> c.layout.imageStart);
        for (String n : new String[] {"etext", "_etext", "__etext"}) provide(n, STV_DEFAULT, () -> c.layout.textEnd);
        for (String n : new String[] {"edata", "_edata"}) provide(n, STV_DEFAULT, () -> c.layout.dataEnd);
        for (String n : new String[] {"end", "_end"}) provide(n, STV_DEFAULT, () -> c.layout.imageEnd);
        provide("__bss_start", STV_DEFAULT, () -> c.layout.bssStart);
        bounds("__preinit_array_start", "__preinit_array_end", ".preinit_array", STV_HIDDEN);
        bounds("__init_array_start", "__init_array_end", ".init_array", STV_HIDDEN);
        bounds("__fini_array_start", "__fini_array_end", ".fini_array", STV_HIDDEN);
        boolean iplt = c.options.isStatic && !c.pic();
        provide("__rela_iplt_start", STV_HIDDEN, () -> iplt && c.synth.relaPlt != null ? c.synth.relaPlt.addr : fallback());
        provide("__rela_iplt_end", STV_HIDDEN, () -> iplt && c.synth.relaPlt != null ? c.synth.relaPlt.addr + c.synth.relaPlt.size : fallback());
        provide("__GNU_EH_FRAME_HDR", STV_HIDDEN, () -> c.ehFrame.header == null ? fallback() : c.ehFrame.header.addr);
        provide("__global_pointer$", STV_DEFAULT, () -> c.layout.globalPointer());
        Symbol got = provide("_GLOBAL_OFFSET_TABLE_", STV_HIDDEN, () -> c.synth.gotBase());
        if (got != null) got.type = STT_OBJECT;
        if (c.dynamic) {
            Symbol dyn = provide("_DYNAMIC", STV_HIDDEN, () -> c.dynamicSection.section.addr);
            if (dyn != null) dyn.type = STT_OBJECT;
        }
        Symbol tls = provide("_TLS_MODULE_BASE_", STV_HIDDEN, () -> c.shared() ? c.tlsStart : c.tlsStart - c.target.tpOffset(c, c.tlsStart));
        if (tls != null) tls.type = STT_TLS;
        for (Symbol s : new ArrayList<>(c.globals)) {
            if (s.kind == Symbol.Kind.DEFINED || s.kind == Symbol.Kind.COMMON || !s.inRegular) continue;
            byte[] n = c.names.bytes(s.name);
            if (n.length < 8 || n[0] != '_' || n[1] != '_' || n[2] != 's') continue;
            String name = c.text(s);
            if (name.startsWith("__start_") && section(name.substring(8)) != null && Sections.isIdentifier(name.substring(8)))
                provide(name, STV_PROTECTED, () -> section(name.substring(8)).addr);
            else if (name.startsWith("__stop_") && section(name.substring(7)) != null && Sections.isIdentifier(name.substring(7)))
                provide(name, STV_PROTECTED, () -> section(name.substring(7)).addr + section(name.substring(7)).size);
        }
        for (Map.Entry<String, String> e : c.options.defsym.entrySet()) defsym(e.getKey(), e.getValue());
    }

    /** {@code --defsym name=expression}: a number, a symbol, or a symbol plus or minus a number. */
    private void defsym(String name, String expr) {
        Symbol s = c.symbol(name);
        s.inRegular = true;
        Long n = LinkOptions.number(expr);
        if (n != null) {
            define(s, STV_DEFAULT, () -> n, true);
            s.value = n;
            return;
        }
        int op = Math.max(expr.lastIndexOf('+'), expr.lastIndexOf('-'));
        Long offset = op > 0 ? LinkOptions.number(expr.substring(op + 1)) : Long.valueOf(0);
        String base = (op > 0 ? expr.substring(0, op) : expr).trim();
        Symbol b = c.find(base);
        if (offset == null || !base.matches("[A-Za-z_.$][A-Za-z0-9_.$]*")) {
            c.error("--defsym: cannot understand '" + name + "=" + expr + "'");
            return;
        }
        if (b == null || !b.isDefined()) {
            c.error("--defsym: undefined symbol '" + base + "' referenced in expression");
            return;
        }
        long by = op > 0 && expr.charAt(op) == '-' ? -offset : offset;
        if (b.isAbsolute()) define(s, STV_DEFAULT, () -> b.value + by, true);
        else if (b.section != null) {
            int type = b.type;
            define(s, STV_DEFAULT, () -> 0, false);
            definitions.removeLast();
            s.out = null;
            s.section = b.section;
            s.value = b.value + by;
            s.type = (byte) type;
        } else define(s, STV_DEFAULT, () -> c.definition(b) + by, false);
    }

    /** Values, after layout; each symbol is put into the section that holds its address. */
    void finish() {
        image.addr = c.layout.imageStart;
        for (Definition d : definitions) {
            long v = d.value.getAsLong();
            if (d.absolute) {
                d.symbol.value = v;
                continue;
            }
            OutputSection home = d.symbol.type == STT_TLS ? c.layout.firstTls() : c.layout.sectionNear(v);
            if (home == null) home = image;
            d.symbol.out = home;
            d.symbol.value = v - home.addr;
        }
    }
}
