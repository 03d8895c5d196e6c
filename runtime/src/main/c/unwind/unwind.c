/* Stack unwinding by .eh_frame (LSB 4.1 "Exception Frames", DWARF 5 section 6.4, psABI 6.2, Itanium C++ ABI: Exception
   Handling, level I): the functions of libgcc_eh that the C library and C programs use.

   A frame's rules come from the FDE that covers its ip, found by the binary search table of PT_GNU_EH_FRAME of the object in
   which ip lies (dl_iterate_phdr). Stepping applies the rules: where the caller's registers are saved, and its CFA. */

#define _GNU_SOURCE
#include "context.h"
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <unwind.h>

enum { MAX_STACK = 64 };

/* Pointer encodings (LSB 10.5.1). */
enum { PE_ABSPTR = 0, PE_ULEB = 1, PE_UDATA2 = 2, PE_UDATA4 = 3, PE_UDATA8 = 4, PE_SLEB = 9, PE_SDATA2 = 10, PE_SDATA4 = 11, PE_SDATA8 = 12,
       PE_PCREL = 0x10, PE_DATAREL = 0x30, PE_INDIRECT = 0x80, PE_OMIT = 0xff };

enum rule { UNDEFINED, SAME, OFFSET, VAL_OFFSET, REGISTER, EXPRESSION, VAL_EXPRESSION };

struct rules {
    unsigned char how[REGISTERS];
    /* offset, register, or the address of the expression's length */
    intptr_t value[REGISTERS];
    const unsigned char *cfa_expression;
    word cfa_register;
    intptr_t cfa_offset;
};

struct fde {
    const unsigned char *instructions, *end, *cie_instructions, *cie_end;
    word start, length, lsda, personality;
    word code_align;
    intptr_t data_align;
    word ra_register;
    int signal_frame;
};

static word uleb(const unsigned char **p)
{
    word v = 0;
    unsigned shift = 0;
    unsigned char b;
    do {
        b = *(*p)++;
        if (shift < 64)
            v |= (word)(b & 0x7f) << shift;
        shift += 7;
    } while (b & 0x80);
    return v;
}

static intptr_t sleb(const unsigned char **p)
{
    word v = 0;
    unsigned shift = 0;
    unsigned char b;
    do {
        b = *(*p)++;
        if (shift < 64)
            v |= (word)(b & 0x7f) << shift;
        shift += 7;
    } while (b & 0x80);
    if (shift < 64 && (b & 0x40))
        v |= -((word)1 << shift);
    return (intptr_t)v;
}

#define READ(type) ({ type v_; memcpy(&v_, *p, sizeof v_); *p += sizeof v_; v_; })

static word encoded(const unsigned char **p, int encoding, word data_base)
{
    word at = (word)*p, v;
    if (encoding == PE_OMIT)
        return 0;
    switch (encoding & 15) {
    case PE_ABSPTR: case PE_UDATA8: case PE_SDATA8: v = READ(uint64_t); break;
    case PE_ULEB: v = uleb(p); break;
    case PE_SLEB: v = (word)sleb(p); break;
    case PE_UDATA2: v = READ(uint16_t); break;
    case PE_UDATA4: v = READ(uint32_t); break;
    case PE_SDATA2: v = (word)(intptr_t)READ(int16_t); break;
    case PE_SDATA4: v = (word)(intptr_t)READ(int32_t); break;
    default: abort();
    }
    if (v == 0)
        return 0;
    if ((encoding & 0x70) == PE_PCREL)
        v += at;
    else if ((encoding & 0x70) == PE_DATAREL)
        v += data_base;
    if (encoding & PE_INDIRECT)
        v = *(word *)v;
    return v;
}

/* ---- finding the FDE ---- */

struct search {
    word ip;
    const unsigned char *header;
};

static int look_in(struct dl_phdr_info *info, size_t size, void *arg)
{
    struct search *s = arg;
    const ElfW(Phdr) *header = 0;
    int i, covers = 0;
    (void)size;
    for (i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *ph = &info->dlpi_phdr[i];
        if (ph->p_type == PT_LOAD && s->ip - (info->dlpi_addr + ph->p_vaddr) < ph->p_memsz)
            covers = 1;
        else if (ph->p_type == PT_GNU_EH_FRAME)
            header = ph;
    }
    if (!covers)
        return 0;
    if (header)
        s->header = (const unsigned char *)(info->dlpi_addr + header->p_vaddr);
    return 1;
}

