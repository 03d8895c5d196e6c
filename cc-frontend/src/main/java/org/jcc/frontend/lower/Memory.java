package org.jcc.frontend.lower;

import java.util.List;
import org.jcc.frontend.ast.Initializer;
import org.jcc.frontend.ast.StringData;
import org.jcc.frontend.ast.TypedExpr;
import org.jcc.frontend.ast.VarSymbol;
import org.jcc.frontend.types.BasicType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.ComplexType;
import org.jcc.frontend.types.RecordType;
import org.jcc.ir.AsmInfo;
import org.jcc.ir.Block;
import org.jcc.ir.Builder;
import org.jcc.ir.Cond;
import org.jcc.ir.Function;
import org.jcc.ir.GlobalVar;
import org.jcc.ir.Inst;
import org.jcc.ir.Op;
import org.jcc.ir.Type;

/**
 * Accesses to objects: loads and stores of scalars with their alignment, alias tag, volatility, order and segment; bit-fields
 * within their storage; copies of records; initialisers.
 *
 * <p>A bit-field's value is bits {@code bitOffset … bitOffset + bitWidth} of the little-endian number in its storage, which the
 * layout chose so that no other member's byte is touched (C17 3.14p3). Storage of a size that is no integer's (packed
 * records) is read and written in pieces of falling powers of two.
 */
final class Memory {
    private final FunctionLowering fn;
    private final Expressions expressions;
    private final Builder b;
    private final Function f;
    private final Shapes shapes;

    Memory(FunctionLowering fn, Expressions expressions) {
        this.expressions = expressions;
        this.fn = fn;
        this.b = fn.b;
        this.f = fn.f;
        this.shapes = fn.shapes;
    }

    // ---- addresses ----

    Inst address(Place p) {
        return offset(p.address(), p.offset());
    }

    /** {@code bytes} from {@code ptr}, folded into constant addresses. */
    Inst offset(Inst ptr, long bytes) {
        if (bytes == 0) return ptr;
        if (ptr.op == Op.SYMBOL) return f.symbol(ptr.symbol(), ptr.imm + bytes);
        if (ptr.op == Op.ICONST) return f.ptrConst(ptr.imm + bytes);
        if (ptr.op == Op.PTRADD && ptr.arg(1).isConst() && fn.options.pointersDoNotWrap() && ptr.arg(1).imm + bytes != 0) {
            ptr = offsetBase(ptr);
            bytes += lastOffset;
        }
        Inst i = b.ptradd(ptr, f.iconst(Type.I64, bytes));
        if (fn.options.pointersDoNotWrap()) i.flags |= Inst.INBOUNDS;
        return i;
    }

    private long lastOffset;

    private Inst offsetBase(Inst ptr) {
        lastOffset = ptr.arg(1).imm;
        return ptr.arg(0);
    }

    /** The member {@code m} of the record at {@code base}; its offset may be a variable's value. */
    Place member(Place base, RecordType.Field m, CType type) {
        if (m.part == null) return base.member(m, type);
        Inst begin = b.ptradd(address(base), b.load(Type.I64, fn.slot((VarSymbol) m.part.offset), 8, 0));
        int align = Math.min(base.align(), m.part.align);
        return new Place(begin, m.offset, type, Place.alignAt(align, m.offset), null, 0, true, m.isBitField() ? m : null);
    }

    private int tag(Place p) {
        return p.anyAlias() ? 0 : shapes.tag(p.type(), p.base(), p.inBase());
    }

    /** What the lvalue's qualifiers and path mean for an access. */
    private Inst access(Inst i, Place p) {
        int q = p.type().quals();
        if (q == 0) return i;
        if ((q & CType.VOLATILE) != 0) i.flags |= Inst.VOLATILE;
        if ((q & CType.SEG_FS) != 0) i.setSpace(Inst.SPACE_FS);
        if ((q & CType.SEG_GS) != 0) i.setSpace(Inst.SPACE_GS);
        return i;
    }

    private static int align(Place p) {
        return Integer.highestOneBit(Math.max(1, p.align()));
    }

    // ---- scalars ----

