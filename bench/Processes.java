import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Child processes: what they print, their CPU seconds, their peak memory. */
final class Processes {
    /** {@code seconds} of user and system CPU time, children and the JIT and collector of a JVM included; {@code peakMegabytes} 0 if not asked for. */
    record Cost(int status, String output, double seconds, double peakMegabytes) {}

    private static final long POLL_MILLIS = 4;

    private Processes() {}

    /** A command that must succeed; its standard output. */
    static String run(String... command) throws Exception {
        Cost c = measure(List.of(command), Path.of("."), false);
        if (c.status != 0) throw new IllegalStateException(String.join(" ", command) + ": status " + c.status + "\n" + c.output);
        return c.output;
    }

    static Cost measure(List<String> command, Path dir, boolean memory) throws Exception {
        Path times = Files.createTempFile("bench", ".times");
        Path out = Files.createTempFile("bench", ".out");
        List<String> c = new ArrayList<>(List.of("bash", "-c", "exec 3>&2; { time \"$@\" 2>&3; } 2>\"$0\"", times.toString()));
        c.addAll(command);
        ProcessBuilder b = new ProcessBuilder(c).directory(dir.toFile()).redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD);
        b.environment().put("TIMEFORMAT", "%3U %3S");
        Process p = b.start();
        p.getOutputStream().close();
        long peak = 0;
        if (memory) {
            while (p.isAlive()) {
                peak = Math.max(peak, p.descendants().mapToLong(h -> peakKilobytes(h.pid())).max().orElse(0));
                Thread.sleep(POLL_MILLIS);
            }
        }
        int status = p.waitFor();
        String[] us = Files.readString(times).trim().split("\\s+");
        String output = Files.readString(out);
        Files.delete(times);
        Files.delete(out);
        double seconds = Double.parseDouble(us[us.length - 2]) + Double.parseDouble(us[us.length - 1]);
        return new Cost(status, output, seconds, peak / 1024.0);
    }

    /** The kernel's high-water mark of resident memory; 0 once the process is gone. */
    private static long peakKilobytes(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmHWM:")) return Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
            return 0;
        } catch (IOException gone) {
            return 0;
        }
    }

    static double median(double[] v) {
        double[] s = v.clone();
        Arrays.sort(s);
        return s[s.length / 2];
    }
}
