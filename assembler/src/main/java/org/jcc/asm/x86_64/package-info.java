/**
 * x86-64 for the assembler: the instruction tables (one line a form, {@code X86Integer}, {@code X86Sse}, {@code X86Avx}, {@code X86Avx2}, {@code X86Fpu},
 * {@code X86System}, all reachable as {@link org.jcc.asm.x86_64.X86}), read by {@code X86Table}; the encoder, printer and
 * parser driven by them.
 *
 * <pre>
 *   table line ─► X86Table ─► X86Row ─► X86Encoder ─► bytes
 *                   ▲            ├────► X86Isa.print ─► AT&amp;T text
 *   AT&amp;T text ─► X86Parser       └────► X86Decoder ◄─ bytes
 * </pre>
 */
package org.jcc.asm.x86_64;
