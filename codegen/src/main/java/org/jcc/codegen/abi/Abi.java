package org.jcc.codegen.abi;

import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.Builder;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * The calling convention of a target as {@link AbiLowering} sees it: where every argument and result goes, and how
 * {@code va_list} works. Implementations state the psABI's rules and build no calls themselves.
 */
public interface Abi {
    /**
     * A part of a value in one register or stack slot.
     *
     * @param type        the type in the register or slot; null: the whole object stands in memory at {@code stackOffset}
     * @param offset      where the part begins in the object, in bytes
     * @param bytes       how many of the object's bytes it holds (may be fewer than the type's)
     * @param register    the register, or -1: on the stack
     * @param stackOffset offset in the argument area when on the stack
     */
    record Part(Type type, int offset, int bytes, int register, int stackOffset) {}

    /** Where one argument stands. {@code byReference}: the caller makes a copy and passes its address, as the single part. */
    record Place(List<Part> parts, boolean byReference) {}

    /** A register argument that the convention adds (x86-64: al, the number of vector registers). */
    record Extra(int register, int value) {}

    /**
     * The places of a whole call.
     *
     * @param result         parts of the result, all in registers; empty for void, or when in memory
     * @param resultAddress  the part that takes the address of the result's storage, or null
     * @param addressReturned register in which a function returns that address, or -1
     * @param arguments      one per C argument
     * @param extra          or null
     * @param stackBytes     size of the argument area, a multiple of the stack alignment
     * @param namedState     convention-private state after the named parameters, for va_start
     */
    record Layout(List<Part> result, Part resultAddress, int addressReturned, List<Place> arguments, Extra extra, int stackBytes,
                  Object namedState) {}

    /**
     * Lays out a call or definition.
     *
     * @param call true for a call (variadic calls add {@link Extra}), false for a definition
     */
    Layout layout(Signature s, boolean call);

    /** The name of the set of registers that callees of this convention preserve. */
    String preserved(Signature s);

    /** The least type to which a narrow integer argument or result is extended by the passing side; I8 for none. */
    Type extendTo();

    /**
     * At the entry of a variadic definition: saves the argument registers that carry no named parameter.
     *
     * @param b    stands at the end of the entry block's parameters; may make blocks, and is left where the body goes on
     * @param take adds an entry parameter of a type in a register
     * @return what {@link #vaStart} wants
     */
    Object saveVariadic(Builder b, Function f, Layout layout, ParamTaker take);

    /** Adds entry parameters. */
    interface ParamTaker {
        Inst take(Type type, int register);
    }

    /** {@code va_start}: fills the va_list at {@code ap}. */
    void vaStart(Builder b, Inst ap, Layout layout, Object saved);

    /** {@code va_arg}: the address of the next argument; the builder may be moved to another block. */
    Inst vaArg(Builder b, Inst ap, AbiType type);

    /** Bytes of a va_list, for va_copy. */
    int vaListBytes();
}
