package org.jcc.codegen.emit;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jcc.asm.Expr;
import org.jcc.asm.ObjectBuilder;
import org.jcc.asm.SectionNames;
import org.jcc.asm.elf.Elf;
import org.jcc.codegen.CodegenOptions;
import org.jcc.codegen.TargetMachine;
import org.jcc.codegen.mir.MFunction;
import org.jcc.ir.Alias;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Module;
import org.jcc.ir.Symbol;

/**
 * Writes a module's symbols to the object builder: sections and symbol attributes of functions and variables, initial
 * data, aliases, constructors, shared constants. Functions come in finished form, one at a time.
 *
 * <p>Symbols follow the source's order; aliases, attributes of undefined symbols and notes come last.
 */
public final class ModuleEmitter {
    final Module module;
    final CodegenOptions options;
    final TargetMachine target;
    final ObjectBuilder out;
    final DebugEmitter debug;
    private final Map<Block, Integer> blockLabels = new IdentityHashMap<>();
    private final Map<MFunction.Constant, Integer> constants = new HashMap<>();
    private final Set<Symbol> referenced = new LinkedHashSet<>();

    public ModuleEmitter(Module module, CodegenOptions options, TargetMachine target, ObjectBuilder out) {
        this.module = module;
        this.options = options;
        this.target = target;
        this.out = out;
        this.debug = new DebugEmitter(module, options, out);
    }

    /** Some function has an {@link UnwindTable}. */
    boolean personality;
    private int uniques;

    /** A number that is used once. */
    int unique() {
        return ++uniques;
    }

    /** Before the first symbol. */
    public void begin() {
        out.sourceFile(module.name);
        if (!options.unwindTables && options.debug) out.frames().sections(false, true);
        debug.begin();
    }

    /** A finished function. */
    public void function(MFunction f) {
        new FunctionEmitter(this, f).emit();
        constructors(f.ir);
    }

    /** After the last symbol. */
    public void end() {
        for (Symbol s : module.symbols) if (s instanceof Alias a) alias(a);
        for (Symbol s : module.symbols) if (!s.isDefinition() && referenced.contains(s)) undefined(s);
        if (personality) UnwindTable.pointer(out);
        debug.end();
        if (options.ident != null) out.ident(options.ident);
        out.section(".note.GNU-stack", Elf.SHT_PROGBITS, module.executableStack ? Elf.SHF_EXECINSTR : 0, 0);
    }

    // ---- symbols ----

    void referenced(Symbol s) {
        if (!s.isDefinition()) referenced.add(s);
    }

    /** Binding, visibility and type of a definition. */
    void declare(Symbol s, int type) {
        switch (s.linkage) {
            case EXTERNAL, COMMON -> out.global(s.name);
            case WEAK -> out.weak(s.name);
            case INTERNAL -> { }
        }
        visibility(s);
        out.type(s.name, type);
    }

    private void visibility(Symbol s) {
        int v = switch (s.visibility) {
            case DEFAULT -> Elf.STV_DEFAULT;
            case HIDDEN -> Elf.STV_HIDDEN;
            case PROTECTED -> Elf.STV_PROTECTED;
            case INTERNAL -> Elf.STV_INTERNAL;
        };
        if (v != Elf.STV_DEFAULT && s.linkage != Symbol.Linkage.INTERNAL) out.visibility(s.name, v);
    }

    private void undefined(Symbol s) {
        if (s.linkage == Symbol.Linkage.WEAK) out.weak(s.name);
        visibility(s);
    }

    private void alias(Alias a) {
        Symbol t = a.target;
        while (t instanceof Alias u) t = u.target;
        switch (a.linkage) {
            case EXTERNAL, COMMON -> out.global(a.name);
            case WEAK -> out.weak(a.name);
            case INTERNAL -> { }
        }
        visibility(a);
        out.alias(a.name, a.target.name);
        out.type(a.name, a.ifunc ? Elf.STT_GNU_IFUNC : t instanceof Function ? Elf.STT_FUNC : Elf.STT_OBJECT);
    }

    /** The label of a block whose address is taken. */
    int blockLabel(Block b) {
        return blockLabels.computeIfAbsent(b, k -> out.newLabel());
    }

    void ended(Function f) {
        debug.function(f);
    }

    // ---- code sections ----

    void enterText(Function f, String name) {
        long flags = Elf.SHF_ALLOC | Elf.SHF_EXECINSTR;
        if (f.comdat != null) out.section(name, Elf.SHT_PROGBITS, flags, 0, f.comdat, true, null);
        else if (name.equals(".text")) out.section(".text");
        else out.section(name, Elf.SHT_PROGBITS, flags, 0);
    }

    void enterTables(Function f) {
        if (f.comdat != null) out.section(".rodata." + f.name, Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 0, f.comdat, true, null);
        else if (options.functionSections) out.section(".rodata." + f.name, Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 0);
        else out.section(".rodata", Elf.SHT_PROGBITS, Elf.SHF_ALLOC, 0);
    }

    private void constructors(Function f) {
        if (f.is(Function.CONSTRUCTOR)) initArray(".init_array", Elf.SHT_INIT_ARRAY, f.initPriority, f);
        if (f.is(Function.DESTRUCTOR)) initArray(".fini_array", Elf.SHT_FINI_ARRAY, f.initPriority, f);
    }

