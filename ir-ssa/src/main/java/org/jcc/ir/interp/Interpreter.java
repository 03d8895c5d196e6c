package org.jcc.ir.interp;

import java.lang.foreign.Arena;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jcc.ir.AbiType;
import org.jcc.ir.Alias;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.Fold;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
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

    /** The C library's stdout is the process's: programs whose output is captured run one after the other. */
    private static final ReentrantLock STDOUT = new ReentrantLock();

    private final Module module;
    private final Options options;
    Natives natives;
    Image image;
    private final Map<Function, Code> codes = new HashMap<>();
    private final Calls calls = new Calls(this);
    private final List<Long> atExit = new ArrayList<>();
    private ThreadLocal<ThreadState> states;
    private long steps;
    LibC libc;
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
        states = ThreadLocal.withInitial(() -> {
            long stack = natives.malloc(options.stackBytes);
            stacks.add(stack);
            return new ThreadState(stack, options.stackBytes);
        });
        image.load();
    }

    private void freeStacks() {
        for (long a : stacks) natives.free(a);
        stacks.clear();
    }

    private Result program(String[] args) {
        if (!options.capture) return runProgram(args);
        STDOUT.lock();
        try {
            return runProgram(args);
        } finally {
            STDOUT.unlock();
        }
    }

    private Result runProgram(String[] args) {
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
            } catch (Calls.LongJump e) {
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
        ThreadState s = states.get();
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
        ThreadState s = states.get();
        if (s.pending == null) s.pending = t;
    }

    void rethrow() {
        ThreadState s = states.get();
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

    Frame frame(Function f) {
        return new Frame(code(f));
    }

    // ---- execution ----

    void execute(Frame fr, ThreadState s) {
        fr.base = s.sp;
        if (++s.depth > options.callDepth) throw new Trap("calls nested too deeply");
        int pc = 0;
        try {
            while (true) {
                try {
                    loop(fr, s, pc);
                    return;
                } catch (Calls.LongJump j) {
                    if (j.target.frame() != fr) throw j;
                    pc = j.target.pc();
                    s.sp = j.target.stack();
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

    private void loop(Frame fr, ThreadState s, int pc) {
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
                        PureOps.evaluate(fr, s, pc);
                    }
                }
                case AND -> {
                    if (code.type[pc].bits <= 64) {
                        r[d] = r[a] & r[b];
                        p[d] = (byte) (p[a] | p[b]);
                    } else {
                        PureOps.evaluate(fr, s, pc);
                    }
                }
                case ICMP -> {
                    Type t = code.from[pc];
                    if (t.bits <= 64 && t.bits > 1) {
                        r[d] = PureOps.compare((int) code.imm[pc], r[a], r[b]) ? 1 : 0;
                        p[d] = (byte) (p[a] | p[b]);
                    } else {
                        PureOps.evaluate(fr, s, pc);
                    }
                }
                case PTRADD -> {
                    r[d] = r[a] + r[b];
                    p[d] = (byte) (p[a] | p[b]);
                }
                case LOAD -> {
                    Type t = code.type[pc];
                    fr.address(pc, a, t.size);
                    if (t.bits <= 64) {
                        r[d] = Memory.load(t, r[a]);
                        p[d] = 0;
                    } else {
                        fr.get(d, t, r[a]);
                    }
                }
                case STORE -> {
                    Type t = code.from[pc];
                    fr.address(pc, a, t.size);
                    if (t.bits <= 64 && !t.isVector()) Memory.store(t, r[a], r[b], 0);
                    else fr.put(b, t, r[a]);
                }
                case BR -> {
                    pc = edge(fr, code.edges[pc][0]);
                    continue;
                }
                case CONDBR -> {
                    if (p[a] != 0) throw fr.trap(pc, "branch on poison");
                    pc = edge(fr, code.edges[pc][(r[a] & 1) != 0 ? 0 : 1]);
                    continue;
                }
                case SWITCH -> {
                    pc = edge(fr, switchEdge(fr, pc));
                    continue;
                }
                case CALL -> calls.call(fr, s, pc);
                case RET -> {
                    if (code.inst[pc].argCount() > 1) {
                        fr.severalResults(pc);
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
                    if (code.op[pc].isSpeculatable() || code.op[pc].mayTrap() && !code.op[pc].isMemory() && !code.op[pc].isTerminator() && code.op[pc] != Op.ASM) PureOps.evaluate(fr, s, pc);
                    else other(fr, s, pc);
                }
            }
            pc++;
        }
    }

    /** Takes the edge: its moves, all at once. */
    private int edge(Frame fr, int e) {
        Code code = fr.code;
        int[] from = code.edgeFrom[e];
        int[] to = code.edgeTo[e];
        int n = from.length;
        if ((steps += code.edgeSteps[e]) > options.stepLimit) throw new Trap("step limit reached in @" + code.function.name);
        if (n == 1) {
            fr.copy(from[0], to[0]);
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

    private int switchEdge(Frame fr, int pc) {
        int a = fr.code.a[pc];
        if (fr.p[a] != 0) throw fr.trap(pc, "switch on poison");
        long[] cases = (long[]) fr.code.inst[pc].aux;
        long v = fr.r[a];
        boolean fits = fr.code.from[pc] != Type.I128 || fr.h[a] == v >> 63;
        for (int i = 0; i < cases.length && fits; i++) if (cases[i] == v) return fr.code.edges[pc][i + 1];
        return fr.code.edges[pc][0];
    }

    private int otherEdge(Frame fr, ThreadState s, int pc) {
        Inst i = fr.code.inst[pc];
        switch (i.op) {
            case INDIRECTBR -> {
                int a = fr.code.a[pc];
                if (fr.p[a] != 0) throw fr.trap(pc, "branch to poison");
                Block to = image.block(fr.r[a]);
                for (int k = 0; k < i.succCount(); k++) if (i.succ(k) == to) return fr.code.edges[pc][k];
                throw fr.trap(pc, "indirect branch to no successor");
            }
            case CALLBR -> {
                calls.call(fr, s, pc);
                return fr.code.edges[pc][0];
            }
            default -> {
                asm(fr, pc);
                return fr.code.edges[pc][0];
            }
        }
    }

    // ---- memory, stack, atomics, variable arguments ----

    private void other(Frame fr, ThreadState s, int pc) {
        Code code = fr.code;
        Inst i = code.inst[pc];
        int a = code.a[pc];
        int b = code.b[pc];
        int c = code.c[pc];
        int d = code.dst[pc];
        long[] r = fr.r;
        switch (i.op) {
            case ALLOCA -> fr.set(d, s.push(i.imm, Math.max(1, i.align), true));
            case DYNALLOCA -> {
                if (fr.p[a] != 0) throw fr.trap(pc, "poison as a size");
                fr.set(d, s.push(r[a], Math.max(16, i.align), true));
            }
            case STACKSAVE -> fr.set(d, s.sp);
            case STACKRESTORE -> s.sp = r[a];
            case MEMCPY, MEMMOVE, MEMSET -> {
                if (fr.p[c] != 0) throw fr.trap(pc, "poison as a size");
                if (r[c] == 0) break;
                if (r[c] < 0) throw fr.trap(pc, "size " + r[c]);
                fr.address(pc, a, r[c]);
                if (i.op == Op.MEMSET) {
                    Memory.fill(r[a], (int) r[b], r[c]);
                } else {
                    fr.address(pc, b, r[c]);
                    if (i.op == Op.MEMCPY && r[a] != r[b] && r[a] < r[b] + r[c] && r[b] < r[a] + r[c]) throw fr.trap(pc, "memcpy of overlapping memory");
                    Memory.copy(r[a], r[b], r[c]);
                }
            }
            case ATOMICRMW -> {
                fr.address(pc, a, i.type.size);
                synchronized (this) {
                    long old = Memory.load(i.type, r[a]);
                    long oldHigh = Memory.loadHigh(i.type, r[a]);
                    long by = r[b];
                    long byHigh = fr.h == null ? 0 : fr.h[b];
                    rmw(s.fold, Op.Rmw.values()[(int) i.imm], i.type, old, oldHigh, by, byHigh);
                    Memory.store(i.type, r[a], s.fold.lo, s.fold.hi);
                    fr.set(d, old);
                    if (fr.h != null) fr.h[d] = oldHigh;
                }
            }
            case CMPXCHG -> {
                Type t = i.arg(1).type;
                fr.address(pc, a, t.size);
                synchronized (this) {
                    long old = Memory.load(t, r[a]);
                    long oldHigh = Memory.loadHigh(t, r[a]);
                    boolean same = old == r[b] && (t.bits <= 64 || oldHigh == fr.h[b]);
                    if (same) Memory.store(t, r[a], r[c], fr.h == null ? 0 : fr.h[c]);
                    fr.set(d, old);
                    if (fr.h != null) fr.h[d] = oldHigh;
                    fr.set(d + 1, same ? 1 : 0);
                }
            }
            case FENCE -> java.lang.invoke.VarHandle.fullFence();
            case PREFETCH, VAEND -> { }
            case TLSADDR -> fr.set(d, tls(i.symbol(), s) + i.imm);
            case LANDING -> throw fr.trap(pc, "no exception passes through the interpreter");
            case THREADPTR -> throw fr.trap(pc, "the thread pointer is not to be had");
            case ASM -> asm(fr, pc);
            case VASTART -> {
                boolean sysv = vaList() == TargetInfo.VaList.SYSV_X86_64;
                fr.address(pc, a, sysv ? 24 : 8);
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
                fr.address(pc, a, vaList().size);
                fr.address(pc, b, vaList().size);
                Memory.copy(r[a], r[b], vaList().size);
            }
            case VAARG -> {
                boolean sysv = vaList() == TargetInfo.VaList.SYSV_X86_64;
                fr.address(pc, a, sysv ? 24 : 8);
                long slot = sysv ? r[a] + 8 : r[a];
                AbiType t = (AbiType) i.aux;
                long at = Memory.getLong(slot);
                if (at == 0) throw fr.trap(pc, "va_arg without arguments");
                at = at + Calls.alignOf(t) - 1 & -Calls.alignOf(t);
                Memory.putLong(slot, at + (Calls.sizeOf(t) + 7 & -8));
                fr.set(d, at);
            }
            case FRAMEADDR -> fr.set(d, fr.base);
            case RETADDR -> fr.set(d, 0);
            case UNREACHABLE -> throw fr.trap(pc, "unreachable code reached");
            case TRAP -> throw fr.trap(pc, "trap");
            default -> throw fr.trap(pc, "operation without a meaning here");
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

    private long tls(Symbol s, ThreadState state) {
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
        if (!info.template().isBlank()) throw fr.trap(pc, "inline assembly");
        int d = fr.code.dst[pc];
        for (AsmInfo.Operand o : info.operands()) {
            if (o.result() < 0) continue;
            int from = o.arg();
            if (from < 0 && o.tied() >= 0) from = info.operands().get(o.tied()).arg();
            for (int k = 0; k < info.operands().size() && from < 0; k++) {
                AsmInfo.Operand in = info.operands().get(k);
                if (in.tied() >= 0 && info.operands().get(in.tied()) == o) from = in.arg();
            }
            if (from >= 0) fr.copy(fr.code.register[i.arg(from).id], d + o.result());
            else fr.set(d + o.result(), 0);
        }
    }

}
