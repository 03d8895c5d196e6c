package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.TypedStmt;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.CType;

/** What the checker knows of the function whose body it is in. Mutable. */
final class FunctionState {
    /**
     * A scope that needs work when it is left: after {@code declaration}s of variables with {@code cleanup} or of VLAs.
     * A chain from the innermost outward; jumps compare the chains at their two ends.
     */
    static final class Leave {
        final Leave outer;
        final int depth;
        /** What leaving past this point does. */
        final TypedStmt action;
        /** The VLA or variably modified typedef that may not be jumped over, or null. */
        final String vla;
        final int loc;
        /** The begin of a statement expression, which may not be jumped into. */
        boolean statementExpression;

        Leave(Leave outer, TypedStmt action, String vla, int loc) {
            this.outer = outer;
            this.depth = outer == null ? 1 : outer.depth + 1;
            this.action = action;
            this.vla = vla;
            this.loc = loc;
        }
    }

    /** A {@code goto} whose label is not yet known where it stands. */
    record PendingGoto(LabelInfo label, List<TypedStmt> leave, Leave from, int loc) {}

    /** A label by name. */
    static final class LabelInfo {
        final LabelSymbol symbol;
        final int name;
        Leave at;
        boolean local;
        /** Statement-expression nesting where it is defined. */
        int firstUse;

        LabelInfo(LabelSymbol symbol, int name) {
            this.symbol = symbol;
            this.name = name;
        }
    }

    /** An enclosing switch. */
    static final class SwitchState {
        final CType type;
        /** The type before promotion, for the range of case values. */
        final CType written;
        /** The cases by their low ends. */
        final java.util.TreeMap<java.math.BigInteger, TypedStmt.Case> byLow = new java.util.TreeMap<>();
        LabelSymbol defaultLabel;
        int defaultLoc;
        final Leave leave;
        final SwitchState outer;

        SwitchState(CType type, CType written, Leave leave, SwitchState outer) {
            this.type = type;
            this.written = written;
            this.leave = leave;
            this.outer = outer;
        }
    }

    /** Where break or continue go; null members where they may not. */
    static final class Jump {
        final LabelSymbol breakLabel;
        final LabelSymbol continueLabel;
        final Leave breakLeave;
        final Leave continueLeave;

        Jump(LabelSymbol breakLabel, Leave breakLeave, LabelSymbol continueLabel, Leave continueLeave) {
            this.breakLabel = breakLabel;
            this.breakLeave = breakLeave;
            this.continueLabel = continueLabel;
            this.continueLeave = continueLeave;
        }
    }

    final FunctionSymbol symbol;
    final CType result;
    /** The function in whose body this one stands, or null. */
    final FunctionState outer;
    final List<org.jcc.frontend.ast.FunctionDefinition> nested = new ArrayList<>();
    /** Functions that are declared or defined in the body. */
    final List<FunctionSymbol> functions = new ArrayList<>();
    /** Variables that are not in {@link #locals}: VLAs. */
    final List<VarSymbol> vlas = new ArrayList<>();
    final List<VarSymbol> locals = new ArrayList<>();
    final Map<Integer, LabelInfo> labels = new HashMap<>();
    final List<LabelInfo> allLabels = new ArrayList<>();
    final List<LabelSymbol> addressedLabels = new ArrayList<>();
    final List<PendingGoto> gotos = new ArrayList<>();
    final List<VarSymbol> statics = new ArrayList<>();
    /** The statements of the block being checked. */
    List<TypedStmt> out = new ArrayList<>();
    Leave leave;
    SwitchState switchState;
    Jump jump;
    boolean returnsValue;
    boolean usesComputedGoto;
    VarSymbol lastParam;
    boolean variadic;
    /** {@code __func__} and its kin once used. */
    VarSymbol[] funcNames = new VarSymbol[3];
    int hidden;

    FunctionState(FunctionSymbol symbol, CType result, FunctionState outer) {
        this.outer = outer;
        this.symbol = symbol;
        this.result = result;
    }

    /** Calls and stack restores when going from {@code from} out to {@code to}, innermost first. */
    static void leaving(Leave from, Leave to, List<TypedStmt> out) {
        for (Leave l = from; l != to && l != null; l = l.outer) if (l.action != null) out.add(l.action);
    }

    /** What {@code alloca} gives lives until the function returns, also if a variable array's block is left before. */
    void keepStack() {
        for (Leave l = leave; l != null; l = l.outer) if (l.action instanceof TypedStmt.StackRestore r) r.mark().kept = true;
    }

    /** The innermost that both chains have. */
    static Leave common(Leave a, Leave b) {
        while (a != b) {
            int da = a == null ? 0 : a.depth;
            int db = b == null ? 0 : b.depth;
            if (da >= db && a != null) a = a.outer;
            if (db > da) b = b.outer;
        }
        return a;
    }

    /** Values computed for their effects before what is being checked: sizes of VLAs. */
    final List<TypedExpr> pending = new ArrayList<>();
}
