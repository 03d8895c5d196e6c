-- Strings: formatting, patterns, concatenation, bytes, tables of words.
local scale = tonumber(arg and arg[1]) or 1
local n, words = 0, {}
for i = 1, math.floor(100000 * scale) do
  local s = string.format('%d:%s:%5.2f', i, ('abc'):rep(i % 5 + 1), i / 7)
  for w in s:gmatch('%w+') do words[w] = (words[w] or 0) + 1 end
  n = n + #s:gsub('[a-c]', function(c) return c:upper() end)
  if s:find('9:', 1, true) then n = n + s:byte(1, 1) end
end
local parts = {}
for i = 1, math.floor(250000 * scale) do parts[#parts + 1] = 'k' .. i % 1000 end
local all = table.concat(parts, ',')
local c = 0
for _ in pairs(words) do c = c + 1 end
print(n, c, #all, all:reverse():sub(1, 12), (all:gsub('k(%d)', '%1')):sub(-8))
