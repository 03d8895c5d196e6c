/* Everything that works on general registers. */
#ifndef _X86GPRINTRIN_H_INCLUDED
#define _X86GPRINTRIN_H_INCLUDED

#include <ia32intrin.h>
#include <adxintrin.h>
#include <bmiintrin.h>
#include <bmi2intrin.h>
#include <lzcntintrin.h>
#include <popcntintrin.h>
#include <rdseedintrin.h>
#include <clflushoptintrin.h>
#include <clwbintrin.h>
#include <prfchwintrin.h>
#include <xsaveintrin.h>

#ifndef __RDRND__
#pragma GCC push_options
#pragma GCC target("rdrnd")
#define __pop_RDRND
#endif
__intrinsic int _rdrand16_step(unsigned short *__p) { int __c; __asm__ __volatile__("rdrand %0" : "=r"(*__p), "=@ccc"(__c)); return __c; }
__intrinsic int _rdrand32_step(unsigned *__p) { int __c; __asm__ __volatile__("rdrand %0" : "=r"(*__p), "=@ccc"(__c)); return __c; }
__intrinsic int _rdrand64_step(unsigned long long *__p) { int __c; __asm__ __volatile__("rdrand %0" : "=r"(*__p), "=@ccc"(__c)); return __c; }

#ifdef __pop_RDRND
#undef __pop_RDRND
#pragma GCC pop_options
#endif

#ifndef __FSGSBASE__
#pragma GCC push_options
#pragma GCC target("fsgsbase")
#define __pop_FSGSBASE
#endif
__intrinsic unsigned _readfsbase_u32(void) { return __builtin_ia32_rdfsbase32(); }
__intrinsic void _writefsbase_u32(unsigned __a) { __builtin_ia32_wrfsbase32(__a); }
__intrinsic unsigned long long _readfsbase_u64(void) { return __builtin_ia32_rdfsbase64(); }
__intrinsic void _writefsbase_u64(unsigned long long __a) { __builtin_ia32_wrfsbase64(__a); }
__intrinsic unsigned _readgsbase_u32(void) { return __builtin_ia32_rdgsbase32(); }
__intrinsic void _writegsbase_u32(unsigned __a) { __builtin_ia32_wrgsbase32(__a); }
__intrinsic unsigned long long _readgsbase_u64(void) { return __builtin_ia32_rdgsbase64(); }
__intrinsic void _writegsbase_u64(unsigned long long __a) { __builtin_ia32_wrgsbase64(__a); }

#ifdef __pop_FSGSBASE
#undef __pop_FSGSBASE
#pragma GCC pop_options
#endif

#endif
