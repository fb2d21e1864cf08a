package dev.weft.net.link;

import dev.weft.core.packet.DeviceStatistics;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.iproute.HumanNumber;
import dev.weft.net.iproute.IpOptions;
import dev.weft.net.iproute.IpPrinter;

/// A device's counters in columns, as `ip -s` shows them (iproute2: `print_stats64`).
public final class LinkStatistics {
    private static final int[] WIDTHS = {10, 7, 6, 7, 7, 7, 10};

    private final IpPrinter out;
    private final IpOptions options;
    private final int[] widths = WIDTHS.clone();

    public LinkStatistics(IpPrinter out, IpOptions options) {
        this.out = out;
        this.options = options;
    }

    public void print(NetDevice device) {
        DeviceStatistics counted = device.statistics();
        long[] rx = {
            counted.rxBytes(), counted.rxPackets(), counted.rxErrors(), counted.rxDroppedCount(), 0, counted.multicast()
        };
        long[] tx = {
            counted.txBytes(),
            counted.txPackets(),
            counted.txErrors(),
            counted.txDroppedCount(),
            0,
            counted.collisions()
        };
        if (out.isJson()) {
            printJson(rx, tx, counted.carrierChanges());
        } else {
            printText(rx, tx, counted.carrierChanges());
        }
    }

    private boolean showsErrors() {
        return options.statistics() > 1;
    }

    // ---- text

    private void printText(long[] rx, long[] tx, long carrierChanges) {
        widen(rx);
        widen(tx);
        long[] none = new long[6];
        long[] txErrors = {0, 0, 0, 0, 0, carrierChanges};
        if (showsErrors()) {
            widen(txErrors);
        }
        head("    RX: ", 4, "bytes", "packets", "errors", "dropped", "missed", "mcast");
        numbers(rx);
        if (showsErrors()) {
            errorHead("    RX errors:", "length", "crc", "frame", "fifo", "overrun");
            errorNumbers(none);
        }
        out.newLine();
        head("    TX: ", 4, "bytes", "packets", "errors", "dropped", "carrier", "collsns");
        numbers(tx);
        if (showsErrors()) {
            errorHead("    TX errors:", "aborted", "fifo", "window", "heartbt", "transns");
            errorNumbers(txErrors);
        }
    }

    private void widen(long[] values) {
        for (int i = 0; i < values.length && !options.human(); i++) {
            widths[i] = Math.max(widths[i], Long.toUnsignedString(values[i]).length());
        }
    }

    private void head(String label, int labelled, String... names) {
        StringBuilder line = new StringBuilder(label).append(pad(names[0], widths[0] - labelled));
        for (int i = 1; i < names.length; i++) {
            line.append(' ').append(pad(names[i], widths[i]));
        }
        out.text(line.append(' ').append(pad("", widths[6])).toString());
        out.newLine();
    }

    private void numbers(long[] values) {
        StringBuilder line = new StringBuilder("    ");
        for (int i = 0; i < values.length; i++) {
            line.append(pad(number(values[i]), widths[i])).append(' ');
        }
        out.text(line.toString());
    }

    private void errorHead(String label, String... names) {
        out.newLine();
        StringBuilder line = new StringBuilder(label).append(pad("", widths[0] - 10));
        for (int i = 0; i < names.length; i++) {
            line.append(' ').append(pad(names[i], widths[i + 1]));
        }
        out.text(line.toString());
        out.newLine();
    }

    /// The numbers below `length` and what follows it; the first of `values` has no column.
    private void errorNumbers(long[] values) {
        StringBuilder line = new StringBuilder(pad("", widths[0] + 5));
        for (int i = 1; i < values.length; i++) {
            line.append(pad(number(values[i]), widths[i])).append(' ');
        }
        out.text(line.toString());
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : " ".repeat(width - text.length()) + text;
    }

    private String number(long value) {
        return options.human() ? HumanNumber.format(value, options.iec()) : Long.toUnsignedString(value);
    }

    // ---- JSON

    private void printJson(long[] rx, long[] tx, long carrierChanges) {
        out.openObject("stats64");
        out.openObject("rx");
        json(rx, "bytes", "packets", "errors", "dropped", "over_errors", "multicast");
        if (showsErrors()) {
            json(new long[5], "length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors");
        }
        out.closeObject();
        out.openObject("tx");
        json(tx, "bytes", "packets", "errors", "dropped", "carrier_errors", "collisions");
        if (showsErrors()) {
            json(
                    new long[] {0, 0, 0, 0, carrierChanges},
                    "aborted_errors",
                    "fifo_errors",
                    "window_errors",
                    "heartbeat_errors",
                    "carrier_changes");
        }
        out.closeObject();
        out.closeObject();
    }

    private void json(long[] values, String... names) {
        for (int i = 0; i < names.length; i++) {
            out.json(names[i], values[i]);
        }
    }
}
