package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The calling convention and layouts against gcc's: a file of functions and a file of calls, one compiled by jcc and the other by
 * gcc, both ways round and at both levels. {@link AbiPrograms} writes them: {@code -Djcc.abi.seeds=FROM-TO} chooses seeds,
 * {@code -Djcc.abi.functions=N} their size.
 */
class AbiTest {
    private static final String[][] PAIRINGS = {{"jcc", "gcc"}, {"gcc", "jcc"}, {"jcc", "jcc"}};

    @TestFactory
    Stream<DynamicTest> randomSignatures() throws Exception {
        String[] range = System.getProperty("jcc.abi.seeds", "1-3").split("-");
        int functions = Integer.getInteger("jcc.abi.functions", 15);
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1])).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> {
            AbiPrograms.Pair pair = AbiPrograms.generate(seed, functions);
            Path callee = Files.writeString(directory().resolve("callee" + seed + ".c"), pair.callee());
            Path caller = Files.writeString(directory().resolve("caller" + seed + ".c"), pair.caller());
            agree(callee, caller, String.join("\n", pair.signatures()));
        }));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edges", "stack"})
    void written(String name) throws Exception {
        Path both = Path.of("src", "test", "abi", name + ".c").toAbsolutePath();
        Path callee = Files.copy(both, directory().resolve(name + "-callee.c"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Path caller = Files.writeString(directory().resolve(name + "-caller.c"), "#define CALLER\n" + Files.readString(both));
        agree(callee, caller, both.toString());
    }

    private static Path directory() throws Exception {
        return Files.createDirectories(Path.of("target", "abi")).toAbsolutePath();
    }

    private static void agree(Path callee, Path caller, String what) throws Exception {
        Path dir = directory();
        List<String> wrong = new ArrayList<>();
        for (String level : List.of("-O0", "-O1")) {
            for (String[] pairing : PAIRINGS) {
                String x = Programs.objects(pairing[0], List.of(callee), dir.resolve(pairing[0]), level, "-w").getFirst();
                String y = Programs.objects(pairing[1], List.of(caller), dir.resolve(pairing[1]), level, "-w").getFirst();
                Path exe = dir.resolve("abi");
                Programs.run(dir, "gcc", x, y, "-o", exe.toString());
                Jcc.Result r = Jcc.execute(10, exe.toString());
                assertNotNull(r, "time-out");
                if (r.status() != 0) wrong.add(level + " callee by " + pairing[0] + ", caller by " + pairing[1] + ": status " + r.status() + "\n" + r.out());
            }
        }
        assertEquals("", String.join("\n", wrong), what);
    }
}
