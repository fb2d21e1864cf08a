package dev.weft.net.tcpdump.print;

import dev.weft.core.capture.DataLink;

/// Prints frames of one link-layer header type.
interface LinkPrinter {
    /// Prints a frame of `length` bytes on the wire; returns the length of its link header.
    int print(Dissection d, int at, int length);

    static boolean isKnown(DataLink link) {
        return link.isKnown();
    }

    static LinkPrinter of(DataLink link) {
        if (link.equals(DataLink.EN10MB)) {
            return EthernetPrinter::print;
        }
        if (link.equals(DataLink.RAW)) {
            return RawPrinter::print;
        }
        if (link.equals(DataLink.NULL)) {
            return NullPrinter::print;
        }
        if (link.equals(DataLink.LINUX_SLL)) {
            return CookedPrinter::print;
        }
        if (link.equals(DataLink.LINUX_SLL2)) {
            return Cooked2Printer::print;
        }
        throw new IllegalArgumentException("no printer for link type " + link.name());
    }
}
