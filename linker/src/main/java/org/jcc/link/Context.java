package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.Arrays;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;

/**
 * The state of one link, handed from stage to stage (mutable; the comments of {@link Link} say which stage fills what).
 */
final class Context {
    final LinkOptions options;
    final Diagnostics diags;
    final Names names = new Names();
    LinkTarget target;

    final ArrayList<ObjectFile> objects = new ArrayList<>();
    final ArrayList<SharedFile> shareds = new ArrayList<>();
    /** Symbols by name id. */
    private Symbol[] symbols = new Symbol[4096];
    /** All symbols in the order of first mention: the order of everything that is derived from them. */
    final ArrayList<Symbol> globals = new ArrayList<>();
    /** Symbols that an archive could help, in the order in which they were missed. */
    ArrayList<Symbol> missing = new ArrayList<>();
    /** The file that owns a COMDAT group or linkonce section, by the id of the signature. */
    private ObjectFile[] groupOwner = new ObjectFile[64];
    /** References by {@code name@VERSION}. */
    final ArrayList<Symbol> versioned = new ArrayList<>();
    final VersionScript versions = new VersionScript();

    /** True if the output has a dynamic section. */
    boolean dynamic;
    /** Sections of the output in final order. */
    final ArrayList<OutputSection> sections = new ArrayList<>();
    /** {@code sections} by name while members are being assigned. */
    final java.util.HashMap<String, OutputSection> byName = new java.util.HashMap<>();
    Synthetic synth;
    DynamicSymbols synthSymbols;
    DynamicSection dynamicSection;
    Scan scan;
    EhFrame ehFrame;
    Layout layout;
    LinkerSymbols linkerSymbols;
    StringTable sectionNames;
    OutputSection sectionNamesSection;
    /** The output uses IFUNC or unique symbols, so its OS/ABI is GNU. */
    boolean usesGnuAbi;
    boolean textrel;
    boolean staticTls;
    boolean hasExecStackRequest;
    boolean sawStackNote;
    /** Start of PT_TLS, and its end as the thread pointer sees it. */
    long tlsStart;
    long tlsSize;
    long tlsAlign = 1;
    /** Undefined references so far; beyond some hundred nobody reads lines, and looking them up takes time. */
    int undefinedReports;
    /** Reported multiple definitions: the link goes on to report what is undefined, too. */
    int duplicates;
    /** Lines of {@code -t} and {@code -y}. */
    final java.util.ArrayList<String> trace = new java.util.ArrayList<>();
    final StringBuilder map = new StringBuilder();
    /** What the program's .note.gnu.property says ({@link Properties}). */
    int features;
    int isaNeeded;

    Context(LinkOptions options, Diagnostics diags) {
        this.options = options;
        this.diags = diags;
    }

    /** The symbol of a name, made at first mention. */
    Symbol symbol(int name) {
        if (name >= symbols.length) symbols = Arrays.copyOf(symbols, Math.max(name + 1, symbols.length * 2));
        Symbol s = symbols[name];
        if (s == null) {
            symbols[name] = s = new Symbol(name);
            s.dynName = name;
            globals.add(s);
        }
        return s;
    }

    Symbol symbol(String name) {
        return symbol(names.intern(name));
    }

    /** The symbol of a name, or null if nobody mentions it. */
    Symbol find(String name) {
        int id = names.intern(name);
        return id < symbols.length ? symbols[id] : null;
    }

    /** Claims a COMDAT signature for a file; returns the owner. */
    ObjectFile claimGroup(int signature, ObjectFile file) {
        if (signature >= groupOwner.length) groupOwner = Arrays.copyOf(groupOwner, Math.max(signature + 1, groupOwner.length * 2));
        if (groupOwner[signature] == null) groupOwner[signature] = file;
        return groupOwner[signature];
    }

    /** A symbol's name as text. */
    String text(Symbol s) {
        return names.text(s.name);
    }

    void error(String message) {
        diags.error(0, message);
    }

    void warn(String message) {
        if (options.noWarnings) return;
        if (options.fatalWarnings) diags.error(0, message);
        else diags.warning(0, null, message);
    }

    boolean pic() {
        return options.pic();
    }

    boolean shared() {
        return options.shared();
    }

    /** The address that a reference to the symbol sees (without its addend); 0 if the dynamic linker will know. */
    long address(Symbol s) {
        if ((s.needs & Symbol.CANONICAL_PLT) != 0 || s.pltIndex >= 0 && s.isLocalIfunc()) return synth.pltAddress(s);
        return definition(s);
    }

    /** The address of the symbol's own definition. */
    long definition(Symbol s) {
        if (s.section != null) return s.section.out == null ? 0 : s.section.address(s.value);
        if (s.out != null) return s.out.addr + s.value;
        return s.kind == Symbol.Kind.DEFINED ? s.value : 0;
    }

    /** The symbol's size, less what was cut out of it. */
    long outputSize(Symbol s) {
        if (s.section == null || s.section.cutAt == null) return s.size;
        return s.section.local(s.value + s.size) - s.section.local(s.value);
    }

    /** True if the symbol's address moves with the load address of the output. */
    boolean movable(Symbol s) {
        return pic() && (s.kind == Symbol.Kind.DEFINED && !s.isAbsolute() || s.section != null || (s.needs & Symbol.CANONICAL_PLT) != 0);
    }

    /** Offset from the thread pointer (variant of the target) of a TLS symbol. */
    long tpOffset(Symbol s, long addend) {
        return target.tpOffset(this, definition(s) + addend);
    }

    /** Where the program starts; 0 with a warning if there is no such symbol. */
    long entryAddress() {
        String name = options.entry == null ? "_start" : options.entry;
        Symbol s = find(name);
        if (s != null && s.kind == Symbol.Kind.DEFINED) return definition(s);
        Long n = LinkOptions.number(name);
        if (n != null) return n;
        return 0;
    }

    OutputSection outputSection(String name) {
        return byName.get(name);
    }
}
