#!/bin/sh
# Unpacks the C part of the GCC 12.2 test suite into DIR (first argument), from Debian's package gcc-12-source: installed, or downloaded.
set -eu
dir=$1
[ -f "$dir/.complete-2" ] && exit 0
mkdir -p "$dir"
tar=/usr/src/gcc-12/gcc-12.2.0-dfsg.tar.xz
if [ ! -f "$tar" ]; then
  (cd "$dir" && apt-get -qq download gcc-12-source && dpkg-deb -x gcc-12-source_*.deb deb && rm gcc-12-source_*.deb)
  tar=$dir/deb/usr/src/gcc-12/gcc-12.2.0-dfsg.tar.xz
fi
t=gcc-12.2.0/gcc/testsuite
tar -C "$dir" --strip-components=3 -xf "$tar" $t/gcc.c-torture $t/gcc.dg $t/c-c++-common
rm -rf "$dir/deb"
: >"$dir/.complete-2"
