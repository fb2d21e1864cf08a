/// The match esp: encapsulated payload.
@NullMarked
package dev.weft.net.netfilter.match.esp;

import org.jspecify.annotations.NullMarked;
