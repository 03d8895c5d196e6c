-- Exercises the parts of Lua that stress a compiler: string.pack, string.dump, coroutines, gc, utf8, goto, io, patterns, floats, integers.
local function show(...) print(select('#', ...), ...) end

-- string.pack and unpack over sizes, endianness and alignment
for _, f in ipairs { "<i1i2i4i8", ">i1i2i4i8", "!8i1i8", "<I16", "<fd", ">fd", "z", "s2", "<j", "=T" } do
  local ok, s
  if f == "z" or f == "s2" then ok, s = pcall(string.pack, f, "hello")
  elseif f:find("fd") then ok, s = pcall(string.pack, f, 1.5, -2.25e10)
  elseif f:find("I16") or f:find("j") or f:find("T") then ok, s = pcall(string.pack, f, 123456789)
  elseif f == "!8i1i8" then ok, s = pcall(string.pack, f, -7, 1 << 40)
  else ok, s = pcall(string.pack, f, -1, -300, 70000, -(1 << 40)) end
  show(f, ok, (s:gsub(".", function(c) return ("%02x"):format(c:byte()) end)))
  if ok then show(string.unpack(f, s)) end
end

-- string.dump and load
local function make(n) local up = n; return function(x) up = up + x; return up end end
local code = string.dump(function(a, b) local t = {} for i = a, b do t[#t + 1] = i * i end return table.concat(t, ",") end)
show(#code > 0, load(code, "dumped", "b")(1, 12))
local m = make(10); show(m(1), m(2), m(-30))

-- coroutines
local function producer() return coroutine.create(function() for i = 1, 5 do coroutine.yield(i, i * i) end return "done" end) end
local co = producer()
repeat show(coroutine.resume(co)) until coroutine.status(co) == "dead"
show(coroutine.resume(co))
local wrapped = coroutine.wrap(function(...) local a = ... while a do a = coroutine.yield(a * 2) end end)
show(wrapped(1), wrapped(10), wrapped(100))
show(select(2, pcall(coroutine.wrap(function() error({ code = 42 }) end))).code)
local co2 = coroutine.create(function() local x <close> = setmetatable({}, { __close = function() print("closed") end }) coroutine.yield() end)
coroutine.resume(co2) show(coroutine.close(co2))

-- garbage collection, weak tables, finalizers
local weak = setmetatable({}, { __mode = "v" })
for i = 1, 100 do weak[i] = {} end
collectgarbage()
local n = 0 for _ in pairs(weak) do n = n + 1 end
show(n, collectgarbage("count") > 0, collectgarbage("isrunning"))
do local fin = setmetatable({}, { __gc = function() print("finalized") end }) end
collectgarbage() collectgarbage()
collectgarbage("generational")
local t = {} for i = 1, 20000 do t[i] = { i, tostring(i) } end
collectgarbage("step")
collectgarbage("incremental")
show(#t, t[777][2])

-- utf8
show(utf8.char(72, 228, 8364, 128512), utf8.len("Hä€😀"), utf8.codepoint("€", 1))
for p, c in utf8.codes("aé€😀") do show(p, c) end
show(utf8.len("\xff"), utf8.offset("aé€", 3))

-- goto
do
  local i = 1
  ::top:: if i <= 3 then
    for j = 1, 3 do if j == 2 then goto continue end show("goto", i, j) ::continue:: end
    i = i + 1 goto top
  end
end

-- integers and floats
show(7 // 2, -7 // 2, 7 % -3, -7 % 3, 7.5 // 2, -7.5 % 2, 1 // 0.0, 0 / 0 ~= 0 / 0)
show(math.maxinteger + 1 == math.mininteger, math.mininteger // -1, 5 // -3, 1e15, 2 ^ 53, 1e100, 0.1, -0.0, 3 | 4, ~5, 1 << 63, 1 >> 1, -1 >> 60)
show(string.format("%a %g %e %.14g %5.2f|%-8d|%+d|%x|%q|%s|%i", 0.5, 1e20, 12345.678, 1 / 3, 2.345, 42, 7, 255, "a\nb\0c", nil, 9))
show(tostring(1e300 * 1e10), math.tointeger(3.0), math.type(1), math.type(1.0), math.ult(1, -1), tonumber("0x1p4"), tonumber("1e1"), tonumber("z", 36), tonumber("  12  "))
show(math.floor(-3.5), math.ceil(-3.5), math.fmod(-7, 3), math.sqrt(2), math.sin(1), math.exp(1), math.log(8, 2), math.abs(math.mininteger))
show(pcall(function() return 1 // 0 end))
show(pcall(function() return "a" + 1 end))
show("10" + 5, "0x10" * 2, 10 .. 20, 2 ^ 0.5 == math.sqrt(2))

-- patterns
show(("hello world from lua"):gsub("(%w+) (%w+)", "%2 %1"))
show(("key = value # c"):match("^(%w+)%s*=%s*(%w+)"), ("f(a(b)c)d"):match("%b()"), ("THE (quick) fox"):find("%((%a+)%)"))
show(("abc"):rep(3, "-"), ("x"):byte(1, -1), ("%d"):format(3), ("one;two;;four"):gsub(";;", ";nil;"))
for k, v in ("a=1, b=2, c=3"):gmatch("(%w+)=(%w+)") do show(k, v) end
show(("hello"):gsub("", "-"), ("abc"):gsub("%w", { a = "1", b = false }), ("frontier THE END"):gsub("%f[%a]%a+", string.lower))
show(pcall(string.rep, "x", -1), pcall(string.find, "a", "[a"), pcall(string.gsub, "a", "a", "%9"))

-- tables, sort, metatables, varargs, closures
local s = {} for i = 1, 200 do s[i] = (i * 7919) % 211 end
table.sort(s) show(table.concat(s, " ", 1, 20)) table.sort(s, function(a, b) return a > b end) show(table.unpack(s, 1, 10))
show(table.unpack(table.move({ 1, 2, 3 }, 1, 3, 2))) show(select(-2, 1, 2, 3), table.pack(1, nil, 3).n)
local V = {} V.__index = V V.__add = function(a, b) return setmetatable({ x = a.x + b.x }, V) end V.__eq = function(a, b) return a.x == b.x end
V.__lt = function(a, b) return a.x < b.x end V.__le = function(a, b) return a.x <= b.x end V.__call = function(self, y) return self.x * y end
V.__tostring = function(v) return "V" .. v.x end V.__len = function() return 99 end V.__concat = function(a, b) return tostring(a) .. "|" .. tostring(b) end
local a, b = setmetatable({ x = 1 }, V), setmetatable({ x = 2 }, V)
show(tostring(a + b), a == b, a < b, a <= b, a(21), #a, a .. b, a .. "s")
show(pcall(next, {}, "nokey")) show(rawlen({ 1, 2 }), rawequal(a, a), rawget(a, "x"))
local function va(...) local x, y = ... return select('#', ...), y, ... end show(va(1, nil, 3))

-- errors, tracebacks, debug
show(select(2, pcall(error, "msg", 0)), select(2, xpcall(function() local q = nil; return q.field end, function(e) return "handled: " .. e end)))
show(debug.getinfo(1, "l").currentline > 0, (debug.traceback("tb"):gsub("\n.*", "")))
local depth = 0 local function rec() depth = depth + 1 return rec() + 1 end show(pcall(rec)) show(depth > 1000)

-- io and os
local name = os.tmpname() local f = assert(io.open(name, "w")) f:write("line1\n", 2, "\n", 3.5, "\nlast") f:close()
for l in io.lines(name) do show(l) end
f = io.open(name) show(f:read("l", "n", "n")) show(f:seek("set", 2), f:read(3), f:read("a")) f:close() os.remove(name)
show(io.open("/nonexistent/file")) show(os.time({ year = 2020, month = 1, day = 1, hour = 12 }) > 0, os.date("!%Y-%m-%d", 0), type(os.clock()))

-- a workload: n-queens, fib, string buffer
local function queens(n) local c, cols, d1, d2 = 0, {}, {}, {} local function place(r) if r > n then c = c + 1 return end for k = 1, n do
  if not cols[k] and not d1[r + k] and not d2[r - k] then cols[k], d1[r + k], d2[r - k] = true, true, true place(r + 1) cols[k], d1[r + k], d2[r - k] = nil, nil, nil end end end place(1) return c end
local function fib(k) if k < 2 then return k end return fib(k - 1) + fib(k - 2) end
show(queens(7), fib(22)) local buf = {} for i = 1, 3000 do buf[#buf + 1] = string.char(65 + i % 26) end show(#table.concat(buf))
