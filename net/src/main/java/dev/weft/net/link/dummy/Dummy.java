package dev.weft.net.link.dummy;

import dev.weft.core.command.Args;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkOptions;
import dev.weft.net.link.LinkReader;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.LinkType;
import dev.weft.net.link.Links;

/// A device that swallows what it is given: a home for addresses and routes (kernel: drivers/net/dummy.c).
public final class Dummy extends NetDevice implements Links.TypedDevice {
    private Dummy(NetNamespace namespace, String name, long address) {
        super(namespace, name, 1500, address);
        flags((flags() & ~IFF_MULTICAST) | IFF_NOARP);
    }

    public static final LinkType TYPE = new LinkType("dummy", "Usage: ... dummy\n") {
        @Override
        public LinkOptions read(LinkReader reader, Args args) {
            return Dummy::create;
        }

        @Override
        public boolean takesCarrier() {
            return true;
        }
    };

    /// A new device, not yet registered.
    public static NetDevice create(LinkRequest request) {
        Dummy dummy = new Dummy(request.namespace(), request.nameOr("dummy%d"), request.addressOrRandom());
        request.configure(dummy);
        return dummy;
    }

    @Override
    public LinkType type() {
        return TYPE;
    }

    @Override
    public String outputNodeName() {
        return DummyOutput.NAME;
    }

    @Override
    public int minMtu() {
        return 0;
    }

    @Override
    public int maxMtu() {
        return 0;
    }
}
