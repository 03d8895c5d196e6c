package org.jcc.ir.interp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jcc.ir.IrParser;
import org.junit.jupiter.api.Test;

/** Programs that are interpreted at once, each with its output captured, though the C library has one stdout. */
class CaptureTest {
    private static String output(int n) {
        Interpreter.Options o = new Interpreter.Options();
        o.capture = true;
        Interpreter.Result r = Interpreter.run(IrParser.parse("""
                global @format size 4 constant = "%d\\20\\00"
                declare @printf(ptr, ...): signed i32
                func @main(): signed i32 {
                b0:
                  br -> b1(i32 0)
                b1 (v0: i32):
                  v1 = call i32 @printf(@format, i32 NUMBER) sig(ptr, ..., signed i32): signed i32
                  v2 = add i32 v0, i32 1
                  v3 = icmp i1 slt v2, i32 2000
                  condbr v3 -> b1(v2), b2
                b2:
                  ret i32 0
                }
                """.replace("NUMBER", Integer.toString(n))), o, "program");
        return new String(r.output(), StandardCharsets.US_ASCII);
    }

    @Test
    void eachHasItsOwnOutput() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<String>> runs = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                int number = n;
                runs.add(pool.submit(() -> output(number)));
            }
            for (int n = 0; n < 8; n++) assertEquals((n + " ").repeat(2000), runs.get(n).get());
        }
    }
}
