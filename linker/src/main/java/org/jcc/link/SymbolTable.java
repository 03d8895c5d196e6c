package org.jcc.link;

import static org.jcc.asm.elf.Elf.*;

import java.util.ArrayList;
import org.jcc.asm.elf.Le;

/**
 * {@code .symtab} and {@code .strtab}: what debuggers and profilers read. Locals first, file by file, each file's behind its
 * STT_FILE symbol; then globals, hidden ones among the locals as their binding is over. Section symbols and assembler's
 * labels ({@code .L…}, which RISC-V objects are full of) are left out.
 */
final class SymbolTable {
    private final Context c;
    private final StringTable strings = new StringTable();
    private final ArrayList<Symbol> list = new ArrayList<>();
    private int locals;
    OutputSection symtab;
    OutputSection strtab;
    private int[] nameOff;

    SymbolTable(Context c) {
        this.c = c;
    }

    /** Chooses the symbols and makes the sections. */
    void allocate() {
        if (c.options.stripAll) return;
        for (ObjectFile o : c.objects) {
            Symbol file = null;
            for (int i = 1; i < o.firstGlobal && i < o.symbols.length; i++) {
                Symbol s = o.symbols[i];
                if (s.type == STT_FILE) {
                    file = s;
                    continue;
                }
                if (!keepLocal(s)) continue;
                if (file != null) {
                    list.add(file);
                    file = null;
                }
                list.add(s);
            }
        }
        ArrayList<Symbol> globals = new ArrayList<>();
        for (Symbol s : c.globals) {
            if (!s.inRegular && !s.dynamic || s.kind == Symbol.Kind.UNDEFINED && !s.dynamic && !s.isUndefinedWeak()) continue;
            if (s.section != null && (!s.section.live || s.section.out == null)) continue;
            if (s.kind == Symbol.Kind.SHARED && !s.dynamic) continue;
            if (isLocalNow(s)) list.add(s);
            else globals.add(s);
        }
        locals = list.size() + 1;
        list.addAll(globals);
        nameOff = new int[list.size()];
        for (int i = 0; i < nameOff.length; i++) nameOff[i] = strings.append(c.names.bytes(list.get(i).dynName == 0 ? list.get(i).name : list.get(i).dynName));
        for (Symbol s : list) if (s.isDefined() && (s.type == STT_GNU_IFUNC || s.bind == STB_GNU_UNIQUE)) c.usesGnuAbi = true;
        symtab = c.synth.add(".symtab", SHT_SYMTAB, 0, 8, SYM_SIZE, (list.size() + 1L) * SYM_SIZE, this::write);
        symtab.info = locals;
        strtab = c.synth.add(".strtab", SHT_STRTAB, 0, 1, 0, strings.size(), strings::write);
        symtab.link = strtab;
    }

    private boolean isLocalNow(Symbol s) {
        return s.kind == Symbol.Kind.DEFINED && (s.visibility == STV_HIDDEN || s.visibility == STV_INTERNAL || s.forcedLocal);
    }

    private boolean keepLocal(Symbol s) {
        if (s.name == 0 || s.type == STT_SECTION || s.kind != Symbol.Kind.DEFINED || c.options.discardAll) return false;
        if (s.section == null) return true;
        if (!s.section.live || s.section.out == null && !s.section.ehFrame) return false;
        byte[] n = c.names.bytes(s.name);
        boolean temporary = n.length > 1 && n[0] == '.' && n[1] == 'L';
        if (s.section.ehFrame && c.ehFrame.out == null) return false;
        return !temporary;
    }

    private void write(byte[] o, int at) {
        for (int i = 0; i < list.size(); i++) {
            Symbol s = list.get(i);
            int p = at + (i + 1) * SYM_SIZE;
            int shndx = SHN_UNDEF;
            long value = 0;
            int type = s.type;
            OutputSection out = s.section != null ? s.section.ehFrame ? c.ehFrame.out : s.section.out : s.out;
            if (out != null) {
                shndx = out.index;
                value = s.section != null && s.section.ehFrame ? c.ehFrame.out.addr + s.section.map(s.value) : c.definition(s);
                if (type == STT_TLS) value -= c.tlsStart;
            } else if (type == STT_FILE || s.kind == Symbol.Kind.DEFINED) {
                shndx = SHN_ABS;
                value = s.value;
            } else {
                if ((s.needs & Symbol.CANONICAL_PLT) != 0) value = c.synth.pltAddress(s);
                if (type == STT_GNU_IFUNC) type = STT_FUNC;
            }
            boolean local = i + 1 < locals;
            int bind = local ? STB_LOCAL : s.kind == Symbol.Kind.UNDEFINED ? s.strongRef ? STB_GLOBAL : STB_WEAK : s.kind == Symbol.Kind.SHARED ? s.strongRef ? STB_GLOBAL : STB_WEAK : s.bind;
            Le.put32(o, p + ST_NAME, nameOff[i]);
            Le.put8(o, p + ST_INFO, stInfo(bind, type));
            Le.put8(o, p + ST_OTHER, s.kind == Symbol.Kind.DEFINED ? (s.bind == STB_LOCAL ? s.other : s.visibility | s.other & ~3) : 0);
            Le.put16(o, p + ST_SHNDX, shndx);
            Le.put64(o, p + ST_VALUE, value);
            Le.put64(o, p + ST_SIZE, c.outputSize(s));
        }
    }
}
