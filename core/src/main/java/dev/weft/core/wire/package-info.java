/// Wire formats, each as a pair: a view over a packet's bytes, and a record of values to build, print and compare.
///
/// A view checks nothing when it reads: `fits` is asked once, at the door.
@NullMarked
package dev.weft.core.wire;

import org.jspecify.annotations.NullMarked;
