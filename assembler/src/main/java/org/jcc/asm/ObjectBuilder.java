package org.jcc.asm;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.asm.Operand.Modifier;
import org.jcc.asm.dwarf.FrameTable;
import org.jcc.asm.dwarf.LineTable;
import org.jcc.asm.elf.Elf;
import org.jcc.support.Diagnostics;

/**
 * Builds one relocatable object as a stream of calls: instructions, data, labels, section switches, frame and line
 * information. The code generator and the text assembler call the same methods; with an {@link AsmPrinter} attached the
 * calls are also written down as GNU assembler text, and that text assembled again makes the same calls, hence the same
 * bytes.
 *
 * <p>The one hard idea: sizes that depend on distances. Contents are fixed bytes with <em>fragments</em> between them
 * ({@link Piece}); every place is (offset, fragments before it), so nothing moves when a fragment grows. {@link #finish}
 * lets branches grow from their shortest form until all reach (they never shrink, so this ends), then turns
 * {@link Fixup}s into bytes or relocations.
 *
 * <p>Symbols and labels share one space of dense ids: {@link #symbol(String)} interns a name, {@link #newLabel()} makes
 * an anonymous one. Both may be used before they are placed by {@link #label}.
 */
public final class ObjectBuilder {
    /** The instruction set of the object. */
    public final InstructionSet isa;
    public final Diagnostics diagnostics;
    private final AsmPrinter text;
    /** While positive, calls are not printed: they belong to something that was printed whole. */
    private int quiet;

    private final ArrayList<Symbol> symbols = new ArrayList<>();
    private final HashMap<String, Symbol> byName = new HashMap<>();
    private final Map<String, Section> sections = new LinkedHashMap<>();
    private final ArrayList<Section> sectionList = new ArrayList<>();
    private Piece current;
    private Piece previous;
    private final ArrayDeque<Piece[]> sectionStack = new ArrayDeque<>();
    private final ArrayList<String> sourceFiles = new ArrayList<>();
    private final ArrayList<String> idents = new ArrayList<>();
    /** Where the calls come from, for errors in those that name no place of their own. */
    private int loc;
    private final FrameTable frames;
    private final LineTable lines;
    /** Reads inline assembly; one for the whole object, so that macros and local labels live on. */
    private GasAssembler nested;

    /** @param text receives every call as assembler text; null for none */
    public ObjectBuilder(InstructionSet isa, Diagnostics diagnostics, AsmPrinter text) {
        this.isa = isa;
        this.diagnostics = diagnostics;
        this.text = text;
        frames = new FrameTable(this);
        lines = new LineTable(this);
        quiet++;
        section(".data", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 0);
        section(".bss", Elf.SHT_NOBITS, Elf.SHF_ALLOC | Elf.SHF_WRITE, 0);
        section(".text", Elf.SHT_PROGBITS, Elf.SHF_ALLOC | Elf.SHF_EXECINSTR, 0);
        Section t = sectionList.removeLast();
        sectionList.addFirst(t);
        previous = null;
        quiet--;
    }

    /** Says where the next calls come from. */
    public void at(int loc) {
        this.loc = loc;
    }

    private boolean printing() {
        return text != null && quiet == 0;
    }

    // --- sections ---------------------------------------------------------------------------------------------------

    /** Continues the section of this name; a new one gets the attributes that its name implies. */
    public void section(String name) {
        Section s = sections.get(name);
        if (s != null) {
            if (printing()) text.section(s);
            enter(piece(s, 0));
            return;
        }
        section(name, SectionNames.typeOf(name), SectionNames.flagsOf(name), 0);
    }

    /** Continues or begins a section. */
    public void section(String name, int type, long flags, int entsize) {
        section(name, type, flags, entsize, null, false, null);
    }

    /**
     * Continues or begins a section.
     *
     * @param group     signature of its group, or null
     * @param comdat    the group is kept once
     * @param linkOrder section or symbol that it follows ({@code SHF_LINK_ORDER}), or null
     */
    public void section(String name, int type, long flags, int entsize, String group, boolean comdat, String linkOrder) {
        Section s = findSection(name, type, flags, entsize, group, comdat, linkOrder);
        if (printing()) text.section(s);
        enter(piece(s, 0));
    }

