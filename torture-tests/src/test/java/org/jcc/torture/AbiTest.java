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

/**
 * The calling convention and layouts against gcc's: the two files of {@link AbiPrograms}, one compiled by jcc and the other by gcc,
 * both ways round and at both levels. {@code -Djcc.abi.seeds=FROM-TO} chooses seeds, {@code -Djcc.abi.functions=N} their size.
 */
class AbiTest {
    @TestFactory
    Stream<DynamicTest> agreesWithGcc() throws Exception {
        String[] range = System.getProperty("jcc.abi.seeds", "1-3").split("-");
        int functions = Integer.getInteger("jcc.abi.functions", 15);
        Path dir = Files.createDirectories(Path.of("target", "abi")).toAbsolutePath();
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[1])).mapToObj(seed -> DynamicTest.dynamicTest("seed " + seed, () -> one(seed, functions, dir)));
    }

    private static void one(int seed, int functions, Path dir) throws Exception {
        AbiPrograms.Pair pair = AbiPrograms.generate(seed, functions);
        Path callee = Files.writeString(dir.resolve("callee" + seed + ".c"), pair.callee());
        Path caller = Files.writeString(dir.resolve("caller" + seed + ".c"), pair.caller());
        List<String> wrong = new ArrayList<>();
        for (String level : List.of("-O0", "-O1")) {
            for (String[] pairing : new String[][] {{"jcc", "gcc"}, {"gcc", "jcc"}, {"jcc", "jcc"}, {"gcc", "gcc"}}) {
                if (pairing[0].equals(pairing[1]) && level.equals("-O0")) continue;
                String x = Programs.objects(pairing[0], List.of(callee), dir.resolve(pairing[0]), level, "-w").getFirst();
                String y = Programs.objects(pairing[1], List.of(caller), dir.resolve(pairing[1]), level, "-w").getFirst();
                Path exe = dir.resolve("abi" + seed);
                Programs.run(dir, "gcc", x, y, "-o", exe.toString());
                Jcc.Result r = Jcc.execute(10, exe.toString());
                assertNotNull(r, "time-out");
                if (r.status() != 0) wrong.add(level + " callee by " + pairing[0] + ", caller by " + pairing[1] + ": status " + r.status() + "\n" + r.out());
            }
        }
        assertEquals(List.of(), wrong, () -> String.join("\n", pair.signatures()));
    }
}
