/**
 * The optimiser: passes over the IR, and the pipeline that runs them and the code generator's IR passes as one table.
 *
 * <pre>
 *   Passes.TABLE (rows) ─┐
 *   codegen's rows ──────┴─► Pipeline (order checked) ─► run: each function through each pass ─► Module
 *                                 └─ --print-passes --disable --dump --stop-after --time-passes --verify --opt-bisect
 * </pre>
 */
package org.jcc.opt;
