// test run trapv
int printf(const char *, ...);
static int add(int x, int y) { return x + y; }
int main(void)
{
    printf("%d\n", add(2000000000, 100000000));
    return add(2000000000, 2000000000);
}
---- output ----
2100000000
trap: trap, @add: trap
