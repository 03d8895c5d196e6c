package org.jcc.codegen.emit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.ObjectBuilder;
import org.jcc.codegen.CodegenOptions;
import org.jcc.ir.Function;
import org.jcc.ir.Module;
import org.jcc.support.SourceManager;

/**
 * Debug information: the line table through {@code .file} and {@code .loc}, and one entry per function.
 */
final class DebugEmitter {
    private final Module module;
    private final CodegenOptions options;
    private final ObjectBuilder out;
    private final Map<String, Integer> files = new HashMap<>();
    private final List<Function> functions = new ArrayList<>();
    private int lastLoc;

    DebugEmitter(Module module, CodegenOptions options, ObjectBuilder out) {
        this.module = module;
        this.options = options;
        this.out = out;
    }

    void begin() {}

    /** The instructions that follow come from this place. */
    void line(int loc) {
        if (loc == lastLoc || module.sources == null) return;
        lastLoc = loc;
        SourceManager.Position p = module.sources.position(loc);
        if (p.line() == 0) return;
        int file = files.computeIfAbsent(p.file(), name -> {
            int n = files.size() + 1;
            out.lines().file(n, null, name, null);
            return n;
        });
        out.lines().loc(file, p.line(), p.column());
    }

    void function(Function f) {
        functions.add(f);
        lastLoc = 0;
    }

    void end() {}
}
