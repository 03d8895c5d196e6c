/**
 * RISC-V 64: the instruction table and what drives it.
 *
 * <pre>
 *   Rv (rows) ─► RvTable (reads a line) ─► RvRow
 *                                            ├─► RvEncoder   operands to a word, fixups
 *                                            ├─► RvIsa       printing, branches, relocations
 *                                            ├─► RvParser    text and pseudo-instructions to rows
 *                                            └─► RvDecoder   a word to a row and operands
 * </pre>
 */
package org.jcc.asm.riscv64;
