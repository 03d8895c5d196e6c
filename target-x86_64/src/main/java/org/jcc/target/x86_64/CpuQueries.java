package org.jcc.target.x86_64;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.support.TargetOperation;

/**
 * What {@code __builtin_cpu_supports} and {@code __builtin_cpu_is} ask the processor: a bit of the {@code cpuid} instruction, for registers of 32
 * bytes also whether the system saves them ({@code xgetbv}); Intel's manual, volume 2, CPUID. An answer costs what cpuid costs; nothing is kept.
 *
 * <p>Sets that the compiler does not know (AVX-512) are answered with no: there is no code for them.
 */
final class CpuQueries {
    private CpuQueries() {}

    private static final String LEAF1 = "movl $1, %%eax; cpuid; ";
    private static final String LEAF7 = "xorl %%eax, %%eax; cpuid; cmpl $7, %%eax; movl $0, %%eax; jb 1f; movl $7, %%eax; xorl %%ecx, %%ecx; cpuid; ";
    private static final String EXTENDED = "movl $0x80000000, %%eax; cpuid; cmpl $0x80000001, %%eax; movl $0, %%eax; jb 1f; movl $0x80000001, %%eax; cpuid; ";
    /** Changes 1 to 0 if the system does not save the upper halves. */
    private static final String SAVED = "testl %%eax, %%eax; jz 2f; movl $1, %%eax; cpuid; xorl %%eax, %%eax; btl $27, %%ecx; jnc 2f; xorl %%ecx, %%ecx; xgetbv; andl $6, %%eax; "
            + "cmpl $6, %%eax; sete %%al; movzbl %%al, %%eax; 2:; ";

    private static final class All {
        static final Map<String, TargetOperation> FEATURES = new HashMap<>();
        static final Map<String, List<String>> LEVELS = Map.of(
                "x86-64-v2", List.of("sse4.2", "ssse3", "popcnt", "cmpxchg16b", "sahf"),
                "x86-64-v3", List.of("avx2", "bmi", "bmi2", "f16c", "fma", "lzcnt", "movbe", "popcnt"));
        /** The first four bytes of the vendor's name. */
        static final Map<String, TargetOperation> VENDORS = Map.of("intel", vendor(0x756e6547), "amd", vendor(0x68747541));

        static {
            bits(LEAF1, "edx", "", "cmov 15 mmx 23 sse 25 sse2 26");
            bits(LEAF1, "ecx", "", "sse3 0 pclmul 1 ssse3 9 cmpxchg16b 13 sse4.1 19 sse4.2 20 movbe 22 popcnt 23 aes 25 xsave 26 osxsave 27 rdrnd 30");
            bits(LEAF1, "ecx", SAVED, "fma 12 avx 28 f16c 29");
            bits(LEAF7, "ebx", "", "fsgsbase 0 bmi 3 bmi2 8 rdseed 18 adx 19 clflushopt 23 clwb 24 sha 29");
            bits(LEAF7, "ebx", SAVED, "avx2 5");
            bits(EXTENDED, "ecx", "", "sahf 0 lzcnt 5 sse4a 6 prfchw 8");
        }

        private static void bits(String leaf, String register, String saved, String features) {
            String[] f = features.split(" ");
            for (int k = 0; k < f.length; k += 2) {
                FEATURES.put(f[k], query(leaf + "movl %%" + register + ", %%eax; shrl $" + f[k + 1] + ", %%eax; andl $1, %%eax; 1:; " + saved));
            }
        }

        private static TargetOperation vendor(int name) {
            return query("xorl %%eax, %%eax; cpuid; xorl %%eax, %%eax; cmpl $" + name + ", %%ebx; sete %%al; ");
        }

        private static TargetOperation query(String text) {
            return new TargetOperation("cpuid", "i", "", text + "nop : =a : : rbx rcx rdx cc");
        }
    }

    /** Whose conjunction says whether there is the feature; empty: there is not; null: no such feature is known to anyone. */
    static List<TargetOperation> supports(String feature) {
        List<String> level = All.LEVELS.get(feature);
        if (level != null) return level.stream().map(All.FEATURES::get).toList();
        TargetOperation o = All.FEATURES.get(feature);
        if (o != null) return List.of(o);
        boolean later = feature.startsWith("avx5") || feature.startsWith("amx") || feature.startsWith("avx") || feature.equals("x86-64-v4")
                || List.of("vaes", "vpclmulqdq", "gfni", "xop", "fma4", "tbm", "3dnow", "rtm", "pku", "3dnowp", "lwp", "serialize", "uintr", "kl", "widekl", "hreset", "shstk", "tsxldtrk", "waitpkg",
                        "enqcmd", "cldemote", "movdiri", "movdir64b", "ptwrite", "rdpid", "sgx", "wbnoinvd", "xsavec", "xsaveopt", "xsaves", "fxsave", "abm", "cmpxchg8b", "pconfig", "clzero", "mwaitx",
                        "x86-64", "prefetchwt1", "lahf_lm", "lm", "osxsave").contains(feature);
        return later ? List.of() : null;
    }

    /** Null for processors that are not told apart. */
    static TargetOperation is(String processor) {
        return All.VENDORS.get(processor);
    }
}
