/**
 * Instruction selection: the walk over the IR that all targets share. A target extends {@link org.jcc.codegen.select.Selector}
 * by its rules.
 *
 * <pre>
 *   Function, blocks in post-order, instructions bottom-up ─► rules of the target ─► MFunction
 * </pre>
 */
package org.jcc.codegen.select;
