// test errors
int a = 0x1ffffffffffffffff, b = 99999999999999999999, c = 18446744073709551615, c2 = 9223372036854775807, c3 = 0xffffffffffffffff;
int d = 08, e = 0b12, f = 1.2.3, g = 0x1.0, h = 1e, i = 1lul, j = 0xg, k = 1.0x, l = 1uu, m = 0x, m2 = 1lL, m3 = 09.5, m4 = 0x.p1, m5 = 1.0dfi, m6 = 1e+;
int n = 'abcde', o = 'ab', p = '', q = '\xfff', r = '\777', s = '\q', t = '\x', u = L'ab', v = u'\U00012345', w = '\u1', x = '\u0041', y = '\e', z = '\377', z2 = '\xff';
char aa[] = "\xfff\q\u12\400", *bb = L"a" u"b", *cc = u8"a" "b" L"c", *dd = "\ud800", *ee = L"\x1ffffffff";
int ff = 1i, gg = 0b1, hh = 1.0i, ii = '\U00ffffff';
char *jj = "unterminated
;
---- output ----
2:9: warning: integer constant is too large for its type
2:34: warning: integer constant is too large for its type
2:60: warning: integer constant is so large that it is unsigned
3:9: error: invalid digit "8" in octal constant
3:17: error: invalid digit "2" in binary constant
3:27: error: too many decimal points in number
3:38: error: hexadecimal floating constants require an exponent
3:49: error: exponent has no digits
3:57: error: invalid suffix "lul" on integer constant
3:67: error: invalid suffix "xg" on integer constant
3:76: error: invalid suffix "x" on floating constant
3:86: error: invalid suffix "uu" on integer constant
3:95: error: invalid suffix "x" on integer constant
3:104: error: invalid suffix "lL" on integer constant
3:125: error: no digits in hexadecimal floating constant
3:137: error: invalid suffix "dfi" on floating constant
3:150: error: exponent has no digits
4:9: warning: character constant too long for its type
4:22: warning: multi-character character constant
4:32: error: empty character constant
4:40: warning: hex escape sequence out of range
4:53: warning: octal escape sequence out of range
4:65: warning: unknown escape sequence: '\q'
4:75: error: \x used with no following hex digits
4:85: warning: character constant too long for its type
4:96: warning: character constant too long for its type
4:115: error: incomplete universal character name \u1
4:126: error: \u0041 is not a valid universal character
4:140: warning: non-ISO-standard escape sequence, '\e'
5:13: warning: hex escape sequence out of range
5:13: warning: unknown escape sequence: '\q'
5:13: error: incomplete universal character name \u12
5:13: warning: octal escape sequence out of range
5:43: error: unsupported non-standard concatenation of string literals
5:65: error: unsupported non-standard concatenation of string literals
5:77: error: \ud800 is not a valid universal character
5:93: warning: hex escape sequence out of range
6:10: warning: imaginary constants are a GCC extension
6:19: warning: binary constants are a C2X feature or GCC extension
6:29: warning: imaginary constants are a GCC extension
6:40: warning: \U00ffffff is outside the UCS codespace
6:40: warning: character constant too long for its type
7:12: error: missing terminating " character
8:1: error: expected expression before ';' token
