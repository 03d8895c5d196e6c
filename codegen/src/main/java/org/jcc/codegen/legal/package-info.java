/**
 * Legalisation: IR to IR, until only what the target can select remains.
 *
 * <pre>
 *   LegalVectors (before ABI lowering): vectors become ones of the target's size, or scalars
 *   RuntimeCalls (before ABI lowering): operations with no instructions become calls of the runtime or the C library
 *   Expand       (before ABI lowering): operations that have no instruction become a few that do
 *   SplitI128    (after ABI lowering):  i128 values become pairs of i64
 * </pre>
 */
package org.jcc.codegen.legal;
