package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import org.jcc.asm.elf.Le;

/**
 * GNU program properties ({@code .note.gnu.property}; Linux Extensions to gABI, "GNU Property"; x86-64 psABI 5.1, AArch64 ELF 9).
 * What every object must have for the program to have it, marks of indirect branch targets and shadow stacks, is the AND over the
 * objects, one without a note having none; {@code -z ibt} and {@code -z shstk} add to it. Instruction sets that some object
 * needs are the OR. The program's note is written anew.
 *
 * <p>Where branch targets are marked, the PLT is too ({@link LinkTarget#markBranchTargets}).
 */
final class Properties {
    static final int IBT = 1, SHSTK = 2;
    private static final int X86_FEATURE_1_AND = 0xc0000002, X86_ISA_1_NEEDED = 0xc0008002, AARCH64_FEATURE_1_AND = 0xc0000000;
    private static final int HEADER = 16, ENTRY = 16;

    private Properties() {}

    /** Reads an object's note into its {@code features} and {@code isaNeeded}. */
    static void read(ObjectFile o, byte[] d, int at, int size) {
        for (int end = at + size; at + HEADER <= end; ) {
            int name = Le.i32(d, at);
            int length = Le.i32(d, at + 4);
            if (name != 4 || length < 0 || at + HEADER + length > end) return;
            if (Le.i32(d, at + 8) == NT_GNU_PROPERTY_TYPE_0) {
                for (int p = at + HEADER; p + 8 <= at + HEADER + length; ) {
                    int type = Le.i32(d, p);
                    int bytes = Le.i32(d, p + 4);
                    if (bytes < 0 || p + 8 + bytes > at + HEADER + length) return;
                    if (bytes == 4 && (type == X86_FEATURE_1_AND || type == AARCH64_FEATURE_1_AND)) o.features |= Le.i32(d, p + 8);
                    if (bytes == 4 && type == X86_ISA_1_NEEDED) o.isaNeeded |= Le.i32(d, p + 8);
                    p += 8 + (bytes + 7 & ~7);
                }
            }
            at += HEADER + (length + 7 & ~7);
        }
    }

    /** Before the PLT is laid out: what the program has. */
    static void merge(Context c) {
        int features = c.objects.isEmpty() ? 0 : -1;
        for (ObjectFile o : c.objects) {
            features &= o.features;
            c.isaNeeded |= o.isaNeeded;
        }
        c.features = features | c.options.zFeatures;
        if ((c.features & IBT) != 0) c.target.markBranchTargets();
    }

    /** The program's note, if there is something to say. */
    static void allocate(Context c) {
        boolean x86 = c.target.machine() == EM_X86_64;
        if (!x86 && c.target.machine() != EM_AARCH64) return;
        boolean isa = x86 && c.isaNeeded != 0;
        int entries = (c.features != 0 ? 1 : 0) + (isa ? 1 : 0);
        if (entries == 0) return;
        c.synth.add(".note.gnu.property", SHT_NOTE, SHF_ALLOC, 8, 0, HEADER + entries * ENTRY, (out, at) -> {
            Le.put32(out, at, 4);
            Le.put32(out, at + 4, entries * ENTRY);
            Le.put32(out, at + 8, NT_GNU_PROPERTY_TYPE_0);
            Le.put32(out, at + 12, 'G' | 'N' << 8 | 'U' << 16);
            int p = at + HEADER;
            if (c.features != 0) p = entry(out, p, x86 ? X86_FEATURE_1_AND : AARCH64_FEATURE_1_AND, c.features);
            if (isa) entry(out, p, X86_ISA_1_NEEDED, c.isaNeeded);
        });
    }

    private static int entry(byte[] out, int p, int type, int value) {
        Le.put32(out, p, type);
        Le.put32(out, p + 4, 4);
        Le.put32(out, p + 8, value);
        return p + ENTRY;
    }
}
