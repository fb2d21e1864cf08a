/// The kernel's routing table by net-tools' `route`.
@NullMarked
package dev.weft.net.nettools.route;

import org.jspecify.annotations.NullMarked;
