import java.util.ArrayList;
import java.util.List;

/**
 * The measuring program, see {@code bench/run}: one sub-command per question, each a table of ratios against gcc. Compilers
 * take turns within one run, so that what else the machine does meets both; figures are medians of CPU time.
 */
public final class Bench {
    /** What the command line asks for. */
    record Request(String level, int runs, boolean store, boolean check, boolean small, List<String> names) {
        boolean wants(String name) {
            return names.isEmpty() || names.contains(name);
        }
    }

    public static void main(String[] args) throws Exception {
        String command = args.length == 0 ? "" : args[0];
        Request request = request(args);
        boolean good = switch (command) {
            case "compile" -> CompileCost.run(request);
            case "kernels" -> CodeSpeed.kernels(request);
            case "lua" -> CodeSpeed.lua(request);
            case "sqlite" -> CodeSpeed.sqlite(request);
            case "structure" -> Structure.run(request);
            default -> {
                System.err.println("usage: bench/run compile|kernels|lua|sqlite|structure [-O0|-O1|-O2|-O3|-Os] [-n RUNS] [--store] [--check] [--small] [NAME...]");
                yield false;
            }
        };
        System.exit(good ? 0 : 1);
    }

    private static Request request(String[] args) {
        String level = "-O2";
        int runs = 5;
        boolean store = false;
        boolean check = false;
        boolean small = false;
        List<String> names = new ArrayList<>();
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "-n" -> runs = Integer.parseInt(args[++i]);
                case "--store" -> store = true;
                case "--check" -> check = true;
                case "--small" -> small = true;
                default -> {
                    if (args[i].startsWith("-")) level = args[i];
                    else names.add(args[i]);
                }
            }
        }
        return new Request(level, runs, store, check, small, names);
    }
}
