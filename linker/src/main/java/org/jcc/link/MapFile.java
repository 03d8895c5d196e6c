package org.jcc.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;

/** {@code -Map}: why archive members came in, what was discarded, and what lies where, as GNU ld words it. */
final class MapFile {
    private MapFile() {}

    static boolean write(Context c) {
        StringBuilder sb = new StringBuilder(c.map);
        boolean any = false;
        for (ObjectFile o : c.objects) {
            for (InputSection s : o.sections) {
                if (s == null || s.live || s.size == 0 && !s.discarded) continue;
                if (!any) sb.append("Discarded input sections\n\n");
                any = true;
                row(sb, s.name, 0, s.size, o.name);
            }
        }
        if (any) sb.append('\n');
        sb.append("Linker script and memory map\n\n");
        for (ObjectFile o : c.objects) sb.append("LOAD ").append(o.name).append('\n');
        for (SharedFile f : c.shareds) sb.append("LOAD ").append(f.name).append('\n');
        HashMap<InputSection, ArrayList<Symbol>> bySection = new HashMap<>();
        for (Symbol s : c.globals) if (s.section != null) bySection.computeIfAbsent(s.section, k -> new ArrayList<>()).add(s);
        for (OutputSection s : c.sections) {
            sb.append('\n');
            sb.append(s.name);
            if (s.name.length() > 14) sb.append("\n               ");
            else sb.append(" ".repeat(15 - s.name.length()));
            sb.append(String.format(" 0x%016x %#10x%n", s.addr, s.size).replace("\r", ""));
            for (InputSection m : s.members) {
                row(sb, m.name, s.addr + m.outOff, m.outSize(), m.file == null ? "" : m.file.name);
                ArrayList<Symbol> list = bySection.get(m);
                if (list == null) continue;
                list.sort(Comparator.comparingLong(x -> x.value));
                for (Symbol y : list) sb.append(String.format("                0x%016x                %s\n", c.definition(y), c.text(y)));
            }
        }
        if (c.options.mapFile.equals("-")) {
            System.out.print(sb);
            return true;
        }
        try {
            Files.writeString(Path.of(c.options.mapFile), sb);
            return true;
        } catch (IOException | InvalidPathException e) {
            c.error("cannot open map file " + c.options.mapFile + ": " + Resolver.reason(e));
            return false;
        }
    }

    private static void row(StringBuilder sb, String name, long addr, long size, String file) {
        sb.append(' ').append(name);
        if (name.length() > 14) sb.append("\n               ");
        else sb.append(" ".repeat(14 - name.length()));
        sb.append(String.format(" 0x%016x %#10x %s\n", addr, size, file));
    }
}
