package org.jcc.frontend.lower;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.VarSymbol;

/**
 * What functions that nest (GCC manual 6.4) share: the frame of one of them as the functions within see it.
 *
 * <p>Inner functions are lowered before the outer one, and ask here for the places of the variables, trampolines and labels that they
 * use; so the outer one knows which of its variables live in the frame, an object of the layout
 *
 * <pre>
 *   0   the static chain that the function itself got: the frame of the function around it
 *   8…  captured variables (of a VLA its address), trampolines, addresses of labels, the buffer of non-local gotos, and for them
 *       the stack pointer and global register variables
 * </pre>
 *
 * <p>A nested function gets the frame of the function around it, the static chain, as its last IR parameter, in the register of
 * the convention {@value #CONVENTION}. A non-local goto is a {@code longjmp} to the buffer, with the label's number: the function waits for it
 * at its entry, and goes on at the label.
 */
final class Nest {
    /** The calling convention whose last parameter is the static chain. */
    static final String CONVENTION = "nested";
    /** Bytes and alignment of a trampoline: code that loads the static chain and jumps to the function. */
    static final int TRAMPOLINE_BYTES = 32, TRAMPOLINE_ALIGN = 16;

    final Nest outer;
    final FunctionDefinition definition;
    /** Captured variables by their offset. */
    private final Map<VarSymbol, Long> variables = new LinkedHashMap<>();
    /** Trampolines that inner functions want. */
    final Map<FunctionSymbol, Long> trampolines = new LinkedHashMap<>();
    /** Labels of this function whose address inner ones want. */
    final Map<LabelSymbol, Long> addresses = new LinkedHashMap<>();
    /** Where a non-local goto leaves global register variables, which {@code longjmp} would reset. */
    final Map<VarSymbol, Long> registers = new LinkedHashMap<>();
    /** Labels to which inner functions jump; their numbers count from 1. */
    final List<LabelSymbol> targets = new ArrayList<>();
    /** Nested functions that are lowered and do not use their static chain. */
    private final Set<FunctionSymbol> chainless = new HashSet<>();
    /** Where the buffer and the stack pointer of non-local gotos are, or -1. */
    long buffer = -1, stackPointer = -1;
    /** The function uses its static chain, or a function within does through this frame. */
    boolean usesChain;
    private long size = 8;
    private int align = 16;

    Nest(Nest outer, FunctionDefinition definition) {
        this.outer = outer;
        this.definition = definition;
    }

    long size() {
        return size;
    }

    int align() {
        return align;
    }

    private long take(long bytes, int alignment) {
        alignment = Math.max(1, alignment);
        align = Math.max(align, alignment);
        size = (size + alignment - 1) / alignment * alignment;
        long at = size;
        size += Math.max(1, bytes);
        return at;
    }

    /** The place of one of this function's variables; from now on it lives in the frame. */
    long offset(VarSymbol v) {
        Long known = variables.get(v);
        if (known != null) return known;
        long at = v.type.isVla() ? take(8, 8) : take(v.type.size(), v.align());
        variables.put(v, at);
        return at;
    }

    boolean captured(VarSymbol v) {
        return variables.containsKey(v);
    }

    long trampoline(FunctionSymbol f) {
        return trampolines.computeIfAbsent(f, x -> take(TRAMPOLINE_BYTES, TRAMPOLINE_ALIGN));
    }

    /** Where this function leaves the address of one of its labels. */
    long address(LabelSymbol l) {
        return addresses.computeIfAbsent(l, x -> take(8, 8));
    }

    long register(VarSymbol v) {
        return registers.computeIfAbsent(v, x -> take(8, 8));
    }

    /** The number of a label of this function to which an inner one jumps. */
    int target(LabelSymbol l, int bufferBytes) {
        if (buffer < 0) {
            buffer = take(bufferBytes, 16);
            stackPointer = take(8, 8);
        }
        if (!targets.contains(l)) targets.add(l);
        return targets.indexOf(l) + 1;
    }

    /** Inner function {@code f} is lowered. */
    void done(FunctionSymbol f, boolean usesChain) {
        if (!usesChain) chainless.add(f);
    }

    /** True if the function may be called without static chain. */
    boolean isChainless(FunctionSymbol f) {
        return chainless.contains(f);
    }
}
