import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Speed of compiled code: jcc's program against gcc's, run in turn. */
final class CodeSpeed {
    /** A command line after the program, under its name in the table. */
    private record Task(String name, Path gcc, Path jcc, List<String> args) {}

    /** Seconds below which a time is none. */
    private static final double CLOCK = 0.001;

    private CodeSpeed() {}

    static boolean kernels(Bench.Request q) throws Exception {
        List<Task> tasks = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (Subjects.Kernel k : Subjects.KERNELS) {
            if (!q.wants(k.name())) continue;
            try {
                Path jcc = Subjects.program("jcc", k.name(), q.level(), List.of(k.source()));
                tasks.add(new Task(k.name(), Subjects.program("gcc", k.name(), q.level(), List.of(k.source())), jcc, List.of()));
            } catch (RuntimeException e) {
                System.out.println(e.getMessage());
                failed.add(k.name());
            }
        }
        return table("kernels", q, tasks) && failed.isEmpty();
    }

    static boolean lua(Bench.Request q) throws Exception {
        Path gcc = Subjects.program("gcc", "lua", q.level(), Subjects.luaSources(), Subjects.LUA);
        Path jcc = Subjects.program("jcc", "lua", q.level(), Subjects.luaSources(), Subjects.LUA);
        List<Task> tasks = new ArrayList<>();
        for (String s : Subjects.LUA_SCRIPTS) {
            if (q.wants(s)) tasks.add(new Task(s, gcc, jcc, List.of(Path.of("bench", "lua", s + ".lua").toString())));
        }
        return table("lua", q, tasks);
    }

    static boolean sqlite(Bench.Request q) throws Exception {
        Path src = Subjects.sqlite();
        List<Path> sources = List.of(src.resolve("sqlite3.c"), src.resolve("speedtest1.c"));
        Path gcc = Subjects.program("gcc", "speedtest1", q.level(), sources, Subjects.SQLITE);
        Path jcc = Subjects.program("jcc", "speedtest1", q.level(), sources, Subjects.SQLITE);
        return table("sqlite", q, List.of(new Task("speedtest1", gcc, jcc, List.of("--memdb", "--size", "60", "--verify"))));
    }

    private static boolean table(String title, Bench.Request q, List<Task> tasks) throws Exception {
        System.out.printf("%s %s, medians of %d%n%-12s %8s %8s %6s%n", title, q.level(), q.runs(), "", "gcc s", "jcc s", "ratio");
        boolean good = true;
        double logs = 0;
        int measured = 0;
        double worst = 0;
        String worstName = "";
        for (Task t : tasks) {
            double[] gcc = new double[q.runs()];
            double[] jcc = new double[q.runs()];
            String wrong = null;
            for (int i = 0; i < q.runs() && wrong == null; i++) {
                Processes.Cost g = cost(t.gcc, t.args);
                Processes.Cost j = cost(t.jcc, t.args);
                if (g.status() != 0) wrong = "gcc's program ends with status " + g.status();
                else if (j.status() != 0) wrong = "jcc's program ends with status " + j.status();
                else if (!comparable(g.output()).equals(comparable(j.output()))) wrong = "jcc's program does not print what gcc's does";
                gcc[i] = g.seconds();
                jcc[i] = j.seconds();
            }
            if (wrong != null) {
                System.out.printf("%-12s FAILED: %s%n", t.name, wrong);
                good = false;
                continue;
            }
            // What takes no measurable time has no ratio.
            double ratio = Processes.median(jcc) / Math.max(Processes.median(gcc), CLOCK);
            System.out.printf("%-12s %8.3f %8.3f %6.2f%n", t.name, Processes.median(gcc), Processes.median(jcc), ratio);
            logs += Math.log(Math.max(ratio, CLOCK));
            measured++;
            if (ratio > worst) {
                worst = ratio;
                worstName = t.name;
            }
        }
        if (measured > 0) System.out.printf("%-12s %8s %8s %6.2f   worst %.2f (%s)%n%n", "geomean", "", "", Math.exp(logs / measured), worst, worstName);
        return good;
    }

    private static Processes.Cost cost(Path program, List<String> args) throws Exception {
        List<String> c = new ArrayList<>(List.of(program.toString()));
        c.addAll(args);
        return Processes.measure(c, Path.of("."), false);
    }

    /** speedtest1 prints times after its dots; the rest of an output must agree. */
    private static String comparable(String output) {
        return output.replaceAll("\\.{3,}.*", "").replaceAll("TOTAL.*", "");
    }
}
