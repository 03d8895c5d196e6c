package org.jcc.frontend.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jcc.frontend.ast.FunctionSymbol;
import org.jcc.frontend.ast.Symbol;
import org.jcc.frontend.types.ArrayType;
import org.jcc.frontend.types.CType;
import org.jcc.frontend.types.FunctionType;
import org.jcc.frontend.types.FunctionTypeAttributes;
import org.jcc.frontend.types.Types;

/**
 * The library functions that gcc knows by name: their types for implicit declarations and for {@code __builtin_name}, the
 * header that declares them, and what is true of them.
 *
 * <p>A row is {@code header signature attributes: names}. A signature is the result and then the parameters, a letter
 * each: v void, b _Bool, c char, i int, u unsigned, l long, m unsigned long, z size_t, L long long, U unsigned long long,
 * f float, d double, e long double, p {@code void *}, P {@code const void *}, s {@code char *}, S {@code const char *},
 * r {@code int *}, D {@code double *}, G {@code float *}, E {@code long double *}, q, Q, k complex
 * numbers of float, double, long double, V va_list, F {@code FILE *}, and a dot
 * for variable arguments. A name with {@code ~} stands for three: itself for double, with f and with l for float
 * and long double in place of d, D, Q; one with {@code ^} for those of {@code _Float32}, 64, 128, 32x and 64x (1 to 5 in the signature), whose suffixes are the types'.
 * Attributes: n noreturn, c const, p pure, t nothrow, m malloc, and
 * {@code P1}, {@code S1}: a printf-, scanf-like format at that parameter.
 */
