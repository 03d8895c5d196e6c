/**
 * From IR to an object under construction, for every target alike.
 *
 * <pre>
 *   IR in C shape ─► runtime-calls ─► abi ─► split-i128 ─► expand          {@link org.jcc.codegen.IrPasses}, IR to IR
 *                                                            │
 *                        MachinePasses: select ─► regalloc (─► check) ─► branches ─► frame
 *                                                            │
 *                        emit: functions, variables, debug information ─► org.jcc.asm.ObjectBuilder
 * </pre>
 *
 * A target is one {@link org.jcc.codegen.TargetMachine}: registers, numbers of the frame, and a few functions.
 */
package org.jcc.codegen;
