package org.jcc.torture;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** SQLite 3.40.1: the amalgamation with its shell, and speedtest1 with its verification hash. */
class SqliteTest {
    private static final Path WORK = Path.of("target", "sqlite").toAbsolutePath();
    private static final String[] OPTIONS = {"-DSQLITE_THREADSAFE=0", "-DSQLITE_OMIT_LOAD_EXTENSION", "-DSQLITE_ENABLE_RTREE", "-DSQLITE_ENABLE_FTS5", "-I."};
    /** What gcc's build prints for {@code --size 20 --memdb --verify}. */
    private static final String HASH = "2738af78e6eaae28c03f3766bc00b9defffe6fac85355c4d";
    private static final String SCRIPT = """
            create table t(a,b);
            with recursive c(x) as (select 1 union all select x+1 from c where x<1000) insert into t select x, x*x%97 from c;
            select sum(a*b), count(distinct b) from t;
            select printf('%.10g', avg(b*1.5)) from t;
            pragma integrity_check;
            """;
    private static Path src;
    private static final String ANSWER = "23872682|49\n71.8005\nok\n";

    @BeforeAll
    static void amalgamate() throws Exception {
        Path sources = Programs.source("sqlite3");
        src = Files.createDirectories(WORK.resolve("src"));
        if (!Files.exists(src.resolve("shell.c"))) {
            Programs.run(src, "sh", "-c", sources + "/configure --disable-tcl --disable-readline >log 2>&1 && make sqlite3.c sqlite3.h shell.c >>log 2>&1");
        }
        Files.copy(sources.resolve("test/speedtest1.c"), src.resolve("speedtest1.c"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static String[] options(String... first) {
        List<String> all = new java.util.ArrayList<>(List.of(first));
        all.addAll(List.of(OPTIONS));
        all.add("-I" + src);
        return all.toArray(String[]::new);
    }

    private static void check(Path shell, Path speedtest) throws Exception {
        String out = Programs.run(WORK, "timeout", "200", speedtest.toString(), "--size", "20", "--memdb", "--verify");
        assertTrue(out.contains(HASH), () -> out.substring(Math.max(0, out.length() - 500)));
        Path script = WORK.resolve("script.sql");
        Files.writeString(script, SCRIPT);
        String answer = Programs.run(WORK, "sh", "-c", shell + " <" + script);
        assertTrue(answer.equals(ANSWER), answer);
    }

    private static void link(String kind, List<String> objects, String main, Path exe) throws Exception {
        String[] wanted = objects.stream().filter(o -> o.endsWith("sqlite3.o") || o.endsWith(main)).toArray(String[]::new);
        Programs.jcc(Programs.concat(List.of("-o", exe.toString(), kind), Programs.concat(List.of(wanted), "-lm")));
    }

    private static void build(String compiler, String level, String kind) throws Exception {
        Path dir = WORK.resolve(compiler + level);
        List<String> objects = Programs.objects(compiler, List.of(src.resolve("sqlite3.c"), src.resolve("shell.c"), src.resolve("speedtest1.c")), dir, options(level, "-w"));
        link(kind, objects, "shell.o", dir.resolve("shell" + kind));
        link(kind, objects, "speedtest1.o", dir.resolve("speedtest1" + kind));
        check(dir.resolve("shell" + kind), dir.resolve("speedtest1" + kind));
    }

    @Test
    void unoptimised() throws Exception {
        build("jcc", "-O0", "-pie");
    }

    @Test
    void optimised() throws Exception {
        build("jcc", "-O1", "-static");
    }

    @Test
    void gccsObjects() throws Exception {
        build("gcc", "-O1", "-pie");
        build("gcc", "-O1", "-static");
    }
}
