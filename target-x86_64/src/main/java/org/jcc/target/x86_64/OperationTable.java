package org.jcc.target.x86_64;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86Vex;
import org.jcc.support.TargetInfo;
import org.jcc.support.TargetOperation;

/**
 * Builtins by name, one line each: name without {@code __builtin_ia32_}, signature ({@link TargetOperation}), features, row. The table is made
 * when the first such name is asked for.
 */
class OperationTable {
    private static final String PREFIX = "__builtin_ia32_";

    /** The one table. */
    static final TargetInfo.Operations OPERATIONS = new TargetInfo.Operations() {
        @Override
        public TargetOperation find(String name) {
            return name.startsWith(PREFIX) ? All.BY_NAME.get(name) : null;
        }

        @Override
        public List<TargetOperation> supports(String feature) {
            return CpuQueries.supports(feature);
        }

        @Override
        public TargetOperation is(String processor) {
            return CpuQueries.is(processor);
        }
    };

    private static final class All {
        static final Map<String, TargetOperation> BY_NAME = new HashMap<>(2048);

        static {
            new SseOperations(BY_NAME);
            new AvxOperations(BY_NAME);
            new EffectOperations(BY_NAME);
        }
    }

    /** Every operation, for tests. */
    static Iterable<TargetOperation> all() {
        return All.BY_NAME.values();
    }

    private final Map<String, TargetOperation> all;

    OperationTable(Map<String, TargetOperation> all) {
        this.all = all;
    }

    private void add(TargetOperation o) {
        if (all.put(o.name, o) != null) throw new IllegalStateException(o.name + " twice");
    }

    final void op(String name, String signature, String features, Row row, Row other, int form, int extra) {
        if (row == null && form != X86Operation.LOW && form != X86Operation.LANE) throw new IllegalStateException("no row for " + name);
        add(new X86Operation(PREFIX + name, signature, features, row, other, form, extra));
    }

    final void op(String name, String signature, String features, Row row) {
        op(name, signature, features, row, null, X86Operation.PLAIN, -1);
    }

    final void op(String name, String signature, String features, Row row, int form) {
        op(name, signature, features, row, null, form, -1);
    }

    final void op(String name, String signature, String features, Row row, int form, int extra) {
        op(name, signature, features, row, null, form, extra);
    }

    /** On 32 bytes. */
    static Row wide(Row legacy) {
        return X86Vex.wide(X86Vex.of(legacy));
    }

    /** A signature with twice as many lanes. */
    static String doubled(String signature) {
        StringBuilder sb = new StringBuilder();
        for (String w : signature.split(" ")) {
            if (!sb.isEmpty()) sb.append(' ');
            int n = w.length() - 1;
            if (n == 0 || w.charAt(0) == '#') sb.append(w);
            else sb.append(2 * Integer.parseInt(w.substring(0, n))).append(w.charAt(n));
        }
        return sb.toString();
    }

    /** Integers: {@code name128}, and {@code name256} with AVX2. */
    final void both(String name, String signature, String features, Row row) {
        op(name + "128", signature, features, row);
        op(name + "256", doubled(signature), "avx2", wide(row));
    }

    /** Numbers: {@code name}, and {@code name256} with AVX. */
    final void floats(String name, String signature, String features, Row row) {
        op(name, signature, features, row);
        op(name + "256", doubled(signature), "avx", wide(row));
    }

    private static final String[] PREDICATES = {"eq", "lt", "le", "unord", "neq", "nlt", "nle", "ord"};

    final void compares(String suffix, String signature, Row row) {
        for (int k = 0; k < PREDICATES.length; k++) op("cmp" + PREDICATES[k] + suffix, signature, "", row, X86Operation.PLAIN, k);
    }

    /** By a number ({@code i}) and by what stands in a register; of 16 bytes and of 32. */
    final void shift(String name, String lanes, Row number, Row register) {
        String wide = doubled(lanes);
        op(name + "i128", lanes + " " + lanes + " i", "", number, register, X86Operation.SHIFT, -1);
        op(name + "i256", wide + " " + wide + " i", "avx2", wide(number), wide(register), X86Operation.SHIFT, -1);
        op(name + "128", lanes + " " + lanes + " " + lanes, "", register);
        op(name + "256", wide + " " + wide + " " + lanes, "avx2", wide(register));
    }

    final void blendv(String name, String lanes, String wideName, String wideLanes, String wideFeatures, Row legacy, Row vex, Row wide) {
        op(name, lanes + " " + lanes + " " + lanes + " " + lanes, "sse4.1", legacy, vex, X86Operation.BLENDV, -1);
        op(wideName, wideLanes + " " + wideLanes + " " + wideLanes + " " + wideLanes, wideFeatures, wide);
    }

    final void effect(String name, String signature, String features, String assembly) {
        add(new TargetOperation(PREFIX + name, signature, features, assembly));
    }
}
