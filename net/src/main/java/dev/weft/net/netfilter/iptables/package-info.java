/// The commands of the iptables family: what they read, what they do to the tables, what they print.
@NullMarked
package dev.weft.net.netfilter.iptables;

import org.jspecify.annotations.NullMarked;
