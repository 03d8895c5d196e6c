/**
 * Makes input for differential tests: random modules without undefined behaviour, whose {@code main} prints a checksum.
 *
 * <pre>
 *   seed ─► RandomIr ─► Module ─┬─► Interpreter ─────────────► output
 *                               ├─► passes ─► Interpreter ───► the same
 *                               └─► jcc ─► program ──────────► the same
 * </pre>
 */
package org.jcc.ir.testing;
