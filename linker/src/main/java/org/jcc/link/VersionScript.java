package org.jcc.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * Version scripts and dynamic lists: which symbols a shared output exports, under which versions.
 *
 * <p>The syntax is ld's: {@code NAME { global: a; b*; local: *; } PARENT;}, an anonymous node without a name, and for a dynamic
 * list {@code { a; b*; };}. {@code extern "C" { … }} blocks are read. Exact names beat patterns, patterns beat {@code *}; among
 * patterns a later node wins, as in ld.
 */
final class VersionScript {
    /** Index 2 and up in the output's version definitions; index 1 is the base. */
    final List<String> names = new ArrayList<>();
    final List<List<String>> parents = new ArrayList<>();

    private static final int LOCAL = 0;
    private final HashMap<String, Integer> exact = new HashMap<>();
    private record Pattern(String glob, int version) {}
    private final List<Pattern> patterns = new ArrayList<>();
    private int star = -1;
    boolean present;

    private String text;
    private int at;
    private int line;
    private String token;

    boolean isEmpty() {
        return !present;
    }

    /** Index for a version of a definition {@code name@@VERSION}; made if the script does not have it. */
    int indexOf(String version) {
        int i = names.indexOf(version);
        if (i < 0) {
            names.add(version);
            parents.add(List.of());
            i = names.size() - 1;
        }
        return i + 2;
    }

    /** What the script says of a name: -1 nothing, 0 local, 1 global without version, 2.. a version. */
    int versionOf(String name) {
        if (!present) return -1;
        Integer v = exact.get(name);
        if (v != null) return v;
        for (int i = patterns.size() - 1; i >= 0; i--) if (glob(patterns.get(i).glob, 0, name, 0)) return patterns.get(i).version;
        return star;
    }

    /** Names that match a dynamic list; the list is one anonymous node. */
    boolean lists(String name) {
        return versionOf(name) > LOCAL;
    }

    /** Parses a script; the message of what is wrong, or null. */
    String parse(byte[] data) {
        present = true;
        text = new String(data, StandardCharsets.UTF_8);
        at = 0;
        line = 1;
        try {
            next();
            while (token != null) node();
            return null;
        } catch (LinkerScript.Bad e) {
            return e.getMessage();
        }
    }

    private void node() throws LinkerScript.Bad {
        int version = 1;
        if (!token.equals("{")) {
            version = indexOf(token);
            next();
        }
        expect("{");
        boolean global = true;
        int depth = 0;
        while (true) {
            if (token == null) throw new LinkerScript.Bad(line, "unexpected end of file");
            if (token.equals("}")) {
                next();
                if (depth == 0) break;
                depth--;
                if (";".equals(token)) next();
                continue;
            }
            String word = token;
            next();
            if ((word.equals("global") || word.equals("local")) && ":".equals(token)) {
                global = word.equals("global");
                next();
                continue;
            }
            if (word.equals("extern")) {
                next(); // the language
                expect("{");
                depth++;
                continue;
            }
            if (word.equals(";")) continue;
            add(word, global ? version : LOCAL);
            if (";".equals(token)) next();
            else if (!"}".equals(token)) throw new LinkerScript.Bad(line, "';' expected after '" + word + "'");
        }
        List<String> up = new ArrayList<>();
        while (token != null && !token.equals(";")) {
            up.add(token);
            next();
        }
        if (version > 1) parents.set(version - 2, up);
        if (token != null) next();
    }

    private void add(String word, int version) {
        boolean quoted = word.startsWith("\"");
        if (quoted) word = word.substring(1);
        if (!quoted && word.equals("*")) star = star > LOCAL && version == LOCAL ? star : version;
        else if (!quoted && (word.indexOf('*') >= 0 || word.indexOf('?') >= 0 || word.indexOf('[') >= 0)) patterns.add(new Pattern(word, version));
        else exact.putIfAbsent(word, version);
    }

    /** Shell-like matching: star, question mark and bracketed sets. */
    static boolean glob(String p, int i, String s, int j) {
        int starAt = -1;
        int mark = 0;
        while (true) {
            if (i < p.length() && p.charAt(i) == '*') {
                starAt = i++;
                mark = j;
                continue;
            }
            if (j == s.length()) {
                if (i == p.length()) return true;
                return false;
            }
            int step = i < p.length() ? one(p, i, s.charAt(j)) : 0;
            if (step > 0) {
                i += step;
                j++;
            } else if (starAt >= 0) {
                i = starAt + 1;
                j = ++mark;
            } else return false;
        }
    }

    private static int one(String p, int i, char c) {
        char k = p.charAt(i);
        if (k == '?') return 1;
        if (k == '[') {
            int end = p.indexOf(']', i + 2);
            if (end > 0) {
                boolean not = p.charAt(i + 1) == '!' || p.charAt(i + 1) == '^';
                boolean in = false;
                for (int x = i + (not ? 2 : 1); x < end; x++) {
                    if (x + 2 < end && p.charAt(x + 1) == '-') {
                        in |= c >= p.charAt(x) && c <= p.charAt(x + 2);
                        x += 2;
                    } else in |= p.charAt(x) == c;
                }
                return in != not ? end - i + 1 : 0;
            }
        }
        if (k == '\\' && i + 1 < p.length()) return p.charAt(i + 1) == c ? 2 : 0;
        return k == c ? 1 : 0;
    }

    private void expect(String t) throws LinkerScript.Bad {
        if (!t.equals(token)) throw new LinkerScript.Bad(line, "'" + t + "' expected");
        next();
    }

    private void next() throws LinkerScript.Bad {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') line++;
            if (Character.isWhitespace(c)) at++;
            else if (c == '#' || text.startsWith("//", at)) {
                while (at < text.length() && text.charAt(at) != '\n') at++;
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) throw new LinkerScript.Bad(line, "unterminated comment");
                at = end + 2;
            } else break;
        }
        if (at >= text.length()) {
            token = null;
            return;
        }
        char c = text.charAt(at);
        if ("{};".indexOf(c) >= 0 || c == ':' && !text.startsWith("::", at)) {
            token = String.valueOf(c);
            at++;
            return;
        }
        if (c == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) throw new LinkerScript.Bad(line, "unterminated string");
            token = text.substring(at, end);
            at = end + 1;
            return;
        }
        int start = at;
        while (at < text.length()) {
            c = text.charAt(at);
            if (Character.isWhitespace(c) || "{};\"".indexOf(c) >= 0) break;
            if (c == ':') {
                if (text.startsWith("::", at)) at++;
                else break;
            }
            at++;
        }
        token = text.substring(start, at);
    }
}
