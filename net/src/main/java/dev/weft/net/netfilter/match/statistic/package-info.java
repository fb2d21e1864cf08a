/// The match statistic: some of the packets, by chance or by turns.
@NullMarked
package dev.weft.net.netfilter.match.statistic;

import org.jspecify.annotations.NullMarked;
