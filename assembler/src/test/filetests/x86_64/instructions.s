# test asm x86_64
# Instructions in the spellings that compilers and C libraries use.
xchgb %sil,%al
xchgl %r9d,%ecx
xchgl %ecx,%r9d
movmskps %xmm11,%rax
pmovmskb %xmm0,%rcx
int $3
xchg %eax,%eax
test %ecx,%r9d
test (%rax),%r9d
movq %xmm1,%xmm9
movq (%rax),%xmm2
movq %rax,%xmm2
movd %rax,%xmm2
mov %ds,%eax
mov %eax,%ds
mov %ax,%ds
mov $0xffffffff80000000,%rax
mov $0x80000000,%rax
movq $0x80000000,%rax
lar %eax,%ecx
lea (%eax),%ecx
push $200
pushw $200
jmp *%rax
call *foo(%rip)
mov foo,%eax
movabs foo,%eax
cmpxchg8b (%rax)
lock xchg %eax,(%rbx)
lock cmpxchgw %ax,(%rbx)
add $0x80,%al
add $-1,%ax
addw $0xffff,%ax
addl $0xffffffff,%ecx
and $0xff,%al
data16 leaq foo@tlsgd(%rip), %rdi
.value 0x6666
rex64
call __tls_get_addr@PLT
mov %fs:0,%rax
mov foo@gottpoff(%rip),%rax
leaq foo@dtpoff(%rax),%rcx
mov $foo,%edi
movq $foo,%rdi
movabs $foo,%rdi
fsubp
fsubrp %st,%st(2)
fcompi %st(1)
cmpeqsd %xmm1,%xmm2
rep movsb
rep; ret
repz ret
notrack jmp *%rax
jmp foo
je foo
loop .
jrcxz 1f
1:
leaq _GLOBAL_OFFSET_TABLE_(%rip),%rbx
imul $5,%eax
imul $500,%eax,%ecx
shl %eax
shll (%rax)
rclb $1,%al
in %dx,%al
outl %eax,$5
enter $16,$2
ret $8
fstsw %ax
fnstsw
mov %cr0,%rax
mov %rax,%db7
pextrw $1,%xmm1,%eax
pextrw $1,%xmm1,(%rax)
crc32b %al,%ecx
movsbl %al,%ecx
movsx %al,%ecx
movzx %ax,%rcx
movzbl (%rax),%ecx
movslq %eax,%rcx
xlat
sysretq
nopw 0x0(%rax,%rax,1)
nop
prefetcht0 (%rax)
mov %gs:(%rax,%rbx),%ecx
cvtsi2sd (%rax),%xmm0
cvtsi2sdq (%rax),%xmm0
cvttsd2si (%rax),%rcx
stosb %al,%es:(%rdi)
movsq
lodsl
jmp 1b
pushf
popf
bsf %ax,%cx
xadd %eax,(%rbx)
btl $3,(%rax)
---- output ----
section .text type=1 flags=6 align=1 entsize=0 size=364
     0  40 86 f0 44 87 c9 41 87 c9 41 0f 50 c3 66 0f d7
    10  c8 cc 87 c0 41 85 c9 44 85 08 f3 44 0f 7e c9 f3
    20  0f 7e 10 66 48 0f 6e d0 66 48 0f 6e d0 8c d8 8e
    30  d8 8e d8 48 c7 c0 00 00 00 80 48 b8 00 00 00 80
    40  00 00 00 00 48 b8 00 00 00 80 00 00 00 00 0f 02
    50  c8 67 8d 08 68 c8 00 00 00 66 68 c8 00 ff e0 ff
    60  15 00 00 00 00 8b 04 25 00 00 00 00 a1 00 00 00
    70  00 00 00 00 00 0f c7 08 f0 87 03 66 f0 0f b1 03
    80  04 80 66 83 c0 ff 66 83 c0 ff 83 c1 ff 24 ff 66
    90  48 8d 3d 00 00 00 00 66 66 48 e8 00 00 00 00 64
    a0  48 8b 04 25 00 00 00 00 48 8b 05 00 00 00 00 48
    b0  8d 88 00 00 00 00 bf 00 00 00 00 48 c7 c7 00 00
    c0  00 00 48 bf 00 00 00 00 00 00 00 00 de e1 de ea
    d0  df f1 f2 0f c2 d1 00 f3 a4 f3 c3 f3 c3 3e ff e0
    e0  e9 00 00 00 00 0f 84 00 00 00 00 e2 fe e3 00 48
    f0  8d 1d 00 00 00 00 6b c0 05 69 c8 f4 01 00 00 d1
   100  e0 d1 20 d0 d0 ec e7 05 c8 10 00 02 c2 08 00 9b
   110  df e0 df e0 0f 20 c0 0f 23 f8 66 0f c5 c1 01 66
   120  0f 3a 15 08 01 f2 0f 38 f0 c8 0f be c8 0f be c8
   130  48 0f b7 c8 0f b6 08 48 63 c8 d7 48 0f 07 66 0f
   140  1f 04 00 90 0f 18 08 65 8b 0c 18 f2 0f 2a 00 f2
   150  48 0f 2a 00 f2 48 0f 2c 08 aa 48 a5 ad eb 90 9c
   160  9d 66 0f bc c8 0f c1 03 0f ba 20 03
  61 R_X86_64_PC32 foo-4
  68 R_X86_64_32S foo+0
  6d R_X86_64_64 foo+0
  93 R_X86_64_TLSGD foo-4
  9b R_X86_64_PLT32 __tls_get_addr-4
  ab R_X86_64_GOTTPOFF foo-4
  b2 R_X86_64_DTPOFF32 foo+0
  b7 R_X86_64_32 foo+0
  be R_X86_64_32S foo+0
  c4 R_X86_64_64 foo+0
  e1 R_X86_64_PLT32 foo-4
  e7 R_X86_64_PLT32 foo-4
  f2 R_X86_64_GOTPC32 _GLOBAL_OFFSET_TABLE_-4
symbol _GLOBAL_OFFSET_TABLE_ UNDEF value=0 size=0 bind=1 type=0 vis=0
symbol __tls_get_addr UNDEF value=0 size=0 bind=1 type=0 vis=0
symbol foo UNDEF value=0 size=0 bind=1 type=6 vis=0
