package org.jcc.target.x86_64;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** For people: {@code CompileIr file.jir out.o options…} makes an object of IR text. */
final class CompileIr {
    private CompileIr() {}

    public static void main(String[] args) throws Exception {
        Files.write(Path.of(args[1]), X86Filetest.object(X86Filetest.lowered(Files.readString(Path.of(args[0]))), X86Filetest.options(List.of(args).subList(2, args.length))));
    }
}
