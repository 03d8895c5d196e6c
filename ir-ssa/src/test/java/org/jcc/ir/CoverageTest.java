package org.jcc.ir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Test;

/** Every operation is run by a filetest of the interpreter, or stands in one that only round-trips. */
class CoverageTest {
    /** Operations of the form after ABI lowering, which has no meaning to run. */
    private static final Set<Op> NOT_RUN = EnumSet.of(Op.INARG, Op.OUTARG);

    @Test
    void everyOperationIsRun() throws Exception {
        Set<Op> run = EnumSet.noneOf(Op.class);
        Set<Op> printed = EnumSet.noneOf(Op.class);
        for (Path p : Filetest.find(Path.of("src/test/filetests"), ".jir")) {
            Filetest t = Filetest.parse(p);
            if (!t.command().equals("interp") && !t.command().equals("roundtrip")) continue;
            Module m = IrParser.parse(t.input());
            for (Symbol s : m.symbols) {
                if (!(s instanceof Function f) || !f.isDefinition()) continue;
                Set<Op> to = t.command().equals("interp") ? run : printed;
                for (Inst c : f.constants()) to.add(c.op);
                for (Block b : f.blocks) {
                    if (!b.params.isEmpty()) to.add(Op.PARAM);
                    for (Inst i = b.first; i != null; i = i.next) to.add(i.op);
                }
            }
        }
        assertEquals(EnumSet.complementOf(EnumSet.copyOf(NOT_RUN)), run);
        Set<Op> missing = EnumSet.copyOf(NOT_RUN);
        missing.removeAll(printed);
        assertEquals(EnumSet.noneOf(Op.class), missing);
    }
}
