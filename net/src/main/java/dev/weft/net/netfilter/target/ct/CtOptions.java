package dev.weft.net.netfilter.target.ct;

/// What is asked for by the options of CT.
///
/// @param helper empty for none
/// @param events those to tell of, as typed; empty for the usual ones
record CtOptions(
        boolean notrack,
        String helper,
        String events,
        String expectationEvents,
        int zoneOriginal,
        int zoneReply,
        boolean zoneFromMark,
        ZoneSpan span) {
    /// To which direction the zone applies.
    enum ZoneSpan {
        NONE,
        BOTH,
        ORIGINAL,
        REPLY
    }

    void append(StringBuilder to, String prefix) {
        if (notrack) {
            to.append(prefix).append("notrack");
        }
        if (!helper.isEmpty()) {
            to.append(prefix).append("helper ").append(helper);
        }
        if (!events.isEmpty()) {
            to.append(prefix).append("ctevents ").append(events);
        }
        if (!expectationEvents.isEmpty()) {
            to.append(prefix).append("expevents ").append(expectationEvents);
        }
        String zone = zoneFromMark ? "mark" : Integer.toString(Math.max(zoneOriginal, zoneReply));
        switch (span) {
            case NONE -> {
                // the usual zone
            }
            case BOTH -> to.append(prefix).append("zone ").append(zone);
            case ORIGINAL -> to.append(prefix).append("zone-orig ").append(zone);
            case REPLY -> to.append(prefix).append("zone-reply ").append(zone);
        }
    }
}
