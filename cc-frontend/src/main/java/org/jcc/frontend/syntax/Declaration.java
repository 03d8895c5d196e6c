package org.jcc.frontend.syntax;

import java.util.List;

/**
 * A declaration (C17 6.7) or a structure's member declaration (6.7.2.1). Without specifiers ({@code x;} at file scope:
 * implicit int) the {@link Specs} are empty.
 *
 * @param loc of the first token
 * @param end of the {@code ;}
 */
public record Declaration(int loc, Specs specs, List<Declarator> declarators, int end) implements External, BlockItem, MemberItem {}
