package dev.weft.net.link;

import dev.weft.core.errno.Errno;
import dev.weft.core.errno.KernelError;
import dev.weft.core.packet.NetDevice;
import dev.weft.core.packet.NetNamespace;
import dev.weft.core.packet.OperState;
import dev.weft.core.wire.Bytes;
import dev.weft.net.iproute.IpContext;
import dev.weft.net.namespace.Network;
import org.jspecify.annotations.Nullable;

/// The words that `ip link add` and `ip link set` share for every kind of device, as read: null or empty where nothing
/// was said.
public final class LinkSpec {
    /// The device that the words are about, as named; for a new one its name.
    String dev = "";

    /// The name to give.
    String name = "";

    /// The word behind `type`.
    String type = "";

    int index;
    int flags;
    int changedFlags;

    @Nullable
    NetDevice link;

    @Nullable
    Bytes address;

    @Nullable
    Bytes broadcast;

    @Nullable
    Integer mtu;

    @Nullable
    Integer transmitQueueLength;

    @Nullable
    Integer transmitQueues;

    @Nullable
    Integer receiveQueues;

    @Nullable
    Integer group;

    @Nullable
    Integer linkMode;

    @Nullable
    Integer addressGenerationMode;

    @Nullable
    OperState operState;

    @Nullable
    String alias;

    @Nullable
    Boolean carrier;

    @Nullable
    Boolean protodown;

    @Nullable
    Long gsoMaxSize;

    @Nullable
    Integer gsoMaxSegments;

    @Nullable
    Long groMaxSize;

    @Nullable
    NetDevice master;

    boolean noMaster;

    @Nullable
    NetNamespace namespace;

    /// A process whose namespace is meant; 0 for none.
    long namespacePid;

    @Nullable
    NetNamespace linkNamespace;

    void flag(int flag, boolean on) {
        changedFlags |= flag;
        flags = on ? flags | flag : flags & ~flag;
    }

    boolean movesAway() {
        return namespace != null || namespacePid != 0;
    }

    public String type() {
        return type;
    }

    /// Is the device wanted up from its beginning?
    public boolean wantsUp() {
        return (flags & changedFlags & NetDevice.IFF_UP) != 0;
    }

    public int index() {
        return index;
    }

    /// The namespace that the words ask for; null when they ask for none.
    public @Nullable NetNamespace namespace(IpContext context) {
        if (namespacePid == 0) {
            return namespace;
        }
        NetNamespace found = context.session().processes().namespaceOf(namespacePid);
        if (found == null) {
            throw new KernelError(Errno.ESRCH);
        }
        return Network.of(context.namespace()).claim(found);
    }

    /// What an end of a pair takes over when nothing was said about it: neither name nor address nor state.
    public LinkSpec forOtherEnd() {
        LinkSpec other = new LinkSpec();
        other.mtu = mtu;
        other.transmitQueueLength = transmitQueueLength;
        other.transmitQueues = transmitQueues;
        other.receiveQueues = receiveQueues;
        other.group = group;
        return other;
    }
}
