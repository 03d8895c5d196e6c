package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jcc.codegen.abi.Abi;
import org.jcc.ir.AbiLocations;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Sibling calls: a call directly before a return, whose result is what is returned, is marked {@link CallInfo#SIBLING}. Selection makes it a
 * jump behind the epilogue: the callee runs in the caller's place on the stack and returns to the caller's caller (Steele, Debunking the
 * "Expensive Procedure Call" Myth, 1977). A return that is shared is copied behind the call first.
 *
 * <p>The hard part is what the callee may see of the frame that is gone by then. A local variable forbids the jump if its address is an
 * argument, or if it is known elsewhere and the variable lives when the call is made: the call stands in the variable's block or further in
 * (C 6.2.4p6), as {@link org.jcc.codegen.select.SlotSharing} sees it. Stack arguments must fit in the area that the caller itself was
 * given; they are stored over it right before the jump, when nothing reads it any more, so its address must not be known either.
 *
 * <p>Widths: both return the same C type, so that what the callee promises of the upper bits is what the caller promised; or the
 * caller's type is one whose upper bits nobody promises.
 *
 * <p>Requires: locations, no pass after this one. Ensures: behind a sibling call stand conversions of its result, and the return.
 * Measured: sqlite3.c at -O2 has 479 such jumps to functions (gcc 12: 507) and 52 through pointers.
 */
public final class SiblingCalls {
    private static final int NEVER = Function.CALLS_SETJMP | Function.RETURNS_TWICE | Function.NAKED | Function.INTERRUPT | Function.NO_CALLER_SAVED | Function.STACK_REALIGN;
    /** Conversions that stand between call and return at most. */
    private static final int CHAIN = 4;

    private final Function f;
    private final Abi abi;
    private Abi.Layout own;
    /** Locals whose address is known outside of this function's registers. */
    private final List<Inst> known = new ArrayList<>(0);
    private boolean incomingKnown;

    private SiblingCalls(Function f, Abi abi) {
        this.f = f;
        this.abi = abi;
    }

    public static void run(Function f, Abi abi) {
        if (!f.isDefinition() || f.is(NEVER) || f.locations == null || f.locations.popBytes() != 0) return;
        new SiblingCalls(f, abi).mark();
    }

    private void mark() {
        List<Inst> calls = new ArrayList<>(0);
        for (Block b : f.blocks) {
            Inst c = callAtEnd(b);
            if (c != null) calls.add(c);
        }
        if (calls.isEmpty() || !findKnown()) return;
        own = abi.layout(f.signature, false);
        for (Inst c : calls) {
            List<Inst> stores = new ArrayList<>(0);
            if (!hidesFrame(c) || !returnsTheSame(c) || !stackArguments(c, stores)) continue;
            if (c.block.last.op == Op.BR) copyReturn(c.block);
            for (Inst s : stores) {
                Inst to = f.newInst(Op.INARG, Type.PTR);
                to.imm = s.arg(0).imm;
                to.locatedAs(s);
                to.insertBefore(s);
                s.setArg(0, to);
            }
            CallInfo i = c.call();
            c.aux = new CallInfo(i.signature, i.attributes | CallInfo.SIBLING, i.resultTypes, i.locations);
        }
    }

    // ---- the shape ----

    private static boolean isConversion(Inst i) {
        return switch (i.op) {
            case SEXT, ZEXT, TRUNC, RESULT -> true;
            default -> false;
        };
    }

    /** The call before a return, or before a jump to a block that just returns; or null. */
    private Inst callAtEnd(Block b) {
        Inst t = b.last;
        if (t == null || t.op != Op.RET && !(t.op == Op.BR && isReturn(t.succ(0)))) return null;
        Inst c = before(t);
        if (c == null || c.op != Op.CALL) return null;
        CallInfo i = c.call();
        if (i.locations == null || i.is(CallInfo.NORETURN | CallInfo.RETURNS_TWICE | CallInfo.NO_TAIL) || i.locations.popBytes() != 0) return null;
        if (!i.locations.preserved().equals(f.locations.preserved())) return null;
        for (int r : i.locations.argRegs()) if (r < 0) return null;
        // Functions may clear what is above 16 bytes of their registers when they end.
        for (int k = 1; k < c.ownArgCount(); k++) if (c.arg(k).type.size > 16) return null;
        return c;
    }

    private static Inst before(Inst t) {
        Inst c = t.prev;
        for (int n = 0; n < CHAIN && c != null && isConversion(c); n++) c = c.prev;
        return c;
    }

    private boolean isReturn(Block b) {
        if (b == f.entry() || b.addressTaken) return false;
        int n = 0;
        for (Inst i = b.first; i != b.last; i = i.next) if (!isConversion(i) || ++n > CHAIN) return false;
        return b.last.op == Op.RET;
    }

    /** The jump to a return becomes that return. */
    private void copyReturn(Block b) {
        Inst br = b.last;
        Block r = br.succ(0);
        List<Inst> from = new ArrayList<>(r.params);
        List<Inst> to = new ArrayList<>();
        for (int k = 0; k < r.params.size(); k++) to.add(br.succArg(0, k));
        br.remove();
        for (Inst i = r.first; i != null; i = i.next) {
            Inst c = f.newInst(i.op, i.type);
            for (int k = 0; k < i.ownArgCount(); k++) {
                int at = from.indexOf(i.arg(k));
                c.addArg(at < 0 ? i.arg(k) : to.get(at));
            }
            c.imm = i.imm;
            c.flags = i.flags;
            c.locatedAs(i);
            b.append(c);
            from.add(i);
            to.add(c);
        }
    }

    /** The call that a return's {@link CallInfo#SIBLING} call is, or null: such a return is no code. */
    public static Inst of(Inst ret) {
        Inst c = ret.op == Op.RET ? before(ret) : null;
        return c != null && c.op == Op.CALL && c.call().is(CallInfo.SIBLING) ? c : null;
    }

    // ---- the result ----

    private boolean returnsTheSame(Inst call) {
        Inst end = call.block.last;
        Inst ret = end.op == Op.BR ? end.succ(0).last : end;
        CallInfo info = call.call();
        int n = ret.ownArgCount();
        if (n == 0) return hasNoStackedResult(call.type) && (info.resultTypes == null || Arrays.stream(info.resultTypes).allMatch(SiblingCalls::hasNoStackedResult));
        if (own.resultAddress() != null) {
            // Both return the address that they were given, and it is the same.
            return info.signature.resultInMemory() && value(ret, 0, end) == call.arg(1) && abi.layout(info.signature, true).addressReturned() == own.addressReturned();
        }
        if (info.signature.resultInMemory() && info.locations.resultRegs().length == 0) return false;
        int[] regs = info.locations.resultRegs();
        if (regs.length < n) return false;
        for (int k = 0; k < n; k++) {
            if (regs[k] != f.locations.resultRegs()[k]) return false;
            Inst v = value(ret, k, end);
            if (n == 1 && regs.length == 1 ? !isResult(v, call, end) : v.op != Op.RESULT || v.arg(0) != call || v.imm != k) return false;
        }
        return true;
    }

    /** What lies on a register stack must be popped if it is not wanted. */
    private static boolean hasNoStackedResult(Type t) {
        return t != Type.F80;
    }

    /** The value that is returned, seen from the block of the call. */
    private static Inst value(Inst ret, int k, Inst end) {
        return argument(ret.arg(k), end);
    }

    private static Inst argument(Inst v, Inst end) {
        return end.op == Op.BR && v.op == Op.PARAM && v.block == end.succ(0) ? end.succArg(0, (int) v.imm) : v;
    }

    private boolean isResult(Inst v, Inst call, Inst end) {
        if (v == call) return true;
        boolean sameType = call.call().signature.result().equals(f.signature.result());
        int bits = f.signature.result() instanceof AbiType.Scalar s && s.type().isInt() ? Math.max(8, s.type().bits) : 64;
        if (!sameType && bits < abi.extendTo().bits) return false;
        for (int n = 0; n <= 2 * CHAIN && v != call; n++) {
            if (v.op != Op.SEXT && v.op != Op.ZEXT && v.op != Op.TRUNC || Math.max(8, v.arg(0).type.bits) < bits) return false;
            v = argument(v.arg(0), end);
        }
        return v == call && (sameType || call.type.bits >= bits);
    }

    // ---- the frame ----

    /** Finds the locals that others may know; false if the stack pointer moves. */
    private boolean findKnown() {
        for (Block b : f.blocks) {
            for (Inst i = b.first; i != null; i = i.next) {
                switch (i.op) {
                    case DYNALLOCA, STACKSAVE, STACKRESTORE -> {
                        return false;
                    }
                    case ALLOCA -> {
                        if (isKnown(f, i)) known.add(i);
                    }
                    case INARG -> incomingKnown |= isKnown(f, i);
                    default -> { }
                }
            }
        }
        return true;
    }

    /** The address gets to where other functions find it, by way of any number of values that are computed from it. */
    static boolean isKnown(Function f, Inst address) {
        List<Inst> work = new ArrayList<>(List.of(address));
        boolean[] seen = null;
        for (int n = 0; n < work.size(); n++) {
            Inst v = work.get(n);
            for (int u = 0; u < v.useCount(); u++) {
                Inst user = v.user(u);
                int slot = v.userSlot(u);
                Inst derived;
                switch (user.op) {
                    case LOAD, ICMP, MEMCPY, MEMMOVE, MEMSET, PREFETCH -> {
                        continue;
                    }
                    case STORE -> {
                        if (slot != 0) return true;
                        continue;
                    }
                    case PTRADD, FREEZE, SELECT -> derived = user;
                    default -> {
                        derived = parameter(user, slot);
                        if (derived == null) return true;
                    }
                }
                if (seen == null) seen = new boolean[f.instCount()];
                if (!seen[derived.id]) {
                    seen[derived.id] = true;
                    work.add(derived);
                }
            }
        }
        return false;
    }

    /** The block parameter that operand {@code slot} of a terminator is passed to, or null. */
    private static Inst parameter(Inst t, int slot) {
        if (!t.op.isTerminator() || slot < t.ownArgCount()) return null;
        for (int k = t.succCount() - 1; k >= 0; k--) if (slot >= t.succArgStart(k)) return t.succ(k).params.get(slot - t.succArgStart(k));
        return null;
    }

    private boolean hidesFrame(Inst call) {
        for (int k = 1; k < call.argCount(); k++) if (root(call.arg(k)).op == Op.ALLOCA) return false;
        for (Inst v : known) if (v.scope <= 0 || isWithin(call.scope, v.scope)) return false;
        return true;
    }

    private static Inst root(Inst v) {
        for (int n = 0; n < 16 && (v.op == Op.PTRADD || v.op == Op.FREEZE); n++) v = v.arg(0);
        return v;
    }

    private boolean isWithin(int inner, int outer) {
        for (int s = inner; s > 0; s = f.scopes.get(s).parent()) if (s == outer) return true;
        return false;
    }

    // ---- stack arguments ----

    /** They fit, and their stores, which this finds, are the last accesses to memory before the call. */
    private boolean stackArguments(Inst call, List<Inst> stores) {
        AbiLocations at = call.call().locations;
        if (at.stackBytes() == 0) return true;
        if (at.stackBytes() > f.locations.stackBytes() || incomingKnown || f.signature.variadic()) return false;
        long missing = 0;
        for (Abi.Place p : abi.layout(call.call().signature, true).arguments()) {
            for (Abi.Part part : p.parts()) {
                if (part.register() >= 0) continue;
                if (part.type() == null || part.stackOffset() / 8 > 63) return false;
                missing |= 1L << part.stackOffset() / 8;
            }
        }
        for (Inst i = call.prev; i != null && missing != 0; i = i.prev) {
            if (i.op == Op.STORE && i.arg(0).op == Op.OUTARG && !i.isVolatile()) {
                if (i.arg(0).align > 16) return false;
                stores.add(i);
                missing &= ~(1L << i.arg(0).imm / 8);
            } else if (i.op.reads() || i.op.writes() || i.op.mayNotReturn()) return false;
        }
        return missing == 0;
    }
}
