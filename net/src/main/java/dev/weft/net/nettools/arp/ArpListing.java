package dev.weft.net.nettools.arp;

import java.util.List;

/// What `arp` shows of the table.
///
/// @param bsd          one sentence per entry (`-a`) instead of a table
/// @param verbose      with a count at the end
/// @param host         the only address to show, or empty
/// @param device       the only device to show, or empty
/// @param hardwareType the only type to show, or -1
record ArpListing(boolean bsd, boolean verbose, String host, String device, int hardwareType) {
    private static final String HEADER =
            "Address                  HWtype  HWaddress           Flags Mask            Iface\n";

    /// @param asked the host as it was typed
    String print(List<ArpEntry> entries, String asked) {
        StringBuilder text = new StringBuilder();
        int shown = 0;
        for (ArpEntry entry : entries) {
            if (shows(entry)) {
                text.append(shown == 0 && !bsd ? HEADER : "").append(bsd ? sentence(entry) : row(entry));
                shown++;
            }
        }
        if (verbose) {
            text.append(
                    "Entries: %d\tSkipped: %d\tFound: %d\n".formatted(entries.size(), entries.size() - shown, shown));
        }
        if (shown == 0 && !host.isEmpty() && !bsd) {
            text.append(asked + " (" + host + ") -- no entry\n");
        } else if (shown == 0 && (!host.isEmpty() || !device.isEmpty() || hardwareType >= 0)) {
            text.append("arp: in " + entries.size() + " entries no match found.\n");
        }
        return text.toString();
    }

    private boolean shows(ArpEntry entry) {
        return (host.isEmpty() || host.equals(entry.address().toString()))
                && (device.isEmpty() || device.equals(entry.device()))
                && (hardwareType < 0 || hardwareType == entry.hardwareType());
    }

    private static String row(ArpEntry entry) {
        boolean complete = entry.has(ArpEntry.COMPLETE);
        boolean published = entry.has(ArpEntry.PUBLISHED);
        String type = complete ? HardwareTypes.name(entry.hardwareType()) : published ? "*" : "";
        String address = complete ? entry.mac().toString() : published ? "<from_interface>" : "(incomplete)";
        String flags = (complete ? "C" : "")
                + (entry.has(ArpEntry.PERMANENT) ? "M" : "")
                + (published ? "P" : "")
                + (entry.has(ArpEntry.AUTOMATIC) ? "A" : "")
                + (entry.has(ArpEntry.NOT_PUBLISHED) ? "!" : "")
                + (entry.has(ArpEntry.TRAILERS) ? "T" : "");
        return "%-23.23s  %-8.8s%-20.20s%-6.6s%-15.15s %s\n"
                .formatted(entry.address(), type, address, flags, "", entry.device());
    }

    private static String sentence(ArpEntry entry) {
        boolean published = entry.has(ArpEntry.PUBLISHED);
        String at = entry.has(ArpEntry.COMPLETE)
                ? entry.mac() + " [" + HardwareTypes.name(entry.hardwareType()) + "] "
                : published ? "<from_interface> " : "<incomplete> ";
        return "? (" + entry.address() + ") at " + at
                + (entry.has(ArpEntry.PERMANENT) ? "PERM " : "")
                + (published ? "PUB " : "")
                + (entry.has(ArpEntry.AUTOMATIC) ? "AUTO " : "")
                + (entry.has(ArpEntry.NOT_PUBLISHED) ? "DONTPUB " : "")
                + (entry.has(ArpEntry.TRAILERS) ? "TRAIL " : "")
                + "on " + entry.device() + "\n";
    }
}
