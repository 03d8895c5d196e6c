/**
 * The parser: preprocessing tokens to the syntax tree (C17 6.4 to 6.9, GNU C).
 *
 * <pre>
 *   Token.Source ─► TokenFeed ─► C (generated from C.g4) ─► External ─► the consumer, one declaration at a time
 *                     ▲  keywords, lazy classes of        │ actions in ParserBase, builders, Literals
 *                     │  identifiers and parentheses      │
 *                     └──────────── Scopes ◄──────────────┘ which names are types, here and now
 * </pre>
 *
 * The grammar is LL(1) and the parser's contexts never leave this package. The parser knows of the meaning of names only
 * whether they are types; everything else is the checker's.
 */
package org.jcc.frontend.parse;
