/// The target HMARK: marks packets by a hash of their flow.
@NullMarked
package dev.weft.net.netfilter.target.hmark;

import org.jspecify.annotations.NullMarked;
