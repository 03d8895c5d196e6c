package org.jcc.target.x86_64;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.support.TargetInfo;

/**
 * The instruction sets that x86-64 has beyond its baseline (SSE2), and the processors that have them: the one table behind {@code -march=},
 * {@code -mavx2}, {@code -mno-avx2}, {@code __attribute__((target("avx2")))}, the predefined macros and what selection may use.
 *
 * <p>A set of features is a {@code long} here and a comma-separated list of names in the table's order everywhere else ({@code Function.features},
 * the IR's text). A feature brings those that it needs and takes with it, when it is switched off, those that need it. What options say
 * explicitly holds against the processor's set, wherever {@code -march=} stands; names and macros are gcc 12's, and its order of decisions:
 * options from left to right, then the processor, then what goes along unless it was named ({@code -msse4.2} brings {@code popcnt}).
 *
 * <p>AVX-512 and later sets are not known: options for them are accepted and change nothing, processors that have them are given what is known.
 */
final class X86Features implements TargetInfo.Features {
    static final X86Features INSTANCE = new X86Features();

    private X86Features() {}

    /** A feature: what it needs, what it brings along if nothing is said of it, its macros. */
    private record Row(String name, long needs, long along, String[] macros) {}

    private static final List<Row> ROWS = new ArrayList<>();
    private static final Map<String, Long> BITS = new LinkedHashMap<>();

    private static long row(String name, String needs, String along, String macros) {
        long bit = 1L << ROWS.size();
        ROWS.add(new Row(name, closed(needs), named(along), macros.isEmpty() ? new String[0] : macros.split(" ")));
        BITS.put(name, bit);
        return bit;
    }

    private static long named(String names) {
        long s = 0;
        if (!names.isEmpty()) for (String n : names.split("[ ,]")) s |= BITS.get(n);
        return s;
    }

    /** With all that these need; rows come after what they need. */
    private static long closed(String names) {
        long s = named(names);
        for (int k = ROWS.size() - 1; k >= 0; k--) if ((s >>> k & 1) != 0) s |= ROWS.get(k).needs;
        return s;
    }

    static final long SSE3 = row("sse3", "", "", "__SSE3__"), SSSE3 = row("ssse3", "sse3", "", "__SSSE3__"), SSE41 = row("sse4.1", "ssse3", "", "__SSE4_1__"),
            POPCNT = row("popcnt", "", "", "__POPCNT__"), CRC32 = row("crc32", "", "", "__CRC32__"),
            SSE42 = row("sse4.2", "sse4.1", "popcnt crc32", "__SSE4_2__"), XSAVE = row("xsave", "", "", "__XSAVE__"),
            AVX = row("avx", "sse4.2 xsave", "", "__AVX__"), AVX2 = row("avx2", "avx", "", "__AVX2__"),
            FMA = row("fma", "avx", "", "__FMA__ __FP_FAST_FMA __FP_FAST_FMAF __FP_FAST_FMAF32 __FP_FAST_FMAF32x __FP_FAST_FMAF64"),
            F16C = row("f16c", "avx", "", "__F16C__"), BMI = row("bmi", "", "", "__BMI__"), BMI2 = row("bmi2", "", "", "__BMI2__"),
            LZCNT = row("lzcnt", "", "", "__LZCNT__"), MOVBE = row("movbe", "", "", "__MOVBE__");

    static {
        row("abm", "", "popcnt lzcnt", "__ABM__");
        row("aes", "", "", "__AES__");
        row("pclmul", "", "", "__PCLMUL__");
        row("cx16", "", "", "__GCC_HAVE_SYNC_COMPARE_AND_SWAP_16");
        row("sahf", "", "", "__LAHF_SAHF__");
        row("fsgsbase", "", "", "__FSGSBASE__");
        row("rdrnd", "", "", "__RDRND__");
        row("rdseed", "", "", "__RDSEED__");
        row("adx", "", "", "__ADX__");
        row("prfchw", "", "", "__PRFCHW__");
        row("xsaveopt", "xsave", "", "__XSAVEOPT__");
        row("xsavec", "xsave", "", "__XSAVEC__");
        row("xsaves", "xsave", "", "__XSAVES__");
        row("clflushopt", "", "", "__CLFLUSHOPT__");
        row("clwb", "", "", "__CLWB__");
        row("clzero", "", "", "__CLZERO__");
        row("mwaitx", "", "", "__MWAITX__");
        row("sha", "", "", "__SHA__");
        row("sse4a", "sse3", "", "__SSE4A__");
        row("rdpid", "", "", "__RDPID__");
        row("wbnoinvd", "", "", "__WBNOINVD__");
        row("pku", "", "", "__PKU__");
        row("vaes", "", "", "__VAES__");
        row("vpclmulqdq", "", "", "__VPCLMULQDQ__");
        row("sgx", "", "", "__SGX__");
        row("rtm", "", "", "__RTM__");
    }

