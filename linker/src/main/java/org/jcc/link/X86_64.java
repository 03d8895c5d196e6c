package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import org.jcc.asm.elf.Le;

/**
 * x86-64, after "System V Application Binary Interface, AMD64 Architecture Processor Supplement" (relocations: 4.4, PLT: 5.2,
 * TLS: Drepper's "ELF Handling For Thread-Local Storage" 4.4.6, TLS descriptors: RFC "TLSDESC for x86").
 *
 * <p>Almost everything is relative to {@code %rip} with 32 bits, so relocations are few: a distance ({@code PC32},
 * {@code PLT32}), an address (64, 32, 32S), the distance to a word of the GOT ({@code GOTPCREL…}), TLS.
 *
 * <p>The one hard thing is that the linker improves code. The psABI fixes the bytes around certain relocations so that they can
 * be rewritten in place once it is known where the symbol ends up:
 *
 * <pre>
 *   GOTPCRELX        mov  x@GOTPCREL(%rip), %reg   ->  lea x(%rip), %reg
 *                    call *x@GOTPCREL(%rip)        ->  addr32 call x
 *                    jmp  *x@GOTPCREL(%rip)        ->  jmp x; nop
 *   TLSGD            lea x@tlsgd(%rip),%rdi; call __tls_get_addr   ->  LE: mov %fs:0,%rax; lea x@tpoff(%rax),%rax
 *                                                  ->  IE: mov %fs:0,%rax; add x@gottpoff(%rip),%rax
 *   TLSLD            lea x@tlsld(%rip),%rdi; call __tls_get_addr   ->  LE: mov %fs:0,%rax
 *   GOTTPOFF         mov|add x@gottpoff(%rip),%reg ->  LE: mov|add $x@tpoff,%reg
 *   GOTPC32_TLSDESC  lea x@tlsdesc(%rip),%rax; call *(%rax)        ->  LE: mov $x@tpoff,%rax; nop
 *                                                  ->  IE: mov x@gottpoff(%rip),%rax; nop
 * </pre>
 *
 * <p>Invariant: {@link #scan} and {@link #apply} decide by the same predicates over the unchanged input bytes, so that a GOT
 * entry exists exactly where code still uses it. The thread pointer is the end of the executable's TLS block, so offsets are
 * negative.
 */
final class X86_64 implements LinkTarget {
    private static final DynamicTypes DYNAMIC = new DynamicTypes(R_X86_64_64, R_X86_64_RELATIVE, R_X86_64_GLOB_DAT, R_X86_64_JUMP_SLOT,
            R_X86_64_COPY, R_X86_64_IRELATIVE, R_X86_64_DTPMOD64, R_X86_64_DTPOFF64, R_X86_64_TPOFF64, R_X86_64_TLSDESC);

    @Override
    public String name() {
        return "x86_64";
    }

    @Override
    public int machine() {
        return EM_X86_64;
    }

    @Override
    public long pageSize() {
        return 0x1000;
    }

    @Override
    public long imageBase() {
        return 0x400000;
    }

    @Override
    public String interpreter() {
        return "/lib64/ld-linux-x86-64.so.2";
    }

    @Override
    public DynamicTypes dynamic() {
        return DYNAMIC;
    }

    @Override
    public boolean acceptsFormat(String format) {
        return format.equals("elf64-x86-64");
    }

    @Override
    public boolean missingStackNoteMeansExec() {
        return false;
    }

    @Override
    public int outputFlags(Context c) {
        return 0;
    }

    @Override
    public int codeFill() {
        return 0x90909090;
    }

    @Override
    public int gotHeaderWords() {
        return 0;
    }

    @Override
    public int gotPltHeaderWords() {
        return 3;
    }

    @Override
    public boolean globalOffsetTableIsGotPlt() {
        return true;
    }

    // --- PLT --------------------------------------------------------------------------------------------------------

    @Override
    public int pltHeaderSize() {
        return marked ? 32 : 16;
    }

    @Override
    public int pltEntrySize() {
        return marked ? 32 : 16;
    }

    /** Entries have endbr64 where they are entered, and where lazy binding comes back to them. */
    private boolean marked;

    @Override
    public void markBranchTargets() {
        marked = true;
    }

