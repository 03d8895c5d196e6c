package org.jcc.target.x86_64;

import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.Row;
import org.jcc.asm.x86_64.X86;
import org.jcc.asm.x86_64.X86Regs;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Symbol;

/**
 * Addresses of thread-local variables (Drepper, ELF Handling For Thread-Local Storage; psABI 10). The model is the more
 * special of the variable's and the one that code and visibility allow: executables know the offset (local exec) or read it from the
 * GOT (initial exec), libraries ask {@code __tls_get_addr}.
 */
final class TlsRules {
    private TlsRules() {}

    private static MInst ins(Row r) {
        return X86Selector.ins(r);
    }

    static GlobalVar.Tls model(X86Selector s, Symbol v) {
        boolean local = s.isDirect(v) && (v.isDefinition() || v.visibility != Symbol.Visibility.DEFAULT);
        GlobalVar.Tls best;
        if (s.options().pic) best = local ? GlobalVar.Tls.LOCAL_DYNAMIC : GlobalVar.Tls.GENERAL_DYNAMIC;
        else best = local ? GlobalVar.Tls.LOCAL_EXEC : GlobalVar.Tls.INITIAL_EXEC;
        GlobalVar.Tls asked = X86Selector.modelOf(v);
        return asked.compareTo(best) > 0 ? asked : best;
    }

    static boolean isLocalExec(X86Selector s, Symbol v) {
        return model(s, v) == GlobalVar.Tls.LOCAL_EXEC;
    }

    static void threadPointer(X86Selector s, int d) {
        s.emit(ins(X86.MOV_R64_RM64).reg(d, MInst.DEF).mem(MInst.USE, MInst.NONE, MInst.NONE, 1, 0, -1, Modifier.NONE, X86Regs.FS));
    }

    static void address(X86Selector s, Inst i) {
        Symbol v = i.symbol();
        int d = s.def(i);
        int ref = s.mf().ref(v);
        switch (model(s, v)) {
            case LOCAL_EXEC -> {
                int tp = s.tempOf(Kind.GPR);
                threadPointer(s, tp);
                s.emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, tp, MInst.NONE, 1, (int) i.imm, ref, Modifier.TPOFF, MInst.NONE));
            }
            case INITIAL_EXEC -> {
                int tp = s.tempOf(Kind.GPR);
                int at = i.imm == 0 ? d : s.tempOf(Kind.GPR);
                threadPointer(s, tp);
                s.emit(ins(X86.ADD_R64_RM64).reg(at, MInst.DEF).mem(MInst.USE, X86Regs.RIP, MInst.NONE, 1, 0, ref, Modifier.GOTTPOFF, MInst.NONE).tied(tp, 0));
                if (i.imm != 0) s.emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, at, (int) i.imm));
            }
            case LOCAL_DYNAMIC -> {
                int base = s.tempOf(Kind.GPR);
                ask(s, LOCAL, base, ref);
                s.emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, base, MInst.NONE, 1, (int) i.imm, ref, Modifier.DTPOFF, MInst.NONE));
            }
            default -> {
                int at = i.imm == 0 ? d : s.tempOf(Kind.GPR);
                ask(s, GENERAL, at, ref);
                if (i.imm != 0) s.emit(ins(X86.LEA_R64_M).reg(d, MInst.DEF).mem(0, at, (int) i.imm));
            }
        }
    }

    private static void ask(X86Selector s, PseudoRow row, int d, int ref) {
        MInst m = new MInst(row, 2).fixed(d, MInst.DEF, X86Regs.RAX).mem(0, X86Regs.RIP, MInst.NONE, 1, 0, ref, row == GENERAL ? Modifier.TLSGD : Modifier.TLSLD, MInst.NONE);
        m.clobbers |= ~X86Target.PRESERVED_C;
        s.mf().hasCalls = true;
        s.emit(m);
    }

    /** The padded sequence that linkers know how to relax: data16 lea; data16 data16 rex.w call. */
    static final PseudoRow GENERAL = new PseudoRow("tls_general", 0, Row.CALL | Row.SIDE_EFFECT, (i, out) -> {
        out.out().bytes(new byte[] {0x66});
        out.emit(X86.LEA_R64_M, Operand.reg(X86Regs.RDI), out.operand(i, 1));
        out.out().bytes(new byte[] {0x66, 0x66, 0x48});
        out.emit(X86.CALL_REL, Operand.sym("__tls_get_addr", 0, Modifier.PLT));
    });

    static final PseudoRow LOCAL = new PseudoRow("tls_local", 0, Row.CALL | Row.SIDE_EFFECT, (i, out) -> {
        out.emit(X86.LEA_R64_M, Operand.reg(X86Regs.RDI), out.operand(i, 1));
        out.emit(X86.CALL_REL, Operand.sym("__tls_get_addr", 0, Modifier.PLT));
    });
}
