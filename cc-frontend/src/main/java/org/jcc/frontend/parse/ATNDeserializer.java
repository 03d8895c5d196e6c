package org.jcc.frontend.parse;

import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNType;

/**
 * Stands in for ANTLR's class of this name, which the generated parser imports on demand, so that this one is meant there. The
 * transition network is for prediction alone, and a parser that never predicts ({@code ParserShapeTest}) does without:
 * building it took most of the first 60 ms of a fresh process.
 */
final class ATNDeserializer {
    /** An empty network, whatever was serialised. */
    ATN deserialize(char[] serialised) {
        return new ATN(ATNType.PARSER, 0);
    }
}
