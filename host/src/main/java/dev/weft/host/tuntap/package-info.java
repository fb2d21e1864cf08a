/// The host's TUN and TAP devices (Documentation/networking/tuntap.rst).
@NullMarked
package dev.weft.host.tuntap;

import org.jspecify.annotations.NullMarked;
