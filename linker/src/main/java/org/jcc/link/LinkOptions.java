package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import org.jcc.support.Diagnostics;

/**
 * The options of one link, and the parser of ld's command line that fills them.
 *
 * <p>{@link #parse} takes arguments as ld would get them and may be called many times, once per {@code -Wl,} of the
 * driver: an option still waiting for its argument at the end of one call finds it at the start of the next. What has a place
 * in the order goes to the list of {@link Input}s. Three kinds of option are told apart in {@link #option}: implemented,
 * accepted without effect (they tune something that jcc's linker has one good answer for), and all others, an error.
 */
public final class LinkOptions {
    /** What is made. */
    public enum Kind { EXEC, PIE, SHARED, RELOCATABLE }

    /** {@code --hash-style}. */
    public enum HashStyle { SYSV, GNU, BOTH }

    public Kind kind = Kind.EXEC;
    /** {@code -static}: no dynamic linker; with {@link Kind#PIE} a static PIE. */
    public boolean isStatic;
    public String output = "a.out";
    public String entry;
    public String init = "_init";
    public String fini = "_fini";
    public String interp;
    public boolean noInterp;
    public String soname;
    public String mapFile;
    public String sysroot = "";
    public final List<String> searchDirs = new ArrayList<>();
    public final LinkedHashSet<String> rpath = new LinkedHashSet<>();
    public boolean newDtags = true;
    public HashStyle hashStyle = HashStyle.GNU;
    public boolean exportDynamic;
    public final LinkedHashSet<String> undefined = new LinkedHashSet<>();
    public final LinkedHashSet<String> requireDefined = new LinkedHashSet<>();
    public final LinkedHashMap<String, String> defsym = new LinkedHashMap<>();
    public final LinkedHashSet<String> wrap = new LinkedHashSet<>();
    public final LinkedHashSet<String> exportSymbols = new LinkedHashSet<>();
    public final LinkedHashSet<String> trace = new LinkedHashSet<>();
    public final List<String> versionScripts = new ArrayList<>();
    public final List<String> dynamicLists = new ArrayList<>();
    public final LinkedHashSet<String> excludeLibs = new LinkedHashSet<>();
    public final List<String> auxiliary = new ArrayList<>();
    public final List<String> filter = new ArrayList<>();
    public boolean stripAll;
    public boolean stripDebug;
    public boolean discardLocals;
    public boolean discardAll;
    public boolean gcSections;
    public boolean printGcSections;
    public boolean keepExported;
    public boolean bsymbolic;
    public boolean bsymbolicFunctions;
    public boolean allowMultipleDefinition;
    public boolean warnUnresolved;
    public boolean ignoreUnresolved;
    public boolean noUndefined;
    public boolean allowShlibUndefined;
    public boolean ehFrameHdr = true;
    public boolean relax = true;
    public boolean zNow;
    public boolean zRelro = true;
    public boolean zText;
    /** {@code -z execstack}, {@code noexecstack}; null: what the inputs say. */
    public Boolean execStack;
    public long stackSize;
    public long maxPageSize;
    public int flags1;
    public boolean zOrigin;
    public boolean traceFiles;
    public boolean fatalWarnings;
    public boolean noWarnings;
    public boolean warnCommon;
    public boolean defineCommon = true;
    public boolean packRelr;
    /** Features of {@link Properties} that the program has whatever its objects say ({@code -z ibt}, {@code -z shstk}). */
    public int zFeatures;
    public String emulation;
    /** {@code null}: none; empty: a hash of the output; else the bytes given. */
    public byte[] buildId;
    public final LinkedHashMap<String, Long> sectionStart = new LinkedHashMap<>();
    /** {@code --version}, {@code -v}, {@code --help} were asked. */
    public boolean printVersion;
    public boolean printHelp;

    private String pending;

    /** Library directories that {@code -l} and scripts search after the {@code -L} ones. */
    public final List<String> defaultDirs = new ArrayList<>();

    public boolean shared() {
        return kind == Kind.SHARED;
    }

    /** True if the output may be loaded anywhere. */
    public boolean pic() {
        return kind == Kind.PIE || kind == Kind.SHARED;
    }

    private static final HashMap<String, Boolean> TAKES_ARGUMENT = new HashMap<>();

