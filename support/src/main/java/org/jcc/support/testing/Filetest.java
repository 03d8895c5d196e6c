package org.jcc.support.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One filetest. The first line that holds {@code test <command> <arguments>} after its comment characters names what is
 * done with the file; a line {@value #MARK} divides the input from the expected output. With {@code -Djcc.bless=true} the
 * output is written into the file instead of being compared.
 *
 * <pre>
 *   ; test opt sroa,mem2reg
 *   func @f(): void {
 *   …
 *   ---- output ----
 *   …
 * </pre>
 *
 * A module's JUnit class lists the files of its {@code src/test/filetests} and hands each to {@link #run} with its
 * table of commands.
 */
public record Filetest(Path file, String command, List<String> args, String input, String expected) {
    /** Divides input and expected output. */
    public static final String MARK = "---- output ----";

    /** What a command does with a file: its output, to be compared. */
    public interface Command {
        String run(Filetest test) throws Exception;
    }

    /** All files below the folder with one of the suffixes, sorted. */
    public static List<Path> find(Path folder, String... suffixes) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> s = Files.walk(folder)) {
            return s.filter(p -> Files.isRegularFile(p) && Arrays.stream(suffixes).anyMatch(x -> p.toString().endsWith(x))).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Filetest parse(Path file) throws IOException {
        String text = Files.readString(file);
        int cut = text.startsWith(MARK) ? 0 : text.indexOf("\n" + MARK + "\n") + 1;
        String input = cut == 0 ? text : text.substring(0, cut);
        String expected = cut == 0 ? "" : text.substring(cut + MARK.length() + 1);
        for (String line : input.split("\n")) {
            int at = line.indexOf("test ");
            if (at < 0 || !line.substring(0, at).matches("\\W*")) continue;
            List<String> words = List.of(line.substring(at + 5).trim().split("\\s+"));
            return new Filetest(file, words.get(0), words.subList(1, words.size()), input, expected);
        }
        throw new IllegalArgumentException(file + ": no line 'test <command>'");
    }

    /** Runs the file's command and compares, or blesses. */
    public static void run(Path file, Map<String, Command> commands) throws Exception {
        Filetest t = parse(file);
        Command c = commands.get(t.command);
        if (c == null) throw new IllegalArgumentException(file + ": no command '" + t.command + "'");
        String output = c.run(t);
        if (!output.isEmpty() && !output.endsWith("\n")) output += "\n";
        if (output.equals(t.expected)) return;
        if (Boolean.getBoolean("jcc.bless")) {
            String input = t.input.endsWith("\n") ? t.input : t.input + "\n";
            Files.writeString(file, output.isEmpty() ? input : input + MARK + "\n" + output);
            return;
        }
        throw new AssertionError(file + ": output differs (bless with -Djcc.bless=true)\n---- expected\n" + t.expected + "---- actual\n" + output
                + difference(t.expected, output));
    }

    private static String difference(String a, String b) {
        String[] x = a.split("\n", -1);
        String[] y = b.split("\n", -1);
        int i = 0;
        while (i < x.length && i < y.length && x[i].equals(y[i])) i++;
        return "---- first difference in line " + (i + 1) + "\n- " + (i < x.length ? x[i] : "<end>") + "\n+ " + (i < y.length ? y[i] : "<end>") + "\n";
    }
}
