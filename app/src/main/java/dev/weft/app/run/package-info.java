/// Runs scripts and commands against a network, in a sandbox out of which they cannot reach the host.
@NullMarked
package dev.weft.app.run;

import org.jspecify.annotations.NullMarked;
