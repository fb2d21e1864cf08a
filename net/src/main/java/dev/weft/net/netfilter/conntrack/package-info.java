/// Connection tracking: which packets belong together, and what state their connection is in.
@NullMarked
package dev.weft.net.netfilter.conntrack;

import org.jspecify.annotations.NullMarked;
