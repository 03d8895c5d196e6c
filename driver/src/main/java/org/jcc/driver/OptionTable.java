package org.jcc.driver;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one table of options: name, form, what jcc makes of it, and the help text. {@link CommandLine} parses with it,
 * {@code --help} and the man page print it.
 *
 * <p>Options of gcc's that choose optimisations or warnings which jcc does not have are accepted without effect; their
 * names stand in the resource {@code accepted.options}, one a line, {@code -fno-}/{@code -Wno-} forms implied.
 */
final class OptionTable {
    /** How the argument is attached. EQUALS is JOINED with the {@code =} in the name. */
    enum Form { FLAG, SEPARATE, JOINED, JOINED_OR_SEPARATE, EQUALS }

    /** DONE: has its meaning. ACCEPTED: without effect, {@code help} says why. REFUSED: an error, {@code help} says why. */
    enum Status { DONE, ACCEPTED, REFUSED }

    /** {@code negatable}: {@code -fno-x}, {@code -mno-x} too, given to the parser with the value "no". */
    record Row(String name, Form form, Status status, boolean negatable, String value, String help) {}

    private static final List<Row> ROWS = new ArrayList<>();
    private static final Map<String, Row> EXACT = new HashMap<>();
    private static final List<Row> PREFIXES = new ArrayList<>();

    private OptionTable() {}

    private static void row(Form form, String name, String value, String help) {
        add(new Row(name, form, Status.DONE, false, value, help));
    }

    private static void flag(String name, String help) {
        add(new Row(name, Form.FLAG, Status.DONE, false, null, help));
    }

    /** {@code -fname} and {@code -fno-name}. */
    private static void toggle(String name, String help) {
        add(new Row(name, Form.FLAG, Status.DONE, true, null, help));
    }

    private static void accepted(Form form, String name, String why) {
        add(new Row(name, form, Status.ACCEPTED, form == Form.FLAG && name.matches("-[fm].*"), form == Form.FLAG ? null : "arg", why));
    }

    private static void refused(Form form, String name, String why) {
        add(new Row(name, form, Status.REFUSED, false, form == Form.FLAG ? null : "arg", why));
    }

    private static void add(Row r) {
        ROWS.add(r);
        if (r.form == Form.JOINED || r.form == Form.EQUALS || r.form == Form.JOINED_OR_SEPARATE) PREFIXES.add(r);
        if (r.form != Form.JOINED && r.form != Form.EQUALS) EXACT.put(r.name, r);
        if (r.form == Form.EQUALS && r.name.startsWith("--")) EXACT.putIfAbsent(r.name.substring(0, r.name.length() - 1), new Row(r.name, Form.SEPARATE, r.status, false, r.value, r.help));
        if (r.negatable) EXACT.put(negated(r.name), r);
    }

    static String negated(String name) {
        return name.substring(0, 2) + "no-" + name.substring(2);
    }

