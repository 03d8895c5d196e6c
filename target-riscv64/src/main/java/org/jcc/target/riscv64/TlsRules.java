package org.jcc.target.riscv64;

import org.jcc.asm.Kind;
import org.jcc.asm.riscv64.Rv;
import org.jcc.asm.riscv64.RvRegs;
import org.jcc.codegen.mir.MInst;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Symbol;

/** Addresses of thread-local variables ("RISC-V ABIs Specification", 8.5): local exec, initial exec, and general dynamic for the rest. */
final class TlsRules {
    private TlsRules() {}

    private static GlobalVar.Tls model(RvSelector s, Symbol v) {
        boolean local = s.isDirect(v) && (v.isDefinition() || v.visibility != Symbol.Visibility.DEFAULT || !s.options().positionIndependent());
        GlobalVar.Tls best;
        if (s.options().pic) best = GlobalVar.Tls.GENERAL_DYNAMIC;
        else best = local ? GlobalVar.Tls.LOCAL_EXEC : GlobalVar.Tls.INITIAL_EXEC;
        GlobalVar.Tls asked = RvSelector.modelOf(v);
        return asked.compareTo(best) > 0 ? asked : best;
    }

    static void address(RvSelector s, Inst i) {
        Symbol v = i.symbol();
        int d = s.def(i);
        int ref = s.mf().ref(v);
        switch (model(s, v)) {
            case LOCAL_EXEC -> s.symbolic(Pseudos.LA_TPREL, d, ref, i.imm);
            case INITIAL_EXEC -> {
                int offset = s.tempOf(Kind.GPR);
                int at = i.imm == 0 ? d : s.tempOf(Kind.GPR);
                s.symbolic(Pseudos.LA_TLS_IE, offset, ref, 0);
                s.op(Rv.ADD, at, offset, RvRegs.TP);
                plus(s, d, at, i.imm);
            }
            default -> {
                int where = s.tempOf(Kind.GPR);
                int at = i.imm == 0 ? d : s.tempOf(Kind.GPR);
                s.symbolic(Pseudos.LA_TLS_GD, where, ref, 0);
                ControlRules.libraryCall(s, "__tls_get_addr", where).fixed(at, MInst.DEF, RvRegs.A0);
                plus(s, d, at, i.imm);
            }
        }
    }

    private static void plus(RvSelector s, int d, int at, long n) {
        if (n == 0) return;
        if (RvSelector.fits(n)) s.opi(Rv.ADDI, d, at, n);
        else s.op(Rv.ADD, d, at, s.constant(n));
    }
}
