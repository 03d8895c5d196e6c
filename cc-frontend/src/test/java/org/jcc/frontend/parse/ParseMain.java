package org.jcc.frontend.parse;
import java.nio.file.*; import java.util.*;
import org.jcc.support.*; import org.jcc.frontend.syntax.*;
final class ParseMain {
    public static void main(String[] a) throws Exception {
        Thread t = new Thread(null, () -> { try { run(a); } catch (Exception e) { throw new RuntimeException(e); } }, "p", 1L << 30); t.start(); t.join();
    }
    static final TargetInfo X = new TargetInfo("x86_64", "x86_64-linux-gnu", 8, true, true, TargetInfo.LongDouble.X87, 16, TargetInfo.VaList.SYSV_X86_64, true, 8, null);
    static void run(String[] a) throws Exception {
        if (a[0].equals("-b")) { byte[] b = Files.readAllBytes(Path.of(a[1])); for (int i = 0; i < Integer.parseInt(a[2]); i++) {
            long n0 = System.nanoTime(); Names n = new Names(); SourceManager sm = new SourceManager(); org.jcc.frontend.pp.Token tk = new org.jcc.frontend.pp.Token(); SimpleLexer l = new SimpleLexer(sm, n, "x", b); int c = 0; do { l.next(tk); c++; } while (tk.kind != 0);
            long n1 = System.nanoTime(); Names n2 = new Names(); SourceManager s2 = new SourceManager(); Diagnostics d = new Diagnostics(s2); int[] k = {0}; new CParser(new SimpleLexer(s2, n2, "x", b), n2, d, X, Dialect.GNU17).parse(e -> k[0]++);
            long n3 = System.nanoTime(); System.out.printf("%d tokens lex %.1f ms, lex+parse %.1f ms, %d externals, %d errors%n", c, (n1-n0)/1e6, (n3-n1)/1e6, k[0], d.errorCount()); }
            return; }
        boolean quiet = a[0].equals("-q");
        for (String f : quiet ? Arrays.asList(a).subList(1, a.length) : Arrays.asList(a)) {
        Names n = new Names(); SourceManager sm = new SourceManager(); Diagnostics d = new Diagnostics(sm);
        SyntaxPrinter p = new SyntaxPrinter(n);
        try { new CParser(new SimpleLexer(sm, n, f, Files.readAllBytes(Path.of(f))), n, d, X, Dialect.GNU17).parse(quiet ? e -> {} : p::print); } catch (Diagnostics.Fatal e) {}
        System.out.print(p.text()); System.out.print(d.render(false)); }
    }
}
