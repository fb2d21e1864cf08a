/// The match tos: the type of service.
@NullMarked
package dev.weft.net.netfilter.match.tos;

import org.jspecify.annotations.NullMarked;
