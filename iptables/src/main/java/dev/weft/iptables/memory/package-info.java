/// iptables without a kernel: a small model of tables, chains and rules, for the tests of programs that
/// change them.
@NullMarked
package dev.weft.iptables.memory;

import org.jspecify.annotations.NullMarked;
