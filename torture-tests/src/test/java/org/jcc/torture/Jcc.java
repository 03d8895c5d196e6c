package org.jcc.torture;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jcc.driver.Tools;

/** Runs jcc in this JVM, and programs as processes. */
final class Jcc {
    record Result(int status, String out, String err) {}

    private static final long STACK_BYTES = 1L << 30;

    static {
        if (System.getProperty("jcc.home") == null) System.setProperty("jcc.home", Path.of("..", "driver", "target", "jcc").toAbsolutePath().normalize().toString());
    }

    private Jcc() {}

    /** A jcc command line; null after {@code seconds} (the thread is left behind). An exception is an internal compiler error. */
    static Result run(List<String> args, int seconds) throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int[] status = {4};
        Thread t = new Thread(null, () -> {
            PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8);
            try {
                status[0] = Tools.run(args, InputStream.nullInputStream(), new PrintStream(out, true, StandardCharsets.UTF_8), e);
            } catch (Throwable x) {
                e.println("internal compiler error: " + x);
                StackTraceElement[] trace = x.getStackTrace();
                for (int i = 0; i < Math.min(12, trace.length); i++) e.println("    at " + trace[i]);
                status[0] = 4;
            }
        }, "jcc", STACK_BYTES);
        t.setDaemon(true);
        t.start();
        t.join(seconds * 1000L);
        if (t.isAlive()) return null;
        return new Result(status[0], out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** A program; null after {@code seconds}. A program ended by signal n has status 128 + n. */
    static Result execute(int seconds, String... command) throws Exception {
        Process p = start(command);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Thread o = Thread.ofVirtual().start(() -> drain(p.getInputStream(), out));
        Thread e = Thread.ofVirtual().start(() -> drain(p.getErrorStream(), err));
        if (!p.waitFor(seconds, TimeUnit.SECONDS)) {
            p.destroyForcibly().waitFor();
            return null;
        }
        o.join();
        e.join();
        return new Result(p.exitValue(), out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /**
     * Starts a program that this process just wrote. A child that another thread forks in between inherits the open file until
     * it executes its own program; until then Linux answers ETXTBSY (26), and trying again is the cure.
     */
    private static Process start(String... command) throws Exception {
        for (int tries = 0; ; tries++) {
            try {
                return new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile())).start();
            } catch (java.io.IOException e) {
                if (tries == 100 || !e.getMessage().contains("error: 26") && !e.getMessage().contains("error=26")) throw e;
                Thread.sleep(20);
            }
        }
    }

    private static void drain(InputStream in, ByteArrayOutputStream to) {
        try {
            in.transferTo(to);
        } catch (java.io.IOException x) {
            // The process was killed; what it wrote so far is kept.
        }
    }
}
