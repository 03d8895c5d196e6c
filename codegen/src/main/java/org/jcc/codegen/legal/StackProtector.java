package org.jcc.codegen.legal;

import java.util.ArrayList;
import java.util.List;
import org.jcc.codegen.abi.Abi;
import org.jcc.ir.AbiLocations;
import org.jcc.ir.AbiType;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * The stack protector (Cowan et al., StackGuard, 1998; Etoh's ordering of variables, ProPolice, 2000; GCC manual, -fstack-protector): a function
 * that has something to overflow writes a number that attackers do not know between its locals and what its caller needs, and looks before it
 * leaves whether the number is still there. If not, {@code __stack_chk_fail} ends the program.
 *
 * <p>Which functions: those that the front end has marked. {@link Function#PROTECT_ARRAYS} asks for a guard if there is a buffer (an ALLOCA with
 * {@link Inst#CHARS} or {@link Inst#ARRAY}, alloca, a variable array), {@link Function#PROTECT_LOCALS} also if the address of some local is
 * known to others, {@link Function#PROTECT} always. The question is asked here, late, so that variables that became values count no more.
 *
 * <p>The guard is a slot of its own, {@link Inst#GUARD}; frame layout puts it above all other locals, the buffers next below it, arrays of characters
 * first, so that what runs over them meets the guard and no other variable. It is written first thing and read last thing: both accesses are volatile, so
 * that no store of the function changes places with them. The comparison stands before each return, and before the jump of a sibling call, whose arguments are
 * computed by then. Calls that do not return are not preceded by one, as in gcc. All returns share one call of {@code __stack_chk_fail}, in a block that never
 * runs.
 *
 * <p>Requires: ABI locations, sibling calls found, no pass after this one. Ensures: no protected function returns with an overwritten guard.
 * The number passes through registers that keep it until they are written again.
 */
public final class StackProtector {
    /**
     * Where the number is: at {@code offset} from a symbol, from the thread pointer or in a segment.
     *
     * @param symbol        or null
     * @param threadPointer counted from the thread pointer
     * @param space         {@link Inst#SPACE_FLAT}, {@link Inst#SPACE_FS}, {@link Inst#SPACE_GS}
     */
    public record Guard(String symbol, boolean threadPointer, int space, long offset) {
        /** A variable of the program. */
        public static Guard variable(String name) {
            return new Guard(name, false, Inst.SPACE_FLAT, 0);
        }
    }

    private static final Signature FAIL = new Signature(AbiType.VOID, List.of(), false, false);

    private final Module m;
    private final Function f;
    private final Guard guard;
    private final Builder b;
    private Inst slot;

    private StackProtector(Module m, Function f, Guard guard) {
        this.m = m;
        this.f = f;
        this.guard = guard;
        this.b = new Builder(f);
    }

    public static void run(Module m, Function f, Abi abi, Guard guard) {
        if (!f.is(Function.PROTECT | Function.PROTECT_LOCALS | Function.PROTECT_ARRAYS) || f.is(Function.NO_STACK_PROTECTOR | Function.NAKED)) return;
        if (!f.isDefinition() || !isEndangered(f)) return;
        List<Inst> returns = new ArrayList<>();
        for (Block block : f.blocks) if (block.last.op == Op.RET) returns.add(block.last);
        if (returns.isEmpty()) return;
        StackProtector p = new StackProtector(m, f, guard);
        p.set();
        Block fail = p.fail(abi);
        for (Inst ret : returns) {
            Inst jump = SiblingCalls.of(ret);
            p.check(jump != null ? jump : ret, fail);
        }
    }

    private static boolean isEndangered(Function f) {
        if (f.is(Function.PROTECT)) return true;
        boolean locals = f.is(Function.PROTECT_LOCALS);
        for (Block block : f.blocks) {
            for (Inst i = block.first; i != null; i = i.next) {
                if (i.op == Op.DYNALLOCA) return true;
                if (i.op == Op.ALLOCA && i.useCount() > 0 && ((i.flags & (Inst.CHARS | Inst.ARRAY)) != 0 || locals && SiblingCalls.isKnown(f, i))) return true;
            }
        }
        return false;
    }

    private void set() {
        Inst first = f.entry().first;
        while (first.op == Op.ALLOCA) first = first.next;
        b.before(first);
        b.loc = f.loc;
        b.scope = 0;
        slot = b.alloca(8, 8, null);
        slot.flags |= Inst.GUARD;
        b.store(slot, number(), 8, 0).flags |= Inst.VOLATILE;
    }

    private Inst number() {
        Inst base = guard.symbol != null ? f.symbol(symbol(), guard.offset)
                : guard.threadPointer ? b.ptradd(b.emit(Op.THREADPTR, Type.PTR), f.iconst(Type.I64, guard.offset)) : f.ptrConst(guard.offset);
        Inst n = b.load(Type.I64, base, 8, 0);
        n.setSpace(guard.space);
        return n;
    }

    private Symbol symbol() {
        Symbol s = m.symbol(guard.symbol);
        if (s == null) m.add(s = new GlobalVar(guard.symbol, 8, 8));
        return s;
    }

    private Block fail(Abi abi) {
        Block block = f.newBlock("smashed");
        b.at(block);
        b.loc = f.endLoc;
        AbiLocations nothing = new AbiLocations(new int[0], new int[0], new int[0], 0, abi.preserved(FAIL), 0);
        b.call(new CallInfo(FAIL, CallInfo.NORETURN | CallInfo.NOTHROW, null, nothing), Type.VOID, f.symbol(m.declare("__stack_chk_fail", FAIL), 0));
        b.emit(Op.UNREACHABLE, Type.VOID);
        return block;
    }

    /** Goes on to {@code end} and what follows it only if the number is what it was. */
    private void check(Inst end, Block fail) {
        Block before = end.block;
        Block after = f.newBlock(null);
        for (Inst i = end, next; i != null; i = next) {
            next = i.next;
            i.unlink();
            after.append(i);
        }
        b.at(before);
        b.loc = end.loc;
        b.scope = end.scope;
        Inst v = b.load(Type.I64, slot, 8, 0);
        v.flags |= Inst.VOLATILE;
        Inst difference = b.binary(Op.XOR, v, number());
        b.condbr(b.icmp(Cond.EQ, difference, f.iconst(Type.I64, 0)), after, fail);
    }
}