/* Reads the FDE at p with its CIE; 0 if it is of no known version. */
static int read_fde(const unsigned char *p, struct fde *f)
{
    const unsigned char *cie, *augmentation, *fde_end, *q;
    uint32_t length, id;
    int encoding = PE_ABSPTR, lsda_encoding = PE_OMIT, version;
    memcpy(&length, p, 4);
    p += 4;
    if (length == 0xffffffff)
        return 0;
    fde_end = p + length;
    memcpy(&id, p, 4);
    cie = p - id;
    p += 4;

    q = cie;
    memcpy(&length, q, 4);
    f->cie_end = q + 4 + length;
    q += 8;
    version = *q++;
    if (version != 1 && version != 3 && version != 4)
        return 0;
    augmentation = q;
    q += strlen((const char *)q) + 1;
    if (version == 4)
        q += 2;
    f->code_align = uleb(&q);
    f->data_align = sleb(&q);
    f->ra_register = version == 1 ? *q++ : uleb(&q);
    f->personality = 0;
    f->signal_frame = 0;
    if (*augmentation == 'z') {
        word n = uleb(&q);
        const unsigned char *after = q + n;
        for (augmentation++; *augmentation; augmentation++) {
            switch (*augmentation) {
            case 'R': encoding = *q++; break;
            case 'L': lsda_encoding = *q++; break;
            case 'P': {
                int e = *q++;
                f->personality = encoded(&q, e, 0);
                break;
            }
            case 'S': f->signal_frame = 1; break;
            }
        }
        q = after;
        augmentation = (const unsigned char *)"z";
    } else if (*augmentation) {
        return 0;
    }
    f->cie_instructions = q;

    f->start = encoded(&p, encoding, 0);
    f->length = encoded(&p, encoding & 15, 0);
    f->lsda = 0;
    if (*augmentation == 'z') {
        word n = uleb(&p);
        const unsigned char *after = p + n;
        if (lsda_encoding != PE_OMIT)
            f->lsda = encoded(&p, lsda_encoding, 0);
        p = after;
    }
    f->instructions = p;
    f->end = fde_end;
    return 1;
}

static int find_fde(word ip, struct fde *f)
{
    struct search s = { ip, 0 };
    const unsigned char *p;
    int frame_encoding, count_encoding, table_encoding;
    word count, low, high;
    if (!dl_iterate_phdr(look_in, &s) || !s.header || s.header[0] != 1)
        return 0;
    p = s.header + 1;
    frame_encoding = *p++;
    count_encoding = *p++;
    table_encoding = *p++;
    encoded(&p, frame_encoding, (word)s.header);
    count = encoded(&p, count_encoding, (word)s.header);
    if (table_encoding != (PE_DATAREL | PE_SDATA4) || count == 0)
        return 0;
    /* Rows of (start, FDE), both 32-bit offsets from the header, sorted by start. */
    low = 0;
    high = count;
    while (high - low > 1) {
        word mid = (low + high) / 2;
        int32_t start;
        memcpy(&start, p + mid * 8, 4);
        if ((word)s.header + (word)(intptr_t)start <= ip)
            low = mid;
        else
            high = mid;
    }
    {
        int32_t row[2];
        memcpy(row, p + low * 8, 8);
        if (!read_fde(s.header + row[1], f))
            return 0;
    }
    return ip - f->start < f->length;
}

/* ---- running the rules ---- */