    @Override
    public void writePltHeader(byte[] out, int at, long address, long gotPlt) {
        Le.put16(out, at, 0x35ff); // push gotPlt+8(%rip)
        Le.put32(out, at + 2, gotPlt + 8 - (address + 6));
        Le.put16(out, at + 6, 0x25ff); // jmp *gotPlt+16(%rip)
        Le.put32(out, at + 8, gotPlt + 16 - (address + 12));
        Le.put32(out, at + 12, 0x00401f0f); // nopl 0(%rax)
        if (marked) for (int k = 16; k < 32; k += 8) Le.put64(out, at + k, 0x0000000000841f0fL);
    }

    @Override
    public void writePltEntry(byte[] out, int at, long address, long slot, int index, long plt) {
        if (marked) {
            markedEntry(out, at, address, slot, index, plt);
            return;
        }
        Le.put16(out, at, 0x25ff); // jmp *slot(%rip)
        Le.put32(out, at + 2, slot - (address + 6));
        if (plt == 0) { // an IFUNC of a static executable: nothing to bind lazily
            Le.put16(out, at + 6, 0x9066);
            Le.put64(out, at + 8, 0x0000000000841f0fL);
            return;
        }
        out[at + 6] = 0x68; // push $index
        Le.put32(out, at + 7, index);
        out[at + 11] = (byte) 0xe9; // jmp plt
        Le.put32(out, at + 12, plt - (address + 16));
    }

    private static void markedEntry(byte[] out, int at, long address, long slot, int index, long plt) {
        Le.put32(out, at, 0xfa1e0ff3); // endbr64
        Le.put16(out, at + 4, 0x25ff); // jmp *slot(%rip)
        Le.put32(out, at + 6, slot - (address + 10));
        Le.put16(out, at + 10, 0x0f66); // nopw 0(%rax,%rax)
        Le.put32(out, at + 12, 0x0000441f);
        if (plt == 0) {
            for (int k = 16; k < 32; k += 8) Le.put64(out, at + k, 0x0000000000841f0fL);
            return;
        }
        Le.put32(out, at + 16, 0xfa1e0ff3);
        out[at + 20] = 0x68; // push $index
        Le.put32(out, at + 21, index);
        out[at + 25] = (byte) 0xe9; // jmp plt
        Le.put32(out, at + 26, plt - (address + 30));
        Le.put16(out, at + 30, 0x9066);
    }

    @Override
    public long lazySlot(long plt, long entry) {
        return entry + (marked ? 16 : 6);
    }

    @Override
    public long tpOffset(Context c, long address) {
        return address - (c.tlsStart + (c.tlsSize + c.tlsAlign - 1 & -c.tlsAlign));
    }

    @Override
    public long dtpOffset(Context c, long address) {
        return address - c.tlsStart;
    }

    // --- Scan -------------------------------------------------------------------------------------------------------

    @Override
    public void scan(Context c, Scan scan, InputSection s, int from, int to) {
        byte[] d = s.file.elf.data;
        for (int r = from; r < to; r++) {
            int at = s.relOff + r * RELA_SIZE;
            int type = Le.i32(d, at + 8);
            if (type == R_X86_64_NONE) continue;
            long off = Le.i64(d, at);
            long addend = Le.i64(d, at + 16);
            Symbol y = scan.symbol(s, r, type, width(type));
            if (y == null) continue;
            boolean tls = isTls(type);
            if (scan.tlsMismatch(s, y, type, tls) || tls && addressOnly(y, type)) continue;
            switch (type) {
                case R_X86_64_64 -> scan.absolute(s, off, y, addend);
                case R_X86_64_32, R_X86_64_32S, R_X86_64_16, R_X86_64_8 -> scan.absoluteNarrow(s, y, type);
                case R_X86_64_PC32, R_X86_64_PC64, R_X86_64_PC16, R_X86_64_PC8, R_X86_64_PC32_BND -> scan.relative(s, y, type);
                case R_X86_64_PLT32, R_X86_64_PLTOFF64, R_X86_64_PLT32_BND -> scan.call(y);
                case R_X86_64_GOTPCRELX, R_X86_64_REX_GOTPCRELX -> {
                    if (!relaxesGot(c, s, type, y, off, addend)) scan.got(y);
                }
                case R_X86_64_GOTPCREL, R_X86_64_GOT32, R_X86_64_GOT64, R_X86_64_GOTPCREL64, R_X86_64_GOTPLT64 -> scan.got(y);
                case R_X86_64_GOTOFF64 -> {
                    scan.needsGotSection = true;
                    if (c.shared() && y.preemptible && !y.isFunction()) scan.mayNotBeUsed(s, y, type);
                    else if (y.preemptible) scan.call(y);
                    else if (y.isLocalIfunc()) scan.call(y);
                }
                case R_X86_64_GOTPC32, R_X86_64_GOTPC64 -> scan.needsGotSection = true;
                case R_X86_64_TLSGD -> {
                    if (c.shared()) scan.tlsGd(y);
                    else {
                        if (y.preemptible) scan.gotTp(y);
                        if (callShape(s, off, true) < 0 || !followedByCall(s, r)) badTls(c, s, off, type);
                        else r++;
                    }
                }
                case R_X86_64_TLSLD -> {
                    if (c.shared()) scan.needsTlsLd = true;
                    else if (callShape(s, off, false) < 0 || !followedByCall(s, r)) badTls(c, s, off, type);
                    else r++;
                }
                case R_X86_64_GOTTPOFF -> {
                    if (!relaxesIe(c, s, y, off)) scan.gotTp(y);
                }
                case R_X86_64_TPOFF32, R_X86_64_TPOFF64 -> {
                    if (type == R_X86_64_TPOFF64 && c.shared()) scan.dynamic(R_X86_64_TPOFF64, y.preemptible ? y : null, y.preemptible ? null : y, addend, s, off);
                    else scan.tpOffset(s, y, type);
                }
                case R_X86_64_GOTPC32_TLSDESC -> {
                    if (!isTlsDescLea(s, off)) badTls(c, s, off, type);
                    else if (c.shared()) scan.tlsDesc(y);
                    else if (y.preemptible) scan.gotTp(y);
                }
                default -> {} // DTPOFF, SIZE, TLSDESC_CALL: values alone
            }
        }
    }