    /** A processor: its features, and the words of its macros {@code __word}, {@code __word__}, {@code __tune_word__}; none for the generic ones. */
    private record Processor(long features, String[] words) {}

    private static final Map<String, Processor> PROCESSORS = new LinkedHashMap<>();

    private static void processor(String names, String base, String features, String words) {
        long f = base.isEmpty() ? 0 : PROCESSORS.get(base).features;
        Processor p = new Processor(f | closed(features), words.isEmpty() ? new String[0] : words.split(" "));
        for (String n : names.split(" ")) PROCESSORS.put(n, p);
    }

    static {
        processor("x86-64", "", "", "");
        processor("x86-64-v2", "", "sse4.2 popcnt cx16 sahf", "");
        processor("x86-64-v3", "x86-64-v2", "avx2 bmi bmi2 f16c fma lzcnt movbe", "");
        processor("core2", "", "ssse3 cx16 sahf", "core2");
        processor("nehalem corei7", "core2", "sse4.2 popcnt", "corei7 nehalem");
        processor("westmere", "nehalem", "pclmul", "corei7 nehalem");
        processor("sandybridge corei7-avx", "westmere", "avx xsaveopt", "corei7_avx sandybridge");
        processor("ivybridge core-avx-i", "sandybridge", "f16c fsgsbase rdrnd", "corei7_avx sandybridge");
        processor("haswell core-avx2", "ivybridge", "avx2 bmi bmi2 fma lzcnt movbe", "core_avx2 haswell");
        processor("broadwell", "haswell", "adx prfchw rdseed", "core_avx2 haswell");
        processor("skylake", "broadwell", "aes clflushopt sgx xsavec xsaves", "skylake");
        processor("znver1", "", "abm adx aes avx2 bmi bmi2 clflushopt clzero cx16 f16c fma fsgsbase lzcnt movbe mwaitx pclmul popcnt prfchw rdrnd rdseed sahf sha sse4a "
                + "xsavec xsaveopt xsaves", "znver1");
        processor("znver2", "znver1", "clwb rdpid wbnoinvd", "znver2");
        processor("znver3", "znver2", "pku vaes vpclmulqdq", "znver3");
    }

    // ---- sets ----

    /** The set that a list of names means; null and the empty list: the baseline. */
    static long of(String features) {
        long s = 0;
        if (features == null) return s;
        for (int i = 0; i < features.length(); ) {
            int comma = features.indexOf(',', i);
            if (comma < 0) comma = features.length();
            Long bit = BITS.get(features.substring(i, comma));
            if (bit == null) throw new IllegalArgumentException("feature '" + features.substring(i, comma) + "'");
            s |= bit;
            i = comma + 1;
        }
        return s;
    }

    private static String text(long set) {
        StringBuilder sb = new StringBuilder();
        for (int k = 0; k < ROWS.size(); k++) if ((set >>> k & 1) != 0) sb.append(sb.isEmpty() ? "" : ",").append(ROWS.get(k).name);
        return sb.toString();
    }

    /** What options have said so far. */
    private static final class Choice {
        long on;
        long explicit;

        /** {@code avx2} or {@code no-avx2}; false if there is no such feature. */
        boolean option(String word) {
            boolean off = word.startsWith("no-");
            String name = off ? word.substring(3) : word;
            if (name.equals("sse4")) name = off ? "sse4.1" : "sse4.2";
            Long bit = BITS.get(name);
            if (bit == null) return false;
            long s = bit;
            if (!off) s |= ROWS.get(Long.numberOfTrailingZeros(bit)).needs;
            else for (int k = 0; k < ROWS.size(); k++) if ((ROWS.get(k).needs & bit) != 0) s |= 1L << k;
            on = off ? on & ~s : on | s;
            explicit |= s;
            return true;
        }

        long with(long processor) {
            long s = on | processor & ~explicit;
            long all = s;
            for (int k = 0; k < ROWS.size(); k++) if ((s >>> k & 1) != 0) all |= ROWS.get(k).along & ~explicit;
            return all;
        }
    }

