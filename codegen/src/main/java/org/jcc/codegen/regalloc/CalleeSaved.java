package org.jcc.codegen.regalloc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which registers are used that the caller needs preserved. Saving one pays for all that will live in it, which no bundle alone can tell:
 *
 * <ul>
 * <li>Bundles that find no other register and are not worth a save each {@linkplain #await wait}; when all others have their places, those that
 * fit into one register together {@linkplain #share share} it, if they are worth it together.
 * <li>At the end, registers are {@linkplain #release given back} from which less would be lost than saving them costs, the least first: what
 * lives in them goes to other registers, or is split such that it has one in the blocks where that gains, or to memory. So a value that
 * an early or cold call would drag into such a register is stored around that call alone.
 * </ul>
 *
 * <p>Requires: all bundles placed, for releasing. Ensures: none that has a register gives way, no further register is saved (but for a need that has no other).
 * Measured with both: instructions of Lua on a mixed script -2.6 %, of SQLite's speedtest1 -0.75 %; pushes in sqlite3.o 3297 to 2711, its .text -0.2 %.
 */
final class CalleeSaved {
    /** What a loss is multiplied with: bundles that are split need registers to load to, which may not be there. */
    private static final float CAUTION = 1.2f;

    private final GlobalAllocator a;
    private final RegionSplitter splitter;
    private final List<Bundle> waiting = new ArrayList<>(0);

    CalleeSaved(GlobalAllocator a, RegionSplitter splitter) {
        this.a = a;
        this.splitter = splitter;
    }

    // ---- sharing ----

    /** Lets a bundle wait that is not worth saving a register. False if it has waited, or no unsaved register is free for it. */
    boolean await(Bundle b) {
        if (a.closed || b.waited || !isFree(b, ~a.free())) return false;
        b.waited = true;
        return waiting.add(b);
    }

    /** Gives registers to bundles that wait, the dearest first; the rest goes to the queue. False if none waited. */
    boolean share(Collection<Bundle> queue) {
        if (waiting.isEmpty()) return false;
        waiting.sort((x, y) -> x.cost != y.cost ? Float.compare(y.cost, x.cost) : Integer.compare(x.id, y.id));
        List<Bundle> together = new ArrayList<>(waiting.size());
        for (int[] order : a.registers.order()) {
            for (int r : order) if (a.isUnsaved(r)) share(r, together);
        }
        for (Bundle b : waiting) if (b.reg < 0) queue.add(b);
        waiting.clear();
        return true;
    }

    private void share(int r, List<Bundle> together) {
        float sum = 0;
        together.clear();
        for (Bundle b : waiting) {
            if (b.reg >= 0 || (a.allocatable[b.regClass] >>> r & 1) == 0 || !a.map.isFree(r, b)) continue;
            a.map.assign(b, r);
            together.add(b);
            sum += b.cost;
        }
        if (sum > a.saving) a.used |= 1L << r;
        else for (Bundle b : together) a.map.remove(b);
    }

    // ---- giving back ----

    /** Releases registers whose bundles lose less than saving costs. False if some instruction finds no register. */
    boolean release() {
        a.used &= ~a.calleeSaved | held();
        a.closed = true;
        long candidates = a.used & a.calleeSaved;
        while (true) {
            int least = -1;
            float best = Float.POSITIVE_INFINITY;
            for (long left = candidates; left != 0; left &= left - 1) {
                int r = Long.numberOfTrailingZeros(left);
                float loss = loss(r);
                // It only grows as others are given back.
                if (loss >= a.saving) candidates &= ~(1L << r);
                else if (loss < best) {
                    best = loss;
                    least = r;
                }
            }
            if (least < 0) return true;
            candidates &= ~(1L << least);
            a.used &= ~(1L << least);
            for (int k = 0, n = a.bundles.size(); k < n; k++) {
                Bundle b = a.bundles.get(k);
                if (b.count == 0 || b.reg != least) continue;
                a.map.remove(b);
                b.generation = 0;
                a.enqueue(b);
            }
            if (!a.placeAll()) return false;
        }
    }

    /** The registers that hold something, as bits. */
    private long held() {
        long m = 0;
        for (Bundle b : a.bundles) if (b.count > 0 && b.reg >= 0) m |= 1L << b.reg;
        return m;
    }

    /** What is lost without the register, or anything that is not below {@link GlobalAllocator#saving}. */
    private float loss(int r) {
        float loss = 0;
        long others = a.free() & ~(1L << r);
        for (Bundle b : a.bundles) {
            if (b.count == 0 || b.reg != r || isFree(b, others)) continue;
            if (b.weight == Float.POSITIVE_INFINITY) return b.weight;
            loss += CAUTION * (b.local ? b.cost : splitter.loss(b, others));
            if (loss >= a.saving) break;
        }
        return loss;
    }

    /** Some register of these has room for all of the bundle. */
    private boolean isFree(Bundle b, long among) {
        for (int r : a.registers.order()[b.regClass]) {
            if ((a.allocatable[b.regClass] & among & 1L << r) != 0 && a.map.isFree(r, b)) return true;
        }
        return false;
    }
}
