/// The iptables library on Weft.
@NullMarked
package dev.weft.app.iptables;

import org.jspecify.annotations.NullMarked;
