/// Who has which link-layer address, for any network protocol: the states, timers and queues of neighbours.
@NullMarked
package dev.weft.net.ip.neighbor;

import org.jspecify.annotations.NullMarked;
