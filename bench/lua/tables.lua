-- Tables: arrays and hashes, insertion and removal, objects with metatables.
local scale = tonumber(arg and arg[1]) or 1
local Point = {}
Point.__index = Point
Point.__add = function(a, b) return setmetatable({x = a.x + b.x, y = a.y + b.y}, Point) end
function Point:norm() return self.x * self.x + self.y * self.y end
local p, s = setmetatable({x = 0, y = 1}, Point), 0
local q = setmetatable({x = 1, y = 2}, Point)
for i = 1, math.floor(800000 * scale) do
  p = p + q
  if i % 16 == 0 then s = s + p:norm() p.x, p.y = 0, i end
end
local queue, h = {}, {}
for i = 1, math.floor(500000 * scale) do
  queue[#queue + 1] = i
  h[i * 7919 % 100003] = i
  if i % 3 == 0 then table.remove(queue) end
end
for i = 1, 60 do table.insert(queue, 1, i) end
local t = 0
for k, v in pairs(h) do t = (t + k * v) % 1000000007 end
for i, v in ipairs(queue) do t = (t + i * v) % 1000000007 end
print(s, t, #queue)
