/**
 * The x86-64 target: one literal ({@code X86_64}) of tables and a few functions: calling convention, selection rules,
 * frame, pseudo expansion. Its instructions stand in {@code org.jcc.asm.x86_64}.
 */
package org.jcc.target.x86_64;
