package org.jcc.ir.interp;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.AbiType;
import org.jcc.ir.Alias;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.ir.Type;
import org.jcc.support.TargetInfo;

/**
 * Executes IR as it is before ABI lowering, after any number of passes. Memory is the process's own, so that the program calls the
 * real C library ({@link Natives}); pure operations are {@link Fold}'s. Exactness comes before speed.
 *
 * <p>What it watches: poison is tracked by value (not through memory) and a branch, an address or a trapping operand that is
 * poison stops the run; so do division by zero, null and impossible addresses, UNREACHABLE and too many steps. Fresh stack
 * memory holds a pattern.
 *
 * <p>A variadic call lays its extra arguments out in memory as the psABI does for those that have no registers; a
 * {@code va_list} whose register areas are used up points there. So the C library's {@code vprintf} family reads it, and
 * {@code printf} itself is run as {@code vprintf}, with every type of argument.
 */
public final class Interpreter {
    /** How a run ended. {@code trap} is null if the program exited by itself with {@code status}. */
    public record Result(int status, String trap, long steps, byte[] output) {}

    /** What a run may do. Mutable. */
    public static final class Options {
        /** Instructions before the run is stopped. */
        public long stepLimit = Long.MAX_VALUE;
        /** Collect what is written to {@code stdout} instead of writing it. */
        public boolean capture;
        /** Bytes of stack. */
        public long stackBytes = 64L << 20;
        /** Calls that may be open at once. */
        public int callDepth = 20_000;
    }

    private static final class Exit extends RuntimeException {
        final int status;

        Exit(int status) {
            super(null, null, false, false);
            this.status = status;
        }
    }

    /** On its way to the frame that called setjmp. */
    private static final class LongJump extends RuntimeException {
        final Jump target;
        final int value;

        LongJump(Jump target, int value) {
            super(null, null, false, false);
            this.target = target;
            this.value = value;
        }
    }

    /** What a jmp_buf stands for. */
    private record Jump(Frame frame, int pc, long stack) {}

    /** One activation. */
    private static final class Frame {
        final Code code;
        final long[] r;
        final long[] h;
        final byte[] p;
        final Object[] v;
        long base;
        long varargs;
        boolean open = true;
        long resultLo;
        long resultHi;
        byte resultPoison;
        Object resultVector;
        /** Registers of the values, when there are several (after ABI lowering). */
        int[] results;

        Frame(Code code) {
            this.code = code;
            r = Arrays.copyOf(code.initial, code.registers);
            p = Arrays.copyOf(code.initialPoison, code.registers);
            h = code.wide ? Arrays.copyOf(code.initialHigh, code.registers) : null;
            v = code.vectors ? new Object[code.registers] : null;
        }
    }

    /** A thread of the program. */
    private final class State {
        final long stackBase;
        final long stackEnd;
        long sp;
        int depth;
        Throwable pending;
        /** The floating-point exceptions that strict operations raised. */
        int fpFlags;
        final Fold fold = new Fold();
        final Map<GlobalVar, Long> tls = new HashMap<>();

        State(long bytes) {
            stackBase = natives.malloc(bytes);
            stacks.add(stackBase);
            stackEnd = stackBase + bytes;
            sp = stackBase;
        }

        long push(long bytes, int align, boolean fill) {
            long a = sp + align - 1 & -align;
            if (bytes < 0 || a + bytes > stackEnd) throw new Trap("stack overflow");
            sp = a + bytes;
            if (fill) Memory.fill(a, 0xAA, bytes);
            return a;
        }
    }

    private final Module module;
    private final Options options;
    private Natives natives;
    private Image image;
    private final Map<Function, Code> codes = new HashMap<>();
    private final Map<Long, Jump> jumps = new HashMap<>();
    private long nextJump = 0x4a4d_5000_0001L;
    private final List<Long> atExit = new ArrayList<>();
    private ThreadLocal<State> states;
    private long steps;
    private LibC libc;
    private final List<Long> stacks = java.util.Collections.synchronizedList(new ArrayList<>());

    private Interpreter(Module module, Options options) {
        this.module = module;
        this.options = options;
    }