    /** The value of the scalar at {@code p}. */
    Inst load(Place p) {
        if (p.bitField() != null) return loadBits(p);
        if (p.register() != null) return readRegister(p);
        boolean half = Halves.is(p.type());
        Type t = half ? Type.I16 : shapes.ir(p.type());
        Inst v = p.type().isAtomic() ? loadAtomic(p, t, Inst.SEQ_CST) : access(b.load(t, address(p), align(p), tag(p)), p);
        if ((p.type().quals() & CType.RESTRICT) != 0 && t == Type.PTR) v = fn.restricted(p, v);
        v = ordered(p, v);
        return half ? expressions.halves.value(v) : v;
    }

    /** Stores a value of the place's type. */
    void store(Place p, Inst value) {
        if (Halves.is(p.type())) value = expressions.halves.bits(value);
        if (p.bitField() != null) {
            storeBits(p, value);
        } else if (p.register() != null) {
            writeRegister(p, value);
        } else if (p.type().isAtomic()) {
            storeAtomic(p, ordered(p, value), Inst.SEQ_CST);
        } else {
            access(b.store(address(p), ordered(p, value), align(p), tag(p)), p);
        }
    }

    /** The value with its bytes in the order that the place wants, or back. */
    Inst ordered(Place p, Inst v) {
        if ((p.type().quals() & CType.REVERSED) == 0 || v.type.size == 1) return v;
        if (v.type == Type.F80) throw new Shapes.Unsupported("reverse scalar storage order for 'long double'");
        if (v.type.isInt()) return b.unary(Op.BSWAP, v);
        return b.convert(Op.BITCAST, b.unary(Op.BSWAP, b.convert(Op.BITCAST, v, Type.integer(v.type.size * 8))), v.type);
    }

    // Machine registers are read and written by inline assembly: opaque, volatile, in order with calls.

    private Inst readRegister(Place p) {
        Type t = shapes.ir(p.type());
        AsmInfo.Operand out = new AsmInfo.Operand("r", t, -1, 0, -1, null, false, false, false);
        Inst i = b.emit(Op.ASM, t);
        i.aux = new AsmInfo(fn.unit.module.target.regs().readRegister(p.register()), false, true, List.of(out), List.of(), 0, new Type[] {t});
        return i;
    }

    private void writeRegister(Place p, Inst value) {
        AsmInfo.Operand in = new AsmInfo.Operand("r", value.type, 0, -1, -1, null, false, false, false);
        Inst i = b.emit(Op.ASM, Type.VOID, value);
        i.aux = new AsmInfo(fn.unit.module.target.regs().writeRegister(p.register()), false, true, List.of(in), List.of(), 0, new Type[0]);
    }

    /** The value that the place has after {@code value} was stored: cut to the width of a bit-field. */
    Inst stored(Place p, Inst value) {
        RecordType.Field bf = p.bitField();
        if (bf == null || !value.type.isInt() || bf.bitWidth >= value.type.bits) return value;
        if (bf.type.isBool()) return value;
        return extend(value, bf.bitWidth, bf.type.isSigned());
    }

    /** The low {@code width} bits, extended again to the whole. */
    Inst extend(Inst v, int width, boolean signed) {
        if (!signed) {
            Inst mask = width >= 64 ? f.iconst128(-1, (1L << width - 64) - 1) : v.type == Type.I128 ? f.iconst128((1L << width) - 1, 0) : f.iconst(v.type, (1L << width) - 1);
            return b.binary(Op.AND, v, mask);
        }
        Inst n = f.iconst(v.type, v.type.bits - width);
        return b.binary(Op.ASHR, b.binary(Op.SHL, v, n), n);
    }

    // ---- bit-fields ----

    private Inst loadBits(Place p) {
        RecordType.Field bf = p.bitField();
        Type want = shapes.ir(bf.type);
        if (bf.storageBytes > 16) return loadWide(p);
        Inst storage = loadStorage(p);
        int bits = storage.type.bits;
        boolean signed = bf.type.isSigned();
        if (bf.bitWidth == 0) return f.zero(want);
        Inst v = storage;
        if (signed) {
            int left = bits - bf.shift() - bf.bitWidth;
            if (left > 0) v = b.binary(Op.SHL, v, f.iconst(v.type, left));
            if (bits - bf.bitWidth > 0) v = b.binary(Op.ASHR, v, f.iconst(v.type, bits - bf.bitWidth));
        } else {
            if (bf.shift() > 0) v = b.binary(Op.LSHR, v, f.iconst(v.type, bf.shift()));
            if (bf.shift() + bf.bitWidth < bits) v = extend(v, bf.bitWidth, false);
        }
        return expressions.resize(v, want, signed);
    }

