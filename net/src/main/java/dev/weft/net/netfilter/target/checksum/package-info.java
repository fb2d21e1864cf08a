/// The target CHECKSUM: completes checksums that a device was to complete.
@NullMarked
package dev.weft.net.netfilter.target.checksum;

import org.jspecify.annotations.NullMarked;