    /** Runs {@code main} with the arguments ({@code args[0]} is the program's name) on a thread of its own with a large stack. */
    public static Result run(Module m, Options o, String... args) {
        Result[] result = new Result[1];
        Throwable[] failure = new Throwable[1];
        Thread t = new Thread(null, () -> {
            try {
                result[0] = new Interpreter(m, o).program(args);
            } catch (Throwable e) {
                failure[0] = e;
            }
        }, "interpreter", 1L << 30);
        t.start();
        try {
            t.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (failure[0] != null) throw new IllegalStateException(failure[0]);
        return result[0];
    }

    /** A value: its bits in two words, or lanes. */
    public record Value(long lo, long hi, boolean poison, long[] lanes) {
        public static Value of(long lo) {
            return new Value(lo, 0, false, null);
        }
    }

    /** Calls one function with these arguments, for tests; null for a void function. Throws {@link Trap}. */
    public static Value call(Module m, Function f, Options o, Value... args) {
        Interpreter i = new Interpreter(m, o);
        try (Arena arena = Arena.ofShared()) {
            i.load(arena);
            Frame fr = i.frame(f);
            for (int k = 0; k < args.length; k++) {
                int r = fr.code.params[k];
                fr.r[r] = args[k].lo;
                if (fr.h != null) fr.h[r] = args[k].hi;
                if (fr.v != null) fr.v[r] = args[k].lanes;
                fr.p[r] = (byte) (args[k].poison ? 1 : 0);
            }
            try {
                i.execute(fr, i.states.get());
            } finally {
                i.freeStacks();
            }
            return new Value(fr.resultLo, fr.resultHi, fr.resultPoison != 0, (long[]) fr.resultVector);
        }
    }

    private void load(Arena arena) {
        natives = new Natives(this, arena);
        image = new Image(module, natives, arena);
        libc = new LibC(this, natives);
        states = ThreadLocal.withInitial(() -> new State(options.stackBytes));
        image.load();
    }

    private void freeStacks() {
        for (long a : stacks) natives.free(a);
        stacks.clear();
    }

    private Result program(String[] args) {
        try (Arena arena = Arena.ofShared()) {
            load(arena);
            String trap = null;
            int status;
            try {
                if (options.capture) libc.capture();
                status = main(args);
                status = exit(status);
            } catch (Exit e) {
                status = e.status;
            } catch (Trap t) {
                trap = t.getMessage();
                status = 134;
            } catch (StackOverflowError e) {
                trap = "calls nested too deeply";
                status = 134;
            } catch (LongJump e) {
                trap = "longjmp to a function that has returned";
                status = 134;
            }
            Result r = new Result(status, trap, steps, libc.finish());
            freeStacks();
            return r;
        }
    }

    private int main(String[] args) {
        List<Function> constructors = new ArrayList<>();
        for (Symbol s : module.symbols) if (s instanceof Function f && f.isDefinition() && f.is(Function.CONSTRUCTOR)) constructors.add(f);
        constructors.sort((x, y) -> Integer.compare(x.initPriority, y.initPriority));
        for (Function f : constructors) callFromNative(f, new long[0], 0);
        if (!(module.symbol("main") instanceof Function f) || !f.isDefinition()) throw new Trap("no function main");
        long[] argv = new long[args.length + 1];
        for (int i = 0; i < args.length; i++) {
            byte[] b = args[i].getBytes(java.nio.charset.StandardCharsets.UTF_8);
            argv[i] = image.allocate(b.length + 1, 1);
            Memory.put(argv[i], b);
        }
        long vector = image.allocate(8L * argv.length, 8);
        for (int i = 0; i < argv.length; i++) Memory.putLong(vector + 8L * i, argv[i]);
        long environ = natives.lookup("environ", true);
        long[] actual = {args.length, vector, environ == 0 ? 0 : Memory.getLong(environ)};
        return (int) callFromNative(f, Arrays.copyOf(actual, Math.min(3, f.params().size())), 0);
    }

    /** The program ends by itself: registered functions, destructors. */
    private int exit(int status) {
        while (!atExit.isEmpty()) {
            long a = atExit.remove(atExit.size() - 1);
            Function f = image.function(a);
            if (f != null) callFromNative(f, new long[f.params().size()], 0);
        }
        List<Function> destructors = new ArrayList<>();
        for (Symbol s : module.symbols) if (s instanceof Function f && f.isDefinition() && f.is(Function.DESTRUCTOR)) destructors.add(f);
        destructors.sort((x, y) -> Integer.compare(y.initPriority, x.initPriority));
        for (Function f : destructors) callFromNative(f, new long[0], 0);
        return status & 255;
    }

    // ---- used by the border to native code ----

    long callFromNative(Function f, long[] args, long storage) {
        State s = states.get();
        if (s.pending != null) return 0;
        Frame fr = frame(f);
        int hidden = f.signature.resultInMemory() ? 1 : 0;
        if (hidden == 1) fr.r[fr.code.params[0]] = storage;
        for (int i = 0; i < args.length; i++) fr.r[fr.code.params[i + hidden]] = args[i];
        execute(fr, s);
        return fr.resultLo;
    }

    long callResolver(Alias a) {
        Symbol s = a;
        while (s instanceof Alias x) s = x.target;
        return callFromNative((Function) s, new long[0], 0);
    }

    void pending(Throwable t) {
        State s = states.get();
        if (s.pending == null) s.pending = t;
    }

    void rethrow() {
        State s = states.get();
        Throwable t = s.pending;
        s.pending = null;
        if (t instanceof RuntimeException r) throw r;
        if (t instanceof Error e) throw e;
    }

    // ---- used by LibC ----

    void exitProgram(int status, boolean handlers) {
        throw new Exit(handlers ? exit(status) : status & 255);
    }

    void abort() {
        throw new Exit(134);
    }

    void registerAtExit(long function) {
        atExit.add(function);
    }

    long allocate(long bytes) {
        return image.allocate(bytes, 16);
    }

    // ---- frames ----

    private Code code(Function f) {
        synchronized (codes) {
            Code c = codes.get(f);
            if (c == null) {
                if (f.locations != null) for (int r : f.locations.argRegs()) if (r < 0) throw new Trap("@" + f.name + " has arguments in memory");
                codes.put(f, c = new Code(f, image));
            }
            return c;
        }
    }

    static Type[] resultTypes(Inst i) {
        return switch (i.aux) {
            case CallInfo c -> c.resultTypes;
            case AsmInfo a -> a.resultTypes();
            case null, default -> new Type[] {i.arg(1).type, Type.I1};
        };
    }

    private Frame frame(Function f) {
        return new Frame(code(f));
    }

    // ---- execution ----

    private void execute(Frame fr, State s) {
        fr.base = s.sp;
        if (++s.depth > options.callDepth) throw new Trap("calls nested too deeply");
        int pc = 0;
        try {
            while (true) {
                try {
                    loop(fr, s, pc);
                    return;
                } catch (LongJump j) {
                    if (j.target.frame != fr) throw j;
                    pc = j.target.pc;
                    s.sp = j.target.stack;
                    int d = fr.code.dst[pc];
                    if (d >= 0) {
                        fr.r[d] = j.value;
                        fr.p[d] = 0;
                    }
                    pc = fr.code.op[pc] == Op.CALLBR ? edge(fr, fr.code.edges[pc][0]) : pc + 1;
                }
            }
        } finally {
            fr.open = false;
            s.sp = fr.base;
            s.depth--;
        }
    }

    private void loop(Frame fr, State s, int pc) {
        Code code = fr.code;
        long[] r = fr.r;
        byte[] p = fr.p;
        Op[] ops = code.op;
        int[] ra = code.a;
        int[] rb = code.b;
        int[] rd = code.dst;
        while (true) {
            int a = ra[pc];
            int b = rb[pc];
            int d = rd[pc];
            switch (ops[pc]) {
                case ADD -> {
                    Type t = code.type[pc];
                    if (code.flags[pc] == 0 && t.bits <= 64) {
                        r[d] = Fold.normal(t.bits, r[a] + r[b]);
                        p[d] = (byte) (p[a] | p[b]);
                    } else {
                        pure(fr, s, pc);
                    }
                }
                case AND -> {
                    if (code.type[pc].bits <= 64) {
                        r[d] = r[a] & r[b];
                        p[d] = (byte) (p[a] | p[b]);
                    } else {
                        pure(fr, s, pc);
                    }
                }
                case ICMP -> {
                    Type t = code.from[pc];
                    if (t.bits <= 64 && t.bits > 1) {
                        r[d] = compare((int) code.imm[pc], r[a], r[b]) ? 1 : 0;
                        p[d] = (byte) (p[a] | p[b]);
                    } else {
                        pure(fr, s, pc);
                    }
                }
                case PTRADD -> {
                    r[d] = r[a] + r[b];
                    p[d] = (byte) (p[a] | p[b]);
                }
                case LOAD -> {
                    Type t = code.type[pc];
                    address(fr, pc, a, t.size);
                    if (t.bits <= 64) {
                        r[d] = Memory.load(t, r[a]);
                        p[d] = 0;
                    } else {
                        loadWide(fr, pc);
                    }
                }
                case STORE -> {
                    Type t = code.from[pc];
                    address(fr, pc, a, t.size);
                    if (t.bits <= 64 && !t.isVector()) Memory.store(t, r[a], r[b], 0);
                    else storeWide(fr, pc);
                }
                case BR -> {
                    pc = edge(fr, code.edges[pc][0]);
                    continue;
                }
                case CONDBR -> {
                    if (p[a] != 0) throw trap(fr, pc, "branch on poison");
                    pc = edge(fr, code.edges[pc][(r[a] & 1) != 0 ? 0 : 1]);
                    continue;
                }
                case SWITCH -> {
                    pc = edge(fr, switchEdge(fr, pc));
                    continue;
                }
                case CALL -> call(fr, s, pc);
                case RET -> {
                    if (code.inst[pc].argCount() > 1) {
                        severalResults(fr, pc);
                    } else if (code.inst[pc].argCount() > 0) {
                        fr.resultLo = r[a];
                        fr.resultPoison = p[a];
                        if (fr.h != null) fr.resultHi = fr.h[a];
                        if (fr.v != null) fr.resultVector = fr.v[a];
                    }
                    return;
                }
                case INDIRECTBR, ASMBR, CALLBR -> {
                    pc = edge(fr, otherEdge(fr, s, pc));
                    continue;
                }
                default -> {
                    if (code.op[pc].isSpeculatable() || code.op[pc].mayTrap() && !code.op[pc].isMemory() && !code.op[pc].isTerminator() && code.op[pc] != Op.ASM) pure(fr, s, pc);
                    else other(fr, s, pc);
                }
            }
            pc++;
        }
    }

    private static void severalResults(Frame fr, int pc) {
        Inst i = fr.code.inst[pc];
        fr.results = new int[i.argCount()];
        for (int k = 0; k < fr.results.length; k++) fr.results[k] = fr.code.register[i.arg(k).id];
    }

    private static boolean compare(int cond, long x, long y) {
        return switch (cond) {
            case 0 -> x == y;
            case 1 -> x != y;
            case 2 -> x < y;
            case 3 -> x <= y;
            case 4 -> x > y;
            case 5 -> x >= y;
            case 6 -> Long.compareUnsigned(x, y) < 0;
            case 7 -> Long.compareUnsigned(x, y) <= 0;
            case 8 -> Long.compareUnsigned(x, y) > 0;
            default -> Long.compareUnsigned(x, y) >= 0;
        };
    }

    private static Trap trap(Frame fr, int pc, String message) {
        return new Trap(message + ", " + fr.code.where(pc));
    }

    /** Traps if the register is no address. */
    private static void address(Frame fr, int pc, int reg, long size) {
        if (fr.p[reg] != 0) throw trap(fr, pc, "poison as an address");
        long a = fr.r[reg];
        if (a < 0x10000 || a + size > 0x7fff_ffff_ffffL) throw trap(fr, pc, (a >= 0 && a < 0x10000 ? "null access at 0x" : "bad address 0x") + Long.toHexString(a));
        if ((fr.code.flags[pc] >>> 24 & 3) != 0) throw trap(fr, pc, "access of another address space");
    }

    /** Takes the edge: its moves, all at once. */
    private int edge(Frame fr, int e) {
        Code code = fr.code;
        int[] from = code.edgeFrom[e];
        int[] to = code.edgeTo[e];
        int n = from.length;
        if ((steps += code.edgeSteps[e]) > options.stepLimit) throw new Trap("step limit reached in @" + code.function.name);
        if (n == 1) {
            copy(fr, from[0], to[0]);
        } else if (n > 1) {
            long[] lo = new long[n];
            long[] hi = fr.h == null ? null : new long[n];
            byte[] poison = new byte[n];
            Object[] vector = fr.v == null ? null : new Object[n];
            for (int i = 0; i < n; i++) {
                lo[i] = fr.r[from[i]];
                poison[i] = fr.p[from[i]];
                if (hi != null) hi[i] = fr.h[from[i]];
                if (vector != null) vector[i] = fr.v[from[i]];
            }
            for (int i = 0; i < n; i++) {
                fr.r[to[i]] = lo[i];
                fr.p[to[i]] = poison[i];
                if (hi != null) fr.h[to[i]] = hi[i];
                if (vector != null) fr.v[to[i]] = vector[i];
            }
        }
        return code.edgeTarget[e];
    }

    private static void copy(Frame fr, int from, int to) {
        fr.r[to] = fr.r[from];
        fr.p[to] = fr.p[from];
        if (fr.h != null) fr.h[to] = fr.h[from];
        if (fr.v != null) fr.v[to] = fr.v[from];
    }

    private static void set(Frame fr, int d, long lo) {
        fr.r[d] = lo;
        fr.p[d] = 0;
        if (fr.h != null) fr.h[d] = 0;
    }

    private int switchEdge(Frame fr, int pc) {
        int a = fr.code.a[pc];
        if (fr.p[a] != 0) throw trap(fr, pc, "switch on poison");
        long[] cases = (long[]) fr.code.inst[pc].aux;
        long v = fr.r[a];
        boolean fits = fr.code.from[pc] != Type.I128 || fr.h[a] == v >> 63;
        for (int i = 0; i < cases.length && fits; i++) if (cases[i] == v) return fr.code.edges[pc][i + 1];
        return fr.code.edges[pc][0];
    }

    private int otherEdge(Frame fr, State s, int pc) {
        Inst i = fr.code.inst[pc];
        switch (i.op) {
            case INDIRECTBR -> {
                int a = fr.code.a[pc];
                if (fr.p[a] != 0) throw trap(fr, pc, "branch to poison");
                Block to = image.block(fr.r[a]);
                for (int k = 0; k < i.succCount(); k++) if (i.succ(k) == to) return fr.code.edges[pc][k];
                throw trap(fr, pc, "indirect branch to no successor");
            }
            case CALLBR -> {
                call(fr, s, pc);
                return fr.code.edges[pc][0];
            }
            default -> {
                asm(fr, pc);
                return fr.code.edges[pc][0];
            }
        }
    }

    // ---- pure operations ----

    private void pure(Frame fr, State s, int pc) {
        Code code = fr.code;
        int a = code.a[pc];
        int b = code.b[pc];
        int c = code.c[pc];
        int d = code.dst[pc];
        Op op = code.op[pc];
        Type type = code.type[pc];
        Type from = code.from[pc];
        if (type.isVector() || from.isVector() || op == Op.SELECT && code.inst[pc].arg(1).type.isVector()) {
            vector(fr, s, pc);
            return;
        }
        if (op == Op.SELECT) {
            if (fr.p[a] != 0) {
                fr.p[d] = 1;
                return;
            }
            copy(fr, (fr.r[a] & 1) != 0 ? b : c, d);
            return;
        }
        if (op == Op.ISCONST) {
            // What no pass has found constant is not.
            set(fr, d, code.inst[pc].arg(0).op.isConstant() ? 1 : 0);
            return;
        }
        if (op == Op.FREEZE) {
            if (fr.p[a] != 0) set(fr, d, 0);
            else copy(fr, a, d);
            return;
        }
        int n = code.inst[pc].ownArgCount();
        boolean poison = fr.p[a] != 0 || n > 1 && fr.p[b] != 0 || n > 2 && fr.p[c] != 0;
        if (poison) {
            if (op == Op.SDIV || op == Op.UDIV || op == Op.SREM || op == Op.UREM) if (fr.p[b] != 0) throw trap(fr, pc, "division by poison");
            fr.p[d] = 1;
            return;
        }
        Fold f = s.fold;
        long[] h = fr.h;
        int outcome = f.eval(op, type, from, code.imm[pc], code.flags[pc], fr.r[a], h == null ? 0 : h[a], fr.r[b], h == null ? 0 : h[b], fr.r[c],
                h == null ? 0 : h[c]);
        switch (outcome) {
            case Fold.VALUE -> {
                if ((code.flags[pc] & Inst.FENV_STRICT) != 0) s.fpFlags |= FpFlags.raised(op, from, type, fr.r[a], fr.r[b], fr.r[c], f.lo);
                fr.r[d] = f.lo;
                fr.p[d] = 0;
                if (h != null) h[d] = f.hi;
            }
            case Fold.POISON -> fr.p[d] = 1;
            case Fold.UNDEFINED -> throw trap(fr, pc, fr.r[b] == 0 && (h == null || h[b] == 0) ? "division by zero" : "division overflows");
            default -> throw trap(fr, pc, "operation without a meaning here");
        }
    }

    private static long[] lanes(Frame fr, int reg, Type t) {
        return fr.v[reg] instanceof long[] l ? l : new long[t.lanes];
    }

    private void vector(Frame fr, State s, int pc) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        int a = code.a[pc];
        int b = code.b[pc];
        int c = code.c[pc];
        int d = code.dst[pc];
        Type t = i.type;
        int n = i.ownArgCount();
        byte poison = 0;
        if (i.op != Op.SHUFFLE && i.op != Op.FREEZE) for (int k = 0; k < n; k++) poison |= fr.p[code.register[i.arg(k).id]];
        fr.p[d] = poison;
        switch (i.op) {
            case SPLAT -> {
                long[] r = new long[t.lanes];
                Arrays.fill(r, fr.r[a]);
                fr.v[d] = r;
            }
            case EXTRACT -> {
                long k = fr.r[b];
                if (k < 0 || k >= i.arg(0).type.lanes) fr.p[d] = 1;
                else fr.r[d] = lanes(fr, a, i.arg(0).type)[(int) k];
            }
            case INSERT -> {
                long[] r = lanes(fr, a, t).clone();
                long k = fr.r[c];
                if (k < 0 || k >= t.lanes) fr.p[d] = 1;
                else r[(int) k] = fr.r[b];
                fr.v[d] = r;
            }
            case SHUFFLE -> {
                int[] lanes = (int[]) i.aux;
                long[] r = new long[t.lanes];
                int w = i.arg(0).type.lanes;
                for (int k = 0; k < r.length; k++) {
                    if (lanes[k] < 0) continue;
                    boolean second = lanes[k] >= w;
                    if (fr.p[second ? b : a] != 0) fr.p[d] = 1;
                    else r[k] = lanes(fr, second ? b : a, i.arg(0).type)[lanes[k] % w];
                }
                fr.v[d] = r;
            }
            case SELECT -> {
                fr.v[d] = fr.v[(fr.r[a] & 1) != 0 ? b : c];
            }
            case FREEZE -> fr.v[d] = fr.p[a] != 0 ? new long[t.lanes] : fr.v[a];
            case BITCAST -> bitcast(fr, i, a, d);
            default -> {
                Type from = i.arg(0).type;
                Type element = t.element;
                long[] x = lanes(fr, a, from);
                long[] y = n > 1 ? lanes(fr, b, from) : x;
                long[] z = n > 2 ? lanes(fr, c, from) : x;
                long[] r = new long[t.lanes];
                boolean compare = i.op == Op.ICMP || i.op == Op.FCMP;
                for (int k = 0; k < r.length; k++) {
                    int outcome = s.fold.eval(i.op, compare ? Type.I1 : element, from.element, i.imm, i.flags, x[k], 0, y[k], 0, z[k], 0);
                    if (outcome == Fold.UNDEFINED) throw trap(fr, pc, "division by zero");
                    if (outcome == Fold.UNKNOWN) throw trap(fr, pc, "operation without a meaning here");
                    if (outcome == Fold.POISON) fr.p[d] = 1;
                    r[k] = compare ? element.bits == 1 ? s.fold.lo : -s.fold.lo : s.fold.lo;
                }
                fr.v[d] = r;
            }
        }
    }

