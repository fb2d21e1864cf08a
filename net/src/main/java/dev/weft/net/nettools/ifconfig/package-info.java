/// Devices and their addresses by net-tools' `ifconfig`.
@NullMarked
package dev.weft.net.nettools.ifconfig;

import org.jspecify.annotations.NullMarked;
