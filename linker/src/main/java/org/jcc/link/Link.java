package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jcc.asm.elf.Le;
import org.jcc.support.Diagnostics;

/**
 * The linker's stage main: from inputs in command-line order to the bytes of an ELF file.
 *
 * <p>{@link #run} is the whole linker as a list of calls; each comment says what holds from there on. Every stage works on
 * the one {@link Context}. Errors are collected in {@link Diagnostics}; stages that could not trust their input after errors are
 * not reached. No file is written unless everything went well, and then all at once.
 */
public final class Link {
    private Link() {}

    /** Links; the output's bytes, or null after errors. */
    public static byte[] link(LinkOptions options, List<Input> inputs, Diagnostics diags) {
        Context c = new Context(options, diags);
        int before = diags.errorCount();
        byte[] out = run(c, inputs);
        return diags.errorCount() > before ? null : out;
    }

    /** Links and writes {@link LinkOptions#output}; true if that went well. */
    public static boolean linkToFile(LinkOptions options, List<Input> inputs, Diagnostics diags) {
        Context c = new Context(options, diags);
        int before = diags.errorCount();
        byte[] out = run(c, inputs);
        for (String line : c.trace) System.out.println(line);
        if (out == null || diags.errorCount() > before) return false;
        if (options.mapFile != null && !MapFile.write(c)) return false;
        return write(options.output, out, c);
    }

    private static byte[] run(Context c, List<Input> inputs) {
        c.options.finish(c.diags);
        if (c.options.emulation != null && (c.target = LinkTarget.ofEmulation(c.options.emulation)) == null)
            c.error("unrecognised emulation mode: " + c.options.emulation);
        readScripts(c);
        if (c.diags.hasErrors()) return null;

        // From here on all objects, the needed archive members and the libraries are open, and every symbol has its definition.
        Resolver resolver = new Resolver(c);
        resolver.load(inputs);
        c.dynamic = c.options.kind == LinkOptions.Kind.SHARED || c.options.kind == LinkOptions.Kind.PIE || !c.shareds.isEmpty();
        resolver.settle();
        if (c.objects.isEmpty() && !c.diags.hasErrors()) c.error("no input files");
        if (c.diags.errorCount() > c.duplicates) return null;

        // A relocatable output keeps everything open, so the rest is not for it.
        if (c.options.kind == LinkOptions.Kind.RELOCATABLE) return c.diags.hasErrors() ? null : Relocatable.link(c);

        // Versions and visibility are settled: what the output exports is known.
        applyVersions(c);

        // Frame descriptions are known one by one, tied to their functions.
        c.ehFrame = new EhFrame(c);
        c.ehFrame.parse();
        if (c.diags.errorCount() > c.duplicates) return null;

        // Only what can be reached is live.
        if (c.options.gcSections) GarbageCollector.run(c);
        c.ehFrame.select();

        // Every live section has its output section and its place among the members; strings are pooled.
        Sections.assign(c);

        // The symbols that the linker owes are defined, relative to the image.
        c.linkerSymbols = new LinkerSymbols(c);
        c.linkerSymbols.define();

        // It is decided which symbols may be replaced at run time, and then what each relocation needs.
        Scan.bind(c);
        c.scan = new Scan(c);
        c.scan.run();
        if (!c.options.requireDefined.isEmpty()) requireDefined(c);
        if (c.diags.hasErrors()) return null;

        // All synthetic sections exist and know their sizes; indices of GOT, PLT and dynamic symbols are final.
        synthesize(c);

        // Sections are in order and have addresses; padding that alignment does not want is gone.
        c.layout = new Layout(c);
        c.layout.order();
        c.target.relax(c);
        for (OutputSection s : c.sections) Layout.sizeOf(s);
        c.layout.segments();
        c.layout.place();
        c.linkerSymbols.finish();
        c.synth.sortRelocs();

        // The file's size is known, so it can be written in one piece.
        return emit(c);
    }

    // --- Stages that have no file of their own ------------------------------------------------------------------------

    private static void readScripts(Context c) {
        for (String path : c.options.versionScripts) {
            String bad = script(c, path, c.versions);
            if (bad != null) c.error(path + ":" + bad);
        }
    }

    private static String script(Context c, String path, VersionScript into) {
        try {
            return into.parse(FileCache.read(path));
        } catch (IOException | InvalidPathException e) {
            c.error("cannot open " + path + ": " + Resolver.reason(e));
            return null;
        }
    }

