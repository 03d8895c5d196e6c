package org.jcc.asm;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Test;

/** 5,000 damaged assembly files: each gives an object or diagnostics, never an exception, and soon. */
class MutationTest {
    @Test
    void damagedFiles() throws Exception {
        List<byte[]> corpus = new ArrayList<>();
        for (Path p : Filetest.find(Path.of("src/test/filetests"), ".s")) corpus.add(Filetest.parse(p).input().getBytes());
        long seeds = Long.getLong("jcc.mutations", 5000);
        for (long seed = 0; seed < seeds; seed++) {
            byte[] text = damage(corpus, new Random(seed));
            long start = System.nanoTime();
            try {
                assemble(text);
            } catch (Throwable e) {
                Path keep = Files.createTempFile("jcc-mutation", ".s");
                Files.write(keep, text);
                throw new AssertionError("seed " + seed + ", kept as " + keep, e);
            }
            long ms = (System.nanoTime() - start) / 1_000_000;
            assertTrue(ms < 5000, "seed " + seed + " took " + ms + " ms");
        }
    }

    private static void assemble(byte[] text) {
        SourceManager sm = new SourceManager();
        Diagnostics d = new Diagnostics(sm);
        try {
            byte[] o = GasAssembler.assemble(X86Isa.INSTANCE, sm.add("m.s", text, 0, false), d, GasAssembler.Options.NONE);
            assertTrue(o != null || d.hasErrors());
        } catch (Diagnostics.Fatal e) {
            assertTrue(d.hasErrors());
        }
        d.render(false);
    }

    /** An argument ends at a zero byte without taking it: the values of .irp were read for ever. */
    @Test
    void zeroByteAmongValues() {
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assemble(".irp r, a\0b\n\tnop\n.endr\n".getBytes()));
    }

    private static final String[] WORDS = {"$", "%", "(", ")", ",", ":", "\"", "'", "\\", ".", "-", "1b", "9f", ".if 1", ".endif", ".macro x y", ".endm", ".rept 3", ".endr",
        "99999999999999999999", "-1", "%rsp", "@PLT", "#", "/*", "*/", ";", "=", "x", ".-x", "<<", "*", ".text", ".bss", "lock", "rep", ".irp a,1,2", "\\a", ".exitm",
        "\0", "\u00ff", "0x", "1e", ".org", ".fill", ".cfi_startproc", ".cfi_endproc", ".popsection", ".previous"};

    private static byte[] damage(List<byte[]> corpus, Random r) {
        List<String> lines = new ArrayList<>(List.of(new String(corpus.get(r.nextInt(corpus.size()))).split("\n")));
        String[] other = new String(corpus.get(r.nextInt(corpus.size()))).split("\n");
        int edits = 1 + r.nextInt(12);
        for (int i = 0; i < edits && !lines.isEmpty(); i++) {
            int at = r.nextInt(lines.size());
            String s = lines.get(at);
            int cut = s.isEmpty() ? 0 : r.nextInt(s.length());
            switch (r.nextInt(9)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(at, other[r.nextInt(other.length)]);
                case 2 -> lines.set(at, s.substring(0, cut) + WORDS[r.nextInt(WORDS.length)] + s.substring(cut));
                case 3 -> lines.set(at, s.substring(0, cut));
                case 4 -> lines.set(at, s.substring(cut));
                case 5 -> lines.set(at, s.substring(0, cut) + (char) r.nextInt(256) + (cut + 1 < s.length() ? s.substring(cut + 1) : ""));
                case 6 -> lines.set(at, s + other[r.nextInt(other.length)]);
                case 7 -> lines.add(r.nextInt(lines.size()), s);
                default -> {
                    String[] w = s.trim().split("[ \t]+");
                    lines.set(at, "\t" + w[r.nextInt(w.length)] + " " + other[r.nextInt(other.length)].trim());
                }
            }
        }
        return String.join("\n", lines).getBytes(r.nextBoolean() ? java.nio.charset.StandardCharsets.UTF_8 : java.nio.charset.StandardCharsets.ISO_8859_1);
    }
}
