package org.jcc.asm.elf;

import static org.jcc.asm.elf.Elf.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** The reader on images made by hand, good and bad. */
class ElfReaderTest {
    /** An object of two sections: {@code .data} with four bytes, and the section names. */
    private static byte[] image() {
        byte[] names = "\0.data\0.shstrtab\0".getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        byte[] b = new byte[64 + 8 + 24 + 3 * SHDR_SIZE];
        b[0] = 0x7f;
        b[1] = 'E';
        b[2] = 'L';
        b[3] = 'F';
        b[EI_CLASS] = ELFCLASS64;
        b[EI_DATA] = ELFDATA2LSB;
        Le.put16(b, E_TYPE, ET_REL);
        Le.put16(b, E_MACHINE, EM_X86_64);
        Le.put64(b, E_SHOFF, 96);
        Le.put16(b, E_SHENTSIZE, SHDR_SIZE);
        Le.put16(b, E_SHNUM, 3);
        Le.put16(b, E_SHSTRNDX, 2);
        Le.put32(b, 64, 0x04030201);
        System.arraycopy(names, 0, b, 72, names.length);
        section(b, 1, 1, SHT_PROGBITS, 64, 4);
        section(b, 2, 7, SHT_STRTAB, 72, names.length);
        return b;
    }

    private static void section(byte[] b, int i, int name, int type, int off, int size) {
        int h = 96 + i * SHDR_SIZE;
        Le.put32(b, h + SH_NAME, name);
        Le.put32(b, h + SH_TYPE, type);
        Le.put64(b, h + SH_OFFSET, off);
        Le.put64(b, h + SH_SIZE, size);
        Le.put64(b, h + SH_ADDRALIGN, 1);
    }

    @Test
    void readsSections() throws BadElf {
        ElfReader e = ElfReader.open(image());
        assertEquals(3, e.count);
        assertEquals(ET_REL, e.type);
        assertEquals(".data", e.sectionName(1));
        assertEquals(0x04030201, Le.i32(e.data, e.shOff[1]));
        assertEquals(2, e.find(SHT_STRTAB));
    }

    @Test
    void readsInsideAnArchive() throws BadElf {
        byte[] outer = new byte[500];
        byte[] b = image();
        System.arraycopy(b, 0, outer, 100, b.length);
        ElfReader e = ElfReader.open(outer, 100, b.length);
        assertEquals(".data", e.sectionName(1));
        assertEquals(164, e.shOff[1]);
    }

    private static void bad(String message, java.util.function.Consumer<byte[]> damage) {
        byte[] b = image();
        damage.accept(b);
        assertEquals(message, assertThrows(BadElf.class, () -> ElfReader.open(b)).getMessage());
    }

    @Test
    void refusesWhatDoesNotFit() {
        bad("file format not recognized", b -> b[0] = 0);
        bad("not a 64-bit ELF file", b -> b[EI_CLASS] = ELFCLASS32);
        bad("not a little-endian ELF file", b -> b[EI_DATA] = ELFDATA2MSB);
        bad("section header table lies outside the file", b -> Le.put64(b, E_SHOFF, 1L << 40));
        bad("section header table lies outside the file", b -> Le.put16(b, E_SHNUM, 4));
        bad("section header entry size is not 64", b -> Le.put16(b, E_SHENTSIZE, 40));
        bad("no section name table", b -> Le.put16(b, E_SHSTRNDX, 1));
        bad("section 1 lies outside the file", b -> Le.put64(b, 96 + SHDR_SIZE + SH_SIZE, 1 << 20));
        bad("section 1 lies outside the file", b -> Le.put64(b, 96 + SHDR_SIZE + SH_OFFSET, -1));
        bad("section 1 has alignment 3", b -> Le.put64(b, 96 + SHDR_SIZE + SH_ADDRALIGN, 3));
        byte[] b = image();
        assertEquals("file is truncated", assertThrows(BadElf.class, () -> ElfReader.open(b, 0, 32)).getMessage());
    }

    @Test
    void stringsEndInsideTheirTable() throws BadElf {
        byte[] b = image();
        b[72 + 16] = 'x'; // the last NUL of the names
        ElfReader e = ElfReader.open(b);
        assertThrows(BadElf.class, () -> e.sectionName(1));
        Le.put32(b, 96 + SHDR_SIZE + SH_NAME, 5000);
        ElfReader f = ElfReader.open(b);
        assertThrows(BadElf.class, () -> f.sectionName(1));
    }

    @Test
    void relocationNames() {
        assertEquals("R_X86_64_REX_GOTPCRELX", relocName(EM_X86_64, R_X86_64_REX_GOTPCRELX));
        assertEquals("R_RISCV_CALL_PLT", relocName(EM_RISCV, R_RISCV_CALL_PLT));
        assertEquals("R_AARCH64_CALL26", relocName(EM_AARCH64, R_AARCH64_CALL26));
        assertEquals("type 999", relocName(EM_X86_64, 999));
    }
}
