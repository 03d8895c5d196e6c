package org.jcc.frontend.lower;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.ast.FunctionDefinition;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.LabelSymbol;
import org.jcc.frontend.ast.StaticData;
import org.jcc.frontend.ast.StringData;
import org.jcc.frontend.ast.TypedConsumer;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.ir.AbiType;
import org.jcc.ir.Alias;
import org.jcc.ir.Block;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Module;
import org.jcc.ir.Op;
import org.jcc.ir.Signature;
import org.jcc.ir.Symbol;
import org.jcc.support.Diagnostics;

/**
 * Lowers a translation unit to a module as the checker delivers it: the symbols with their linkage and attributes, the bytes
 * and addresses of static objects, string literals, aliases; bodies go to {@link FunctionLowering}.
 *
 * <p>A symbol enters the module when it is first referred to or defined, so that the output follows the source. What later
 * declarations may still change (visibility, weakness, the model of a thread-local) is settled by {@link #end}. String
 * literals are private constants, one per content.
 */
public final class Lowering implements TypedConsumer {
    /** Bytes of an array from which on it is aligned as much. */
    private static final int LARGE_ARRAY = 16;

    /** What the command line says about the meaning of code. Mutable until lowering begins. */
    public static final class Options implements Cloneable {
        /** Signed integers wrap ({@code -fwrapv}). */
        public boolean wrapv;
        /** Pointer arithmetic wraps ({@code -fwrapv-pointer}). */
        public boolean wrapvPointer;
        /** Signed overflow traps ({@code -ftrapv}). */
        public boolean trapv;
        /** Accesses of different types do not alias (-O2 and above, without {@code -fno-strict-aliasing}). */
        public boolean strictAliasing;
        /** Fast-math flags of floating operations: bits of {@link Inst#FAST}. */
        public int fastMath;
        /** {@code -frounding-math}: the rounding mode may differ. */
        public boolean roundingMath;
        /** {@code -ftrapping-math}: exceptions may be looked at. */
        public boolean trappingMath = true;
        /** {@code -ftrapping-math} together with FENV_ACCESS: exceptions are observed. */
        public boolean strictFloat;
        /** Library math functions do not set errno ({@code -fno-math-errno}). */
        public boolean noMathErrno;
        /** Library functions may be known as operations (without {@code -fno-builtin}). */
        public boolean builtins = true;
        /** Tentative definitions are common symbols ({@code -fcommon}). */
        public boolean common;
        /** Code is position-independent and symbols may be preempted ({@code -fPIC}). */
        public boolean pic;
        /** {@code -fvisibility}: of symbols without an attribute. */
        public Symbol.Visibility visibility = Symbol.Visibility.DEFAULT;
        /** {@code -ftls-model}, or null. */
        public GlobalVar.Tls tlsModel;
        /** Bodies that only serve inlining are kept, marked {@link Function#GNU_INLINE}; else they are dropped. */
        public boolean keepInlineBodies;
        /** Functions call {@code __cyg_profile_func_enter} and {@code _exit} ({@code -finstrument-functions}). */
        public boolean instrument;
        /** Cleanups run when an exception passes through ({@code -fexceptions}). */
        public boolean exceptions;
        /** Exceptions may come from loads, stores and divisions too ({@code -fnon-call-exceptions}). */
        public boolean nonCallExceptions;
        /** Whoever preempts a symbol may mean something else by it ({@code -fsemantic-interposition}). */
        public boolean semanticInterposition = true;
        /** Which functions are protected against overflow of the stack, and {@code --param ssp-buffer-size}. */
        public StackProtection stackProtection = StackProtection.NONE;
        public long bufferSize = 8;
        /** What every byte of an uninitialised automatic variable holds ({@code -ftrivial-auto-var-init}); -1: nothing particular. */
        public int autoInit = -1;
        /** -O: 0 to 3. */
        public int level = 1;
        /** Code is to be small ({@code -Os}). */
        public boolean optimizeSize;
        /** And nothing else counts ({@code -Oz}). */
        public boolean minimizeSize;
        /** {@code -Og}. */
        public boolean optimizeDebug;

        Options copy() {
            try {
                return (Options) clone();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError(e);
            }
        }

        boolean pointersDoNotWrap() {
            return !wrapvPointer;
        }
    }

