package org.jcc.codegen.regalloc;

import java.util.Arrays;
import org.jcc.asm.Kind;
import org.jcc.asm.Row;
import org.jcc.codegen.RegisterFile;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MBlock;
import org.jcc.codegen.mir.MFunction;
import org.jcc.codegen.mir.MInst;
import org.jcc.codegen.mir.PseudoRow;

/**
 * The local register allocator: one forward walk over each block, linear in the function's size, no liveness analysis.
 *
 * <p>A value that is used outside its block (<em>global</em>), and every block parameter, has a home slot in the frame;
 * it is stored once, right after its definition, and loaded where a block first wants it. SSA makes that cheap: a
 * stored value never changes, so nothing is ever stored twice. All other values live in registers from definition to last
 * use, and get a slot only if they are evicted: at calls by the clobber mask, otherwise when registers run out, the
 * one whose next use is farthest first. Next uses, and the registers that later instructions demand (taken as hints), come from
 * one backward scan per block.
 *
 * <p>An instruction is met in this order: fixed uses are brought into their registers, other uses into any, tied uses into
 * the register that the result will overwrite (a copy if the value lives on); what the instruction clobbers is saved; registers of
 * dying values are freed; definitions are placed. Copies for block arguments go to the parameters' home slots, as one
 * parallel move.
 *
 * <p>Requires: machine code in SSA form, edges with arguments from blocks of one successor. Ensures: no virtual registers.
 * Allocated functions are proved by {@link Checker}.
 */
public final class FastAllocator {
    private static final int NO_USE = Integer.MAX_VALUE;

    private final MFunction f;
    private final RegisterFile regs;
    private final TargetMachine.Spills spills;
    private final long[] allocatable = new long[8];

    // By virtual register.
    private final int[] where;
    private final int[] home;
    private final boolean[] stored;
    private final boolean[] global;
    private final int[] nextUse;
    private final int[] hint;
    private final boolean[] used;

    // Uses of the current block: a list per register, in order of position.
    private int[] usePos = new int[256];
    private int[] useNext = new int[256];
    private int useCount;

    /** The value in each machine register, or -1. */
    private final int[] holds = new int[64];
    /** Registers that the current instruction's operands occupy. */
    private long locked;
    private MInst at;
    private int pos;

    // Slots of local values are free again at the end of the block.
    private final int[] freeSlots8 = new int[4096];
    private int freeCount8;
    private int[] blockSlots = new int[64];
    private int blockSlotCount;
    private final int[] defReg = new int[64];
    /** Tied uses of the current instruction that have their register. */
    private final int[] tiedValue = new int[64];
    private final int[] tiedReg = new int[64];
    private int tiedCount;

    private FastAllocator(MFunction f, TargetMachine target, long reserved) {
        this.f = f;
        this.regs = target.registers();
        this.spills = target.spills();
        int n = f.regCount();
        where = new int[n];
        home = new int[n];
        stored = new boolean[n];
        global = new boolean[n];
        nextUse = new int[n];
        hint = new int[n];
        used = new boolean[n];
        Arrays.fill(where, -1);
        Arrays.fill(home, -1);
        Arrays.fill(nextUse, -1);
        Arrays.fill(hint, -1);
        Arrays.fill(holds, -1);
        for (int c = 0; c < regs.order().length; c++) allocatable[c] = regs.allocatable(c) & ~reserved;
    }

    /** @param reserved registers that this function keeps for its frame, as bits */
    public static void run(MFunction f, TargetMachine target, long reserved) {
        new FastAllocator(f, target, reserved).run();
    }

    private void run() {
        findGlobals();
        for (MBlock b : f.blocks) {
            for (int p : b.params) {
                stored[p] = true;
                global[p] = true;
            }
        }
        // Blocks may stand before the one that defines what they use: elsewhere a global value is in its slot.
        for (int v = 0; v < global.length; v++) stored[v] |= global[v];
        for (MBlock b : f.blocks) allocate(b);
    }

