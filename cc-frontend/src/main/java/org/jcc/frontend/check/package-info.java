/**
 * The checker: from the syntax tree to the typed tree, with every constraint of C11 diagnosed as gcc does.
 *
 * <pre>
 *   External ─► Checker ── Declarations (specifiers, declarators, symbols), Attributes, Records (struct, enum)
 *                       ├─ Statements, Expressions, Calls, Builtins, AsmStatements
 *                       ├─ Conversions (6.3), Fold (constants), Initializers (6.7.9), StaticValues
 *                       └─► TypedConsumer
 * </pre>
 *
 * One object of each class per compilation; they know each other through {@link org.jcc.frontend.check.Checker}. An
 * erroneous expression has the error type, which silences what depends on it.
 */
package org.jcc.frontend.check;
