package org.jcc.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jcc.support.Diagnostics;
import org.jcc.support.SourceManager;

/** What the linker's tests share: a folder, gcc as the maker of objects, this linker, and running what comes out. */
final class Lab {
    final Path dir;
    /** Rendered diagnostics of the last link. */
    String messages = "";

    Lab(Path dir) {
        this.dir = dir;
    }

    /** Runs a command in the folder; standard output and error together. */
    String run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(dir, "out", ".txt");
        Process p = new ProcessBuilder(command).directory(dir.toFile()).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        if (!p.waitFor(60, TimeUnit.SECONDS)) {
            p.destroyForcibly();
            throw new IOException("timeout: " + String.join(" ", command));
        }
        String text = Files.readString(out, StandardCharsets.ISO_8859_1);
        Files.delete(out);
        return p.exitValue() == 0 ? text : text + "exit " + p.exitValue() + "\n";
    }

    /** Compiles C with gcc; the object's path. */
    String cc(String name, String source, String... flags) throws IOException, InterruptedException {
        Path c = dir.resolve(name + ".c");
        Files.writeString(c, source);
        List<String> command = new ArrayList<>(List.of("gcc", "-O1", "-fno-stack-protector", "-fcf-protection=none", "-c", name + ".c", "-o", name + ".o"));
        command.addAll(List.of(flags));
        String said = run(command.toArray(String[]::new));
        if (said.contains("exit ")) throw new IOException(said);
        return path(name + ".o");
    }

    String path(String name) {
        return dir.resolve(name).toString();
    }

    byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(dir.resolve(name));
    }

    private static String gccFile(String name) throws IOException, InterruptedException {
        Process p = new ProcessBuilder("gcc", "-print-file-name=" + name).start();
        String s = new String(p.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
        p.waitFor();
        return s;
    }

    /** Links with ld's arguments; true if an output was written to {@code out}. */
    boolean link(String out, String... args) {
        Diagnostics diags = new Diagnostics(new SourceManager());
        LinkOptions options = new LinkOptions();
        List<Input> inputs = new ArrayList<>();
        options.parse(List.of(args), inputs, diags);
        options.output = path(out);
        boolean ok = Link.linkToFile(options, inputs, diags);
        messages = diags.render(false);
        return ok;
    }

    /** Links a hosted program as gcc would: {@code mode} is "static", "pie", "exec" or "static-pie". */
    boolean program(String mode, String out, String... args) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>();
        String crt = switch (mode) {
            case "pie" -> "Scrt1.o";
            case "static-pie" -> "rcrt1.o";
            default -> "crt1.o";
        };
        String lib = Path.of(gccFile("libc.a")).getParent().toString();
        if (mode.startsWith("static")) all.add("-static");
        if (mode.endsWith("pie")) all.add("-pie");
        if (mode.equals("static-pie")) all.add("--no-dynamic-linker");
        all.addAll(List.of("--build-id", gccFile(crt), gccFile("crti.o"), "-L" + lib));
        all.addAll(List.of(args));
        if (mode.startsWith("static")) all.addAll(List.of("--start-group", "-lc", gccFile("libgcc.a"), gccFile("libgcc_eh.a"), "--end-group"));
        else all.addAll(List.of("-lc", gccFile("libgcc.a"), "--as-needed", gccFile("libgcc_s.so.1"), "--no-as-needed"));
        all.add(gccFile("crtn.o"));
        return link(out, all.toArray(String[]::new));
    }
}
