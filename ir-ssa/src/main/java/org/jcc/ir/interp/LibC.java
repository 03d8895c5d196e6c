package org.jcc.ir.interp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.ir.AbiType;
import org.jcc.ir.Inst;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/**
 * The functions of the C library that cannot simply be called: those that end the process, jump over frames, or take
 * variable arguments of types that a downcall has no layout for; and {@code stdout}, when its output is to be kept.
 */
final class LibC {
    private static final AbiType PTR = new AbiType.Scalar(Type.PTR, false);
    private static final AbiType INT = new AbiType.Scalar(Type.I32, true);

    /** A printf-like function: its va_list form, and how many named arguments it has. */
    private record Formatted(String v, int named) {}

    private static final Map<String, Formatted> FORMATTED = new HashMap<>();

    static {
        String[] rows = {
            "printf vprintf 1", "fprintf vfprintf 2", "sprintf vsprintf 2", "snprintf vsnprintf 3", "dprintf vdprintf 2", "asprintf vasprintf 2",
            "scanf vscanf 1", "fscanf vfscanf 2", "sscanf vsscanf 2", "__isoc99_scanf __isoc99_vscanf 1", "__isoc99_fscanf __isoc99_vfscanf 2",
            "__isoc99_sscanf __isoc99_vsscanf 2", "__printf_chk __vprintf_chk 2", "__fprintf_chk __vfprintf_chk 3", "__sprintf_chk __vsprintf_chk 4",
            "__snprintf_chk __vsnprintf_chk 5", "wprintf vwprintf 1", "fwprintf vfwprintf 2", "swprintf vswprintf 3", "swscanf vswscanf 2",
            "printf_unlocked vprintf 1", "fprintf_unlocked vfprintf 2"};
        for (String row : rows) {
            String[] w = row.split(" ");
            FORMATTED.put(w[0], new Formatted(w[1], Integer.parseInt(w[2])));
        }
    }

    private final Interpreter interpreter;
    private final Natives natives;
    /** The memory stream that stands for stdout, and its buffer's address and size cells; 0 if not captured. */
    private long stream;
    private long cells;

    LibC(Interpreter interpreter, Natives natives) {
        this.interpreter = interpreter;
        this.natives = natives;
    }

    /** Calls a function of the library. */
    long call(String name, AbiType result, List<AbiType> params, long... args) {
        return natives.call(natives.lookup(name, false), new Signature(result, params, false, false), args, 0);
    }

    /** From now on the C library's stdout is a stream in memory. It is the process's: one capturing run at a time. */
    void capture() {
        cells = interpreter.allocate(16);
        stream = call("open_memstream", PTR, List.of(PTR, PTR), cells, cells + 8);
        long out = natives.lookup("stdout", false);
        saved = Memory.getLong(out);
        Memory.putLong(out, stream);
    }

    private long saved;

    /** Flushes; the captured output, or null. */
    byte[] finish() {
        call("fflush", INT, List.of(PTR), 0);
        if (stream == 0) return null;
        Memory.putLong(natives.lookup("stdout", false), saved);
        call("fclose", INT, List.of(PTR), stream);
        long buffer = Memory.getLong(cells);
        byte[] b = Memory.bytes(buffer, (int) Memory.getLong(cells + 8));
        call("free", AbiType.VOID, List.of(PTR), buffer);
        return b;
    }

    /** Does the call itself; false if it is an ordinary function. */
    boolean call(String name, Code code, Inst i, long[] r, long[] h, Calls.Site site) {
        switch (name) {
            case "exit" -> interpreter.exitProgram((int) site.arg(0), true);
            case "_exit", "_Exit" -> interpreter.exitProgram((int) site.arg(0), false);
            case "abort" -> {
                call("fflush", INT, List.of(PTR), 0);
                interpreter.abort();
            }
            case "__assert_fail" -> {
                System.err.println(Memory.string(site.arg(1)) + ":" + (int) site.arg(2) + ": Assertion `" + Memory.string(site.arg(0)) + "' failed.");
                interpreter.abort();
            }
            case "atexit" -> {
                interpreter.registerAtExit(site.arg(0));
                site.result(0);
            }
            case "setjmp", "_setjmp", "sigsetjmp", "__sigsetjmp" -> site.setjmp();
            case "longjmp", "_longjmp", "siglongjmp" -> site.longjmp();
            case "fork", "vfork" -> site.result(-1);
            case "fetestexcept" -> site.result(site.fpFlags(-1, 0) & site.arg(0));
            case "feclearexcept" -> {
                site.fpFlags(~(int) site.arg(0), 0);
                site.result(0);
            }
            case "feraiseexcept" -> {
                site.fpFlags(-1, (int) site.arg(0) & 63);
                site.result(0);
            }
            default -> {
                Formatted f = FORMATTED.get(name);
                if (f == null) return false;
                formatted(f, i.call().signature, site);
            }
        }
        return true;
    }

    private void formatted(Formatted f, Signature s, Calls.Site site) {
        if (s.params().size() < f.named) throw new Trap("too few arguments for a formatted call");
        long mark = site.mark();
        AbiType[] params = new AbiType[f.named + 1];
        long[] args = new long[f.named + 1];
        for (int k = 0; k < f.named; k++) {
            params[k] = s.params().get(k);
            args[k] = site.arg(k);
        }
        params[f.named] = PTR;
        args[f.named] = site.vaList(f.named);
        site.result(call(f.v, INT, List.of(params), args));
        site.release(mark);
    }
}
