package org.jcc.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs whose objects gcc made, linked here in every mode and run. */
class LinkRunTest {
    @TempDir
    Path dir;
    Lab lab;

    @BeforeEach
    void lab() {
        lab = new Lab(dir);
    }

    private void expect(String out, String text, String... args) throws Exception {
        assertEquals("", lab.messages);
        String[] command = new String[args.length + 1];
        command[0] = lab.path(out);
        System.arraycopy(args, 0, command, 1, args.length);
        assertEquals(text, lab.run(command));
        String readelf = lab.run("readelf", "-aW", lab.path(out));
        assertFalse(readelf.contains("readelf: Warning") || readelf.contains("readelf: Error"), readelf);
    }

    private static final String HELLO = """
            #include <stdio.h>
            #include <stdlib.h>
            #include <errno.h>
            static __thread int tl = 5; __thread int tg;
            static int order;
            extern char **environ;
            __attribute__((constructor(200))) static void c2(void) { order = order * 10 + 2; }
            __attribute__((constructor(101))) static void c1(void) { order = order * 10 + 1; }
            __attribute__((constructor)) static void c3(void) { order = order * 10 + 3; }
            __attribute__((destructor)) static void d(void) { puts("bye"); fflush(stdout); }
            static int f1(void) { return 42; }
            static void *resolve(void) { return f1; }
            int chosen(void) __attribute__((ifunc("resolve")));
            int (*chosenPointer)(void) = chosen;
            __attribute__((section("myset"), used)) static int s1 = 1, s2 = 2;
            extern int __start_myset[], __stop_myset[];
            static int cmp(const void *a, const void *b) { return *(int *)a - *(int *)b; }
            extern int missing __attribute__((weak));
            int main(void) {
                int v[3] = {3, 1, 2}, set = 0;
                qsort(v, 3, sizeof *v, cmp);
                tl++; tg += tl; errno = 0;
                for (int *p = __start_myset; p < __stop_myset; p++) set += *p;
                printf("%d%d%d %d %d %d %d %d %d %.2f %d\\n", v[0], v[1], v[2], tl, tg, order, chosen(), chosenPointer(), set, strtod("1.5", 0), &missing == 0);
                return environ == 0;
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"static", "pie", "exec", "static-pie"})
    void hello(String mode) throws Exception {
        String o = lab.cc("hello", HELLO, mode.endsWith("pie") ? "-fPIE" : "-fno-pie");
        assertTrue(lab.program(mode, "h", o), lab.messages);
        expect("h", "123 6 6 123 42 42 3 1.50 1\nbye\n");
        assertTrue(lab.program(mode, "g", "--gc-sections", "-s", "-z", "now", o), lab.messages);
        expect("g", "123 6 6 123 42 42 3 1.50 1\nbye\n");
    }

    @Test
    void sameInputsSameBytes() throws Exception {
        String o = lab.cc("hello", HELLO, "-g");
        assertTrue(lab.program("static", "a", o));
        assertTrue(lab.program("static", "b", o));
        assertArrayEquals(lab.bytes("a"), lab.bytes("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gnu", "gnu2"})
    void threadLocalStorage(String dialect) throws Exception {
        String lib = lab.cc("tlslib", """
                __thread int a = 1; __thread int b; static __thread int c = 3; static __thread long d; extern __thread int ext;
                int *pa(void) { return &a; }
                int sum(void) { c++; d += 2; return a + b + c + (int)d; }
                int next(void) { return ++ext; }
                """, "-fPIC", "-mtls-dialect=" + dialect);
        String main = lab.cc("tlsmain", """
                #include <stdio.h>
                extern __thread int a, b; __thread int ext = 40; int *pa(void); int sum(void); int next(void);
                static __thread int mine = 7;
                int main(void) { a = 10; b = 20; *pa() += 1; mine += a; printf("%d %d %d %d\\n", a, sum(), next(), mine); return 0; }
                """, "-fPIE");
        String text = "11 37 41 18\n";
        assertTrue(lab.program("pie", "one", main, lib), lab.messages);
        expect("one", text);
        assertTrue(lab.program("static", "st", main, lib), lab.messages);
        expect("st", text);
        assertTrue(lab.link("libt.so", "-shared", "-soname", "libt.so", lib), lab.messages);
        assertTrue(lab.program("pie", "two", main, lab.path("libt.so"), "-rpath", dir.toString()), lab.messages);
        expect("two", text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-fno-pie", "-fPIE"})
    void copiesAndCanonicalAddresses(String model) throws Exception {
        String lib = lab.cc("copylib", """
                int data[4] = {1, 2, 3, 4}; extern int same[4] __attribute__((alias("data"))); const int ro[3] = {7, 8, 9};
                int fn(int x) { return x + data[0]; }
                int (*get(void))(int) { return fn; }
                int second(void) { return same[1]; }
                void set(void) { data[1] = 55; }
                """, "-fPIC");
        String main = lab.cc("copymain", """
                #include <stdio.h>
                extern int data[4], same[4]; extern const int ro[3]; int fn(int); int (*get(void))(int); int second(void); void set(void);
                int (*table[])(int) = {fn};
                int main(void) { set(); data[0] = 100; printf("%d %d %d %d %d %d\\n", same[1], second(), ro[2], fn(1), get() == fn, table[0] == fn); return 0; }
                """, model);
        assertTrue(lab.link("libcopy.so", "-shared", "--hash-style=both", lib), lab.messages);
        for (String now : new String[] {"lazy", "now"}) {
            assertTrue(lab.program(model.equals("-fPIE") ? "pie" : "exec", "m", main, lab.path("libcopy.so"), "-R", dir.toString(), "-z", now), lab.messages);
            expect("m", "55 55 9 101 1 1\n");
        }
    }

    @Test
    void versionsOfSharedLibraries() throws Exception {
        String lib = lab.cc("verlib", """
                int one(void) { return 1; } int hidden(void) { return 9; }
                __asm__(".symver old_f,f@V1"); int old_f(void) { return 10; }
                __asm__(".symver new_f,f@@V2"); int new_f(void) { return 20; }
                """, "-fPIC");
        String main = lab.cc("vermain", """
                #include <stdio.h>
                int one(void), f(void), old(void); __asm__(".symver old,f@V1");
                int main(void) { printf("%d %d %d\\n", one(), f(), old()); return 0; }
                """);
        Files.writeString(dir.resolve("v.map"), "V1 { global: one; local: *; };\nV2 { global: f; } V1;\n");
        assertTrue(lab.link("libv.so", "-shared", "--version-script=" + lab.path("v.map"), "-soname", "libv.so", lib), lab.messages);
        assertFalse(lab.run("readelf", "--dyn-syms", "-W", lab.path("libv.so")).contains("hidden"));
        assertTrue(lab.program("pie", "m", main, lab.path("libv.so"), "-rpath", dir.toString()), lab.messages);
        expect("m", "1 20 10\n");
    }

    @Test
    void unwindingThroughMergedFrames() throws Exception {
        String o = lab.cc("unw", """
                #include <stdio.h>
                #include <unwind.h>
                static int n;
                static _Unwind_Reason_Code cb(struct _Unwind_Context *c, void *a) { n++; return 0; }
                __attribute__((noinline)) void g(void) { _Unwind_Backtrace(cb, 0); }
                __attribute__((noinline)) void f(int k) { if (k) f(k - 1); else g(); __asm__ volatile(""); }
                int main(void) { f(5); printf("%d\\n", n >= 8); return 0; }
                """, "-fexceptions", "-ffunction-sections");
        for (String mode : new String[] {"static", "pie"}) {
            assertTrue(lab.program(mode, "u", "--gc-sections", o), lab.messages);
            expect("u", "1\n");
        }
    }

    @Test
    void wrapAndDefsym() throws Exception {
        String o = lab.cc("wrap", """
                #include <stdio.h>
                int real(int); int __real_f(int); int __wrap_f(int x) { return __real_f(x) + 1; } extern char number[];
                int f(int);
                int main(void) { printf("%d %lx\\n", f(3), (long)number); return 0; }
                """, "-fno-pie");
        String g = lab.cc("f", "int f(int x) { return x * 2; }", "-fno-pie");
        assertTrue(lab.program("exec", "w", "--wrap=f", "--defsym=number=0x1234", o, g), lab.messages);
        expect("w", "7 1234\n");
    }

    @Test
    void mergedStringsAndConstants() throws Exception {
        String a = lab.cc("a", "const char *a(void) { return \"shared text\"; } double da(void) { return 1.25; }", "-O2");
        String b = lab.cc("b", """
                #include <stdio.h>
                const char *a(void); double da(void);
                int main(void) { const char *b = "shared text"; __asm__("" : "+r"(b)); printf("%d %s %g\\n", a() == b, b, da() * 1.25); return 0; }
                """, "-O2");
        assertTrue(lab.program("pie", "m", a, b), lab.messages);
        expect("m", "1 shared text 1.5625\n");
    }
}
