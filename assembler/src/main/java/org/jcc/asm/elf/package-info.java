/**
 * The ELF-64 object format: its numbers, a reader over bytes, and the writer of relocatable objects.
 *
 * <pre>
 *   ObjectBuilder ──► ElfWriter ──► byte[]  (relocatable image: the seam between assembler and linker)
 *                                     │
 *                     ElfReader ◄─────┘     headers, sections, symbols, relocations as views; nothing is copied
 *                         ▲
 *   gcc's .o, .so, .a members
 *
 *   Elf         the format's constants, relocation numbers by their psABI names
 * </pre>
 */
package org.jcc.asm.elf;
