/**
 * Writing finished functions and variables to the object builder.
 *
 * <pre>
 *   MFunction ─► FunctionEmitter ─┐
 *   GlobalVar, Alias ────────────► ModuleEmitter ─► ObjectBuilder
 *   source places ─► DebugEmitter ┘
 * </pre>
 */
package org.jcc.codegen.emit;
