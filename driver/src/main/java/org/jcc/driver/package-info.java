/**
 * The gcc-compatible command line: options to stages.
 *
 * <pre>
 *   argv ─► CommandLine (rows of OptionTable) ─► Command ─► Driver ─► per input: Compile | Assemble ─► object bytes ─► Link
 * </pre>
 *
 * {@link org.jcc.driver.Driver#run} is a library call: no statics, no exit, many at once.
 */
package org.jcc.driver;
