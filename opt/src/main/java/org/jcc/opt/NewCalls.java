package org.jcc.opt;

import java.util.List;
import org.jcc.ir.AbiType;
import org.jcc.ir.CallInfo;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Type;

/** Makes calls that the program did not write, before an instruction and with its place in the source. */
final class NewCalls {
    private NewCalls() {}

    /** A call of the library's function of that name with scalars; an {@code int} counts as signed. */
    static Inst library(Module m, Function f, Inst at, int attributes, String name, Type result, Inst... args) {
        AbiType[] params = new AbiType[args.length];
        for (int k = 0; k < args.length; k++) params[k] = scalar(args[k].type);
        return insert(m, f, at, name, new CallInfo(new Signature(scalar(result), List.of(params), false, false), attributes), result, args);
    }

    private static AbiType scalar(Type t) {
        return new AbiType.Scalar(t, t == Type.I32);
    }

    /** A call of the function of that name, declared with the call's fixed parameters if it is not yet. */
    static Inst insert(Module m, Function f, Inst at, String name, CallInfo info, Type result, Inst... args) {
        Signature s = info.signature;
        Signature declared = s.params().size() == s.fixed() ? s : new Signature(s.result(), s.params().subList(0, s.fixed()), s.fixed(), s.variadic(), s.unprototyped(), s.convention());
        Inst[] all = new Inst[args.length + 1];
        all[0] = f.symbol(m.declare(name, declared), 0);
        System.arraycopy(args, 0, all, 1, args.length);
        Inst c = f.newInst(Op.CALL, result, all);
        c.aux = info;
        c.locatedAs(at).insertBefore(at);
        return c;
    }
}
