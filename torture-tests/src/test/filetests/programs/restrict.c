// test program
// What restrict does not promise (C17 6.7.3.1): pointers that only read, pointers set from one another, executions of one inlined body, pointers through memory.
#include <stdio.h>
#include <stdint.h>
#define NI __attribute__((noinline))
int m[64], k[64];
static void fill(void){for(int i=0;i<64;i++){m[i]=i;k[i]=100+i;}}
static void end(void){unsigned s=0;for(int i=0;i<64;i++)s=s*31+m[i]*7+k[i];printf("%x\n",s);}
static void P(int x){printf("%d ",x);}

// Both only read.
NI void add(int n,int *restrict o,const int *restrict a,const int *restrict b){for(int i=0;i<n;i++)o[i]=a[i]+b[i];}
// Nothing is written by one pointer where the other is used: ranges beside each other in one array.
NI void halves(int n,int *__restrict a,int *__restrict__ b){for(int i=0;i<n;i++){a[i]+=b[i];b[i]^=a[i];}}
// The pointer is set anew: what it pointed to before and what it points to now are based on it alike.
NI int again(int *restrict p,int *q){p[0]=1;p=q;p[0]=2;int x=q[0];p++;p[-1]=3;return x+q[0]*10;}
NI int twice(int *restrict p,int *q){int a=p[0];p[0]=a+1;p=q;p[0]+=5;p=q+1;return p[-1]+a;}
// One is set from the other.
NI int local(int *p){int *restrict q=p;q[0]=5;q[1]=q[0]+1;return q[0]+q[1];}
NI int mixed(int *restrict p){int *restrict q=p;p[0]=1;q[0]=2;p[1]=p[0];q[1]+=p[0];return p[0]+q[1];}
NI int chosen(int *restrict p,int *restrict q,int c){int *r=c?p:q;*r=4;*p+=1;*q+=2;return *r;}
NI int loop(int *restrict p,int *restrict q,int n){int *r=p;int s=0;for(int i=0;i<n;i++){*r=i;s+=*p*3+*q;*p=s;*q+=*r;r=r==p?q:p;}return s;}
// Through memory, a call, an integer.
struct box{int *p;};
NI int boxed(int *restrict p,struct box *b,int *restrict q){b->p=p;*p=1;*b->p=2;*q=7;return *p+*b->p;}
NI int *same(int *p){return p;}
NI int called(int *restrict p,int *restrict q){int *r=same(p);*r=1;*p=2;*q=9;return *r;}
NI int integer(int *restrict p,int *restrict q){uintptr_t u=(uintptr_t)p;int *r=(int*)(u+4);p[1]=1;*r=2;q[0]=3;return p[1];}
NI int difference(int *restrict p,int *restrict q){long d=q-p;q[0]=1;p[d]=2;return q[0];}
// Members and globals promise nothing here, nor what a pointer points to.
struct pair{int *restrict a,*restrict b;};
NI int members(struct pair *s){*s->a=1;*s->b=2;return *s->a;}
// One execution of the body uses either pointer, so both may be one; the copies of the body are several executions.
static inline int either(int *restrict a,int *restrict b,int c){if(c)return *a;*b=c+11;return 0;}
NI int rounds(int *p,int *q,int n){int s=0;for(int i=0;i<n;i++)s=s*3+either(p,q,i%3);return s;}
NI int unrolled(int *p,int *q){int s=0;for(int i=0;i<4;i++)s=s*3+either(p,q,~i&1);return s;}
NI int two(int *p,int *q){int a=either(p,q,1);either(p,q,0);int b=either(p,q,1);return a*100+b;}
static inline void add3(int *restrict a,const int *restrict b,int n){for(int i=0;i<n;i++)a[i]+=b[i];}
NI void swaps(int *a,int *b,int n){for(int i=0;i<n;i++){add3(a,b,8);int *t=a;a=b;b=t;}}
static inline int *put(int *restrict a,int *restrict b){*a=1;*b=2;return a;}
NI int filled(int *p,int *q){int s=0;for(int i=0;i<5;i++){put(p,k);put(k+1,q);s=s*3+*p;}return s;}
NI void nested(int *a,int *b){add3(a,b,8);add3(b,a,8);add3(a+1,b,8);add3(b,a+1,8);}
NI int returned(int *p,int *q){int *r=put(p,q);*p=5;*r+=1;*q=7;return *p+*q;}
// The value of the first read is at hand, but only if the one pointer was used.
static inline int late(int *restrict a,int *restrict b,int c){int x=0;if(!c)*b=77;if(c)x=*a;return x;}
NI int after(int *p,int *q,int c){int x=late(p,q,c);return x*1000+*p;}
// What the one pointer was the other is in the next call.
static int down(int *restrict a,int *restrict b,int n){if(n==0)return *a;if(n&1)*b+=n;else *a*=2;return down(b,a,n-1);}
NI int recursion(int *p,int *q,int n){return down(p,q,n);}
NI void vla(int n,int a[restrict n],int b[restrict static 2]){for(int i=0;i<n;i++)a[i]=b[i&1]+i;}
// The block is left and entered again.
NI int blocks(int *p,int n){int s=0;for(int i=0;i<n;i++){int *restrict q=p+(i&1);*q+=i;s+=*q;}return s+p[0];}
NI int inner(int *p){{int *restrict q=p;*q=3;}p[0]+=1;{int *restrict q=p;*q*=2;}return p[0];}
NI int sink(int n,int *restrict s,const int *restrict a){*s=0;for(int i=0;i<n;i++)*s+=a[i];return *s;}
NI void stencil(int n,int *restrict o,const int *restrict a){for(int i=1;i<n-1;i++)o[i]=a[i-1]+2*a[i]+a[i+1];}