    /** Through memory: a vector's bytes as a scalar's or another vector's. */
    private void bitcast(Frame fr, Inst i, int a, int d) {
        State s = states.get();
        long at = s.push(Math.max(i.type.size, i.arg(0).type.size), 16, false);
        put(fr, a, i.arg(0).type, at);
        get(fr, d, i.type, at);
        s.sp = at;
    }

    private static void put(Frame fr, int reg, Type t, long at) {
        if (!t.isVector()) {
            Memory.store(t, at, fr.p[reg] != 0 ? 0 : fr.r[reg], fr.h == null ? 0 : fr.h[reg]);
            return;
        }
        long[] l = lanes(fr, reg, t);
        for (int k = 0; k < t.lanes; k++) Memory.store(t.element, at + (long) k * t.element.size, l[k], 0);
    }

    private static void get(Frame fr, int reg, Type t, long at) {
        fr.p[reg] = 0;
        if (!t.isVector()) {
            fr.r[reg] = Memory.load(t, at);
            if (fr.h != null) fr.h[reg] = Memory.loadHigh(t, at);
            return;
        }
        long[] l = new long[t.lanes];
        for (int k = 0; k < t.lanes; k++) l[k] = Memory.load(t.element, at + (long) k * t.element.size);
        fr.v[reg] = l;
    }

