package org.jcc.frontend.syntax;

import java.util.List;

/**
 * A function definition (C17 6.9.1), also a nested one (GNU).
 *
 * @param loc        of the declared name
 * @param declarator its first chunk that is no {@link Declarator.Attributed} is a {@link Declarator.Function}, if the
 *                   input is right: {@code typedef int F(void); F f {…}} also gets here and is the checker's to refuse
 * @param oldStyle   the declarations between a K&amp;R parameter list and the body
 */
public record FunctionDefinition(int loc, Specs specs, Declarator declarator, List<Declaration> oldStyle, Statement.Compound body)
        implements External, BlockItem {}
