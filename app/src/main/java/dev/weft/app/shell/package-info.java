/// The console: the same commands, with history, completion and help.
@NullMarked
package dev.weft.app.shell;

import org.jspecify.annotations.NullMarked;
