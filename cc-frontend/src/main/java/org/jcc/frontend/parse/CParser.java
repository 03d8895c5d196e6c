package org.jcc.frontend.parse;

import java.util.ArrayList;
import java.util.function.Consumer;
import org.jcc.frontend.pp.Token;
import org.jcc.frontend.syntax.External;
import org.jcc.support.Diagnostics;
import org.jcc.support.Names;
import org.jcc.support.TargetInfo;

/**
 * Parses one translation unit and hands each external declaration to a consumer as soon as it is complete, so that
 * checking and lowering stream and the unit's tree is never in memory as a whole.
 *
 * <p>After errors it goes on and hands out what could be understood. It never throws for what the input says, but
 * {@link Diagnostics.Fatal} where nesting is deeper than the stack (run it on a thread with a big one).
 */
public final class CParser {
    private final TokenFeed feed;
    private final C parser;
    private final Diagnostics diagnostics;

    public CParser(Token.Source source, Names names, Diagnostics diagnostics, TargetInfo target, Dialect dialect) {
        this.diagnostics = diagnostics;
        Keywords keywords = new Keywords(names, dialect);
        Scopes scopes = new Scopes();
        feed = new TokenFeed(source, keywords, scopes, diagnostics);
        parser = new C(feed);
        parser.start(scopes, names, diagnostics, new Literals(diagnostics, target, dialect));
    }

    /** Parses everything. */
    public void parse(Consumer<? super External> consumer) {
        ArrayList<External> pragmas = new ArrayList<>();
        boolean empty = true;
        while (true) {
            parser.takePragmas(pragmas);
            if (!pragmas.isEmpty()) {
                pragmas.forEach(consumer);
                pragmas.clear();
            }
            if (feed.cur.type == org.antlr.v4.runtime.Token.EOF) break;
            empty = false;
            External e = external();
            if (e != null) consumer.accept(e);
        }
        if (empty) diagnostics.pedantic(feed.loc(), "ISO C forbids an empty translation unit");
    }

    private External external() {
        try {
            return parser.external().v;
        } catch (StackOverflowError e) {
            throw diagnostics.fatal(feed.loc(), "nesting too deep");
        }
    }
}
