// Merge sort of a linked list, list reversal and traversal: pointer chasing.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct node { struct node *next; int value; };
static struct node pool[100000];

static struct node *merge(struct node *a, struct node *b) {
    struct node head, *t = &head;
    while (a && b) {
        if (a->value <= b->value) t->next = a, a = a->next;
        else t->next = b, b = b->next;
        t = t->next;
    }
    t->next = a ? a : b;
    return head.next;
}

static struct node *sort(struct node *l) {
    if (!l || !l->next) return l;
    struct node *slow = l, *fast = l->next;
    while (fast && fast->next) slow = slow->next, fast = fast->next->next;
    struct node *r = slow->next;
    slow->next = 0;
    return merge(sort(l), sort(r));
}

int main(int argc, char **argv) {
    int n = argc > 1 ? atoi(argv[1]) : 50000, rounds = argc > 2 ? atoi(argv[2]) : 70;
    unsigned long sum = 0;
    uint32_t x = 7;
    for (int r = 0; r < rounds; r++) {
        struct node *l = 0;
        for (int i = 0; i < n; i++) {
            x = x * 1664525 + 1013904223;
            pool[i].value = (int)(x >> 8), pool[i].next = l, l = &pool[i];
        }
        l = sort(l);
        struct node *rev = 0;
        while (l) {
            struct node *next = l->next;
            l->next = rev, rev = l, l = next;
        }
        for (struct node *p = rev; p; p = p->next) sum = sum * 3 + p->value;
    }
    printf("%lu\n", sum);
}
