package org.jcc.codegen.mir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jcc.asm.Kind;
import org.jcc.asm.Operand;
import org.jcc.asm.Row;

/**
 * Reads what {@link MirPrinter} writes, for tests of single machine passes: its essay is the syntax. Symbols become plain
 * names. Inline assembly is the one thing that has no text form of its own.
 */
public final class MirParser {
    private static final Pattern REGISTER = Pattern.compile("([=?]?)(!?)(~?)([vxyzr]-?\\d+)(?::r(\\d+))?(?:&(\\d+))?");
    private static final Pattern MEMORY = Pattern.compile("([=+*]?)\\[(?:r(\\d+):)?(.*?)(?: ([@&ct].*))?\\]");
    private static final Pattern CONSTANT = Pattern.compile("const\\(0x([0-9a-f]+), 0x([0-9a-f]+), (\\d+)\\)");

    private final Function<String, Row> rows;
    private final MFunction f;
    private final Map<Integer, MBlock> blocks = new HashMap<>();
    private final Map<Integer, Integer> vregs = new HashMap<>();
    private int line;

    private MirParser(MFunction f, Function<String, Row> rows) {
        this.f = f;
        this.rows = rows;
    }

    /**
     * Parses one function into an empty {@code f}.
     *
     * @param rows the target's rows by {@link MirPrinter#rowName}
     */
    public static void parse(String text, MFunction f, Function<String, Row> rows) {
        MirParser p = new MirParser(f, rows);
        try {
            p.function(text.split("\n"));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("line " + p.line + " of machine code: " + e.getMessage(), e);
        }
    }

    private void function(String[] lines) {
        header(lines[0]);
        // Registers and blocks first, so that numbers stay as they are.
        int most = -1;
        Map<Integer, Character> letters = new HashMap<>();
        Matcher m = Pattern.compile("(?<![\\w@.$])([vxyz])(\\d+)(?!\\w)").matcher(String.join("\n", lines));
        while (m.find()) {
            int n = Integer.parseInt(m.group(2));
            letters.put(n, m.group(1).charAt(0));
            most = Math.max(most, n);
        }
        for (int n = 0; n <= most; n++) {
            char c = letters.getOrDefault(n, 'v');
            vregs.put(n, f.newVreg(c == 'v' ? Kind.GPR : Kind.FPR, c == 'z' ? 32 : c == 'y' ? 16 : 8));
        }
        for (String s : lines) {
            Matcher b = Pattern.compile("^b(\\d+)[(:].*").matcher(s);
            if (b.matches()) {
                MBlock block = f.newBlock(null);
                blocks.put(Integer.parseInt(b.group(1)), block);
                f.blocks.add(block);
            }
        }
        MBlock at = null;
        for (line = 1; line < lines.length; line++) {
            String s = lines[line];
            if (s.isBlank()) continue;
            if (s.charAt(0) == 'b') at = block(s);
            else at.append(instruction(s.trim()));
        }
    }

    private void header(String s) {
        Matcher m = Pattern.compile("(\\d+) align (\\d+)(?: zone (\\d))?(?: at (\\d+))?").matcher(s);
        while (m.find()) {
            f.newSlot(Long.parseLong(m.group(1)), Integer.parseInt(m.group(2)));
            MFunction.Slot slot = f.slots.getLast();
            if (m.group(3) != null) slot.zone = Integer.parseInt(m.group(3));
            if (m.group(4) != null) slot.offset = Long.parseLong(m.group(4));
        }
        m = Pattern.compile(" outgoing (\\d+)").matcher(s);
        if (m.find()) f.outgoing = Integer.parseInt(m.group(1));
        f.hasCalls = s.contains(" calls");
        f.dynamicStack = s.contains(" dynamic");
        m = Pattern.compile(" frame (\\d+) below (\\d+)(?:\\((.*?)\\))?").matcher(s);
        if (m.find()) {
            f.frameSize = Long.parseLong(m.group(1));
            f.savedBytes = Long.parseLong(m.group(2));
            f.saved = registers(m.group(3));
        }
        f.framePointer = s.contains(" framepointer");
        f.inRedZone = s.contains(" redzone");
    }

    private MBlock block(String s) {
        Matcher m = Pattern.compile("b(\\d+)(?:\\((.*?)\\))?:( rare)?( cold)?( bare)?( prologue)?(?:  -> ([^(]*)(?:\\((.*)\\))?)?").matcher(s);
        if (!m.matches()) throw new IllegalArgumentException(s);
        MBlock b = blocks.get(Integer.parseInt(m.group(1)));
        b.rare = m.group(3) != null;
        b.cold = m.group(4) != null;
        b.bare = m.group(5) != null;
        if (m.group(6) != null) f.prologue = b;
        b.params = registers(m.group(2));
        b.args = registers(m.group(8));
        if (m.group(7) != null) for (String t : m.group(7).split(", ")) b.addSucc(blocks.get(Integer.parseInt(t.trim().substring(1))));
        return b;
    }

    private int[] registers(String s) {
        if (s == null || s.isEmpty()) return new int[0];
        String[] names = s.split(", ");
        int[] r = new int[names.length];
        for (int k = 0; k < r.length; k++) r[k] = register(names[k]);
        return r;
    }

    private int register(String s) {
        int n = Integer.parseInt(s.substring(1));
        return switch (s.charAt(0)) {
            case 'r' -> n;
            case 's' -> MInst.slotBase(n);
            default -> vregs.get(n);
        };
    }

