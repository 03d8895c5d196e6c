package org.jcc.asm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jcc.asm.elf.Elf;

/**
 * The directives of the assembler's language: one table from name to a small method, grouped as in the GNU as manual
 * (chapter 7). Methods read their operands from the statement's lexer and call the builder.
 */
final class GasDirectives {
    /** A directive's method. */
    interface Handler {
        void run(GasLexer in);
    }

    private final GasAssembler context;
    private final ObjectBuilder out;
    private final GasExpression expressions;
    private final Map<String, Handler> table = new HashMap<>(256);

    GasDirectives(GasAssembler context) {
        this.context = context;
        this.out = context.out;
        this.expressions = context.expressions;
        sections();
        symbols();
        data();
        texts();
        new GasDebugDirectives(this, context).add();
    }

    /** Adds a method under each of the names. */
    void on(String names, Handler h) {
        for (String n : names.split(" ")) table.put("." + n, h);
    }

    /** Runs a directive (in lower case, with its dot); false if there is none of this name. */
    boolean run(String name, GasLexer in) {
        Handler h = table.get(name);
        if (h == null) return false;
        h.run(in);
        return true;
    }

    // --- sections -----------------------------------------------------------------------------------------------------

    private void sections() {
        for (String s : new String[] {"text", "data", "bss"}) {
            on(s, in -> {
                long n = in.atEnd() ? 0 : expressions.number(in, 0);
                out.section("." + s);
                if (n != 0) out.subsection((int) n);
            });
        }
        on("section", this::section);
        on("pushsection", in -> {
            out.pushSection();
            section(in);
        });
        on("popsection", in -> {
            if (!out.popSection()) context.warning(".popsection without corresponding .pushsection; ignored");
        });
        on("previous", in -> {
            if (!out.previousSection()) context.warning(".previous without corresponding .section; ignored");
        });
        on("subsection", in -> out.subsection((int) expressions.number(in, 0)));
    }

    private void section(GasLexer in) {
        in.peek();
        String name = in.peek() == '"' ? in.name() : sectionName(in);
        if (name == null || name.isEmpty()) {
            context.error("missing section name");
            return;
        }
        int type = SectionNames.typeOf(name);
        long flags = SectionNames.flagsOf(name);
        long entsize = 0;
        String group = null;
        boolean comdat = false;
        String link = null;
        boolean plain = true;
        long subsection = 0;
        if (in.take(',')) {
            if (in.peek() == '"') {
                plain = false;
                byte[] s = in.string();
                if (s == null) {
                    context.error("unterminated string");
                    return;
                }
                String f = new String(s, StandardCharsets.ISO_8859_1);
                flags |= sectionFlags(f);
                boolean like = false;
                if (in.take(',')) {
                    char c = in.peek();
                    if (c == '@' || c == '%' || c == '"') {
                        if (c != '"') in.skip(1);
                        int t = sectionType(in);
                        if (t >= 0) type = t;
                        like = true;
                    } else if (c != 0) {
                        in.position(in.position() - 1);
                        while (in.raw(0) != ',') in.position(in.position() - 1);
                    }
                }
                if (f.indexOf('M') >= 0) {
                    if (in.take(',')) entsize = expressions.number(in, 0);
                    if (entsize <= 0) {
                        context.warning("entity size for SHF_MERGE not specified");
                        flags &= ~Elf.SHF_MERGE;
                        entsize = 0;
                    }
                }
                if (f.indexOf('o') >= 0 && in.take(',')) link = in.name();
                if (f.indexOf('G') >= 0 && in.take(',')) {
                    group = in.peek() == '"' ? in.name() : sectionName(in);
                    if (in.take(',')) comdat = "comdat".equals(in.name());
                } else if (f.indexOf('?') >= 0) {
                    group = out.currentSection().group;
                    comdat = out.currentSection().comdat;
                }
                if (in.take(',') && "unique".equals(in.name()) && in.take(',')) expressions.number(in, 0);
            } else {
                subsection = expressions.number(in, 0);
            }
        }
        if (plain && group == null) out.section(name);
        else out.section(name, type, flags, (int) entsize, group, comdat, link);
        if (subsection != 0) out.subsection((int) subsection);
    }

