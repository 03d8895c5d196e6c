/* Characteristics of floating types (C17 5.2.4.2.2). */
#ifndef _FLOAT_H___
#define _FLOAT_H___

#undef FLT_RADIX
#define FLT_RADIX __FLT_RADIX__
#undef FLT_ROUNDS
#define FLT_ROUNDS 1

#undef FLT_MANT_DIG
#define FLT_MANT_DIG __FLT_MANT_DIG__
#undef FLT_DIG
#define FLT_DIG __FLT_DIG__
#undef FLT_MIN_EXP
#define FLT_MIN_EXP __FLT_MIN_EXP__
#undef FLT_MIN_10_EXP
#define FLT_MIN_10_EXP __FLT_MIN_10_EXP__
#undef FLT_MAX_EXP
#define FLT_MAX_EXP __FLT_MAX_EXP__
#undef FLT_MAX_10_EXP
#define FLT_MAX_10_EXP __FLT_MAX_10_EXP__
#undef FLT_MAX
#define FLT_MAX __FLT_MAX__
#undef FLT_EPSILON
#define FLT_EPSILON __FLT_EPSILON__
#undef FLT_MIN
#define FLT_MIN __FLT_MIN__

#undef DBL_MANT_DIG
#define DBL_MANT_DIG __DBL_MANT_DIG__
#undef DBL_DIG
#define DBL_DIG __DBL_DIG__
#undef DBL_MIN_EXP
#define DBL_MIN_EXP __DBL_MIN_EXP__
#undef DBL_MIN_10_EXP
#define DBL_MIN_10_EXP __DBL_MIN_10_EXP__
#undef DBL_MAX_EXP
#define DBL_MAX_EXP __DBL_MAX_EXP__
#undef DBL_MAX_10_EXP
#define DBL_MAX_10_EXP __DBL_MAX_10_EXP__
#undef DBL_MAX
#define DBL_MAX __DBL_MAX__
#undef DBL_EPSILON
#define DBL_EPSILON __DBL_EPSILON__
#undef DBL_MIN
#define DBL_MIN __DBL_MIN__

#undef LDBL_MANT_DIG
#define LDBL_MANT_DIG __LDBL_MANT_DIG__
#undef LDBL_DIG
#define LDBL_DIG __LDBL_DIG__
#undef LDBL_MIN_EXP
#define LDBL_MIN_EXP __LDBL_MIN_EXP__
#undef LDBL_MIN_10_EXP
#define LDBL_MIN_10_EXP __LDBL_MIN_10_EXP__
#undef LDBL_MAX_EXP
#define LDBL_MAX_EXP __LDBL_MAX_EXP__
#undef LDBL_MAX_10_EXP
#define LDBL_MAX_10_EXP __LDBL_MAX_10_EXP__
#undef LDBL_MAX
#define LDBL_MAX __LDBL_MAX__
#undef LDBL_EPSILON
#define LDBL_EPSILON __LDBL_EPSILON__
#undef LDBL_MIN
#define LDBL_MIN __LDBL_MIN__

#if defined __STDC_VERSION__ && __STDC_VERSION__ >= 199901L
#undef FLT_EVAL_METHOD
#ifdef __STDC_WANT_IEC_60559_TYPES_EXT__
#define FLT_EVAL_METHOD __FLT_EVAL_METHOD_TS_18661_3__
#else
#define FLT_EVAL_METHOD __FLT_EVAL_METHOD__
#endif
#undef DECIMAL_DIG
#define DECIMAL_DIG __DECIMAL_DIG__
#endif

