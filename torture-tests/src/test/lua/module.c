/* A C module for require: numbers, strings, tables, userdata and an upcall. */
#include "lua.h"
#include "lauxlib.h"

static int calls;

static int add(lua_State *L)
{
    calls++;
    lua_pushnumber(L, luaL_checknumber(L, 1) + luaL_checknumber(L, 2));
    return 1;
}

static int map(lua_State *L)
{
    lua_Integer i, n = luaL_len(L, 1);
    lua_createtable(L, (int)n, 0);
    for (i = 1; i <= n; i++) {
        lua_pushvalue(L, 2);
        lua_geti(L, 1, i);
        lua_call(L, 1, 1);
        lua_seti(L, -2, i);
    }
    return 1;
}

static int count(lua_State *L)
{
    lua_pushinteger(L, calls);
    return 1;
}

static const luaL_Reg functions[] = { { "add", add }, { "map", map }, { "count", count }, { NULL, NULL } };

int luaopen_module(lua_State *L)
{
    luaL_newlib(L, functions);
    return 1;
}
