/// `/proc/net`: what the kernel tells of a namespace in tables of text (proc_net(5)).
@NullMarked
package dev.weft.net.proc;

import org.jspecify.annotations.NullMarked;
