package org.jcc.asm.dwarf;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.asm.Expr;
import org.jcc.asm.Leb128;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Section;
import org.jcc.asm.elf.Elf;

/**
 * Call frame information: the {@code .cfi_*} directives, written as {@code .eh_frame} (LSB 10.6) and on demand as
 * {@code .debug_frame} (DWARF 5, 6.4). Registers are DWARF numbers.
 *
 * <p>The table is written after layout, when distances between labels are numbers. A CIE holds what all its FDEs begin
 * with; as in GNU as, the first FDE of a kind gives its rules that stand at the function's first byte to the CIE, and a later FDE
 * uses that CIE if it begins with the same rules.
 */
public final class FrameTable {
    private static final int DW_CFA_advance_loc = 0x40, DW_CFA_offset = 0x80, DW_CFA_restore = 0xc0, DW_CFA_advance_loc1 = 2, DW_CFA_advance_loc2 = 3,
            DW_CFA_advance_loc4 = 4, DW_CFA_offset_extended = 5, DW_CFA_restore_extended = 6, DW_CFA_undefined = 7, DW_CFA_same_value = 8,
            DW_CFA_register = 9, DW_CFA_remember_state = 10, DW_CFA_restore_state = 11, DW_CFA_def_cfa = 12, DW_CFA_def_cfa_register = 13,
            DW_CFA_def_cfa_offset = 14, DW_CFA_offset_extended_sf = 17, DW_CFA_def_cfa_sf = 18, DW_CFA_def_cfa_offset_sf = 19, DW_CFA_val_offset = 20,
            DW_CFA_val_offset_sf = 21, DW_CFA_GNU_window_save = 45, DW_CFA_GNU_args_size = 46;

    /** One rule and where it begins to hold; {@code bytes} without the advance. */
    private record Rule(int label, boolean moved, byte[] bytes) {}

    /** One function. */
    private static final class Fde {
        int start;
        int end = -1;
        Section section;
        final List<Rule> rules = new ArrayList<>();
        int personalityEncoding = Elf.DW_EH_PE_omit;
        Expr personality;
        int lsdaEncoding = Elf.DW_EH_PE_omit;
        Expr lsda;
        boolean signal;
        int returnColumn;
    }

    private record Cie(int label, Fde model, byte[][] initial) {}

    private final ObjectBuilder out;
    private final List<Fde> functions = new ArrayList<>();
    private Fde open;
    private int lastLabel;
    private long cfaOffset;
    private final List<Long> savedOffsets = new ArrayList<>();
    private boolean ehFrame = true;
    private boolean debugFrame;

    public FrameTable(ObjectBuilder out) {
        this.out = out;
    }

    /** {@code .cfi_sections} */
    public void sections(boolean eh, boolean debug) {
        out.note("cfi_sections", eh && debug ? ".eh_frame, .debug_frame" : eh ? ".eh_frame" : debug ? ".debug_frame" : "");
        ehFrame = eh;
        debugFrame = debug;
    }

    /** True between {@link #startProc} and {@link #endProc}. */
    public boolean isOpen() {
        return open != null;
    }

    /** {@code .cfi_startproc}; {@code simple}: without the rules that hold on entry. False if one is open. */
    public boolean startProc(boolean simple) {
        if (open != null) return false;
        out.note("cfi_startproc", simple ? "simple" : "");
        open = new Fde();
        open.start = out.spot();
        open.section = out.currentSection();
        open.returnColumn = out.isa.returnColumn();
        lastLabel = open.start;
        cfaOffset = 0;
        savedOffsets.clear();
        if (!simple) {
            cfaOffset = out.isa.entryCfaOffset();
            add(bytes().op(DW_CFA_def_cfa).uleb(out.isa.stackColumn()).uleb(cfaOffset));
            if (out.isa.returnAddressOffset() != 0) put(offsetRule(out.isa.returnColumn(), out.isa.returnAddressOffset()));
        }
        return true;
    }

    public void startProc() {
        startProc(false);
    }

    /** {@code .cfi_endproc} */
    public boolean endProc() {
        if (open == null) return false;
        out.note("cfi_endproc", "");
        open.end = out.spot();
        functions.add(open);
        open = null;
        return true;
    }

