package org.jcc.link;
final class Riscv64 {}
