/// The kernel is the oracle: the same scripts run on Linux and on Weft, and their transcripts are compared.
@NullMarked
package dev.weft.app.oracle;

import org.jspecify.annotations.NullMarked;
