package org.jcc.asm.elf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A relocatable object as text for goldens: sections with their bytes and relocations, then symbols. Trusts the object. */
public final class ObjectDump {
    private ObjectDump() {}

    public static String dump(byte[] object) {
        ByteBuffer b = ByteBuffer.wrap(object).order(ByteOrder.LITTLE_ENDIAN);
        int machine = b.getShort(Elf.E_MACHINE);
        int n = b.getShort(Elf.E_SHNUM);
        long table = b.getLong(Elf.E_SHOFF);
        int[] at = new int[n];
        for (int i = 0; i < n; i++) at[i] = (int) table + i * Elf.SHDR_SIZE;
        int names = (int) b.getLong(at[b.getShort(Elf.E_SHSTRNDX)] + Elf.SH_OFFSET);
        String[] name = new String[n];
        int symtab = 0;
        for (int i = 0; i < n; i++) {
            name[i] = string(object, names + b.getInt(at[i] + Elf.SH_NAME));
            if (b.getInt(at[i] + Elf.SH_TYPE) == Elf.SHT_SYMTAB) symtab = i;
        }
        int symbols = (int) b.getLong(at[symtab] + Elf.SH_OFFSET);
        int count = (int) b.getLong(at[symtab] + Elf.SH_SIZE) / Elf.SYM_SIZE;
        int strings = (int) b.getLong(at[b.getInt(at[symtab] + Elf.SH_LINK)] + Elf.SH_OFFSET);
        String[] symbol = new String[count];
        for (int i = 0; i < count; i++) {
            int s = symbols + i * Elf.SYM_SIZE;
            boolean section = (b.get(s + Elf.ST_INFO) & 15) == Elf.STT_SECTION;
            symbol[i] = section ? name[b.getShort(s + Elf.ST_SHNDX)] : string(object, strings + b.getInt(s + Elf.ST_NAME));
        }
        StringBuilder out = new StringBuilder();
        for (int i = 1; i < n; i++) {
            int type = b.getInt(at[i] + Elf.SH_TYPE);
            long size = b.getLong(at[i] + Elf.SH_SIZE);
            if (type == Elf.SHT_SYMTAB || type == Elf.SHT_STRTAB || type == Elf.SHT_RELA || size == 0) continue;
            out.append(String.format("section %s type=%x flags=%x align=%d entsize=%d size=%d%n", name[i], type, b.getLong(at[i] + Elf.SH_FLAGS),
                    b.getLong(at[i] + Elf.SH_ADDRALIGN), b.getLong(at[i] + Elf.SH_ENTSIZE), size));
            List<String> relocations = new ArrayList<>();
            for (int r = 1; r < n; r++) {
                if (b.getInt(at[r] + Elf.SH_TYPE) != Elf.SHT_RELA || b.getInt(at[r] + Elf.SH_INFO) != i) continue;
                int from = (int) b.getLong(at[r] + Elf.SH_OFFSET);
                for (int k = 0; k < b.getLong(at[r] + Elf.SH_SIZE); k += Elf.RELA_SIZE) {
                    long info = b.getLong(from + k + 8);
                    relocations.add(String.format("  %x %s %s%+d%n", b.getLong(from + k), RelocNames.of(machine, (int) info), symbol[(int) (info >>> 32)], b.getLong(from + k + 16)));
                }
            }
            if (type != Elf.SHT_NOBITS) {
                int from = (int) b.getLong(at[i] + Elf.SH_OFFSET);
                for (int k = 0; k < size; k += 16) {
                    out.append(String.format("%6x ", k));
                    for (int j = k; j < Math.min(size, k + 16); j++) out.append(String.format(" %02x", object[from + j]));
                    out.append('\n');
                }
            }
            relocations.forEach(out::append);
        }
        for (int i = 1; i < count; i++) {
            int s = symbols + i * Elf.SYM_SIZE;
            int section = b.getShort(s + Elf.ST_SHNDX) & 0xffff;
            String place = section == Elf.SHN_ABS ? "ABS" : section == Elf.SHN_COMMON ? "COMMON" : section == 0 ? "UNDEF" : name[section];
            out.append(String.format("symbol %s %s value=%x size=%d bind=%d type=%d vis=%d%n", symbol[i], place, b.getLong(s + Elf.ST_VALUE), b.getLong(s + Elf.ST_SIZE),
                    b.get(s + Elf.ST_INFO) >> 4 & 15, b.get(s + Elf.ST_INFO) & 15, b.get(s + Elf.ST_OTHER)));
        }
        return out.toString();
    }

    private static String string(byte[] b, int at) {
        int end = at;
        while (b[end] != 0) end++;
        return new String(b, at, end - at, StandardCharsets.UTF_8);
    }
}
