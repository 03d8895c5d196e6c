package org.jcc.ir;

import java.util.HashMap;
import java.util.Map;

/** The words of the text form that stand for bits and enumerations: one table for printer and parser. */
final class Words {
    /** A word and the bit it stands for. */
    record Bit(String word, int bit) {}

    static final Bit[] INST_FLAGS = {
        new Bit("nsw", Inst.NSW), new Bit("nuw", Inst.NUW), new Bit("exact", Inst.EXACT), new Bit("inbounds", Inst.INBOUNDS),
        new Bit("nnan", Inst.NNAN), new Bit("ninf", Inst.NINF), new Bit("nsz", Inst.NSZ), new Bit("arcp", Inst.ARCP),
        new Bit("contract", Inst.CONTRACT), new Bit("reassoc", Inst.REASSOC), new Bit("strict", Inst.FENV_STRICT),
        new Bit("dynamic", Inst.FENV_DYNAMIC), new Bit("volatile", Inst.VOLATILE), new Bit("invariant", Inst.INVARIANT),
        new Bit("weak", Inst.WEAK), new Bit("quiet", Inst.QUIET),
        new Bit("chars", Inst.CHARS), new Bit("array", Inst.ARRAY), new Bit("guard", Inst.GUARD), new Bit("ivdep", Inst.IVDEP)};

    static final String[] ORDERS = {"none", "relaxed", "acquire", "release", "acqrel", "seqcst", "guest"};
    static final String[] SPACES = {"flat", "fs", "gs"};

    static final Bit[] FUNCTION_ATTRIBUTES = {
        new Bit("noreturn", Function.NORETURN), new Bit("inline", Function.INLINE), new Bit("always_inline", Function.ALWAYS_INLINE),
        new Bit("noinline", Function.NOINLINE), new Bit("cold", Function.COLD), new Bit("hot", Function.HOT), new Bit("pure", Function.PURE),
        new Bit("const", Function.CONST), new Bit("nothrow", Function.NOTHROW), new Bit("returns_twice", Function.RETURNS_TWICE),
        new Bit("naked", Function.NAKED), new Bit("optnone", Function.OPT_NONE), new Bit("optsize", Function.OPT_SIZE), new Bit("optmin", Function.OPT_MIN), new Bit("optdebug", Function.OPT_DEBUG),
        new Bit("constructor", Function.CONSTRUCTOR), new Bit("destructor", Function.DESTRUCTOR), new Bit("noclone", Function.NOCLONE),
        new Bit("malloc", Function.MALLOC), new Bit("stackrealign", Function.STACK_REALIGN),
        new Bit("no_stack_protector", Function.NO_STACK_PROTECTOR), new Bit("unwind_table", Function.UNWIND_TABLE),
        new Bit("strictfp", Function.STRICT_FP), new Bit("calls_setjmp", Function.CALLS_SETJMP),
        new Bit("has_label_address", Function.HAS_LABEL_ADDRESS), new Bit("gnu_inline", Function.GNU_INLINE),
        new Bit("interrupt", Function.INTERRUPT), new Bit("no_caller_saved", Function.NO_CALLER_SAVED),
        new Bit("protect_arrays", Function.PROTECT_ARRAYS), new Bit("protect_locals", Function.PROTECT_LOCALS), new Bit("protect", Function.PROTECT)};

    static final Bit[] CALL_ATTRIBUTES = {
        new Bit("noreturn", CallInfo.NORETURN), new Bit("returns_twice", CallInfo.RETURNS_TWICE), new Bit("pure", CallInfo.PURE),
        new Bit("const", CallInfo.CONST), new Bit("nothrow", CallInfo.NOTHROW), new Bit("cold", CallInfo.COLD),
        new Bit("musttail", CallInfo.MUST_TAIL), new Bit("noplt", CallInfo.NO_PLT), new Bit("notail", CallInfo.NO_TAIL),
        new Bit("noinline", CallInfo.NO_INLINE), new Bit("malloc", CallInfo.MALLOC_LIKE),
        new Bit("sibling", CallInfo.SIBLING)};

    static final String[] LINKAGES = {"internal", "external", "weak", "common"};
    static final String[] VISIBILITIES = {"default", "hidden", "protected", "internal_visibility"};
    static final String[] TLS = {"none", "general_dynamic", "local_dynamic", "initial_exec", "local_exec"};

    private static final Map<String, Op> OPS = new HashMap<>();

    static {
        for (Op o : Op.values()) OPS.put(o.text, o);
    }

    private Words() {}

    static Op op(String word) {
        return OPS.get(word);
    }

    /** The bit, or 0 if there is no such word. */
    static int bit(Bit[] table, String word) {
        for (Bit b : table) if (b.word.equals(word)) return b.bit;
        return 0;
    }

    static int index(String[] table, String word) {
        for (int i = 0; i < table.length; i++) if (table[i].equals(word)) return i;
        return -1;
    }

    static void print(StringBuilder sb, Bit[] table, int bits) {
        for (Bit b : table) if ((bits & b.bit) != 0) sb.append(' ').append(b.word);
    }
}