    static {
        for (String s : ("o e entry m L l z u undefined T h soname rpath rpath-link R Map dynamic-linker I defsym wrap version-script "
                + "dynamic-list export-dynamic-symbol require-defined y trace-symbol exclude-libs hash-style build-id f F auxiliary filter "
                + "sysroot sort-section Ttext Tdata Tbss section-start init fini a A format b oformat plugin plugin-opt G "
                + "max-page-size retain-symbols-file unresolved-symbols error-limit threads compress-debug-sections Y P audit depaudit O "
                + "fuse-ld image-base Ttext-segment hash-size spare-dynamic-tags script just-symbols library library-path output "
                + "package-metadata").split(" "))
            TAKES_ARGUMENT.put(s, true);
    }

    /** Options that only exist in the two-dash form or as {@code --name=value} when they carry a value. */
    private static boolean needsEquals(String name) {
        return switch (name) {
            case "hash-style", "build-id", "unresolved-symbols", "compress-debug-sections", "sysroot", "error-limit", "threads", "fuse-ld",
                 "max-page-size", "package-metadata" -> true;
            default -> false;
        };
    }

    /** Parses arguments of ld; adds files, libraries and switches to {@code inputs}. */
    public void parse(List<String> args, List<Input> inputs, Diagnostics diags) {
        for (String arg : args) {
            if (pending != null) {
                String name = pending;
                pending = null;
                option(name, arg, inputs, diags);
            } else if (arg.length() < 2 || arg.charAt(0) != '-') {
                if (arg.startsWith("@") && arg.length() > 1) responseFile(arg.substring(1), inputs, diags);
                else if (!arg.isEmpty()) inputs.add(new Input.File(arg));
            } else if (arg.equals("-(")) inputs.add(Input.Switch.START_GROUP);
            else if (arg.equals("-)")) inputs.add(Input.Switch.END_GROUP);
            else dashed(arg, inputs, diags);
        }
    }

    /** Reports an option whose argument never came. */
    public void finish(Diagnostics diags) {
        if (pending != null) diags.error(0, "linker option '-" + pending + "' requires an argument");
        pending = null;
    }

    private void dashed(String arg, List<Input> inputs, Diagnostics diags) {
        boolean twoDashes = arg.startsWith("--");
        String body = arg.substring(twoDashes ? 2 : 1);
        int eq = body.indexOf('=');
        String name = eq < 0 ? body : body.substring(0, eq);
        if (!twoDashes) {
            // one-letter options with a joined argument, ld's own reading: -lfoo -Ldir -ofile -zkey -uname ...
            char c = body.charAt(0);
            switch (body) {
                case "static", "shared", "pie", "no-pie", "Bstatic", "Bdynamic", "Bshareable", "Bsymbolic", "Bsymbolic-functions", "dn", "dy",
                     "non_shared", "call_shared", "dp", "dc", "d", "i", "init", "fini", "rpath", "rpath-link", "soname", "entry", "undefined",
                     "Map", "dynamic-linker", "nostdlib", "export-dynamic", "gc-sections", "no-undefined", "whole-archive",
                     "no-whole-archive", "start-group", "end-group", "as-needed", "no-as-needed", "relax", "no-relax", "Ttext", "Tdata", "Tbss",
                     "zmuldefs", "flto", "qmagic", "EL", "EB", "Ur", "Y", "defsym", "wrap", "version", "help", "trace", "library", "library-path",
                     "plugin", "plugin-opt", "strip-all", "strip-debug", "eh-frame-hdr", "Ttext-segment", "no-dynamic-linker",
                     "discard-all", "discard-locals", "sysroot", "dynamic-list", "version-script", "build-id", "hash-style", "emit-relocs",
                     "error-unresolved-symbols", "warn-common", "warn-once", "cref", "Qy", "nmagic", "omagic", "verbose", "output", "script",
                     "allow-multiple-definition", "allow-shlib-undefined", "no-allow-shlib-undefined", "print-map", "print-gc-sections",
                     "enable-new-dtags", "disable-new-dtags", "no-export-dynamic", "add-needed", "no-add-needed", "stats", "fatal-warnings" -> {}
                default -> {
                    if (eq < 0 || "loLzuehymTRIOGfFAabYP".indexOf(c) >= 0 && !known(name)) {
                        if ("lLozuehymTRIOGfFAabYP".indexOf(c) >= 0 && body.length() > 1) {
                            option(String.valueOf(c), body.substring(1), inputs, diags);
                            return;
                        }
                    }
                }
            }
        }
        if (eq >= 0) option(name, body.substring(eq + 1), inputs, diags);
        else if (TAKES_ARGUMENT.containsKey(name) && !needsEquals(name)) pending = name;
        else option(name, null, inputs, diags);
    }

    private static boolean known(String name) {
        return name.length() > 1 && (TAKES_ARGUMENT.containsKey(name) || name.equals("color-diagnostics"));
    }

