/// The target TOS: sets bits of the type of service.
@NullMarked
package dev.weft.net.netfilter.target.tos;

import org.jspecify.annotations.NullMarked;
