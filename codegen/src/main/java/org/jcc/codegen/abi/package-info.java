/**
 * ABI lowering: from the C shape of calls and functions to registers and stack slots, IR to IR.
 *
 * <pre>
 *   Signature (C shape) ─► Abi (one per target: the psABI's rules) ─► Layout ─► AbiLowering rewrites calls, entry, returns
 * </pre>
 */
package org.jcc.codegen.abi;
