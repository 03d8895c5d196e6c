/* -mpc32, -mpc64 (gcc manual, x86 options): the x87 unit rounds to 24 or 53 bits, from before main. Bits 8 and 9 of the control
   word (Intel SDM volume 1, 8.1.5.2) hold PRECISION: 0 for 24 bits, 2 for 53. */

static void __attribute__((constructor)) set_precision(void)
{
    unsigned short control;
    __asm__ volatile ("fnstcw %0" : "=m"(control));
    control = (control & ~0x300) | PRECISION << 8;
    __asm__ volatile ("fldcw %0" : : "m"(control));
}
