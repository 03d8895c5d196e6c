// test program -O3 -mavx2 -fwrapv needs=avx2
#include "vector-net.h"
---- output ----
i8 9dd77b1ca98e1242
u8 16ccd4987ad1e3b1
i16 b5d128db245da87b
u16 0d16c7ec3785ac07
i32 35956312bb682f30
u32 af8f3ab01da98921
i64 047488f7b42abd9d
u64 8658a9df8c7166d6
f32 aa98e8a03a19c71d
f64 3a0bf4a0c4dd3dff
