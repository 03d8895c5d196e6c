// test pp -P
#define e1(fmt, ...) printf(fmt, ##__VA_ARGS__)
#define e2(fmt, args...) printf(fmt, ## args)
#define e3(...) f(0, ##__VA_ARGS__)
#define e4(args...) f(0, args)
#define e5(a, ...) a: __VA_ARGS__ :a
e1("a"); e1("a",); e1("a", 1, 2); e2("b"); e2("b", c); e3(); e3(1); e4(); e4(1,2); e5(1); e5(1,2,3);
#define v1(a, ...) f(a __VA_OPT__(,) __VA_ARGS__)
#define v2(a, ...) f(a __VA_OPT__(, #__VA_ARGS__ a))
#define v3(a, ...) x ## __VA_OPT__(a ## b) ## y
#define v4(...) #__VA_OPT__(__VA_ARGS__ !)
#define EMPTY
v1(1); v1(1,); v1(1,2,3); v1(1,EMPTY); v2(1); v2(1, 2 3); v3(1); v3(1,2); v4(); v4(a , b)
#define comma ,
e1("x", comma) e5(comma, comma)
---- output ----
printf("a"); printf("a",); printf("a", 1, 2); printf("b"); printf("b", c); f(0); f(0,1); f(0, ); f(0, 1,2); 1: :1; 1: 2,3 :1;
f(1 ); f(1 ); f(1 , 2,3); f(1 ); f(1 ); f(1 , "2 3" 1); xy; x1by; ""; "a , b !"
printf("x", ,) ,: , :,