    private static boolean addressOnly(Symbol y, int type) {
        return type == R_X86_64_DTPOFF32 || type == R_X86_64_DTPOFF64 || type == R_X86_64_TLSDESC_CALL;
    }

    private static void badTls(Context c, InputSection s, long off, int type) {
        c.error(s + "+0x" + Long.toHexString(off) + ": code at " + relocName(EM_X86_64, type) + " is not the sequence that the psABI asks for");
    }

    private static boolean isTls(int type) {
        return switch (type) {
            case R_X86_64_TLSGD, R_X86_64_TLSLD, R_X86_64_DTPOFF32, R_X86_64_DTPOFF64, R_X86_64_GOTTPOFF, R_X86_64_TPOFF32, R_X86_64_TPOFF64,
                 R_X86_64_GOTPC32_TLSDESC, R_X86_64_TLSDESC_CALL -> true;
            default -> false;
        };
    }

    /** Bytes that a relocation writes; -1 if it is none of ours. */
    private static int width(int type) {
        return switch (type) {
            case R_X86_64_NONE, R_X86_64_TLSDESC_CALL -> 0;
            case R_X86_64_8, R_X86_64_PC8 -> 1;
            case R_X86_64_16, R_X86_64_PC16 -> 2;
            case R_X86_64_PC32, R_X86_64_GOT32, R_X86_64_PLT32, R_X86_64_GOTPCREL, R_X86_64_32, R_X86_64_32S, R_X86_64_TLSGD, R_X86_64_TLSLD,
                 R_X86_64_DTPOFF32, R_X86_64_GOTTPOFF, R_X86_64_TPOFF32, R_X86_64_GOTPC32, R_X86_64_SIZE32, R_X86_64_GOTPC32_TLSDESC,
                 R_X86_64_GOTPCRELX, R_X86_64_REX_GOTPCRELX, R_X86_64_PC32_BND, R_X86_64_PLT32_BND -> 4;
            case R_X86_64_64, R_X86_64_DTPOFF64, R_X86_64_TPOFF64, R_X86_64_PC64, R_X86_64_GOTOFF64, R_X86_64_GOT64, R_X86_64_GOTPCREL64,
                 R_X86_64_GOTPC64, R_X86_64_GOTPLT64, R_X86_64_PLTOFF64, R_X86_64_SIZE64 -> 8;
            default -> -1;
        };
    }

    // --- What may be rewritten; decided over the input's bytes --------------------------------------------------------

    private static int byteAt(InputSection s, long off) {
        return off < 0 || off >= s.size ? -1 : s.data[s.off + (int) off] & 0xff;
    }

