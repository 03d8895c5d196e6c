package org.jcc.ir;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Test;

/** Damaged IR text gives a diagnostic or a module that the verifier can judge: never an exception. */
class MutationTest {
    private static final String[] PIECES = {"v1", "v99999", "b0", "b7", "i32", "<4 x i32>", "i128 0x1", "->", "(", ")", "{", "}", "[", "]", ",", ":", "@main", "@x", "#-1",
        "align 3", "align 0", "tuple", "void", "f80 0x1", "poison", "add", "call", "switch", "phi", "sig", "at args", "\"", "\\", "&b1", "4000000000000", "-1", "1e999", "results", "struct"};

    @Test
    void damagedText() throws Exception {
        List<Path> files = Filetest.find(Path.of("src/test/filetests"), ".jir");
        Random random = new Random(7);
        for (int round = 0; round < 3000; round++) {
            StringBuilder sb = new StringBuilder(Files.readString(files.get(round % files.size())));
            for (int k = 1 + random.nextInt(3); k > 0; k--) {
                int at = random.nextInt(sb.length());
                int end = Math.min(sb.length(), at + random.nextInt(6));
                switch (random.nextInt(4)) {
                    case 0 -> sb.delete(at, end);
                    case 1 -> sb.insert(at, PIECES[random.nextInt(PIECES.length)]);
                    case 2 -> sb.replace(at, end, " " + PIECES[random.nextInt(PIECES.length)] + " ");
                    default -> sb.setCharAt(at, (char) (random.nextInt(96) + 32));
                }
            }
            check(sb.toString(), "round " + round);
        }
    }

    @Test
    void deepNesting() {
        check("declare @f(" + "[1 x ".repeat(100_000), "arrays");
        check("func @f(): " + "<4 x ".repeat(100_000), "vectors");
        check("declare @f(" + "struct(1, 1) {0: ".repeat(100_000), "structures");
    }

    private static void check(String text, String what) {
        try {
            Diagnostics d = new Diagnostics(new SourceManager());
            Module m = IrParser.parse("mutated.jir", text.getBytes(StandardCharsets.UTF_8), null, d);
            if (m == null) {
                assertTrue(d.hasErrors(), what);
                d.render(false);
                return;
            }
            Verifier.verify(m).toString();
            IrPrinter.print(m, true);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(what + ": " + e + "\n" + text.substring(0, Math.min(text.length(), 3000)), e);
        }
    }
}
