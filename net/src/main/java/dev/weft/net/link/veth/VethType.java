package dev.weft.net.link.veth;

import dev.weft.core.command.Args;
import dev.weft.core.command.CommandFailure;
import dev.weft.core.packet.NetDevice;
import dev.weft.net.link.LinkOptions;
import dev.weft.net.link.LinkReader;
import dev.weft.net.link.LinkSpec;
import dev.weft.net.link.LinkType;
import dev.weft.net.link.Links;
import dev.weft.net.link.SavedLinks;
import dev.weft.net.namespace.Rebuild;
import java.util.ArrayList;
import java.util.List;

/// `ip link add NAME type veth [ peer [ name NAME ] [ netns NAME ] … ]`.
public final class VethType extends LinkType {
    public static final VethType INSTANCE = new VethType();

    /// Pairs get a queue for each processor, and Weft's machines have two.
    static final int QUEUES = 2;

    private VethType() {
        super("veth", """
            Usage: ip link <options> type veth [peer <options>]
            To get <options> type 'ip link add help'
            """);
    }

    @Override
    public LinkOptions read(LinkReader reader, Args args) {
        if (!args.hasNext()) {
            return VethOptions.unnamed();
        }
        if (!args.take("peer")) {
            reader.context().out().text(usage());
            throw CommandFailure.failed(1, "");
        }
        LinkSpec peer = reader.read(args);
        if (!peer.type().isEmpty()) {
            throw Args.duplicate("type", peer.type());
        }
        return new VethOptions(reader.context(), peer);
    }

    @Override
    public int queues() {
        return QUEUES;
    }

    /// Both ends are made at once.
    @Override
    protected List<String> words(NetDevice device, Rebuild script) {
        Veth peer = ((Veth) device).peer;
        if (peer == null) {
            return List.of();
        }
        List<String> words = new ArrayList<>(List.of("peer"));
        words.addAll(SavedLinks.identity(peer, this));
        if (peer.namespace() != device.namespace()) {
            words.addAll(List.of("netns", script.name(peer.namespace())));
        }
        return words;
    }

    @Override
    public void registered(NetDevice device) {
        Veth peer = ((Veth) device).peer;
        if (peer == null || !peer.isRunning()) {
            Links.carrier(device, false);
        }
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

    /// Both ends go together.
    @Override
    public List<NetDevice> dissolve(NetDevice device) {
        Veth veth = (Veth) device;
        Veth peer = veth.peer;
        if (peer == null) {
            return List.of();
        }
        veth.peer = null;
        peer.peer = null;
        return List.of(peer);
    }
}
