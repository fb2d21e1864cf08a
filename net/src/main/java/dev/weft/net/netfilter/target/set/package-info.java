/// The target SET: adds what a packet says to sets of `ipset`, deletes it, or maps the packet by it.
@NullMarked
package dev.weft.net.netfilter.target.set;

import org.jspecify.annotations.NullMarked;
