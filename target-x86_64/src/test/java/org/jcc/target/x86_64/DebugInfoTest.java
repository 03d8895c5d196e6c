package org.jcc.target.x86_64;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.x86_64.X86Isa;
import org.jcc.codegen.Codegen;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.LoweringPasses;
import org.jcc.ir.AbiType;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Pass;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The line table and the entries of functions, as binutils read them. */
class DebugInfoTest {
    @Test
    void linesAndFunctions() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/readelf")));
        SourceManager sources = new SourceManager();
        byte[] text = "int f(int x)\n{\n  x = x * 3;\n  return x + 1;\n}\n".getBytes(StandardCharsets.UTF_8);
        int base = sources.add("f.c", text, 0, false).base;
        Module m = new Module("f.c", X86Target.INFO);
        m.sources = sources;
        AbiType i = new AbiType.Scalar(Type.I32, true);
        Function f = new Function("f", new Signature(i, List.of(i), false, false));
        f.loc = base + 4;
        f.endLoc = base + 45;
        m.add(f);
        Builder b = new Builder(f).at(f.newBlock(null));
        var x = f.entry().addParam(Type.I32);
        b.loc = base + 21;
        var y = b.binary(Op.MUL, x, f.iconst(Type.I32, 3));
        b.loc = base + 33;
        b.ret(b.binary(Op.ADD, y, f.iconst(Type.I32, 1)));
        for (Pass p : LoweringPasses.rows(X86Target.MACHINE)) p.function().run(m, f);
        CodegenOptions o = new CodegenOptions();
        o.debug = true;
        o.compilationDirectory = "/src";
        ObjectBuilder out = new ObjectBuilder(X86Isa.INSTANCE, new Diagnostics(sources), null);
        Codegen.emit(m, o, X86Target.MACHINE, out);
        Path dir = Files.createTempDirectory("jcc-debug");
        Path obj = dir.resolve("f.o");
        Files.write(obj, out.finish());
        String info = readelf("--debug-dump=info", obj);
        assertTrue(info.contains("DW_TAG_subprogram") && info.contains("DW_AT_name        : f\n"), info);
        String lines = readelf("--debug-dump=decodedline", obj);
        for (String line : new String[] {"1", "3", "4", "5"}) assertTrue(lines.matches("(?s).*f\\.c +" + line + " .*"), lines);
        assertTrue(readelf("--debug-dump=aranges,Ranges", obj).contains("Address"));
        Files.delete(obj);
        Files.delete(dir);
    }

    private static String readelf(String option, Path obj) throws Exception {
        Process p = new ProcessBuilder("readelf", option, obj.toString()).redirectErrorStream(true).start();
        String s = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(p.waitFor() == 0 && !s.contains("Warning") && !s.contains("Error"), s);
        return s;
    }
}