    static {
        // ---- what to make ----
        flag("-c", "Compile and assemble, but do not link");
        flag("-S", "Compile only: write assembly text");
        flag("-E", "Preprocess only: write to the standard output");
        row(Form.JOINED_OR_SEPARATE, "-o", "file", "Write the output to this file");
        row(Form.JOINED_OR_SEPARATE, "-x", "language", "Language of the following inputs: c, cpp-output, assembler, assembler-with-cpp, c-header, none");
        flag("-fsyntax-only", "Check the code for errors, make nothing");
        flag("-pipe", "Accepted: stages never use temporary text");
        flag("-save-temps", "Keep .i and .s files");
        row(Form.EQUALS, "-save-temps=", "where", "Keep .i and .s files: cwd or obj");
        flag("-v", "Show the stages and their settings");
        flag("-###", "As -v, but run nothing");
        flag("--version", "Print the version");
        flag("-dumpversion", "Print the gcc version that jcc is compatible with");
        flag("-dumpfullversion", "Print the full gcc version that jcc is compatible with");
        flag("-dumpmachine", "Print the target triplet");
        flag("-dumpspecs", "Print the (empty) specs");
        flag("-print-search-dirs", "Print the directories that are searched");
        flag("-print-libgcc-file-name", "Print the path of the runtime library");
        row(Form.EQUALS, "-print-file-name=", "lib", "Print the path of a library or start file");
        row(Form.EQUALS, "-print-prog-name=", "prog", "Print the path of a tool");
        flag("-print-multiarch", "Print the multiarch name");
        flag("-print-multi-directory", "Print the multilib directory");
        flag("-print-multi-os-directory", "Print the multilib OS directory");
        flag("-print-multi-lib", "Print the multilib list");
        flag("-print-sysroot", "Print the sysroot");
        flag("--help", "Print this help");
        row(Form.EQUALS, "--help=", "class", "Print the options of a class");
        flag("--target-help", "Print this help");
        // ---- preprocessor ----
        row(Form.JOINED_OR_SEPARATE, "-D", "macro[=value]", "Define a macro");
        row(Form.JOINED_OR_SEPARATE, "-U", "macro", "Undefine a macro");
        row(Form.JOINED_OR_SEPARATE, "-A", "question=answer", "Assert an answer to a question");
        row(Form.JOINED_OR_SEPARATE, "-I", "dir", "Search this directory for headers");
        row(Form.JOINED_OR_SEPARATE, "-iquote", "dir", "Search this directory for \"\" headers");
        row(Form.JOINED_OR_SEPARATE, "-isystem", "dir", "Search this directory as a system directory");
        row(Form.JOINED_OR_SEPARATE, "-idirafter", "dir", "Search this directory last");
        row(Form.JOINED_OR_SEPARATE, "-include", "file", "Include a file first");
        row(Form.JOINED_OR_SEPARATE, "-imacros", "file", "Take the macros of a file first");
        row(Form.JOINED_OR_SEPARATE, "-iprefix", "prefix", "Prefix for -iwithprefix");
        row(Form.JOINED_OR_SEPARATE, "-iwithprefix", "dir", "Search prefix+dir last");
        row(Form.JOINED_OR_SEPARATE, "-iwithprefixbefore", "dir", "Search prefix+dir for headers");
        row(Form.JOINED_OR_SEPARATE, "-isysroot", "dir", "Root of the header directories");
        row(Form.EQUALS, "--sysroot=", "dir", "Root of headers and libraries");
        flag("-nostdinc", "Do not search the standard directories for headers");
        flag("-undef", "No predefined macros of the system");
        flag("-P", "No line markers in -E output");
        flag("-C", "Keep comments in -E output");
        flag("-CC", "Keep comments, in macro expansions too");
        flag("-dM", "With -E: print the macros");
        flag("-dD", "With -E: keep #define and #undef");
        flag("-dN", "As -dD, names only");
        flag("-dI", "With -E: keep #include");
        flag("-dU", "As -dD, for macros that are used");
        flag("-H", "Print the name of each header");
        flag("-M", "Print a make rule of the dependencies");
        flag("-MM", "As -M, without system headers");
        flag("-MD", "Write a dependency file beside the output");
        flag("-MMD", "As -MD, without system headers");
        flag("-MG", "Missing headers are generated files");
        flag("-MP", "Add a phony target for each header");
        row(Form.JOINED_OR_SEPARATE, "-MF", "file", "Write dependencies to this file");
        row(Form.JOINED_OR_SEPARATE, "-MT", "target", "Name the rule's target");
        row(Form.JOINED_OR_SEPARATE, "-MQ", "target", "Name the rule's target, quoted for make");
        row(Form.JOINED, "-Wp,", "options", "Options for the preprocessor");
        row(Form.SEPARATE, "-Xpreprocessor", "option", "Option for the preprocessor");
        flag("-trigraphs", "Replace trigraphs");
        flag("-traditional", "Refused");
        flag("-remap", "Accepted");
        toggle("-fpreprocessed", "The input is preprocessed");
        accepted(Form.FLAG, "-fdirectives-only", "full preprocessing has the same result");
        accepted(Form.FLAG, "-fextended-identifiers", "always on");
        toggle("-fdollars-in-identifiers", "$ in identifiers");
        accepted(Form.EQUALS, "-finput-charset=", "input is UTF-8");
        accepted(Form.EQUALS, "-fexec-charset=", "execution characters are UTF-8");
        accepted(Form.EQUALS, "-fwide-exec-charset=", "wide characters are UTF-32");
        row(Form.EQUALS, "-ffile-prefix-map=", "old=new", "Map file names in output");
        row(Form.EQUALS, "-fmacro-prefix-map=", "old=new", "Map file names in __FILE__");
        row(Form.EQUALS, "-fdebug-prefix-map=", "old=new", "Map file names in debug information");
        row(Form.EQUALS, "-fmax-include-depth=", "n", "Depth of nested #include");
        // ---- language ----
        row(Form.EQUALS, "-std=", "standard", "Language standard: c89, c99, c11, c17, c2x, gnu89 … gnu17 (default), gnu2x");
        row(Form.EQUALS, "--std=", "standard", "As -std=");
        flag("-ansi", "As -std=c90");
        flag("-pedantic", "Warn about what ISO C forbids");
        flag("--pedantic", "As -pedantic");
        flag("-pedantic-errors", "Refuse what ISO C forbids");
        toggle("-ffreestanding", "No hosted C library is assumed");
        toggle("-fhosted", "A hosted C library is assumed");
        toggle("-fbuiltin", "C library functions are known");
        row(Form.JOINED, "-fno-builtin-", "function", "That library function is not known");
        toggle("-fsigned-char", "char is signed");
        toggle("-funsigned-char", "char is unsigned");
        toggle("-fsigned-bitfields", "Plain bit-fields are signed");
        toggle("-funsigned-bitfields", "Plain bit-fields are unsigned");
        toggle("-fshort-enums", "Enumerations are as small as their values");
        toggle("-fshort-wchar", "wchar_t is unsigned short");
        toggle("-fgnu89-inline", "inline as in gnu89");
        toggle("-fasm", "asm and typeof are keywords");
        toggle("-fcommon", "Tentative definitions are common");
        toggle("-fms-extensions", "Unnamed members of tagged type");
        toggle("-fplan9-extensions", "Unnamed members of tagged type");
        toggle("-fpermissive", "Accepted");
        toggle("-fpack-struct", "All structures are packed");
        row(Form.EQUALS, "-fpack-struct=", "n", "Greatest alignment of members");
        accepted(Form.FLAG, "-flax-vector-conversions", "always on");
        accepted(Form.FLAG, "-fcond-mismatch", "gcc's own extension without users");
        refused(Form.FLAG, "-fopenmp", "OpenMP is not supported");
        refused(Form.FLAG, "-fopenacc", "OpenACC is not supported");
        accepted(Form.FLAG, "-fopenmp-simd", "the loops stay correct without it");
        // ---- code ----
        row(Form.JOINED, "-O", "level", "Optimise: 0, 1, 2, 3, s, z, g, fast");
        row(Form.JOINED, "-g", "level", "Debug information");
        toggle("-fPIC", "Position-independent code");
        toggle("-fpic", "Position-independent code");
        toggle("-fPIE", "Position-independent code for an executable");
        toggle("-fpie", "Position-independent code for an executable");
        toggle("-fplt", "Calls through the PLT");
        toggle("-fsemantic-interposition", "Global symbols may be interposed");
        row(Form.EQUALS, "-fvisibility=", "how", "Default visibility: default, hidden, protected, internal");
        row(Form.JOINED, "-ffixed-", "register", "Code leaves this register alone");
        row(Form.EQUALS, "-ftls-model=", "model", "Model of thread-local access");
        toggle("-ffunction-sections", "A section for each function");
        toggle("-fdata-sections", "A section for each variable");
        toggle("-fomit-frame-pointer", "No frame pointer where it is not needed");
        toggle("-fasynchronous-unwind-tables", "Unwind tables for every instruction");
        toggle("-funwind-tables", "Unwind tables");
        toggle("-fexceptions", "Unwind tables, cleanups when unwinding");
        toggle("-fnon-call-exceptions", "Accepted");
        toggle("-fident", "A .comment section");
        toggle("-fstrict-aliasing", "Types tell accesses apart");
        toggle("-fwrapv", "Signed overflow wraps");
        toggle("-finstrument-functions", "Functions report their entry and exit to __cyg_profile_func_enter and _exit");
        toggle("-fwrapv-pointer", "Pointer overflow wraps");
        toggle("-fstrict-overflow", "Signed overflow is undefined");
        toggle("-ftrapv", "Signed overflow traps");
        toggle("-fdelete-null-pointer-checks", "Accesses show that a pointer is not null");
        toggle("-fmath-errno", "Math functions set errno");
        toggle("-ffast-math", "Fast, imprecise floating point");
        toggle("-fzero-initialized-in-bss", "Zeroed variables in .bss");
        toggle("-fjump-tables", "Tables for switch");
        toggle("-fverbose-asm", "Comments in -S output");
        toggle("-fstack-usage", "Write stack use beside the output");
        toggle("-fleading-underscore", "Underscore before symbols");
        row(Form.EQUALS, "--target=", "target", "Compile for this architecture: x86_64, riscv64");
        row(Form.EQUALS, "-mcmodel=", "model", "Code model: small, medium, large, kernel");
        row(Form.EQUALS, "-march=", "cpu", "Instructions that may be used");
        row(Form.EQUALS, "-mtune=", "cpu", "Accepted: code is tuned for current processors");
        row(Form.EQUALS, "-mcpu=", "cpu", "As -mtune=");
        flag("-m64", "64-bit code");
        refused(Form.FLAG, "-m32", "32-bit x86 code is not supported");
        refused(Form.FLAG, "-m16", "16-bit x86 code is not supported");
        refused(Form.FLAG, "-mx32", "the x32 ABI is not supported");
        toggle("-mred-zone", "Use the red zone");
        toggle("-mms-bitfields", "Microsoft's layout of bit-fields");
        row(Form.EQUALS, "-masm=", "dialect", "Dialect of assembly text: att");
        accepted(Form.EQUALS, "-mfpmath=", "floating point is SSE, as is gcc's default");
        accepted(Form.EQUALS, "-mabi=", "the psABI's is used");
        accepted(Form.EQUALS, "-mbranch-cost=", "costs are the target's");
        accepted(Form.EQUALS, "-mpreferred-stack-boundary=", "16 bytes, the psABI's, are always kept");
        accepted(Form.EQUALS, "-mstack-protector-guard=", "no stack protector is emitted");
        accepted(Form.EQUALS, "-mindirect-branch=", "no thunks are emitted");
        accepted(Form.EQUALS, "-mfunction-return=", "no thunks are emitted");
        accepted(Form.EQUALS, "-fcf-protection=", "no control-flow marks are emitted");
        accepted(Form.FLAG, "-fcf-protection", "no control-flow marks are emitted");
        row(Form.EQUALS, "-ffp-contract=", "how", "Contraction of a*b+c: off, on, fast");
        row(Form.EQUALS, "-fexcess-precision=", "how", "Accepted: there is none");
        accepted(Form.EQUALS, "-fstack-protector", "no guard is emitted");
        refused(Form.EQUALS, "-fsanitize=", "sanitizers are not supported");
        accepted(Form.EQUALS, "-fno-sanitize=", "there are none");
        accepted(Form.EQUALS, "-fno-sanitize-recover=", "there are none");
        refused(Form.FLAG, "-pg", "profiling is not supported");
        refused(Form.FLAG, "-p", "profiling is not supported");
        refused(Form.FLAG, "--coverage", "coverage is not supported");
        refused(Form.FLAG, "-fprofile-arcs", "profiling is not supported");
        refused(Form.FLAG, "-ftest-coverage", "coverage is not supported");
        refused(Form.EQUALS, "-fprofile-generate", "profiling is not supported");
        refused(Form.EQUALS, "-fprofile-use", "profiling is not supported");
        refused(Form.FLAG, "-fsplit-stack", "split stacks are not supported");
        refused(Form.EQUALS, "-fplugin=", "gcc's plugins are not supported");
        accepted(Form.EQUALS, "-flto", "objects are always complete");
        accepted(Form.FLAG, "-ffat-lto-objects", "objects are always complete");
        accepted(Form.FLAG, "-fuse-linker-plugin", "jcc links itself");
        accepted(Form.EQUALS, "-fuse-ld=", "jcc links itself");
        accepted(Form.JOINED_OR_SEPARATE, "-B", "jcc has no sub-programs to be found");
        accepted(Form.EQUALS, "-specs=", "there are no specs");
        accepted(Form.EQUALS, "--param=", "gcc's parameters have no meaning here");
        accepted(Form.EQUALS, "-frandom-seed=", "output depends on the input alone");
        accepted(Form.FLAG, "-no-canonical-prefixes", "paths are not resolved");
        accepted(Form.FLAG, "-no-integrated-cpp", "preprocessing is integrated");
        accepted(Form.FLAG, "-integrated-as", "the assembler is integrated");
        row(Form.JOINED, "-fopt-info", "-options=file", "Report what the passes did: optimized, missed, note, all; ipa, loop, inline, vec");
        accepted(Form.EQUALS, "-fdump-", "use --dump=");
        flag("-ftime-report", "As --time-passes");
        accepted(Form.FLAG, "-fmem-report", "use --time-passes");
        accepted(Form.EQUALS, "-aux-info", "no prototypes are written");
        // ---- diagnostics ----
        flag("-w", "No warnings");
        row(Form.JOINED, "-W", "warning", "Enable, or disable with no-, a warning; -Werror makes warnings errors");
        row(Form.EQUALS, "-fmax-errors=", "n", "Stop after n errors");
        row(Form.EQUALS, "-fdiagnostics-color=", "when", "Colours: always, never, auto");
        toggle("-fdiagnostics-color", "Colours in diagnostics");
        accepted(Form.EQUALS, "-fdiagnostics-", "diagnostics are as gcc's default");
        accepted(Form.EQUALS, "-fmessage-length=", "lines are not wrapped");
        // ---- assembler ----
        row(Form.JOINED, "-Wa,", "options", "Options for the assembler");
        row(Form.SEPARATE, "-Xassembler", "option", "Option for the assembler");
        // ---- linker ----
        row(Form.JOINED_OR_SEPARATE, "-l", "library", "Link with this library");
        row(Form.JOINED_OR_SEPARATE, "-L", "dir", "Search this directory for libraries");
        row(Form.JOINED, "-Wl,", "options", "Options for the linker");
        row(Form.SEPARATE, "-Xlinker", "option", "Option for the linker");
        flag("-static", "Link statically");
        flag("--static", "As -static");
        flag("-shared", "Make a shared library");
        flag("--shared", "As -shared");
        flag("-pie", "Make a position-independent executable (default)");
        flag("-static-pie", "Make a static position-independent executable");
        flag("-no-pie", "Make an executable at a fixed address");
        flag("-nopie", "As -no-pie");
        flag("-pthread", "Support threads");
        flag("-pthreads", "As -pthread");
        flag("-rdynamic", "Export all symbols of the executable");
        flag("-s", "Strip symbols");
        flag("-r", "Make a relocatable object");
        flag("-nostdlib", "No start files, no standard libraries");
        flag("-nostartfiles", "No start files");
        flag("-nodefaultlibs", "No standard libraries");
        flag("-nolibc", "No C library");
        flag("-symbolic", "Bind a shared library's symbols to itself");
        row(Form.JOINED_OR_SEPARATE, "-T", "script", "Use a linker script");
        row(Form.JOINED_OR_SEPARATE, "-u", "symbol", "Pretend the symbol is undefined");
        row(Form.JOINED_OR_SEPARATE, "-z", "keyword", "Keyword for the linker");
        row(Form.JOINED_OR_SEPARATE, "-e", "symbol", "Entry point");
        accepted(Form.FLAG, "-static-libgcc", "the runtime is always linked statically");
        accepted(Form.FLAG, "-shared-libgcc", "the runtime is always linked statically");
        accepted(Form.FLAG, "-static-libstdc++", "there is no C++");
        // ---- for developers of jcc ----
        row(Form.EQUALS, "--emit=", "what", "Write one stage's result: tokens, ast, ir, mir, asm, obj");
        flag("--interpret", "Run main in the IR interpreter, after the passes before ABI lowering; nothing is linked");
        row(Form.EQUALS, "--passes=", "list", "Run these passes on IR text");
        row(Form.EQUALS, "--dump=", "pass[:function]", "Print the IR after a pass");
        row(Form.EQUALS, "--html=", "function", "Write function.html beside the output: the function across all passes, with its graph drawn");
        row(Form.EQUALS, "--dump-all=", "dir", "Write the IR after every pass");
        row(Form.EQUALS, "--disable=", "pass", "Leave out an optional pass");
        row(Form.EQUALS, "--stop-after=", "pass", "Stop after a pass and print the IR");
        row(Form.EQUALS, "--opt-bisect=", "n", "Run optional passes only n times");
        flag("--print-passes", "Print the pass table");
        flag("--time-passes", "Print where time went");
        flag("--verify", "Check IR and register allocation after every pass");
        flag("--check-locations", "Report instructions that a pass leaves without a source location");
        PREFIXES.sort((a, b) -> b.name.length() - a.name.length());
    }