static void run(const unsigned char *p, const unsigned char *end, const struct fde *f, word target, word *pc, struct rules *r, const struct rules *initial)
{
    struct rules stack[8];
    int depth = 0;
    while (p < end && *pc <= target) {
        unsigned char op = *p++;
        word reg = op & 0x3f;
        switch (op & 0xc0) {
        case 0x40:
            *pc += reg * f->code_align;
            continue;
        case 0x80: {
            intptr_t offset = (intptr_t)uleb(&p) * f->data_align;
            if (reg < REGISTERS) {
                r->how[reg] = OFFSET;
                r->value[reg] = offset;
            }
            continue;
        }
        case 0xc0:
            if (reg < REGISTERS && initial) {
                r->how[reg] = initial->how[reg];
                r->value[reg] = initial->value[reg];
            }
            continue;
        }
        switch (op) {
        case 0: break; /* DW_CFA_nop */
        case 1: *pc = encoded(&p, PE_ABSPTR, 0); break;
        case 2: *pc += *p++ * f->code_align; break;
        case 3: { uint16_t d; memcpy(&d, p, 2); p += 2; *pc += d * f->code_align; break; }
        case 4: { uint32_t d; memcpy(&d, p, 4); p += 4; *pc += d * f->code_align; break; }
        case 5: case 0x11: case 0x14: case 0x15: case 0x2f: {
            word n = uleb(&p);
            intptr_t v = op == 0x11 || op == 0x15 ? sleb(&p) : (intptr_t)uleb(&p);
            v *= op == 0x2f ? -f->data_align : f->data_align;
            if (n < REGISTERS) {
                r->how[n] = op == 0x14 || op == 0x15 ? VAL_OFFSET : OFFSET;
                r->value[n] = v;
            }
            break;
        }
        case 6: {
            word n = uleb(&p);
            if (n < REGISTERS && initial) {
                r->how[n] = initial->how[n];
                r->value[n] = initial->value[n];
            }
            break;
        }
        case 7: case 8: {
            word n = uleb(&p);
            if (n < REGISTERS)
                r->how[n] = op == 7 ? UNDEFINED : SAME;
            break;
        }
        case 9: {
            word n = uleb(&p), m = uleb(&p);
            if (n < REGISTERS) {
                r->how[n] = REGISTER;
                r->value[n] = (intptr_t)m;
            }
            break;
        }
        case 10:
            if (depth == 8)
                abort();
            stack[depth++] = *r;
            break;
        case 11:
            if (depth == 0)
                abort();
            *r = stack[--depth];
            break;
        case 12: r->cfa_register = uleb(&p); r->cfa_offset = (intptr_t)uleb(&p); r->cfa_expression = 0; break;
        case 13: r->cfa_register = uleb(&p); r->cfa_expression = 0; break;
        case 14: r->cfa_offset = (intptr_t)uleb(&p); r->cfa_expression = 0; break;
        case 15: { word n; r->cfa_expression = p; n = uleb(&p); p += n; break; }
        case 16: case 22: {
            word n = uleb(&p), length;
            if (n < REGISTERS) {
                r->how[n] = op == 16 ? EXPRESSION : VAL_EXPRESSION;
                r->value[n] = (intptr_t)p;
            }
            length = uleb(&p);
            p += length;
            break;
        }
        case 18: r->cfa_register = uleb(&p); r->cfa_offset = sleb(&p) * f->data_align; r->cfa_expression = 0; break;
        case 19: r->cfa_offset = sleb(&p) * f->data_align; r->cfa_expression = 0; break;
        case 0x2e: uleb(&p); break; /* DW_CFA_GNU_args_size */
        default: abort();
        }
    }
}

static word register_value(const struct _Unwind_Context *c, word n)
{
    if (n == SP)
        return c->sp;
    if (n >= REGISTERS || !c->saved[n])
        return 0;
    return *c->saved[n];
}

