// test program -pthread
#include <stdio.h>
#include <string.h>
#include <stdatomic.h>
#include <pthread.h>
typedef unsigned __int128 u128;
_Atomic u128 shared; u128 plain __attribute__((aligned(16))); _Atomic long double sum; _Atomic struct { char c[24]; long n; } big; _Atomic struct P { long a, b; } pair;
static void show(u128 x) { printf("%lx:%lx\n", (long) (x >> 64), (long) x); }
static void *work(void *p)
{
    for (int i = 0; i < 20000; i++) {
        shared += ((u128) 1 << 64) + 1; sum += 0.5L; __atomic_fetch_add(&plain, 3, __ATOMIC_RELAXED);
        struct P x = pair, y; do { y.a = x.a + 1; y.b = x.b + 2; } while (!atomic_compare_exchange_weak(&pair, &x, y));
    }
    return 0;
}
int main(void)
{
    u128 v = ((u128) 5 << 64) | 7, w, e;
    __atomic_store_n(&plain, v, __ATOMIC_SEQ_CST); show(__atomic_load_n(&plain, __ATOMIC_ACQUIRE));
    show(__atomic_exchange_n(&plain, v + 1, __ATOMIC_ACQ_REL)); show(plain);
    show(__atomic_add_fetch(&plain, (u128) 1 << 65, 5)); show(__atomic_fetch_sub(&plain, 9, 5)); show(__atomic_nand_fetch(&plain, 0xff, 5)); show(__atomic_fetch_or(&plain, 1, 5)); show(__atomic_xor_fetch(&plain, 3, 5)); show(__atomic_fetch_and(&plain, ~(u128) 0xf0, 5));
    e = 1; printf("%d ", __atomic_compare_exchange_n(&plain, &e, 2, 0, 5, 5)); show(e); printf("%d ", __atomic_compare_exchange_n(&plain, &e, 2, 0, 5, 5)); show(plain);
    show(__sync_val_compare_and_swap(&plain, 2, 77)); printf("%d\n", __sync_bool_compare_and_swap(&plain, 2, 77)); show(__sync_add_and_fetch(&plain, 3));
    __atomic_load(&plain, &w, 5); show(w); w = 1000; __atomic_store(&plain, &w, 5); __atomic_exchange(&plain, &v, &e, 5); show(e); show(plain);
    shared = 3; shared++; --shared; shared *= 10; show(shared); shared = 0; plain = 0; sum = 0;
    pthread_t t[4]; for (int i = 0; i < 4; i++) pthread_create(&t[i], 0, work, 0); for (int i = 0; i < 4; i++) pthread_join(t[i], 0);
    show(shared); show(plain); printf("%Lg\n", sum); struct P p = pair; printf("%ld %ld\n", p.a, p.b);
    printf("%d %d\n", __atomic_is_lock_free(8, 0), (int) sizeof big);
    return 0;
}
---- output ----
5:7
5:7
5:8
7:8
7:8
ffffffffffffffff:ffffffffffffff00
ffffffffffffffff:ffffffffffffff00
ffffffffffffffff:ffffffffffffff02
ffffffffffffffff:ffffffffffffff02
0 ffffffffffffffff:ffffffffffffff02
1 0:2
0:2
0
0:50
0:50
0:3e8
5:7
0:1e
13880:13880
0:3a980
40000
80000 160000
1 32
