/// The join between the virtual network and the real host: TAP devices, and a worker that waits for them.
@NullMarked
package dev.weft.app.attach;

import org.jspecify.annotations.NullMarked;
