package org.jcc.ir.interp;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;
import org.jcc.ir.Alias;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Module;
import org.jcc.ir.Symbol;

/**
 * The module's symbols as addresses: globals laid out in native memory with their relocations applied, functions as
 * native entry points (upcalls) so that the C library can call them, labels as numbers that only indirect branches understand.
 */
final class Image {
    private final Module module;
    private final Natives natives;
    private final Arena arena;
    private final Map<Symbol, Long> addresses = new HashMap<>();
    private final Map<Long, Function> functions = new HashMap<>();
    private final Map<Block, Long> labels = new HashMap<>();
    private final Map<Long, Block> blocks = new HashMap<>();
    private long nextLabel = 0x2000_0000_0000L;

    Image(Module module, Natives natives, Arena arena) {
        this.module = module;
        this.natives = natives;
        this.arena = arena;
    }

    void load() {
        for (Symbol s : module.symbols) if (s instanceof GlobalVar g && g.isDefinition() && g.tls == GlobalVar.Tls.NONE) addresses.put(g, allocate(g.size, g.align));
        for (Symbol s : module.symbols) if (s instanceof GlobalVar g && g.isDefinition() && g.tls == GlobalVar.Tls.NONE) initialize(g, addresses.get(g));
    }

    long allocate(long size, int align) {
        MemorySegment m = arena.allocate(Math.max(1, size), Math.max(16, align));
        return m.address();
    }

    /** Writes the initial bytes and relocations of a variable to an address. */
    void initialize(GlobalVar g, long at) {
        if (g.init != null) Memory.put(at, g.init);
        for (GlobalVar.Reloc r : g.relocs) {
            long v = r.addend();
            if (r.block() != null) v += label(r.block());
            else v += address(r.symbol());
            if (r.minus() != null) v -= label(r.minus());
            if (r.size() == 8) Memory.putLong(at + r.offset(), v);
            else if (r.size() == 4) Memory.putInt(at + r.offset(), (int) v);
            else Memory.put(at + r.offset(), r.size() == 1 ? new byte[] {(byte) v} : new byte[] {(byte) v, (byte) (v >> 8)});
        }
    }

    /** The symbol's address; 0 for undefined weak symbols. */
    long address(Symbol s) {
        Long known = addresses.get(s);
        if (known != null) return known;
        long a = switch (s) {
            case Alias x -> x.ifunc ? natives.resolve(x) : address(x.target);
            case Function f when f.isDefinition() -> natives.entry(f);
            default -> natives.lookup(s.name, s.linkage == Symbol.Linkage.WEAK || s instanceof Function);
        };
        addresses.put(s, a);
        if (s instanceof Function f && f.isDefinition()) functions.put(a, f);
        return a;
    }

    /** The interpreted function at the address, or null. */
    Function function(long address) {
        return functions.get(address);
    }

    synchronized long label(Block b) {
        return labels.computeIfAbsent(b, x -> {
            nextLabel += 16;
            blocks.put(nextLabel, x);
            return nextLabel;
        });
    }

    Block block(long label) {
        return blocks.get(label);
    }
}
