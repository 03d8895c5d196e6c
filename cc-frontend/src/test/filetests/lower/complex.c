// test run
int printf(const char *, ...);
typedef int v4 __attribute__((vector_size(16)));
static _Complex double add(_Complex double a, _Complex float b) { return a + b; }
static v4 mask(v4 a, v4 b) { return (a > b) & a; }
int main(void)
{
    _Complex double z = add(1.0 + 2.0i, 3.0f - 1.0if);
    z = z * 2.0 - 1.0i;
    z /= 2;
    __imag__ z += 10;
    printf("%g %g %d %d\n", __real__ z, __imag__ z, z == 4.0 + 10.5i, z != z);
    _Complex int g = 3 + 4i;
    g = ~g * g;
    printf("%d %d\n", __real__ g, __imag__ g);
    v4 a = {1, 20, 3, 40}, b = {10, 10, 2, 100};
    v4 c = mask(a, b) + 1;
    c[3] *= 5;
    v4 s = __builtin_shuffle(a, (v4){3, 2, 1, 0});
    printf("%d %d %d %d  %d %d\n", c[0], c[1], c[2], c[3], s[0], s[3]);
    return 0;
}
---- output ----
4 10.5 1 0
25 0
1 21 4 5  40 1
exit 0
