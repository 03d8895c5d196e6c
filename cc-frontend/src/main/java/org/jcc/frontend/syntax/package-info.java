/**
 * The syntax tree: what was written, untyped, faithful to C17's grammar (6.5 to 6.9) plus GNU C's syntax.
 *
 * <pre>
 *   External ── FunctionDefinition ── Specs, Declarator, Compound ── BlockItem ── Statement ── Expr
 *            ├─ Declaration ───────── Specs (TypeSpec…), Declarator (Chunk…) ── Initializer
 *            └─ TopAsm, StaticAssert, Pragma, EmptyDeclaration
 * </pre>
 *
 * Records in sealed interfaces. Names are ids of {@link org.jcc.support.Names}, 0 for "none"; every node has a loc of
 * {@link org.jcc.support.SourceManager}. Nothing here knows a type, a value or a scope: the checker gives the tree its
 * meaning. Lists are never null unless the component's description says so, and are not to be changed.
 */
package org.jcc.frontend.syntax;
