package org.jcc.asm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jcc.asm.dwarf.LineTable;
import org.jcc.asm.elf.Elf;

/**
 * The directives of {@link GasDirectives}' table that describe code to unwinders and debuggers: call frame information (GNU as manual, 7.12) and
 * line numbers (7.37, 7.57).
 */
final class GasDebugDirectives {
    private final GasDirectives table;
    private final GasAssembler context;
    private final ObjectBuilder out;
    private final GasExpression expressions;

    GasDebugDirectives(GasDirectives table, GasAssembler context) {
        this.table = table;
        this.context = context;
        this.out = context.out;
        this.expressions = context.expressions;
    }

    // --- frame information --------------------------------------------------------------------------------------------

    private void frame(String name, java.util.function.Predicate<GasLexer> h) {
        table.on(name, in -> {
            if (!h.test(in)) context.error("CFI instruction used without previous .cfi_startproc");
            else table.end(in);
        });
    }

    private int register(GasLexer in) {
        boolean percent = in.take('%');
        if (!percent && (in.peek() < 'a' || in.peek() > 'z')) return (int) expressions.number(in, 0);
        StringBuilder sb = new StringBuilder(String.valueOf(in.name()));
        if (sb.toString().equals("st") && in.take('(')) sb.append('(').append(expressions.number(in, 0)).append(in.take(')') ? ")" : "");
        int n = out.isa.dwarfRegister(sb.toString());
        if (n < 0) {
            context.error("bad register name `" + sb + "'");
            return 0;
        }
        return n;
    }

    private long second(GasLexer in) {
        table.comma(in);
        return expressions.number(in, 0);
    }

    /** Adds all. */
    void add() {
        frames();
        lines();
    }

    private void frames() {
        var f = out.frames();
        table.on("cfi_startproc", in -> {
            boolean simple = "simple".equals(in.name());
            if (!f.startProc(simple)) context.error("previous CFI entry not closed (missing .cfi_endproc)");
        });
        table.on("cfi_endproc", in -> {
            if (!f.endProc()) context.error(".cfi_endproc without corresponding .cfi_startproc");
        });
        table.on("cfi_sections", in -> {
            boolean eh = false;
            boolean debug = false;
            while (!in.atEnd()) {
                String n = in.name();
                if (n == null) {
                    context.error("expected section name");
                    return;
                }
                eh |= n.equals(".eh_frame") || n.equals(".eh_frame_entry");
                debug |= n.equals(".debug_frame");
                in.take(',');
            }
            f.sections(eh, debug);
        });
        frame("cfi_def_cfa", in -> f.defCfa(register(in), second(in)));
        frame("cfi_def_cfa_offset", in -> f.defCfaOffset(expressions.number(in, 0)));
        frame("cfi_adjust_cfa_offset", in -> f.adjustCfaOffset(expressions.number(in, 0)));
        frame("cfi_def_cfa_register", in -> f.defCfaRegister(register(in)));
        frame("cfi_offset", in -> f.offset(register(in), second(in)));
        frame("cfi_rel_offset", in -> f.relOffset(register(in), second(in)));
        frame("cfi_val_offset", in -> f.valOffset(register(in), second(in)));
        frame("cfi_register", in -> {
            int a = register(in);
            table.comma(in);
            return f.register(a, register(in));
        });
        frame("cfi_restore", in -> eachRegister(in, f::restore));
        frame("cfi_undefined", in -> eachRegister(in, f::undefined));
        frame("cfi_same_value", in -> eachRegister(in, f::sameValue));
        frame("cfi_remember_state", in -> f.rememberState());
        frame("cfi_restore_state", in -> f.restoreState());
        frame("cfi_window_save", in -> f.windowSave());
        frame("cfi_gnu_args_size", in -> f.argsSize(expressions.number(in, 0)));
        frame("cfi_signal_frame", in -> f.signalFrame());
        frame("cfi_return_column", in -> f.returnColumn(register(in)));
        frame("cfi_escape", in -> {
            byte[] b = new byte[64];
            int n = 0;
            do {
                if (n == b.length) b = Arrays.copyOf(b, n * 2);
                b[n++] = (byte) expressions.number(in, 0);
            } while (in.take(','));
            return f.escape(Arrays.copyOf(b, n));
        });
        frame("cfi_personality", in -> {
            int encoding = (int) expressions.number(in, 255);
            if (encoding == Elf.DW_EH_PE_omit) return f.personality(encoding, null);
            table.comma(in);
            String n = in.name();
            if (n == null) {
                context.error("wrong second argument to .cfi_personality");
                return true;
            }
            return f.personality(encoding, n);
        });
        frame("cfi_lsda", in -> {
            int encoding = (int) expressions.number(in, 255);
            if (encoding == Elf.DW_EH_PE_omit) return f.lsda(encoding, -1);
            table.comma(in);
            Expr e = expressions.parse(in);
            if (e == null) return true;
            if (e.add() < 0 || e.sub() >= 0 || e.addend() != 0) {
                context.error("wrong second argument to .cfi_lsda");
                return true;
            }
            return f.lsda(encoding, e.add());
        });
    }

