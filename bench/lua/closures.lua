-- Closures, upvalues, coroutines and protected calls.
local scale = tonumber(arg and arg[1]) or 1
local function counter(step)
  local n = 0
  return function() n = n + step return n end
end
local function compose(f, g) return function(x) return f(g(x)) end end
local total, inc = 0, function(x) return x + 1 end
for i = 1, math.floor(750000 * scale) do
  local c = counter(i % 7)
  c()
  total = total + c() + compose(inc, inc)(i)
end
local co = coroutine.wrap(function() for i = 1, math.huge do coroutine.yield(i) end end)
for i = 1, math.floor(900000 * scale) do total = total + co() end
for i = 1, math.floor(600000 * scale) do
  local ok, e = pcall(i % 2 == 0 and error or inc, i)
  total = total + e
end
print(total)
