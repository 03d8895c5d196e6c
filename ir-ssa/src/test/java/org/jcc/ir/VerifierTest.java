package org.jcc.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Breaches that no text can express, and the count: every rule of the verifier has a negative test. */
class VerifierTest {
    /** What the tests below cover; the other rules have a filetest of their name. */
    private static final Set<Verifier.Rule> HERE = EnumSet.of(Verifier.Rule.LIST, Verifier.Rule.PARAMS, Verifier.Rule.USES, Verifier.Rule.EDGES,
            Verifier.Rule.OWNED, Verifier.Rule.CONSTANT, Verifier.Rule.LABEL, Verifier.Rule.TAG);

    private final Module module = IrParser.parse("""
            func @f(i32): i32 {
            b0 (v0: i32):
              v1 = add i32 v0, i32 1
              br -> b1(v1)
            b1 (v2: i32):
              ret v2
            }
            func @g(i32): i32 {
            b0 (v0: i32):
              ret v0
            }
            """);
    private final Function f = (Function) module.symbol("f");
    private final Function g = (Function) module.symbol("g");

    private void breaks(Verifier.Rule rule) {
        List<Verifier.Problem> problems = Verifier.verify(module);
        assertTrue(problems.stream().anyMatch(p -> p.rule() == rule), () -> rule + " not reported: " + problems);
    }

    @Test
    void good() {
        assertEquals(List.of(), Verifier.verify(module));
    }

    @Test
    void list() {
        f.entry().last.prev = null;
        breaks(Verifier.Rule.LIST);
    }

    @Test
    void params() {
        f.blocks.get(1).params.get(0).imm = 1;
        breaks(Verifier.Rule.PARAMS);
    }

    @Test
    void uses() {
        // An edge whose block was taken over by another.
        Inst t = f.entry().last;
        t.unlink();
        Inst other = f.newInst(Op.UNREACHABLE, Type.VOID);
        f.entry().append(other);
        breaks(Verifier.Rule.USES);
    }

    @Test
    void edges() {
        Inst t = f.entry().last;
        t.setSucc(0, g.entry(), t.succArg(0, 0));
        breaks(Verifier.Rule.EDGES);
    }

    @Test
    void owned() {
        f.entry().first.setArg(1, g.iconst(Type.I32, 1));
        breaks(Verifier.Rule.OWNED);
    }

    @Test
    void removedOperand() {
        Inst loose = f.newInst(Op.FREEZE, Type.I32, f.params().get(0));
        f.entry().first.setArg(1, loose);
        breaks(Verifier.Rule.OWNED);
    }

    @Test
    void constant() {
        f.fconst(Type.F32, -1, 0);
        breaks(Verifier.Rule.CONSTANT);
    }

    @Test
    void label() {
        Inst a = f.blockAddr(f.blocks.get(1));
        Inst i = f.newInst(Op.FREEZE, Type.PTR, a);
        i.insertBefore(f.entry().first);
        f.blocks.get(1).addressTaken = false;
        breaks(Verifier.Rule.LABEL);
    }

    @Test
    void tag() {
        f.entry().first.tag = 1;
        breaks(Verifier.Rule.TAG);
    }

    @Test
    void everyRuleHasATest() throws Exception {
        for (Verifier.Rule r : Verifier.Rule.values()) {
            if (HERE.contains(r)) continue;
            Path file = Path.of("src/test/filetests/verify/" + r.text() + ".jir");
            assertTrue(Files.exists(file), "no filetest for the rule " + r.text());
            assertTrue(Files.readString(file).contains("\n" + r.text() + ": "), file + " does not show its rule");
        }
    }

    @Test
    void theSpecificationNamesEveryRule() throws Exception {
        String source = Files.readString(Path.of("src/main/java/org/jcc/ir/Verifier.java"));
        for (Verifier.Rule r : Verifier.Rule.values()) assertTrue(source.contains("<li>{@code " + r.text() + "} — "), "no bullet for " + r.text());
    }
}
