-- Memory: binary trees, many short-lived strings and tables, weak tables, full collections.
local scale = tonumber(arg and arg[1]) or 1
local function make(d) if d == 0 then return {} end return {make(d - 1), make(d - 1)} end
local function check(t) if t[1] then return 1 + check(t[1]) + check(t[2]) end return 1 end
local total = 0
local long = make(math.max(4, math.floor(14 * scale)))
for i = 1, math.floor(300 * scale) do total = total + check(make(10)) end
local weak = setmetatable({}, {__mode = 'v'})
for i = 1, math.floor(600000 * scale) do
  weak[i % 1000] = {i}
  total = total + #('s' .. i)
end
collectgarbage()
print(total, check(long), next(weak))
