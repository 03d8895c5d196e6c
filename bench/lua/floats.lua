-- Floating point: planets under gravity and the Mandelbrot set.
local scale = tonumber(arg and arg[1]) or 1
local bodies = {
  {x = 0, y = 0, z = 0, vx = 0, vy = 0, vz = 0, m = 39.5},
  {x = 4.8, y = -1.2, z = -0.1, vx = 0.6, vy = 2.8, vz = -0.02, m = 0.038},
  {x = 8.3, y = 4.1, z = -0.4, vx = -1.0, vy = 1.8, vz = 0.008, m = 0.011},
  {x = 12.9, y = -15.1, z = -0.2, vx = 1.1, vy = 0.9, vz = -0.01, m = 0.0017},
}
for _ = 1, math.floor(180000 * scale) do
  for i = 1, #bodies do
    local a = bodies[i]
    for j = i + 1, #bodies do
      local b = bodies[j]
      local dx, dy, dz = a.x - b.x, a.y - b.y, a.z - b.z
      local d = dx * dx + dy * dy + dz * dz
      local mag = 0.001 / (d * math.sqrt(d))
      a.vx, a.vy, a.vz = a.vx - dx * b.m * mag, a.vy - dy * b.m * mag, a.vz - dz * b.m * mag
      b.vx, b.vy, b.vz = b.vx + dx * a.m * mag, b.vy + dy * a.m * mag, b.vz + dz * a.m * mag
    end
  end
  for _, a in ipairs(bodies) do a.x, a.y, a.z = a.x + 0.001 * a.vx, a.y + 0.001 * a.vy, a.z + 0.001 * a.vz end
end
local n, sum = math.floor(260 * scale ^ 0.5), 0
for y = 0, n - 1 do
  for x = 0, n - 1 do
    local cr, ci, zr, zi, i = 2.0 * x / n - 1.5, 2.0 * y / n - 1.0, 0.0, 0.0, 0
    while i < 100 and zr * zr + zi * zi < 4.0 do zr, zi, i = zr * zr - zi * zi + cr, 2 * zr * zi + ci, i + 1 end
    sum = sum + i
  end
end
print(string.format('%.6f %.6f', bodies[1].x, bodies[2].vy), sum)
