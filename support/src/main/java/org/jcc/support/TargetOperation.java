package org.jcc.support;

/**
 * An operation that one target has and C has no other word for, called by a builtin's name ({@code __builtin_ia32_paddsb128}). The target's
 * table makes it; shared code checks calls by the signature, carries it through the IR and leaves the rest to the target's selection.
 *
 * <p>An operation whose result depends on its operands alone is one instruction of the IR, which may be moved, merged and deleted. One that
 * does more has a text of {@linkplain #assembly assembly} and is inline assembly from the start.
 *
 * <p>A signature is words: the result's type, then the parameters'. A word is a letter, behind the number of lanes if it is a vector:
 * {@code v} void, {@code c} char, {@code b} unsigned char, {@code s} short, {@code w} unsigned short, {@code i} int, {@code u} unsigned int,
 * {@code l} long long, {@code q} unsigned long long, {@code f} float, {@code d} double, {@code p} void *, {@code k} const void *. {@code #n} is
 * an int that must come to be a constant of n bits, {@code #nx} eight times such a constant.
 */
public class TargetOperation {
    /** A type of the signature. {@code lanes} is 1 of scalars; {@code bits} those of a constant, else 0. */
    public record Shape(char kind, int lanes, int bits) {}

    /** The builtin's name. */
    public final String name;
    /** The instruction sets that it needs, as {@link TargetInfo.Features} writes them. */
    public final String features;
    /** The text of an operation with effects, in the form of GCC's inline assembly: outputs, inputs, clobbers behind colons; or null. */
    public final String assembly;
    private final String signature;
    private Shape[] shapes;

    public TargetOperation(String name, String signature, String features, String assembly) {
        this.name = name;
        this.signature = signature;
        this.features = features;
        this.assembly = assembly;
    }

    /** Of the result, then of the parameters. */
    public final Shape[] shapes() {
        if (shapes == null) {
            String[] words = signature.split(" ");
            Shape[] s = new Shape[words.length];
            for (int k = 0; k < s.length; k++) s[k] = shape(words[k]);
            shapes = s;
        }
        return shapes;
    }

    private static Shape shape(String word) {
        if (word.charAt(0) == '#') {
            boolean eights = word.endsWith("x");
            return new Shape(eights ? 'x' : 'i', 1, Integer.parseInt(word.substring(1, word.length() - (eights ? 1 : 0))));
        }
        int n = word.length() - 1;
        return new Shape(word.charAt(n), n == 0 ? 1 : Integer.parseInt(word.substring(0, n)), 0);
    }

    /** True if it depends on its operands alone and does nothing but give its result. */
    public final boolean isPure() {
        return assembly == null;
    }

    /** What is wrong with a constant, or with its absence, in gcc's words. {@code n} counts parameters from 1. */
    public final String immediateError(int n) {
        int bits = shapes()[n].bits;
        int left = shapes().length - 1 - n;
        String which = left == 0 ? "last" : left == 1 ? "next to last" : new String[] {"first", "second", "third", "fourth", "fifth"}[n - 1];
        return "the " + which + " argument must be " + (bits == 8 ? "an " : "a ") + bits + "-bit immediate";
    }

    /** True if the number may stand where a constant is wanted. */
    public final boolean admits(int n, long value) {
        Shape s = shapes()[n];
        if (s.kind == 'x') return value >= 0 && value % 8 == 0 && value / 8 < 1L << s.bits;
        return value >= 0 && value < 1L << s.bits;
    }

    @Override
    public String toString() {
        return name;
    }
}
