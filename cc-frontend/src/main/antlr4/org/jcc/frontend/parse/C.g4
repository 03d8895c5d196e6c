/*
 * C17 (ISO/IEC 9899:2018, 6.5 to 6.9) and GNU C, written so that every decision is LL(1): the generated parser is
 * switches over LA(1) and never calls adaptivePredict (ParserShapeTest). So no token is looked at before the actions in
 * front of it have run, and the feedback of typedef names is as safe as in recursive descent.
 *
 * Whatever depends on context is a token type that TokenFeed finds when it is asked:
 *
 *   TYPEDEF_NAME   an identifier bound to a type, while these specifiers have no type specifier yet; else IDENTIFIER
 *   LPAREN_TYPE    ( before a type name                 LPAREN_BRACE   ( before {: a statement expression
 *   LPAREN_ATTRIBUTE   ( before __attribute__: a type name, parameters or a declarator
 *   LABEL          an identifier before :, at a statement's or initialiser's start
 *   EXT_DECL       __extension__ before a declaration; before an expression it is a UNARY_OP
 *   ATOMIC_TYPE    _Atomic before (; else a QUALIFIER   STAR_BRACKET   * before ], in [*]
 *   LBRACKET2      [ before [: C23's attributes         STATEMENT_BRACKET2   the same, of a statement or label
 *   LABEL_ATTRIBUTE   __attribute__ behind a label
 *   NOELSE         of no width, injected where an if statement has no else; so are the last COMMA of a braced list and
 *                  the last SEMI of a structure where they are not written
 *
 * Rules are named after the grammar symbols of the standard. Actions build the tree of org.jcc.frontend.syntax; what
 * they call is in ParserBase. Where an error is caught the rule has a catch clause; all others let it pass.
 */
parser grammar C;

options { superClass = ParserBase; }

@header {
import java.util.ArrayList;
import java.util.List;
import org.jcc.frontend.syntax.*;
import org.jcc.frontend.syntax.Expr.*;
import org.jcc.frontend.syntax.Initializer.Designator;
}

tokens {
    // The starts of declarations.
    TYPEDEF_NAME, BASIC_TYPE, STORAGE, STATIC, QUALIFIER, FUNC_SPEC, ATOMIC_TYPE, STRUCT, ENUM, TYPEOF, ALIGNAS, ATTRIBUTE,
    LBRACKET2, STATIC_ASSERT, EXT_DECL,
    // The starts of expressions.
    IDENTIFIER, NUMBER, CHARACTER, STRING, LPAREN, LPAREN_TYPE, LPAREN_ATTRIBUTE, LPAREN_BRACE, UNARY_OP, INC_DEC, SIZEOF, ALIGNOF, GENERIC,
    VA_ARG, OFFSETOF, TYPES_COMPATIBLE, CHOOSE_EXPR, CONVERT_VECTOR, HAS_ATTRIBUTE, TGMATH,
    // Operators of one and of two operands.
    STAR, AMP, PLUS, MINUS, ANDAND,
    // Operators of two.
    BINARY_OP, ASSIGN, ASSIGN_OP, QUESTION, COLON, COMMA,
    // The starts of statements.
    LBRACE, SEMI, IF, SWITCH, WHILE, DO, FOR, GOTO, CONTINUE, BREAK, RETURN, ASM, LABEL, CASE, DEFAULT, LOCAL_LABEL, ELSE, NOELSE,
    // The rest.
    RBRACE, RPAREN, LBRACKET, RBRACKET, STAR_BRACKET, DOT, ARROW, ELLIPSIS, LABEL_ATTRIBUTE, STATEMENT_BRACKET2, OTHER
}

// ---- 6.9 External definitions

external returns [External v]
@init { int loc = startExternal(); long nest = in.nest; }
    : staticAssert { $v = $staticAssert.v; }
    | SEMI { $v = new EmptyDeclaration(loc, List.of()); }
    | topAsm { $v = $topAsm.v; }
    | EXT_DECL { extension++; } e=external { extension--; $v = $e.v; }
    | declaration { $v = external($declaration.v); }
    | implicitDeclaration { $v = (External) $implicitDeclaration.v; }
    ;
    catch [RecognitionException e] { _localctx.v = recoverExternal(e, nest); }

topAsm returns [TopAsm v]
@init { int loc = in.loc(); }
    : ASM LPAREN string RPAREN SEMI { $v = new TopAsm(loc, $string.v, prev.loc); }
    ;

staticAssert returns [StaticAssert v]
@init { int loc = in.loc(); StringLit message = null; }
    : STATIC_ASSERT lparen conditional ( COMMA string { message = $string.v; } )? RPAREN SEMI
      { $v = new StaticAssert(loc, $conditional.v, message); }
    ;

lparen : LPAREN | LPAREN_TYPE | LPAREN_ATTRIBUTE | LPAREN_BRACE ;

// ---- 6.7 Declarations

