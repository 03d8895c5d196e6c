// test program
#include <stdio.h>
static long run(const unsigned char *code, long x)
{
    static const void *const labels[] = { &&add, &&twice, &&back, &&end };
    const unsigned char *pc = code;
    long total = 0, rounds = 0;
    for (;;) {
        long seen = x * 3 + rounds;
        goto *labels[*pc++];
    add:
        x += *pc++;
        goto next;
    twice:
        x += x;
        goto next;
    back:
        if (rounds < 5)
            pc = code;
        goto next;
    end:
        return total ^ x;
    next:
        total = total * 31 + seen;
        rounds++;
    }
}
int main(void)
{
    static const unsigned char code[] = { 0, 7, 1, 0, 250, 2, 1, 1, 3 };
    printf("%ld %ld\n", run(code, 1), run(code + 2, -9));
    return 0;
}
---- output ----
102751436492623 -769205862787
