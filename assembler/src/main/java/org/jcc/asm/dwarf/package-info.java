/**
 * DWARF bytes that the assembler makes from directives: frame information ({@code .cfi_*}) and the line table
 * ({@code .file}, {@code .loc}). Both are written after layout, when distances are numbers.
 *
 * <pre>
 *   ObjectBuilder ─► FrameTable ─► .eh_frame
 *                └─► LineTable  ─► .debug_line, .debug_line_str
 * </pre>
 */
package org.jcc.asm.dwarf;
