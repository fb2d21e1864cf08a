/// The target NFQUEUE: somebody outside the rules decides.
@NullMarked
package dev.weft.net.netfilter.target.nfqueue;

import org.jspecify.annotations.NullMarked;
