package org.jcc.driver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link TypeSwitches}: linked classes answer as the bootstrap does. */
class TypeSwitchesTest {
    /** The subject: guards restart, an order of labels that overlap, null, no label, a switch in an interface, labels that are no classes. */
    static final class Subject {
        static String of(Object o) {
            return switch (o) {
                case null -> "null";
                case Integer i when i > 10 -> "large";
                case Number n when n.intValue() == 7 -> "seven";
                case Integer i when i < 0 -> "negative";
                case Number n -> "number";
                case CharSequence s when s.length() > 3 -> "long";
                case String s -> "string";
                default -> "other";
            };
        }

        static String strict(Object o) {
            return switch (o) {
                case String s -> s;
                default -> "?";
            };
        }

        static String words(Object o) {
            return switch (o) {
                case String s when s.isEmpty() -> "empty";
                case String s -> s;
                case Thread.State t when t == Thread.State.NEW -> "new";
                default -> "?";
            };
        }
    }

    interface Shape {
        static int sides(Object o) {
            return switch (o) {
                case StringBuilder b -> b.length();
                case Long l -> (int) (long) l;
                default -> -5;
            };
        }
    }

    static final class Plain {
        static int twice(int x) {
            return 2 * x;
        }
    }

    private static byte[] bytes(Class<?> c) throws IOException {
        try (InputStream in = c.getResourceAsStream(c.getName().substring(c.getName().lastIndexOf('.') + 1) + ".class")) {
            return in.readAllBytes();
        }
    }

    private static boolean hasBootstrap(byte[] b) {
        return new String(b, StandardCharsets.ISO_8859_1).contains("SwitchBootstraps");
    }

    /** The class as it is after linking, in a loader of its own. */
    private static Class<?> linked(Class<?> c) throws Exception {
        byte[] b = TypeSwitches.link(bytes(c));
        assertTrue(hasBootstrap(bytes(c)));
        assertFalse(hasBootstrap(b));
        return new ClassLoader(TypeSwitchesTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(c.getName(), b, 0, b.length);
            }
        }.define();
    }

    private static Object call(Class<?> c, String method, Object argument) throws Exception {
        Method m = c.getDeclaredMethod(method, Object.class);
        m.setAccessible(true);
        return m.invoke(null, argument);
    }

    @Test
    void answersStay() throws Exception {
        Class<?> c = linked(Subject.class);
        Object[] values = {null, 11, 10, 7, 7L, -3, -3.5, 0, "abc", "abcd", new StringBuilder("abcd"), new StringBuilder("a"), 'c', Thread.State.NEW};
        for (Object v : values) assertEquals(Subject.of(v), call(c, "of", v), () -> "of " + v);
        for (Object v : new Object[] {"", "x", Thread.State.NEW, Thread.State.BLOCKED, 3}) assertEquals(Subject.words(v), call(c, "words", v));
        assertEquals("s", call(c, "strict", "s"));
        assertEquals(NullPointerException.class, assertThrows(InvocationTargetException.class, () -> call(c, "strict", null)).getCause().getClass());
    }

    @Test
    void interfacesToo() throws Exception {
        Class<?> c = linked(Shape.class);
        for (Object v : new Object[] {new StringBuilder("ab"), 9L, "x"}) assertEquals(Shape.sides(v), call(c, "sides", v));
    }

    @Test
    void othersKeepTheirBytes() throws Exception {
        byte[] b = bytes(Plain.class);
        assertSame(b, TypeSwitches.link(b));
    }

    @Test
    void jarsKeepTheirEntries(@TempDir Path dir) throws Exception {
        Path jar = dir.resolve("a.jar");
        Manifest m = new Manifest();
        m.getMainAttributes().putValue("Manifest-Version", "1.0");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), m)) {
            for (String[] e : new String[][] {{"x/text", "text"}, {"x/empty", ""}}) {
                out.putNextEntry(new JarEntry(e[0]));
                out.write(e[1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
            out.putNextEntry(new JarEntry("x/S.class"));
            out.write(bytes(Subject.class));
            out.closeEntry();
        }
        TypeSwitches.link(jar);
        try (JarFile f = new JarFile(jar.toFile())) {
            assertEquals("1.0", f.getManifest().getMainAttributes().getValue("Manifest-Version"));
            assertEquals("text", new String(f.getInputStream(f.getEntry("x/text")).readAllBytes(), StandardCharsets.UTF_8));
            assertEquals(0, f.getEntry("x/empty").getSize());
            assertFalse(hasBootstrap(f.getInputStream(f.getEntry("x/S.class")).readAllBytes()));
        }
        assertEquals(1, Files.list(dir).count());
    }
}
