/// The target NFLOG: shows packets to whoever listens.
@NullMarked
package dev.weft.net.netfilter.target.nflog;

import org.jspecify.annotations.NullMarked;