    private static String sectionName(GasLexer in) {
        in.peek();
        int from = in.position();
        while (in.raw(0) != 0 && in.raw(0) != ',' && !GasLexer.isBlank(in.raw(0))) in.skip(1);
        return GasLexer.utf8(in.slice(from, in.position()));
    }

    private long sectionFlags(String f) {
        if (!f.isEmpty() && Character.isDigit(f.charAt(0))) {
            Expr e = expressions.parse(new GasLexer(f));
            return e == null ? 0 : e.addend();
        }
        long flags = 0;
        for (int i = 0; i < f.length(); i++) {
            switch (f.charAt(i)) {
                case 'a' -> flags |= Elf.SHF_ALLOC;
                case 'e' -> flags |= Elf.SHF_EXCLUDE & 0xffffffffL;
                case 'w' -> flags |= Elf.SHF_WRITE;
                case 'x' -> flags |= Elf.SHF_EXECINSTR;
                case 'M' -> flags |= Elf.SHF_MERGE;
                case 'S' -> flags |= Elf.SHF_STRINGS;
                case 'T' -> flags |= Elf.SHF_TLS;
                case 'R' -> flags |= Elf.SHF_GNU_RETAIN;
                case 'l' -> flags |= Elf.SHF_X86_64_LARGE;
                case 'G', 'o', '?', 'd' -> {}
                default -> context.error("unknown .section attribute `" + f.charAt(i) + "'");
            }
        }
        return flags;
    }

    private int sectionType(GasLexer in) {
        if (in.raw(0) >= '0' && in.raw(0) <= '9') return (int) expressions.number(in, -1);
        String t = in.name();
        if (t == null) {
            context.error("missing section type");
            return -1;
        }
        return switch (t) {
            case "progbits" -> Elf.SHT_PROGBITS;
            case "nobits" -> Elf.SHT_NOBITS;
            case "note" -> Elf.SHT_NOTE;
            case "init_array" -> Elf.SHT_INIT_ARRAY;
            case "fini_array" -> Elf.SHT_FINI_ARRAY;
            case "preinit_array" -> Elf.SHT_PREINIT_ARRAY;
            case "unwind" -> Elf.SHT_X86_64_UNWIND;
            default -> {
                context.error("unrecognized section type `" + t + "'");
                yield -1;
            }
        };
    }

    // --- symbols ------------------------------------------------------------------------------------------------------

    private interface NameAction {
        void run(String name);
    }

    private void names(GasLexer in, NameAction action) {
        do {
            String n = in.name();
            if (n == null) {
                context.error("expected symbol name");
                return;
            }
            action.run(n);
        } while (in.take(','));
        end(in);
    }

    void end(GasLexer in) {
        if (!in.atEnd()) context.error("junk at end of line, first unrecognized character is `" + in.peek() + "'");
    }

    boolean comma(GasLexer in) {
        if (in.take(',')) return true;
        context.error("expected comma");
        return false;
    }

    private void symbols() {
        on("globl global", in -> names(in, out::global));
        on("weak", in -> names(in, out::weak));
        on("local", in -> names(in, out::local));
        on("hidden", in -> names(in, n -> out.visibility(n, Elf.STV_HIDDEN)));
        on("protected", in -> names(in, n -> out.visibility(n, Elf.STV_PROTECTED)));
        on("internal", in -> names(in, n -> out.visibility(n, Elf.STV_INTERNAL)));
        on("extern", in -> {});
        on("set equ", in -> {
            String n = in.name();
            if (n == null) context.error("expected symbol name");
            else if (comma(in)) assign(n, in, false);
        });
        on("equiv eqv", in -> {
            String n = in.name();
            if (n == null) context.error("expected symbol name");
            else if (comma(in)) assign(n, in, true);
        });
        on("type", this::type);
        on("size", in -> {
            String n = in.name();
            if (n == null) {
                context.error("expected symbol name");
                return;
            }
            if (!comma(in)) return;
            Expr e = expressions.parse(in);
            if (e != null) out.size(n, e);
        });
        on("comm common", in -> common(in, false));
        on("lcomm", in -> common(in, true));
        on("symver", in -> {
            String n = in.name();
            if (n == null || !comma(in)) return;
            in.peek();
            StringBuilder v = new StringBuilder();
            while (in.raw(0) != 0 && in.raw(0) != ',' && !GasLexer.isBlank(in.raw(0))) {
                v.append(in.raw(0));
                in.skip(1);
            }
            if (v.indexOf("@") < 0) context.error("missing version name in `" + v + "' for symbol `" + n + "'");
            else out.symver(n, GasLexer.utf8(v.toString()));
        });
        on("weakref", in -> {
            String n = in.name();
            if (n == null || !comma(in)) return;
            String t = in.name();
            if (t == null) {
                context.error("expected symbol name");
                return;
            }
            out.weak(t);
            out.set(n, Expr.symbol(out.symbol(t)));
        });
    }

