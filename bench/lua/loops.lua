-- Numeric loops: integer and float arithmetic, bit operations, a sieve.
local scale = tonumber(arg and arg[1]) or 1
local x, f = 1, 0.0
for i = 1, math.floor(10000000 * scale) do
  x = (x * 1103515245 + 12345) & 0x7fffffff
  if x % 7 == 3 then f = f + x / 3 else f = f - 1.5 end
  x = x ~ (i >> 3)
end
local flags, count = {}, 0
local limit = math.floor(2400000 * scale)
for i = 2, limit do flags[i] = true end
for i = 2, limit do
  if flags[i] then
    count = count + 1
    for k = i + i, limit, i do flags[k] = false end
  end
end
print(x, string.format('%.3f', f), count)
