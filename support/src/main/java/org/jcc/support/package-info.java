/**
 * What every stage shares and nothing more: source positions, diagnostics, interned names, the description of a
 * target that the front end may see.
 *
 * <pre>
 *   file bytes ─► SourceManager ─► int loc ─► (token, AST node, Inst, machine instruction) ─► Diagnostics ─► text
 * </pre>
 *
 * One object of each kind belongs to one compilation. There are no mutable statics, so that many compilations run in
 * one JVM at once.
 */
package org.jcc.support;
