package org.jcc.frontend.check;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.ast.TypedConsumer;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.RecordType;
import org.jcc.support.Diagnostics;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code test layout}: the size, the alignment and the members' places of every record that a variable of the file has, one line each.
 * A member is {@code name@offset} in bytes, a bit-field {@code name@bit+width}, those of unnamed records their own.
 */
class LayoutFiletest {
    private static String run(Filetest t) {
        StringBuilder sb = new StringBuilder();
        TypedConsumer consumer = new TypedConsumer() {
            @Override
            public void variable(VarSymbol v) {
                if (!(v.type.strip() instanceof RecordType r)) return;
                sb.append(v.name).append(": size ").append(r.size()).append(" align ").append(r.align());
                members(r, 0, sb);
                sb.append('\n');
            }

            @Override
            public void function(FunctionDefinition definition) {}

            @Override
            public void alias(Symbol symbol) {}

            @Override
            public void topAsm(String text, int loc) {}

            @Override
            public void end() {}
        };
        Diagnostics d = CheckFiletest.check("t.c", t.input().getBytes(StandardCharsets.UTF_8), consumer);
        List<String> errors = d.all().stream().filter(x -> x.severity() != Diagnostics.Severity.WARNING).map(x -> x.message()).collect(Collectors.toList());
        return errors.isEmpty() ? sb.toString() : errors.toString();
    }

    private static void members(RecordType r, long at, StringBuilder sb) {
        for (RecordType.Field f : r.fields) {
            if (f.isAnonymousRecord()) members((RecordType) f.type.strip(), at + f.offset, sb);
            else if (f.isBitField() && f.name != null) sb.append(' ').append(f.name).append('@').append(at * 8 + f.bitPosition).append('+').append(f.bitWidth);
            else if (f.name != null) sb.append(' ').append(f.name).append('@').append(at + f.offset);
        }
    }

    @TestFactory
    Stream<DynamicTest> filetests() {
        Path folder = Path.of("src/test/filetests/layout");
        return Filetest.find(folder, ".c").stream()
                .map(f -> DynamicTest.dynamicTest(folder.relativize(f).toString(), f.toUri(), () -> Filetest.run(f, Map.of("layout", LayoutFiletest::run))));
    }
}
