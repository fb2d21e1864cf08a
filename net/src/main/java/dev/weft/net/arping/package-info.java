/// arping(8) of iputils.
@NullMarked
package dev.weft.net.arping;

import org.jspecify.annotations.NullMarked;