    private void findGlobals() {
        int[] defBlock = new int[f.regCount()];
        Arrays.fill(defBlock, -1);
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) if (i.isReg(k) && i.isDef(k) && MInst.isVirtual(i.reg(k))) defBlock[i.reg(k)] = b.id;
            }
        }
        for (MBlock b : f.blocks) {
            for (MInst i = b.first; i != null; i = i.next) {
                for (int k = 0; k < i.count; k++) {
                    int kind = i.kind(k);
                    if (kind == MInst.REG) {
                        if (i.isUse(k)) noteUse(i.reg(k), b.id, defBlock);
                    } else if (kind == MInst.MEM) {
                        noteUse(i.reg(k), b.id, defBlock);
                        noteUse(i.index(k), b.id, defBlock);
                    }
                }
            }
            for (int a : b.args) noteUse(a, b.id, defBlock);
        }
    }

    private void noteUse(int v, int block, int[] defBlock) {
        if (!MInst.isVirtual(v)) return;
        used[v] = true;
        if (defBlock[v] != block) global[v] = true;
    }

    // ---- next uses and hints ----

    private void scan(MBlock b) {
        useCount = 0;
        int n = 0;
        for (MInst i = b.first; i != null; i = i.next) i.pos = n++;
        for (int a : b.args) addUse(a, n);
        for (MInst i = b.last; i != null; i = i.prev) {
            for (int k = i.count - 1; k >= 0; k--) {
                int kind = i.kind(k);
                if (kind == MInst.MEM) {
                    addUse(i.reg(k), i.pos);
                    addUse(i.index(k), i.pos);
                } else if (kind == MInst.REG && MInst.isVirtual(i.reg(k))) {
                    int v = i.reg(k);
                    int fixed = i.fixedReg(k);
                    if (i.isUse(k)) {
                        addUse(v, i.pos);
                        if (fixed >= 0) hint[v] = fixed;
                        else if (i.tiedTo(k) >= 0) hint[v] = hint[i.reg(i.tiedTo(k))];
                        else if (i.row.is(Row.MOVE) && i.isReg(0) && i.fixedReg(0) < 0 && MInst.isVirtual(i.reg(0))) hint[v] = hint[i.reg(0)];
                    }
                }
            }
        }
    }

    private void addUse(int v, int p) {
        if (!MInst.isVirtual(v)) return;
        int head = nextUse[v];
        if (head >= 0 && usePos[head] == p) return;
        if (useCount == usePos.length) {
            usePos = Arrays.copyOf(usePos, useCount * 2);
            useNext = Arrays.copyOf(useNext, useCount * 2);
        }
        usePos[useCount] = p;
        useNext[useCount] = head;
        nextUse[v] = useCount++;
    }

    private int nextUse(int v) {
        return nextUse[v] < 0 ? NO_USE : usePos[nextUse[v]];
    }

    /** Passes the uses of the current instruction, so that {@link #nextUse} speaks of later ones. */
    private void pass(int v) {
        if (MInst.isVirtual(v) && nextUse[v] >= 0 && usePos[nextUse[v]] == pos) nextUse[v] = useNext[nextUse[v]];
    }

    private boolean usedLater(int v) {
        return nextUse[v] >= 0;
    }

    // ---- registers and slots ----

    /** General registers are saved whole: then all slots of theirs are alike. */
    private int size(int v) {
        return Math.max(8, f.size(v));
    }

    private int homeOf(int v) {
        if (home[v] >= 0) return home[v];
        int size = size(v);
        if (size == 8 && !global[v] && freeCount8 > 0) home[v] = freeSlots8[--freeCount8];
        else home[v] = f.newSpill(size);
        if (!global[v] && size == 8 && !f.returnsTwice) {
            if (blockSlotCount == blockSlots.length) blockSlots = Arrays.copyOf(blockSlots, blockSlotCount * 2);
            blockSlots[blockSlotCount++] = home[v];
        }
        return home[v];
    }

    private void insert(MInst i) {
        i.loc = at != null ? at.loc : 0;
        if (at != null) i.insertBefore(at);
        else block.append(i);
    }

    private MBlock block;

    private void copy(int regClass, int size, int dst, int src) {
        insert(spills.copy(regClass, size, dst, src));
    }

    private void load(int v, int reg) {
        if (!stored[v]) throw new IllegalStateException("reload of v" + (v - MInst.FIRST_VREG) + ", which has no value in memory");
        insert(spills.load(f.regClass(v), size(v), reg, homeOf(v)));
    }

    private void store(int v) {
        if (stored[v]) return;
        insert(spills.store(f.regClass(v), size(v), homeOf(v), where[v]));
        stored[v] = true;
    }

    private void assign(int v, int reg) {
        if (where[v] >= 0 && holds[where[v]] == v) holds[where[v]] = -1;
        where[v] = reg;
        holds[reg] = v;
        f.usedRegs |= 1L << reg;
    }

    private void release(int v) {
        if (where[v] < 0) return;
        if (holds[where[v]] == v) holds[where[v]] = -1;
        where[v] = -1;
    }

    private void evict(int v) {
        if (usedLater(v)) store(v);
        release(v);
    }

    /** A register of a class that is not in {@code avoid} nor locked; evicts if it must. */
    private int take(int regClass, long avoid, int hinted) {
        avoid |= locked;
        long can = allocatable[regClass] & ~avoid;
        if (hinted >= 0 && (can >>> hinted & 1) != 0 && holds[hinted] < 0) return mark(hinted);
        int[] order = regs.order()[regClass];
        for (int r : order) if ((can >>> r & 1) != 0 && holds[r] < 0) return mark(r);
        int best = -1;
        int bestScore = -1;
        for (int r : order) {
            if ((can >>> r & 1) == 0) continue;
            int v = holds[r];
            int next = nextUse(v);
            int score = next == NO_USE ? NO_USE : needs(v) ? 0 : (next - pos) * 2 + (stored[v] ? 1 : 0);
            if (score > bestScore) {
                bestScore = score;
                best = r;
            }
        }
        if (best < 0) {
            throw new IllegalStateException("no register of class " + regClass + " left in " + f.ir.name + " for " + (at == null ? "block arguments" : at.row.mnemonic()));
        }
        int v = holds[best];
        if (needs(v) && !stored[v] || usedLater(v)) store(v);
        release(v);
        return mark(best);
    }

    private int mark(int r) {
        f.usedRegs |= 1L << r;
        return r;
    }

    /** The current instruction has the value as an operand that is not placed yet. */
    private boolean needs(int v) {
        if (at == null) return false;
        for (int k = 0; k < at.count; k++) {
            int kind = at.kind(k);
            if (kind == MInst.REG && at.reg(k) == v && at.isUse(k)) return true;
            if (kind == MInst.MEM && (at.reg(k) == v || at.index(k) == v)) return true;
        }
        return false;
    }

    /** Moves a value out of its register: to another one if there is a free one, else to its slot. */
    private void displace(int v, long avoid) {
        int c = f.regClass(v);
        long can = allocatable[c] & ~avoid & ~locked;
        for (int r : regs.order()[c]) {
            if ((can >>> r & 1) == 0 || holds[r] >= 0) continue;
            copy(c, size(v), r, where[v]);
            assign(v, r);
            return;
        }
        if (!stored[v]) store(v);
        release(v);
    }

    /** Brings a value into some register not in {@code avoid}. */
    private int ensure(int v, long avoid) {
        int r = where[v];
        if (r >= 0) {
            if ((avoid >>> r & 1) == 0) return r;
            int c = f.regClass(v);
            int to = take(c, avoid, -1);
            copy(c, size(v), to, r);
            assign(v, to);
            return to;
        }
        r = take(f.regClass(v), avoid, hint[v]);
        load(v, r);
        assign(v, r);
        return r;
    }

    // ---- a block ----

    private void allocate(MBlock b) {
        block = b;
        for (MInst i = b.first; i != null; i = i.next) {
            for (int k = 0; k < i.count; k++) if (i.isReg(k) && i.isDef(k) && MInst.isVirtual(i.reg(k))) stored[i.reg(k)] = false;
        }
        scan(b);
        MInst firstBranch = b.firstBranch();
        boolean copied = b.args.length == 0;
        for (MInst i = b.first, next; i != null; i = next) {
            next = i.next;
            if (i == firstBranch && !copied) {
                at = i;
                pos = i.pos;
                passArguments(b);
                copied = true;
            }
            at = i;
            pos = i.pos;
            locked = 0;
            allocate(i);
        }
        if (!copied) {
            at = null;
            passArguments(b);
        }
        for (int r = 0; r < 64; r++) {
            if (holds[r] >= 0) {
                nextUse[holds[r]] = -1;
                where[holds[r]] = -1;
                holds[r] = -1;
            }
        }
        for (int a : b.args) nextUse[a] = -1;
        for (int k = 0; k < blockSlotCount && freeCount8 < freeSlots8.length; k++) freeSlots8[freeCount8++] = blockSlots[k];
        blockSlotCount = 0;
    }

    private void allocate(MInst i) {
        long fixedUses = 0;
        long fixedDefs = 0;
        long forbidden = i.row instanceof PseudoRow && !i.row.is(Row.CALL) ? i.clobbers : 0;
        int n = i.count;
        for (int k = 0; k < n; k++) {
            int kind = i.kind(k);
            if (kind == MInst.MEM) {
                pass(i.reg(k));
                pass(i.index(k));
            } else if (kind == MInst.REG) {
                int fixed = i.fixedReg(k);
                if (i.isUse(k)) {
                    pass(i.reg(k));
                    if (fixed >= 0) fixedUses |= 1L << fixed;
                } else if (fixed >= 0) {
                    fixedDefs |= 1L << fixed;
                    if (i.isEarly(k)) forbidden |= 1L << fixed;
                }
            }
        }
        long clobbers = i.clobbers & ~fixedDefs;
        long gone = clobbers | fixedDefs;
        if (!i.row.is(Row.CALL)) f.usedRegs |= clobbers;

        if (fixedUses != 0) placeFixedUses(i, fixedUses, gone);
        locked = fixedUses;
        for (int k = 0; k < n; k++) {
            int kind = i.kind(k);
            if (kind == MInst.REG) {
                if (!i.isUse(k) || i.fixedReg(k) >= 0 || i.tiedTo(k) >= 0) continue;
                int v = i.reg(k);
                if (!MInst.isVirtual(v)) continue;
                if (where[v] < 0 && i.isRegMem(k) && k < i.row.kinds.length && i.row.kinds[k].size() <= size(v) && !usedLater(v) && !hasMemory(i)) {
                    i.fold(k, homeOf(v));
                    continue;
                }
                int r = ensure(v, usedLater(v) && where[v] < 0 && !i.row.is(Row.CALL) ? forbidden | gone : forbidden);
                locked |= 1L << r;
                i.setReg(k, r);
            } else if (kind == MInst.MEM) {
                int v = i.reg(k);
                if (MInst.isVirtual(v)) {
                    int r = ensure(v, forbidden);
                    locked |= 1L << r;
                    i.setReg(k, r);
                }
                v = i.index(k);
                if (MInst.isVirtual(v)) {
                    int r = ensure(v, forbidden);
                    locked |= 1L << r;
                    i.setIndex(k, r);
                }
            }
        }
        boolean early = false;
        for (int k = 0; k < n; k++) if (i.isReg(k) && i.isDef(k) && i.isEarly(k)) early = true;
        tiedCount = 0;
        for (int k = 0; k < n; k++) {
            if (!i.isReg(k) || i.tiedTo(k) < 0) continue;
            placeTied(i, k, i.tiedTo(k), fixedUses | gone | forbidden, early);
        }
        saveClobbered(i, gone);
        if (early) {
            for (int k = 0; k < n; k++) {
                if (!i.isReg(k) || !i.isDef(k) || !i.isEarly(k) || i.fixedReg(k) >= 0 || isTied(i, k)) continue;
                int r = take(f.regClass(i.reg(k)), fixedUses | gone, hint[i.reg(k)]);
                defReg[k] = r;
                locked |= 1L << r;
            }
        }
        // Values that die here give their registers back; from now on only results are locked.
        long results = 0;
        for (int k = 0; k < n; k++) if (i.isReg(k) && i.isDef(k) && i.fixedReg(k) < 0 && (isTied(i, k) || i.isEarly(k))) results |= 1L << defReg[k];
        for (int r = 0; r < 64; r++) if (holds[r] >= 0 && (locked >>> r & 1) != 0 && !usedLater(holds[r])) release(holds[r]);
        locked = results | fixedDefs;
        placeDefs(i, clobbers);
    }

    private static boolean hasMemory(MInst i) {
        for (int k = 0; k < i.row.kinds.length && k < i.count; k++) if (i.isMem(k)) return true;
        return false;
    }

    private static boolean isTied(MInst i, int def) {
        for (int k = def + 1; k < i.count; k++) if (i.isReg(k) && i.tiedTo(k) == def) return true;
        return false;
    }

    private void placeFixedUses(MInst i, long fixedUses, long gone) {
        // Out with those that stand in the way.
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k) || !i.isUse(k)) continue;
            int r = i.fixedReg(k);
            if (r < 0) continue;
            int w = holds[r];
            if (w < 0 || w == i.reg(k)) continue;
            if (!usedLater(w) && !needs(w)) release(w);
            else if (!moveHome(i, w)) displace(w, usedLater(w) ? fixedUses | gone : fixedUses);
        }
        locked = fixedUses;
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k) || !i.isUse(k)) continue;
            int r = i.fixedReg(k);
            if (r < 0) continue;
            int v = i.reg(k);
            f.usedRegs |= 1L << r;
            if (where[v] != r) {
                if (where[v] < 0) {
                    load(v, r);
                    assign(v, r);
                } else {
                    copy(f.regClass(v), size(v), r, where[v]);
                    if (!usedLater(v)) assign(v, r);
                }
            }
        }
        for (int k = 0; k < i.count; k++) if (i.isReg(k) && i.isUse(k) && i.fixedReg(k) >= 0) i.setReg(k, i.fixedReg(k));
    }

    /** Moves a value that is in another's way to the register where this instruction wants it, if that is free. */
    private boolean moveHome(MInst i, int w) {
        if (usedLater(w)) return false;
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k) || !i.isUse(k) || i.reg(k) != w) continue;
            int r = i.fixedReg(k);
            if (r < 0 || holds[r] >= 0) continue;
            copy(f.regClass(w), size(w), r, where[w]);
            assign(w, r);
            return true;
        }
        return false;
    }

    private void placeTied(MInst i, int k, int def, long avoid, boolean early) {
        int s = i.reg(k);
        int d = i.reg(def);
        int r = where[s];
        int copyFrom = r;
        for (int j = 0; j < tiedCount; j++) if (tiedValue[j] == s && r < 0) copyFrom = tiedReg[j];
        boolean shared = false;
        if (early || r >= 0 && (locked >>> r & 1) != 0) {
            // The register is also read through another operand: fine unless that is read after a result is written.
            shared = early && r >= 0 && (locked >>> r & 1) != 0;
            for (int j = 0; j < i.count; j++) if (j != k && i.isReg(j) && i.tiedTo(j) >= 0 && j < k && defReg[i.tiedTo(j)] == r) shared = true;
        }
        if (r < 0 || usedLater(s) || shared || (avoid >>> r & 1) != 0) {
            int t = take(f.regClass(d), avoid, hint[d]);
            if (r >= 0 && where[s] == r) copy(f.regClass(s), size(s), t, r);
            else if (copyFrom >= 0) copy(f.regClass(s), size(s), t, copyFrom);
            else load(s, t);
            r = t;
        } else {
            release(s);
        }
        tiedValue[tiedCount] = s;
        tiedReg[tiedCount++] = r;
        locked |= 1L << r;
        defReg[def] = r;
        i.setReg(k, r);
    }

    private void saveClobbered(MInst i, long gone) {
        long here = gone;
        for (int r = 0; here != 0 && r < 64; r++) {
            if ((here >>> r & 1) == 0) continue;
            here &= ~(1L << r);
            int w = holds[r];
            if (w < 0) continue;
            if (!usedLater(w)) release(w);
            else if (i.row.is(Row.CALL) || stored[w]) evict(w);
            else displace(w, gone);
        }
    }

    private void placeDefs(MInst i, long clobbers) {
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k) || !i.isDef(k)) continue;
            int v = i.reg(k);
            if (!MInst.isVirtual(v)) continue;
            int fixed = i.fixedReg(k);
            int r;
            if (fixed >= 0) r = fixed;
            else if (isTied(i, k) || i.isEarly(k)) r = defReg[k];
            else r = take(f.regClass(v), clobbers, hint[v]);
            locked |= 1L << r;
            i.setReg(k, r);
            if (holds[r] >= 0) throw new IllegalStateException("register still held");
            assign(v, r);
        }
        MInst after = i.next;
        for (int k = 0; k < i.count; k++) {
            if (!i.isReg(k) || !i.isDef(k)) continue;
            int v = holds[i.reg(k)];
            if (v < 0) continue;
            if (global[v] && !stored[v] && used[v]) {
                MInst s = spills.store(f.regClass(v), size(v), homeOf(v), where[v]);
                s.loc = i.loc;
                if (after != null) s.insertBefore(after);
                else block.append(s);
                stored[v] = true;
                storeOnSideExits(i, v);
            }
            if (!usedLater(v)) release(v);
        }
    }

    /** The results of an asm goto are there on its labels' edges too, each of which has a block of its own. */
    private void storeOnSideExits(MInst i, int v) {
        if (i.row.is(Row.CALL)) return;
        for (int k = 0; k < i.count; k++) {
            if (i.kind(k) != MInst.BLOCK) continue;
            for (MBlock b : f.blocks) {
                if (b.id == i.ref(k)) b.prepend(spills.store(f.regClass(v), size(v), homeOf(v), where[v]));
            }
        }
    }

    // ---- block arguments ----

    /** Copies the arguments to the home slots of the successor's parameters, all at once. */
    private void passArguments(MBlock b) {
        int[] params = b.succs[0].params;
        int n = params.length;
        int[] srcReg = new int[n];
        int[] srcSlot = new int[n];
        boolean[] done = new boolean[n];
        int left = n;
        for (int k = 0; k < n; k++) {
            int v = b.args[k];
            nextUse[v] = -1;
            if (v == params[k] || !used[params[k]]) {
                done[k] = true;
                left--;
                continue;
            }
            srcReg[k] = where[v];
            srcSlot[k] = where[v] >= 0 ? -1 : homeOf(v);
            homeOf(params[k]);
        }
        // How many waiting moves read each slot: with few arguments a scan does.
        while (left > 0) {
            boolean progress = false;
            for (int k = 0; k < n; k++) {
                if (done[k] || isRead(home[params[k]], k, srcSlot, done)) continue;
                moveArgument(k, params[k], srcReg, srcSlot, done);
                done[k] = true;
                left--;
                progress = true;
            }
            if (progress) continue;
            // Only cycles are left: one source goes to a slot of its own.
            for (int k = 0; k < n; k++) {
                if (done[k]) continue;
                int v = b.args[k];
                int old = srcSlot[k];
                int t = temporary(f.regClass(v), srcReg, srcSlot, done, b.args);
                insert(spills.load(f.regClass(v), size(v), t, old));
                int slot = f.newSpill(size(v));
                insert(spills.store(f.regClass(v), size(v), slot, t));
                for (int j = 0; j < n; j++) if (!done[j] && srcSlot[j] == old) srcSlot[j] = slot;
                break;
            }
        }
        for (int r = 0; r < 64; r++) {
            if (holds[r] >= 0) {
                where[holds[r]] = -1;
                holds[r] = -1;
            }
        }
    }

    private static boolean isRead(int slot, int except, int[] srcSlot, boolean[] done) {
        for (int j = 0; j < srcSlot.length; j++) if (j != except && !done[j] && srcSlot[j] == slot) return true;
        return false;
    }

    private void moveArgument(int k, int param, int[] srcReg, int[] srcSlot, boolean[] done) {
        int c = f.regClass(param);
        int size = size(param);
        int r = srcReg[k];
        if (srcSlot[k] >= 0) {
            if (srcSlot[k] == home[param]) return;
            r = temporary(c, srcReg, srcSlot, done, null);
            insert(spills.load(c, size, r, srcSlot[k]));
        }
        insert(spills.store(c, size, home[param], r));
    }

    /** A register that no waiting move reads; makes one if need be. */
    private int temporary(int regClass, int[] srcReg, int[] srcSlot, boolean[] done, int[] args) {
        long busy = 0;
        for (int j = 0; j < srcReg.length; j++) if (!done[j] && srcSlot[j] < 0) busy |= 1L << srcReg[j];
        for (int r : regs.order()[regClass]) {
            if ((busy >>> r & 1) == 0 && (allocatable[regClass] >>> r & 1) != 0) return mark(r);
        }
        int victim = -1;
        for (int r : regs.order()[regClass]) if ((allocatable[regClass] >>> r & 1) != 0) victim = r;
        int size = regClass == Kind.GPR ? 8 : Math.max(16, f.widest);
        int slot = f.newSpill(size);
        insert(spills.store(regClass, size, slot, victim));
        for (int j = 0; j < srcReg.length; j++) {
            if (!done[j] && srcSlot[j] < 0 && srcReg[j] == victim) srcSlot[j] = slot;
        }
        return victim;
    }
}
