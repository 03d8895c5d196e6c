package org.jcc.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jcc.codegen.CodegenOptions;
import org.jcc.frontend.check.CheckOptions;
import org.jcc.frontend.lower.Lowering;
import org.jcc.frontend.pp.PpOptions;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Test;

/** The option table tells the truth: what it calls done is read by some stage, what gcc has is known by name. */
class OptionTableTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static String sources(String... modules) throws Exception {
        StringBuilder sb = new StringBuilder();
        for (String m : modules) {
            try (Stream<Path> s = Files.walk(ROOT.resolve(m).resolve("src/main/java"))) {
                for (Path p : s.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
                    String name = p.getFileName().toString();
                    if (m.equals("driver") && (name.equals("CommandLine.java") || name.equals("Command.java"))) continue;
                    sb.append(Files.readString(p)).append('\n');
                }
            }
        }
        return sb.toString();
    }

    /** {@code x.name} that is not assigned to. */
    private static boolean isRead(String text, String name) {
        Matcher m = Pattern.compile("\\.\\s*" + name + "\\b(?!\\s*=[^=])").matcher(text);
        return m.find();
    }

    @Test
    void everyFieldOfTheCommandIsRead() throws Exception {
        String driver = sources("driver");
        List<String> unread = new ArrayList<>();
        for (Field f : Command.class.getDeclaredFields()) {
            // A field behind a method of Command's own.
            String by = switch (f.getName()) {
                case "optimizeFor" -> "optimizingForSize";
                case "machineOptions" -> "features";
                case "contract" -> "contracts";
                default -> f.getName();
            };
            if (!isRead(driver, by)) unread.add(f.getName());
        }
        assertEquals(List.of(), unread, "set by an option, read by no stage");
    }

    @Test
    void everySettingOfAStageIsRead() throws Exception {
        List<String> unread = new ArrayList<>();
        record Settings(Class<?> of, String... modules) {}
        for (Settings s : List.of(new Settings(PpOptions.class, "cc-frontend"), new Settings(Lowering.Options.class, "cc-frontend"),
                new Settings(CheckOptions.class, "cc-frontend"), new Settings(CodegenOptions.class, "codegen", "target-x86_64", "target-riscv64"))) {
            String text = sources(s.modules);
            String uses = text.replaceAll("(?m)^    +public [\\w.<>, ]+( = .*)?;$", "");
            for (Field f : s.of.getDeclaredFields()) {
                if (java.lang.reflect.Modifier.isStatic(f.getModifiers())) continue;
                // Some are read by the class itself.
                boolean own = Pattern.compile("[(! ]" + f.getName() + "(?=[ );.&|])(?!\\s*=[^=])").matcher(uses).find();
                if (!isRead(text, f.getName()) && !own) unread.add(s.of.getSimpleName() + "." + f.getName());
            }
        }
        assertEquals(List.of(), unread);
    }

    /** Every row that is done has an arm that gives it a meaning. */
    @Test
    void everyRowHasAMeaning() {
        for (OptionTable.Row r : OptionTable.rows()) {
            if (r.status() != OptionTable.Status.DONE) continue;
            String value = OptionTable.VALUES.containsKey(r.name()) ? OptionTable.VALUES.get(r.name()).same().iterator().next() : "1";
            Diagnostics d = new Diagnostics(new SourceManager());
            List<String> args = r.form() == OptionTable.Form.SEPARATE ? List.of(r.name(), value) : r.value() == null ? List.of(r.name()) : List.of(r.name() + value);
            CommandLine.parse(args, d);
            assertFalse(d.render(false).contains("internal"), r.name());
        }
    }

    @Test
    void acceptedAndRefusedDoNotOverlap() {
        for (String name : OptionTable.acceptedNames()) {
            assertEquals(null, OptionTable.refusedWithout(name), name);
        }
    }

    /** What {@code gcc --help} lists for C is accepted, has a meaning or is refused by name. */
    @Test
    void everyOptionOfGccIsKnown() throws Exception {
        TreeSet<String> unknown = new TreeSet<>();
        for (String kind : new String[] {"common", "target", "optimizers", "warnings", "c"}) {
            Process p = new ProcessBuilder("gcc", "--help=" + kind).redirectErrorStream(true).start();
            String text = new String(p.getInputStream().readAllBytes());
            p.waitFor();
            Matcher m = Pattern.compile("(?m)^  (-[^\\s,]+)").matcher(text);
            while (m.find()) {
                String name = m.group(1).replaceAll("\\[?=?<.*|\\[.*", "");
                String shown = m.group(1);
                if (name.length() < 3 || name.startsWith("--help") || name.startsWith("--version")) continue;
                if (shown.startsWith(name + "=")) name += "=";
                name = OptionTable.canonical(name);
                if (OptionTable.find(name) == null && OptionTable.refusedWithout(name) == null && !OptionTable.acceptedWithoutEffect(name)
                        && OptionTable.refusedWithout(name + "x") == null) {
                    unknown.add(name);
                }
            }
        }
        assertEquals(new TreeSet<>(), unknown);
    }

    private static String run(int status, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream p = new PrintStream(out);
        assertEquals(status, Driver.run(List.of(args), new ByteArrayInputStream("int x;\n".getBytes()), p, p), String.join(" ", args) + "\n" + out);
        return out.toString();
    }

    @Test
    void refusesWhatChangesTheMeaning() {
        for (String option : new String[] {"-mlong-double-64", "-fcall-used-rbx", "-mabi=ms", "-mfpmath=387", "-mno-sse", "-fpcc-struct-return", "-masm=intel", "-fplan9-extensions",
            "-mpreferred-stack-boundary=3", "-fzero-call-used-regs=used", "-fexec-charset=latin1", "-fprofile-dir=x"}) {
            assertTrue(run(1, "-fsyntax-only", "-x", "c", "-", option).contains("option '" + option + "' is refused"), option);
        }
        for (String option : new String[] {"-mno-ms-bitfields", "-fno-strict-volatile-bitfields", "-mabi=sysv", "-mfpmath=sse", "-march=haswell", "-mtune=native", "-mno-avx",
            "-mpreferred-stack-boundary=4", "-fno-non-call-exceptions", "-msse2", "-fno-plan9-extensions", "-fpack-struct=2", "-fexec-charset=UTF-8"}) {
            run(0, "-fsyntax-only", "-x", "c", "-", option);
        }
        for (String option : new String[] {"-march=nothing", "-mabi=x", "-ffp-contract=maybe", "-fno-such", "-falign-functions=x", "-falign-loops=131072", "-falign-jumps=-1", "-falign-labels=70000", "-ftrivial-auto-var-init=some"}) {
            run(1, "-fsyntax-only", "-x", "c", "-", option);
        }
    }

    @Test
    void alignments() {
        String loop = "int g(int); int f(int n) { int s = 0; for (int i = 0; i < n; i++) s += g(i); return s; }\n";
        assertEquals(".balign 16; .balign 16,,10; ", alignments(loop));
        assertEquals(".balign 1; .balign 16,,10; ", alignments(loop, "-fno-align-functions"));
        assertEquals(".balign 32,,23; .balign 1; .balign 16,,10; ", alignments(loop, "-falign-functions=24"));
        assertEquals(".balign 16; ", alignments(loop, "-fno-align-loops"));
        assertEquals(".balign 16; .balign 32; ", alignments(loop, "-falign-loops=32"));
        assertEquals(".balign 16; .balign 32,,7; ", alignments(loop, "-falign-loops=32:8"));
        assertEquals(".balign 1; ", alignments(loop, "-Os", "-falign-functions=32", "-falign-loops=32"));
        // Two blocks that nothing falls into, and one where two ways meet.
        String ways = "int g(int); int f(int a, int b) { if (a) b = g(b) + 2; else b = g(a) * 5; if (b == 7) return g(3) + 1; return b; }\n";
        assertEquals(".balign 16; ", alignments(ways));
        assertEquals(".balign 16; .balign 16,,10; .balign 16,,10; ", alignments(ways, "-falign-jumps"));
        assertEquals(".balign 16; ", alignments(ways, "-falign-jumps", "-fno-align-jumps"));
        assertEquals(".balign 16; .balign 32,,8; .balign 32,,8; ", alignments(ways, "-falign-jumps=32:9"));
        assertEquals(".balign 16; .balign 8; .balign 8; .balign 8; ", alignments(ways, "-falign-labels=8"));
        assertEquals(".balign 16; .balign 8; .balign 16,,10; .balign 16,,10; ", alignments(ways, "-falign-labels=8", "-falign-jumps"));
        assertEquals(".balign 16; ", alignments(ways, "-falign-labels"));
        assertEquals(".balign 1; ", alignments(ways, "-Os", "-falign-labels=8", "-falign-jumps"));
    }

    /** The directives of a function's code at -O2. */
    private static String alignments(String code, String... options) {
        List<String> args = new java.util.ArrayList<>(List.of("-O2"));
        args.addAll(List.of(options));
        args.addAll(List.of("-S", "-o", "-", "-x", "c", "-"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream p = new PrintStream(out);
        assertEquals(0, Driver.run(args, new ByteArrayInputStream(code.getBytes()), p, p), out.toString());
        StringBuilder sb = new StringBuilder();
        for (String line : out.toString().lines().toList()) if (line.contains(".balign")) sb.append(line.strip().replaceAll("\\s+", " ")).append("; ");
        return sb.toString();
    }
}
