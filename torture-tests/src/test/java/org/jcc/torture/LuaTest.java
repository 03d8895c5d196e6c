package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lua 5.4.4: through its own Makefile, static and dynamic, mixed with gcc's objects both ways, with a C module. */
class LuaTest {
    private static final Path BIN = Path.of("..", "bin").toAbsolutePath().normalize();
    private static final Path SCRIPT = Path.of("src/test/lua/exercise.lua").toAbsolutePath();
    private static final Path WORK = Path.of("target", "lua").toAbsolutePath();
    private static final String[] OPTIONS = {"-O1", "-std=gnu99", "-DLUA_COMPAT_5_3", "-DLUA_USE_LINUX"};
    private static Path src;
    /** What a Lua built by gcc prints. */
    private static String expected;
    private static List<String> jccObjects;
    private static List<String> gccObjects;

    @BeforeAll
    static void build() throws Exception {
        src = Programs.source("lua5.4").resolve("src");
        List<Path> sources = Programs.sources(src, "luac.c");
        gccObjects = Programs.objects("gcc", sources, WORK.resolve("gcc"), OPTIONS);
        Path lua = WORK.resolve("lua-gcc");
        Programs.run(WORK, concat("gcc", "-o", lua.toString(), gccObjects, "-Wl,-E", "-lm", "-ldl"));
        expected = Programs.run(WORK, lua.toString(), SCRIPT.toString());
        assertTrue(expected.lines().count() > 80);
        jccObjects = Programs.objects("jcc", sources, WORK.resolve("jcc"), OPTIONS);
    }

    private static String[] concat(String a, String b, String c, List<String> objects, String... rest) {
        List<String> all = new ArrayList<>(List.of(a, b, c));
        all.addAll(objects);
        all.addAll(List.of(rest));
        return all.toArray(String[]::new);
    }

    private static void check(Path lua) throws Exception {
        assertEquals(expected, Programs.run(WORK, lua.toString(), SCRIPT.toString()));
    }

    @Test
    void itsOwnMakefile() throws Exception {
        Path dir = WORK.resolve("make");
        Programs.run(WORK, "rm", "-rf", dir.toString());
        Programs.run(WORK, "cp", "-r", src.getParent().toString(), dir.toString());
        Programs.run(dir, "make", "-C", "src", "-j2", "linux-noreadline", "CC=" + BIN.resolve("jcc"), "AR=" + BIN.resolve("jcc-ar") + " rcu",
                "RANLIB=" + BIN.resolve("jcc-ranlib"));
        check(dir.resolve("src/lua"));
        Programs.run(dir, "./src/luac", "-o", "x.luac", SCRIPT.toString());
        assertEquals(expected, Programs.run(dir, "./src/lua", "x.luac"));
    }

    @Test
    void dynamic() throws Exception {
        Path lua = WORK.resolve("lua-dynamic");
        Programs.jcc(concat("-o", lua.toString(), "-Wl,-E", jccObjects, "-lm", "-ldl"));
        check(lua);
    }

    @Test
    void atFixedAddress() throws Exception {
        Path lua = WORK.resolve("lua-no-pie");
        Programs.jcc(concat("-o", lua.toString(), "-no-pie", jccObjects, "-lm", "-ldl"));
        check(lua);
    }

    @Test
    void statically() throws Exception {
        Path lua = WORK.resolve("lua-static");
        Programs.jcc(concat("-o", lua.toString(), "-static", jccObjects, "-lm", "-ldl"));
        check(lua);
    }

    @Test
    void optimisedLevels() throws Exception {
        for (String level : new String[] {"-O0", "-O2"}) {
            List<String> objects = Programs.objects("jcc", Programs.sources(src, "luac.c"), WORK.resolve("jcc" + level), level, "-DLUA_USE_LINUX");
            Path lua = WORK.resolve("lua" + level);
            Programs.jcc(concat("-o", lua.toString(), "-Wl,-E", objects, "-lm", "-ldl"));
            check(lua);
        }
    }

    /** Every second object by gcc, linked by jcc; then the other halves, linked by gcc. */
    @Test
    void mixedWithGcc() throws Exception {
        for (int parity = 0; parity < 2; parity++) {
            List<String> mixed = new ArrayList<>();
            for (int i = 0; i < jccObjects.size(); i++) mixed.add((i % 2 == parity ? jccObjects : gccObjects).get(i));
            Path lua = WORK.resolve("lua-mixed" + parity);
            if (parity == 0) Programs.jcc(concat("-o", lua.toString(), "-Wl,-E", mixed, "-lm", "-ldl"));
            else Programs.run(WORK, concat("gcc", "-o", lua.toString(), mixed, "-Wl,-E", "-lm", "-ldl"));
            check(lua);
        }
    }

    @Test
    void gccsObjectsLinkedByJcc() throws Exception {
        for (String kind : new String[] {"-pie", "-static"}) {
            Path lua = WORK.resolve("lua-linked" + kind);
            Programs.jcc(concat("-o", lua.toString(), kind, gccObjects, "-Wl,-E", "-lm", "-ldl"));
            check(lua);
            if (kind.equals("-pie")) Programs.run(WORK, "eu-elflint", "--gnu-ld", "-q", lua.toString());
        }
    }

    @Test
    void module() throws Exception {
        Path lua = WORK.resolve("lua-module");
        Programs.jcc(concat("-o", lua.toString(), "-Wl,-E", jccObjects, "-lm", "-ldl"));
        Programs.jcc("-shared", "-fPIC", "-I", src.toString(), "-o", WORK.resolve("module.so").toString(), "src/test/lua/module.c");
        String script = "package.cpath='" + WORK + "/?.so' local m = require 'module' print(m.add(1, 2.5), m.add(3, 4), m.count(), "
                + "table.concat(m.map({1, 2, 3}, function(x) return x * 10 end), ' '))";
        assertEquals("3.5\t7.0\t2\t10 20 30\n", Programs.run(WORK, lua.toString(), "-e", script));
        assertEquals("3.5\t7.0\t2\t10 20 30\n", Programs.run(WORK, WORK.resolve("lua-gcc").toString(), "-e", script));
    }
}
