/// The kernel's ARP table by net-tools' `arp`.
@NullMarked
package dev.weft.net.nettools.arp;

import org.jspecify.annotations.NullMarked;