declaration returns [BlockItem v]
@init { SpecsBuilder s = new SpecsBuilder(this, in.loc()); long nest = in.nest; }
    : specs[s] ( SEMI { $v = endDeclaration(s, none()); } | declarators[s] { $v = $declarators.v; } )
    ;
    catch [RecognitionException e] { _localctx.v = recoverSpecs(e, s, nest); }

/* At file scope, without specifiers: implicit int. */
implicitDeclaration returns [BlockItem v]
@init { SpecsBuilder s = new SpecsBuilder(this, in.loc()); }
    : declarators[s] { $v = $declarators.v; }
    ;

/* The init-declarator-list and its semicolon, or the rest of a function definition. */
declarators [SpecsBuilder s] returns [BlockItem v]
@init { List<Declarator> l = new ArrayList<>(2); DeclaratorBuilder d = new DeclaratorBuilder(); long nest = in.nest; }
    : declarator[d] { bind(s, d); } ( asmLabel[d] )? ( gnuAttribute[d.attributes()] )*
      ( { startFunction(d); } functionBody[s, d] { $v = $functionBody.v; }
      | ( ASSIGN { d.initLoc = prev.loc; } initializer { d.init = $initializer.v; } )? { l.add(d.build()); d = null; }
        ( COMMA { d = nextDeclarator(s); } ( attribute[d.attributes()] )* initDeclarator[s, d] { l.add(d.build()); d = null; } )*
        SEMI { $v = endDeclaration(s, l); }
      )
    ;
    catch [RecognitionException e] { _localctx.v = recoverDeclaration(e, s, l, d, nest); }

initDeclarator [SpecsBuilder s, DeclaratorBuilder d]
    : declarator[d] { bind(s, d); } ( asmLabel[d] )? ( gnuAttribute[d.attributes()] )*
      ( ASSIGN { d.initLoc = prev.loc; } initializer { d.init = $initializer.v; } )?
    ;

asmLabel [DeclaratorBuilder d]
    : ASM lparen string { d.asmLabel = $string.v; } RPAREN
    ;

functionBody [SpecsBuilder s, DeclaratorBuilder d] returns [FunctionDefinition v]
@init { List<Declaration> old = new ArrayList<>(0); int mark = enterFunction(d); }
    : ( oldStyleDeclaration { old.add($oldStyleDeclaration.v); } )* compound
      { $v = endFunction(s, d, old, $compound.v); }
    ;
    finally { exitFunction(mark); }

oldStyleDeclaration returns [Declaration v]
@init { SpecsBuilder s = new SpecsBuilder(this, in.loc()); List<Declarator> l = new ArrayList<>(2); DeclaratorBuilder d; }
    : plainSpec[s] ( spec[s] )*
      ( { d = new DeclaratorBuilder(); } initDeclarator[s, d] { l.add(d.build()); }
        ( COMMA { d = nextDeclarator(s); } ( attribute[d.attributes()] )* initDeclarator[s, d] { l.add(d.build()); } )* )?
      SEMI { $v = endOldStyle(s, l); }
    ;

specs [SpecsBuilder s] : ( plainSpec[s] | attribute[s.attributes()] )+ ;

spec [SpecsBuilder s] : plainSpec[s] | attribute[s.attributes()] ;

plainSpec [SpecsBuilder s]
    : TYPEDEF_NAME { s.typedefName(prev); }
    | { s.admitNext(); } BASIC_TYPE { s.keyword(prev); }
    | QUALIFIER { s.qualifier(prev); }
    | { s.admitStorage(); s.admitNext(); } ( STORAGE | STATIC ) { s.storage(prev); }
    | { s.admitStorage(); } FUNC_SPEC { s.function(prev); }
    | { s.admitNext(); } structSpec { s.type($structSpec.v); }
    | { s.admitNext(); } enumSpec { s.type($enumSpec.v); }
    | typeofSpec { s.type($typeofSpec.v); }
    | ATOMIC_TYPE { int loc = prev.loc; } lparen typeName RPAREN { s.type(new TypeSpec.Atomic(loc, $typeName.v)); }
    | ALIGNAS { int loc = prev.loc; boolean seen = in.typeSeen(false); } lparen operand RPAREN
      { in.typeSeen(seen); s.alignas(new Specs.Alignas(loc, $operand.v)); }
    ;

typeofSpec returns [TypeSpec v]
@init { int loc = in.loc(); boolean unqualified; }
    : TYPEOF { unqualified = prev.aux != 0; in.typeSeen(false); } lparen ( typeName { $v = new TypeSpec.Typeof(loc, $typeName.v, unqualified); }
      | expression { $v = new TypeSpec.Typeof(loc, $expression.v, unqualified); } ) RPAREN
    ;

structSpec returns [TypeSpec v]
@init { int loc = in.loc(); int tag = 0; int tagLoc = loc; boolean union; List<Attribute> a = new ArrayList<>(0); List<MemberItem> m = null; int end; }
    : STRUCT { union = prev.aux != 0; end = prev.loc; in.typeSeen(true); } ( attribute[a] )*
      ( name { tag = prev.name; end = tagLoc = prev.loc; tag(tag, union ? "union" : "struct"); } ( members { m = $members.v; end = prev.loc; } )?
      | members { m = $members.v; end = prev.loc; } )
      { $v = new TypeSpec.Struct(loc, union, tag, tagLoc, m, a, end); }
    ;

