// Unbalanced binary search tree: recursive insertion, iterative look-up, recursive sums.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct node { struct node *left, *right; uint32_t key, count; };
static struct node pool[200000];
static int used;

static struct node *insert(struct node *t, uint32_t key) {
    if (!t) {
        t = &pool[used++];
        t->left = t->right = 0, t->key = key, t->count = 1;
    } else if (key < t->key) {
        t->left = insert(t->left, key);
    } else if (key > t->key) {
        t->right = insert(t->right, key);
    } else {
        t->count++;
    }
    return t;
}

static const struct node *find(const struct node *t, uint32_t key) {
    while (t && t->key != key) t = key < t->key ? t->left : t->right;
    return t;
}

static unsigned long sum(const struct node *t, int depth) {
    return t ? sum(t->left, depth + 1) + sum(t->right, depth + 1) + (unsigned long)t->key * t->count * depth : 0;
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 20000, rounds = argc > 2 ? atoi(argv[2]) : 45;
    unsigned long total = 0;
    uint32_t x = 99;
    for (int r = 0; r < rounds; r++) {
        struct node *t = 0;
        used = 0;
        for (int i = 0; i < n; i++) x = x * 1664525 + 1013904223, t = insert(t, x >> 10);
        for (int i = 0; i < 3 * n; i++) {
            x = x * 1664525 + 1013904223;
            const struct node *f = find(t, x >> 10);
            total += f ? f->count : 1;
        }
        total += sum(t, 1);
    }
    printf("%lu\n", total);
}