/* A DWARF expression (DWARF 5 section 2.5): p at its length. */
static word evaluate(const unsigned char *p, const struct _Unwind_Context *c, word initial, int push_initial)
{
    word stack[MAX_STACK];
    int n = 0;
    word length = uleb(&p);
    const unsigned char *end = p + length;
    if (push_initial)
        stack[n++] = initial;
    while (p < end) {
        unsigned char op = *p++;
        word a, b, v;
        if (n > MAX_STACK - 3)
            abort();
        if (op >= 0x30 && op <= 0x4f) {
            stack[n++] = op - 0x30;
            continue;
        }
        if (op >= 0x50 && op <= 0x6f) {
            stack[n++] = register_value(c, op - 0x50);
            continue;
        }
        if (op >= 0x70 && op <= 0x8f) {
            stack[n++] = register_value(c, op - 0x70) + (word)sleb(&p);
            continue;
        }
        switch (op) {
        case 0x03: memcpy(&v, p, 8); p += 8; stack[n++] = v; continue;
        case 0x08: stack[n++] = *p++; continue;
        case 0x09: stack[n++] = (word)(intptr_t)(signed char)*p++; continue;
        case 0x0a: { uint16_t d; memcpy(&d, p, 2); p += 2; stack[n++] = d; continue; }
        case 0x0b: { int16_t d; memcpy(&d, p, 2); p += 2; stack[n++] = (word)(intptr_t)d; continue; }
        case 0x0c: { uint32_t d; memcpy(&d, p, 4); p += 4; stack[n++] = d; continue; }
        case 0x0d: { int32_t d; memcpy(&d, p, 4); p += 4; stack[n++] = (word)(intptr_t)d; continue; }
        case 0x0e: case 0x0f: memcpy(&v, p, 8); p += 8; stack[n++] = v; continue;
        case 0x10: stack[n++] = uleb(&p); continue;
        case 0x11: stack[n++] = (word)sleb(&p); continue;
        case 0x90: stack[n++] = register_value(c, uleb(&p)); continue;
        case 0x92: { word r = uleb(&p); stack[n++] = register_value(c, r) + (word)sleb(&p); continue; }
        case 0x96: continue;
        case 0x2f: { int16_t d; memcpy(&d, p, 2); p += 2 + d; continue; }
        }
        if (n == 0)
            abort();
        a = stack[n - 1];
        switch (op) {
        case 0x06: stack[n - 1] = *(word *)a; continue;
        case 0x94:
            switch (*p++) {
            case 1: stack[n - 1] = *(uint8_t *)a; break;
            case 2: stack[n - 1] = *(uint16_t *)a; break;
            case 4: stack[n - 1] = *(uint32_t *)a; break;
            case 8: stack[n - 1] = *(word *)a; break;
            default: abort();
            }
            continue;
        case 0x12: stack[n++] = a; continue;
        case 0x13: n--; continue;
        case 0x15: { unsigned char k = *p++; if (k >= n) abort(); stack[n] = stack[n - 1 - k]; n++; continue; }
        case 0x19: stack[n - 1] = (intptr_t)a < 0 ? -a : a; continue;
        case 0x1f: stack[n - 1] = -a; continue;
        case 0x20: stack[n - 1] = ~a; continue;
        case 0x23: stack[n - 1] = a + uleb(&p); continue;
        case 0x28: { int16_t d; memcpy(&d, p, 2); p += 2; n--; if (a) p += d; continue; }
        }
        if (n < 2)
            abort();
        b = stack[n - 2];
        switch (op) {
        case 0x14: stack[n++] = b; continue;
        case 0x16: stack[n - 1] = b; stack[n - 2] = a; continue;
        case 0x17:
            if (n < 3)
                abort();
            stack[n - 1] = b;
            stack[n - 2] = stack[n - 3];
            stack[n - 3] = a;
            continue;
        case 0x1a: v = b & a; break;
        case 0x1b: v = (word)((intptr_t)b / (intptr_t)a); break;
        case 0x1c: v = b - a; break;
        case 0x1d: v = b % a; break;
        case 0x1e: v = b * a; break;
        case 0x21: v = b | a; break;
        case 0x22: v = b + a; break;
        case 0x24: v = b << a; break;
        case 0x25: v = b >> a; break;
        case 0x26: v = (word)((intptr_t)b >> a); break;
        case 0x27: v = b ^ a; break;
        case 0x29: v = b == a; break;
        case 0x2a: v = (intptr_t)b >= (intptr_t)a; break;
        case 0x2b: v = (intptr_t)b > (intptr_t)a; break;
        case 0x2c: v = (intptr_t)b <= (intptr_t)a; break;
        case 0x2d: v = (intptr_t)b < (intptr_t)a; break;
        case 0x2e: v = b != a; break;
        default: abort();
        }
        n--;
        stack[n - 1] = v;
    }
    if (n == 0)
        abort();
    return stack[n - 1];
}

