/// `ip maddress`: the groups that devices and the host listen to (ip-maddress(8)).
@NullMarked
package dev.weft.net.ip.multicast;

import org.jspecify.annotations.NullMarked;
