/**
 * The preprocessor: bytes to preprocessing tokens (C17 5.1.1.2 phases 1 to 4).
 *
 * <pre>
 *   IncludeFinder ◄── IncludeCache (disk, jcc's own headers)
 *        │ texts
 *        ▼
 *      Lexer ─────────► Preprocessor.lex ─────────► Expander ─────► Preprocessor.next ─► parser
 *   phase 3, no copy      │ lines that begin with #   macros, # ##       (Token.Source)
 *                         ▼                                        └───► EPrinter (-E), DepWriter (-M)
 *                     Directives ─► Definitions (#define), IfExpression (#if), Pragmas
 *
 *   LogicalLines (phases 1 and 2, comments, skipping) is what the Lexer stands on.
 *   Predefined (*.macros data files), Builtins (__LINE__, __has_…; *.list data files) fill the macro table.
 * </pre>
 *
 * Everything here belongs to one compilation but {@link org.jcc.frontend.pp.IncludeCache}, which is shared by the process.
 */
package org.jcc.frontend.pp;
