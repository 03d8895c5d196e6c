package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Executed instructions, code sizes and frames may not grow: {@code bench/run structure --check} against bench/structure.tsv. */
class StructureTest {
    @Test
    void nothingHasGrown() throws Exception {
        assertEquals(0, Jcc.run(List.of("--version"), 10).status());
        ProcessBuilder b = new ProcessBuilder("../bench/run", "structure", "--check").redirectErrorStream(true);
        b.environment().put("JCC_HOME", System.getProperty("jcc.home"));
        b.environment().put("JCC_CLASSPATH", System.getProperty("java.class.path"));
        Path log = Path.of("target", "structure.log");
        int status = b.redirectOutput(log.toFile()).start().waitFor();
        String table = Files.readString(log);
        assertEquals(0, status, () -> "`bench/run structure --store` writes the figures anew\n" + table);
    }
}