final class LibraryFunctions {
    private static final String TABLE = """
            math.h dd ct: acos~ acosh~ asin~ asinh~ atan~ atanh~ cbrt~ ceil~ cos~ cosh~ erf~ erfc~ exp~ exp2~ expm1~ fabs~ floor~ gamma~ j0~ j1~ lgamma~ log~ log10~ log1p~ log2~ logb~ nearbyint~ rint~ round~ roundeven~ sin~ sinh~ sqrt~ tan~ tanh~ tgamma~ trunc~ y0~ y1~ significand~ exp10~ pow10~
            math.h ddd ct: atan2~ copysign~ drem~ fdim~ fmax~ fmin~ fmod~ hypot~ nextafter~ pow~ remainder~ scalb~
            math.h dde ct: nexttoward~
            math.h dddd ct: fma~
            math.h ddi ct: ldexp~ scalbn~
            math.h ddl ct: scalbln~
            math.h did ct: jn~ yn~
            math.h ddr t: frexp~ lgamma_r gamma_r
            math.h ffr t: lgammaf_r gammaf_r
            math.h eer t: lgammal_r gammal_r
            math.h dd ct: ceil^ floor^ nearbyint^ rint^ round^ roundeven^ sqrt^ trunc^
            math.h ddd ct: fmax^ fmin^
            math.h dddd ct: fma^
            math.h ddD t: modf~
            math.h dddr t: remquo~
            math.h vdDD t: sincos~
            math.h id ct: ilogb~ finite~ isinf~ isnan~ signbit~
            math.h ld ct: lrint~ lround~
            math.h Ld ct: llrint~ llround~
            complex.h dQ ct: cabs~ carg~ creal~ cimag~
            complex.h QQ ct: cacos~ cacosh~ casin~ casinh~ catan~ catanh~ ccos~ ccosh~ cexp~ clog~ clog10~ conj~ cproj~ csin~ csinh~ csqrt~ ctan~ ctanh~
            complex.h QQQ ct: cpow~
            alloca.h pz t: alloca
            stdlib.h ii ct: abs
            stdlib.h ll ct: labs
            stdlib.h LL ct: llabs
            inttypes.h ll ct: imaxabs
            stdlib.h v nt: abort
            stdlib.h vi nt: exit _Exit
            unistd.h vi nt: _exit
            stdlib.h pz mt: malloc
            stdlib.h pzz mt: calloc aligned_alloc
            stdlib.h ppz t: realloc
            alloca.h pz t: alloca
            stdlib.h vp t: free
            stdlib.h ipzz t: posix_memalign
            string.h ppPz t: memcpy memmove
            string.h ppPz t: mempcpy
            string.h ppiz t: memset
            string.h iPPz pt: memcmp
            string.h pPiz pt: memchr
            string.h zS pt: strlen
            string.h zSz pt: strnlen
            string.h iSS pt: strcmp
            strings.h iSS pt: strcasecmp
            string.h iSSz pt: strncmp
            strings.h iSSz pt: strncasecmp
            string.h ssS t: strcpy strcat stpcpy
            string.h ssSz t: strncpy strncat stpncpy
            string.h sSi pt: strchr strrchr
            strings.h sSi pt: index rindex
            string.h sSS pt: strstr strpbrk
            string.h zSS pt: strspn strcspn
            string.h sS mt: strdup
            string.h sSz mt: strndup
            strings.h iPPz pt: bcmp
            strings.h vPpz t: bcopy
            strings.h vpz t: bzero
            strings.h ii ct: ffs
            string.h il ct: ffsl
            string.h iL ct: ffsll
            stdio.h iS. P1: printf
            stdio.h isS. P2: sprintf
            stdio.h iszS. P3: snprintf
            stdio.h iFS. P2: fprintf
            stdio.h iSV P1: vprintf
            stdio.h isSV P2: vsprintf
            stdio.h iszSV P3: vsnprintf
            stdio.h iFSV P2: vfprintf
            stdio.h iS. S1: scanf
            stdio.h iSS. S2: sscanf
            stdio.h iFS. S2: fscanf
            stdio.h iSV S1: vscanf
            stdio.h iSSV S2: vsscanf
            stdio.h iFSV S2: vfscanf
            stdio.h iS : puts
            stdio.h ii : putchar
            stdio.h iiF : fputc putc
            stdio.h iSF : fputs
            stdio.h zPzzF : fwrite
            stdio.h ii : putchar_unlocked
            stdio.h iS : puts_unlocked
            stdio.h iiF : fputc_unlocked putc_unlocked
            stdio.h iSF : fputs_unlocked
            stdio.h zPzzF : fwrite_unlocked
            stdio.h iS. P1: printf_unlocked
            stdio.h iFS. P2: fprintf_unlocked
            ctype.h ii pt: isalnum isalpha isblank iscntrl isdigit isgraph islower isprint ispunct isspace isupper isxdigit tolower toupper toascii isascii
            wctype.h iu pt: iswalnum iswalpha iswblank iswcntrl iswdigit iswgraph iswlower iswprint iswpunct iswspace iswupper iswxdigit
            wctype.h uu pt: towlower towupper
            time.h zszSP : strftime
            libintl.h sS t: gettext
            libintl.h sSS t: dgettext
            libintl.h sSSi t: dcgettext
            unistd.h i : fork vfork
            unistd.h iSS. : execl execlp execle
            unistd.h iSp : execv execvp
            unistd.h iSpp : execve
            - ppPzz t: __memcpy_chk __memmove_chk __mempcpy_chk
            - ppizz t: __memset_chk
            - ssSz t: __strcpy_chk __strcat_chk __stpcpy_chk
            - ssSzz t: __strncpy_chk __strncat_chk __stpncpy_chk
            - isizS. t: __sprintf_chk
            - iszizS. t: __snprintf_chk
            - isizSV t: __vsprintf_chk
            - iszizSV t: __vsnprintf_chk
            - iiS. : __printf_chk
            - iFiS. : __fprintf_chk
            - iiSV : __vprintf_chk
            - iFiSV : __vfprintf_chk
            - ffi ct: __powisf2
            - ddi ct: __powidf2
            - eei ct: __powixf2
            - i : __fentry__
            - vpi : __cxa_finalize
            - dd ct: __isnan_d
            - bzp t: __atomic_is_lock_free
            - vzppi : __atomic_load __atomic_store
            - vzpppi : __atomic_exchange
            - bzpppii : __atomic_compare_exchange
            """;

