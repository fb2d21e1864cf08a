/// Datagrams in pieces: cut where they are too large, put together where they arrive.
@NullMarked
package dev.weft.net.ip.fragment;

import org.jspecify.annotations.NullMarked;
