package org.jcc.driver;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a run's time went, by stage and pass ({@code --time-passes}); wall-clock nanoseconds. */
final class Timing {
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    void add(String name, long ns) {
        nanos.merge(name, ns, Long::sum);
    }

    void print(PrintStream err) {
        long total = 0;
        for (long ns : nanos.values()) total += ns;
        for (Map.Entry<String, Long> e : nanos.entrySet()) {
            err.printf("%10.3f ms %5.1f %%  %s%n", e.getValue() / 1e6, total == 0 ? 0 : 100.0 * e.getValue() / total, e.getKey());
        }
        err.printf("%10.3f ms          total%n", total / 1e6);
    }
}
