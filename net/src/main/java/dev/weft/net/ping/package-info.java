/// ping(8) of iputils: its options, its packets, its words.
@NullMarked
package dev.weft.net.ping;

import org.jspecify.annotations.NullMarked;
