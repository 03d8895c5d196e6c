package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import org.jcc.asm.elf.Le;

/**
 * The scan of relocations: what each symbol needs (GOT, PLT, copies, TLS words), which words of the output the dynamic linker
 * must relocate. The architectures classify their relocation types; the decisions are here, in terms of
 * two properties of a symbol: is its definition in this output for certain ({@link Symbol#preemptible} is false), and does the
 * output move ({@link Context#movable}).
 *
 * <p>Requires: symbols resolved, live sections known, linker-defined symbols defined. Ensures: {@link Symbol#needs}, {@link #relocs}.
 */
final class Scan {
    /** One dynamic relocation: {@code sym} null means relative to {@code base} (or to nothing), plus addend. */
    static final class Reloc {
        final int type;
        final Symbol sym;
        final Symbol base;
        final long addend;
        final InputSection section;
        final OutputSection out;
        final long offset;

        Reloc(int type, Symbol sym, Symbol base, long addend, InputSection section, OutputSection out, long offset) {
            this.type = type;
            this.sym = sym;
            this.base = base;
            this.addend = addend;
            this.section = section;
            this.out = out;
            this.offset = offset;
        }

        long address() {
            return section != null ? section.address(offset) : out.addr + offset;
        }
    }

    private final Context c;
    final ArrayList<Reloc> relocs = new ArrayList<>();
    /** Symbols with needs, in the order found. */
    final ArrayList<Symbol> needy = new ArrayList<>();
    boolean needsTlsLd;
    boolean needsGotSection;
    /** The section and relocation being scanned, for messages. */
    private InputSection section;

    Scan(Context c) {
        this.c = c;
    }

    /** Decides for each symbol whether another file's definition may take its place at run time, and what is exported. */
    static void bind(Context c) {
        boolean dynamicLinking = c.dynamic && !(c.options.isStatic);
        VersionScript list = new VersionScript();
        for (Symbol s : c.globals) {
            switch (s.kind) {
                case SHARED -> s.preemptible = true;
                case UNDEFINED -> s.preemptible = dynamicLinking && s.visibility == STV_DEFAULT && s.inRegular && (c.shared() || !s.strongRef);
                case DEFINED, COMMON -> {
                    if (!dynamicLinking || s.forcedLocal || s.visibility == STV_HIDDEN || s.visibility == STV_INTERNAL) continue;
                    boolean exported = c.shared() || c.options.exportDynamic || s.inShared || s.exportAsked;
                    if (!exported) continue;
                    s.dynamic = true;
                    s.preemptible = c.shared() && s.visibility == STV_DEFAULT && !c.options.bsymbolic && !s.provided
                            && !(c.options.bsymbolicFunctions && s.isFunction()) && (c.options.dynamicLists.isEmpty() || s.exportAsked);
                }
            }
        }
    }

