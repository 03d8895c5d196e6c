package org.jcc.target.x86_64;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.LoweringPasses;
import org.jcc.ir.Function;
import org.jcc.ir.IrParser;
import org.jcc.ir.IrPrinter;
import org.jcc.ir.Module;
import org.jcc.ir.Pass;
import org.jcc.ir.Symbol;
import org.jcc.ir.Verifier;
import org.jcc.ir.interp.Interpreter;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random functions: the interpreter's result against the machine's. */
class RandomIrTest {
    private static final int FUNCTIONS = Integer.getInteger("jcc.random.functions", 30);

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O1", "-fPIC", "--chaos=spill", "--chaos=regs4", "--chaos=parts"})
    void agrees(String option) throws Throwable {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/gcc")), "needs gcc to link");
        long seed = Long.getLong("jcc.random.seed", 1);
        Module m = new Module("random.c", X86Target.INFO);
        for (int k = 0; k < FUNCTIONS; k++) RandomIr.function(m, k, seed * 1000 + k);
        Verifier.check(m, "made at random");
        String text = IrPrinter.print(m);
        Module reference = IrParser.parse(text);
        for (Pass p : LoweringPasses.rows(X86Target.MACHINE)) {
            for (Symbol s : List.copyOf(m.symbols)) if (s instanceof Function f && f.isDefinition()) p.function().run(m, f);
        }
        Verifier.check(m, "after lowering");
        CodegenOptions o = X86Filetest.options(List.of(option));
        o.pic = true;
        Path dir = Files.createTempDirectory("jcc-random");
        Path obj = dir.resolve("t.o");
        Path so = dir.resolve("t.so");
        Files.write(obj, X86Filetest.object(m, o));
        assertEquals(0, new ProcessBuilder("gcc", "-shared", obj.toString(), "-o", so.toString()).inheritIO().start().waitFor());
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup lookup = SymbolLookup.libraryLookup(so, arena);
            Random r = new Random(seed);
            Interpreter.Options small = new Interpreter.Options();
            small.stackBytes = 1 << 18;
            for (int k = 0; k < FUNCTIONS; k++) {
                MethodHandle h = Linker.nativeLinker().downcallHandle(lookup.find("f" + k).orElseThrow(),
                        FunctionDescriptor.of(ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG, ValueLayout.JAVA_DOUBLE, ValueLayout.JAVA_INT));
                for (int n = 0; n < 2; n++) {
                    long a = r.nextLong();
                    long b = r.nextInt(100);
                    double c = r.nextGaussian() * 1000;
                    int d = r.nextInt();
                    long machine = (long) h.invokeExact(a, b, c, d);
                    Interpreter.Value v = Interpreter.call(reference, (Function) reference.symbol("f" + k), small, Interpreter.Value.of(a),
                            Interpreter.Value.of(b), Interpreter.Value.of(Double.doubleToRawLongBits(c)), Interpreter.Value.of(d));
                    if (machine != v.lo()) {
                        throw new AssertionError("f" + k + "(" + a + ", " + b + ", " + c + ", " + d + ") seed " + seed + " is " + machine + ", should be " + v.lo() + "\n"
                                + IrPrinter.print((Function) reference.symbol("f" + k)));
                    }
                }
            }
        }
        Files.delete(so);
        Files.delete(obj);
        Files.delete(dir);
    }
}
