package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A table of command lines (src/test/commands/table): jcc leaves the files that gcc leaves, ends with its status, and writes the same
 * dependency files. {@code -Djcc.launcher=} names another jcc than the project's.
 */
class CommandLinesTest {
    private static final String LAUNCHER = System.getProperty("jcc.launcher", Path.of("..", "bin", "jcc").toAbsolutePath().normalize().toString());

    @TempDir
    Path dir;

    @Test
    void asGcc() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("src", "test", "commands", "table"))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String gcc = run("gcc", line);
            String jcc = run(LAUNCHER, line);
            if (!gcc.equals(jcc)) wrong.add(line + "\n-- gcc\n" + gcc + "-- jcc\n" + jcc);
        }
        assertEquals("", String.join("\n", wrong));
    }

    /** What the command leaves behind in a fresh folder: the names of files, dependencies as text, the status. */
    private String run(String compiler, String line) throws Exception {
        Path at = Files.createTempDirectory(dir, "run");
        for (String sub : new String[] {"sub", "inc", "d"}) Files.createDirectory(at.resolve(sub));
        Files.writeString(at.resolve("h.h"), "#define N 3\n");
        Files.writeString(at.resolve("a.c"), "#include \"h.h\"\nint main(void) { return N - N; }\n");
        Files.copy(at.resolve("a.c"), at.resolve("noext"));
        Files.copy(at.resolve("a.c"), at.resolve("d/a.c"));
        Files.copy(at.resolve("h.h"), at.resolve("d/h.h"));
        Files.writeString(at.resolve("b.c"), "int b(void) { return 1; }\n");
        Files.writeString(at.resolve("p.i"), "int x;\n");
        Files.writeString(at.resolve("s.s"), ".globl s\ns: ret\n.section .note.GNU-stack,\"\",@progbits\n");
        Files.writeString(at.resolve("t.S"), "#define R ret\n.globl t\nt: R\n.section .note.GNU-stack,\"\",@progbits\n");
        Files.writeString(at.resolve("inc/pre.h"), "#define P 1\n");
        Files.writeString(at.resolve("bad.c"), "int broken(\n");
        Process p = new ProcessBuilder("sh", "-c", line.replace("CC", compiler) + " >out 2>err </dev/null").directory(at.toFile()).start();
        int status = p.waitFor();
        StringBuilder sb = new StringBuilder("status " + status + "\n");
        sb.append(Files.size(at.resolve("out")) > 0 ? "standard output\n" : "");
        try (Stream<Path> all = Files.walk(at)) {
            for (Path f : all.filter(Files::isRegularFile).map(at::relativize).sorted().toList()) {
                sb.append(f).append('\n');
                if (f.toString().matches(".*\\.d|.*\\.dep")) sb.append(Files.readString(at.resolve(f)));
            }
        }
        return sb.toString();
    }
}