    /** Scans all live, loaded sections. */
    void run() {
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.sections) {
                if (s == null || !s.live || !s.alloc() || s.ehFrame || s.relCount == 0) continue;
                section = s;
                c.target.scan(c, this, s, 0, s.relCount);
            }
        }
        c.ehFrame.scan(this);
    }

    void scan(InputSection s, int from, int to) {
        section = s;
        c.target.scan(c, this, s, from, to);
    }

    /**
     * The symbol of a relocation; null after an error was reported, or when there is nothing to do.
     *
     * @param width bytes that a relocation of the type changes, -1 if the target knows none such
     */
    Symbol symbol(InputSection s, int rel, int type, int width) {
        long offset = Le.i64(s.file.elf.data, s.relOff + rel * RELA_SIZE);
        if (width < 0) {
            c.error(s + ": unsupported relocation " + relocName(c.target.machine(), type));
            return null;
        }
        if (offset + width > s.size) {
            c.error(s + "+0x" + Long.toHexString(offset) + ": relocation " + relocName(c.target.machine(), type) + " lies outside the section");
            return null;
        }
        if (width == 0) return null;
        Symbol y = s.file.symbols[Le.i32(s.file.elf.data, s.relOff + rel * RELA_SIZE + 12)];
        if (y.warning != null) {
            c.warn(Undefined.place(c, s.file, s, offset, true) + ": " + y.warning);
            y.warning = null;
        }
        if (y.kind == Symbol.Kind.UNDEFINED && y.bind != STB_LOCAL) {
            if (!y.isUndefinedWeak() && mustBeDefined(y)) {
                Undefined.report(c, s, offset, y);
                return null;
            }
        } else if (y.section != null && !y.section.live || y.kind == Symbol.Kind.UNDEFINED) {
            if (y.section == null || y.section.discarded) {
                if (!s.ehFrame && !s.name.startsWith(".gcc_except_table"))
                    c.error("'" + (y.name == 0 && y.section != null ? y.section.name : c.text(y)) + "' referenced in section '" + s.name + "' of "
                            + s.file.name + ": defined in discarded section" + (y.section == null ? "" : " '" + y.section.name + "' of " + y.section.file.name));
                return null;
            }
        }
        return y;
    }

    private boolean mustBeDefined(Symbol y) {
        if (c.options.ignoreUnresolved) return false;
        return !c.shared() || c.options.noUndefined || y.visibility != STV_DEFAULT;
    }

    private void need(Symbol y, int bits) {
        if (y.needs == 0) needy.add(y);
        y.needs |= bits;
    }

    void got(Symbol y) {
        need(y, Symbol.GOT);
        if (y.isLocalIfunc()) need(y, Symbol.PLT);
    }

    /** A call or jump: by PLT if the target is elsewhere. */
    void call(Symbol y) {
        if (y.preemptible || y.isLocalIfunc()) need(y, Symbol.PLT);
    }

    /** A 64-bit address in data or code. */
    void absolute(InputSection s, long offset, Symbol y, long addend) {
        if (y.isLocalIfunc()) need(y, Symbol.PLT);
        if (y.preemptible) {
            if (!s.writable() && !c.pic() && direct(y)) return;
            if (!s.writable()) readOnlyReloc(s, y);
            dynamic(c.target.dynamic().absolute(), y, null, addend, s, offset);
            return;
        }
        if (c.movable(y)) {
            if (!s.writable()) readOnlyReloc(s, y);
            dynamic(c.target.dynamic().relative(), null, y, addend, s, offset);
        }
    }

    /** An address too narrow for a dynamic relocation. */
    void absoluteNarrow(InputSection s, Symbol y, int type) {
        if (y.isLocalIfunc()) need(y, Symbol.PLT);
        if (c.pic() && (y.preemptible || c.movable(y))) {
            mayNotBeUsed(s, y, type);
            return;
        }
        if (y.preemptible) direct(y);
    }

    /** A distance to the symbol. */
    void relative(InputSection s, Symbol y, int type) {
        if (y.isLocalIfunc()) need(y, Symbol.PLT);
        if (!y.preemptible) return;
        if (c.shared()) {
            mayNotBeUsed(s, y, type);
            return;
        }
        direct(y);
    }

    /**
     * A reference from an executable that must have an address at link time, to a symbol of a library: data is copied into
     * the executable, a function's PLT entry becomes its address everywhere. False if the output is shared.
     */
    private boolean direct(Symbol y) {
        if (c.shared()) return false;
        if (y.kind == Symbol.Kind.UNDEFINED) return true;
        if (y.isFunction() || y.type == STT_NOTYPE && y.size == 0) need(y, Symbol.PLT | Symbol.CANONICAL_PLT);
        else if (y.type == STT_TLS) return false;
        else if ((y.needs & Symbol.COPY) == 0) need(y, Symbol.COPY);
        return true;
    }

    void mayNotBeUsed(InputSection s, Symbol y, int type) {
        String what = c.shared() ? "shared object; recompile with -fPIC" : "PIE object; recompile with -fPIE";
        c.error(s.file.name + ": relocation " + relocName(c.target.machine(), type) + " against "
                + (y.kind == Symbol.Kind.UNDEFINED ? "undefined " : "") + "symbol '" + (y.name == 0 && y.section != null ? y.section.name : c.text(y))
                + "' can not be used when making a " + what);
    }

    private void readOnlyReloc(InputSection s, Symbol y) {
        if (c.options.zText) {
            c.error(s + ": relocation against '" + c.text(y) + "' in read-only section '" + s.name + "'");
        } else if (!c.textrel) {
            c.warn(s.file.name + ": relocation against '" + c.text(y) + "' in read-only section '" + s.name + "'; creating DT_TEXTREL");
        }
        c.textrel = true;
    }

    /** True if some dynamic relocation is of the plain kind that DT_RELACOUNT counts. */
    boolean hasRelative() {
        for (Reloc r : relocs) if (r.type == c.target.dynamic().relative()) return true;
        return false;
    }

    /** Initial-exec word. */
    void gotTp(Symbol y) {
        need(y, Symbol.GOT_TP);
        if (c.shared()) c.staticTls = true;
    }

    void tlsGd(Symbol y) {
        need(y, Symbol.TLS_GD);
    }

    void tlsDesc(Symbol y) {
        need(y, Symbol.TLS_DESC);
    }

    /** Local-exec offset: only for an executable's own variables. */
    void tpOffset(InputSection s, Symbol y, int type) {
        if (c.shared()) mayNotBeUsed(s, y, type);
    }

    void dynamic(int type, Symbol sym, Symbol base, long addend, InputSection s, long offset) {
        if (sym != null) sym.dynamic = true;
        relocs.add(new Reloc(type, sym, base, addend, s, null, offset));
    }

    /** Reports a symbol whose type does not fit a TLS relocation, or the other way round. */
    boolean tlsMismatch(InputSection s, Symbol y, int type, boolean tlsRelocation) {
        if (y.kind == Symbol.Kind.UNDEFINED && !y.strongRef) return false;
        if (tlsRelocation == y.isTls() || y.type == STT_SECTION || y.type == STT_NOTYPE && y.kind == Symbol.Kind.UNDEFINED) return false;
        if (y.type == STT_NOTYPE && (y.section != null && y.section.tls()) == tlsRelocation) return false;
        c.error(s + ": relocation " + relocName(c.target.machine(), type) + " against '" + c.text(y) + "', which is "
                + (y.isTls() ? "" : "not ") + "thread-local");
        return true;
    }
}
