// test program
// Loops that only count, sum and repeat an operation: their last values are computed without going round. Searches for bits and ends.
#include <stdio.h>
#define NI __attribute__((noinline))
NI unsigned f01(int n){unsigned s=0;for(int i=0;i<n;i++)s+=i;return s;}
NI unsigned f02(unsigned n){unsigned s=0;for(unsigned i=0;i<n;i++)s+=i;return s;}
NI long f03(long n){long s=0;for(long i=0;i<n;i++)s+=i;return s;}
NI int f04(int n){int i;for(i=0;i<n;i++);return i;}
NI int f05(int n){int i=0;while(i<n)i+=3;return i;}
NI unsigned f06(unsigned n){unsigned s=0;while(n--)s+=3;return s;}
NI int f07(int n){int s=0;while(n-->0)s+=2;return s;}
NI int f08(int n){int s=0;while(n>0){n--;s+=7;}return s;}
NI int f09(int n){int s=0;do{s+=5;}while(--n);return s;}
NI unsigned f10(unsigned n){unsigned s=0;for(unsigned i=n;i!=0;i--)s+=i;return s;}
NI long f11(int n){long s=0;for(int i=0;i<n;i++)s+=i;return s;}
NI long f12(int n){long s=0;for(int i=n;i>=0;i--)s+=i;return s;}
NI long f13(int a,int b){long s=0;for(int i=a;i<=b;i++)s+=i;return s;}
NI unsigned long f14(unsigned long n){unsigned long s=0;for(unsigned long i=1;i<=n;i++)s+=i;return s;}
NI int f15(char*p,char*e){int n=0;while(p<e){p++;n++;}return n;}
NI int f16(char*p,char*e){int n=0;while(p!=e){p++;n++;}return n;}
NI int f17(int*p,int*e){int n=0;for(;p<e;p+=2)n++;return n;}
NI unsigned f18(unsigned n){unsigned s=0;for(unsigned i=0;i<n;i++)s+=i*i;return s;}
NI unsigned f19(unsigned n,unsigned x){for(unsigned i=0;i<n;i++)x^=0x55;return x;}
NI unsigned f20(unsigned n,unsigned x){for(unsigned i=0;i<n;i++)x&=0x55;return x;}
NI unsigned f21(unsigned n,unsigned x){for(unsigned i=0;i<n;i++)x|=0x55;return x;}
NI unsigned f22(unsigned n,unsigned x){for(unsigned i=0;i<n;i++)x=x<<1;return x;}
NI unsigned f23(unsigned n,unsigned x){for(unsigned i=0;i<n;i++)x=x+x;return x;}
NI int f24(short n){int s=0;for(short i=0;i<n;i++)s+=3;return s;}
NI int f25(unsigned char n){int s=0;for(unsigned char i=0;i<n;i++)s+=3;return s;}
NI int f26(int n){int s=0;for(int i=0;i!=n;i++)s+=3;return s;}
NI int f27(int n){int s=0;for(int i=n;i;i--)s+=3;return s;}
NI int f28(int n){int s=0;for(int i=n-1;i>=0;--i)s+=3;return s;}
NI unsigned f29(unsigned n){unsigned s=0;for(unsigned i=n;i-->0;)s+=3;return s;}
NI long f30(long n){long s=0;for(long i=0;i<n;i+=4)s++;return s;}
NI unsigned f31(unsigned n){unsigned s=0;for(unsigned i=0;i<n;i+=4)s++;return s;}
NI int f32(int n){int s=0;for(int i=0;i<n;i+=2)s+=i;return s;}
NI int f33(int n,int m){int s=0;for(int i=0;i<n;i++)s+=m;return s;}
NI int f34(int n,int m){int s=0;for(int i=0;i<n;i++)for(int j=0;j<m;j++)s++;return s;}
NI int f35(int n){int s=0;for(int i=0;i<n;i++)for(int j=0;j<i;j++)s++;return s;}
NI int f36(int n,int x){for(int i=0;i<n;i++)x=-x;return x;}
NI int f37(int n,int x){for(int i=0;i<n;i++)x=~x;return x;}
NI int f38(int n,int x){int k=0;for(int i=0;i<n;i++)k=i*x+2;return k;}
NI double f39(int n){double d=0;for(int i=0;i<n;i++)d=i;return d;}
NI int f40(int n){int s=0;for(int i=10;i>n;i-=3)s+=i;return s;}
NI int f41(unsigned x){int n=0;while(x){x&=x-1;n++;}return n;}
NI int f42(unsigned x){int n=0;while(x){x>>=1;n++;}return n;}
NI int f43(unsigned x){int n=0;while(!(x&1)){x>>=1;n++;}return n;}
NI int f44(unsigned long x){int n=0;for(;x;n++)x&=x-1;return n;}
NI unsigned long f45(const char*s){const char*p=s;while(*p)p++;return p-s;}
NI unsigned long f46(const char*s){unsigned long n=0;while(s[n])n++;return n;}
NI int f47(int n,int*q){int s=0;for(int i=0;i<n;i++)s+=*q;return s;}
int main(void){
  long h=0;
#define T(f,...) do{ long r=(long)f(__VA_ARGS__); h=h*31+r;}while(0)
  static const int ns[]={0,1,2,3,4,5,7,8,16,17,31,32,33,63,64,65,100,1000,-1,-5,-100};
  static char buf[4096]; static int ib[4096];
  for(int k=0;k<sizeof ns/sizeof*ns;k++){int n=ns[k]; unsigned u=n<0?-n:n; int m=n<0?-n:n;
   h=0;
   T(f01,n);T(f02,u);T(f03,n);T(f04,n);T(f05,n);T(f06,u);T(f07,n);T(f08,n);if(n>0)T(f09,n);T(f10,u);
   T(f11,n);T(f12,n);T(f13,-3,n);T(f13,n,n+9);T(f14,u);
   T(f15,buf,buf+(m&4095));T(f16,buf,buf+(m&4095));T(f17,ib,ib+(m&4095));
   T(f18,u);T(f19,u,n*77);T(f20,u,n*77);T(f21,u,n*77);T(f22,u,n*77+1);T(f23,u,n*3+1);
   if(n<30000)T(f24,n);T(f25,n);if(n>=0)T(f26,n);if(n>=0)T(f27,n);T(f28,n);T(f29,u);T(f30,n);T(f31,u);
   if(n<30000)T(f32,n);T(f33,n,n&15);if(n<3000)T(f34,n,3);if(n<2000)T(f35,n);T(f36,n,7);T(f37,n,7);
   T(f38,n,3);T(f39,n);T(f40,n);T(f41,u);T(f42,u);if(u)T(f43,u);T(f44,u);
  printf("%d %lx\n",n,h);}
 h=0;T(f06,70000u);T(f02,1234567u);T(f10,1234567u);T(f29,1234567u);
 printf("%lx\n",h);return 0;}
---- output ----
0 412c88af58663d5d
1 5c134da80d01b6a0
2 93d1660dec5ddbf8
3 db60e96100c0b438
4 fc7b255590bcca30
5 bf7c64752e5018c5
7 f45d8c6481c85df0
8 c063f50c99c3c64
16 4ba36432c3eeaf9b
17 c2b4fbc641f7a70a
31 489066c452d48940
32 b8c3f4bbda3ef43a
33 f8010557ca5595fa
63 926dc7af51927df
64 1eee6a697b8b79db
65 c19c6f4d1654aa1c
100 29d99c4e9c6589e3
1000 fc3320fde2a39801
-1 411cc809bd612acf
-5 8c1d5e94a9e4657a
-100 9bd706e787f2a8b4
1b0eabc30fe