    final Module module;
    final Options options;
    final Diagnostics diagnostics;
    final Shapes shapes;

    /** A literal's content; {@code unit} says how the linker may merge it. */
    private record Content(ByteBuffer bytes, int unit) {}

    private record PendingLabel(GlobalVar variable, StaticData.Reloc reloc) {}

    private final Map<Content, GlobalVar> literals = new HashMap<>();
    private final List<org.jcc.frontend.ast.Symbol> known = new ArrayList<>();
    /** Whose attributes count where several declarations, by {@code asm("…")}, name one symbol: the defining one, else the first. */
    private final Map<Symbol, org.jcc.frontend.ast.Symbol> owners = new IdentityHashMap<>();
    private final List<PendingLabel> pendingLabels = new ArrayList<>();
    /** Register variables at file scope. */
    final List<VarSymbol> globalRegisters = new ArrayList<>();
    /** Somebody asks for the sizes of subobjects: where pointers to members are values, the code says so. */
    boolean marksSubobjects;
    private int localCount;
    private boolean ended;

    public Lowering(Module module, Options options, Diagnostics diagnostics) {
        this.module = module;
        this.options = options;
        this.diagnostics = diagnostics;
        module.builtins = options.builtins;
        module.preemptible = options.pic && options.semanticInterposition;
        this.shapes = new Shapes(module.tags, options.strictAliasing);
    }

    // ---- symbols ----

    /** The module's symbol for a variable or function of the program. */
    Symbol symbol(org.jcc.frontend.ast.Symbol s) {
        if (s.lowered instanceof Symbol known) return known;
        FunctionDefinition body = s instanceof FunctionSymbol f ? unused.remove(f) : null;
        if (body != null) wanted.add(body);
        Symbol made = make(s);
        s.lowered = made;
        known.add(s);
        if (!s.weakref) owners.putIfAbsent(made, s);
        return made;
    }

    private Symbol make(org.jcc.frontend.ast.Symbol s) {
        if (s.weakref && s.aliasOf != null) {
            Symbol target = module.symbol(s.aliasOf);
            if (target == null) {
                target = fresh(s, s.aliasOf);
                target.linkage = Symbol.Linkage.WEAK;
            }
            return target;
        }
        String name = name(s);
        Symbol same = module.symbol(name);
        if (same != null) return same;
        String target = s.ifunc != null ? s.ifunc : s.aliasOf;
        if (target == null) return fresh(s, name);
        return alias(s, name, target);
    }

    private Alias alias(org.jcc.frontend.ast.Symbol s, String name, String target) {
        Symbol t = module.symbol(target);
        if (t == null) t = fresh(s, target);
        Alias a = new Alias(name, t);
        a.ifunc = s.ifunc != null;
        a.loc = s.loc;
        module.add(a);
        return a;
    }

    private Symbol fresh(org.jcc.frontend.ast.Symbol s, String name) {
        Symbol made;
        if (s instanceof FunctionSymbol f) {
            Function function = new Function(name, shapes.signature(f.functionType()));
            function.callError = f.errorMessage;
            function.callWarning = f.warningMessage;
            made = function;
        } else {
            VarSymbol v = (VarSymbol) s;
            made = new GlobalVar(name, v.type.size(), v.align());
            // Code that is emitted now asks whether the symbol is thread-local; end() settles the model.
            if (v.tls != VarSymbol.Tls.NONE) ((GlobalVar) made).tls = GlobalVar.Tls.GENERAL_DYNAMIC;
        }
        made.loc = s.loc;
        if (s.linkage != org.jcc.frontend.ast.Symbol.Linkage.EXTERNAL) made.linkage = Symbol.Linkage.INTERNAL;
        module.add(made);
        return made;
    }

    /** The assembly name; of objects without linkage a unique one, as gcc makes it: {@code name.N}. */
    private String name(org.jcc.frontend.ast.Symbol s) {
        if (s.linkage != org.jcc.frontend.ast.Symbol.Linkage.NONE || s.hasAsmLabel) return s.asmName;
        String name;
        do {
            name = s.asmName + "." + localCount++;
        } while (module.symbol(name) != null);
        return name;
    }

    // ---- constants ----