members returns [List<MemberItem> v]
@init { List<MemberItem> l = new ArrayList<>(); }
    : LBRACE { startMember(l); } ( member[l] { startMember(l); } )* RBRACE { $v = l; }
    ;

member [List<MemberItem> l]
@init { int loc = in.loc(); SpecsBuilder s = null; List<Declarator> ds = null; DeclaratorBuilder d; long nest = in.nest; }
    : SEMI { l.add(new EmptyDeclaration(loc, List.of())); }
    | staticAssert { l.add($staticAssert.v); }
    | EXT_DECL { extension++; } member[l] { extension--; }
    | { s = new SpecsBuilder(this, loc).qualifiersOnly(); } specs[s]
      ( { ds = new ArrayList<>(2); d = memberBuilder(); } memberDeclarator[d] { ds.add(d.build()); }
        ( COMMA { in.typeSeen(true); d = memberBuilder(); } ( attribute[d.attributes()] )* memberDeclarator[d] { ds.add(d.build()); } )*
      )?
      { missingSemicolon(); } SEMI { l.add(endMember(s, ds)); }
    | { reject("expected specifier-qualifier-list"); } ( IDENTIFIER | ~( RBRACE | IDENTIFIER | SEMI | STATIC_ASSERT | EXT_DECL | TYPEDEF_NAME | BASIC_TYPE
        | QUALIFIER | STORAGE | STATIC | FUNC_SPEC | STRUCT | ENUM | TYPEOF | ATOMIC_TYPE | ALIGNAS | ATTRIBUTE | LBRACKET2 ) )
    ;
    catch [RecognitionException e] { recoverMember(e, l, s, ds, nest); }

memberDeclarator [DeclaratorBuilder d]
    : ( declarator[d] ( COLON { in.typeSeen(false); } conditional { d.bitWidth = $conditional.v; } )?
      | COLON { in.typeSeen(false); } conditional { d.bitWidth = $conditional.v; } )
      ( gnuAttribute[d.attributes()] )*
    ;

enumSpec returns [TypeSpec v]
@init { int loc = in.loc(); int tag = 0; int tagLoc = loc; List<Attribute> a = new ArrayList<>(0); List<TypeSpec.Enumerator> l = null; int end = loc; }
    : ENUM { in.typeSeen(true); } ( attribute[a] )*
      ( name { tag = prev.name; end = tagLoc = prev.loc; tag(tag, "enum"); } ( enumerators { l = $enumerators.v; end = prev.loc; } )?
      | enumerators { l = $enumerators.v; end = prev.loc; } )
      { $v = new TypeSpec.Enum(loc, tag, tagLoc, l, a, end); }
    ;

enumerators returns [List<TypeSpec.Enumerator> v]
@init { List<TypeSpec.Enumerator> l = new ArrayList<>(); long nest = in.nest; }
    : LBRACE { in.typeSeen(false); $v = l; } ( enumerator[l] { in.lastComma(); } COMMA )* { emptyEnum(l); } RBRACE { in.typeSeen(true); }
    ;
    catch [RecognitionException e] { recoverBraces(e, nest); in.typeSeen(true); }

enumerator [List<TypeSpec.Enumerator> l]
@init { int loc = in.loc(); int name; List<Attribute> a = none(); Expr value = null; }
    : name { name = prev.name; } ( { if (a.isEmpty()) a = new ArrayList<>(1); } attribute[a] )* ( ASSIGN conditional { value = $conditional.v; } )?
      { bindOrdinary(name); l.add(new TypeSpec.Enumerator(loc, name, a, value)); }
    ;

/* An identifier where a typedef name is one too: tags, members, labels. */
name : IDENTIFIER | TYPEDEF_NAME ;

// ---- 6.7.6 Declarators

declarator [DeclaratorBuilder d]
@init { int loc; int qualifiers; List<Attribute> a; }
    : STAR { loc = prev.loc; } pointerQualifiers { qualifiers = $pointerQualifiers.v; a = $pointerQualifiers.a; }
      declarator[d] { d.add(new Declarator.Pointer(loc, qualifiers, a)); }
    | directDeclarator[d]
    ;

pointerQualifiers returns [int v, List<Attribute> a]
@init { $a = none(); }
    : ( QUALIFIER { $v |= prev.aux; } | { if ($a.isEmpty()) $a = new ArrayList<>(1); } attribute[$a] )*
    ;

directDeclarator [DeclaratorBuilder d]
@init { List<Attribute> a = none(); int loc; }
    : ( IDENTIFIER { d.name(prev); in.typeSeen(false); }
      | ( LPAREN | LPAREN_TYPE | LPAREN_ATTRIBUTE ) { loc = prev.loc; } ( { if (a.isEmpty()) a = new ArrayList<>(1); } attribute[a] )*
        declarator[d] { if (!a.isEmpty()) d.add(new Declarator.Attributed(loc, a)); } RPAREN )
      ( suffix[d] )*
    ;

