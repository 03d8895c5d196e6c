package org.jcc.driver;

import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The texts of {@code --version}, {@code --help} and the {@code -print-…} and {@code -dump…} options. */
final class Information {
    static final String VERSION = "0.1.0";

    private Information() {}

    static String text(String what, Home home, Command c) {
        int colon = what.indexOf(':');
        String arg = colon < 0 ? null : what.substring(colon + 1);
        return switch (colon < 0 ? what : what.substring(0, colon)) {
            case "version" -> "jcc (jcc " + VERSION + ") " + Driver.GCC_VERSION + "\nA C compiler in Java; takes gcc's command line.\n";
            case "dumpversion" -> "12\n";
            case "dumpfullversion" -> Driver.GCC_VERSION + "\n";
            case "dumpmachine", "multiarch" -> c.target.triplet() + "\n";
            case "dumpspecs", "multi-lib" -> what.equals("multi-lib") ? ".;\n" : "\n";
            case "multi-directory" -> ".\n";
            case "sysroot" -> c.sysroot.isEmpty() ? "" : c.sysroot + "\n";
            case "libgcc" -> home.library() + "\n";
            case "file" -> {
                if (arg.equals("libgcc.a")) yield home.library() + "\n";
                for (String d : c.libraryDirs) if (java.nio.file.Files.exists(Path.of(d, arg))) yield Path.of(d, arg) + "\n";
                Path p = home.file(arg);
                yield (p == null ? arg : p.toString()) + "\n";
            }
            case "prog" -> program(arg) + "\n";
            case "search-dirs" -> "install: " + home.runtime() + "/\nprograms: =" + home.runtime() + "/\nlibraries: =" + home.runtime() + "/:"
                    + String.join(":", home.libraryDirs()) + "\n";
            case "help" -> help();
            default -> throw new IllegalStateException(what);
        };
    }

    /** jcc's own tools stand beside its launcher; other names are answered as gcc answers what it does not find. */
    private static String program(String name) {
        String bin = System.getProperty("jcc.bin");
        if (bin == null || !java.util.Set.of("ar", "ranlib", "ld", "as").contains(name)) return name;
        return bin + "/jcc-" + name;
    }

    private static String help() {
        CommandSpec spec = CommandSpec.create().name("jcc");
        spec.usageMessage().description("Compiles C to Linux programs; takes gcc's command line.").width(110).sortOptions(false).customSynopsis("jcc [options] file...");
        spec.addPositional(picocli.CommandLine.Model.PositionalParamSpec.builder().paramLabel("file").arity("0..*").type(String[].class)
                .description("C, assembly, object and library files").build());
        for (OptionTable.Row r : OptionTable.rows()) {
            OptionSpec.Builder b = OptionSpec.builder(r.name());
            if (r.value() == null) b.arity("0").type(boolean.class);
            else b.arity("1").paramLabel(r.value()).type(String.class);
            String text = switch (r.status()) {
                case DONE -> r.help();
                case ACCEPTED -> "(accepted without effect: " + r.help() + ")";
                case REFUSED -> "(refused: " + r.help() + ")";
            };
            spec.addOption(b.description(text.replace("%", "%%")).build());
        }
        return new picocli.CommandLine(spec).getUsageMessage(Ansi.OFF) + "gcc's optimisation, debug-dump and warning options that have no meaning here are accepted too.\n";
    }
}
