/* A trampoline is code on the stack that gives a nested function its static chain: the pointer to a nested function is its address. */
typedef unsigned char u8;
typedef unsigned long u64;

static inline void put(u8 *at, u64 value, int bytes)
{
    while (bytes--) {
        *at++ = (u8)value;
        value >>= 8;
    }
}

void __jcc_trampoline(u8 *at, void *function, void *chain)
{
#if defined __x86_64__
    /* movabs $function, %r11; movabs $chain, %r10; jmp *%r11 */
    put(at, 0xbb49, 2);
    put(at + 2, (u64)function, 8);
    put(at + 10, 0xba49, 2);
    put(at + 12, (u64)chain, 8);
    put(at + 20, 0xe3ff49, 3);
#elif defined __riscv
    /* auipc t2, 0; ld t0, 24(t2); ld t2, 16(t2); jr t0; then the chain and the function */
    put(at, 0x00000397, 4);
    put(at + 4, 0x0183b283, 4);
    put(at + 8, 0x0103b383, 4);
    put(at + 12, 0x00028067, 4);
    put(at + 16, (u64)chain, 8);
    put(at + 24, (u64)function, 8);
    __asm__ volatile ("fence.i" : : : "memory");
#endif
}