    private void storeBits(Place p, Inst value) {
        RecordType.Field bf = p.bitField();
        if (bf.bitWidth == 0) return;
        if (bf.storageBytes > 16) {
            storeWide(p, value);
            return;
        }
        Type st = storageType(bf);
        Inst v = expressions.resize(value, st, false);
        if (bf.bitWidth == bf.storageBytes * 8 && bf.shift() == 0) {
            storeStorage(p, v);
            return;
        }
        Inst old = loadStorage(p);
        Inst mask = mask(st, bf.shift(), bf.bitWidth, false);
        Inst keep = b.binary(Op.AND, old, mask(st, bf.shift(), bf.bitWidth, true));
        Inst bits;
        if (v.isConst() && st.bits <= 64) {
            bits = f.iconst(st, v.imm << bf.shift() & (bf.bitWidth >= 64 ? -1 : (1L << bf.bitWidth) - 1) << bf.shift());
            if (bits.isConst(0)) {
                storeStorage(p, keep);
                return;
            }
        } else {
            if (bf.shift() > 0) v = b.binary(Op.SHL, v, f.iconst(st, bf.shift()));
            bits = bf.shift() + bf.bitWidth == st.bits ? v : b.binary(Op.AND, v, mask);
        }
        storeStorage(p, b.binary(Op.OR, keep, bits));
    }

    /** A packed bit-field of 122 to 128 bits may touch 17 bytes: 16 of them and the high bits in the last. */
    private Inst loadWide(Place p) {
        RecordType.Field bf = p.bitField();
        int off = bf.bitOffset;
        Inst low = b.binary(Op.LSHR, wide(p, Type.I128, 0), f.iconst(Type.I128, off));
        Inst high = b.binary(Op.SHL, expressions.resize(wide(p, Type.I8, 16), Type.I128, false), f.iconst(Type.I128, 128 - off));
        Inst v = b.binary(Op.OR, low, high);
        int left = 128 - bf.bitWidth;
        if (left == 0) return v;
        return b.binary(bf.type.isSigned() ? Op.ASHR : Op.LSHR, b.binary(Op.SHL, v, f.iconst(Type.I128, left)), f.iconst(Type.I128, left));
    }

    private void storeWide(Place p, Inst value) {
        RecordType.Field bf = p.bitField();
        int off = bf.bitOffset;
        Inst v = expressions.resize(value, Type.I128, false);
        Inst low = b.binary(Op.OR, b.binary(Op.AND, wide(p, Type.I128, 0), mask(Type.I128, 0, off, false)), b.binary(Op.SHL, v, f.iconst(Type.I128, off)));
        Inst rest = b.binary(Op.AND, expressions.resize(b.binary(Op.LSHR, v, f.iconst(Type.I128, 128 - off)), Type.I8, false), mask(Type.I8, 0, off + bf.bitWidth - 128, false));
        Inst high = b.binary(Op.OR, b.binary(Op.AND, wide(p, Type.I8, 16), mask(Type.I8, 0, off + bf.bitWidth - 128, true)), rest);
        access(b.store(offset(p.address(), p.offset()), low, Math.min(16, align(p)), 0), p);
        access(b.store(offset(p.address(), p.offset() + 16), high, 1, 0), p);
    }

    private Inst wide(Place p, Type t, int at) {
        return access(b.load(t, offset(p.address(), p.offset() + at), Math.min(t.bits / 8, Place.alignAt(align(p), at)), 0), p);
    }

    private Inst mask(Type t, int offset, int width, boolean invert) {
        long lo = 0;
        long hi = 0;
        for (int i = offset; i < offset + width; i++) {
            if (i < 64) lo |= 1L << i;
            else hi |= 1L << i - 64;
        }
        if (invert) {
            lo = ~lo;
            hi = ~hi;
        }
        return t == Type.I128 ? f.iconst128(lo, hi) : f.iconst(t, lo);
    }

    private static Type storageType(RecordType.Field bf) {
        return Type.integer(Math.max(8, Integer.highestOneBit(bf.storageBytes * 2 - 1) * 8));
    }

