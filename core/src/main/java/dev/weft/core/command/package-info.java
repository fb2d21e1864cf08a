/// What a command needs from whoever runs it.
@NullMarked
package dev.weft.core.command;

import org.jspecify.annotations.NullMarked;
