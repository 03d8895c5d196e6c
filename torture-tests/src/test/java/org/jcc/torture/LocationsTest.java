package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No pass loses source locations on real code ({@code --check-locations}). A finding names the pass: give what it makes the location of what that replaces. */
class LocationsTest {
    @TempDir
    Path dir;

    @ParameterizedTest
    @ValueSource(strings = {"-O0", "-O1", "-O2", "-O3", "-Os"})
    void everyPassKeepsThem(String level) throws Exception {
        Path lua = Programs.source("lua5.4").resolve("src");
        for (String name : List.of("lvm.c", "lstrlib.c", "lparser.c", "lgc.c")) {
            Jcc.Result r = Jcc.run(List.of("-c", "-g", level, "--check-locations", lua.resolve(name).toString(), "-o", dir.resolve("o").toString()), 60);
            assertEquals("", r.err(), name);
            assertEquals(0, r.status());
        }
        // Wide integers, quad floats, structures by value, variable arguments: what the code generator's rows rewrite.
        Path c = dir.resolve("wide.c");
        Files.writeString(c, """
                #include <stdarg.h>
                struct s { long a, b, c; } t;
                struct p { long a; double b; };
                __int128 wide(__int128 a, __int128 b, int n) { return a / b + (a << n) * b - (a > b ? a : b); }
                _Float128 quad(_Float128 a, int b) { return a * b + a / 3; }
                long double extended(long double a, unsigned long b) { return a * b - 1; }
                struct s large(struct s v, int n, ...) {
                    va_list ap;
                    va_start(ap, n);
                    for (int i = 0; i < n; i++) v.a += va_arg(ap, int) + (long) va_arg(ap, double) + va_arg(ap, struct p).a;
                    va_end(ap);
                    return v;
                }
                long use(struct p q, unsigned x) { t = large(t, 1, 2, 3.0, q); return __builtin_popcount(x) + __builtin_clzl(t.a) + __builtin_bswap32(x); }
                """);
        Jcc.Result r = Jcc.run(List.of("-c", "-g", level, "--check-locations", c.toString(), "-o", dir.resolve("o").toString()), 60);
        assertEquals("", r.err());
    }
}
