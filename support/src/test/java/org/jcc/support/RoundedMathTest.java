package org.jcc.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class RoundedMathTest {
    private static final SoftFloat.Format D = SoftFloat.Format.F64;

    private static double one(String name, double x) {
        SoftFloat r = RoundedMath.of(name, SoftFloat.of(x), D);
        assertNotNull(r, name + " " + x);
        return r.toDouble();
    }

    private static double two(String name, double x, double y) {
        return RoundedMath.of(name, SoftFloat.of(x), SoftFloat.of(y), D).toDouble();
    }

    /** What gcc, with MPFR, makes of them; other libraries have the last bit of some of these wrong. */
    @Test
    void roundedCorrectly() {
        assertEquals(3.0, one("cbrt", 27));
        assertEquals(0x1.5bf0a8b145769p+1, one("exp", 1));
        assertEquals(0x1.26bb1bbb55516p+1, one("log", 10));
        assertEquals(0x1.aed548f090ceep-1, one("sin", 1));
        assertEquals(0x1.14a280fb5068cp-1, one("cos", 1));
        assertEquals(0x1.921fb54442d18p-1, one("atan", 1));
        assertEquals(1024, one("exp2", 10));
        assertEquals(3, one("log2", 8));
        assertEquals(-0.0, one("sin", -0.0));
        assertEquals(0x1.bb67ae8584caap+0, two("pow", 3, 0.5));
        assertEquals(-0.125, two("pow", -2, -3));
        assertEquals(5, two("hypot", 3, -4));
        assertEquals(0x1.2d97c7f3321d2p+1, two("atan2", 1, -1));
        assertEquals(-1, two("fmod", -7, 3));
        assertEquals(-0.0, two("fmod", -6, 3));
    }

    @Test
    void nearToStrictMath() {
        Map<String, DoubleUnaryOperator> functions = Map.of("exp", StrictMath::exp, "sin", StrictMath::sin, "cos", StrictMath::cos, "tan", StrictMath::tan, "atan", StrictMath::atan,
                "sinh", StrictMath::sinh, "cosh", StrictMath::cosh, "tanh", StrictMath::tanh, "cbrt", StrictMath::cbrt, "expm1", StrictMath::expm1);
        Random random = new Random(1);
        for (int n = 0; n < 40; n++) {
            double x = (random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(24) - 16);
            functions.forEach((name, f) -> {
                double want = f.applyAsDouble(x);
                assertTrue(Math.abs(one(name, x) - want) <= 2 * Math.ulp(want), name + " " + x);
            });
            double p = Math.abs(x);
            assertTrue(Math.abs(one("log", p) - StrictMath.log(p)) <= 2 * Math.ulp(StrictMath.log(p)), "log " + p);
            if (p < 1) assertTrue(Math.abs(one("acos", x) - StrictMath.acos(x)) <= 2 * Math.ulp(StrictMath.acos(x)), "acos " + x);
        }
    }

    @Test
    void noAnswerWhereErrnoIsSet() {
        for (String name : new String[] {"log", "log2", "log10"}) {
            assertNull(RoundedMath.of(name, SoftFloat.ZERO, D));
            assertNull(RoundedMath.of(name, SoftFloat.of(-1.0), D));
        }
        assertNull(RoundedMath.of("exp", SoftFloat.of(1000.0), D));
        assertNull(RoundedMath.of("exp", SoftFloat.of(-1000.0), D));
        assertNull(RoundedMath.of("asin", SoftFloat.of(1.5), D));
        assertNull(RoundedMath.of("sin", SoftFloat.INFINITY, D));
        assertNull(RoundedMath.of("exp", SoftFloat.NAN, D));
        assertNull(RoundedMath.of("pow", SoftFloat.ZERO, SoftFloat.of(-1.0), D));
        assertNull(RoundedMath.of("pow", SoftFloat.of(-2.0), SoftFloat.of(0.5), D));
        assertNull(RoundedMath.of("pow", SoftFloat.of(1e300), SoftFloat.of(2.0), D));
        assertNull(RoundedMath.of("fmod", SoftFloat.ONE, SoftFloat.ZERO, D));
    }
}