    private static void loadWide(Frame fr, int pc) {
        get(fr, fr.code.dst[pc], fr.code.type[pc], fr.r[fr.code.a[pc]]);
    }

    private static void storeWide(Frame fr, int pc) {
        put(fr, fr.code.b[pc], fr.code.from[pc], fr.r[fr.code.a[pc]]);
    }

    // ---- memory, stack, atomics, variable arguments ----

    private void other(Frame fr, State s, int pc) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        int a = code.a[pc];
        int b = code.b[pc];
        int c = code.c[pc];
        int d = code.dst[pc];
        long[] r = fr.r;
        switch (i.op) {
            case ALLOCA -> set(fr, d, s.push(i.imm, Math.max(1, i.align), true));
            case DYNALLOCA -> {
                if (fr.p[a] != 0) throw trap(fr, pc, "poison as a size");
                set(fr, d, s.push(r[a], Math.max(16, i.align), true));
            }
            case STACKSAVE -> set(fr, d, s.sp);
            case STACKRESTORE -> s.sp = r[a];
            case MEMCPY, MEMMOVE, MEMSET -> {
                if (fr.p[c] != 0) throw trap(fr, pc, "poison as a size");
                if (r[c] == 0) break;
                if (r[c] < 0) throw trap(fr, pc, "size " + r[c]);
                address(fr, pc, a, r[c]);
                if (i.op == Op.MEMSET) {
                    Memory.fill(r[a], (int) r[b], r[c]);
                } else {
                    address(fr, pc, b, r[c]);
                    if (i.op == Op.MEMCPY && r[a] != r[b] && r[a] < r[b] + r[c] && r[b] < r[a] + r[c]) throw trap(fr, pc, "memcpy of overlapping memory");
                    Memory.copy(r[a], r[b], r[c]);
                }
            }
            case ATOMICRMW -> {
                address(fr, pc, a, i.type.size);
                synchronized (this) {
                    long old = Memory.load(i.type, r[a]);
                    long oldHigh = Memory.loadHigh(i.type, r[a]);
                    long by = r[b];
                    long byHigh = fr.h == null ? 0 : fr.h[b];
                    rmw(s.fold, Op.Rmw.values()[(int) i.imm], i.type, old, oldHigh, by, byHigh);
                    Memory.store(i.type, r[a], s.fold.lo, s.fold.hi);
                    set(fr, d, old);
                    if (fr.h != null) fr.h[d] = oldHigh;
                }
            }
            case CMPXCHG -> {
                Type t = i.arg(1).type;
                address(fr, pc, a, t.size);
                synchronized (this) {
                    long old = Memory.load(t, r[a]);
                    long oldHigh = Memory.loadHigh(t, r[a]);
                    boolean same = old == r[b] && (t.bits <= 64 || oldHigh == fr.h[b]);
                    if (same) Memory.store(t, r[a], r[c], fr.h == null ? 0 : fr.h[c]);
                    set(fr, d, old);
                    if (fr.h != null) fr.h[d] = oldHigh;
                    set(fr, d + 1, same ? 1 : 0);
                }
            }
            case FENCE -> java.lang.invoke.VarHandle.fullFence();
            case PREFETCH, VAEND -> { }
            case TLSADDR -> set(fr, d, tls(i.symbol(), s) + i.imm);
            case THREADPTR -> throw trap(fr, pc, "the thread pointer is not to be had");
            case ASM -> asm(fr, pc);
            case VASTART -> {
                boolean sysv = vaList() == TargetInfo.VaList.SYSV_X86_64;
                address(fr, pc, a, sysv ? 24 : 8);
                if (sysv) {
                    // No register is left: everything is in the overflow area.
                    Memory.putInt(r[a], 48);
                    Memory.putInt(r[a] + 4, 176);
                    Memory.putLong(r[a] + 8, fr.varargs);
                    Memory.putLong(r[a] + 16, 0);
                } else {
                    Memory.putLong(r[a], fr.varargs);
                }
            }
            case VACOPY -> {
                address(fr, pc, a, vaList().size);
                address(fr, pc, b, vaList().size);
                Memory.copy(r[a], r[b], vaList().size);
            }
            case VAARG -> {
                boolean sysv = vaList() == TargetInfo.VaList.SYSV_X86_64;
                address(fr, pc, a, sysv ? 24 : 8);
                long slot = sysv ? r[a] + 8 : r[a];
                AbiType t = (AbiType) i.aux;
                long at = Memory.getLong(slot);
                if (at == 0) throw trap(fr, pc, "va_arg without arguments");
                at = at + alignOf(t) - 1 & -alignOf(t);
                Memory.putLong(slot, at + (sizeOf(t) + 7 & -8));
                set(fr, d, at);
            }
            case FRAMEADDR -> set(fr, d, fr.base);
            case RETADDR -> set(fr, d, 0);
            case UNREACHABLE -> throw trap(fr, pc, "unreachable code reached");
            case TRAP -> throw trap(fr, pc, "trap");
            default -> throw trap(fr, pc, "operation without a meaning here");
        }
    }

    private TargetInfo.VaList vaList() {
        return module.target == null ? TargetInfo.VaList.SYSV_X86_64 : module.target.vaList();
    }

    private static void rmw(Fold f, Op.Rmw op, Type t, long old, long oldHigh, long by, long byHigh) {
        Op plain = switch (op) {
            case XCHG -> null;
            case ADD -> Op.ADD;
            case SUB -> Op.SUB;
            case AND, NAND -> Op.AND;
            case OR -> Op.OR;
            case XOR -> Op.XOR;
            case SMAX -> Op.SMAX;
            case SMIN -> Op.SMIN;
            case UMAX -> Op.UMAX;
            case UMIN -> Op.UMIN;
        };
        if (plain == null) {
            f.lo = by;
            f.hi = byHigh;
            return;
        }
        f.eval(plain, t, t, 0, 0, old, oldHigh, by, byHigh, 0, 0);
        if (op == Op.Rmw.NAND) {
            f.lo = Fold.normal(t.bits, ~f.lo);
            f.hi = ~f.hi;
        }
    }

    private long tls(Symbol s, State state) {
        while (s instanceof Alias a) s = a.target;
        GlobalVar g = (GlobalVar) s;
        Long at = state.tls.get(g);
        if (at == null) {
            if (!g.isDefinition()) throw new Trap("thread-local " + g.name + " of the C library");
            at = image.allocate(g.size, g.align);
            state.tls.put(g, at);
            image.initialize(g, at);
        }
        return at;
    }

    /** An empty template moves its tied inputs to its results; any other is beyond us. */
    private void asm(Frame fr, int pc) {
        Inst i = fr.code.inst[pc];
        AsmInfo info = (AsmInfo) i.aux;
        if (!info.template().isBlank()) throw trap(fr, pc, "inline assembly");
        int d = fr.code.dst[pc];
        for (AsmInfo.Operand o : info.operands()) {
            if (o.result() < 0) continue;
            int from = o.arg();
            if (from < 0 && o.tied() >= 0) from = info.operands().get(o.tied()).arg();
            for (int k = 0; k < info.operands().size() && from < 0; k++) {
                AsmInfo.Operand in = info.operands().get(k);
                if (in.tied() >= 0 && info.operands().get(in.tied()) == o) from = in.arg();
            }
            if (from >= 0) copy(fr, fr.code.register[i.arg(from).id], d + o.result());
            else set(fr, d + o.result(), 0);
        }
    }

    // ---- calls ----

    static long sizeOf(AbiType t) {
        return switch (t) {
            case AbiType.Scalar s -> s.type().size;
            case AbiType.Aggregate a -> a.size();
            case AbiType.Array a -> a.count() * a.elementSize();
            case AbiType.Void v -> 0;
        };
    }

    /** Alignment as a stack argument: 8, or 16 for what needs it. */
    private static long alignOf(AbiType t) {
        int a = switch (t) {
            case AbiType.Scalar s -> s.type().align;
            case AbiType.Aggregate x -> x.align();
            default -> 8;
        };
        return a > 8 ? 16 : 8;
    }

    private void call(Frame fr, State s, int pc) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        CallInfo info = i.call();
        int calleeReg = code.a[pc];
        if (fr.p[calleeReg] != 0) throw trap(fr, pc, "call of poison");
        Inst callee = i.arg(0);
        Function f = null;
        if (callee.op == Op.SYMBOL && callee.imm == 0) {
            Symbol sym = callee.symbol();
            while (sym instanceof Alias x && !x.ifunc) sym = x.target;
            if (sym instanceof Function g) {
                if (g.isDefinition()) {
                    f = g;
                } else if (libc.call(g.name, fr.code, i, fr.r, fr.h, new Site(fr, s, pc))) {
                    return;
                }
            }
        } else {
            f = image.function(fr.r[calleeReg]);
        }
        if (f != null && info.locations != null) lowered(fr, s, pc, f);
        else if (info.locations != null) throw trap(fr, pc, "native call after ABI lowering");
        else if (f != null) interpreted(fr, s, pc, f, info);
        else nativeCall(fr, s, pc, info);
    }

    private void interpreted(Frame fr, State s, int pc, Function f, CallInfo info) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        long base = s.sp;
        Frame to = frame(f);
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
        execute(to, s);
        s.sp = base;
        int d = code.dst[pc];
        if (d < 0) return;
        fr.r[d] = i.type.isInt() ? Fold.normal(i.type.bits, to.resultLo) : to.resultLo;
        fr.p[d] = to.resultPoison;
        if (fr.h != null) fr.h[d] = to.resultHi;
        if (fr.v != null) fr.v[d] = to.resultVector;
    }

    /** After ABI lowering arguments and results correspond one by one. */
    private void lowered(Frame fr, State s, int pc, Function f) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        Frame to = frame(f);
        if (f.locations == null || to.code.params.length != i.ownArgCount() - 1) throw trap(fr, pc, "caller and callee differ in convention");
        for (int k = 0; k < to.code.params.length; k++) transfer(fr, code.register[i.arg(k + 1).id], to, to.code.params[k]);
        execute(to, s);
        int d = code.dst[pc];
        if (d < 0) return;
        if (to.results != null) {
            for (int k = 0; k < to.results.length; k++) transfer(to, to.results[k], fr, d + k);
            return;
        }
        fr.r[d] = to.resultLo;
        fr.p[d] = to.resultPoison;
        if (fr.h != null) fr.h[d] = to.resultHi;
        if (fr.v != null) fr.v[d] = to.resultVector;
    }

    private static void transfer(Frame from, int a, Frame to, int b) {
        to.r[b] = from.r[a];
        to.p[b] = from.p[a];
        if (to.h != null) to.h[b] = from.h == null ? 0 : from.h[a];
        if (to.v != null) to.v[b] = from.v == null ? null : from.v[a];
    }

    /** Writes the arguments from number {@code first} on to the stack as the psABI does; their address. */
    private long layOut(Frame fr, State s, Inst i, int hidden, int first, Signature actual) {
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
                        else put(fr, from, v.type, base + at);
                    }
                }
                at += sizeOf(t) + 7 & -8;
            }
            if (pass == 1) return base;
            bytes = at;
        }
    }

    private void nativeCall(Frame fr, State s, int pc, CallInfo info) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        long address = fr.r[code.a[pc]];
        if (address == 0) throw trap(fr, pc, "call of a null or undefined function");
        int hidden = info.signature.resultInMemory() ? 1 : 0;
        long[] args = new long[i.ownArgCount() - 1 - hidden];
        for (int k = 0; k < args.length; k++) {
            int reg = code.register[i.arg(1 + hidden + k).id];
            args[k] = fr.p[reg] != 0 ? 0 : fr.r[reg];
        }
        long storage = hidden == 1 ? fr.r[code.register[i.arg(1).id]] : 0;
        long v;
        try {
            v = natives.call(address, info.signature, args, storage);
        } catch (Trap t) {
            if (t.getMessage().contains(", @")) throw t;
            throw trap(fr, pc, t.getMessage());
        }
        int d = code.dst[pc];
        if (d >= 0) set(fr, d, i.type.isInt() ? Fold.normal(i.type.bits, v) : v);
    }

    // ---- the place of a call that LibC serves ----

    /** A call site: its arguments and result, for functions that the interpreter does itself. */
    final class Site {
        private final Frame fr;
        private final State s;
        private final int pc;

        Site(Frame fr, State s, int pc) {
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
            if (d >= 0) set(fr, d, t.isInt() ? Fold.normal(t.bits, v) : v);
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
            if (j == null || !j.frame.open) throw trap(fr, pc, "longjmp to a function that has returned");
            int v = argCount() > 1 ? (int) arg(1) : 1;
            throw new LongJump(j, v == 0 ? 1 : v);
        }
    }
}
