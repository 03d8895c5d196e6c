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