    private Section findSection(String name, int type, long flags, int entsize, String group, boolean comdat, String linkOrder) {
        String key = group == null && linkOrder == null ? name : name + '\0' + group + '\0' + linkOrder;
        Section s = sections.get(key);
        if (s == null) {
            Symbol sym = newSymbol(null);
            if (group != null) flags |= Elf.SHF_GROUP;
            if (linkOrder != null) flags |= Elf.SHF_LINK_ORDER;
            if (type == Elf.SHT_INIT_ARRAY || type == Elf.SHT_FINI_ARRAY || type == Elf.SHT_PREINIT_ARRAY) entsize = 8;
            s = new Section(name, type, flags, entsize, group, comdat, sym, sectionList.size());
            s.linkOrder = linkOrder;
            sym.section = s;
            sym.type = Elf.STT_SECTION;
            sections.put(key, s);
            sectionList.add(s);
        }
        return s;
    }

    /** {@code .subsection}: continues another piece of the current section. */
    public void subsection(int number) {
        if (printing()) text.directive("subsection", Integer.toString(number));
        enter(piece(current.section, number));
    }

    /** {@code .pushsection}: remembers the current place; follow with {@link #section}. */
    public void pushSection() {
        if (printing()) throw new IllegalStateException("the printer knows .pushsection from text only");
        sectionStack.push(new Piece[] {current, previous});
    }

    /** {@code .popsection}. Returns false if nothing was pushed. */
    public boolean popSection() {
        if (sectionStack.isEmpty()) return false;
        Piece[] p = sectionStack.pop();
        current = p[0];
        previous = p[1];
        return true;
    }

    /** {@code .previous}. Returns false if there is none. */
    public boolean previousSection() {
        if (previous == null) return false;
        Piece p = previous;
        previous = current;
        current = p;
        return true;
    }

    private void enter(Piece p) {
        previous = current;
        current = p;
    }

    private static Piece piece(Section s, int number) {
        for (Piece p : s.pieces) if (p.number == number) return p;
        Piece p = new Piece(s, number);
        int at = 0;
        while (at < s.pieces.size() && s.pieces.get(at).number < number) at++;
        s.pieces.add(at, p);
        return p;
    }

    /** The section that calls go to now. */
    public Section currentSection() {
        return current.section;
    }

    // --- symbols and labels -----------------------------------------------------------------------------------------

    private Symbol newSymbol(String name) {
        Symbol s = new Symbol(symbols.size(), name);
        symbols.add(s);
        return s;
    }

    /** The symbol behind an id. */
    public Symbol symbolOf(int id) {
        return symbols.get(id);
    }

    /** A fresh anonymous label, to be placed by {@link #label(int)}. */
    public int newLabel() {
        return newSymbol(null).id;
    }

    /** The id of the symbol of this name. */
    public int symbol(String name) {
        return named(name).id;
    }

    /** The symbol of this name if it was mentioned before, else null. */
    Symbol lookup(String name) {
        return byName.get(name);
    }

    private Symbol named(String name) {
        Symbol s = byName.get(name);
        if (s == null) {
            s = newSymbol(name);
            byName.put(name, s);
        }
        return s;
    }

    /** Places a label here. */
    public void label(int id) {
        Symbol s = symbols.get(id);
        if (printing()) text.label(labelName(id));
        place(s);
    }

    /** Places a symbol here. Returns false if it already has a place or value. */
    public boolean label(String name) {
        Symbol s = named(name);
        s.definedLoc = loc;
        if (printing()) text.label(AsmPrinter.quoted(name));
        if (s.isDefined() || s.commonSize >= 0) return false;
        place(s);
        return true;
    }

    private void place(Symbol s) {
        s.piece = current;
        s.offset = current.position();
        s.frag = current.frags.size();
        if ((current.section.flags & Elf.SHF_TLS) != 0 && s.name != null) s.type = Elf.STT_TLS;
    }

    /** A fresh label placed here. */
    public int here() {
        int l = newLabel();
        label(l);
        return l;
    }

    /** A fresh label placed here that is never printed: for tables that are built from directives. */
    public int spot() {
        int l = newLabel();
        place(symbols.get(l));
        return l;
    }

    /** What the names of anonymous labels begin with where a name is needed. */
    static final String LABEL_PREFIX = ".Lj";

    /** How the printer and the text call a symbol or label. */
    public String labelName(int id) {
        Symbol s = symbols.get(id);
        return s.name != null ? AsmPrinter.quoted(s.name) : s.section != null ? s.section.name : LABEL_PREFIX + id;
    }

    /** {@code .globl} */
    public void global(String name) {
        if (printing()) text.directive("globl", AsmPrinter.quoted(name));
        Symbol s = named(name);
        if (s.binding != Elf.STB_WEAK) s.binding = Elf.STB_GLOBAL;
    }