    /** The storage as one number, in the smallest integer type that holds it; what lies above is zero. */
    private Inst loadStorage(Place p) {
        RecordType.Field bf = p.bitField();
        Type t = storageType(bf);
        Inst whole = null;
        for (int done = 0; done < bf.storageBytes; ) {
            int n = Math.min(16, Integer.highestOneBit(bf.storageBytes - done));
            Inst part = b.load(Type.integer(n * 8), offset(p.address(), p.offset() + done), Math.min(n, Place.alignAt(align(p), done)), 0);
            access(part, p);
            part = expressions.resize(part, t, false);
            if (done > 0) part = b.binary(Op.SHL, part, f.iconst(t, done * 8L));
            whole = whole == null ? part : b.binary(Op.OR, whole, part);
            done += n;
        }
        return bf.isReversed() ? reversed(whole, bf.storageBytes) : whole;
    }

    /** The low {@code bytes} of a number in reverse order. */
    private Inst reversed(Inst v, int bytes) {
        if (v.type == Type.I8) return v;
        v = b.unary(Op.BSWAP, v);
        return bytes * 8 == v.type.bits ? v : b.binary(Op.LSHR, v, f.iconst(v.type, v.type.bits - bytes * 8L));
    }

    private void storeStorage(Place p, Inst value) {
        RecordType.Field bf = p.bitField();
        if (bf.isReversed()) value = reversed(value, bf.storageBytes);
        for (int done = 0; done < bf.storageBytes; ) {
            int n = Math.min(16, Integer.highestOneBit(bf.storageBytes - done));
            Inst part = done == 0 ? value : b.binary(Op.LSHR, value, f.iconst(value.type, done * 8L));
            part = expressions.resize(part, Type.integer(n * 8), false);
            access(b.store(offset(p.address(), p.offset() + done), part, Math.min(n, Place.alignAt(align(p), done)), 0), p);
            done += n;
        }
    }

    // ---- atomics ----

    /** True if an object of that type is accessed by one instruction. */
    boolean lockFree(CType t) {
        long n = t.size();
        return n == 1 || n == 2 || n == 4 || n == 8;
    }

    /** The integer type that atomic instructions use for a value. */
    static Type atomicType(CType t) {
        return Type.integer((int) t.size() * 8);
    }

    private static int wholeAlign(Place p) {
        return Math.max(align(p), (int) p.type().size());
    }

    Inst loadAtomic(Place p, Type t, int order) {
        if (!lockFree(p.type())) {
            Inst temp = temporary(p.type());
            expressions.calls.library("__atomic_load", Type.VOID, f.iconst(Type.I64, p.type().size()), address(p), temp, f.iconst(Type.I32, Assignments.cOrder(order)));
            return b.load(t, temp, p.type().align(), 0);
        }
        Inst i = access(b.load(atomicType(p.type()), address(p), wholeAlign(p), tag(p)), p);
        i.setOrder(order);
        return expressions.reinterpret(i, t);
    }

    void storeAtomic(Place p, Inst value, int order) {
        if (!lockFree(p.type())) {
            Inst temp = temporary(p.type());
            b.store(temp, value, p.type().align(), 0);
            expressions.calls.library("__atomic_store", Type.VOID, f.iconst(Type.I64, p.type().size()), address(p), temp, f.iconst(Type.I32, Assignments.cOrder(order)));
            return;
        }
        Inst bits = expressions.reinterpret(value, atomicType(p.type()));
        Inst i = access(b.store(address(p), bits, wholeAlign(p), tag(p)), p);
        i.setOrder(order);
    }

    // ---- records ----

    /** A fresh object of the frame for a value of type {@code t}. */
    Inst temporary(CType t) {
        if (t.isVla()) {
            Inst i = b.emit(Op.DYNALLOCA, Type.PTR, size(t));
            i.align = Math.max(16, t.align());
            return i;
        }
        Inst slot = b.alloca(Math.max(1, t.size()), Math.max(1, t.align()), null);
        slot.flags |= fn.bufferFlags(t);
        return slot;
    }

    /** The bytes of a record of variable size. */
    private Inst size(CType t) {
        return b.load(Type.I64, fn.slot((VarSymbol) ((RecordType) t.strip()).byteSize), 8, 0);
    }