    private static final String[] EXTENDED = {"f32", "f64", "f128", "f32x", "f64x"};

    private record Row(String header, String signature, String attributes) {}

    private static final Map<String, Row> ROWS = rows();

    private final Checker c;
    private final Types types;
    private final Map<String, CType> made = new HashMap<>();
    /** Functions known only through {@code __builtin_name} so far: any declaration of the right shape may replace their type. */
    final java.util.Set<FunctionSymbol> undeclared = new java.util.HashSet<>();

    LibraryFunctions(Checker c) {
        this.c = c;
        this.types = c.types;
    }

    private static Map<String, Row> rows() {
        Map<String, Row> rows = new HashMap<>(2048);
        for (String line : TABLE.split("\n")) {
            int colon = line.indexOf(':');
            String[] head = line.substring(0, colon).trim().split(" +");
            String attributes = head.length > 2 ? head[2] : "";
            String header = head[0].equals("-") ? null : head[0];
            for (String name : line.substring(colon + 1).trim().split(" +")) {
                if (name.endsWith("~")) {
                    String base = name.substring(0, name.length() - 1);
                    rows.put(base, new Row(header, head[1], attributes));
                    rows.put(base + "f", new Row(header, head[1].replace('d', 'f').replace('D', 'G').replace('Q', 'q'), attributes));
                    rows.put(base + "l", new Row(header, head[1].replace('d', 'e').replace('D', 'E').replace('Q', 'k'), attributes));
                } else if (name.endsWith("^")) {
                    for (int k = 0; k < EXTENDED.length; k++) {
                        rows.put(name.substring(0, name.length() - 1) + EXTENDED[k], new Row(header, head[1].replace('d', (char) ('1' + k)), attributes));
                    }
                } else {
                    rows.put(name, new Row(header, head[1], attributes));
                }
            }
        }
        return rows;
    }

    /** The function's type, or null if gcc knows no such function. */
    CType type(String name) {
        Row r = ROWS.get(name);
        return r == null ? null : made.computeIfAbsent(name, n -> make(r));
    }

    String header(String name) {
        Row r = ROWS.get(name);
        return r == null ? null : r.header;
    }

    private CType make(Row r) {
        FunctionTypeAttributes a = null;
        int at = Math.max(r.attributes.indexOf('P'), r.attributes.indexOf('S'));
        if (at >= 0) {
            int index = r.attributes.charAt(at + 1) - '0';
            boolean valist = r.signature.endsWith("V");
            a = new FunctionTypeAttributes("c", r.attributes.charAt(at) == 'P' ? "printf" : "scanf", index, valist ? 0 : index + 1, 0, -1);
        }
        return signature(r.signature, r.attributes.startsWith("n"), a);
    }

    /** A function type from its letters. */
    FunctionType signature(String s, boolean noreturn, FunctionTypeAttributes a) {
        List<CType> params = new ArrayList<>();
        boolean variadic = false;
        for (int i = 1; i < s.length(); i++) {
            char k = s.charAt(i);
            if (k == '.' || k == '*') variadic = true;
            else params.add(letter(k));
        }
        return new FunctionType(letter(s.charAt(0)), params, variadic, true, noreturn, a);
    }

