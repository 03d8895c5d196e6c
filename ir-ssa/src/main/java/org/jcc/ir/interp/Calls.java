package org.jcc.ir.interp;

import java.util.HashMap;
import java.util.Map;
import org.jcc.ir.AbiType;
import org.jcc.ir.Alias;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;

/**
 * Calls: of functions of the module, of native ones, and of those of the C library that the interpreter does itself ({@link LibC}); setjmp
 * and longjmp.
 *
 * <p>A variadic call lays its extra arguments out in memory as the psABI does for those that have no registers; a
 * {@code va_list} whose register areas are used up points there. So the C library's {@code vprintf} family reads it, and
 * {@code printf} itself is run as {@code vprintf}, with every type of argument.
 */
final class Calls {
    /** On its way to the frame that called setjmp. */
    static final class LongJump extends RuntimeException {
        final Jump target;
        final int value;

        LongJump(Jump target, int value) {
            super(null, null, false, false);
            this.target = target;
            this.value = value;
        }
    }

    /** What a jmp_buf stands for. */
    record Jump(Frame frame, int pc, long stack) {}

    private final Interpreter interpreter;
    private final Map<Long, Jump> jumps = new HashMap<>();
    private long nextJump = 0x4a4d_5000_0001L;

    Calls(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    static long sizeOf(AbiType t) {
        return switch (t) {
            case AbiType.Scalar s -> s.type().size;
            case AbiType.Aggregate a -> a.size();
            case AbiType.Array a -> a.count() * a.elementSize();
            case AbiType.Void v -> 0;
        };
    }

    /** Alignment as a stack argument: 8, or 16 for what needs it. */
    static long alignOf(AbiType t) {
        int a = switch (t) {
            case AbiType.Scalar s -> s.type().align;
            case AbiType.Aggregate x -> x.align();
            default -> 8;
        };
        return a > 8 ? 16 : 8;
    }

    void call(Frame fr, ThreadState s, int pc) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        CallInfo info = i.call();
        int calleeReg = code.a[pc];
        if (fr.p[calleeReg] != 0) throw fr.trap(pc, "call of poison");
        Inst callee = i.arg(0);
        Function f = null;
        if (callee.op == Op.SYMBOL && callee.imm == 0) {
            Symbol sym = callee.symbol();
            while (sym instanceof Alias x && !x.ifunc) sym = x.target;
            if (sym instanceof Function g) {
                if (g.isDefinition()) {
                    f = g;
                } else if (interpreter.libc.call(g.name, fr.code, i, fr.r, fr.h, new Site(fr, s, pc))) {
                    return;
                }
            }
        } else {
            f = interpreter.image.function(fr.r[calleeReg]);
        }
        if (f != null && info.locations != null) lowered(fr, s, pc, f);
        else if (info.locations != null) throw fr.trap(pc, "native call after ABI lowering");
        else if (f != null) interpreted(fr, s, pc, f, info);
        else nativeCall(fr, s, pc, info);
    }

