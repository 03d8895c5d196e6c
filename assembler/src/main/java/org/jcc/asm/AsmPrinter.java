package org.jcc.asm;

import java.nio.charset.StandardCharsets;
import org.jcc.asm.elf.Elf;

/**
 * Writes the calls of an {@link ObjectBuilder} down as GNU assembler text ({@code -S}). Assembling the text makes the same
 * calls again, so the object is the same, byte for byte; whatever is printed must therefore be exact rather than pretty.
 */
public final class AsmPrinter {
    private final StringBuilder out = new StringBuilder(1 << 16);

    /** All that was printed. */
    public String text() {
        return out.toString();
    }

    void directive(String name, String operands) {
        out.append("\t.").append(name);
        if (!operands.isEmpty()) out.append('\t').append(operands);
        out.append('\n');
    }

    void label(String name) {
        out.append(name).append(":\n");
    }

    /** A comment line for the reader. */
    public void comment(String s) {
        out.append("\t# ").append(s.replace('\n', ' ')).append('\n');
    }

    void instruction(Insn insn, ObjectBuilder b) {
        out.append('\t');
        b.isa.print(insn, b, out);
        out.append('\n');
    }

    void inline(String s) {
        out.append("#APP\n").append(s);
        if (!s.endsWith("\n")) out.append('\n');
        out.append("#NO_APP\n");
    }

    void section(Section s) {
        if (s.group == null && s.linkOrder == null && (s.name.equals(".text") || s.name.equals(".data") || s.name.equals(".bss"))) {
            out.append('\t').append(s.name).append('\n');
            return;
        }
        StringBuilder f = new StringBuilder();
        if ((s.flags & Elf.SHF_ALLOC) != 0) f.append('a');
        if ((s.flags & Elf.SHF_EXCLUDE & 0xffffffffL) != 0) f.append('e');
        if ((s.flags & Elf.SHF_WRITE) != 0) f.append('w');
        if ((s.flags & Elf.SHF_EXECINSTR) != 0) f.append('x');
        if ((s.flags & Elf.SHF_MERGE) != 0) f.append('M');
        if ((s.flags & Elf.SHF_STRINGS) != 0) f.append('S');
        if ((s.flags & Elf.SHF_TLS) != 0) f.append('T');
        if ((s.flags & Elf.SHF_GNU_RETAIN) != 0) f.append('R');
        if ((s.flags & Elf.SHF_X86_64_LARGE) != 0) f.append('l');
        if (s.linkOrder != null) f.append('o');
        if (s.group != null) f.append('G');
        out.append("\t.section\t").append(quoted(s.name)).append(",\"").append(f).append("\",@").append(typeName(s.type));
        if ((s.flags & Elf.SHF_MERGE) != 0) out.append(',').append(s.entsize);
        if (s.linkOrder != null) out.append(',').append(quoted(s.linkOrder));
        if (s.group != null) out.append(',').append(quoted(s.group)).append(s.comdat ? ",comdat" : "");
        out.append('\n');
    }

    private static String typeName(int type) {
        return switch (type) {
            case Elf.SHT_PROGBITS -> "progbits";
            case Elf.SHT_NOBITS -> "nobits";
            case Elf.SHT_NOTE -> "note";
            case Elf.SHT_INIT_ARRAY -> "init_array";
            case Elf.SHT_FINI_ARRAY -> "fini_array";
            case Elf.SHT_PREINIT_ARRAY -> "preinit_array";
            default -> "0x" + Integer.toHexString(type);
        };
    }

    void type(String name, int type) {
        directive("type", quoted(name) + ", @" + switch (type) {
            case Elf.STT_FUNC -> "function";
            case Elf.STT_OBJECT -> "object";
            case Elf.STT_TLS -> "tls_object";
            case Elf.STT_GNU_IFUNC -> "gnu_indirect_function";
            case Elf.STT_COMMON -> "common";
            default -> "notype";
        });
    }

    void align(long bytes, int max, long fill, int fillSize) {
        if (fillSize == 0) directive("balign", max == 0 ? Long.toString(bytes) : bytes + ",," + max);
        else directive(fillSize == 1 ? "balign" : fillSize == 2 ? "balignw" : "balignl", bytes + "," + fill + (max == 0 ? "" : "," + max));
    }

    static String dataDirective(int size) {
        return switch (size) {
            case 1 -> "byte";
            case 2 -> "2byte";
            case 4 -> "4byte";
            default -> "8byte";
        };
    }

    void bytes(byte[] b, int from, int to) {
        for (int i = from; i < to; ) {
            int run = i;
            while (run < to && b[run] == b[i]) run++;
            if (run - i >= 16 && b[i] == 0) {
                directive("zero", Integer.toString(run - i));
                i = run;
                continue;
            }
            int end = Math.min(to, i + 64);
            for (int j = i + 1; j + 16 <= end; j++) {
                boolean zeros = true;
                for (int k = j; k < j + 16 && zeros; k++) zeros = b[k] == 0;
                if (zeros) end = j;
            }
            out.append("\t.ascii\t\"");
            for (int j = i; j < end; j++) character(out, b[j]);
            out.append("\"\n");
            i = end;
        }
    }

    private static void character(StringBuilder sb, byte c) {
        switch (c) {
            case '"' -> sb.append("\\\"");
            case '\\' -> sb.append("\\\\");
            case '\n' -> sb.append("\\n");
            case '\t' -> sb.append("\\t");
            default -> {
                if (c >= 32 && c < 127) sb.append((char) c);
                else sb.append('\\').append((char) ('0' + (c >> 6 & 3))).append((char) ('0' + (c >> 3 & 7))).append((char) ('0' + (c & 7)));
            }
        }
    }

    /** A string constant. */
    public static String string(String s) {
        StringBuilder sb = new StringBuilder().append('"');
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) character(sb, b);
        return sb.append('"').toString();
    }

    /** A symbol's name, in quotes if it is not made of name characters. */
    public static String quoted(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '.' || c == '$' || c >= '0' && c <= '9' && i > 0)) return string(name);
        }
        return name.isEmpty() ? "\"\"" : name;
    }
}
