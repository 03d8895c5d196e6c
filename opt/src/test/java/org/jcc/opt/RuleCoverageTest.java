package org.jcc.opt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jcc.ir.IrParser;
import org.jcc.ir.Module;
import org.jcc.support.testing.Filetest;
import org.junit.jupiter.api.Test;

/**
 * Every simplification rule is exercised by a filetest of {@code simplify/}. A rule is a line of a class {@code *Rules} that returns
 * an instruction. The passes are loaded once more by a loader of their own, which plants a count before these returns
 * ({@code java.lang.classfile}): the shipped classes know nothing of it.
 */
public class RuleCoverageTest {
    private static final Set<String> RULES = new TreeSet<>();
    private static final Set<String> HIT = new TreeSet<>();

    /** A rule has returned; null is none. Called by the counting classes. */
    public static void hit(Object value, String rule) {
        if (value != null) HIT.add(rule);
    }

    /** Runs the simplifier of the loader that loaded this class. */
    public static final class Simplifier implements Consumer<Module> {
        public Simplifier() {}

        @Override
        public void accept(Module m) {
            Passes.pipeline("simplify,dce", List.of()).run(m, new Pipeline.Options());
        }
    }

    private static final class Counting extends ClassLoader {
        Counting() {
            super(RuleCoverageTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.jcc.opt.") || name.equals(RuleCoverageTest.class.getName())) return super.loadClass(name, resolve);
            Class<?> known = findLoadedClass(name);
            if (known != null) return known;
            try (var in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) throw new ClassNotFoundException(name);
                byte[] bytes = in.readAllBytes();
                if (name.endsWith("Rules")) bytes = counting(name.substring(name.lastIndexOf('.') + 1), bytes);
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    private static byte[] counting(String name, byte[] bytes) {
        ClassFile cf = ClassFile.of(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
        ClassModel model = cf.parse(bytes);
        return cf.transformClass(model, (cb, e) -> {
            if (e instanceof MethodModel m && m.methodTypeSymbol().returnType().descriptorString().equals("Lorg/jcc/ir/Inst;") && m.code().isPresent()) {
                cb.transformMethod(m, java.lang.classfile.MethodTransform.transformingCode(new Counter(name)));
            } else {
                cb.with(e);
            }
        });
    }

    private static final class Counter implements CodeTransform {
        private final String file;
        private int line;
        private boolean none;

        Counter(String file) {
            this.file = file;
        }

        @Override
        public void accept(CodeBuilder b, CodeElement e) {
            if (e instanceof LineNumber n) line = n.line();
            else if (e instanceof ReturnInstruction && !none) {
                String rule = String.format("%s.java:%03d", file, line);
                RULES.add(rule);
                b.dup().ldc(rule);
                b.invokestatic(ClassDesc.of(RuleCoverageTest.class.getName()), "hit", MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_Object, ConstantDescs.CD_String));
            }
            // Right before the return: a plain 'return null'.
            none = e instanceof ConstantInstruction c && c.opcode() == Opcode.ACONST_NULL;
            b.with(e);
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyRuleIsExercised() throws Exception {
        Counting loader = new Counting();
        var simplifier = (Consumer<Module>) loader.loadClass(Simplifier.class.getName()).getDeclaredConstructor().newInstance();
        for (Path file : Filetest.find(Path.of("src/test/filetests/simplify"), ".jir")) simplifier.accept(IrParser.parse(Filetest.parse(file).input()));
        assertTrue(RULES.size() > 200, "rules are not recognised: " + RULES.size());
        Set<String> missed = new TreeSet<>(RULES);
        missed.removeAll(HIT);
        assertTrue(missed.isEmpty(), "no filetest of simplify/ exercises these rules; write the lines that they simplify: " + String.join(" ", missed));
    }
}
