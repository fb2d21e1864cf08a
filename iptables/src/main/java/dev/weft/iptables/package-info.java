/// iptables and ip6tables from Java: chains, rules, listings and statistics of a host, of Weft, or of a model
/// in memory.
@NullMarked
package dev.weft.iptables;

import org.jspecify.annotations.NullMarked;
