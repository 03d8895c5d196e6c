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
 * names stand in the resource {@code accepted.options}, one a line, {@code -fno-}/{@code -Wno-} forms implied. Options of
 * gcc's that change meaning or ABI in a way that jcc does not have stand in {@code refused.options}, with the reason.
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
    /** The opposites of what is refused: what jcc does. */
    private static final Set<String> NOT_REFUSED = new HashSet<>();
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
        if (form == Form.FLAG && name.matches("-[fm].*")) NOT_REFUSED.add(negated(name));
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
        accepted(Form.FLAG, "-pipe", "stages never use temporary text");
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
        refused(Form.FLAG, "-traditional", "only ISO C preprocessing is supported");
        refused(Form.FLAG, "-traditional-cpp", "only ISO C preprocessing is supported");
        accepted(Form.FLAG, "-remap", "for file systems with short names");
        toggle("-fpreprocessed", "The input is preprocessed");
        accepted(Form.FLAG, "-fdirectives-only", "full preprocessing has the same result");
        accepted(Form.FLAG, "-fextended-identifiers", "always on");
        toggle("-fdollars-in-identifiers", "$ in identifiers (default)");
        row(Form.EQUALS, "-finput-charset=", "UTF-8", "Character set of the input: UTF-8");
        row(Form.EQUALS, "-fexec-charset=", "UTF-8", "Execution character set: UTF-8");
        row(Form.EQUALS, "-fwide-exec-charset=", "UTF-32LE", "Wide execution character set: UTF-32LE");
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
        refused(Form.FLAG, "-fplan9-extensions", "only -fms-extensions is supported");
        accepted(Form.FLAG, "-fpermissive", "it is for C++");
        row(Form.EQUALS, "-ftrivial-auto-var-init=", "how", "Uninitialised automatic variables: uninitialized, pattern, zero");
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
        toggle("-fsemantic-interposition", "Another definition may take a global symbol's place");
        row(Form.EQUALS, "-fvisibility=", "how", "Default visibility: default, hidden, protected, internal");
        row(Form.EQUALS, "-fsso-struct=", "order", "Order of scalars in structures: big-endian, little-endian, native");
        row(Form.JOINED, "-ffixed-", "register", "Code leaves this register alone");
        row(Form.EQUALS, "-ftls-model=", "model", "Model of thread-local access");
        toggle("-ffunction-sections", "A section for each function");
        toggle("-fdata-sections", "A section for each variable");
        toggle("-fomit-frame-pointer", "No frame pointer where it is not needed");
        toggle("-fipa-ra", "Calls of local functions keep the registers that these do not change");
        toggle("-falign-functions", "Functions begin at multiples of the target's number of bytes");
        row(Form.EQUALS, "-falign-functions=", "n[:m]", "Functions begin at multiples of n bytes, if fewer than m are skipped for that");
        toggle("-falign-loops", "Hot loops begin at multiples of 16 bytes where few are lost (default at -O2)");
        row(Form.EQUALS, "-falign-loops=", "n[:m]", "Hot loops begin at multiples of n bytes, if fewer than m are skipped for that");
        toggle("-falign-jumps", "What is jumped to and never fallen into begins at multiples of 16 bytes where few are lost");
        row(Form.EQUALS, "-falign-jumps=", "n[:m]", "The same at multiples of n bytes, if fewer than m are skipped for that");
        toggle("-falign-labels", "What is jumped to begins at multiples of the machine's number of bytes, which is one");
        row(Form.EQUALS, "-falign-labels=", "n[:m]", "What is jumped to begins at multiples of n bytes, if fewer than m are skipped for that");
        toggle("-fhoist-adjacent-loads", "Load both of two neighbouring members that a branch chooses from (default at -O2)");
        toggle("-fschedule-insns2", "Order instructions so that they wait less for others (default at -O2 for processors that do not do so: riscv64)");
        toggle("-freorder-functions", "Cold functions, hot ones and those that run once in sections of their own (-O2, -Os)");
        toggle("-freorder-blocks-and-partition", "Blocks that next to never run in another section than their function (-O2; for x86_64)");
        toggle("-foptimize-sibling-calls", "Calls before returns become jumps");
        toggle("-funroll-loops", "Several rounds of a loop between two tests: small loops at -O2, with this those of up to 200 instructions");
        toggle("-funroll-all-loops", "As -funroll-loops");
        toggle("-fpeel-loops", "Loops of few rounds are unrolled completely with -O3's limits");
        toggle("-funswitch-loops", "Two loops for one that tests a condition that does not vary (-O3)");
        toggle("-ftree-vectorize", "As -ftree-loop-vectorize -ftree-slp-vectorize");
        toggle("-ftree-loop-vectorize", "Several rounds of a loop at once in vectors (-O2)");
        toggle("-ftree-slp-vectorize", "What neighbouring stores store at once in vectors (-O2)");
        toggle("-fasynchronous-unwind-tables", "Unwind tables for every instruction");
        toggle("-funwind-tables", "Unwind tables");
        toggle("-fnon-call-exceptions", "Exceptions may come from any instruction: functions with cleanups are refused");
        flag("-mpc32", "The x87 unit rounds to 24 bits");
        flag("-mpc64", "The x87 unit rounds to 53 bits");
        flag("-mpc80", "The x87 unit rounds to 64 bits (default)");
        toggle("-fexceptions", "Unwind tables, cleanups when unwinding");
        toggle("-fident", "A .comment section");
        toggle("-fstrict-aliasing", "Types tell accesses apart");
        toggle("-fwrapv", "Signed overflow wraps");
        toggle("-finstrument-functions", "Functions report their entry and exit to __cyg_profile_func_enter and _exit");
        toggle("-fwrapv-pointer", "Pointer overflow wraps");
        toggle("-fstrict-overflow", "Signed overflow is undefined");
        toggle("-ftrapv", "Signed overflow traps");
        accepted(Form.FLAG, "-fdelete-null-pointer-checks", "no check is deleted because of an access");
        toggle("-fmath-errno", "Math functions set errno");
        toggle("-ffast-math", "Fast, imprecise floating point");
        toggle("-funsafe-math-optimizations", "As -fassociative-math -freciprocal-math -fno-signed-zeros -fno-trapping-math");
        toggle("-ffinite-math-only", "No infinities, no NaNs");
        toggle("-fsigned-zeros", "The sign of zero matters");
        toggle("-fassociative-math", "Floating-point operations are associative");
        toggle("-freciprocal-math", "x/y may become x*(1/y)");
        toggle("-ftrapping-math", "Floating-point operations may trap");
        toggle("-frounding-math", "The rounding mode may differ from the default");
        toggle("-fsignaling-nans", "Signaling NaNs raise exceptions");
        toggle("-fzero-initialized-in-bss", "Zeroed variables in .bss");
        toggle("-fjump-tables", "Tables for switch");
        accepted(Form.FLAG, "-fverbose-asm", "-S output has no comments");
        toggle("-fstack-usage", "Write the stack use of each function beside the output");
        toggle("-fleading-underscore", "Underscore before symbols");
        row(Form.EQUALS, "--target=", "target", "Compile for this architecture: x86_64, riscv64");
        row(Form.EQUALS, "-mcmodel=", "model", "Code model: small, medium, large, kernel");
        row(Form.EQUALS, "-mlarge-data-threshold=", "bytes", "In the medium model, data of more bytes may lie anywhere");
        row(Form.EQUALS, "-march=", "cpu", "Instructions that may be used: those of x86-64, x86-64-v2, x86-64-v3, core2 to skylake, znver1 to 3, native; of others the baseline. Also -mavx2, -mno-avx2 …");
        row(Form.EQUALS, "-mtune=", "cpu", "Processor to tune for; code is tuned for current ones");
        row(Form.EQUALS, "-mcpu=", "cpu", "As -mtune=");
        accepted(Form.FLAG, "-m64", "code is 64-bit");
        refused(Form.FLAG, "-m32", "32-bit x86 code is not supported");
        refused(Form.FLAG, "-m16", "16-bit x86 code is not supported");
        refused(Form.FLAG, "-mx32", "the x32 ABI is not supported");
        toggle("-mred-zone", "Use the red zone");
        toggle("-mms-bitfields", "Microsoft's layout of bit-fields");
        row(Form.EQUALS, "-masm=", "dialect", "Dialect of assembly text: att");
        row(Form.EQUALS, "-mfpmath=", "unit", "Unit of floating point: sse");
        row(Form.EQUALS, "-mabi=", "abi", "Calling convention: sysv");
        row(Form.EQUALS, "-maddress-mode=", "mode", "Address size: long");
        row(Form.EQUALS, "-mpreferred-stack-boundary=", "n", "Alignment of the stack: 4, for 16 bytes");
        row(Form.EQUALS, "-mincoming-stack-boundary=", "n", "Alignment of the stack at entry: 4, for 16 bytes");
        accepted(Form.EQUALS, "-mbranch-cost=", "costs are the target's");
        row(Form.EQUALS, "-mstack-protector-guard=", "where", "The stack protector's guard: tls, global");
        row(Form.EQUALS, "-mstack-protector-guard-reg=", "register", "What tls guards are counted from");
        row(Form.EQUALS, "-mstack-protector-guard-offset=", "n", "Offset of the guard");
        row(Form.EQUALS, "-mstack-protector-guard-symbol=", "name", "Symbol of the guard");
        row(Form.EQUALS, "-mindirect-branch=", "how", "Indirect branches: keep");
        row(Form.EQUALS, "-mfunction-return=", "how", "Returns: keep");
        accepted(Form.EQUALS, "-fcf-protection=", "no control-flow marks are emitted");
        accepted(Form.FLAG, "-fcf-protection", "no control-flow marks are emitted");
        row(Form.EQUALS, "-ffp-contract=", "how", "Contraction of a*b+c: off, on (means off), fast (default in GNU modes)");
        row(Form.EQUALS, "-fexcess-precision=", "how", "Excess precision: standard, fast; there is none");
        row(Form.EQUALS, "-fpermitted-flt-eval-methods=", "how", "Values of FLT_EVAL_METHOD: c11, ts-18661-3; it is 0");
        toggle("-fstack-protector", "Protect functions with buffers of characters against overflow of the stack");
        toggle("-fstack-protector-strong", "Protect functions with arrays or locals whose address is taken");
        toggle("-fstack-protector-all", "Protect all functions");
        toggle("-fstack-protector-explicit", "Protect functions with the attribute stack_protect");
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
        row(Form.EQUALS, "--param=", "name=value", "ssp-buffer-size; others of gcc's parameters have no meaning here");
        accepted(Form.EQUALS, "-frandom-seed=", "output depends on the input alone");
        accepted(Form.FLAG, "-no-canonical-prefixes", "paths are not resolved");
        accepted(Form.FLAG, "-no-integrated-cpp", "preprocessing is integrated");
        accepted(Form.FLAG, "-integrated-as", "the assembler is integrated");
        row(Form.JOINED, "-fopt-info", "-options=file", "Report what the passes did: optimized, missed, note, all; ipa, loop, inline, vec");
        accepted(Form.EQUALS, "-fdump-", "use --dump=");
        accepted(Form.JOINED, "-fdisable-", "use --disable=");
        accepted(Form.JOINED, "-fenable-", "passes run by level");
        flag("-ftime-report", "As --time-passes");
        accepted(Form.FLAG, "-fmem-report", "use --time-passes");
        refused(Form.SEPARATE, "-aux-info", "no prototypes are written");
        refused(Form.EQUALS, "-aux-info=", "no prototypes are written");
        accepted(Form.FLAG, "-Q", "functions are not named as they are compiled");
        accepted(Form.FLAG, "-time", "use --time-passes");
        accepted(Form.FLAG, "-pass-exit-codes", "the exit status is 0 or 1");
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
        accepted(Form.FLAG, "-static-libgcc", "the runtime is always linked statically, but for the unwinder: the C library's is shared");
        accepted(Form.FLAG, "-shared-libgcc", "the unwinder of the C library is shared where there is one");
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
        flag("--chaos=spill", "Split and spill at random in register allocation");
        flag("--chaos=regs4", "Allocate only four registers of each class");
        flag("--chaos=parts", "Put every other block in the function's cold part");
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

    /** gcc's long names for short options. */
    private static final Map<String, String> ALIASES = new HashMap<>();

    static {
        String[] pairs = ("all-warnings -Wall ansi -ansi assemble -S assert -A comments -C comments-in-macros -CC compile -c debug -g define-macro -D dependencies -M "
                + "extra-warnings -Wextra imacros -imacros include -include include-barrier -I- include-directory -I include-directory-after -idirafter "
                + "include-prefix -iprefix include-with-prefix -iwithprefix include-with-prefix-after -iwithprefix include-with-prefix-before -iwithprefixbefore "
                + "language -x library-directory -L no-line-commands -P no-standard-includes -nostdinc no-standard-libraries -nostdlib no-warnings -w optimize -O "
                + "output -o pedantic-errors -pedantic-errors pie -pie pipe -pipe preprocess -E print-file-name -print-file-name= "
                + "print-libgcc-file-name -print-libgcc-file-name print-missing-file-dependencies -MG print-multi-directory -print-multi-directory "
                + "print-multi-lib -print-multi-lib print-prog-name -print-prog-name= print-search-dirs -print-search-dirs profile -p save-temps -save-temps dumpbase -dumpbase dumpbase-ext -dumpbase-ext dumpdir -dumpdir "
                + "symbolic -symbolic trace-includes -H traditional-cpp -traditional-cpp trigraphs -trigraphs undefine-macro -U user-dependencies -MM verbose -v "
                + "write-dependencies -MD write-user-dependencies -MMD entry -e force-link -u for-assembler -Xassembler for-linker -Xlinker").split(" ");
        for (int i = 0; i < pairs.length; i += 2) ALIASES.put("--" + pairs[i], pairs[i + 1]);
    }

    /** The short form of a long option, its value after {@code =} joined; other arguments as they are. */
    static String canonical(String arg) {
        if (!arg.startsWith("--")) return arg;
        int eq = arg.indexOf('=');
        String name = ALIASES.get(eq < 0 ? arg : arg.substring(0, eq));
        return name == null ? arg : eq < 0 ? name.endsWith("=") ? name.substring(0, name.length() - 1) : name : name + arg.substring(eq + 1);
    }

    /**
     * The values of an option of which jcc has one meaning.
     *
     * @param same  those that mean what jcc does
     * @param other those that gcc has besides
     * @param why   these are refused
     */
    record Values(Set<String> same, Set<String> other, String why) {}

    /** gcc 12's processors; all run the baseline instructions. */
    private static final Set<String> PROCESSORS = Set.of(("nocona core2 nehalem corei7 westmere sandybridge corei7-avx ivybridge core-avx-i haswell core-avx2 "
            + "broadwell skylake skylake-avx512 cannonlake icelake-client rocketlake icelake-server cascadelake tigerlake cooperlake sapphirerapids alderlake bonnell "
            + "atom silvermont slm goldmont goldmont-plus tremont knl knm intel x86-64 x86-64-v2 x86-64-v3 x86-64-v4 eden-x2 nano nano-1000 nano-2000 nano-3000 nano-x2 "
            + "eden-x4 nano-x4 k8 k8-sse3 opteron opteron-sse3 athlon64 athlon64-sse3 athlon-fx amdfam10 barcelona bdver1 bdver2 bdver3 bdver4 znver1 znver2 znver3 "
            + "btver1 btver2 generic native rv64g rv64gc rv64imafdc rocket sifive-7-series").split(" "));

    static final Map<String, Values> VALUES = Map.ofEntries(
            Map.entry("-masm=", new Values(Set.of("att"), Set.of("intel"), "assembly text is AT&T's")),
            Map.entry("-mfpmath=", new Values(Set.of("sse"), Set.of("387", "sse,387", "both", "sse+387", "387,sse", "387+sse"), "floating point is SSE")),
            Map.entry("-mabi=", new Values(Set.of("sysv", "lp64d"), Set.of("ms", "lp64", "lp64f", "ilp32"), "the psABI's convention is used")),
            Map.entry("-maddress-mode=", new Values(Set.of("long"), Set.of("short"), "addresses have 64 bits")),
            Map.entry("-mpreferred-stack-boundary=", new Values(Set.of("4"), Set.of("3", "5", "6", "7", "8", "9", "10", "11", "12"), "the psABI's 16 bytes are kept")),
            Map.entry("-mincoming-stack-boundary=", new Values(Set.of("4", "5", "6", "7", "8", "9", "10", "11", "12"), Set.of("3"), "the psABI's 16 bytes are relied on")),
            Map.entry("-mindirect-branch=", new Values(Set.of("keep"), Set.of("thunk", "thunk-inline", "thunk-extern"), "no thunks are emitted")),
            Map.entry("-mfunction-return=", new Values(Set.of("keep"), Set.of("thunk", "thunk-inline", "thunk-extern"), "no thunks are emitted")),
            Map.entry("-ffp-contract=", new Values(Set.of("off", "on", "fast"), Set.of(), "")),
            Map.entry("-fexcess-precision=", new Values(Set.of("standard", "fast"), Set.of("16"), "_Float16 has its own precision")),
            Map.entry("-fpermitted-flt-eval-methods=", new Values(Set.of("c11", "ts-18661-3"), Set.of(), "")),
            Map.entry("-march=", new Values(PROCESSORS, Set.of(), "")),
            Map.entry("-mtune=", new Values(PROCESSORS, Set.of(), "")),
            Map.entry("-mcpu=", new Values(PROCESSORS, Set.of(), "")));

    /** Why an option is refused that changes meaning or ABI in a way jcc does not have; null if it is not one of those. */
    static String refusedWithout(String arg) {
        String why = Refused.NAMES.get(arg);
        if (why != null) return why;
        for (Map.Entry<String, String> e : Refused.NAMES.entrySet()) {
            char last = e.getKey().charAt(e.getKey().length() - 1);
            if ((last == '=' || last == '-') && arg.startsWith(e.getKey())) return e.getValue();
        }
        return null;
    }

    /** True for gcc's optimisation, debug-dump and machine flags that mean nothing here. */
    static boolean acceptedWithoutEffect(String arg) {
        int eq = arg.indexOf('=');
        String name = eq < 0 ? arg : arg.substring(0, eq + 1);
        Set<String> names = Accepted.NAMES;
        if (names.contains(name) || NOT_REFUSED.contains(name)) return true;
        // The opposite of what is refused is what jcc does.
        if ((name.startsWith("-fno-") || name.startsWith("-mno-")) && Refused.NAMES.containsKey(name.substring(0, 2) + name.substring(5))) return true;
        if (name.startsWith("-fno-") || name.startsWith("-mno-")) return names.contains(name.substring(0, 2) + name.substring(5));
        return false;
    }

    static Set<String> acceptedNames() {
        return Accepted.NAMES;
    }

    /** True for the name of a warning that gcc has, without {@code -W} and {@code no-}. */
    static boolean knownWarning(String name) {
        return Accepted.NAMES.contains("-W" + name);
    }

    private static List<String> lines(String resource) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(OptionTable.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return in.lines().filter(l -> l.startsWith("-")).map(String::strip).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Read on first need only. */
    private static final class Refused {
        static final Map<String, String> NAMES = new java.util.TreeMap<>();

        static {
            for (String line : lines("refused.options")) {
                int space = line.indexOf(' ');
                NAMES.put(line.substring(0, space), line.substring(space + 1));
            }
        }
    }

    /** Read on first need only. */
    private static final class Accepted {
        static final Set<String> NAMES = new HashSet<>(lines("accepted.options"));
    }
}