int main(void){
    fill();add(20,m,k,k);add(20,m+20,m,m);end();
    fill();halves(16,m,m+16);halves(16,k+16,k);end();
    fill();P(again(m,m));P(again(m+1,k));end();
    fill();P(twice(m+3,m+3));P(twice(m+3,k));end();
    fill();P(local(m));P(mixed(m+2));end();
    fill();P(chosen(m,k,0));P(chosen(m,k,1));end();
    fill();P(loop(m,k,9));end();
    struct box b;
    fill();P(boxed(m,&b,k));end();
    fill();P(called(m,k));end();
    fill();P(integer(m,k));end();
    fill();P(difference(m,m+9));end();
    struct pair s={m,m};
    fill();P(members(&s));end();
    fill();P(rounds(m,m,11));end();
    fill();P(unrolled(m,m));end();
    fill();P(two(m+5,m+5));end();
    fill();swaps(m,m+8,5);end();
    fill();P(filled(m,m));end();
    fill();nested(m,m+16);end();
    fill();P(returned(m,k));P(returned(m+1,m+2));end();
    fill();P(after(m+4,m+4,0));P(after(m+4,m+4,1));end();
    fill();m[3]=1;P(recursion(m+3,m+9,6));P(recursion(m+4,m+5,7));end();
    fill();vla(20,m,k);end();
    fill();P(blocks(m,7));P(inner(k));end();
    fill();P(sink(30,m,k));end();
    fill();stencil(40,m,k);end();
    return 0;
}
---- output ----
dc680e18
94ae4540
32 32 2e446acc
12 114 db7a5d0c
11 6 602b90e7
6 5 8f77b459
26689 401ee10e
4 b3215f2f
2 afe366ed
2 793bb748
2 c9ed3f8f
2 9c5fc732
299783 b63fbb13
33 b63fbb13
511 70e528aa
5d231314
242 172ca270
6adac964
13 13 16e62333
77 77077 b4a483a1
35 123 c494a89a
de3d8886
49 8 b05afe07
3435 f14a2973
ae49aa71
