/**
 * The SSA intermediate representation that carries C and lifted guest code alike.
 *
 * <pre>
 *   Module ─► Symbol (Function | GlobalVar | Alias)
 *   Function ─► Block ─► Inst (operands, uses, block parameters instead of phis)
 *   text form ◄─► Module ─► Verifier, Interpreter, analyses
 * </pre>
 *
 * {@link org.jcc.ir.Op} is the one table of operations; {@code Verifier} states the rules.
 */
package org.jcc.ir;
