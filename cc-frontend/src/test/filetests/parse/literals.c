// test parse
char a[] = "x" "\\" "y\0z", *b = u8"é" "\n", *c = "";
int d = '\\', e = '\'', f = '"', g = L'é', h = u'\u00e9', i = '\0', j = '\123', k = L'\x1F600';