    private static boolean relaxesGot(Context c, InputSection s, int type, Symbol y, long off, long addend) {
        if (!c.options.relax || y.preemptible || y.kind == Symbol.Kind.UNDEFINED || y.isLocalIfunc() || addend != -4 || y.isAbsolute()) return false;
        // Large data may be too far for the address that would take the place of the load.
        if (y.section != null && (y.section.flags & SHF_X86_64_LARGE) != 0) return false;
        int op = byteAt(s, off - 2);
        int modrm = byteAt(s, off - 1);
        if (op == 0x8b && (modrm & 0xc7) == 0x05) return type == R_X86_64_GOTPCRELX || (byteAt(s, off - 3) & 0xf0) == 0x40;
        return type == R_X86_64_GOTPCRELX && op == 0xff && (modrm == 0x15 || modrm == 0x25);
    }

    private static boolean relaxesIe(Context c, InputSection s, Symbol y, long off) {
        if (c.shared() || y.preemptible) return false;
        int rex = byteAt(s, off - 3);
        int op = byteAt(s, off - 2);
        return (rex & 0xf8) == 0x48 && (op == 0x8b || op == 0x03) && (byteAt(s, off - 1) & 0xc7) == 0x05;
    }

    private static boolean isTlsDescLea(InputSection s, long off) {
        return (byteAt(s, off - 3) & 0xfb) == 0x48 && byteAt(s, off - 2) == 0x8d && (byteAt(s, off - 1) & 0xc7) == 0x05;
    }

    /**
     * The shape of the call to {@code __tls_get_addr} after the lea at {@code off}: length in bytes of the code after the lea's
     * displacement, or -1 if the bytes are not a sequence of the psABI.
     */
    private static int callShape(InputSection s, long off, boolean gd) {
        if (byteAt(s, off - 3) != 0x48 || byteAt(s, off - 2) != 0x8d || byteAt(s, off - 1) != 0x3d) return -1;
        int a = byteAt(s, off + 4);
        int b = byteAt(s, off + 5);
        if (gd) {
            if (byteAt(s, off - 4) != 0x66 || off + 12 > s.size) return -1;
            int op = byteAt(s, off + 7);
            if (a == 0x66 && b == 0x66 && byteAt(s, off + 6) == 0x48 && op == 0xe8) return 8;
            return a == 0x66 && b == 0x48 && byteAt(s, off + 6) == 0xff && op == 0x15 ? 8 : -1;
        }
        if (a == 0xe8 && off + 9 <= s.size) return 5;
        return a == 0xff && b == 0x15 && off + 10 <= s.size ? 6 : -1;
    }

    private static boolean followedByCall(InputSection s, int r) {
        if (r + 1 >= s.relCount) return false;
        int type = Le.i32(s.file.elf.data, s.relOff + (r + 1) * RELA_SIZE + 8);
        return type == R_X86_64_PLT32 || type == R_X86_64_PC32 || type == R_X86_64_GOTPCRELX || type == R_X86_64_GOTPCREL || type == R_X86_64_REX_GOTPCRELX;
    }

    // --- Apply ------------------------------------------------------------------------------------------------------

