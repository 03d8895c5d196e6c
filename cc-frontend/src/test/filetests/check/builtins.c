// test check
_Static_assert(__builtin_constant_p(3 + 4), "");
_Static_assert(!__builtin_types_compatible_p(int, long), "");
_Static_assert(__builtin_choose_expr(1, 2, "x") == 2, "");
_Static_assert(__builtin_clz(1) == 31 && __builtin_ctzll(8) == 3 && __builtin_popcount(255) == 8, "");
_Static_assert(__builtin_ffs(0) == 0 && __builtin_parity(7) == 1 && __builtin_clrsb(0) == 31, "");
_Static_assert(__builtin_bswap32(0x12345678) == 0x78563412, "");
_Static_assert(__builtin_strlen("hello") == 5, "");
_Static_assert(__builtin_add_overflow_p(2147483647, 1, 0), "");
_Static_assert(!__builtin_mul_overflow_p(2, 3, 0), "");
_Static_assert(__builtin_isnan(__builtin_nan("")), "");
_Static_assert(__builtin_isinf_sign(-__builtin_inf()) == -1, "");
_Static_assert(__builtin_classify_type(1.0) == 8 && __builtin_classify_type((char *)0) == 5, "");
_Static_assert(_Generic(1.0f, float: 1, default: 0), "");
_Static_assert(_Generic("x", char *: 1, default: 0), "");
_Static_assert(_Generic(__builtin_huge_vall(), long double: 1, default: 0), "");
_Static_assert(0.1L != 0.1, "x87");
_Static_assert((unsigned __int128)-1 >> 127 == 1, "");
_Static_assert((signed char)200 == -56 && (unsigned)-1 > 0 && -1 / 2 == 0 && -7 % 3 == -1, "");
_Static_assert('\xff' == -1 && L'\xff' == 255 && sizeof 'a' == 4 && sizeof "abc" == 4, "");
_Static_assert(2147483648 == 0x80000000 && sizeof 2147483648 == 8 && sizeof 0x80000000 == 4, "");
int o = 2147483647 + 1;
int z = 1 / 0;
void f(int i, int *p, double d) {
    __builtin_clz();
    __builtin_isnan(i);
    __builtin_add_overflow(i, i, i);
    __builtin_add_overflow(d, i, p);
    __atomic_load_n(i, 0);
    __sync_fetch_and_add(&d, 1);
    __builtin_object_size(p, i);
    __builtin_frame_address(i);
    __builtin_memcpy(p, i, 4);
    __builtin_trap(1);
    int (*fp)(void) = __builtin_trap;
    _Generic(i, long: 1);
    _Generic(i, int: 1, int: 2);
    asm("nop" : "=r"(1));
    asm("nop" : "r"(i));
    asm("nop" : : "=r"(i));
    asm("%[no]" : : "r"(i));
    asm("nop" : : : "nosuchreg");
    asm("nop" : : "i"(i));
}
---- output ----
22:20: warning: integer overflow in expression of type 'int' results in '-2147483648' [-Woverflow]
23:11: warning: division by zero [-Wdiv-by-zero]
23:11: warning: division by zero [-Wdiv-by-zero]
23:11: warning: division by zero [-Wdiv-by-zero]
23:9: error: initializer element is not constant
25:5: error: too few arguments to function '__builtin_clz'
26:21: error: non-floating-point argument in call to function '__builtin_isnan'
27:27: error: argument 3 in call to function '__builtin_add_overflow' does not have pointer to integral type
28:27: error: argument 1 in call to function '__builtin_add_overflow' does not have integral type
29:5: error: operand type 'int' is incompatible with argument 1 of '__atomic_load_n'
30:5: error: operand type 'double *' is incompatible with argument 1 of '__sync_fetch_and_add'
31:26: error: last argument of '__builtin_object_size' is not integer constant between 0 and 3
32:28: error: invalid argument to '__builtin_frame_address'
33:25: warning: passing argument 2 of '__builtin_memcpy' makes pointer from integer without a cast [-Wint-conversion]
33:25: note: expected 'const void *' but argument is of type 'int'
34:19: error: too many arguments to function '__builtin_trap'
35:23: error: built-in function '__builtin_trap' must be directly called
36:14: error: '_Generic' selector of type 'int' is not compatible with any association
37:25: error: '_Generic' specifies two compatible types
37:17: note: compatible type is here
37:25: error: '_Generic' selector matches multiple associations
37:17: note: other match is here
38:5: error: lvalue required in 'asm' statement
39:5: error: output operand constraint lacks '='
40:5: error: input operand constraint contains '='
41:5: error: undefined named operand 'no'
42:5: error: unknown register name 'nosuchreg' in 'asm'
43:5: error: impossible constraint in 'asm'