suffix [DeclaratorBuilder d]
    : array[d]
    | ( LPAREN | LPAREN_TYPE | LPAREN_ATTRIBUTE ) parameters[d] RPAREN
    | bracketAttribute[d.bracketAttributes()]
    ;

array [DeclaratorBuilder d]
@init { int loc = in.loc(); int qualifiers = 0; boolean isStatic = false; boolean star = false; Expr size = null; boolean seen; }
    : LBRACKET { seen = in.typeSeen(false); } ( STATIC { isStatic = true; } | QUALIFIER { qualifiers |= prev.aux; } )*
      ( STAR_BRACKET { star = true; } | assignment { size = $assignment.v; } )? RBRACKET
      { in.typeSeen(seen); d.add(new Declarator.Array(loc, qualifiers, isStatic, star, size, none())); }
    ;

/* What stands between the parentheses of a function declarator. */
parameters [DeclaratorBuilder d]
@init { int loc = prev.loc; int mark = enterParameters(); List<Declarator.Parameter> l = new ArrayList<>(4); List<Declarator.Parameter> forward = none();
        List<Ident> ids = null; boolean variadic = false; long nest = in.nest; }
    : ( parameter { l.add($parameter.v); }
        ( COMMA { if (variadic) reject("expected ')'"); startParameter(); } ( parameter { l.add($parameter.v); } | ELLIPSIS { variadic = true; } )
        | SEMI { forward = forwardParameters(forward, l); l = new ArrayList<>(4); startParameter(); } parameter { l.add($parameter.v); }
        )*
      | IDENTIFIER { ids = new ArrayList<>(4); ids.add(ident()); bindOrdinary(prev.name); l = null; }
        ( COMMA IDENTIFIER { ids.add(ident()); bindOrdinary(prev.name); } )*
      | ELLIPSIS { variadic = true; onlyEllipsis(); }
      | { l = null; ids = none(); }
      )
      { d.add(new Declarator.Function(loc, l, ids, variadic, forward, none(), in.loc())); exitParameters(mark); }
    ;
    catch [RecognitionException e] { recoverParameters(e, d, loc, l, mark, nest); }

parameter returns [Declarator.Parameter v]
@init { int loc = in.loc(); SpecsBuilder s = new SpecsBuilder(this, loc).parameter(); DeclaratorBuilder d = new DeclaratorBuilder(); }
    : specs[s] { d.loc = in.loc(); } ( anyDeclarator[d, true] )? { $v = endParameter(loc, s, d); }
    ;

/* declarator or abstract-declarator. Attributes behind it are its own. */
anyDeclarator [DeclaratorBuilder d, boolean named]
@init { int loc; int qualifiers; List<Attribute> a; }
    : STAR { loc = prev.loc; } pointerQualifiers { qualifiers = $pointerQualifiers.v; a = $pointerQualifiers.a; }
      ( anyDeclarator[d, named] )? { d.add(new Declarator.Pointer(loc, qualifiers, a)); }
    | anyDirectDeclarator[d, named]
    ;

anyDirectDeclarator [DeclaratorBuilder d, boolean named]
@init { List<Attribute> a = none(); int loc; }
    : ( { if (!named) reject("expected ')'"); } IDENTIFIER { d.name(prev); in.typeSeen(false); }
      | array[d]
      | LPAREN_TYPE parameters[d] RPAREN
      | LPAREN { loc = prev.loc; } ( anyDeclarator[d, named] | { emptyParameters(d, loc); } ) RPAREN
      | LPAREN_ATTRIBUTE { loc = prev.loc; a = new ArrayList<>(1); } ( attribute[a] )+
        ( anyDeclarator[d, named] { d.add(new Declarator.Attributed(loc, a)); } | attributedParameters[d, a] )
        RPAREN )
      ( suffix[d] )* ( gnuAttribute[d.attributes()] )*
    ;

/* The rest of (__attribute__((…)) int x, …). */
attributedParameters [DeclaratorBuilder d, List<Attribute> a]
@init { int loc = prev.loc; int mark = enterParameters(); List<Declarator.Parameter> l = new ArrayList<>(4); SpecsBuilder s = new SpecsBuilder(this, loc);
        DeclaratorBuilder p = new DeclaratorBuilder(); boolean variadic = false; }
    : { s.attributes().addAll(a); } plainSpec[s] ( spec[s] )* { p.loc = in.loc(); } ( anyDeclarator[p, true] )? { l.add(endParameter(loc, s, p)); }
      ( COMMA { if (variadic) reject("expected ')'"); startParameter(); } ( parameter { l.add($parameter.v); } | ELLIPSIS { variadic = true; } ) )*
      { d.add(new Declarator.Function(loc, l, null, variadic, none(), none(), in.loc())); exitParameters(mark); }
    ;

