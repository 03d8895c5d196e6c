// test pp -P
sp\
lit 1\
2 "str\
ing" a +\
= b -\
> c // comment \
goes on
<: :> <% %> %: %:%: ... .. . 1.e+3.x 0x1p-3 .5e-7f 1e+x a.b->c
L"w" u"x" U"y" u8"z" L'a' R"(raw \n " // )" R"xy(a)b)xy"
a/**/b/* x
 y */c
??= ??( "??/"
\u00c1b áb $x x$y @ ` \
end
---- output ----
split 12 "string" a += b -> c
<: :> <% %> %: %:%: ... .. . 1.e+3.x 0x1p-3 .5e-7f 1e+x a.b->c
L"w" u"x" U"y" u8"z" L'a' R"(raw \n " // )" R"xy(a)b)xy"
a b c
??= ??( "??/"
\U000000c1b \U000000e1b $x x$y @ ` end
==== diagnostics ====
lexer.c:13:1: warning: trigraph ??= ignored, use -trigraphs to enable [-Wtrigraphs]
   13 | ??= ??( "??/"
      | ^
lexer.c:13:5: warning: trigraph ??( ignored, use -trigraphs to enable [-Wtrigraphs]
   13 | ??= ??( "??/"
      |     ^
lexer.c:13:10: warning: trigraph ??/ ignored, use -trigraphs to enable [-Wtrigraphs]
   13 | ??= ??( "??/"
      |          ^