    /** {@code name = value}; {@code once}: an error if the symbol has a value already. */
    void assign(String name, GasLexer in, boolean once) {
        if (name.equals(".")) {
            Expr to = expressions.parse(in);
            if (to != null) org(to, 0);
            return;
        }
        Expr e = expressions.parse(in);
        if (e == null) return;
        end(in);
        Symbol s = out.lookup(name);
        if (once && s != null && s.isDefined() || !out.assign(name, e)) context.error("symbol `" + name + "' is already defined");
    }

    private void type(GasLexer in) {
        String n = in.name();
        if (n == null) {
            context.error("expected symbol name");
            return;
        }
        in.take(',');
        char c = in.peek();
        if (c == '@' || c == '%' || c == '#') in.skip(1);
        String t = in.name();
        if (t == null) t = "";
        switch (t) {
            case "function", "STT_FUNC" -> out.type(n, Elf.STT_FUNC);
            case "object", "STT_OBJECT" -> out.type(n, Elf.STT_OBJECT);
            case "tls_object", "STT_TLS" -> out.type(n, Elf.STT_TLS);
            case "common", "STT_COMMON" -> out.type(n, Elf.STT_OBJECT);
            case "notype", "STT_NOTYPE" -> out.type(n, Elf.STT_NOTYPE);
            case "gnu_indirect_function", "STT_GNU_IFUNC" -> out.type(n, Elf.STT_GNU_IFUNC);
            case "gnu_unique_object" -> out.unique(n);
            default -> context.error("unrecognized symbol type \"" + t + "\"");
        }
    }

    private void common(GasLexer in, boolean local) {
        String n = in.name();
        if (n == null) {
            context.error("expected symbol name");
            return;
        }
        if (!in.take(',') && in.atEnd()) {
            context.error("missing size expression");
            return;
        }
        long size = expressions.number(in, 0);
        if (size < 0) {
            context.error(".COMMon length (" + size + ") out of range");
            return;
        }
        long align = 0;
        if (in.take(',')) align = expressions.number(in, 1);
        else for (align = 1; local ? align * 2 <= size && align < 8 : align < size && align < 16; align *= 2) {}
        if (align == 0) align = 1;
        if (align < 0 || (align & align - 1) != 0 || align > 1 << 28) {
            context.error("common alignment not a power of 2");
            return;
        }
        Symbol s = out.lookup(n);
        if (s != null && s.isDefined()) {
            context.error("symbol `" + n + "' is already defined");
            return;
        }
        if (local) out.local(n);
        out.common(n, size, align);
    }

    // --- data ---------------------------------------------------------------------------------------------------------

    private void data() {
        on("byte dc.b", in -> values(in, 1));
        on("short hword value 2byte word dc.w dc", in -> values(in, 2));
        on("long int 4byte dc.l", in -> values(in, 4));
        on("quad 8byte dc.a dword", in -> values(in, 8));
        on("octa 16byte", this::octa);
        on("float single dc.s", in -> floats(in, 4));
        on("double dc.d", in -> floats(in, 8));
        on("tfloat ldouble extend dc.x", in -> floats(in, 10));
        on("ascii", in -> strings(in, false));
        on("asciz string string8", in -> strings(in, true));
        on("zero skip space", this::space);
        on("fill", this::fill);
        on("align balign", in -> align(in, false, 0));
        on("balignw", in -> align(in, false, 2));
        on("balignl", in -> align(in, false, 4));
        on("p2align", in -> align(in, true, 0));
        on("p2alignw", in -> align(in, true, 2));
        on("p2alignl", in -> align(in, true, 4));
        on("org", in -> {
            Expr to = expressions.parse(in);
            long fill = in.take(',') ? expressions.number(in, 0) : 0;
            if (to != null) org(to, fill);
        });
        on("uleb128", in -> leb(in, Piece.ULEB));
        on("sleb128", in -> leb(in, Piece.SLEB));
        on("nop", in -> nops(1));
        on("nops", in -> nops(expressions.number(in, 0)));
        on("incbin", this::incbin);
        on("reloc", in -> context.error(".reloc is not supported"));
    }

