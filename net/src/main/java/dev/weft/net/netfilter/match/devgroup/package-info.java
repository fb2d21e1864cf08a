/// The match devgroup: groups of devices.
@NullMarked
package dev.weft.net.netfilter.match.devgroup;

import org.jspecify.annotations.NullMarked;
