/// `weft save`: the network as a script that rebuilds it.
@NullMarked
package dev.weft.net.save;

import org.jspecify.annotations.NullMarked;
