/**
 * The assembler, one half of the way from machine instructions to an object file.
 *
 * <pre>
 *   code generator ────────────────┐
 *                                  ├─► ObjectBuilder ─► Layout (sizes) ─► ObjectWriter (bytes, relocations) ─► elf.ElfWriter
 *   .s text ─► GasAssembler ───────┘         │
 *                   ▲                        └─► AsmPrinter ─► .s text (-S)
 *                   └── inline assembly
 * </pre>
 *
 * <p>One {@link org.jcc.asm.Row} per instruction form says all about it; {@link org.jcc.asm.InstructionSet} is the seam
 * between this package and an architecture.
 */
package org.jcc.asm;
