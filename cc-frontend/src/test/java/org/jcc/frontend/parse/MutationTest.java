package org.jcc.frontend.parse;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcc.frontend.syntax.External;
import org.jcc.frontend.syntax.SyntaxPrinter;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Damaged sources, with a fixed seed: the parser ends, throws nothing, and what it hands out can be printed. */
class MutationTest {
    private static final int ROUNDS = Integer.getInteger("jcc.mutations", 2000);
    private static final Pattern TOKEN = Pattern.compile("\\w+|\"[^\"\n]*\"|\\s+|.", Pattern.DOTALL);

    @Test
    @Timeout(120)
    void damagedSources() throws Exception {
        List<List<String>> sources = new ArrayList<>();
        for (Path f : Filetest.find(Path.of("src/test/filetests/parse"), ".c")) {
            List<String> tokens = new ArrayList<>();
            String text = Files.readString(f);
            int end = text.indexOf(Filetest.MARK);
            Matcher m = TOKEN.matcher(end < 0 ? text : text.substring(0, end));
            while (m.find()) tokens.add(m.group());
            sources.add(tokens);
        }
        Random random = new Random(42);
        int errors = 0;
        for (int i = 0; i < ROUNDS; i++) {
            List<String> t = new ArrayList<>(sources.get(random.nextInt(sources.size())));
            for (int n = 1 + random.nextInt(4); n > 0; n--) mutate(t, sources, random);
            String text = String.join("", t);
            Names names = new Names();
            SyntaxPrinter printer = new SyntaxPrinter(names);
            try {
                Diagnostics d = ParseFiletest.parse(text.getBytes(StandardCharsets.UTF_8), i % 5 == 0 ? new Dialect(2023, true) : Dialect.GNU17, names,
                        (External e) -> printer.print(e));
                if (d.hasErrors()) errors++;
                d.render(false);
            } catch (RuntimeException | StackOverflowError e) {
                throw new AssertionError("round " + i + ":\n" + text, e);
            }
        }
        assertTrue(errors > ROUNDS / 2);
    }

    private static void mutate(List<String> t, List<List<String>> sources, Random r) {
        if (t.isEmpty()) return;
        int i = r.nextInt(t.size());
        switch (r.nextInt(6)) {
            case 0 -> t.remove(i);
            case 1 -> t.add(i, t.get(r.nextInt(t.size())));
            case 2 -> t.set(i, t.get(r.nextInt(t.size())));
            case 3 -> {
                List<String> other = sources.get(r.nextInt(sources.size()));
                t.add(i, other.get(r.nextInt(other.size())));
            }
            case 4 -> t.subList(i, Math.min(t.size(), i + r.nextInt(20))).clear();
            default -> t.subList(i, t.size()).clear();
        }
    }
}
