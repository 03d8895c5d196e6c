package org.jcc.driver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jcc.link.Input;
import org.jcc.link.LinkOptions;
import org.jcc.support.Diagnostics;

/**
 * What gcc's specs do for the linker: start files in front, the C library and the compiler's runtime behind, and the kind
 * of output.
 *
 * <pre>
 *   crt1.o|Scrt1.o|rcrt1.o  crti.o  jccbegin.o   INPUTS   libjcc.a UNWINDER libc libjcc.a UNWINDER  crtn.o
 * </pre>
 *
 * UNWINDER is jcc's own where the program is static; else the shared one on which the C library itself depends, as needed.
 *
 * jcc's own start file gives what gcc's crtbegin gives that glibc still needs: {@code __dso_handle}, and for shared
 * libraries the call of {@code __cxa_finalize}.
 */
final class Linking {
    private Linking() {}

    static void begin(Command c, Home home, LinkOptions o, List<Input> inputs, Diagnostics d) {
        o.output = c.output == null ? "a.out" : c.output;
        o.isStatic = c.isStatic || c.staticPie;
        o.kind = c.relocatable ? LinkOptions.Kind.RELOCATABLE : c.shared ? LinkOptions.Kind.SHARED
                : c.noPie || c.isStatic && !c.staticPie ? LinkOptions.Kind.EXEC : LinkOptions.Kind.PIE;
        o.emulation = c.target.emulation();
        o.sysroot = c.sysroot;
        o.searchDirs.addAll(c.libraryDirs);
        o.searchDirs.add(home.runtime().toString());
        o.searchDirs.addAll(home.libraryDirs());
        o.exportDynamic = c.rdynamic;
        o.stripAll = c.strip;
        o.bsymbolic = c.symbolic;
        // As Debian's gcc asks its linker.
        if (!c.relocatable) o.buildId = new byte[0];
        if (!c.relocatable && !c.nostdlib && !c.nostartfiles) {
            boolean pie = o.kind == LinkOptions.Kind.PIE;
            if (!c.shared) start(home, !pie ? "crt1.o" : o.isStatic ? "rcrt1.o" : "Scrt1.o", inputs, d);
            start(home, "crti.o", inputs, d);
            start(home, c.shared ? "jccbeginS.o" : "jccbegin.o", inputs, d);
            if (c.x87Precision != 0) start(home, "jccprec" + c.x87Precision + ".o", inputs, d);
        }
    }

    private static void start(Home home, String name, List<Input> inputs, Diagnostics d) {
        Path p = home.file(name);
        if (p == null) d.error(0, "cannot find " + name + ": is the C library's development package installed?");
        else inputs.add(new Input.File(p.toString()));
    }

    /** A file, {@code -l…}, or an option for the linker, in its place. */
    static void add(Command.Input i, LinkOptions o, List<Input> inputs, Diagnostics d) {
        if (i.option()) o.parse(List.of(i.name()), inputs, d);
        else inputs.add(new Input.File(i.name()));
    }

    static void end(Command c, Home home, LinkOptions o, List<Input> inputs, Diagnostics d) {
        if (c.relocatable || c.nostdlib) return;
        if (!c.nodefaultlibs) {
            String runtime = home.library().toString();
            // One process, one unwinder: the C library takes libgcc_s for pthread_cancel, C++ for exceptions. A context of one is nothing to the other.
            Path shared = o.isStatic ? null : home.file("libgcc_s.so.1");
            List<String> unwinder = new ArrayList<>();
            if (shared != null) unwinder.addAll(List.of("--push-state", "--as-needed", shared.toString(), "--pop-state"));
            else if (home.unwinder() != null) unwinder.add(home.unwinder().toString());
            if (c.pthread) o.parse(List.of("-lpthread"), inputs, d);
            if (c.nolibc) {
                inputs.add(new Input.File(runtime));
                o.parse(unwinder, inputs, d);
            } else if (o.isStatic) {
                o.parse(List.of("--start-group", runtime), inputs, d);
                o.parse(unwinder, inputs, d);
                o.parse(List.of("-lc", "--end-group"), inputs, d);
            } else {
                inputs.add(new Input.File(runtime));
                o.parse(unwinder, inputs, d);
                o.parse(List.of("-lc"), inputs, d);
                inputs.add(new Input.File(runtime));
                o.parse(unwinder, inputs, d);
            }
        }
        if (!c.nostartfiles) start(home, "crtn.o", inputs, d);
    }
}
