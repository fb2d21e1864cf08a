package dev.weft.net.tcpdump.print;

import dev.weft.core.capture.DataLink;
import java.util.function.IntFunction;

/// Turns captured frames into tcpdump's lines; remembers what relative numbers and times count from.
public final class FramePrinter {
    private final PrintOptions options;
    private final LinkPrinter link;
    private final TimeStampPrinter timeStamps;
    private final Dissection dissection;
    private long number;

    /// @param interfaceNames the names of interface indexes, for [DataLink#LINUX_SLL2]
    public FramePrinter(PrintOptions options, DataLink link, Names names, IntFunction<String> interfaceNames) {
        this.options = options;
        this.link = LinkPrinter.of(link);
        this.timeStamps = new TimeStampPrinter(options);
        this.dissection = new Dissection(options, names, interfaceNames);
    }

    /// Whether frames of this type can be printed at all.
    public static boolean canPrint(DataLink link) {
        return LinkPrinter.isKnown(link);
    }

    /// Appends the text of one packet, its line end included.
    public void print(StringBuilder out, long timestampNanos, byte[] data, int offset, int length, int wireLength) {
        number++;
        if (options.numbered()) {
            Digits.blankPadded(out, number, 5);
            out.append("  ");
        }
        if (length == 0 || wireLength == 0) {
            out.append("[Invalid header:").append(length == 0 ? " caplen==0" : "");
            out.append(length == 0 && wireLength == 0 ? "," : "")
                    .append(wireLength == 0 ? " len==0" : "")
                    .append("]\n");
            return;
        }
        timeStamps.print(out, timestampNanos);
        dissection.begin(out, data, offset, length);
        int header = 0;
        try {
            header = link.print(dissection, offset, wireLength);
        } catch (Truncated truncated) {
            dissection.truncated();
            header = truncated == Truncated.CHECK ? dissection.linkHeaderLength() : 0;
        }
        dissection.begin(out, data, offset, length);
        HexPrinter.dump(dissection, offset, length, header);
        out.append('\n');
    }
}
