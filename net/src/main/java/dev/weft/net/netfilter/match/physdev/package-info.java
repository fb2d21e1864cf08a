/// The match physdev: the bridge's ports.
@NullMarked
package dev.weft.net.netfilter.match.physdev;

import org.jspecify.annotations.NullMarked;