    private CType letter(char k) {
        return switch (k) {
            case 'v' -> types.void_;
            case 'b' -> types.bool;
            case 'c' -> types.char_;
            case 'i' -> types.int_;
            case 'u' -> types.uint;
            case 'l' -> types.long_;
            case 'm' -> types.ulong;
            case 'z' -> types.size;
            case 'L' -> types.llong;
            case 'U' -> types.ullong;
            case 'f' -> types.float_;
            case 'd' -> types.double_;
            case 'e' -> types.ldouble;
            case '1' -> types.float32;
            case '2' -> types.float64;
            case '3' -> types.float128;
            case '4' -> types.float32x;
            case '5' -> types.float64x;
            case 'p', 'F' -> types.voidPtr;
            case 'P' -> types.constVoidPtr;
            case 's' -> types.charPtr;
            case 'S' -> types.constCharPtr;
            case 'r' -> types.int_.pointer();
            case 'D' -> types.double_.pointer();
            case 'G' -> types.float_.pointer();
            case 'q' -> types.complex(types.float_);
            case 'Q' -> types.complex(types.double_);
            case 'k' -> types.complex(types.ldouble);
            case 'E' -> types.ldouble.pointer();
            case 'V' -> types.vaList.strip() instanceof ArrayType a ? a.element.pointer() : types.vaList;
            default -> throw new IllegalArgumentException("signature letter " + k);
        };
    }

    /** As gcc compares a declaration with a built-in whose types it does not know exactly (FILE): pointers are pointers. */
    boolean looselyCompatible(FunctionType known, FunctionType t) {
        if (!t.prototype) return loose(known.result, t.result);
        if (known.params.size() != t.params.size() || known.variadic != t.variadic || !loose(known.result, t.result)) return false;
        for (int i = 0; i < known.params.size(); i++) if (!loose(known.params.get(i), t.params.get(i))) return false;
        return true;
    }

    private boolean loose(CType a, CType b) {
        return types.compatibleUnqualified(a, b) || a.isPointer() && b.isPointer()
                || a.isInteger() && b.isInteger() && a.strip().size() == b.strip().size() && a.isSigned() == b.isSigned();
    }

    private static final java.util.Set<String> NO_ERRNO = java.util.Set.of("fabs", "floor", "ceil", "trunc", "rint", "nearbyint", "round", "roundeven",
            "copysign", "finite", "isinf", "isnan", "signbit", "fmin", "fmax", "conj", "creal", "cimag", "cproj", "carg");

    /** Mathematical functions are constant but for errno. */
    private static boolean setsErrno(Row r, String name) {
        if (r.header == null || !r.header.equals("math.h") && !r.header.equals("complex.h")) return false;
        boolean suffix = name.endsWith("f") || name.endsWith("l");
        return !NO_ERRNO.contains(name) && !(suffix && NO_ERRNO.contains(name.substring(0, name.length() - 1)));
    }

    /** A function of streams, of whose type an implicit declaration knows nothing. */
    boolean takesStream(String name) {
        Row r = ROWS.get(name);
        return r != null && r.signature.indexOf('F') >= 0;
    }

    /** Tells a function symbol what is known of the library's function. */
    void attributes(FunctionSymbol f) {
        Row r = ROWS.get(f.name);
        if (r == null) return;
        f.constant |= r.attributes.contains("c") && !setsErrno(r, f.name);
        f.pure |= r.attributes.startsWith("p");
        f.malloc |= r.attributes.startsWith("m");
        f.noreturn |= r.attributes.startsWith("n");
        f.nothrow |= r.attributes.contains("t");
        if (f.type.strip() instanceof FunctionType t && t.attributes == null && type(f.name) instanceof FunctionType k && k.attributes != null && t.prototype) {
            f.type = t.withAttributes(t.noreturn, k.attributes);
        }
    }

    /** The library's function, declared or not, as {@code __builtin_name} means it; null if there is none of that name. */
    FunctionSymbol symbol(String name, int loc) {
        CType t = type(name);
        if (t == null) return null;
        int id = c.names.intern(name);
        Symbol s = c.scopes.linked(id);
        if (s instanceof FunctionSymbol f) return f;
        FunctionSymbol f = new FunctionSymbol(name, t, loc);
        f.linkage = Symbol.Linkage.EXTERNAL;
        f.library = true;
        f.implicit = true;
        attributes(f);
        undeclared.add(f);
        if (s == null) {
            c.scopes.link(id, f);
            c.symbols.add(f);
        }
        return f;
    }
}