    /** The private object of a string literal's bytes. */
    GlobalVar literal(StringData data) {
        return literals.computeIfAbsent(new Content(ByteBuffer.wrap(data.bytes()), data.unit()), c -> {
            GlobalVar g = module.constant(data.bytes(), data.unit());
            if (mergeable(data)) g.mergeChar = data.unit();
            return g;
        });
    }

    /** A private constant of the given bytes. */
    GlobalVar constantBytes(byte[] bytes, int align) {
        return literals.computeIfAbsent(new Content(ByteBuffer.wrap(bytes), -align), c -> module.constant(bytes, align));
    }

    /** The linker merges strings that end with their only zero. */
    private static boolean mergeable(StringData d) {
        int n = d.bytes().length;
        int u = d.unit();
        if (n < u || n % u != 0) return false;
        for (int i = 0; i < n; i += u) {
            boolean zero = true;
            for (int k = 0; k < u; k++) zero &= d.bytes()[i + k] == 0;
            if (zero != (i == n - u)) return false;
        }
        return true;
    }

    // ---- TypedConsumer ----

    /** Bodies for inlining alone ({@code extern inline __attribute__((gnu_inline))}) that nobody has named, and those that somebody has since. */
    private final Map<FunctionSymbol, FunctionDefinition> unused = new HashMap<>();
    private final ArrayDeque<FunctionDefinition> wanted = new ArrayDeque<>();

    @Override
    public void function(FunctionDefinition d) {
        FunctionSymbol s = d.symbol();
        unused.remove(s);
        if (s.gnuExternInline && s.lowered == null && d.nested().isEmpty()) unused.put(s, d);
        else function(d, null);
    }

    /** A definition within that of {@code outer} (null: at file scope), after those within it. */
    private void function(FunctionDefinition d, Nest outer) {
        FunctionSymbol s = d.symbol();
        Nest nest = outer == null && d.nested().isEmpty() ? null : new Nest(outer, d);
        for (FunctionDefinition n : d.nested()) function(n, nest);
        try {
            if (!(symbol(s) instanceof Function f)) return;
            owners.put(f, s);
            List<AbiType> params = new ArrayList<>(d.params().size());
            for (VarSymbol p : d.params()) params.add(shapes.abiParam(p.type));
            if (outer != null) params.add(Shapes.POINTER);
            f.signature = new Signature(shapes.abi(s.functionType().result), params, params.size(), s.functionType().variadic,
                    !s.functionType().prototype, outer != null ? Nest.CONVENTION : Shapes.convention(s.functionType()));
            Options o = OptimizeAttribute.apply(s.optimize, options);
            attributes(s, f, o);
            new FunctionLowering(this, o, f, d, nest).lower();
            if (outer != null) outer.done(s, nest.usesChain);
            settle(s);
        } catch (Shapes.Unsupported e) {
            // What a library's header offers for inlining alone can as well be called where it is defined.
            boolean elsewhere = s.gnuExternInline && diagnostics.sources().inSystemHeader(d.loc());
            if (!elsewhere) unsupported(d.loc(), e.getMessage());
            if (s.lowered instanceof Function f) f.blocks.clear();
        }
    }

    /** Reports what is not implemented, by name and place. */
    void unsupported(int loc, String what) {
        diagnostics.sorry(loc, what);
    }

    /** The last target attribute, and the features that it means. */
    private String extension;
    private String extended;