    /** {@code .weak} */
    public void weak(String name) {
        if (printing()) text.directive("weak", AsmPrinter.quoted(name));
        named(name).binding = Elf.STB_WEAK;
    }

    /** {@code .local} */
    public void local(String name) {
        if (printing()) text.directive("local", AsmPrinter.quoted(name));
        named(name).binding = Elf.STB_LOCAL;
    }

    /** {@code .hidden}, {@code .protected}, {@code .internal} ({@code STV_*}). */
    public void visibility(String name, int visibility) {
        if (printing()) {
            text.directive(visibility == Elf.STV_HIDDEN ? "hidden" : visibility == Elf.STV_PROTECTED ? "protected" : "internal", AsmPrinter.quoted(name));
        }
        named(name).visibility = visibility;
    }

    /** {@code .type} ({@code STT_*}; {@code STB_GNU_UNIQUE} is written {@code gnu_unique_object}). */
    public void type(String name, int type) {
        if (printing()) text.type(name, type);
        Symbol s = named(name);
        if (!(s.type == Elf.STT_TLS && type == Elf.STT_OBJECT)) s.type = type;
    }

    /** {@code .type name, @gnu_unique_object} */
    public void unique(String name) {
        if (printing()) text.directive("type", AsmPrinter.quoted(name) + ", @gnu_unique_object");
        Symbol s = named(name);
        s.type = Elf.STT_OBJECT;
        s.binding = Elf.STB_GNU_UNIQUE;
    }

    /** {@code .size} with a number. */
    public void size(String name, long size) {
        size(name, Expr.of(size));
    }

    /** {@code .size name, .-name} */
    public void sizeToHere(String name) {
        if (printing()) text.directive("size", AsmPrinter.quoted(name) + ", .-" + AsmPrinter.quoted(name));
        named(name).size = Expr.difference(spot(), symbol(name));
    }

    /** {@code .size} */
    public void size(String name, Expr size) {
        if (printing()) text.directive("size", AsmPrinter.quoted(name) + ", " + expression(size, Modifier.NONE));
        Symbol s = named(name);
        s.size = size;
        if (s.definedLoc == 0) s.definedLoc = loc;
    }

    /** {@code .set}: the symbol is another name for a value. Returns false if it has a place already. */
    public boolean set(String name, Expr value) {
        if (printing()) text.directive("set", AsmPrinter.quoted(name) + ", " + expression(value, Modifier.NONE));
        Symbol s = named(name);
        if (s.piece != null || s.commonSize >= 0 || s.value != null && !s.variable) return false;
        s.value = value;
        if (value.add() >= 0 && value.sub() < 0) {
            Symbol to = symbols.get(value.add());
            to.referenced = true;
            if (s.type == Elf.STT_NOTYPE) s.type = to.type == Elf.STT_SECTION ? Elf.STT_NOTYPE : to.type;
            if (s.size == null) s.size = to.size;
        }
        return true;
    }

    /**
     * As {@link #set}, but a symbol that has a value may get another; uses before keep the value they saw. False if the
     * symbol has a place.
     */
    boolean assign(String name, Expr value) {
        Symbol s = named(name);
        if (s.piece != null || s.commonSize >= 0) return false;
        if (s.value != null) {
            if (!s.value.isConstant() && s.referenced) {
                s.superseded = true;
                Symbol fresh = newSymbol(name);
                fresh.binding = s.binding;
                fresh.type = s.type;
                fresh.visibility = s.visibility;
                fresh.size = s.size;
                byName.put(name, fresh);
            } else s.value = null;
        }
        return set(name, value);
    }

    /** An alias of another symbol. */
    public boolean alias(String name, String target) {
        return set(name, Expr.symbol(symbol(target)));
    }

    /** {@code .comm}, or after {@link #local} of the name a local one placed in .bss. */
    public void common(String name, long size, long align) {
        if (printing()) text.directive("comm", AsmPrinter.quoted(name) + ", " + size + ", " + align);
        Symbol s = named(name);
        if (s.isDefined()) return;
        if (s.binding == Elf.STB_LOCAL) {
            Piece back = current;
            // As GNU as: behind everything that says where it stands.
            current = piece(sections.get(".bss"), 1);
            int q = quiet;
            quiet = 1;
            align(align);
            place(s);
            zero(size);
            quiet = q;
            current = back;
            s.size = Expr.of(size);
            s.type = Elf.STT_OBJECT;
            return;
        }
        s.commonSize = Math.max(s.commonSize, size);
        s.commonAlign = Math.max(s.commonAlign, align);
        s.type = Elf.STT_OBJECT;
        if (s.binding < 0) s.binding = Elf.STB_GLOBAL;
    }