/* Finds the rules of the context's frame, and fills in its function. 0: there are none (the outermost frame). */
static int frame_rules(struct _Unwind_Context *c, struct rules *r)
{
    struct fde f;
    struct rules initial;
    word pc, target;
    /* A return address may be one past the function's end. */
    target = c->signal_frame ? c->ip : c->ip - 1;
    if (c->ip == 0 || !find_fde(target, &f))
        return 0;
    memset(r, 0, sizeof *r);
    memset(r->how, SAME, sizeof r->how);
    pc = 0;
    run(f.cie_instructions, f.cie_end, &f, ~(word)0, &pc, r, 0);
    initial = *r;
    pc = f.start;
    run(f.instructions, f.end, &f, target, &pc, r, &initial);
    c->start = f.start;
    c->lsda = f.lsda;
    c->personality = f.personality;
    c->signal_frame = f.signal_frame;
    c->cfa = r->cfa_expression ? evaluate(r->cfa_expression, c, 0, 0) : register_value(c, r->cfa_register) + (word)r->cfa_offset;
    return 1;
}

/* To the caller's frame. values: room for values that stand nowhere in memory. */
static int step(struct _Unwind_Context *c, const struct rules *r, word values[REGISTERS])
{
    struct _Unwind_Context old = *c;
    int i, ra_undefined = 0;
    word sp = old.cfa;
    for (i = 0; i < REGISTERS; i++) {
        switch (r->how[i]) {
        case UNDEFINED:
            if (i == RA)
                ra_undefined = 1;
            c->saved[i] = 0;
            break;
        case SAME: break;
        case OFFSET: c->saved[i] = (word *)(old.cfa + (word)r->value[i]); break;
        case VAL_OFFSET: values[i] = old.cfa + (word)r->value[i]; c->saved[i] = &values[i]; break;
        case REGISTER:
            if (r->value[i] == SP) {
                values[i] = old.sp;
                c->saved[i] = &values[i];
            } else {
                c->saved[i] = r->value[i] < REGISTERS ? old.saved[r->value[i]] : 0;
            }
            break;
        case EXPRESSION: c->saved[i] = (word *)evaluate((const unsigned char *)r->value[i], &old, old.cfa, 1); break;
        case VAL_EXPRESSION: values[i] = evaluate((const unsigned char *)r->value[i], &old, old.cfa, 1); c->saved[i] = &values[i]; break;
        }
    }
    if (r->how[SP] != SAME && r->how[SP] != UNDEFINED && c->saved[SP])
        sp = *c->saved[SP];
    c->sp = sp;
    c->saved[SP] = 0;
    if (ra_undefined || !c->saved[RA])
        return 0;
    c->ip = *c->saved[RA];
    return c->ip != 0;
}

static void start_at(struct _Unwind_Context *c, struct machine *m)
{
    int i;
    memset(c, 0, sizeof *c);
    for (i = 0; i < REGISTERS; i++)
        c->saved[i] = &m->reg[i];
    c->sp = m->reg[SP];
    c->saved[SP] = 0;
    c->ip = m->reg[RA];
}

static void install(struct _Unwind_Context *c) __attribute__((noreturn));
static void install(struct _Unwind_Context *c)
{
    struct machine m;
    int i;
    for (i = 0; i < REGISTERS; i++)
        m.reg[i] = c->saved[i] ? *c->saved[i] : 0;
    m.reg[SP] = c->sp;
    m.reg[RA] = c->ip;
    __jcc_resume(&m);
}

/* Values that step() makes must outlive the steps that refer to them; two sets suffice, since a register's value made by one
   step is copied before the set is used again. */
struct walk {
    struct _Unwind_Context context;
    struct rules rules;
    word values[2][REGISTERS];
    int set;
};

static int advance(struct walk *w)
{
    int i, from = w->set, to = w->set ^ 1;
    for (i = 0; i < REGISTERS; i++) {
        if (w->context.saved[i] == &w->values[from][i]) {
            w->values[to][i] = w->values[from][i];
            w->context.saved[i] = &w->values[to][i];
        }
    }
    w->set = to;
    return step(&w->context, &w->rules, w->values[to]);
}