    @Override
    public void apply(Context c, InputSection s, byte[] out, int at, long address, int from, int to) {
        byte[] d = s.file.elf.data;
        Symbol[] symbols = s.file.symbols;
        Synthetic syn = c.synth;
        for (int r = from; r < to; r++) {
            int e = s.relOff + r * RELA_SIZE;
            int type = Le.i32(d, e + 8);
            if (type == R_X86_64_NONE) continue;
            int off = (int) Le.i64(d, e);
            Symbol y = symbols[Le.i32(d, e + 12)];
            long a = Le.i64(d, e + 16);
            int local = (int) s.local(off);
            int p = at + local;
            long pc = address + local;
            if (y.section != null && y.section.merged != null && y.type == STT_SECTION) {
                // an addend to a section of pieces selects the piece; pc-relative ones are biased by the distance to the next instruction
                long bias = type == R_X86_64_PC32 || type == R_X86_64_PLT32 ? 4 : 0;
                long target = y.section.address(y.value + a + bias) - bias;
                a = target - y.section.address(y.value);
            }
            switch (type) {
                case R_X86_64_64 -> Le.put64(out, p, c.address(y) + a);
                case R_X86_64_32 -> {
                    long v = c.address(y) + a;
                    if (v >>> 32 != 0) overflow(c, s, off, type, y);
                    Le.put32(out, p, v);
                }
                case R_X86_64_32S -> put32s(c, s, out, p, c.address(y) + a, off, type, y);
                case R_X86_64_16 -> Le.put16(out, p, c.address(y) + a);
                case R_X86_64_8 -> Le.put8(out, p, c.address(y) + a);
                case R_X86_64_PC16 -> Le.put16(out, p, c.address(y) + a - pc);
                case R_X86_64_PC8 -> Le.put8(out, p, c.address(y) + a - pc);
                case R_X86_64_PC64 -> Le.put64(out, p, c.address(y) + a - pc);
                case R_X86_64_PC32, R_X86_64_PC32_BND -> put32s(c, s, out, p, c.address(y) + a - pc, off, type, y);
                case R_X86_64_PLT32, R_X86_64_PLT32_BND -> put32s(c, s, out, p, (y.pltIndex >= 0 ? syn.pltAddress(y) : c.address(y)) + a - pc, off, type, y);
                case R_X86_64_PLTOFF64 -> Le.put64(out, p, (y.pltIndex >= 0 ? syn.pltAddress(y) : c.address(y)) + a - syn.gotBase());
                case R_X86_64_GOTPCREL -> put32s(c, s, out, p, syn.gotAddress(y) + a - pc, off, type, y);
                case R_X86_64_GOTPCRELX, R_X86_64_REX_GOTPCRELX -> {
                    if (!relaxesGot(c, s, type, y, off, a)) {
                        put32s(c, s, out, p, syn.gotAddress(y) + a - pc, off, type, y);
                        break;
                    }
                    int op = out[p - 2] & 0xff;
                    int modrm = out[p - 1] & 0xff;
                    if (op == 0x8b) out[p - 2] = (byte) 0x8d;
                    else if (modrm == 0x15) {
                        out[p - 2] = 0x67;
                        out[p - 1] = (byte) 0xe8;
                    } else {
                        out[p - 2] = (byte) 0xe9;
                        out[p + 3] = (byte) 0x90;
                        put32s(c, s, out, p - 1, c.address(y) + a - (pc - 1), off, type, y);
                        break;
                    }
                    put32s(c, s, out, p, c.address(y) + a - pc, off, type, y);
                }
                case R_X86_64_GOT32 -> put32s(c, s, out, p, syn.gotAddress(y) - syn.gotBase() + a, off, type, y);
                case R_X86_64_GOT64, R_X86_64_GOTPLT64 -> Le.put64(out, p, syn.gotAddress(y) - syn.gotBase() + a);
                case R_X86_64_GOTPCREL64 -> Le.put64(out, p, syn.gotAddress(y) + a - pc);
                case R_X86_64_GOTOFF64 -> Le.put64(out, p, (y.pltIndex >= 0 ? syn.pltAddress(y) : c.address(y)) + a - syn.gotBase());
                case R_X86_64_GOTPC32 -> put32s(c, s, out, p, syn.gotBase() + a - pc, off, type, y);
                case R_X86_64_GOTPC64 -> Le.put64(out, p, syn.gotBase() + a - pc);
                case R_X86_64_SIZE32 -> put32s(c, s, out, p, y.size + a, off, type, y);
                case R_X86_64_SIZE64 -> Le.put64(out, p, y.size + a);
                case R_X86_64_TLSGD -> {
                    if (c.shared()) put32s(c, s, out, p, syn.tlsGdAddress(y) + a - pc, off, type, y);
                    else {
                        // mov %fs:0, %rax
                        Le.put64(out, p - 4, 0x0000000025048b4864L);
                        out[p + 4] = 0;
                        if (y.preemptible) {
                            out[p + 5] = 0x48; // add x@gottpoff(%rip), %rax
                            out[p + 6] = 0x03;
                            out[p + 7] = 0x05;
                            put32s(c, s, out, p + 8, syn.gotTpAddress(y) - (pc + 12), off, type, y);
                        } else {
                            out[p + 5] = 0x48; // lea x@tpoff(%rax), %rax
                            out[p + 6] = (byte) 0x8d;
                            out[p + 7] = (byte) 0x80;
                            put32s(c, s, out, p + 8, c.tpOffset(y, a + 4), off, type, y);
                        }
                        r++;
                    }
                }
                case R_X86_64_TLSLD -> {
                    if (c.shared()) put32s(c, s, out, p, syn.tlsLdAddress() + a - pc, off, type, y);
                    else {
                        // (data16)* mov %fs:0, %rax over the lea and the call
                        int n = 7 + callShape(s, off, false);
                        int q = p - 3;
                        for (int k = 0; k < n - 9; k++) out[q + k] = 0x66;
                        Le.put64(out, q + n - 9, 0x0000000025048b4864L);
                        out[q + n - 1] = 0;
                        r++;
                    }
                }
                case R_X86_64_DTPOFF32 -> put32s(c, s, out, p, c.shared() || !s.alloc() ? dtpOffset(c, c.definition(y) + a) : c.tpOffset(y, a), off, type, y);
                case R_X86_64_DTPOFF64 -> Le.put64(out, p, c.shared() || !s.alloc() ? dtpOffset(c, c.definition(y) + a) : c.tpOffset(y, a));
                case R_X86_64_GOTTPOFF -> {
                    if (relaxesIe(c, s, y, off)) {
                        int reg = (out[p - 1] & 0x38) >> 3;
                        boolean add = out[p - 2] == 0x03;
                        out[p - 3] = (byte) ((out[p - 3] & 4) != 0 ? 0x49 : 0x48);
                        out[p - 2] = (byte) (add ? 0x81 : 0xc7);
                        out[p - 1] = (byte) (0xc0 | reg);
                        put32s(c, s, out, p, c.tpOffset(y, a + 4), off, type, y);
                    } else put32s(c, s, out, p, syn.gotTpAddress(y) + a - pc, off, type, y);
                }
                case R_X86_64_TPOFF32 -> put32s(c, s, out, p, c.tpOffset(y, a), off, type, y);
                case R_X86_64_TPOFF64 -> {
                    if (!c.shared()) Le.put64(out, p, c.tpOffset(y, a));
                }
                case R_X86_64_GOTPC32_TLSDESC -> {
                    if (c.shared()) put32s(c, s, out, p, syn.tlsDescAddress(y) + a - pc, off, type, y);
                    else if (y.preemptible) {
                        out[p - 2] = (byte) 0x8b;
                        put32s(c, s, out, p, syn.gotTpAddress(y) + a - pc, off, type, y);
                    } else {
                        int reg = (out[p - 1] & 0x38) >> 3;
                        out[p - 3] = (byte) ((out[p - 3] & 4) != 0 ? 0x49 : 0x48);
                        out[p - 2] = (byte) 0xc7;
                        out[p - 1] = (byte) (0xc0 | reg);
                        put32s(c, s, out, p, c.tpOffset(y, a + 4), off, type, y);
                    }
                }
                case R_X86_64_TLSDESC_CALL -> {
                    if (!c.shared() && local + 2 <= s.size) Le.put16(out, p, 0x9066);
                }
                default -> {}
            }
        }
    }

