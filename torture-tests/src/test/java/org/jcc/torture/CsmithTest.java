package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Random programs of csmith: what jcc's programs print at each level is what gcc's print. {@code -Djcc.csmith.seeds=FROM-TO}
 * chooses seeds, {@code -Djcc.csmith.levels=O0,O1} levels. Programs that gcc's build does not finish within seconds are left out.
 */
class CsmithTest {
    private static final int RUN_SECONDS = 10;
    private static ExecutorService pool;

    @AfterAll
    static void end() {
        if (pool != null) pool.shutdownNow();
    }

    @TestFactory
    Stream<DynamicTest> agreesWithGcc() throws Exception {
        String[] range = System.getProperty("jcc.csmith.seeds", "1-20").split("-");
        String[] levels = System.getProperty("jcc.csmith.levels", "O0,O1").split(",");
        Path dir = Files.createDirectories(Path.of("target", "csmith")).toAbsolutePath();
        pool = Executors.newFixedThreadPool(2, Thread.ofPlatform().daemon().factory());
        Map<String, Future<String[]>> jobs = new LinkedHashMap<>();
        for (int seed = Integer.parseInt(range[0]); seed <= Integer.parseInt(range[1]); seed++) {
            int s = seed;
            jobs.put("seed " + s, pool.submit(() -> one(s, levels, dir)));
        }
        return jobs.entrySet().stream().map(j -> DynamicTest.dynamicTest(j.getKey(), () -> {
            String[] outputs = j.getValue().get();
            for (int i = 1; i < outputs.length; i++) assertEquals(outputs[0], outputs[i], "at -" + levels[i - 1]);
        }));
    }

    /** What the program prints: built by gcc, then by jcc at each level; one element if it takes too long. */
    private static String[] one(int seed, String[] levels, Path dir) throws Exception {
        Path c = dir.resolve("s" + seed + ".c");
        Programs.run(dir, "csmith", "--seed", Integer.toString(seed), "--no-packed-struct", "-o", c.toString());
        Path exe = dir.resolve("s" + seed);
        Programs.run(dir, "gcc", "-O1", "-w", "-I/usr/include/csmith", c.toString(), "-o", exe.toString());
        Jcc.Result expected = Jcc.execute(RUN_SECONDS / 2, exe.toString());
        if (expected == null) return new String[] {"too long"};
        String[] outputs = new String[levels.length + 1];
        outputs[0] = expected.status() + " " + expected.out();
        for (int i = 0; i < levels.length; i++) {
            Path mine = dir.resolve("s" + seed + "-" + levels[i]);
            Jcc.Result r = Jcc.run(java.util.List.of("-" + levels[i], "-w", "-I/usr/include/csmith", c.toString(), "-o", mine.toString()), 120);
            assertNotNull(r, "the compiler hangs");
            assertEquals(0, r.status(), r.err());
            Jcc.Result run = Jcc.execute(RUN_SECONDS, mine.toString());
            outputs[i + 1] = run == null ? "time-out" : run.status() + " " + run.out();
        }
        return outputs;
    }
}
