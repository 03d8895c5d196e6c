package org.jcc.asm.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcc.asm.GasAssembler;
import org.jcc.asm.Insn;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every row of the table against an independent assembler and disassembler. What we print, llvm-mc must assemble to the
 * bytes that we encode; what llvm-mc prints for our bytes, we must assemble to the same bytes.
 */
class LlvmAgreementTest {
    @TempDir
    Path dir;

    private static final String FEATURES = "-mattr=+sse4.2,+bmi,+bmi2,+lzcnt,+popcnt,+movbe,+adx,+rdrnd,+rdseed,+fsgsbase,+xsave,+xsaveopt,+xsavec,+xsaves,"
            + "+clflushopt,+clwb,+cldemote,+shstk,+rdpid,+invpcid,+pku,+rtm,+avx2,+fma,+f16c,+aes,+pclmul,+prfchw,+serialize,+wbnoinvd,+cx16,+crc32,+x87,+mmx";

    private String llvm(String input, String... args) throws IOException, InterruptedException {
        Path in = dir.resolve("in");
        Path out = dir.resolve("out");
        Files.writeString(in, input);
        List<String> command = new ArrayList<>(List.of("llvm-mc", "--triple=x86_64-linux-gnu", FEATURES));
        command.addAll(List.of(args));
        command.add(in.toString());
        Process p = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(dir.resolve("err").toFile()).start();
        p.waitFor();
        return Files.readString(out) + Files.readString(dir.resolve("err"));
    }

    private static boolean available() {
        try {
            return new ProcessBuilder("llvm-mc", "--version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private static String hex(byte[] b) {
        StringBuilder sb = new StringBuilder();
        for (byte x : b) sb.append(sb.isEmpty() ? "" : ",").append(String.format("0x%02x", x));
        return sb.toString();
    }

    private static ObjectBuilder builder() {
        return new ObjectBuilder(X86Isa.INSTANCE, new Diagnostics(new SourceManager()), null);
    }

    /** Instructions that have two encodings or two spellings, of which llvm-mc takes another one (vmovss by way of its store form, a byte less). */
    private static boolean ambiguous(Insn s) {
        return s.row().names[0].startsWith("xchg") && s.operands()[1] instanceof Operand.Reg || s.row() == X86.INT1 || s.row() == X86.INT_U8
                || s.row() == X86.VMOVSS_X_X_X || s.row() == X86.VMOVSD_X_X_X
                || s.row().is(Row.ALTERNATE) && s.row().names[0].contains("movmsk");
    }

    @Test
    void llvmAssemblesOurText() throws Exception {
        assumeTrue(available());
        List<Insn> samples = RowSamples.all();
        ObjectBuilder names = builder();
        StringBuilder text = new StringBuilder();
        // A label before each instruction numbers the output.
        for (int i = 0; i < samples.size(); i++) text.append("L").append(i).append(": ").append(RowSamples.print(samples.get(i), names)).append('\n');
        String out = llvm(text.toString(), "--show-encoding");
        String[] theirs = new String[samples.size()];
        int at = -1;
        for (String line : out.split("\n")) {
            if (line.startsWith("L") && line.endsWith(":")) at = Integer.parseInt(line.substring(1, line.length() - 1));
            int e = line.indexOf("# encoding: [");
            if (e >= 0 && at >= 0) {
                String b = line.substring(e + 13, line.indexOf(']', e));
                theirs[at] = theirs[at] == null ? b : theirs[at] + "," + b;
            }
        }
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < samples.size(); i++) {
            String ours = hex(RowSamples.encode(samples.get(i)));
            if (!ours.equals(theirs[i]) && !ambiguous(samples.get(i))) wrong.append(RowSamples.print(samples.get(i), names)).append(" ours ").append(ours).append(" llvm ").append(theirs[i]).append('\n');
        }
        if (!wrong.isEmpty()) wrong.append(out.lines().filter(l -> l.contains("error:")).limit(20).reduce("", (x, y) -> x + "\n" + y));
        assertEquals("", wrong.toString());
    }

    @Test
    void weAssembleLlvmsText() throws Exception {
        assumeTrue(available());
        List<Insn> samples = RowSamples.all();
        ObjectBuilder names = builder();
        StringBuilder bytes = new StringBuilder();
        // Each instruction is followed by a marker of its own, so that one misread instruction does not shift the rest.
        for (Insn s : samples) bytes.append(hex(RowSamples.encode(s))).append('\n').append("0xb8,0xef,0xbe,0xad,0xde\n");
        String out = llvm(bytes.toString(), "--disassemble");
        List<String> theirs = new ArrayList<>();
        StringBuilder now = new StringBuilder();
        for (String line : out.split("\n")) {
            if (line.contains("movl\t$3735928559, %eax") || line.contains("movl\t$-559038737, %eax")) {
                theirs.add(now.toString());
                now.setLength(0);
            } else if (line.startsWith("\t") && !line.startsWith("\t.text")) now.append(line).append('\n');
        }
        assertEquals(samples.size(), theirs.size());
        StringBuilder wrong = new StringBuilder();
        for (int i = 0; i < samples.size(); i++) {
            if (ambiguous(samples.get(i))) continue;
            String ours = hex(RowSamples.encode(samples.get(i)));
            SourceManager sm = new SourceManager();
            Diagnostics d = new Diagnostics(sm);
            ObjectBuilder b = new ObjectBuilder(X86Isa.INSTANCE, d, null);
            new GasAssembler(b, GasAssembler.Options.NONE).assembleFile(sm.add("t.s", theirs.get(i).getBytes(StandardCharsets.UTF_8), 0, false));
            String back = d.hasErrors() ? d.render(false).lines().findFirst().orElse("") : hex(b.currentBytes());
            if (!ours.equals(back)) wrong.append(RowSamples.print(samples.get(i), names)).append(" ours ").append(ours).append(" llvm ").append(theirs.get(i).strip()).append(" back ").append(back).append('\n');
        }
        assertEquals("", wrong.toString());
    }
}
