package org.jcc.asm;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jcc.asm.elf.ObjectDump;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs {@code src/test/filetests}: {@code test asm x86_64} shows the object, {@code test errors x86_64} the diagnostics.
 * The objects of these files were compared with GNU as 2.40 when they were blessed.
 */
class AsmFiletest {
    @TestFactory
    Stream<DynamicTest> files() {
        List<Path> files = Filetest.find(Path.of("src/test/filetests"), ".s");
        return files.stream().map(f -> DynamicTest.dynamicTest(f.getFileName().toString(),
                () -> Filetest.run(f, Map.of("asm", AsmFiletest::object, "errors", AsmFiletest::errors))));
    }

    private static String object(Filetest t) {
        SourceManager sm = new SourceManager();
        Diagnostics d = new Diagnostics(sm);
        byte[] o = GasAssembler.assemble(X86Isa.INSTANCE, sm.add("test.s", t.input().getBytes(StandardCharsets.UTF_8), 0, false), d, GasAssembler.Options.NONE);
        return o == null ? d.render(false) : ObjectDump.dump(o);
    }

    private static String errors(Filetest t) {
        SourceManager sm = new SourceManager();
        Diagnostics d = new Diagnostics(sm);
        GasAssembler.assemble(X86Isa.INSTANCE, sm.add("test.s", t.input().getBytes(StandardCharsets.UTF_8), 0, false), d, GasAssembler.Options.NONE);
        StringBuilder sb = new StringBuilder();
        for (String line : d.render(false).split("\n")) if (line.startsWith("test.s")) sb.append(line).append('\n');
        return sb.toString();
    }
}