    /** {@code .symver name, versioned} */
    public void symver(String name, String versioned) {
        if (printing()) text.directive("symver", AsmPrinter.quoted(name) + ", " + versioned);
        Symbol s = named(name);
        if (s.versions == null) s.versions = new ArrayList<>(1);
        s.versions.add(versioned);
    }

    /** {@code .file "name"} without a number: the {@code STT_FILE} symbol. */
    public void sourceFile(String name) {
        if (printing()) text.directive("file", AsmPrinter.string(name));
        sourceFiles.add(name);
    }

    /** {@code .ident}: a line of {@code .comment}. */
    public void ident(String s) {
        if (printing()) text.directive("ident", AsmPrinter.string(s));
        Piece back = current;
        boolean fresh = !sections.containsKey(".comment");
        Section c = findSection(".comment", Elf.SHT_PROGBITS, Elf.SHF_MERGE | Elf.SHF_STRINGS, 1, null, false, null);
        current = piece(c, 0);
        if (fresh) current.put(0);
        for (byte b : s.getBytes(StandardCharsets.UTF_8)) current.put(b);
        current.put(0);
        current = back;
    }

    // --- data -------------------------------------------------------------------------------------------------------

    /** {@code .byte .2byte .4byte .8byte}: a number of 1, 2, 4 or 8 bytes. */
    public void data(int size, long value) {
        if (printing()) text.directive(AsmPrinter.dataDirective(size), Long.toString(size == 8 ? value : value & (1L << size * 8) - 1));
        if (blank(size, value)) return;
        current.ensure(size);
        for (int i = 0; i < size; i++) current.put((int) (value >> 8 * i));
    }

    /** A symbol's address plus an addend. */
    public void data(int size, String symbol, long addend) {
        data(size, new Expr(symbol(symbol), -1, addend), Modifier.NONE, 0);
    }

    /** A value known after layout, or left to the linker. */
    public void data(int size, Expr value) {
        data(size, value, Modifier.NONE, 0);
    }

    /** A value known after layout, or left to the linker, seen through a modifier. */
    public void data(int size, Expr value, Modifier modifier, int loc) {
        if (value.isConstant() && modifier == Modifier.NONE) {
            data(size, value.addend());
            return;
        }
        if (printing()) text.directive(AsmPrinter.dataDirective(size), expression(value, modifier));
        Fixup f = fixup(size, false, loc);
        f.add = value.add();
        f.sub = value.sub();
        f.addend = value.addend();
        f.modifier = modifier;
        refer(value);
    }

    /** Bytes as they are. */
    public void bytes(byte[] b, int from, int to) {
        if (printing()) text.bytes(b, from, to);
        if (current.section.isNobits()) {
            current.blank += to - from;
            return;
        }
        current.ensure(to - from);
        System.arraycopy(b, from, current.buf, current.len, to - from);
        current.len += to - from;
    }

    public void bytes(byte[] b) {
        bytes(b, 0, b.length);
    }

    /** {@code .zero} */
    public void zero(long n) {
        if (n <= 0) return;
        if (printing()) text.directive("zero", Long.toString(n));
        if (current.section.isNobits()) {
            current.blank += n;
            return;
        }
        room(n);
        current.len += (int) n;
    }

    private void room(long n) {
        if (current.len + n > MAX_SECTION) throw diagnostics.fatal(loc, "section " + current.section.name + " is larger than 1 GiB");
        current.ensure((int) n);
    }

    private static final long MAX_SECTION = 1L << 30;

    /** {@code .fill count, size, value} */
    public void fill(long count, int size, long value) {
        if (count <= 0 || size <= 0) return;
        if (value == 0) {
            zero(Math.multiplyExact(count, (long) size));
            return;
        }
        if (printing()) text.directive("fill", count + ", " + size + ", " + value);
        room(count * size);
        for (long i = 0; i < count; i++) for (int j = 0; j < size; j++) current.put(j < 4 ? (int) (value >> 8 * j) : 0);
    }

    /** A fill whose count is known after layout. */
    void fill(Expr count, int size, long value, int loc) {
        Piece.Frag f = frag(Piece.FILL);
        f.expr = count;
        f.fillSize = size;
        f.fill = value;
        f.loc = loc;
        refer(count);
    }