    @Override
    public String select(String processor, List<String> options) {
        Choice c = new Choice();
        for (String o : options) if (o.startsWith("-m")) c.option(o.substring(2));
        Processor p = processor == null ? null : PROCESSORS.get(processor);
        return text(c.with("native".equals(processor) ? Native.features() : p == null ? 0 : p.features));
    }

    @Override
    public String extend(String features, String attribute) {
        Choice c = new Choice();
        long base = of(features);
        for (String word : attribute.split(",")) {
            word = word.strip();
            if (word.startsWith("arch=")) {
                Processor p = PROCESSORS.get(word.substring(5));
                if (p == null) throw new IllegalArgumentException("bad value ('" + word.substring(5) + "') for 'target(\"arch=\")' attribute");
                // The processor is another one: what was said of instruction sets before does not hold.
                base = p.features;
                c = new Choice();
            } else if (!word.startsWith("tune=") && !c.option(word) && !IGNORED.contains(word)) {
                throw new IllegalArgumentException("attribute 'target' argument '" + word + "' is unknown");
            }
        }
        return text(c.with(base));
    }

    /** Words that change nothing: what every x86-64 has, and details of code that have one meaning here. */
    private static final List<String> IGNORED = List.of("", "default", "sse", "sse2", "mmx", "fxsr", "general-regs-only", "cld", "no-cld", "fancy-math-387", "ieee-fp",
            "inline-all-stringops", "inline-stringops-dynamically", "align-stringops", "recip", "no-recip", "fpmath=sse", "fpmath=387", "no-avx512f", "no-3dnow", "no-fma4", "no-xop",
            "no-tbm", "prefer-vector-width=128", "prefer-vector-width=256", "prefer-vector-width=512", "branch-protection=none");

    @Override
    public boolean includes(String caller, String callee) {
        return callee.equals(caller) || (of(callee) & ~of(caller)) == 0;
    }

    @Override
    public List<String> macros(String features, String processor, String tune) {
        List<String> lines = new ArrayList<>();
        long set = of(features);
        for (int k = 0; k < ROWS.size(); k++) if ((set >>> k & 1) != 0) for (String m : ROWS.get(k).macros) lines.add(m);
        if ((set & AVX) != 0) lines.add("__BIGGEST_ALIGNMENT__ 32");
        Processor p = processor == null ? null : PROCESSORS.get(processor);
        if (p != null && p.words.length > 0) {
            lines.add("-__k8");
            lines.add("-__k8__");
            for (String w : p.words) {
                lines.add("__" + w);
                lines.add("__" + w + "__");
            }
        }
        Processor t = tune == null ? p : PROCESSORS.get(tune);
        if (t != null) for (String w : t.words) lines.add("__tune_" + w + "__");
        return lines;
    }

    @Override
    public List<String> removable() {
        return List.of("__k8", "__k8__");
    }

    /** The features of this machine, as far as the virtual machine has looked and tells: those that its own code generator uses. */
    private static final class Native {
        static long features() {
            long s = closed("cx16 sahf");
            if (number("UseSSE") >= 3) s |= closed("sse3");
            if (number("UseSSE") >= 4) s |= closed("sse4.1");
            if (is("UseSSE42Intrinsics")) s |= closed("sse4.2");
            if (number("UseAVX") >= 1) s |= closed("avx");
            if (number("UseAVX") >= 2) s |= closed("avx2");
            if (is("UseFMA") && number("UseAVX") >= 1) s |= closed("fma");
            if (is("UsePopCountInstruction")) s |= closed("popcnt");
            if (is("UseCountLeadingZerosInstruction")) s |= closed("lzcnt");
            if (is("UseBMI1Instructions")) s |= closed("bmi");
            if (is("UseBMI2Instructions")) s |= closed("bmi2");
            if (is("UseAES")) s |= closed("aes");
            return s;
        }

        private static String option(String name) {
            try {
                return java.lang.management.ManagementFactory.getPlatformMXBean(com.sun.management.HotSpotDiagnosticMXBean.class).getVMOption(name).getValue();
            } catch (IllegalArgumentException e) {
                return "";
            }
        }

        private static boolean is(String name) {
            return option(name).equals("true");
        }

        private static int number(String name) {
            String v = option(name);
            return v.isEmpty() ? 0 : Integer.parseInt(v);
        }
    }
}
