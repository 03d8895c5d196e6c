/**
 * Runs IR as it is before ABI lowering: the oracle for the whole compiler.
 *
 * <pre>
 *   Module ─► Image (globals in native memory) ─► Code (functions decoded to arrays) ─► Interpreter ─┬─► PureOps ─► Fold
 *                                                                       Frame, ThreadState           └─► Calls
 *                                                                                                          │ of undefined functions
 *                                                                                                          ▼
 *                                                                       LibC: what is done here; Natives: the C library, by downcalls;
 *                                                                       callbacks by upcalls
 * </pre>
 */
package org.jcc.ir.interp;
