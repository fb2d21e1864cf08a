/// What arp(8), route(8) and ifconfig(8) of net-tools 2.10 share.
@NullMarked
package dev.weft.net.nettools;

import org.jspecify.annotations.NullMarked;