    public boolean defCfa(int register, long offset) {
        out.note("cfi_def_cfa", register + ", " + offset);
        cfaOffset = offset;
        return offset < 0 ? add(bytes().op(DW_CFA_def_cfa_sf).uleb(register).sleb(offset / out.isa.dataAlignment()))
                : add(bytes().op(DW_CFA_def_cfa).uleb(register).uleb(offset));
    }

    public boolean defCfaOffset(long offset) {
        out.note("cfi_def_cfa_offset", Long.toString(offset));
        return cfaOffset(offset);
    }

    private boolean cfaOffset(long offset) {
        cfaOffset = offset;
        return offset < 0 ? add(bytes().op(DW_CFA_def_cfa_offset_sf).sleb(offset / out.isa.dataAlignment())) : add(bytes().op(DW_CFA_def_cfa_offset).uleb(offset));
    }

    public boolean adjustCfaOffset(long delta) {
        out.note("cfi_adjust_cfa_offset", Long.toString(delta));
        return cfaOffset(cfaOffset + delta);
    }

    public boolean defCfaRegister(int register) {
        out.note("cfi_def_cfa_register", Integer.toString(register));
        return add(bytes().op(DW_CFA_def_cfa_register).uleb(register));
    }

    /** The register is saved at CFA + offset. */
    public boolean offset(int register, long offset) {
        out.note("cfi_offset", register + ", " + offset);
        return put(offsetRule(register, offset));
    }

    /** As {@link #offset}, counted from the register that the CFA is computed from. */
    public boolean relOffset(int register, long offset) {
        out.note("cfi_rel_offset", register + ", " + offset);
        return put(offsetRule(register, offset - cfaOffset));
    }

    private byte[] offsetRule(int register, long offset) {
        long factored = offset / out.isa.dataAlignment();
        if (factored < 0) return bytes().op(DW_CFA_offset_extended_sf).uleb(register).sleb(factored).done();
        if (register < 64) return bytes().op(DW_CFA_offset | register).uleb(factored).done();
        return bytes().op(DW_CFA_offset_extended).uleb(register).uleb(factored).done();
    }

    public boolean valOffset(int register, long offset) {
        out.note("cfi_val_offset", register + ", " + offset);
        long factored = offset / out.isa.dataAlignment();
        return factored < 0 ? add(bytes().op(DW_CFA_val_offset_sf).uleb(register).sleb(factored)) : add(bytes().op(DW_CFA_val_offset).uleb(register).uleb(factored));
    }

    public boolean restore(int register) {
        out.note("cfi_restore", Integer.toString(register));
        return register < 64 ? add(bytes().op(DW_CFA_restore | register)) : add(bytes().op(DW_CFA_restore_extended).uleb(register));
    }

    public boolean undefined(int register) {
        out.note("cfi_undefined", Integer.toString(register));
        return add(bytes().op(DW_CFA_undefined).uleb(register));
    }

    public boolean sameValue(int register) {
        out.note("cfi_same_value", Integer.toString(register));
        return add(bytes().op(DW_CFA_same_value).uleb(register));
    }

    public boolean register(int register, int in) {
        out.note("cfi_register", register + ", " + in);
        return add(bytes().op(DW_CFA_register).uleb(register).uleb(in));
    }

    public boolean rememberState() {
        out.note("cfi_remember_state", "");
        savedOffsets.add(cfaOffset);
        return add(bytes().op(DW_CFA_remember_state));
    }

    public boolean restoreState() {
        out.note("cfi_restore_state", "");
        if (!savedOffsets.isEmpty()) cfaOffset = savedOffsets.removeLast();
        return add(bytes().op(DW_CFA_restore_state));
    }

    public boolean windowSave() {
        out.note("cfi_window_save", "");
        return add(bytes().op(DW_CFA_GNU_window_save));
    }

    public boolean argsSize(long n) {
        out.note("cfi_GNU_args_size", Long.toString(n));
        return add(bytes().op(DW_CFA_GNU_args_size).uleb(n));
    }

    /** Bytes of rules as they are. */
    public boolean escape(byte[] b) {
        StringBuilder sb = new StringBuilder();
        for (byte x : b) sb.append(sb.isEmpty() ? "0x" : ", 0x").append(Integer.toHexString(x & 255));
        out.note("cfi_escape", sb.toString());
        return put(b.clone());
    }

