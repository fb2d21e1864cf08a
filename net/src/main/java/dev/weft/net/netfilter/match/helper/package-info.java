/// The match helper: connections that a helper has announced.
@NullMarked
package dev.weft.net.netfilter.match.helper;

import org.jspecify.annotations.NullMarked;
