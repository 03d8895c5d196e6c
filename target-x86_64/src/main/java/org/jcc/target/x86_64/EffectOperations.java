package org.jcc.target.x86_64;

import java.util.Map;
import org.jcc.support.TargetOperation;

/** The builtins that touch memory beyond their operands, or the state of the processor. */
final class EffectOperations extends OperationTable {
    EffectOperations(Map<String, TargetOperation> all) {
        super(all);
        // ---- effects ----

        effect("sfence", "v", "", "sfence : : : memory");
        effect("lfence", "v", "", "lfence : : : memory");
        effect("clflush", "v k", "", "clflush %a0 : : r : memory");
        effect("clflushopt", "v k", "clflushopt", "clflushopt %a0 : : r : memory");
        effect("clwb", "v k", "clwb", "clwb %a0 : : r : memory");
        effect("movntps", "v p 4f", "", "%vmovntps %1, %a0 : : r x : memory");
        effect("movntpd", "v p 2d", "", "%vmovntpd %1, %a0 : : r x : memory");
        effect("movntdq", "v p 2l", "", "%vmovntdq %1, %a0 : : r x : memory");
        effect("movnti", "v p i", "", "movntil %1, %a0 : : r r : memory");
        effect("movnti64", "v p l", "", "movntiq %1, %a0 : : r r : memory");
        effect("maskmovdqu", "v 16c 16c p", "", "%vmaskmovdqu %1, %0 : : x x D : memory");
        effect("movntdqa", "2l p", "sse4.1", "%vmovntdqa %a1, %0 : =x : r : memory");
        effect("lddqu", "16c k", "sse3", "%vlddqu %a1, %0 : =x : r : memory");
        effect("movntps256", "v p 8f", "avx", "vmovntps %1, %a0 : : r x : memory");
        effect("movntpd256", "v p 4d", "avx", "vmovntpd %1, %a0 : : r x : memory");
        effect("movntdq256", "v p 4l", "avx", "vmovntdq %1, %a0 : : r x : memory");
        effect("movntdqa256", "4l p", "avx2", "vmovntdqa %a1, %0 : =x : r : memory");
        effect("lddqu256", "32c k", "avx", "vlddqu %a1, %0 : =x : r : memory");
        effect("maskloadpd", "2d k 2l", "avx", "vmaskmovpd %a1, %2, %0 : =x : r x : memory");
        effect("maskstorepd", "v p 2l 2d", "avx", "vmaskmovpd %2, %1, %a0 : : r x x : memory");
        effect("maskloadps", "4f k 4i", "avx", "vmaskmovps %a1, %2, %0 : =x : r x : memory");
        effect("maskstoreps", "v p 4i 4f", "avx", "vmaskmovps %2, %1, %a0 : : r x x : memory");
        effect("maskloadpd256", "4d k 4l", "avx", "vmaskmovpd %a1, %2, %0 : =x : r x : memory");
        effect("maskstorepd256", "v p 4l 4d", "avx", "vmaskmovpd %2, %1, %a0 : : r x x : memory");
        effect("maskloadps256", "8f k 8i", "avx", "vmaskmovps %a1, %2, %0 : =x : r x : memory");
        effect("maskstoreps256", "v p 8i 8f", "avx", "vmaskmovps %2, %1, %a0 : : r x x : memory");
        effect("maskloadq", "2l k 2l", "avx2", "vpmaskmovq %a1, %2, %0 : =x : r x : memory");
        effect("maskstoreq", "v p 2l 2l", "avx2", "vpmaskmovq %2, %1, %a0 : : r x x : memory");
        effect("maskloadd", "4i k 4i", "avx2", "vpmaskmovd %a1, %2, %0 : =x : r x : memory");
        effect("maskstored", "v p 4i 4i", "avx2", "vpmaskmovd %2, %1, %a0 : : r x x : memory");
        effect("maskloadq256", "4l k 4l", "avx2", "vpmaskmovq %a1, %2, %0 : =x : r x : memory");
        effect("maskstoreq256", "v p 4l 4l", "avx2", "vpmaskmovq %2, %1, %a0 : : r x x : memory");
        effect("maskloadd256", "8i k 8i", "avx2", "vpmaskmovd %a1, %2, %0 : =x : r x : memory");
        effect("maskstored256", "v p 8i 8i", "avx2", "vpmaskmovd %2, %1, %a0 : : r x x : memory");
        effect("vzeroupper", "v", "avx", "vzeroupper : : : xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7 xmm8 xmm9 xmm10 xmm11 xmm12 xmm13 xmm14 xmm15");
        effect("vzeroall", "v", "avx", "vzeroall : : : xmm0 xmm1 xmm2 xmm3 xmm4 xmm5 xmm6 xmm7 xmm8 xmm9 xmm10 xmm11 xmm12 xmm13 xmm14 xmm15");
        effect("rdtsc", "q", "", "rdtsc; shlq $32, %%rdx; orq %%rdx, %0 : =a : : rdx cc");
        effect("rdpmc", "q i", "", "rdpmc; shlq $32, %%rdx; orq %%rdx, %0 : =a : c : rdx cc");
        effect("monitor", "v k u u", "sse3", "monitor : : a c d : memory");
        effect("mwait", "v u u", "sse3", "mwait : : c a : memory");
        effect("rdfsbase32", "u", "fsgsbase", "rdfsbase %k0 : =r");
        effect("rdfsbase64", "q", "fsgsbase", "rdfsbase %q0 : =r");
        effect("rdgsbase32", "u", "fsgsbase", "rdgsbase %k0 : =r");
        effect("rdgsbase64", "q", "fsgsbase", "rdgsbase %q0 : =r");
        effect("wrfsbase32", "v u", "fsgsbase", "wrfsbase %k0 : : r : memory");
        effect("wrfsbase64", "v q", "fsgsbase", "wrfsbase %q0 : : r : memory");
        effect("wrgsbase32", "v u", "fsgsbase", "wrgsbase %k0 : : r : memory");
        effect("wrgsbase64", "v q", "fsgsbase", "wrgsbase %q0 : : r : memory");
        effect("xgetbv", "q i", "xsave", "xgetbv; shlq $32, %%rdx; orq %%rdx, %0 : =a : c : rdx cc");
    }
}
