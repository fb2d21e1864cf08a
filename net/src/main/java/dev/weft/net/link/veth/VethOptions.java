package dev.weft.net.link.veth;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.link.LinkOptions;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.LinkSpec;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// What was said of a pair: a whole link's words for the other end, or nothing (kernel: `veth_newlink`).
final class VethOptions implements LinkOptions {
    private static final String PATTERN = "veth%d";

    private final @Nullable IpContext context;
    private final @Nullable LinkSpec peerSpec;

    /// @param peerSpec the words behind `peer`
    VethOptions(@Nullable IpContext context, @Nullable LinkSpec peerSpec) {
        this.context = context;
        this.peerSpec = peerSpec;
    }

    static VethOptions unnamed() {
        return new VethOptions(null, null);
    }

    @Override
    public boolean isEmpty() {
        return peerSpec == null;
    }

    /// The other end is registered first and so has the lower index.
    @Override
    public NetDevice create(LinkRequest request) {
        Veth veth = make(request, request.namespace());
        veth.name(request.nameOr(PATTERN));
        LinkRequest peerRequest = peerRequest(request);
        Veth peer = make(peerRequest, peerRequest.namespace());
        peer.name(peerRequest.nameOr(PATTERN));
        if (peer.namespace() == veth.namespace()
                && peer.name().equals(veth.name())
                && !veth.name().contains("%")) {
            throw new KernelError(Errno.EEXIST);
        }
        if (peerRequest.spec().wantsUp()) {
            throw new KernelError(Errno.ENOTCONN); // the peer cannot open while it has no peer itself
        }
        Links.checkFree(veth.namespace(), veth.name());
        Links.register(peer, peerRequest.spec().index());
        peerRequest.complete(peer);
        veth.peer = peer;
        peer.peer = veth;
        return veth;
    }

    private LinkRequest peerRequest(LinkRequest request) {
        LinkSpec spec = peerSpec;
        if (spec == null || context == null) {
            return new LinkRequest(
                    request.home(), request.namespace(), request.spec().forOtherEnd());
        }
        NetNamespace asked = spec.namespace(context);
        NetNamespace namespace = asked == null ? request.home() : asked;
        Network.of(request.home()).claim(namespace);
        return new LinkRequest(request.home(), namespace, spec);
    }

    private static Veth make(LinkRequest request, NetNamespace namespace) {
        Veth veth = new Veth(namespace, "", request.addressOrRandom(), VethType.QUEUES);
        request.configure(veth);
        return veth;
    }
}