typedef _Unwind_Reason_Code personality_fn(int, _Unwind_Action, _Unwind_Exception_Class, struct _Unwind_Exception *, struct _Unwind_Context *);

/* Phase 2: cleanups up to the handler found in phase 1 (private_2 is its CFA). Returns only on error. */
static _Unwind_Reason_Code cleanup_phase(struct _Unwind_Exception *e, struct walk *w)
{
    for (;;) {
        int handler;
        if (!frame_rules(&w->context, &w->rules))
            return _URC_FATAL_PHASE2_ERROR;
        handler = w->context.cfa == e->private_2 ? _UA_HANDLER_FRAME : 0;
        if (w->context.personality) {
            _Unwind_Reason_Code rc = ((personality_fn *)w->context.personality)(1, _UA_CLEANUP_PHASE | handler, e->exception_class, e, &w->context);
            if (rc == _URC_INSTALL_CONTEXT)
                install(&w->context);
            if (rc != _URC_CONTINUE_UNWIND)
                return _URC_FATAL_PHASE2_ERROR;
        }
        if (handler || !advance(w))
            return _URC_FATAL_PHASE2_ERROR;
    }
}

static _Unwind_Reason_Code forced_phase(struct _Unwind_Exception *e, struct walk *w)
{
    _Unwind_Stop_Fn stop = (_Unwind_Stop_Fn)e->private_1;
    void *argument = (void *)e->private_2;
    for (;;) {
        int action = _UA_FORCE_UNWIND | _UA_CLEANUP_PHASE;
        int found = frame_rules(&w->context, &w->rules);
        if (!found)
            action |= _UA_END_OF_STACK;
        if (stop(1, action, e->exception_class, e, &w->context, argument) != _URC_NO_REASON)
            return _URC_FATAL_PHASE2_ERROR;
        if (!found)
            return _URC_END_OF_STACK;
        if (w->context.personality) {
            _Unwind_Reason_Code rc = ((personality_fn *)w->context.personality)(1, _UA_FORCE_UNWIND | _UA_CLEANUP_PHASE, e->exception_class, e, &w->context);
            if (rc == _URC_INSTALL_CONTEXT)
                install(&w->context);
            if (rc != _URC_CONTINUE_UNWIND)
                return _URC_FATAL_PHASE2_ERROR;
        }
        if (!advance(w))
            w->context.ip = 0;
    }
}

#define HIDDEN __attribute__((visibility("hidden"), used))

HIDDEN _Unwind_Reason_Code __jcc_raise(struct _Unwind_Exception *e, struct machine *m)
{
    struct walk w;
    start_at(&w.context, m);
    w.set = 0;
    for (;;) {
        if (!frame_rules(&w.context, &w.rules))
            return _URC_END_OF_STACK;
        if (w.context.personality) {
            _Unwind_Reason_Code rc = ((personality_fn *)w.context.personality)(1, _UA_SEARCH_PHASE, e->exception_class, e, &w.context);
            if (rc == _URC_HANDLER_FOUND)
                break;
            if (rc != _URC_CONTINUE_UNWIND)
                return _URC_FATAL_PHASE1_ERROR;
        }
        if (!advance(&w))
            return _URC_END_OF_STACK;
    }
    e->private_1 = 0;
    e->private_2 = w.context.cfa;
    start_at(&w.context, m);
    w.set = 0;
    return cleanup_phase(e, &w);
}

HIDDEN _Unwind_Reason_Code __jcc_forced(struct _Unwind_Exception *e, _Unwind_Stop_Fn stop, void *argument, struct machine *m)
{
    struct walk w;
    start_at(&w.context, m);
    w.set = 0;
    e->private_1 = (word)stop;
    e->private_2 = (word)argument;
    return forced_phase(e, &w);
}

HIDDEN void __jcc_continue(struct _Unwind_Exception *e, struct machine *m)
{
    struct walk w;
    start_at(&w.context, m);
    w.set = 0;
    if (e->private_1 == 0)
        cleanup_phase(e, &w);
    else
        forced_phase(e, &w);
    abort();
}

