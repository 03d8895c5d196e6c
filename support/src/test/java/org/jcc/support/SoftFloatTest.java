package org.jcc.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.jcc.support.SoftFloat.Format;
import org.junit.jupiter.api.Test;

/** Against Java's own doubles and floats, and known x87 and binary128 patterns. */
class SoftFloatTest {
    @Test
    void arithmeticAgreesWithJava() {
        Random r = new Random(1);
        for (int i = 0; i < 20000; i++) {
            double a = any(r);
            double b = any(r);
            SoftFloat x = SoftFloat.of(a);
            SoftFloat y = SoftFloat.of(b);
            same(a + b, x.add(y));
            same(a - b, x.subtract(y));
            same(a * b, x.multiply(y));
            same(a / b, x.divide(y, Format.F64));
            same(Math.sqrt(a), x.sqrt(Format.F64));
            int c = x.compare(y);
            assertEquals(a < b, c == -1);
            assertEquals(a == b, c == 0);
            float f = (float) a;
            if (!Double.isNaN(a)) assertEquals(Float.floatToIntBits(f), (int) x.round(Format.F32).low(Format.F32));
        }
    }

    private static double any(Random r) {
        return switch (r.nextInt(4)) {
            case 0 -> Double.longBitsToDouble(r.nextLong());
            case 1 -> r.nextInt(100) - 50;
            case 2 -> Double.longBitsToDouble(r.nextLong() & 0x803fffffffffffffL);
            default -> r.nextGaussian();
        };
    }

    private static void same(double expected, SoftFloat got) {
        double d = got.toDouble();
        if (Double.isNaN(expected)) assertTrue(got.isNaN());
        else assertEquals(Double.doubleToRawLongBits(expected), Double.doubleToRawLongBits(d));
    }

    @Test
    void parsesDecimalAndHexadecimal() {
        for (String s : new String[] {"0.1", "1e23", "4.9e-324", "2.2250738585072011e-308", "1.7976931348623157e308", "1e400", "123456789012345678901234567890", "1e-5000"}) {
            assertEquals(Double.parseDouble(s), SoftFloat.parse(s, Format.F64).toDouble(), s);
            assertEquals(Float.floatToIntBits(Float.parseFloat(s)), (int) SoftFloat.parse(s, Format.F32).low(Format.F32), s);
        }
        assertEquals(0x1.8p3, SoftFloat.parse("0x1.8p3", Format.F64).toDouble());
        assertEquals(0x1.fffffffffffff7p0, SoftFloat.parse("0x1.fffffffffffff7p0", Format.F64).toDouble());
    }

    @Test
    void x87AndQuadBits() {
        SoftFloat tenth = SoftFloat.parse("0.1", Format.X87);
        assertEquals(0xcccccccccccccccdL, tenth.low(Format.X87));
        assertEquals(0x3ffbL, tenth.high(Format.X87));
        SoftFloat q = SoftFloat.parse("0.1", Format.QUAD);
        assertEquals(0x999999999999999aL, q.low(Format.QUAD));
        assertEquals(0x3ffb999999999999L, q.high(Format.QUAD));
        assertEquals(0, SoftFloat.fromBits(Format.QUAD, q.low(Format.QUAD), q.high(Format.QUAD)).compare(q));
        assertEquals(0x7fffL, SoftFloat.INFINITY.high(Format.X87));
        assertEquals(Long.MIN_VALUE, SoftFloat.INFINITY.low(Format.X87));
    }
}