    /** {@code .org} */
    void org(Expr to, long value, int loc) {
        Piece.Frag f = frag(Piece.ORG);
        f.expr = to;
        f.fillSize = 1;
        f.fill = value;
        f.loc = loc;
        refer(to);
    }

    /** Aligns with zeros in data, with no-operations in code. */
    public void align(long bytes) {
        align(bytes, 0, 0, 0);
    }

    /**
     * Aligns.
     *
     * @param max      skip nothing if more than this would be skipped; 0: no limit
     * @param fill     value of the bytes skipped
     * @param fillSize its bytes; 0: zeros in data, no-operations in code
     */
    public void align(long bytes, int max, long fill, int fillSize) {
        if (printing()) text.align(bytes, max, fill, fillSize);
        if (bytes <= 1) return;
        Section s = current.section;
        s.align = Math.max(s.align, (int) bytes);
        if (fillSize == 0 && !s.isCode() && max == 0 && current.frags.isEmpty() && s.pieces.getFirst() == current) {
            long pad = -current.position() & bytes - 1;
            if (s.isNobits()) current.blank += pad;
            else {
                room(pad);
                current.len += (int) pad;
            }
            return;
        }
        Piece.Frag f = frag(Piece.ALIGN);
        f.align = (int) bytes;
        f.max = max;
        f.fill = fill;
        f.fillSize = fillSize;
    }

    /** {@code .uleb128} */
    public void uleb(Expr value) {
        if (printing()) text.directive("uleb128", expression(value, Modifier.NONE));
        leb(value, Piece.ULEB, 0);
    }

    /** {@code .sleb128} */
    public void sleb(Expr value) {
        if (printing()) text.directive("sleb128", expression(value, Modifier.NONE));
        leb(value, Piece.SLEB, 0);
    }

    void leb(Expr value, byte kind, int loc) {
        if (value.isConstant()) {
            byte[] b = new byte[10];
            int n = Leb128.write(value.addend(), kind == Piece.SLEB, b, 0, 0);
            current.ensure(n);
            for (int i = 0; i < n; i++) current.put(b[i]);
            return;
        }
        Piece.Frag f = frag(kind);
        f.expr = value;
        f.size = 1;
        f.loc = loc;
        refer(value);
    }

    private boolean blank(int size, long value) {
        if (!current.section.isNobits()) return false;
        current.blank += size;
        if (value != 0) diagnostics.error(loc, "attempt to store non-zero value in section `" + current.section.name + "'");
        return true;
    }

    // --- instructions -------------------------------------------------------------------------------------------------

    /** Emits an instruction. */
    public void emit(Row row, Operand... operands) {
        emit(new Insn(row, operands, 0), 0);
    }

    /** Emits an instruction. */
    public void emit(Insn insn) {
        emit(insn, 0);
    }

    /** Emits an instruction whose text stands at {@code loc}. */
    public void emit(Insn insn, int loc) {
        if (printing()) text.instruction(insn, this);
        lines.instruction();
        if (current.section.isNobits()) {
            diagnostics.error(loc, "attempt to store instruction in section `" + current.section.name + "'");
            return;
        }
        isa.encode(insn, this, loc);
    }

    /** For encoders: one byte. */
    public void put(int b) {
        current.put(b);
    }

    /** For encoders: where in the piece the next byte goes; distances between two such values within one instruction are true. */
    public int mark() {
        return current.len;
    }

    /** The bytes of the current piece so far, fragments not counted (for tests and dumps of single instructions). */
    public byte[] currentBytes() {
        return Arrays.copyOf(current.buf, current.len);
    }

    /** For encoders: changes a byte already put. */
    public void patchByte(int mark, int b) {
        current.buf[mark] = (byte) b;
    }

    /** For encoders: a field of zeros with a fixup to be filled in. */
    public Fixup fixup(int size, boolean pcrel, int loc) {
        Fixup f = fixupAt(current.len, size, pcrel, loc);
        if (current.section.isNobits()) {
            diagnostics.error(loc, "attempt to store value in section `" + current.section.name + "'");
            current.fixups.removeLast();
            current.blank += size;
            return f;
        }
        current.ensure(size);
        for (int i = 0; i < size; i++) current.put(0);
        return f;
    }

    /** For encoders: a fixup over bytes that are already put. */
    public Fixup fixupAt(int mark, int size, boolean pcrel, int loc) {
        Fixup f = new Fixup();
        f.offset = mark;
        f.frag = current.frags.size();
        f.size = size;
        f.pcrel = pcrel;
        f.loc = loc;
        current.fixups.add(f);
        return f;
    }