    private boolean eachRegister(GasLexer in, java.util.function.IntPredicate rule) {
        boolean ok = true;
        do ok &= rule.test(register(in));
        while (in.take(','));
        return ok;
    }

    // --- line information ---------------------------------------------------------------------------------------------

    private void lines() {
        table.on("file", in -> {
            if (in.peek() == '"') {
                byte[] s = in.string();
                if (s == null) context.error("unterminated string");
                else out.sourceFile(new String(s, StandardCharsets.UTF_8));
                return;
            }
            long n = expressions.number(in, -1);
            byte[] a = in.string();
            if (n < 0 || n > 1 << 20 || a == null) {
                context.error("bad .file directive");
                return;
            }
            byte[] b = in.string();
            byte[] md5 = null;
            if ("md5".equals(in.name())) {
                in.peek();
                String hex = in.rest().strip();
                if (hex.startsWith("0x")) hex = hex.substring(2);
                try {
                    md5 = HexFormat.of().parseHex(hex.length() < 32 ? "0".repeat(32 - hex.length()) + hex : hex);
                    if (md5.length != 16) md5 = null;
                } catch (IllegalArgumentException e) {
                    context.error("md5 value is not a hexadecimal number");
                }
            }
            out.lines().file((int) n, b == null ? null : utf8(a), utf8(b == null ? a : b), md5);
        });
        table.on("loc", this::loc);
        table.on("loc_mark_labels", in -> {});
    }

    private static String utf8(byte[] b) {
        return new String(b, StandardCharsets.UTF_8);
    }

    private void loc(GasLexer in) {
        long file = expressions.number(in, -1);
        long line = in.atEnd() ? -1 : expressions.number(in, -1);
        if (file < 0 || line < 0 || line > Integer.MAX_VALUE || !out.lines().hasFile((int) Math.min(file, Integer.MAX_VALUE))) {
            context.error("unassigned file number " + file);
            return;
        }
        long column = !in.atEnd() && in.peek() >= '0' && in.peek() <= '9' ? expressions.number(in, 0) : 0;
        int flags = out.lines().stmt();
        long discriminator = 0;
        String view = null;
        while (!in.atEnd()) {
            String w = in.name();
            switch (w == null ? "" : w) {
                case "basic_block" -> flags |= LineTable.BASIC_BLOCK;
                case "prologue_end" -> flags |= LineTable.PROLOGUE_END;
                case "epilogue_begin" -> flags |= LineTable.EPILOGUE_BEGIN;
                case "is_stmt" -> flags = expressions.number(in, 1) != 0 ? flags | LineTable.STMT : flags & ~LineTable.STMT;
                case "isa" -> expressions.number(in, 0);
                case "discriminator" -> discriminator = expressions.number(in, 0);
                case "view" -> {
                    // The label stands for the number of rows before this one at the same address.
                    if (in.peek() == '-' || in.peek() >= '0' && in.peek() <= '9') expressions.number(in, 0);
                    else {
                        view = in.name();
                        if (view == null) context.error("expected view label");
                    }
                }
                default -> {
                    context.error("unknown .loc sub-directive `" + (w == null ? in.rest() : w) + "'");
                    return;
                }
            }
        }
        out.lines().loc((int) file, (int) line, (int) Math.max(0, Math.min(column, 1 << 24)), flags, (int) Math.max(0, discriminator));
        if (view != null && (out.lookup(view) == null || !out.lookup(view).isDefined())) out.set(view, Expr.of(out.lines().view()));
    }
}
