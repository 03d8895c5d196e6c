package org.jcc.frontend.check;

import org.jcc.support.Names;

/** Identifiers that mean something to the checker, as name ids. */
final class KnownNames {
    final int main, func, functionName, prettyFunction;

    KnownNames(Names names) {
        main = names.intern("main");
        func = names.intern("__func__");
        functionName = names.intern("__FUNCTION__");
        prettyFunction = names.intern("__PRETTY_FUNCTION__");
    }
}
