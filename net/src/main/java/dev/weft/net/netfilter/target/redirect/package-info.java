/// The target REDIRECT: brings connections to this host itself.
@NullMarked
package dev.weft.net.netfilter.target.redirect;

import org.jspecify.annotations.NullMarked;
