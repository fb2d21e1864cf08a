/// The target TEE: sends a copy to a gateway.
@NullMarked
package dev.weft.net.netfilter.target.tee;

import org.jspecify.annotations.NullMarked;
