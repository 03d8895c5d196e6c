-- Calls: Fibonacci, Ackermann, a varargs sum.
local scale = tonumber(arg and arg[1]) or 1
local function fib(n) if n < 2 then return n end return fib(n - 1) + fib(n - 2) end
local function ack(m, n)
  if m == 0 then return n + 1 end
  if n == 0 then return ack(m - 1, 1) end
  return ack(m - 1, ack(m, n - 1))
end
local function sum(...)
  local s = 0
  for i = 1, select('#', ...) do s = s + (select(i, ...)) end
  return s
end
local t = 0
for i = 1, 300000 * scale do t = t + sum(i, 2, 3, i) end
print(fib(scale == 1 and 32 or 15), ack(2, 60), t)