    private void nops(long n) {
        if (n < 0 || n > 1 << 20) {
            context.error("negative or too large nop count");
            return;
        }
        byte[] b = new byte[(int) n];
        out.isa.nops(b, 0, b.length);
        out.bytes(b);
    }

    private void org(Expr to, long fill) {
        if (to.isConstant() && (to.addend() < 0 || to.addend() > 1 << 28)) context.error("invalid operand for .org");
        else out.org(to, fill, context.loc());
    }

    private void values(GasLexer in, int size) {
        if (in.atEnd()) return;
        do {
            if (size == 1 && in.peek() == '"') {
                byte[] s = in.string();
                if (s == null) context.error("unterminated string");
                else out.bytes(s);
                continue;
            }
            Expr e = expressions.parse(in);
            if (e == null) return;
            Operand.Modifier m = expressions.modifier;
            if (e.isConstant() && m == Operand.Modifier.NONE) {
                long v = e.addend();
                if (size < 8 && (v < -(1L << size * 8 - 1) || v >= 1L << size * 8)) {
                    context.warning("value 0x" + Long.toHexString(v) + " truncated to 0x" + Long.toHexString(v & (1L << size * 8) - 1));
                }
                out.data(size, v);
            } else out.data(size, e, m, context.loc());
        } while (in.take(','));
        end(in);
    }

    private void octa(GasLexer in) {
        do {
            int from = in.position();
            boolean negative = in.take('-');
            in.peek();
            int start = in.position();
            while (GasLexer.isNamePart(in.raw(0))) in.skip(1);
            String t = in.slice(start, in.position());
            try {
                java.math.BigInteger v = t.startsWith("0x") || t.startsWith("0X") ? new java.math.BigInteger(t.substring(2), 16) : new java.math.BigInteger(t);
                if (negative) v = v.negate();
                out.data(8, v.longValue());
                out.data(8, v.shiftRight(64).longValue());
            } catch (NumberFormatException e) {
                in.position(from);
                Expr x = expressions.parse(in);
                if (x == null) return;
                if (!x.isConstant()) {
                    context.error("bignum expected");
                    return;
                }
                out.data(8, x.addend());
                out.data(8, x.addend() >> 63);
            }
        } while (in.take(','));
        end(in);
    }

    private void floats(GasLexer in, int size) {
        do {
            in.peek();
            int from = in.position();
            while (in.raw(0) != 0 && in.raw(0) != ',' && !GasLexer.isBlank(in.raw(0))) in.skip(1);
            String t = in.slice(from, in.position());
            byte[] b = GasFloats.parse(t, size);
            if (b == null) {
                context.error("bad floating-point constant `" + t + "'");
                return;
            }
            out.bytes(b);
        } while (in.take(','));
        end(in);
    }

    private void strings(GasLexer in, boolean zero) {
        do {
            if (in.atEnd()) break;
            byte[] s = in.string();
            if (s == null) {
                context.error("expected string");
                return;
            }
            // Adjacent strings of .string each end in a zero of their own only after a comma.
            while (in.peek() == '"') {
                byte[] t = in.string();
                if (t == null) {
                    context.error("unterminated string");
                    return;
                }
                int n = s.length;
                s = Arrays.copyOf(s, n + t.length);
                System.arraycopy(t, 0, s, n, t.length);
            }
            out.bytes(zero ? Arrays.copyOf(s, s.length + 1) : s);
        } while (in.take(','));
        end(in);
    }

    private static final long MAX_SPACE = 1L << 28;