    private static void applyVersions(Context c) {
        VersionScript list = new VersionScript();
        for (String path : c.options.dynamicLists) {
            String bad = script(c, path, list);
            if (bad != null) c.error(path + ":" + bad);
        }
        for (String s : c.options.exportSymbols) list.parse(("{ " + s + "; };").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        boolean script = !c.versions.isEmpty() && c.shared();
        for (Symbol s : c.globals) {
            if (!s.isDefined()) continue;
            if (s.file instanceof ObjectFile o && o.excluded) s.forcedLocal = true;
            if (!list.isEmpty() && list.lists(c.text(s))) s.exportAsked = true;
            if (script && s.version == 0) {
                int v = c.versions.versionOf(c.text(s));
                if (v == 0) s.forcedLocal = true;
                else if (v > 1) s.version = v;
            }
        }
    }

    private static void requireDefined(Context c) {
        for (String name : c.options.requireDefined) {
            Symbol s = c.find(name);
            if (s == null || s.isUndefined()) c.error("required symbol '" + name + "' not defined");
        }
    }

    private static void synthesize(Context c) {
        Properties.merge(c);
        c.synth = new Synthetic(c, c.scan);
        c.synthSymbols = new DynamicSymbols(c);
        c.dynamicSection = new DynamicSection(c);
        c.synth.allocate();
        if (c.dynamic) {
            if (!c.options.isStatic && !c.shared() && !c.options.noInterp || c.options.interp != null && !c.options.isStatic) interpreter(c);
            c.synthSymbols.collect();
            c.synthSymbols.allocate();
            c.dynamicSection.allocate();
            c.synthSymbols.close();
            c.dynamicSection.section.link = c.synthSymbols.dynstr;
        }
        c.ehFrame.layout();
        if (!c.ehFrame.isEmpty()) {
            EhFrame e = c.ehFrame;
            e.out = c.synth.add(".eh_frame", SHT_PROGBITS, SHF_ALLOC, 8, 0, e.size, e::write);
            for (ObjectFile o : c.objects) for (InputSection s : o.ehFrames) s.out = e.out;
            if (c.options.ehFrameHdr) e.header = c.synth.add(".eh_frame_hdr", SHT_PROGBITS, SHF_ALLOC, 4, 0, e.headerSize(), e::writeHeader);
        }
        if (c.options.buildId != null) buildIdSection(c);
        Properties.allocate(c);
        new SymbolTable(c).allocate();
        shstrtab(c);
    }

    private static void interpreter(Context c) {
        byte[] path = ((c.options.interp != null ? c.options.interp : c.target.interpreter()) + "\0").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        c.synth.add(".interp", SHT_PROGBITS, SHF_ALLOC, 1, 0, path.length, (o, at) -> System.arraycopy(path, 0, o, at, path.length));
    }

    private static void buildIdSection(Context c) {
        int n = c.options.buildId.length == 0 ? 20 : c.options.buildId.length;
        c.synth.add(".note.gnu.build-id", SHT_NOTE, SHF_ALLOC, 4, 0, 16 + (n + 3 & ~3), (o, at) -> {
            Le.put32(o, at, 4);
            Le.put32(o, at + 4, n);
            Le.put32(o, at + 8, NT_GNU_BUILD_ID);
            Le.put32(o, at + 12, 'G' | 'N' << 8 | 'U' << 16);
            System.arraycopy(c.options.buildId, 0, o, at + 16, c.options.buildId.length);
        });
    }

    private static void shstrtab(Context c) {
        StringTable names = new StringTable();
        OutputSection s = c.synth.add(".shstrtab", SHT_STRTAB, 0, 1, 0, 0, (o, at) -> {});
        s.body = new OutputSection.Body() {
            @Override
            public long size() {
                for (OutputSection x : c.sections) names.add(x.name);
                return names.size();
            }

            @Override
            public void write(byte[] out, int at) {
                names.write(out, at);
            }
        };
        c.sectionNames = names;
        c.sectionNamesSection = s;
    }

    // --- Emission -----------------------------------------------------------------------------------------------------

    private static byte[] emit(Context c) {
        c.layout.placeUnloaded();
        if (c.layout.fileSize > Integer.MAX_VALUE - 16) {
            c.error("the output is too large");
            return null;
        }
        byte[] o = new byte[(int) c.layout.fileSize];
        for (OutputSection s : c.sections) {
            if (s.nobits() || s.size == 0) continue;
            if (s.body != null) s.body.write(o, (int) s.off);
            else members(c, s, o);
        }
        int[] nameOffsets = new int[c.sections.size() + 1];
        for (OutputSection s : c.sections) nameOffsets[s.index] = c.sectionNames.add(s.name);
        c.layout.writeHeaders(o, c.sectionNames, nameOffsets, c.sectionNamesSection);
        if (!c.shared() && c.entryAddress() == 0 && (c.find(c.options.entry == null ? "_start" : c.options.entry) == null
                || c.find(c.options.entry == null ? "_start" : c.options.entry).isUndefined()))
            c.warn("cannot find entry symbol " + (c.options.entry == null ? "_start" : c.options.entry) + "; not setting start address");
        OutputSection id = c.outputSection(".note.gnu.build-id");
        if (id != null && id.body != null && c.options.buildId != null && c.options.buildId.length == 0) hash(o, (int) id.off + 16);
        return o;
    }

    /** Copies the members of a section and applies their relocations. */
    private static void members(Context c, OutputSection s, byte[] o) {
        int base = (int) s.off;
        boolean code = (s.flags & SHF_EXECINSTR) != 0;
        int end = 0;
        for (InputSection m : s.members) {
            int at = base + (int) m.outOff;
            if (code) fill(o, base + end, at, c.target.codeFill());
            end = (int) (m.outOff + m.outSize());
            if (m.type == SHT_NOBITS || m.size == 0 || m.data == null) continue;
            copy(m, o, at);
            if (m.relCount == 0) continue;
            if (m.alloc()) c.target.apply(c, m, o, at, s.addr + m.outOff, 0, m.relCount);
            else applyDebug(c, m, o, at);
        }
    }

    /** Copies a section's bytes, less what was cut out. */
    static void copy(InputSection m, byte[] o, int at) {
        int n = (int) m.size;
        if (m.reversed) {
            for (int i = 0; i < n; i += 8) System.arraycopy(m.data, m.off + i, o, at + n - 8 - i, 8);
        } else if (m.cutAt == null) System.arraycopy(m.data, m.off, o, at, n);
        else {
            // bytes are cut in front of the input offset cutAt[i] + 1: copy the runs between
            int from = 0;
            int to = at;
            int gone = 0;
            for (int i = 0; i < m.cutAt.length; i++) {
                int run = m.cutAt[i] - from;
                System.arraycopy(m.data, m.off + from, o, to, run);
                to += run;
                from = m.cutAt[i] + m.cutTotal[i] - gone;
                gone = m.cutTotal[i];
            }
            System.arraycopy(m.data, m.off + from, o, to, n - from);
        }
    }

    private static void fill(byte[] o, int from, int to, int pattern) {
        for (int i = from; i < to; i++) o[i] = (byte) (pattern >> 8 * (i & 3));
    }

    /** Relocations of a section that is not loaded: a symbol that did not survive counts as 0. */
    private static void applyDebug(Context c, InputSection m, byte[] o, int at) {
        byte[] d = m.file.elf.data;
        // in lists of ranges two zeros end the list, so what is gone is marked otherwise
        long tombstone = m.name.equals(".debug_loc") || m.name.equals(".debug_ranges") ? 1 : 0;
        for (int r = 0; r < m.relCount; r++) {
            int e = m.relOff + r * RELA_SIZE;
            Symbol y = m.file.symbols[Le.i32(d, e + 12)];
            boolean dead = y.section != null ? !y.section.live : y.kind != Symbol.Kind.DEFINED && y.bind == STB_LOCAL || y.kind == Symbol.Kind.UNDEFINED;
            c.target.applyDebug(c, m, o, at, Le.i32(d, e + 8), y, dead ? tombstone : Le.i64(d, e + 16), (int) Le.i64(d, e), dead);
        }
    }

    private static void hash(byte[] o, int at) {
        try {
            System.arraycopy(MessageDigest.getInstance("SHA-1").digest(o), 0, o, at, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    /** Writes beside the target and renames, so that a partial file is never seen. */
    private static boolean write(String path, byte[] bytes, Context c) {
        Path tmp = null;
        try {
            Path target = Path.of(path);
            if (Files.exists(target) && !Files.isRegularFile(target)) {
                Files.write(target, bytes); // /dev/null, a pipe
                return true;
            }
            Path dir = target.toAbsolutePath().getParent();
            tmp = Files.createTempFile(dir, ".jcc-link-", ".tmp");
            Files.write(tmp, bytes);
            Set<PosixFilePermission> mode = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_READ, PosixFilePermission.GROUP_EXECUTE, PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_EXECUTE);
            try {
                Files.setPosixFilePermissions(tmp, mode);
            } catch (UnsupportedOperationException e) {
                tmp.toFile().setExecutable(true);
            }
            Files.move(tmp, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (IOException | InvalidPathException e) {
            c.error("cannot open output file " + path + ": " + Resolver.reason(e));
            if (tmp != null) {
                try {
                    Files.deleteIfExists(tmp);
                } catch (IOException ignored) {
                    c.error("cannot remove " + tmp);
                }
            }
            return false;
        }
    }

    /** {@code jcc-ld}: ld's command line. */
    public static int main(List<String> args, Appendable err) throws IOException {
        org.jcc.support.SourceManager sources = new org.jcc.support.SourceManager();
        Diagnostics diags = new Diagnostics(sources);
        LinkOptions options = new LinkOptions();
        List<Input> inputs = new ArrayList<>();
        options.parse(args, inputs, diags);
        if (options.printVersion && inputs.isEmpty()) {
            err.append("jcc ld (GNU ld compatible) 0.1\n");
            return 0;
        }
        boolean ok = !diags.hasErrors() && linkToFile(options, inputs, diags);
        err.append(diags.render(false));
        return ok && !diags.hasErrors() ? 0 : 1;
    }

    public static void main(String[] args) throws IOException {
        StringBuilder err = new StringBuilder();
        int status = main(List.of(args), err);
        System.err.print(err);
        System.exit(status);
    }
}