#if defined __STDC_VERSION__ && __STDC_VERSION__ >= 201112L
#undef FLT_DECIMAL_DIG
#define FLT_DECIMAL_DIG __FLT_DECIMAL_DIG__
#undef FLT_HAS_SUBNORM
#define FLT_HAS_SUBNORM __FLT_HAS_DENORM__
#undef FLT_TRUE_MIN
#define FLT_TRUE_MIN __FLT_DENORM_MIN__
#undef DBL_DECIMAL_DIG
#define DBL_DECIMAL_DIG __DBL_DECIMAL_DIG__
#undef DBL_HAS_SUBNORM
#define DBL_HAS_SUBNORM __DBL_HAS_DENORM__
#undef DBL_TRUE_MIN
#define DBL_TRUE_MIN __DBL_DENORM_MIN__
#undef LDBL_DECIMAL_DIG
#define LDBL_DECIMAL_DIG __LDBL_DECIMAL_DIG__
#undef LDBL_HAS_SUBNORM
#define LDBL_HAS_SUBNORM __LDBL_HAS_DENORM__
#undef LDBL_TRUE_MIN
#define LDBL_TRUE_MIN __LDBL_DENORM_MIN__
#endif

#if defined __STDC_VERSION__ && __STDC_VERSION__ > 201710L
#undef FLT_NORM_MAX
#undef FLT_IS_IEC_60559
#define FLT_IS_IEC_60559 __FLT_IS_IEC_60559__
#undef DBL_NORM_MAX
#undef DBL_IS_IEC_60559
#define DBL_IS_IEC_60559 __DBL_IS_IEC_60559__
#undef LDBL_NORM_MAX
#undef LDBL_IS_IEC_60559
#define LDBL_IS_IEC_60559 __LDBL_IS_IEC_60559__
#undef INFINITY
#define INFINITY (__builtin_inff ())
#undef NAN
#define NAN (__builtin_nanf (""))
#endif

#ifdef __STDC_WANT_IEC_60559_TYPES_EXT__
#ifdef __FLT16_MANT_DIG__
#define FLT16_MANT_DIG __FLT16_MANT_DIG__
#define FLT16_DECIMAL_DIG __FLT16_DECIMAL_DIG__
#define FLT16_DIG __FLT16_DIG__
#define FLT16_MIN_EXP __FLT16_MIN_EXP__
#define FLT16_MIN_10_EXP __FLT16_MIN_10_EXP__
#define FLT16_MAX_EXP __FLT16_MAX_EXP__
#define FLT16_MAX_10_EXP __FLT16_MAX_10_EXP__
#define FLT16_MAX __FLT16_MAX__
#define FLT16_EPSILON __FLT16_EPSILON__
#define FLT16_MIN __FLT16_MIN__
#define FLT16_TRUE_MIN __FLT16_DENORM_MIN__
#endif
#ifdef __FLT32_MANT_DIG__
#define FLT32_MANT_DIG __FLT32_MANT_DIG__
#define FLT32_DECIMAL_DIG __FLT32_DECIMAL_DIG__
#define FLT32_DIG __FLT32_DIG__
#define FLT32_MIN_EXP __FLT32_MIN_EXP__
#define FLT32_MIN_10_EXP __FLT32_MIN_10_EXP__
#define FLT32_MAX_EXP __FLT32_MAX_EXP__
#define FLT32_MAX_10_EXP __FLT32_MAX_10_EXP__
#define FLT32_MAX __FLT32_MAX__
#define FLT32_EPSILON __FLT32_EPSILON__
#define FLT32_MIN __FLT32_MIN__
#define FLT32_TRUE_MIN __FLT32_DENORM_MIN__
#endif
#ifdef __FLT64_MANT_DIG__
#define FLT64_MANT_DIG __FLT64_MANT_DIG__
#define FLT64_DECIMAL_DIG __FLT64_DECIMAL_DIG__
#define FLT64_DIG __FLT64_DIG__
#define FLT64_MIN_EXP __FLT64_MIN_EXP__
#define FLT64_MIN_10_EXP __FLT64_MIN_10_EXP__
#define FLT64_MAX_EXP __FLT64_MAX_EXP__
#define FLT64_MAX_10_EXP __FLT64_MAX_10_EXP__
#define FLT64_MAX __FLT64_MAX__
#define FLT64_EPSILON __FLT64_EPSILON__
#define FLT64_MIN __FLT64_MIN__
#define FLT64_TRUE_MIN __FLT64_DENORM_MIN__
#endif
#ifdef __FLT128_MANT_DIG__
#define FLT128_MANT_DIG __FLT128_MANT_DIG__
#define FLT128_DECIMAL_DIG __FLT128_DECIMAL_DIG__
#define FLT128_DIG __FLT128_DIG__
#define FLT128_MIN_EXP __FLT128_MIN_EXP__
#define FLT128_MIN_10_EXP __FLT128_MIN_10_EXP__
#define FLT128_MAX_EXP __FLT128_MAX_EXP__
#define FLT128_MAX_10_EXP __FLT128_MAX_10_EXP__
#define FLT128_MAX __FLT128_MAX__
#define FLT128_EPSILON __FLT128_EPSILON__
#define FLT128_MIN __FLT128_MIN__
#define FLT128_TRUE_MIN __FLT128_DENORM_MIN__
#endif
#ifdef __FLT32X_MANT_DIG__
#define FLT32X_MANT_DIG __FLT32X_MANT_DIG__
#define FLT32X_DECIMAL_DIG __FLT32X_DECIMAL_DIG__
#define FLT32X_DIG __FLT32X_DIG__
#define FLT32X_MIN_EXP __FLT32X_MIN_EXP__
#define FLT32X_MIN_10_EXP __FLT32X_MIN_10_EXP__
#define FLT32X_MAX_EXP __FLT32X_MAX_EXP__
#define FLT32X_MAX_10_EXP __FLT32X_MAX_10_EXP__
#define FLT32X_MAX __FLT32X_MAX__
#define FLT32X_EPSILON __FLT32X_EPSILON__
#define FLT32X_MIN __FLT32X_MIN__
#define FLT32X_TRUE_MIN __FLT32X_DENORM_MIN__
#endif
#ifdef __FLT64X_MANT_DIG__
#define FLT64X_MANT_DIG __FLT64X_MANT_DIG__
#define FLT64X_DECIMAL_DIG __FLT64X_DECIMAL_DIG__
#define FLT64X_DIG __FLT64X_DIG__
#define FLT64X_MIN_EXP __FLT64X_MIN_EXP__
#define FLT64X_MIN_10_EXP __FLT64X_MIN_10_EXP__
#define FLT64X_MAX_EXP __FLT64X_MAX_EXP__
#define FLT64X_MAX_10_EXP __FLT64X_MAX_10_EXP__
#define FLT64X_MAX __FLT64X_MAX__
#define FLT64X_EPSILON __FLT64X_EPSILON__
#define FLT64X_MIN __FLT64X_MIN__
#define FLT64X_TRUE_MIN __FLT64X_DENORM_MIN__
#endif
#endif

