/* What the static C library's own binary128 functions (sqrtf128) call to raise exceptions; libgcc has it for x86 alone. */
#if defined __x86_64__
#include "rounding.h"

void __sfp_handle_exceptions(int flags)
{
    raise(flags);
}
#endif
