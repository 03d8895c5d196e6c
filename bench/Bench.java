import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The measuring program, see {@code bench/run}: one sub-command per question, each a table of ratios against gcc. Compilers
 * take turns within one run, so that what else the machine does meets both; figures are medians of CPU time. A command line that is not
 * understood is refused, and the status is 1 if anything failed.
 */
public final class Bench {
    private static final String USAGE = """
            usage: bench/run COMMAND [OPTION...] [NAME...]
              compile [LEVEL] [-n RUNS]             cost of compiling: sqlite3.c, Lua, a function by size
              kernels [LEVEL] [-n RUNS] [NAME...]   speed of the code of bench/kernels/NAME.c
              lua [LEVEL] [-n RUNS] [NAME...]       speed of Lua on bench/lua/NAME.lua
              sqlite [LEVEL] [-n RUNS]              speed of SQLite's speedtest1
              structure [--store] [--check] [--small] [NAME...]
                                                    executed instructions of kernels, sizes of code, frames; see bench/structure.tsv
            LEVEL: -O0 -O1 -O2 (default) -O3 -Os -Oz -Og -Ofast; RUNS: 5
            """;
    private static final Set<String> LEVELS = Set.of("-O0", "-O", "-O1", "-O2", "-O3", "-Os", "-Oz", "-Og", "-Ofast");
    /** Options of the structure figures, which have their own levels. */
    private static final Set<String> STRUCTURE = Set.of("--store", "--check", "--small");

    /** What the command line asks for. */
    record Request(String level, int runs, boolean store, boolean check, boolean small, List<String> names) {
        boolean wants(String name) {
            return names.isEmpty() || names.contains(name);
        }
    }

    /** A command line that asks for nothing that there is. */
    private static final class Misuse extends Exception {
        Misuse(String message) {
            super(message);
        }
    }

    private interface Command {
        boolean run(Request q) throws Exception;
    }

    public static void main(String[] args) {
        boolean good = false;
        try {
            if (List.of(args).contains("--help") || List.of(args).contains("-h")) {
                System.out.print(USAGE);
                good = true;
            } else {
                good = run(args);
            }
        } catch (Misuse e) {
            System.err.println("bench: " + e.getMessage() + "\n" + USAGE);
        } catch (Exception e) {
            System.err.println("bench: " + (e.getMessage() == null ? e : e.getMessage()));
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean run(String[] args) throws Exception {
        String name = args.length == 0 ? "" : args[0];
        Command command = switch (name) {
            case "compile" -> CompileCost::run;
            case "kernels" -> CodeSpeed::kernels;
            case "lua" -> CodeSpeed::lua;
            case "sqlite" -> CodeSpeed::sqlite;
            case "structure" -> Structure::run;
            default -> throw new Misuse(name.isEmpty() ? "no command" : "no command '" + name + "'");
        };
        List<String> names = switch (name) {
            case "kernels", "structure" -> Subjects.KERNELS.stream().map(Subjects.Kernel::name).toList();
            case "lua" -> Subjects.LUA_SCRIPTS;
            default -> List.of();
        };
        return command.run(request(name, args, names));
    }

    private static Request request(String command, String[] args, List<String> known) throws Misuse {
        boolean structure = command.equals("structure");
        String level = "-O2";
        int runs = 5;
        List<String> flags = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            String a = args[i];
            if (known.contains(a)) names.add(a);
            else if (structure && STRUCTURE.contains(a)) flags.add(a);
            else if (!structure && LEVELS.contains(a)) level = a;
            else if (!structure && a.equals("-n")) runs = runs(i + 1 < args.length ? args[++i] : "");
            else throw new Misuse(command + (a.startsWith("-") ? " has no option '" : known.isEmpty() ? " takes no name: '" : " has nothing of the name '") + a + "'");
        }
        return new Request(level, runs, flags.contains("--store"), flags.contains("--check"), flags.contains("--small"), names);
    }

    private static int runs(String text) throws Misuse {
        try {
            int n = Integer.parseInt(text);
            if (n > 0) return n;
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Misuse("-n wants a number of runs above zero, not '" + text + "'");
    }
}
