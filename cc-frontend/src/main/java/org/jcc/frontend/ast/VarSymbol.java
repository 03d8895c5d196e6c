package org.jcc.frontend.ast;

import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;

/** An object that a declaration, a compound literal or the checker itself (for sizes of VLAs) makes. Mutable. */
public final class VarSymbol extends Symbol implements ArrayType.SizeHolder {
    public enum Storage {
        /** Automatic; {@link #type} may be a VLA. */
        AUTO,
        /** A parameter, the object that holds the argument. */
        PARAM,
        /** Static storage duration, at file scope, {@code extern} or static in a block. */
        STATIC
    }

    public enum Tls { NONE, GENERAL_DYNAMIC, LOCAL_DYNAMIC, INITIAL_EXEC, LOCAL_EXEC }

    public Storage storage;
    /** Declared inside a function (a static local's asmName is to be made unique). */
    public boolean local;
    /** NONE: not thread-local. Without {@code tls_model} GENERAL_DYNAMIC, and {@link #tlsModelSet} is false. */
    public Tls tls = Tls.NONE;
    public boolean tlsModelSet;
    /** {@code register} was written. */
    public boolean register;
    /** {@code register … asm("r")}: the register, for asm operands; at file scope a global register variable. */
    public String hardRegister;
    /** Its address is taken: by {@code &}, as an array that decays, by a capture. If false, it can live in a register. */
    public boolean addressTaken;
    /** {@code extern} without definition so far, or a tentative definition (6.9.2p2). */
    public boolean tentative;
    /** {@code common}, {@code nocommon} */
    public Boolean common;
    /** The function called with its address when its scope is left. */
    public FunctionSymbol cleanup;
    /** {@code __attribute__((uninitialized))}: exempt from {@code -ftrivial-auto-var-init}. */
    public boolean leftUninitialised;
    /** Used or assigned, for warnings. */
    public boolean used, set;
    /** Of an automatic variable the function whose it is; set when that has been checked, if functions nest. */
    public FunctionSymbol owner;
    /** The compiler's own. */
    public boolean hidden;
    /** The initialiser, of a defined object with static storage; null: zero. */
    public StaticData init;
    /** Of a const object whose initialiser is a constant that may be read when folding; else null. */
    public TypedExpr constantValue;

    public VarSymbol(String name, CType type, int loc, Storage storage) {
        super(name, type, loc);
        this.storage = storage;
    }

    public boolean isStatic() {
        return storage == Storage.STATIC;
    }

    /**
     * The variable is {@link #hardRegister} itself: a global register variable, or a local one that nothing sets, whose reader wants
     * what the register holds (mostly the stack pointer). Valid when the function has been checked.
     */
    public boolean isMachineRegister() {
        return hardRegister != null && (isStatic() || !set && type.isScalar() && !type.isComplex());
    }

    /** Alignment that the object needs. */
    public int align() {
        return alignAttribute != 0 ? alignAttribute : type.align();
    }
}