/* C23 5.2.4.2.2. */
#if defined __STDC_VERSION__ && __STDC_VERSION__ > 201710L
#undef INFINITY
#undef NAN
#define INFINITY (__builtin_inff ())
#define NAN (__builtin_nanf (""))
#define FLT_NORM_MAX __FLT_NORM_MAX__
#define DBL_NORM_MAX __DBL_NORM_MAX__
#define LDBL_NORM_MAX __LDBL_NORM_MAX__
#define FLT_SNAN (__builtin_nansf (""))
#define DBL_SNAN (__builtin_nans (""))
#define LDBL_SNAN (__builtin_nansl (""))
#if defined __STDC_WANT_IEC_60559_TYPES_EXT__
#ifdef __FLT16_MANT_DIG__
#define FLT16_SNAN (__builtin_nansf16 (""))
#endif
#ifdef __FLT32_MANT_DIG__
#define FLT32_SNAN (__builtin_nansf32 (""))
#endif
#ifdef __FLT64_MANT_DIG__
#define FLT64_SNAN (__builtin_nansf64 (""))
#endif
#ifdef __FLT128_MANT_DIG__
#define FLT128_SNAN (__builtin_nansf128 (""))
#endif
#ifdef __FLT32X_MANT_DIG__
#define FLT32X_SNAN (__builtin_nansf32x (""))
#endif
#ifdef __FLT64X_MANT_DIG__
#define FLT64X_SNAN (__builtin_nansf64x (""))
#endif
#endif
#endif

#endif
