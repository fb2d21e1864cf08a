package dev.weft.net.netfilter.conntrack;

import org.jspecify.annotations.Nullable;

/// What a rule of the raw table asks of the connection that its packet will begin (kernel: the template that
/// the CT target attaches).
///
/// @param originalZone for packets of the first direction
/// @param replyZone for those that come back
/// @param zoneFromMark are the zones those of the packet's mark?
/// @param helper follows the connection, or null
/// @param events that are to be told of, as bits; 0 for the usual ones
/// @param timeouts in place of the namespace's, or null
public record Template(
        int originalZone,
        int replyZone,
        boolean zoneFromMark,
        @Nullable Helper helper,
        int events,
        int expectationEvents,
        int @Nullable [] timeouts) {
    static final Template NONE = new Template(0, 0, false, null, 0, 0, null);
}
