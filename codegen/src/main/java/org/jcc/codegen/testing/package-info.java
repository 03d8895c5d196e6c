/** What the tests of all targets share. */
package org.jcc.codegen.testing;
