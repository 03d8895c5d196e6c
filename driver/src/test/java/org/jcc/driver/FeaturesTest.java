package org.jcc.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Instruction sets by option and by attribute: the predefined macros are gcc's, code for one set does not get into functions without it. */
class FeaturesTest {
    private static String run(int status, String source, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream p = new PrintStream(out, true);
        assertEquals(status, Driver.run(List.of(args), new ByteArrayInputStream(source.getBytes()), p, p), String.join(" ", args) + "\n" + out);
        return out.toString();
    }

    private static String gcc(List<String> args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("gcc", "-dM", "-E", "-x", "c", "/dev/null"));
        command.addAll(args);
        Process p = new ProcessBuilder(command).redirectErrorStream(true).start();
        String out = new String(p.getInputStream().readAllBytes());
        return p.waitFor() == 0 ? out : "";
    }

    private static boolean isGcc12() {
        try {
            return gcc(List.of()).contains("#define __GNUC__ 12\n") && gcc(List.of()).contains("__x86_64__");
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static final String[] OPTIONS = {"", "-march=x86-64", "-march=x86-64-v2", "-march=x86-64-v3", "-march=core2", "-march=nehalem", "-march=corei7",
        "-march=westmere", "-march=sandybridge", "-march=corei7-avx", "-march=ivybridge", "-march=core-avx-i", "-march=haswell", "-march=core-avx2", "-march=broadwell",
        "-march=skylake", "-march=znver1", "-march=znver2", "-march=znver3", "-msse3", "-mssse3", "-msse4.1", "-msse4.2", "-msse4", "-mavx", "-mavx2", "-mfma",
        "-mf16c", "-mbmi", "-mbmi2", "-mpopcnt", "-mlzcnt", "-mmovbe", "-mabm", "-maes", "-mxsavec", "-msse4a", "-mrtm", "-march=haswell -mno-sse3",
        "-march=haswell -mno-sse4", "-mno-avx2 -march=haswell", "-mavx2 -mno-avx", "-mno-avx -mavx2", "-mno-popcnt -msse4.2", "-msse4.2 -mno-popcnt",
        "-march=haswell -mno-xsave", "-mabm -mno-lzcnt", "-mtune=haswell", "-march=x86-64-v3 -mtune=skylake", "-march=haswell -mtune=generic"};

    @Test
    void macrosAreGccs() throws Exception {
        assumeTrue(isGcc12());
        for (String o : OPTIONS) {
            List<String> args = o.isEmpty() ? List.of() : List.of(o.split(" "));
            List<String> ours = new ArrayList<>(List.of("-dM", "-E", "-x", "c", "-"));
            ours.addAll(args);
            TreeSet<String> want = new TreeSet<>(gcc(args).lines().toList());
            TreeSet<String> have = new TreeSet<>(run(0, "", ours.toArray(new String[0])).lines().filter(l -> !l.startsWith("#define __jcc__")).toList());
            assertEquals(String.join("\n", want), String.join("\n", have), o);
        }
    }

    @Test
    void attributesAndPragmasChooseByFunction() {
        String source = """
            __attribute__((target("avx2"))) int f(int x) { return x; }
            #pragma GCC push_options
            #pragma GCC target("bmi,popcnt")
            int g(int x) { return x; }
            #pragma GCC pop_options
            int h(int x) { return x; }
            """;
        String ir = run(0, source, "-x", "c", "-", "--emit=ir", "-o", "-");
        assertTrue(ir.lines().anyMatch(l -> l.startsWith("func @f") && l.contains("features \"sse3,ssse3,sse4.1,popcnt,crc32,sse4.2,xsave,avx,avx2\"")), ir);
        assertTrue(ir.lines().anyMatch(l -> l.startsWith("func @g") && l.contains("features \"popcnt,bmi\"")), ir);
        assertFalse(ir.lines().anyMatch(l -> l.startsWith("func @h") && l.contains("features")), ir);
        assertTrue(run(1, "__attribute__((target(\"avx9\"))) int f(int x) { return x; }", "-x", "c", "-", "-S", "-o", "-")
                .contains("attribute 'target' argument 'avx9' is unknown"));
    }

    /** The macros that differ after the pragmas, with their signs. */
    private static String changes(String pragmas, String... options) {
        List<String> args = new ArrayList<>(List.of("-dM", "-E", "-x", "c", "-"));
        args.addAll(List.of(options));
        TreeSet<String> before = new TreeSet<>(run(0, "", args.toArray(new String[0])).lines().toList());
        TreeSet<String> after = new TreeSet<>(run(0, pragmas.replace(";", "\n"), args.toArray(new String[0])).lines().toList());
        StringBuilder sb = new StringBuilder();
        for (String s : before) if (!after.contains(s)) sb.append(" -").append(s.substring(8));
        for (String s : after) if (!before.contains(s)) sb.append(" +").append(s.substring(8));
        return sb.toString().replace("__ 1", "").replace(" -__", " -").replace(" +__", " +").strip();
    }

    /** As gcc 12 does it where it compiles, and gcc 13 where it preprocesses, too. */
    @Test
    void pragmasChangeMacros() {
        String avx2 = "+AVX2 +AVX +CRC32 +POPCNT +SSE3 +SSE4_1 +SSE4_2 +SSSE3 +XSAVE";
        String fast = "+ASSOCIATIVE_MATH +FAST_MATH +FINITE_MATH_ONLY +NO_MATH_ERRNO +NO_SIGNED_ZEROS +NO_TRAPPING_MATH";
        assertEquals(avx2, changes("#pragma GCC target(\"avx2\")"));
        assertEquals(avx2, changes("_Pragma(\"GCC target(\\\"avx2\\\")\")"));
        assertEquals(avx2 + " +BMI", changes("#pragma GCC target(\"bmi\",\"avx2\")").replace(" +BMI", "") + " +BMI");
        assertEquals("+BMI", changes("#pragma GCC target \"bmi\""));
        assertEquals("", changes("#pragma GCC push_options;#pragma GCC target(\"avx2\");#pragma GCC optimize(\"O3\",\"fast-math\");#pragma GCC pop_options"));
        assertEquals("", changes("#pragma GCC target(\"avx2\");#pragma GCC optimize(\"O3\",\"fast-math\");#pragma GCC reset_options"));
        assertEquals(avx2, changes("#pragma GCC target(\"avx2\");#pragma GCC push_options;#pragma GCC reset_options;#pragma GCC pop_options"));
        assertEquals("-AVX2", changes("#pragma GCC target(\"no-avx2\")", "-march=haswell"));
        // What the program does to a macro holds until the pragma changes it.
        assertEquals("+BMI -OPTIMIZE", changes("#pragma GCC target(\"avx2\");#undef __AVX2__;#pragma GCC target(\"bmi\");#undef __OPTIMIZE__;#pragma GCC optimize(\"O3\");"
                + "#pragma GCC target(\"no-sse3,no-popcnt,no-crc32,no-xsave\")", "-O2").replaceAll("^(-OPTIMIZE) (\\+BMI)$", "$2 $1"));
        // Another processor, with nothing of the one before; what is tuned for stays.
        String nehalem = changes("#pragma GCC target(\"avx2\");#pragma GCC target(\"arch=nehalem\")");
        assertTrue(nehalem.contains("+SSE4_2") && nehalem.contains("-k8") && !nehalem.contains("AVX") && !nehalem.contains("tune"), nehalem);
        assertEquals("+OPTIMIZE", changes("#pragma GCC optimize(2)").replaceAll(" .*", ""));
        assertEquals("+OPTIMIZE_SIZE", changes("#pragma GCC optimize(\"Os\")", "-O2"));
        assertEquals("-OPTIMIZE", changes("#pragma GCC optimize(\"O0\")", "-O2"));
        assertEquals(fast, changes("#pragma GCC optimize(\"-ffast-math\")").replace("-FINITE_MATH_ONLY__ 0 ", "").replace(" +RECIPROCAL_MATH", ""));
        assertEquals("+RECIPROCAL_MATH", changes("#pragma GCC optimize(\"reciprocal-math\")"));
        assertEquals("", changes("#pragma GCC optimize(\"fast-math\");#pragma GCC optimize(\"O2\")", "-O1"));
        assertEquals("", changes("#pragma GCC optimize(\"O2\")", "-O1", "-ffast-math"));
        assertEquals("-FAST_MATH -NO_MATH_ERRNO", changes("#pragma GCC optimize(\"math-errno\")", "-Ofast"));
        assertTrue(changes("#pragma GCC optimize(\"O2\")", "-Ofast").contains("-FAST_MATH"));
    }

    @Test
    void onlySubsetsAreInlined() {
        String source = """
            __attribute__((target("popcnt"))) static inline int f(int x) { return x + 1; }
            __attribute__((target("popcnt,bmi"))) int more(int x) { return f(x); }
            int less(int x) { return f(x); }
            """;
        String s = run(0, source, "-x", "c", "-", "-O2", "-S", "-o", "-");
        assertEquals(1, s.lines().filter(l -> l.contains("call\tf") || l.contains("jmp\tf")).count(), s);
        String always = source.replace("static inline", "__attribute__((always_inline)) static inline");
        assertTrue(run(1, always, "-x", "c", "-", "-O2", "-S", "-o", "-").contains("inlining failed in call to 'always_inline' 'f': target specific option mismatch"));
    }
}
