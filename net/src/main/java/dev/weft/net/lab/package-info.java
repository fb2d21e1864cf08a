/// The assembled system in virtual time, for tests and for reproducible runs.
@NullMarked
package dev.weft.net.lab;

import org.jspecify.annotations.NullMarked;
