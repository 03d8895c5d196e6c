// test layout
/* What gcc 12 makes of random records. */
enum E0 { A0, B0 = 100000 }; enum E1 { A1 = -1 }; enum __attribute__((packed)) E2 { A2 = 3 };
typedef int TI __attribute__((aligned(2))); typedef long long TJ __attribute__((aligned(16))); typedef short TK __attribute__((aligned(8)));
typedef int V16 __attribute__((vector_size(16))); typedef int V8 __attribute__((vector_size(8)));
typedef void *TP __attribute__((aligned(4))); typedef struct { char a; int b; } TS __attribute__((aligned(2)));
#pragma pack(push, 4)
union S0 { unsigned short *__attribute__((aligned(32))) m1 __attribute__((packed)); signed char m2 : 8 __attribute__((aligned(32))); } s0;
#pragma pack(pop)
struct S1 { signed char m3 : 6; enum E1 m4 : 13; unsigned m5 : 5; long long m6 : 26 __attribute__((packed)); _Alignas(0) short m7; __attribute__((packed)) TI m8 : 32; V8 m9; short m10 : 16; } s1;
struct S2 { TJ : 64; unsigned m12 : 32; __int128 m13 : 1; enum E2 m14 : 4 __attribute__((packed)); TI (__attribute__((aligned(4))) m15)[2]; TI : 1; __int128 m17; TK m18 : 4; } s2;
#pragma pack(4)
struct S3 { long m19; _Complex float m20[7]; signed char m21 : 8; } __attribute__((packed)) s3;
#pragma pack()
#pragma pack(1)
union S4 { unsigned long long m22[7]; enum E1 m23 : 3; TP m24; enum E1 m25 : 32; short *__attribute__((aligned(1))) m26; } s4;
#pragma pack()
struct S6 { long long *__attribute__((aligned(4))) m40 __attribute__((packed)); union { signed char m42 : 1; V8 m43 __attribute__((packed)); long long m44 : 2 __attribute__((aligned(8))); V8 m45[2] __attribute__((packed)); short m46 : 16; signed char m47 : 8 __attribute__((packed)); union { __int128 m49[3] __attribute__((packed)); unsigned long m50 : 64 __attribute__((packed)); short m51; unsigned *__attribute__((aligned(2))) m52; long long m53 : 48; long m54 : 1; }; __int128 : 0; }; unsigned long long m56; char m57 : 8; unsigned long long m58 : 64 __attribute__((aligned(8))); } __attribute__((gcc_struct)) s6;
struct S7 { signed char m59[3]; struct { V16 m61 __attribute__((aligned(16))); __attribute__((packed)) __int128 m62 : 128; enum E1 : 0 __attribute__((packed)); TI m64 __attribute__((packed)); }; TI : 7 __attribute__((aligned(4))); unsigned long m66 : 44; long long m67 : 5 __attribute__((aligned(1))); } __attribute__((packed)) s7;
union S8 { enum E1 (__attribute__((aligned(4))) m68)[2] __attribute__((aligned(4))); unsigned long m69 : 63; enum E2 : 0; unsigned char m71 __attribute__((packed)); } s8;
#pragma pack(push, 2)
struct S9 { long m72 : 7; _Bool const volatile m73; long m74 : 1 __attribute__((aligned(4))); long long m75 : 1; float *__attribute__((aligned(16))) m76; struct { TP m78; enum E0 m79[7]; char m80 : 8; __int128 m81 : 9 __attribute__((aligned(8))); TP (__attribute__((aligned(2))) m82); char m83; enum E1 m84 __attribute__((aligned(2))); unsigned long long m85 : 64; } m77[0] __attribute__((aligned(1))); } __attribute__((gcc_struct)) s9;
#pragma pack(pop)
struct S10 { enum E2 m86 : 8; } s10;
#pragma pack(push, 4)
struct S11 { unsigned char : 0; TI m88 : 32; unsigned short m89 : 3; enum E1 *__attribute__((aligned(4))) m90 __attribute__((packed)); char m91; unsigned short : 0; unsigned short m93 : 16; char m94 : 8; } __attribute__((aligned)) s11;
#pragma pack(pop)
#pragma pack(4)
struct S12 { V16 m95 __attribute__((packed)); __int128 m96; unsigned short m97 : 16 __attribute__((aligned)); } __attribute__((packed)) __attribute__((ms_struct)) s12;
#pragma pack()
#pragma pack(push, 4)
union S14 { int (*__attribute__((aligned(1))) m109)(void) __attribute__((packed)); unsigned m110[7]; unsigned m111 : 32; } __attribute__((ms_struct)) s14;
#pragma pack(pop)
#pragma pack(8)
struct S15 { V16 m112; long long : 26 __attribute__((packed)); enum E1 m114 : 32; } s15;
#pragma pack()
union S16 { int : 0 __attribute__((packed)); } __attribute__((packed)) __attribute__((gcc_struct)) s16;
#pragma pack(2)
struct S17 { long m116[0]; __int128 m117 : 32; } __attribute__((ms_struct)) s17;
#pragma pack()
struct S18 { long double m118; __attribute__((aligned(16))) enum E2 m119 : 1; __attribute__((aligned(4))) unsigned short m120 : 9; } __attribute__((aligned(32))) __attribute__((ms_struct)) s18;
struct S19 { enum E0 m121 : 32; unsigned long m122 : 3 __attribute__((aligned(1))); struct { TP m124; TJ (*__attribute__((aligned(16))) m125)(void); int m126 : 32; unsigned short m127 __attribute__((packed)); char : 0; TK : 0; } __attribute__((gcc_struct)); enum E2 (*__attribute__((aligned(16))) m130)(void); long m131; long : 0; } __attribute__((ms_struct)) s19;
#pragma pack(push, 8)
struct S20 { enum E0 m133 : 5; long m134 __attribute__((packed)); TI m135 : 32 __attribute__((packed)); unsigned short m136 : 16 __attribute__((packed)); signed char m137 : 8; char fl20[]; } __attribute__((aligned(4))) __attribute__((ms_struct)) s20;
#pragma pack(pop)
#pragma pack(4)
struct S21 { unsigned m138; signed char m139 : 8; __attribute__((aligned(32))) unsigned short m140 : 8; } __attribute__((aligned(16))) s21;
#pragma pack()
#pragma pack(push, 1)
struct S22 { V16 m141; unsigned long long m142 : 64 __attribute__((packed)); __attribute__((aligned(4))) __int128 m143 : 3; long long m144 : 64; short : 9; } s22;
#pragma pack(pop)
union S23 { char const volatile m146; _Bool : 0 __attribute__((aligned)); short (__attribute__((aligned)) m148)[2]; float m149; } __attribute__((ms_struct)) s23;
#pragma pack(push, 8)
struct S24 { int const volatile m150; _Bool : 1; } s24;
#pragma pack(pop)
struct S25 { __int128 m152 : 9; TK m153 : 16; long m154[1] __attribute__((aligned(2))); long long m155 : 16; } s25;
struct S28 { TS *__attribute__((aligned(16))) *m175; struct { unsigned m177 : 32; unsigned long long : 48; TK m179 : 5; long long *__attribute__((aligned(1))) m180 __attribute__((packed)); V8 m181 __attribute__((aligned)); long long m182 __attribute__((aligned(8))); } __attribute__((aligned(1))) m176[2]; unsigned long m183 : 29; } __attribute__((aligned(8))) s28;
#pragma pack(push, 4)
struct S29 { __int128 m184 : 128; TJ m185; unsigned short m186 : 8; } __attribute__((packed)) s29;
#pragma pack(pop)
struct S30 { unsigned char m187 __attribute__((aligned(4))); enum E2 : 0; signed char : 0; } __attribute__((packed)) s30;
struct S31 { unsigned long long m190; V8 m191[0] __attribute__((packed)); } s31;
struct S32 { int const volatile m192 __attribute__((packed)); TI m193 : 7; } __attribute__((packed)) s32;
#pragma pack(push, 2)
struct S34 { enum E2 m206 : 5; _Bool m207 : 1; struct { enum E2 m209 : 8; V8 m210; unsigned long m211; union { TK m213 : 4 __attribute__((packed)); __attribute__((aligned)) TJ m214 : 6; _Complex double m215; }; } __attribute__((aligned(4))); } __attribute__((packed)) __attribute__((gcc_struct)) s34;
#pragma pack(pop)
union S35 { short m216 : 16 __attribute__((aligned(8))); __int128 m217 : 64 __attribute__((aligned(16))); } s35;
#pragma pack(8)
struct S38 { long double m229; char m230 : 8; } __attribute__((ms_struct)) s38;
#pragma pack()
struct S40 { struct { unsigned long long m242 : 64 __attribute__((packed)); char m243; long long *__attribute__((aligned(1))) m244 __attribute__((aligned(16))); long long m245 : 64; long double m246[0] __attribute__((aligned(32))); enum E2 m247 : 8 __attribute__((packed)); int m248 : 2 __attribute__((aligned(1))); enum E0 m249 : 24; } __attribute__((packed)) m241[2]; } s40;
struct S41 { enum E2 m250 : 8 __attribute__((packed)); TP m251; } __attribute__((gcc_struct)) s41;
struct S42 { TJ m252 : 64; V8 m253; enum E2 m254 : 8; struct { enum E2 m256; short m257 : 16 __attribute__((packed)); struct { unsigned char m259; TK (*__attribute__((aligned)) m260)(void); V16 m261; long double m262; short *__attribute__((aligned(1))) *m263; unsigned (__attribute__((aligned(8))) m264)[2]; _Bool m265 : 1; _Complex float (*__attribute__((aligned(16))) m266)(void); } __attribute__((packed)) m258[2] __attribute__((aligned(2))); } __attribute__((gcc_struct)); float *__attribute__((aligned)) *m267; } s42;
struct S43 { V8 const volatile m268; unsigned short m269 : 16; long long m270 : 64; enum E0 m271 __attribute__((packed)); long m272 : 15; TI m273 : 9; } __attribute__((gcc_struct)) s43;
#pragma pack(push)
#pragma pack(2)
#pragma pack(push, x44, 4)
#pragma pack(pop)
struct S44 { unsigned long long m274; unsigned short const volatile m275; unsigned long long m276 : 32 __attribute__((packed)); } s44;
#pragma pack(pop)
struct S45 { TJ m277 : 9; enum E0 : 0 __attribute__((aligned(4))); enum E2 m279 : 8 __attribute__((packed)); } __attribute__((gcc_struct)) s45;
#pragma pack(push, 4)
struct S47 { __attribute__((aligned)) TK m290 : 5; short : 7 __attribute__((packed)); } s47;
#pragma pack(pop)
#pragma pack(1)
struct S48 { enum E0 m292 : 32; } __attribute__((packed)) __attribute__((gcc_struct)) s48;
#pragma pack()
#pragma pack(16)
union S49 { TP m293; unsigned : 24; } s49;
#pragma pack()
struct S50 { _Complex double m295[1]; unsigned char m296 : 6; unsigned long long m297 : 6 __attribute__((packed)); } __attribute__((ms_struct)) s50;
struct S51 { _Alignas(0) __int128 m298; signed char m299 : 6; int fl51[]; } s51;
struct S54 { char m320 : 8; unsigned long m321; __int128 m322 : 64; int fl54[]; } s54;
#pragma pack(push)
#pragma pack(2)
#pragma pack(push, x55, 4)
#pragma pack(pop)
struct S55 { unsigned m323 : 32; long long m324 : 64 __attribute__((packed)); unsigned char m325 : 8; unsigned long m326 : 8; struct { struct { TP m329[3]; V8 m330; unsigned long m331; __int128 m332 : 8; TK m333 __attribute__((aligned(8))); } __attribute__((packed)); TK m334 : 16; long long m335 : 64; V8 m336; } m327[0]; int m337 : 32; } __attribute__((packed)) __attribute__((aligned(8))) s55;
#pragma pack(pop)
#pragma pack(2)
struct S56 { union { union { unsigned short m340 : 8 __attribute__((packed)); _Complex float m341; unsigned short m342 : 16; } __attribute__((packed)); _Bool m343 : 1; } m338[2]; short m344[7]; } __attribute__((ms_struct)) s56;
#pragma pack()
#pragma pack(push, 1)
struct S57 { _Alignas(0) float m345; long : 0; enum E2 m347; enum E2 m348 : 8; unsigned short m349 : 2; long long m350 : 32; unsigned short m351; unsigned char : 4 __attribute__((aligned(1))); } __attribute__((ms_struct)) s57;
#pragma pack(pop)
struct S59 { long long m358 : 1; TI m359; short : 16; unsigned char m361 : 2; TJ m362 : 1; char m363[0]; TI m364; unsigned const volatile m365; } s59;
struct S60 { struct { enum E2 m367 : 8; long m368 : 5; unsigned long m369 : 42; _Bool *__attribute__((aligned(1))) m370; signed char : 0; }; __attribute__((packed)) enum E2 m372 : 8; unsigned long long m373 : 1 __attribute__((aligned(1))); } s60;
struct S61 { short m374; _Alignas(32) double m375; enum E2 m376 : 8; short : 16; unsigned long m378; unsigned long m379; } s61;
struct S62 { TJ : 0; void * m381; _Complex double m382 __attribute__((aligned(8))); short : 16 __attribute__((packed)); enum E0 m384; unsigned char m385 : 8; signed char m386 : 8 __attribute__((aligned)); TK m387 : 7; int fl62[]; } s62;
#pragma pack(2)
struct S64 { char const volatile m397 __attribute__((packed)); double m398 __attribute__((packed)); unsigned long m399 : 64 __attribute__((aligned(1))); int m400 : 6; _Bool m401 : 1; char m402[0]; } s64;
#pragma pack()
struct S65 { unsigned short m403 : 1 __attribute__((aligned)); _Bool m404; V16 *__attribute__((aligned(32))) *m405; signed char : 4; } __attribute__((aligned(4))) __attribute__((ms_struct)) s65;
struct S67 { enum E0 m417 : 1; unsigned long m418 : 64 __attribute__((aligned)); } s67;
#pragma pack(1)
struct S68 { TP m419 __attribute__((packed)); struct { __attribute__((aligned(8))) __int128 m421 : 128; _Bool m422; }; TJ m423 : 27 __attribute__((packed)); } __attribute__((gcc_struct)) s68;
#pragma pack()
#pragma pack(16)
struct S69 { enum E0 m424 : 4 __attribute__((packed)); long long m425; } s69;
#pragma pack()
struct S70 { short m426 : 16; __attribute__((packed)) long m427 : 1; } s70;
struct S71 { TI : 0; signed char m429 : 1; struct { struct { TK : 0; unsigned long m433 : 1; } m431[0]; unsigned long long : 0; } m430[0]; signed char m435 : 8; } __attribute__((aligned(2))) __attribute__((gcc_struct)) s71;
struct S72 { _Bool m436 : 1; __attribute__((packed)) int m437 : 15 __attribute__((packed)); } s72;
#pragma pack(push)
#pragma pack(2)
#pragma pack(push, x73, 4)
#pragma pack(pop)
struct S73 { enum E2 m438 : 4 __attribute__((packed)); __attribute__((aligned(1))) _Bool m439 : 1; unsigned long long m440 : 56; signed char m441 : 4; unsigned m442; } s73;
#pragma pack(pop)
struct S74 { unsigned m443; TP m444; __int128 : 87; enum E1 m446 : 32; unsigned long long m447 : 64 __attribute__((aligned(4))) __attribute__((packed)); } s74;
struct S75 { __int128 m448 : 128; char *__attribute__((aligned(8))) m449[2]; } s75;
struct S78 { unsigned short m478 : 16; } __attribute__((packed)) __attribute__((gcc_struct)) s78;
struct S79 { _Complex double m479; __attribute__((packed)) unsigned long long m480 : 64; TP m481 __attribute__((packed)); } __attribute__((gcc_struct)) s79;
#pragma pack(16)
struct S80 { unsigned long long m482 : 9; } s80;
#pragma pack()
struct S81 { long m483; TK m484 : 16; __attribute__((packed)) short m485 : 16; } s81;
struct S82 { unsigned (*__attribute__((aligned(4))) m486)(void); } __attribute__((aligned(1))) __attribute__((gcc_struct)) s82;
struct S83 { enum E2 : 0; double (__attribute__((aligned(8))) m488); unsigned short *__attribute__((aligned(8))) m489 __attribute__((packed)); __int128 m490 : 7; } __attribute__((aligned)) __attribute__((packed)) __attribute__((ms_struct)) s83;
#pragma pack(8)
struct S84 { long long m491 : 64; signed char m492 __attribute__((aligned(4))); char m493 : 8; unsigned long m494 : 64; _Complex float m495; unsigned long long : 0; long long m497[7]; enum E2 m498 : 8; } __attribute__((gcc_struct)) s84;
#pragma pack()
struct S85 { unsigned char m499[3]; unsigned m500[2]; __int128 m501 : 6; } __attribute__((aligned(1))) __attribute__((ms_struct)) s85;
struct S86 { unsigned char m502 : 7; } s86;
#pragma pack(push)
#pragma pack(2)
#pragma pack(push, x88, 4)
#pragma pack(pop)
struct S88 { unsigned long m515 : 2; long long m516; unsigned (__attribute__((aligned(32))) m517)[2] __attribute__((packed)); unsigned m518; } __attribute__((ms_struct)) s88;
#pragma pack(pop)
struct S89 { struct { __attribute__((aligned)) unsigned long m520 : 64 __attribute__((packed)); char m521 : 4 __attribute__((packed)); }; enum E0 m522 : 7 __attribute__((aligned(1))); union { TJ m524 : 33 __attribute__((aligned(1))) __attribute__((packed)); long m525 : 16 __attribute__((aligned(32))); TJ m526 : 64; TK m527 : 9; TK : 0; TI m529 : 32 __attribute__((packed)); __attribute__((packed)) _Bool m530 : 1; unsigned long m531 : 8; } m523[2]; long m532 : 64; unsigned long (*__attribute__((aligned)) m533)(void) __attribute__((aligned(4))); } __attribute__((ms_struct)) s89;
#pragma pack(8)
struct S91 { TJ m554 __attribute__((aligned(1))); TI m555 : 32; } s91;
#pragma pack()
struct S92 { unsigned short (__attribute__((aligned(4))) m556)[2]; TJ m557 : 62; short m558 : 16; unsigned long *__attribute__((aligned(16))) m559; V8 m560 __attribute__((packed)); unsigned : 0; _Bool m562 : 1; struct { struct { long m565 : 32 __attribute__((packed)); short m566 : 1 __attribute__((aligned(8))); }; TP m567; unsigned char m568; long m569; }; } s92;
struct S93 { char m570 : 8 __attribute__((aligned(16))); _Complex float m571 __attribute__((packed)); long m572 : 7; } s93;
union S96 { char : 8 __attribute__((packed)); long double m591 __attribute__((aligned(4))); enum E2 m592[3]; unsigned short m593 : 6; enum E2 m594 : 8; } __attribute__((ms_struct)) s96;
struct S97 { unsigned short m595 : 16 __attribute__((packed)); TK m596 : 16; TK m597 : 16; char m598 : 4 __attribute__((aligned(16))); } __attribute__((aligned(2))) s97;
struct S98 { unsigned m599; struct { V8 *__attribute__((aligned(1))) m601; int m602; unsigned char m603; char m604 : 8 __attribute__((packed)); unsigned char m605; enum E2 m606 : 8; } __attribute__((aligned(4))); __attribute__((packed)) unsigned long long m607 : 4 __attribute__((aligned(16))); int m608 : 32 __attribute__((aligned)); struct { unsigned short : 0; _Alignas(16) unsigned long m611; }; TK m612 : 1; unsigned : 2; struct { enum E1 : 0; float *__attribute__((aligned)) *m616; long m617[2] __attribute__((packed)); } m614[0]; long fl98[]; } s98;
union S100 { unsigned long long m621 : 64; } __attribute__((packed)) s100;
struct S101 { enum E2 m622[3]; } s101;
union S102 { _Bool m623 : 1 __attribute__((packed)); long m624 : 64; long m625 : 64; } s102;
struct S104 { unsigned char m642 : 8; enum E0 : 32 __attribute__((aligned(16))); TI *__attribute__((aligned(1))) *m644 __attribute__((aligned(4))) __attribute__((packed)); TK *__attribute__((aligned(1))) m645; short : 16; unsigned m647 __attribute__((packed)); } s104;
struct S105 { signed char m648; unsigned short : 5; enum E1 m650; } __attribute__((packed)) __attribute__((gcc_struct)) s105;
struct S107 { char m677 : 2 __attribute__((packed)); enum E1 *__attribute__((aligned)) m678; } s107;
union S108 { TJ : 36 __attribute__((aligned(16))); __int128 m680 : 31; TS const volatile m681; } __attribute__((ms_struct)) s108;
struct S109 { _Bool m682 : 1; unsigned char m683 : 8; } s109;
#pragma pack(1)
struct S111 { unsigned m702 : 32; __attribute__((aligned(1))) short m703 : 9; _Alignas(16) char m704; char m705 __attribute__((aligned(8))); char m706 : 1; long long : 57; __int128 m708 : 7; _Complex float *__attribute__((aligned(4))) m709; } __attribute__((aligned(16))) __attribute__((ms_struct)) s111;
#pragma pack()
struct S113 { _Bool m729 : 1; _Bool *__attribute__((aligned(32))) m730; TJ : 0; TI m732; } __attribute__((gcc_struct)) s113;
struct S114 { long long m733 : 16 __attribute__((aligned(16))); enum E1 m734 : 32; char m735 : 1; } __attribute__((gcc_struct)) s114;
#pragma pack(push)
#pragma pack(2)
#pragma pack(push, x115, 4)
#pragma pack(pop)
union S115 { TI : 0; long long m737 : 64 __attribute__((aligned)); } s115;
#pragma pack(pop)
struct S116 { double *__attribute__((aligned(1))) m738; unsigned char m739 : 8; _Bool m740 : 1; } s116;
union S117 { __int128 m741; unsigned char m742 : 8; TI m743 : 32; } __attribute__((ms_struct)) s117;
#pragma pack(1)
struct S118 { signed char : 0; TJ : 0; TK m746; long long m747 : 64 __attribute__((aligned)); } __attribute__((aligned(4))) __attribute__((packed)) __attribute__((gcc_struct)) s118;
#pragma pack()
struct S119 { struct { unsigned m749 : 3; enum E1 m750 : 32; TI : 32; }; enum E1 m752 : 32; V16 const volatile m753; V16 m754; unsigned m755 : 32; TI m756 : 1; TK m757 : 1 __attribute__((aligned(16))) __attribute__((packed)); TK *__attribute__((aligned(2))) m758; } s119;
struct S120 { TP *__attribute__((aligned(8))) m759[2]; int m760; long long m761[3] __attribute__((aligned(16))); enum E0 m762 : 32; unsigned m763 : 32 __attribute__((packed)); } s120;
struct S121 { double m764 __attribute__((packed)); TJ m765 __attribute__((packed)); unsigned m766 : 32 __attribute__((aligned)) __attribute__((packed)); short m767[0]; } __attribute__((ms_struct)) s121;
struct S122 { enum E2 m768 : 1 __attribute__((aligned(8))); } s122;
#pragma pack(push, 2)
struct S128 { long long *__attribute__((aligned(2))) m835; unsigned long m836 : 64; } s128;
#pragma pack(pop)
struct S129 { _Bool m837 : 1; _Bool : 1; struct { unsigned long long m840 : 3; TP m841[0]; } __attribute__((packed)) m839[0]; } s129;
struct S130 { int : 0 __attribute__((aligned(16))); enum E1 m843 : 32; short m844; TI : 0; TK m846 : 16; char fl130[]; } s130;
struct S131 { long long m847 : 8; unsigned m848 : 5 __attribute__((packed)); TI : 0; } s131;
struct S132 { V8 (*__attribute__((aligned(8))) m850)(void); short m851 : 16; } __attribute__((ms_struct)) s132;
struct S133 { unsigned char m852; enum E0 : 0; long long m854 : 64; _Complex float m855 __attribute__((aligned(32))) __attribute__((packed)); } __attribute__((ms_struct)) s133;
#pragma pack(4)
struct S134 { unsigned short m856 : 4; enum E1 m857 : 8 __attribute__((packed)); short m858 : 7; } __attribute__((packed)) s134;
#pragma pack()
struct S135 { TI m859 : 2; int m860[3]; double m861; } s135;
struct S137 { long m866 : 64; struct { V16 (__attribute__((aligned(4))) m868); } __attribute__((packed)); struct { short m870 : 16; char m871 : 8; } __attribute__((aligned(2))); long m872 : 64 __attribute__((packed)); int m873; unsigned char : 0; _Alignas(0) TI m875; short m876 __attribute__((aligned(32))) __attribute__((packed)); } __attribute__((packed)) s137;
union S138 { V8 m877; } __attribute__((packed)) s138;
#pragma pack(2)
struct S139 { char const volatile m878; __attribute__((packed)) long m879 : 64; } s139;
#pragma pack()
struct S140 { _Complex double m880; _Alignas(0) char m881; char : 0; } __attribute__((aligned(2))) __attribute__((packed)) __attribute__((ms_struct)) s140;
struct S141 { unsigned char : 0; } __attribute__((packed)) s141;
struct S142 { double m884; TJ m885 : 6 __attribute__((aligned(2))); } s142;
struct S144 { _Complex float m889 __attribute__((packed)); _Complex double (__attribute__((aligned(1))) m890)[2] __attribute__((packed)); } s144;
struct S145 { V8 m891[3]; unsigned long long (*__attribute__((aligned(8))) m892)(void) __attribute__((packed)); char m893 : 7; V8 (__attribute__((aligned(16))) m894); TS (__attribute__((aligned(2))) m895)[2]; } __attribute__((ms_struct)) s145;
#pragma pack(1)
struct S146 { unsigned short m896 : 16 __attribute__((aligned(1))); V16 m897 __attribute__((aligned(16))); } __attribute__((ms_struct)) s146;
#pragma pack()
struct S147 { short m898 : 16; int m899 : 6; unsigned long long m900 : 25; } s147;
struct S148 { long double m901; short m902 : 16; _Complex double (__attribute__((aligned(4))) m903)[2]; enum E0 *__attribute__((aligned(2))) m904[2] __attribute__((aligned)); unsigned char m905; enum E2 m906 : 1; } s148;
---- output ----
s0: size 8 align 4 m1@0 m2@0+8
s1: size 32 align 8 m3@0+6 m4@6+13 m5@19+5 m6@24+26 m7@8 m8@80+32 m9@16 m10@192+16
s2: size 64 align 16 m12@64+32 m13@96+1 m14@97+4 m15@16 m17@32 m18@384+4
s3: size 65 align 1 m19@0 m20@8 m21@512+8
s4: size 56 align 1 m22@0 m23@0+3 m24@0 m25@0+32 m26@0
s6: size 80 align 8 m40@0 m42@64+1 m43@8 m44@64+2 m45@8 m46@64+16 m47@64+8 m49@8 m50@64+64 m51@8 m52@8 m53@64+48 m54@64+1 m56@56 m57@512+8 m58@576+64
s7: size 60 align 1 m59@0 m61@3 m62@152+128 m64@35 m66@423+44 m67@472+5
s8: size 8 align 8 m68@0 m69@0+63 m71@0
s9: size 12 align 2 m72@0+7 m73@1 m74@16+1 m75@17+1 m76@4 m77@12
s10: size 1 align 1 m86@0+8
s11: size 32 align 16 m88@0+32 m89@32+3 m90@5 m91@13 m93@112+16 m94@128+8
s12: size 34 align 1 m95@0 m96@16 m97@256+16
s14: size 28 align 4 m109@0 m110@0 m111@0+32
s15: size 24 align 8 m112@0 m114@154+32
s16: size 0 align 1
s17: size 16 align 2 m116@0 m117@0+32
s18: size 32 align 32 m118@0 m119@128+1 m120@160+9
s19: size 64 align 16 m121@0+32 m122@64+3 m124@16 m125@32 m126@320+32 m127@44 m130@48 m131@56
s20: size 20 align 4 m133@0+5 m134@4 m135@96+32 m136@128+16 m137@144+8 fl20@19
s21: size 16 align 16 m138@0 m139@32+8 m140@64+8
s22: size 34 align 1 m141@0 m142@128+64 m143@192+3 m144@195+64
s23: size 16 align 16 m146@0 m148@0 m149@0
s24: size 8 align 4 m150@0
s25: size 32 align 16 m152@0+9 m153@64+16 m154@16 m155@192+16
s28: size 128 align 16 m175@0 m176@16 m183@896+29
s29: size 28 align 4 m184@0+128 m185@16 m186@192+8
s30: size 4 align 4 m187@0
s31: size 8 align 8 m190@0 m191@8
s32: size 5 align 1 m192@0 m193@32+7
s34: size 37 align 1 m206@0+5 m207@5+1 m209@8+8 m210@3 m211@11 m213@152+4 m214@152+6 m215@19
s35: size 16 align 16 m216@0+16 m217@0+64
s38: size 24 align 8 m229@0 m230@128+8
s40: size 128 align 32 m241@0
s41: size 12 align 4 m250@0+8 m251@4
s42: size 176 align 16 m252@0+64 m253@8 m254@128+8 m256@18 m257@152+16 m258@22 m267@160
s43: size 32 align 8 m268@0 m269@64+16 m270@128+64 m271@24 m272@224+15 m273@239+9
s44: size 14 align 2 m274@0 m275@8 m276@80+32
s45: size 16 align 16 m277@0+9 m279@32+8
s47: size 4 align 4 m290@0+5
s48: size 4 align 1 m292@0+32
s49: size 8 align 4 m293@0
s50: size 32 align 8 m295@0 m296@128+6 m297@136+6
s51: size 32 align 16 m298@0 m299@128+6 fl51@20
s54: size 32 align 16 m320@0+8 m321@8 m322@128+64 fl54@24
s55: size 24 align 8 m323@0+32 m324@32+64 m325@96+8 m326@104+8 m327@14 m337@112+32
s56: size 30 align 2 m338@0 m344@16
s57: size 19 align 1 m345@0 m347@4 m348@40+8 m349@48+2 m350@64+32 m351@16
s59: size 32 align 16 m358@0+1 m359@2 m361@64+2 m362@128+1 m363@17 m364@18 m365@24
s60: size 24 align 8 m367@0+8 m368@8+5 m369@13+42 m370@7 m372@128+8 m373@136+1
s61: size 64 align 32 m374@0 m375@32 m376@320+8 m378@48 m379@56
s62: size 64 align 16 m381@0 m382@8 m384@28 m385@256+8 m386@384+8 m387@448+7 fl62@60
s64: size 18 align 2 m397@0 m398@1 m399@72+64 m400@136+6 m401@142+1 m402@18
s65: size 32 align 16 m403@0+1 m404@2 m405@8
s67: size 32 align 16 m417@0+1 m418@128+64
s68: size 29 align 1 m419@0 m421@64+128 m422@24 m423@200+27
s69: size 16 align 8 m424@0+4 m425@8
s70: size 4 align 2 m426@0+16 m427@16+1
s71: size 16 align 8 m429@0+1 m430@8 m435@64+8
s72: size 2 align 1 m436@0+1 m437@1+15
s73: size 14 align 2 m438@0+4 m439@8+1 m440@9+56 m441@65+4 m442@10
s74: size 40 align 4 m443@0 m444@4 m446@224+32 m447@256+64
s75: size 32 align 16 m448@0+128 m449@16
s78: size 2 align 1 m478@0+16
s79: size 32 align 8 m479@0 m480@128+64 m481@24
s80: size 8 align 8 m482@0+9
s81: size 16 align 8 m483@0 m484@64+16 m485@80+16
s82: size 8 align 4 m486@0
s83: size 32 align 16 m488@0 m489@8 m490@128+7
s84: size 96 align 8 m491@0+64 m492@8 m493@72+8 m494@80+64 m495@20 m497@32 m498@704+8
s85: size 32 align 16 m499@0 m500@4 m501@128+6
s86: size 1 align 1 m502@0+7
s88: size 28 align 2 m515@0+2 m516@8 m517@16 m518@24
s89: size 128 align 32 m520@0+64 m521@64+4 m522@128+7 m523@32 m532@768+64 m533@112
s91: size 16 align 8 m554@0 m555@64+32
s92: size 96 align 16 m556@0 m557@128+62 m558@192+16 m559@32 m560@40 m562@384+1 m565@448+32 m566@512+1 m567@72 m568@80 m569@88
s93: size 16 align 16 m570@0+8 m571@1 m572@72+7
s96: size 16 align 16 m591@0 m592@0 m593@0+6 m594@0+8
s97: size 32 align 16 m595@0+16 m596@16+16 m597@32+16 m598@128+4
s98: size 96 align 16 m599@0 m601@4 m602@12 m603@16 m604@136+8 m605@18 m606@152+8 m607@256+4 m608@384+32 m611@64 m612@640+1 m614@88 fl98@88
s100: size 8 align 1 m621@0+64
s101: size 3 align 1 m622@0
s102: size 8 align 8 m623@0+1 m624@0+64 m625@0+64
s104: size 44 align 4 m642@0+8 m644@20 m645@28 m647@38
s105: size 6 align 1 m648@0 m650@2
s107: size 32 align 16 m677@0+2 m678@16
s108: size 16 align 16 m680@0+31 m681@0
s109: size 2 align 1 m682@0+1 m683@8+8
s111: size 48 align 16 m702@0+32 m703@32+9 m704@6 m705@7 m706@64+1 m708@136+7 m709@33
s113: size 64 align 32 m729@0+1 m730@32 m732@48
s114: size 16 align 16 m733@0+16 m734@32+32 m735@64+1
s115: size 8 align 2 m737@0+64
s116: size 10 align 1 m738@0 m739@64+8 m740@72+1
s117: size 16 align 16 m741@0 m742@0+8 m743@0+32
s118: size 12 align 4 m746@0 m747@16+64
s119: size 80 align 16 m749@0+3 m750@32+32 m752@96+32 m753@16 m754@32 m755@384+32 m756@416+1 m757@512+1 m758@66
s120: size 64 align 16 m759@0 m760@16 m761@32 m762@448+32 m763@480+32
s121: size 20 align 2 m764@0 m765@8 m766@128+32 m767@20
s122: size 8 align 8 m768@0+1
s128: size 16 align 2 m835@0 m836@64+64
s129: size 1 align 1 m837@0+1 m839@1
s130: size 8 align 8 m843@0+32 m844@4 m846@48+16 fl130@8
s131: size 8 align 8 m847@0+8 m848@8+5
s132: size 16 align 8 m850@0 m851@64+16
s133: size 64 align 32 m852@0 m854@64+64 m855@32
s134: size 4 align 4 m856@0+4 m857@4+8 m858@12+7
s135: size 24 align 8 m859@0+2 m860@4 m861@16
s137: size 96 align 32 m866@0+64 m868@8 m870@192+16 m871@208+8 m872@224+64 m873@36 m875@40 m876@64
s138: size 8 align 1 m877@0
s139: size 10 align 2 m878@0 m879@8+64
s140: size 18 align 2 m880@0 m881@16
s141: size 0 align 1
s142: size 32 align 16 m884@0 m885@128+6
s144: size 40 align 1 m889@0 m890@8
s145: size 80 align 16 m891@0 m892@24 m893@256+7 m894@48 m895@56
s146: size 18 align 1 m896@0+16 m897@2
s147: size 8 align 8 m898@0+16 m899@16+6 m900@22+25
s148: size 96 align 16 m901@0 m902@128+16 m903@20 m904@64 m905@80 m906@648+1
