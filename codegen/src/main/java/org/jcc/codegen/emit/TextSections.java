package org.jcc.codegen.emit;

import org.jcc.codegen.CodegenOptions;
import org.jcc.ir.Function;

/**
 * The section of a function's code by how often it runs, so that what runs together lies together (gcc's -freorder-functions, with the names that
 * the default script of GNU ld sorts by): what starts the program, what ends it, what is cold, what is hot, all else. Cold goes before start
 * and end, these before hot. A section that the source asks for is the function's; functions that are not optimised stay in {@code .text}.
 *
 * <pre>
 *   .text.unlikely   cold functions, and what other functions next to never run ({@link org.jcc.codegen.ColdBlocks})
 *   .text.exit       destructors
 *   .text.startup    constructors and main
 *   .text.hot        hot functions
 *   .text            all others
 * </pre>
 *
 * With a section for each function, or in a COMDAT group, the function's name is a further part.
 */
final class TextSections {
    private static final String UNLIKELY = ".text.unlikely";

    private TextSections() {}

    /** Where the function begins. */
    static String of(Function f, CodegenOptions o) {
        return f.section != null ? f.section : named(family(f, o), f, o);
    }

    /** Where its cold part goes. */
    static String ofColdPart(Function f, CodegenOptions o) {
        return named(UNLIKELY, f, o);
    }

    private static String named(String family, Function f, CodegenOptions o) {
        return o.functionSections || f.comdat != null ? family + "." + f.name : family;
    }

    private static String family(Function f, CodegenOptions o) {
        if (!o.reorderFunctions || f.level(o.optLevel) == 0) return ".text";
        if (f.is(Function.COLD)) return f.is(Function.HOT) ? ".text.hot" : UNLIKELY;
        if (f.is(Function.CONSTRUCTOR) || f.name.equals("main")) return ".text.startup";
        if (f.is(Function.DESTRUCTOR)) return ".text.exit";
        return f.is(Function.HOT) ? ".text.hot" : ".text";
    }
}