    /** {@code .cfi_personality} with a pointer encoding and a symbol. */
    public boolean personality(int encoding, String symbol) {
        out.note("cfi_personality", "0x" + Integer.toHexString(encoding) + (symbol == null ? "" : ", " + symbol));
        if (open == null) return false;
        open.personalityEncoding = encoding;
        open.personality = symbol == null ? null : Expr.symbol(out.symbol(symbol));
        return true;
    }

    /** {@code .cfi_lsda} with a pointer encoding and a label (-1 for {@code DW_EH_PE_omit}). */
    public boolean lsda(int encoding, int label) {
        out.note("cfi_lsda", "0x" + Integer.toHexString(encoding) + (label < 0 ? "" : ", " + out.labelName(label)));
        if (open == null) return false;
        open.lsdaEncoding = encoding;
        open.lsda = label < 0 ? null : Expr.symbol(label);
        return true;
    }

    public boolean signalFrame() {
        out.note("cfi_signal_frame", "");
        if (open == null) return false;
        open.signal = true;
        return true;
    }

    public boolean returnColumn(int register) {
        out.note("cfi_return_column", Integer.toString(register));
        if (open == null) return false;
        open.returnColumn = register;
        return true;
    }

    private boolean add(Bytes b) {
        return put(b.done());
    }

    private boolean put(byte[] b) {
        if (open == null) return false;
        int here = out.spot();
        boolean moved = !out.samePlace(lastLabel, here);
        lastLabel = here;
        open.rules.add(new Rule(here, moved, b));
        return true;
    }

    // --- writing ------------------------------------------------------------------------------------------------------

    /** Writes the tables; to be called after layout. */
    public void write() {
        if (functions.isEmpty()) return;
        out.silently(() -> {
            if (ehFrame) write(true);
            if (debugFrame) write(false);
        });
    }

    private void write(boolean eh) {
        out.section(eh ? ".eh_frame" : ".debug_frame", Elf.SHT_PROGBITS, eh ? Elf.SHF_ALLOC : 0, 0);
        out.align(8);
        List<Cie> cies = new ArrayList<>();
        for (int i = 0; i < functions.size(); i++) {
            Fde f = functions.get(i);
            Cie cie = null;
            for (Cie c : cies) if (matches(c, f)) cie = c;
            if (cie == null) {
                cie = writeCie(f, eh);
                cies.add(cie);
            }
            writeFde(f, cie, eh, i == functions.size() - 1);
        }
    }

    private static boolean matches(Cie c, Fde f) {
        Fde m = c.model;
        if (m.returnColumn != f.returnColumn || m.signal != f.signal || m.personalityEncoding != f.personalityEncoding || m.lsdaEncoding != f.lsdaEncoding
                || m.personality != null && !m.personality.equals(f.personality) || f.rules.size() < c.initial.length) {
            return false;
        }
        for (int i = 0; i < c.initial.length; i++) if (f.rules.get(i).moved || !Arrays.equals(c.initial[i], f.rules.get(i).bytes)) return false;
        return true;
    }

    private Cie writeCie(Fde f, boolean eh) {
        int n = 0;
        while (n < f.rules.size() && !f.rules.get(n).moved && !special(f.rules.get(n).bytes)) n++;
        byte[][] initial = new byte[n][];
        for (int i = 0; i < n; i++) initial[i] = f.rules.get(i).bytes;
        int cie = out.spot();
        int start = out.newLabel();
        int end = out.newLabel();
        out.data(4, Expr.difference(end, start));
        out.label(start);
        out.data(4, eh ? 0 : 0xffffffffL);
        boolean large = f.returnColumn > 255;
        out.data(1, eh ? 1 : large ? 3 : 1);
        Bytes b = bytes();
        if (eh) {
            b.op('z');
            if (f.personalityEncoding != Elf.DW_EH_PE_omit) b.op('P');
            if (f.lsdaEncoding != Elf.DW_EH_PE_omit) b.op('L');
            b.op('R');
            if (f.signal) b.op('S');
        }
        b.op(0).uleb(out.isa.codeAlignment()).sleb(out.isa.dataAlignment());
        if (!eh || !large) b.op(f.returnColumn);
        else b.uleb(f.returnColumn);
        if (eh) {
            int p = f.personalityEncoding == Elf.DW_EH_PE_omit ? 0 : 1 + encodedSize(f.personalityEncoding);
            b.uleb(1 + p + (f.lsdaEncoding == Elf.DW_EH_PE_omit ? 0 : 1));
            if (p > 0) {
                b.op(f.personalityEncoding);
                out.bytes(b.done());
                b = bytes();
                encoded(f.personalityEncoding, f.personality);
            }
            if (f.lsdaEncoding != Elf.DW_EH_PE_omit) b.op(f.lsdaEncoding);
            b.op(Elf.DW_EH_PE_pcrel | Elf.DW_EH_PE_sdata4);
        }
        out.bytes(b.done());
        for (byte[] rule : initial) out.bytes(rule);
        out.align(eh ? 4 : 8);
        out.label(end);
        return new Cie(cie, f, initial);
    }