    private MInst instruction(String s) {
        long clobbers = 0;
        boolean more = false;
        int prefixes = 0;
        boolean ordered = s.endsWith(" ordered");
        if (ordered) s = s.substring(0, s.length() - " ordered".length());
        Matcher m = Pattern.compile("(.*) clobbers 0x([0-9a-f]+)").matcher(s);
        if (m.matches()) {
            s = m.group(1);
            clobbers = Long.parseUnsignedLong(m.group(2), 16);
            more = true;
        }
        m = Pattern.compile("(.*) #(\\d+)").matcher(s);
        if (m.matches()) {
            s = m.group(1);
            prefixes = Integer.parseInt(m.group(2));
        }
        int space = s.indexOf(' ');
        String name = space < 0 ? s : s.substring(0, space);
        Row row = rows.apply(name);
        if (row == null) throw new IllegalArgumentException("no row " + name);
        MInst i = new MInst(row, 4);
        if (more) i.clobbers = clobbers;
        i.prefixes = prefixes;
        if (ordered) i.access = MInst.ORDERED;
        if (space >= 0) for (String o : operands(s.substring(space + 1))) operand(i, o);
        return i;
    }

    /** Splits at commas and bars outside brackets. */
    private static List<String> operands(String s) {
        List<String> out = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int k = 0; k < s.length(); k++) {
            char c = s.charAt(k);
            if (c == '[' || c == '(') depth++;
            else if (c == ']' || c == ')') depth--;
            else if (depth == 0 && (c == ',' || c == '|')) {
                if (!s.substring(from, k).isBlank()) out.add(s.substring(from, k).trim());
                from = k + 1;
            }
        }
        if (!s.substring(from).isBlank()) out.add(s.substring(from).trim());
        return out;
    }

    private void operand(MInst i, String s) {
        Matcher m = REGISTER.matcher(s);
        if (m.matches()) {
            int bits = m.group(1).equals("=") ? MInst.DEF : m.group(1).equals("?") ? 0 : MInst.USE;
            if (!m.group(2).isEmpty()) bits |= MInst.EARLY;
            if (!m.group(3).isEmpty()) bits |= MInst.REGMEM;
            int r = register(m.group(4));
            if (m.group(5) != null) i.fixed(r, bits, Integer.parseInt(m.group(5)));
            else if (m.group(6) != null) i.tied(r, Integer.parseInt(m.group(6)));
            else i.reg(r, bits);
            return;
        }
        m = MEMORY.matcher(s);
        if (m.matches()) {
            memory(i, m);
            return;
        }
        if (s.matches("-?\\d+")) i.imm(Long.parseLong(s));
        else if (s.matches("b\\d+")) i.block(blocks.get(Integer.parseInt(s.substring(1))));
        else {
            m = Pattern.compile("([@&ct].*?)([+-]\\d+)?").matcher(s);
            if (!m.matches()) throw new IllegalArgumentException(s);
            Reference r = reference(m.group(1));
            i.sym(r.ref, m.group(2) == null ? 0 : Integer.parseInt(m.group(2)), r.modifier);
        }
    }

    private void memory(MInst i, Matcher m) {
        int bits = switch (m.group(1)) {
            case "=" -> MInst.DEF;
            case "+" -> MInst.DEF | MInst.USE;
            case "*" -> 0;
            default -> MInst.USE;
        };
        int base = MInst.NONE;
        int index = MInst.NONE;
        int scale = 1;
        int disp = 0;
        Matcher t = Pattern.compile("([vxyzrs]\\d+)(\\*\\d)?|([+-]?\\d+)").matcher(m.group(3));
        while (t.find()) {
            if (t.group(3) != null) disp = Integer.parseInt(t.group(3));
            else if (t.group(2) != null) {
                index = register(t.group(1));
                scale = t.group(2).charAt(1) - '0';
            } else base = register(t.group(1));
        }
        Reference r = m.group(4) == null ? Reference.NONE : reference(m.group(4));
        i.mem(bits, base, index, scale, disp, r.ref, r.modifier, m.group(2) == null ? MInst.NONE : Integer.parseInt(m.group(2)));
    }

    /** What a symbolic operand names, and how. */
    private record Reference(int ref, Operand.Modifier modifier) {
        static final Reference NONE = new Reference(-1, Operand.Modifier.NONE);
    }

    private static final Pattern REFERENCE = Pattern.compile("(const\\(.*?\\)|table\\(.*?\\)|&b\\d+|@.*?)(?:@([A-Z0-9_]+))?");

    private Reference reference(String s) {
        Matcher m = REFERENCE.matcher(s);
        if (!m.matches()) throw new IllegalArgumentException(s);
        String name = m.group(1);
        Matcher c = CONSTANT.matcher(name);
        int ref;
        if (c.matches()) {
            ref = f.ref(new MFunction.Constant(Long.parseUnsignedLong(c.group(1), 16), Long.parseUnsignedLong(c.group(2), 16), Integer.parseInt(c.group(3))));
        } else if (name.startsWith("table(")) {
            List<MBlock> targets = new ArrayList<>();
            for (String b : name.substring(6, name.length() - 1).split(" ")) targets.add(blocks.get(Integer.parseInt(b.substring(1))));
            ref = f.ref(new MFunction.JumpTable(targets));
        } else if (name.startsWith("&b")) {
            ref = f.ref(blocks.get(Integer.parseInt(name.substring(2))));
        } else {
            ref = f.ref(name.substring(1));
        }
        return new Reference(ref, m.group(2) == null ? Operand.Modifier.NONE : Operand.Modifier.valueOf(m.group(2)));
    }
}