    private void interpreted(Frame fr, ThreadState s, int pc, Function f, CallInfo info) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        long base = s.sp;
        Frame to = interpreter.frame(f);
        Signature actual = info.signature;
        int hiddenActual = actual.resultInMemory() ? 1 : 0;
        int hidden = f.signature.resultInMemory() ? 1 : 0;
        int named = to.code.params.length - hidden;
        int given = i.ownArgCount() - 1 - hiddenActual;
        if (hidden == 1) to.r[to.code.params[0]] = hiddenActual == 1 ? fr.r[code.register[i.arg(1).id]] : s.push(sizeOf(f.signature.result()), 16, true);
        for (int k = 0; k < Math.min(named, given); k++) {
            int from = code.register[i.arg(1 + hiddenActual + k).id];
            int reg = to.code.params[hidden + k];
            AbiType t = f.signature.params().get(k);
            to.p[reg] = fr.p[from];
            if (t instanceof AbiType.Aggregate x) {
                // The callee owns its copy.
                long copy = s.push(Math.max(1, x.size()), Math.max(8, x.align()), false);
                Memory.copy(copy, fr.r[from], x.size());
                to.r[reg] = copy;
                continue;
            }
            Type pt = f.params().get(hidden + k).type;
            to.r[reg] = pt.isInt() && pt.bits < 64 ? Fold.normal(pt.bits, fr.r[from]) : fr.r[from];
            if (to.h != null && fr.h != null) to.h[reg] = fr.h[from];
            if (to.v != null && fr.v != null) to.v[reg] = fr.v[from];
        }
        if (f.signature.variadic()) to.varargs = layOut(fr, s, i, hiddenActual, named, actual);
        interpreter.execute(to, s);
        s.sp = base;
        int d = code.dst[pc];
        if (d < 0) return;
        fr.r[d] = i.type.isInt() ? Fold.normal(i.type.bits, to.resultLo) : to.resultLo;
        fr.p[d] = to.resultPoison;
        if (fr.h != null) fr.h[d] = to.resultHi;
        if (fr.v != null) fr.v[d] = to.resultVector;
    }

    /** After ABI lowering arguments and results correspond one by one. */
    private void lowered(Frame fr, ThreadState s, int pc, Function f) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        Frame to = interpreter.frame(f);
        if (f.locations == null || to.code.params.length != i.ownArgCount() - 1) throw fr.trap(pc, "caller and callee differ in convention");
        for (int k = 0; k < to.code.params.length; k++) fr.transfer(code.register[i.arg(k + 1).id], to, to.code.params[k]);
        interpreter.execute(to, s);
        int d = code.dst[pc];
        if (d < 0) return;
        if (to.results != null) {
            for (int k = 0; k < to.results.length; k++) to.transfer(to.results[k], fr, d + k);
            return;
        }
        fr.r[d] = to.resultLo;
        fr.p[d] = to.resultPoison;
        if (fr.h != null) fr.h[d] = to.resultHi;
        if (fr.v != null) fr.v[d] = to.resultVector;
    }

    /** Writes the arguments from number {@code first} on to the stack as the psABI does; their address. */
    private long layOut(Frame fr, ThreadState s, Inst i, int hidden, int first, Signature actual) {
        Code code = fr.code;
        int given = i.ownArgCount() - 1 - hidden;
        long bytes = 0;
        for (int pass = 0; ; pass++) {
            long at = 0;
            long base = pass == 0 ? 0 : s.push(bytes + 16, 16, true);
            for (int k = first; k < given; k++) {
                AbiType t = actual.params().get(k);
                at = at + alignOf(t) - 1 & -alignOf(t);
                if (pass == 1) {
                    Inst v = i.arg(1 + hidden + k);
                    int from = code.register[v.id];
                    if (t instanceof AbiType.Aggregate x) {
                        Memory.copy(base + at, fr.r[from], x.size());
                    } else {
                        if (v.type.size < 8) Memory.putLong(base + at, fr.p[from] != 0 ? 0 : fr.r[from]);
                        else fr.put(from, v.type, base + at);
                    }
                }
                at += sizeOf(t) + 7 & -8;
            }
            if (pass == 1) return base;
            bytes = at;
        }
    }

    private void nativeCall(Frame fr, ThreadState s, int pc, CallInfo info) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        long address = fr.r[code.a[pc]];
        if (address == 0) throw fr.trap(pc, "call of a null or undefined function");
        int hidden = info.signature.resultInMemory() ? 1 : 0;
        long[] args = new long[i.ownArgCount() - 1 - hidden];
        for (int k = 0; k < args.length; k++) {
            int reg = code.register[i.arg(1 + hidden + k).id];
            args[k] = fr.p[reg] != 0 ? 0 : fr.r[reg];
        }
        long storage = hidden == 1 ? fr.r[code.register[i.arg(1).id]] : 0;
        long v;
        try {
            v = interpreter.natives.call(address, info.signature, args, storage);
        } catch (Trap t) {
            if (t.getMessage().contains(", @")) throw t;
            throw fr.trap(pc, t.getMessage());
        }
        int d = code.dst[pc];
        if (d >= 0) fr.set(d, i.type.isInt() ? Fold.normal(i.type.bits, v) : v);
    }

    /** A call site: its arguments and result, for functions that the interpreter does itself. */
    final class Site {
        private final Frame fr;
        private final ThreadState s;
        private final int pc;

        Site(Frame fr, ThreadState s, int pc) {
            this.fr = fr;
            this.s = s;
            this.pc = pc;
        }

        long arg(int k) {
            return fr.r[fr.code.register[fr.code.inst[pc].arg(1 + k).id]];
        }

        int argCount() {
            return fr.code.inst[pc].ownArgCount() - 1;
        }

        void result(long v) {
            int d = fr.code.dst[pc];
            Type t = fr.code.type[pc];
            if (d >= 0) fr.set(d, t.isInt() ? Fold.normal(t.bits, v) : v);
        }

        /** A va_list of the arguments from number {@code first} on. */
        long vaList(int first) {
            long area = layOut(fr, s, fr.code.inst[pc], 0, first, fr.code.inst[pc].call().signature);
            long list = s.push(24, 16, false);
            Memory.putInt(list, 48);
            Memory.putInt(list + 4, 176);
            Memory.putLong(list + 8, area);
            Memory.putLong(list + 16, 0);
            return list;
        }

        /** The program's floating-point exception flags: those in {@code keep} stay, those in {@code set} are added; the old ones. */
        int fpFlags(int keep, int set) {
            int old = s.fpFlags;
            s.fpFlags = old & keep | set;
            return old;
        }

        long mark() {
            return s.sp;
        }

        void release(long mark) {
            s.sp = mark;
        }

        void setjmp() {
            long token = nextJump++;
            // A frame's jumps die with it.
            jumps.values().removeIf(j -> !j.frame.open);
            jumps.put(token, new Jump(fr, pc, s.sp));
            Memory.check(arg(0), 8);
            Memory.putLong(arg(0), token);
            result(0);
        }

        void longjmp() {
            Jump j = jumps.get(Memory.getLong(arg(0)));
            if (j == null || !j.frame.open) throw fr.trap(pc, "longjmp to a function that has returned");
            int v = argCount() > 1 ? (int) arg(1) : 1;
            throw new LongJump(j, v == 0 ? 1 : v);
        }
    }
}