    private void space(GasLexer in) {
        Expr n = expressions.parse(in);
        if (n == null) return;
        long fill = in.take(',') ? expressions.number(in, 0) : 0;
        end(in);
        Long count = expressions.constant(n);
        if (count == null) {
            out.fill(n, 1, fill, context.loc());
            return;
        }
        if (count < 0 || count > MAX_SPACE && !out.currentSection().isNobits()) {
            context.error(".space specifies " + count + " bytes");
            return;
        }
        out.fill(count, 1, fill & 255);
    }

    private void fill(GasLexer in) {
        Expr n = expressions.parse(in);
        if (n == null) return;
        long size = in.take(',') ? expressions.number(in, 1) : 1;
        long value = in.take(',') ? expressions.number(in, 0) : 0;
        end(in);
        if (size < 0) {
            context.warning("size negative; .fill ignored");
            return;
        }
        if (size > 8) size = 8;
        Long count = expressions.constant(n);
        if (count == null) {
            out.fill(n, (int) size, value, context.loc());
            return;
        }
        if (count < 0 || count > MAX_SPACE) {
            if (count < 0) context.warning("repeat < 0; .fill ignored");
            else context.error(".fill repeats " + count + " times");
            return;
        }
        out.fill(count, (int) size, value);
    }

    private void align(GasLexer in, boolean power, int fillSize) {
        long n = in.atEnd() ? 0 : expressions.number(in, 0);
        long fill = 0;
        boolean filled = false;
        long max = 0;
        if (in.take(',')) {
            if (in.peek() != ',' && !in.atEnd()) {
                fill = expressions.number(in, 0);
                filled = true;
            }
            if (in.take(',')) max = expressions.number(in, 0);
        }
        end(in);
        if (power) {
            if (n < 0 || n > 28) {
                context.error("alignment too large: 28 assumed");
                return;
            }
            n = 1L << n;
        }
        if (n < 0 || (n & n - 1) != 0 || n > 1 << 28) {
            context.error("alignment not a power of 2");
            return;
        }
        if (max < 0 || max > 1 << 28) max = 0;
        if (out.currentSection().isNobits()) filled = false;
        out.align(n, (int) max, fill, filled ? Math.max(fillSize, 1) : 0);
    }

    private void leb(GasLexer in, byte kind) {
        do {
            Expr e = expressions.parse(in);
            if (e == null) return;
            Long v = expressions.constant(e);
            out.leb(v != null ? Expr.of(v) : e, kind, context.loc());
        } while (in.take(','));
        end(in);
    }

    private void incbin(GasLexer in) {
        byte[] name = in.string();
        if (name == null) {
            context.error("missing string");
            return;
        }
        long skip = in.take(',') && in.peek() != ',' ? expressions.number(in, 0) : 0;
        long count = in.take(',') ? expressions.number(in, -1) : -1;
        byte[] b = context.read(new String(name, StandardCharsets.UTF_8));
        if (b == null) return;
        if (skip < 0 || skip > b.length || count > b.length - skip) {
            context.error("skip (" + skip + ") or count (" + count + ") invalid for file size (" + b.length + ")");
            return;
        }
        out.bytes(b, (int) skip, count < 0 ? b.length : (int) (skip + count));
    }

    // --- conditions, macros, texts ------------------------------------------------------------------------------------

