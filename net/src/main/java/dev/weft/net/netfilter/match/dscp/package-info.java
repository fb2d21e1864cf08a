/// The match dscp: the differentiated services codepoint.
@NullMarked
package dev.weft.net.netfilter.match.dscp;

import org.jspecify.annotations.NullMarked;
