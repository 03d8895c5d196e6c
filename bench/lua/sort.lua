-- table.sort with and without a comparison, and a quicksort in Lua.
local scale = tonumber(arg and arg[1]) or 1
local seed = 42
local function random() seed = (seed * 1103515245 + 12345) & 0x7fffffff return seed end
local function fill(n) local t = {} for i = 1, n do t[i] = random() end return t end
local n = math.floor(300000 * scale)
local a, b, c = fill(n), fill(n), fill(n)
table.sort(a)
table.sort(b, function(x, y) return x > y end)
local function quick(t, lo, hi)
  while lo < hi do
    local p, i, j = t[(lo + hi) // 2], lo, hi
    while i <= j do
      while t[i] < p do i = i + 1 end
      while t[j] > p do j = j - 1 end
      if i <= j then t[i], t[j] = t[j], t[i] i = i + 1 j = j - 1 end
    end
    quick(t, lo, j)
    lo = i
  end
end
quick(c, 1, n)
print(a[1], a[n // 2], a[n], b[1], b[n], c[1], c[n // 3], c[n])
