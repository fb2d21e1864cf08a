package dev.weft.net.netfilter.set;

import org.jspecify.annotations.Nullable;

/// An element, or a range of them, as it stands on the command line. IPv4 addresses are in the first word alone.
final class Element {
    final ElementValues values = new ElementValues();
    int[] address = new int[4];
    int addressTo;
    boolean hasAddressTo;
    int cidr = -1;
    int[] second = new int[4];
    int secondTo;
    boolean hasSecondTo;
    int secondCidr = -1;
    int protocol;
    int port;
    int portTo = -1;
    String device = "";
    boolean isPhysical;
    String name = "";

    @Nullable
    String reference;

    boolean isBefore;
}
