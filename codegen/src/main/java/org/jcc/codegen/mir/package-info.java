/**
 * Machine code before it is bytes: SSA with block parameters over instruction rows.
 *
 * <pre>
 *   MFunction ─► MBlock ─► MInst (Row or PseudoRow, operands with effect and constraint)
 *   text form ◄─► MFunction      {@link org.jcc.codegen.mir.MirPrinter}, {@link org.jcc.codegen.mir.MirParser}
 * </pre>
 */
package org.jcc.codegen.mir;
