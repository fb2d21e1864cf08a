/// The match limit: a token bucket for each rule.
@NullMarked
package dev.weft.net.netfilter.match.limit;

import org.jspecify.annotations.NullMarked;
