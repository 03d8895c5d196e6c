package org.jcc.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes pairs of C files whose functions call each other with random argument and result types: one file defines the functions,
 * the other calls them. Both check every leaf of every value against a constant that the generator chose, so that two compilers
 * that disagree on layout (bit-fields, packing, alignment, unions) or on the calling convention (classes, registers, stack places,
 * variable arguments, result memory) make the program report it.
 *
 * <p>A leaf is a scalar inside a value: {@code .m1.m0[2]}. Of a union one member's leaves are used. A function overwrites its
 * parameters when it has checked them, and the caller checks its own copies again after the call: arguments are values.
 */
final class AbiPrograms {
    /** The files' texts; {@code signatures[i]} is the prototype of function i. */
    record Pair(String callee, String caller, String[] signatures) {}

    private sealed interface T permits Scalar, Aggregate {
        String name();
    }

    /** {@code kind}: i and u integers, b _Bool, f floating, p pointer. */
    private record Scalar(String name, char kind, int bits) implements T {}

    private record Member(T type, String name, int length, int width, String attribute) {}

    private record Aggregate(String name, boolean union, List<Member> members, int chosen) implements T {}

    private record Leaf(String path, Scalar type, int width) {}

    private static final Scalar[] SCALARS = {
        new Scalar("char", 'i', 8), new Scalar("unsigned char", 'u', 8), new Scalar("short", 'i', 16), new Scalar("unsigned short", 'u', 16),
        new Scalar("int", 'i', 32), new Scalar("unsigned", 'u', 32), new Scalar("long", 'i', 64), new Scalar("unsigned long long", 'u', 64),
        new Scalar("_Bool", 'b', 1), new Scalar("void *", 'p', 64), new Scalar("float", 'f', 32), new Scalar("double", 'f', 64),
        new Scalar("float", 'f', 32), new Scalar("double", 'f', 64), new Scalar("long double", 'f', 80), new Scalar("__int128", 'i', 128),
        new Scalar("unsigned __int128", 'u', 128),
    };
    /** What bit-fields may be declared with: the first nine but the pointer. */
    private static final int BIT_FIELD_TYPES = 9;

    private final Random random;
    private final List<Aggregate> aggregates = new ArrayList<>();
    private final StringBuilder types = new StringBuilder("""
            #include <stdarg.h>
            #include <stdio.h>
            #include <string.h>
            extern int failures;
            static inline void check(int ok, int function, int argument, const char *leaf) {
                if (!ok) { failures++; printf("function %d argument %d%s\\n", function, argument, leaf); }
            }
            """);

    private AbiPrograms(long seed) {
        random = new Random(seed);
    }

    static Pair generate(long seed, int functions) {
        return new AbiPrograms(seed).pair(functions);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Scalar scalar() {
        return SCALARS[random.nextInt(SCALARS.length)];
    }

    private T type() {
        if (chance(35)) return scalar();
        if (!aggregates.isEmpty() && chance(50)) return aggregates.get(random.nextInt(aggregates.size()));
        return aggregate(0);
    }

    // ---- types ----

    private Aggregate aggregate(int depth) {
        boolean union = chance(20);
        boolean pack = chance(12);
        int count = chance(3) ? 0 : 1 + random.nextInt(chance(70) ? 3 : 7);
        Scalar uniform = chance(30) ? scalar() : null;
        List<Member> members = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String name = "m" + i;
            String attribute = chance(4) ? " __attribute__((aligned(" + (4 << random.nextInt(3)) + ")))" : chance(3) ? " __attribute__((packed))" : "";
            if (uniform == null && chance(25)) {
                Scalar s = SCALARS[random.nextInt(BIT_FIELD_TYPES)];
                int width = 1 + random.nextInt(s.bits);
                if (chance(8)) {
                    text.append("  ").append(s.name).append(" : ").append(s.kind == 'b' || chance(50) ? 0 : width).append(";\n");
                    continue;
                }
                // A plain char bit-field's sign is the target's; it is signed here.
                members.add(new Member(s, name, -1, width, ""));
                text.append("  ").append(s.name).append(' ').append(name).append(" : ").append(width).append(";\n");
                continue;
            }
            T t = uniform != null ? uniform : depth < 2 && chance(20) ? aggregate(depth + 1) : scalar();
            int length = chance(20) ? chance(5) ? 0 : 1 + random.nextInt(4) : -1;
            members.add(new Member(t, name, length, 0, attribute));
            text.append("  ").append(t.name()).append(' ').append(name).append(length >= 0 ? "[" + length + "]" : "").append(attribute).append(";\n");
        }
        String keyword = union ? "union" : "struct";
        Aggregate a = new Aggregate(keyword + " T" + aggregates.size(), union, members, members.isEmpty() ? 0 : random.nextInt(members.size()));
        String attribute = pack ? " __attribute__((packed))" : chance(5) ? " __attribute__((aligned(" + (8 << random.nextInt(3)) + ")))" : "";
        boolean pragma = attribute.isEmpty() && chance(6);
        if (pragma) types.append("#pragma pack(push, ").append(1 << random.nextInt(4)).append(")\n");
        types.append(a.name).append(" {\n").append(text).append("}").append(attribute).append(";\n");
        if (pragma) types.append("#pragma pack(pop)\n");
        aggregates.add(a);
        return a;
    }

