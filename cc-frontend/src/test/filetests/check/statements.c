// test check Wall
int f(int i) {
    break;
    continue;
    case 1:
    default:
    switch (i) { case 1: case 1: break; default: default: break; }
    switch (i) { case 1 ... 5: case 3: break; }
    switch (1.0) { case 1: ; }
    switch (i) { case i: ; }
    goto nowhere;
here:
here:
    return;
}
void g(void) { return 1; }
int h(void) { }
int k(int x) { if (x) return 1; }
int m(int x) { while (1) if (x) return 1; }
int o(int x) { for (;;) ; }
int unused_things(int p) {
    int a;
    int b = 1;
    static int c;
    int used = 2;
unused_label:
    return used;
}
enum color { red, green, blue };
int sw(enum color c) { switch (c) { case red: return 1; case green: return 2; } return 0; }
int vla_jump(int n) {
    goto in;
    int v[n];
in:
    return 0;
}
void loops(int i) {
    for (static int k = 0; k < 3; k++) ;
    if (i = 1) ;
    while (i = 2) ;
    i == 3;
    i + 1;
}
static int never_used(void) { return 0; }
static int declared_only(void);
_Noreturn void nr(void) { }
---- output ----
3:5: error: break statement not within loop or switch
4:5: error: continue statement not within a loop
5:5: error: case label not within a switch statement
6:5: error: 'default' label not within a switch statement
7:26: error: duplicate case value
7:18: note: previously used here
7:50: error: multiple default labels in one switch
7:41: note: this is the first default label
8:32: error: duplicate case value
8:18: note: previously used here
9:13: error: switch quantity not an integer
10:18: error: case label does not reduce to an integer constant
13:1: error: duplicate label 'here'
12:1: note: previous definition of 'here' with type 'void'
14:5: warning: 'return' with no value, in function returning non-void [-Wreturn-type]
2:5: note: declared here
11:10: error: label 'nowhere' used but not defined
12:1: warning: label 'here' defined but not used [-Wunused-label]
16:23: warning: 'return' with a value, in function returning void [-Wreturn-type]
16:6: note: declared here
17:15: warning: control reaches end of non-void function [-Wreturn-type]
18:33: warning: control reaches end of non-void function [-Wreturn-type]
22:9: warning: unused variable 'a' [-Wunused-variable]
23:9: warning: unused variable 'b' [-Wunused-variable]
24:16: warning: unused variable 'c' [-Wunused-variable]
26:1: warning: label 'unused_label' defined but not used [-Wunused-label]
30:24: warning: enumeration value 'blue' not handled in switch [-Wswitch]
33:9: warning: unused variable 'v' [-Wunused-variable]
32:5: error: jump into scope of identifier with variably modified type
34:1: note: label 'in' defined here
33:9: note: 'v' declared here
38:21: error: declaration of static variable 'k' in 'for' loop initial declaration
39:9: warning: suggest parentheses around assignment used as truth value [-Wparentheses]
40:12: warning: suggest parentheses around assignment used as truth value [-Wparentheses]
41:7: warning: statement with no effect [-Wunused-value]
42:7: warning: statement with no effect [-Wunused-value]
46:27: warning: 'noreturn' function does return
44:12: warning: 'never_used' defined but not used [-Wunused-function]
45:12: warning: 'declared_only' declared 'static' but never defined [-Wunused-function]