    private void responseFile(String path, List<Input> inputs, Diagnostics diags) {
        try {
            String text = java.nio.file.Files.readString(java.nio.file.Path.of(path));
            parse(splitWords(text), inputs, diags);
        } catch (java.io.IOException | java.nio.file.InvalidPathException e) {
            diags.error(0, "cannot read response file '" + path + "'");
        }
    }

    /** Splits a response file as GNU's tools do: blanks, quotes, backslashes. */
    static List<String> splitWords(String text) {
        List<String> words = new ArrayList<>();
        StringBuilder w = null;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote == 0 && Character.isWhitespace(c)) {
                if (w != null) words.add(w.toString());
                w = null;
                continue;
            }
            if (w == null) w = new StringBuilder();
            if (c == '\\' && i + 1 < text.length()) w.append(text.charAt(++i));
            else if (quote != 0 ? c == quote : c == '"' || c == '\'') quote = quote == 0 ? c : 0;
            else w.append(c);
        }
        if (w != null) words.add(w.toString());
        return words;
    }

    private void option(String name, String v, List<Input> inputs, Diagnostics diags) {
        switch (name) {
            // the output
            case "o", "output" -> output = v;
            case "shared", "Bshareable" -> kind = Kind.SHARED;
            case "pie", "pic-executable" -> kind = kind == Kind.SHARED ? kind : Kind.PIE;
            case "no-pie" -> kind = kind == Kind.PIE ? Kind.EXEC : kind;
            case "r", "relocatable", "i", "Ur" -> kind = Kind.RELOCATABLE;
            case "static", "Bstatic", "dn", "non_shared" -> {
                if (name.equals("static")) isStatic = true;
                inputs.add(Input.Switch.STATIC);
            }
            case "Bdynamic", "dy", "call_shared" -> inputs.add(Input.Switch.DYNAMIC);
            case "no-dynamic-linker" -> noInterp = true;
            case "dynamic-linker", "I" -> interp = v;
            case "e", "entry" -> entry = v;
            case "init" -> init = v;
            case "fini" -> fini = v;
            case "m" -> emulation = v;
            case "Map" -> mapFile = v;
            case "print-map", "M" -> mapFile = "-";
            case "build-id" -> buildId(v == null ? "sha1" : v, diags);
            case "no-build-id" -> buildId = null;
            case "s", "strip-all" -> stripAll = true;
            case "S", "strip-debug" -> stripDebug = true;
            case "x", "discard-all" -> discardAll = true;
            case "X", "discard-locals" -> discardLocals = true;
            // inputs and their order
            case "l", "library" -> inputs.add(new Input.Library(v));
            case "L", "library-path" -> searchDirs.add(v.startsWith("=") ? sysroot + v.substring(1) : v);
            case "nostdlib" -> defaultDirs.clear();
            case "sysroot" -> sysroot = v == null ? "" : v;
            case "start-group" -> inputs.add(Input.Switch.START_GROUP);
            case "end-group" -> inputs.add(Input.Switch.END_GROUP);
            case "as-needed" -> inputs.add(Input.Switch.AS_NEEDED);
            case "no-as-needed" -> inputs.add(Input.Switch.NO_AS_NEEDED);
            case "whole-archive" -> inputs.add(Input.Switch.WHOLE_ARCHIVE);
            case "no-whole-archive" -> inputs.add(Input.Switch.NO_WHOLE_ARCHIVE);
            case "push-state" -> inputs.add(Input.Switch.PUSH_STATE);
            case "pop-state" -> inputs.add(Input.Switch.POP_STATE);
            case "T", "script" -> inputs.add(new Input.File(v));
            // symbols
            case "u", "undefined" -> undefined.add(v);
            case "require-defined" -> {
                undefined.add(v);
                requireDefined.add(v);
            }
            case "defsym" -> {
                int eq = v.indexOf('=');
                if (eq <= 0) diags.error(0, "--defsym: missing '=' in '" + v + "'");
                else defsym.put(v.substring(0, eq), v.substring(eq + 1));
            }
            case "wrap" -> wrap.add(v);
            case "export-dynamic", "E" -> exportDynamic = true;
            case "no-export-dynamic" -> exportDynamic = false;
            case "export-dynamic-symbol" -> exportSymbols.add(v);
            case "version-script" -> versionScripts.add(v);
            case "dynamic-list" -> dynamicLists.add(v);
            case "Bsymbolic" -> bsymbolic = true;
            case "Bsymbolic-functions" -> bsymbolicFunctions = true;
            case "exclude-libs" -> excludeLibs.addAll(List.of(v.split("[,:]")));
            case "allow-multiple-definition" -> allowMultipleDefinition = true;
            case "no-undefined" -> noUndefined = true;
            case "warn-unresolved-symbols" -> warnUnresolved = true;
            case "error-unresolved-symbols" -> warnUnresolved = false;
            case "allow-shlib-undefined" -> allowShlibUndefined = true;
            case "no-allow-shlib-undefined" -> allowShlibUndefined = false;
            case "unresolved-symbols" -> {
                switch (v == null ? "" : v) {
                    case "ignore-all", "ignore-in-object-files" -> ignoreUnresolved = true;
                    case "report-all" -> noUndefined = true;
                    case "ignore-in-shared-libs" -> allowShlibUndefined = true;
                    default -> diags.error(0, "unknown --unresolved-symbols method '" + v + "'");
                }
            }
            case "y", "trace-symbol" -> trace.add(v);
            // sections
            case "gc-sections" -> gcSections = true;
            case "no-gc-sections" -> gcSections = false;
            case "print-gc-sections" -> printGcSections = true;
            case "gc-keep-exported" -> keepExported = true;
            case "eh-frame-hdr" -> ehFrameHdr = true;
            case "no-eh-frame-hdr" -> ehFrameHdr = false;
            case "relax" -> relax = true;
            case "no-relax" -> relax = false;
            case "Ttext" -> address(".text", v, diags);
            case "Ttext-segment", "image-base" -> address(".text-segment", v, diags);
            case "Tdata" -> address(".data", v, diags);
            case "Tbss" -> address(".bss", v, diags);
            case "section-start" -> {
                int eq = v.indexOf('=');
                if (eq <= 0) diags.error(0, "invalid argument to --section-start: '" + v + "'");
                else address(v.substring(0, eq), v.substring(eq + 1), diags);
            }
            // the dynamic section
            case "soname", "h" -> soname = v;
            case "rpath", "R" -> rpath.addAll(List.of(v.split(":")));
            case "enable-new-dtags" -> newDtags = true;
            case "disable-new-dtags" -> newDtags = false;
            case "hash-style" -> {
                switch (v == null ? "" : v) {
                    case "sysv" -> hashStyle = HashStyle.SYSV;
                    case "gnu" -> hashStyle = HashStyle.GNU;
                    case "both" -> hashStyle = HashStyle.BOTH;
                    default -> diags.error(0, "invalid hash style '" + v + "'");
                }
            }
            case "f", "auxiliary" -> auxiliary.add(v);
            case "F", "filter" -> filter.add(v);
            case "z" -> keyword(v, diags);
            case "pack-dyn-relocs" -> packRelr = "relr".equals(v);
            // messages
            case "t", "trace" -> traceFiles = true;
            case "fatal-warnings" -> fatalWarnings = true;
            case "no-warnings", "w" -> noWarnings = true;
            case "v", "version", "V" -> printVersion = true;
            case "help" -> printHelp = true;
            // accepted without effect: debugging aids, tuning, and what is always so here
            case "g", "O", "sort-common", "no-sort-common", "sort-section", "warn-common", "warn-once", "warn-constructors", "warn-textrel",
                 "warn-shared-textrel", "warn-alternate-em", "warn-section-align", "no-warn-mismatch", "no-fatal-warnings", "no-warn-rwx-segments",
                 "warn-rwx-segments", "no-warn-execstack", "warn-execstack", "no-warn-search-mismatch", "stats", "no-keep-memory",
                 "reduce-memory-overheads", "hash-size", "spare-dynamic-tags", "plugin", "plugin-opt", "rpath-link",
                 "copy-dt-needed-entries", "no-copy-dt-needed-entries", "add-needed", "no-add-needed", "demangle",
                 "no-demangle", "d", "dc", "dp", "cref", "nmagic", "n", "no-omagic", "EL", "fix-cortex-a53-835769", "fix-cortex-a53-843419",
                 "no-ld-generated-unwind-info", "ld-generated-unwind-info", "threads", "no-threads", "color-diagnostics", "check-sections",
                 "no-check-sections", "accept-unknown-input-arch", "no-accept-unknown-input-arch", "no-define-common", "qmagic", "Qy", "traditional-format",
                 "no-print-gc-sections", "no-print-map", "no-whole-file", "error-limit", "verbose", "icf", "strip-discarded", "no-strip-discarded",
                 "no-rosegment", "rosegment", "dependency-file", "G", "Y", "compress-debug-sections", "target-help", "default-symver-off" -> {
                if (name.equals("compress-debug-sections") && v != null && !v.equals("none"))
                    diags.warning(0, null, "linker option --compress-debug-sections=" + v + " is ignored");
            }
            default -> diags.error(0, "unrecognized linker option '-" + (name.length() > 1 ? "-" : "") + name + (v == null ? "" : "=" + v) + "'");
        }
    }

    /** {@code -z keyword}. */
    private void keyword(String v, Diagnostics diags) {
        int eq = v.indexOf('=');
        String name = eq < 0 ? v : v.substring(0, eq);
        String arg = eq < 0 ? "" : v.substring(eq + 1);
        switch (name) {
            case "now" -> zNow = true;
            case "lazy" -> zNow = false;
            case "relro" -> zRelro = true;
            case "norelro" -> zRelro = false;
            case "execstack" -> execStack = true;
            case "noexecstack" -> execStack = false;
            case "defs" -> noUndefined = true;
            case "undefs" -> noUndefined = false;
            case "muldefs" -> allowMultipleDefinition = true;
            case "text" -> zText = true;
            case "notext", "textoff" -> zText = false;
            case "origin" -> zOrigin = true;
            case "nodelete" -> flags1 |= DF_1_NODELETE;
            case "nodlopen" -> flags1 |= DF_1_NOOPEN;
            case "nodump" -> flags1 |= DF_1_NODUMP;
            case "nodefaultlib" -> flags1 |= DF_1_NODEFLIB;
            case "initfirst" -> flags1 |= DF_1_INITFIRST;
            case "interpose" -> flags1 |= DF_1_INTERPOSE;
            case "loadfltr" -> flags1 |= DF_1_LOADFLTR;
            case "global" -> flags1 |= DF_1_GLOBAL;
            case "ibt" -> zFeatures |= Properties.IBT;
            case "shstk" -> zFeatures |= Properties.SHSTK;
            case "pack-relative-relocs" -> packRelr = true;
            case "nopack-relative-relocs" -> packRelr = false;
            case "max-page-size" -> {
                Long n = number(arg);
                if (n == null || n < 0x1000 || n > 1 << 28 || Long.bitCount(n) != 1) diags.error(0, "invalid maximum page size '" + arg + "'");
                else maxPageSize = n;
            }
            case "stack-size" -> {
                Long n = number(arg);
                if (n == null) diags.error(0, "invalid stack size '" + arg + "'");
                else stackSize = n;
            }
            case "common-page-size", "separate-code", "noseparate-code", "separate-loadable-segments", "combreloc", "nocombreloc", "copyreloc",
                 "keep-text-section-prefix", "start-stop-gc", "nostart-stop-gc", "start-stop-visibility", "unique-symbol", "nounique-symbol",
                 "dynamic-undefined-weak", "nodynamic-undefined-weak", "ibtplt", "cet-report", "lam-u48", "lam-u57",
                 "force-bti", "pac-plt", "call-nop", "report-relative-reloc", "noreport-relative-reloc", "noextern-protected-data",
                 "extern-protected-data", "indirect-extern-access", "noindirect-extern-access", "stack-size-off", "rodynamic", "sectionheader",
                 "nosectionheader", "common", "nocommon", "gnu-version-script-compat", "dead-reloc-in-nonalloc" -> {}
            default -> diags.warning(0, null, "-z " + v + " ignored");
        }
    }

    private void address(String section, String v, Diagnostics diags) {
        Long n = v == null ? null : number(v.startsWith("0x") || v.startsWith("0X") ? v : "0x" + v);
        if (n == null) diags.error(0, "invalid address '" + v + "' for " + section);
        else sectionStart.put(section, n);
    }

    private void buildId(String style, Diagnostics diags) {
        if (style.equals("none")) buildId = null;
        else if (style.startsWith("0x")) {
            String hex = style.substring(2).replaceAll("[-:]", "");
            if (hex.isEmpty() || (hex.length() & 1) != 0 || !hex.matches("[0-9a-fA-F]*")) {
                diags.error(0, "invalid --build-id value '" + style + "'");
                return;
            }
            buildId = java.util.HexFormat.of().parseHex(hex);
        } else {
            switch (style) {
                case "sha1", "tree", "fast", "md5", "uuid" -> buildId = new byte[0];
                default -> diags.error(0, "unrecognized --build-id style '" + style + "'");
            }
        }
    }

    /** A C-like integer, or null. */
    static Long number(String s) {
        try {
            s = s.trim();
            if (s.startsWith("0x") || s.startsWith("0X")) return Long.parseUnsignedLong(s.substring(2), 16);
            if (s.length() > 1 && s.startsWith("0")) return Long.parseUnsignedLong(s.substring(1), 8);
            return Long.parseUnsignedLong(s);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
