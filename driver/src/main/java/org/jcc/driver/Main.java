package org.jcc.driver;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The process entry point: {@code jcc}, and by the first argument {@code --tool=NAME} the other tools. Compiling happens on a
 * thread with a large stack, for deeply nested input.
 */
public final class Main {
    private static final long STACK_BYTES = 1L << 30;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        PrintStream out = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.err), 1 << 13), false, StandardCharsets.UTF_8);
        int[] status = {1};
        Thread t = new Thread(null, () -> {
            try {
                status[0] = Tools.run(List.of(args), System.in, out, err);
            } catch (Throwable e) {
                err.println("jcc: internal compiler error: " + e);
                // The innermost cause is the defect's place.
                while (e.getCause() != null) e = e.getCause();
                for (StackTraceElement s : e.getStackTrace()) err.println("    at " + s);
                err.println("Please report this with the preprocessed source (-E) and the command line.");
                status[0] = 4;
            }
        }, "jcc", STACK_BYTES);
        t.start();
        t.join();
        out.flush();
        err.flush();
        Runtime.getRuntime().halt(status[0]);
    }
}
