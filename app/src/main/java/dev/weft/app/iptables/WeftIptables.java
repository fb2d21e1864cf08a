package dev.weft.app.iptables;

import dev.weft.core.packet.NetNamespace;
import dev.weft.iptables.Invocation;
import dev.weft.iptables.Iptables;
import dev.weft.iptables.Protocol;
import dev.weft.iptables.Runner;
import dev.weft.net.lab.Lab;
import java.io.IOException;

/// Runs the iptables library's commands as Weft's own, in one namespace of a Lab. What a Lab allows, it allows:
/// calls from one thread.
///
/// Programs that `weft run` starts need none of this: their host's iptables is Weft's.
public final class WeftIptables implements Runner {
    private final Lab lab;
    private final NetNamespace namespace;

    private WeftIptables(Lab lab, NetNamespace namespace) {
        this.lab = lab;
        this.namespace = namespace;
    }

    /// Commands see the network of a namespace.
    public static WeftIptables in(Lab lab, NetNamespace namespace) {
        return new WeftIptables(lab, namespace);
    }

    /// Commands see the network of the first namespace.
    public static WeftIptables in(Lab lab) {
        return in(lab, lab.network().initial());
    }

    /// The library's front of Weft's iptables or ip6tables.
    public Iptables open(Protocol protocol) {
        return Iptables.builder().protocol(protocol).runner(this).open();
    }

    @Override
    public Result run(Invocation invocation) throws IOException {
        if (!lab.commands().containsKey(invocation.program())) {
            throw new IOException(invocation.program() + ": command not found");
        }
        var result = lab.run(namespace, invocation.command(), invocation.input());
        return new Result(result.status(), result.out(), result.err());
    }
}