    private void attributes(FunctionSymbol s, Function f, Options o) {
        int a = 0;
        if (s.noreturn || s.functionType().noreturn) a |= Function.NORETURN;
        if (s.inline) a |= Function.INLINE;
        if (s.alwaysInline) a |= Function.ALWAYS_INLINE;
        if (s.noinline || s.noipa) a |= Function.NOINLINE;
        if (s.noclone || s.noipa) a |= Function.NOCLONE;
        if (s.cold) a |= Function.COLD;
        if (s.hot) a |= Function.HOT;
        if (s.pure) a |= Function.PURE;
        if (s.constant) a |= Function.CONST;
        if (s.nothrow) a |= Function.NOTHROW;
        if (s.returnsTwice) a |= Function.RETURNS_TWICE;
        if (s.naked) a |= Function.NAKED;
        if (s.optnone || o.level == 0) a |= Function.OPT_NONE;
        else if (o.level != options.level) f.level = o.level;
        if (o.optimizeSize || s.cold && o.level > 0) a |= Function.OPT_SIZE;
        if (o.minimizeSize) a |= Function.OPT_MIN;
        if (o.optimizeDebug) a |= Function.OPT_DEBUG;
        f.features = module.features;
        if (s.target != null) {
            try {
                if (!s.target.equals(extension)) {
                    extended = module.target.features().extend(module.features, s.target);
                    extension = s.target;
                }
                f.features = extended;
            } catch (IllegalArgumentException e) {
                diagnostics.error(s.loc, e.getMessage());
            }
        }
        if (s.malloc) a |= Function.MALLOC;
        f.sizeArgument = s.allocSize1;
        f.timesArgument = s.allocSize2;
        a |= o.stackProtection.attributes(s);
        if (o.strictFloat || o.roundingMath) a |= Function.STRICT_FP;
        if (s.constructor >= 0) {
            a |= Function.CONSTRUCTOR;
            f.initPriority = s.constructor;
        }
        if (s.destructor >= 0) {
            a |= Function.DESTRUCTOR;
            f.initPriority = s.destructor;
        }
        int found = Function.CALLS_SETJMP | Function.HAS_LABEL_ADDRESS;
        f.attributes = f.attributes & found | a;
    }

    @Override
    public void variable(VarSymbol v) {
        if (!(symbol(v) instanceof GlobalVar g)) return;
        owners.put(g, v);
        g.define();
        g.size = v.init != null ? v.init.size() : Math.max(0, v.type.size());
        if (v.type.strip() instanceof ArrayType a && a.length == ArrayType.INCOMPLETE) g.size = a.element.size();
        g.align = Math.max(1, v.align());
        // x86-64 psABI 3.1.2, and good for vectors everywhere: other objects' code may count on it.
        if (v.type.strip() instanceof ArrayType && g.size >= LARGE_ARRAY && v.alignAttribute == 0) g.align = Math.max(g.align, LARGE_ARRAY);
        g.constant = v.type.isConst() && !v.type.isVolatile() && v.tls == VarSymbol.Tls.NONE;
        g.init = v.init == null || zero(v.init.bytes()) ? null : v.init.bytes();
        g.relocs.clear();
        if (v.init != null) for (StaticData.Reloc r : v.init.relocs()) relocation(g, r);
        settle(v);
    }

    private static boolean zero(byte[] bytes) {
        for (byte x : bytes) if (x != 0) return false;
        return true;
    }

    private void relocation(GlobalVar g, StaticData.Reloc r) {
        Symbol target;
        switch (r.target()) {
            case StaticData.SymbolTarget t -> target = symbol(t.symbol());
            case StaticData.StringTarget t -> target = literal(t.data());
            case StaticData.LabelTarget t -> {
                pendingLabels.add(new PendingLabel(g, r));
                return;
            }
            case StaticData.LabelDifference t -> {
                pendingLabels.add(new PendingLabel(g, r));
                return;
            }
        }
        g.relocs.add(new GlobalVar.Reloc((int) r.offset(), r.size(), target, null, null, r.addend()));
    }

    /** Addresses of labels in static data wait for the blocks. */
    private void labels(PendingLabel p) {
        StaticData.Reloc r = p.reloc;
        LabelSymbol plus;
        LabelSymbol minus = null;
        FunctionSymbol function;
        if (r.target() instanceof StaticData.LabelTarget t) {
            plus = t.label();
            function = t.function();
        } else {
            StaticData.LabelDifference t = (StaticData.LabelDifference) r.target();
            plus = t.plus();
            minus = t.minus();
            function = t.function();
        }
        // A function that was not delivered has no labels, and nothing can use its objects.
        if (!(plus.lowered instanceof Block x) || minus != null && !(minus.lowered instanceof Block)) return;
        if (!x.function.blocks.contains(x)) return;
        p.variable.relocs.add(new GlobalVar.Reloc((int) r.offset(), r.size(), symbol(function), x, minus == null ? null : (Block) minus.lowered, r.addend()));
        p.variable.relocs.sort((a, b) -> Integer.compare(a.offset(), b.offset()));
    }

    @Override
    public void globalRegister(VarSymbol v) {
        module.fixedRegisters.add(v.hardRegister);
        globalRegisters.add(v);
    }

