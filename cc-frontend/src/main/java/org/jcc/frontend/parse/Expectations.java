package org.jcc.frontend.parse;

/**
 * What to say that was expected, in gcc's words: from the rule that was being read and the token that was asked for, or
 * from the rule alone where none of several fitted.
 */
final class Expectations {
    private Expectations() {}

    /** No way through {@code rule} begins with the current token. */
    static String inRule(int rule) {
        return "expected " + switch (rule) {
            case C.RULE_external, C.RULE_declaration, C.RULE_implicitDeclaration, C.RULE_declarator, C.RULE_directDeclarator,
                    C.RULE_memberDeclarator -> "identifier or '('";
            case C.RULE_declarators, C.RULE_functionBody, C.RULE_oldStyleDeclaration -> "'=', ',', ';', 'asm' or '__attribute__'";
            case C.RULE_structSpec, C.RULE_enumSpec -> "'{'";
            case C.RULE_specs, C.RULE_spec, C.RULE_plainSpec, C.RULE_typeName, C.RULE_member -> "specifier-qualifier-list";
            case C.RULE_parameters, C.RULE_parameter, C.RULE_attributedParameters -> "declaration specifiers or '...'";
            case C.RULE_anyDeclarator, C.RULE_anyDirectDeclarator, C.RULE_suffix -> "')'";
            case C.RULE_lparen -> "'('";
            case C.RULE_name, C.RULE_postfixes, C.RULE_oneAttribute, C.RULE_bracketAttributeItem, C.RULE_asmLabel -> "identifier";
            case C.RULE_gotoStatement -> "identifier or '*'";
            case C.RULE_string -> "string literal";
            case C.RULE_topAsm, C.RULE_asmStatement -> "'('";
            default -> "expression";
        };
    }

    /** {@code rule} asked for {@code type}. */
    static String token(int rule, int type, boolean isCase) {
        String s = switch (rule) {
            case C.RULE_declarators -> type == C.SEMI ? "',' or ';'" : null;
            case C.RULE_oldStyleDeclaration -> type == C.SEMI ? "'=', ',', ';', 'asm' or '__attribute__'" : null;
            case C.RULE_member -> type == C.SEMI ? "':', ',', ';', '}' or '__attribute__'" : null;
            case C.RULE_enumerators -> type == C.COMMA ? "',' or '}'" : type == C.RBRACE ? "identifier" : null;
            case C.RULE_braced -> type == C.COMMA ? "'}'" : type == C.RBRACE ? "expression" : null;
            case C.RULE_members -> type == C.RBRACE ? "specifier-qualifier-list" : null;
            case C.RULE_compound -> type == C.RBRACE ? "declaration or statement" : null;
            case C.RULE_suffix, C.RULE_anyDirectDeclarator -> type == C.RPAREN ? "';', ',' or ')'" : null;
            case C.RULE_label -> type == C.COLON && isCase ? "':' or '...'" : null;
            case C.RULE_asmStatement -> type == C.RPAREN ? "':' or ')'" : null;
            default -> null;
        };
        return "expected " + (s != null ? s : quoted(type));
    }

    private static String quoted(int type) {
        return switch (type) {
            case C.SEMI -> "';'";
            case C.COMMA -> "','";
            case C.COLON -> "':'";
            case C.ASSIGN -> "'='";
            case C.LPAREN -> "'('";
            case C.RPAREN -> "')'";
            case C.LBRACKET -> "'['";
            case C.RBRACKET -> "']'";
            case C.LBRACE -> "'{'";
            case C.RBRACE -> "'}'";
            case C.WHILE -> "'while'";
            case C.IDENTIFIER -> "identifier";
            case C.STRING -> "string literal";
            default -> "expression";
        };
    }
}