    private static void leaves(T t, String path, int width, List<Leaf> to) {
        switch (t) {
            case Scalar s -> to.add(new Leaf(path, s, width));
            case Aggregate a -> {
                for (int i = 0; i < a.members.size(); i++) {
                    Member m = a.members.get(i);
                    if (a.union && i != a.chosen) continue;
                    if (m.length < 0) leaves(m.type, path + "." + m.name, m.width, to);
                    for (int k = 0; k < m.length; k++) leaves(m.type, path + "." + m.name + "[" + k + "]", 0, to);
                }
            }
        }
    }

    // ---- values ----

    private String constant(Leaf l) {
        int bits = l.width > 0 ? l.width : l.type.bits;
        long v = chance(15) ? -1 : random.nextLong();
        return switch (l.type.kind) {
            case 'b' -> String.valueOf(v & 1);
            case 'p' -> "(void *)" + (v >>> 8) + "L";
            case 'f' -> "(" + l.type.name + ")" + (v >> 44) + ".25";
            case 'u' -> bits == 128 ? "((unsigned __int128)" + hex(v) + " << 64 | " + hex(random.nextLong()) + ")" : hex(bits == 64 ? v : v & (1L << bits) - 1);
            default -> bits == 128 ? "(__int128)((unsigned __int128)" + hex(v) + " << 64 | " + hex(random.nextLong()) + ")"
                    : bits == 64 ? "(long)" + hex(v) : "(" + (v << 64 - bits >> 64 - bits) + "L)";
        };
    }

    private static String hex(long v) {
        return "0x" + Long.toHexString(v) + "UL";
    }

    /** A value of a type: its leaves with their constants. */
    private final class Value {
        final T type;
        final List<Leaf> leaves = new ArrayList<>();
        final List<String> constants = new ArrayList<>();

        Value(T type) {
            this.type = type;
            leaves(type, "", 0, leaves);
            for (Leaf l : leaves) constants.add(constant(l));
        }

        void fill(StringBuilder sb, String name) {
            sb.append("  memset(&").append(name).append(", 0x55, sizeof ").append(name).append(");\n");
            for (int i = 0; i < leaves.size(); i++) sb.append("  ").append(name).append(leaves.get(i).path).append(" = ").append(constants.get(i)).append(";\n");
        }

        void check(StringBuilder sb, String name, int function, int argument) {
            for (int i = 0; i < leaves.size(); i++) {
                sb.append("  check(").append(name).append(leaves.get(i).path).append(" == ").append(constants.get(i)).append(", ").append(function).append(", ")
                        .append(argument).append(", \"").append(leaves.get(i).path).append("\");\n");
            }
        }
    }

    // ---- functions ----