    @Override
    public void alias(org.jcc.frontend.ast.Symbol s) {
        if (s.weakref) {
            symbol(s);
            return;
        }
        if (s.lowered instanceof Symbol old && !(old instanceof Alias)) {
            // Code that came before the attribute refers to the plain symbol.
            module.remove(old);
            Alias a = alias(s, old.name, s.ifunc != null ? s.ifunc : s.aliasOf);
            replace(old, a);
            s.lowered = a;
            owners.put(a, s);
        } else {
            symbol(s);
        }
        settle(s);
    }

    private void replace(Symbol old, Symbol now) {
        for (Symbol s : module.symbols) {
            if (s instanceof Function f) {
                for (Inst c : f.constants()) if (c.aux == old) c.aux = now;
                for (Block x : f.blocks) for (Inst i = x.first; i != null; i = i.next) if (i.aux == old) i.aux = now;
            } else if (s instanceof GlobalVar g) {
                g.relocs.replaceAll(r -> r.symbol() == old ? new GlobalVar.Reloc(r.offset(), r.size(), now, r.block(), r.minus(), r.addend()) : r);
            }
        }
    }

    @Override
    public void asksSubobjectSize() {
        marksSubobjects = true;
    }

    @Override
    public void topAsm(String text, int loc) {
        module.topAsm.add(new Module.TopAsm(text, loc, module.symbols.size()));
    }

    @Override
    public void end() {
        while (!wanted.isEmpty()) function(wanted.poll(), null);
        for (PendingLabel p : pendingLabels) labels(p);
        ended = true;
        for (int i = 0; i < known.size(); i++) settle(known.get(i));
    }

    /** Gives the module's symbol what the declarations so far say. */
    private void settle(org.jcc.frontend.ast.Symbol s) {
        if (!(s.lowered instanceof Symbol x) || s.weakref || owners.get(x) != s) return;
        boolean external = s.linkage == org.jcc.frontend.ast.Symbol.Linkage.EXTERNAL;
        x.linkage = !external ? Symbol.Linkage.INTERNAL : s.weak ? Symbol.Linkage.WEAK : Symbol.Linkage.EXTERNAL;
        x.visibility = s.visibilitySet ? Symbol.Visibility.values()[s.visibility.ordinal()]
                : external && x.isDefinition() ? options.visibility : Symbol.Visibility.DEFAULT;
        if (s.section != null) x.section = s.section;
        x.used |= s.usedAttribute;
        if (s instanceof FunctionSymbol f && x instanceof Function g) {
            attributes(f, g, OptimizeAttribute.apply(f.optimize, options));
            if (f.alignAttribute != 0) g.align = f.alignAttribute;
            if (g.isDefinition() && f.emission() == FunctionSymbol.Emission.INLINE_ONLY) {
                // always_inline in C99's sense: a copy of our own, for nothing says that there is another definition.
                if (f.alwaysInline && !f.gnuExternInline) g.linkage = Symbol.Linkage.INTERNAL;
                else if (options.keepInlineBodies) g.attributes |= Function.GNU_INLINE;
                else if (ended) g.blocks.clear();
            }
        }
        if (s instanceof VarSymbol v && x instanceof GlobalVar g) {
            if (v.tls != VarSymbol.Tls.NONE) g.tls = tlsModel(v, g);
            boolean common = v.common != null ? v.common : options.common;
            if (common && v.tentative && v.init == null && external && g.isDefinition() && g.tls == GlobalVar.Tls.NONE && g.section == null && !s.weak) {
                g.linkage = Symbol.Linkage.COMMON;
            }
        }
    }

    private GlobalVar.Tls tlsModel(VarSymbol v, GlobalVar g) {
        if (v.tlsModelSet) return GlobalVar.Tls.values()[v.tls.ordinal()];
        boolean local = g.linkage == Symbol.Linkage.INTERNAL || g.visibility != Symbol.Visibility.DEFAULT;
        GlobalVar.Tls best;
        if (options.pic) best = local ? GlobalVar.Tls.LOCAL_DYNAMIC : GlobalVar.Tls.GENERAL_DYNAMIC;
        else best = g.isDefinition() ? GlobalVar.Tls.LOCAL_EXEC : GlobalVar.Tls.INITIAL_EXEC;
        if (options.tlsModel != null && options.tlsModel.ordinal() > best.ordinal()) best = options.tlsModel;
        return best;
    }
}
