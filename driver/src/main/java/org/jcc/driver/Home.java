package org.jcc.driver;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where things are: jcc's own runtime, the C library's start files and libraries.
 *
 * @param runtime jcc's directory with {@code libjcc.a} and start files for the target
 * @param sysroot prefix of the system's directories, "" for the host's
 */
record Home(Path runtime, String sysroot) {
    /** The property that the launcher sets: the directory of the installation. */
    private static final String PROPERTY = "jcc.home";

    static Home find(String sysroot) {
        String at = System.getProperty(PROPERTY);
        Path dir = at != null ? Path.of(at) : Path.of("..", "driver", "target", "jcc");
        return new Home(dir.resolve("lib").resolve("x86_64"), sysroot);
    }

    /** Library directories in the order in which gcc searches them. */
    List<String> libraryDirs() {
        List<String> dirs = new ArrayList<>();
        for (String d : new String[] {"/lib/x86_64-linux-gnu", "/usr/lib/x86_64-linux-gnu", "/lib64", "/usr/lib64", "/lib", "/usr/lib", "/usr/local/lib"}) {
            dirs.add(sysroot + d);
        }
        return dirs;
    }

    Path library() {
        return runtime.resolve("libjcc.a");
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