    private Pair pair(int functions) {
        StringBuilder callee = new StringBuilder();
        StringBuilder caller = new StringBuilder("int failures;\n");
        String[] signatures = new String[functions];
        for (int f = 0; f < functions; f++) {
            T result = chance(15) ? null : type();
            boolean variadic = chance(30);
            int named = (variadic ? 1 : 0) + random.nextInt(chance(70) ? 4 : 9);
            List<Value> values = new ArrayList<>();
            StringBuilder parameters = new StringBuilder();
            for (int i = 0; i < named; i++) {
                Value v = new Value(type());
                values.add(v);
                parameters.append(i > 0 ? ", " : "").append(v.type.name()).append(" a").append(i);
            }
            int variable = variadic ? random.nextInt(8) : 0;
            for (int i = 0; i < variable; i++) values.add(new Value(promoted(type())));
            String prototype = (result == null ? "void" : result.name()) + " f" + f + "(" + (variadic ? parameters + ", ..." : named == 0 ? "void" : parameters) + ")";
            signatures[f] = prototype;
            types.append("extern ").append(prototype).append(";\n");
            Value r = result == null ? null : new Value(result);

            callee.append(prototype).append(" {\n");
            if (variadic) {
                callee.append("  va_list ap;\n  va_start(ap, a").append(named - 1).append(");\n");
                for (int i = named; i < values.size(); i++) {
                    String t = values.get(i).type.name();
                    callee.append("  ").append(t).append(" a").append(i).append(" = va_arg(ap, ").append(t).append(");\n");
                }
                callee.append("  va_end(ap);\n");
            }
            for (int i = 0; i < values.size(); i++) values.get(i).check(callee, "a" + i, f, i);
            for (int i = 0; i < values.size(); i++) callee.append("  memset(&a").append(i).append(", 0xAA, sizeof a").append(i).append(");\n");
            if (r != null) {
                callee.append("  ").append(result.name()).append(" r;\n");
                r.fill(callee, "r");
                callee.append("  return r;\n");
            }
            callee.append("}\n");

            caller.append("void call").append(f).append("(void) {\n");
            for (int i = 0; i < values.size(); i++) caller.append("  ").append(values.get(i).type.name()).append(" a").append(i).append(";\n");
            for (int i = 0; i < values.size(); i++) values.get(i).fill(caller, "a" + i);
            StringBuilder arguments = new StringBuilder();
            for (int i = 0; i < values.size(); i++) arguments.append(i > 0 ? ", " : "").append('a').append(i);
            String call = "f" + f + "(" + arguments + ");\n";
            if (r != null) {
                caller.append("  ").append(result.name()).append(" r = ").append(call);
                r.check(caller, "r", f, -1);
            } else {
                caller.append("  ").append(call);
            }
            for (int i = 0; i < values.size(); i++) values.get(i).check(caller, "a" + i, f, 100 + i);
            caller.append("}\n");
        }
        callee.append("unsigned sizes[] = {");
        for (Aggregate a : aggregates) callee.append("sizeof(").append(a.name).append("), _Alignof(").append(a.name).append("), ");
        callee.append("0};\n");
        caller.append("extern unsigned sizes[];\nint main(void) {\n");
        for (int i = 0; i < aggregates.size(); i++) {
            String n = aggregates.get(i).name;
            caller.append("  if (sizes[").append(2 * i).append("] != sizeof(").append(n).append(") || sizes[").append(2 * i + 1).append("] != _Alignof(").append(n)
                    .append(")) { failures++; printf(\"size of ").append(n).append("\\n\"); }\n");
        }
        for (int f = 0; f < functions; f++) caller.append("  call").append(f).append("();\n");
        caller.append("  printf(\"%d failures\\n\", failures);\n  return failures != 0;\n}\n");
        return new Pair(types.toString() + callee, types.toString() + caller, signatures);
    }

    /** As a variable argument the type is promoted. */
    private static T promoted(T t) {
        if (!(t instanceof Scalar s)) return t;
        if (s.name.equals("float")) return SCALARS[11];
        return s.kind != 'f' && s.kind != 'p' && s.bits < 32 ? SCALARS[4] : s;
    }
}