    static List<Row> rows() {
        return ROWS;
    }

    /** The row that an argument (which begins with '-') belongs to, or null. */
    static Row find(String arg) {
        Row r = EXACT.get(arg);
        if (r != null) return r;
        for (Row p : PREFIXES) if (arg.startsWith(p.name)) return p;
        return null;
    }

    /** True for gcc's optimisation, debug-dump and machine flags that mean nothing here. */
    static boolean acceptedWithoutEffect(String arg) {
        int eq = arg.indexOf('=');
        String name = eq < 0 ? arg : arg.substring(0, eq + 1);
        Set<String> names = Accepted.NAMES;
        if (names.contains(name)) return true;
        if (name.startsWith("-fno-") || name.startsWith("-mno-")) return names.contains(name.substring(0, 2) + name.substring(5));
        return false;
    }

    /** True for the name of a warning that gcc has, without {@code -W} and {@code no-}. */
    static boolean knownWarning(String name) {
        return Accepted.NAMES.contains("-W" + name);
    }

    /** Read on first need only. */
    private static final class Accepted {
        static final Set<String> NAMES = new HashSet<>();

        static {
            try (BufferedReader in = new BufferedReader(new InputStreamReader(
                    OptionTable.class.getResourceAsStream("accepted.options"), StandardCharsets.UTF_8))) {
                for (String line; (line = in.readLine()) != null; ) if (line.startsWith("-")) NAMES.add(line.strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
