/**
 * What the tests of all modules share: filetests, where a file holds a command, its input and the expected output.
 *
 * <pre>
 *   src/test/filetests/**&#47;*.jir ─► Filetest.parse ─► the module's commands ─► compared with (or blessed into) the file
 * </pre>
 */
package org.jcc.support.testing;
