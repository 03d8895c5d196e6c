/**
 * The preprocessor: bytes to preprocessing tokens (C17 5.1.1.2 phases 1 to 4).
 *
 * <pre>
 *   bytes ─► Lexer ─► directives, macro expansion ─► Token.Source ─► parser, or the -E printer
 * </pre>
 */
package org.jcc.frontend.pp;
