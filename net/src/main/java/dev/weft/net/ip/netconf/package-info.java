/// `ip netconf`: the settings of devices that listeners are told of (ip-netconf(8)).
@NullMarked
package dev.weft.net.ip.netconf;

import org.jspecify.annotations.NullMarked;
