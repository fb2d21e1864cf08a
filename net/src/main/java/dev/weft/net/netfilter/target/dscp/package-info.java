/// The target DSCP: sets the differentiated services code point.
@NullMarked
package dev.weft.net.netfilter.target.dscp;

import org.jspecify.annotations.NullMarked;
