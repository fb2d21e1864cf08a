package dev.weft.net.link.veth;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.net.link.LinkRequest;
import dev.weft.net.link.LinkType;
import dev.weft.net.link.Links;
import dev.weft.net.namespace.Network;

/// `ip link add NAME type veth [ peer [ name NAME ] [ netns NAME ] ]`.
public final class VethType extends LinkType {
    public static final VethType INSTANCE = new VethType();

    private VethType() {
        super("veth", "[peer <options>]\nTo get <options> type 'ip link add help'");
    }

    @Override
    public NetDevice create(LinkRequest request, Args args) {
        NetNamespace peerNamespace = request.namespace();
        String peerName = "";
        if (args.take("peer")) {
            while (args.hasNext()) {
                if (args.take("netns")) {
                    String name = args.next();
                    NetNamespace named = Network.of(request.home()).named(name);
                    if (named == null) {
                        throw Args.invalid("Invalid \"netns\" value\n", name);
                    }
                    peerNamespace = named;
                } else {
                    boolean unused = args.take("name");
                    peerName = args.next();
                }
            }
        } else if (args.hasNext()) {
            throw CommandFailure.exit(255, "veth: unknown command \"" + args.peek() + "\"?\n");
        }
        Veth veth = new Veth(request.namespace(), request.name(), Links.randomAddress(request.namespace()));
        String chosen = peerName.isEmpty() ? Links.freeName(peerNamespace, "veth") : peerName;
        if (peerNamespace == request.namespace() && chosen.equals(request.name())) {
            throw new KernelError(Errno.EEXIST);
        }
        Veth peer = new Veth(peerNamespace, chosen, Links.randomAddress(peerNamespace));
        Links.checkName(request.namespace(), request.name());
        Links.register(peer, 0);
        veth.peer = peer;
        peer.peer = veth;
        return veth;
    }

    @Override
    public void up(NetDevice device) {
        Veth peer = ((Veth) device).peer;
        if (peer != null && peer.isUp()) {
            Links.carrier(device, true);
            Links.carrier(peer, true);
        }
    }

    @Override
    public void down(NetDevice device) {
        Links.carrier(device, false);
        Veth peer = ((Veth) device).peer;
        if (peer != null) {
            Links.carrier(peer, false);
        }
    }

    @Override
    public void deleted(NetDevice device) {
        Veth veth = (Veth) device;
        Veth peer = veth.peer;
        if (peer != null) {
            veth.peer = null;
            peer.peer = null;
            Network.of(peer.namespace()).claim(peer.namespace());
            Links.delete(peer);
        }
    }
}
