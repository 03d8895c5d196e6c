package org.jcc.frontend.syntax;

import java.util.List;

/**
 * One attribute, GNU's {@code __attribute__((name(args)))} or C23's {@code [[namespace::name(args)]]}. Names are
 * normalised: {@code __packed__} is {@code packed}.
 *
 * @param namespace 0 without one; {@code gnu} for {@code [[gnu::packed]]}
 * @param args      null without parentheses. A lone identifier is an {@link Expr.Ident}; so is the first argument of
 *                  {@code format(printf, 1, 2)}. Arguments of C23 attributes of unknown namespaces are dropped.
 * @param standard  written in brackets
 */
public record Attribute(int loc, int namespace, int name, List<Operand> args, boolean standard) {}
