/**
 * The types of C (C17 6.2.5), their sizes and layouts.
 *
 * <pre>
 *   TargetInfo ─► Types (the basic types, factories, 6.3.1 conversions, 6.2.7 compatibility)
 *   members ────► Layout (System V psABI: structures, unions, bit-fields) ─► RecordType
 *   CType ──────► TypeText (as gcc spells it in diagnostics)
 * </pre>
 *
 * A {@link org.jcc.frontend.types.CType} is sugar (a typedef, qualifiers) around a structural type;
 * {@link org.jcc.frontend.types.CType#strip} sees through all sugar.
 */
package org.jcc.frontend.types;
