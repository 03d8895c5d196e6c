/**
 * The RISC-V back end: {@link org.jcc.target.riscv64.RvTarget} is the literal, {@code RvSelector} sends each operation to a file of
 * rules, {@code RvAbi} is the calling convention, {@code RvFrame} the prologue.
 */
package org.jcc.target.riscv64;
