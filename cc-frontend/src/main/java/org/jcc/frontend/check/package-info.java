/**
 * The checker: from the syntax tree to the typed tree, with every constraint of C11 diagnosed as gcc does.
 *
 * <pre>
 *   External ─► Checker ── Declarations ─► Functions, Objects; Specifiers (struct, enum), Declarators, Attributes
 *                       ├─ Statements, AsmStatements
 *                       ├─ Expressions ─► PrimaryExpressions, PostfixExpressions, Calls, UnaryExpressions, BinaryOperators, Assignments
 *                       ├─ Builtins ─► AtomicBuiltins, OverflowBuiltins, ShuffleBuiltins, LibraryCalls; Formats
 *                       ├─ Conversions (6.3), Fold (constants), ConstantExpressions (6.6), StaticValues
 *                       ├─ Initializers (6.7.9) ─► InitializerWalk, InitializerLevel
 *                       └─► TypedConsumer
 * </pre>
 *
 * One object of each class per compilation; they know each other through {@link org.jcc.frontend.check.Checker}. An
 * erroneous expression has the error type, which silences what depends on it.
 */
package org.jcc.frontend.check;
