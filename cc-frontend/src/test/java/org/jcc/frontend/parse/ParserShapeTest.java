package org.jcc.frontend.parse;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The generated parser is LL(1): no decision of it was left to ANTLR's prediction. */
class ParserShapeTest {
    @Test
    void neverPredicts() throws Exception {
        try (InputStream in = C.class.getResourceAsStream("C.class")) {
            String constants = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(constants.contains("NoViableAltException"));
            assertFalse(constants.contains("adaptivePredict"), "a rule of C.g4 is not LL(1): look for adaptivePredict in the generated C.java");
        }
    }
}
