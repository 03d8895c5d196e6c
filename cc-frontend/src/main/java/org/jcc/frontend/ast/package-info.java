/**
 * The typed tree: the program with C's rules already applied, ready to be lowered without knowing them.
 *
 * <pre>
 *   checker ─► TypedConsumer ── FunctionDefinition ── TypedStmt ── TypedExpr ── CType
 *                            ├─ VarSymbol + StaticData      (objects with static storage: bytes and addresses)
 *                            └─ aliases, top-level asm
 * </pre>
 *
 * What holds everywhere in it:
 *
 * <ul>
 *   <li>Every implicit conversion is a node: reading an lvalue is {@link org.jcc.frontend.ast.TypedExpr.Load}, arrays and
 *       functions decay by {@link org.jcc.frontend.ast.TypedExpr.AddressOf}, numbers change type by
 *       {@link org.jcc.frontend.ast.TypedExpr.Convert}. Operands of arithmetic have the operation's type.</li>
 *   <li>Integer, floating and address constants are folded; {@code sizeof} is gone.</li>
 *   <li>Scopes are gone: leaving one by any way is spelled out as statements (calls of {@code cleanup} functions,
 *       {@link org.jcc.frontend.ast.TypedStmt.StackRestore}).</li>
 *   <li>{@code break} and {@code continue} are jumps to labels.</li>
 *   <li>Types of value expressions have no qualifiers; lvalues' types say what an access is (volatile, atomic).</li>
 *   <li>A tree that reaches the consumer had no error: no error type, no error node.</li>
 * </ul>
 */
package org.jcc.frontend.ast;
