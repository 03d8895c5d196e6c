// test program -O3
// Loops that the vectoriser takes, and some that it must not: remainders, overlaps, choices, sums, narrow types.
#include <stdio.h>
#include <string.h>
#define N 1003
static int a[N+64], b[N+64], c[N+64]; static float x[N+64], y[N+64]; static double p[N+64], q[N+64]; static unsigned char u[N+64], w[N+64]; static short s[N+64], t[N+64]; static long l[N+64], m[N+64];
static unsigned h(const void*v,unsigned long n){const unsigned char*z=v;unsigned r=1;for(unsigned long i=0;i<n;i++)r=r*31+z[i];return r;}
__attribute__((noinline)) void f1(int*d,const int*e,int n){for(int i=0;i<n;i++)d[i]=e[i]*3+1;}
__attribute__((noinline)) void f2(int*d,const int*e,const int*g,int n){for(int i=0;i<n;i++)d[i]=e[i]<g[i]?e[i]:g[i];}
__attribute__((noinline)) int f3(const int*d,int n){int r=7;for(int i=0;i<n;i++)r+=d[i];return r;}
__attribute__((noinline)) unsigned f4(const unsigned*d,int n){unsigned r=0;for(int i=0;i<n;i++)r^=d[i]*d[i];return r;}
__attribute__((noinline)) void f5(float*d,const float*e,float k,int n){for(int i=0;i<n;i++)d[i]=e[i]*k+d[i];}
__attribute__((noinline)) void f6(double*d,const double*e,int n){for(int i=0;i<n;i++)d[i]=-e[i]/3+d[i];}
__attribute__((noinline)) void f7(unsigned char*d,const unsigned char*e,int n){for(int i=0;i<n;i++)d[i]=d[i]^e[i];}
__attribute__((noinline)) void f8(short*d,const short*e,int n){for(int i=0;i<n;i++)d[i]=(short)(d[i]*e[i]);}
__attribute__((noinline)) void f9(long*d,const long*e,long n){for(long i=0;i<n;i++)d[i]=(d[i]<<3)+(e[i]&0xff);}
__attribute__((noinline)) void f10(int*d,int n){for(int i=0;i<n;i++)d[i]=d[i+1];}
__attribute__((noinline)) void f11(int*d,int n){for(int i=1;i<n;i++)d[i]=d[i-1]+1;}
__attribute__((noinline)) void f12(int*d,int n){for(int i=8;i<n;i++)d[i]=d[i-8]+d[i];}
__attribute__((noinline)) void f13(void){for(int i=0;i<512;i++)c[i]=a[i]+b[i];}
__attribute__((noinline)) unsigned f14(void){unsigned r=3;for(int i=0;i<1000;i++)r+=(unsigned)a[i]>>3;return r;}
__attribute__((noinline)) void f15(unsigned*d,unsigned*e,int n){for(int i=0;i<n;i++)d[i]=e[i]>0x80000010u?e[i]:d[i]-e[i];}
__attribute__((noinline)) void f16(float*d,const int*e,int n){for(int i=0;i<n;i++)d[i]=e[i];}
__attribute__((noinline)) void f17(int*d,const int*e){while(*e)*d++=*e++;}
__attribute__((noinline)) long f18(const long*d,long n){long r=0;const long*e=d+n;while(d<e)r+=*d++;return r;}
__attribute__((noinline)) void f19(int*restrict d,const int*restrict e,int n){for(int i=0;i<n;i++){d[i]=e[i]+1;}}
__attribute__((noinline)) int f20(int*d,int n){int i;for(i=0;i<n;i++)d[i]=-d[i];return i;}
__attribute__((noinline)) int f21(const int*d,int n){int r=-1;for(int i=0;i<n;i++)r&=d[i]|0x70f0;return r;}
int main(){
 for(int i=0;i<N+64;i++){a[i]=i*2654435761u;b[i]=i*40503u-7*i*i;c[i]=i;x[i]=i*.5f;y[i]=7-i;p[i]=i/3.;q[i]=i-90.;u[i]=i*7;w[i]=i*13+1;s[i]=i*77;t[i]=i*31-5;l[i]=i*1234567891011L;m[i]=~i*33L;}
 static const int ns[]={0,1,3,4,5,8,15,16,17,63,100,1000,N};
 for(int k=0;k<13;k++){int n=ns[k];
  f1(c,a,n);f2(c+3,c,b,n);printf("%u %d %u ",h(c,sizeof c),f3(a,n),f4((unsigned*)b,n));
  f5(x,y,1.5f,n);f6(p,q,n);f7(u,w,n);f7(u+1,u,n);f7(u,u+1,n);f8(s,t,n);f9(l,m,n);printf("%u %u %u %u %u\n",h(x,sizeof x),h(p,sizeof p),h(u,sizeof u),h(s,sizeof s),h(l,sizeof l));
  f10(a,n);f11(b,n);f12(c,n);f13();f15((unsigned*)b,(unsigned*)a,n);f16(y,a,n);printf("%u %u %u %u %u %ld %d %d\n",h(a,sizeof a),h(b,sizeof b),h(c,sizeof c),h(y,sizeof y),f14(),f18(l,n),f20(a,n),f21(b,n));
  f19(a,b,n);f1(a+1,a,n);f1(a,a+1,n);f1(a+4,a,n);printf("%u\n",h(a,sizeof a));}
}
---- output ----
3043475398 7 0 304396795 2494507949 3093881426 27249382 3733051884
689027735 2803227708 184608950 2430421927 2134808955 0 0 -1
689027735
2379051381 7 0 359883284 2239242095 192525434 27249382 755803693
111739783 3244364907 625746149 1030702806 2339875396 223 1 -1640531471
3705606794
4068860105 -1492604986 411242277 1928821246 3415008031 821614330 654772474 2103629588
771968682 2685095980 3849414639 4150266487 2358366216 29629629386618 3 1082160368
2368474784
2702137509 -40018483 2267516636 2043784480 1446023851 2936261441 1513520314 3375129687
3081210099 2263452479 1914662239 296764742 2911423342 266666664477902 4 -1961297680
2426647449
2213189529 111937487 560722653 1773673456 1041437338 1756289547 60084534 1079589305
4007452522 3896337964 311850919 840237582 2641804915 2172839488336353 5 136344816
1182557168
116041283 57942771 4183186028 1608929123 1209873716 2171396209 3163421578 1052983918
2600061456 3687354919 135220840 3998936957 2721941691 17560493682997524 8 138473712
419888548
2458767201 1990068964 2052624257 3874074454 1515824625 2021669710 1252109602 2281533522
1553677242 1940588700 763881411 1849334598 2192726744 141244443284844896 15 28912
1340299359
1137225363 850907743 1085536313 1785563032 1726590771 208826524 3905494164 734027300
2952953077 4031357615 2609716993 72866439 1223699293 1130103694425682656 16 -2145357584
3391062210
1742460992 1205167732 494145913 507859880 2041365978 3358398690 3526315498 2637449484
676620430 2410345272 1190965438 2487756061 329998590 9040987580095513031 17 29424
1136020421
975248832 -775312944 2946082153 1470416065 3735447480 1636958454 2353563012 868097364
189519858 4089156655 813725449 883040752 2167464247 -1441129975210358352 63 28912
1642956604
4024991024 -1814189816 165770425 37353369 2172085386 3517378736 342561530 3415163664
4039277891 2036141315 2946373441 1222683307 1031574730 6947304271781577086 100 28912
3349616608
4010497847 348082115 517108277 3805939334 1282149092 1576767180 4160731501 3934943172
720390052 105714644 3501786300 931183488 3184222894 5122646357120009836 1000 28912
4062801062
3984656604 -1626903675 2405315961 807765759 2427326987 2518126103 1413044149 2148832832
892880115 4031135915 4284993740 1498893644 661690382 4117341968554751958 1003 28912
3956047396
