// test program
// Loops of many forms: rotated, counted up and down, wrapping, left early, filling and copying with overlap, with memory that becomes a value.
#include <stdio.h>
#include <limits.h>
#define NI __attribute__((noinline))
static int a[4096], b[4096]; static unsigned char cc[4096]; static double dd[4096]; static struct { int x; char y; double z; } s[300];
static unsigned h(const void*v,unsigned long n){const unsigned char*z=v;unsigned r=1;for(unsigned long i=0;i<n;i++)r=r*31+z[i];return r;}
NI int down(int n){int r=0;for(int i=n;i>0;i--)r=r*3+a[i];return r;}
NI int downge(int n){int r=0;for(int i=n-1;i>=0;i-=2)r=r*3+a[i];return r;}
NI unsigned wrap8(unsigned char from,unsigned char to){unsigned r=0;for(unsigned char i=from;i!=to;i++)r=r*5+cc[i];return r;}
NI unsigned wrap32(unsigned from,unsigned to){unsigned r=0;for(unsigned i=from;i!=to;i+=3)r+=cc[i&4095];return r;}
NI int find(const int*p,int n,int v){int i;for(i=0;i<n;i++)if(p[i]==v)break;return i;}
NI int find2(const int*p,int v){int i=0;while(p[i]!=v)i++;return i*7+p[i+1];}
NI void fields(int n){for(int i=0;i<n;i++){s[i].x+=i;s[i].y=i;s[i].z=s[i].x*.5;}}
NI void fill(unsigned char*p,int n,int v){for(int i=0;i<n;i++)p[i]=v;}
NI void fillback(int*p,int n){for(int i=n-1;i>=0;i--)p[i]=-1;}
NI void zero2(double*p,unsigned n){for(unsigned i=0;i<n;i++)p[i]=0;}
NI void cpy(int*restrict p,const int*restrict q,unsigned long n){for(unsigned long i=0;i<n;i++)p[i]=q[i];}
NI void cpy2(int*p,const int*q,long n){for(long i=0;i<n;i++)p[i]=q[i];}
NI int nest(int n,int m){int r=0;for(int i=0;i<n;i++)for(int j=i;j<m;j++)for(int k=0;k<3;k++)r+=a[i*m+j]^k*b[j];return r;}
NI int promote(int*p,int n){*p=0;for(int i=0;i<n;i++){if(a[i]&1)*p+=a[i];else *p^=i;}return *p;}
NI int promote2(int*p,int*q,int n){for(int i=0;i<n;i++){*p+=i;*q+=*p;}return *p-*q;}
static int g; NI int early(int n){for(int i=0;i<n;i++){g+=i;if(a[i]%97==5)return i;}return -g;}
NI long big(long lo,long hi,long st){long r=0;for(long i=lo;i<hi;i+=st)r+=i&15;return r;}
NI int sle(int n){int r=0;for(int i=-3;i<=n;i++)r+=cc[i+3]*i;return r;}
NI int div0(int n,int d){int r=0;for(int i=0;i<n;i++){if(d)r+=i/d;r+=7;}return r;}
NI int col(int n){int r=0;for(int j=0;j<n;j++)for(int i=0;i<n;i++)r=r*3+a[i*n+j];return r;}
NI unsigned shortiv(short n){unsigned r=0;for(short i=-5;i<n;i++)r=r*3+i;return r;}
NI int dowh(int n){int i=0,r=0;do{r+=a[i]*i;}while(++i<n);return r+i;}
NI int two(int n){int r=0;int j=n;for(int i=0;i<j;i++,j--)r+=a[i]-a[j];return r;}
NI int swi(const char*p){int r=0;for(;*p;p++)switch(*p){case 'a':r+=1;break;case 'b':r*=3;continue;case 'c':r^=5;default:r+=2;}return r;}
NI void volat(volatile int*p,int n){for(int i=0;i<n;i++)*p=*p+i;}
NI int ptrs(const int*p,const int*e){int r=0;while(p<e){r=r*7+*p;p+=3;}return r;}
NI unsigned mix(unsigned*p,int n,unsigned k){unsigned r=0;for(int i=0;i<n;i++){p[i]=(p[i]^k)*2654435761u;r+=p[i]>>7;}return r;}
int main(){
 for(int i=0;i<4096;i++){a[i]=i*2654435761u>>3;b[i]=i*i-77;cc[i]=i*7;dd[i]=i;}
 int ns[]={0,1,2,3,4,5,7,8,9,16,17,31,33,100,255};
 for(int k=0;k<15;k++){int n=ns[k],x=k,y=3;
  printf("%d %d %u %u %d %d ",down(n),downge(n),wrap8(n,5),wrap32(5,5+3*n),find(a,n,a[20]),find2(a,a[n]));
  fields(n);fill(cc+k,n,k+200);printf("%u %u ",h(s,sizeof s[0]*0+8),h(cc,4096));
  fillback(b+7,n);zero2(dd+k,n);cpy(b+600,a,n);cpy2(b+1000,b+998,n);cpy2(b+1100,b+1101,n);printf("%u %u ",h(b,sizeof b),h(dd,sizeof dd));
  printf("%d %d %d %d %d ",nest(n,20),promote(&x,n),promote2(&x,&y,n),promote2(&x,&x,n),early(n));
  printf("%ld %ld %d %d %d %d %u %d %d ",big(-n,n*3,2),big(LONG_MAX-40,LONG_MAX-8,7),sle(n),div0(n,0),div0(n,3),col(n>60?60:n),shortiv(n),dowh(n),two(n));
  volat(&x,n);printf("%d %d %d %u %u\n",swi("abcabcbbacx"),x,ptrs(a,a+n),mix((unsigned*)a,n,k),h(a,sizeof a));
 }
}
---- output ----
0 0 1358 0 0 331804470 2487512833 1456474113 370973260 2999006896 0 0 -3 0 0 0 41 -28 0 0 0 4294966749 1 0 296 0 0 0 2541215970
331804470 0 1358 35 1 126738035 2487512833 1111052611 1153873512 545692513 1762266011 0 -3 0 0 16 41 -388 7 7 0 4294965655 1 -331804470 296 0 -1640531535 20737779 2541215970
712018554 331804470 483 91 2 458542512 2487512833 2856848700 2593865719 2370238953 879221886 -1640531536 -13 0 -1 20 41 -506 14 14 1249919675 4294962374 331804472 -1767269563 296 -1640531535 1012252611 14170476 890835857
1013697770 1392466695 1038 168 3 253476077 2487512833 2397430358 1083424496 1177320717 1826172591 1012252608 -68 0 -4 44 41 131 21 21 -25586506 4294952532 1055044559 1228540585 296 1012252611 -248818752 70333481 2914448426
-612668802 -430249811 203 434 4 48409642 2487512833 2970539951 975596494 1183956545 1868195509 661569925 -265 0 -10 56 41 1436 28 29 -414378644 4294923007 209677359 1528252685 296 661569931 -233075870 58885395 1346025212
-1309134880 1178317309 0 554 5 380214119 2487512833 3874101865 747271493 2040015299 -782148640 -216377831 -861 0 -20 88 41 2470 35 37 1610937025 4294834433 -505016288 1950668278 296 -216377821 46614570 84763588 724846525
1681945134 313672540 1749567578 1005 7 506952162 2487512833 3699352168 1541531168 1246541621 -39578869 1158238417 -6086 0 -41 116 41 5160 49 54 -986313511 4293771550 3630948 1390083663 296 1158238438 217984220 170759371 2283513924
980608641 -1082781083 1543755166 1317 8 301885727 2487512833 2765753519 1113660593 2259831883 1080375865 852984736 -16061 0 -69 112 41 6838 56 63 351167017 4291380065 -389497651 -1680465329 296 852984764 1845126531 116639059 3172449355
1802007919 708622065 2399973509 1631 9 96819292 2487512833 3801947445 3346776723 1300435049 -182965521 -923765101 -40887 0 -105 144 41 8736 63 72 322562433 4284205611 -1986840832 -634149429 296 -923765065 -535765541 149578964 772430453
-1633253941 -2027479501 2539375386 2363 16 271966984 2487512833 161578833 1040957768 3292154765 1328238863 1044272338 -10813493 0 -225 224 41 27785 112 147 523002295 2234009061 1038405299 -1982177164 296 1044272458 637222774 246980466 996402870
1771367710 1917197294 179490742 2687 17 66900549 2487512833 3320252503 1128111516 1723688224 2051212507 -344363002 -25165931 0 -361 272 41 31470 119 159 1107333805 2407059903 404546586 1338030297 296 -344362866 -699755286 231291015 3768274283
2110175564 1045912974 771996095 4487 20 417195933 2487512833 2900285724 3258626933 1742735365 -1484935670 1855905951 -2578 0 -826 484 41 103968 217 362 1924715559 1173880986 -2031069147 -895025579 296 1855906416 733325130 445036731 1932283148
-477421312 -1952147298 3668976306 5204 20 7063063 2487512833 2089069973 1417375289 1763327637 -930200204 -1786377992 -3283 0 -1354 528 41 118208 231 396 -685015466 1974994407 -201836039 -1291642580 296 -1786377464 1958185886 416322438 122446581
-1925961430 2110703148 1938168832 13797 20 226255638 2487512833 3630715331 2238484767 2993725317 -1971894668 -1508808664 -141705 0 57 1400 41 1074881 700 2317 -1951233314 2935729455 -1766238656 1047111464 296 -1508803714 1823634212 1595277029 3033008677
547369223 1470970550 809519 35773 20 116342041 2487512833 3322143460 2744017739 4244987665 -145744304 -166183893 -2601090 0 198 4068 41 6984136 1785 12495 581247902 560351690 350138390 1184670666 296 -166151508 416972076 4212032703 2339928382
