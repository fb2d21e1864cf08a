/// The match recent: lists of addresses that were seen lately.
@NullMarked
package dev.weft.net.netfilter.match.recent;

import org.jspecify.annotations.NullMarked;
