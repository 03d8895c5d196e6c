package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.elf.BadElf;
import org.jcc.asm.elf.ElfReader;
import org.jcc.asm.elf.Le;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files that line tables name, after their strings were merged: those of each unit, whichever linker merged them. */
class LineNamesTest {
    @TempDir
    Path dir;
    Lab lab;

    @BeforeEach
    void lab() throws Exception {
        lab = new Lab(dir);
        object("first");
        object("second");
    }

    /** An object whose unit has a source and a header of its own, in folders that both have. */
    private void object(String name) throws Exception {
        String text = """
                .file 0 "/work" "source/NAME.c"
                .file 1 "include/NAME.h"
                .text
                .globl NAME
                NAME:
                .loc 0 3 0
                nop
                .loc 1 4 0
                ret
                """.replace("NAME", name);
        SourceManager sources = new SourceManager();
        Diagnostics d = new Diagnostics(sources);
        Files.write(dir.resolve(name + ".o"), GasAssembler.assemble(X86Isa.INSTANCE, sources.add(name + ".s", text.getBytes(StandardCharsets.UTF_8), 0, false), d, GasAssembler.Options.NONE));
        assertEquals("", d.render(false));
    }

    private static int find(ElfReader e, String section) throws BadElf {
        for (int i = 1; i < e.shOff.length; i++) if (e.sectionName(i).equals(section)) return i;
        throw new AssertionError(section);
    }

    /** The names of all units' files: DWARF 5, 6.2.4, with the tables as {@code LineTable} lays them out. */
    private List<String> names(String file) throws Exception {
        ElfReader e = ElfReader.open(lab.bytes(file));
        int lines = find(e, ".debug_line");
        int strings = find(e, ".debug_line_str");
        List<String> names = new ArrayList<>();
        for (int unit = e.shOff[lines], end = unit + (int) e.shSize[lines]; unit < end; unit += 4 + Le.i32(e.data, unit)) {
            int at = unit + 4 + 2 + 2 + 4 + 6 + 12 + 3;
            for (int n = e.data[at++]; n > 0; n--, at += 4) assertTrue(name(e, strings, at).length() > 3);
            at += 5;
            for (int n = e.data[at++]; n > 0; n--, at += 5) names.add(name(e, strings, at));
        }
        return names;
    }

    private static String name(ElfReader e, int strings, int at) {
        int from = e.shOff[strings] + Le.i32(e.data, at);
        int to = from;
        while (e.data[to] != 0) to++;
        return new String(e.data, from, to - from, StandardCharsets.UTF_8);
    }

    private static final List<String> ALL = List.of("source/first.c", "first.h", "source/second.c", "second.h");

    @Test
    void here() throws Exception {
        assertTrue(lab.link("x", "-e", "first", lab.path("first.o"), lab.path("second.o")), lab.messages);
        assertEquals(ALL, names("x"));
    }

    @Test
    void gnu() throws Exception {
        assertEquals("", lab.run("ld", "-e", "first", "-o", "x", "first.o", "second.o"));
        assertEquals(ALL, names("x"));
    }
}