    /** Copies a record. The places are the same or do not overlap (6.5.16.1p3). */
    void copy(Place to, Place from) {
        if (to.type().isVla()) {
            Inst i = b.emit(Op.MEMCPY, Type.VOID, address(to), address(from), size(to.type()));
            i.align = 1;
            return;
        }
        long n = to.type().size();
        if (n == 0) return;
        if (from.type().isAtomic() || to.type().isAtomic()) {
            copyAtomic(to, from);
            return;
        }
        int qualifiers = to.type().quals() | from.type().quals();
        if ((qualifiers & (CType.SEG_FS | CType.SEG_GS)) != 0) {
            copyBytes(to, from, n);
            return;
        }
        Inst i = memcpy(address(to), address(from), n, Math.min(align(to), align(from)));
        if ((qualifiers & CType.VOLATILE) != 0) i.flags |= Inst.VOLATILE;
    }

    private void copyBytes(Place to, Place from, long n) {
        for (long done = 0; done < n; ) {
            int step = (int) Math.min(8, Long.highestOneBit(n - done));
            Inst v = access(b.load(Type.integer(step * 8), offset(from.address(), from.offset() + done), 1, 0), from);
            access(b.store(offset(to.address(), to.offset() + done), v, 1, 0), to);
            done += step;
        }
    }

    /** An atomic record is read or written whole: as an integer of its size, or by the library. */
    private void copyAtomic(Place to, Place from) {
        CType atomic = from.type().isAtomic() ? from.type() : to.type();
        boolean load = from.type().isAtomic();
        if (load && to.type().isAtomic()) {
            Place temp = Place.of(temporary(atomic), atomic.unqualified());
            copyAtomic(temp, from);
            copyAtomic(to, temp);
            return;
        }
        long n = atomic.size();
        Inst order = f.iconst(Type.I32, Assignments.cOrder(Inst.SEQ_CST));
        if (!lockFree(atomic)) {
            expressions.calls.library(load ? "__atomic_load" : "__atomic_store", Type.VOID, f.iconst(Type.I64, n), address(load ? from : to), address(load ? to : from), order);
            return;
        }
        // A record of 3 bytes has an atomic of 4: the plain side goes through a temporary of the whole size.
        Type t = atomicType(atomic);
        CType plain = load ? to.type() : from.type();
        if (load) {
            Inst v = access(b.load(t, address(from), (int) n, 0), from);
            v.setOrder(Inst.SEQ_CST);
            if (plain.size() == n) {
                b.store(address(to), v, align(to), 0);
            } else {
                Inst temp = b.alloca(n, (int) n, null);
                b.store(temp, v, (int) n, 0);
                memcpy(address(to), temp, plain.size(), 1);
            }
        } else {
            Inst v;
            if (plain.size() == n) {
                v = b.load(t, address(from), align(from), 0);
            } else {
                Inst temp = b.alloca(n, (int) n, null);
                b.store(temp, f.zero(t), (int) n, 0);
                memcpy(temp, address(from), plain.size(), 1);
                v = b.load(t, temp, (int) n, 0);
            }
            access(b.store(address(to), v, (int) n, 0), to).setOrder(Inst.SEQ_CST);
        }
    }

    Inst memcpy(Inst to, Inst from, long n, int align) {
        Inst i = b.emit(Op.MEMCPY, Type.VOID, to, from, f.iconst(Type.I64, n));
        i.align = align;
        return i;
    }

    Inst memset(Inst to, int value, long n, int align) {
        Inst i = b.emit(Op.MEMSET, Type.VOID, to, f.iconst(Type.I8, value), f.iconst(Type.I64, n));
        i.align = align;
        return i;
    }

    // ---- initialisers ----

    /** Below this many items an object is initialised by stores alone. */
    private static final int IMAGE_ITEMS = 12;
    /** The most that an image is aligned for its copy's sake, in bytes. */
    private static final int IMAGE_ALIGN = 32;

    /** Initialises the object at {@code p}. */
    void initialise(Place p, Initializer init) {
        List<Initializer.Item> items = init.items();
        long size = p.type().size();
        Place object = Shapes.byAddress(p.type()) ? new Place(p.address(), p.offset(), p.type(), p.align(), null, 0, true, null) : p;
        boolean image = items.size() >= IMAGE_ITEMS && !p.type().isVolatile() && imageWorthwhile(items);
        if (image) {
            int align = Math.min(IMAGE_ALIGN, align(p));
            memcpy(address(p), f.symbol(image(items, size, Math.max(8, align)), 0), size, align);
        } else if (init.zeroFirst() && size > 0) {
            memset(address(p), 0, size, align(p));
        }
        for (Initializer.Item item : items) {
            if (image && inImage(item)) continue;
            store(object, item, init.zeroFirst() && !image);
        }
    }

