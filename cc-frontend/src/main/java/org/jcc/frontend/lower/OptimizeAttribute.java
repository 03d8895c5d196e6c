package org.jcc.frontend.lower;

import org.jcc.ir.Inst;

/**
 * What {@code __attribute__((optimize("…")))} and {@code #pragma GCC optimize} change of the command line's options for one
 * function (GCC manual, Common Function Attributes): {@code -O} levels, and the {@code -f} options that give code its meaning. Options that only
 * steer gcc's passes have no effect here, as on the command line.
 */
final class OptimizeAttribute {
    private OptimizeAttribute() {}

    /** @param text comma-separated options with or without {@code -} and {@code f}, or null */
    static Lowering.Options apply(String text, Lowering.Options unit) {
        if (text == null) return unit;
        Lowering.Options o = unit.copy();
        for (String s : text.split(",")) {
            String option = s.trim();
            if (option.startsWith("-f")) option = option.substring(2);
            else if (option.startsWith("-")) option = option.substring(1);
            if (option.startsWith("O") || option.matches("[0-9]+")) level(o, option.startsWith("O") ? option.substring(1) : option);
            else if (option.startsWith("no-")) flag(o, option.substring(3), false);
            else flag(o, option, true);
        }
        return o;
    }

    private static void level(Lowering.Options o, String level) {
        o.optimizeSize = false;
        o.minimizeSize = level.equals("z");
        o.optimizeDebug = level.equals("g");
        switch (level) {
            case "s", "z" -> {
                o.level = 2;
                o.optimizeSize = true;
            }
            case "fast" -> {
                o.level = 3;
                flag(o, "fast-math", true);
            }
            case "", "g" -> o.level = 1;
            default -> {
                if (level.matches("[0-9]{1,4}")) o.level = Math.min(3, Integer.parseInt(level));
            }
        }
    }

    private static void flag(Lowering.Options o, String name, boolean on) {
        switch (name) {
            case "strict-aliasing" -> o.strictAliasing = on;
            case "wrapv" -> o.wrapv = on;
            case "wrapv-pointer" -> o.wrapvPointer = on;
            case "strict-overflow" -> o.wrapv = o.wrapvPointer = !on;
            case "trapv" -> o.trapv = on;
            case "fast-math", "unsafe-math-optimizations" -> o.fastMath = on ? Inst.FAST : 0;
            case "rounding-math" -> o.roundingMath = on;
            case "math-errno" -> o.noMathErrno = !on;
            default -> {
                StackProtection p = StackProtection.of("f" + name);
                if (p != null) o.stackProtection = on ? p : StackProtection.NONE;
            }
        }
    }
}
