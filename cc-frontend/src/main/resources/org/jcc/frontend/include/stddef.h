/* Common definitions (C17 7.19). The C library asks for single types with the __need_ macros. */
#if (!defined _STDDEF_H && !defined _STDDEF_H_) || defined __need_wchar_t || defined __need_size_t \
    || defined __need_ptrdiff_t || defined __need_NULL || defined __need_wint_t

#if !defined __need_wchar_t && !defined __need_size_t && !defined __need_ptrdiff_t && !defined __need_NULL \
    && !defined __need_wint_t
#define _STDDEF_H
#define _STDDEF_H_
#define __jcc_stddef_all
#endif

#if defined __jcc_stddef_all || defined __need_ptrdiff_t
#ifndef __jcc_ptrdiff_t
#define __jcc_ptrdiff_t
#define _PTRDIFF_T
typedef __PTRDIFF_TYPE__ ptrdiff_t;
#endif
#endif

#if defined __jcc_stddef_all || defined __need_size_t
#ifndef __jcc_size_t
#define __jcc_size_t
#define _SIZE_T
#define __size_t__
#define _SIZE_T_DEFINED
#define ___int_size_t_h
typedef __SIZE_TYPE__ size_t;
#endif
#endif

#if defined __jcc_stddef_all || defined __need_wchar_t
#ifndef __jcc_wchar_t
#define __jcc_wchar_t
#define _WCHAR_T
#define __wchar_t__
#define _WCHAR_T_DEFINED
typedef __WCHAR_TYPE__ wchar_t;
#endif
#endif

#if defined __need_wint_t
#ifndef _WINT_T
#define _WINT_T
typedef __WINT_TYPE__ wint_t;
#endif
#endif

#if defined __jcc_stddef_all || defined __need_NULL
#undef NULL
#define NULL ((void *)0)
#endif

#if defined __jcc_stddef_all
#define offsetof(TYPE, MEMBER) __builtin_offsetof (TYPE, MEMBER)

#if defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
#ifndef _GCC_MAX_ALIGN_T
#define _GCC_MAX_ALIGN_T
typedef struct {
  long long __max_align_ll __attribute__ ((__aligned__ (__alignof__ (long long))));
  long double __max_align_ld __attribute__ ((__aligned__ (__alignof__ (long double))));
} max_align_t;
#endif
#endif
#endif

#undef __jcc_stddef_all
#undef __need_ptrdiff_t
#undef __need_size_t
#undef __need_wchar_t
#undef __need_wint_t
#undef __need_NULL
#endif