    private static boolean inImage(Initializer.Item item) {
        return item.bitField() == null && (item.value() instanceof TypedExpr.IntConst || item.value() instanceof TypedExpr.FloatConst);
    }

    private static boolean imageWorthwhile(List<Initializer.Item> items) {
        int n = 0;
        for (Initializer.Item i : items) if (inImage(i)) n++;
        return n * 2 >= items.size();
    }

    private GlobalVar image(List<Initializer.Item> items, long size, int align) {
        byte[] bytes = new byte[(int) size];
        for (Initializer.Item item : items) {
            if (!inImage(item)) continue;
            long lo;
            long hi;
            if (item.value() instanceof TypedExpr.IntConst c) {
                lo = c.low();
                hi = c.high();
            } else {
                TypedExpr.FloatConst c = (TypedExpr.FloatConst) item.value();
                lo = c.low();
                hi = c.high();
            }
            int n = (int) item.type().size();
            if (item.type().strip() instanceof BasicType t && t.format == BasicType.Format.X87) n = 10;
            boolean reversed = (item.type().quals() & CType.REVERSED) != 0;
            for (int k = 0; k < n; k++) bytes[(int) item.offset() + (reversed ? n - 1 - k : k)] = (byte) (k < 8 ? lo >>> 8 * k : hi >>> 8 * (k - 8));
        }
        return fn.unit.constantBytes(bytes, align);
    }

    private void store(Place object, Initializer.Item item, boolean zeroed) {
        CType t = item.type();
        b.loc = item.value().loc();
        if (item.bitField() != null) {
            Place p = new Place(object.address(), object.offset() + item.offset(), qualified(t, object), Place.alignAt(object.align(), item.offset()), null, 0, true,
                    item.bitField());
            storeBits(p, expressions.value(item.value()));
            return;
        }
        Place p = object.at(item.offset(), qualified(t, object));
        if (t.isArray()) {
            literal(p, (TypedExpr.StringLiteral) item.value(), zeroed);
        } else if (Shapes.byAddress(t)) {
            expressions.recordTo(item.value(), p, true);
        } else if (t.strip() instanceof ComplexType) {
            expressions.complexes.store(p, expressions.complexes.value(item.value()));
        } else {
            Inst v = expressions.value(item.value());
            b.loc = item.value().loc();
            // Initialising an atomic object is not an atomic operation (C17 7.17.2.1).
            if (t.isAtomic()) b.store(address(p), ordered(p, Halves.is(t) ? expressions.halves.bits(v) : v), align(p), 0);
            else store(p, v);
        }
    }

    private static CType qualified(CType t, Place object) {
        int q = object.type().quals() & (CType.VOLATILE | CType.SEG_FS | CType.SEG_GS);
        return q == 0 ? t : t.qualify(q);
    }

    /** An array of characters: the literal's bytes, then zeros. */
    private void literal(Place p, TypedExpr.StringLiteral literal, boolean zeroed) {
        long size = p.type().size();
        byte[] bytes = literal.data().bytes();
        int unit = literal.data().unit();
        if ((p.type().quals() & CType.REVERSED) != 0) {
            bytes = new byte[bytes.length];
            for (int k = 0; k < bytes.length; k++) bytes[k] = literal.data().bytes()[k / unit * unit + unit - 1 - k % unit];
        }
        int n = (int) Math.min(bytes.length, size);
        int used = n;
        while (used > 0 && bytes[used - 1] == 0) used--;
        if (used == 0) {
            if (!zeroed && size > 0) memset(address(p), 0, size, align(p));
            return;
        }
        if (!zeroed && size > n && size <= n + 64) {
            // Short arrays: one copy of the padded literal.
            byte[] padded = java.util.Arrays.copyOf(bytes, (int) size);
            memcpy(address(p), f.symbol(fn.unit.literal(new StringData(padded, unit)), 0), size, 1);
            return;
        }
        memcpy(address(p), f.symbol(fn.unit.literal(new StringData(bytes, unit)), 0), n, 1);
        if (!zeroed && size > n) memset(offset(p.address(), p.offset() + n), 0, size - n, 1);
    }
}