typeName returns [TypeName v]
@init { int loc = in.loc(); SpecsBuilder s = new SpecsBuilder(this, loc).typeName(); DeclaratorBuilder d = null; startTypeName(); }
    : specs[s] ( { d = new DeclaratorBuilder(); d.loc = in.loc(); } anyDeclarator[d, false] )?
      { in.typeSeen(false); $v = new TypeName(loc, s.build(), d == null ? DeclaratorBuilder.NOTHING : d.build()); }
    ;

operand returns [Operand v]
    : typeName { $v = $typeName.v; }
    | assignment { $v = $assignment.v; }
    ;

// ---- Attributes: GNU's __attribute__((…)) and C23's [[…]]

attribute [List<Attribute> l]
    : gnuAttribute[l]
    | bracketAttribute[l]
    ;

gnuAttribute [List<Attribute> l]
@init { boolean seen = in.typeSeen(false); }
    : ATTRIBUTE lparen lparen { in.word(); } ( oneAttribute[l, 0] )? ( COMMA { in.word(); } ( oneAttribute[l, 0] )? )* RPAREN RPAREN
      { in.typeSeen(seen); }
    ;

bracketAttribute [List<Attribute> l]
@init { boolean seen = in.typeSeen(false); }
    : LBRACKET2 LBRACKET { in.word(); } ( bracketAttributeItem[l] )? ( COMMA { in.word(); } ( bracketAttributeItem[l] )? )* RBRACKET RBRACKET
      { in.typeSeen(seen); }
    ;

statementAttribute [List<Attribute> l]
    : STATEMENT_BRACKET2 LBRACKET { in.word(); } ( bracketAttributeItem[l] )? ( COMMA { in.word(); } ( bracketAttributeItem[l] )? )* RBRACKET RBRACKET
      { in.mayBeLabel(); }
    ;

bracketAttributeItem [List<Attribute> l]
@init { int loc = in.loc(); int name; int space = 0; List<Operand> args = null; }
    : IDENTIFIER { name = normalised(prev.name); } ( COLON COLON { in.word(); space = name; } IDENTIFIER { name = normalised(prev.name); } )?
      { skipForeignArguments(space); } ( attributeArguments { args = $attributeArguments.v; } )?
      { l.add(new Attribute(loc, space, name, args, true)); }
    ;

oneAttribute [List<Attribute> l, int space]
@init { int loc = in.loc(); int name; List<Operand> args = null; }
    : IDENTIFIER { name = normalised(prev.name); } ( attributeArguments { args = $attributeArguments.v; } )?
      { l.add(new Attribute(loc, space, name, args, false)); }
    ;

attributeArguments returns [List<Operand> v]
@init { List<Operand> l = new ArrayList<>(2); }
    : lparen { in.wordBeforeComma(); } ( operand { l.add($operand.v); } ( COMMA { in.wordBeforeComma(); } operand { l.add($operand.v); } )* )? RPAREN { $v = l; }
    ;

// ---- 6.7.9 Initialisation

initializer returns [Initializer v]
    : assignment { $v = $assignment.v; }
    | braced { $v = $braced.v; }
    ;

braced returns [Initializer.Braced v]
@init { int loc = in.loc(); List<Initializer.Item> l = new ArrayList<>(); long nest = in.nest; }
    : LBRACE { in.mayBeLabel(); } ( initItem[l] { in.lastComma(); } COMMA { in.mayBeLabel(); } )* RBRACE { $v = new Initializer.Braced(loc, l, prev.loc); }
    ;
    catch [RecognitionException e] { recoverBraces(e, nest); _localctx.v = new Initializer.Braced(loc, l, prev.loc); }

initItem [List<Initializer.Item> l]
@init { List<Designator> ds = none(); }
    : initializer { l.add(new Initializer.Item(none(), $initializer.v)); }
    | LABEL { ds = List.of(new Initializer.Field(prev.loc, prev.name)); oldDesignator(); } COLON initializer { l.add(new Initializer.Item(ds, $initializer.v)); }
    | { ds = new ArrayList<>(1); } ( designator { ds.add($designator.v); } )+ ( ASSIGN | { noAssign(ds); } ) initializer
      { l.add(new Initializer.Item(ds, $initializer.v)); }
    ;

designator returns [Designator v]
@init { int loc = in.loc(); Expr high = null; Expr low; }
    : DOT name { $v = new Initializer.Field(loc, prev.name); }
    | LBRACKET conditional { low = $conditional.v; } ( ELLIPSIS conditional { high = $conditional.v; } )? RBRACKET { $v = new Initializer.Element(loc, low, high); }
    ;

// ---- 6.8 Statements

compound returns [Statement.Compound v]
@init { int loc = in.loc(); List<BlockItem> l = new ArrayList<>(); int mark = scopes.enter(); }
    : LBRACE { startItem(l); } ( item[l] { startItem(l); } )* { scopes.leave(mark); in.forget(); } RBRACE
      { $v = new Statement.Compound(loc, l, prev.loc, true); }
    ;
    catch [RecognitionException e] { scopes.leave(mark); throw e; }

