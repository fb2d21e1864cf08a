/// The tables of netfilter (kernel: x_tables): chains of rules, what rules are made of, and how packets walk them.
@NullMarked
package dev.weft.net.netfilter.table;

import org.jspecify.annotations.NullMarked;