HIDDEN _Unwind_Reason_Code __jcc_rethrow(struct _Unwind_Exception *e, struct machine *m)
{
    if (e->private_1 == 0)
        return __jcc_raise(e, m);
    __jcc_continue(e, m);
    return _URC_FATAL_PHASE2_ERROR;
}

HIDDEN _Unwind_Reason_Code __jcc_backtrace(_Unwind_Trace_Fn trace, void *argument, struct machine *m)
{
    struct walk w;
    start_at(&w.context, m);
    w.set = 0;
    for (;;) {
        int found = frame_rules(&w.context, &w.rules);
        if (trace(&w.context, argument) != _URC_NO_REASON)
            return _URC_FATAL_PHASE1_ERROR;
        if (!found)
            return _URC_END_OF_STACK;
        if (!advance(&w))
            w.context.ip = 0;
    }
}

void _Unwind_DeleteException(struct _Unwind_Exception *e)
{
    if (e->exception_cleanup)
        e->exception_cleanup(_URC_FOREIGN_EXCEPTION_CAUGHT, e);
}

_Unwind_Word _Unwind_GetGR(struct _Unwind_Context *c, int n) { return register_value(c, (word)n); }

void _Unwind_SetGR(struct _Unwind_Context *c, int n, _Unwind_Word v)
{
    if (n == SP)
        c->sp = v;
    else if (n < REGISTERS && c->saved[n])
        *c->saved[n] = v;
}

_Unwind_Ptr _Unwind_GetIP(struct _Unwind_Context *c) { return c->ip; }

_Unwind_Ptr _Unwind_GetIPInfo(struct _Unwind_Context *c, int *before)
{
    *before = c->signal_frame;
    return c->ip;
}

void _Unwind_SetIP(struct _Unwind_Context *c, _Unwind_Ptr v) { c->ip = v; }
_Unwind_Word _Unwind_GetCFA(struct _Unwind_Context *c) { return c->sp; }
void *_Unwind_GetLanguageSpecificData(struct _Unwind_Context *c) { return (void *)c->lsda; }
_Unwind_Ptr _Unwind_GetRegionStart(struct _Unwind_Context *c) { return c->start; }
_Unwind_Ptr _Unwind_GetDataRelBase(struct _Unwind_Context *c) { (void)c; return 0; }
_Unwind_Ptr _Unwind_GetTextRelBase(struct _Unwind_Context *c) { (void)c; return 0; }

void *_Unwind_FindEnclosingFunction(void *pc)
{
    struct fde f;
    return find_fde((word)pc - 1, &f) ? (void *)f.start : 0;
}

/* ---- the personality routine of C: cleanups alone (attribute cleanup under -fexceptions) ---- */

_Unwind_Reason_Code __gcc_personality_v0(int version, _Unwind_Action actions, _Unwind_Exception_Class class, struct _Unwind_Exception *e,
                                         struct _Unwind_Context *c)
{
    const unsigned char *p = (const unsigned char *)c->lsda, *table;
    word ip = c->signal_frame ? c->ip : c->ip - 1, landing_base;
    int encoding, type_encoding, site_encoding;
    (void)class;
    if (version != 1)
        return _URC_FATAL_PHASE1_ERROR;
    if (!(actions & _UA_CLEANUP_PHASE) || !p)
        return _URC_CONTINUE_UNWIND;
    encoding = *p++;
    landing_base = encoding == PE_OMIT ? c->start : encoded(&p, encoding, 0);
    type_encoding = *p++;
    if (type_encoding != PE_OMIT)
        uleb(&p);
    site_encoding = *p++;
    {
        word n = uleb(&p);
        table = p + n;
    }
    while (p < table) {
        word start = encoded(&p, site_encoding, 0), length = encoded(&p, site_encoding, 0), pad = encoded(&p, site_encoding, 0);
        uleb(&p);
        if (ip < c->start + start)
            break;
        if (ip < c->start + start + length) {
            if (pad == 0)
                break;
            _Unwind_SetGR(c, 0, (word)e);
            _Unwind_SetGR(c, 1, 0);
            c->ip = landing_base + pad;
            return _URC_INSTALL_CONTEXT;
        }
    }
    return _URC_CONTINUE_UNWIND;
}