item [List<BlockItem> l]
@init { int loc = in.loc(); int height = folding(); long nest = in.nest; int mark = scopes.enter(); List<Attribute> a; }
    : label { l.add($label.v); }
    | declarationItem { addDeclaration(l, $declarationItem.v); }
    | localLabels { l.add($localLabels.v); }
    | statement { l.add($statement.v); }
    | { a = new ArrayList<>(1); } ( statementAttribute[a] )+ ( b=label { l.add(attributed($b.v, a)); } | s=statement { l.add(attributed($s.v, a)); } )
    | ELSE { error(loc, "'else' without a previous 'if'"); }
    | { rejectItem(); } junk
    ;
    catch [RecognitionException e] { folding(height); recoverItem(e, nest, mark); }

/* What starts no statement: it is refused before it is matched, so that the error stays inside its block. */
junk : RPAREN | LBRACKET | RBRACKET | STAR_BRACKET | DOT | ARROW | ELLIPSIS | OTHER | BINARY_OP | ASSIGN | ASSIGN_OP | QUESTION | COLON | COMMA ;

declarationItem returns [BlockItem v]
    : declaration { $v = $declaration.v; }
    | staticAssert { $v = $staticAssert.v; }
    | EXT_DECL { extension++; } d=declarationItem { extension--; $v = $d.v; }
    ;

localLabels returns [BlockItem v]
@init { int loc = in.loc(); List<Ident> l = new ArrayList<>(2); }
    : LOCAL_LABEL name { l.add(ident()); } ( COMMA name { l.add(ident()); } )* SEMI { $v = new BlockItem.LocalLabels(loc, l); }
    ;

label returns [BlockItem v]
@init { int loc = in.loc(); int name; Expr low; Expr high = null; List<Attribute> a = none(); }
    : LABEL { name = prev.name; } COLON { in.afterLabel(); a = none(); }
      ( LABEL_ATTRIBUTE lparen lparen { if (a.isEmpty()) a = new ArrayList<>(1); in.word(); } ( oneAttribute[a, 0] )?
        ( COMMA { in.word(); } ( oneAttribute[a, 0] )? )* RPAREN RPAREN { in.afterLabel(); } )*
      { $v = new BlockItem.Label(loc, name, a); }
    | CASE { inCase = true; } conditional { low = $conditional.v; } ( ELLIPSIS conditional { high = $conditional.v; } )? COLON { inCase = false; $v = new BlockItem.Case(loc, low, high, none()); }
    | DEFAULT COLON { $v = new BlockItem.Default(loc, none()); }
    ;

/* A statement that is the body of another. */
body returns [Statement v]
@init { List<BlockItem> l = loopPragmas(); int loc = startBody(); List<Attribute> a = none(); }
    : ( { if (a.isEmpty()) a = new ArrayList<>(1); } ( attribute[a] | statementAttribute[a] ) )*
      ( label { if (l == null) l = new ArrayList<>(2); l.add($label.v); startBody(); } ( { a = new ArrayList<>(1); } ( attribute[a] | statementAttribute[a] ) )* )*
      statement { $v = endBody(loc, l, a, $statement.v); }
    ;

statement returns [Statement v]
@init { int loc = in.loc(); Expr e = null; Statement t; Statement other = null; int mark; }
    : expression SEMI { $v = new Statement.ExprStatement(loc, $expression.v); }
    | SEMI { $v = new Statement.Empty(loc, none()); }
    | compound { $v = $compound.v; }
    | IF { mark = scopes.enter(); } condition { e = $condition.v; } b=body { t = $b.v; in.injectNoElse(); }
      ( ELSE o=body { other = $o.v; } | NOELSE ) { scopes.leave(mark); $v = new Statement.If(loc, e, t, other); }
    | SWITCH { mark = scopes.enter(); } condition { e = $condition.v; } b=body { scopes.leave(mark); $v = new Statement.Switch(loc, e, $b.v); }
    | WHILE { mark = scopes.enter(); } condition { e = $condition.v; } b=body { scopes.leave(mark); $v = new Statement.While(loc, e, $b.v); }
    | DO { mark = scopes.enter(); } b=body { t = $b.v; } WHILE condition SEMI { scopes.leave(mark); $v = new Statement.DoWhile(loc, t, $condition.v); }
    | forStatement { $v = $forStatement.v; }
    | gotoStatement { $v = $gotoStatement.v; }
    | CONTINUE SEMI { $v = new Statement.Continue(loc); }
    | BREAK SEMI { $v = new Statement.Break(loc); }
    | RETURN ( expression { e = $expression.v; } )? SEMI { $v = new Statement.Return(loc, e); }
    | asmStatement { $v = $asmStatement.v; }
    ;

condition returns [Expr v]
@init { int open = in.loc(); int height = folding(); long nest = in.nest; }
    : lparen expression { $v = $expression.v; closes(open); } RPAREN
    ;
    catch [RecognitionException e] { folding(height); _localctx.v = recoverCondition(e, nest, false); }

