package org.jcc.frontend.pp;

import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The filetests of the preprocessor: {@code test pp <options>} prints what {@code -E} gives, then the diagnostics. Lines
 * {@code //// name} begin further files, for inclusion. The goldens were compared with gcc 12's output.
 */
class PreprocessFiletest {
    @TempDir
    static Path dir;

    @TestFactory
    Stream<DynamicTest> filetests() {
        return Filetest.find(Path.of("src/test/filetests/pp"), ".c").stream()
                .map(p -> DynamicTest.dynamicTest(p.getFileName().toString(), () -> Filetest.run(p, Map.of("pp", PreprocessFiletest::run))));
    }

    private static String run(Filetest t) throws Exception {
        String name = t.file().getFileName().toString();
        Path home = Files.createDirectories(dir.resolve(name.replace(".c", "")));
        String[] parts = t.input().split("(?m)^//// ");
        Files.writeString(home.resolve(name), parts[0]);
        for (int i = 1; i < parts.length; i++) {
            int eol = parts[i].indexOf('\n');
            Path p = home.resolve(parts[i].substring(0, eol));
            Files.createDirectories(p.getParent());
            Files.writeString(p, parts[i].substring(eol + 1));
        }
        ArrayList<String> args = new ArrayList<>();
        for (String a : t.args()) args.add(a.startsWith("-") || a.startsWith("/") ? a : home.resolve(a).toString());
        PpTool.Result r = PpTool.run(home.resolve(name).toString(), null, PpTool.options(args));
        String out = new String(r.output().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        return (out + (r.diagnostics().isEmpty() ? "" : "==== diagnostics ====\n" + r.diagnostics())).replace(home + "/", "");
    }
}
