/* What gcc's crtbegin gives that the C library still needs: __dso_handle, by which atexit and its kin know their object.
   In an executable it is null; a shared library (built with -DSHARED) has its own address there and runs its handlers when
   it is unloaded. */

extern void *__dso_handle __attribute__((visibility("hidden")));

#ifdef SHARED
void *__dso_handle = &__dso_handle;

extern void __cxa_finalize(void *) __attribute__((weak));

static void finalize(void)
{
    if (__cxa_finalize)
        __cxa_finalize(__dso_handle);
}

static void (*const run_finalize)(void) __attribute__((section(".fini_array"), used)) = finalize;
#else
void *__dso_handle = 0;
#endif