    /** Rules that GNU as never moves into a CIE. */
    private static boolean special(byte[] rule) {
        return rule.length == 1 && (rule[0] == DW_CFA_remember_state || rule[0] == DW_CFA_restore_state);
    }

    private void writeFde(Fde f, Cie cie, boolean eh, boolean last) {
        int start = out.newLabel();
        int end = out.newLabel();
        out.data(4, Expr.difference(end, start));
        out.label(start);
        if (eh) {
            out.data(4, Expr.difference(start, cie.label));
            out.data(4, Expr.difference(f.start, out.spot()));
            out.data(4, Expr.difference(f.end, f.start));
            int l = f.lsdaEncoding == Elf.DW_EH_PE_omit ? 0 : encodedSize(f.lsdaEncoding);
            out.data(1, l);
            if (l > 0) encoded(f.lsdaEncoding, f.lsda);
        } else {
            out.data(4, Expr.symbol(cie.label));
            out.data(8, Expr.symbol(f.start));
            out.data(8, Expr.difference(f.end, f.start));
        }
        int at = f.start;
        for (int i = cie.initial.length; i < f.rules.size(); i++) {
            Rule r = f.rules.get(i);
            if (out.sectionOf(r.label) == f.section) {
                advance(out.distance(at, r.label) / out.isa.codeAlignment());
                at = r.label;
            }
            out.bytes(r.bytes);
        }
        out.align(eh && !last ? 4 : 8);
        out.label(end);
    }

    private void advance(long delta) {
        if (delta == 0) return;
        if (delta < 0x40) out.data(1, DW_CFA_advance_loc | delta);
        else if (delta < 0x100) {
            out.data(1, DW_CFA_advance_loc1);
            out.data(1, delta);
        } else if (delta < 0x10000) {
            out.data(1, DW_CFA_advance_loc2);
            out.data(2, delta);
        } else {
            out.data(1, DW_CFA_advance_loc4);
            out.data(4, delta);
        }
    }

    private static int encodedSize(int encoding) {
        return switch (encoding & 7) {
            case Elf.DW_EH_PE_udata2 -> 2;
            case Elf.DW_EH_PE_udata4 -> 4;
            default -> 8;
        };
    }

    private void encoded(int encoding, Expr value) {
        int n = encodedSize(encoding);
        if (value == null) value = Expr.of(0);
        if ((encoding & 0x70) == Elf.DW_EH_PE_pcrel) out.data(n, new Expr(value.add(), out.spot(), value.addend()));
        else out.data(n, value);
    }

    private static Bytes bytes() {
        return new Bytes();
    }

    /** A few bytes in the making. */
    private static final class Bytes {
        private final ByteArrayOutputStream b = new ByteArrayOutputStream(8);

        Bytes op(int x) {
            b.write(x);
            return this;
        }

        Bytes uleb(long v) {
            return number(v, false);
        }

        Bytes sleb(long v) {
            return number(v, true);
        }

        private Bytes number(long v, boolean signed) {
            byte[] n = new byte[10];
            b.write(n, 0, Leb128.write(v, signed, n, 0, 0));
            return this;
        }

        byte[] done() {
            return b.toByteArray();
        }
    }
}
