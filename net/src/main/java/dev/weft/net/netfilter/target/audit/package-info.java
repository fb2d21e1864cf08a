/// The target AUDIT: makes a record for the audit system.
@NullMarked
package dev.weft.net.netfilter.target.audit;

import org.jspecify.annotations.NullMarked;
