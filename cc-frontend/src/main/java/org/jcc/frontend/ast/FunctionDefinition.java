package org.jcc.frontend.ast;

import java.util.List;

/**
 * A function definition (6.9.1).
 *
 * @param params  as they are passed (types after 6.9.1p10's adjustments); a K&amp;R definition's narrow parameters are
 *                passed promoted and converted by the first statements of the body
 * @param locals  every automatic variable of the body but for VLAs, in order of declaration, hidden ones included
 * @param labels  the labels whose address is taken
 * @param body    control that reaches its end returns; {@code main}'s end returns 0 explicitly
 * @param end     loc of the closing brace
 * @param nested  the functions defined in the body (GNU), in order; they may use what is around them
 */
public record FunctionDefinition(FunctionSymbol symbol, List<VarSymbol> params, List<VarSymbol> locals, List<LabelSymbol> labels,
        List<TypedStmt> body, int loc, int end,
        List<FunctionDefinition> nested) {}