    private static void put32s(Context c, InputSection s, byte[] out, int p, long v, int off, int type, Symbol y) {
        if (v != (int) v) overflow(c, s, off, type, y);
        Le.put32(out, p, v);
    }

    private static void overflow(Context c, InputSection s, int off, int type, Symbol y) {
        if (c.diags.errorCount() > 20) return;
        c.error(Undefined.place(c, s.file, s, off, true) + ": relocation truncated to fit: " + relocName(EM_X86_64, type) + " against "
                + (y.name == 0 && y.section != null ? "section '" + y.section.name : "symbol '" + c.text(y)) + "'");
    }

    @Override
    public void applyDebug(Context c, InputSection s, byte[] out, int at, int type, Symbol y, long a, int offset, boolean dead) {
        if (width(type) < 0 || offset + width(type) > s.size) {
            c.error(s + "+0x" + Integer.toHexString(offset) + ": bad relocation " + relocName(EM_X86_64, type));
            return;
        }
        int p = at + offset;
        if (!dead && y.section != null && y.section.merged != null && y.type == STT_SECTION) {
            a = y.section.address(y.value + a) - y.section.address(y.value);
        }
        switch (type) {
            case R_X86_64_64, R_X86_64_SIZE64 -> Le.put64(out, p, dead ? a : type == R_X86_64_SIZE64 ? y.size + a : c.address(y) + a);
            case R_X86_64_32, R_X86_64_32S -> Le.put32(out, p, dead ? a : c.address(y) + a);
            case R_X86_64_16 -> Le.put16(out, p, dead ? a : c.address(y) + a);
            case R_X86_64_8 -> Le.put8(out, p, dead ? a : c.address(y) + a);
            case R_X86_64_PC32 -> Le.put32(out, p, dead ? a : c.address(y) + a - offset);
            case R_X86_64_PC64 -> Le.put64(out, p, dead ? a : c.address(y) + a - offset);
            case R_X86_64_DTPOFF32 -> Le.put32(out, p, dead ? a : dtpOffset(c, c.definition(y) + a));
            case R_X86_64_DTPOFF64 -> Le.put64(out, p, dead ? a : dtpOffset(c, c.definition(y) + a));
            default -> {}
        }
    }
}