forStatement returns [Statement v]
@init { int loc = in.loc(); ForHead h = new ForHead(); int mark = 0; }
    : FOR { mark = scopes.enter(); } forHead[h] body { scopes.leave(mark); $v = new Statement.For(loc, h.init, h.condition, h.step, $body.v); }
    ;

forHead [ForHead h]
@init { int loc; int open = in.loc(); int height = folding(); long nest = in.nest; }
    : lparen { loc = startBody(); }
      ( declarationItem { h.init = $declarationItem.v; }
      | expression { h.init = new Statement.ExprStatement(loc, $expression.v); } SEMI
      | SEMI )
      ( expression { h.condition = $expression.v; } )? SEMI
      ( expression { h.step = $expression.v; } )? { closes(open); } RPAREN
    ;
    catch [RecognitionException e] { folding(height); recoverCondition(e, nest, true); }

gotoStatement returns [Statement v]
@init { int loc = in.loc(); }
    : GOTO ( name { $v = new Statement.Goto(loc, prev.name, prev.loc); } | STAR expression { $v = new Statement.ComputedGoto(loc, $expression.v); } ) SEMI
    ;

asmStatement returns [Statement v]
@init { AsmBuilder a = new AsmBuilder(in.loc()); }
    : ASM ( QUALIFIER { a.qualifier(prev); } | FUNC_SPEC { a.isInline = true; } | GOTO { a.isGoto = true; } )* lparen string { a.template = $string.v; }
      ( COLON { a.extended = true; } asmOperands[a.outputs]
        ( COLON asmOperands[a.inputs]
          ( COLON { a.sections = 3; } ( string { a.clobbers.add($string.v); } ( COMMA string { a.clobbers.add($string.v); } )* )?
            ( COLON { a.sections = 4; } ( name { a.labels.add(ident()); } ( COMMA name { a.labels.add(ident()); } )* )? )?
          )?
        )?
      )?
      { endAsm(a); } RPAREN SEMI { $v = a.build(); }
    ;

asmOperands [List<Statement.AsmOperand> l]
    : ( asmOperand[l] ( COMMA asmOperand[l] )* )?
    ;

asmOperand [List<Statement.AsmOperand> l]
@init { int loc = in.loc(); int name = 0; StringLit constraint; }
    : ( LBRACKET { in.word(); } IDENTIFIER { name = prev.name; } RBRACKET )? string { constraint = $string.v; } lparen expression RPAREN
      { l.add(new Statement.AsmOperand(loc, name, constraint, $expression.v)); }
    ;

// ---- 6.5 Expressions

expression returns [Expr v]
@init { int loc; }
    : a=assignment { $v = $a.v; } ( COMMA { loc = prev.loc; } b=assignment { $v = new Binary(loc, BinaryOp.COMMA, $v, $b.v); } )*
    ;

assignment returns [Expr v]
@init { int loc; BinaryOp op; }
    : conditional { $v = $conditional.v; }
      ( ASSIGN { loc = prev.loc; } a=assignment { $v = new Assign(loc, null, $v, $a.v); }
      | ASSIGN_OP { loc = prev.loc; op = prev.binaryOp(); } a=assignment { $v = new Assign(loc, op, $v, $a.v); } )?
    ;

/* conditional-expression and all binary operators below it, folded by precedence in ParserBase. */
conditional returns [Expr v]
@init { int base = folding(); int loc; Expr then = null; }
    : a=cast { $v = $a.v; }
      ( ( BINARY_OP | STAR | AMP | PLUS | MINUS | ANDAND ) { operator(base, $v); } b=cast { $v = $b.v; } )* { $v = fold(base, $v); }
      ( QUESTION { loc = prev.loc; } ( expression { then = $expression.v; } )? COLON c=conditional { $v = new Conditional(loc, $v, then, $c.v); } )?
    ;

cast returns [Expr v]
@init { int loc; TypeName t; }
    : postfix { $v = $postfix.v; }
    | unary { $v = $unary.v; }
    | ( LPAREN_TYPE | LPAREN_ATTRIBUTE ) { loc = prev.loc; } typeName { t = $typeName.v; } RPAREN
      ( braced { $v = new CompoundLiteral(loc, t, $braced.v); } ( p=postfixes[$v] { $v = $p.v; } )?
      | c=cast { $v = new Cast(loc, t, $c.v); } )
    ;

unary returns [Expr v]
@init { int loc = in.loc(); UnaryOp op; boolean gnu; }
    : ( UNARY_OP | STAR | AMP | PLUS | MINUS ) { op = prev.unaryOp(); } cast { $v = new Unary(loc, op, $cast.v); }
    | INC_DEC { op = prev.aux == 0 ? UnaryOp.PRE_INC : UnaryOp.PRE_DEC; } cast { $v = new Unary(loc, op, $cast.v); }
    | SIZEOF sizeofOperand { $v = new Sizeof(loc, $sizeofOperand.v); }
    | ALIGNOF { gnu = prev.aux != 0; } sizeofOperand { $v = new Alignof(loc, $sizeofOperand.v, gnu); }
    | ANDAND name { $v = new LabelAddr(loc, prev.name); }
    ;

