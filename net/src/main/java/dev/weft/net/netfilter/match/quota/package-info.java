/// The match quota: so many bytes and no more.
@NullMarked
package dev.weft.net.netfilter.match.quota;

import org.jspecify.annotations.NullMarked;