    /** Handles {@code .if} and its kin, which count even where text is skipped. */
    boolean condition(String name, GasLexer in) {
        if (name.startsWith(".if")) {
            if (!context.isActive()) {
                context.openCondition(false);
                return true;
            }
            Boolean b = test(name, in);
            if (b == null) return false;
            context.openCondition(b);
            return true;
        }
        switch (name) {
            case ".else", ".elseif", ".elsec" -> {
                GasAssembler.Condition c = context.condition();
                if (c == null || c.sawElse) {
                    context.error(c == null ? "\"" + name + "\" without matching \".if\"" : "duplicate \"else\"");
                    return true;
                }
                if (name.equals(".elseif")) {
                    boolean now = c.outerActive && !c.taken && expressions.number(in, 0) != 0;
                    c.active = now;
                    c.taken |= now;
                } else {
                    c.sawElse = true;
                    c.active = c.outerActive && !c.taken;
                }
                return true;
            }
            case ".endif", ".endc" -> {
                if (context.condition() == null) context.error("\".endif\" without \".if\"");
                else context.closeCondition();
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private Boolean test(String name, GasLexer in) {
        return switch (name) {
            case ".if", ".ifne" -> expressions.number(in, 0) != 0;
            case ".ifeq" -> expressions.number(in, 0) == 0;
            case ".ifge" -> expressions.number(in, 0) >= 0;
            case ".ifgt" -> expressions.number(in, 0) > 0;
            case ".ifle" -> expressions.number(in, 0) <= 0;
            case ".iflt" -> expressions.number(in, 0) < 0;
            case ".ifdef", ".ifndef", ".ifnotdef" -> {
                String n = in.name();
                Symbol s = n == null ? null : out.lookup(n);
                yield (s != null && (s.isDefined() || s.commonSize >= 0)) == name.equals(".ifdef");
            }
            case ".ifb", ".ifnb" -> in.atEnd() == name.equals(".ifb");
            case ".ifc", ".ifnc" -> {
                String rest = in.rest().strip();
                int c = rest.indexOf(',');
                if (c < 0) {
                    context.error("expected comma");
                    yield false;
                }
                yield rest.substring(0, c).strip().equals(rest.substring(c + 1).strip()) == name.equals(".ifc");
            }
            case ".ifeqs", ".ifnes" -> {
                byte[] a = in.string();
                boolean comma = in.take(',');
                byte[] b = in.string();
                if (a == null || b == null || !comma) context.error(".ifeqs syntax error");
                yield Arrays.equals(a, b) == name.equals(".ifeqs");
            }
            default -> null;
        };
    }

    private void texts() {
        on("macro", in -> context.macros().define(in));
        on("purgem", in -> names(in, n -> context.macros().purge(n)));
        on("rept rep", in -> context.macros().repeat(expressions.number(in, 0)));
        on("irp irep", in -> context.macros().forEach(in, false));
        on("irpc irepc", in -> context.macros().forEach(in, true));
        on("exitm", in -> {
            if (!context.exitMacro()) context.error("ignoring macro exit outside a macro definition");
        });
        on("endm endmacro endr endrept", in -> context.error("end of macro or repetition without its beginning"));
        on("include", in -> {
            byte[] n = in.string();
            if (n == null) context.error("missing string");
            else context.include(new String(n, StandardCharsets.UTF_8));
        });
        on("end", in -> context.end());
        on("err", in -> context.error(".err encountered"));
        on("error", in -> {
            byte[] s = in.string();
            context.error(s == null ? ".error directive invoked in source file" : new String(s, StandardCharsets.UTF_8));
        });
        on("warning", in -> {
            byte[] s = in.string();
            context.warning(s == null ? ".warning directive invoked in source file" : new String(s, StandardCharsets.UTF_8));
        });
        on("abort", in -> {
            context.error(".abort detected.  Abandoning ship.");
            context.end();
        });
        on("intel_syntax intel_mnemonic", in -> context.error("Intel syntax is not supported; write AT&T syntax"));
        on("code32 code16 code16gcc", in -> context.error("only 64-bit code is supported"));
        on("altmacro mri", in -> context.error("this macro mode is not supported"));
        on("ident", in -> {
            byte[] s = in.string();
            if (s == null) context.error("expected string");
            else out.ident(new String(s, StandardCharsets.UTF_8));
        });
        on("version", this::version);
        // Accepted without effect: syntax modes that are the only ones, listing control, processor choice.
        on("att_syntax att_mnemonic code64 noaltmacro arch eject list nolist title sbttl psize lflags ln line func endfunc print "
                + "allow_index_reg disallow_index_reg sse_check operand_check desc scl tag val def endef dim option attribute gnu_attribute lto_section", in -> {});
    }

    /** {@code .version "text"}: a note, as GNU as writes it. */
    private void version(GasLexer in) {
        byte[] s = in.string();
        if (s == null) {
            context.error("expected string");
            return;
        }
        out.pushSection();
        out.section(".note", Elf.SHT_NOTE, 0, 0);
        out.data(4, s.length + 1L);
        out.data(4, 0);
        out.data(4, 1);
        out.bytes(Arrays.copyOf(s, s.length + 1));
        out.align(4);
        out.popSection();
    }
}
