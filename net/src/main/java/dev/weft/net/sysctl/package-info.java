/// `sysctl`, and those settings under `/proc/sys/net` that are kept and shown without bearing on anything yet.
@NullMarked
package dev.weft.net.sysctl;

import org.jspecify.annotations.NullMarked;
