package dev.weft.net.link.host;

import dev.weft.core.packet.FarEnd;
import dev.weft.core.packet.FarEnds;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.link.BareIpInput;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.LinkType;
import dev.weft.net.link.Links;

/// The virtual network's side of a TAP or TUN of a real host: what is sent here comes out there.
public final class HostDevice extends NetDevice implements Links.TypedDevice {
    private static final int DEFAULT_MTU = 1500;
    private static final int ARPHRD_ETHER = 1;
    private static final int ARPHRD_NONE = 65534;

    private final FarEnds.Request far;
    private final FarEnd end;

    HostDevice(LinkRequest link, FarEnds.Request far, FarEnd end) {
        super(link.namespace(), link.nameOr("host%d"), DEFAULT_MTU, far.ethernet() ? link.addressOrRandom() : 0);
        this.far = far;
        this.end = end;
        if (!far.ethernet()) {
            flags(IFF_POINTOPOINT | IFF_NOARP | IFF_MULTICAST);
        }
    }

    FarEnd end() {
        return end;
    }

    /// What it is joined to.
    FarEnds.Request far() {
        return far;
    }

    @Override
    public LinkType type() {
        return HostType.INSTANCE;
    }

    /// What Linux says of every TAP.
    @Override
    public int speedMegabits() {
        return 10;
    }

    @Override
    public String outputNodeName() {
        return HostOutput.NAME;
    }

    @Override
    public String inputNodeName() {
        return far.ethernet() ? super.inputNodeName() : BareIpInput.NAME;
    }

    @Override
    public int hardwareType() {
        return far.ethernet() ? ARPHRD_ETHER : ARPHRD_NONE;
    }

    @Override
    public int headerLength() {
        return far.ethernet() ? super.headerLength() : 0;
    }
}
