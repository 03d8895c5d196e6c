package org.jcc.codegen.select;

import java.util.ArrayList;
import java.util.List;
import org.jcc.ir.Function;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;

/**
 * Local variables of blocks that are never entered at once share frame slots: an object lives as long as the execution of its
 * block (C 6.2.4p6), so two whose scopes are not nested in each other never live together. The largest are
 * placed first, each in the first slot where all others are of other scopes.
 *
 * <p>Code that passes moved keeps its scope. A variable that is mentioned by an instruction of another scope than its own and those
 * within it, as copies that were forwarded may be, stays alone; so does one of no known scope.
 */
final class SlotSharing {
    /** With more variables the search would take long. */
    private static final int MOST = 2000;

    private final Function f;
    private final int[] parent;
    private final int[] depth;
    /** By instruction id, the variable in whose slot an ALLOCA lies. */
    private final Inst[] leader;

    private static final class Group {
        final List<Inst> members = new ArrayList<>(2);
        long size;
        int align;
    }

    private SlotSharing(Function f) {
        this.f = f;
        int n = f.scopes.size();
        parent = new int[n];
        depth = new int[n];
        for (int s = 0; s < n; s++) {
            parent[s] = f.scopes.get(s).parent();
            depth[s] = parent[s] < 0 ? 0 : depth[parent[s]] + 1;
        }
        leader = new Inst[f.instCount()];
    }

    /** By instruction id, the ALLOCA whose slot an ALLOCA shares; null if it has its own. The leaders' sizes and alignments serve all. */
    static Inst[] run(Function f) {
        SlotSharing s = new SlotSharing(f);
        s.share();
        return s.leader;
    }

    private void share() {
        List<Inst> variables = new ArrayList<>();
        for (Inst i = f.entry().first; i != null; i = i.next) if (i.op == Op.ALLOCA && i.scope > 0 && i.useCount() > 0 && staysWithin(i, i.scope, 0)) variables.add(i);
        if (variables.size() < 2 || variables.size() > MOST) return;
        variables.sort((a, b) -> Long.compare(b.imm, a.imm));
        List<Group> groups = new ArrayList<>();
        for (Inst v : variables) {
            Group to = null;
            for (Group g : groups) {
                // Buffers lie apart from other variables (StackProtector).
                boolean free = v.align <= g.align && v.flags == g.members.getFirst().flags;
                for (int k = 0; k < g.members.size() && free; k++) free = !nested(v.scope, g.members.get(k).scope);
                if (free) {
                    to = g;
                    break;
                }
            }
            if (to == null) {
                groups.add(to = new Group());
                to.size = v.imm;
                to.align = v.align;
            }
            to.members.add(v);
            leader[v.id] = to.members.getFirst();
        }
    }

    /** All instructions that mention the address, or one computed from it, are of the scope or of one within. */
    private boolean staysWithin(Inst address, int scope, int chain) {
        if (chain > 8) return false;
        for (int u = 0; u < address.useCount(); u++) {
            Inst user = address.user(u);
            if (!isWithin(user.scope, scope)) return false;
            if ((user.op == Op.PTRADD || user.op == Op.FREEZE) && !staysWithin(user, scope, chain + 1)) return false;
        }
        return true;
    }

    private boolean isWithin(int inner, int outer) {
        while (inner > 0 && depth[inner] > depth[outer]) inner = parent[inner];
        return inner == outer;
    }

    private boolean nested(int a, int b) {
        return isWithin(a, b) || isWithin(b, a);
    }
}
