// test pp -I sub
#include "guard.h"
#include "guard.h"
#include "once.h"
#include "once.h"
#include <next.h>
#import "import.h"
#import "import.h"
#define H <next.h>
#include H
#include_next "guard.h"
#include "level.h"
__INCLUDE_LEVEL__ __COUNTER__ __COUNTER__ __BASE_FILE__
#include ""
#include 1
#include "guard.h" extra
#include "missing.h"
not reached
//// guard.h
#ifndef GUARD_H
#define GUARD_H
guard
#endif
//// once.h
#pragma once
once
//// sub/next.h
next __INCLUDE_LEVEL__ __FILE__
//// import.h
imported
//// level.h
#include "level2.h"
back
//// level2.h
#if 1
level __INCLUDE_LEVEL__
---- output ----
# 0 "includes.c"
# 0 "<built-in>"
# 0 "<command-line>"
# 1 "/usr/include/stdc-predef.h" 1 3 4
# 0 "<command-line>" 2
# 1 "includes.c"

# 1 "guard.h" 1


guard
# 3 "includes.c" 2

# 1 "once.h" 1
       
once
# 5 "includes.c" 2

# 1 "sub/next.h" 1
next 1 "sub/next.h"
# 7 "includes.c" 2
# 1 "import.h" 1
imported
# 8 "includes.c" 2


# 1 "sub/next.h" 1
next 1 "sub/next.h"
# 11 "includes.c" 2

# 1 "level.h" 1
# 1 "level2.h" 1

level 2
# 2 "level.h" 2
back
# 13 "includes.c" 2
0 0 1 "includes.c"==== diagnostics ====
includes.c:7:2: warning: #import is a deprecated GCC extension [-Wdeprecated]
    7 | #import "import.h"
      |  ^~~~~~
includes.c:8:2: warning: #import is a deprecated GCC extension [-Wdeprecated]
    8 | #import "import.h"
      |  ^~~~~~
includes.c:11:2: warning: #include_next in primary source file
   11 | #include_next "guard.h"
      |  ^~~~~~~~~~~~
In file included from level.h:1,
                 from includes.c:12:
level2.h:1: error: unterminated #if
    1 | #if 1
      | 
includes.c:14:10: error: empty filename in #include
   14 | #include ""
      |          ^~
includes.c:15:10: error: #include expects "FILENAME" or <FILENAME>
   15 | #include 1
      |          ^
includes.c:16:20: warning: extra tokens at end of #include directive
   16 | #include "guard.h" extra
      |                    ^~~~~
includes.c:17:10: fatal error: missing.h: No such file or directory
   17 | #include "missing.h"
      |          ^~~~~~~~~~~
compilation terminated.
