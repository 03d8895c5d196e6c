package org.jcc.frontend.ast;

/**
 * The bytes of a string literal, terminating zero included unless cut off by the array it initialises.
 *
 * @param unit bytes of a character: 1, 2 or 4
 */
public record StringData(byte[] bytes, int unit) {}
