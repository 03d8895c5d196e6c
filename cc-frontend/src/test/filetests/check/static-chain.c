// test check Wall
void foo(void);
void test(int (*f)(void), char *p) {
    __builtin_call_with_static_chain(f(), p);
    __builtin_call_with_static_chain(foo(), foo);
    __builtin_call_with_static_chain(f(), (void *)0);
    __builtin_call_with_static_chain(p, f());
    __builtin_call_with_static_chain(f() + 1, p);
    __builtin_call_with_static_chain(f(), 0);
    __builtin_call_with_static_chain(foo, p);
    __builtin_call_with_static_chain(__builtin_fabs(1.0), p);
    __builtin_call_with_static_chain(f());
    int k = __builtin_call_with_static_chain(foo(), p);
}
---- output ----
7:38: error: first argument to '__builtin_call_with_static_chain' must be a call expression
8:38: error: first argument to '__builtin_call_with_static_chain' must be a call expression
9:43: error: second argument to '__builtin_call_with_static_chain' must be a pointer type
10:38: error: first argument to '__builtin_call_with_static_chain' must be a call expression
11:38: error: first argument to '__builtin_call_with_static_chain' must not be a builtin call
12:5: error: too few arguments to function '__builtin_call_with_static_chain'
13:13: error: void value not ignored as it ought to be
13:9: warning: unused variable 'k' [-Wunused-variable]
