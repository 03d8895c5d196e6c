package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -r}: one object made of several links like the several. */
class RelocatableTest {
    @TempDir
    Path dir;

    @Test
    void partialLinkKeepsMeaning() throws Exception {
        Lab lab = new Lab(dir);
        String a = lab.cc("a", """
                #include <stdio.h>
                static const char *const words[] = {"one", "two"}; extern int tentative[4]; int f(int); static int local = 3; __thread int t = 5;
                int main(void) { tentative[1] = f(local); printf("%s %d %d\\n", words[1], tentative[1], t); return 0; }
                """, "-g", "-ffunction-sections", "-fcommon");
        String b = lab.cc("b", "int tentative[8]; static int local = 4; extern __thread int t; int f(int x) { t++; return x + local; }", "-g", "-fcommon");
        Files.writeString(dir.resolve("g.s"), ".section .text.g,\"axG\",@progbits,g,comdat\n.weak g\ng: .cfi_startproc\nret\n.cfi_endproc\n");
        lab.run("gcc", "-c", "g.s", "-o", "g1.o");
        lab.run("gcc", "-c", "g.s", "-o", "g2.o");
        assertTrue(lab.link("all.o", "-r", a, lab.path("g1.o"), b, lab.path("g2.o")), lab.messages);
        for (String mode : new String[] {"pie", "static"}) {
            assertTrue(lab.program(mode, "m", lab.path("all.o")), lab.messages);
            assertEquals("two 7 6\n", lab.run(lab.path("m")));
        }
        assertEquals("two 7 6\n", lab.run("gcc", "all.o", "-o", "bygcc") + lab.run(lab.path("bygcc")));
        assertEquals(1, lab.run("readelf", "-gW", "all.o").split("COMDAT group").length - 1);
    }
}
