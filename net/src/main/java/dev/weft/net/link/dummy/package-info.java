/// The device that swallows what it is given.
@NullMarked
package dev.weft.net.link.dummy;

import org.jspecify.annotations.NullMarked;
