// test check Wall
void bar(void), baz(void);
int f(int a, int b, _Bool c) {
    if (a)
        for (;;)
            if (b) bar();
            else baz();
    if (a) {
        if (b) bar();
        else baz();
    }
    if (a) bar();
    else if (b) baz();
    return (!a & b) + (!a & !b) + (!a | c) + (a == b != c) + (!a | (b == 1)) + ((a == b) == c);
}
__attribute__((noreturn)) void g(void) {
}
---- output ----
4:5: warning: suggest explicit braces to avoid ambiguous 'else' [-Wdangling-else]
14:13: warning: suggest parentheses around operand of '!' or change '&' to '&&' or '!' to '~' [-Wparentheses]
14:49: warning: suggest parentheses around comparison in operand of '!=' [-Wparentheses]
17:1: warning: 'noreturn' function does return
