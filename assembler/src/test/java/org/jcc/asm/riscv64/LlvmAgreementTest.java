package org.jcc.asm.riscv64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.Insn;
import org.jcc.asm.Kind;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.elf.Le;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of the RISC-V table against an independent assembler and disassembler, both ways, and against our decoder; the
 * pseudo-instructions, relocations and far branches against the same assembler.
 */
class LlvmAgreementTest {
    @TempDir
    Path dir;

    private String llvm(String input, String... args) throws IOException, InterruptedException {
        Path in = dir.resolve("in");
        Path out = dir.resolve("out");
        Files.writeString(in, input);
        List<String> command = new ArrayList<>(List.of("llvm-mc", "--triple=riscv64", "-mattr=+m,+a,+f,+d,-relax"));
        command.addAll(List.of(args));
        command.add(in.toString());
        Process p = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(dir.resolve("err").toFile()).start();
        p.waitFor();
        return Files.readString(out, StandardCharsets.ISO_8859_1) + Files.readString(dir.resolve("err"));
    }

    private static boolean available() {
        try {
            return new ProcessBuilder("llvm-mc", "--version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    // --- samples: low and high registers, edges of immediates, every order and some rounding modes ------------------------

    private static List<Insn> samples() {
        List<Insn> out = new ArrayList<>();
        for (RvRow r : RvRows.ALL) {
            if (r == Rv.CALL || r == Rv.TAIL || r == Rv.ADD_TPREL) continue;
            boolean branch = false;
            for (Kind k : r.kinds) branch |= k.target();
            if (branch) continue;
            int n = r.kinds.length == 0 ? 1 : 4;
            for (int v = 0; v < n; v++) {
                Operand[] ops = new Operand[r.kinds.length];
                for (int i = 0; i < ops.length; i++) ops[i] = operand(r, i, v);
                int prefixes = r.orders ? v : r.rounding == 7 && v > 1 ? RvIsa.ROUND | v - 1 : 0;
                out.add(new Insn(r, ops, prefixes));
            }
        }
        return out;
    }

    private static Operand operand(RvRow r, int i, int v) {
        Kind k = r.kinds[i];
        int register = new int[] {10, 1, 31, 8, 17, 29}[(v + 2 * i) % 6];
        if (k.isReg()) return Operand.reg(register + (k.regClass() == Kind.FPR ? RvRegs.FT0 : 0));
        if (k.mem()) return Operand.mem(register, r.roles[i] == RvRow.MEM_0 ? 0 : new int[] {4, -2048, 2047, -8}[v]);
        if (r.roles[i] == RvRow.CSR) return Operand.imm(new int[] {3, 0xc00, 2, 1}[v]);
        if (k.signed()) return Operand.imm(new int[] {5, -2048, 2047, -7}[v]);
        if (r.roles[i] == RvRow.PRED || r.roles[i] == RvRow.SUCC) return Operand.imm(new int[] {3, 2, 1, 12}[v]);
        return Operand.imm(new long[] {1, (1L << k.immBits()) - 1, 17, 21}[v]);
    }

    private static String hex(byte[] b) {
        StringBuilder sb = new StringBuilder();
        for (byte x : b) sb.append(sb.isEmpty() ? "" : ",").append(String.format("0x%02x", x));
        return sb.toString();
    }

    private static ObjectBuilder builder(Diagnostics d) {
        return new ObjectBuilder(RvIsa.INSTANCE, d, null);
    }

    private static byte[] encode(Insn i) {
        ObjectBuilder b = builder(new Diagnostics(new SourceManager()));
        b.emit(i);
        return b.currentBytes();
    }

    private static String print(Insn i) {
        StringBuilder sb = new StringBuilder();
        RvIsa.INSTANCE.print(i, builder(new Diagnostics(new SourceManager())), sb);
        return sb.toString();
    }

    /** Our bytes for one line of text, or the error. */
    private static String assemble(String text) {
        SourceManager sm = new SourceManager();
        Diagnostics d = new Diagnostics(sm);
        ObjectBuilder b = builder(d);
        new GasAssembler(b, GasAssembler.Options.NONE).assembleFile(sm.add("t.s", (text + "\n").getBytes(StandardCharsets.UTF_8), 0, false));
        return d.hasErrors() ? d.render(false).lines().findFirst().orElse("") : hex(b.currentBytes());
    }

    // --- rows -----------------------------------------------------------------------------------------------------------

    @Test
    void rowsAgreeWithLlvm() throws Exception {
        assumeTrue(available());
        StringBuilder text = new StringBuilder();
        List<Insn> samples = samples();
        for (Insn i : samples) text.append(print(i)).append('\n');
        String out = llvm(text.toString(), "--show-encoding");
        List<String> theirs = new ArrayList<>();
        List<String> spelling = new ArrayList<>();
        for (String line : out.split("\n")) {
            int e = line.indexOf("# encoding: [");
            if (e < 0) continue;
            spelling.add(line.substring(0, e).strip());
            theirs.add(line.substring(e + 13, line.indexOf(']')));
        }
        StringBuilder wrong = new StringBuilder();
        out.lines().filter(l -> l.contains("error:")).limit(20).forEach(l -> wrong.append(l).append('\n'));
        assertEquals(wrong.toString(), samples.size() == theirs.size() ? "" : wrong + "lines");
        for (int i = 0; i < samples.size(); i++) {
            String ours = hex(encode(samples.get(i)));
            if (!ours.equals(theirs.get(i))) wrong.append(print(samples.get(i))).append(" ours ").append(ours).append(" llvm ").append(theirs.get(i)).append('\n');
            if (!assemble(print(samples.get(i))).equals(ours)) wrong.append("parse of ").append(print(samples.get(i))).append(": ").append(assemble(print(samples.get(i)))).append('\n');
            if (!assemble(spelling.get(i)).equals(ours)) wrong.append("parse of ").append(spelling.get(i)).append(": ").append(assemble(spelling.get(i))).append('\n');
        }
        assertEquals("", wrong.toString());
    }

    @Test
    void decoderReadsWhatTheEncoderWrites() {
        for (Insn i : samples()) {
            byte[] b = encode(i);
            Insn back = RvDecoder.decode(Le.i32(b, 0));
            assertNotNull(back, print(i));
            assertEquals(hex(b), hex(encode(back)), print(i) + " / " + print(back));
        }
        for (int word : new int[] {0x00050463, 0xfe0518e3, 0x0080006f, 0xff1ff0ef}) {
            Insn back = RvDecoder.decode(word);
            int n = 0;
            for (int k = 0; k < back.operands().length; k++) {
                n |= switch (((RvRow) back.row()).roles[k]) {
                    case RvRow.RD -> ((Operand.Reg) back.operands()[k]).number() << 7;
                    case RvRow.RS1 -> ((Operand.Reg) back.operands()[k]).number() << 15;
                    case RvRow.RS2 -> ((Operand.Reg) back.operands()[k]).number() << 20;
                    default -> RvEncoder.immediate(((RvRow) back.row()).roles[k], ((Operand.Imm) back.operands()[k]).value());
                };
            }
            assertEquals(word, ((RvRow) back.row()).match | n);
        }
    }

    // --- text -----------------------------------------------------------------------------------------------------------

    private static final String PSEUDOS = """
            nop
            mv a0, a1
            not a0, a1
            neg a0, a1
            negw a0, a1
            sext.w a0, a1
            seqz a0, a1
            snez a0, a1
            sltz a0, a1
            sgtz a0, a1
            sgt a0, a1, a2
            add a0, a1, 5
            and a0, a1, 15
            addi x10, x11, -1
            jr a0
            jr 8(a0)
            jalr a0
            jalr t0, 8(a0)
            jalr 4(a1)
            ret
            li a0, 0
            li a0, -1
            li a0, 2047
            li a0, 2048
            li a0, 0x12345678
            li a0, 0x7fffffff
            li a0, -2147483648
            li a0, 0xffffffff
            li a0, 0x123456789abcdef0
            li a0, 0x8000000000000000
            li a0, 0x7fffffffffffffff
            li a0, 0x100000000
            li a0, 0xffffffff00000000
            fmv.s fa0, fa1
            fabs.d fa0, fa1
            fneg.d fa0, fa1
            fgt.d a0, fa0, fa1
            fcvt.w.d a0, fa0, rtz
            fence
            fence rw, w
            fence.tso
            frcsr a0
            csrr a0, fcsr
            csrw fflags, a0
            lr.w.aq a0, (a1)
            sc.d.rl a0, a2, (a1)
            amoadd.w.aqrl a0, a2, (a1)
            ld a0, (sp)
            lui a0, %hi(0x12345678)
            addi a0, a0, %lo(0x12345678)
            """;

    @Test
    void pseudosAgreeWithLlvm() throws Exception {
        assumeTrue(available());
        StringBuilder wrong = new StringBuilder();
        String[] lines = PSEUDOS.split("\n");
        StringBuilder numbered = new StringBuilder();
        for (int i = 0; i < lines.length; i++) numbered.append("L").append(i).append(":\n").append(lines[i]).append('\n');
        String[] theirs = new String[lines.length];
        int at = -1;
        String out = llvm(numbered.toString(), "--show-encoding");
        for (String line : out.split("\n")) {
            if (line.matches("L\\d+:")) at = Integer.parseInt(line.substring(1, line.length() - 1));
            int e = line.indexOf("# encoding: [");
            if (e >= 0) theirs[at] = (theirs[at] == null ? "" : theirs[at] + ",") + line.substring(e + 13, line.indexOf(']'));
        }
        for (int i = 0; i < lines.length; i++) {
            String ours = assemble(lines[i]);
            // Of several shortest ways to a wide number llvm-mc may choose another one.
            if (lines[i].startsWith("li") && theirs[i] != null && ours.length() == theirs[i].length()) continue;
            if (!ours.equals(theirs[i])) wrong.append(lines[i]).append(" ours ").append(ours).append(" llvm ").append(theirs[i]).append('\n');
        }
        assertEquals("", wrong.toString());
    }

    /** What {@code li} makes, executed here. */
    @Test
    void constantsComeOutRight() {
        long seed = 42;
        for (int n = 0; n < 20000; n++) {
            seed = seed * 6364136223846793005L + 1442695040888963407L;
            long v = n < 130 ? (1L << n / 2) - (n & 1) : seed >> (n & 63);
            long[] x = new long[1];
            int[] count = new int[1];
            RvImmediates.load(10, v, (row, ops) -> {
                long imm = ops[ops.length - 1] instanceof Operand.Imm i ? i.value() : 0;
                count[0]++;
                if (row == Rv.LUI) x[0] = (long) (int) (imm << 12);
                else if (row == Rv.ADDI) x[0] = ((Operand.Reg) ops[1]).number() == 0 ? imm : x[0] + imm;
                else if (row == Rv.ADDIW) x[0] = (int) (x[0] + imm);
                else if (row == Rv.SRLI) x[0] >>>= imm;
                else x[0] <<= imm;
            });
            assertEquals(v, x[0]);
            assertEquals(true, count[0] <= 8);
        }
    }
}
