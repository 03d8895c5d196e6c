/**
 * Register allocation and its proof.
 *
 * <pre>
 *   machine code in SSA form ─► FastAllocator (-O0) ────────────────────────────► machine code in registers and slots
 *            │        └───────► LiveRanges ─► GlobalAllocator ─► Rewriter ───────────────►┘   │
 *            └── snapshot ───────────────────────────────────────────────────► Checker ◄──────┘
 * </pre>
 */
package org.jcc.codegen.regalloc;
