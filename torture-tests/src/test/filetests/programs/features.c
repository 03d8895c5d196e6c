// test program needs=avx2,fma,bmi1,bmi2,popcnt,abm,movbe -march=haswell -lm
// Bits, rounding, contraction and conversions with the instructions of Haswell.
#include <stdio.h>
#include <math.h>
#include <stdint.h>
#define N __attribute__((noinline))
N int pop(unsigned x){return __builtin_popcount(x);}
N int popl(unsigned long x){return __builtin_popcountl(x);}
N int popc(unsigned char x){return __builtin_popcount(x);}
N int clz(unsigned x){return __builtin_clz(x);}
N int ctz(unsigned x){return __builtin_ctz(x);}
N int clzl(unsigned long x){return __builtin_clzl(x);}
N unsigned andn(unsigned a, unsigned b){return ~a&b;}
N uint64_t andnl(uint64_t a, uint64_t b){return a&~b;}
N unsigned blsr(unsigned a){return a&(a-1);}
N uint64_t blsi(uint64_t a){return a&-a;}
N unsigned blsmsk(unsigned a){return a^(a-1);}
N unsigned shl(unsigned a,int n){return a<<n;}
N uint64_t shr(uint64_t a,int n){return a>>n;}
N int64_t sar(int64_t a,int n){return a>>n;}
N short sars(short a,int n){return a>>n;}
N unsigned char shrc(unsigned char a,int n){return a>>n;}
N unsigned rol(unsigned a){return a<<7|a>>25;}
N uint64_t ror(uint64_t a){return a>>7|a<<57;}
N unsigned bsw(unsigned *a){return __builtin_bswap32(*a);}
N uint64_t bswl(uint64_t *a){return __builtin_bswap64(*a);}
N double fl(double x){return floor(x);}
N float ce(float x){return ceilf(x);}
N double tr(double x){return trunc(x);}
N double ri(double x){return rint(x);}
N double fm(double a,double b,double c){return a*b+c;}
N double fms(double a,double b,double c){return a*b-c;}
N double fnm(double a,double b,double c){return c-a*b;}
N float fmf(float a,float *b,float c){return a**b+c;}
N double fmaa(double a,double b,double c){return fma(a,-b,-c);}
N double dot(double *a,double *b,int n){double s=0;for(int i=0;i<n;i++)s+=a[i]*b[i];return s;}
N double conv(int x, unsigned long y, float z){return x+(double)y+z;}
N double sq(double x){return x<0?0:sqrt(x);}
N unsigned long tou(double x){return (unsigned long)x;}
N double mix(double a,double b,int c){return c?a-b:b/a;}
N int cmp(double a,double b){return a<b;}
N void sat(int *a,int *b,int n){for(int i=0;i<n;i++)a[i]=a[i]*b[i]>7?a[i]:b[i];}
N void fv(float *a,float *b,float *c,int n){for(int i=0;i<n;i++)a[i]=a[i]*b[i]+c[i];}
N void mx(int *a,int *b,int n){for(int i=0;i<n;i++)a[i]=a[i]>b[i]?a[i]:b[i];}
int main(void){
 unsigned v[]={0,1,2,0x80000000u,0xdeadbeef,12345,~0u};
 for(int i=0;i<7;i++){unsigned x=v[i];uint64_t y=(uint64_t)x<<20|x;
  printf("%d %d %d ",pop(x),popl(y),popc(x));
  if(x)printf("%d %d %d ",clz(x),ctz(x),clzl(y));
  printf("%x %lx %x %lx %x ",andn(x,v[4]),andnl(y,v[5]),blsr(x),blsi(y),blsmsk(x));
  for(int n=0;n<32;n+=5)printf("%x %lx %lx %x %x ",shl(x,n),shr(y,n),sar(-y,n),sars(x,n&7),shrc(x,n&7));
  printf("%x %lx %x %lx\n",rol(x),ror(y),bsw(&x),bswl(&y));}
 double d[]={0.5,-0.5,1.5,2.5,-3.7,1e10,123456.789};
 float f[64],g[64],h[64];int p[64],q[64];
 for(int i=0;i<7;i++){double x=d[i];float fx=x;printf("%g %g %g %g ",fl(x),ce(x),tr(x),ri(x));
  printf("%.17g %.17g %.17g %.9g %.17g ",fm(x,x+.1,3),fms(x,x+.1,3),fnm(x,x+.1,3),fmf(x,&fx,3),fmaa(x,x+.1,3));
  printf("%.17g %.17g %.17g %lu %g %g %d\n",dot(d,d,7),conv(i,i*1000000000000ul,x),sq(x),tou(x<0?-x:x),mix(x,2,1),mix(x,2,0),cmp(x,1));}
 for(int i=0;i<64;i++){f[i]=i*1.1f;g[i]=i-3.3f;h[i]=i*i;p[i]=i*77-1000;q[i]=500-i*i;}
 fv(f,g,h,64);sat(p,q,61);mx(p,q,64);
 for(int i=0;i<64;i++)printf("%.9g %d%c",f[i],p[i],i%8==7?'\n':' ');
 return 0;}
