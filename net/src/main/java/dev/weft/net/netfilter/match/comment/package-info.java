/// The match comment: a remark.
@NullMarked
package dev.weft.net.netfilter.match.comment;

import org.jspecify.annotations.NullMarked;
