package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code .note.gnu.property}: a shared library has what all of its objects have, and its PLT is marked if branch targets are. */
class PropertiesTest {
    @TempDir
    Path dir;

    private String features(Lab lab, String file) throws Exception {
        String notes = lab.run("readelf", "-nW", lab.path(file));
        int at = notes.indexOf("x86 feature: ");
        return at < 0 ? "" : notes.substring(at + 13).split("[,\\n]\\s*(x86|$)|\\n")[0];
    }

    @Test
    void andOverTheObjects() throws Exception {
        Lab lab = new Lab(dir);
        String both = lab.cc("both", "int puts(const char *); int f(void) { return puts(\"f\"); }", "-fPIC", "-fcf-protection=full");
        String shadow = lab.cc("shadow", "int g(void) { return 1; }", "-fPIC", "-fcf-protection=return");
        String none = lab.cc("none", "int h(void) { return 1; }", "-fPIC", "-fcf-protection=none");
        assertTrue(lab.link("one.so", "-shared", both), lab.messages);
        assertEquals("IBT, SHSTK", features(lab, "one.so"));
        assertTrue(lab.link("two.so", "-shared", both, shadow), lab.messages);
        assertEquals("SHSTK", features(lab, "two.so"));
        assertTrue(lab.link("three.so", "-shared", both, shadow, none), lab.messages);
        assertEquals("", features(lab, "three.so"));
        assertTrue(lab.link("asked.so", "-shared", "-z", "ibt", both, none), lab.messages);
        assertEquals("IBT", features(lab, "asked.so"));
    }

    @Test
    void markedProgramsRun() throws Exception {
        Lab lab = new Lab(dir);
        String main = lab.cc("main", """
                #include <stdio.h>
                #include <stdlib.h>
                static int order(const void *a, const void *b) { return *(int *)a - *(int *)b; }
                int main(void) {
                    void (*sort)(void *, size_t, size_t, int (*)(const void *, const void *)) = qsort;
                    int v[] = {3, 1, 2};
                    sort(v, 3, sizeof *v, order);
                    printf("%d %d %d\\n", v[0], v[1], v[2]);
                    return 0;
                }
                """, "-fcf-protection=full", "-fno-pie");
        for (String mode : new String[] {"exec", "static"}) {
            assertTrue(lab.program(mode, "m", "-z", "ibt", "-z", "shstk", main), lab.messages);
            assertEquals("1 2 3\n", lab.run(lab.path("m")), mode);
            assertEquals("IBT, SHSTK", features(lab, "m"));
            assertTrue(lab.run("objdump", "-d", "-j", ".plt", lab.path("m")).contains("endbr64"), mode);
        }
        assertTrue(lab.program("exec", "plain", main), lab.messages);
        assertFalse(lab.run("objdump", "-d", "-j", ".plt", lab.path("plain")).contains("endbr64"));
    }
}