    /** For encoders: says what value the field has. */
    public void target(Fixup f, Operand o) {
        f.point(o, this);
        if (f.add >= 0) symbols.get(f.add).referenced = true;
        if (f.sub >= 0) symbols.get(f.sub).referenced = true;
    }

    /** For encoders: a branch whose size layout decides; {@code bits} is for {@link InstructionSet#writeBranch}. */
    public void branch(Row row, Operand target, int bits, int loc) {
        Piece.Frag f = frag(Piece.BRANCH);
        f.row = row;
        f.bits = bits;
        f.fixup = new Fixup();
        f.fixup.loc = loc;
        target(f.fixup, target);
        f.size = isa.branchSizes(row)[0];
    }

    private Piece.Frag frag(byte kind) {
        Piece.Frag f = new Piece.Frag();
        f.kind = kind;
        f.offset = (int) current.position();
        current.frags.add(f);
        return f;
    }

    private void refer(Expr e) {
        if (e.add() >= 0) symbols.get(e.add()).referenced = true;
        if (e.sub() >= 0) symbols.get(e.sub()).referenced = true;
    }

    /** The value as text: {@code symbol@MODIFIER-symbol+n}. */
    public String expression(Expr e, Modifier m) {
        StringBuilder sb = new StringBuilder();
        if (e.add() >= 0) sb.append(labelName(e.add()));
        if (m != Modifier.NONE) sb.append('@').append(m.text);
        if (e.sub() >= 0) sb.append(e.add() >= 0 ? "-" : "0-").append(labelName(e.sub()));
        if (e.addend() != 0 || sb.isEmpty()) {
            if (!sb.isEmpty() && e.addend() > 0) sb.append('+');
            sb.append(e.addend());
        }
        return sb.toString();
    }

    // --- inline assembly ------------------------------------------------------------------------------------------------

    /** Assembles text as if it stood here (inline assembly). Errors are reported at {@code loc}. */
    public void assembleText(String source, int loc) {
        if (printing()) text.inline(source);
        quiet++;
        lines.instruction();
        if (nested == null) nested = new GasAssembler(this, GasAssembler.Options.NONE);
        nested.assembleInline(source, loc);
        quiet--;
    }

    // --- frame and line information ---------------------------------------------------------------------------------------

    /** The {@code .cfi_*} directives. */
    public FrameTable frames() {
        return frames;
    }

    /** The {@code .file} and {@code .loc} directives. */
    public LineTable lines() {
        return lines;
    }

    /** For {@link FrameTable} and {@link LineTable}: prints a directive if calls are being printed. */
    public void note(String directive, String operands) {
        if (printing()) text.directive(directive, operands);
    }

    /** For {@link FrameTable} and {@link LineTable}: their tables are not printed. */
    public void silently(Runnable table) {
        quiet++;
        Piece c = current;
        Piece p = previous;
        table.run();
        current = c;
        previous = p;
        quiet--;
    }

    /** Distance between two labels of one section, after layout. */
    public long distance(int from, int to) {
        return address(symbols.get(to)) - address(symbols.get(from));
    }

    /** True if two labels are surely at one address whatever layout does. */
    public boolean samePlace(int a, int b) {
        Symbol x = symbols.get(a);
        Symbol y = symbols.get(b);
        return x.piece == y.piece && x.offset == y.offset && x.frag == y.frag;
    }

    /** Offset of a label in its section, after layout. */
    public long offsetOf(int label) {
        return address(symbols.get(label));
    }

    /** Bytes of a section, after layout. */
    public long sizeOf(Section s) {
        return s.size;
    }

    /** The section a label is placed in, or null. */
    public Section sectionOf(int label) {
        Symbol s = symbols.get(label);
        return s.piece == null ? null : s.piece.section;
    }

    // --- finish -----------------------------------------------------------------------------------------------------------

    long address(Symbol s) {
        return s.piece == null ? 0 : s.piece.address(s.offset, s.frag);
    }

    List<Section> sections() {
        return sectionList;
    }

    List<Symbol> symbols() {
        return symbols;
    }

    List<String> sourceFiles() {
        return sourceFiles;
    }

    /** Lays out, resolves and writes the object. Call once. */
    public byte[] finish() {
        quiet++;
        Layout layout = new Layout(this);
        layout.relax();
        frames.write();
        lines.write();
        layout.relax();
        return new ObjectWriter(this, layout).write();
    }
}
