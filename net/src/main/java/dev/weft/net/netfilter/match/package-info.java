/// What matches share.
@NullMarked
package dev.weft.net.netfilter.match;

import org.jspecify.annotations.NullMarked;
