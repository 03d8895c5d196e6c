import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The cost of compiling: CPU seconds and peak memory against gcc, in a fresh process and warm in one JVM; and how it grows with the size of a function. */
final class CompileCost {
    /**
     * Before the warm ones are measured is compiled until HotSpot has compiled what is hot: {@link #SETTLED} times in a row without getting faster by more
     * than {@link #FASTER}, but no more than {@link #WARM_UP} times, and none after {@link #WARM_UP_SECONDS}.
     */
    private static final int WARM_UP = 60, SETTLED = 5;
    private static final double FASTER = 0.97, WARM_UP_SECONDS = 30;
    private static final int[] SIZES = {1_000, 10_000, 100_000};

    private CompileCost() {}

    static boolean run(Bench.Request q) throws Exception {
        Path out = Files.createDirectories(Subjects.TARGET.resolve("compile"));
        String sqlite = Subjects.sqlite().resolve("sqlite3.c").toString();
        String object = out.resolve("x.o").toString();
        System.out.printf("%-28s %9s %9s %6s %9s %6s %8s %8s%n", "", "gcc s", "fresh s", "ratio", "warm s", "ratio", "gcc MB", "jcc MB");
        row(q, "sqlite3.c -fsyntax-only", out, List.of("-fsyntax-only", "-w", sqlite));
        for (String level : List.of("-O0", q.level())) row(q, "sqlite3.c " + level, out, List.of(level, "-w", "-c", sqlite, "-o", object));
        List<String> lua = new ArrayList<>(List.of(q.level(), "-c"));
        lua.addAll(List.of(Subjects.LUA));
        for (Path s : Subjects.luaSources()) lua.add(s.toString());
        row(q, "Lua, one process " + q.level(), out, lua);
        bySize(q, out);
        return true;
    }

    private static void row(Bench.Request q, String name, Path dir, List<String> options) throws Exception {
        boolean here = options.contains("-o") || options.contains("-fsyntax-only");
        double[] gcc = new double[q.runs()];
        double[] fresh = new double[q.runs()];
        double[] warm = new double[q.runs()];
        double gccMemory = 0;
        double jccMemory = 0;
        boolean settled = !here || warmUp(options);
        for (int i = 0; i < q.runs(); i++) {
            Processes.Cost g = process(List.of("gcc"), options, dir);
            Processes.Cost j = process(Subjects.fresh(), options, dir);
            gcc[i] = g.seconds();
            fresh[i] = j.seconds();
            gccMemory = Math.max(gccMemory, g.peakMegabytes());
            jccMemory = Math.max(jccMemory, j.peakMegabytes());
            if (here) warm[i] = Subjects.warm(options);
        }
        double g = Processes.median(gcc);
        System.out.printf("%-28s %9.3f %9.3f %6.2f %9s %6s %8.0f %8.0f%s%n", name, g, Processes.median(fresh), Processes.median(fresh) / g,
                here ? String.format("%.3f", Processes.median(warm)) : "", here ? String.format("%.2f", Processes.median(warm) / g) : "", gccMemory, jccMemory,
                settled ? "" : "   still warming up");
    }

    /** False if the times had not settled when it had taken long enough. */
    private static boolean warmUp(List<String> options) throws Exception {
        double best = Double.MAX_VALUE;
        double spent = 0;
        int still = 0;
        for (int i = 0; i < WARM_UP && spent < WARM_UP_SECONDS && still < SETTLED; i++) {
            double t = Subjects.warm(options);
            spent += t;
            still = t < best * FASTER ? 0 : still + 1;
            best = Math.min(best, t);
        }
        return still >= SETTLED;
    }

    private static Processes.Cost process(List<String> compiler, List<String> options, Path dir) throws Exception {
        List<String> c = new ArrayList<>(compiler);
        c.addAll(options);
        Processes.Cost cost = Processes.measure(c, dir, true);
        if (cost.status() != 0) throw new IllegalStateException("failed: " + c);
        return cost;
    }

    /** One function of about {@code SIZES} IR instructions: the last column stays level if the cost is linear. */
    private static void bySize(Bench.Request q, Path dir) throws Exception {
        System.out.printf("%none function, warm %s%n%-12s %9s %9s %15s%n", q.level(), "statements", "gcc s", "jcc s", "jcc us/statement");
        for (int size : SIZES) {
            int statements = size / 5;
            Path c = dir.resolve("generated.c");
            Files.writeString(c, function(statements));
            List<String> options = List.of(q.level(), "-w", "-c", c.toString(), "-o", dir.resolve("generated.o").toString());
            double gcc = process(List.of("gcc"), options, dir).seconds();
            boolean settled = warmUp(options);
            double[] warm = new double[q.runs()];
            for (int i = 0; i < warm.length; i++) warm[i] = Subjects.warm(options);
            double jcc = Processes.median(warm);
            System.out.printf("%-12d %9.3f %9.3f %15.1f%s%n", statements, gcc, jcc, jcc * 1e6 / statements, settled ? "" : "   still warming up");
        }
    }

    /** Arithmetic, memory, branches, short loops and calls in turn over sixteen variables, in an order that a linear generator chooses. */
    private static String function(int statements) {
        StringBuilder s = new StringBuilder("extern int g(int, int);\nint f(int *p, int n) {\n    int v[16];\n");
        for (int i = 0; i < 16; i++) s.append("    int x").append(i).append(" = p[").append(i).append("];\n");
        long seed = 1;
        for (int i = 0; i < statements; i++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            int a = (int) (seed >>> 60);
            int b = (int) (seed >>> 56 & 15);
            int c = (int) (seed >>> 52 & 15);
            s.append(switch ((int) (seed >>> 47 & 31) % 10) {
                case 0, 1, 2 -> String.format("    x%d += x%d * %d ^ x%d;\n", a, b, i % 1000, c);
                case 3 -> String.format("    x%d = x%d - (x%d >> %d);\n", a, b, c, i & 15);
                case 4 -> String.format("    p[%d] = x%d + x%d;\n", i % 500, b, c);
                case 5 -> String.format("    x%d ^= p[x%d & 255];\n", a, b);
                case 6 -> String.format("    if (x%d > x%d) x%d++; else x%d -= %d;\n", a, b, c, a, i & 63);
                case 7 -> String.format("    if (x%d == %d) x%d = g(x%d, x%d);\n", a, i & 255, b, c, a);
                case 8 -> String.format("    for (int i = 0; i < (x%d & 7); i++) x%d += p[i];\n", a, b);
                default -> String.format("    x%d = x%d < x%d ? x%d : %d;\n", a, b, c, a, i & 127);
            });
        }
        s.append("    return x0");
        for (int i = 1; i < 16; i++) s.append(" ^ x").append(i);
        return s.append(";\n}\n").toString().replace("    int v[16];\n", "");
    }
}
