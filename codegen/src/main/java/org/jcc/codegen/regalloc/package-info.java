/**
 * Register allocation and its proof.
 *
 * <pre>
 *   machine code in SSA form ─► FastAllocator ─► machine code in registers and slots
 *            └── snapshot ───────► Checker ◄──────────┘
 * </pre>
 */
package org.jcc.codegen.regalloc;
