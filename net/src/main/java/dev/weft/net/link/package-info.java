/// Devices as the control plane sees them: kinds, requests, changes, and who hears of them.
@NullMarked
package dev.weft.net.link;

import org.jspecify.annotations.NullMarked;
