package org.jcc.asm.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Test;

/**
 * Each row of the instruction table is tested: by {@link RowSamples}, which the agreement with llvm-mc and the decoder's round trip go
 * through, or, where one instruction alone says nothing (branches, prefixes), by a filetest that assembles its mnemonic.
 */
class RowCoverageTest {
    @Test
    void everyRowHasASampleOrAFiletest() throws Exception {
        Set<String> words = new HashSet<>();
        for (Path p : Filetest.find(Path.of("src/test/filetests/x86_64"), ".s")) {
            Filetest t = Filetest.parse(p);
            if (t.command().equals("asm")) words.addAll(Arrays.asList(t.input().split("[\\s;:]+")));
        }
        List<String> missing = new ArrayList<>();
        for (X86Row r : X86Rows.ALL) {
            if (RowSamples.of(r).isEmpty() && Arrays.stream(r.names).noneMatch(words::contains)) missing.add(r.names[0]);
        }
        assertEquals(List.of(), missing, "rows in no filetest: assemble them in src/test/filetests/x86_64/relaxation.s or instructions.s");
    }
}
