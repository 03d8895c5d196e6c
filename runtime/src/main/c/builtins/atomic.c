/* Atomic operations that are no instruction (libatomic's interface): of 16 bytes, by cmpxchg16b where there is one, and of any size, by
   locks. Sizes for which there are instructions use them here too, so that all accesses of an object agree. */
typedef unsigned char u8;
typedef unsigned long u64;
typedef unsigned __int128 u128;
typedef __SIZE_TYPE__ size_t;

void *memcpy(void *, const void *, size_t);
int memcmp(const void *, const void *, size_t);

/* While another thread has the lock. */
static inline void relax(void)
{
#if defined __x86_64__
    __builtin_ia32_pause();
#endif
}

/* Locks, chosen by address. A signal handler must not use an object that its thread has locked: these are not lock-free. */
enum { LOCKS = 64 };
static u8 locks[LOCKS];

static u8 *lock(const void *p)
{
    u8 *l = &locks[((u64)p >> 4) % LOCKS];
    while (__atomic_test_and_set(l, __ATOMIC_ACQUIRE))
        while (__atomic_load_n(l, __ATOMIC_RELAXED))
            relax();
    return l;
}

static void unlock(u8 *l)
{
    __atomic_clear(l, __ATOMIC_RELEASE);
}

#if defined __x86_64__
static inline _Bool exchange16(u128 *p, u128 *expected, u128 desired)
{
    u64 low = (u64)*expected, high = (u64)(*expected >> 64);
    u8 ok;
    __asm__ volatile ("lock cmpxchg16b %1\n\tsete %0" : "=q"(ok), "+m"(*p), "+a"(low), "+d"(high)
                      : "b"((u64)desired), "c"((u64)(desired >> 64)) : "cc", "memory");
    if (!ok)
        *expected = (u128)high << 64 | low;
    return ok;
}
#else
static inline _Bool exchange16(u128 *p, u128 *expected, u128 desired)
{
    u8 *l = lock(p);
    _Bool ok = *p == *expected;
    if (ok)
        *p = desired;
    else
        *expected = *p;
    unlock(l);
    return ok;
}
#endif

u128 __atomic_load_16(u128 *p, int order)
{
    u128 v = 0;
    exchange16(p, &v, 0);
    return v;
}

u128 __atomic_exchange_16(u128 *p, u128 v, int order)
{
    u128 old = 0;
    while (!exchange16(p, &old, v))
        ;
    return old;
}

void __atomic_store_16(u128 *p, u128 v, int order)
{
    __atomic_exchange_16(p, v, order);
}

_Bool __atomic_compare_exchange_16(u128 *p, u128 *expected, u128 desired, int success, int failure)
{
    u128 e;
    _Bool ok;
    memcpy(&e, expected, 16);
    ok = exchange16(p, &e, desired);
    if (!ok)
        memcpy(expected, &e, 16);
    return ok;
}

#define FETCH(name, result) \
    u128 __atomic_fetch_##name##_16(u128 *p, u128 v, int order) \
    { \
        u128 old = 0; \
        while (!exchange16(p, &old, result)) \
            ; \
        return old; \
    }

FETCH(add, old + v)
FETCH(sub, old - v)
FETCH(and, old & v)
FETCH(nand, ~(old & v))
FETCH(or, old | v)
FETCH(xor, old ^ v)

/* ---- of any size ---- */

#define ALIGNED(p, n) (size == (n) && ((u64)(p) & (n) - 1) == 0)

void __atomic_load(size_t size, void *p, void *result, int order)
{
    u8 *l;
    if (ALIGNED(p, 16)) {
        u128 v = __atomic_load_16(p, order);
        memcpy(result, &v, 16);
        return;
    }
    l = lock(p);
    memcpy(result, p, size);
    unlock(l);
}

void __atomic_store(size_t size, void *p, void *value, int order)
{
    u8 *l;
    if (ALIGNED(p, 16)) {
        u128 v;
        memcpy(&v, value, 16);
        __atomic_store_16(p, v, order);
        return;
    }
    l = lock(p);
    memcpy(p, value, size);
    unlock(l);
}

static void swap(u8 *a, u8 *b, u8 *old, size_t size)
{
    while (size--) {
        u8 x = *a;
        *a++ = *b++;
        *old++ = x;
    }
}

void __atomic_exchange(size_t size, void *p, void *value, void *result, int order)
{
    u8 *l;
    if (ALIGNED(p, 16)) {
        u128 v;
        memcpy(&v, value, 16);
        v = __atomic_exchange_16(p, v, order);
        memcpy(result, &v, 16);
        return;
    }
    l = lock(p);
    swap(p, value, result, size);
    unlock(l);
}

_Bool __atomic_compare_exchange(size_t size, void *p, void *expected, void *desired, int success, int failure)
{
    u8 *l;
    _Bool ok;
    if (ALIGNED(p, 16)) {
        u128 v;
        memcpy(&v, desired, 16);
        return __atomic_compare_exchange_16(p, expected, v, success, failure);
    }
    l = lock(p);
    ok = !memcmp(p, expected, size);
    memcpy(ok ? p : expected, ok ? desired : p, size);
    unlock(l);
    return ok;
}

_Bool __atomic_is_lock_free(size_t size, void *p)
{
    return size == 1 || size == 2 || size == 4 || size == 8;
}
