/* Results of every kind come from calls with landing blocks; each call throws once (results.cc). */
struct s { int a; };
extern int ext(struct s *); extern void thrower(int);
static void fin(struct s *p) { ext(p); }
struct big { long v[6]; double d; };
extern struct big mk(int); extern long double ld(int); extern __int128 i128(int); extern struct { double a, b; } pair(int); extern _Complex double cx(int);
long f(int n, double x)
{
    struct s s __attribute__((cleanup(fin))) = { n };
    struct big b = mk(n);
    long double l = ld(n) + x;
    __int128 w = i128(n) + n;
    __auto_type p = pair(n);
    _Complex double c = cx(n);
    static int (*fp)(struct s *) = ext;
    return b.v[1] + (long)l + (long)(w >> 3) + p.a + p.b + __real__ c + fp(&s) + (n > 3 ? ext(&s) : ext(&s) && ext(&s));
}
