package org.jcc.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things are: jcc's own runtime, the C library's start files and libraries.
 *
 * @param runtime jcc's directory with {@code libjcc.a} and start files for the target
 * @param target  whose C library it is
 * @param sysroot prefix of the system's directories, "" for the host's
 */
record Home(Path runtime, Targets.Target target, String sysroot) {
    /** The property that the launcher sets: the directory of the installation. */
    private static final String PROPERTY = "jcc.home";

    static Home find(Targets.Target target, String sysroot) {
        String at = System.getProperty(PROPERTY);
        Path dir = at != null ? Path.of(at) : Path.of("..", "driver", "target", "jcc");
        return new Home(dir.resolve("lib").resolve(target.name()), target, sysroot);
    }

    /** Library directories in the order in which gcc searches them. */
    List<String> libraryDirs() {
        List<String> dirs = new ArrayList<>();
        for (String d : target.libraryDirs()) {
            dirs.add(sysroot + d);
        }
        return dirs;
    }

    Path library() {
        return runtime.resolve("libjcc.a");
    }

    /** The unwinder, for programs that do not take the C library's ({@link Linking}); null: the target has none. */
    Path unwinder() {
        Path p = runtime.resolve("libjcc_eh.a");
        return Files.exists(p) ? p : null;
    }

    /** A start file or library by name: jcc's own first, then the system's; null if there is none. */
    Path file(String name) {
        Path own = runtime.resolve(name);
        if (Files.exists(own)) return own;
        for (String d : libraryDirs()) {
            Path p = Path.of(d, name);
            if (Files.exists(p)) return p;
        }
        return null;
    }
}
