// test parse
char a[] = "x" "\\" "y\0z", *b = u8"é" "\n", *c = "";
int d = '\\', e = '\'', f = '"', g = L'é', h = u'\u00e9', i = '\0', j = '\123', k = L'\x1F600';
---- output ----
(declare char (a (array) = "x\x5cy\x00z") (b (pointer) = u8"\xc3\xa9\x0a") (c (pointer) = ""))
(declare int (d = (char 92)) (e = (char 39)) (f = (char 34)) (g = (char L 233)) (h = (char u 233)) (i = (char 0)) (j = (char 83)) (k = (char L 128512)))