sizeofOperand returns [Operand v]
@init { int loc; TypeName t; Expr literal; }
    : postfix { $v = $postfix.v; }
    | unary { $v = $unary.v; }
    | ( LPAREN_TYPE | LPAREN_ATTRIBUTE ) { loc = prev.loc; } typeName { t = $typeName.v; $v = t; } RPAREN
      ( braced { literal = new CompoundLiteral(loc, t, $braced.v); $v = literal; } ( p=postfixes[literal] { $v = $p.v; } )? )?
    ;

postfix returns [Expr v]
@init { int loc = in.loc(); }
    : ( IDENTIFIER { $v = ident(); }
      | NUMBER { $v = number(); }
      | CHARACTER { $v = character(); }
      | string { $v = $string.v; }
      | LPAREN expression { $v = new Paren(loc, $expression.v); } { closes(loc); } RPAREN
      | LPAREN_BRACE compound RPAREN { $v = new StmtExpr(loc, $compound.v); }
      | builtin { $v = $builtin.v; }
      )
      ( p=postfixes[$v] { $v = $p.v; } )?
    ;

/* Called when there is one at least: most primary expressions have none. */
postfixes [Expr e] returns [Expr v]
@init { $v = e; int loc; boolean arrow; List<Expr> args; }
    : ( ( LPAREN | LPAREN_TYPE | LPAREN_BRACE ) { loc = prev.loc; args = none(); }
        ( { args = new ArrayList<>(4); } a=assignment { args.add($a.v); } ( COMMA b=assignment { args.add($b.v); } )* )? { closes(loc); } RPAREN
        { $v = new Call(loc, $v, args, prev.loc); }
      | LBRACKET { loc = prev.loc; } expression RBRACKET { $v = new Index(loc, $v, $expression.v); }
      | ( DOT | ARROW ) { loc = prev.loc; arrow = prev.type == ARROW; } ( IDENTIFIER | TYPEDEF_NAME ) { $v = new Member(loc, $v, arrow, prev.name, prev.loc); }
      | INC_DEC { $v = new Unary(prev.loc, prev.aux == 0 ? UnaryOp.POST_INC : UnaryOp.POST_DEC, $v); }
      )+
    ;

string returns [StringLit v]
@init { int loc = in.loc(); }
    : ( STRING { piece(); } )+ { $v = endString(loc); }
    ;

builtin returns [Expr v]
@init { int loc = in.loc(); Expr x; Expr y; TypeName t; Operand o; List<Expr> args; List<Attribute> a; List<Designator> ds; List<Association> as; }
    : VA_ARG lparen assignment { x = $assignment.v; } COMMA typeName RPAREN { $v = new VaArg(loc, x, $typeName.v); }
    | OFFSETOF lparen typeName { t = $typeName.v; ds = new ArrayList<>(1); } COMMA name { ds.add(new Initializer.Field(prev.loc, prev.name)); }
      ( DOT name { ds.add(new Initializer.Field(prev.loc, prev.name)); }
      | ARROW { ds.add(zeroth()); } name { ds.add(new Initializer.Field(prev.loc, prev.name)); }
      | LBRACKET { int at = prev.loc; } expression RBRACKET { ds.add(new Initializer.Element(at, $expression.v, null)); } )*
      RPAREN { $v = new Offsetof(loc, t, ds); }
    | TYPES_COMPATIBLE lparen typeName { t = $typeName.v; } COMMA u=typeName RPAREN { $v = new TypesCompatible(loc, t, $u.v); }
    | CHOOSE_EXPR lparen assignment { x = $assignment.v; } COMMA p=assignment { y = $p.v; } COMMA q=assignment RPAREN { $v = new ChooseExpr(loc, x, y, $q.v); }
    | CONVERT_VECTOR lparen assignment { x = $assignment.v; } COMMA typeName RPAREN { $v = new ConvertVector(loc, x, $typeName.v); }
    | HAS_ATTRIBUTE lparen operand { o = $operand.v; a = new ArrayList<>(1); } COMMA { in.word(); } oneAttribute[a, 0] RPAREN { $v = new HasAttribute(loc, o, a.get(0)); }
    | TGMATH lparen { args = new ArrayList<>(4); } assignment { args.add($assignment.v); } ( COMMA p=assignment { args.add($p.v); } )* RPAREN { $v = new Tgmath(loc, args); }
    | GENERIC lparen operand { o = $operand.v; as = new ArrayList<>(4); } COMMA association[as] ( COMMA association[as] )* RPAREN { $v = new Generic(loc, o, as); }
    ;

association [List<Association> l]
@init { int loc = in.loc(); TypeName t = null; }
    : ( DEFAULT | typeName { t = $typeName.v; } ) COLON assignment { l.add(new Association(loc, t, $assignment.v)); }
    ;
