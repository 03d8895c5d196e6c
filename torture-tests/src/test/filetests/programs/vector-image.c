// test program
/* The constant image of a vector is as aligned as the copy from it says (it was aligned to 8 bytes, and loaded with movaps at -O3). */
typedef char v16 __attribute__((vector_size(16)));
typedef char v32 __attribute__((vector_size(32)));
__attribute__((noinline)) unsigned sum16(int x)
{
    v16 v = {x, 1, 2, 3, 4, 5, 6, 7, x, 1, 2, 3, 4, 5, 6, 7};
    unsigned s = 0;
    for (int i = 0; i < 16; i++) s = s * 3 + v[i];
    return s;
}
__attribute__((noinline)) unsigned sum32(int x)
{
    v32 v = {x, 1, 2, 3, 4, 5, 6, 7, x, 1, 2, 3, 4, 5, 6, 7, 8, 1, 2, 3, 4, 5, 6, 7, 9, 1, 2, 3, 4, 5, 6, x};
    v32 w = v + v;
    unsigned s = 0;
    for (int i = 0; i < 32; i++) s = s * 3 + w[i];
    return s;
}
int main(void)
{
    __builtin_printf("%u %u\n", sum16(1), sum32(1));
    return 0;
}
---- output ----
25086526 1187919478
