package org.jcc.frontend.syntax;

import java.util.List;

/** A stray {@code ;} at file scope or in a structure; with attributes, C23's attribute declaration {@code [[…]];}. */
public record EmptyDeclaration(int loc, List<Attribute> attributes) implements External, MemberItem {}