---- output ----
0 0 0 deadbeef 0 0 0 ffffffff 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0
1 2 1 31 0 43 deadbeee 100000 0 1 1 1 100001 ffffffffffefffff 1 1 20 8000 ffffffffffff7fff 0 0 400 400 fffffffffffffbff 0 0 8000 20 ffffffffffffffdf 0 0 100000 1 fffffffffffffffe 0 0 2000000 0 ffffffffffffffff 0 0 40000000 0 ffffffffffffffff 0 0 80 200000000002000 1000000 100100000000000
1 2 1 30 1 42 deadbeed 200002 0 2 3 2 200002 ffffffffffdffffe 2 2 40 10000 fffffffffffeffff 0 0 800 800 fffffffffffff7ff 0 0 10000 40 ffffffffffffffbf 0 0 200000 2 fffffffffffffffd 0 0 4000000 0 ffffffffffffffff 1 1 80000000 0 ffffffffffffffff 0 0 100 400000000004000 2000000 200200000000000
1 2 0 0 31 12 5eadbeef 8000080000000 0 80000000 ffffffff 80000000 8000080000000 fff7ffff80000000 0 0 0 400004000000 ffffbffffc000000 0 0 0 20000200000 fffffdffffe00000 0 0 0 1000010000 ffffffefffff0000 0 0 0 80000800 ffffffff7ffff800 0 0 0 4000040 fffffffffbffffc0 0 0 0 200002 ffffffffffdffffe 0 0 40 100001000000 80 8000000800
24 41 7 0 0 12 0 deadbfefd8ec6 deadbeee 1 1 deadbeef deadbfefdbeef fff2152401024111 ffffbeef ef d5b7dde0 6f56dff7edf7 ffff90a920081208 fffffdf7 7 b6fbbc00 37ab6ffbf6f fffffc8549004090 ffffefbb 3b df778000 1bd5b7fdfb ffffffe42a480204 ffffff7d 1 eef00000 deadbfef ffffffff21524010 fffffbee e de000000 6f56dff fffffffff90a9200 ffffdf77 77 c0000000 37ab6f ffffffffffc85490 fffffefb 3 56df77ef de001bd5b7fdfb7d efbeadde efbefdfedbea0d00
6 12 4 18 0 30 dead8ec6 303900000 3038 1 1 3039 303903039 fffffffcfc6fcfc7 3039 39 60720 181c8181 ffffffffe7e37e7e 181 1 c0e400 c0e40c ffffffffff3f1bf3 c0e e 181c8000 60720 fffffffffff9f8df 60 0 3900000 3039 ffffffffffffcfc6 303 3 72000000 181 fffffffffffffe7e 181c 1c 40000000 c fffffffffffffff3 c0 0 181c80 7200000006072060 39300000 3930900303000000
32 52 8 0 0 12 0 fffffffffcfc6 fffffffe 1 1 ffffffff fffffffffffff fff0000000000001 ffffffff ff ffffffe0 7fffffffffff ffff800000000000 ffffffff 7 fffffc00 3ffffffffff fffffc0000000000 ffffffff 3f ffff8000 1fffffffff ffffffe000000000 ffffffff 1 fff00000 ffffffff ffffffff00000000 ffffffff f fe000000 7ffffff fffffffff8000000 ffffffff 7f c0000000 3fffff ffffffffffc00000 ffffffff 3 ffffffff fe001fffffffffff ffffffff ffffffffffff0f00
0 1 0 0 3.2999999999999998 -2.7000000000000002 2.7000000000000002 3.25 -3.2999999999999998 1.0000000001524158e+20 0.5 0.70710678118654757 0 -1.5 4 1
-1 -0 -0 -0 3.2000000000000002 -2.7999999999999998 2.7999999999999998 3.25 -3.2000000000000002 1.0000000001524158e+20 1000000000000.5 0 0 -2.5 -4 1
1 2 1 2 5.4000000000000004 -0.59999999999999987 0.59999999999999987 5.25 -5.4000000000000004 1.0000000001524158e+20 2000000000003.5 1.2247448713915889 1 -0.5 1.33333 0
2 3 2 2 9.5 3.5 -3.5 9.25 -9.5 1.0000000001524158e+20 3000000000005.5 1.5811388300841898 2 0.5 0.8 0
-4 -3 -3 -4 16.32 10.32 -10.32 16.6900005 -16.32 1.0000000001524158e+20 4000000000000.2998 0 3 -5.7 -0.540541 1
1e+10 1e+10 1e+10 1e+10 1.00000000001e+20 1.00000000001e+20 -1.00000000001e+20 1.00000002e+20 -1.00000000001e+20 1.0000000001524158e+20 5010000000005 100000 10000000000 1e+10 2e-10 0
123456 123457 123456 123457 15241591098.869423 15241591092.869423 -15241591092.869423 1.52415785e+10 -15241591098.869423 1.0000000001524158e+20 6000000123462.7891 351.36418286444621 123456 123455 1.62e-05 0
0 500 -1.52999997 499 1.13999999 496 8.01000023 491 19.0799999 484 34.3499985 475 53.8199997 464 77.4899979 451
105.360001 436 137.430008 419 173.699997 400 214.169998 379 258.839996 356 307.709991 331 360.779999 304 418.049988 275
479.519989 244 545.190002 309 615.059998 386 689.130005 463 767.400024 540 849.869995 617 936.540039 694 1027.41003 -29
1122.4801 -76 1221.75 -125 1325.21997 -176 1432.89001 -229 1544.76001 -284 1660.83008 -341 1781.09998 -400 1905.57007 -461
2034.23999 -524 2167.11011 -589 2304.18018 -656 2445.44995 -725 2590.92017 -796 2740.59009 -869 2894.45996 -944 3052.53003 -1021
3214.80005 -1100 3381.27002 -1181 3551.94019 -1264 3726.81006 -1349 3905.88013 -1436 4089.15015 -1525 4276.62012 -1616 4468.29004 -1709
4664.16016 -1804 4864.22998 -1901 5068.5 -2000 5276.97021 -2101 5489.64014 -2204 5706.51025 -2309 5927.58008 -2416 6152.8501 -2525
6382.32031 -2636 6615.99023 -2749 6853.86035 -2864 7095.93018 -2981 7342.2002 -3100 7592.66992 3697 7847.34033 3774 8106.21045 3851
