package org.jcc.link;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The linker scripts that stand in for libraries, like glibc's {@code libc.so}: INPUT, GROUP, AS_NEEDED, SEARCH_DIR,
 * OUTPUT_FORMAT, OUTPUT_ARCH, TARGET, ENTRY, EXTERN, and assignments of symbols at top level are refused with the rest.
 *
 * <p>Parsing yields plain {@link Input}s; the {@link Resolver} opens them where the script stood.
 */
final class LinkerScript {
    /** What is wrong with a script, and in which line. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1;

        Bad(int line, String message) {
            super(line + ": " + message, null, false, false);
        }
    }

    final List<Input> inputs = new ArrayList<>();
    final List<String> searchDirs = new ArrayList<>();
    final List<String> externs = new ArrayList<>();
    String entry;
    String format;

    private final String text;
    private int at;
    private int line = 1;
    private String token;

    private LinkerScript(String text) {
        this.text = text;
    }

    /** Could these bytes be a script at all? */
    static boolean plausible(byte[] data) {
        int n = Math.min(data.length, 512);
        for (int i = 0; i < n; i++) {
            int b = data[i] & 0xff;
            if (b < 9 || b > 13 && b < 32 || b == 127) return false;
        }
        return data.length > 0;
    }

    static LinkerScript parse(byte[] data) throws Bad {
        LinkerScript s = new LinkerScript(new String(data, StandardCharsets.UTF_8));
        s.next();
        while (s.token != null) s.command();
        return s;
    }

    private void command() throws Bad {
        String cmd = token;
        next();
        switch (cmd) {
            case ";" -> {}
            case "GROUP" -> {
                inputs.add(Input.Switch.START_GROUP);
                files();
                inputs.add(Input.Switch.END_GROUP);
            }
            case "INPUT" -> files();
            case "SEARCH_DIR" -> searchDirs.addAll(words());
            case "EXTERN" -> externs.addAll(words());
            case "ENTRY" -> entry = one();
            case "OUTPUT_FORMAT" -> {
                List<String> w = words();
                format = w.isEmpty() ? null : w.get(0);
            }
            case "OUTPUT_ARCH", "TARGET" -> words();
            case "STARTUP" -> inputs.add(new Input.File(one()));
            default -> throw new Bad(line, cmd.matches("[A-Z_]+") ? "linker script command '" + cmd + "' is not supported" : "syntax error near '" + cmd + "'");
        }
    }

    private String one() throws Bad {
        List<String> w = words();
        if (w.size() != 1) throw new Bad(line, "one name expected");
        return w.get(0);
    }

    private List<String> words() throws Bad {
        expect("(");
        List<String> w = new ArrayList<>();
        while (!")".equals(token)) {
            if (token == null) throw new Bad(line, "unexpected end of file");
            if (!token.equals(",")) w.add(unquoted());
            next();
        }
        next();
        return w;
    }

    private void files() throws Bad {
        expect("(");
        boolean asNeeded = false;
        while (true) {
            if (token == null) throw new Bad(line, "unexpected end of file");
            if (token.equals(")")) {
                next();
                if (!asNeeded) return;
                asNeeded = false;
                inputs.add(Input.Switch.POP_STATE);
            } else if (token.equals("AS_NEEDED") && !asNeeded) {
                next();
                expect("(");
                asNeeded = true;
                inputs.add(Input.Switch.PUSH_STATE);
                inputs.add(Input.Switch.AS_NEEDED);
            } else if (token.equals(",")) next();
            else if (token.equals("(") || token.equals(";")) throw new Bad(line, "syntax error near '" + token + "'");
            else {
                String w = unquoted();
                inputs.add(w.startsWith("-l") ? new Input.Library(w.substring(2)) : new Input.File(w));
                next();
            }
        }
    }

    private String unquoted() {
        return token.startsWith("\"") ? token.substring(1) : token;
    }

    private void expect(String t) throws Bad {
        if (!t.equals(token)) throw new Bad(line, "'" + t + "' expected" + (token == null ? "" : " before '" + token + "'"));
        next();
    }

    private void next() throws Bad {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') line++;
            if (Character.isWhitespace(c)) at++;
            else if (c == '/' && text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at + 2);
                if (end < 0) throw new Bad(line, "unterminated comment");
                for (int i = at; i < end; i++) if (text.charAt(i) == '\n') line++;
                at = end + 2;
            } else if (c == '#') {
                while (at < text.length() && text.charAt(at) != '\n') at++;
            } else break;
        }
        if (at >= text.length()) {
            token = null;
            return;
        }
        char c = text.charAt(at);
        if ("(),;{}".indexOf(c) >= 0) {
            token = String.valueOf(c);
            at++;
            return;
        }
        if (c == '"') {
            int end = text.indexOf('"', at + 1);
            if (end < 0) throw new Bad(line, "unterminated string");
            token = text.substring(at, end);
            at = end + 1;
            return;
        }
        int start = at;
        while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && "(),;{}\"".indexOf(text.charAt(at)) < 0) at++;
        token = text.substring(start, at);
    }
}
