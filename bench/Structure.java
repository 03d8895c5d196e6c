import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What noise cannot touch: instructions executed by each kernel (callgrind, from main's entry to its end, the C library's part
 * included), by the Lua interpreter's main loop per instruction of its machine, bytes of .text of sqlite3.o and lvm.o, and the
 * frame of sqlite3VdbeExec. {@code bench/structure.tsv} stores jcc's figures; {@code --check} fails where one has grown by more
 * than {@link #TOLERANCE}, {@code --store} writes them anew.
 */
final class Structure {
    private static final double TOLERANCE = 1.02;
    private static final Path STORED = Path.of("bench", "structure.tsv");
    private static final Path DISPATCH = Path.of("bench", "lua", "floats.lua");
    private static final String DISPATCH_SCALE = "0.01";
    private static final Pattern REFS = Pattern.compile("I +refs: +([0-9,]+)");
    private static final Pattern FRAME = Pattern.compile("sub +\\$0x([0-9a-f]+),%rsp");
    private static final Pattern TEXT = Pattern.compile("(?m)^\\.text\\S*\\s+([0-9]+)");

    /** One figure; {@code gcc} is 0 where not measured. */
    private record Figure(long jcc, long gcc) {}

    private final Bench.Request request;
    private final Map<String, Figure> figures = new LinkedHashMap<>();
    private final List<String> failed = new ArrayList<>();

    private Structure(Bench.Request request) {
        this.request = request;
    }

    static boolean run(Bench.Request q) throws Exception {
        Structure s = new Structure(q);
        for (Subjects.Kernel k : Subjects.KERNELS) {
            if (q.wants(k.name())) s.kernel(k);
        }
        if (!q.small()) {
            for (String level : new String[] {"-O2", "-Os"}) s.sizes(level);
            s.dispatch();
        }
        return s.report();
    }

    private interface Measure {
        long of(String compiler) throws Exception;
    }

    private void figure(String name, Measure m) throws Exception {
        try {
            figures.put(name, new Figure(m.of("jcc"), request.check() ? 0 : m.of("gcc")));
        } catch (RuntimeException e) {
            failed.add(name);
            System.out.println(name + ": " + e.getMessage());
        }
    }

    private void kernel(Subjects.Kernel k) throws Exception {
        figure("instructions " + k.name(), compiler -> {
            Path exe = Subjects.program(compiler, k.name(), "-O2", List.of(k.source()));
            return Long.parseLong(callgrind("--toggle-collect=main", "/dev/null", exe, k.small().split(" ")));
        });
    }

    private void sizes(String level) throws Exception {
        Path sqlite = Subjects.sqlite().resolve("sqlite3.c");
        Path[] built = new Path[2];
        figure("text sqlite3.o " + level, compiler -> {
            Path o = Subjects.object(compiler, level, sqlite, Subjects.SQLITE);
            built[compiler.equals("jcc") ? 0 : 1] = o;
            return text(o);
        });
        figure("text lvm.o " + level, compiler -> text(Subjects.object(compiler, level, Subjects.lua().resolve("lvm.c"), Subjects.LUA)));
        if (level.equals("-O2")) figure("frame sqlite3VdbeExec", compiler -> frame(built[compiler.equals("jcc") ? 0 : 1], "sqlite3VdbeExec"));
    }

    private static long text(Path object) throws Exception {
        long sum = 0;
        Matcher m = TEXT.matcher(Processes.run("size", "-A", object.toString()));
        while (m.find()) sum += Long.parseLong(m.group(1));
        return sum;
    }

    /** The largest subtraction from the stack pointer: locals and spill slots without the saved registers. */
    private static long frame(Path object, String function) throws Exception {
        long most = 0;
        Matcher m = FRAME.matcher(Processes.run("objdump", "-d", "--no-show-raw-insn", "--disassemble=" + function, object.toString()));
        while (m.find()) most = Math.max(most, Long.parseLong(m.group(1), 16));
        return most;
    }

    /** Instructions of luaV_execute itself per thousand instructions of Lua's machine, counted by a hook in gcc's or jcc's Lua alike. */
    private void dispatch() throws Exception {
        figure("luaV_execute per 1000", compiler -> {
            Path lua = Subjects.program(compiler, "lua", "-O2", Subjects.luaSources(), Subjects.LUA);
            Path profile = Subjects.TARGET.resolve("callgrind.out");
            callgrind("--dump-instr=no", profile.toString(), lua, DISPATCH.toString(), DISPATCH_SCALE);
            String hook = "local n = 0 arg = {'" + DISPATCH_SCALE + "'} debug.sethook(function() n = n + 1 end, '', 1) dofile('" + DISPATCH + "') debug.sethook() print(n)";
            String[] lines = Processes.run(lua.toString(), "-e", hook).trim().split("\n");
            long own = 0;
            for (String line : Processes.run("callgrind_annotate", "--threshold=100", profile.toString()).split("\n")) {
                if (line.contains(":luaV_execute")) own += Long.parseLong(line.trim().split("[ (]")[0].replace(",", ""));
            }
            return own * 1000 / Long.parseLong(lines[lines.length - 1].trim());
        });
    }

    private static String callgrind(String option, String profile, Path program, String... args) throws Exception {
        Path log = Files.createTempFile("bench", ".callgrind");
        List<String> c = new ArrayList<>(List.of("valgrind", "--tool=callgrind", option, "--callgrind-out-file=" + profile, "--log-file=" + log, program.toString()));
        c.addAll(List.of(args));
        Processes.run(c.toArray(String[]::new));
        Matcher m = REFS.matcher(Files.readString(log));
        if (!m.find()) throw new IllegalStateException("callgrind said: " + Files.readString(log));
        Files.delete(log);
        return m.group(1).replace(",", "");
    }

    private boolean report() throws Exception {
        Map<String, Long> stored = stored();
        boolean good = failed.isEmpty();
        double logs = 0;
        int kernels = 0;
        System.out.printf("%-28s %13s %13s %6s %13s %6s%n", "-O2 unless said", "gcc", "jcc", "ratio", "stored", "ratio");
        for (Map.Entry<String, Figure> e : figures.entrySet()) {
            Figure f = e.getValue();
            long old = stored.getOrDefault(e.getKey(), 0L);
            boolean grown = old > 0 && f.jcc > old * TOLERANCE;
            if (request.check()) good &= !grown;
            System.out.printf("%-28s %13d %13d %6.2f %13d %6.3f%s%n", e.getKey(), f.gcc, f.jcc, ratio(f.jcc, f.gcc), old, ratio(f.jcc, old), grown ? "   GROWN" : "");
            if (e.getKey().startsWith("instructions") && f.gcc > 0) {
                logs += Math.log(ratio(f.jcc, f.gcc));
                kernels++;
            }
        }
        if (kernels > 0) System.out.printf("geomean of the kernels' instructions %.3f%n", Math.exp(logs / kernels));
        if (request.store() && good) store(stored);
        return good;
    }

    private static double ratio(long a, long b) {
        return b == 0 ? 0 : (double) a / b;
    }

    private static Map<String, Long> stored() throws Exception {
        Map<String, Long> m = new LinkedHashMap<>();
        if (!Files.exists(STORED)) return m;
        for (String line : Files.readAllLines(STORED)) {
            String[] f = line.split("\t");
            if (!line.startsWith("figure")) m.put(f[0], Long.parseLong(f[1]));
        }
        return m;
    }

    /** Figures that this run did not measure are kept. */
    private void store(Map<String, Long> stored) throws Exception {
        figures.forEach((name, f) -> stored.put(name, f.jcc));
        StringBuilder s = new StringBuilder("figure\tjcc\n");
        stored.forEach((name, v) -> s.append(name).append('\t').append(v).append('\n'));
        Files.writeString(STORED, s);
    }
}