    private void initArray(String name, int type, int priority, Function f) {
        if (priority != 65535) name = String.format("%s.%05d", name, priority);
        out.section(name, type, Elf.SHF_ALLOC | Elf.SHF_WRITE, 0);
        out.align(8);
        out.data(8, f.name, 0);
    }

    // ---- constants ----

    /** The label of a constant in a mergeable section; one per value in the module. */
    int constant(MFunction.Constant c) {
        Integer known = constants.get(c);
        if (known != null) return known;
        int label = out.newLabel();
        constants.put(c, label);
        pending.add(c);
        return label;
    }

    private final java.util.List<MFunction.Constant> pending = new java.util.ArrayList<>();

    /** Writes the constants that functions asked for since the last time. */
    public void flushConstants() {
        for (MFunction.Constant c : pending) {
            out.section(".rodata.cst" + c.size(), Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_MERGE, c.size());
            out.align(c.size());
            out.label(constants.get(c));
            out.data(Math.min(c.size(), 8), c.lo());
            if (c.size() == 16) out.data(8, c.hi());
        }
        pending.clear();
    }

    // ---- variables ----

    /** A defined variable. */
    public void variable(GlobalVar v) {
        boolean zero = v.init == null && v.relocs.isEmpty();
        if (v.linkage == Symbol.Linkage.COMMON && zero && v.section == null && v.tls == GlobalVar.Tls.NONE) {
            visibility(v);
            out.common(v.name, v.size, Math.max(1, v.align));
            return;
        }
        enterData(v, zero);
        out.align(Math.max(1, v.align));
        declare(v, v.tls != GlobalVar.Tls.NONE ? Elf.STT_TLS : Elf.STT_OBJECT);
        out.label(v.name);
        data(v);
        out.size(v.name, v.size);
    }

    private void enterData(GlobalVar v, boolean zero) {
        boolean tls = v.tls != GlobalVar.Tls.NONE;
        long flags = Elf.SHF_ALLOC | (tls ? Elf.SHF_TLS | Elf.SHF_WRITE : 0);
        int type = Elf.SHT_PROGBITS;
        int entsize = 0;
        String name;
        boolean far = options.isFar(v) && v.section == null;
        if (far) flags |= Elf.SHF_X86_64_LARGE;
        boolean relocated = !v.relocs.isEmpty() && options.positionIndependent();
        if (v.section != null) {
            name = v.section;
            type = SectionNames.typeOf(name);
            if (type == Elf.SHT_NOBITS && !zero) type = Elf.SHT_PROGBITS;
            flags |= SectionNames.flagsOf(name);
            if (!v.constant || relocated) flags |= Elf.SHF_WRITE;
        } else if (tls) {
            name = zero ? ".tbss" : ".tdata";
            if (zero) type = Elf.SHT_NOBITS;
        } else if (far) {
            boolean bss = zero && !v.constant && !options.noBss;
            name = bss ? ".lbss" : v.constant && !relocated ? ".lrodata" : ".ldata";
            if (bss) type = Elf.SHT_NOBITS;
            if (!v.constant || relocated) flags |= Elf.SHF_WRITE;
        } else if (v.constant && v.mergeChar > 0 && v.relocs.isEmpty()) {
            name = ".rodata.str" + v.mergeChar + "." + Math.max(v.mergeChar, v.align);
            flags |= Elf.SHF_MERGE | Elf.SHF_STRINGS;
            entsize = v.mergeChar;
        } else if (v.constant && relocated) {
            boolean local = true;
            for (GlobalVar.Reloc r : v.relocs) local &= r.symbol() == null || r.symbol().isDefinition() && (options.pie || r.symbol().linkage == Symbol.Linkage.INTERNAL);
            name = local ? ".data.rel.ro.local" : ".data.rel.ro";
            flags |= Elf.SHF_WRITE;
        } else if (v.constant) {
            name = ".rodata";
        } else if (zero && !options.noBss) {
            name = ".bss";
            type = Elf.SHT_NOBITS;
            flags |= Elf.SHF_WRITE;
        } else {
            name = ".data";
            flags |= Elf.SHF_WRITE;
        }
        if ((options.dataSections || v.comdat != null) && v.section == null && entsize == 0) name += "." + v.name;
        if (v.comdat != null) out.section(name, type, flags, entsize, v.comdat, true, null);
        else out.section(name, type, flags, entsize);
    }

    private void data(GlobalVar v) {
        long at = 0;
        for (GlobalVar.Reloc r : v.relocs) {
            at = plain(v, at, r.offset());
            if (r.block() != null) {
                int minus = r.minus() == null ? -1 : blockLabel(r.minus());
                out.data(r.size(), new Expr(blockLabel(r.block()), minus, r.addend()));
            } else {
                referenced(r.symbol());
                out.data(r.size(), r.symbol().name, r.addend());
            }
            at += r.size();
        }
        plain(v, at, v.size);
    }

    /** The bytes from {@code from} to {@code to}, zeros beyond the initial ones. */
    private long plain(GlobalVar v, long from, long to) {
        int have = v.init == null ? 0 : v.init.length;
        if (from < have) {
            int end = (int) Math.min(have, to);
            int last = end;
            if (to == v.size || to > end) while (last > from && v.init[last - 1] == 0) last--;
            if (last > from) out.bytes(v.init, (int) from, last);
            from = Math.max(from, last);
        }
        if (to > from) out.zero(to - from);
        return to;
    }
}
