/**
 * From the typed tree to the IR: one module a translation unit, function by function as the checker delivers them.
 *
 * <pre>
 *   TypedConsumer ─► Lowering ── symbols, static data, string literals, aliases
 *                       └─► FunctionLowering ── statements, control flow, labels, scopes
 *                              ├─► Expressions ── scalar values, assignments
 *                              │      ├─► Conditions ── truth, branches, && and ||
 *                              │      ├─► Calls ── arguments, results, library functions known as operations
 *                              │      ├─► Builtins ── builtins that are operations; atomics
 *                              │      ├─► Complexes ── pairs of numbers
 *                              │      └─► Vectors ── whole, or lane by lane
 *                              ├─► Memory ── places, loads, stores, bit-fields, copies, initialisers
 *                              └─► InlineAsm
 *   Shapes ── what C types become: IR types, ABI shapes, alias tags
 * </pre>
 *
 * <p>Every C object is memory here: locals are ALLOCAs of the entry block, and mem2reg makes values of them. Values are
 * SSA values within an expression; control flow inside expressions joins in block parameters. Records are known by the
 * address at which their value can be read.
 */
package org.jcc.frontend.lower;
