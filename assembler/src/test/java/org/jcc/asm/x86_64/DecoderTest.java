package org.jcc.asm.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.jcc.asm.Insn;
import org.jcc.asm.Row;
import org.junit.jupiter.api.Test;

/** The decoder inverts the encoder on every row, and takes any bytes. */
class DecoderTest {
    @Test
    void everyRowDecodesToItself() {
        StringBuilder wrong = new StringBuilder();
        for (Insn s : RowSamples.all()) {
            byte[] b = RowSamples.encode(s);
            byte[] padded = Arrays.copyOf(b, b.length + 4);
            X86Decoder.Decoded d = X86Decoder.decode(padded, 0, padded.length);
            String ours = RowSamples.print(s, null);
            if (d == null) {
                wrong.append(ours).append(": not decoded\n");
                continue;
            }
            String back = RowSamples.print(d.insn(), null);
            boolean same = Arrays.equals(b, RowSamples.encode(d.insn())) && d.length() == b.length;
            // Rows that share their bytes with another row decode to that one.
            if (!same || !mnemonic(ours).equals(mnemonic(back)) && !s.row().is(Row.ALTERNATE) && !shared(s.row())) {
                wrong.append(ours).append(" -> ").append(back).append(d.length() == b.length ? "" : " length " + d.length()).append('\n');
            }
        }
        assertEquals("", wrong.toString());
    }

    /** Rows whose bytes another row gives too. */
    private static boolean shared(Row r) {
        String n = r.names[0];
        return n.startsWith("movabs") || n.startsWith("xchg") || n.equals("int") || r.kinds[0].name().equals("sreg");
    }

    private static String mnemonic(String s) {
        return s.split("\t")[0];
    }

    @Test
    void anyBytes() {
        Random r = new Random(7);
        byte[] b = new byte[20];
        for (int i = 0; i < 200_000; i++) {
            r.nextBytes(b);
            X86Decoder.Decoded d = X86Decoder.decode(b, 0, 1 + r.nextInt(16));
            if (d != null) RowSamples.print(d.insn(), null);
        }
    }
}
